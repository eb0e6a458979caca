"""The records that flow from the readers to the screens: frozen, typed, knowing only their own facts.

Data flows `document -> Extract (reader) -> StoredFilm (store) -> FilmView (screens, command line)`.
What a document says is kept as it was said (a `Claim`, a version of a review); what is shown is a pure
function of all that was said, so the order in which documents arrive cannot matter.
"""

from __future__ import annotations

from typing import Literal, NewType

import msgspec

Plain = NewType("Plain", str)
"""Text that passed `tui.text.clean`: no control character, escape sequence or bidi override is in it."""

Kind = Literal["review", "trivia", "synopsis", "note"]
"""What a searchable passage is."""
FILM_NUMBER = "number in its table"
"""Name in `Facts.extra` of a film's number, where a table of reviews calls its films by nothing else."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """The base of all records: immutable, compared by value, defaults left out on disk.

    A field that no record knows is refused on reading: it is a misspelt or damaged name, and passing over
    it would lose its value at the next write. The collector passes records over: they cannot form cycles.
    """


class Rating(Record, frozen=True, kw_only=True):
    """A rating in the scale of whoever gave it."""

    value: float
    out_of: float
    written: Plain = Plain("")
    """As the source wrote it, where `value/out_of` would not say it: «★★★½», «B+», «fresh»."""
    votes: int | None = None
    by: str = ""
    """Whose rating it is: «imdb», «metascore», «tomatometer», «letterboxd» …; empty for the page's own."""

    @property
    def share(self) -> float:
        """The rating on the scale 0 to 1, for comparing ratings of different scales."""
        return self.value / self.out_of if self.out_of else 0.0

    @property
    def shown(self) -> Plain:
        """As its source wrote it, else value and scale: «★★★½», «7.2/10»."""
        return self.written or Plain(f"{round(self.value, 2):g}/{self.out_of:g}")


class Citation(Record, frozen=True, kw_only=True):
    """Where in which document a record stands."""

    sha256: str
    """Of the document's bytes, in hexadecimal."""
    lines: tuple[int, int] = (0, 0)
    """First and last line (or row of a table), counted from 1; (0, 0) is the document as a whole."""


class SourceDocument(Record, frozen=True, kw_only=True):
    """A document that was imported."""

    sha256: str
    name: Plain
    """Its file name; inside an archive «archive.zip/member.csv»."""
    reader: str
    imported: str
    """When, ISO 8601 in UTC with seconds."""


class Facts(Record, frozen=True, kw_only=True):
    """What is said of a film; every field may be unknown."""

    title: Plain | None = None
    year: int | None = None
    original_title: Plain | None = None
    other_titles: tuple[Plain, ...] = ()
    tagline: Plain | None = None
    synopsis: Plain | None = None
    """The short one, paragraphs parted by a blank line."""
    plot: Plain | None = None
    """The long one, which tells how it ends."""
    genres: tuple[Plain, ...] = ()
    directors: tuple[Plain, ...] = ()
    writers: tuple[Plain, ...] = ()
    cast: tuple[Plain, ...] = ()
    """Names of actors, in the document's order; «Name as Character» is split into `characters`."""
    characters: tuple[Plain, ...] = ()
    runtime_minutes: int | None = None
    certificate: Plain | None = None
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes where the language is known, else the name as written."""
    countries: tuple[Plain, ...] = ()
    released: str | None = None
    """ISO 8601 date, as exact as the document says: 1985, 1985-03, 1985-03-08."""
    ratings: tuple[Rating, ...] = ()
    ids: dict[str, str] = {}
    """External ids by name: {"imdb": "tt0089560", "tmdb": "9936", "letterboxd": "mask"}."""
    extra: dict[str, Plain] = {}
    """What no other field holds, by the document's own name for it; kept so that nothing is lost."""


class Claim(Record, frozen=True, kw_only=True):
    """What one document says of a film."""

    facts: Facts
    source: Citation
    inferred: bool = False
    """True where the document does not state which film it is about and the reader concluded it."""


