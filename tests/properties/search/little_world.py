"""Random libraries whose words are known by construction, and random questions to them.

No word is taken out of a text here: texts are put together from `SPELLED`, where a person has written down what words
each spelling has, and where. So nothing of the engine's own analysis is used.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.models import Film, FilmView, Note, Personal, Plain, Rating, Review, Trivia, Viewing


@dataclass(frozen=True)
class Tok:
    """A word of a text: how it is indexed, what it is found by, where it stands."""

    term: str
    forms: tuple[str, ...]
    start: int
    end: int


def _one(spelling: str, *forms: str, term: str = "") -> tuple[str, list[Tok]]:
    return spelling, [Tok(term or forms[0], forms, 0, len(spelling))]


def _characters(spelling: str) -> tuple[str, list[Tok]]:
    return spelling, [Tok(letter, (letter,), place, place + 1) for place, letter in enumerate(spelling)]


SPELLED: dict[str, list[Tok]] = dict(
    [
        *(_one(spelling, "mirror") for spelling in ("mirror", "Mirror", "MIRROR", "mirrór", "mirro\u0301r")),
        _one("mirrors", "mirrors"),
        _one("mirror’s", "mirrors", "mirror", term="mirror's"),
        *(_one(spelling, "mother") for spelling in ("mother", "Mother")),
        *(_one(spelling, "tear") for spelling in ("tear", "TEAR")),
        *(_one(spelling, "jerker") for spelling in ("jerker", "Jerker")),
        _one("jerkers", "jerkers"),
        *(_one(spelling, "tearjerker") for spelling in ("tearjerker", "Tearjerker")),
        _one("tearjerkers", "tearjerkers"),
        ("tear-jerker", [Tok("tear", ("tear",), 0, 4), Tok("jerker", ("jerker",), 5, 11)]),
        ("Tear–Jerker", [Tok("tear", ("tear",), 0, 4), Tok("jerker", ("jerker",), 5, 11)]),
        ("x-tear", [Tok("x", ("x",), 0, 1), Tok("tear", ("tear",), 2, 6)]),
        *(_one(spelling, "dont", term="don't") for spelling in ("don't", "don’t", "DON´T")),
        _one("dont", "dont"),
        *(_one(spelling, "eto") for spelling in ("eto", "éto", "e\u0301to", "ÉTO")),
        *(_one(spelling, "film") for spelling in ("film", "ﬁlm", "Film")),
        *(_one(spelling, "strasse") for spelling in ("straße", "Strasse")),
        _one("l’amour", "lamour", "amour", term="l'amour"),
        _one("amour", "amour"),
        *(_one(spelling, spelling) for spelling in ("the", "a", "2001", "3", "5", "x")),
        *(_one(spelling, "3d") for spelling in ("3d", "3D", "３Ｄ")),
        _one("d", "d"),
        *(_one(spelling, "елка") for spelling in ("Ёлка", "елка")),
        *(_one(spelling, "κοσμοσ") for spelling in ("Κόσμος", "κοσμοσ", "ΚΟΣΜΟΣ")),
        _one("שָׁלוֹם", "שלום"),
        *map(_characters, ("東京", "京都", "映画", "기생", "หนง", "👍")),
    ]
)
"""Every way to write a word here, and the words that it has."""
GAPS = (" ", "  ", "\n", "\n\n", ", ", ". ", " – ", " “", "” ", "… ", "\t", " & ")
NAMES = ("Ana Bird", "Émile Straße", "mirror", "the x", "東京")


@dataclass(frozen=True)
class Text:
    """A text and its words."""

    text: str
    toks: Sequence[Tok]


def put_together(spellings: Sequence[str], gaps: Sequence[str]) -> Text:
    """Return the text of these spellings with the gaps between them."""
    text, toks = "", list[Tok]()
    for spelling, gap in zip(spellings, gaps, strict=True):
        toks += [Tok(t.term, t.forms, t.start + len(text), t.end + len(text)) for t in SPELLED[spelling]]
        text += spelling + gap
    return Text(text.rstrip("\n\t "), toks)


def text_of(chance: random.Random, most: int) -> Text:
    """Return a random text of up to `most` spellings."""
    number = chance.randint(0, most)
    return put_together(chance.choices(list(SPELLED), k=number), chance.choices(GAPS, k=number))


def named(name: str) -> Text:
    """Return the words of a name."""
    known = {
        "Ana": [Tok("ana", ("ana",), 0, 3)], "Bird": [Tok("bird", ("bird",), 0, 4)],
        "Émile": [Tok("emile", ("emile",), 0, 5)], "Straße": [Tok("strasse", ("strasse",), 0, 6)],
    }  # fmt: skip
    return Text(name, [tok for part in name.split() for tok in known.get(part) or SPELLED[part]])


@dataclass(frozen=True)
class Entry:
    """A passage, as the oracle knows it."""

    film: str
    kind: str
    id: str
    text: Text
    heading: Text
    title: Text
    year: int | None
    author: Text | None
    rating: float | None
    """Out of ten."""
    date: str
    marks: frozenset[str]


@dataclass
class World:
    """A library: as the index takes it, and as the oracle knows it."""

    views: list[FilmView] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


NOTHING = Text("", ())


def world_of(chance: random.Random) -> World:
    """Return a random library."""
    world = World()
    for number in range(chance.randint(1, 3)):
        _add_film(world, chance, f"f{number}")
    return world


def _add_film(world: World, chance: random.Random, film_id: str) -> None:
    title = put_together(chance.choices(["Mirror", "mother", "the", "film", "東京", "2001"], k=2), (" ", ""))
    year = chance.choice([None, 1970, 1985, 1999])
    marks = {mark for mark in ("is:watched", "is:liked", "has:note") if chance.random() < 0.3}
    about = _Film(world, chance, film_id, title, year, frozenset(marks))
    synopsis, plot = text_of(chance, 6), text_of(chance, 6)
    about.add("synopsis", film_id, synopsis, title)
    if plot.text and plot.text != synopsis.text:
        about.add("synopsis", film_id + "#plot", plot, marks={"has:spoiler"})
    reviews = [about.review(f"{film_id}r{number}") for number in range(chance.randint(0, 6))]
    trivia = [about.trivia(f"{film_id}t{number}") for number in range(chance.randint(0, 3))]
    if "has:note" in marks:
        text = text_of(chance, 5)
        about.notes.append(Note(id=f"{film_id}n", text=Plain(text.text), made="2020-02-03T04:05:06"))
        about.add("note", f"{film_id}n", text, date="2020-02-03", marks={"is:mine"})
    film = Film(
        id=film_id, title=Plain(title.text), year=year,
        synopsis=Plain(synopsis.text) if synopsis.text else None, plot=Plain(plot.text) if plot.text else None,
    )  # fmt: skip
    personal = Personal(
        viewings=(Viewing(date="2020-01-01"),) if "is:watched" in marks else (),
        liked="yes" if "is:liked" in marks else None,
        notes=tuple(about.notes),
        bookmarks=tuple(about.bookmarks),
    )
    world.views.append(FilmView(film=film, reviews=tuple(reviews), trivia=tuple(trivia), personal=personal))


@dataclass
class _Film:
    """A film that is being made up."""

    world: World
    chance: random.Random
    id: str
    title: Text
    year: int | None
    marks: frozenset[str]
    notes: list[Note] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    def add(
        self, kind: str, entry_id: str, text: Text, heading: Text = NOTHING, *, author: Text | None = None,
        rating: float | None = None, date: str = "", marks: Iterable[str] = (),
    ) -> None:  # fmt: skip
        all_marks = self.marks | set(marks)
        self.world.entries.append(
            Entry(self.id, kind, entry_id, text, heading, self.title, self.year, author, rating, date, all_marks)
        )

    def review(self, record_id: str) -> Review:
        chance = self.chance
        text, headline = text_of(chance, 14), text_of(chance, 3) if chance.random() < 0.5 else NOTHING
        author = named(chance.choice(NAMES)) if chance.random() < 0.6 else None
        scale = chance.choice([None, 5, 10])
        rating = Rating(value=chance.randint(0, 2 * scale) / 2, out_of=scale) if scale else None
        date = chance.choice(["", "2003", "2003-05", "2003-05-12", "2010-01-01"])
        spoiler, mine = chance.random() < 0.2, chance.random() < 0.2
        noted = chance.random() < 0.2
        if chance.random() < 0.2:
            self.bookmarks.append(record_id)
        if noted:
            self.notes.append(Note(id=f"{record_id}n", text=Plain("x"), record=record_id, made="2021-01-01T00:00:00"))
            self.add("note", f"{record_id}n", put_together(["x"], [""]), date="2021-01-01", marks={"is:mine"})
        present = {
            "has:headline": bool(headline.text), "has:author": author is not None, "has:rating": rating is not None,
            "has:date": bool(date), "has:spoiler": spoiler, "is:mine": mine, "has:note": noted,
            "is:bookmarked": record_id in self.bookmarks,
        }  # fmt: skip
        marks = {mark for mark, holds in present.items() if holds}
        value = rating.value / rating.out_of * 10 if rating is not None and rating.out_of else None
        self.add("review", record_id, text, headline, author=author, rating=value, date=date, marks=marks)
        return Review(
            id=record_id, text=Plain(text.text), headline=Plain(headline.text) if headline.text else None,
            author=Plain(author.text) if author else None, rating=rating, date=date or None, spoiler=spoiler, mine=mine,
        )  # fmt: skip

    def trivia(self, record_id: str) -> Trivia:
        topic = put_together(self.chance.choices(["mirror", "Film", "東京"], k=1), [""])
        topic = topic if self.chance.random() < 0.6 else NOTHING
        text, spoiler = text_of(self.chance, 8), self.chance.random() < 0.2
        marks = {"has:spoiler"} if spoiler else set[str]()
        self.add("trivia", record_id, text, topic, marks=marks | ({"has:topic"} if topic.text else set()))
        return Trivia(
            id=record_id, text=Plain(text.text), topic=Plain(topic.text) if topic.text else None, spoiler=spoiler
        )
