"""From a film's records to the passages of the three panes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

import msgspec

from tui.models import Citation, Film, FilmView, Personal, Plain, Review, Trivia
from tui.search.types import PLOT
from tui.text.languages import language_name
from tui.widgets.passages import Passage, Passages
from tui.widgets.ratings import counted, rating_pieces, runtime

ReviewOrder = Literal["substance", "rating", "date", "author", "source"]
ONE_LINER = 100
"""A review of one paragraph and at most this many characters is a one-liner."""
FOLD_ID = "one-liners"
TOPIC, FACT = "topic:", "fact:"
"""What the ids of headings and of facts begin with."""
ORDER_NAMES: Mapping[ReviewOrder, str] = {
    "substance": "most substantial first",
    "rating": "best rating first",
    "date": "newest first",
    "author": "by author",
    "source": "by document",
}


class ReviewShelf(msgspec.Struct, frozen=True):
    """How a film's reviews are ordered and filtered."""

    order: ReviewOrder = "substance"
    author: str | None = None
    rating: int | None = None
    """In tenths, rounded; -1 for reviews without one."""
    unfolded: bool = False
    """Whether the one-liners are shown."""

    @property
    def narrowed(self) -> str:
        """What is left, in words; empty where everything is."""
        if self.author is not None:
            return f"by {self.author or 'Anonymous'}"
        return "" if self.rating is None else "not rated" if self.rating < 0 else f"rated {self.rating}"

    def takes(self, review: Review) -> bool:
        """Tell whether a review passes the filter."""
        if self.author is not None and (review.author or "") != self.author:
            return False
        return self.rating is None or tenths(review) == self.rating


def tenths(review: Review) -> int:
    """Return a review's rating on the scale 0 to 10, rounded; -1 without one."""
    return -1 if review.rating is None else round(review.rating.share * 10)


def is_one_liner(review: Review) -> bool:
    """Tell whether a review says next to nothing."""
    return len(review.text) <= ONE_LINER and "\n" not in review.text


def one_line(text: str) -> Plain:
    """Return clean text without the tabs, which have no width of their own; offsets stay."""
    return Plain(text.replace("\t", " ")) if "\t" in text else Plain(text)


def ordered(view: FilmView, shelf: ReviewShelf) -> list[Review]:
    """Return the reviews that pass the shelf's filter, in its order; for a thread when there are thousands."""
    reviews = [review for review in view.reviews if shelf.takes(review)]
    return sorted(reviews, key=_key(shelf.order, document_names(view)))


def review_passages(
    view: FilmView, shelf: ReviewShelf, reviews: Sequence[Review], only: Collection[str] | None
) -> Passages:
    """Return reviews as cards; one-liners come folded into one line at the end.

    Args:
        view: the film.
        shelf: its order, and whether the one-liners are unfolded.
        reviews: what `ordered` returned.
        only: ids of the reviews that a search leaves; one-liners are not folded then.
    """
    names, personal = document_names(view), view.personal
    rows: Sequence[Review | Passage] = reviews if only is None else [r for r in reviews if r.id in only]
    if shelf.order == "substance" and only is None:
        long: list[Review] = []
        short: list[Review] = []
        for review in reviews:
            (short if is_one_liner(review) else long).append(review)
        if short and long:
            text = f"{'▾' if shelf.unfolded else '▸'} {counted(len(short), 'one-liner')}"
            fold = Passage(id=FOLD_ID, kind="review", shape="fold", text=Plain(text))
            rows = [*long, fold, *(short if shelf.unfolded else [])]
    return Passages(rows, lambda review: card(review, names, personal))


def _key(order: ReviewOrder, names: Mapping[str, Plain]) -> Callable[[Review], tuple[object, ...]]:
    keys: dict[ReviewOrder, Callable[[Review], tuple[object, ...]]] = {
        "substance": lambda r: (not r.mine, -len(r.text), r.id),
        "rating": lambda r: (r.rating is None, -(r.rating.share if r.rating else 0), -len(r.text), r.id),
        "date": lambda r: (r.date is None, _descending(r.date or ""), r.id),
        "author": lambda r: (r.author is None, (r.author or "").casefold(), r.id),
        "source": lambda r: (
            str(names.get(r.sources[0].sha256, "")) if r.sources else "",
            r.sources[0].lines if r.sources else (0, 0),
            r.id,
        ),
    }
    return keys[order]


def _descending(text: str) -> tuple[int, ...]:
    return tuple(-ord(character) for character in text)


def card(review: Review, names: Mapping[str, Plain], personal: Personal | None) -> Passage:
    """Return a review as a card."""
    right: list[tuple[str, Plain]] = []
    if review.rating is not None:
        right += rating_pieces(review.rating)
    if review.date:
        right.append(("dim", Plain(review.date)))
    author = review.author or Plain("Your review" if review.mine else "Anonymous")
    yours = " · yours" if review.mine and review.author else ""
    bookmarked = personal is not None and review.id in personal.bookmarks
    noted = _noted(personal, review.id)
    foot = " · ".join(
        part
        for part in (
            review.publication or "",
            f"{review.helpful[0]:,} of {review.helpful[1]:,} found it helpful" if review.helpful else "",
            source_line(review.sources, names),
        )
        if part
    )
    return Passage(
        id=review.id,
        kind="review",
        shape="card",
        text=one_line(review.text),
        left=Plain(f"{'⚑ ' if bookmarked else ''}{one_line(author)}{yours}"),
        right=tuple(right),
        headline=one_line(review.headline or ""),
        foot=Plain(f"{noted}\n{foot}" if noted and foot else noted or foot),
        spoiler=review.spoiler,
    )


