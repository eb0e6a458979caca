"""ČSFD.cz and ČSFD.sk: films with their facts, plots, reviews and trivia; a member's reviews of many films."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.models import Extract, Plain, Rating, Review, Trivia
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.html import jsonld, labels
from tui.readers.html.cutting import take_out
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, paragraphs, without_end
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.durations import find_minutes
from tui.text.numerals import counted
from tui.text.ratings import parse_rating
from tui.text.spoilers import announces_spoilers

_FILM = re.compile(r"/film/(\d+)(?:-([\w-]+))?")
_MEMBER = re.compile(r"/(?:uzivatel|uzivatelia|user)/\d+")
_STARS = re.compile(r"\bstars-([1-5])\b")
_CREDIT = re.compile(r"\s*\((?:[^()]{1,60})\)\s*$")
_COUNT = re.compile(r"\((\d[\d\s\u00a0]*)\)")
_MORE = re.compile(r"\s*(?:\(?více\)?|\(?méně\)?|\(?viac\)?)$")


class CsfdPage(SiteReader):
    """Reads saved ČSFD pages."""

    name = "csfd"
    title = "ČSFD page"

    def knows(self, found: Signs) -> Match:
        """Say whether the page is from ČSFD."""
        if found.is_from("csfd.cz", "csfd.sk", "filmbooster.com", "filmbooster.co.uk"):
            return Match(0.97, f"saved from {found.host}{found.path}"[:120])
        return (
            Match(0.95, "its head names ČSFD")
            if "ČSFD" in found.title or "ČSFD" in found.meta.get("og:site_name", "")
            else NOT_MINE
        )

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield the film that the page is about, or those that a member reviewed."""
        page.narrow(".page-content")
        where = _FILM.search(page.signs.path)
        if where is None and not jsonld.films(page):
            yield from _member(page)
            return
        draft = Draft()
        _facts(page, draft, where)
        boxes = page.all("article[id^=review-], article.article-review, .ui-posts-list li[id^=comment-]")
        reviews = [one for node in boxes if (one := _review(page, node))]
        trivia = [fact for node in _items_of_trivia(page) if (fact := _trivia(node))]
        yield page.extract(draft, reviews, trivia)
        yield from _left(page, len(reviews), len(trivia))


def _items_of_trivia(page: Page) -> list[LexborNode]:
    """Return the items: those of lists, else whole articles; on a page of trivia in any list of its content."""
    found = page.all("article.article-trivia li, [id^=highlight-trivia] li")
    found = found or page.all("article.article-trivia")
    if not found and re.search(r"/za[uj]*[ií]?mavosti?", page.signs.path):
        found = page.all(".box-content li, article li, .article-content > p, .ui-posts-list li")
    return found


def _facts(page: Page, draft: Draft, where: re.Match[str] | None) -> None:
    if where:
        draft.id("csfd", where[1])
    take_out(page.all(".film-header-name h1 .type"))
    draft.line("title", line(page.first(".film-header-name h1", "h1")))
    draft.titled(re.sub(r"\s*(?:-[^-|]*)?\|\s*ČSFD.*$", "", page.meta("og:title") or page.signs.title))
    take_out(page.all(".film-names .info"))
    names = [_MORE.sub("", line(item)) for item in page.all(".film-names li, ul.names li h3")]
    draft.names("other_titles", names, more=True)
    if names:
        draft.line("original_title", names[0])
    _creators(page, draft)
    draft.names("genres", [part.strip() for part in re.split(r"[/•]", _separated(page.first(".genres", "p.genre")))])
    _origin(draft, _separated(page.first(".origin", "p.origin")))
    draft.text("synopsis", without_end(_CREDIT, _told(page), ")"))
    for place, other in enumerate(page.all(".plots-item p, .plots .plots-item")[1:], 2):
        draft.note(f"obsah {place}", without_end(_CREDIT, paragraphs(other), ")"))
    draft.rating(_average(page))
    for film in jsonld.films(page)[:1]:
        jsonld.describe(draft, film, by="csfd")
        draft.number("year", next(jsonld.years(film), 0))
    for link in page.all("a[href*='imdb.com/title/tt']")[:1]:
        draft.imdb(link.attributes.get("href"))


def _told(page: Page) -> Plain:
    """Return the first of the plots that members wrote."""
    take_out(page.all("#plots .source"))
    return paragraphs(page.first(".plot-full p", ".plot-full", ".plot-preview p", "#plots li div", "#plots li"))


def _creators(page: Page, draft: Draft) -> None:
    for block in page.all("#creators > div, .creators > div, #profile .info > div"):
        heading = page.inside(block, "h4")
        if heading is None or heading.parent is None or heading.parent.mem_id != block.mem_id:
            continue
        label = line(heading).rstrip(":")
        people = [
            name for link in page.all_inside(block, "a[href*='/tvurce/'], a[href*='/tvorca/']") if (name := line(link))
        ]
        labels.put(draft, label, ", ".join(people), people, keep=bool(label))


def _average(page: Page) -> Rating | None:
    rated = parse_rating(
        line(page.first(".film-rating-average", "#rating .average")).replace(" ", ""), scale=100, by="csfd"
    )
    places = (
        ".others-rating h2 .count",
        ".ratings-list h2 .count",
        ".others-rating h2",
        "a.more-modal-ratings-fanclub strong",
        "#ratings h6",
    )
    votes = counted(line(page.first(*places)))
    if rated is None:
        return None
    return Rating(value=rated.value, out_of=100, by="csfd", votes=votes or None)


