"""`matinee serve` answers this machine and its own page, nobody else."""

from __future__ import annotations

import asyncio
import socket
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

pytest.importorskip("textual_serve", reason="the extra «web» is not installed")
from aiohttp import ClientSession, WSServerHandshakeError, web

from tui.cli.web import LocalServer


@pytest_asyncio.fixture
async def address(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    started: list[Process] = []

    async def start(*words: Any, **settings: Any) -> Process:
        started.append(await start_shell(*words, **settings))
        return started[-1]

    start_shell = asyncio.create_subprocess_shell
    monkeypatch.setattr(asyncio, "create_subprocess_shell", start)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    runner = web.AppRunner(await LocalServer("true", host="127.0.0.1", port=port)._make_app())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield f"127.0.0.1:{port}"
    await runner.cleanup()
    for process in started:  # textual-serve does not wait for them
        await process.wait()
        process._transport.close()  # type: ignore[attr-defined]


async def status(address: str, path: str = "/", **headers: str) -> int:
    async with ClientSession() as client, client.get(f"http://{address}{path}", headers=headers) as answer:
        return answer.status


async def test_its_own_page_is_given_out(address: str) -> None:
    assert await status(address) == 200
    assert await status(address, Origin=f"http://{address}") == 200
    assert await status(address, Host=address.replace("127.0.0.1", "localhost")) == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
async def test_a_foreign_host_is_refused(address: str, host: str) -> None:
    assert await status(address, Host=host) in {400, 403}


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "file://"])
@pytest.mark.parametrize("path", ["/", "/static/", "/download/x"])
async def test_a_foreign_origin_is_refused(address: str, origin: str, path: str) -> None:
    assert await status(address, path, Origin=origin) == 403


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {}])
async def test_no_other_site_can_type_into_the_app(address: str, headers: dict[str, str]) -> None:
    async with ClientSession() as client:
        with pytest.raises(WSServerHandshakeError, match="403"):
            await client.ws_connect(f"http://{address}/ws", headers=headers)


async def test_its_own_page_can_connect(address: str) -> None:
    async with ClientSession() as client:
        socket_ = await client.ws_connect(f"http://{address}/ws", headers={"Origin": f"http://{address}"})
        await socket_.close()


async def test_no_folder_is_listed(address: str) -> None:
    assert await status(address, "/static/") == 404
