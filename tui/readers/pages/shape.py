"""Telling plain text from documents in a format of their own, which other readers know better."""

from __future__ import annotations

import re

from tui.readers.document import Document
from tui.readers.pages.vocabulary import LABELS, key

_COMMENTS = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)
_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<html|<head|<body|<mediawiki|<movie|<!--)", re.IGNORECASE)
_MAIL = re.compile(r"(?:[A-Za-z-]{2,30}:\s.*\n){2,}(?:.*\n)*?.*multipart/", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"]|\{\s*\})")
_TAGS = re.compile(r"</?(?:div|span|table|tr|td|ul|li|script|style|meta|link|section|article)\b", re.IGNORECASE)
_FRONT = re.compile(r"\s*(?:---|\+\+\+)[^\S\n]*\n\s*(?=\S)[\w\"' -]{1,40}\s*[:=]")


def front_matter(text: str) -> int:
    """Return the number of the line that closes a head of fields (YAML or TOML) above a text, 0 where there is none."""
    if not _FRONT.match(text):
        return 0
    lines = text.split("\n", 60)[:60]
    opening = next(place for place, line in enumerate(lines) if line.strip())
    mark = lines[opening].strip()
    return next((place + 1 for place in range(opening + 1, len(lines)) if lines[place].strip() == mark), 0)


def is_other_format(document: Document) -> bool:
    """Say whether a document is HTML, XML, JSON, a saved web archive, a table or a note with a head of fields."""
    head = document.head_text.lstrip("\ufeff")
    while head.lstrip().startswith("<!--") and (comment := _COMMENTS.match(head)):
        head = head[comment.end() :]  # a note to oneself may stand above Markdown
    start = head[:4096]
    if _MARKUP.match(start) or _JSON.match(start) or _FRONT.match(start) or _MAIL.match(start):
        return True
    return len(_TAGS.findall(head[:16384])) > 12 or is_table(head)


_CODE = re.compile(
    r"\s*(?:(?:import|from)\s+[\w.]+(?:\s+import\b.*)?;?$|(?:def|class|func|fn|sub|function|package|namespace)\s+\w+.*[:{(;]\s*$"
    r"|(?:if|elif|else|for|while|try|except|with|switch|case)\b.*(?:[:{;]|\bthen|\bdo|\bdone)\s*$|return\b[^.!?]*;?$"
    r"|#include\b|#!/|//|/\*|\*/|@\w+\(?|<\?php|(?:var|let|const|int|void|char|public|private|static|export|set|echo|exit)\s"
    r"|[\w.$-]+\(.*\)\s*;?$|.*[;{}]\s*$|[\])}]+[;,]?$|(?:done|fi|esac|end|pass|break|continue);?$"
    r"|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d\s|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\b)"
)
_ASSIGNED = re.compile(r"\s*(?P<name>[a-z_$][\w.]*)\s*[-+*|]?=\s*\S")
_SENTENCE = re.compile(r"\w+\s+\w+\s+\w+[.!?…][\"”’')]*\s*$")
LOOKED_AT = 60
"""Lines of a document's head by which a program or a log is told from prose."""


def is_program(text: str) -> bool:
    """Say whether a text is a program, a configuration or a log: most of its lines are statements and no sentences."""
    lines = [line for line in text[:16384].split("\n") if line.strip()][:LOOKED_AT]
    stated = sum(_CODE.match(line[:400]) is not None or _is_assigned(line[:400]) for line in lines)
    told = sum(_SENTENCE.search(line[-80:]) is not None for line in lines)
    return bool(lines) and (stated >= 0.5 * len(lines) or (stated >= 0.25 * len(lines) and told <= 0.1 * len(lines)))


def _is_assigned(line: str) -> bool:
    """Say whether a line gives a variable its value; «title = Heat» is a card's field."""
    found = _ASSIGNED.match(line)
    return found is not None and LABELS.get(key(found["name"])) is None


def is_table(text: str) -> bool:
    """Say whether the first lines hold the same number of fields by commas, semicolons or tabs, four and more."""
    lines = [line for line in text[:16384].split("\n") if line.strip()][:6]
    if len(lines) < 2:
        return False
    for mark in (",", "\t", ";"):
        counts = [_fields(line, mark) for line in lines[:-1] or lines]
        named = all(0 < len(name.strip()) <= 40 for name in lines[0].split(mark))
        if (
            counts[0] >= 4
            and named
            and " " not in mark
            and sum(count >= counts[0] - 1 for count in counts) >= 0.6 * len(counts)
        ):
            return not lines[0].rstrip().endswith((".", "!", "?")) and len(lines[0]) < 1000
    return False


def _fields(line: str, mark: str) -> int:
    return len(re.sub(r'"[^"]*"', "", line[:20_000]).split(mark))
