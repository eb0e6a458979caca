"""What waits for its film: each record with ranked candidates and the evidence for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from textual import events, on
from textual.app import ComposeResult

from tui.commands import COMMANDS, commands_of, keys_of, shown_key
from tui.config import Config
from tui.models import Candidate, FilmSummary, Plain, UnfiledView
from tui.screens.ask import AskScreen
from tui.screens.choose import ChooseScreen
from tui.screens.library_protocol import LibraryProtocol
from tui.screens.navigating import film_entries
from tui.screens.once import Once
from tui.widgets.binding import bindings_for
from tui.widgets.boxes import Across, Down
from tui.widgets.errors_told import tell_error
from tui.widgets.film_passages import one_line
from tui.widgets.lane import CHANGE, spawn
from tui.widgets.one_line import KeyBar, KeyHint, PaneTitle, TitleEntry
from tui.widgets.passages import Passage
from tui.widgets.row_list import Cells, Piece, RowList
from tui.widgets.text_pane import TextPane

NOTHING_WAITS = "Nothing waits:\nevery document has found its film."
NO_CANDIDATE = "No candidate. f takes a film, n makes a new one."


class UnfiledScreen(Once[None]):
    """Records, candidates, the record's text."""

    BINDINGS = bindings_for("unfiled", "dialog")
    CSS_PATH = "unfiled.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 — as Textual declares it

    def __init__(self, library: LibraryProtocol, config: Config, films: tuple[FilmSummary, ...]) -> None:
        """Show what waits in a library."""
        super().__init__()
        self.library = library
        self.config = config
        self._films = films

    def compose(self) -> ComposeResult:
        """Lay out records, text, candidates."""
        with Across(id="waiting"):
            with Down(id="records-box"):
                yield PaneTitle(id="records-title")
                yield RowList[UnfiledView](
                    record_cells,
                    id="records",
                    classes="pane",
                    empty=NOTHING_WAITS,
                    previews=True,
                )
            with Down(id="record-box"):
                yield PaneTitle(id="candidates-title")
                yield RowList[Candidate](candidate_cells, id="candidates", classes="pane", previews=True)
                yield PaneTitle(id="record-title")
                yield TextPane(id="record", margin=2, line_length=self.config.line_length, classes="pane")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Load what waits."""
        self.records.focus()
        self._load()

    @property
    def records(self) -> RowList[UnfiledView]:
        """The records."""
        return cast("RowList[UnfiledView]", self.query_one("#records", RowList))

    @property
    def candidates(self) -> RowList[Candidate]:
        """The candidates of the record under the cursor."""
        return cast("RowList[Candidate]", self.query_one("#candidates", RowList))

    def _load(self) -> None:
        spawn(self, self.library.unfiled, self._loaded, "unfiled")

    def _loaded(self, result: tuple[UnfiledView, ...] | Exception) -> None:
        if isinstance(result, Exception):
            tell_error(self.app, result)
            return
        self.records.set_rows(result, self.records.cursor)
        self._show_record()

    def _show_record(self) -> None:
        record = self.records.row
        self.candidates.empty = NO_CANDIDATE if record else ""
        self.candidates.set_rows(record.candidates if record else ())
        self._show_text()

    def _show_text(self) -> None:
        """Show why the candidate under the cursor is one, and the record's text."""
        record = self.records.row
        passages = [Passage(id=record.id, kind="review", shape="prose", text=one_line(record.text))] if record else []
        candidate = self.candidates.row
        if candidate is not None:
            passages[:0] = [
                Passage(
                    id=f"why:{number}",
                    kind="review",
                    shape="item",
                    text=one_line(evidence.text),
                    mark=Plain("•"),
                    indent=2,
                )
                for number, evidence in enumerate(candidate.evidence)
            ]
        self.query_one("#record", TextPane).show_passages(passages)
        self._titles()

    def _show_keys(self) -> None:
        """Show what works: with nothing to file, undoing and leaving."""
        works = {"unfiled_undo", "close"} if self.records.row is None else {c.name for c in COMMANDS}
        commands = sorted((c for c in commands_of("unfiled", "dialog") if c.name in works), key=lambda c: c.footer)
        self.query_one(KeyBar).show(
            [KeyHint(shown_key(keys_of(c, self.config.keys)[0]), c.title, c.name, c.name == "close") for c in commands]
        )

    def _titles(self) -> None:
        self._show_keys()
        focused = self.focused.id if self.focused else ""
        count = f"{len(self.records.rows):,}"
        self.query_one("#records-title", PaneTitle).show(
            [TitleEntry("records", "", "Unfiled", count)], focused=focused == "records"
        )
        shown = [
            TitleEntry("candidates", "", "Candidates", str(len(self.candidates.rows)) if self.candidates.rows else "")
        ]
        self.query_one("#candidates-title", PaneTitle).show(shown, focused=focused == "candidates")
        document = self.records.row.document if self.records.row else Plain("")
        self.query_one("#record-title", PaneTitle).show(
            [TitleEntry("record", "", "Why, and the text")], focused=focused == "record", right=document
        )

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        """Show which part has the focus."""
        self.call_later(self._titles)

    @on(RowList.Highlighted, "#records")
    def _record_highlighted(self) -> None:
        self._show_record()

    @on(RowList.Highlighted, "#candidates")
    def _candidate_highlighted(self) -> None:
        self._show_text()

    @on(RowList.Chosen, "#records")
    def _record_chosen(self) -> None:
        self.candidates.focus()

    @on(RowList.Chosen, "#candidates")
    def _candidate_chosen(self) -> None:
        self.action_accept()

    def _do(self, work: Callable[[], Any], said: str) -> None:
        def done(result: Any) -> None:
            if isinstance(result, Exception):
                tell_error(self.app, result)
            else:
                self.app.notify(Plain(said), markup=False)
            self._load()

        spawn(self, work, done, CHANGE)

    def _file(self, film: str, name: str) -> None:
        record = self.records.row
        if record is not None:
            self._do(lambda: self.library.file(record.id, film), f"Filed with {name}; u takes it back.")

    def _nothing_waits(self) -> bool:
        if self.records.row is None:
            self.app.notify(Plain("Nothing waits to be filed."), markup=False)
        return self.records.row is None

    def action_accept(self) -> None:
        """File the record with the candidate under the cursor."""
        candidate = self.candidates.row
        if self._nothing_waits():
            return
        if candidate is None:
            self.app.notify(Plain("No candidate: f takes any film, n makes a new one."), markup=False)
        else:
            self._file(candidate.film.id, candidate.film.title)

    def action_choose_film(self) -> None:
        """File the record with any film."""
        if self._nothing_waits():
            return

        def take(film: str | None) -> None:
            if film is not None:
                name = next((f.title for f in self._films if f.id == film), Plain(film))
                self._file(film, name)

        self.app.push_screen(ChooseScreen("File it with", film_entries(self._films)), take)

    def action_new_film(self) -> None:
        """File the record with a new film."""
        if self._nothing_waits():
            return

        def take(name: str | None) -> None:
            if name:
                self._file(name, name)

        self.app.push_screen(AskScreen("A new film", placeholder="Title (year)"), take)

    def action_ignore(self) -> None:
        """Ask no more about the record."""
        record = self.records.row
        if record is not None:
            self._do(lambda: self.library.ignore(record.id), "Ignored; u takes it back.")

    def action_unfiled_undo(self) -> None:
        """Take back the last decision."""
        self._do(self.library.undo, "Taken back.")

    def action_unfiled_next(self) -> None:
        """Go between records, candidates and text."""
        order = ("records", "candidates", "record")
        at = order.index(self.focused.id) if self.focused is not None and self.focused.id in order else 0
        self.query_one(f"#{order[(at + 1) % 3]}").focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        await self.app.run_action(event.command, self)


def record_cells(record: UnfiledView, width: int) -> Cells:
    """Return what the list shows of a record: how it begins, and how sure the best guess is."""
    best = record.candidates[0] if record.candidates else None
    sure = f"{round(best.score * 100):>3} %" if best else "    –"
    guess = f"{one_line(best.film.title)} {sure}" if best and width > 60 else sure
    text = one_line(record.text[:200]).replace("\n", " ")
    return Cells((Piece(Plain(text)),), (Piece(Plain(guess), "dim"),))


def candidate_cells(candidate: Candidate, width: int) -> Cells:  # noqa: ARG001
    """Return what the list shows of a candidate."""
    film = candidate.film
    year = f" ({film.year})" if film.year else ""
    filled = round(candidate.score * 10)
    bar = Piece(Plain("▆" * filled + "·" * (10 - filled)), "good")
    return Cells(
        (Piece(Plain(f"{one_line(film.title)}{year}")),),
        (bar, Piece(Plain(f"{round(candidate.score * 100):>3} %"), "dim")),
    )
