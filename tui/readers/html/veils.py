"""Passages that a page of no known site veils as spoilers, inside of texts that it shows."""

from __future__ import annotations

from msgspec.structs import replace

from tui.models import Extract
from tui.readers.html.page import Page
from tui.readers.html.text import line
from tui.text.comparing import squash

_VEILS = ", ".join(f"{tag}[class*=spoiler i]" for tag in ("span", "s", "div", "p", "details"))
_LEAST = 12
"""Letters of a passage that is no button."""
_MOST = 200


def flagged(page: Page, extract: Extract) -> Extract:
    """Return an extract with those records flagged in whose texts the page veils a passage."""
    veiled = [said for node in page.all(_VEILS)[:_MOST] if len(said := squash(line(node))) >= _LEAST]
    if not veiled:
        return extract

    def tells(text: str) -> bool:
        said = squash(text)
        return any(passage in said for passage in veiled)

    reviews = tuple(replace(one, spoiler=one.spoiler or tells(one.text)) for one in extract.reviews)
    trivia = tuple(replace(one, spoiler=one.spoiler or tells(one.text)) for one in extract.trivia)
    return replace(extract, reviews=reviews, trivia=trivia)
