"""Writing a large index in a process of its own: it analyses films on the second core while their maker makes more.

The process lives for one change. Where its maker ends without asking it to commit, whatever the reason, it takes
back what it did and ends too; where it ends itself, its maker is told and the index follows the films later.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Self

import msgspec
from msgspec.structs import replace

from tui import pipes
from tui.errors import CancelledError, SearchIndexError
from tui.models import FilmView

_ASK_AGAIN = 0.05
_AHEAD = 32 << 20
"""Bytes of films that may wait for the process while their maker goes on."""


class _Begin(msgspec.Struct, tag=True):
    folder: str
    known: dict[str, str] | None


class _Put(msgspec.Struct, tag=True):
    view: FilmView
    token: str


class _Remove(msgspec.Struct, tag=True):
    film: str


class _Made(msgspec.Struct, tag=True):
    pass


class _Commit(msgspec.Struct, tag=True):
    tokens: dict[str, str]


_Message = _Begin | _Put | _Remove | _Made | _Commit


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Message).decode


def started() -> subprocess.Popen[bytes]:
    """Start a process that can write an index; before it is asked to, it opens nothing and locks nothing.

    Raises:
        OSError: it cannot be started.
    """
    return pipes.started("tui.search.writing_process")


class WritingProcess:
    """A `Writing` in another process."""

    def __init__(
        self, folder: Path, known: dict[str, str] | None, process: subprocess.Popen[bytes] | None = None
    ) -> None:
        """Begin; the first two arguments are those of `Writing`.

        Args:
            folder: the index's own folder.
            known: the ledger's films; None builds a new index.
            process: that was `started` for it; else one is started now.

        Raises:
            SearchIndexError: it cannot be started.
        """
        self._folder = folder
        try:
            self._process = process or started()
        except OSError as error:
            raise self._fault(error) from error
        self._send(_Begin(str(folder), known))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Undo what was not committed."""
        self.close()

    def put(self, view: FilmView, token: str = "") -> None:
        """Index a film, in the place of what is indexed of it; the arguments are those of `Writing.put`.

        Raises:
            SearchIndexError: the process has ended.
        """
        self._send(_Put(replace(view, others=(), field_sources={}), token))

    def remove(self, film_id: str) -> None:
        """Take a film out.

        Raises:
            SearchIndexError: the process has ended.
        """
        self._send(_Remove(film_id))

    def made(self) -> None:
        """Make ready what was put; see `Writing.made`.

        Raises:
            SearchIndexError: the process has ended.
        """
        self._send(_Made(), now=True)

    def commit(
        self, tokens: Mapping[str, str] = MappingProxyType({}), stop: Callable[[], bool] = lambda: False
    ) -> None:
        """Let everybody see it.

        Args:
            tokens: of the states that the films are in.
            stop: asked often while it goes on.

        Raises:
            CancelledError: `stop` said so; the index is as it was.
            SearchIndexError: it cannot be written.
        """
        self._send(_Commit(dict(tokens)), now=True)
        answer = self._process.stdout
        assert answer is not None  # noqa: S101 - it was started with pipes
        while not pipes.ready(answer, _ASK_AGAIN):
            if stop():
                raise CancelledError("the search index", "you stopped it being written")
        try:
            fault = pipes.Incoming(answer).receive().decode()
        except EOFError as error:
            raise self._fault(error) from error
        if fault:
            raise self._fault(fault)

    def close(self) -> None:
        """Undo what was not committed."""
        self._process.terminate()  # it tidies up then
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)
        pipes.ended(self._process)

    def _send(self, message: _Message, *, now: bool = False) -> None:
        assert self._process.stdin is not None  # noqa: S101 - the same
        try:
            pipes.send(self._process.stdin, _encode(message), now=now)
        except (OSError, ValueError) as error:
            raise self._fault(error) from error

    def _fault(self, reason: object) -> SearchIndexError:
        return SearchIndexError(
            str(self._folder),
            f"the search index cannot be written ({reason or 'its process has ended'})",
            "It is built again when the library is opened",
        )


def serve() -> None:
    """Write an index as the process that started this one asks for."""
    from tui.search.writing import Writing

    asked, answered = pipes.PrefetchedIncoming(sys.stdin.buffer.raw, _AHEAD), sys.stdout.buffer  # type: ignore[union-attr]  # a file is buffered
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    fault, writing = "", None
    try:
        begin = _decode(asked.receive())
        if not isinstance(begin, _Begin):
            return
        writing = Writing(Path(begin.folder), begin.known)
        while not isinstance(message := _decode(asked.receive()), _Commit):
            if isinstance(message, _Put):
                writing.put(message.view, message.token)
            elif isinstance(message, _Remove):
                writing.remove(message.film)
            elif isinstance(message, _Made):
                writing.made()
        writing.commit(message.tokens)
    except EOFError:
        return
    except SearchIndexError as error:
        fault = error.reason
    finally:
        if writing is not None:
            writing.close()
    pipes.send(answered, fault.encode())


if __name__ == "__main__":
    serve()
