"""Small saved pages for the tests, and reading them in this process."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib import import_module
from pathlib import Path

from tui.models import Extract, Facts, Remark, Review, Trivia
from tui.readers.document import Document


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader said of a page."""

    extracts: tuple[Extract, ...]
    remarks: tuple[str, ...]

    @property
    def reviews(self) -> list[Review]:
        return [review for extract in self.extracts for review in extract.reviews]

    @property
    def trivia(self) -> list[Trivia]:
        return [fact for extract in self.extracts for fact in extract.trivia]


def page(body: str, *, url: str = "", title: str = "", head: str = "") -> str:
    """Return a saved page with this body."""
    link = f'<link rel="canonical" href="{escape(url)}">' if url else ""
    return f"<!DOCTYPE html><html><head><title>{title}</title>{link}{head}</head><body>{body}</body></html>"


def read_page(reader: str, source: str | bytes | Path, name: str = "page.html") -> Found:
    """Read a page with the reader of that module."""
    raw = source.read_bytes() if isinstance(source, Path) else source.encode() if isinstance(source, str) else source
    module = import_module(f"tui.readers.html.{reader}" if reader != "wikitext" else "tui.readers.wikitext")
    found = list(module.READER.read_here(Document.of_bytes(source.name if isinstance(source, Path) else name, raw)))
    return Found(
        tuple(one for one in found if isinstance(one, Extract)),
        tuple(one.text for one in found if isinstance(one, Remark)),
    )


def facts_of(found: Found) -> Facts:
    """Return the facts of the one film that was found."""
    (extract,) = found.extracts
    return extract.facts
