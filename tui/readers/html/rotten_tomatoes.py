"""Rotten Tomatoes: film pages and review pages of 2018 to 2026, charts and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating, Review, Trivia
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.html import jsonld, labels, rotten_lists, sheet
from tui.readers.html.cutting import take_out
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page, parse_json
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, line_of, paragraphs, without_end, without_start
from tui.text.dates import Order, find_date, parse_date
from tui.text.durations import find_minutes
from tui.text.numerals import counted
from tui.text.ratings import find_grade, find_rating, parse_rating
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

_TITLE_PATH = re.compile(r"^/(?:m|tv)/([\w-]+)")
_SYNOPSES = (
    "#movieSynopsis",
    "[data-qa=movie-info-synopsis]",
    "[data-qa=synopsis-value]",
    "#movie-info [slot=description]",
    "[slot=description] rt-text",
    "[slot=description] [slot=content]",
)
_FACTS = ".meta-row, .info-item, .category-wrap, .movie_info p"
_CAST = "[data-qa=person-item], [data-qa=cast-crew-item], .cast-item, #cast-info li, [itemprop=actors]"
_CRITICS = (
    ".review-row, .review_table_row:not(:has(.user_review)), li.quote_bubble, review-speech-balloon, "
    "media-review-card-critic, review-card-critic, review-card:has([slot=publication])"
)
_AUDIENCE = (
    ".review_table_row:has(.user_review), .mop-audience-reviews__review-item, .audience-reviews__item, "
    ".audience-review-row, media-review-card-audience, review-card-audience, review-card:not(:has([slot=publication]))"
)
_SURE_TEXT = "[data-qa=review-quote], [data-qa=review-text], [slot=review] [slot=content]"
_TEXT = (
    ".review-text, .the_review, blockquote p, [slot=review-quote], "
    "[slot=review], [slot=content], .reviewsnippet p, .review_quote p, .quote_contents p"
)
_NAME = (
    ".display-name, .critic-name a, .quote_bubble__cite-author, [slot=display-name], [slot=displayName], [slot=name], "
    "[data-qa=review-critic-link], .criticinfo strong a, .critic > a, .critic_name > a, "
    ".critic-info a[href*='/critic/'], .quote_source a.name, .quote_media > a"
)
_PUBLICATION = (
    ".publication, .critic-publication, cite > a:not(.quote_bubble__cite-author), [slot=publication], "
    "[slot=publicationName], [slot=publication-name], [data-qa=review-publication], .criticinfo em, .critic em, "
    ".critic_name em, .quote_media em"
)
_FULL = "a[href^=http][target=_blank], a.full-url, [slot=review-link], [slot=editorialUrl]"
_WHERE = "[slot=info], .scoreboard__info, [slot=metadataProps], [slot=metadata-prop], .sidebar ul, [class*=sidebar] ul"
_SCORE = re.compile(r"(?<![\d/])(\d(?:\.\d)?/\d{1,2}|\b[A-F][+-]?)(?![\w/])")
_HEADED = re.compile(r"Synopsis\s*")
_ROVI = re.compile(r"\s*~\s*[\w .'-]{3,40},\s*Rovi\s*$")
_AMERICAN: Order = "mdy"
_OF_CREW = frozenset({"Director", "Producer", "Executive Producer", "Screenwriter", "Writer", "Creator"})
_NOBODY = "NA"
"""How the site names a critic whom it does not know."""
_BEGINNING = 40
"""Characters of a review by which its card is found."""
_COUNT = re.compile(r"([\d,]+)\+?\s*(?:verified |user )?(?:ratings?|reviews?)?", re.IGNORECASE)


class RottenTomatoesPage(SiteReader):
    """Reads saved Rotten Tomatoes pages."""

    name = "rotten-tomatoes"
    title = "Rotten Tomatoes page"

    def knows(self, found: Signs) -> Match:
        """Say whether the page is from Rotten Tomatoes."""
        if found.is_from("rottentomatoes.com"):
            return Match(0.97, f"saved from {found.host}{found.path}"[:120])
        return Match(0.9, "its title names Rotten Tomatoes") if "Rotten Tomatoes" in found.title else NOT_MINE

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield the film that the page is about, or the films that it lists."""
        films = [film for film in jsonld.films(page) if film.get("name")]
        where = _TITLE_PATH.match(page.signs.path)
        if where is None and len(films) != 1:
            listed = rotten_lists.films(page)
            yield from listed
            found = (
                f"It lists films: {len(listed)} were taken with title, year and rating"
                if listed
                else "No film was found on it"
            )
            yield page.remark(f"A Rotten Tomatoes page that is not about one film. {found}")
            return
        draft = Draft()
        page.narrow("#mainColumn")
        if where:
            draft.id("rottentomatoes", where[1])
        _card(page, draft)
        _facts(page, draft)
        if "directors" not in draft:
            draft.add(sheet.facts(page))
        draft.line("certificate", line(page.first("[itemprop=contentRating]")))
        draft.number("runtime_minutes", find_minutes(line(page.first("time[itemprop=duration]"))) or 0)
        _scorecard(page, draft)
        if films:
            jsonld.describe(draft, films[0], by="tomatometer")
        _scores(page, draft)
        _cast(page, draft)
        _year(draft, where[1] if where else "")
        draft.number("year", next(jsonld.years(films[0]), 0) if films else 0)
        reviews = list(_scored(page, jsonld.reviews(page, films[0]))) if films else []
        reviews = reviews or [one for node in page.all(_CRITICS) if (one := _critic(page, node))]
        critics = len(reviews)
        reviews += [one for node in page.all(_AUDIENCE) if (one := _viewer(page, node))]
        if draft.fields or reviews:
            yield page.extract(draft, reviews, _consensus(page))
            yield from _left(page, draft, critics, len(reviews))
        else:
            yield page.remark("This page was saved before it showed anything of its film; nothing was taken")


