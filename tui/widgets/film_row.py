"""A film's row in the film list: title and year, rating and counts where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.models import Plain
from tui.widgets.film_passages import one_line
from tui.widgets.film_shelf import Heading, ShelfRow, words_in
from tui.widgets.ratings import number
from tui.widgets.row_list import Cells, Piece, lit


def film_cells(row: ShelfRow, width: int, words: Sequence[str] = ()) -> Cells:
    """Return what the list shows of a film or of a group's heading.

    Args:
        row: the film or heading.
        width: in cells.
        words: folded, that the list is filtered by; they are lit.
    """
    if isinstance(row, Heading):
        return Cells((Piece(row.text, "heading"),), (Piece(Plain(f"{row.count:,}"), "dim"),), heading=True)
    film = row
    year = Piece(Plain(f"{film.year or '':>4}"), "dim")
    title = one_line(film.title)
    left = lit(title, words_in(title, words))
    signs = f"{'♥' if film.liked else ''}{'✓' if film.watched else ''}{'+' if film.watchlist else ''}"
    own = (Piece(Plain(signs), "good"),) if signs else ()
    if width < 34:
        return Cells(left, (*own, year))
    rating = number(round(film.rating.share * 10, 1)) if film.rating else ""
    right = [*own, year, Piece(Plain(f"{'★ ' + rating if rating else '':>5}"), "good")]
    if width >= 46:
        right.append(Piece(Plain(f"{film.reviews or '':>6}"), "dim"))
    if width >= 60:
        right.append(Piece(Plain(f"{film.trivia or '':>5}"), "dim"))
    return Cells(left, tuple(right))
