"""Manuals, licences and lists of sources: what lies beside data sets and programs, and is about no film."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.models import Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield

_NAMES = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|sources|changelog|changes|contributing|authors|install|code_of_conduct)\b",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"\b(?:licen[cs]ed?|copyright|permission|warranty|redistribut\w+|repositor(?:y|ies)|data ?sets?"
    r"|install(?:ed|ation)?|pip|npm|git(?:hub)?|api|json|csv|tsv|xml|html|python|parsers?|parse[sd]?|tokens?"
    r"|changelog|usage|citations?|cite|software|files?|folders?|columns?|rows|headers?|encod(?:ed|ing)"
    r"|schema|metadata|download(?:ed|s)?|servers?|merchantab\w+|liab\w+|fixed|bugs?|dependenc(?:y|ies))\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"\b[\w*-]{1,100}\.(?:csv|tsv|txt|py|js|json|md|html?|xml|zip|gz|ya?ml|toml|sql|ipynb)\b|`[^`\n]+`")
_OTHER = re.compile(r"\ufeff?\s*(?:[<{\[]|(?:---|\+\+\+)\s*\n)")
"""How HTML, JSON and notes with front matter begin, which readers of their own know better."""
_LINK = re.compile(r"https?://\S+")
_RULE = re.compile(r"^(?=[^\n]*---)[ \t:|-]+$", re.MULTILINE)
_FILM = re.compile(
    r"\b(?:acting|acted|actors?|actress(?:es)?|directors?|directed|directs|plot|ending|characters?|scenes?|watch(?:ed|ing)?"
    r"|cinematography|screenplay|dialogue|performances?|starring|stars|cast|funny|boring|masterpiece|sequel|villains?"
    r"|soundtrack|audience|story|camera|theat(?:er|re)|cinema)\b",
    re.IGNORECASE,
)
_SETTING = re.compile(r"^[ \t]*(?:\[[\w.\" -]+\]|[\w.\"-]+[ \t]*=[^\n]*|#[^\n]*)$", re.MULTILINE)
_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_LEAST_SETTINGS = 2
_SHORT = 2000
_LEAST = 4
"""Marks of a manual, by kind, from which a text may be one."""


class ManualReader:
    """A text about data or a program; known so that it is not taken for a review."""

    name = "manual"
    title = "Manual, licence or list of sources"
    suffixes = (".md", ".txt", ".rst")

    def match(self, document: Document) -> Match:
        """Weigh the words of manuals, links and names of files against the words that films are told in."""
        head = document.head_text[:20_000]
        if len(settings := _SETTING.findall(head)) >= _LEAST_SETTINGS and len(settings) > 0.8 * len(
            _LINE.findall(head)
        ):
            return Match(0.9, "the settings of a program, a name and a value a line")
        if _OTHER.match(head) or "multipart/related" in head[:4000]:
            return NOT_MINE
        marks = {word.casefold() for word in _TECHNICAL.findall(head)}
        count = len(marks) + sum(min(2, len(shape.findall(head))) for shape in (_FILE, _LINK, _RULE))
        named = _NAMES.match(document.name.rsplit("/", 1)[-1]) is not None
        count += 2 * named
        told = len({word.casefold() for word in _FILM.findall(head)})
        if named and marks and not told and len(head) < _SHORT:
            return Match(0.9, "it is called so, and says nothing of a film")
        if (
            count < _LEAST
            or len(marks) < 2 + (not named)
            or count <= 2 * told
            or len(head.split(",")) > len(head.split())
        ):
            return NOT_MINE
        shown = ", ".join(sorted(marks)[:4])
        return Match(0.92, f"the words of a manual or a licence ({shown}), hardly any of a film")

    def read(self, document: Document) -> Iterator[Yield]:  # noqa: ARG002 - nothing of it is read
        """Say why nothing is taken from `document`."""
        yield Remark(text="it reads like a manual, a licence or a list of sources; nothing in it is about one film")


READER = ManualReader()
