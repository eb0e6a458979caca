"""Every command on a real library: the starter collection, read as at the first start."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.config import starter_documents

Asked = Callable[..., Any]


def test_the_six_films_are_listed_with_their_counts(ask: Asked) -> None:
    films = ask("films")
    assert {(film["title"], film["year"]) for film in films} == {
        ("Mask", 1985),
        ("The Last Picture Show", 1971),
        ("Paper Moon", 1973),
        ("Silkwood", 1983),
        ("Moonstruck", 1987),
        ("Mermaids", 1990),
    }
    for film in films:
        assert film["reviews"] >= 4, film
        assert film["trivia"] >= 6, film
        assert film["runtime_minutes"], film
        assert film["directors"], film
        assert {"value", "out_of"} <= film["rating"].keys()


@pytest.mark.parametrize(("order", "first"), [("year", "The Last Picture Show"), ("rating", "The Last Picture Show")])
def test_films_are_sorted(ask: Asked, order: str, first: str) -> None:
    assert ask("films", "--sort", order)[0]["title"] == first


def test_films_are_sorted_by_what_their_owner_gave_them_and_when_they_saw_them(ask: Asked) -> None:
    third, second, first = (film["id"] for film in ask("films")[:3])
    ask("log", first, "2024-03-02", "--rating", "6/10")
    ask("log", second, "2024-03-01", "--rating", "9/10")
    assert [film["id"] for film in ask("films", "--sort", "seen")[:3]] == [first, second, third]
    assert [film["id"] for film in ask("films", "--sort", "mine")[:3]] == [second, first, third]
    assert ask("films", "--sort", "seen")[0]["last_watched"] == "2024-03-02"


def test_films_are_found_by_title_name_and_what_is_said_of_them(ask: Asked) -> None:
    assert [film["title"] for film in ask("films", "moonstruck")] == ["Moonstruck"]
    assert {film["title"] for film in ask("films", "bogdanovich")} >= {"Mask", "Paper Moon", "The Last Picture Show"}
    assert ask("films", "zzzzzz") == []


def test_no_film_is_left_out_where_many_answer(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    found = ask("films", "in:synopsis")
    monkeypatch.setattr("tui.search.counting.FILMS", 1)
    assert len(found) > 1
    assert ask("films", "in:synopsis") == found


def test_a_film_is_shown_with_everything_that_programs_rely_on(ask: Asked) -> None:
    film = ask("show", "Mask (1985)")
    assert film.keys() >= {
        "id", "title", "year", "tagline", "rating", "runtime_minutes", "certificate", "languages", "genres",
        "directors", "cast", "synopsis", "ids", "reviews", "trivia",
    }  # fmt: skip
    assert film["id"] == "mask-1985"
    assert film["certificate"] == "PG-13"
    assert film["languages"] == ["en"]
    assert film["directors"] == ["Peter Bogdanovich"]
    assert film["cast"][:2] == ["Cher", "Eric Stoltz"]
    assert film["ids"]["imdb"] == "tt0089560"
    for review in film["reviews"]:
        assert review.keys() >= {"id", "author", "headline", "rating", "date", "text", "spoiler", "sources"}
    for item in film["trivia"]:
        assert item.keys() >= {"id", "topic", "text", "spoiler", "sources"}
    for record in film["reviews"] + film["trivia"]:
        for source in record["sources"]:
            assert source.keys() == {"document", "sha256", "lines"}
            assert source["document"]
            assert source["lines"][0] >= 1


def test_one_review_in_two_documents_is_one_with_the_best_of_each(ask: Asked) -> None:
    reviews = [one for one in ask("show", "mask-1985")["reviews"] if "fun house mirror" in one["text"]]
    assert len(reviews) == 1
    assert reviews[0]["author"] == "MatineeBalcony"
    assert len(reviews[0]["text"].split("\n\n")) == 4
    assert {Path(source["document"]).name for source in reviews[0]["sources"]} == {
        "mask-page.txt",
        "mask-loose-review.txt",
    }


def test_no_advertising_is_kept(ask: Asked) -> None:
    films = ask("films")
    assert len(films) == 6
    for film in films:
        text = json.dumps(ask("show", film["id"]))
        for line in ("free trial", "popcorn machine", "Ghost of Row", "See also", "Trailers & Clips"):
            assert line.casefold() not in text.casefold(), film["id"]


@pytest.mark.parametrize("name", ["mask-1985", "mask", "Mask (1985)", "tt0089560"])
def test_a_film_answers_to_its_names(ask: Asked, name: str) -> None:
    assert ask("show", name)["id"] == "mask-1985"


def test_spoilers_are_veiled_for_people_until_asked(read: Callable[..., tuple[str, str]]) -> None:
    veiled, _ = read("show", "mask-1985")
    open_, _ = read("show", "mask-1985", "--spoilers")
    assert "dies in his sleep" not in veiled
    assert "dies in his sleep" in open_


def test_a_search_gives_offsets_into_the_text(ask: Asked) -> None:
    answer = ask("search", '"fun house mirror"')
    assert answer["total"] >= 1
    hit = answer["hits"][0]
    assert hit.keys() >= {"film", "kind", "id", "author", "topic", "score", "snippet", "text", "matches"}
    assert hit["film"] == {"id": "mask-1985", "title": "Mask", "year": 1985}
    assert [hit["text"][first:last].casefold() for first, last in hit["matches"]] == ["fun house mirror"]


def test_a_search_in_a_pipe_is_a_line_a_hit(read: Callable[..., tuple[str, str]]) -> None:
    out, said = read("search", "mirror")
    assert all(len(line.split("\t")) == 5 for line in out.splitlines())
    assert "passage" in said


def test_a_search_is_saved_listed_used_and_forgotten(ask: Asked) -> None:
    ask("search", "mirror OR moon", "--save", "glass")
    assert ask("searches") == [{"name": "glass", "query": "mirror OR moon"}]
    assert ask("search", "@glass")["total"] == ask("search", "mirror OR moon")["total"]
    assert ask("searches", "--forget", "glass") == []
    assert "glass" in ask("search", "@glass", status=1)["error"]["message"]


def test_a_concordance_has_a_line_for_every_match(ask: Asked) -> None:
    lines = ask("search", "mirror", "--concordance")["lines"]
    assert lines
    assert all("mirror" in line["match"].casefold() for line in lines)


def test_more_like_this_leaves_out_the_review_itself(ask: Asked) -> None:
    review = ask("show", "paper-moon-1973")["reviews"][0]["id"]
    similar = ask("search", review, "--similar")["hits"]
    assert similar
    assert review not in [hit["id"] for hit in similar]


def test_an_import_is_called_by_what_was_imported(ask: Asked, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(f"title,year,review\nNight Mail {name},1936,A poem of a train.\n")
    ask("import", str(tmp_path / "one.csv"), str(tmp_path / "two.csv"))
    assert ask("history")[0]["label"] == "import of one.csv and 1 more"
    assert ask("undo")["done"] == "Took back: import of one.csv and 1 more"


def test_importing_again_changes_nothing(ask: Asked) -> None:
    before = ask("show", "mask-1985")
    report = ask("import", str(starter_documents()))
    assert {document["status"] for document in report["documents"]} == {"unchanged"}
    assert ask("show", "mask-1985") == before


def test_a_dry_run_reports_and_writes_nothing(ask: Asked, tmp_path: Path) -> None:
    table = tmp_path / "new.csv"
    table.write_text("title,year,review\nNight Mail,1936,A short film about a train that is a poem.\n")
    report = ask("import", str(table), "--dry-run")
    assert report["films"] == 1
    assert len(ask("films")) == 6
    assert ask("import", str(table))["films"] == 1
    assert len(ask("films")) == 7


def test_explain_tells_who_was_asked(ask: Asked) -> None:
    told = ask("import", "--explain", str(starter_documents() / "silkwood.nfo"))
    assert told[0]["reader"]
    assert {one["reader"] for one in told[0]["asked"]} >= {told[0]["reader"], "article"}
    assert all(one["why"] for one in told[0]["asked"])


def test_a_loose_review_waits_is_filed_and_comes_back_by_undo(ask: Asked, tmp_path: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text("Nothing in this picture moved me, and I left before the end.<br /><br />A waste of an evening.")
    assert ask("import", str(loose))["unfiled"] == 1
    waiting = ask("unfiled")
    assert waiting[0].keys() >= {"id", "text", "document", "candidates"}
    ask("ignore", waiting[0]["id"])
    assert ask("unfiled") == []
    assert ask("unfiled", "--ignored") == waiting
    ask("ignore", waiting[0]["id"], "--not")
    assert ask("unfiled") == waiting
    before = len(ask("show", "mermaids-1990")["reviews"])
    ask("file", waiting[0]["id"], "Mermaids (1990)")
    assert ask("unfiled") == []
    assert len(ask("show", "mermaids-1990")["reviews"]) == before + 1
    ask("undo")
    assert len(ask("unfiled")) == 1


def test_a_correction_wins_and_is_undone(ask: Asked) -> None:
    ask("correct", "mask-1985", "runtime_minutes", "121")
    assert ask("show", "mask-1985")["runtime_minutes"] == 121
    review = ask("show", "mask-1985")["reviews"][0]["id"]
    ask("correct", "mask-1985", "author", "Somebody", "Else", "--review", review)
    assert "Somebody Else" in [one["author"] for one in ask("show", "mask-1985")["reviews"]]
    ask("undo")
    ask("undo")
    assert ask("show", "mask-1985")["runtime_minutes"] != 121


def test_films_are_merged_split_and_removed_and_all_that_is_undone(ask: Asked) -> None:
    ask("merge", "silkwood-1983", "mermaids-1990")
    assert len(ask("films")) == 5
    ask("undo")
    reviews = len(ask("show", "mask-1985")["reviews"])
    review = next(one["id"] for one in ask("show", "mask-1985")["reviews"] if one["author"] == "MatineeCloakroom")
    ask("split", "mask-1985", review)
    assert len(ask("show", "mask-1985")["reviews"]) == reviews - 1
    assert len(ask("films")) + len(ask("unfiled")) == 7
    ask("undo")
    ask("remove", "mask-1985")
    assert len(ask("films")) == 5
    assert len(ask("history")) >= 1
    ask("undo")
    assert len(ask("films")) == 6


@pytest.mark.parametrize("form", ["json", "markdown", "csv", "letterboxd"])
def test_an_export_goes_to_a_file_whole_or_to_the_pipe(
    read: Callable[..., tuple[str, str]], tmp_path: Path, form: str
) -> None:
    out, _ = read("export", "mask-1985", "--format", form)
    target = tmp_path / "export"
    read("export", "mask-1985", "--format", form, "--output", str(target))
    assert target.read_bytes().decode("utf-8") == out
    _, said = read("export", "--format", form, "--output", str(tmp_path / "no" / "such" / "folder"), status=1)
    assert "cannot be written" in said


def test_a_document_comes_through_a_pipe(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO(b"Not one scene of it stays, and I left before the end.\n"))
    monkeypatch.setattr("sys.stdin", piped)
    report = ask("import", "-", "--film", "Mermaids (1990)")
    assert [(document["path"], document["status"]) for document in report["documents"]] == [("-", "imported")]
    assert "Not one scene" in json.dumps(ask("show", "mermaids-1990"))


def test_a_concordance_says_that_there_is_more(read: Callable[..., tuple[str, str]]) -> None:
    assert "there are more" in read("search", "the", "--concordance", "--limit", "2")[1]
    assert "more" not in read("search", "mirror", "--concordance")[1]


def test_what_was_changed_is_called_by_its_title(ask: Asked) -> None:
    assert ask("remove", "tt0089560")["done"] == "Removed Mask (1985)"
    ask("undo")
    assert ask("merge", "mask", "silkwood")["done"] == "Silkwood (1983) is now part of Mask (1985)"


def test_nothing_that_waits_is_said_so(read: Callable[..., tuple[str, str]]) -> None:
    assert read("unfiled") == ("", "Nothing is waiting for a film.\n")


def test_spoilers_are_shown_when_they_are_asked_for(ask: Asked) -> None:
    veiled = next(hit for hit in ask("search", "has:spoiler mirror")["hits"])
    shown = next(hit for hit in ask("search", "has:spoiler mirror", "--spoilers")["hits"])
    assert veiled["id"] == shown["id"]
    assert not veiled["snippet"]
    assert "mirror" in shown["snippet"]


def test_a_viewing_is_logged_and_marks_are_one_change(ask: Asked, read: Asked) -> None:
    ask("log", "Mask", "2024-03-01", "--rating", "3.5/5", "--tag", "cinema")
    own = ask("show", "Mask")["personal"]
    assert [(one["date"], one["tags"]) for one in own["viewings"]] == [("2024-03-01", ["cinema"])]
    ask("mark", "Mask", "--like", "--watchlist", "--tag", "bikers", "--rating", "9")
    own = ask("show", "Mask")["personal"]
    assert (bool(own["liked"]), bool(own["watchlist"]), own["tags"]) == (True, True, ["bikers"])
    assert own["ratings"][0]["value"] == 9
    ask("undo")
    own = ask("show", "Mask")["personal"]
    assert not own.keys() & {"liked", "watchlist", "tags"}
    assert own["ratings"][0]["value"] == 3.5
    ask("log", "Mask", "2024-03-01", "--remove")
    assert "viewings" not in ask("show", "Mask")["personal"]
    for words in (("mark", "Mask"), ("log", "Mask", "03/04/2024"), ("mark", "Mask", "--rating", "nice")):
        read(*words, status=1)
