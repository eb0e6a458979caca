"""Every other saved page: a film's data sheet, a review, a list of films, an article; by what it holds.

Structured data (JSON-LD, microdata) is believed first. What remains is the main content, read as a review where
the page says that it is one, else as the text of an article by the reader that such a text would have found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

import msgspec
from selectolax.lexbor import LexborNode

from tui.errors import DocumentError
from tui.models import Extract, Plain, Review, Trivia
from tui.readers.base import Match, Reader, Yield
from tui.readers.document import Document
from tui.readers.html import by_text, cards, film_lists, jsonld, microdata, rankings, review_page, sheet, wikipedia
from tui.readers.html.article import Article, article, headline, is_closing
from tui.readers.html.draft import Draft
from tui.readers.html.film_sheet import card_year, described, is_card, labelled, marked, on_card, people, shown
from tui.readers.html.indexes import is_index, says_little
from tui.readers.html.page import Page
from tui.readers.html.places import placed, spanning
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, line_of
from tui.readers.html.titling import film_title, reviewed_film
from tui.readers.html.veils import Veils
from tui.text.comparing import squash
from tui.text.titles import split_year

_SITES = ("imdb", "rotten_tomatoes", "letterboxd", "csfd", "wikipedia")
_TEXT_READERS = ("film_page", "article", "loose_review")
"""Those that a main content may be for."""
_OF_VIEWERS = re.compile(r"\b(?:user|viewer|member|audience|customer)s?['’]?\s+reviews\b|レビュー|影评", re.IGNORECASE)
_OF_TRIVIA = re.compile(
    r"\b(?:trivia|goofs|(?:fun|interesting) facts|did you know|zajímavosti|ciekawostki|curiosidades|curiosità"
    r"|anecdotes|wissenswertes|интересные факты)\b|豆知識|トリビア|花絮",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:.{0,60}\n+)?(?:we (?:value|respect|care about) your privacy|we (?:and our|use).{0,60}\b(?:partners|cookies)"
    r"|(?:this|our) (?:web)?site uses cookies|wir (?:verwenden|nutzen) cookies|nous utilisons des cookies"
    r"|usamos cookies|utilizziamo i cookie|používáme cookies)",
    re.IGNORECASE,
)
_SHORT_TEXT = 1500
_MOST_TIMES = 2
_OPENING = 500
"""Characters of a page's body in which the text of a file begins."""
_SHORTEST_UNNAMED = 600
"""Characters of a text that names no film and nobody who wrote it: what is shorter is a site's message."""
_LONGEST_QUOTED = 80
_LEAST_TEXT = 40
"""Characters below which a page's main content is none."""


class AnyPage(SiteReader):
    """Reads saved web pages of no known site."""

    name = "web-page"
    title = "Web page"

    def knows(self, found: Signs) -> Match:
        """Take every page that no other reader knows better."""
        return Match(0.6, f"a web page saved from {found.host}" if found.host else "a web page")

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield what the page says, with what it veils flagged."""
        veils = Veils(page)
        for told in self._told(page):
            yield by_text.unlabelled(page, veils.flagged(told)) if isinstance(told, Extract) else told

    def _told(self, page: Page) -> Iterator[Yield]:
        """Yield what the page says, in the first way that it can be said."""
        for site in _sites():
            if site.knows(page.signs).sure >= 0.8:
                yield from site.pages(page)
                return
        if text := _only_text(page):
            yield from by_text.plain(page, text)
            return
        if copied := _encyclopedic(page):
            yield from copied
            return
        marked = microdata.things(page)
        films = [film for film in jsonld.films(page) if film.get("name")]
        films = films or [one for one in marked if jsonld.is_a(one, jsonld.FILM_TYPES) and one.get("name")]
        said = jsonld.things((*page.data, *marked))
        reviewed = next((thing for thing in said if jsonld.is_a(thing, jsonld.REVIEW_TYPES)), None)
        if len(films) == 1:
            yield _with_trivia(page, described(page, films[0]))
        elif len(films) > 1:
            yield from _listed(page, film_lists.items(page))
        elif several := film_lists.reviewed(page):
            yield from _listed(page, several)
        elif reviewed is not None and (extract := review_page.described(page, article(page), reviewed)):
            yield extract
        elif listed := film_lists.tables(page) or film_lists.linked(page):
            yield from _listed(page, listed)
        else:
            yield from _content(page)


def _sites() -> Iterator[SiteReader]:
    for name in _SITES:
        yield import_module(f"tui.readers.html.{name}").READER


def _with_trivia(page: Page, extract: Extract) -> Extract:
    """Return what a page's data says of a film with the items of the page, where it is one of trivia."""
    if extract.trivia or not _OF_TRIVIA.search(headline(page)):
        return extract
    told = tuple(_once(fact for one in _as_text(page, article(page)) for fact in one.trivia))
    source = spanning(page.source.sha256, (*extract.reviews, *told))
    return msgspec.structs.replace(extract, trivia=told, source=source)


