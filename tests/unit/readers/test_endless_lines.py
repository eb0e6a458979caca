"""One endless line is looked at in bounded time, whatever it is full of."""

from __future__ import annotations

import pytest

from tests.unit.readers.bounded import read_bounded
from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.pages.lines import MOST_LINES
from tui.readers.registry import choose
from tui.readers.rows.layout import WIDEST, layout_of


@pytest.mark.parametrize("unit", [b"1,", b"&amp;", b'"",'])
def test_an_endless_line_is_about_no_film(unit: bytes) -> None:
    document = Document.of_bytes("line.csv", unit * 40_000)
    with pytest.raises(DocumentError):
        list(choose(document).reader.read(document))


def test_a_text_of_countless_lines_is_no_page() -> None:
    document = Document.of_bytes("lines.txt", b"Mask (1985)\n\nReviews\n\n" + b"so\n" * MOST_LINES)
    with pytest.raises(DocumentError, match="more lines"):
        list(choose(document).reader.read(document))


def test_no_more_columns_are_judged_than_a_table_of_films_can_have() -> None:
    assert len(layout_of(None, [["1"] * 100_000]).roles) == WIDEST


@pytest.mark.parametrize(
    "line",
    [
        "-" * 60_000 + "x",
        "- " * 30_000 + "x",
        "[a b] " * 9_000,
        "A-" * 30_000,
        "# a" + " " * 60_000 + "b",
        "(1985) " * 9_000,
        "[[" * 20_000,
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "{}\n\nA quiet film.\n",
        "---\ntitle: Mire\nyear: 1990\n---\n{}\n",
        "---\ntitle: Mire\nnote: {}\nyear: 1990\n---\nWind.\n",
        "# Mire (1990)\n\n## Trivia\n\n- {}\n\n- Another thing that was told of the reeds by the water.\n",
    ],
)
def test_an_endless_line_of_text_costs_no_more_than_its_length(line: str, frame: str) -> None:
    read_bounded("notes.md", frame.format(line))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("collection.xml", "<!-- a -->" * 60 + "so"),
        ("films.yaml", "\n" * 60 + "- title: Mire\n  year: 1990\n"),
        ("films.yaml", "# a\n\n" * 60 + "- title: Mire\n  year: 1990\n"),
        ("note.md", "---\n" + "\n" * 60_000 + "so"),
        ("films.org", "\n" * 60_000 + "so"),
        ("page.txt", "title: Mire\n" + "a: b\n" * 20_000),
        ("films.md", "Film | Seen\n" + "--|--\n" * 20_000),
    ],
)
def test_countless_comments_and_short_lines_cost_no_more_than_their_number(name: str, text: str) -> None:
    read_bounded(name, text)


BEGINNINGS = {
    "page.txt": "Mire (1990)\nDirected by Ada Field\n\nReviews\n\nTern wrote: ",
    "note.md": "---\ntitle: Mire\nyear: 1990\n---\n\n",
    "list.md": "# Films of 2024\n\n- Mire (1990) 7/10\n- Salt (1991) 8/10\n- Tin Moon (1973) 9/10\n- ",
    "films.org": "* Films\n** Mire (1990)\n",
    "films.yaml": "- title: Mire\n  year: 1990\n  note: ",
    "films.csv": "title,year,review\nMire,1990,",
    "films.json": '[{"title": "Mire", "year": 1990, "review": "',
    "mire.nfo": "<movie><title>Mire</title><year>1990</year><plot>",
    "films.xml": "<films><film><title>Mire</title><year>1990</year><plot>",
    "page.html": "<!doctype html><html><head><title>Mire (1990)</title></head><body><h1>Mire</h1><p>",
    "page.wiki": "{{Infobox film\n| name = Mire\n| released = 1990\n",
    "films.js": "window.films = [{title: 'Mire', year: 1990, review: '",
}


@pytest.mark.parametrize("unit", ["\n", " ", " \n", "-", "=", "# ", "//", "([", ": ", "1", "A-", "👍", "| a ", "</b>"])
@pytest.mark.parametrize("name", BEGINNINGS)
def test_nothing_repeated_for_ever_hangs_a_reader(name: str, unit: str) -> None:
    read_bounded(name, BEGINNINGS[name] + unit * (120_000 // len(unit)) + "so\n")