def _separated(node: LexborNode | None) -> str:
    """Return a line in which bullets drawn by style alone are written out."""
    from tui.readers.html.text import line_of

    return line_of(re.sub(r"<span class=\"bullet\"></span>", " • ", node.inner_html or "")) if node is not None else ""


def _origin(draft: Draft, text: str) -> None:
    """Take countries, year and running time from «USA / Kanada • 2018 • 159 min»."""
    parts = [part.strip(" ,") for part in re.split(r"•|,", text) if part.strip(" ,")]
    if parts and not re.search(r"\d", parts[0]):
        draft.names("countries", parts[0].split("/"))
    year = re.search(r"\b(?:18|19|20)\d\d\b", text)
    draft.number("year", int(year[0]) if year else 0)
    draft.number("runtime_minutes", find_minutes(text) or 0)


def _review(page: Page, node: LexborNode) -> Review | None:
    for more in page.all_inside(node, ".comment .span-more-small, .comment a.more"):
        more.decompose()
    written = line(page.inside(node, "time, .date"))
    body = page.inside(node, "[data-film-review-content]") or page.inside(node, ".comment")
    take_out(body.css("time") if body is not None else [])
    text = paragraphs(body)
    if not text and (old := page.inside(node, ".post")) is not None:
        take_out(old.css(".date"))
        text = paragraphs(old)
    if not text:
        return None
    link = page.inside(node, "a.permanent-link, a[href*='review=']")
    return Review(
        author=line(page.inside(node, ".user-title-name, .user-title a, h3 a, .author a")) or None,
        text=text,
        rating=_stars(page, node),
        date=parse_date(written.strip("() ")),
        spoiler=page.inside(node, ".spoiler, [data-spoiler]") is not None or announces_spoilers(text),
        link=page.link(link.attributes.get("href") if link else None),
    )


def _stars(page: Page, node: LexborNode) -> Rating | None:
    stars = page.inside(node, ".stars")
    classes = (stars.attributes.get("class") or "") if stars is not None else ""
    if found := _STARS.search(classes):
        return Rating(value=int(found[1]), out_of=5)
    drawn = page.inside(node, "img.rating")
    alt = (drawn.attributes.get("alt") or "") if drawn is not None else ""
    if alt and len(alt) <= 5 and not alt.strip("*"):
        return Rating(value=len(alt), out_of=5)
    word = (
        clean_line(alt)
        if "odpad" in alt.casefold()
        else line(page.inside(node, ".star-rating .trash, .trash, strong.rating"))
    )
    return Rating(value=0, out_of=5, written=word or Plain("odpad!")) if word or "trash" in classes.split() else None


def _trivia(node: LexborNode) -> Trivia | None:
    spoiler = node.css_first(".spoiler") is not None
    take_out(node.css("header, .author, .article-header"))
    text = without_end(_CREDIT, paragraphs(node), ")")
    return (
        Trivia(topic=Plain("Zajímavosti"), text=Plain(text), spoiler=spoiler or announces_spoilers(text))
        if text
        else None
    )


def _left(page: Page, reviews: int, trivia: int) -> Iterator[Yield]:
    for heading in page.all("h2"):
        text = line(heading)
        total = _COUNT.search(text)
        number = counted(total[1]) if total else 0
        if text.startswith(("Recenze", "Recenzie", "Komentáře", "Komentáre")) and number > reviews:
            yield page.remark(f"The site had {number} reviews; this page holds {reviews} of them")
        elif text.startswith(("Zajímavosti", "Zaujímavosti")) and number > trivia:
            yield page.remark(f"The site had {number} pieces of trivia; this page holds {trivia} of them")


def _member(page: Page) -> Iterator[Yield]:
    """Yield the films of a member's reviews or ratings, or of another list."""
    if page.signs.path.startswith(("/tvurce/", "/tvorca/")):
        yield page.remark("A ČSFD page about a person; nothing was taken")
        return
    of = _MEMBER.search(page.signs.path)
    member = line(page.first("h1")) if of else Plain("")
    found = reviewed = 0
    for node in page.all("article, tr, li.film"):
        if (extract := _listed(page, node, member)) is not None:
            found += 1
            reviewed += len(extract.reviews)
            yield extract
    if reviewed:
        yield page.remark(f"Reviews by {member} of {reviewed} films, as many as the page shows")
    else:
        yield page.remark(f"This page lists {found} films" if found else "A ČSFD page about no film; nothing was taken")


def _listed(page: Page, node: LexborNode, member: Plain) -> Extract | None:
    name = page.inside(node, ".film-title-name, h3 a[href*='/film/']")
    where = _FILM.search((name.attributes.get("href") or "") if name is not None else "")
    if name is None or where is None:
        return None
    draft = Draft()
    draft.id("csfd", where[1])
    draft.line("title", line(name))
    year = re.search(r"(?<!\d)(?:18|19|20)\d\d(?!\d)", line(page.inside(node, ".film-title-info, .info")))
    draft.number("year", int(year[0]) if year else 0)
    review = _review(page, node) if member else None
    if review is not None:
        return page.extract(draft, [replace(review, author=member)])
    stars = _stars(page, node) if member else None
    draft.rating(replace(stars, by=f"csfd:{member}") if stars else None)
    return page.extract(draft)


READER = CsfdPage()
