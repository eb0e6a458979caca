from __future__ import annotations

import io

import pytest

from tui.cli import reporting
from tui.cli.output import Output
from tui.models import DocumentReport, ImportReport, Remark


def told(report: ImportReport, *, everything: bool = False) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    reporting.show(report, Output(stdout=out, stderr=err), everything=everything)
    return out.getvalue(), err.getvalue()


def many() -> ImportReport:
    fine = [DocumentReport(path=f"{n}.md", status="imported", reader="note", films=1) for n in range(100)]
    left = [DocumentReport(path="a.csv", status="skipped", reader="letterboxd", reason="a deleted entry")]
    bad = [DocumentReport(path="bad.bin", status="failed", reason="it holds no text", remedy="Save it as text")]
    return ImportReport(documents=(*fine, *left, *bad), films=100, failed=1)


def test_of_many_documents_only_those_are_listed_that_ask_for_something() -> None:
    out, said = told(many())
    assert "100 documents imported as note\n" in out
    assert "Left alone: 1 document\n  a.csv: a deleted entry\n" in said
    assert "bad.bin\tfailed" in out
    assert "99.md" not in out
    assert "Could not be read: 1 document\n  bad.bin\n    it holds no text. Save it as text.\n" in said
    assert said.endswith("102 documents: 100 films, 0 reviews, 0 trivia new; 1 failed.\n")


def test_every_document_is_listed_on_request() -> None:
    assert "99.md\timported" in told(many(), everything=True)[0]


def test_remarks_name_their_lines_and_do_not_flood() -> None:
    remarks = tuple(Remark(text="a broken row", lines=(n, n)) for n in range(1, 9))
    one = DocumentReport(path="rows.csv", status="imported", reader="table", remarks=remarks)
    _, said = told(ImportReport(documents=(one,)))
    assert "  rows.csv\n    line 1: a broken row\n" in said
    assert said.count("a broken row") == reporting.REMARKS
    assert "3 more remarks" in said


def test_a_dry_run_says_would() -> None:
    assert "would be new" in reporting.summary(many(), dry_run=True)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_formats_have_a_line_each_and_names_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    out, err = Terminal(), io.StringIO()
    reporting.show(many(), Output(stdout=out, stderr=err))
    rows = [line.split() for line in out.getvalue().splitlines() if line.startswith(" note")]
    assert rows == [["note", "100", "100", "0", "0", "0"]]
    assert "99.md" not in out.getvalue()
    assert "Could not be read: 1 document\n  bad.bin\n" in err.getvalue()
    few = [DocumentReport(path=f"/films/a long folder/{n}.md", status="imported", reader="note") for n in range(3)]
    out = Terminal()
    reporting.show(ImportReport(documents=tuple(few)), Output(stdout=out, stderr=io.StringIO()))
    assert [line.split()[0] for line in out.getvalue().splitlines() if ".md" in line] == ["0.md", "1.md", "2.md"]


def test_the_reason_is_the_remark_where_a_document_was_left_alone() -> None:
    left = DocumentReport(path="README", status="skipped", reason="nothing", remarks=(Remark(text="it is a manual"),))
    _, said = told(ImportReport(documents=(left,)))
    assert "  README: it is a manual\n" in said
    assert "Worth a look" not in said


def test_what_an_export_tells_of_its_owner_is_counted_document_by_document() -> None:
    diary = DocumentReport(path="x/diary.csv", status="imported", reader="letterboxd", own={"viewings": 2, "tagged": 1})
    wanted = DocumentReport(path="x/watchlist.csv", status="imported", reader="letterboxd", own={"wanted": 1})
    other = DocumentReport(path="x/deleted/list.csv", status="skipped", reader="letterboxd", reason="a header alone")

    out, said = told(ImportReport(documents=(diary, wanted, other)))

    assert "\t2 viewings, 1 tagged\n" in out
    assert "\t1 wanted\n" in out
    assert "  deleted/list.csv: a header alone\n" in said
