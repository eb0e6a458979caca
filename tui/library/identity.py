"""Which claims are about the same film.

The rule, in full. Two claims are about one film when

1. they share an external id; claims with different IMDb ids never are, whatever else they say;
2. their titles are the same (any of each: original and other-language titles count) and so is the year, unless the
   people that they name have nobody in common, or the pages that they link to are told apart by more than «film» and
   the year («1915 Goldwyn film») and nobody is common to both;
3. their titles are the same, the years are neighbours, and there is further evidence: a director, two actors, the
   runtime or a long text in common;
4. the title of one is the other's without its subtitle, the year is the same, and there is further evidence;
5. one of them knows no year, and just one film answers to the title, or just one of those shares people with it.

A page of Wikipedia is no such id: films of one series share one, and a page gets another name.

1 to 4 are properties of pairs, taken strongest first (a pair that would unite two IMDb ids is left out), so the result
is a function of the set of claims: their order cannot matter. What the user decided goes before everything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import unquote

import msgspec

from tui.library.components import Components
from tui.library.wording import wording, wording_of_name
from tui.models import Facts, Plain
from tui.text.titles import compared_by

_EXCLUSIVE = "imdb"
_PAGE = "wikipedia"
_SLUG = "slug"
_CASED = "boxd"
"""The one number in which a capital and its small letter are two: `boxd.it/1wXq` and `boxd.it/1WXQ` are two films."""
_OF_ANY = frozenset({"film", "movie", "the", "a", "an"})
_WORDS = re.compile(r"[^\W\d_]+")
_LONG_TEXT = 200
_DECIDED, _SHARED_ID, _SUPPORTED, _SAME_TITLE, _NEAR = 5, 4, 3, 2, 1


class Subject(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a claim says that tells which film it is about."""

    key: str
    """Short hash of the rest: equal subjects are one."""
    ids: frozenset[tuple[str, str]]
    exact: frozenset[str]
    """Its titles with their articles."""
    loose: frozenset[str]
    """Its titles' keys: equal titles share one."""
    mains: frozenset[str]
    """Looser keys: without subtitle, without a foreign article."""
    year: int | None
    directors: frozenset[str]
    cast: frozenset[str]
    runtime: int | None
    texts: frozenset[str]
    """Hashes of its long texts (synopsis, plot)."""
    told_apart: frozenset[str] | None = None
    """What the name of its page has beside its title, «film» and a year; None where no page is known."""
    former: str | None = None
    """Its key where an id's capitals count for nothing, if that is another: older decisions know it by that."""

    @property
    def keys(self) -> frozenset[str]:
        """What it is looked up by: two claims about one film have at least one in common."""
        return frozenset(f"{scheme}:{value}" for scheme, value in self.ids) | self.mains


