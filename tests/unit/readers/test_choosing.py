"""Who is asked about what: it may be fewer than all, and must be enough."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.readers import registry
from tui.readers.document import Document
from tui.readers.registry import answers, choose

FILMS = '[{"title": "A Lamp", "year": 1999, "genres": ["Drama"], "extract": "Someone lights a lamp."}]'
REVIEWS = "imdb_id,rating,review\n" + 'tt7654321,8,"A lamp, and\nwhat it lights."\n' * 9


@pytest.mark.parametrize(
    ("name", "text", "reader", "others"),
    [
        ("films.json", FILMS, "json", {"tables", "film_page", "html.any_page"}),
        ("films.jsonl", FILMS[1:-1] + "\n", "json", {"tables", "film_page", "html.any_page"}),
        ("reviews.csv", REVIEWS, "table", {"json_tables", "film_page", "html.any_page"}),
        ("ratings.csv", "Const,Your Rating,Title\ntt7654321,8,A Lamp\n", "imdb-export", {"json_tables", "film_page"}),
    ],
)
def test_a_sure_choice_imports_no_reader_of_other_documents(
    name: str, text: str, reader: str, others: set[str]
) -> None:
    asks = (
        "import sys; from tui.readers.document import Document; from tui.readers.registry import choose;"
        f"print(choose(Document.of_bytes({name!r}, {text.encode()!r})).reader.name);"
        "print(*(name.removeprefix('tui.readers.') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, timeout=60)
    chosen, imported = done.stdout.splitlines()
    assert chosen == reader
    assert others.isdisjoint(imported.split())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("words.json", '{"lamp": 3, "wick": 4}'),
        ("lamp.csv", "A Lamp (1999)\n\nDirected by: Ada Wick\n\nThe lamp burns for hours, and nobody minds.\n"),
        ("films.txt", FILMS),
    ],
)
def test_everybody_is_asked_where_nobody_is_sure_or_the_name_says_nothing(name: str, text: str) -> None:
    asked = answers(Document.of_bytes(name, text.encode()))
    assert {"film-page", "article", "loose-review", "json", "table"} <= {one.reader.name for one in asked}


def test_what_is_shown_to_some_is_explained_with_all() -> None:
    document = Document.of_bytes("films.json", FILMS.encode())
    told = {one.reader.name: one.match.why for one in answers(document, every=True)}
    assert told["film-page"] == "not asked: it is JSON"
    assert told["json"].startswith("JSON with the fields title")


def test_what_only_has_the_suffix_of_another_kind_is_read_as_what_it_is() -> None:
    page = Document.of_bytes("saved.csv", b"<!DOCTYPE html><html><title>A lamp</title><body><p>Lit.</p></body></html>")
    note = Document.of_bytes("lamp.json", b"---\ntitle: A Lamp\nyear: 1999\ndirector: Ada Wick\nrating: 8\n---\nLit.\n")
    assert choose(page).reader.name == "web-page"
    assert choose(note).reader.name == "note"


def test_who_reads_files_of_a_suffix_is_asked_first_about_them() -> None:
    for kind in registry._KINDS:
        for module in registry.READERS:
            reader = registry._imported(module)
            if kind.suffixes.intersection(reader.suffixes):
                assert module.startswith(kind.readers), (kind.name, module)
