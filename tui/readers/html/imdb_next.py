"""IMDb pages since 2021: the data that Next.js made the page from, probed by shape.

Title pages hold `aboveTheFoldData` and `mainColumnData`; the pages behind them `contentData`, with sections of
items, categories of sections, or GraphQL connections (`edges[].node`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from tui.models import Plain, Rating, Remark, Review, Trivia
from tui.readers.html import imdb_sections
from tui.readers.html.draft import Draft
from tui.readers.html.imdb_json import dig, groups, listed, mapping, markup, nodes, votes
from tui.readers.html.imdb_reviews import REVIEW_ID
from tui.readers.html.page import Page
from tui.readers.html.text import line_of, paragraphs_of
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.spoilers import announces_spoilers

Found = tuple[list[Review], list[Trivia], list[Remark]]
_AUTHOR = (
    "author.username.text",
    "author.nickName",
    "author.name",
    "author.nickname",
    "username",
    "userName",
    "author",
)
_VOTES = ("helpfulness.{}Votes", "helpfulnessVotes.{}Votes", "helpfulnessVotes.{}", "{}Votes")
_MOST = 5000
"""Objects that a search by shape looks at."""


def page_properties(page: Page) -> dict[str, Any] | None:
    """Return the page's properties where it holds the data of a title."""
    found = _properties(page) or dig(page.next_data, "props.pageProps")
    keys = ("aboveTheFoldData", "mainColumnData", "contentData")
    return found if isinstance(found, dict) and any(isinstance(found.get(key), dict) for key in keys) else None


class _Properties(msgspec.Struct, rename="camel"):
    """What is read of a page's properties; the texts of its buttons in ten languages are passed over unread."""

    above_the_fold_data: Any = None
    main_column_data: Any = None
    content_data: Any = None


class _Props(msgspec.Struct, rename="camel"):
    page_props: _Properties


class _Data(msgspec.Struct):
    props: _Props


_DATA = msgspec.json.Decoder(_Data)


def _properties(page: Page) -> dict[str, Any] | None:
    """Return what is read of the properties, None where they are not written as they should be."""
    for text in page.scripts("__NEXT_DATA__"):
        try:
            found = _DATA.decode(text).props.page_props
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        return {
            "aboveTheFoldData": found.above_the_fold_data,
            "mainColumnData": found.main_column_data,
            "contentData": found.content_data,
        }
    return None


def read(page: Page, properties: dict[str, Any], draft: Draft, part: str) -> Found | None:
    """Return what the data says; None where it holds nothing of what the page is for, so that the markup is asked."""
    above, main, content = (
        mapping(properties.get(key)) for key in ("aboveTheFoldData", "mainColumnData", "contentData")
    )
    for title in (above, main, content.get("entityMetadata"), dig(content, "data.title"), content.get("title")):
        if isinstance(title, dict):
            _describe(draft, title)
    reviews = [one for said in _review_shapes(main, content) if (one := _review(page, said))]
    for title in (main, mapping(dig(content, "data.title"))):
        quoted = (_quoted(page, one) for one in nodes(dig(title, "metacritic.reviews")))
        reviews += [one for one in quoted if one is not None]
    if main and not content:
        return reviews, list(_title_trivia(main)), []
    if (found := imdb_sections.facts(content, draft, part)) is not None:
        return ([], [], []) if found else None
    trivia = list(imdb_sections.trivia(content, part))
    if reviews or trivia:
        return reviews, trivia, list(_announced(page, content, len(reviews), len(trivia)))
    return None


def _announced(page: Page, content: dict[str, Any], reviews: int, trivia: int) -> Iterator[Remark]:
    """Yield what the data announces and does not hold: the site sends the first of each, the rest on asking."""
    told = dig(content, "data.title.reviews.total")
    if isinstance(told, int) and told > reviews:
        yield page.remark(f"The site had {told} reviews; this page holds {reviews} of them")
    parts = [*groups(content.get("categories")), content]
    totals = [dig(part, "section.total") for part in parts]
    items = sum(total for total in totals if isinstance(total, int))
    if trivia and items > trivia:
        yield page.remark(f"The page announces {items} items and holds {trivia}")


