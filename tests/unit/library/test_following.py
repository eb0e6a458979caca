from __future__ import annotations

from typing import Any

import pytest

from tui.errors import DamagedFileError, MatineeError, SearchIndexError
from tui.library import Library
from tui.search import SearchIndex

HARBOUR = {"facts": {"title": "Harbour", "year": 1999}, "reviews": [{"text": "Slow, wet, and worth every minute."}]}
REPLY = {"facts": {"title": "Reply", "year": 2001}, "reviews": [{"text": "Short and loud."}]}


def test_what_another_process_writes_right_after_an_import_is_found(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt = library.films.adopt

    def adopt_late(*told: Any) -> None:
        Library.open(library.root).import_paths([write("b.rows", REPLY)])
        adopt(*told)

    monkeypatch.setattr(library.films, "adopt", adopt_late)
    library.import_paths([write("a.rows", HARBOUR)])
    library.refresh()
    assert [film.title for film in library.catalogue()] == ["Harbour", "Reply"]


def test_a_film_that_came_from_outside_answers_to_its_name(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", HARBOUR)])
    other = Library.open(library.root.with_name("other"))
    other.import_paths([write("b.rows", REPLY)])
    (library.root / "films" / "reply-2001.json").write_bytes((other.root / "films" / "reply-2001.json").read_bytes())
    again = Library.open(library.root)
    again.correct("Reply", "tagline", "Come back.")
    assert again.film("Reply (2001)").film.tagline == "Come back."


def test_a_film_whose_file_is_damaged_is_called_damaged_by_every_later_process(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", HARBOUR), write("b.rows", REPLY)])
    (library.root / "films" / "reply-2001.json").write_bytes(b"{")
    for _ in range(2):
        again = Library.open(library.root)
        again.refresh()
        assert [film.title for film in again.catalogue()] == ["Harbour"]
        assert list(again.unreadable) == ["reply-2001"]
        with pytest.raises(DamagedFileError):
            again.film("reply-2001")


def test_a_damaged_film_that_is_set_aside_and_imported_again_is_listed_again(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", HARBOUR)])
    (library.root / "films" / "harbour-1999.json").write_bytes(b"{")
    library.refresh()
    library.check(repair=True)
    library.import_paths([write("a.rows", HARBOUR), write("b.rows", REPLY)])
    library.import_paths([write("c.rows", {"facts": {"title": "Third", "year": 2003}})])
    library.refresh()
    assert not library.unreadable
    assert [film.title for film in library.catalogue()] == ["Harbour", "Reply", "Third"]


def test_an_index_that_cannot_be_written_does_not_fail_an_import(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise SearchIndexError("index", "another process writes")

    with monkeypatch.context() as patch:
        patch.setattr(SearchIndex, "update", refuse)
        report = library.import_paths([write("a.rows", HARBOUR)])
    assert report.films == 1
    assert library.search("wet").total == 0
    assert library.refresh()
    assert library.search("wet").total == 1


def test_a_saved_search_is_asked_for_by_its_name_and_narrowed_behind_it(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", HARBOUR), write("b.rows", REPLY)])
    library.save_search("mine", "wet OR loud")
    assert library.search("@mine").total == 2
    assert library.search("@mine film:reply").total == 1
    assert library.search("@nobody").notices[0] == "no search is saved as @nobody"
    with pytest.raises(MatineeError, match="not a name for a search"):
        library.save_search("two words", "wet")


def test_an_index_in_which_a_killed_writer_left_files_is_built_anew(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.import_paths([write("a.rows", HARBOUR)])
    update = library.indexing.index.update

    def refuse_additions(*films: Any, rebuild: bool = False, **told: Any) -> None:
        if not rebuild:
            raise SearchIndexError("index/passages", "a file of it exists already")
        update(*films, rebuild=rebuild, **told)

    monkeypatch.setattr(library.indexing.index, "update", refuse_additions)
    library.import_paths([write("b.rows", REPLY)])
    assert library.search("wet").total == 1
    assert library.search("loud").total == 1
