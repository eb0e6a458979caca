"""A document as lines: numbered, cleaned, with what their form tells (heading, bullet, indent, blank lines before)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from weakref import WeakKeyDictionary

from tui.errors import DocumentError
from tui.models import Plain
from tui.readers.document import Document
from tui.text import clean
from tui.text.dates import find_date
from tui.text.markup import unescape, unmark_bbcode, unmark_html, unmark_markdown

LONGEST_PAGE = 16 * 1024 * 1024
"""Bytes above which a text is no page: 30 times the longest screenplay."""
MOST_LINES = 200_000
"""Lines above which a text is no page: ten times those of a long novel."""
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*$")
_WIKI_HEADING = re.compile(r"(?P<marks>={2,6})\s*+(?P<text>[^=].*?)\s*(?P=marks)$")
_ORG_HEADING = re.compile(r"(?P<marks>\*{2,5})\s+(?P<text>[^*]{2,}?)\s*$")
_DECORATED = re.compile(r"(?P<marks>[*=~]{2,})\s+(?P<text>\w[^*=~]*?)\s+(?P=marks)$")
_FRAMED = re.compile(r"[|│║]\s++(?P<text>[^|│║]+?(?:\s+[|│║]\s+[^|│║]+?)?)\s+[|│║]$")
"""A line within a frame drawn with signs, of one cell or two."""
_CELLS = re.compile(r"\s*[|│║]\s*")
_SPACED_STARS = re.compile(
    r"(?:\*\s){1,4}\*?\s?(?:1/2|½)|\*{2,5}\s?(?:1/2|½)?(?P<scale>\s+\((?:out\s+)?of\s[^()]{1,16}\))"
)
_BB_BOLD = re.compile(r"\[/?b\]", re.IGNORECASE)
_TEXTILE = re.compile(r"(?P<marks>h[1-6])\.\s+(?P<text>\S.*)$")
_ATTRIBUTE = re.compile(r"\s*\{[#.][\w -]+\}$")
"""What Markdown's dialects write behind a heading: «{#top}»."""
_HEADINGS = (_HEADING, _WIKI_HEADING, _DECORATED, _ORG_HEADING, _TEXTILE)
_BULLET = re.compile(
    r"(?P<mark>(?:[•◦▪▸►‣●○■□✦✓✔➤➢·*+–—-]|\d{1,3}[.)]|\(\d{1,2}\)|\d{1,2}/|[a-z]\))(?=\s)|・|\d{1,3}[、．])\s*(?P<text>\S.*)$"
)
_YEAR_ALONE = re.compile(r"\((?:[^\W\d_][^(),]{1,24},\s)?(?:18|19|20)\d\d\)")
"""The year of the title that stands on the line above."""
_RULE = re.compile(r"[-=_*~─━═]{5,}")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|═{3,}|─{3,})$")
_SAID = re.compile(r"[.!?…][\"”’')]*$|^[^:]{2,24}:\s+\S")
"""A sentence or a labelled value, which a rule may part from what follows; only a line of its length underlines it."""
_SPACED = re.compile(r"(?:[^\W\d_]\s{1,4}){3,}[^\W\d_]")
"""A title with its letters set apart: «V E R T I G O»."""
_QUOTE = re.compile(r"(?:>\s?)+")
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\W_]|[\"“«(])")
_EXPLAINED = re.compile(r"^[ \t]{0,20}\d{1,3}\.[ \t]{1,4}(?:https?|file|mailto):\S", re.MULTILINE)
"""«12. https://…»: where the twelfth link of the page leads."""


