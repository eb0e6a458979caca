"""Telling plain text from documents in a format of their own, which other readers know better."""

from __future__ import annotations

import re

from tui.readers.document import Document

_COMMENTS = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)
_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<html|<head|<body|<mediawiki|<movie|<!--)", re.IGNORECASE)
_MAIL = re.compile(r"(?:[A-Za-z-]{2,30}:\s.*\n){2,}(?:.*\n)*?.*multipart/", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"]|\{\s*\})")
_TAGS = re.compile(r"</?(?:div|span|table|tr|td|ul|li|script|style|meta|link|section|article)\b", re.IGNORECASE)
_FRONT = re.compile(r"\s*(?:---|\+\+\+)\s*\n\s*[\w\"' -]{1,40}\s*[:=]")


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
