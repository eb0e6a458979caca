"""A reader of the tests' own that does what a document tells it to; the process that reads imports it."""

from __future__ import annotations

import os
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.errors import DocumentError
from tui.models import Extract, Facts, Plain
from tui.readers.base import Match, Yield
from tui.readers.document import Document

LISTED = ("tests.unit.odd_reader",)
"""What the registry lists, so that this reader is the only one."""


class OddReader:
    """Obeys the first word of a document; what stands behind it is its argument."""

    name = "odd"
    title = "Documents that tell what to do"
    suffixes: tuple[str, ...] = ()

    def match(self, document: Document) -> Match:
        if document.head_text.startswith("choose "):
            _obey(document, document.head_text.removeprefix("choose "))
        return Match(1.0, "a test's")

    def read(self, document: Document) -> Iterator[Yield]:
        if document.head.startswith(b"lines"):
            yield from _lines(document)
        else:
            yield from _obey(document, document.head_text)


def _lines(document: Document) -> Iterator[Yield]:
    """Read a document line by line; obey those that begin with a mark."""
    with document.open() as stream:
        for number, line in enumerate(stream, 1):
            text = line.decode().strip()
            yield from (
                _obey(document, text[1:])
                if text.startswith("!")
                else [Extract(facts=Facts(title=Plain(text), year=1999), source=document.cite(number))]
            )


def _obey(document: Document, text: str) -> list[Extract]:
    order, _, argument = text.strip().partition(" ")
    said = _ORDERS[order](document, argument) if order in _ORDERS else None
    return [Extract(facts=Facts(title=Plain(said or argument or order), year=1999), source=document.cite())]


def _hang(_: Document, __: str) -> None:
    while True:
        pass


def _mark(document: Document, argument: str) -> None:
    """Leave word of the process that reads, and hang."""
    Path(argument).write_text(str(os.getpid()))
    _hang(document, argument)


def _eat(_: Document, __: str) -> None:
    held = [bytearray(1 << 24) for _ in range(1 << 10)]
    raise AssertionError(len(held))


def _recurse(document: Document, argument: str) -> None:
    _recurse(document, argument)


def _overflow(_: Document, __: str) -> None:
    sys.setrecursionlimit(1 << 30)
    eval("-" * 200_000 + "1")  # noqa: S307 - the parser recurses in C


def _die(_: Document, __: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail(_: Document, argument: str) -> None:
    raise ValueError(argument)


def _refuse(document: Document, argument: str) -> None:
    raise DocumentError(document.name, argument)


def _beside(document: Document, argument: str) -> str:
    found = document.sibling(argument)
    return f"{found.name}: {found.text} {found.sha256[:8]}" if found is not None else "nothing"


def _meet(_: Document, argument: str) -> None:
    """Leave a mark and wait until another document has left its own."""
    own, other = argument.split()
    Path(own).touch()
    _until(Path(other).exists)


def _wait(_: Document, argument: str) -> None:
    """Leave a mark that reading has begun, and wait for one that lets it go on."""
    begun, free = argument.split()
    Path(begun).touch()
    _until(Path(free).exists)


_SEEN: list[weakref.ref[Document]] = []


def _remember(document: Document, _: str) -> str:
    """Say whether a document of before is still in memory, without the collector's having looked."""
    held = any(seen() is not None for seen in _SEEN)
    _SEEN.append(weakref.ref(document))
    return "held" if held else "freed"


def _until(happened: Callable[[], bool]) -> None:
    for _ in range(2000):
        if happened():
            return
        time.sleep(0.01)
    raise TimeoutError


_ORDERS: dict[str, Callable[[Document, str], str | None]] = {
    "hang": _hang,
    "mark": _mark,
    "eat": _eat,
    "recurse": _recurse,
    "overflow": _overflow,
    "die": _die,
    "fail": _fail,
    "refuse": _refuse,
    "beside": _beside,
    "meet": _meet,
    "wait": _wait,
    "remember": _remember,
}
READER = OddReader()
