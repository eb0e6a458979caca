"""The browser's report of an import: what asks for something first, and never a line for each of thousands."""

from __future__ import annotations

from tui.models import DocumentReport, ImportReport, Plain, Remark
from tui.screens.import_report import LISTED, NAMED, REMARKS, report_passages


def lines(*documents: DocumentReport) -> list[str]:
    return [passage.text for passage in report_passages(ImportReport(documents=documents))]


def imported(number: int) -> DocumentReport:
    return DocumentReport(path=f"{number}.md", status="imported", reader="note", film=f"film-{number}", reviews=2)


def test_what_asks_for_something_comes_first_and_what_was_left_alone_last() -> None:
    told = lines(
        DocumentReport(path="home/photo.jpg", status="skipped", reason="it is a picture"),
        DocumentReport(path="home/page.html", status="imported", reader="film-page", film="kite-1999", reviews=3),
        DocumentReport(path="home/bad.zip", status="failed", reason="it is damaged", remedy="Download it again"),
        DocumentReport(path="home/stray.txt", status="unfiled", reason="it names no film", remedy="File it"),
    )
    assert told[1:] == [
        "Could not be read: 1 document",
        "bad.zip — it is damaged. Download it again.",
        "Waits for its film, U files it: 1 document",
        "stray.txt — it names no film.",
        "Read: 1 document",
        "page.html — film-page, kite-1999, 3 reviews",
        "Left alone: 1 document",
        "photo.jpg — it is a picture",
    ]


def test_one_reason_is_told_once_however_many_documents_have_it() -> None:
    stray = [DocumentReport(path=f"in/{n}.txt", status="unfiled", reason="it names no film") for n in range(30)]
    told = lines(*stray)
    assert told[1] == "Waits for its film, U files it: 30 documents"
    assert told[2].endswith(f"{NAMED - 1}.txt and {30 - NAMED} more — it names no film.")
    assert len(told) == 3


def test_of_many_documents_each_format_has_a_line() -> None:
    told = lines(*(imported(n) for n in range(LISTED + 1)))
    assert told[1:] == [f"Read: {LISTED + 1} documents", f"note — {LISTED + 1} documents, {2 * (LISTED + 1)} reviews"]


def test_remarks_name_their_lines_and_do_not_flood() -> None:
    remarks = tuple(Remark(text=Plain("a broken row"), lines=(n, n)) for n in range(1, 9))
    told = lines(
        DocumentReport(path="/somewhere/rows.csv", status="imported", reader="table", films=2, remarks=remarks)
    )
    assert told[1] == "Worth a look: 1 document"
    assert told[2].startswith("rows.csv — line 1: a broken row; line 2: a broken row;")
    assert told[2].count("a broken row") == REMARKS
    assert told[2].endswith("3 more remarks")
