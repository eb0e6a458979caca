"""Microdata and RDFa of a page in the shape of JSON-LD, so that one reader of schema.org serves all three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from selectolax.lexbor import LexborNode

from tui.models import Rating
from tui.readers.html import jsonld
from tui.readers.html.cutting import take_out
from tui.readers.html.page import Page
from tui.readers.html.text import line
from tui.text.numerals import number
from tui.text.ratings import find_votes

_MANY = frozenset(
    {"director", "directors", "actor", "actors", "author", "creator", "writer", "genre", "review", "reviews"}
    | {"countryOfOrigin", "inLanguage", "alternateName"}
)
"""Properties that may be said more than once; of every other the first counts."""
_TEXTS = frozenset({"description", "reviewBody", "reviewbody", "articleBody", "text"})
_SAME = {"reviewbody": "reviewBody", "alternativeHeadline": "alternateName"}
_RDFA = {
    "itemreviewed": "name", "directedby": "director", "starring": "actor", "genre": "genre", "runtime": "duration",
    "initialreleasedate": "datePublished", "summary": "description",
}  # fmt: skip
_RDFA_RATING = {"average": "ratingValue", "best": "bestRating", "votes": "ratingCount"}


class _Marks(NamedTuple):
    """The attributes with which a notation says what an element is and which property it holds."""

    scope: str
    kind: str
    name: str


_MICRODATA = _Marks("itemscope", "itemtype", "itemprop")
_LITE = _Marks("typeof", "typeof", "property")
"""RDFa Lite."""
_SET_IN = "aside, figcaption, nav"
_MOST = 5000
"""Marked elements that are looked at on one page."""


def things(page: Page) -> list[dict[str, Any]]:
    """Return the objects that the page's markup describes, those in other objects inside them."""
    found = []
    if scopes := page.all("[itemscope]"):
        found = [item(node) for node in _outermost(scopes[:_MOST])]
    if page.first("[itemprop]") is not None and not any(jsonld.is_a(one, jsonld.FILM_TYPES) for one in found):
        found.append(_orphans(page))
    if (typed := page.all("[typeof]")) and page.has("schema.org", "schema:"):
        found += [item(node, _LITE) for node in _outermost(typed[:_MOST])]
    if page.first("[property^='v:'], [rel^='v:']") is not None:
        found.append(_rdfa(page))
    return [one for one in found if len(one) > 1]


def _outermost(nodes: list[LexborNode]) -> Iterator[LexborNode]:
    """Yield the elements that lie in none of the others."""
    known = {node.mem_id for node in nodes}
    for node in nodes:
        parent = node.parent
        while parent is not None and parent.mem_id not in known:
            parent = parent.parent
        if parent is None:
            yield node


def _orphans(page: Page) -> dict[str, Any]:
    """Return the film that properties outside of any object speak of; empty where it is none."""
    made: dict[str, Any] = {"@type": "Movie"}
    inside = {one.mem_id for scope in page.all("[itemscope]") for one in scope.css("[itemprop]")}
    for node in page.all("[itemprop]")[:_MOST]:
        if node.mem_id not in inside:
            for name in (node.attributes.get("itemprop") or "").split():
                _say(made, _SAME.get(name, name), _value(node, name))
    return made if "name" in made and made.keys() & {"director", "genre", "duration"} else {}


def average(page: Page, *, by: str) -> Rating | None:
    """Return the rating of many that the markup gives without saying of what."""
    if page.has("aggregateRating"):
        for node in page.all("[itemprop=aggregateRating], [itemtype$='/AggregateRating']"):
            if (found := jsonld.aggregate(item(node), by=by)) is not None:
                return found
    shown = page.first("[id*=rat-avg]:not(:has(*))", "[class*=rating-average]", "[class*=average-rating]")
    value = number(line(shown))
    votes = find_votes(line(page.first("[id*=count-rat]", "[class*=rating-count]")))
    return Rating(value=value, out_of=10, by=by, votes=votes) if value and 5 < value <= 10 else None


def item(scope: LexborNode, marks: _Marks = _MICRODATA) -> dict[str, Any]:
    """Return one marked element as an object of JSON-LD."""
    made = _typed(scope, marks)
    inside: dict[int, dict[str, Any]] = {scope.mem_id: made}
    for node in scope.css(f"[{marks.name}]")[:_MOST]:
        if node.mem_id == scope.mem_id:
            continue
        owner = _owner(node, inside)
        if owner is None:
            continue
        value: Any = None
        if marks.scope in node.attributes:
            value = inside.setdefault(node.mem_id, _typed(node, marks))
            if len(node.css(f"[{marks.name}]")) <= (marks.name in node.attributes):
                value = line(node)
        for name in (node.attributes.get(marks.name) or "").replace("schema:", "").split():
            _say(owner, _SAME.get(name, name), value if value is not None else _value(node, name))
    return made


def _typed(node: LexborNode, marks: _Marks) -> dict[str, Any]:
    kind = (node.attributes.get(marks.kind) or "").rstrip("/").rsplit("/", 1)[-1].removeprefix("schema:")
    return {"@type": kind} if kind else {}


def _owner(node: LexborNode, inside: dict[int, dict[str, Any]]) -> dict[str, Any] | None:
    """Return the object of the nearest element around a property that is one."""
    parent = node.parent
    while parent is not None:
        if parent.mem_id in inside:
            return inside[parent.mem_id]
        parent = parent.parent
    return None


def _say(owner: dict[str, Any], name: str, value: Any) -> None:
    if value in ("", [], None):
        return
    if name in _MANY:
        owner.setdefault(name, []).extend(value if isinstance(value, list) else [value])
    else:
        owner.setdefault(name, value[0] if isinstance(value, list) else value)


def _value(node: LexborNode, name: str) -> Any:
    said = node.attributes.get("content") or node.attributes.get("datetime")
    if said:
        return said
    if name in {"url", "sameAs"}:
        return node.attributes.get("href") or ""
    if name in _TEXTS:
        return _without_asides(node).inner_html or ""
    if name in _MANY:
        named = [text for one in node.css("[itemprop=name], a") if (text := line(one)) and text != "..."]
        return list(dict.fromkeys(named)) or line(node)
    return line(node)


def _without_asides(node: LexborNode) -> LexborNode:
    """Return a text without what is set into it: links to others, captions; the page stays as it is."""
    if node.css_first(_SET_IN) is None:
        return node
    own = node.clone()
    take_out(own.css(_SET_IN))
    return own


def _rdfa(page: Page) -> dict[str, Any]:
    """Return the film that is marked with the vocabulary of data-vocabulary.org: `property="v:genre"`."""
    made: dict[str, Any] = {"@type": "Movie"}
    rating: dict[str, Any] = {}
    for name, node in _marked(page):
        said = line(node) or node.attributes.get("content") or ""
        if name in _RDFA_RATING:
            rating.setdefault(_RDFA_RATING[name], said)
        elif name == "summary":
            _say(made, "description", node.inner_html or "")
        elif name in _RDFA:
            exact = node.attributes.get("content") if name == "initialreleasedate" else None
            _say(made, _RDFA[name], exact or said)
    if rating:
        made["aggregateRating"] = rating
    return made if "name" in made else {}


def _marked(page: Page) -> Iterator[tuple[str, LexborNode]]:
    for node in page.all("[property^='v:'], [rel^='v:']")[:_MOST]:
        name = node.attributes.get("property") or node.attributes.get("rel") or ""
        yield name.removeprefix("v:").lower(), node
