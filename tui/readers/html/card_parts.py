"""The parts of a review's box on a page of no known site: who, when, how many stars, which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating
from tui.readers.html.cutting import take_out
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs
from tui.text.dates import find_date
from tui.text.numerals import counted, number
from tui.text.ratings import find_rating
from tui.text.spoilers import announces_spoilers


def _marked(*names: str) -> str:
    return ", ".join(f"[{where}*={name} i]" for name in names for where in ("class", "data-testid", "data-qa"))


_AUTHORS = (
    "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], [rel='v:reviewer']",
    _marked("author", "nick", "username", "user-name", "user_name", "reviewer", "member", "display-name", "meta-title"),
    ", ".join(f"a[href*='/{part}']" for part in ("user", "profil", "membre", "people/", "u/", "member", "critic/"))
    + ", a[href*='/uzivatel'], a[href*='/usuario']",
    _marked("user", "name", "critic", "byline") + ", [class*=info] a",
)
_BODIES = (
    "[itemprop=reviewBody], [property='v:description'], [itemprop=description]",
    _marked(*(f"{kind}{joint}{what}" for kind in ("review", "comment") for joint in ("-", "_", "")
              for what in ("text", "content", "body"))),
    _marked("text", "content", "body", "quote", "message", "short", "teaser", "excerpt", "desc", "brand_words"),
    _marked("review", "comment", "opinion", "kritik"),
    "blockquote, p",
)  # fmt: skip
"""Where a text is, the surest first; single paragraphs only where nothing holds them together."""
_SCORES = (
    "[itemprop=ratingValue], [property='v:rating'], [class*=allstar], [class^=star]",
    "[class*=_rate i], [class*=-rate i], [class^=rate i]",
    _marked("rating", "score", "stareval", "note", "stars", "star-", "grade", "ocena", "bewertung"),
    ", ".join(f"[{where}*='{mark}']" for where in ("aria-label", "title") for mark in ("/10", "/5", "★", " of "))
    + ", img[alt*='/']",
)
_DATES = (
    "time[datetime]",
    "[itemprop=datePublished], [itemprop=dateCreated]",
    _marked("date", "time", "posted", "meta"),
    _marked("author", "byline"),
)
_HEADS = ("[itemprop=headline], [itemprop=name]", _marked("title", "headline", "subject", "summary"), "h2, h3, h4, h5")
_MARKS = ", ".join((_marked("rating", "score", "stars", "title", "headline"), "h2, h3, h4, h5"))
"""What may stand above a text in its own box and is no part of it."""
_LONGEST_DAY = 30
_SHARE = 10
"""What a text is the tenth of, at least."""
_VEILS = "[class*=spoiler i], [id*=spoiler i], [data-testid*=spoiler i]"
_SCORE_MARKS = (" out of ", "/5", "/10", " von ", " sur ", " av ", " van ", " z ", " su ", " из ")
_BARE = re.compile(r"\d[.,]\d")
_ICONS = "[class*='star-full'], [class*=star-filled], [class*=star_filled], .fa-star, [class*=star--full], .star.on"
_HALVES = "[class*=star-half], [class*=star_half], .fa-star-half-o, .fa-star-half"
_CLASS_STARS = re.compile(r"\b(?:(?:all|big)?stars?-?|rating-mdl n)([0-5])(0|5)?\b")
_WIDTH = re.compile(r"width:\s*(\d{1,3}(?:\.\d+)?)%")
_NUMBER = re.compile(r"^\D{0,20}?(\d{1,3}(?:[.,]\d{1,2})?)\D{0,3}$")
_OF = re.compile(r"(\d[\d.,]*)\s*(?:out\s+of|of|de|von|sur|su|z|di|/)\s*(\d[\d.,]*)")
_COUNTED = re.compile(r"\"helpfulCount\"\s*:\s*(\d+)[^}]*?\"unhelpfulCount\"\s*:\s*(\d+)")
_USEFUL = re.compile(r"useful|helpful|útil|utile|util|hilfreich|przydatn|užite|полезн|有用", re.IGNORECASE)
_PREFIX = re.compile(
    r"^(?:(?:review|critique|kritik|rezension|recenze|opinia|written)\s+)?(?:by|von|par|por|di|da|od)\s+", re.IGNORECASE
)

_SUFFIX = re.compile(
    r"(?:の感想・評価|さんの?(?:レビュー|感想)?|['’]s review|\s+(?:says|said|wrote|writes)[:.…]*)$", re.IGNORECASE
)
_SIGNED = re.compile(r"(?i:by|von|par|por|di|od|door|av|af)\s+([^\W\d_a-z][\w.'’-]+(?:\s+[\w.'’-]+){0,3})")
"""A line that says who wrote something, in an element without a name."""
_OF_AUTHORS = re.compile(r"user(?![-_]?review)|author|member", re.IGNORECASE)
"""What stands over or beside a review and says something of who wrote it: «Senior member»."""
_SAYS = re.compile(r"\w{3}[^\n]{3,}[.!?…。！？][”\"'’)]?\s*$", re.MULTILINE)
"""A sentence, which is no button."""
_VALUES = ("content", "aria-label", "title", "alt", "data-rating", "data-score", "data-rate")
_CONTROLS = (
    "[class*=toggle], [class*=read-more], [class*=readmore], [class*=_collapsed], blockquote:has(cite), "
    "blockquote[class*=quote i], button"
)
"""What is pressed, what another wrote, and beginnings beside the whole."""
_LONGEST_CONTROL = 30
_AROUND_NAME = 50
"""Characters that stand beside a name in a line that says who wrote something."""
_MEMBER_SINCE = re.compile(r"(?:joined|registered|member since|dabei seit|inscrit|registrado)\b.{0,40}", re.IGNORECASE)
_LONGEST_NAME = 60
_LEAST_TEXT = 4
_LEAST_ARTICLE = 40
"""Characters of a paragraph that begins a text."""


def author(node: LexborNode, *, unnamed: bool) -> Plain:
    """Return who wrote a review; nothing where the box does not say it.

    Args:
        node: the box.
        unnamed: no class says what its parts are; then the first short link above the text is who wrote it.
    """
    for shape in (*_AUTHORS, "a[href]") if unnamed else _AUTHORS:
        for found in node.css(shape) if shape != "a[href]" else _links_above(node):
            name = _name(found)
            if 0 < len(name) <= _LONGEST_NAME and not name.isdigit() and find_rating(name) is None:
                return Plain(name)
    signed = (_SIGNED.fullmatch(row) for row in paragraphs(node).split("\n"))
    return next((Plain(one[1]) for one in signed if one), Plain(""))


def _name(node: LexborNode) -> str:
    """Return the name that an element is: of one that holds a day or a score as well, its first link or heading."""
    said = line(node)
    if find_date(said) is not None or find_rating(said) is not None:
        said = line(node.css_first("a, b, strong, h3, h4"))
    return _SUFFIX.sub("", _PREFIX.sub("", said))


def _links_above(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the links above a text that are no heading: one in a heading leads to an article, one below to the rest."""
    headings = {link.mem_id for link in node.css("h2 a, h3 a, h4 a")}
    for found in node.css("a[href], p"):
        if found.tag == "p" and len(found.text()) >= _LEAST_ARTICLE:
            return
        if found.tag == "a" and found.mem_id not in headings:
            yield found


