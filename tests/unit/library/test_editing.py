from __future__ import annotations

from typing import Any

import pytest

from tui.errors import AmbiguousError, CancelledError, MatineeError, NotFoundError
from tui.library import Library
from tui.library.own_layer import rating_of, viewing_of
from tui.models import Viewing

PROSE = (
    "Nobody on the pier believes the clockmaker, and the film takes ninety patient minutes to show us why he lies,"
    " while Marla Quent counts the ships that never arrive."
)


@pytest.fixture
def filled(library: Library, write: Any) -> Library:
    page = {"facts": {"title": "Harbour", "year": 1999, "runtime_minutes": 90}, "reviews": [{"text": PROSE}]}
    other = {"facts": {"title": "Reply", "year": 2001}, "reviews": [{"text": "Short and loud.", "author": "Bo"}]}
    library.import_paths([write("a.rows", page), write("b.rows", other)])
    return library


def test_a_correction_wins_and_the_documents_value_stays_one_key_away(filled: Library) -> None:
    filled.correct("Harbour", "runtime_minutes", 95)
    view = filled.film("Harbour")
    assert view.film.runtime_minutes == 95
    assert [(other.field, other.value) for other in view.others] == [("runtime_minutes", "90")]
    filled.correct("Harbour", "runtime_minutes", None)
    assert filled.film("Harbour").film.runtime_minutes == 90


def test_a_corrected_title_changes_the_id_and_the_old_one_still_answers(filled: Library) -> None:
    filled.correct("Harbour", "title", "The Pier")
    assert filled.film("The Pier").film.id == "the-pier-1999"
    assert filled.film("harbour-1999").film.title == "The Pier"


def test_languages_are_kept_by_their_codes_however_they_are_typed(filled: Library) -> None:
    filled.correct("Harbour", "languages", ["French", "deutsch", "en", "Klingon"])
    assert filled.film("Harbour").film.languages == ("fr", "de", "en", "Klingon")


def test_a_reviews_author_can_be_corrected(filled: Library) -> None:
    review = filled.film("Harbour").reviews[0]
    filled.correct("Harbour", f"review:{review.id}:author", "Ann")
    assert filled.film("Harbour").reviews[0].author == "Ann"


def test_what_cannot_be_corrected_is_said(filled: Library) -> None:
    with pytest.raises(MatineeError, match="cannot be corrected"):
        filled.correct("Harbour", "colour", "red")
    with pytest.raises(MatineeError, match="not a whole number"):
        filled.correct("Harbour", "year", "soon")
    with pytest.raises(NotFoundError):
        filled.correct("Harbour", "review:nope:author", "Ann")


def test_everything_can_be_undone_also_after_a_restart(filled: Library) -> None:
    filled.correct("Harbour", "year", 2005)
    filled.set_rating("Harbour", 8)
    filled.remove("Reply")
    again = Library.open(filled.root)
    assert again.undo() == "removal of Reply (2001)"
    assert again.film("Reply").film.year == 2001
    again.undo()
    assert again.undo() == "correction of year of Harbour (1999)"
    assert again.film("harbour-1999").film.year == 1999


def test_the_users_own_layer(filled: Library) -> None:
    review = filled.film("Harbour").reviews[0]
    filled.set_watchlist("Harbour", True)
    filled.set_rating("Harbour", 4, 5)
    filled.add_viewing("Harbour", viewing_of("2020-01-02"))
    filled.add_viewing("Harbour", viewing_of("2020-01-02"))
    assert filled.bookmark("Harbour", review.id)
    note = filled.note("Harbour", "The pier again", record=review.id, quote="pier")
    own = filled.film("Harbour").personal
    assert (own.ratings[0].value, len(own.viewings), own.bookmarks) == (4, 1, (review.id,))
    assert own.notes == (note,)
    summary = filled.register.find("Harbour")
    assert (summary.watchlist, summary.watched) == (False, "2020-01-02")  # what was seen is wanted no more


@pytest.mark.parametrize("said", ["last summer", "3/4/2014", "1" * 5000])
def test_a_film_was_last_seen_on_a_day_that_is_known(filled: Library, said: str) -> None:
    filled.add_viewing("Harbour", Viewing(date=said))
    assert filled.register.find("Harbour").watched == "yes"
    filled.add_viewing("Harbour", Viewing(date="2020-01-02"))
    assert filled.register.find("Harbour").watched == "2020-01-02"


def test_viewings_likes_and_tags_are_given_and_taken_back(filled: Library) -> None:
    filled.add_viewing("Harbour", viewing_of("2024-03-01 ★★★½ again", tags=["cinema"], note="with Ann"))
    filled.set_liked("Harbour", True)
    filled.set_tags("Harbour", ["pier", "fog"])
    filled.set_tags("Harbour", ["sea"], ["fog"])
    own = filled.film("Harbour").personal
    (seen,) = own.viewings
    assert (seen.date, seen.rewatch, seen.tags, seen.note) == ("2024-03-01", True, ("cinema",), "with Ann")
    assert [(one.value, one.out_of) for one in own.ratings] == [(3.5, 5)]
    assert (bool(own.liked), own.tags) == (True, ("pier", "sea"))
    filled.remove_viewing("Harbour", "2024-03-01")
    filled.set_liked("Harbour", False)
    own = filled.film("Harbour").personal
    assert (own.viewings, own.liked) == ((), None)
    with pytest.raises(MatineeError):
        filled.remove_viewing("Harbour", "2024-03-01")
    filled.undo()
    filled.undo()
    assert filled.film("Harbour").personal.viewings[0].date == "2024-03-01"


