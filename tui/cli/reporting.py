"""The report of an import, for people: what came in, what was left alone, and what asks for something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted
from tui.text.imports import by_format, by_reason, owned, placed, shortened, why_left

if TYPE_CHECKING:
    from tui.models import DocumentReport, ImportReport

LISTED = 40
"""Documents up to which each is listed; of more, each format and each reason has a line."""
REMARKS = 5
"""Remarks shown of one document."""
NAMED = 60
"""Documents that are named under a heading; of more only the number is told."""
_TOLD = ("failed", "skipped")
"""States whose documents are told of under headings of their own."""
_READ = ("imported", "unchanged", "unfiled")
_ASKING = (("failed", "Could not be read"), ("unfiled", "Waits for its film (`matinee unfiled`, `matinee file`)"))


def show(report: ImportReport, out: Output, *, dry_run: bool = False, everything: bool = False) -> None:
    """Print what became of the documents: what asks for something last, next to the sum."""
    shown = shortened([one.path for one in report.documents])
    many = len(report.documents) > LISTED and not everything
    if not out.for_people:
        _piped(report, out, many=many)
    elif many:
        _formats(report, out)
    elif report.documents:
        columns = ("Document", "Read as", "Film", "Reviews", "Trivia", "Merged", *_own_column(report.documents))
        rows = (
            (_fitting(path, 30), *_row(one))[: len(columns)] for path, one in zip(shown, report.documents, strict=True)
        )
        out.table(columns, rows, right=("Reviews", "Trivia", "Merged"))
    told = list(zip(shown, report.documents, strict=True))
    _left_alone([(path, one) for path, one in told if one.status == "skipped"], out, many=many)
    _remarks([(path, one) for path, one in told if one.remarks and one.status not in _TOLD], out, everything=everything)
    for status, title in _ASKING:
        _asking(title, [(path, one) for path, one in told if one.status == status], out, everything=everything)
    sections = any(one.status != "imported" or one.remarks for one in report.documents)
    out.say(("\n" if sections else "") + summary(report, dry_run=dry_run))


def summary(report: ImportReport, *, dry_run: bool = False) -> str:
    """Return the sum in one line."""
    new = (counted(report.films, "film"), counted(report.reviews, "review"), f"{report.trivia:,} trivia")
    parts = [f"{counted(len(report.documents), 'document')}: {', '.join(new)} {'would be new' if dry_run else 'new'}"]
    if report.merged:
        parts.append(f"{report.merged:,} merged with what was there")
    if report.unfiled:
        parts.append(f"{report.unfiled:,} unfiled (`matinee unfiled` shows them)")
    if report.failed:
        parts.append(f"{report.failed:,} failed")
    return "; ".join(parts) + "."


def _fitting(path: str, width: int) -> str:
    """Return a path that fits: its beginning is left out, its name stays."""
    if len(path) <= width:
        return path
    name = path.rsplit("/", 1)[-1]
    return f"…{path[-width + 1 :]}" if len(name) < width - 2 else f"{name[: width - 10]}…{name[-8:]}"


def _row(one: DocumentReport) -> tuple[object, ...]:
    read = one.reader if one.status == "imported" else one.status
    return (read, _film(one), one.reviews or None, one.trivia or None, one.merged or None, owned([one]))


def _own_column(documents: Sequence[DocumentReport]) -> tuple[str, ...]:
    """Return the heading of the owner's own things, where any document tells of some."""
    return ("Yours",) if any(one.own for one in documents) else ()


def _film(one: DocumentReport) -> str | None:
    return one.film or (counted(one.films, "film") if one.films else None)


def _piped(report: ImportReport, out: Output, *, many: bool) -> None:
    """Write a line a document, tab-separated: all of them, or those that ask for something."""
    columns = ("Document", "Status", "Read as", "Film", "Reviews", "Trivia", "Merged", "Yours")
    listed = [one for one in report.documents if not many or one.status in {"failed", "unfiled"}]
    if many:
        for (status, reader), ones in by_format(report.documents).items():
            out.lines([Line(f"{counted(len(ones), 'document')} {status}{f' as {reader}' if reader else ''}")])
    rows = (
        (one.path, one.status, one.reader, _film(one), one.reviews, one.trivia, one.merged, owned([one]))
        for one in listed
    )
    out.table(columns, rows)


def _formats(report: ImportReport, out: Output) -> None:
    """Draw a line for each format: how many documents, and what came in with them."""
    found = by_format(one for one in report.documents if one.status in _READ)
    names = {"imported": "", "unchanged": ", unchanged", "unfiled": ", waiting"}
    rows = [
        (
            f"{reader}{names[status]}",
            f"{len(ones):,}",
            f"{sum(one.films for one in ones):,}",
            *(f"{sum(getattr(one, what) for one in ones):,}" for what in ("reviews", "trivia", "merged")),
            owned(ones),
        )
        for (status, reader), ones in sorted(found.items(), key=lambda item: (item[0][0], -len(item[1])))
    ]
    columns = ("Read as", "Documents", "Films", "Reviews", "Trivia", "Merged", *_own_column(report.documents))
    if rows:
        out.table(columns, [row[: len(columns)] for row in rows], right=columns[1:6])


def _left_alone(told: Sequence[tuple[str, DocumentReport]], out: Output, *, many: bool) -> None:
    reasons = by_reason((why_left(one), path) for path, one in told)
    if not reasons:
        return
    out.say(f"\nLeft alone: {counted(sum(map(len, reasons.values())), 'document')}")
    for reason, names in reasons.items():
        some = names if not many or len(names) <= 3 else [*names[:2], f"{len(names) - 2:,} more"]
        out.say(f"  {', '.join(some)}: {reason}")


def _remarks(told: Sequence[tuple[str, DocumentReport]], out: Output, *, everything: bool) -> None:
    if not told:
        return
    out.say("\nWorth a look")
    most = len(told) if everything else NAMED
    for path, one in told[:most]:
        remarks = one.remarks if everything else one.remarks[:REMARKS]
        out.say("\n".join([f"  {path}", *(f"    {placed(remark)}" for remark in remarks)]))
        if len(one.remarks) > len(remarks):
            left = counted(len(one.remarks) - len(remarks), "more remark")
            out.say(f"    {left} (--all or --json has them)")
    if len(told) > most:
        out.say(f"  and {counted(len(told) - most, 'document')} more (--all has them)")


def _asking(title: str, told: Sequence[tuple[str, DocumentReport]], out: Output, *, everything: bool) -> None:
    if not told:
        return
    out.say(f"\n{title}: {counted(len(told), 'document')}")
    most = len(told) if everything else NAMED
    for path, one in told[:most]:
        remedy = f" {one.remedy.rstrip('.')}." if one.remedy and one.status == "failed" else ""
        out.say(f"  {path}\n    {(one.reason or 'no reason is known').rstrip('.')}.{remedy}")
    if len(told) > most:
        out.say(f"  and {counted(len(told) - most, 'document')} more (--all has them)")
