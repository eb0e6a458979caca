"""Small saved pages for the tests, and reading them in this process."""

from __future__ import annotations

from html import escape
from importlib import import_module
from pathlib import Path

from tests.unit.readers.reading import Read, sorted_out
from tui.models import Facts
from tui.readers.document import Document


def page(body: str, *, url: str = "", title: str = "", head: str = "") -> str:
    """Return a saved page with this body."""
    link = f'<link rel="canonical" href="{escape(url)}">' if url else ""
    return f"<!DOCTYPE html><html><head><title>{title}</title>{link}{head}</head><body>{body}</body></html>"


def read_page(reader: str, source: str | bytes | Path, name: str = "page.html") -> Read:
    """Read a page with the reader of that module."""
    raw = source.read_bytes() if isinstance(source, Path) else source.encode() if isinstance(source, str) else source
    module = import_module(f"tui.readers.html.{reader}" if reader != "wikitext" else "tui.readers.wikitext")
    document = Document.of_bytes(source.name if isinstance(source, Path) else name, raw)
    return sorted_out(reader, module.READER.read(document))


def facts_of(found: Read) -> Facts:
    """Return the facts of the one film that was found."""
    (extract,) = found.extracts
    return extract.facts