@pytest.mark.parametrize("text", ["yesterday evening", "03/04/2024", "2999-01-01"])
def test_a_day_that_is_none_or_two_or_to_come_is_refused(text: str) -> None:
    with pytest.raises(MatineeError):
        viewing_of(text)


def test_a_rating_is_read_in_any_notation_and_refused_where_it_is_none() -> None:
    assert [(rating_of(text).value, rating_of(text).out_of) for text in ("8", "3,5/5", "★★★½")] == [
        (8, 10),
        (3.5, 5),
        (3.5, 5),
    ]
    with pytest.raises(MatineeError):
        rating_of("nice")


def test_merged_films_stay_one_whatever_is_imported_later(filled: Library, write: Any) -> None:
    merged = filled.merge("Harbour", "Reply")
    assert merged == "harbour-1999"
    filled.import_paths([write("c.rows", {"facts": {"title": "Reply", "year": 2001, "tagline": "Hm"}})])
    assert [film.id for film in filled.catalogue()] == ["harbour-1999"]
    assert len(filled.film("Reply (2001)").reviews) == 2


def test_a_review_of_another_film_is_split_off_and_waits(filled: Library, write: Any) -> None:
    same = {"facts": {"title": "Harbour", "year": 1999}, "reviews": [{"text": PROSE + " Twice.", "author": "Ann"}]}
    filled.import_paths([write("c.rows", {**same, "reviews": [{"text": "Of quite another film.", "author": "Ann"}]})])
    view = filled.film("Harbour")
    wrong = next(review for review in view.reviews if review.author == "Ann")
    made = filled.split("Harbour", [wrong.id])
    assert made is not None
    assert made != "harbour-1999"
    assert len(filled.film(made).reviews) == 1


def test_a_loose_review_waits_and_is_placed_when_its_film_comes(library: Library, write: Any) -> None:
    loose = library.import_paths([write("l.rows", {"reviews": [{"text": PROSE}]})])
    assert loose.documents[0].status == "unfiled"
    assert len(library.unfiled()) == 1
    page = {"facts": {"title": "Harbour", "year": 1999}, "reviews": [{"text": PROSE, "author": "Ann"}]}
    library.import_paths([write("p.rows", page)])
    assert library.unfiled() == ()
    assert len(library.film("Harbour").reviews) == 1
    (placed,) = library.placements().placed.values()
    assert placed.evidence[0].text == "same text as the review by Ann of Harbour (1999)"


def test_a_waiting_record_is_filed_by_hand_and_stays_there(library: Library, write: Any) -> None:
    library.import_paths([write("l.rows", {"reviews": [{"text": PROSE}]})])
    record = library.unfiled()[0].id
    assert library.file(record, "Harbour (1999)") == "harbour-1999"
    library.import_paths([write("p.rows", {"facts": {"title": "Reply", "year": 2001}, "reviews": [{"text": PROSE}]})])
    assert len(library.film("Harbour").reviews) == 1
    assert library.unfiled() == ()


def test_a_record_can_be_ignored(library: Library, write: Any) -> None:
    library.import_paths([write("l.rows", {"reviews": [{"text": PROSE}]})])
    library.ignore(library.unfiled()[0].id)
    assert library.unfiled() == ()
    assert len(library.unfiled(ignored=True)) == 1


def test_names_that_no_or_several_films_have(filled: Library, write: Any) -> None:
    filled.import_paths([write("c.rows", {"facts": {"title": "Harbour", "year": 1951}})])
    with pytest.raises(AmbiguousError, match="harbour-1951"):
        filled.film("Harbour")
    with pytest.raises(NotFoundError, match="Reply"):
        filled.film("Replie")


def test_a_stopped_import_changes_nothing(library: Library, write: Any) -> None:
    import threading

    stop = threading.Event()
    path = write("a.rows", {"facts": {"title": "Harbour", "year": 1999}})
    with pytest.raises(CancelledError):
        library.import_paths([path], progress=lambda _: stop.set(), cancel=stop)
    assert library.catalogue() == ()
    assert library.import_paths([path]).films == 1


def test_the_history_names_films_and_texts_as_a_person_does(filled: Library, write: Any) -> None:
    harbour = filled.film("Harbour")
    filled.set_rating("harbour-1999", 8)
    filled.set_watchlist("harbour-1999", True)
    filled.note("harbour-1999", "The pier again")
    filled.import_paths([write("l.rows", {"reviews": [{"text": "Nobody {here} knows the town or its lamps."}]})])
    record = filled.unfiled()[0].id
    filled.ignore(record)
    filled.file(record, "reply-2001")
    filled.split("harbour-1999", [harbour.reviews[0].id])
    assert [change.label for change in filled.history()][:7] == [
        "splitting 1 review off Harbour (1999)",
        "filing of «Nobody {here} knows the town or …» under Reply (2001)",
        "setting aside «Nobody {here} knows the town or …»",
        "import of l.rows",
        "note on Harbour (1999)",
        "putting on the watchlist: Harbour (1999)",
        "rating of Harbour (1999)",
    ]


def test_a_title_with_letters_exchanged_is_answered_with_the_right_one(filled: Library) -> None:
    with pytest.raises(NotFoundError) as caught:
        filled.film("repyl")
    assert "Do you mean Reply (2001)" in caught.value.remedy
