"""The whole query language once more, by reading every passage: what the index is held against.

Nothing of the engine is used, not even its analysis or its parser: words are known by construction (`little_world`),
questions are made as values together with a way to write them. Typos are not forgiven here; the index is asked
literally.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.properties.search.little_world import NAMES, SPELLED, Entry, Text, Tok, World, named

COMPOUNDS = ["tear", "jerker", "tearjerker", "tear-jerker", "x-tear", "jerkers", "3", "d", "3d"]
"""Words that may be written as one or apart, and therefore are asked for more often than others."""

Place = tuple[int, int]
"""Numbers of the first and last word."""
MARKS = (
    "is:watched", "is:liked", "is:mine", "is:bookmarked", "has:spoiler", "has:rating", "has:headline", "has:author",
    "has:date", "has:topic", "has:note",
)  # fmt: skip
APART = ("a", "the", "am", "is")
"""Words of this little world that never join with a neighbour."""


@dataclass(frozen=True)
class Ask:
    """A word or phrase that is asked for."""

    written: str
    words: tuple[str, ...]
    prefix: bool = False
    phrase: bool = False


@dataclass(frozen=True)
class Near:
    """Two of them, near each other."""

    left: Ask
    right: Ask
    distance: int


@dataclass(frozen=True)
class Both:
    """All of them, side by side in the query."""

    parts: tuple[Question, ...]


@dataclass(frozen=True)
class Any:
    """One of them."""

    parts: tuple[Question, ...]


@dataclass(frozen=True)
class Without:
    """Not that."""

    part: Question


@dataclass(frozen=True)
class Fact:
    """A field, a range, a mark."""

    written: str
    holds: Callable[[Entry], bool]


Question = Ask | Near | Both | Any | Without | Fact


class Oracle:
    """Answers questions to one library."""

    def __init__(self, world: World) -> None:
        """Count in how many passages each word is."""
        self.entries = world.entries
        count = Counter(
            term
            for entry in world.entries
            for term in {(tok.term, tok.forms) for tok in (*entry.text.toks, *entry.heading.toks)}
        )
        self.held: Counter[str] = Counter()
        for (_, forms), passages in count.items():
            for form in set(forms):
                self.held[form] += passages

    def answers(self, question: Question) -> list[Entry]:
        """Return the passages that answer."""
        return [entry for entry in self.entries if self.holds(question, entry)]

    def holds(self, question: Question, entry: Entry) -> bool:
        """Say whether a passage answers."""
        match question:
            case Ask() | Near():
                return any(self.places(question, text) for text in (entry.text, entry.heading))
            case Both(parts):
                return all(
                    bool(
                        self.side_by_side(parts, number, entry.text) or self.side_by_side(parts, number, entry.heading)
                    )
                    if isinstance(part, Ask)
                    else self.holds(part, entry)
                    for number, part in enumerate(parts)
                )
            case Any(parts):
                return any(self.holds(part, entry) for part in parts)
            case Without(part):
                return not self.holds(part, entry)
            case Fact():
                return question.holds(entry)

    def lit(self, question: Question, text: Text) -> tuple[tuple[int, int], ...]:
        """Return what is lit in a text of a passage that answers."""
        spans = sorted({(text.toks[first].start, text.toks[last].end) for first, last in self._lit(question, text)})
        merged: list[tuple[int, int]] = []
        for start, end in spans:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def _lit(self, question: Question, text: Text) -> set[Place]:
        match question:
            case Ask() | Near():
                return self.places(question, text)
            case Both(parts):
                return set().union(
                    *(
                        self.side_by_side(parts, number, text) if isinstance(part, Ask) else self._lit(part, text)
                        for number, part in enumerate(parts)
                    )
                )
            case Any(parts):
                return set().union(*(self._lit(part, text) for part in parts))
            case _:
                return set()

    def side_by_side(self, parts: Sequence[Question], number: int, text: Text) -> set[Place]:
        """Return where one of several words stands, also written together with a neighbour of the query."""
        part = parts[number]
        assert isinstance(part, Ask)
        found = self.places(part, text)
        for left in (number - 1, number):
            if 0 <= left < len(parts) - 1:
                one, two = parts[left], parts[left + 1]
                if isinstance(one, Ask) and isinstance(two, Ask) and _plain(one) and _plain(two):
                    found |= _written_together(one.words[0], two.words[0], text, prefix=two.prefix)
        return found

    def places(self, question: Ask | Near, text: Text) -> set[Place]:
        """Return where a word, a phrase or a pair stands."""
        if isinstance(question, Near):
            lefts, rights = self.places(question.left, text), self.places(question.right, text)
            pairs = [(a, b) for a in lefts for b in rights if 1 <= _apart(a, b) <= question.distance]
            return {place for pair in pairs for place in pair}
        size = len(question.words)
        found = {
            (start, start + size - 1)
            for start in range(len(text.toks) - size + 1)
            if all(
                _is(text.toks[start + step], word, prefix=question.prefix and step == size - 1)
                for step, word in enumerate(question.words)
            )
        }
        if not question.phrase and size == 1:
            found |= self._written_apart(question.words[0], text)
        if not question.phrase and size == 2:
            found |= _written_together(question.words[0], question.words[1], text, prefix=question.prefix)
        return found

    def _written_apart(self, word: str, text: Text) -> set[Place]:
        return {
            (place, place + 1)
            for place in range(len(text.toks) - 1)
            for first in text.toks[place].forms
            for second in text.toks[place + 1].forms
            if first + second == word
            and _may_join(first, second)
            and min(self.held[first], self.held[second]) * 4 >= self.held[word]
        }


def _plain(ask: Ask) -> bool:
    return not ask.phrase and len(ask.words) == 1


def _apart(one: Place, other: Place) -> int:
    return other[0] - one[1] if other[0] > one[0] else one[0] - other[1]


def _is(tok: Tok, word: str, *, prefix: bool = False) -> bool:
    return any(form == word or (prefix and form.startswith(word)) for form in tok.forms)


def _unspaced(word: str) -> bool:
    return word[0] in "東京都映画기생หนง👍"


def _may_join(first: str, second: str) -> bool:
    if first in APART or second in APART or _unspaced(first) or _unspaced(second):
        return False
    return not (first[-1].isdigit() and second[0].isdigit())


def _written_together(first: str, second: str, text: Text, *, prefix: bool) -> set[Place]:
    if not _may_join(first, second) or (prefix and len(second) < 2):
        return set()
    goes_on = prefix and len(second) > 2
    return {(place, place) for place, tok in enumerate(text.toks) if _is(tok, first + second, prefix=goes_on)}


# How questions are made and written


def written(question: Question, chance: random.Random, *, inside: bool = False) -> str:
    """Return the question in the query language, one of the ways to write it."""
    match question:
        case Ask() | Fact():
            return question.written
        case Near(left, right, distance):
            text = f"{left.written} NEAR/{distance} {right.written}"
            return f"({text})" if inside else text
        case Both(parts):
            text = chance.choice([" ", "  ", " AND "]).join(written(part, chance, inside=True) for part in parts)
            return f"({text})" if inside else text
        case Any(parts):
            text = chance.choice([" OR ", " | ", " || "]).join(written(part, chance) for part in parts)
            return f"({text})"
        case Without(part):
            return chance.choice(["-", "−", "NOT "]) + written(part, chance, inside=True)


def question_of(chance: random.Random) -> Question:
    """Return a random question."""
    parts: list[Question] = [_part(chance, 2) for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4]))]
    return parts[0] if len(parts) == 1 else Both(tuple(parts))


def _part(chance: random.Random, depth: int) -> Question:
    kind = chance.choices(["ask", "near", "any", "without", "fact"], [10, 3, 3, 2, 4])[0]
    if depth and kind == "any":
        return Any(tuple(_branch(chance, depth - 1) for _ in range(chance.choice([2, 2, 3]))))
    if depth and kind == "without":
        inner = _part(chance, depth - 1)
        return inner if isinstance(inner, Without) else Without(inner)
    if kind == "near":
        return Near(_ask(chance), _ask(chance), chance.choice([1, 2, 3, 5, 12, 13, 9999]))
    return _fact(chance) if kind == "fact" else _ask(chance)


def _branch(chance: random.Random, depth: int) -> Question:
    parts = [_part(chance, depth) for _ in range(chance.choice([1, 1, 2]))]
    if len(parts) == 1:
        return parts[0] if not isinstance(parts[0], Any) else parts[0].parts[0]
    return Both(tuple(parts))


def _words_of(spelling: str) -> tuple[str, ...]:
    """Return the words of a spelling as a query means them: without apostrophes."""
    return tuple(tok.term.replace("'", "") for tok in SPELLED[spelling])


def _ask(chance: random.Random) -> Ask:
    spelling = chance.choice(list(SPELLED) if chance.random() < 0.7 else COMPOUNDS)
    words = _words_of(spelling)
    kind = chance.random()
    if kind < 0.25:
        more = chance.choices(list(SPELLED), k=chance.choice([0, 1, 1, 2]))
        text = chance.choice([" ", "  ", "\n", " – "]).join([spelling, *more])
        words = tuple(word for one in [spelling, *more] for word in _words_of(one))
        prefix = chance.random() < 0.2
        left, right = chance.choice([('"', '"'), ("“", "”"), ("«", "»"), ("„", "“")])
        return Ask(f"{left}{text}{'*' * prefix}{right}", words, prefix and not _unspaced(words[-1]), phrase=True)
    if kind < 0.5 and len(words) == 1 and words[0].isalnum() and not _unspaced(words[0]):
        cut = words[0][: chance.randint(1, len(words[0]))]
        return Ask(f"{cut}*", (cut,), prefix=True)
    return Ask(spelling, words)


def _fact(chance: random.Random) -> Fact:
    return chance.choice((_name, _title, _heading, _year, _rating, _date, _mark, _kind))(chance)


def _within(toks: Iterable[Tok], words: Sequence[str], *, prefix: bool = False) -> bool:
    found, size = list(toks), len(words)
    return any(
        all(_is(found[at + step], word, prefix=prefix and step == size - 1) for step, word in enumerate(words))
        for at in range(len(found) - size + 1)
    )


def _value(chance: random.Random, text: str, words: tuple[str, ...]) -> tuple[str, bool]:
    """Return a value of a field as it is written, and whether it may go on."""
    if len(words) > 1 or chance.random() < 0.4:
        return f'"{text}"', False
    prefix = chance.random() < 0.3 and not _unspaced(words[0])
    return text + "*" * prefix, prefix


def _name(chance: random.Random) -> Fact:
    name = chance.choice(NAMES)
    part = chance.choice([name, *name.split()])
    words = tuple(tok.forms[0] for tok in named(part).toks)
    text, prefix = _value(chance, part, words)
    return Fact(
        f"author:{text}", lambda entry: entry.author is not None and _within(entry.author.toks, words, prefix=prefix)
    )


def _title(chance: random.Random) -> Fact:
    part = chance.choice(["Mirror", "mother", "the", "film", "2001", "ﬁlm"])
    words = _words_of(part)
    text, prefix = _value(chance, part, words)
    name = chance.choice(["film", "title"])

    def holds(entry: Entry) -> bool:
        headline = entry.heading.toks if name == "title" and entry.kind == "review" else ()
        return _within(entry.title.toks, words, prefix=prefix) or _within(headline, words, prefix=prefix)

    return Fact(f"{name}:{text}", holds)


def _heading(chance: random.Random) -> Fact:
    part = chance.choice(["mirror", "Film", "東京", "tear", "don't", "amour"])
    words = _words_of(part)
    text, prefix = _value(chance, part, words)
    name, kind = chance.choice([("topic", "trivia"), ("headline", "review")])
    return Fact(
        f"{name}:{text}", lambda entry: entry.kind == kind and _within(entry.heading.toks, words, prefix=prefix)
    )


def _year(chance: random.Random) -> Fact:
    low, high = sorted(chance.choices([1960, 1970, 1984, 1985, 1986, 1999, 2005], k=2))
    ways: list[tuple[str, Callable[[int], bool]]] = [
        (f"{low}..{high}", lambda year: low <= year <= high),
        (f"{high}..{low}", lambda year: low <= year <= high),
        (f">={low}", lambda year: year >= low),
        (f"<{high}", lambda year: year < high),
        (f"..{high}", lambda year: year <= high),
        (f">{low}", lambda year: year > low),
        (str(low), lambda year: year == low),
        ("1980s", lambda year: 1980 <= year < 1990),
    ]
    text, holds = chance.choice(ways)
    return Fact(f"year:{text}", lambda entry: entry.year is not None and holds(entry.year))


def _rating(chance: random.Random) -> Fact:
    low, high = sorted(chance.choices([number / 2 for number in range(21)], k=2))
    ways: list[tuple[str, Callable[[float], bool]]] = [
        (f"{low:g}..{high:g}", lambda value: low <= value <= high),
        (f">={low:g}", lambda value: value >= low),
        (f"<{high:g}", lambda value: value < high),
        (f">{low:g}", lambda value: value > low),
        (f"..{high:g}", lambda value: value <= high),
        (f"{low:g}".replace(".", ","), lambda value: value == low),
        (f"{low / 2:g}/5", lambda value: value == low),
    ]
    text, holds = chance.choice(ways)
    return Fact(f"rating:{text}", lambda entry: entry.rating is not None and holds(entry.rating))


def _date(chance: random.Random) -> Fact:
    day = chance.choice(["2003", "2003-05", "2003-05-12", "2010", "2020-02-03"])
    ways: list[tuple[str, Callable[[str, str], bool]]] = [
        (day, lambda low, high: day + "-00-00"[len(day) - 4 :] <= low and high <= day + "-99-99"[len(day) - 4 :]),
        (f">={day}", lambda low, _: low >= day + "-00-00"[len(day) - 4 :]),
        (f">{day}", lambda low, _: low > day + "-99-99"[len(day) - 4 :]),
        (f"<{day}", lambda low, _: low < day + "-00-00"[len(day) - 4 :]),
        (f"..{day}", lambda low, _: low <= day + "-99-99"[len(day) - 4 :]),
    ]
    text, holds = chance.choice(ways)

    def answers(entry: Entry) -> bool:
        whole = entry.date + "-00-00"[len(entry.date) - 4 :]
        return bool(entry.date) and holds(whole, whole)

    return Fact(f"date:{text}", answers)


def _mark(chance: random.Random) -> Fact:
    mark = chance.choice(MARKS)
    return Fact(mark, lambda entry: mark in entry.marks)


def _kind(chance: random.Random) -> Fact:
    kind, text = chance.choice(
        [("review", "review"), ("review", "reviews"), ("trivia", "trivia"), ("synopsis", "plot"), ("note", "notes")]
    )
    return Fact(f"in:{text}", lambda entry: entry.kind == kind)
