"""What the panes say of a film: the user's own layer in full, and which reviews are theirs."""

from __future__ import annotations

from tui.models import Film, FilmView, Listing, Personal, Plain, Rating, Review, Viewing
from tui.widgets.film_passages import card, synopsis_passages

PERSONAL = Personal(
    viewings=(
        Viewing(date="2021-05-03", rating=Rating(value=3, out_of=5), rewatch=True, tags=(Plain("cinema"),)),
        Viewing(note=Plain("on the train")),
    ),
    lists=(Listing(name=Plain("Fires"), position=3, note=Plain("for the last scene")), Listing(name=Plain("Slow"))),
)


def test_viewings_and_lists_are_told_with_all_that_is_known_of_them() -> None:
    view = FilmView(film=Film(id="ash-1990", title=Plain("Ash")), personal=PERSONAL)
    told = [(passage.mark, passage.text) for passage in synopsis_passages(view) if passage.mark]
    assert told == [
        ("Seen", "2021-05-03, again, 3/5, cinema"),
        ("Seen", "some time, on the train"),
        ("List", "Fires, number 3: for the last scene"),
        ("List", "Slow"),
    ]


def test_a_review_of_the_users_own_says_so() -> None:
    mine, other = (Review(id=name, author=Plain("ada"), text=Plain("x"), mine=name == "m") for name in ("m", "o"))
    assert card(mine, {}, None).left == "ada · yours"
    assert card(other, {}, None).left == "ada"
