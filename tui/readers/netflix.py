"""Netflix's viewing history: what was seen, and when; episodes come along and are kept with their type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.models import Extract, Facts, Personal, Plain, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.roles import role_of
from tui.readers.rows.table import rows_of, settled_table, table_of

_EPISODE = re.compile(
    r":\s*(?:(?:limited )?series|season|staffel|saison|temporada|stagione|seizoen|sezon|part|teil|partie|chapter"
    r"|volume|book|episode|folge|s\d+)\b",
    re.IGNORECASE,
)


class NetflixReader:
    """`NetflixViewingHistory.csv`, two columns."""

    name = "netflix"
    title = "Netflix viewing history"
    suffixes = (".csv",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a history."""
        table = table_of(document)
        if table is None or table.header is None or not _is_history(table.header, document.name):
            return NOT_MINE
        return Match(0.95, f"the header is {','.join(table.header)}, as Netflix writes it")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield a viewing for each row."""
        table = table_of(document)
        if table is None:
            return
        complaints = Complaints()
        order = settled_table(document, table).layout.meaning.order
        for number, cells, _ in rows_of(document, table, complaints):
            title = values.line(cells[0])
            if title is None:
                complaints.row(number, "it names no film")
                continue
            cite = document.cite(number)
            day = values.date_or_text(cells[1], order)
            extra = {"type": Plain("episode")} if _EPISODE.search(title) else {}
            personal = Personal(viewings=(Viewing(date=day, note=Plain("Netflix"), sources=(cite,)),))
            yield Extract(facts=Facts(title=title, extra=extra), source=cite, personal=personal)
        yield from complaints.remarks()


def _is_history(header: Sequence[str], name: str) -> bool:
    """Say whether a header is that of a history: «Title,Date», or so in another language in a file of Netflix's."""
    if tuple(map(str.casefold, header)) == ("title", "date"):
        return True
    return len(header) == 2 and "netflix" in name.casefold() and tuple(map(role_of, header)) == ("title", "date")


READER = NetflixReader()
