"""Pages behind an IMDb title as data: sections of items, whose ids are the same in every language.

Trivia and its kin become pieces of trivia; plots, taglines, keywords, credits and releases are facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tui.models import Plain, Trivia
from tui.readers.html import labels
from tui.readers.html.draft import Draft
from tui.readers.html.imdb_json import dig, listed, markup, nodes, votes
from tui.readers.html.text import line_of, paragraphs_of
from tui.text.dates import parse_date

TOPICS = {
    "trivia": "Trivia", "goofs": "Goofs", "quotes": "Quotes", "crazyCredits": "Crazy credits",
    "alternateVersions": "Alternate versions", "connections": "Connections", "soundtrack": "Soundtracks",
}  # fmt: skip
ITEM_TEXT = ("cardHtml", "htmlContent", "displayableArticle.body", "text", "body")
_PAGES = {
    "trivia": "Trivia", "goofs": "Goofs", "quotes": "Quotes", "crazycredits": "Crazy credits",
    "alternateversions": "Alternate versions", "movieconnections": "Connections", "soundtrack": "Soundtracks",
    "faq": "FAQ", "parentalguide": "Parents guide",
}  # fmt: skip
_BY_WHOM = re.compile(r"<span[^>]*>\s*[—–-].{0,80}?plot_author.*\Z", re.DOTALL)
"""Who wrote a summary, behind it."""


class Section(NamedTuple):
    """A part of a page."""

    id: str
    name: str
    items: list[dict[str, Any]]
    spoilers: bool = False


def facts(content: dict[str, Any], draft: Draft, part: str) -> bool | None:
    """Put a page of facts into the draft and say whether it held any; None for a page of anything else."""
    reader = _FACTS.get(part)
    if reader is None:
        return None
    before = (len(draft.fields), len(draft.extra))
    reader(draft, list(_sections(content)))
    return (len(draft.fields), len(draft.extra)) != before


def trivia(content: dict[str, Any], part: str) -> Iterator[Trivia]:
    """Yield the items of a page of trivia or its kin."""
    if part in {"reviews", "criticreviews"}:
        return
    for section in _sections(content):
        topic = section.name or _PAGES.get(part, part)
        for item in section.items:
            text = _text(item)
            said = dig(item, "userVotingProps", "userVotingData", "interestScore") or {}
            up, down = dig(said, "upVotes", "usersInterested", "interestingVotes"), dig(said, "downVotes")
            if text:
                yield Trivia(
                    topic=Plain(line_of(topic)[:200]) or None,
                    text=text,
                    spoiler=section.spoilers or bool(dig(item, "isSpoiler", "spoiler")),
                    helpful=votes(up, down, dig(said, "usersVoted", "totalVotes")),
                )


def _sections(content: dict[str, Any]) -> Iterator[Section]:
    """Yield the sections of a page, in all nestings seen: categories of sections, one section, connections."""
    for category in listed(content.get("categories")):
        if isinstance(category, dict):
            identity = str(category.get("id") or "")
            name = str(dig(category, "name", "title", "text") or ("" if identity == "uncategorized" else identity))
            veiled = "spoiler" in f"{identity} {name}".lower()
            yield Section(identity, name, nodes(category.get("section")) or nodes(category), veiled)
            yield Section(identity, name, nodes(dig(category, "section.spoilers", "spoilers")), spoilers=True)
    section = content.get("section")
    yield Section("", "", nodes(section))
    if isinstance(section, dict):
        yield Section("", "", nodes(section.get("spoilers")), spoilers=True)
    title = dig(content, "data.title")
    for key, topic in TOPICS.items():
        yield Section(key, topic, nodes(dig(title, key)))


def _text(item: dict[str, Any]) -> Plain:
    """Return what an item says: its text, else its title and the lines below it, as of a song."""
    return paragraphs_of(markup(item, *ITEM_TEXT)) or paragraphs_of(
        "<br>".join(part for part in (str(item.get("rowTitle") or ""), *_lines(item)) if part)
    )


def _lines(item: dict[str, Any]) -> list[str]:
    return [markup({"one": one}, "one") or markup(one, "html", "text") for one in nodes(item.get("listContent"))]


def _plot(draft: Draft, sections: list[Section]) -> None:
    for section in sections:
        texts = [paragraphs_of(_BY_WHOM.sub("", text)) for one in section.items if (text := markup(one, *ITEM_TEXT))]
        if "synops" in f"{section.id} {section.name}".lower():
            draft.text("plot", "\n\n".join(texts))
            continue
        for place, text in enumerate(texts):
            draft.text("synopsis", text)
            if draft.fields.get("synopsis") != text:
                draft.note(f"summary {place + 1}", text)


def _taglines(draft: Draft, sections: list[Section]) -> None:
    found = [line_of(text) for section in sections for one in section.items if (text := markup(one, *ITEM_TEXT))]
    draft.line("tagline", next(iter(found), ""))
    draft.note("taglines", "\n".join(found[1:]))


def _keywords(draft: Draft, sections: list[Section]) -> None:
    found = [markup(one, "rowTitle", "keyword.text", "text") for section in sections for one in section.items]
    draft.note("keywords", ", ".join(name for name in found if name))


def _releases(draft: Draft, sections: list[Section]) -> None:
    dates: list[str] = []
    for section in sections:
        for item in section.items:
            where, told = str(item.get("rowTitle") or ""), [line_of(one) for one in _lines(item)]
            if section.id == "akas" and "original title" in where.lower():
                draft.line("original_title", next(iter(told), ""))
            elif section.id == "akas":
                draft.names("other_titles", told, more=True)
            else:
                dates += [date for one in told if (date := parse_date(one))]
    exact = sorted(date for date in dates if re.fullmatch(r"\d{4}-\d\d-\d\d", date))
    draft.released(exact[0] if exact else None)


def _credits(draft: Draft, sections: list[Section]) -> None:
    for section in sections:
        field = labels.field_of(section.id) or labels.field_of(section.name)
        if field in {"directors", "writers", "cast"} and section.items:
            names = [markup(one, "rowTitle", "name.nameText") for one in section.items]
            draft.fields.pop(field, None)
            draft.names(field, list(dict.fromkeys(names)))
        if field == "cast" and section.items:
            parts = [dig(one, "characters") for one in section.items]
            draft.names("characters", [str(part[0]) if isinstance(part, list) and part else "" for part in parts])


_FACTS: dict[str, Callable[[Draft, list[Section]], None]] = {
    "plotsummary": _plot,
    "synopsis": _plot,
    "taglines": _taglines,
    "keywords": _keywords,
    "releaseinfo": _releases,
    "fullcredits": _credits,
}
