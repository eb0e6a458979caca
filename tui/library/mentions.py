"""The titles that a text names, and whether it names them as the film that it is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from tui.library.texts import NO_NAMES, Title, Token
from tui.text.wordsets import words

_NUMBER = re.compile(r"[2-9]|\d\d|i{2,3}|i?v|vi{1,3}|two|three|four|five|part|vol|volume|chapter|episode")
"""Behind a title: another film of the series is meant."""
_SURE_NUMBERS = frozenset({"part", "ii", "iii", "iv", "chapter"})
"""Even behind a comma or a colon."""
_ARTICLES = frozenset({"the", "a", "an"})
_SAYS = words("is was has had tells follows stars starring isn't wasn't takes may might does did remains by")
"""Words behind the title of the film that a text is about."""
_SEES = words("in watched saw watching seen title called seeing")
"""Words before it."""
_COMPARES = words(
    "like than of to and from as or after before meets remake vs versus between with since by also another"
)
"""Words before the title of some other film."""


@dataclass(slots=True)
class Mention:
    """How a text names the title of one film."""

    title: Title
    """The longest of the film's titles, or parts of them, that it names."""
    capital: bool = False
    """Whether it writes it as a title."""
    times: int = 0
    whole: int = 0
    """How often the title is whole, not only what stands before or behind its colon."""
    about: int = 0
    """How often as what the text is about: «X is …», «I watched X»."""
    compared: int = 0
    """How often as something else: «like X», «better than X»."""
    numbered: int = 0
    """How often with a number behind it that is not in the title: another film of the series."""


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int
    last: int
    film: int
    title: Title
    capital: bool
    whole: bool
    numbered: bool


class Titles:
    """The titles of all films."""

    def __init__(self) -> None:
        """Know no title yet."""
        self._known: defaultdict[str, list[tuple[int, Title, bool]]] = defaultdict(list)
        """First word of a title to films, titles, and whether the title is whole."""
        self._films: defaultdict[str, set[int]] = defaultdict(set)
        self.owners: Counter[Title] = Counter()
        """Films that have a title, or a part of one."""
        self.of: list[tuple[list[Title], list[Title]]] = []
        """The whole titles of each film, and their parts."""

    def add(self, titles: list[Title], parts: list[Title]) -> None:
        """Learn the titles of the next film."""
        film = len(self.of)
        self.of.append((titles, parts))
        for title, whole in [*((title, True) for title in titles), *((part, False) for part in parts)]:
            self._known[title[0]].append((film, title, whole))
            self.owners[title] += 1
            for word in telling(title):
                self._films[word].add(film)

    def named(
        self, tokens: Sequence[Token | None], colons: Collection[int], is_name: Callable[[Token], bool]
    ) -> dict[int, Mention]:
        """Return how a text names the films' titles; where one lies in a longer one, only that counts.

        Args:
            tokens: of the text.
            colons: how many words stand before each of its colons.
            is_name: says whether a word is a name.
        """
        said = [token for token in tokens if token is not None]
        edges = _edges(tokens)
        hits = sorted(self._hits(said, edges, colons, is_name), key=lambda hit: (hit.first - hit.last, hit.first))
        taken: list[tuple[int, int]] = []
        found: dict[int, Mention] = {}
        for hit in hits:
            place = (hit.first, hit.last)
            if any(first <= hit.first and hit.last <= last and place != (first, last) for first, last in taken):
                continue
            taken.append(place)
            mention = found.setdefault(hit.film, Mention(hit.title))
            if hit.numbered:
                mention.numbered += 1
            else:
                _count(mention, hit, said, edges)
        return found

    def _hits(
        self, said: Sequence[Token], edges: set[int], colons: Collection[int], is_name: Callable[[Token], bool]
    ) -> list[_Hit]:
        found = []
        for first, (word, _, _) in enumerate(said):
            for film, title, whole in self._known.get(word, ()):
                last = first + len(title)
                here = said[first:last]
                if tuple(token[0] for token in here) != title:
                    continue
                capital = _as_title(here, is_name, alone=first in edges and last in edges)
                if not capital and len(title) < 3:
                    continue
                numbered = _numbered(said, edges, last) or (last in colons and _goes_on(said, edges, last))
                found.append(_Hit(first, last, film, title, capital, whole, numbered))
        return found

    def relatives(self, film: int) -> set[int]:
        """Return the films that share a telling word of the title."""
        return {other for title in chain(*self.of[film]) for word in telling(title) for other in self._films[word]} - {
            film
        }

    def in_series(self, film: int) -> bool:
        """Say whether there are films that a film's title may mean too, or whose title may mean it."""
        titles, parts = self.of[film]
        if any(self.owners[title] > 1 for title in (*titles, *parts)):
            return True
        mine = [telling(title) for title in titles]
        theirs = [telling(title) for other in self.relatives(film) for title in self.of[other][0]]
        return any(
            bool(one and other) and (one <= other or other <= one or len(one & other) >= 2)
            for one in mine
            for other in theirs
        )

    def only_means(self, film: int, mention: Mention) -> bool:
        """Say whether what a text names can only be this film, not another of its series."""
        told = mention.whole and mention.capital and mention.compared < mention.times and not mention.numbered
        if not told or mention.title not in self.of[film][0] or self.owners[mention.title] > 1:
            return False
        mine = telling(mention.title)
        return not any(
            mine <= telling(title) for other in self.relatives(film) for titles in self.of[other] for title in titles
        )


