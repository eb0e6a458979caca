"""What must hold for every library: records come back as they were put, and transactions are all or nothing."""

from __future__ import annotations

import shutil
import signal
import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tui.errors import NotFoundError, StoreError
from tui.models import (
    Citation,
    Claim,
    Facts,
    Note,
    Personal,
    Plain,
    Rating,
    Review,
    ReviewEntry,
    SourceDocument,
    StoredFilm,
    Trivia,
    TriviaEntry,
    Viewing,
)
from tui.store import LedgerEntry, Store
from tui.text import clean

ids = st.sampled_from(["mask-1985", "paper-moon-1973", "silkwood-1983", "moonstruck-1987", "tt0089560"])
plain = st.text(max_size=60).map(clean)
optional = st.none() | plain
hashes = st.sampled_from([f"{digit}" * 64 for digit in "0123456789abcdef"])
citations = st.builds(Citation, sha256=hashes, lines=st.tuples(st.integers(0, 9), st.integers(0, 9)))
numbers = st.floats(min_value=0, max_value=100, allow_nan=False)
ratings = st.none() | st.builds(Rating, value=numbers, out_of=numbers, written=plain, votes=st.none() | st.integers(0))
facts = st.builds(
    Facts,
    title=optional,
    year=st.none() | st.integers(1880, 2100),
    genres=st.lists(plain, max_size=3).map(tuple),
    ids=st.dictionaries(st.sampled_from(["imdb", "tmdb"]), st.from_regex(r"tt[0-9]{5}", fullmatch=True)),
    extra=st.dictionaries(plain, plain, max_size=2),
)
reviews = st.builds(
    Review,
    id=st.text(alphabet="0123456789abcdef", max_size=4),
    author=optional,
    text=plain,
    rating=ratings,
    spoiler=st.booleans(),
    sources=st.lists(citations, max_size=2).map(tuple),
)
trivia = st.builds(Trivia, id=st.text(alphabet="0123456789abcdef", max_size=4), topic=optional, text=plain)
personal = st.builds(
    Personal,
    viewings=st.lists(st.builds(Viewing, date=optional, rewatch=st.booleans()), max_size=2).map(tuple),
    notes=st.lists(st.builds(Note, id=plain, text=plain), max_size=2).map(tuple),
    bookmarks=st.lists(plain, max_size=2).map(tuple),
    corrections=st.dictionaries(plain, plain | st.integers(-5, 5) | st.lists(plain, max_size=2), max_size=2),
)
films = st.builds(
    StoredFilm,
    id=ids,
    claims=st.lists(st.builds(Claim, facts=facts, source=citations), max_size=2).map(tuple),
    reviews=st.lists(
        st.builds(ReviewEntry, shown=reviews, versions=st.lists(reviews, max_size=2).map(tuple)), max_size=4
    ).map(tuple),
    trivia=st.lists(st.builds(TriviaEntry, shown=trivia), max_size=3).map(tuple),
    documents=st.lists(
        st.builds(SourceDocument, sha256=hashes, name=plain, reader=plain, imported=plain), max_size=3
    ).map(tuple),
    personal=personal,
    aliases=st.lists(plain, max_size=2).map(tuple),
)


@settings(max_examples=80)
@given(film=films)
def test_any_film_comes_back_as_it_was_put(film: StoredFilm) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.transaction("import") as change:
            change.put(film)
        assert Store(Path(folder)).load(film.id) == film


@settings(max_examples=50)
@given(film=films, damage=st.binary(max_size=4), place=st.floats(0, 1))
def test_any_damage_is_an_error_or_a_film_and_never_anything_else(
    film: StoredFilm, damage: bytes, place: float
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.transaction("import") as change:
            change.put(film)
            change.put(StoredFilm(id="another"))
        path = Path(folder) / "films" / f"{film.id}.json"
        raw = path.read_bytes()
        at = int(place * len(raw))
        path.write_bytes(raw[:at] + damage + raw[at + len(damage) :])
        try:
            store.load(film.id)
        except StoreError:
            assert store.check()
        assert store.load("another") == StoredFilm(id="another")
        store.check(repair=True)
        assert store.check() == []


class Library(RuleBasedStateMachine):
    """A store beside a dictionary: whatever is done to both, they say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(self.folder / "library")
        self.films: dict[str, StoredFilm] = {}
        self.ledger: dict[str, LedgerEntry] = {}
        self.past: list[tuple[dict[str, StoredFilm], dict[str, LedgerEntry]]] = []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(changes=st.lists(films | ids, max_size=4), documents=st.lists(hashes, max_size=2), broken=st.booleans())
    def change(self, changes: list[StoredFilm | str], documents: list[str], *, broken: bool) -> None:
        """Put films and remove them by their ids; a broken transaction ends in an exception."""
        wanted = dict(self.films)
        entry = LedgerEntry(name=Plain("a.txt"), reader="page", imported="2026-01-01")
        try:
            with self.store.transaction("change") as transaction:
                for item in changes:
                    if isinstance(item, StoredFilm):
                        transaction.put(item)
                        wanted[item.id] = item
                    elif item in wanted:
                        transaction.remove(item)
                        del wanted[item]
                for film_id, film in wanted.items():
                    assert transaction.load(film_id) == film
                transaction.put_ledger(dict.fromkeys(documents, entry))
                if broken:
                    signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            return
        ledger = self.ledger | dict.fromkeys(documents, entry)
        if (wanted, ledger) != (self.films, self.ledger) or (not self.ledger and documents):
            self.past.append((self.films, self.ledger))
        self.films, self.ledger = wanted, ledger

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        """Take the last change back."""
        self.store.undo()
        self.films, self.ledger = self.past.pop()

    @rule()
    def reopen(self) -> None:
        """Go on in another process."""
        self.store = Store(self.store.root)

    @rule(film=films)
    def edit_outside(self, film: StoredFilm) -> None:
        """Let another program write a film's file, which ends what can be undone for it."""
        if film.id in self.films:
            other = Store(self.folder / "other")
            with other.transaction("elsewhere") as transaction:
                transaction.put(film)
            target = self.store.root / "films" / f"{film.id}.json"
            target.write_bytes((self.folder / "other" / "films" / f"{film.id}.json").read_bytes())
            self.films = self.films | {film.id: film}
            self.past.clear()
            shutil.rmtree(self.store.root / "undo", ignore_errors=True)

    @invariant()
    def they_say_the_same(self) -> None:
        """Compare everything that can be read."""
        assert self.store.ids() == sorted(self.films) == sorted(self.store.stamps())
        assert {film_id: self.store.load(film_id) for film_id in self.films} == self.films
        assert self.store.ledger() == self.ledger
        assert len(self.store.history()) == len(self.past)
        for film_id in ("mask-1985", "never"):
            if film_id not in self.films:
                try:
                    self.store.load(film_id)
                except NotFoundError:
                    continue
                raise AssertionError(film_id)


TestLibrary = Library.TestCase
TestLibrary.settings = settings(max_examples=15, stateful_step_count=12)


@given(
    document=st.recursive(
        st.none() | st.booleans() | st.integers(-(2**60), 2**60) | plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
    )
)
@settings(max_examples=40)
def test_any_json_is_kept_as_a_state_document(document: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.transaction("decide") as change:
            change.put_state("decisions", msgspec.json.encode(document))
        assert msgspec.json.decode(store.state("decisions") or b"") == document
