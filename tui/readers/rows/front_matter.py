"""Front matter: the YAML, TOML or JSON at the head of a note, and the text after it.

The YAML is the subset that notes use, read leniently: people write `title: Mission: Impossible`, which is no YAML, and
mean it. Every scalar stays text (a grade «No» or a year is not converted); anchors and tags mean nothing here, so
nothing can expand.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.readers.rows.anecdotes import cell_of, told
from tui.readers.rows.objects import entries_of, flat
from tui.readers.rows.roles import role_of
from tui.readers.rows.settling import OWN
from tui.readers.rows.shelves import shelf_of
from tui.readers.rows.values import Cell

LONGEST = 256 * 1024
"""Characters that front matter may have."""
_FENCE = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\n")
_KEY = re.compile(
    r"(?P<indent> *):?(?P<key>\"[^\"]+\"|'[^']+'|[^\s:#\-\[\]{}\"'][^:\n]{0,79}?)\s*:(?:\s+(?P<value>.*))?$"
)
_SAYING = ("name", "title", "value", "text", "label", "date")
"""Fields by which an item of a list is known."""
_DEEPEST = 4
"""Lists in lists that are gone into."""
_ITEM = re.compile(r"(?P<indent>\s*)-(?:\s+(?P<value>.*))?$")
_INLINE = re.compile(
    r"^[ \t]*(?:[-*+][ \t]+)?\**(?P<key>[^\W\d][^:\n*\[\]()]{0,40}?)\**::\**[ \t]+(?P<value>\S[^\n]*)$", re.MULTILINE
)
_HELD = re.compile(r"\A(?:[^\S\n]*(?:#[^\n]*)?\n|---\n)*[\w-]{1,40}:[ \t]*\n(?P<list>(?P<indent>[ \t]+)- )")
"""A list under the only name of its file: «films:»."""
_PAGE = re.compile(
    r"\ufeff?# (?P<title>\S[^\n]{0,200})\n\s*\n(?P<fields>(?:[^\W\d][^:\n]{0,40}: [^\n]*\n){2,60})(?=\s*\n|\Z)"
)
_JOPLIN = re.compile(r"\n\nid: [0-9a-f]{32}\n(?:\w+:[^\n]*\n)*type_: \d+\s*\Z")
_TOLD = re.compile(r"([^\W\d][^:\n]{0,40}): ?(.*)")
_COMMENT = re.compile(r"(?<!\s)\s+#.*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A note, taken apart."""

    fields: dict[str, Cell]
    body: str
    first: int
    """Line that the body begins with, from 1."""


def split(text: str) -> Note | None:
    """Return front matter and body, None where the text has no front matter."""
    found = _FENCE.match(text)
    if found is None:
        return _bare_json(text)
    mark = found[1]
    end = re.compile(rf"^{re.escape(mark)}[ \t]*$|^\.\.\.[ \t]*$", re.MULTILINE).search(text, found.end())
    if end is None or end.start() - found.end() > LONGEST:
        return None
    head = text[found.end() : end.start()]
    fields = _toml(head) if mark == "+++" else _matter(head)
    return Note(fields, text[end.end() :].lstrip("\n"), text.count("\n", 0, end.end()) + 2) if fields else None


def note_of(text: str) -> Note | None:
    """Return a note with its front matter and the fields in its text, as Obsidian's Dataview has them: «Rating:: 8»."""
    note = split(text) or _properties(text) or _of_joplin(text) or Note({}, text, 1)
    inline: dict[str, Cell] = {}

    def take(found: re.Match[str]) -> str:
        inline.setdefault(found["key"].strip(), _scalar(found["value"].strip()))
        return ""

    body = _INLINE.sub(take, note.body) if "::" in note.body else note.body
    fields = note.fields | {name: value for name, value in inline.items() if name not in note.fields}
    return Note(fields, body if inline else note.body, note.first) if fields else None


def _of_joplin(text: str) -> Note | None:
    """Return a note as Joplin exports it: its title, its text, and the program's own fields at the end."""
    start = text.rfind("\n\nid: ")
    found = _JOPLIN.match(text, start) if start > 0 else None
    if found is None:
        return None
    title, _, body = text[: found.start()].strip().partition("\n")
    fields: dict[str, Cell] = {"title": title.strip().lstrip("# ")}
    lines = body.strip().split("\n")
    while lines and (told := _TOLD.fullmatch(lines[0])) and role_of(told[1]):
        fields.setdefault(told[1], told[2].strip())
        del lines[0]
    body = "\n".join(lines).strip()
    return Note(fields, body, text.count("\n", 0, max(text.find(lines[0]) if body else 0, 0)) + 1)


def _properties(text: str) -> Note | None:
    """Return a page as Notion exports it: its title, the fields one a line below it, then the text."""
    found = _PAGE.match(text)
    if found is None:
        return None
    fields: dict[str, Cell] = {"title": found["title"].strip()}
    for name, value in (line.split(": ", 1) for line in found["fields"].strip().split("\n")):
        fields.setdefault(name.strip(), value.strip())
    own = {role_of(name) for name in fields} & OWN
    stated = any(name.casefold() == "status" and shelf_of(str(value)) for name, value in fields.items())
    return Note(fields, text[found.end() :], text.count("\n", 0, found.end()) + 1) if own or stated else None