def _left(page: Page, draft: Draft, critics: int, held: int) -> Iterator[Yield]:
    """Yield what the site has and the page does not hold."""
    total = draft.ratings["tomatometer"].votes if "tomatometer" in draft.ratings else None
    if total and total > critics:
        yield page.remark(f"The site counted {total} critics' reviews; this page quotes {critics} of them")
    elif paged := re.fullmatch(r"Page (\d+) of (\d+)", line(page.first(".pageInfo"))):
        yield page.remark(f"This is page {paged[1]} of {paged[2]}; it holds {held} reviews")
    elif page.has("load-more-btn", "load-more-manager"):
        yield page.remark(f"Further reviews were behind «Load more»: this page holds {held}")


def _card(page: Page, draft: Draft) -> None:
    title = re.sub(
        r"\s*(?:[-|]\s*(?:Movie Reviews\s*[-|]\s*)?Rotten Tomatoes|\|.*)\s*$",
        "",
        page.meta("og:title", "twitter:title") or page.signs.title,
    )
    title = re.sub(r"\s*[-|]\s*(?:(?:Movie|Audience|Critics?|All|TV) )*(?:Reviews|Trailers).*$", "", title)
    draft.titled(title if not title.startswith("Rotten Tomatoes") else "")
    heading = split_year(line(page.first("h1")))
    if heading.title == draft.fields.get("title"):
        draft.number("year", heading.year)
    for node in page.all(_WHERE):
        text = line(node)
        found = re.search(r"(?<![\d/])(?:18|19|20)\d\d(?!\d)", text)
        draft.number("year", int(found[0]) if found else 0)
        draft.number("runtime_minutes", find_minutes(text) or 0)
    draft.number("year", _year_in_data(page, str(draft.fields.get("title", ""))))


def _year_in_data(page: Page, title: str) -> int:
    """Return the year that stands beside the film's title in one of the page's pieces of data."""
    if not title or not page.has('"releaseYear"'):
        return 0
    beside = rf'"title"\s*:\s*"{re.escape(title)}"[^{{}}]{{0,600}}?"releaseYear"\s*:\s*"?(\d{{4}})'
    found = re.search(beside, page.text)
    return int(found[1]) if found else 0


def _facts(page: Page, draft: Draft) -> None:
    synopsis = page.first(*_SYNOPSES)
    take_out(synopsis.css("#movieSynopsisMore, #showMore, [slot^=cta], button") if synopsis is not None else [])
    draft.text("synopsis", without_end(_ROVI, without_start(_HEADED, paragraphs(synopsis)), "Rovi"))
    for row in page.all(_FACTS):
        label = page.inside(row, ".meta-label, [data-qa=movie-info-item-label], [data-qa=item-label], dt, b")
        value = page.inside(row, ".meta-value, [data-qa=movie-info-item-value], [data-qa=item-value-group], dd, span")
        name, text = line(label).rstrip(":"), line(value)
        if name.casefold() == "rating":
            draft.line("certificate", text.split("(")[0].strip())
        elif name.casefold() == "runtime":
            draft.number("runtime_minutes", find_minutes(text) or 0)
        elif name and value is not None:
            names = [found for link in value.css("a, [data-qa=item-value]") if (found := line(link))]
            labels.put(
                draft,
                re.sub(r"\s*\(.*\)$", "", name),
                text,
                names if labels.field_of(name) in {"directors", "writers"} else [],
                keep=True,
            )