def _once(told: Iterable[Trivia]) -> Iterator[Trivia]:
    """Yield facts but those that a page repeats, which are what stands below each of them to be pressed."""
    facts = list(told)
    times = Counter(fact.text for fact in facts)
    return (fact for fact in facts if times[fact.text] <= _MOST_TIMES)


def _encyclopedic(page: Page) -> tuple[Yield, ...]:
    """Return the film of an encyclopedia's article on a site that copies them; nothing for any other page."""
    root = page.first("main", "#content", "body") if page.has("infobox") else None
    if root is None or page.first(wikipedia.BOXES) is None:
        return ()
    return wikipedia.film_article(page, root, headline(page))


def _only_text(page: Page) -> str:
    """Return the text of a page that is nothing but a text file which a browser showed."""
    if "<pre" not in page.text[page.body_at : page.body_at + _OPENING]:
        return ""
    inside = list(page.tree.body.iter()) if page.tree.body is not None else []
    return inside[0].text() if len(inside) == 1 and inside[0].tag == "pre" else ""


def _listed(page: Page, films: list[Extract]) -> Iterator[Yield]:
    yield from films
    yield page.remark(f"This page lists films: {len(films)} were taken, each with what is said of it in one row")


def _content(page: Page) -> Iterator[Yield]:
    titles = (headline(page), line_of(page.meta("og:title")), line_of(page.signs.title))
    reviewed = not is_card(page) and any(reviewed_film(one) for one in titles if not _OF_VIEWERS.search(one))
    if not reviewed and (other := jsonld.other_thing(page)):
        yield page.remark(f"This page says of itself that it is about «{other}», which is no film; nothing was taken")
        return
    of_trivia = _OF_TRIVIA.search(titles[0]) is not None
    extract = None if reviewed or of_trivia else _film_page(page)
    if extract is not None and not (says_little(extract.facts) and is_index(page, page.as_text.text)):
        told = cards.reviews(page, talk=True) or cards.signed(page)
        yield from _each(page, told) or [_with_cards(page, extract, told)]
        yield from cards.hidden(page)
        return
    content = article(page)
    if len(content.text) < _SHORT_TEXT and _CONSENT.match(content.text):
        yield page.remark("Only a question for consent was saved, no text of the page; nothing was taken")
        return
    if content.cut:
        yield page.remark("The page holds only the beginning of its text: the site asked to sign in for the rest")
    if found := list(_reviews_pages(page, content, reviewed=reviewed)):
        yield from found
        yield from cards.hidden(page)
    elif not reviewed and not of_trivia and (extract := labelled(page, content)):
        yield extract
    elif not reviewed and is_index(page, content.text):
        yield page.remark("This page lists articles and holds no more of them than how they begin; nothing was taken")
    elif len(content.text) >= _LEAST_TEXT:
        yield from _prose(page, content)
    elif listed := by_text.article(page, ""):
        yield listed
    else:
        yield page.remark("No text of an article or review was found on this page; nothing was taken")


def _prose(page: Page, content: Article) -> Iterator[Yield]:
    """Yield what the main content of a page says: a ranking's films, a review, an article."""
    if ranked := rankings.films(page, content):
        yield from ranked
        yield page.remark(
            f"«{content.title}» goes through {len(ranked)} films: what it says of each was taken as a review"
        )
        return
    film = review_page.film_of(page, content)
    if film is not None:
        yield review_page.read(page, content, film)
    else:
        told = [_named(page, _without_closing(page, one)) for one in _as_text(page, content)]
        if len(content.text) < _SHORTEST_UNNAMED and content.author is None and not any(map(_is_signed, told)):
            yield page.remark(f"All that this page says is «{content.text[:_LONGEST_QUOTED]}»; nothing was taken")
        else:
            yield from told


