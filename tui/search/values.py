"""Values of the fields that hold no words: numbers, dates, choices, and ranges of them."""

from __future__ import annotations

import re

from tui.search.expressions import Everything, Expression, Flag, Range
from tui.search.fields import KINDS, RATINGS, STATES, FieldSpec, nearest

_COMPARISON = re.compile(r"(>=|<=|=>|=<|>|<|≥|≤|=)?(.*)", re.DOTALL)
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})0'?s", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)(?:/(\d{1,3}))?\*?")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def read_value(spec: FieldSpec, text: str, *, unfinished: bool) -> tuple[Expression, str]:
    """Return what `text` says for the field, and a notice where it says nothing.

    Args:
        spec: the field.
        text: what was typed behind its name.
        unfinished: it may still be typed on; a year's first digits then mean all the years that begin so.
    """
    if spec.sort == "choice":
        return _choice(spec, text.casefold(), unfinished=unfinished)
    found = _range(spec, text, unfinished=unfinished)
    if found is None:
        return Everything(), f"{spec.name}: cannot be «{text[:20]}» ({spec.help})"
    if found.low and found.high and _reversed(spec, found):
        found = Range(spec.name, found.high, found.low)
    return found, ""


def _reversed(spec: FieldSpec, found: Range) -> bool:
    return found.low > found.high if spec.name not in RATINGS else float(found.low) > float(found.high)


def _choice(spec: FieldSpec, text: str, *, unfinished: bool) -> tuple[Expression, str]:
    text = {"in": KINDS, "is": STATES}.get(spec.name, {}).get(text, text)
    if text in spec.choices:
        return Flag(spec.name, text), ""
    begun = [choice for choice in spec.choices if text and choice.startswith(text)]
    if unfinished and len(begun) == 1:
        return Flag(spec.name, begun[0]), ""
    near = nearest(text, spec.choices)
    hint = f"did you mean {spec.name}:{near} ?" if near else f"it can be {', '.join(spec.choices)}"
    return Everything(), f"no {spec.name}:{text[:20]}: {hint}"


def _range(spec: FieldSpec, text: str, *, unfinished: bool) -> Range | None:
    if ".." in text:
        low_text, _, high_text = text.partition("..")
        low, high = _value(spec, low_text), _value(spec, high_text.lstrip("."))
        if (low_text and low is None) or (not low and not high):
            return None
        return Range(spec.name, low or "", high or "")
    sign, value_text = _COMPARISON.fullmatch(text).groups()  # type: ignore[union-attr]  # the pattern matches all
    decade = _DECADE.fullmatch(value_text)
    begun = decade or (unfinished and re.fullmatch(r"[12]\d{1,2}", value_text))
    if spec.name not in RATINGS and not sign and begun:
        digits = decade[1] if decade else value_text
        return Range(spec.name, digits.ljust(4, "0"), digits.ljust(4, "9"))
    value = _value(spec, value_text)
    if value is None:
        return None
    if sign in {None, "="}:
        return Range(spec.name, value, value)
    if sign in {">", ">=", "=>", "≥"}:
        return Range(spec.name, low=value, above=sign == ">")
    return Range(spec.name, high=value, below=sign == "<")


def _value(spec: FieldSpec, text: str) -> str | None:
    """Return `text` in the field's canonical notation, or nothing where it is no value."""
    if spec.name == "year":
        return text if _YEAR.fullmatch(text) else None
    if spec.sort == "date":
        return text if _DATE.fullmatch(text) else None
    match = _NUMBER.fullmatch(text)
    if match is None or match[2] in {"0", "00", "000"}:
        return None
    number = float(match[1].replace(",", ".")) * (10 / int(match[2]) if match[2] else 1)
    return f"{number:.3f}".rstrip("0").rstrip(".")
