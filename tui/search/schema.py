"""The index's fields, and how a passage becomes a document of it.

The body holds the text and, behind a wide gap, the heading, so that a word is looked for in one field; the heading
stands also in a field of its own, which gives it more weight. `initial` holds the letters that words begin with: of
such a prefix nearly every passage has some word, and to go through all the words would be dear.

Every text field is fed with `analysis.normal` and split at spaces only, so that the index holds exactly the words
that the matcher sees. Nothing of Tantivy's own analysis is used.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tui.models import FilmView, Note, Rating, Review, Trivia
from tui.search.analysis import forms, normal
from tui.search.passages import Passage

if TYPE_CHECKING:
    import tantivy

VERSION = 5
"""Of this schema and of the analysis; another one on disk means that the index is built anew."""

LEDGER = "films.msgpack"
"""Beside Tantivy's files: which films are indexed, in which state."""

GAP = " ¶ "
"""A word that no text has, between titles, so that no phrase runs from one into the next."""
WIDE = 12
"""As many gaps stand between text and heading: what is nearer than that stands in one of them."""

HEADED = "headed"
"""The mark of a passage that has a heading."""

_OF_THE_FILM = ("director", "cast", "genre", "tag", "list")
"""Words that only a film's own passage has."""
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ARTICLE = re.compile(r"^(?:the|a|an|le|la|les|l'|der|die|das|el|il|lo) ?")


def schema() -> tantivy.Schema:
    """Return the schema."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("body", "heading", "title", "filmid", "author", "source", *_OF_THE_FILM):
        builder.add_text_field(name, tokenizer_name="words")
    builder.add_text_field("initial", tokenizer_name="words", index_option="basic")
    for name in ("film", "kind", "author_name", "bucket"):
        builder.add_text_field(name, tokenizer_name="raw", fast=True, index_option="basic")
    for name in ("named", "marks", "record"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("year", "day", "key"):
        builder.add_integer_field(name, fast=True, indexed=True)
    for name in ("rating", "mine"):
        builder.add_float_field(name, fast=True, indexed=True)
    builder.add_bytes_field("passage", stored=True, indexed=False)
    return builder.build()


def opened(path: Path, *, new: bool = False) -> tantivy.Index:
    """Open the index at `path`, or make a new one there.

    Raises:
        ValueError: what lies there is no index of this schema.
    """
    import tantivy

    index = tantivy.Index(schema(), path=str(path)) if new else tantivy.Index.open(str(path))
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    index.config_reader("manual")
    return index


def key_of(film_id: str, kind: str, record_id: str) -> int:
    """Return the number of a passage: 63 bits, because Tantivy panics on more."""
    digest = blake2b(f"{film_id}\0{kind}\0{record_id}".encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def day_number(date: str | None, rest: str = "0000") -> int | None:
    """Return an ISO date as a number, 20030512; what it leaves open is filled from `rest`."""
    match = _DAY.match(date) if date else None
    if match is None:
        return None
    return int(match[1] + (match[2] or rest[:2]) + (match[3] or rest[2:]))


_words = lru_cache(maxsize=8192)(normal)
"""Names come again and again: of people, of genres, of documents."""


class FilmFields:
    """What all documents of one film share, worked out once."""

    def __init__(self, view: FilmView) -> None:
        """Work it out for a film."""
        self.view = view
        film, personal = view.film, view.personal
        titles = [title for title in (film.title, film.original_title, *film.other_titles) if title]
        self._titles = [normal(title) for title in titles]
        self.shared: dict[str, Any] = {
            "film": film.id,
            "title": GAP.join(self._titles),
            "filmid": GAP.join([normal(name) for name in (film.id, *film.ids.values())]),
        }
        """The fields of every passage of the film."""
        if film.year is not None:
            self.shared["year"] = film.year
        self._tags = {*personal.tags, *(tag for viewing in personal.viewings for tag in viewing.tags)}
        film_marks = (
            ("is:watched", personal.viewings),
            ("is:watchlist", personal.watchlist),
            ("is:liked", personal.liked),
            ("is:rated", personal.ratings or [viewing for viewing in personal.viewings if viewing.rating]),
            ("has:note", [note for note in personal.notes if note.record is None]),
            ("has:tag", self._tags),
            ("has:list", personal.lists),
        )
        self.marks = [mark for mark, present in film_marks if present]
        """The marks of every passage of the film."""
        self.documents = {one.sha256: _words(f"{one.name} {one.reader}") for one in view.documents}
        """The words of the name and format of every document, by its SHA-256."""

    @property
    def people(self) -> dict[str, Any]:
        """The fields that only the film's own passage has."""
        film, personal = self.view.film, self.view.personal
        values = (
            film.directors,
            (*film.cast, *film.characters),
            film.genres,
            sorted(self._tags),
            [one.name for one in personal.lists],
        )
        named = zip(_OF_THE_FILM, values, strict=True)
        fields: dict[str, Any] = {name: GAP.join(map(_words, said)) for name, said in named if said}
        fields["named"] = sorted(self._names())
        if personal.ratings:
            fields["mine"] = tenths(personal.ratings[0])
        return fields

    def _names(self) -> set[str]:
        """Return what the film may be called for short: with and without its article and year."""
        year = self.view.film.year
        names = {" ".join(title.replace("'", "").split()) for title in self._titles}
        names |= {_ARTICLE.sub("", name) for name in names}
        names.discard("")
        return names | {f"{name} {year}" for name in names} if year else names

    def record_marks(self, record: Review | Trivia | Note) -> list[str]:
        """Return the marks of a record."""
        if isinstance(record, Note):
            return ["is:mine"]
        marks = ["has:spoiler"] if record.spoiler else []
        if isinstance(record, Review):
            named = ("rating", "headline", "author", "date", "link")
            marks += [f"has:{name}" for name in named if getattr(record, name)]
            if record.mine:
                marks.append("is:mine")
        elif record.topic:
            marks.append("has:topic")
        personal = self.view.personal
        if personal.bookmarks and record.id in personal.bookmarks:
            marks.append("is:bookmarked")
        if personal.notes and any(note.record == record.id for note in personal.notes):
            marks.append("has:note")
        return marks


