"""Random questions in the query language, as values, each with a way to write it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

from tests.properties.search.little_world import NAMES, SPELLED, Entry, Tok, named
from tests.properties.search.oracle import Any, Ask, Both, Fact, Near, Question, Without, is_word, unspaced

COMPOUNDS = ["tear", "jerker", "tearjerker", "tear-jerker", "x-tear", "jerkers", "3", "d", "3d"]
"""Words that may be written as one or apart, and therefore are asked for more often than others."""
MARKS = (
    "is:watched", "is:liked", "is:mine", "is:bookmarked", "has:spoiler", "has:rating", "has:headline", "has:author",
    "has:date", "has:topic", "has:note",
)  # fmt: skip


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
        return Ask(f"{left}{text}{'*' * prefix}{right}", words, prefix and not unspaced(words[-1]), phrase=True)
    if kind < 0.5 and len(words) == 1 and words[0].isalnum() and not unspaced(words[0]):
        cut = words[0][: chance.randint(1, len(words[0]))]
        return Ask(f"{cut}*", (cut,), prefix=True)
    return Ask(spelling, words)


def _fact(chance: random.Random) -> Fact:
    return chance.choice((_name, _title, _heading, _year, _rating, _date, _mark, _kind))(chance)


def _within(toks: Iterable[Tok], words: Sequence[str], *, prefix: bool = False) -> bool:
    found, size = list(toks), len(words)
    return any(
        all(is_word(found[at + step], word, prefix=prefix and step == size - 1) for step, word in enumerate(words))
        for at in range(len(found) - size + 1)
    )


def _value(chance: random.Random, text: str, words: tuple[str, ...]) -> tuple[str, bool]:
    """Return a value of a field as it is written, and whether it may go on."""
    if len(words) > 1 or chance.random() < 0.4:
        return f'"{text}"', False
    prefix = chance.random() < 0.3 and not unspaced(words[0])
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
