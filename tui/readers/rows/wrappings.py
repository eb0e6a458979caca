"""What only wraps values in the answers of services: lists as edges and nodes, texts as objects, one name around all.

`{"data": {"title": {"titleText": {"text": "Mask"}, "reviews": {"edges": [{"node": {…}}]}}}}` says no more than
`{"titleText": "Mask", "reviews": [{…}]}`.
"""

from __future__ import annotations

from typing import Any

_DEPTH = 12
_TEXTS = ("text", "plainText", "plaidHtml", "originalText", "markdown", "html")
_BESIDE = frozenset({*_TEXTS, "__typename", "language", "id"})
"""Names that an object has which holds one text and no more."""


_ENVELOPES = ("data", "result", "response", "payload")
"""What the answer of a program is called beside its status."""


def unwrapped(value: Any, depth: int = 0, *, listed: bool = True) -> Any:
    """Return a value without what only wraps it; the same object where nothing does.

    Args:
        value: what JSON says.
        depth: how deep it stands.
        listed: it is an entry of a list, not what stands under a name; then a text alone is all it has to say.
    """
    if depth > _DEPTH:
        return value
    if isinstance(value, list):
        return [unwrapped(one, depth + 1) for one in value] if _is_of_objects(value) else value
    if not isinstance(value, dict):
        return value
    if isinstance(edges := value.get("edges"), list) and all(isinstance(one, dict) for one in edges):
        return [unwrapped(one.get("node", one), depth + 1) for one in edges]
    if not listed and (text := _text(value)) is not None:
        return text
    holding = [name for name, inner in value.items() if isinstance(inner, dict) or _is_of_objects(inner)]
    return value | {name: unwrapped(value[name], depth + 1, listed=False) for name in holding} if holding else value


def _is_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def core(value: Any) -> Any:
    """Return what stands under a single name, or beside mere words on how it went: `{"status": "ok", "data": {…}}`."""
    while isinstance(value, dict) and (name := _holding(value)) is not None:
        value = value[name]
    return value


def _holding(value: dict[str, Any]) -> str | None:
    """Return the name under which an answer holds all that was asked for."""
    if len(value) == 1:
        return next((name for name, inner in value.items() if isinstance(inner, dict)), None)
    name = next((name for name in _ENVELOPES if isinstance(value.get(name), dict)), None)
    deep = sum(isinstance(inner, dict | list) for inner in value.values())
    return name if deep == 1 and not {"title", "name"} & value.keys() else None


def _text(value: dict[str, Any]) -> str | None:
    """Return the text that an object is: {"plainText": "Mask", "__typename": "TitleText"}; None where it is more."""
    if not value.keys() <= _BESIDE:
        return None
    held = next((value[name] for name in _TEXTS if name in value), None)
    return held if isinstance(held, str) else _text(held) if isinstance(held, dict) else None
