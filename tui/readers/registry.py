"""Which readers there are, and which of them a document is for.

A new reader is one file and one line here. Modules are imported when a document is first looked at, never before.
A document that is plainly a web page, JSON or a table is shown to the readers of such first, and to them alone where
one of them is sure: asking all thirty costs more than parsing a page does, and importing them a fifth of a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tui.errors import DocumentError
from tui.readers.base import NOT_MINE, Document, Match, Reader

READERS: tuple[str, ...] = (
    # modules, each with its reader as `READER`; the order decides nothing but equal certainty
    "tui.readers.film_page",
    "tui.readers.article",
    "tui.readers.critique",
    "tui.readers.loose_review",
    "tui.readers.manuals",
    "tui.readers.letterboxd",
    "tui.readers.imdb_export",
    "tui.readers.movary",
    "tui.readers.trakt",
    "tui.readers.nfo",
    "tui.readers.notes",
    "tui.readers.org",
    "tui.readers.film_log",
    "tui.readers.aclimdb",
    "tui.readers.movielens",
    "tui.readers.imdb_datasets",
    "tui.readers.cmu",
    "tui.readers.parts",
    "tui.readers.letterboxd_rss",
    "tui.readers.script_arrays",
    "tui.readers.netflix",
    "tui.readers.tables",
    "tui.readers.json_tables",
    "tui.readers.yaml_tables",
    "tui.readers.xml_tables",
    "tui.readers.html.imdb",
    "tui.readers.html.rotten_tomatoes",
    "tui.readers.html.letterboxd",
    "tui.readers.html.csfd",
    "tui.readers.html.wikipedia",
    "tui.readers.html.any_page",
    "tui.readers.wikitext",
)
LEAST = 0.2
"""A match that is less sure is no match."""
NAME_BONUS = 0.01
"""What a fitting suffix adds: it decides between equals and nothing else."""
_TEXTLESS = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20)))
_BINARY_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class _Kind:
    """Documents that are shown to some readers first."""

    name: str
    suffixes: frozenset[str]
    """That they have; none where any will do."""
    opening: re.Pattern[str]
    readers: tuple[str, ...]
    """How the modules of theirs begin."""
    enough: float
    """How sure one of those has to be that no other is asked: as sure as none of the others would be of it."""

    def has(self, document: Document) -> bool:
        """Say whether a document is of this kind, by its suffix and its first characters."""
        fits = not self.suffixes or document.suffix in self.suffixes
        return fits and self.opening.match(document.head_text) is not None


_KINDS = (
    _Kind(
        "a web page",
        frozenset(),
        re.compile(r"[\ufeff\s]*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE),
        ("tui.readers.html.",),
        0.0,
    ),
    _Kind(
        "JSON",
        frozenset({".json", ".jsonl", ".ndjson"}),
        re.compile(r"[\ufeff\s]*(?:\[\s*)?\{\s*\""),
        tuple(f"tui.readers.{name}" for name in ("json_tables", "trakt", "manuals", "notes", "wikitext")),
        0.5,
    ),
    _Kind(
        "a table",
        frozenset({".csv", ".tsv"}),
        re.compile(r"[\ufeff\s]*[^\s<{\[]"),
        tuple(
            f"tui.readers.{name}"
            for name in ("tables", "letterboxd", "imdb_", "movary", "movielens", "netflix", "parts", "aclimdb", "cmu")
        ),
        0.93,
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A reader that was asked about a document, and its answer."""

    reader: Reader
    match: Match


@dataclass(frozen=True, slots=True)
class Choice:
    """The reader that a document is for, and all answers, the surest first (for `import --explain`)."""

    reader: Reader
    matches: tuple[Asked, ...]


def readers() -> tuple[Reader, ...]:
    """Return all readers, importing their modules at the first call."""
    return tuple(map(_imported, READERS))


@cache
def _imported(module: str) -> Reader:
    reader: Reader = import_module(module).READER
    return reader


def answers(document: Document, *, every: bool = False) -> tuple[Asked, ...]:
    """Ask every reader that may know `document`; the surest comes first, a fitting suffix breaks ties.

    Args:
        document: what to choose a reader for.
        every: name those that were not asked, too; else their modules need not be imported.

    Raises:
        DocumentError: the document is empty or holds no text.
    """
    _require_text(document)
    suffix = document.suffix
    kind = next((kind for kind in _KINDS if kind.has(document)), None)
    first = [module for module in READERS if kind is not None and module.startswith(kind.readers)]
    found = {module: _ask(module, document) for module in first}
    if kind is None or not found or max(one.match.sure for one in found.values()) < kind.enough:
        found.update({module: _ask(module, document) for module in READERS if module not in found})
    elif every:
        left = Match(0.0, f"not asked: it is {kind.name}")
        found.update({module: Asked(_imported(module), left) for module in READERS if module not in found})
    asked = [found[module] for module in READERS if module in found]

    def rank(one: Asked) -> float:
        fits = one.match.sure > 0 and suffix in one.reader.suffixes
        return -one.match.sure - (NAME_BONUS if fits else 0.0)

    return tuple(sorted(asked, key=rank))


def _ask(module: str, document: Document) -> Asked:
    reader = _imported(module)
    return Asked(reader, reader.match(document))


def best(document: Document, asked: tuple[Asked, ...]) -> Reader:
    """Return the reader that is surest of `document`, after all were asked.

    Raises:
        DocumentError: no reader knows its shape.
    """
    first = asked[0] if asked else None
    if first is None or first.match.sure < LEAST:
        known = first is not None and first.match is not NOT_MINE and first.match.sure > 0
        reason = first.match.why if first is not None and known else "no reader knows it"
        raise DocumentError(
            document.name,
            f"its format is unknown ({reason})",
            "Matinee reads saved pages, reviews, articles, notes and exports; `matinee import --explain` tells more",
        )
    return first.reader


def choose(document: Document) -> Choice:
    """Return the reader that `document` is most surely for.

    Raises:
        DocumentError: the document is empty, holds no text, or no reader knows its shape.
    """
    asked = answers(document)
    return Choice(best(document, asked), asked)


def _require_text(document: Document) -> None:
    """Refuse what no reader could read: nothing, nothing but white space, or no text.

    Raises:
        DocumentError: the document is empty or binary.
    """
    head = document.head_text
    if not document.head:
        raise DocumentError(document.name, "it is empty", "Save or export it again")
    if not head.strip("\ufeff\x00 \t\r\n\f\v"):
        if document.size > len(document.head) and "\x00" not in head:
            return
        raise DocumentError(document.name, "it holds nothing but white space", "Save or export it again")
    doubtful = "\ufffd" in head or len(document.head.translate(None, _CONTROLS)) < len(document.head)
    if doubtful and len(_TEXTLESS.findall(head)) > _BINARY_SHARE * len(head):
        raise DocumentError(
            document.name,
            "it holds no text (it is a binary file)",
            "Save the page or export as text, HTML, CSV or JSON",
        )
