"""Netflix's viewing history: what was seen, and when; episodes come along and are kept with their type.

The page of an account gives «Title,Date»; the archive that Netflix sends on request has a row for every time that
something ran, trailers among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tui.models import Citation, Extract, Facts, Personal, Plain, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.roles import normal, role_of
from tui.readers.rows.table import rows_of, settled_table, table_of

_EPISODE = re.compile(
    r":\s*(?:(?:limited )?series|season|staffel|saison|temporada|stagione|seizoen|sezon|part|teil|partie|chapter"
    r"|volume|book|episode|folge|s\d+)\b",
    re.IGNORECASE,
)
_ARCHIVE = frozenset({"profile name", "start time", "title", "duration"})
_KEPT = (frozenset({"title name", "utc title add date"}), frozenset({"title name", "thumbs value"}))
"""What the archive's lists of titles kept for later, and of marks given, have in their headers."""
_UP = frozenset({"2", "3"})
"""Thumbs up, one and two; one is down."""
_PREVIEW = "supplemental video type"
"""Column of the archive that says of what sort of trailer a row is, and is empty for what was watched."""


class NetflixReader:
    """`NetflixViewingHistory.csv`, two columns, or `ViewingActivity.csv` of the archive."""

    name = "netflix"
    title = "Netflix viewing history"
    suffixes = (".csv",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a history."""
        table = table_of(document)
        if table is None or table.header is None:
            return NOT_MINE
        if table.names >= _ARCHIVE:
            return Match(0.95, "the header is that of ViewingActivity.csv in Netflix's archive")
        if any(header <= table.names for header in _KEPT):
            return Match(0.95, "the header is that of MyList.csv or Ratings.csv in Netflix's archive")
        if not _is_history(table.header, document.name):
            return NOT_MINE
        return Match(0.95, f"the header is {','.join(table.header)}, as Netflix writes it")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield a viewing for each row."""
        table = table_of(document)
        if table is None or table.header is None:
            return
        complaints = Complaints()
        order = settled_table(document, table).layout.meaning.order
        names = [normal(name) for name in table.header]
        title_at = next((names.index(name) for name in ("title name", "title") if name in names), 0)
        day_at = next((names.index(name) for name in ("utc title add date", "start time") if name in names), 1)
        preview_at = names.index(_PREVIEW) if _PREVIEW in names else None
        for number, cells, _ in rows_of(document, table, complaints):
            title = values.line(cells[title_at])
            if title is None:
                complaints.row(number, "it names no film")
                continue
            if preview_at is not None and cells[preview_at].strip():
                complaints.note("row about a trailer; passed over")
                continue
            cite = document.cite(number)
            extra = {"type": Plain("episode")} if _EPISODE.search(title) else {}
            said = dict(zip(names, cells, strict=False))
            personal = _personal(said, values.date_or_text(cells[day_at], order), cite)
            yield Extract(facts=Facts(title=title, extra=extra), source=cite, personal=personal)
        yield from complaints.remarks()


def _personal(said: Mapping[str, str], day: str | None, cite: Citation) -> Personal:
    """Return what a row of the archive means by its columns: wanted, judged, or seen."""
    if "thumbs value" in said:
        stars = values.rating(said.get("star value", ""), 5.0)
        return Personal(
            ratings=(stars,) if stars is not None else (),
            liked="yes" if said["thumbs value"] in _UP else None,
            extra={"netflix thumbs": Plain(thumbs)} if (thumbs := values.line(said["thumbs value"])) else {},
        )
    if "title name" in said:
        return Personal(watchlist=day or "yes")
    return Personal(viewings=(Viewing(date=day, note=Plain("Netflix"), sources=(cite,)),))


def _is_history(header: Sequence[str], name: str) -> bool:
    """Say whether a header is that of a history: «Title,Date», or so in another language in a file of Netflix's."""
    if tuple(map(str.casefold, header)) == ("title", "date"):
        return True
    return len(header) == 2 and "netflix" in name.casefold() and tuple(map(role_of, header)) == ("title", "date")


READER = NetflixReader()
