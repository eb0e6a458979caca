"""What a text pane shows: passages, made from a film's records, and how a passage is set in lines.

A passage is a review, a piece of trivia, a heading or a stretch of prose. Its lines are offsets into its
own text; so a highlight that spans a line break is one match, and a place in the text survives a resize.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol, overload

import msgspec
from msgspec.structs import replace
from textual.cache import LRUCache

from tui.models import Kind, Plain
from tui.search.types import Span
from tui.widgets.wrapping import wrap

Role = Literal["gap", "topic", "head", "headline", "text", "veil", "more", "foot"]
Shape = Literal["prose", "card", "item", "topic", "fold", "list"]
NOTHING = Plain("")
KEPT = 512
"""Passages that are kept once they were made or set."""
FOLDED_LINES = 3
"""Lines of the text that a folded passage still shows."""


class Line(NamedTuple):
    """One line on the screen: its part in the passage, and from where to where in that part's text."""

    role: Role
    start: int
    end: int
    first: bool = False
    """Whether it is the first line of its part."""


class Passage(msgspec.Struct, frozen=True):
    """One block of a text pane."""

    id: str
    kind: Kind
    shape: Shape
    text: Plain
    left: Plain = NOTHING
    """The head line's beginning: the author."""
    right: tuple[tuple[str, Plain], ...] = ()
    """The head line's end: pieces with the component that colours them."""
    headline: Plain = NOTHING
    foot: Plain = NOTHING
    spoiler: bool = False
    mark: Plain = NOTHING
    """A sign before the text: «•», «▸»."""
    indent: int = 0

    def text_of(self, role: Role) -> Plain:
        """Return the text that lines of this role are cut from."""
        if role == "headline":
            return self.headline
        if role == "foot":
            return self.foot
        return self.text


class Lights(msgspec.Struct, frozen=True):
    """What is lit in one passage."""

    text: tuple[Span, ...] = ()
    headline: tuple[Span, ...] = ()

    def of(self, role: Role) -> tuple[Span, ...]:
        """Return the spans in the text of a role."""
        return self.text if role in ("text", "topic") else self.headline if role == "headline" else ()


NO_LIGHTS = Lights()


class LitRecords(Mapping[str, Lights]):
    """What is lit in each record that a search leaves; located when it is looked at.

    In a film with ten thousand reviews that all match, locating takes seconds; what is in view takes none.
    """

    def __init__(
        self,
        records: Mapping[str, tuple[str, str]],
        locate: Callable[[Plain], tuple[Span, ...]] = lambda _: (),
        beside: Mapping[str, str] | None = None,
    ) -> None:
        """Take the records that match: id to text and headline.

        Args:
            records: what a search leaves.
            locate: finds the query's words in a text.
            beside: what stands about the records and is lit too, but is none of them: topics, facts; id to text.
        """
        self._records = records
        self._beside = {key: Lights(spans) for key, text in (beside or {}).items() if (spans := locate(Plain(text)))}
        self._locate = locate
        self._located: dict[str, Lights] = {}

    def __getitem__(self, key: str) -> Lights:
        if key in self._beside:
            return self._beside[key]
        lights = self._located.get(key)
        if lights is None:
            text, headline = self._records[key]
            lights = Lights(self._locate(Plain(text)), self._locate(Plain(headline)) if headline else ())
            self._located[key] = lights
        return lights

    def __contains__(self, key: object) -> bool:
        return key in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    @property
    def is_complete(self) -> bool:
        """Whether every record was located."""
        return len(self._located) == len(self._records)

    def locate_all(self, cancelled: Callable[[], bool]) -> None:
        """Locate every record, unless told to stop."""
        for key in self._records:
            if cancelled():
                return
            _ = self[key]


NOTHING_LIT = LitRecords({})


class Show(msgspec.Struct, frozen=True):
    """How passages are shown at the moment: what is unfolded and unveiled."""

    folded: frozenset[str] = frozenset()
    revealed: frozenset[str] = frozenset()
    all_revealed: bool = False

    def is_veiled(self, passage: Row) -> bool:
        """Tell whether the passage's text is hidden because it is a spoiler."""
        return passage.spoiler and not self.all_revealed and passage.id not in self.revealed

    def toggled(self, which: Literal["folded", "revealed"], passage_id: str) -> Show:
        """Return the same with one passage folded or unfolded, veiled or unveiled."""
        change = frozenset({passage_id})
        if which == "folded":
            return replace(self, folded=self.folded ^ change)
        return replace(self, revealed=self.revealed ^ change)


def lines_of(passage: Passage, width: int, show: Show, *, first: bool) -> list[Line]:
    """Set a passage in lines of `width` cells.

    Args:
        passage: what is set.
        width: of the text column.
        show: what is folded and unveiled.
        first: whether it stands at the very top, where no gap parts it from anything.
    """
    lines: list[Line] = []
    if not first and passage.shape in ("card", "topic", "fold", "prose"):
        lines.append(Line("gap", 0, 0))
    if passage.shape == "topic":
        return lines + _part(passage, "topic", width)
    if passage.shape == "card":
        lines.append(Line("head", 0, 0, first=True))
    if show.is_veiled(passage):
        return [*lines, Line("veil", 0, 0, first=True)]
    if passage.headline:
        lines += _part(passage, "headline", width)
    text = _part(passage, "text", width) if passage.text else []
    if passage.id in show.folded and len(text) > FOLDED_LINES:
        hidden = len(text) - FOLDED_LINES + 1
        text = [*text[: FOLDED_LINES - 1], Line("more", hidden, hidden)]
    lines += text
    if passage.foot:
        lines += _part(passage, "foot", width)
    return lines


def _part(passage: Passage, role: Role, width: int) -> list[Line]:
    spans = wrap(passage.text_of(role), max(1, width - passage.indent))
    return [Line(role, start, end, index == 0) for index, (start, end) in enumerate(spans)]


def estimate(text: str, width: int) -> int:
    """Guess how many lines a passage will take, without wrapping it."""
    return 3 + (len(text) * 17) // (max(1, width) * 16)


class Row(Protocol):
    """A record that a passage is made of, or a passage itself."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def text(self) -> Plain:
        """Its text."""

    @property
    def spoiler(self) -> bool:
        """Whether it is one."""


class Passages(Sequence[Passage]):
    """Passages made of their records only when they come into view; ten thousand cost no more than ten."""

    def __init__(self, rows: Sequence[Row] = (), make: Callable[[Any], Passage] | None = None) -> None:
        """Take records, or passages, and what makes a passage of a record."""
        self.rows = rows
        self._make = make
        self._made: LRUCache[int, Passage] = LRUCache(KEPT)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Passage: ...

    @overload
    def __getitem__(self, index: slice) -> list[Passage]: ...

    def __getitem__(self, index: int | slice) -> Passage | list[Passage]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self.rows)))]
        row = self.rows[index]
        if isinstance(row, Passage):
            return row
        made = self._made.get(index)
        if made is None:
            if self._make is None:
                raise TypeError(row)
            made = self._made[index] = self._make(row)
        return made

    @property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [row.id for row in self.rows]

    @property
    def foldable(self) -> frozenset[str]:
        """Ids of all that can be folded: cards, and the records that cards are made of."""
        return frozenset(row.id for row in self.rows if not isinstance(row, Passage) or row.shape == "card")


def passages_of(passages: Sequence[Passage]) -> Passages:
    """Return passages that are there already as such a sequence."""
    return passages if isinstance(passages, Passages) else Passages(passages)
