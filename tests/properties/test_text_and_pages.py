"""What must hold for every text: cleaning is safe and idempotent, readers raise nothing but their own error."""

from __future__ import annotations

import re
import unicodedata

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import DocumentError
from tui.models import Extract, Review, Trivia
from tui.readers import article, critique, film_page, loose_review
from tui.readers.base import Reader
from tui.readers.document import Document
from tui.text import clean, clean_line
from tui.text.dates import parse_date
from tui.text.decoding import decode
from tui.text.durations import parse_minutes
from tui.text.markup import unmark_html
from tui.text.paragraphs import restore_breaks
from tui.text.ratings import find_rating, parse_rating
from tui.text.titles import compared_by, title_key

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
ANY = st.text(alphabet=st.characters(exclude_categories=()))
READERS: tuple[Reader, ...] = (film_page.READER, article.READER, critique.READER, loose_review.READER)
PIECES = st.sampled_from(
    [
        *("Film\n", "1999 | 100 min | PG\n", "\n", "Reviews\n", "Synopsis\n", "Spoilers\n", "AD\n", "View More"),
        *("Plot[edit]\n", "by Ann_1 | 8/10 | 3 May 2014\n", "Ann_1 Good.\n", "## Heading\n", "* item\n", "1. item\n"),
        "A sentence that tells something of the film at some length.\n",
        *("> quote\n", "Director: \n", "★★★", "(2001)", "\x1b[31m", "\u202e", "\x85", "<br />", "&amp;lt;", "Cast\n"),
        *("X as Y\n", "3 Comments\n", "====\n", "— Ann\n", '"quoted"\n', "\ud800", "9 of 12 found this helpful\n"),
    ]
)
PAGES = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40).map("".join)


@given(ANY)
def test_cleaning_leaves_no_control_and_is_idempotent(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert clean(cleaned) == cleaned


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs", "Mn", "Mc"))))
def test_cleaning_loses_nothing_readable(text: str) -> None:
    kept = [c for c in text if unicodedata.category(c) not in ("Cf", "Cc") and c not in "\ufff9\ufffa\ufffb"]
    assert clean("".join(kept)) == "".join(kept)


@given(ANY)
def test_a_cleaned_line_is_one_line_without_space_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert line == line.strip()
    assert "\n" not in line


@given(st.binary())
def test_any_bytes_decode(raw: bytes) -> None:
    decode(raw)
    decode(raw, partial=True)
    decode(raw, declared="shift_jis")


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), min_size=1))
def test_utf8_round_trips(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(max_size=300))
def test_restoring_breaks_changes_white_space_only_and_is_idempotent(text: str) -> None:
    parted = restore_breaks(text)
    assert re.sub(r"\s", "", parted) == re.sub(r"\s", "", text)
    assert restore_breaks(parted) == parted


@given(st.text(max_size=200))
def test_values_are_read_or_none(text: str) -> None:
    minutes = parse_minutes(text)
    assert minutes is None or minutes > 0
    rating = parse_rating(text, scale=10)
    assert rating is None or 0 <= rating.value <= rating.out_of
    found = find_rating(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
    date = parse_date(text)
    assert date is None or date
    unmark_html(text)


@given(st.text(max_size=200))
def test_a_title_has_its_key_among_its_keys(title: str) -> None:
    key = title_key(title)
    assert not key or key in compared_by(title).loose


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=150)
@given(page=PAGES)
def test_a_page_reader_fails_only_with_its_own_error_and_lets_no_control_through(reader: Reader, page: str) -> None:
    document = Document.of_bytes("page.txt", page.encode("utf-8", "surrogatepass"))
    match = reader.match(document)
    assert 0 <= match.sure <= 1
    try:
        found = list(reader.read(document))
    except DocumentError:
        return
    last = page.count("\n") + page.count("\r") + 1
    for one in found:
        for value in _strings(msgspec.to_builtins(one)):
            assert not FORBIDDEN.search(value)
        if isinstance(one, Extract):
            records: list[Review | Trivia] = [*one.reviews, *one.trivia]
            for record in records:
                first, final = record.sources[0].lines
                assert 1 <= first <= final <= last
                assert record.text.strip()


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _strings(inner)]
    return [text for inner in value for text in _strings(inner)] if isinstance(value, list | tuple) else []
