"""No file can smuggle in what the cleaner takes away: the cheap look at its bytes misses nothing."""

from __future__ import annotations

import json

import msgspec
import pytest

from tui.errors import DamagedFileError
from tui.store.scrub import is_clean, scrubbed
from tui.store.storage import parse
from tui.text import clean


def test_every_character_that_the_cleaner_takes_away_is_seen_raw_and_escaped() -> None:
    for code in range(0x110000):
        character = chr(code)
        if clean(character) == character:
            continue
        assert not is_clean(json.dumps({"text": f"a{character}b"}).encode()), hex(code)
        if not 0xD800 <= code <= 0xDFFF:
            assert not is_clean(json.dumps({"text": f"a{character}b"}, ensure_ascii=False).encode()), hex(code)


def test_ordinary_text_is_not_suspected() -> None:
    text = 'Curly “quotes”, dashes – and — such, «guillemets», 東京, café, \n\n\t "escaped", back\\slash, 🎬, ½ ★★★½'
    assert is_clean(msgspec.json.encode({"text": text}))
    assert clean(text) == text


def test_texts_and_keys_are_cleaned_at_any_depth() -> None:
    value = {"a\x1b": ["x\x9by", {"b": "\u202ez"}], "n": 1, "f": 1.5, "t": True, "none": None}
    assert scrubbed(value) == {"a": ["x›y", {"b": "z"}], "n": 1, "f": 1.5, "t": True, "none": None}


@pytest.mark.parametrize("raw", [b'{"a": {"b": "\xed\xa0\x80"}}', b'{"a": {"b": "\\ud800"}}', b'{"a": {"b": "\xff"}}'])
def test_what_is_no_text_at_all_is_damage(raw: bytes) -> None:
    with pytest.raises(DamagedFileError):
        parse(raw, "film-1.json")
