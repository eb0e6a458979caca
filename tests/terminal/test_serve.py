"""`matinee serve` is the same app in a web browser, for this machine and its own page only."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.harness import PATIENCE, matinee

pytest.importorskip("textual_serve", reason="the extra «web» is not installed")
from aiohttp import ClientSession, WSServerHandshakeError


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = matinee(tmp_path / "library", "serve", "--port", str(port))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"127.0.0.1:{port}"
        server.send_signal(signal.SIGINT)
        out, said = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0, said
    assert out == b"", "narration belongs on standard error"
    assert b"ctrl+c" in said


async def test_the_browser_runs_in_its_own_page(address: str) -> None:
    async with ClientSession() as client:
        async with client.get(f"http://{address}/") as page:
            assert page.status == 200
            assert "Matinee" in await page.text()
        with pytest.raises(WSServerHandshakeError):
            await client.ws_connect(f"http://{address}/ws", headers={"Origin": "https://evil.example"})
        seen = b""
        async with client.ws_connect(f"http://{address}/ws", headers={"Origin": f"http://{address}"}) as page_socket:
            async with asyncio.timeout(PATIENCE):
                while b"Mermaids" not in seen:
                    message = await page_socket.receive()
                    seen += message.data if isinstance(message.data, bytes) else b""


def test_nobody_is_told_of_a_page_on_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = matinee(tmp_path / "library", "serve", "--port", str(port))
        tried = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    assert tried.returncode != 0
    assert f"port {port}".encode() in tried.stderr
    assert b"Matinee is at" not in tried.stderr