class Review(Record, frozen=True, kw_only=True):
    """One review of one film."""

    id: str = ""
    """Given by the library; empty in what a reader returns."""
    author: Plain | None = None
    headline: Plain | None = None
    text: Plain
    """Paragraphs parted by a blank line."""
    rating: Rating | None = None
    date: str | None = None
    """ISO 8601; a notation that could mean two dates is kept as written."""
    publication: Plain | None = None
    spoiler: bool = False
    helpful: tuple[int, int] | None = None
    """Votes for and votes in all: «12 of 15 found this helpful»."""
    link: Plain | None = None
    mine: bool = False
    """True for a review by the owner of the library (from their own export)."""
    line: Plain | None = None
    """The whole line, where it leaves open where the author ends; another document that starts there settles it."""
    language: str | None = None
    """ISO 639-1 code, where the document says it."""
    sources: tuple[Citation, ...] = ()


class Trivia(Record, frozen=True, kw_only=True):
    """One fact or paragraph about a film."""

    id: str = ""
    topic: Plain | None = None
    """The heading that it stood under; None before the first heading."""
    text: Plain
    spoiler: bool = False
    helpful: tuple[int, int] | None = None
    sources: tuple[Citation, ...] = ()


class Viewing(Record, frozen=True, kw_only=True):
    """One time that the user saw a film."""

    date: str | None = None
    rating: Rating | None = None
    rewatch: bool = False
    tags: tuple[Plain, ...] = ()
    note: Plain | None = None
    """Where or how it was seen, as the document says it."""
    link: Plain | None = None
    sources: tuple[Citation, ...] = ()


class Listing(Record, frozen=True, kw_only=True):
    """The film's place in one of the user's lists."""

    name: Plain
    position: int | None = None
    note: Plain | None = None
    sources: tuple[Citation, ...] = ()


class Note(Record, frozen=True, kw_only=True):
    """A note by the user on a film, a record or a passage."""

    id: str
    text: Plain
    record: str | None = None
    """Id of the review or trivia it is about; None for the film."""
    quote: Plain | None = None
    """The passage it is about."""
    made: str = ""


class Personal(Record, frozen=True, kw_only=True):
    """The user's own layer of one film; no import touches it but their own export."""

    viewings: tuple[Viewing, ...] = ()
    ratings: tuple[Rating, ...] = ()
    """The user's own ratings, the one shown first."""
    watchlist: str | None = None
    liked: str | None = None
    """Since when it is on the watchlist, since when it is liked (ISO date, or «yes»)."""
    tags: tuple[Plain, ...] = ()
    lists: tuple[Listing, ...] = ()
    notes: tuple[Note, ...] = ()
    bookmarks: tuple[str, ...] = ()
    """Ids of bookmarked records."""
    corrections: dict[str, str | int | list[str]] = {}
    """Field of Facts to the value that the user set; it always wins. `review:ID:author` corrects a review."""
    extra: dict[str, Plain] = {}


class Extract(Record, frozen=True, kw_only=True):
    """What one document (or one row of a table) says about one film, or about a film that it doesn't name."""

    facts: Facts = Facts()
    """No title and no ids: the document names no film and its records are placed by evidence."""
    inferred: bool = False
    source: Citation
    reviews: tuple[Review, ...] = ()
    trivia: tuple[Trivia, ...] = ()
    personal: Personal | None = None


class Remark(Record, frozen=True, kw_only=True):
    """Something about a document that its owner should know: a broken row, text that the page does not hold."""

    text: str
    lines: tuple[int, int] = (0, 0)


class ReviewEntry(Record, frozen=True, kw_only=True):
    """A review as stored: every version that a document gave of it, and the one made of them."""

    shown: Review
    versions: tuple[Review, ...] = ()
    """Empty where only one document has it; then `shown` is that version."""


class TriviaEntry(Record, frozen=True, kw_only=True):
    """A piece of trivia as stored, like `ReviewEntry`."""

    shown: Trivia
    versions: tuple[Trivia, ...] = ()