def entries(text: str) -> Iterator[dict[str, Cell]]:
    """Yield the mappings of a YAML list of them, as people keep their films, or the one that the text is."""
    if not re.search(r"^-(?:[ \t]|$)", text, re.MULTILINE):
        if held := _HELD.search(text):
            margin = len(held["indent"])
            yield from entries("\n".join(line[margin:] for line in text[held.start("list") :].split("\n")))
        elif fields := dict(_yaml(text.split("\n"))):
            yield fields
        return
    block: list[str] = []
    for line in [*text.split("\n"), "- "]:
        if line.startswith("- ") or line.rstrip() == "-":
            if fields := dict(_yaml(block)):
                yield fields
            block = [line[2:]] if line[2:].strip() else []
        elif line.startswith((" ", "\t")):
            block.append(line[2:])
        elif line.strip() and not line.startswith("#"):
            block = []


def _bare_json(text: str) -> Note | None:
    """Return front matter that is one JSON object at a Markdown file's beginning, as Hugo allows it."""
    start = text.lstrip("\ufeff \n")
    if not start.startswith("{"):
        return None
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(start)
    except (ValueError, RecursionError):
        return None
    body = start[end:]
    if not body.strip() or body.lstrip()[:1] in {"{", "[", ","}:  # an object a line is a table, no note
        return None
    return Note(flat(value), body.lstrip("\n"), start.count("\n", 0, end) + 2)


def listed(text: str) -> Iterator[dict[str, Cell]]:
    """Yield the tables of the lists in a TOML file; nothing of a file that is no TOML."""
    try:
        value = _stringed(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    yield from entries_of(value)


def _toml(head: str) -> dict[str, Cell]:
    try:
        return flat({key: _stringed(value) for key, value in tomllib.loads(head).items()})
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _stringed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _stringed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_stringed(inner) for inner in value]
    return value if isinstance(value, bool) else str(value)


def _matter(head: str) -> dict[str, Cell]:
    if head.lstrip().startswith("{"):
        try:
            return flat(json.loads(head, strict=False))
        except (ValueError, RecursionError, AttributeError):
            return {}
    return dict(_yaml(head.split("\n")))


def _yaml(lines: Sequence[str], depth: int = 0) -> Iterator[tuple[str, Cell]]:
    """Yield the top-level fields; a nested field is «outer.inner»."""
    place = 0
    outer = ""
    while place < len(lines):
        found = _KEY.match(lines[place])
        place += 1
        if found is None:
            continue
        key = found["key"].strip("\"'")
        indent = len(found["indent"])
        name = f"{outer}.{key}" if indent and outer else key
        value = (found["value"] or "").strip()
        began = place
        block, place = _block(lines, place, indent)
        if not indent:
            outer = key
        if value and value[0] in "|>" and len(value) <= 3:
            yield name, _folded(block, literal=value[0] == "|")
        elif value or not block:
            yield name, _scalar(" ".join([value, *(line.strip() for line in block)]).strip())
        elif any(map(_ITEM.match, block)):
            items = _listed(block)
            if role_of(key) == "trivia":
                yield name, cell_of(told([_mapping(item, depth) or _item(item, depth) for item in items]))
            else:
                yield name, [text for item in items if (text := _item(item, depth))]
        else:
            place = began


def _listed(block: Sequence[str]) -> list[list[str]]:
    """Return the lines of each item of a list, its mark taken off."""
    found: list[list[str]] = []
    margin = min(len(item["indent"]) for line in block if (item := _ITEM.match(line)))
    for line in block:
        item = _ITEM.match(line)
        if item and len(item["indent"]) == margin:
            found.append([item["value"] or ""])
        elif found:
            found[-1].append(line[margin + 2 :])
    return found


def _item(lines: Sequence[str], depth: int) -> str:
    """Return an item as one text; of a mapping what names it, or what it says."""
    first, more = lines[0].strip(), [line for line in lines[1:] if line.strip()]
    if fields := _mapping(lines, depth):
        return next((value for name in _SAYING if isinstance(value := fields.get(name), str) and value), "")
    if first[:1] in "|>" and more:
        return _folded(more, literal=first[0] == "|")
    return _plain(" ".join([first, *(line.strip() for line in more)]))


def _mapping(lines: Sequence[str], depth: int) -> dict[str, Cell]:
    """Return the fields of an item that is a mapping; nothing where it is a text."""
    first, more = lines[0].strip(), [line for line in lines[1:] if line.strip()]
    key = _KEY.match(first)
    if key and depth < _DEEPEST and (key["key"] in _SAYING or any(map(_KEY.match, more))):
        return dict(_yaml([first, *more], depth + 1))
    return {}


def _block(lines: Sequence[str], place: int, indent: int) -> tuple[list[str], int]:
    """Return the lines that belong to the field before them: deeper, or items of a list."""
    block: list[str] = []
    while place < len(lines):
        line = lines[place]
        deeper = len(line) - len(line.lstrip(" \t"))
        if line.strip() and deeper <= indent and not (_ITEM.match(line) and deeper == indent):
            break
        block.append(line)
        place += 1
    while block and not block[-1].strip():
        block.pop()
    return block, place


def _folded(block: Sequence[str], *, literal: bool) -> str:
    margin = min((len(line) - len(line.lstrip()) for line in block if line.strip()), default=0)
    lines = [line[margin:] for line in block]
    if literal:
        return "\n".join(lines)
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _scalar(value: str) -> Cell:
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [part for raw in _items(value[1:-1]) if (part := _plain(raw))]
    return _plain(value)


def _items(text: str) -> list[str]:
    return re.findall(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]+)\s*(?:,|$)", text)


def _plain(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return "" if value in {"~", "null"} else _COMMENT.sub("", value)