def cleared(node: LexborNode) -> LexborNode:
    """Return a box without what is no part of a review; the page stays as it is, as others look at it too."""
    if any(_is_control(control) for control in node.css(_CONTROLS)):
        node = node.clone()
        take_out(control for control in node.css(_CONTROLS) if _is_control(control))
    return node


def body(node: LexborNode, who: str, *, unnamed: bool) -> Plain:
    """Return the text: the longest piece that is marked as one and does not hold who wrote it as well."""
    whole = len(line(node))
    for shape in (*_BODIES, "div, span") if unnamed else _BODIES:
        pieces = [(one, text) for one in node.css(shape) if len(text := paragraphs(one)) >= _LEAST_TEXT]
        pieces = [(one, text) for one, text in pieces if not _names(text, who)]
        if pieces and _SHARE * max(len(text) for _, text in pieces) < whole:
            continue  # an advertisement, what somebody is called
        if shape == "blockquote, p" and pieces:
            told = [text for _, text in pieces if len(text) > _LONGEST_DAY or find_date(text) is None]
            return Plain("\n\n".join(dict.fromkeys(told)))
        if pieces:
            return _below_marks(*_whole(*_tightest(pieces)))
    return Plain("")


def _below_marks(piece: LexborNode, text: Plain) -> Plain:
    """Return a text without the heading and the scores that stand in its own box above it."""
    marks = {row for one in piece.css(_MARKS) for row in paragraphs(one).split("\n") if row}
    rows = text.split("\n")
    first = next((place for place, row in enumerate(rows) if row and row not in marks), 0)
    return Plain("\n".join(rows[first:]))