def _describe(draft: Draft, title: dict[str, Any]) -> None:
    draft.imdb(str(title.get("id") or ""))
    draft.line("title", markup(title, "titleText"))
    draft.line("original_title", markup(title, "originalTitleText"))
    draft.names(
        "other_titles",
        [markup(node, "text", "displayableProperty.value") for node in nodes(title.get("akas"))],
        more=True,
    )
    draft.number("year", dig(title, "releaseYear.year"))
    draft.released(_date(title.get("releaseDate")))
    seconds = dig(title, "runtime.seconds")
    draft.number("runtime_minutes", seconds // 60 if isinstance(seconds, int) else 0)
    draft.line("certificate", dig(title, "certificate.rating"))
    draft.text("synopsis", paragraphs_of(markup(title, "plot.plotText")))
    draft.line("tagline", next((markup(node, "text") for node in nodes(title.get("taglines"))), ""))
    draft.names("genres", [markup(one, "text", "genre") for one in _genres(title)])
    countries = listed(dig(title, "countriesOfOrigin.countries"))
    draft.names("countries", [str(one["text"]) for one in countries if isinstance(one, dict) and one.get("text")])
    spoken = listed(dig(title, "spokenLanguages.spokenLanguages"))
    draft.languages(", ".join(str(one.get("id") or one.get("text")) for one in spoken if isinstance(one, dict)))
    _people(draft, title)
    _ratings(draft, title)
    draft.note("keywords", ", ".join(markup(node, "text", "keyword.text") for node in nodes(title.get("keywords"))))
    summaries = [paragraphs_of(markup(node, "plotText")) for node in nodes(title.get("summaries"))]
    draft.note("storyline", next(iter(summaries), ""))


def _genres(title: dict[str, Any]) -> list[Any]:
    return listed(dig(title, "genres.genres")) or listed(dig(title, "titleGenres.genres"))


def _people(draft: Draft, title: dict[str, Any]) -> None:
    cast = nodes(title.get("cast")) or nodes(title.get("castV2")) or nodes(title.get("castPageTitle"))
    if cast and "characters" not in draft:
        draft.fields.pop("cast", None)  # the full list says more than the first names above the fold
    draft.names("cast", [markup(node, "name.nameText") for node in cast])
    if title.get("cast") or title.get("castV2"):
        parts = (dig(node, "characters") for node in cast)
        draft.names(
            "characters",
            [
                str(one.get("name", ""))
                for part in parts
                if isinstance(part, list)
                for one in part
                if isinstance(one, dict)
            ],
        )
    people = [*groups(title.get("directors")), *groups(title.get("writers")), *groups(title.get("principalCredits"))]
    fields = {"director": "directors", "directors": "directors", "writer": "writers", "writers": "writers"}
    for group in people:
        field = fields.get(str(dig(group, "category.id", "category.text") or "").lower())
        if field:
            draft.names(field, [markup(one, "name.nameText") for one in nodes(group.get("credits"))])
    draft.names(
        "directors",
        [
            markup(one, "name.nameText")
            for g in groups(title.get("directorsPageTitle"))
            for one in nodes(g.get("credits"))
        ],
    )


def _ratings(draft: Draft, title: dict[str, Any]) -> None:
    for value, out_of, by, count in (
        (dig(title, "ratingsSummary.aggregateRating"), 10, "imdb", dig(title, "ratingsSummary.voteCount")),
        (dig(title, "metacritic.metascore.score"), 100, "metascore", dig(title, "metacritic.metascore.reviewCount")),
    ):
        if isinstance(value, int | float) and 0 < value <= out_of:
            draft.rating(
                Rating(value=float(value), out_of=out_of, by=by, votes=count if isinstance(count, int) else None)
            )


def _date(said: Any) -> str | None:
    parts = [said.get(key) for key in ("year", "month", "day")] if isinstance(said, dict) else []
    known = [part for part in parts if isinstance(part, int)]
    if not parts or parts[0] is None:
        return None
    return "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(known))


def _title_trivia(main: dict[str, Any]) -> Iterator[Trivia]:
    for key, topic in imdb_sections.TOPICS.items():
        for node in nodes(main.get(key)):
            text = _quote(node) if key == "quotes" else _connection(node) if key == "connections" else _track(node)
            if text:
                yield Trivia(topic=Plain(topic), text=text, spoiler=bool(node.get("isSpoiler")))


def _quote(node: dict[str, Any]) -> Plain:
    said = []
    for one in nodes(node.get("lines")):
        who = ", ".join(
            str(dig(person, "character", "name") or "")
            for person in listed(one.get("characters"))
            if isinstance(person, dict)
        )
        stage, words = one.get("stageDirection"), markup(one, "text")
        said.append(
            ": ".join(
                part
                for part in (who, " ".join(part for part in (f"[{stage}]" if stage else "", words) if part))
                if part
            )
        )
    return paragraphs_of("<br>".join(said)) or _track(node)


def _connection(node: dict[str, Any]) -> Plain:
    kind, title = markup(node, "category.text", "category"), markup(node, "associatedTitle.titleText")
    year = dig(node, "associatedTitle.releaseYear.year")
    return line_of(f"{kind} {title}{f' ({year})' if year else ''}") if title else Plain("")


def _track(node: dict[str, Any]) -> Plain:
    comments = [markup({"one": one}, "one") for one in listed(node.get("comments")) if isinstance(one, dict)]
    return paragraphs_of("<br>".join([markup(node, *imdb_sections.ITEM_TEXT), *comments]))


def _review_shapes(main: dict[str, Any], content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what looks like a user's review wherever a key that speaks of reviews leads to."""
    waiting: list[Any] = [value for part in (content, main) for key, value in part.items() if "review" in key.lower()]
    waiting += [dig(content, "data.title.reviews"), dig(content, "section")]
    seen = 0
    while waiting and seen < _MOST:
        at = waiting.pop(0) if len(waiting) < 50 else waiting.pop()
        seen += 1
        if isinstance(at, list):
            waiting[:0] = at[:_MOST]
        elif isinstance(at, dict):
            if ("authorRating" in at or "submissionDate" in at) and markup(
                at, "text.originalText", "reviewText", "text"
            ):
                yield at
            else:
                waiting[:0] = [value for value in at.values() if isinstance(value, dict | list)]


def _review(page: Page, said: dict[str, Any]) -> Review | None:
    text = paragraphs_of(markup(said, "text.originalText", "reviewText", "text"))
    if not text:
        return None
    headline = line_of(markup(said, "summary.originalText", "reviewSummary", "summary"))
    author, score, identity = dig(said, *_AUTHOR), dig(said, "authorRating"), dig(said, "id", "reviewId")
    rated = isinstance(score, int | float) and not isinstance(score, bool) and 0 < score <= 10
    known = isinstance(identity, str) and REVIEW_ID.fullmatch(identity)
    up, down = (dig(said, *(shape.format(way) for shape in _VOTES)) for way in ("up", "down"))
    return Review(
        author=clean_line(author) or None if isinstance(author, str) else None,
        headline=headline or None,
        text=text,
        rating=Rating(value=float(score), out_of=10) if rated else None,
        date=parse_date(str(dig(said, "submissionDate") or "")),
        spoiler=bool(dig(said, "spoiler", "isSpoiler")) or announces_spoilers(f"{headline}\n{text}"),
        helpful=votes(up, down, None),
        link=page.link(f"https://www.imdb.com/review/{identity}/") if known else None,
    )


def _quoted(page: Page, said: dict[str, Any]) -> Review | None:
    """Return a critic's review as Metacritic quotes it."""
    text, score = paragraphs_of(markup(said, "quote")), said.get("score")
    rated = isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 100
    author, site = (clean_line(str(said.get(key) or "")) for key in ("reviewer", "site"))
    return (
        Review(
            author=author or None,
            publication=site or None,
            text=text,
            rating=Rating(value=float(score), out_of=100, by="metascore") if rated else None,  # type: ignore[arg-type]  # a number
            link=page.link(str(said.get("url") or "")),
        )
        if text
        else None
    )
