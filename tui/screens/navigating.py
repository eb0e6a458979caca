"""What leads to other screens, and back from them to a passage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.errors import CancelledError
from tui.models import FilmSummary, ImportReport, Plain, Progress
from tui.screens.arranging import Arranging
from tui.screens.choose import ChooseScreen, Entry
from tui.screens.import_run import ImportRun
from tui.screens.opening import share_of
from tui.search.types import Hit
from tui.widgets.errors_told import tell_error
from tui.widgets.film_passages import one_line
from tui.widgets.lane import spawn


def film_entries(films: tuple[FilmSummary, ...]) -> list[Entry]:
    """Return films as entries of a dialog."""
    return [Entry(one_line(film.title), film.id, Plain(str(film.year or ""))) for film in films]


class Navigating(Arranging):
    """The part of the browser that opens other screens."""

    import_run: ImportRun

    hits: tuple[Hit, ...] = ()
    """Of the search over the library that the reader walks."""
    hits_query: str = ""
    hits_literal: bool = False

    def refresh_films(self) -> None:
        """Show what the library holds now."""
        library, shelf = self.library, self.shelf
        spawn(self, lambda: replace(shelf, films=library.catalogue()).prepared(), self._looked, "catalogue")

    def action_import_documents(self) -> None:
        """Open the import dialog; after an import that nobody watched, its report."""
        from tui.screens.importing import ImportScreen

        run = self.import_run
        if run.report is None:
            self.app.push_screen(ImportScreen(run, self._start_import))
        else:
            self._show_report(run.report)
            run.report = None

    def _start_import(self, path: Path) -> None:
        self.import_run.start(path, self, self._import_progressed, self._imported)

    def _import_progressed(self, progress: Progress) -> None:
        from tui.screens.importing import ImportScreen

        self._say_lasting(share_of(progress))
        if isinstance(self.app.screen, ImportScreen):
            self.app.screen.follow()

    def _imported(self, result: ImportReport | Exception) -> None:
        from tui.screens.import_report import headline
        from tui.screens.importing import ImportScreen

        self._say_lasting("")
        watched = isinstance(self.app.screen, ImportScreen)
        if watched:
            self.app.screen.dismiss()
        if isinstance(result, CancelledError):
            self.tell("Cancelled; the library is as it was.")
        elif isinstance(result, Exception):
            tell_error(self.app, result)
        elif watched:
            self._show_report(result)
        else:
            self.import_run.report = result
            failed = f"; {result.failed:,} could not be read" if result.failed else ""
            self.tell(f"{headline(result)}{failed}. i shows what became of every document.")
        self.refresh_films()

    def _say_lasting(self, text: str) -> None:
        self.lasting = text
        self.news(text)

    def _show_report(self, report: ImportReport) -> None:
        from tui.screens.evidence import EvidenceScreen
        from tui.screens.import_report import report_passages

        self.app.push_screen(EvidenceScreen("Import", report_passages(report), self.config))

    def action_unfiled(self) -> None:
        """Open the unfiled records."""
        from tui.screens.unfiled import UnfiledScreen

        self.app.push_screen(UnfiledScreen(self.library, self.config, self.shelf.films), lambda _: self.refresh_films())

    def action_search(self) -> None:
        """Search everything."""
        self.search_everything(self.found.query if self.found else self.hits_query, earlier=True)

    def search_everything(self, query: str = "", *, literal: bool = False, earlier: bool = False) -> None:
        """Open the search screen."""
        from tui.screens.search import SearchScreen

        film = self.view.film.id if self.view else None
        screen = SearchScreen(self.library, self.config, query, literal=literal, earlier=earlier, here=film)
        self.app.push_screen(screen, self.take_hit)

    def take_hit(self, result: Any) -> None:
        """Open the film at the passage that was chosen in the search screen."""
        if result is None:
            return
        self.hits, hit, self.hits_query, self.hits_literal = result
        self.leave_mark()
        self.visit(hit)

    def visit(self, hit: Hit) -> None:
        """Go to a hit, its query still lit."""
        offset = hit.matches[0][0] if hit.matches else 0

        def arrive() -> None:
            self.before = self.snapshot()
            self.wanted_match = (hit.id, offset)
            if self.hits_query:
                self.bar.show_query(self.hits_query, literal=self.hits_literal)
                self.search_film(self.hits_query, literal=self.hits_literal)
            else:
                self.stand_near(hit.id, offset)

        self.point_at(hit.film_id)
        self.open_film(hit.film_id, arrive)

    def next_film(self, by: int) -> bool:
        """Go on to the next film of the search over the library."""
        if self.view is None or not self.hits or self.found is None or self.found.query != self.hits_query:
            return False
        order = list(dict.fromkeys(hit.film_id for hit in self.hits))
        if self.view.film.id not in order:
            return False
        to = order.index(self.view.film.id) + by
        if not 0 <= to < len(order):
            return False
        hits = [hit for hit in self.hits if hit.film_id == order[to]]
        self.visit(hits[0] if by > 0 else hits[-1])
        self.tell(f"Now in {hits[0].film_title}.")
        return True

    def action_concordance(self) -> None:
        """List every match of the search in its context."""
        query = self.found.query if self.found else self.hits_query
        if not query:
            self.tell("Search first: / in this film, s everywhere.")
            return
        from tui.screens.concordance import ConcordanceScreen

        self.hits_query, self.hits_literal = query, self.found.literal if self.found else self.hits_literal
        self.app.push_screen(ConcordanceScreen(self.library, self.config, query), self._take_line)

    def _take_line(self, hit: Hit | None) -> None:
        if hit is not None:
            self.leave_mark()
            self.visit(hit)

    def action_similar(self) -> None:
        """Find reviews like the one that is marked."""
        passage = self.pane.marked if self.pane else self.text("reviews").marked
        if passage is None or passage.kind != "review" or passage.shape != "card":
            self.tell("Go to a review first.")
            return
        from tui.screens.search import SearchScreen

        like = (passage.kind, passage.id, passage.left)
        self.app.push_screen(SearchScreen(self.library, self.config, like=like), self.take_hit)

    def action_bookmarks(self) -> None:
        """List every passage that was bookmarked."""
        self.search_everything("is:bookmarked")

    def action_saved(self) -> None:
        """Open a saved search, as a film list or as a search."""
        saved = self.library.searches()
        if not saved:
            self.tell("No saved searches yet: Ctrl+S in the search screen saves one.")
            return
        entries = [Entry(Plain(name), name, Plain(query), Plain("films")) for name, query in saved.items()]

        def take(name: str | None) -> None:
            if name is not None:
                self.open_saved(name, saved[name])

        self.app.push_screen(ChooseScreen("Saved searches", entries), take)

    def open_saved(self, name: str, query: str) -> None:
        """Show the films of a saved search as the film list."""
        library = self.library

        def shown(result: Any) -> None:
            answer = self.checked(result)
            if answer is None:
                return
            films = frozenset(film for film, _ in answer.counts.films) or frozenset(hit.film_id for hit in answer.hits)
            self.hits, self.hits_query, self.hits_literal = answer.hits, query, False
            self.show_shelf(replace(self.shelf, only=films, words="", among=None))
            self.go_to_pane("films")
            self.tell(f"{name}: {len(films):,} films. Esc shows all, s shows the passages.")
            if self.film is not None:
                self.open_film(self.film.id, lambda: self.search_film(query))

        spawn(self, lambda: library.search(query, limit=200, every_film=True), shown, "saved search")