def _named(page: Page, extract: Extract) -> Extract:
    """Return what a film's own page tells with the film that its titles name, where the text names none."""
    if extract.facts.title or not (is_card(page) or _OF_TRIVIA.search(headline(page))):
        return extract
    film, draft = film_title(page), Draft()
    draft.titled(film.title)
    draft.number("year", film.year)
    return msgspec.structs.replace(extract, facts=by_text.filled(draft.build(), extract.facts))


def _is_signed(extract: Extract) -> bool:
    """Say whether an extract tells which film it is about, or who wrote it when with what score."""
    known = extract.facts
    return bool(known.title or known.ids or any(one.author or one.rating or one.date for one in extract.reviews))


def _each(page: Page, told: Sequence[Review]) -> list[Extract]:
    """Return reviews in boxes each with the film that heads it, where most are headed by one of their own."""
    from tui.readers.pages.threads import title_of

    heads = [title_of(one.headline or "") for one in told]
    headed = [split_year(head) for head in heads]
    if 2 * len({film.title for film in headed if film.year}) <= len(told):
        return []
    found = []
    for one, head, film in zip(told, heads, headed, strict=True):
        if film.year:
            draft = Draft()
            draft.titled(head)
            found.append(page.extract(draft, [msgspec.structs.replace(one, headline=None)]))
    return found


def _with_cards(page: Page, extract: Extract, told: list[Review]) -> Extract:
    """Return a page that reads as a film's with the reviews in its boxes, where they are more than its text shows."""
    if not _better(told, extract.reviews):
        return extract
    named = film_title(page)
    draft = Draft()
    draft.line("title", named.title)
    draft.number("year", named.year)
    made = page.extract(Draft(), told)
    known = extract.facts
    if any((one.date or "").startswith(str(known.year)) for one in told):
        known = msgspec.structs.replace(known, year=None)  # the text's first year is a day on which one wrote
        card_year(page, draft)
    scores = {one.rating.value for one in told if one.rating}
    ratings = tuple(one for one in known.ratings if one.by or one.value not in scores)  # the others are the boxes'
    known = msgspec.structs.replace(known, ratings=ratings)
    if known.synopsis and any(known.synopsis in one.text for one in told):
        known = msgspec.structs.replace(known, synopsis=None)
    facts = by_text.filled(draft.build(), known)
    return msgspec.structs.replace(extract, facts=facts, source=made.source, reviews=made.reviews)


def _better(told: Sequence[Review], known: Sequence[Review]) -> bool:
    """Say whether reviews in boxes say more than those that the text shows, or that took each apart into many."""
    if len(known) > 2 * len(told):
        return len(told) > 1
    if len(told) > 1 and not any(one.author for one in known):
        return _parts(told) >= _parts(known)  # all boxes say who wrote them
    return len(told) >= len(known) and bool(told) and _parts(told) >= _parts(known)


def _parts(told: Sequence[Review]) -> int:
    """Return how much is known of reviews: who wrote them when, with what score and headline."""
    return sum(value is not None for one in told for value in (one.author, one.rating, one.date, one.headline))


def _reviews_pages(page: Page, content: Article, *, reviewed: bool) -> Iterator[Extract]:
    """Yield the reviews in boxes: of the film that the page's titles name, or each of the film that heads it."""
    told = cards.reviews(page) or (cards.lone(page) if reviewed else [])
    article_alone = content.described or page.meta("og:type") == "article"
    posts = [] if told or article_alone else cards.reviews(page, talk=True)
    own = squash(content.text)
    for one in posts:
        own = own.replace(squash(one.text), "")
    if 2 * len(own) > 3 * sum(len(squash(one.text)) for one in posts):
        posts = []  # what they talk about is the page's own text
    if reviewed and not any(split_year(one.headline or "").year for one in told or posts):
        posts = []
    told = told or posts
    if several := _each(page, told):
        yield from several
        return
    named = film_title(page)
    heads = [squash(one.headline) for one in posts if one.headline]
    if 2 * len(heads) > len(told) and 2 * sum(squash(named.title) in head for head in heads) < len(heads):
        return  # a list of articles, each with a heading of its own
    if told and named.title:
        draft = Draft()
        draft.line("title", named.title)
        draft.number("year", named.year)
        card_year(page, draft)
        draft.add(sheet.facts(page))
        shown(page, draft)
        yield page.extract(draft, told)


