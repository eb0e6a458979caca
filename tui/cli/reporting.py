"""The report of an import, for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted

if TYPE_CHECKING:
    from tui.models import DocumentReport, ImportReport

LISTED = 40
"""Documents up to which each is listed; of more only those are that ask for something."""
REMARKS = 5
"""Remarks shown of one document."""


def show(report: ImportReport, out: Output, *, dry_run: bool = False, everything: bool = False) -> None:
    """Print what became of the documents: what asks for something last, next to the sum."""
    listed = list(report.documents)
    if len(listed) > LISTED and not everything:
        _grouped(report, out)
        listed = [one for one in listed if one.status in ("failed", "unfiled")]
    columns = ("Document", "Status", "Read as", "Film", "Reviews", "Trivia", "Merged")
    numbers = ("Reviews", "Trivia", "Merged")
    if listed:
        out.table(columns, (_row(one) for one in listed), right=numbers)
    for one in listed:
        _details(one, out)
    out.say(summary(report, dry_run=dry_run))


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


def _row(one: DocumentReport) -> tuple[object, ...]:
    film = one.film or (counted(one.films, "film") if one.films else None)
    return (one.path, one.status, one.reader, film, one.reviews, one.trivia, one.merged)


def _details(one: DocumentReport, out: Output) -> None:
    if one.reason and one.status != "unchanged":
        tail = f" {one.remedy.rstrip('.')}." if one.remedy else ""
        out.say(f"{one.path}: {one.reason.rstrip('.')}.{tail}")
    for remark in one.remarks[:REMARKS]:
        first, last = remark.lines
        where = f", line {first}" if first == last and first else f", lines {first}-{last}" if first else ""
        out.say(f"{one.path}{where}: {remark.text}")
    if len(one.remarks) > REMARKS:
        out.say(f"{one.path}: {counted(len(one.remarks) - REMARKS, 'more remark')} (--json has them all)")


def _grouped(report: ImportReport, out: Output) -> None:
    groups = Counter(
        (one.status, one.reader or "", (one.reason or "") if one.status == "skipped" else "")
        for one in report.documents
    )
    for (status, reader, reason), count in sorted(groups.items()):
        read = f" as {reader}" if reader else ""
        why = f": {reason}" if reason else ""
        out.lines([Line(f"{counted(count, 'document')} {status}{read}{why}")])
