"""Wiki markup by itself and of other languages: boxes with lists, parts, flags; and where its paragraphs stand."""

from __future__ import annotations

from tests.unit.readers.html.pages import facts_of, read_page
from tui.readers import registry
from tui.readers.document import Document

ALONE = """{{Short description|1987 film}}
{{Infobox film
| name = Paper Harbour
| director = [[Ada Field]]
| starring = {{plainlist|
* [[Dee Rowan]]
* [[Eli Stone]]
}}
| country = {{ubl|West Germany|Austria}}
}}
'''''Paper Harbour''''' is a 1987 film by [[Ada Field]].

==Production==
===Filming===
The harbour was built in a single night, of [[paper]] alone.

==Reception==
===Critical response===
Nobody who wrote about it agreed on the boats.
"""
GERMAN = """{{Infobox Film
| Produktionsland = [[BR Deutschland]], [[Österreich]]
| Regie = Ada Field
| Besetzung = * [[Dee Rowan]]: Zöllner
* [[Eli Stone]]: Kapitän
| Länge = 118
}}
'''Hafen aus Papier''' ist ein Film von [[Ada Field]] aus dem Jahr 1987.
"""
FRENCH = """{{Infobox Cinéma (film)
| réalisation = [[Ada Field]]
| pays = {{Autriche}}
| durée = 118 minutes
}}
'''Le Port de papier''' est un film de 1987.
"""


def test_markup_by_itself_is_named_by_its_box_and_chosen_before_articles() -> None:
    document = Document.of_bytes("saved.txt", ALONE.encode())
    assert registry.choose(document).reader.name == "wikitext"
    found = read_page("wikitext", ALONE, "saved.txt")
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.cast) == ("Paper Harbour", 1987, ("Dee Rowan", "Eli Stone"))
    assert facts.countries == ("West Germany", "Austria")
    rows = ALONE.split("\n")
    for fact, beginning in zip(found.trivia, ("The harbour was built", "Nobody who wrote"), strict=True):
        first, _ = fact.sources[0].lines
        assert rows[first - 1].startswith(beginning)


def test_a_german_box_names_actors_with_their_parts_and_a_french_one_countries_by_their_flags() -> None:
    facts = facts_of(read_page("wikitext", GERMAN, "x.wiki"))
    assert (facts.cast, facts.characters) == (("Dee Rowan", "Eli Stone"), ("Zöllner", "Kapitän"))
    assert facts.countries == ("BR Deutschland", "Österreich")
    assert facts_of(read_page("wikitext", FRENCH, "x.wiki")).countries == ("Autriche",)


def test_templates_that_stand_for_text_show_it() -> None:
    text = (
        "{{Infobox film|name=The Lantern|director=Ada Field}}\n'''The Lantern''' is a film of {{circa|1974}}.\n"
        "== Production ==\nIt cost {{GBP|1.2 million}} and sold {{formatnum:12345}} tickets{{colon}} few.\n\n"
        "{{Blockquote|text=The lamp was real.|author=Bo Reed}}\n\nIn {{lang-de|Die Laterne}} it burns.\n"
    )
    found = read_page("wikitext", text, "The Lantern.wiki")
    assert [one.text for one in found.trivia] == [
        "It cost £1.2 million and sold 12,345 tickets: few.",
        "The lamp was real.",
        "In Die Laterne it burns.",
    ]
    assert facts_of(found).synopsis == "The Lantern is a film of c. 1974."
