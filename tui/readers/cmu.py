"""The CMU Movie Summary Corpus: files without headers that belong together by the number of a Wikipedia page.

`movie.metadata.tsv` is read as a table (its nine columns are known there); plots and characters take their film's
name from it where it lies beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import structs

from tui.models import Extract, Facts, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.delimited import text_of
from tui.readers.rows.films import films_of

_PLOT = re.compile(r"(\d{2,12})\t(.{20,})")
_CHARACTER = re.compile(r"(\d{2,12})\t/m/\w+\t")
_TROPE = re.compile(r"\w+\t\{\"char\": ")
_TEMPLATE = re.compile(r"\{\{[^{}]{0,500}\}\}")
"""A mark of Wikipedia's that the corpus left in its texts."""
_NAMED = ("plot_summaries", "character.metadata", "tvtropes.clusters", "name.clusters")
_CAST = (3, 8)
"""Columns of a character's and of its actor's name."""


class CmuReader:
    """Plots and characters of the corpus."""

    name = "cmu"
    title = "CMU Movie Summary Corpus"
    suffixes = (".txt", ".tsv")

    def match(self, document: Document) -> Match:
        """Say how surely `document` belongs to the corpus: by the shape of its first line, then by its name."""
        first = document.head_text.split("\n", 1)[0]
        named = document.place[-1].startswith(_NAMED) if document.place else False
        if _CHARACTER.match(first) and first.count("\t") >= 12:
            return Match(0.95, "characters by the numbers of Wikipedia and Freebase")
        if named and (_TROPE.match(first) or "\t/m/" in first):
            return Match(0.95, "a list of kinds of characters")
        return Match(0.95, "plots by the number of a Wikipedia page") if named and _PLOT.match(first) else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the plot, or cast and characters, of each film."""
        first = document.head_text.split("\n", 1)[0]
        if not _PLOT.match(first) or (_TROPE.match(first) and not _CHARACTER.match(first)):
            yield Remark(text="it holds kinds of characters, and nothing that Matinee shows of a film")
            return
        films = _films(document)
        complaints = Complaints("line")
        for number, group in groupby(_lines(document, complaints), key=lambda one: one[1][0]):
            rows = list(group)
            said = (
                _cast(rows) if _CHARACTER.match(first) else Facts(plot=values.passage(_TEMPLATE.sub("", rows[0][1][1])))
            )
            about = films.get(number, Facts(extra={"wikipedia page": values.passage(number)}))
            told = {name: value for name in said.__struct_fields__ if (value := getattr(said, name))}
            yield Extract(facts=structs.replace(about, **told), source=document.cite(rows[0][0], rows[-1][0]))
        if not films:
            yield Remark(text="no movie.metadata.tsv lies beside it, so its films have numbers and no names")
        yield from complaints.remarks()


def _lines(document: Document, complaints: Complaints) -> Iterator[tuple[int, list[str]]]:
    with text_of(document) as stream:
        for number, line in enumerate(stream, start=1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) > 1 and cells[0].isdigit():
                yield number, cells
            elif line.strip():
                complaints.row(number, "it does not begin with a film's number")


def _films(document: Document) -> dict[str, Facts]:
    beside = document.sibling("movie.metadata.tsv")
    return films_of(beside, "key") if beside is not None else {}


def _cast(rows: list[tuple[int, list[str]]]) -> Facts:
    people = [[values.line(cells[place]) if len(cells) > place else None for place in _CAST] for _, cells in rows]
    return Facts(
        cast=tuple(dict.fromkeys(actor for _, actor in people if actor)),
        characters=tuple(dict.fromkeys(character for character, _ in people if character)),
    )


READER = CmuReader()
