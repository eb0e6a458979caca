"""Which film a page of no known site is about, by its titles: what the site and the part of it are called goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tui.readers.html.page import Page
from tui.readers.html.text import line, line_of
from tui.text.comparing import squash
from tui.text.titles import TitleYear, split_year
from tui.text.wordsets import words

_TOP = frozenset({"com", "org", "net", "co", "info", "tv", "film", "movie"})
_PARTS = words(
    "review reviews critics critic critiques critique kritik kritiken filmkritik filmkritiken críticas crítica "
    "opiniones opiniões opinioni opinie opinia recensioni recensione recenze recenzia recenzie recenzje "
    "recenzja recensies recensie recensioner recension anmeldelser anmeldelse avis comments comment "
    "comentarios commentaires kommentare komentarze komentáře ratings rating trailer trailers synopsis trivia "
    "ciekawostki zajímavosti discussion thread megathread diskussion discusión curiosidades anecdotes cast "
    "showtimes wiki recap bewertungen bewertung рецензии рецензия отзывы отзыв 影评 短评 影評 レビュー 感想 "
    "評論 리뷰 평점 코멘트 감상 yorumları eleştirileri kritikák kritika arvostelut"
)
"""What parts of a site about one film are called."""
_WHO = words(
    "user users üye basın viewer viewers audience member members spectateurs spectateur presse press usuarios usuario "
    "fans professional top latest popular movie movies film films filmu filmie filmy filme filmes pelicula película "
    "all cinema kino leitores official and & y et und e i a full"
)
"""Who writes them, and of what: words that stand beside those and alone say nothing."""
_ARTICLES = words("the les le la los las der die das el i")
_LINKS = words("of de du des zu zum zur von o do di da del della about on sur sobre per für na k ke pour to auf aus")
"""What stands between the name of a part and the film's title."""
_GLUED_PARTS = re.compile(
    r"的?(?:影评|短评|影評|短評)$"
    r"|の(?:映画)?(?:レビュー|感想|評価|口コミ|クチコミ)(?:[・/、](?:レビュー|感想|評価|口コミ|クチコミ|ネタバレ|考察))*$"
)
_NOTE = re.compile(r"^\[[^\[\]]{1,40}\]\s*|\s*\[[^\[\]]{1,40}\]$")
"""«[SPOILERS]», «[DVD]»."""
_BREAK = re.compile(r"\s+[-–—|•·:~/]\s+|\s*[|•·]\s*|:\s+|\s+»\s+|\s+«\s+")
_LONGEST = 300
_MOST_BREAKS = 8
"""Characters of a title, and places in it, that are looked at: runs of pieces grow with the square of them."""
_MARKS = " /\"“”„«»‘’'《》「」『』「」,;:-–—|"


_QUOTED = r"[‘“\"'«„「『《〈<](?P<quoted>[^‘’“”\"'«»„「」『』《》〈〉<>]{1,80})[’”\"'»“」』》〉>]"
_WORD = (
    r"(?:(?:film|movie|blu-?ray|dvd)\s+)?(?:reviews?|kritik|filmkritik|critique|crítica|recensione|recenze|"
    r"recenzja|recensie|recension|anmeldelse|рецензия|отзыв|評論|影评|影評|レビュー|感想|观后感|觀後感|리뷰|후기)"
)
_OF = (
    r"(?:\s+(?:of|for|de|zu|na|на|on)\b)?(?:\s+(?:the |a |il |el |le |den |der |o )?"
    r"(?:film|movie|фильм|película|kino)\w*)?"
)
_PLAIN = r"[^:|–—]{1,80}?(?:\s*\((?:19|20)\d\d\))?"
_REVIEW_TITLES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"^[^（(]{1,80}[（(](?P<plain>[^（()）]{1,60})[)）]\s*的?(?:影评|影評)",
        rf"^(?:映画|电影|電影|영화)?\s*{_QUOTED}\s*(?:\([^)]*\)\s*)?の?(?:{_WORD})\b",
        rf"^{_WORD}{_OF}\s*[:\-–—|]?\s*{_QUOTED}",
        rf"^{_WORD}(?:\s+(?:of|for|de|zu)\b|\s*[:\-–—|])\s*(?P<plain>{_PLAIN})(?:\s*[:|–—].*|\s+-\s.*)?$",
        rf"^(?P<plain>{_PLAIN})\s*(?:[:\-–—|]\s*)?{_WORD}\b(?!\s+of\b)",
    )
)
_YEAR_BEHIND = re.compile(r"[’”\"'»“」』》]\s*[(（]((?:18|19|20)\d\d)[)）]")
_HUNG_ON = re.compile(r",\s+(?:the|la|le|el|die|der|a|our|l['’])$", re.IGNORECASE)
"""What is left of «Mill, la recensione»."""
_BEHIND_YEAR = re.compile(r"(\((?:18|19|20)\d\d\))\s+(?:by|de|d['’]|von|di|od|av|af|van)\b.*$", re.IGNORECASE)
"""«Mill (1971) by Ada Field»."""
_KIND = re.compile(r"\s+[-–—]\s+(?:movie|film|kino|cinema)$", re.IGNORECASE)
_MAKER = re.compile(r",\s+(?:by|de|d['’]|von|di|w reżyserii)\s*[^\W\d_]\w+(?:\s\w+){0,3}$", re.IGNORECASE)


