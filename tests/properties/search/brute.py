"""The query language once more, as slowly and plainly as its documentation says it: what the index is held against.

Nothing is shared with the engine but the words of a text (`analysis.tokens`, which has properties of its own) and the
two rules of spelling, `forms` and `together`. No typos: the index is asked literally.
"""

from __future__ import annotations

from itertools import pairwise

from tui.search.analysis import Token, forms, spelled, together, tokens, unspaced
from tui.search.expressions import And, Everything, Expression, Near, Not, Or, Phrase, Word

Place = tuple[int, int]


def is_word(token: Token, word: str, *, prefix: bool = False) -> bool:
    """Say whether a word of the text is (or goes on from) a word of the query."""
    return any(form == word or (prefix and form.startswith(word)) for form in forms(token.word))


def run(text: list[Token], words: tuple[str, ...], *, prefix: bool) -> set[Place]:
    """Return where the words stand side by side."""
    last = len(words) - 1
    prefix = prefix and not unspaced(words[-1])
    return {
        (start, start + last)
        for start in range(len(text) - last)
        if all(
            is_word(text[start + step], spelled(word), prefix=prefix and step == last)
            for step, word in enumerate(words)
        )
    }


def joined(text: list[Token], first: str, second: str, *, prefix: bool) -> set[Place]:
    """Return where two words of the query are written as one."""
    first, second = spelled(first), spelled(second)
    if not together(first, second) or (prefix and len(second) < 2):
        return set()
    return {
        (place, place)
        for place, token in enumerate(text)
        if is_word(token, first + second, prefix=prefix and len(second) > 2)
    }


def word_places(text: list[Token], word: Word, before: Expression | None, after: Expression | None) -> set[Place]:
    """Return where a word of the query stands, written together with its neighbours or apart, too."""
    found = run(text, word.tokens, prefix=word.prefix)
    if len(word.tokens) == 1:
        whole = spelled(word.tokens[0])
        for place, (one, two) in enumerate(pairwise(text)):
            for left in forms(one.word):
                for right in forms(two.word):
                    if left + right == whole and together(left, right):
                        found.add((place, place + 1))
    if len(word.tokens) == 2:
        found |= joined(text, *word.tokens, prefix=word.prefix)
    if isinstance(before, Word) and len(before.tokens) == 1:
        found |= joined(text, before.tokens[0], word.tokens[0], prefix=word.prefix)
    if isinstance(after, Word) and len(word.tokens) == 1:
        found |= joined(text, word.tokens[0], after.tokens[0], prefix=after.prefix)
    return found


def places(text: list[Token], part: Expression) -> set[Place]:
    """Return where a word or phrase without neighbours stands."""
    if isinstance(part, Phrase):
        return run(text, part.tokens, prefix=part.prefix)
    assert isinstance(part, Word)
    return word_places(text, part, None, None)


def pairs(text: list[Token], near: Near) -> set[tuple[Place, Place]]:
    """Return the pairs that are near each other."""
    return {
        (left, right)
        for left in places(text, near.left)
        for right in places(text, near.right)
        if 1 <= max(right[0] - left[1], left[0] - right[1]) <= near.distance
    }


def wanted(text: list[Token], expression: Expression) -> tuple[bool, set[Place]]:
    """Return whether the text answers, and what is lit up if it does."""
    match expression:
        case Word() | Phrase():
            found = places(text, expression)
            return bool(found), found
        case Near():
            both = pairs(text, expression)
            return bool(both), {place for pair in both for place in pair}
        case Not(part):
            return not wanted(text, part)[0], set()
        case Or(parts):
            answers = [wanted(text, part) for part in parts]
            return any(holds for holds, _ in answers), set().union(*(lit for _, lit in answers))
        case And(parts):
            answers = []
            for number, part in enumerate(parts):
                if isinstance(part, Word):
                    before = parts[number - 1] if number else None
                    after = parts[number + 1] if number + 1 < len(parts) else None
                    found = word_places(text, part, before, after)
                    answers.append((bool(found), found))
                else:
                    answers.append(wanted(text, part))
            return all(holds for holds, _ in answers), set().union(*(lit for _, lit in answers))
        case _:
            assert isinstance(expression, Everything)
            return False, set()


def search(text: str, expression: Expression) -> tuple[tuple[int, int], ...] | None:
    """Return the spans that are lit up in `text`, or None where it does not answer."""
    read = tokens(text)
    holds, lit = wanted(read, expression)
    if not holds:
        return None
    covered = sorted({(read[first].start, read[last].end) for first, last in lit})
    merged: list[tuple[int, int]] = []
    for start, end in covered:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