def _cast(page: Page, draft: Draft) -> None:
    """Take those who play, with what they play; who wrote and directed stands among them."""
    names, characters = [], []
    for node in page.all(_CAST):
        name = line(
            page.inside(node, ".name, [data-qa=person-name], [itemprop=name], span[title]") or page.inside(node, "a")
        )
        role = line(page.inside(node, ".role, [data-qa=person-role], .characters")).removeprefix("as ")
        if name and labels.field_of(role.split(",")[0]) not in {"directors", "writers"} and role not in _OF_CREW:
            names.append(name)
            characters.append(role)
    if names:
        draft.fields.pop("cast", None)  # with roles it says more than the stars of the head
    draft.names("cast", names)
    draft.names("characters", characters)


def _year(draft: Draft, slug: str) -> None:
    """Find the year where the title does not give it: remakes have it in their address, all have a first release."""
    told = re.search(r"_((?:19|20)\d\d)$", slug)
    draft.number("year", int(told[1]) if told else 0)
    draft.number("year", int(str(draft.fields.get("released", "0"))[:4]))


def _scorecard(page: Page, draft: Draft) -> None:
    """Take the scores from the data of the score card, where votes are not rounded."""
    for text in page.scripts("media-scorecard-json"):
        said = parse_json(text)
        for key, by in (("criticsScore", "tomatometer"), ("audienceScore", "rt-audience")):
            score = said.get(key) if isinstance(said, dict) else None
            rated = parse_rating(str(score.get("score", "")), scale=100, by=by) if isinstance(score, dict) else None
            if rated and isinstance(score, dict):
                draft.rating(Rating(value=rated.value, out_of=100, by=by, votes=_counted(score)))


def _counted(score: dict[str, Any]) -> int | None:
    """Return how many judged; `reviewCount` counts those who wrote, too."""
    parts = [score.get(key) for key in ("likedCount", "notLikedCount")]
    whole = score.get("ratingCount")
    known = [part for part in parts if isinstance(part, int)]
    return whole if isinstance(whole, int) else sum(known) if len(known) == len(parts) else None


def _scores(page: Page, draft: Draft) -> None:
    board = page.first("score-board", "score-board-deprecated", "media-scorecard")
    if board is not None:
        for key, by in (("tomatometerscore", "tomatometer"), ("audiencescore", "rt-audience")):
            rated = parse_rating(board.attributes.get(key) or "", scale=100, by=by)
            draft.rating(rated and Rating(value=rated.value, out_of=100, by=by, votes=_votes(page, by)))
    for selector, by in (
        (".mop-ratings-wrap__half:not(.audience-score) .mop-ratings-wrap__percentage", "tomatometer"),
        (".audience-score .mop-ratings-wrap__percentage", "rt-audience"),
        ("#tomato_meter_link .meter-value, .critic-score .meter-value", "tomatometer"),
        (".audience-score .superPageFontColor, .meter.popcorn", "rt-audience"),
        ("#all-critics-meter", "tomatometer"),
        ("rt-text[slot=criticsScore], rt-text[slot=critics-score]", "tomatometer"),
        ("rt-text[slot=audienceScore], rt-text[slot=audience-score]", "rt-audience"),
    ):
        node = page.first(selector)
        rated = parse_rating(line(node), scale=100, by=by)
        if rated:
            votes = _votes(page, by)
            draft.rating(Rating(value=rated.value, out_of=100, by=by, votes=votes))


def _votes(page: Page, by: str) -> int | None:
    where = (
        ".audience-score .mop-ratings-wrap__text--small, [slot=audience-count], [slot=audienceReviews]"
        if by == "rt-audience"
        else ".mop-ratings-wrap__half:not(.audience-score) small, [slot=critics-count], "
        "[slot=criticsReviews], [itemprop~=ratingCount]"
    )
    beside = re.search(
        r"User Ratings:\s*([\d,]+)" if by == "rt-audience" else r"Reviews Counted:\s*([\d,]+)",
        " ".join(line(one) for one in page.all(".critic_stats, .audience-info")),
    )
    found = beside or _COUNT.search(line(page.first(where)).split(":")[-1])
    return counted(found[1]) or None if found else None


def _consensus(page: Page) -> list[Trivia]:
    text = paragraphs(
        page.first(
            ".mop-ratings-wrap__text--concensus",
            "[data-qa=critics-consensus]",
            "#critics-consensus p",
            "#what-to-know .consensus",
            ".critic_consensus",
        )
    )
    text = Plain(
        re.sub(
            r"^(?:Critics Consensus|The consensus)\s*:?\s*|\s*Read critics?.? reviews$", "", text, flags=re.IGNORECASE
        )
    )
    return (
        [Trivia(topic=Plain("Critics Consensus"), text=text)]
        if text and "no consensus yet" not in text.casefold()
        else []
    )