def site_name(page: Page) -> str:
    """Return what a site is called in its address: «kinopoisk», «example» of example.co.uk."""
    parts = page.signs.host.split(".")
    while len(parts) > 1 and (parts[-1] in _TOP or len(parts[-1]) == 2):
        parts.pop()
    return parts[-1]


def film_title(page: Page) -> TitleYear:
    """Return title and year of the film that a page is about: the longest piece that most of its titles have."""
    heading = squash(split_year(_heading(page)).title)
    titles = list(dict.fromkeys((_heading(page), line_of(page.meta("og:title")), line_of(page.signs.title))))
    site = {squash(name) for name in (site_name(page), page.meta("og:site_name")) if name}
    wholes = [squash(title) for title in titles if title]
    pieces = [(piece, title) for title in titles for piece in _pieces(title, site, alone=len(wholes) < 2)]

    def weight(one: tuple[TitleYear, str]) -> tuple[int, int, bool]:
        key = squash(one[0].title)
        shared = sum(key in whole for whole in wholes)
        return shared, len(key) if shared > 1 else int(key == heading), one[0].year is not None

    best = max(pieces, key=weight, default=None)
    if best is None:
        return TitleYear("", None)
    years = (piece.year or split_year(title).year for piece, title in (best, *pieces))
    return TitleYear(best[0].title.strip(_MARKS), next((year for year in years if year), None))


def _heading(page: Page) -> str:
    """Return the main heading; a year that stands in it in an element of its own is put between brackets."""
    node = page.first("h1") or page.first("[class*=topic-title]", "[class*=thread-title]", "h2")
    text = str(line(node))
    if node is not None and node.tag == "h2" and squash(text) not in squash(page.signs.title):
        text = text if len(page.all("h2")) == 1 else ""  # of several, which are what the boxes are headed by
    year = line(node.css_first("[class*=year], small")) if node is not None else ""
    if re.fullmatch(r"\d{4}", year) and text.endswith(f" {year}"):
        return f"{text.removesuffix(year)}({year})"
    return text


def _pieces(title: str, site: set[str], *, alone: bool) -> Iterator[TitleYear]:
    """Yield the pieces of a title, and runs of them, that can be a film's: what names the site, or a part of it, goes.

    Args:
        title: one of the titles of the page.
        site: what the site is called.
        alone: there is no other title to compare with: runs would take the site's name along.
    """
    title = title[:_LONGEST]
    breaks = list(islice(_BREAK.finditer(title), _MOST_BREAKS))
    ends, starts = [0, *(found.end() for found in breaks)], [*(found.start() for found in breaks), len(title)]
    for first, start in enumerate(ends):
        for last in range(first, first + 1 if alone else len(starts)):
            part = _NOTE.sub("", _GLUED_PARTS.sub("", title[start : starts[last]].strip()))
            piece = split_year(_without_parts(part))
            if piece.title.strip(_MARKS) and squash(piece.title) not in site:
                yield piece


def _without_parts(text: str) -> str:
    """Return a piece of a title without the words of a part of the site that it begins or ends with."""
    found = text.split()
    names = [word.casefold().strip(_MARKS + "()") for word in found]
    start, end = _leading(names), _trailing(names)
    if start >= len(found) or end <= 0:
        return ""
    return " ".join(found[start:] if start else found[:end]).strip(_MARKS)


def _leading(names: list[str]) -> int:
    """Return how many words name the part before the title: «les critiques spectateurs du film»."""
    at = 0
    while at < len(names) and (names[at] in _ARTICLES or names[at] in _WHO):
        at += 1
    if at >= len(names) or names[at] not in _PARTS:
        return 0
    while at < len(names) and (names[at] in _PARTS or names[at] in _WHO):
        at += 1
    if at < len(names) and names[at] in _LINKS:
        at += 1
        if at + 2 < len(names) and names[at] in _ARTICLES and names[at + 1] in _WHO:
            at += 1  # «pour le film»
        if at + 1 < len(names) and names[at] in _WHO:
            at += 1
    return at


def _trailing(names: list[str]) -> int:
    """Return how many words stand before those that name the part: «user reviews»."""
    at = len(names)
    while at and names[at - 1] in _PARTS:
        at -= 1
    while at < len(names) and at and names[at - 1] in _WHO:
        at -= 1
    return at


def reviewed_film(title: str) -> str | None:
    """Return the film that the title of a review names, None where the title is not a review's."""
    for shape in _REVIEW_TITLES:
        found = shape.search(title)
        if found:
            names = found.groupdict()
            name = (names.get("quoted") or names.get("plain") or "").strip(" -–—:|\"'“”‘’«»„")
            name = _BEHIND_YEAR.sub(r"\1", _KIND.sub("", _MAKER.sub("", _HUNG_ON.sub("", name))))
            if name and not re.fullmatch(
                r"(?:the|a|our|my|film|movie|book|game|album|reader|user|customer)s?", name, re.IGNORECASE
            ):
                behind = _YEAR_BEHIND.match(title, found.end("quoted")) if names.get("quoted") else None
                return f"{name} ({behind[1]})" if behind else name
    return None