class StoredFilm(Record, frozen=True, kw_only=True):
    """All that a film's file holds."""

    id: str
    """Slug: «mask-1985»; the file's name without «.json»."""
    claims: tuple[Claim, ...] = ()
    reviews: tuple[ReviewEntry, ...] = ()
    trivia: tuple[TriviaEntry, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    personal: Personal = Personal()
    aliases: tuple[str, ...] = ()
    """Ids that this film had before."""


class UnfiledRecord(Record, frozen=True, kw_only=True):
    """An extract that no film could be found for, waiting."""

    id: str
    extract: Extract
    document: SourceDocument
    ignored: bool = False


class Film(Facts, frozen=True, kw_only=True):
    """A film as shown: for each field the value that the written rule chooses."""

    id: str


class OtherValue(Record, frozen=True, kw_only=True):
    """A value that was not chosen, and who says it."""

    field: str
    value: str
    sources: tuple[Citation, ...]


class FilmView(Record, frozen=True, kw_only=True):
    """Everything that is shown of one film."""

    film: Film
    reviews: tuple[Review, ...] = ()
    trivia: tuple[Trivia, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    personal: Personal = Personal()
    others: tuple[OtherValue, ...] = ()
    """Values that documents disagree about and that are not shown in `film`."""
    field_sources: dict[str, tuple[Citation, ...]] = {}
    """Field of Facts to the documents that say what is shown."""


class FilmSummary(Record, frozen=True, kw_only=True):
    """A film's line in the film list."""

    id: str
    title: Plain
    year: int | None = None
    rating: Rating | None = None
    reviews: int = 0
    trivia: int = 0
    genres: tuple[Plain, ...] = ()
    directors: tuple[Plain, ...] = ()
    runtime_minutes: int | None = None
    certificate: Plain | None = None
    watched: str | None = None
    """When it was last seen (ISO date, or «yes»)."""
    watchlist: bool = False
    liked: bool = False
    own_rating: Rating | None = None
    lists: tuple[Plain, ...] = ()
    ids: dict[str, str] = {}
    aliases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    """What the library looks it up by: external ids and normalised titles."""


class Evidence(Record, frozen=True, kw_only=True):
    """One reason to place a record with a film."""

    score: float
    """0 to 1."""
    text: Plain
    """As a person would say it: «same text as the review by …»."""


class Candidate(Record, frozen=True, kw_only=True):
    """A film that an unfiled record may belong to."""

    film: FilmSummary
    score: float
    evidence: tuple[Evidence, ...] = ()


class UnfiledView(Record, frozen=True, kw_only=True):
    """An unfiled record with its candidates, best first."""

    id: str
    text: Plain
    document: Plain
    candidates: tuple[Candidate, ...] = ()


DocumentStatus = Literal["imported", "unchanged", "unfiled", "skipped", "failed"]


class DocumentReport(Record, frozen=True, kw_only=True):
    """What became of one document of an import."""

    path: str
    status: DocumentStatus
    reader: str | None = None
    film: str | None = None
    """Id of the film, where the document is about just one."""
    films: int = 0
    reviews: int = 0
    trivia: int = 0
    own: dict[str, int] = {}
    """How many of the owner's own things it tells of: viewings, ratings, wanted, liked, lists, tagged, notes."""
    merged: int = 0
    reason: str | None = None
    remedy: str | None = None
    remarks: tuple[Remark, ...] = ()


class ImportReport(Record, frozen=True, kw_only=True):
    """What became of an import; `films`, `reviews`, `trivia` count what is new in the library."""

    documents: tuple[DocumentReport, ...] = ()
    films: int = 0
    reviews: int = 0
    trivia: int = 0
    merged: int = 0
    unfiled: int = 0
    failed: int = 0


class Problem(Record, frozen=True, kw_only=True):
    """Something that `matinee check` found."""

    path: str
    problem: str
    remedy: str
    repaired: bool = False


class CheckReport(Record, frozen=True, kw_only=True):
    """The result of `matinee check`."""

    ok: bool
    films: int
    problems: tuple[Problem, ...] = ()


class Progress(Record, frozen=True, kw_only=True):
    """How far a long task has come."""

    task: str
    """What is being done, as a person would say it: «reading», «writing», «indexing»."""
    done: int
    total: int | None = None
    unit: str = "documents"
    detail: str = ""
