from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tui.library import Library
from tui.library.indexing import Indexing
from tui.library.placing import Placer
from tui.models import Citation, Extract, Plain, Review, SourceDocument

LONG = (
    "The clockmaker keeps his promise only once, and the film spends ninety patient minutes wondering about the price."
    " Nobody in the harbour town believes him."
)
Row = dict[str, Any]


def film(title: str, year: int | None = None, *reviews: Row, **facts: Any) -> Row:
    said = {"title": title, **({"year": year} if year else {}), **facts}
    return {"facts": said, "reviews": list(reviews)}


def review(text: str, **fields: Any) -> Row:
    return {"text": text, **fields}


@pytest.fixture(autouse=True)
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Indexing, "update", lambda *_: False)


def test_documents_about_one_film_become_one_film(library: Library, write: Any) -> None:
    first = write("a.rows", film("Harbour Lights", 1999, review(LONG, author="Ann")))
    second = write("b.rows", film("Harbour Lights, The", 1999, review(LONG.replace(". ", ".\n\n"))))
    report = library.import_paths([first, second])
    assert (report.films, report.reviews, report.merged) == (1, 1, 1)
    view = library.film("harbour-lights-1999")
    assert [one.author for one in view.reviews] == ["Ann"]
    assert "\n\n" in view.reviews[0].text
    assert len(view.reviews[0].sources) == 2


def test_importing_again_says_unchanged(library: Library, write: Any) -> None:
    path = write("a.rows", film("Harbour Lights", 1999, review(LONG)))
    library.import_paths([path])
    before = library.store.stamps()
    report = library.import_paths([path])
    assert [one.status for one in report.documents] == ["unchanged"]
    assert library.store.stamps() == before
    assert len(library.history()) == 1