def _noted(personal: Personal | None, record: str) -> Plain:
    """Return the user's own notes on a record."""
    notes = [note.text for note in personal.notes if note.record == record] if personal is not None else []
    return one_line("\n".join(f"✎ {note}" for note in notes))


def source_line(sources: Sequence[Citation], names: Mapping[str, Plain]) -> str:
    """Return where a record comes from: «page.html:29» or «page.html:29 and 1 more»."""
    if not sources:
        return ""
    first = sources[0]
    name = names.get(first.sha256, Plain(first.sha256[:8]))
    line = f":{first.lines[0]}" if first.lines[0] else ""
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"{name}{line}{more}"


def document_names(view: FilmView) -> dict[str, Plain]:
    """Return the film's documents: hash to name."""
    return {document.sha256: one_line(document.name) for document in view.documents}


def trivia_passages(view: FilmView, only: Collection[str] | None) -> list[Passage]:
    """Return the trivia under its topics, in the documents' order."""
    topics: dict[Plain | None, list[Trivia]] = {}
    for item in view.trivia:
        if only is None or item.id in only:
            topics.setdefault(item.topic, []).append(item)
    passages: list[Passage] = []
    for topic, items in topics.items():
        if topic is not None:
            passages.append(Passage(id=f"{TOPIC}{topic}", kind="trivia", shape="topic", text=one_line(topic)))
        passages += [
            Passage(
                id=item.id,
                kind="trivia",
                shape="item",
                text=one_line(item.text),
                spoiler=item.spoiler,
                mark=Plain("⚑" if item.id in view.personal.bookmarks else "•"),
                foot=_noted(view.personal, item.id),
                indent=2,
            )
            for item in items
        ]
    return passages


def synopsis_passages(view: FilmView) -> list[Passage]:
    """Return synopsis, plot (veiled: it tells the end), the people, and the user's own layer."""
    film = view.film
    passages: list[Passage] = []
    if film.synopsis:
        passages.append(Passage(id=film.id, kind="synopsis", shape="prose", text=one_line(film.synopsis)))
    if film.plot:
        passages += [
            _heading("The whole story"),
            Passage(id=film.id + PLOT, kind="synopsis", shape="item", text=one_line(film.plot), spoiler=True),
        ]
    facts = _facts(film)
    if facts:
        passages += [_heading("About the film"), *(_entry(name, text) for name, text in facts)]
    own = [_entry(name, text) for name, text in _own(view.personal)]
    own += [_entry("Note", note.text, note.id) for note in view.personal.notes]
    if own:
        passages += [_heading("Yours"), *own]
    return passages


def _heading(text: str) -> Passage:
    return Passage(id=f"{TOPIC}{text}", kind="synopsis", shape="topic", text=Plain(text))


def _entry(name: str, text: str, record: str = "") -> Passage:
    passage = record or f"{FACT}{name}:{text}"
    return Passage(id=passage, kind="synopsis", shape="item", text=one_line(text), mark=Plain(name), indent=13)


def _facts(film: Film) -> list[tuple[str, str]]:
    ratings = [f"{r.shown}{f' ({r.by})' if r.by else ''}" for r in film.ratings[1:]]
    also = [film.original_title, *film.other_titles] if film.original_title else [*film.other_titles]
    rows = (
        ("Directed by", film.directors),
        ("Written by", film.writers),
        ("With", film.cast),
        ("As", film.characters),
        ("Genres", film.genres),
        ("Countries", film.countries),
        ("Released", (film.released,) if film.released else ()),
        ("Tagline", (film.tagline,) if film.tagline else ()),
        ("Also known", also),
        ("Also rated", ratings),
    )
    return [(name, ", ".join(str(value) for value in values)) for name, values in rows if values]


def _own(personal: Personal) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = [("Your rating", rating.shown) for rating in personal.ratings[:1]]
    if personal.watchlist:
        rows.append(("Watchlist", "" if personal.watchlist == "yes" else f"since {personal.watchlist}"))
    if personal.liked:
        rows.append(("Liked", "" if personal.liked == "yes" else f"since {personal.liked}"))
    for viewing in personal.viewings:
        rated = viewing.rating.shown if viewing.rating else ""
        said = (viewing.date or "some time", "again" * viewing.rewatch, rated, *viewing.tags, viewing.note or "")
        rows.append(("Seen", ", ".join(filter(None, said))))
    if personal.tags:
        rows.append(("Tags", ", ".join(personal.tags)))
    for listing in personal.lists:
        place = f", number {listing.position}" if listing.position else ""
        rows.append(("List", f"{listing.name}{place}{f': {listing.note}' if listing.note else ''}"))
    return [(name, text or "yes") for name, text in rows]


def facts_line(film: Film) -> str:
    """Return what the header says of a film: «2 h 6 min · PG-13 · English · Peter Bogdanovich»."""
    parts = (
        runtime(film.runtime_minutes),
        film.certificate or "",
        ", ".join(language_name(code) for code in film.languages[:3]),
        ", ".join(film.directors[:2]),
        ", ".join(film.genres[:3]),
    )
    return " · ".join(part for part in parts if part)