def _film_page(page: Page) -> Extract | None:
    """Return a page about one film whose text reads as one, its labelled values before what the text says."""
    if page.meta("og:type") == "article":
        return None
    told = by_text.film_page(page)
    if told is None or not told.facts.title:
        return None
    told = msgspec.structs.replace(told, reviews=tuple(one for one in told.reviews if not cards.is_notice(one.text)))
    draft = sheet.facts(page, sure=True)
    titles = (headline(page), line_of(page.meta("og:title")), line_of(page.signs.title))
    if not any(squash(str(told.facts.title)) in squash(one) for one in titles):
        draft.line("title", film_title(page).title)
    card_year(page, draft)
    people(page, draft)
    marked(page, draft)
    shown(page, draft)
    whole, short = line_of(page.meta("og:description")), (told.facts.synopsis or "").rstrip(".… ")
    if short and whole.startswith(short) and len(whole) > len(told.facts.synopsis or ""):
        draft.text("synopsis", whole)
    if not short and not told.facts.plot:
        draft.text("synopsis", on_card(page))
    return msgspec.structs.replace(told, facts=by_text.filled(draft.build(), told.facts))


def _without_closing(page: Page, extract: Extract) -> Extract:
    """Leave out what is set under an article, and items that are links to others."""
    links = {text for item in page.all("article li, main li") if _is_link(item) and (text := line(item))}
    told = [one for one in _once(extract.trivia) if one.text not in links or one.text[-1] in ".!?"]
    while told and is_closing(told[-1].text):
        told.pop()
    if len(told) == len(extract.trivia):
        return extract
    source = spanning(page.source.sha256, (*extract.reviews, *told))
    return msgspec.structs.replace(extract, trivia=tuple(told), source=source)


def _is_link(item: LexborNode) -> bool:
    link = item.css_first("a[href]")
    return link is not None and line(link) == line(item)


def _as_text(page: Page, content: Article) -> Iterator[Extract]:
    """Yield what the readers of plain text make of the content; its citations are the page's."""
    if told := by_text.article(page, content.text):
        yield told
        return
    document = Document.of_bytes(f"{page.name}.md", content.markdown.encode())
    said_to_be = page.meta("og:type") == "article" or content.described
    reader = _text_reader(document, content, ("article",) if said_to_be else _TEXT_READERS)
    try:
        found = list(reader.read(document)) if reader is not None else []
    except DocumentError:
        found = []
    extracts = [one for one in found if isinstance(one, Extract) and (one.reviews or one.trivia or one.facts.synopsis)]
    for one in extracts:
        title = Plain((one.facts.title or "").strip("‘’“”\"' ")) or None
        reviews = placed(page.places, page.source.sha256, one.reviews)
        trivia = placed(page.places, page.source.sha256, one.trivia)
        yield msgspec.structs.replace(
            one,
            facts=msgspec.structs.replace(one.facts, title=title),
            source=spanning(page.source.sha256, (*reviews, *trivia)),
            reviews=reviews,
            trivia=trivia,
        )
    if not extracts:
        yield page.extract(Draft(), [], list(_by_heading(content)))


def _text_reader(document: Document, content: Article, names: Sequence[str]) -> Reader | None:
    """Return the reader of text that a content is most surely for; one that alone may read it is asked in doubt."""
    known: list[Reader] = [import_module(f"tui.readers.{name}").READER for name in names]
    if len(known) == 1 and content.title and sum(not block.level for block in content.blocks) > 1:
        return known[0]
    sure, best = max(((reader.match(document).sure, reader) for reader in known), key=lambda one: one[0])
    return best if sure > 0 else None


def _by_heading(content: Article) -> Iterator[Trivia]:
    topic: Plain | None = None
    for block in content.blocks:
        if block.level:
            topic = block.text
        else:
            yield Trivia(topic=topic, text=block.text)


READER = AnyPage()
