"""What sites write around their texts is known by what it is about, in any language; what a reviewer writes is not."""

from __future__ import annotations

import re

import pytest

from tui.readers.pages import sitephrases
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.sitewords import is_button
from tui.readers.pages.vocabulary import key

SAID = {
    "COOKIES": (
        "We use cookies on this page.",
        "Diese Seite verwendet Cookies.",
        "Nous utilisons des cookies.",
        "Utilizamos cookies propias.",
        "Tato stránka používá soubory cookies.",
        "Ta strona wykorzystuje pliki cookies.",
        "Cookie settings",
    ),
    "RIGHTS": ("© Lampworks. All rights reserved.", "Alle Rechte vorbehalten", "Wszelkie prawa zastrzeżone"),
    "LETTERS": ("Sign up for our lamp letter!", "The best of the pier in your inbox", "Iscriviti alla lettera"),
    "PICTURES": ("Photo: Ada Quill", "(Photo by Rufus Pell)", "Trailer 2:04"),
    "OFFERS": ("Watch it free for a month", "No credit card required", "Get your tickets"),
    "ENCYCLOPAEDIA": ("From Lampipedia", "Retrieved from the archive", "Category: Films about lamps"),
    "COUNTS": ("See all 12 reviews", "Page 2 of 9", "Showing all 12 items", "Comments are closed"),
    "ACCOUNT": ("Log in to vote", "Create your free account", "Terms of use"),
    "ITSELF": (
        "This conversation has been cut to fit the page.",
        "An earlier version of this article gave the lamp a wrong name.",
        "Dieser Beitrag erschien zuerst im Heft",
        "Correction: the lamp is of brass",
        "Oprava: lampa je mosazná",
        "[^1]: The keeper's letters",
    ),
    "OTHER": ("Powered by a lamp", "Back to the top"),
}
"""Lines by the group that knows them."""


@pytest.mark.parametrize("group", SAID)
def test_a_group_knows_its_lines_and_each_is_the_sites(group: str) -> None:
    shape = re.compile(getattr(sitephrases, group), re.IGNORECASE)
    assert [line for line in SAID[group] if not shape.search(line)] == []
    assert [line for line in SAID[group] if not is_furniture(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Zum Seitenanfang",
        "Přejít na obsah",
        "Rate this film",
        "Add to my watchlist",
        "Watch the trailer",
        "Jetzt streamen",
        "Zobrazit více",
        "Tout accepter",
        "Leer más",
        "Was it of any use to you? Ja / Nein",
        "The pieces below may give away important plot points.",
        "The article continues below",
    ],
)
def test_a_button_is_known_by_how_it_begins_and_what_it_goes_on_with(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["Watch the film", "See this movie", "My film", "Close up", "Back in town", "Rate"])
def test_what_a_reviewer_may_set_above_a_review_is_no_button(line: str) -> None:
    assert not is_button(key(line))


def test_every_group_has_its_lines_here() -> None:
    assert {getattr(sitephrases, name) for name in SAID} == set(sitephrases.GROUPS)


@pytest.mark.parametrize(
    "line",
    [
        "12 von 14 Lesern fanden diese Kritik hilfreich",
        "12 personnes ont trouvé ce commentaire utile",
        "12 de 14 personas encontraron esta crítica útil",
        "12 z 14 lidí považuje recenzi za užitečnou",
        "12 osób uznało recenzję za pomocną",
        "14人中12人が参考になったと言っています",
    ],
)
def test_votes_on_a_review_are_known_by_a_count_beside_a_word_for_helpful(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "She bakes cookies for a man who keeps one street dark.",
        "The rights to the novel were sold for a lamp and a song.",
        "It is a letter to everybody who ever waited on a pier.",
        "Watch the lamps and not the men.",
        "Of all the articles on this page of history, the lamp is the last.",
        "Correction was the director's word for a slap.",
        "I saw it twice and would pay a third time.",
        "Nobody found it helpful that the keeper was drunk.",
    ],
)
def test_a_sentence_about_a_film_is_nobodys_phrase(line: str) -> None:
    assert not is_furniture(line)
