"""What the commands say: data on standard output, everything else on standard error, nothing unclean on either."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TextIO

from tui.errors import MatineeError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from tui.models import Progress, Rating

USUAL_WIDTH = 80
"""Columns of a terminal that nobody has made larger or smaller."""
Spans = Sequence[tuple[int, int]]

_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""JSON allows these raw (or, the surrogates, not at all); a terminal must not get them."""


class Line:
    """A line or a paragraph with a style and lit passages; plain text where colours cannot be shown."""

    def __init__(self, text: str, *, style: str = "", indent: int = 0, lit: Spans = ()) -> None:
        """Describe it.

        Args:
            text: already cleaned where `lit` points into it; cleaned again when written.
            style: a Rich style.
            indent: columns before each of its lines.
            lit: the matches, in code points of `text`.
        """
        self.text = text
        self.style = style
        self.indent = indent
        self.lit = lit


class Output:
    """The two streams of a command."""

    def __init__(self, *, as_json: bool = False, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        """Take the streams of the process where none are given."""
        self.as_json = as_json
        self.stdout = stdout if stdout is not None else sys.stdout
        self.stderr = stderr if stderr is not None else sys.stderr
        self._answered = False
        for stream in (self.stdout, self.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")

    @property
    def for_people(self) -> bool:
        """Whether standard output is a terminal."""
        return self.stdout.isatty()

    def value(self, value: object) -> None:
        """Write one JSON value; escaped so that no terminal can be harmed and no encoding can fail."""
        import msgspec

        plain = msgspec.to_builtins(value, str_keys=True)
        readable = self.for_people
        encoding = (getattr(self.stdout, "encoding", None) or "ascii").lower().replace("-", "")
        import json

        text = json.dumps(plain, ensure_ascii=readable or encoding != "utf8", indent=2 if readable else None)
        self.stdout.write(_ESCAPED_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n")
        self._answered = True

    def lines(self, lines: Iterable[Line]) -> None:
        """Write lines for people: wrapped and coloured on a terminal, each as it is in a pipe."""
        from tui.text import clean

        console = self._console() if self.for_people else None
        for line in lines:
            if console is not None:
                from rich.padding import Padding

                console.print(Padding(self._styled(line), (0, 0, 0, line.indent)))
            else:
                indent = " " * line.indent
                self.stdout.writelines(f"{indent}{row}".rstrip() + "\n" for row in clean(line.text).split("\n"))

    def table(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
        *,
        right: Sequence[str] = (),
        whole: Sequence[str] = (),
    ) -> None:
        """Write a table: drawn on a terminal; tab-separated without a heading in a pipe.

        Args:
            columns: the headings.
            rows: the cells; None is an empty one.
            right: headings of the columns that hold numbers.
            whole: headings of the columns that are not folded where the terminal has the usual width.
        """
        from tui.text import clean_line

        cleaned = ([clean_line("" if cell is None else str(cell)) for cell in row] for row in rows)
        if not self.for_people:
            self.stdout.writelines("\t".join(row) + "\n" for row in cleaned)
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        console = self._console()
        kept = whole if console.width >= USUAL_WIDTH else ()
        table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
        for column in columns:
            justify: Literal["left", "right"] = "right" if column in right else "left"
            table.add_column(Text(column), justify=justify, overflow="fold", no_wrap=column in kept)
        for row in cleaned:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)

    def say(self, text: str) -> None:
        """Write narration to standard error."""
        from tui.text import clean

        self.stderr.write(clean(text) + "\n")

    def fail(self, error: MatineeError) -> None:
        """Name what could not be done, why, and the remedy; as JSON too where that was asked for."""
        self.say(str(error) if error.subject.partition(" ")[0] == "matinee" else f"matinee: {error}")
        if self.as_json and not self._answered:
            parts = {"subject": error.subject, "reason": error.reason, "remedy": error.remedy}
            self.value({"error": {"message": str(error), **parts}})

    @contextmanager
    def progress(self, title: str) -> Iterator[Callable[[Progress], None]]:
        """Show how far a long task is while the block runs, where standard error is a terminal."""
        if not self.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield lambda _: None
            return
        from tui.cli.progress import ProgressLine

        with ProgressLine(title, self.stderr) as line:
            yield line.update

    def give_up(self) -> None:
        """Write no more to standard output; what is still held back must not fail again at exit."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.stdout.fileno())
        os.close(nowhere)
        self._answered = True

    def flush(self) -> None:
        """Write out what is held back, so that a full disk or a closed pipe shows here and not at exit."""
        self.stdout.flush()
        self.stderr.flush()

    def _console(self) -> Console:
        from rich.console import Console

        return Console(file=self.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)

    @staticmethod
    def _styled(line: Line) -> Text:
        from rich.text import Text

        from tui.text import clean

        text = Text(clean(line.text), style=line.style)
        for first, last in line.lit:
            text.stylize("bold reverse", first, last)
        return text


def dated(moment: str) -> str:
    """Return an ISO moment as people read it: «2026-11-20 07:21»."""
    return moment.replace("T", " ")[:16]


def counted(number: int, one: str, many: str = "") -> str:
    """Return «1 film», «1,204 films»."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def rated(rating: Rating | None) -> str:
    """Return a rating as its source wrote it: «★★★½», «7.2/10»; empty for none."""
    return rating.shown if rating else ""


def named(title: str, year: int | None) -> str:
    """Return «Mask (1985)», or the title alone where the year is not known."""
    return f"{title} ({year})" if year else title
