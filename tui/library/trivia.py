"""One piece of trivia, many documents: the same text of one film is one entry, all its sources kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b

from msgspec.structs import replace

from tui.library.components import Components
from tui.library.reviews import LONG, in_order
from tui.library.wording import anchors, wording
from tui.models import Citation, Trivia, TriviaEntry

_SAME = 92.0


def mark_of_trivia(item: Trivia) -> str:
    """Return the short hash of a version's content."""
    return blake2b(wording(item.text).encode(), digest_size=6).hexdigest()


def trivia_versions(entry: TriviaEntry) -> tuple[Trivia, ...]:
    """Return every version that an entry was made of."""
    return entry.versions or (replace(entry.shown, id=""),)


def merge_trivia(versions: Iterable[Trivia]) -> tuple[TriviaEntry, ...]:
    """Return the entries that these versions of one film's trivia make; their order does not matter."""
    known = _united(versions)
    if not known:
        return ()
    words = [wording(item.text) or item.text for item in known]
    same = Components(len(known))
    first: dict[str, int] = {}
    for number, text in enumerate(words):
        same.unite(first.setdefault(text, number), number)
    _join_alike(words, sorted(first.values()), same)
    entries = [_entry([known[number] for number in group]) for group in same.groups()]
    return tuple(sorted(entries, key=lambda entry: (_place(entry.shown), entry.shown.id)))


def _place(item: Trivia) -> tuple[str, tuple[int, int]]:
    first = item.sources[0] if item.sources else Citation(sha256="")
    return first.sha256, first.lines


def _united(versions: Iterable[Trivia]) -> list[Trivia]:
    found: dict[Trivia, set[Citation]] = {}
    for version in versions:
        found.setdefault(replace(version, id="", sources=()), set()).update(version.sources)
    united = [replace(bare, sources=in_order(sources)) for bare, sources in found.items()]
    return sorted(united, key=lambda item: (_place(item), item.text, item.topic or "", item.spoiler))


def _join_alike(words: list[str], numbers: list[int], same: Components) -> None:
    from rapidfuzz import fuzz

    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        if words[number].count(" ") >= LONG:
            for anchor in anchors(words[number], words[number].split(" ")):
                holders[anchor].append(number)
    pairs = {(a, b) for held in holders.values() for i, a in enumerate(held) for b in held[i + 1 : i + 40]}
    for a, b in sorted(pairs):
        if not same.united(a, b) and fuzz.ratio(words[a], words[b], score_cutoff=_SAME) > 0:
            same.unite(a, b)


def _entry(group: list[Trivia]) -> TriviaEntry:
    identity = min(mark_of_trivia(item) for item in group)
    if len(group) == 1:
        return TriviaEntry(shown=replace(group[0], id=identity))
    fullest = min(group, key=lambda item: (-len(item.text), item.text))
    topics = sorted(item.topic for item in group if item.topic)
    shown = Trivia(
        id=identity,
        topic=min(topics, key=lambda topic: (-topics.count(topic), topic)) if topics else None,
        text=fullest.text,
        spoiler=any(item.spoiler for item in group),
        helpful=max((item.helpful for item in group if item.helpful), key=lambda votes: votes[::-1], default=None),
        sources=in_order(source for item in group for source in item.sources),
    )
    return TriviaEntry(shown=shown, versions=tuple(group))
