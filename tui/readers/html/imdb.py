"""IMDb pages of 2012 to 2026: title, reviews, critics, trivia and its kin, plot, taglines, keywords, release info.

Three generations of markup and the data of Next.js pages are probed by shape. What a page is about stands in its
address; which generation it is of is seen in what it holds, never assumed from a year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tui.models import Remark, Review, Trivia
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.html import imdb_items, imdb_lists, imdb_next, imdb_reviews, imdb_title, jsonld
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line

Part = Callable[[Page, Draft], tuple[list[Review], list[Trivia], list[Remark]]]

_DECORATION = re.compile(
    r"\s*(?:⭐.*|[|•].*|\s-\s(?:[^-()]{2,40}\s-\s)?IMDb(?:\s*Pro)?|\s-\s(?:User Reviews|Plot Summary|Trivia|"
    r"Taglines))\s*$"
)
_PART_OF = re.compile(r"(\((?:[^()]*\s)?\d{4}[^()]*\))\s+[-–—]\s.*$")
"""«Mask (1985) - Critic Reviews»: what stands behind the year names the part of the site."""
_TITLE_PATH = re.compile(r"/title/(tt\d{7,9})(?:/(\w+))?")
_PART_LINK = re.compile(
    r"/title/(tt\d{7,9})/(fullcredits|reviews|trivia|releaseinfo|plotsummary|keywords|taglines|goofs)\b"
)
_FEWEST_PARTS = 3
"""Parts of one title from which on a page links to them as its own."""
_PARTS: dict[str, Part] = {
    "reviews": imdb_reviews.users,
    "usercomments": imdb_reviews.users,
    "criticreviews": imdb_reviews.critics,
    "externalreviews": imdb_items.nothing("links to reviews elsewhere"),
    "plotsummary": imdb_items.plot,
    "synopsis": imdb_items.plot,
    "taglines": imdb_items.taglines,
    "keywords": imdb_items.keywords,
    "releaseinfo": imdb_items.release_info,
    "ratings": imdb_items.ratings,
    "technical": imdb_items.technical,
    "fullcredits": imdb_title.credits,
    "trivia": imdb_items.facts("Trivia"),
    "goofs": imdb_items.facts("Goofs"),
    "quotes": imdb_items.facts("Quotes"),
    "crazycredits": imdb_items.facts("Crazy credits"),
    "alternateversions": imdb_items.facts("Alternate versions"),
    "movieconnections": imdb_items.facts("Connections"),
    "soundtrack": imdb_items.facts("Soundtracks"),
    "faq": imdb_items.facts("FAQ"),
    "parentalguide": imdb_items.facts("Parents guide"),
}


def _linked(page: Page) -> str:
    """Return the title whose other parts a page without an address links to."""
    linked = Counter(_PART_LINK.findall(page.text)) if page.has("/title/tt") else Counter()
    parts = Counter(title for title, _ in linked)
    return next((title for title, times in parts.most_common(1) if times >= _FEWEST_PARTS), "")


class ImdbPage(SiteReader):
    """Reads saved IMDb pages about one title."""

    name = "imdb-page"
    title = "IMDb page"

    def knows(self, signs: Signs) -> Match:
        """Say whether the page is from IMDb."""
        if signs.is_from("imdb.com"):
            return Match(0.97, f"saved from {signs.host}{signs.path}"[:120])
        if signs.meta.get("og:site_name") == "IMDb" or "imdb:pagetype" in signs.meta:
            return Match(0.95, "its head names IMDb")
        return Match(0.9, "its title ends in «IMDb»") if signs.title.endswith("- IMDb") else NOT_MINE

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield what the page says of its film, and what it does not hold."""
        draft = Draft()
        where = _TITLE_PATH.search(page.url) or _TITLE_PATH.search(page.meta("og:url"))
        part = page.meta("imdb:subpagetype", "subpagetype") or (where[2] if where else "") or ""
        draft.imdb(where[1] if where else page.meta("imdb:pageconst", "pageid") or _linked(page))
        if not draft.ids and not jsonld.films(page):
            listed = list(imdb_reviews.of_member(page)) or list(imdb_lists.titles(page))
            yield from listed
            said = f"{len(listed)} titles that it lists were taken" if listed else "nothing was taken"
            yield page.remark(f"An IMDb page that is not about one title; {said}")
            return
        reviews, trivia, remarks = self._content(page, part.lower(), draft)
        self._identity(page, draft)
        if draft.fields or reviews or trivia:
            yield page.extract(draft, reviews, trivia)
            yield from remarks
        else:
            yield page.remark("This page was saved before it showed anything of its title; nothing was taken")

    def _content(self, page: Page, part: str, draft: Draft) -> tuple[list[Review], list[Trivia], list[Remark]]:
        properties = imdb_next.page_properties(page)
        if properties is not None and (found := imdb_next.read(page, properties, draft, part)):
            return found
        page.narrow("#pagecontent")  # of 2009 to 2020; the data of later pages needs no tree
        if part in _PARTS:
            return _PARTS[part](page, draft)
        if part in {"", "main", "combined", "reference", "maindetails"}:
            return imdb_title.read(page, draft)
        return imdb_items.nothing(f"«{part}»")(page, draft)

    def _identity(self, page: Page, draft: Draft) -> None:
        """Name the film where the content did not: by the page's heading, its share card, its title."""
        card = _DECORATION.sub("", page.meta("og:title", "title", "twitter:title") or page.signs.title)
        if "title" not in draft or "year" not in draft:
            named = _DECORATION.sub("", _PART_OF.sub(r"\1", card))
            draft.titled(named if named != "IMDb" else "")
        if "year" not in draft and (
            parent := page.first("h3[itemprop=name]", "[data-testid=subtitle]", "#tn15title h1")
        ):
            draft.titled(line(parent))


READER = ImdbPage()