def _scored(page: Page, told: Sequence[Review]) -> Iterator[Review]:
    """Yield the reviews of the page's data with the critics' own scores, which their cards alone say."""
    cards = [(node, f"{line(node)} {node.attributes.get('reviewquote') or ''}") for node in page.all(_CRITICS)]
    for one in told:
        start = line_of(one.text)[:_BEGINNING]
        card = next((card for card in cards if start in card[1]), None)
        said = _own_score(page, card[0], card[1].replace(one.text, " ")) if card else None
        verdict = one.rating or (_verdict(page, card[0]) if card else None)
        yield replace(one, author=None if one.author == _NOBODY else one.author, rating=said or verdict)


def _own_score(page: Page, node: LexborNode, said: str) -> Rating | None:
    """Return the score that a critic gave: «Rating: 3/4», «Original Score: B+»."""
    told = (node.attributes.get("originalscore") or "").strip()
    score = re.search(
        r"(?:Original Score|Rating):\s*([^|]{1,12})", f"Original Score: {told}" if told else said
    ) or _SCORE.search(line(page.inside(node, "[slot=rating]")))
    return (parse_rating(score[1].strip(), scale=10) or _grade(score[1])) if score else None


def _critic(page: Page, node: LexborNode) -> Review | None:
    body = page.inside(node, _SURE_TEXT) or page.inside(node, _TEXT)
    text = paragraphs(body) or Plain(line(body)) or Plain((node.attributes.get("reviewquote") or "").strip())
    if not text:
        return None
    said = line(node)
    stamp = line(page.inside(node, "[slot=timestamp], [slot=createDate], [data-qa=review-date]"))
    date = find_date(node.attributes.get("createdate") or stamp or said.replace(text, " "), order=_AMERICAN)
    link = page.inside(node, _FULL)
    return Review(
        author=line(page.inside(node, _NAME)) or None,
        publication=line(page.inside(node, _PUBLICATION)) or None,
        text=text,
        rating=_own_score(page, node, said) or _verdict(page, node),
        date=date.iso if date else None,
        spoiler=announces_spoilers(text),
        link=page.link(link.attributes.get("href") if link else None),
    )


def _grade(text: str) -> Rating | None:
    found = find_rating(text) or find_grade(text)
    return found.rating if found else None


def _verdict(page: Page, node: LexborNode) -> Rating | None:
    marks = " ".join(
        f"{mark.attributes.get('class')} {mark.attributes.get('sentiment')} {mark.attributes.get('state')}"
        for mark in page.all_inside(node, ".icon, score-icon-critics, score-icon-critic, score-icon-critic-deprecated")
    )
    marks += f" {node.attributes.get('scorestate')}"
    word = (
        "rotten"
        if re.search(r"\b(?:rotten|negative)\b", marks, re.IGNORECASE)
        else "fresh"
        if re.search(r"\b(?:fresh|positive)\b", marks, re.IGNORECASE)
        else ""
    )
    return parse_rating(word) if word else None


def _viewer(page: Page, node: LexborNode) -> Review | None:
    body = page.inside(node, _SURE_TEXT) or page.inside(
        node,
        ".mop-audience-reviews__review--comment, .audience-reviews__review, .review-text, [slot=review], "
        "[slot=content], .user_review",
    )
    text = paragraphs(body)
    if not text:
        return None
    date = line(
        page.inside(
            node,
            ".mop-audience-reviews__review--duration, [data-qa=review-duration], .audience-reviews__duration, "
            "[slot=timestamp], [slot=createDate], .fr.small",
        )
    )
    return Review(
        author=line(
            page.inside(
                node,
                ".mop-audience-reviews__review--name, [data-qa=review-name], .audience-reviews__name, "
                "[slot=display-name], [slot=displayName], [slot=name], .articleLink",
            )
        )
        or None,
        text=text,
        rating=_stars(page, node),
        date=parse_date(date, order=_AMERICAN),
        spoiler=announces_spoilers(text),
    )


def _stars(page: Page, node: LexborNode) -> Rating | None:
    full = len(page.all_inside(node, ".star-display__filled, .glyphicon-star"))
    half = len(page.all_inside(node, ".star-display__half")) or line(page.inside(node, ".fl")).endswith("½")
    if full or half:
        return Rating(value=full + half / 2, out_of=5)
    stars = page.inside(node, "rating-stars-group, rating-stars")
    return parse_rating((stars.attributes.get("score") or "") if stars else "", scale=5)


READER = RottenTomatoesPage()
