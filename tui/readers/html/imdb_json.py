"""The JSON that IMDb's pages are made from, however a value is wrapped in it."""

from __future__ import annotations

from typing import Any


def dig(data: Any, *paths: str) -> Any:
    """Return what stands at the first of the dotted paths that leads to something."""
    for path in paths:
        at = data
        for key in path.split("."):
            at = at.get(key) if isinstance(at, dict) else None
        if at is not None:
            return at
    return None


def markup(data: Any, *paths: str) -> str:
    """Return the marked-up or plain text at a path, whichever way it is wrapped."""
    for path in paths:
        at = dig(data, path)
        if isinstance(at, dict):
            at = dig(at, "plaidHtml", "plainText", "text", "value", "originalText.plaidHtml", "originalText", "html")
        if isinstance(at, str) and at.strip():
            return at
    return ""


def nodes(connection: Any) -> list[dict[str, Any]]:
    """Return the nodes of a GraphQL connection, or the items of a plain list."""
    if isinstance(connection, dict):
        connection = connection.get("edges") or connection.get("items") or []
    if not isinstance(connection, list):
        return []
    found = (one.get("node", one) for one in connection if isinstance(one, dict))
    return [one for one in found if isinstance(one, dict)]


def groups(said: Any) -> list[dict[str, Any]]:
    """Return the objects of a list."""
    return [one for one in listed(said) if isinstance(one, dict)]


def listed(said: Any) -> list[Any]:
    """Return a list; an empty one for anything else."""
    return said if isinstance(said, list) else []


def mapping(said: Any) -> dict[str, Any]:
    """Return an object; an empty one for anything else."""
    return said if isinstance(said, dict) else {}


def votes(up: Any, down: Any, total: Any) -> tuple[int, int] | None:
    """Return votes for and votes in all, where both are known."""
    if not isinstance(up, int) or up < 0:
        return None
    of = total if isinstance(total, int) else up + down if isinstance(down, int) else None
    return (up, of) if of is not None and of >= up else None