def test_importing_again_judges_nothing_again_that_waits(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.rows", {"reviews": [{"text": "The lamp at the end of the pier is never lit again by anybody."}]})
    library.import_paths([path])
    waiting = library.unfiled()
    assert waiting
    monkeypatch.setattr(Placer, "place", None)
    (document,) = library.import_paths([path]).documents
    assert document.status == "unchanged"
    assert library.unfiled() == waiting


def test_one_bad_document_does_not_stop_the_others(library: Library, write: Any, tmp_path: Path) -> None:
    good = write("good.rows", film("Harbour Lights", 1999))
    bad = write("bad.rows", film("Half", 2001))
    bad.write_text(bad.read_text() + "\n{broken", encoding="utf-8")
    report = library.import_paths([bad, tmp_path / "missing", good])
    assert [one.status for one in report.documents] == ["failed", "failed", "imported"]
    assert all(one.reason for one in report.documents if one.status == "failed")
    assert [one.id for one in library.catalogue()] == ["harbour-lights-1999"]


def test_a_dry_run_reports_the_same_and_writes_nothing(library: Library, write: Any) -> None:
    path = write("a.rows", film("Harbour Lights", 1999, review(LONG)), film("Harbour Lights", 2015, review("Short.")))
    dry = library.import_paths([path], dry_run=True)
    assert not library.root.exists()
    assert library.import_paths([path]) == dry


def test_a_film_known_by_its_id_alone_gets_its_title_later(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", {"facts": {"ids": {"imdb": "tt0000042"}}, "reviews": [review(LONG)]})])
    assert [(one.id, one.title) for one in library.catalogue()] == [("tt0000042", "tt0000042")]
    library.import_paths([write("b.rows", film("Harbour Lights", 1999, ids={"imdb": "tt0000042"}))])
    assert [one.id for one in library.catalogue()] == ["harbour-lights-1999"]
    assert library.film("tt0000042").film.title == "Harbour Lights"
    assert len(library.film("Harbour Lights (1999)").reviews) == 1


def test_namesakes_of_one_year_are_kept_apart_whichever_comes_first(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", film("Echo", 2020, ids={"imdb": "tt0000001"}))])
    library.import_paths([write("b.rows", film("Echo", 2020, ids={"imdb": "tt0000002"}))])
    assert [one.id for one in library.catalogue()] == ["echo-2020--tt0000001", "echo-2020--tt0000002"]
    library.import_paths([write("c.rows", film("Echo", 2020, ids={"imdb": "tt0000001"}, tagline="Again"))])
    assert [one.id for one in library.catalogue()] == ["echo-2020--tt0000001", "echo-2020--tt0000002"]


def test_a_document_is_noted_with_the_ids_that_its_films_have_at_the_end(library: Library, write: Any) -> None:
    """The first is «echo-2020» until the second comes."""
    documents = [write(f"{n}.rows", film("Echo", 2020, ids={"imdb": f"tt000000{n}"})) for n in (1, 2)]
    library.import_paths(documents)
    noted = [film for entry in library.store.ledger().values() for film in entry.films]
    assert sorted(noted) == [one.id for one in library.catalogue()]


def test_the_user_says_which_film_it_is(library: Library, write: Any) -> None:
    report = library.import_paths([write("a.rows", {"reviews": [review(LONG)]})], film="Harbour Lights (1999)")
    assert report.documents[0].film == "harbour-lights-1999"
    assert library.film("Harbour Lights").film.year == 1999


def test_what_leaves_a_film_is_not_counted_as_merged(library: Library, write: Any) -> None:
    """A record that waited, or was placed elsewhere, is none that another document has too."""
    library.import_paths([write("a.rows", film("Harbour Lights", 1999, review(LONG, author="Ann")))])
    loose = library.import_paths([write("loose.rows", {"reviews": [review(LONG), review("Lamps.")]})])
    assert (loose.films, loose.reviews, loose.merged, loose.unfiled) == (0, 1, 1, 0)
    twin = library.import_paths([write("b.rows", film("Mirrors", 1980, review(LONG)))])  # two films have the text now
    assert (twin.films, twin.merged) == (1, 0)
    assert len(library.unfiled()) == 1
    other = library.import_paths([write("c.rows", film("Mirrors", 1980, review(LONG), review("Short and new.")))])
    assert (other.reviews, other.merged) == (1, 1)


def test_a_placed_page_is_judged_again_as_it_came(library: Library, write: Any) -> None:
    """Each of its reviews stands on lines of its own within the page's; taken off the film, all of it goes."""
    from tui.library.films import Parts, take_out
    from tui.library.placements import Placement, record_id

    document = SourceDocument(
        sha256="cd" * 32, name=Plain("page.txt"), reader="film-page", imported="2026-01-01T00:00:00Z"
    )

    def at(first: int, last: int) -> Citation:
        return Citation(sha256=document.sha256, lines=(first, last))

    page = Extract(
        source=at(1, 20),
        reviews=(
            Review(text=Plain(LONG), sources=(at(3, 5),)),
            Review(text=Plain("A lamp, a pier and nobody."), sources=(at(8, 9),)),
        ),
    )
    library.import_paths([write("a.rows", film("Harbour Lights", 1999, review(LONG, author="Ann")))])
    before = library.store.load("harbour-lights-1999")
    parts = Parts()
    parts.add_film(before)
    parts.add_extract(replace(page, inferred=True), document)
    placed = parts.film()
    taken = library.placer().record_in(placed, record_id(page), Placement(film=placed.id, source=page.source))
    assert taken.extract == page
    assert record_id(taken.extract) == record_id(page)
    left = take_out(placed, [page.source])
    assert left is not None
    assert left.reviews == before.reviews
    assert left.claims == before.claims


def test_placing_tells_how_far_it_is_with_the_films_that_it_compares(library: Library, write: Any) -> None:
    library.import_paths(
        [
            write(
                "a.rows", *(film(f"Harbour {number}", 1900 + number, review(f"Pier {number}.")) for number in range(80))
            )
        ]
    )
    told: list[tuple[int, int | None]] = []
    library.import_paths(
        [write("loose.rows", {"reviews": [review(LONG)]})],
        progress=lambda one: told.append((one.done, one.total)) if one.task == "placing" else None,
    )
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len({done for done, _ in told}) >= 3
    assert {total for _, total in told} == {81}


def test_the_same_file_in_two_folders_is_about_its_film_both_times(
    library: Library, write: Any, tmp_path: Path
) -> None:
    path = write("a.rows", film("Harbour Lights", 1999, review(LONG)))
    copy = tmp_path / "copies" / "b.rows"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    report = library.import_paths([path, copy])
    assert [(one.status, one.film) for one in report.documents] == [("imported", "harbour-lights-1999")] * 2
    assert report.reviews == 1


def test_the_report_counts_what_a_document_tells_of_its_owner(library: Library, write: Any) -> None:
    own = {"viewings": [{"date": "2020-01-02"}, {"date": "2021-03-04"}], "liked": "yes", "tags": ["sea"]}
    diary = write("diary.rows", film("Harbour Lights", 1999) | {"personal": own}, film("Half", 2001))

    (document,) = library.import_paths([diary]).documents

    assert document.own == {"viewings": 2, "liked": 1, "tagged": 1}
    assert all(type(count) is int for count in document.own.values())