def tenths(rating: Rating) -> float:
    """Return a rating out of ten."""
    return min(max(rating.share, 0.0), 1.0) * 10


_GAPS = bytes(0xFF if code == ord(" ") else 0 for code in range(256))
_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789"


def initials(body: str) -> str:
    """Return the letters that words of `body` begin with, in any of their forms; the same may stand there twice."""
    found = [*_cut(body)] if body.isascii() else [*{word[0] for word in body.split()}]
    place = body.find("'")
    while place > 0:  # behind a first letter: the word has another form
        if place == 1 or body[place - 2] == " ":
            found += [form[0] for form in forms(body[place - 1 :].split(" ", 1)[0])]
        place = body.find("'", place + 1)
    return " ".join(found)


def _cut(body: str) -> str:
    """Return the first letters of words in ASCII, in a third of the time: a passage is one large number.

    Its gaps are ones of a mask; shifted by a letter, they lie on the first letters of words.
    """
    text = b" " + body.encode("ascii")
    gaps, letters = int.from_bytes(text.translate(_GAPS), "little"), int.from_bytes(text, "little")
    first = (letters & gaps << 8).to_bytes(len(text), "little")
    return _LETTERS.translate(None, _LETTERS.translate(None, first)).decode()


_encode = msgspec.msgpack.Encoder().encode


def document_fields(passage: Passage, record: Review | Trivia | Note | None, film: FilmFields) -> dict[str, Any]:
    """Return the fields of the index's document for `passage`."""
    fields = dict(film.shared)
    body = normal(passage.text)
    fields["kind"] = passage.kind
    fields["record"] = passage.id
    fields["key"] = key_of(passage.film_id, passage.kind, passage.id)
    fields["passage"] = _encode(passage)
    marks = film.marks
    if passage.heading:
        fields["heading"] = heading = normal(passage.heading)
        fields["body"] = body + GAP * WIDE + heading
        fields["initial"] = initials(f"{body} {heading}")
        marks = [*marks, HEADED]
    else:
        fields["body"] = body
        fields["initial"] = initials(body)
    if record is None:
        fields |= film.people
        marks = marks + ["has:spoiler"] * passage.spoiler
        fields["source"] = GAP.join(film.documents.values())
    else:
        marks = marks + film.record_marks(record)
        if not isinstance(record, Note) and record.sources:
            known = film.documents
            fields["source"] = GAP.join(known.get(source.sha256, "") for source in record.sources)
    if marks:
        fields["marks"] = marks
    if passage.author:
        fields["author"] = normal(passage.author)
        fields["author_name"] = passage.author
    if passage.rating is not None:
        fields["rating"] = tenths(passage.rating)
        fields["bucket"] = str(int(fields["rating"] + 0.5))
    if (day := day_number(passage.date)) is not None:
        fields["day"] = day
    return fields
