"""What a library holds depends on which documents were imported, not on their order, nor on how they were batched."""

from __future__ import annotations

import json
import os
import random
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library import Library

EXAMPLES = int(os.environ.get("MATINEE_ORDERS", "10"))
"""Random sets of documents; `MATINEE_ORDERS=500 pytest tests/properties/test_order.py` searches longer."""
_HISTORY = re.compile(rb'"imported":"[^"]*"|,?"aliases":\[[^]]*\]')
"""When a document came, and the ids that a film had on the way: the only traces of an order."""
_PROSE = (
    "Nobody on the pier believes the clockmaker, and the film takes ninety patient minutes to show us why he lies",
    "A lighthouse burns through the whole first act while Marla Quent counts the ships that never arrive at harbour",
    "The score by Ottokar Lim carries every scene; without it the long silences would sink the picture completely",
    "I have rarely seen rain photographed with such tenderness, nor a village square so convincingly abandoned",
)
_TITLES = (
    "Harbour Lights",
    "Harbour Lights, The",
    "HARBOUR LIGHTS",
    "Harbour Lights: The Storm",
    "The Clockmaker",
    "Les Lumières du port",
)
_PEOPLE = ("Marla Quent", "Ottokar Lim", "Ines Dahl")


def snapshot(library: Library) -> bytes:
    """Return everything that a library holds, but for its history."""
    held = [library.film(film.id) for film in library.catalogue()]
    waiting = library.unfiled()
    return _HISTORY.sub(b'""', msgspec.json.encode([sorted(held, key=lambda view: view.film.id), waiting]))


def imported(batches: Sequence[Sequence[Path]]) -> bytes:
    """Return what a new library holds after importing `batches` one after the other."""
    with tempfile.TemporaryDirectory() as place:
        library = Library.open(Path(place) / "library")
        library.indexing.update = lambda *_: False  # type: ignore[method-assign]  # it is derived
        for batch in batches:
            library.import_paths(batch)
        return snapshot(library)


pages = st.builds(
    lambda title, year, people, texts, imdb, other: {
        "title": title, "year": year, "people": people, "texts": texts, "imdb": imdb, "other": other,
    },
    title=st.sampled_from(_TITLES),
    year=st.sampled_from((1998, 1999, 2015, None)),
    people=st.lists(st.sampled_from(_PEOPLE), max_size=2, unique=True),
    texts=st.lists(
        st.tuples(st.sampled_from(_PROSE), st.sampled_from(("", ".\n\nAnd then again", " – twice over")),
                  st.sampled_from(("", "Ann", "Bo"))),
        max_size=3,
    ),
    imdb=st.sampled_from(("", "", "tt0000001", "tt0000002")),
    other=st.sampled_from(("", "", "", "Les Lumières du port")),
)  # fmt: skip
loose = st.builds(
    lambda text, tail: {"loose": f"{text}{tail}"},
    text=st.sampled_from(_PROSE),
    tail=st.sampled_from(("", " with more to say about Marla Quent")),
)


def write(folder: Path, number: int, page: dict[str, object]) -> Path:
    """Write a document: a JSON that names its film, or a loose review as plain text."""
    if "loose" in page:
        path = folder / f"{number}.csv"
        text = str(page["loose"])
        path.write_text(f'review,sentiment\n"{text}",positive\n', encoding="utf-8")
        return path
    path = folder / f"{number}.json"
    row = {
        "title": page["title"],
        **({"year": page["year"]} if page["year"] else {}),
        **({"director": page["people"]} if page["people"] else {}),
        **({"imdb_id": page["imdb"]} if page["imdb"] else {}),
        **({"original_title": page["other"]} if page.get("other") else {}),
        "reviews": [
            {"text": f"{text}{tail}.", **({"author": author} if author else {})}
            for text, tail, author in page["texts"]  # type: ignore[attr-defined]
        ],
    }
    path.write_text(json.dumps([row]), encoding="utf-8")
    return path


_LIGHTS: dict[str, object] = {"title": "Harbour Lights", "year": None, "people": [], "texts": [], "imdb": ""}
_SAID = [(_PROSE[0], "", "")]
_TORN: list[dict[str, object]] = [
    {"loose": _PROSE[0]},
    {**_LIGHTS, "year": 1999},
    {**_LIGHTS, "texts": _SAID},
    {**_LIGHTS, "year": 1998},
    {**_LIGHTS, "year": 1998, "texts": _SAID},
]
"""A film without a year that turns out to be one of two, while both have the same review and a loose one is like it."""


@pytest.mark.parametrize("seed", range(6))
def test_a_film_that_is_taken_apart_leaves_nothing_in_the_wrong_part(seed: int, tmp_path: Path) -> None:
    paths = [write(tmp_path, number, page) for number, page in enumerate(_TORN)]
    mixed = random.Random(seed).sample(paths, len(paths))  # noqa: S311 - an order, not a secret
    assert imported([[path] for path in mixed]) == imported([paths])


@settings(max_examples=EXAMPLES)
@given(documents=st.lists(st.one_of(pages, loose), min_size=2, max_size=6), chance=st.randoms(use_true_random=False))
def test_neither_order_nor_batches_change_what_a_library_holds(
    documents: list[dict[str, object]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as place:
        paths = [write(Path(place), number, page) for number, page in enumerate(documents)]
        together = imported([paths])
        mixed = chance.sample(paths, len(paths))
        assert imported([[path] for path in mixed]) == together
        cut = chance.randrange(len(paths))
        assert imported([mixed[cut:], mixed[:cut], paths]) == together


@pytest.mark.parametrize("seed", range(2))
def test_real_documents_in_any_order_make_one_library(shared: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    found = [path for folder in ("seeds", "data/film_pages", "data/articles", "data/imdb50k/mask_1985_raw")
             for path in sorted((shared / folder).glob("*.txt"))]  # fmt: skip
    seeds = found[:3]
    chosen = [*seeds, *chance.sample(found[3:], 9)]
    together = imported([chosen])
    mixed = chance.sample(chosen, len(chosen))
    assert imported([[path] for path in mixed]) == together
    assert imported([mixed[5:], mixed[:5], chosen]) == together
