"""The film's head: title, year, rating, facts, tagline."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from tui.models import Film, FilmView, Personal, Plain
from tui.widgets.film_passages import facts_line, one_line
from tui.widgets.one_line import OneLine
from tui.widgets.ratings import counted, in_own_scale, stars
from tui.widgets.wrapping import cut_to, width_of


class FilmHeader(OneLine):
    """Two or three lines above the panes."""

    DEFAULT_CSS = "FilmHeader { height: 3; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make an empty header."""
        super().__init__(id=id)
        self._view: FilmView | None = None

    def show(self, view: FilmView | None) -> None:
        """Show a film."""
        self._view = view
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one of the lines."""
        width = self.size.width
        segments = self._line(self._view, y, width - 2) if self._view else []
        return Strip([Segment(" ", self.style_of("plain")), *segments]).adjust_cell_length(
            width, self.style_of("plain")
        )

    def _line(self, view: FilmView, y: int, width: int) -> list[Segment]:
        film = view.film
        if y == 0:
            return self._title(film, view.personal, width)
        if y == 1:
            return self._facts(film, width)
        if y == 2 and film.tagline:
            return [Segment(cut_to(f"“{one_line(film.tagline)}”", width), self.style_of("tagline"))]
        return []

    def _title(self, film: Film, personal: Personal, width: int) -> list[Segment]:
        year = str(film.year or "")
        own = own_signs(personal)
        title = cut_to(film_name(film), max(1, width - len(year) - width_of(own) - 2)) + "  "
        gap = width - width_of(title) - len(year) - width_of(own)
        return [
            Segment(title, self.style_of("strong")),
            Segment(year, self.style_of("dim")),
            Segment(" " * max(0, gap), self.style_of("plain")),
            Segment(own, self.style_of("key")),
        ]

    def _facts(self, film: Film, width: int) -> list[Segment]:
        segments: list[Segment] = []
        used = 0
        if film.ratings:
            rating = film.ratings[0]
            votes = f" ({counted(rating.votes, 'vote')})" if rating.votes else ""
            for text, part in ((f"{stars(rating)} ", "key"), (f"{in_own_scale(rating)}{votes}", "plain")):
                segments.append(Segment(text, self.style_of(part)))
                used += width_of(text)
        line = facts_line(film)
        if line:
            segments.append(Segment(" " if used else "", self.style_of("plain")))
            text = f"{'· ' if used else ''}{line}"
            while width_of(text) > width - used - 1 and " · " in text:
                text = text.rpartition(" · ")[0]
            segments.append(Segment(cut_to(text, max(0, width - used - 1)), self.style_of("dim")))
        return segments


def film_name(film: Film) -> Plain:
    """Return the film's title, or its external id until a document tells the title."""
    if film.title:
        return one_line(film.title)
    return Plain(next(iter(film.ids.values()), film.id))


def own_signs(personal: Personal) -> str:
    """Return the user's own layer in signs: «yours 8/10 · ♥ · ✓ seen»."""
    signs = [f"yours {in_own_scale(personal.ratings[0])}"] if personal.ratings else []
    signs += ["♥"] if personal.liked else []
    signs += ["✓ seen"] if personal.viewings else []
    signs += ["+ watchlist"] if personal.watchlist else []
    return " · ".join(signs)
