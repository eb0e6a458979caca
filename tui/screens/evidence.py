"""A screen that is there to be read, and what it shows as the evidence for a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.config import Config
from tui.models import Citation, FilmView, Plain, Review, SourceDocument, Trivia
from tui.screens.once import Once
from tui.widgets.binding import bindings_for
from tui.widgets.film_passages import one_line
from tui.widgets.one_line import PaneTitle, TitleEntry
from tui.widgets.passages import Passage
from tui.widgets.ratings import counted
from tui.widgets.text_pane import TextPane


class EvidenceScreen(ModalScreen[None], Once[None]):
    """A text over the browser."""

    BINDINGS = bindings_for("dialog")

    def __init__(self, title: str, passages: Sequence[Passage], config: Config) -> None:
        """Show `passages` under a title."""
        super().__init__()
        self._title = title
        self._passages = passages
        self._config = config

    def compose(self) -> ComposeResult:
        """Lay out title and text."""
        with Vertical(id="evidence-box"):
            yield PaneTitle(id="evidence-title")
            yield TextPane(id="evidence-text", margin=2, line_length=self._config.line_length, classes="pane")

    def on_mount(self) -> None:
        """Fill the text."""
        self.query_one(PaneTitle).show([TitleEntry("", "", self._title)], focused=True, right="Esc closes")
        pane = self.query_one(TextPane)
        pane.show_passages(self._passages)
        pane.focus()

    def on_resize(self) -> None:
        """Follow the window."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Make the box as high as its text, where the window allows it."""
        pane = self.query_one(TextPane)
        pane.show_passages(self._passages, pane.place)
        wanted = pane.measured() + 2
        self.query_one("#evidence-box").styles.height = min(wanted, self.size.height * 4 // 5)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def heading(text: str) -> Passage:
    """Return a heading."""
    return Passage(id=f"topic:{text}", kind="synopsis", shape="topic", text=Plain(text))


def entry(number: int, text: str, sign: str = "•", *, indent: int = 2) -> Passage:
    """Return an entry under a heading."""
    return Passage(
        id=f"entry:{number}", kind="synopsis", shape="item", text=one_line(text), mark=Plain(sign), indent=indent
    )


def named(field: str, text: str, number: int) -> Passage:
    """Return what is said of a field, its name before it."""
    return entry(number, text, field.replace("_", " "), indent=17)


def evidence_passages(view: FilmView, record_id: str | None) -> list[Passage]:
    """Return the documents behind a record (or behind the film's fields), and the values not shown."""
    documents = {document.sha256: document for document in view.documents}
    records: tuple[Review | Trivia, ...] = (*view.reviews, *view.trivia)
    record = next((r for r in records if r.id == record_id), None)
    if record is not None:
        name = f"The review by {record.author or 'an unknown author'}" if isinstance(record, Review) else "This trivia"
        lines = [heading(f"{name} stands in {counted(len(record.sources), 'document')}")]
        lines += _entries((_cited(source, documents) for source in record.sources), 0)
        return lines + _record_facts(record)
    lines = [heading(f"{view.film.title or view.film.id} comes from {counted(len(view.documents), 'document')}")]
    lines += _entries((_document(document) for document in view.documents), 0)
    if view.field_sources:
        lines.append(heading("Who says what"))
        lines += [
            named(field, f"{_value(view, field)} — {_all_cited(sources, documents)}", 1000 + number)
            for number, (field, sources) in enumerate(view.field_sources.items())
        ]
    if view.others:
        lines.append(heading("Other values"))
        lines += [
            named(other.field, f"{other.value} — {_all_cited(other.sources, documents)}", 2000 + number)
            for number, other in enumerate(view.others)
        ]
    return lines


def _all_cited(sources: Iterable[Citation], documents: dict[str, SourceDocument]) -> str:
    return "; ".join(_cited(source, documents) for source in sources)


def _value(view: FilmView, field: str) -> str:
    value = getattr(view.film, field, "")
    if field == "ratings":
        return ", ".join(rating.shown for rating in view.film.ratings)
    if isinstance(value, (tuple, list)):
        value = ", ".join(str(item) for item in value)
    elif isinstance(value, dict):
        value = ", ".join(f"{name} {item}" for name, item in value.items())
    text = str(value)
    return text if len(text) <= 160 else text[:159] + "…"


def _entries(texts: Iterable[str], first: int) -> list[Passage]:
    return [entry(first + number, text) for number, text in enumerate(texts)]


def _record_facts(record: Review | Trivia) -> list[Passage]:
    facts: list[str] = []
    if isinstance(record, Review):
        facts += [f"publication: {record.publication}"] if record.publication else []
        facts += [f"link: {record.link}"] if record.link else []
        facts += [f"language: {record.language}"] if record.language else []
    if record.helpful:
        facts.append(f"{record.helpful[0]:,} of {record.helpful[1]:,} found it helpful")
    return [heading("Also known"), *_entries(facts, 3000)] if facts else []


def _cited(source: Citation, documents: dict[str, SourceDocument]) -> str:
    document = documents.get(source.sha256)
    name = document.name if document else source.sha256[:12]
    first, last = source.lines
    if not first:
        return str(name)
    return f"{name}, line {first}" if first == last else f"{name}, lines {first}–{last}"


def _document(document: SourceDocument) -> str:
    when = document.imported.replace("T", " ")[:16]
    return f"{document.name} — read as {document.reader}, {when}, sha256 {document.sha256[:12]}…"
