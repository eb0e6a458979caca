"""One review, many documents: near-identical texts of one film become one entry with the best of each.

The rule, in full. Two versions are one review when

1. both are long (`LONG` words) and their words are the same, or nearly the same, or one is the beginning of the
   other, or one is a passage of the other under the same name;
2. one is short, their words are the same, and so is the author. An anonymous short one joins the only author who
   wrote these words; where two authors did, it stands alone («Great film!» is said by many).

What is one review is a property of pairs, and an entry is a connected component of it: so the order in which
versions arrive cannot matter. For speed, pairs are only looked at when they share anchors (pairs of neighbouring
long words).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from msgspec.structs import replace

from tui.library.components import Components
from tui.library.wording import anchors, wording
from tui.models import Citation, Plain, Review, ReviewEntry
from tui.text.comparing import tokens

LONG = 16
"""Words from which the same words can only be the same review."""
MOST_AUTHOR_WORDS = 6
"""Words that an author's name may have at the beginning of an open line."""
_NAMELESS = frozenset({"", "anonymous", "unknown", "guest", "a guest", "user", "none", "n a"})
_SAME = 90.0
"""Percent of characters in common that make two wordings one text."""
_PASSAGE = 94.0
_COMMON_ANCHOR = 40
"""An anchor that stands in more reviews of one film than this says nothing about any of them."""

_SHARED = 0.4
"""Share of a text's anchors that nearly the same text has too."""

T = TypeVar("T")


@dataclass(slots=True)
class Version:
    """One document's version of a review, with what comparing needs."""

    review: Review
    """As the document has it."""
    settled: Review
    """The same with the border between author and text settled by another version."""
    words: str
    """The words of its text, folded, parted by single spaces."""
    count: int
    mark: str
    """Short hash of its content."""
    likeness: AbstractSet[str] = frozenset()
    """Anchors of a long text that is to be compared with many."""


def author_key(author: str | None) -> str:
    """Return what two spellings of one author's name have in common; empty for nobody's name."""
    key = wording(author) if author else ""
    return "" if key in _NAMELESS else key


def mark_of(review: Review) -> str:
    """Return the short hash of a version's content: the same wherever and whenever it is computed."""
    return _mark(wording(review.text), review)


def _mark(words: str, review: Review) -> str:
    return blake2b(f"{words}|{author_key(review.author)}".encode(), digest_size=6).hexdigest()


def versions_of(entry: ReviewEntry) -> tuple[Review, ...]:
    """Return every version that an entry was made of, as the documents had them."""
    return entry.versions or (replace(entry.shown, id=""),)


def merge_reviews(versions: Iterable[Review], check: Callable[[], None] = lambda: None) -> tuple[ReviewEntry, ...]:
    """Return the entries that these versions of one film's reviews make; their order does not matter.

    Args:
        versions: as the documents have them.
        check: called for each of them; may raise, because a film may have a hundred thousand.
    """
    united = unite_sources(versions)
    if not united:
        return ()
    known = []
    for review in united:
        check()
        known.append(compared(review, anchored=len(united) > 1))
    _settle_borders(known)
    entries = []
    for group in _groups(known, check):
        check()
        entries.append(_entry(group))
    return tuple(sorted(entries, key=lambda entry: (place(entry), entry.shown.id)))


def place(entry: ReviewEntry) -> tuple[str, tuple[int, int]]:
    """Return where an entry stands first; entries are kept in this order."""
    first = entry.shown.sources[0] if entry.shown.sources else Citation(sha256="")
    return first.sha256, first.lines


def unite_sources(versions: Iterable[Review]) -> list[Review]:
    """Return the distinct contents among `versions`, each with all its sources, in a canonical order."""
    found: dict[Review, set[Citation]] = {}
    for version in versions:
        bare = replace(version, id="", sources=())
        found.setdefault(bare, set()).update(version.sources)
    united = [replace(bare, sources=in_order(sources)) for bare, sources in found.items()]
    return sorted(united, key=_canonical)


def _canonical(review: Review) -> tuple[object, ...]:
    first = review.sources[0] if review.sources else Citation(sha256="")
    return _key(first), review.text, review.author or "", review.headline or "", review.date or "", review.line or ""


