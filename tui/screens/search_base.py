"""What the search screen shows: hits grouped by film, a preview, counts and a histogram, as you type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from textual import events, on
from textual.app import ComposeResult

from tui.commands import commands_of, keys_of, shown_key
from tui.config import Config
from tui.errors import MatineeError
from tui.models import Kind, Plain
from tui.screens.hits import HitRow, grouped, hit_cells, hit_lights, hit_passages
from tui.screens.library_protocol import Cancel, LibraryProtocol
from tui.screens.once import Once
from tui.search.types import Answer, Hit
from tui.widgets.boxes import Across, Down
from tui.widgets.errors_told import tell_error
from tui.widgets.facets import Facet, Narrowing, facet_cells, facets
from tui.widgets.film_passages import one_line
from tui.widgets.lane import Lane, spawn
from tui.widgets.one_line import KeyBar, KeyHint, PaneTitle, TitleEntry
from tui.widgets.passages import Show
from tui.widgets.ratings import counted
from tui.widgets.row_list import RowList
from tui.widgets.search_bar import SearchBar
from tui.widgets.text_pane import TextPane

FEWEST = 20
"""Hits that are asked for with every key, at least; where more are seen at once, as many as that."""
HINT = "Type to search every review, synopsis and piece of trivia."
PAGE = 200
"""Hits that are asked for when the list of hits is used."""
RELOADS = 5
"""How often the ratings of all reviews are loaded at most, while the index is still growing."""
PARTS = ("bar-field", "results", "preview", "facets")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search was asked for."""

    query: str
    literal: bool
    narrowing: Narrowing
    limit: int


