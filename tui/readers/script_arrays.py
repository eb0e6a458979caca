"""JavaScript files that are only an array of films: `const films = [{title: "…", …}]`, never run, only read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tui.errors import DocumentError
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.objects import entries_of, laid_out
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.roles import FILM_ROLES, normal, role_of

_START = re.compile(r"(?:=|export\s+default|return|\()\s*(?=\[\s*(?:(?://[^\n]*+|(?>/\*.*?\*/))\s*+)*+\{)", re.DOTALL)
_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<word>[A-Za-z_$][\w$]*)|(?P<mark>[\[\]{}:,])|(?P<space>\s+)|(?P<other>.)",
    re.DOTALL,
)
_WORDS = {"true": "true", "false": "false", "null": "null", "undefined": "null"}
_KEY = re.compile(r"[\"']?\b(\w++)[\"']?\s*+:")


class ScriptArrayReader:
    """One array literal of objects."""

    name = "script"
    title = "JavaScript array of films"
    suffixes = (".js", ".mjs", ".ts")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a file."""
        if document.suffix not in self.suffixes:
            return NOT_MINE
        found = _START.search(document.head_text)
        if found is None:
            return Match(0.5, "a script without an array of objects")
        roles = {
            role_of(name) or normal(name)
            for name in _KEY.findall(document.head_text[found.end() : found.end() + 20_000])
        }
        about = roles & (FILM_ROLES | {"name", "text"})
        return Match(0.95, "an array of objects about films") if len(about) > 1 else Match(0.5, "an array of objects")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the objects say."""
        text = document.text
        found = _START.search(text)
        if found is None:
            raise DocumentError(document.name, "it is a program, not data", "Export its films as JSON or CSV")
        value = _literal(document, text, found.end())
        entries = enumerate(entries_of(value), start=1)
        complaints = Complaints("entry")
        layout, rows = laid_out(entries, document.name)
        if not layout.kind:
            raise DocumentError(
                document.name, "its fields name no film and no review", "Export its films as JSON or CSV"
            )
        yield from extracts_of(document, rows, complaints)
        yield from complaints.remarks()


def _literal(document: Document, text: str, start: int) -> object:
    """Return the array that begins at `start`, turned into JSON token by token.

    Raises:
        DocumentError: it holds more than literals (a call, a sum), or does not end.
    """
    parts: list[str] = []
    depth = 0
    for token in _TOKEN.finditer(text, start):
        kind = token.lastgroup
        if kind in {None, "space"}:
            continue
        word = token[0]
        if kind == "other":
            break
        if kind == "string":
            word = json.dumps(_unquoted(word))
        elif kind == "word":
            word = _WORDS.get(word) or json.dumps(word)
        elif kind == "mark":
            depth += (word in "[{") - (word in "]}")
            if word in "]}" and parts and parts[-1] == ",":
                parts.pop()
        parts.append(word)
        if not depth:
            break
    try:
        return json.loads("".join(parts))
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            document.name, "its array holds more than plain values", "Export its films as JSON"
        ) from error


def _unquoted(word: str) -> str:
    def plain(found: re.Match[str]) -> str:
        mark = found[1]
        if mark[0] in "ux" and len(mark) > 1:
            return chr(int(mark[1:].strip("{}"), 16))
        return {"n": "\n", "t": "\t", "r": "\n", "\n": ""}.get(mark, mark)

    return re.sub(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]{1,5}\}|.)", plain, word[1:-1], flags=re.DOTALL)


READER = ScriptArrayReader()
