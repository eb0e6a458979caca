"""Paragraph breaks that were lost: «… a haunting scene.The film is …» were two paragraphs."""

from __future__ import annotations

import re

from tui.text.wordsets import words

_BREAK = re.compile(
    r"(?P<end>[.!?…]{1,20}[\"”’'»)\]]{0,4})(?P<open>[\"“‘«(\[¿¡]{0,4})(?=(?P<next>[^\W\d_][\w'’]{0,40}))"
)
_WORD = re.compile(r"[^\s.!?…]{0,40}$")
_ABBREVIATIONS = words(
    "mr mrs ms dr st sr jr vs no vol pt lt sgt capt col gen prof rev hon mt ft inc ltd co etc approx dept est fig op"
    " ca cf bzw"
)
_DOMAINS = frozenset({"com", "net", "org", "co", "uk", "de", "fr", "tv", "info", "io", "html", "htm", "php", "txt"})


def restore_breaks(text: str) -> str:
    """Return `text` with a blank line where a scraper glued two paragraphs together.

    A sentence's end followed by a capital letter without a space is such a place, unless it is an initial
    (J.J.Abrams, U.S.A), an abbreviation, an address or an ellipsis. A text that has line breaks of its own
    lost none and stays as it is.
    """
    if "\n" in text:
        return text
    return _BREAK.sub(_glue, text)


def _glue(found: re.Match[str]) -> str:
    start = found.start()
    word = _WORD.search(found.string, max(0, start - 40), start)
    end, following = found["end"], found["next"]
    bare = (word[0] if word else "").strip("\"“”‘’'«»()[]*_-")
    last = bare.rsplit("-", 1)[-1]
    dotted = word is not None and word.start() > 0 and found.string[word.start() - 1] == "."
    initial = len(last) < 2 and not last.isdigit() and (last != "I" or dotted)
    starts = following[0].isupper() and not (len(following) > 1 and following.isupper() and len(bare) < 2)
    kept = (
        not starts
        or not bare
        or end.startswith(("..", "…"))
        or (end[0] == "." and initial)
        or (end == "." and last.casefold() in _ABBREVIATIONS)
        or (end == "." and following.casefold() in _DOMAINS)
        or (end == "." and bare.isdigit() and len(following) == 1 and following != "I")
        or bare.casefold().startswith(("http", "www"))
        or "@" in bare
    )
    return found[0] if kept else f"{end}\n\n{found['open']}"


def join_lines(lines: list[str]) -> str:
    """Return hard-wrapped lines as paragraphs: blank lines part them, a line's end within one is a space."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(_joined(part) for part in paragraphs if part)


def _joined(lines: list[str]) -> str:
    whole = lines[0]
    for line in lines[1:]:
        hyphenated = line[:1].islower() and re.search(
            r"[^\W\d_]-$", whole
        )  # the hyphen stays: it may be the word's own
        unspaced = re.search("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$", whole)
        whole += line if hyphenated or unspaced else f" {line}"
    return whole