def _is_control(node: LexborNode) -> bool:
    """Say whether a piece is no part of the text: a beginning beside the whole, a quotation, a button."""
    if "_collapsed" in (node.attributes.get("class") or ""):
        return node.parent is not None and node.parent.css_first("[class*=_expanded]") is not None
    return node.tag == "blockquote" or len(node.text()) < _LONGEST_CONTROL


def _names(text: str, who: str) -> bool:
    """Say whether a piece begins or ends with a line on who wrote it."""
    rows = [row for row in text.split("\n") if row]
    return any(who in row and len(row) < len(who) + _AROUND_NAME for row in (*rows[:3], *rows[-2:]))


def _tightest(pieces: Sequence[tuple[LexborNode, Plain]]) -> tuple[LexborNode, Plain]:
    """Return the longest piece, without the box around it that holds buttons, too."""
    outer, longest = max(pieces, key=lambda piece: len(piece[1]))
    inside = {one.mem_id for one in outer.css("*")} - {outer.mem_id}
    nearly = ((one, text) for one, text in pieces if one.mem_id in inside and 10 * len(text) >= 7 * len(longest))
    return next((piece for piece in nearly if not _SAYS.search(longest.replace(piece[1], "\n"))), (outer, longest))


def _whole(piece: LexborNode, text: Plain) -> tuple[LexborNode, Plain]:
    """Return a piece, and its text with that of its neighbours of the same kind: «review-text1», «review-text2»."""
    kind = re.sub(r"\d+", "", piece.attributes.get("class") or "")
    parts, after = [text], piece.next
    while after is not None:
        said = after.attributes.get("class") or "" if after.tag != "-text" else ""
        if len(kind) > _LEAST_TEXT and said != kind and re.sub(r"\d+", "", said) == kind:
            parts.append(paragraphs(after))
        after = after.next
    return piece, Plain("\n\n".join(part for part in parts if part))


def publication(node: LexborNode, who: str) -> Plain | None:
    """Return where a critic's review stood."""
    for found in node.css(_marked("publication", "source", "publisher", "outlet")):
        said = line(found)
        if 1 < len(said) <= _LONGEST_NAME and said != who:
            return said
    return None


def link(node: LexborNode) -> str | None:
    """Return the address of a review: where it is whole, else its own page."""
    for shape in ("a[class*=external], a[class*=full], a[class*=permalink]", "a[href*=review], a[href*=critique]"):
        for found in node.css(shape):
            if href := found.attributes.get("href"):
                return href
    return None


def headline(node: LexborNode, who: str, text: str) -> Plain | None:
    """Return what stands over a review."""
    for shape in _HEADS:
        for found in node.css(shape):
            said = line(found)
            if (
                said
                and len(said) < 200
                and who not in said
                and not _OF_AUTHORS.search(found.attributes.get("class") or "")
                and said not in text
                and find_date(said) is None
            ):
                return said if find_rating(said) is None else None
    return None


