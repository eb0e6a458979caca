"""IMDb's page of one title as markup: the reference view of 2012, microdata of 2016, the pages of 2020 and 2022.

Facts are taken from what says most surely what it is (JSON-LD, microdata, `data-testid`), then by their labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating, Remark, Review, Trivia
from tui.readers.html import imdb_reviews, jsonld, labels, microdata
from tui.readers.html.cutting import take_out
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.selectors import Part
from tui.readers.html.text import line, paragraphs, paragraphs_of, without_end
from tui.text.dates import parse_date
from tui.text.durations import find_minutes
from tui.text.ratings import find_rating, find_votes, parse_rating

_BLOCKS = (
    ".info, .txt-block, #titleDidYouKnow .text-block, #titleStoryLine .canwrap, .credit_summary_item, "
    "li[data-testid^=title-details], li[data-testid^=storyline], li[data-testid^=title-techspec], "
    "li[data-testid=title-pc-principal-credit], .titlereference-overview-section, tr:has(.ipl-zebra-list__label)"
)
_MEANS = {
    "releasedate": "release date", "origin": "country", "languages": "language", "akas": "also known as",
    "taglines": "tagline", "genres": "genre", "certificate": "certificate", "runtime": "runtime", "trivia": "trivia",
    "goofs": "goofs", "quote": "quotes", "quotes": "quotes", "crazycredits": "crazy credits",
    "connections": "connections", "movieconnections": "connections", "alternateversions": "alternate versions",
    "soundtrack": "soundtrack",
}  # fmt: skip
"""What a block is by its mark, which is the same in every language that a page is shown in."""
_PART = re.compile(r"/title/tt\d+/(\w+)")
_MORE = re.compile(r"\s*(?:See (?:more|all)|Full (?:summary|synopsis)|Learn more)\b[^\n]*$", re.IGNORECASE)
_ORIGINAL = re.compile(r"\s*\(original title\).*$", re.IGNORECASE)
_WRITTEN_BY = re.compile(r"\s*(?:Written by|—)\s*[^\n]{1,120}$")
_TRIVIA = {
    "trivia": "Trivia", "goofs": "Goofs", "quotes": "Quotes", "crazy credits": "Crazy credits",
    "alternate versions": "Alternate versions", "connections": "Connections", "movie connections": "Connections",
    "soundtracks": "Soundtracks", "soundtrack": "Soundtracks",
}  # fmt: skip
_NAMING = (
    "/name/", "/genre", "genres=", "/Genres/", "/country/", "country_of_origin", "/language/", "primary_language",
    "/company/",
)  # fmt: skip
_MANY = frozenset({"directors", "writers", "cast", "genres", "countries", "languages"})
_NOT_FACTS = re.compile(
    r"(?:user rating|your rating|moviemeter|contact|newsdesk|user reviews|parents? guide|official sites?|"
    r"message boards|frequently asked|opinion|seasons|years|awards?|color|sound mix|aspect ratio|show detailed)",
    re.IGNORECASE,
)


def read(page: Page, draft: Draft) -> tuple[list[Review], list[Trivia], list[Remark]]:
    """Return reviews and trivia of a title page, its facts put into the draft."""
    top = page.content.part("#title-overview-widget")  # of 2011 to 2020: a tenth of the page
    _heading(page, top, draft)
    _told(page, top, draft)
    _under_heading(top, draft)
    _ratings(top, draft)
    trivia: list[Trivia] = []
    for label, text, parts in _labelled(page):
        topic = _TRIVIA.get(label.casefold().rstrip(":"))
        if topic:
            trivia.append(Trivia(topic=Plain(topic), text=Plain(text)))
        elif labels.field_of(label) == "synopsis":
            draft.text("synopsis", text)
        elif not _NOT_FACTS.match(label):
            labels.put(draft, label, text, parts, keep=True)
    cast(page, draft)
    reviews = _reviews(page)
    for film in jsonld.films(page)[:1]:
        jsonld.describe(draft, film, by="imdb")
        reviews = reviews or jsonld.reviews(page, film)
    trivia += list(_cards(page))
    return reviews, trivia, []


def credits(page: Page, draft: Draft) -> tuple[list[Review], list[Trivia], list[Remark]]:  # noqa: A001 - IMDb's name
    """Take the people from a page of full credits."""
    for table in page.all("table.simpleCreditsTable"):
        heading = _heading_before(table)
        labels.put(draft, re.sub(r"\s*\(.*", "", line(heading)), "", [line(cell) for cell in table.css("td.name")])
    for table in page.all("#tn15content table:not(.cast):has(h5)"):
        names = [line(link) for link in table.css("td:first-child a[href*='/name/nm']")]
        labels.put(draft, line(table.css_first("h5 a.glossary")) or line(table.css_first("h5")), "", names)
    for node in page.all("[data-testid^=sub-section-]:has([data-testid=name-credits-list-item])"):
        field = labels.field_of((node.attributes.get("data-testid") or "").removeprefix("sub-section-"))
        rows = node.css("[data-testid=name-credits-list-item]")
        if field in {"directors", "writers", "cast"}:
            draft.names(field, [line(row.css_first("a[href*='/name/']")) for row in rows])
        if field == "cast":
            draft.names("characters", [line(row.css_first("a[href*='/characters/']")) for row in rows])
    cast(page, draft)
    return [], [], []


def cast(page: Page, draft: Draft) -> None:
    """Take actors and their characters from the cast table or the cast cards."""
    rows = page.all("table.cast_list tr, table.cast tr, [data-testid=title-cast-item]")
    names, characters = [], []
    for row in rows:
        name = line(page.inside(row, "td.nm, td[itemprop=actor], [data-testid=title-cast-item__actor]"))
        if not name:
            name = next((text for link in row.css("a[href*='/name/nm']") if (text := line(link))), Plain(""))
        character = line(
            page.inside(
                row,
                "td.char, td.character, [data-testid=cast-item-characters-link], .title-cast-item__characters-list",
            )
        )
        names.append(name)
        characters.append(next(iter(labels.split_names(character)), ""))
    if any(names):
        draft.fields.pop("cast", None)  # the table says more than the stars of the heading
    draft.names("cast", names)
    draft.names("characters", characters)


def _heading(page: Page, top: Part, draft: Draft) -> None:
    films = jsonld.films(page)
    named = jsonld.string(films[0].get("name")) if films else None
    heading = top.first(
        ".title_wrapper h1", "#tn15title h1", "h1[itemprop=name]", "h1[data-testid^=hero]", "h1.header", "h1"
    )
    original = _original(top)
    take_out(heading.css(".title-extra, .pro-link") if heading is not None else [])
    shown = _own_title(heading)
    if named and shown.title and named != shown.title:
        draft.line("title", named)
        draft.names("other_titles", [shown.title], more=True)
    draft.line("title", shown.title)
    draft.number("year", shown.year)
    if original and shown.title != original:
        draft.line("original_title", original)


def _original(top: Part) -> str:
    """Return what the page calls the original title: «Hafen (original title)», «Original title: Hafen»."""
    places = ".originalTitle, .title-extra, [data-testid=hero-title-block__original-title], h1[data-testid^=hero] ~ div"
    for node in top.all(places):
        text = line(node)
        label, _, value = text.partition(":" if ":" in text else "：")
        if len(text) < 300 and (_ORIGINAL.search(text) or labels.field_of(label) == "original_title"):
            return (value or _ORIGINAL.sub("", text)).strip(' "“”')
    marked = top.first(".titlereference-original-title-label")
    return (marked.prev.text() or "").strip() if marked is not None and marked.prev is not None else ""


def _told(page: Page, top: Part, draft: Draft) -> None:
    """Take the summary under the heading and the longer storyline, which says all where the summary was cut."""
    summary = top.first(".summary_text", "[data-testid^=plot-]", "p[itemprop=description]")
    take_out(summary.css("a[href*=plotsummary], a[href*=synopsis]") if summary is not None else [])
    short = _without_more(paragraphs(summary)).strip(" »\u00a0")
    story = page.first("#titleStoryLine .canwrap p", "[data-testid=storyline-plot-summary]")
    long = without_end(_WRITTEN_BY, paragraphs(story), "Written by", "—")
    cut = short.removesuffix("...").removesuffix("…").strip()
    if cut != short and long.startswith(cut):
        short = long
    draft.text("synopsis", short)
    if long != short:
        draft.note("storyline", long)


def _under_heading(top: Part, draft: Draft) -> None:
    for item in top.all("h1[data-testid^=hero] ~ ul li, [data-testid=hero-title-block__metadata] li"):
        text = line(item)
        draft.number("runtime_minutes", find_minutes(text) or 0)
        link = item.css_first("a[href*=certificates], a[href*=parentalguide]")
        draft.line("certificate", (line(link) or text) if link is not None else "")
    chips = top.all("[data-testid=interests] .ipc-chip__text, [data-testid=genres] .ipc-chip__text")
    draft.names("genres", [line(chip) for chip in chips])
    _reference_head(top, draft)
    meta = top.first(".subtext", ".title_wrapper", ".infobar")
    if meta is None:
        return
    certificate = meta.css_first("[itemprop=contentRating]")
    drawn = meta.css_first("img[alt][title]")
    first = line(meta).split("|")[0].strip()
    draft.line(
        "certificate",
        (certificate.attributes.get("content") if certificate else "")
        or (drawn.attributes.get("title") if drawn else "")
        or (first if len(first) < 12 and not find_minutes(first) else ""),
    )
    draft.number("runtime_minutes", find_minutes(line(meta)) or 0)
    draft.names("genres", [line(one) for one in meta.css("[itemprop=genre], a[href*='genre']")])
    published = meta.css_first("[itemprop=datePublished]")
    draft.released(parse_date((published.attributes.get("content") or "") if published else ""))


def _reference_head(top: Part, draft: Draft) -> None:
    """Take what the reference view of 2018 and later says in the row under its heading, and its outline."""
    head = top.first(".titlereference-header")
    if head is None:
        return
    for place, item in enumerate(head.css("li")):
        text = line(item)
        draft.number("runtime_minutes", find_minutes(text) or 0)
        draft.names("genres", [line(link) for link in item.css("a[href*='/genre/']")])
        if item.css_first("a[href*=releaseinfo]") is not None:
            draft.released(parse_date(text.split("(")[0]))
        elif place == 0 and item.css_first("a") is None and not find_minutes(text):
            draft.line("certificate", text)
    outline = top.first(".titlereference-section-overview > div:first-child")
    draft.text("synopsis", paragraphs(outline) if outline is not None and not outline.attributes.get("class") else "")
    score, votes = head.css_first(".ipl-rating-star__rating"), head.css_first(".ipl-rating-star__total-votes")
    rated = parse_rating(line(score), scale=10, by="imdb")
    if rated:
        draft.rating(
            Rating(value=rated.value, out_of=10, by="imdb", votes=imdb_reviews.count(line(votes).strip("()")) or None)
        )


class _Shown:
    """Title and year of a heading."""

    def __init__(self, title: str, year: int | None) -> None:
        self.title, self.year = title, year


def _own_title(heading: LexborNode | None) -> _Shown:
    from tui.text.titles import split_year

    text = re.sub(r"\s*More at IMDbPro.*$", "", line(heading))
    found = split_year(text.strip())
    return _Shown(found.title.strip('" '), found.year)


def _ratings(top: Part, draft: Draft) -> None:
    box = top.first(
        ".imdbRating",
        "#tn15rating .general .starbar-meta",
        "[data-testid=hero-rating-bar__aggregate-rating__score]",
        ".star-box-giga-star",
    )
    text = line(box)
    found = find_rating(text)
    if box is not None and found:
        count = line(box.css_first("[itemprop=ratingCount]"))
        votes = find_votes(text[found.end :]) or imdb_reviews.count(count) or _beside(box)
        draft.rating(Rating(value=found.rating.value, out_of=found.rating.out_of, by="imdb", votes=votes))
    marked = top.first("[itemprop=aggregateRating]")
    if marked is not None:
        draft.rating(jsonld.aggregate(microdata.item(marked), by="imdb"))
    metascore = top.first(
        ".metacriticScore span",
        ".metacriticScore",
        ".metacritic-score-box",
        ".score-meta",
        "[data-testid=critic-score]",
        ".star-box-details a[href^=criticreviews]",
    )
    draft.rating(parse_rating(line(metascore), scale=100, by="metascore"))


def _beside(box: LexborNode) -> int | None:
    """Return the votes that stand in a box of their own behind the score: «12K»."""
    node = box.next
    while node is not None:
        if votes := imdb_reviews.count(line(node)):
            return votes
        node = node.next
    return None


def _labelled(page: Page) -> Iterator[tuple[str, str, list[str]]]:
    """Yield label, text and marked values of each labelled block."""
    for block in page.all(_BLOCKS):
        head = page.inside(block, "h5, h4, .ipc-metadata-list-item__label, b, .ipl-zebra-list__label")
        mark = (block.attributes.get("data-testid") or "").lower()
        label = _MEANS.get(re.split("[-_]", mark)[-1]) or line(head) or line(block).partition(":")[0]
        if not label or (head is None and "titlereference" not in (block.attributes.get("class") or "")):
            continue
        take_out(page.all_inside(block, "a.tn15more, .see-more, .nobr[href], a[href*='ref_=tt_trv'][class]"))
        body = (
            page.inside(
                block,
                ".info-content, .ipc-metadata-list-item__content-container, .ipc-metadata-list-item__list-content",
            )
            or block
        )
        heading = (head.html or "\0") if head is not None else f"{label}:"
        whole = paragraphs_of((body.html or "").replace(heading, "", 1))
        text = "\n".join(
            part for row in whole.split("\n") if (part := _without_more(row).strip(" »|\u00a0")) or not row
        )
        links = _name_links(body) if labels.field_of(label) in _MANY else []
        yield label, text.strip(), [name for link in links if (name := line(link)) and not name.startswith("(")]


def _without_more(row: str) -> str:
    """Return a line without «See more»; most hold no such word, which is seen far sooner than where it would end."""
    folded = row.lower()
    return _MORE.sub("", row) if any(word in folded for word in ("see ", "full s", "learn")) else row


def _name_links(node: LexborNode) -> list[LexborNode]:
    """Return the links that name people, genres, countries, languages or companies."""
    return [link for link in node.css("a[href]") if any(part in (link.attributes["href"] or "") for part in _NAMING)]


def _reviews(page: Page) -> list[Review]:
    found = imdb_reviews.single(page)
    cards = page.all("[data-testid=review-featured], [data-testid=review-card-parent]")
    for header in page.all("[data-testid=review-featured-header]"):  # who wrote it stands below the card
        if header.parent is not None and header.parent.parent is not None:
            cards.append(header.parent.parent)
    made = [found, *(imdb_reviews.card(page, card) for card in cards)]
    return [one for one in made if one is not None]


def _cards(page: Page) -> Iterator[Trivia]:
    """Yield the «did you know» items of the layouts since 2021, where they stand in markup only."""
    for item in page.all("li[data-testid^=title-dyk], [data-testid=did-you-know] li, [data-testid=DidYouKnow] li"):
        mark = (item.attributes.get("data-testid") or "").rpartition("-")[2].lower()
        head = item.css_first(".ipc-metadata-list-item__label")
        leads = _PART.search((head.attributes.get("href") or "") if head is not None else "")
        label = _MEANS.get(mark) or (_MEANS.get(leads[1]) if leads else None) or line(head)
        text = paragraphs(item.css_first(".ipc-html-content-inner-div"))
        if text and (topic := _TRIVIA.get(label.casefold())):
            yield Trivia(topic=Plain(topic), text=Plain(text.replace("\n\n", "\n")) if topic == "Quotes" else text)


def _heading_before(node: LexborNode) -> LexborNode | None:
    before = node.prev
    while before is not None and before.tag not in {"h4", "h3", "h2"}:
        before = before.prev
    return before
