"""A film's row in the film list: title and year, rating and counts where there is room."""

from __future__ import annotations

from tui.models import Plain
from tui.widgets.film_passages import one_line
from tui.widgets.film_shelf import Heading, ShelfRow
from tui.widgets.ratings import number
from tui.widgets.row_list import Cells, Piece


def film_cells(row: ShelfRow, width: int) -> Cells:
    """Return what the list shows of a film or of a group's heading."""
    if isinstance(row, Heading):
        return Cells((Piece(row.text, "heading"),), (Piece(Plain(f"{row.count:,}"), "dim"),), heading=True)
    film = row
    year = Piece(Plain(f"{film.year or '':>4}"), "dim")
    if width < 34:
        return Cells((Piece(one_line(film.title)),), (year,))
    rating = number(round(film.rating.share * 10, 1)) if film.rating else ""
    right = [year, Piece(Plain(f"{'★ ' + rating if rating else '':>5}"), "good")]
    if width >= 46:
        right.append(Piece(Plain(f"{film.reviews or '':>6}"), "dim"))
    if width >= 60:
        right.append(Piece(Plain(f"{film.trivia or '':>5}"), "dim"))
    signs = f"{'♥' if film.liked else ''}{'✓' if film.watched else ''}{'+' if film.watchlist else ''}"
    left = (Piece(one_line(film.title)), Piece(Plain(f" {signs}"), "good")) if signs else (Piece(one_line(film.title)),)
    return Cells(left, tuple(right))