def date(node: LexborNode, text: str) -> str | None:
    """Return the day on which a review was written, ISO 8601: a marked one, else one that stands beside its text.

    A marked one that could be two days is returned as it is written, where there is no other.
    """
    written: str | None = None
    for shape in _DATES:
        for found in sorted(node.css(shape), key=lambda one: len(one.text())):  # the tightest first
            said = found.attributes.get("datetime") or found.attributes.get("content") or line(found)
            day = find_date(said) if len(said) < 120 else None
            if day is not None and not day.ambiguous:
                return day.iso
            written = written or (day.iso if day is not None else None)
    around = find_date(_MEMBER_SINCE.sub(" ", line(node).replace(text, " ")))
    return around.iso if around is not None and not around.ambiguous else written


def score(node: LexborNode) -> tuple[float, float | None] | None:
    """Return value and scale of the score in a box; the scale None where it does not say one."""
    for shape in _SCORES:
        for found in node.css(shape):
            if (made := _score(found)) is not None:
                value, out_of = made
                return value, out_of or (5.0 if value <= 5 and node.css_first("[class*=star]") is not None else None)
    if bare := next((text for one in node.css("span, div, b") if _BARE.fullmatch(text := line(one))), ""):
        return float(bare.replace(",", ".")), None
    full, half = len(node.css(_ICONS)), len(node.css(_HALVES))
    return (full + half / 2, 5.0) if 0 < full + half <= 5 else None


def drawn_score(page: Page) -> Rating | None:
    """Return the score that a page of one review draws as stars beside its title."""
    node = page.first("[class*=allstar]", "header [class*=star-rating]", "[class*=star-rating]")
    found = _score(node) if node is not None else None
    if found is None or found[1] is None:
        marks = page.all(", ".join(f"[aria-label*='{mark}']" for mark in _SCORE_MARKS))
        told = {_score(one) for one in marks if not _is_beside(one)}
        found = told.pop() if len(told) == 1 else None  # of several, some are other films'
    return Rating(value=found[0], out_of=found[1]) if found and found[1] else None


def _is_beside(node: LexborNode) -> bool:
    """Say whether something stands in a column beside the text."""
    above: LexborNode | None = node
    while above is not None and above.tag != "aside":
        above = above.parent
    return above is not None


def _score(node: LexborNode) -> tuple[float, float | None] | None:
    classes = node.attributes.get("class") or ""
    drawn = _CLASS_STARS.search(classes)
    if drawn and int(drawn[1]):
        return (int(drawn[1]) + (0.5 if drawn[2] == "5" else 0), 5.0)
    said = (line(node), *(node.attributes.get(name) or "" for name in _VALUES))
    for text in said:
        if (found := find_rating(text)) is not None and len(text) < 60:
            return found.rating.value, found.rating.out_of
        bare = _NUMBER.match(text)
        value = number(bare[1]) if bare and len(text) < 30 else None
        if value is not None and value <= 100:
            return value, 5.0 if "star" in classes and value <= 5 else None
    width = _WIDTH.search(node.html or "") if "star" in classes or "rating" in classes else None
    return (float(width[1]), 100.0) if width and 0 < float(width[1]) <= 100 else None


def helpful(node: LexborNode) -> tuple[int, int] | None:
    """Return votes for and votes in all, where the box says both."""
    said = _COUNTED.search(unescape(node.html or ""))
    if said:
        return counted(said[1]), counted(said[1]) + counted(said[2])
    for found in re.finditer(r"[^\n]{0,200}", paragraphs(node)):
        of = _OF.search(found[0]) if _USEFUL.search(found[0]) else None
        if of:
            votes = [counted(part) for part in of.groups()]
            return (votes[0], votes[1]) if votes[0] <= votes[1] else None
    return None


def veiled(node: LexborNode, text: str) -> bool:
    """Say whether a box marks something in it as a spoiler, or says beside its text that it tells of the end."""
    return node.css_first(_VEILS) is not None or any(
        announces_spoilers(row) for row in paragraphs(node).split("\n") if row and row not in text
    )
