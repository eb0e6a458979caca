"""The user's own layer of a film, united from their exports and from what they did in Matinee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from msgspec.structs import replace

from tui.library.reviews import in_order
from tui.models import Citation, Listing, Note, Personal, Plain, Rating, Viewing

NOTHING = Personal()
"""The layer of a film that its user has said nothing about."""
YOURS = "you"
"""`Rating.by` of a rating that the user gave in Matinee; it goes before those of their exports."""
_BETWEEN = "\n—\n"
"""Between what several exports say under one name, where no field holds it."""


def unite(layers: Iterable[Personal]) -> Personal:
    """Return one layer that holds everything of `layers`; their order does not matter."""
    kept = [layer for layer in layers if layer != NOTHING]
    if len(kept) < 2:
        return _sorted(kept[0]) if kept else NOTHING
    corrections: dict[str, str | int | list[str]] = {}
    extra: defaultdict[str, set[str]] = defaultdict(set)
    for layer in sorted(kept, key=repr):
        corrections |= layer.corrections
        for name, said in layer.extra.items():
            extra[name].update(said.split(_BETWEEN))
    return _sorted(
        Personal(
            viewings=tuple(viewing for layer in kept for viewing in layer.viewings),
            ratings=tuple(rating for layer in kept for rating in layer.ratings),
            watchlist=_since(layer.watchlist for layer in kept),
            liked=_since(layer.liked for layer in kept),
            tags=tuple(tag for layer in kept for tag in layer.tags),
            lists=tuple(listing for layer in kept for listing in layer.lists),
            notes=tuple(note for layer in kept for note in layer.notes),
            bookmarks=tuple(bookmark for layer in kept for bookmark in layer.bookmarks),
            corrections=corrections,
            extra={name: Plain(_BETWEEN.join(sorted(said))) for name, said in extra.items()},
        )
    )


def _sorted(layer: Personal) -> Personal:
    return replace(
        layer,
        viewings=unite_viewings(layer.viewings),
        ratings=tuple(sorted(set(layer.ratings), key=_rating_order)),
        tags=tuple(sorted(set(layer.tags))),
        lists=_unite_listings(layer.lists),
        notes=_unite_notes(layer.notes),
        bookmarks=tuple(sorted(set(layer.bookmarks))),
        corrections=dict(sorted(layer.corrections.items())),
        extra=dict(sorted(layer.extra.items())),
    )


def _since(dates: Iterable[str | None]) -> str | None:
    """Return the earliest date; «yes» only where no date is known."""
    known = sorted((date == "yes", date) for date in dates if date is not None)
    return known[0][1] if known else None


def _rating_order(rating: Rating) -> tuple[bool, float, float, str]:
    return rating.by != YOURS, -rating.out_of, -rating.value, repr(rating)


def unite_viewings(viewings: Iterable[Viewing]) -> tuple[Viewing, ...]:
    """Return each viewing once: those of one link are one, and so are those of one date where no links part them."""
    known = sorted(viewings, key=repr)
    dates = {viewing.link: viewing.date for viewing in known if viewing.link and viewing.date}
    entries = _entries(dates)
    grouped: defaultdict[tuple[str, str], list[Viewing]] = defaultdict(list)
    for viewing in known:
        link = viewing.link or ""
        date = viewing.date or dates.get(viewing.link or Plain(""))
        grouped[(date, entries.get((date, link), entries.get((date, ""), ""))) if date else ("", link)].append(viewing)
    dated = {date for date, _ in grouped if date}
    united = [_unite_viewing(date, group) for (date, _), group in grouped.items()]
    # «seen», without a date, adds nothing where dates are known; its documents are kept with the first of them
    bare = [one for one in united if not one.date and one == Viewing(sources=one.sources)]
    if dated and bare:
        united = [one for one in united if one not in bare]
        united.sort(key=_viewing_order)
        kept = next(number for number, one in enumerate(united) if one.date)
        sources = in_order(source for one in (united[kept], *bare) for source in one.sources)
        united[kept] = replace(united[kept], sources=sources)
    return tuple(sorted(united, key=_viewing_order))


def _entries(dates: Mapping[Plain, str]) -> dict[tuple[str, str], str]:
    """Return the entry of a diary that a date and a link mean; «» is the link of viewings without one.

    A diary may hold one film twice on one day, each entry with a link of its own. Links of different sites are the
    same entries by other names, in the same order.
    """
    sites: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link, date in sorted(dates.items()):
        sites[date][urlsplit(link).netloc].append(link)
    found: dict[tuple[str, str], str] = {}
    for date, by_site in sites.items():
        entries = max(sorted(by_site.items()), key=lambda site: len(site[1]))[1]
        found[date, ""] = entries[0]
        for links in by_site.values():
            found |= {(date, link): entries[place] for place, link in enumerate(links)}
    return found


def _viewing_order(viewing: Viewing) -> tuple[str, str, str]:
    return viewing.date or "", viewing.link or "", repr(viewing)


def _unite_viewing(date: str, group: list[Viewing]) -> Viewing:
    ratings = sorted((viewing.rating for viewing in group if viewing.rating), key=_rating_order)
    return Viewing(
        date=date or None,
        rating=ratings[0] if ratings else None,
        rewatch=any(viewing.rewatch for viewing in group),
        tags=tuple(sorted({tag for viewing in group for tag in viewing.tags})),
        note=max((viewing.note for viewing in group if viewing.note), key=lambda note: (len(note), note), default=None),
        link=min((viewing.link for viewing in group if viewing.link), default=None),
        sources=in_order(source for viewing in group for source in viewing.sources),
    )


def _unite_listings(listings: Iterable[Listing]) -> tuple[Listing, ...]:
    found: defaultdict[Listing, set[Citation]] = defaultdict(set)
    for listing in listings:
        found[replace(listing, sources=())].update(listing.sources)
    united = [replace(bare, sources=in_order(sources)) for bare, sources in found.items()]
    return tuple(sorted(united, key=lambda one: (one.name, one.position or 0, one.note or "")))


def _unite_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return each note once: a later version of one (by when it was made) goes before an earlier."""
    found: dict[str, Note] = {}
    for note in sorted(notes, key=lambda note: (note.made, note.text)):
        found[note.id] = note
    return tuple(sorted(found.values(), key=lambda note: (note.made, note.id)))


def follow_records(layer: Personal, ids: Mapping[str, str]) -> Personal:
    """Return the layer with bookmarks, notes and corrections pointing at the ids that their records have now."""
    if not (layer.bookmarks or layer.notes or layer.corrections):
        return layer
    corrections: dict[str, str | int | list[str]] = {}
    for name, value in layer.corrections.items():
        kind, _, rest = name.partition(":")
        record, colon, field = rest.partition(":")
        corrections[f"{kind}:{ids.get(record, record)}:{field}" if colon else name] = value
    return replace(
        layer,
        bookmarks=tuple(sorted({ids.get(mark, mark) for mark in layer.bookmarks})),
        notes=tuple(replace(note, record=ids.get(note.record or "", note.record)) for note in layer.notes),
        corrections=dict(sorted(corrections.items())),
    )
