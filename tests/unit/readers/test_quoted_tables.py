"""Tables whose quotes hold line breaks, told from the prose that stands in them and from prose beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest

from tests.unit.readers.reading import read
from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.registry import answers, choose
from tui.readers.rows.delimited import shape_of
from tui.readers.rows.roles import role_of

_REVIEW = (
    '# What I saw, on a wet Tuesday\n\nThe ferry leaves, the band plays on, and "nobody waves" (page {}).\n\n'
    "Reviewed by Ann Ott, 3 May 2004\n\nThe second half is shorter, and, to be fair, better lit than the first.\n"
    "- It ends well.\n\n8/10"
)
"""Everything that pages of prose are known by: a headline, a byline, bullets, a score."""
_TEXTS = [_REVIEW.format(number) for number in range(30)]


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], mark: str = ",", end: str = "\r\n") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=mark, lineterminator=end).writerows([header, *rows])
    return stream.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("header", "before", "after"),
    [
        (("Review-Title", "Review-Description"), ("",), ()),
        (("review", "sentiment"), (), ("positive",)),
        (("text", "label"), (), ("1",)),
        (("", "review"), ("7",), ()),
        (("movie", "year", "review"), ("Tin Moon", "1973"), ()),
    ],
)
def test_every_review_with_line_breaks_is_one_row(
    header: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...], mark: str, end: str
) -> None:
    found = read("set.csv", _table(header, [(*before, text, *after) for text in _TEXTS], mark, end))
    assert found.reader == "table"
    assert [review.text.count("nobody waves") for review in found.reviews] == [1] * len(_TEXTS)
    assert "page 29" in found.reviews[-1].text


@pytest.mark.parametrize("name", ["dump.csv", "dump.txt"])
def test_one_column_of_quoted_reviews_is_a_table_whatever_it_is_called(name: str) -> None:
    found = read(name, _table(("review",), [(text,) for text in _TEXTS]))
    assert (found.reader, len(found.reviews)) == ("table", len(_TEXTS))


def test_two_known_names_make_a_table_whatever_the_reviews_column_is_called() -> None:
    found = read("Filme.csv", _table(("Titel", "Jahr", "Worte"), [("Mire", "1990", text) for text in _TEXTS], ";"))
    assert (found.reader, set(found.titles)) == ("table", {("Mire", 1990)})


def test_a_column_called_watchlist_may_hold_the_state_of_each_film() -> None:
    rows = [("Mire", "1990", "completed", "8"), ("Salt", "1975", "plantowatch", "")]
    found = read("backup.csv", _table(("Title", "Year", "Watchlist", "My Rating"), rows))
    seen, wanted = found.own
    assert (len(seen.viewings), seen.watchlist) == (1, None)
    assert (wanted.viewings, wanted.watchlist) == ((), "yes")


def test_one_column_without_a_single_quote_is_a_table_where_it_is_named_one() -> None:
    lines = "review\n" + "".join(f"Shown twice and dull both times {n}\n" for n in range(9))
    assert len(read("dump.csv", lines).reviews) == 9
    assert read("dump.txt", lines).reader != "table"


def test_a_column_of_texts_named_by_nobody_but_beside_the_rows_numbers_has_its_header_left_out() -> None:
    found = read(
        "dump.csv", _table(("", "txt_a", "lbl"), [(str(n), text, str(n % 2)) for n, text in enumerate(_TEXTS)])
    )
    assert (found.reader, len(found.reviews)) == ("table", len(_TEXTS))


def test_a_table_with_quotes_is_surer_than_any_reader_of_prose() -> None:
    text = _table(("review_title", "review"), [("", text) for text in _TEXTS])
    first, second, *_ = answers(Document.of_bytes("reviews.csv", text.encode()))
    assert first.reader.name == "table"
    assert first.match.sure > 0.93 >= second.match.sure


@pytest.mark.parametrize(
    "text",
    [
        "Review, by Ann Ott\n\nThe ferry, which is late, leaves.\n\nThe band, to be fair, plays on, and on, and on.\n",
        'Review\n\n"Nothing, really," he said.\n\n"Much, I hope," she said.\n\nThen the film begins, and it is long.\n',
        'Review\n"A quoted line, the first."\n"A second, which is longer."\nAnd then, at last, the film begins.\n' * 3,
        'Quotes\n"All at sea, all at once."\n"Bring rope, bring bread."\n"I waved, once."\n"So did I, twice."\n',
        "# Tin Moon\n\n"
        + "".join(
            f'## Part {n}\n\nOne says, "as they do, often", what the other, in turn, denies.\n\n' for n in range(5)
        ),
    ],
)
def test_prose_with_commas_and_quotes_stays_prose(text: str) -> None:
    document = Document.of_bytes("page.txt", text.encode())
    assert choose(document).reader.name != "table"
    shape = shape_of(text.splitlines(keepends=True), role_of)
    assert shape is None or shape.even < 0.95 or not shape.guarded


@pytest.mark.parametrize("width", [400, 50_000])
@pytest.mark.parametrize("rows", [0, 3])
def test_a_table_of_figures_without_end_fails_as_one_and_waits_nowhere(width: int, rows: int) -> None:
    line = ",".join(str(n % 10) for n in range(width))
    text = ",".join(f"c{n}" for n in range(width)) + "\n" + f"{line}\n" * rows
    with pytest.raises(DocumentError, match=r"names? no film and no review"):
        read("wide.csv", text)


def test_only_the_head_of_a_large_table_is_looked_at() -> None:
    raw = _table(("review", "sentiment"), [(text, "pos") for text in _TEXTS * 2000]).encode()
    taken = 0

    class Counting(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal taken
            block = super().read(size)
            taken += len(block)
            return block

    assert len(raw) > 10_000_000
    assert choose(Document("big.csv", lambda: Counting(raw), len(raw))).reader.name == "table"
    assert taken < 200_000