class SearchBase(Once[Any]):
    """The search screen without what its keys do."""

    CSS_PATH = "search.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium"), (110, "-wide")]  # noqa: RUF012 — as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 — as Textual declares it
    BLANK = True
    AUTO_FOCUS = "#bar-field"

    def __init__(
        self,
        library: LibraryProtocol,
        config: Config,
        query: str = "",
        *,
        literal: bool = False,
        earlier: bool = False,
        here: str | None = None,
        like: tuple[Kind, str, Plain] | None = None,
    ) -> None:
        """Search a library.

        Args:
            library: the library.
            config: the settings.
            query: what is searched at once.
            literal: whether typos are not forgiven.
            earlier: whether the query is one of before, that the next letter takes the place of.
            here: id of the film that was open; Tab narrows to it.
            like: kind, id and author of a record whose like is looked for; no query then.
        """
        super().__init__()
        self.library = library
        self.config = config
        self._first = (query, literal)
        self._earlier = earlier
        self._here = here
        self._like = like
        self._lane = Lane("search-screen")
        self._narrowing = Narrowing()
        self._limit = FEWEST
        self._answer: Answer | None = None
        self._hits: tuple[Hit, ...] = ()
        self._all_ratings: Mapping[int, int] = {}
        self._titles: dict[str, Plain] = {}
        self._loaded_times = 0

    def compose(self) -> ComposeResult:
        """Lay out bar, results, preview, facets."""
        scope = "the library" if self._like is None else "more like this"
        examples = 'words, "a phrase", author:name, rating:>=8, year:1980..1989'
        yield SearchBar(scope, id="bar", placeholder=examples if self._like is None else "type to search instead")
        with Across(id="found"):
            with Down(id="results-box"):
                yield PaneTitle(id="results-title")
                yield RowList[HitRow](
                    hit_cells,
                    id="results",
                    classes="pane",
                    previews=True,
                    empty="Type to search every review, synopsis and piece of trivia.",
                )
            with Down(id="side-box"):
                with Down(id="preview-box"):
                    yield PaneTitle(id="preview-title")
                    yield TextPane(id="preview", margin=2, line_length=self.config.line_length, classes="pane")
                with Down(id="facets-box"):
                    yield PaneTitle(id="facets-title")
                    yield RowList[Facet](facet_cells, id="facets", classes="pane")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Search at once for what was given."""
        self.bar.set_history(self.library.search_history())
        self._titles_shown()
        self._load()
        if self._like is not None:
            kind, record, _ = self._like
            self._lane.submit(self, lambda _: self.library.similar(kind, record, 30), self._similar)
            self.results.focus()
        elif self._first[0]:
            self.bar.literal = self._first[1]
            self.bar.set_query(self._first[0])
            if self._earlier:
                self.bar.offer()

    def say(self, notice: str) -> None:
        """Say something in the bar, or in the bottom line where the query needs the room."""
        self.query_one(KeyBar).say(self.bar.notice(notice))

    @property
    def bar(self) -> SearchBar:
        """The search bar."""
        return self.query_one("#bar", SearchBar)

    @property
    def results(self) -> RowList[HitRow]:
        """The list of hits."""
        return cast("RowList[HitRow]", self.query_one("#results", RowList))

    @property
    def preview(self) -> TextPane:
        """The preview."""
        return self.query_one("#preview", TextPane)

    def _load(self) -> None:
        """Load the ratings of all reviews, for the histogram, and the films' titles."""
        library = self.library

        def load() -> tuple[Mapping[int, int], dict[str, Plain]]:
            titles = {film.id: one_line(film.title) for film in library.catalogue()}
            return library.search("in:review", limit=1).counts.ratings, titles

        spawn(self, load, self._loaded, "ratings")

    def _loaded(self, result: tuple[Mapping[int, int], dict[str, Plain]] | Exception) -> None:
        self._loaded_times += 1
        if not isinstance(result, Exception):
            self._all_ratings, self._titles = result
            self._show_facets()

    # Searching

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Search with every key."""
        self._limit = max(FEWEST, self.results.size.height)
        self._ask(event.query, literal=event.literal)

    def _ask(self, query: str, *, literal: bool) -> None:
        if not query and self._narrowing == Narrowing():
            self._lane.drop()
            self._show(None)
            return
        asked = Asked(query, literal, self._narrowing, self._limit)
        library = self.library

        def work(cancel: Cancel) -> Answer:
            full = asked.narrowing.applied(asked.query)
            return library.search(
                full, film=asked.narrowing.film, limit=asked.limit, literal=asked.literal, cancel=cancel
            )

        self._lane.submit(self, work, self._answered)

    def _again(self) -> None:
        self._ask(self.bar.query_text, literal=self.bar.literal)

    def _answered(self, result: Answer | Exception) -> None:
        if isinstance(result, Exception):
            self.say(str(result).split("\n")[0] if isinstance(result, MatineeError) else "The search failed.")
            if not isinstance(result, MatineeError):
                tell_error(self.app, result)
            return
        if 0 < self._loaded_times < RELOADS and any(
            n > self._all_ratings.get(at, 0) for at, n in result.counts.ratings.items()
        ):
            self._load()  # the index has grown since
        self._show(result)

    def _similar(self, result: tuple[Hit, ...] | Exception) -> None:
        if isinstance(result, Exception):
            self._answered(result)
            return
        self._show(Answer(query="", read_as="", total=len(result), hits=result))

    def _show(self, answer: Answer | None) -> None:
        here = self.results.row
        self._answer = answer
        rows = grouped(answer.hits, dict(answer.counts.films), answer.total) if answer else []
        self._hits = tuple(row for row in rows if isinstance(row, Hit))
        self.results.empty = nothing_in(answer) if answer else HINT
        at = next(
            (i for i, r in enumerate(rows) if isinstance(r, Hit) and isinstance(here, Hit) and r.id == here.id), 1
        )
        self.results.set_rows(rows, at if self.results.has_focus else 1)
        self._show_facets()
        self._show_preview()
        self._titles_shown()
        self.say(notice_of(answer, self._narrowing, self._like[2] if self._like else None))

    def _show_facets(self) -> None:
        if self._answer is None or self._like is not None:
            rows: list[Facet] = []
        else:
            rows = facets(self._answer.counts, self._all_ratings, self._narrowing, self._titles)
        shown = cast("RowList[Facet]", self.query_one("#facets", RowList))
        shown.set_rows(rows, shown.cursor)

    def _show_preview(self) -> None:
        row = self.results.row
        if not isinstance(row, Hit):
            self.preview.show_passages(())
            self.query_one("#preview-title", PaneTitle).show([TitleEntry("preview", "", "")])
            return
        self.preview.display_state = Show()
        self.preview.show_passages(hit_passages(row))
        self.preview.light(hit_lights(row))
        self.preview.go_to_match(self.preview.match_beside(None, 1))
        year = f" ({row.film_year})" if row.film_year else ""
        self.query_one("#preview-title", PaneTitle).show(
            [TitleEntry("preview", "", f"{one_line(row.film_title)}{year}")]
        )

    def _titles_shown(self) -> None:
        focused = self.focused.id if self.focused else ""
        answer = self._answer
        films = len(answer.counts.films) or len({hit.film_id for hit in answer.hits}) if answer else 0
        count = f"{answer.total:,} in {counted(films, 'film')}" if answer else ""
        self.query_one("#results-title", PaneTitle).show(
            [TitleEntry("results", "", "Passages", count)], focused=focused == "results"
        )
        narrowed = "narrowed" if self._narrowing != Narrowing() else ""
        self.query_one("#facets-title", PaneTitle).show(
            [TitleEntry("facets", "", "Narrow by", narrowed)], focused=focused == "facets"
        )
        self._show_keys(focused or "")

    def _show_keys(self, focused: str) -> None:
        """Show what works in the part that has the focus."""
        in_bar = focused == "bar-field"
        commands = [c for c in commands_of("bar" if in_bar else "list", "search") if c.footer]
        skip = {"bar_enter", "bar_leave", "search_next", "search_bar"} if in_bar else {"choose"}
        if self._narrowing == Narrowing():
            skip.add("search_clear")
        if not self._hits:
            skip |= {"search_save", "search_concordance"}
        does = "narrow" if focused == "facets" else "open"
        hints = [KeyHint("Enter", does, "choose")] if self._hits else []
        hints += [
            KeyHint(shown_key(keys_of(c, self.config.keys)[0]), c.title, c.name, c.name == "search_close")
            for c in sorted(commands, key=lambda c: c.footer)
            if c.name not in skip
        ]
        self.query_one(KeyBar).show(hints)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show which part has the focus; the list of hits gets more of them."""
        self.call_later(self._titles_shown)
        answer = self._answer
        if event.widget is self.results and answer is not None and self._limit < PAGE and answer.total > self._limit:
            self._limit = PAGE
            self._again()

    @on(RowList.Highlighted, "#results")
    def _result_highlighted(self) -> None:
        self._show_preview()


def nothing_in(answer: Answer) -> str:
    """Return what the list says when nothing was found: why, where that is known, else what to do."""
    if answer.notices:
        return f"Nothing matches: {' · '.join(answer.notices)}."
    return "Nothing matches. Fewer words, or Ctrl+X if the search is narrowed."


def notice_of(answer: Answer | None, narrowing: Narrowing, like: Plain | None) -> str:
    """Return how a query was read; else how much was found, and what narrows it or whose like it is."""
    if answer is None:
        return ""
    if answer.notices:
        return " · ".join(answer.notices)
    if like is not None:
        return f"like the review by {like}"
    return f"{counted(answer.total, 'passage')}{' · narrowed' if narrowing != Narrowing() else ''}"