_HEADS: WeakKeyDictionary[Document, tuple[Line, ...]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document that holds something."""

    number: int
    """In the document, counted from 1."""
    text: str
    """Cleaned, entities decoded, without the marks of its form (bullet, «##», «>»); Markdown emphasis is kept."""
    raw: str
    """Cleaned and stripped, as it stands."""
    blank: bool
    """A blank line stands before it, or nothing."""
    indent: int = 0
    level: int = 0
    """Of a marked heading (1 to 6), else 0."""
    bullet: str = ""
    """The mark of a list item: «•», «1.»."""
    quoted: bool = False
    last: int = 0
    """The number of its last line, where a paragraph was joined of several."""

    @property
    def end(self) -> int:
        """The number of the last line of the document that it holds."""
        return self.last or self.number

    @property
    def plain(self) -> Plain:
        """The text as its reader sees it: no Markdown or HTML marks."""
        return _short(self.text) if len(self.text) < _SHORT else visible(self.text)


def visible(text: str) -> Plain:
    """Return a line's text without Markdown and HTML marks, in one line."""
    if "<" in text:
        text = unmark_html(text)
    if "*" in text or "_" in text or "[" in text or "`" in text or "~~" in text or "\\" in text:
        text = unmark_markdown(text)
    return Plain(" ".join(text.split()))


_SHORT = 400
_short = lru_cache(maxsize=8192)(visible)
"""Several readers ask for the same short lines again and again."""


def page_lines(document: Document) -> list[Line]:
    """Return the lines of a page.

    Raises:
        DocumentError: the document is too large for a page of text.
    """
    if document.size > LONGEST_PAGE or len(document.raw) > LONGEST_PAGE:
        raise DocumentError(
            document.name,
            f"it is larger than a page of text can be ({LONGEST_PAGE >> 20} MB)",
            "Split it into its films",
        )
    if document.text.count("\n") > MOST_LINES:
        raise DocumentError(
            document.name,
            f"it has more lines than a page of text can have ({MOST_LINES:,})",
            "Split it into its films",
        )
    return lines_of(document.text) if document.size > len(document.head) else head_lines(document)


def head_lines(document: Document) -> list[Line]:
    """Return the lines of a document's head, for looking at what it is; the last, if cut, is left out.

    Several readers ask for them in turn; they are made once a document.
    """
    if document not in _HEADS:
        text = document.head_text
        if document.size > len(document.head) and "\n" in text:
            text = text[: text.rindex("\n")]
        _HEADS[document] = tuple(lines_of(text))
    return list(_HEADS[document])


def _without_link_numbers(text: str) -> str:
    """Return a page without the numbers that a text browser sets before links and explains at its end."""
    if len(_EXPLAINED.findall(text)) < 2:
        return text
    return _LINK_NUMBER.sub("", text)


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` that hold something; an underlined line is a heading, the underline is dropped."""
    text = _without_link_numbers(text)
    found: list[Line] = []
    blank = True
    fenced = False
    for number, raw in _numbered(text):
        stripped = raw.strip(" \t\u00a0\u3000\u200b\u200c\u200d")
        if stripped.startswith("```"):
            fenced = not fenced
            continue
        if not stripped:
            blank = True
            continue
        if not blank and found and _underlines(stripped, found[-1]):
            before = found[-1]
            found[-1] = _with_level(before, 1 if stripped[0] in "=═" else 2)
            blank = True
            continue
        if not blank and found and _YEAR_ALONE.fullmatch(stripped) and len(found[-1].raw) <= 80:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {stripped}", raw=f"{found[-1].raw} {stripped}")
            continue
        found.append(_line(number, raw, stripped, blank))
        blank = _RULE.fullmatch(stripped) is not None  # a rule parts as a blank line does
    return found


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Yield cleaned lines with the number of the document's line they stand on (a form feed breaks a line in two)."""
    for number, raw in enumerate(text.split("\n"), 1):
        for part in clean(raw).split("\n"):
            yield number, part


def blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that no blank line parts."""
    block: list[Line] = []
    for line in lines:
        if line.blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def unwrapped(lines: list[Line]) -> list[Line]:
    """Return lines with the paragraphs joined that are broken at an even width."""
    widest = max((len(line.raw) for line in lines if not line.level), default=0)
    if widest > _WIDTH_MOST or not hard_wrapped(lines):
        return lines
    pairs = [(before, line) for before, line in pairwise(lines) if _is_full(before, line, widest)]
    surely = sum(line.text[:1].islower() for _, line in pairs) > max(1, 0.3 * len(pairs))
    goes_on = {id(line) for before, line in pairs if line.text[:1].islower() or (surely and _is_open(before))}
    return _joined(lines, lambda line, _: id(line) in goes_on)


def _joined(lines: Iterable[Line], goes_on: Callable[[Line, Line], bool]) -> list[Line]:
    """Return lines with those joined that go on; each is asked with the line that its run begins with."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and goes_on(line, runs[-1][0]):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run[0] if len(run) == 1 else _as_one(run) for run in runs]


def _as_one(run: Sequence[Line]) -> Line:
    text = " ".join(line.text for line in run)
    return replace(run[0], text=text, raw=text, last=run[-1].number)


def _is_full(before: Line, line: Line, widest: int) -> bool:
    """Say whether the next line's first word did not fit on a line any more."""
    parted = line.blank or line.level or line.bullet or before.level
    return not parted and len(before.raw) + 1 + len(line.raw.split()[0]) > widest


def _is_open(line: Line) -> bool:
    """Say whether a line ends as running text does, not as a date, a score or a label."""
    return line.text[-1:].isalpha() or line.text[-1:] in ',;–—.!?…"”'


_WIDTH_MOST = 140
"""Signs that a line of wrapped text has at most."""


def hard_wrapped(lines: list[Line]) -> bool:
    """Say whether paragraphs are broken into lines of even length, as in mails and old text files."""
    runs = [block for block in blocks(line for line in lines if not line.level) if len(block) > 1]
    inner = [len(line.raw) + line.indent for block in runs for line in block[:-1]]
    if len(inner) < 2:
        return False
    widest = max(inner)
    full = sum(length >= 0.7 * widest for length in inner)
    open_ends = sum(line.text[-1:] not in '.!?:"”’)*' for block in runs for line in block[:-1])
    return 40 <= widest <= 140 and full >= 0.6 * len(inner) and open_ends >= 0.4 * len(inner)


def paragraphs_set_in(lines: list[Line]) -> list[Line]:
    """Join the lines of paragraphs that are told apart by their first line alone, which is set in, as in books."""
    runs = [block for block in blocks(lines) if len(block) > 1 and not any(line.bullet or line.level for line in block)]
    pairs = [(above.indent, below.indent) for block in runs for above, below in pairwise(block)]
    opened = sum(above > 0 and below == 0 for above, below in pairs)
    if opened < 2 or opened < 0.6 * sum(above > 0 for above, _ in pairs):
        return lines
    return _joined(
        lines, lambda line, first: not (line.blank or line.indent or line.bullet or line.level or first.level)
    )


def _line(number: int, raw: str, stripped: str, blank: bool) -> Line:
    if stripped[:1] == "*" and (spaced := _SPACED_STARS.fullmatch(stripped)):
        scale = spaced["scale"] or ""
        shown = stripped.removesuffix(scale)
        stripped = "★" * shown.count("*") + ("½" if shown[-1] in "2½" else "") + scale
    framed = _FRAMED.fullmatch(stripped) if len(stripped) < _SHORT and stripped[0] in "|│║" else None
    if framed:
        stripped = _CELLS.sub(" | ", framed["text"])
    text = unescape(stripped) if "&" in stripped else stripped
    text = str(clean(text)) if text is not stripped else text
    if _SPACED.fullmatch(text):
        text = " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text))
    if "[/" in text:
        text = unmark_bbcode(_BB_BOLD.sub("**", text))
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    quote = _QUOTE.match(text)
    quoted = bool(quote) and text.startswith(("> ", ">>"))
    if quote and quoted:
        text = text[quote.end() :].strip() or text
    if len(text) < 400:
        heading = next((found for shape in _HEADINGS if (found := shape.fullmatch(text))), None)
        if heading and heading["text"].strip():
            marks, text = heading["marks"], _ATTRIBUTE.sub("", heading["text"].strip())
            level = int(marks[1]) if marks[0] == "h" else min(len(marks), 6)
            return Line(number, text, stripped, blank, indent, level, "", quoted)
    item = _BULLET.match(text)
    if item and _is_item(item, text):
        return Line(number, item["text"], stripped, blank, indent, 0, item["mark"], quoted)
    return Line(number, text, stripped, blank, indent, 0, "", quoted)


def _is_item(item: re.Match[str], text: str) -> bool:
    """A dash before a short name is a signature («— Ines»), not a list."""
    date = find_date(text[:40]) if item["mark"][-1] == "." else None
    if item["mark"] in "–—" or (date and date.start <= 1):
        return False  # «— Ines», «3. května 2014»
    if item["mark"] == "-" and len(text) < 40 and not text.rstrip().endswith((".", "!", "?")):
        return len(item["text"].split()) > 3 or item["text"][:1].islower()
    return not (item["mark"] == "*" and text.rstrip().endswith("*") and "*" not in item["text"][:-1])


def _underlines(stripped: str, before: Line) -> bool:
    return (
        bool(_UNDERLINE.fullmatch(stripped))
        and before.blank
        and not before.level
        and not before.bullet
        and len(before.raw) <= 120
        and len(stripped) >= min(3, len(before.raw))
        and (abs(len(stripped) - len(before.raw)) < 4 or not _SAID.search(before.raw))
    )


def _with_level(line: Line, level: int) -> Line:
    return Line(line.number, line.text, line.raw, line.blank, line.indent, level, "", line.quoted)
