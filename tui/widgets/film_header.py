"""The film's head: title, year, rating, facts, tagline."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from tui.models import Film, FilmView, Personal, Plain
from tui.widgets.film_passages import facts_line, one_line
from tui.widgets.one_line import OneLine, is_framed
from tui.widgets.ratings import counted, stars
from tui.widgets.wrapping import cut_to, width_of

NO_FACTS = "No facts yet: import a page about it."
LEAST_TITLE = 20
"""Columns of the title that the user's own signs leave."""


class FilmHeader(OneLine):
    """Title, facts and tagline above the panes, in a frame where there is room for one."""

    DEFAULT_CSS = "FilmHeader { height: 4; }"

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty header."""
        super().__init__(id=id)
        self._view: FilmView | None = None

    def show(self, view: FilmView | None) -> None:
        """Show a film."""
        self._view = view
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one of the lines."""
        width, plain = self.size.width, self.style_of("plain")
        if self.size.height > 3 and is_framed(self):
            return Strip(self._framed(y, width)).adjust_cell_length(width, plain)
        segments = self._line(self._view, y, width - 2) if self._view else []
        return Strip([Segment(" ", plain), *segments]).adjust_cell_length(width, plain)

    def _framed(self, y: int, width: int) -> list[Segment]:
        rule = self.style_of("rule")
        if y == 0:
            if not self._view:
                return [Segment(f"╭{'─' * (width - 2)}╮", rule)]
            title = self._title(self._view.film, self._view.personal, width - 6, "─")
            right = " " if own_signs(self._view.personal) else "─"
            return [Segment("╭─ ", rule), *title, Segment(f"{right}─╮", rule)]
        if y == self.size.height - 1:
            return [Segment(f"╰{'─' * (width - 2)}╯", rule)]
        line = Strip(self._line(self._view, y, width - 6) if self._view else [])
        inside = line.adjust_cell_length(width - 6, self.style_of("plain"))
        return [Segment("│  ", rule), *inside, Segment("  │", rule)]

    def _line(self, view: FilmView, y: int, width: int) -> list[Segment]:
        film = view.film
        if y == 0:
            return self._title(film, view.personal, width)
        if y == 1:
            return self._facts(film, width)
        if y == 2 and film.tagline:
            return [Segment(cut_to(f"“{one_line(film.tagline)}”", width), self.style_of("tagline"))]
        if y == 2 and film.cast:
            return [Segment(cut_to(f"with {', '.join(film.cast[:6])}", width), self.style_of("dim"))]
        return []

    def _title(self, film: Film, personal: Personal, width: int, rule: str = " ") -> list[Segment]:
        """Return title and year, the user's own signs, and between them spaces or the frame's line: `width` cells."""
        year = f" ({film.year})" if film.year else ""
        name, signs = film_name(film), own_signs(personal)
        while signs and width - len(year) - width_of(" · ".join(signs)) - 3 < min(width_of(name), LEAST_TITLE):
            signs.pop()
        own = " · ".join(signs)
        title = cut_to(name, max(1, width - len(year) - width_of(own) - 3))
        filled = width - width_of(title) - len(year) - width_of(own) - 1 - bool(own)
        return [
            Segment(title, self.style_of("strong")),
            Segment(year, self.style_of("dim")),
            Segment(f" {rule * max(0, filled)}{' ' if own else ''}", self.style_of("rule")),
            Segment(own, self.style_of("key")),
        ]

    def _facts(self, film: Film, width: int) -> list[Segment]:
        segments: list[Segment] = []
        used = 0
        if film.ratings:
            rating = film.ratings[0]
            votes = f" ({counted(rating.votes, 'vote')})" if rating.votes else ""
            for text, part in ((f"{stars(rating)} ", "key"), (f"{rating.shown}{votes}", "plain")):
                segments.append(Segment(text, self.style_of(part)))
                used += width_of(text)
        line = facts_line(film) or ("" if used else NO_FACTS)
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


def own_signs(personal: Personal) -> list[str]:
    """Return the user's own layer in signs: «yours 8/10», «♥», «✓ seen»."""
    signs = [f"yours {personal.ratings[0].shown}"] if personal.ratings else []
    signs += ["♥"] if personal.liked else []
    signs += ["✓ seen"] if personal.viewings else []
    signs += ["+ watchlist"] if personal.watchlist else []
    return signs