class Decision(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """The user's word that two subjects are one film, or are not."""

    one: str
    other: str
    same: bool = True


def names_film(facts: Facts) -> bool:
    """Say whether `facts` name a film at all."""
    return bool(facts.title or facts.ids)


def keys_of(facts: Facts) -> frozenset[str]:
    """Return the keys of the subject of `facts`, without making it."""
    titles = _titles(facts)
    keys = _keys(titles[0]).loose if len(titles) == 1 else {key for title in titles for key in _keys(title).loose}
    return frozenset([f"{scheme}:{value}" for scheme, value in _ids(facts)]) | keys if facts.ids else frozenset(keys)


def _titles(facts: Facts) -> list[Plain]:
    return [title for title in (facts.title, facts.original_title, *facts.other_titles) if title]


def _ids(facts: Facts) -> frozenset[tuple[str, str]]:
    return frozenset(
        (scheme, value.strip() if scheme == _CASED else value.strip().casefold())
        for scheme, value in facts.ids.items()
        if value.strip()
    )


_keys = lru_cache(maxsize=1 << 16)(compared_by)
"""An import asks for each title when it is read, and again when its film is made: tens of thousands lie between."""


def subject_of(facts: Facts) -> Subject:
    """Return what `facts` say about which film they describe."""
    titles, ids = [_keys(title) for title in _titles(facts)], _ids(facts)
    exact = frozenset([title.exact for title in titles])
    directors, cast = _people(facts.directors), _people(facts.cast)
    texts = frozenset(_hash(wording(text)) for text in (facts.synopsis, facts.plot) if text and len(text) >= _LONG_TEXT)
    runtime = facts.runtime_minutes
    apart = _told_apart(facts)
    parts: tuple[object, ...] = (
        sorted(ids), sorted(exact), facts.year, sorted(directors), sorted(cast), runtime, sorted(texts)
    )  # fmt: skip
    if apart:
        parts += (sorted(apart),)
    folded = sorted((scheme, value.casefold()) for scheme, value in ids) if _CASED in facts.ids else parts[0]
    return Subject(
        key=_hash(repr(parts)),
        former=_hash(repr((folded, *parts[1:]))) if folded != parts[0] else None,
        ids=ids,
        exact=exact,
        loose=frozenset([title.main for title in titles]),
        mains=titles[0].loose if len(titles) == 1 else frozenset(key for title in titles for key in title.loose),
        year=facts.year,
        directors=directors,
        cast=cast,
        runtime=runtime,
        texts=texts,
        told_apart=apart,
    )


def _told_apart(facts: Facts) -> frozenset[str] | None:
    """Return what the name of a film's page has beside its title, «film» and a year."""
    page = facts.ids.get(_PAGE, "").rpartition("/wiki/")[2] or facts.extra.get(_SLUG, "")
    if page == page.lower():  # no page, or the address of somebody's own note
        return None
    words = frozenset(_WORDS.findall(unquote(page).casefold())) - _OF_ANY
    return words.difference(*(_WORDS.findall(title.casefold()) for title in _titles(facts))) if words else words


def exact_title(title: str) -> str:
    """Return what spellings of one title share, its article included."""
    return _keys(title).exact


def looked_up_by(title: str) -> frozenset[str]:
    """Return the keys that a title is looked up by."""
    return _keys(title).loose


def _people(names: Iterable[str]) -> frozenset[str]:
    return frozenset([wording_of_name(name) for name in names])


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def group(subjects: Sequence[Subject], decisions: Iterable[Decision] = ()) -> list[list[int]]:
    """Return which of `subjects` are one film, as lists of their numbers.

    Args:
        subjects: distinct by `key`.
        decisions: what the user decided, by the subjects' keys.
    """
    order = sorted(range(len(subjects)), key=lambda number: subjects[number].key)
    ranked = [subjects[number] for number in order]
    films = _Films(ranked, decisions)
    for strength, _, one, other in sorted(_pairs(ranked, films)):
        films.unite(one, other, -strength)
    _join_yearless(ranked, films)
    return [sorted(order[number] for number in members) for members in films.groups()]


class _Films(Components):
    """Subjects that are united unless something speaks against it."""

    def __init__(self, subjects: Sequence[Subject], decisions: Iterable[Decision]) -> None:
        super().__init__(len(subjects))
        number = {subject.former: at for at, subject in enumerate(subjects) if subject.former}
        number |= {subject.key: at for at, subject in enumerate(subjects)}
        self._ids: list[frozenset[tuple[str, str]]] = [subject.ids for subject in subjects]
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self.decided: list[tuple[int, int]] = []
        for decision in sorted(decisions):
            one, other = number.get(decision.one), number.get(decision.other)
            if one is None or other is None or one == other:
                continue
            if decision.same:
                self.decided.append((one, other))
            else:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def unite(self, one: int, other: int, strength: int = _DECIDED) -> None:
        """Unite two films, unless their ids or the user say that they are two."""
        a, b = self.root(one), self.root(other)
        if a == b or not self.compatible(a, b, strength):
            return
        super().unite(a, b)
        kept, gone = min(a, b), max(a, b)
        self._ids[kept] |= self._ids[gone]
        if gone in self._apart:
            self._apart[kept] |= self._apart[gone]

    def compatible(self, one: int, other: int, strength: int) -> bool:
        """Say whether nothing keeps two films apart."""
        a, b = self.root(one), self.root(other)
        if strength == _DECIDED:
            return True
        if any(self.root(apart) == b for apart in self._apart.get(a, ())):
            return False
        if any(self.root(apart) == a for apart in self._apart.get(b, ())):
            return False
        if self._ids[a] and self._ids[b]:
            mine, theirs = _by_scheme(self._ids[a]), _by_scheme(self._ids[b])
            for scheme in mine.keys() & theirs.keys() - {_PAGE}:
                if (scheme == _EXCLUSIVE or strength < _SHARED_ID) and mine[scheme].isdisjoint(theirs[scheme]):
                    return False
        return True


def _by_scheme(ids: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for scheme, value in ids:
        found[scheme].add(value)
    return found


def _pairs(subjects: Sequence[Subject], films: _Films) -> Iterator[tuple[int, int, int, int]]:
    """Yield (minus strength, minus support, one, other) for all pairs that may be one film."""
    for one, other in films.decided:
        yield -_DECIDED, 0, one, other
    by_id: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    by_title: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    for number, subject in enumerate(subjects):
        for identifier in subject.ids:
            if identifier[0] != _PAGE:
                by_id[identifier].append(number)
        for key in subject.loose | subject.mains:
            by_title[key, subject.year].append(number)
    for held in by_id.values():
        for other in held[1:]:
            yield -_SHARED_ID, 0, held[0], other
    for (key, year), held in by_title.items():
        neighbours = by_title.get((key, year + 1), []) if year is not None else []
        for at, one in enumerate(held):
            yield from _alike(subjects, one, held[at + 1 :] + neighbours)


def _alike(subjects: Sequence[Subject], one: int, others: Iterable[int]) -> Iterator[tuple[int, int, int, int]]:
    for other in others:
        strength, support = _likeness(subjects[one], subjects[other])
        if strength:
            yield -strength, -support, min(one, other), max(one, other)


def _likeness(one: Subject, other: Subject) -> tuple[int, int]:
    """Return how strongly two subjects with a title in common are one film (0 is not at all), and the support."""
    support = _support(one, other)
    if support < 0:
        return 0, 0
    same_title = not one.loose.isdisjoint(other.loose)
    if one.year == other.year and same_title:
        if one.year is None and not support and one.exact.isdisjoint(other.exact):
            return 0, 0
        return (_SUPPORTED if support else _SAME_TITLE), support
    if support and one.year is not None:
        part = not (one.loose.isdisjoint(other.mains) and other.loose.isdisjoint(one.mains))
        if same_title or (part and one.year == other.year):
            return _NEAR, support
    return 0, 0


def _support(one: Subject, other: Subject) -> int:
    """Return the further evidence that two subjects are one film; negative when the people speak against it."""
    directors = len(one.directors & other.directors)
    actors = len(one.cast & other.cast)
    crossed = len(one.directors & other.cast) + len(one.cast & other.directors)
    support = 3 * directors + 4 * len(one.texts & other.texts)
    if actors >= min(2, len(one.cast), len(other.cast)):
        support += actors
    if one.runtime and other.runtime and abs(one.runtime - other.runtime) <= 1:
        support += 1
    apart = (one.directors and other.directors and not directors) or (
        len(one.cast) > 1 and len(other.cast) > 1 and not actors
    )
    if one.told_apart is not None and other.told_apart is not None and one.told_apart != other.told_apart:
        apart = True
    if apart and not directors and not actors and not crossed and not one.texts & other.texts:
        return -1
    return support


def _join_yearless(subjects: Sequence[Subject], films: _Films) -> None:
    """Unite a film whose year nobody says with the only one that it can be (rule 5)."""
    members = {group[0]: group for group in films.groups()}
    by_title: defaultdict[str, set[int]] = defaultdict(set)
    for root, group in members.items():
        if any(subjects[number].year is not None for number in group):
            for number in group:
                for key in subjects[number].loose:
                    by_title[key].add(root)
    for root, group in sorted(members.items()):
        if all(subjects[number].year is None for number in group):
            found = {other for number in group for key in subjects[number].loose for other in by_title[key]}
            fitting = {other: members[other] for other in found if films.compatible(root, other, _NEAR)}
            chosen = _only(group, fitting, subjects)
            if chosen is not None:
                films.unite(root, chosen, _NEAR)


def _only(group: Sequence[int], others: Mapping[int, Sequence[int]], subjects: Sequence[Subject]) -> int | None:
    """Return which of some films (root to members) a group without a year must be; None where that is not sure."""
    supported, possible = [], []
    for root, members in sorted(others.items()):
        pairs = [(subjects[a], subjects[b]) for a in group for b in members]
        supports = [_support(one, other) for one, other in pairs]
        if max(supports) > 0:
            supported.append(root)
        if min(supports) >= 0:
            possible.append((root, any(not one.exact.isdisjoint(other.exact) for one, other in pairs)))
    if supported:
        return supported[0] if len(supported) == 1 else None
    return possible[0][0] if len(possible) == 1 and possible[0][1] else None