def in_order(sources: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return citations in their canonical order, each once."""
    return tuple(sorted(set(sources), key=_key))


def _key(citation: Citation) -> tuple[str, tuple[int, int]]:
    return citation.sha256, citation.lines


def compared(review: Review, *, anchored: bool = False) -> Version:
    """Return a review with what comparing it needs.

    Args:
        review: as the document has it.
        anchored: whether it is to be compared with many, so that anchors pay.
    """
    version = Version(review, review, "", 0, "")
    _take_words(version, review.text, anchored=anchored)
    version.mark = _mark(version.words, review)
    return version


def _take_words(version: Version, text: str, *, anchored: bool) -> None:
    parts = tokens(text)
    version.words, version.count = " ".join(parts), max(len(parts), 1)
    version.likeness = anchors(version.words, parts) if anchored and len(parts) >= LONG else frozenset()


def _settle_borders(versions: Sequence[Version]) -> None:
    """Give each open line the border at which another version's text starts inside it."""
    lined = [version for version in versions if version.review.line]
    if not lined:
        return
    texts = {version.words for version in versions if not version.review.line}
    openings = {_opening(words) for words in texts}
    for version in lined:
        line = version.review.line or ""
        for border in _borders(line):
            rest = wording(line[border:])
            if rest in texts or (rest.count(" ") >= LONG and _opening(rest) in openings):
                _settle(version, Plain(line[:border].strip(" :,-–—")), border)
                break


def _opening(words: str) -> str:
    return " ".join(words.split(" ", LONG)[:LONG])


def _borders(line: str) -> list[int]:
    """Return the places in `line` where a text may start: behind its first, second … word."""
    found = []
    at = 0
    for _ in range(MOST_AUTHOR_WORDS):
        at = line.find(" ", at + 1)
        if at < 0:
            break
        found.append(at + 1)
    return found


def _settle(version: Version, author: Plain, border: int) -> None:
    line = version.review.line or ""
    text = version.review.text
    start = line[border:].strip()
    head = start[:24]
    known = text.find(head)
    if known < 0:  # the reader took some of the text for the name: the line has what is missing
        missing = start[: max(start.find(text[:24]), 0)] if text[:24] in start else None
        text = Plain(start) if missing is None else Plain(missing + text)
    elif known < len(line):
        text = Plain(text[known:])
    version.settled = replace(version.review, author=author or None, text=text, line=None)
    _take_words(version, text, anchored=True)


def _groups(versions: Sequence[Version], check: Callable[[], None]) -> list[list[Version]]:
    same = Components(len(versions))
    by_words: defaultdict[str, list[int]] = defaultdict(list)
    for number, version in enumerate(versions):
        by_words[version.words].append(number)
    representatives = []
    for numbers in by_words.values():
        if versions[numbers[0]].count >= LONG:
            representatives.append(numbers[0])
            for other in numbers[1:]:
                same.unite(numbers[0], other)
        else:
            _join_short(versions, numbers, same)
    _join_alike(versions, representatives, same, check)
    return [[versions[number] for number in group] for group in same.groups()]


def _join_short(versions: Sequence[Version], numbers: Sequence[int], same: Components) -> None:
    by_author: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        by_author[author_key(versions[number].settled.author)].append(number)
    if len(by_author) == 2 and "" in by_author:
        by_author = defaultdict(list, {"": list(numbers)})
    for alike in by_author.values():
        for other in alike[1:]:
            same.unite(alike[0], other)


def _join_alike(
    versions: Sequence[Version], numbers: Sequence[int], same: Components, check: Callable[[], None]
) -> None:
    """Unite long versions whose words are nearly the same; only those that share anchors are compared."""
    if len(numbers) < 2:
        return
    again = _repeated((versions[number].likeness for number in numbers), check)
    shared = {number: versions[number].likeness & again for number in numbers}
    rich = [number for number in numbers if len(shared[number]) >= _enough(versions[number])]
    if not rich:  # of nearly all films
        return
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        check()
        for anchor in shared[number]:
            holders[anchor].append(number)
    for a in rich:
        check()
        told = (held for anchor in shared[a] if len(held := holders[anchor]) <= _COMMON_ANCHOR)
        for b, count in Counter(b for held in told for b in held if b != a).items():
            fewer = len(versions[a].likeness) <= len(versions[b].likeness)
            if fewer and count >= _enough(versions[a]) and not same.united(a, b) and alike(versions[a], versions[b]):
                same.unite(a, b)


def _enough(version: Version) -> float:
    """Return how many anchors a version shares with a longer one that is worth a comparison."""
    return max(2, _SHARED * len(version.likeness))


def _repeated(likenesses: Iterable[AbstractSet[str]], check: Callable[[], None]) -> set[str]:
    """Return the anchors that are in more than one of these."""
    seen: set[str] = set()
    again: set[str] = set()
    for likeness in likenesses:
        check()
        again |= seen & likeness
        seen |= likeness
    return again


def alike(one: Version, other: Version) -> bool:
    """Say whether two long versions are nearly the same text, or one a part of the other."""
    from rapidfuzz import fuzz

    short, long = sorted((one, other), key=lambda version: (len(version.words), version.words))
    if len(short.words) >= 0.8 * len(long.words):
        return fuzz.ratio(short.words, long.words, score_cutoff=_SAME) > 0
    # cut off («… more»): the beginning is the same, a name may have been glued before it
    if fuzz.ratio(short.words, long.words[: len(short.words)], score_cutoff=_PASSAGE) > 0:
        return True
    if author_key(one.settled.author) and author_key(one.settled.author) == author_key(other.settled.author):
        return fuzz.partial_ratio(short.words, long.words, score_cutoff=_PASSAGE) > 0
    return False


def _entry(group: Sequence[Version]) -> ReviewEntry:
    identity = min(version.mark for version in group)
    if len(group) == 1 and group[0].settled is group[0].review:
        return ReviewEntry(shown=replace(group[0].review, id=identity))
    raw = tuple(version.review for version in group)
    return ReviewEntry(shown=_best(group, identity), versions=raw)


def _best(group: Sequence[Version], identity: str) -> Review:
    settled = [version.settled for version in group]
    return Review(
        id=identity,
        text=_best_text(group),
        author=_best_author(settled),
        headline=_agreed(settled, lambda review: review.headline, len),
        rating=_agreed(settled, lambda review: review.rating, lambda rating: len(rating.written)),
        date=_agreed(settled, lambda review: review.date, len, exact_first=True),
        publication=_agreed(settled, lambda review: review.publication, len),
        spoiler=any(review.spoiler for review in settled),
        helpful=max(
            (review.helpful for review in settled if review.helpful), key=lambda votes: votes[::-1], default=None
        ),
        link=_agreed(settled, lambda review: review.link, len),
        mine=any(review.mine for review in settled),
        language=_agreed(settled, lambda review: review.language, len),
        sources=in_order(source for review in settled for source in review.sources),
    )


def _best_text(group: Sequence[Version]) -> Plain:
    """The complete texts; of these the least broken, the one with most paragraphs, the longest."""
    longest = max(len(version.words) for version in group)
    complete = [version.settled.text for version in group if len(version.words) >= 0.97 * longest]
    return min(complete, key=lambda text: (text.count("\ufffd"), -text.count("\n\n"), -len(text), text))


def _best_author(settled: Sequence[Review]) -> Plain | None:
    """The name that most documents state; one guessed from an open line only where none states any."""
    stated = [review for review in settled if not review.line and author_key(review.author)]
    return _agreed(stated, lambda review: review.author, len) or _agreed(settled, lambda review: review.author, len)


def _agreed(
    settled: Sequence[Review],
    of: Callable[[Review], T | None],
    fullness: Callable[[T], int],
    *,
    exact_first: bool = False,
) -> T | None:
    """Return the value that most documents give; of equals the fuller, then the first by content."""
    votes: Counter[T] = Counter()
    for review in settled:
        value = of(review)
        if value is not None:
            votes[value] += max(len(review.sources), 1)
    if not votes:
        return None
    if exact_first:
        return min(votes, key=lambda value: (-fullness(value), -votes[value], repr(value)))
    return min(votes, key=lambda value: (-votes[value], -fullness(value), repr(value)))


def is_same_text(one: Version, other: Version) -> bool:
    """Say whether two reviews that nothing is known of have nearly the same long text."""
    return one.count >= LONG and other.count >= LONG and (one.words == other.words or alike(one, other))
