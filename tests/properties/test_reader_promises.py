"""What every reader promises for every document: only its own error, nothing that could harm a terminal, in time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.checking import ADDRESSES, FRAGMENTS, KEYS, check, page
from tui.readers import registry
from tui.readers.document import Document
from tui.readers.html.page import Page, parse_json
from tui.readers.html.text import paragraphs_of
from tui.text import clean

values = (
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.floats(allow_nan=False)
    | st.sampled_from(FRAGMENTS)
    | st.text(max_size=20)
)
data = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)
films = st.dictionaries(st.sampled_from(KEYS), data, max_size=10).map(lambda said: {"@type": "Movie", **said})
pieces = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=30), max_size=25)
pages = st.builds(page, st.sampled_from(ADDRESSES), pieces, st.none() | films | data, st.none() | data)
texts = pieces.map("".join)
READERS = {reader.name: reader for reader in registry.readers()}
QUICK = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("name", READERS)
@QUICK
@given(
    document=st.one_of(pages, texts), suffix=st.sampled_from(["html", "xml", "txt", "md", "csv", "json", "org", "nfo"])
)
def test_a_reader_keeps_its_promises(name: str, document: str, suffix: str) -> None:
    check(READERS[name], document.encode("utf-8", "replace"), f"document.{suffix}")


@pytest.mark.parametrize("name", READERS)
@QUICK
@given(raw=st.binary(max_size=400))
def test_a_reader_survives_any_bytes(name: str, raw: bytes) -> None:
    check(READERS[name], raw, "document.txt")


@given(said=data)
def test_imdb_data_of_any_shape_is_read_without_error(said: object) -> None:
    for address in ADDRESSES[1:5]:
        properties = {"props": {"pageProps": {"aboveTheFoldData": {}, "mainColumnData": said, "contentData": said}}}
        check(READERS["imdb-page"], page(address, [], None, properties).encode("utf-8", "replace"))


@given(markup=texts)
def test_text_of_any_markup_is_clean_and_stays(markup: str) -> None:
    found = paragraphs_of(markup)
    assert clean(found) == found
    assert found == found.strip()
    assert "\n\n\n" not in found


@given(text=st.text(max_size=200))
def test_any_text_is_json_or_nothing(text: str) -> None:
    parse_json(text)


@given(
    href=st.text(max_size=60)
    | st.sampled_from(["javascript:x", "//a/b", "http://a/\x9b", "https://[::1", "http:\\\\a"])
)
def test_a_link_is_http_and_without_controls_or_none(href: str) -> None:
    made = Page(Document.of_bytes("p.html", page("https://example.org/", []).encode())).link(href)
    assert made is None or (
        made.startswith(("http://", "https://")) and clean(made) == made and not set(made) & set(" \t\n")
    )
