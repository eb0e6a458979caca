"""What the browser shows of an import: what asks for something first, then what came in, then what was left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.models import DocumentReport, ImportReport
from tui.screens.evidence import entry, heading
from tui.text.imports import by_format, by_reason, owned, placed, shortened, why_left
from tui.widgets.passages import Passage
from tui.widgets.ratings import counted

LISTED = 40
"""Documents up to which each that was read has a line; of more, each format has one."""
NAMED = 12
"""Documents that are named behind a reason; of more the number is told."""
REMARKS = 5
"""Remarks shown of one document."""
MOST = 200
"""Lines under a heading."""

Told = Sequence[tuple[str, DocumentReport]]
"""Documents with the names that tell them apart."""


def report_passages(report: ImportReport) -> list[Passage]:
    """Return what became of an import."""
    paths = [one.path for one in report.documents]
    alone = len(paths) == 1 and not report.failed
    names = [path.rsplit("/", 1)[-1] for path in paths] if alone else shortened(paths)
    told = list(zip(names, report.documents, strict=True))

    def of(*states: str) -> Told:
        return [(name, one) for name, one in told if one.status in states]

    failed, waiting, read, unchanged, left = map(of, ("failed", "unfiled", "imported", "unchanged", "skipped"))
    remarked = [(name, one) for name, one in of("imported", "unfiled", "unchanged") if one.remarks]
    sections = (
        ("Could not be read", failed, _reasons((_why(one), name) for name, one in failed), "✗"),
        ("Waits for its film, U files it", waiting, _reasons((_why(one), name) for name, one in waiting), "•"),
        ("Worth a look", remarked, _remarks(remarked), "•"),
        ("Read", read, _read(read), "•"),
        ("Left alone", left, _reasons((why_left(one), name) for name, one in left), "•"),
        ("Unchanged since last time", unchanged, _read(unchanged) if len(unchanged) <= LISTED else (), "•"),
    )
    passages = [heading(headline(report))]
    for title, documents, lines, sign in sections:
        if documents:
            passages.append(heading(f"{title}: {counted(len(documents), 'document')}"))
            passages += [entry(len(passages) + at, line, sign) for at, line in enumerate(lines[:MOST])]
    return passages


def headline(report: ImportReport) -> str:
    """Return what is new in one line."""
    parts = [counted(report.films, "film"), counted(report.reviews, "review"), f"{report.trivia:,} trivia"]
    merged = f"; {report.merged:,} merged with what was there" if report.merged else ""
    return f"New: {', '.join(parts)}{merged}"


def _why(one: DocumentReport) -> str:
    """Return the reason, and what can be done about it where that is not to be done here."""
    reason = (one.reason or "no reason is known").rstrip(".")
    return f"{reason}. {one.remedy.rstrip('.')}." if one.remedy and one.status == "failed" else f"{reason}."


def _reasons(told: Iterable[tuple[str, str]]) -> list[str]:
    lines = []
    for reason, names in by_reason(told).items():
        more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
        lines.append(f"{', '.join(names[:NAMED])}{more} — {reason}")
    return lines


def _remarks(told: Told) -> list[str]:
    lines = []
    for name, one in told:
        said = [placed(remark) for remark in one.remarks[:REMARKS]]
        if len(one.remarks) > REMARKS:
            said.append(counted(len(one.remarks) - REMARKS, "more remark"))
        lines.append(f"{name} — {'; '.join(said)}")
    return lines


def _read(told: Told) -> list[str]:
    """Return a line a document, or a line a format where there are many."""
    if len(told) <= LISTED:
        return [f"{name} — {', '.join(filter(None, (one.reader, one.film, _held([one]))))}" for name, one in told]
    groups = by_format(one for _, one in told)
    return [
        f"{reader} — {counted(len(ones), 'document')}, {_held(ones)}".rstrip(", ")
        for (_, reader), ones in sorted(groups.items(), key=lambda item: -len(item[1]))
    ]


def _held(ones: Sequence[DocumentReport]) -> str:
    """Return what documents hold: «3 films, 12 reviews, 4 trivia, 2 merged»."""
    films = sum(one.films for one in ones if len(ones) > 1 or one.film is None)
    reviews, trivia, merged = (sum(getattr(one, what) for one in ones) for what in ("reviews", "trivia", "merged"))
    parts = (
        counted(films, "film") if films else "",
        counted(reviews, "review") if reviews else "",
        f"{trivia:,} trivia" if trivia else "",
        f"{merged:,} merged" if merged else "",
        f"yours: {own}" if (own := owned(ones)) else "",
    )
    return ", ".join(filter(None, parts))
