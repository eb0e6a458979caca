"""Articles of many Wikipedias: their infoboxes' labels, their headings, how they write minutes."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page


def article(language: str, name: str, rows: dict[str, str], headings: tuple[str, str], *, alone: str = "") -> str:
    box = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows.items())
    box += f"<tr><td colspan=2>{alone}</td></tr>" if alone else ""
    body = (
        f'<h1 id="firstHeading">{name}</h1><div id="mw-content-text"><div class="mw-parser-output">'
        f'<table class="infobox"><tbody>{box}</tbody></table><p>Lead 1968.</p><h2>{headings[0]}</h2><p>Fog comes.</p>'
        f"<h2>{headings[1]}</h2><p>Book.</p></div></div>"
    )
    return page(body, url=f"https://{language}.wikipedia.org/wiki/Fog")


@pytest.mark.parametrize(
    ("language", "name", "labels", "headings"),
    [
        ("nl", "Mist (film)", ("Regie", "Scenario", "Hoofdrollen", "Speelduur", "94 minuten"), ("Verhaal", "Bronnen")),
        (
            "hu",
            "Köd (film)",
            ("Rendező", "Forgatókönyvíró", "Főszerepben", "Játékidő", "94 perc"),
            ("Cselekmény", "Jegyzetek"),
        ),
        (
            "uk",
            "Туман (фільм)",
            ("Режисер", "Сценарист", "У головних<br>ролях", "Тривалість", "94 хв."),
            ("Сюжет", "Примітки"),
        ),
        ("he", "ערפל (סרט)", ("בימוי", "תסריט", "שחקנים ראשיים", "משך הקרנה", "94 דקות"), ("עלילה", "הערות שוליים")),
        ("ar", "ضباب (فيلم)", ("المخرج", "سيناريو", "البطولة", "مدة العرض", "94 دقيقة"), ("القصة", "مراجع")),
        (
            "bg",
            "Мъгла (филм)",
            ("Режисьори", "Сценаристи", "В ролите", "Времетраене", "94 минути"),
            ("Сюжет", "Външни препратки"),
        ),
        (
            "ca",
            "Boira (pel·lícula)",
            ("Direcció", "Guió", "Protagonistes", "Durada", "94 min"),
            ("Argument", "Referències"),
        ),
        (
            "da",
            "Tåge (film)",
            ("Instruktion", "Manuskript af", "Medvirkende", "Længde", "94 minutter"),
            ("Handling", "Eksterne henvisninger"),
        ),
        (
            "lv",
            "Migla (filma)",
            ("Režisors", "Scenārijs", "Galvenajās lomās", "Ilgums", "94 minūtes"),
            ("Sižets", "Atsauces"),
        ),
    ],
)
def test_the_box_and_the_sections(language: str, name: str, labels: tuple[str, ...], headings: tuple[str, str]) -> None:
    *people, length, minutes = labels
    rows = dict(zip((*people, length), ("Ada Field", "Bo Reed", "Cy Marsh<br>Di Heath", minutes), strict=True))
    found = read_page("wikipedia", article(language, name, rows, headings))
    facts = facts_of(found)
    assert facts.title == name.partition(" (")[0]
    assert (facts.directors, facts.writers, facts.cast) == (("Ada Field",), ("Bo Reed",), ("Cy Marsh", "Di Heath"))
    assert (facts.runtime_minutes, facts.plot, found.trivia) == (94, "Fog comes.", [])


def test_a_row_without_a_label_may_hold_the_minutes() -> None:
    source = article(
        "pt", "Névoa (filme)", {"Direção": "Ada Field"}, ("Enredo", "Notas"), alone="Irlanda<br>1968 • cor • 94 min"
    )
    assert facts_of(read_page("wikipedia", source)).runtime_minutes == 94


def test_typographic_apostrophes_in_labels_and_full_stops_behind_characters() -> None:
    rows = {"Réalisation": "Ada Field", "Pays d’origine": "Hongrie", "Durée": "101 min"}
    source = article("fr", "Le Bac (film)", rows, ("Synopsis", "Autour du film"))
    source = source.replace("<h2>Autour", "<h2>Distribution</h2><ul><li>Cy Moss : Anna.</li></ul><h2>Autour")
    facts = facts_of(read_page("wikipedia", source))
    assert (facts.countries, facts.cast, facts.characters) == (("Hongrie",), ("Cy Moss",), ("Anna",))


@pytest.mark.parametrize(
    ("label", "plot", "end"),
    [
        ("Σκηνοθεσία", "Υπόθεση", "Παραπομπές"),
        ("Regie", "Handlung", "Fußnoten"),
        ("Режија", "Радња", "Референце"),
    ],
)
def test_letters_that_change_when_folded(label: str, plot: str, end: str) -> None:
    body = (
        f'<h1 id="firstHeading">Pram</h1><div class="mw-parser-output"><table class="infobox"><tr><th>{label}</th>'
        f"<td>Sofie Brun</td></tr></table><p>1958</p><h2>{plot}</h2><p>A clerk counts.</p><h2>{end}</h2><p>1</p></div>"
    )
    found = read_page("wikipedia", page(body, url="https://el.wikipedia.org/wiki/Pram"))
    assert (facts_of(found).directors, facts_of(found).plot) == (("Sofie Brun",), "A clerk counts.")
    assert found.trivia == []