def telling(title: Title) -> frozenset[str]:
    """Return the words of a title that may tell it."""
    return frozenset(title) - NO_NAMES


def _edges(tokens: Sequence[Token | None]) -> set[int]:
    """Return the words before which a sentence, a quotation or a bracket begins or ends."""
    found, at = {0}, 0
    for token in tokens:
        if token is None:
            found.add(at)
        else:
            at += 1
    return found


def _as_title(said: Sequence[Token], is_name: Callable[[Token], bool], *, alone: bool) -> bool:
    if len(said) == 1:
        return is_name(said[0]) or (said[0][1] and alone)
    telling_ones = [token for token in said if token[0].isalpha() and token[0] not in NO_NAMES] or said
    capitals = sum(capital and not start for _, capital, start in telling_ones)
    return capitals >= max(1, len(telling_ones) - 1) or all(capital for _, capital, _ in telling_ones)


def _numbered(said: Sequence[Token], edges: set[int], last: int) -> bool:
    """Say whether the number of a film of a series follows."""
    behind = said[last][0] if last < len(said) else ""
    return _NUMBER.fullmatch(behind) is not None and (last not in edges or behind.isdigit() or behind in _SURE_NUMBERS)


def _goes_on(said: Sequence[Token], edges: set[int], last: int) -> bool:
    """Say whether a subtitle follows: «: Family Business is …»."""
    end = last
    while end < len(said) and said[end][1] and (end == last or end not in edges):
        end += 1
    return end < len(said) and end not in edges and len({word for word, _, _ in said[last:end]} - NO_NAMES) >= 2


def _count(mention: Mention, hit: _Hit, said: Sequence[Token], edges: set[int]) -> None:
    if (hit.capital, len(hit.title)) > (mention.capital, len(mention.title)):
        mention.title = hit.title
    mention.capital |= hit.capital
    mention.times += 1
    mention.whole += hit.whole
    first = hit.first - 1 if hit.first and said[hit.first - 1][0] in _ARTICLES else hit.first
    before = said[first - 1][0] if first and first not in edges else ""
    behind = said[hit.last][0] if hit.last < len(said) and hit.last not in edges else ""
    begins = first in edges and behind in _SAYS
    mention.about += first == 0 or begins or (before in _SEES and behind not in {"and", "or"})
    mention.compared += before in _COMPARES
