"""From bytes to text: the encoding is looked for, never guessed where it can be known."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tui.text.alphabets import single_byte

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
STRAY_CP1252 = "cp1252-bytes"
"""What to do with bytes that are no UTF-8, as codecs know it: they are read as cp1252."""
_SAMPLE = 4096
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}|\xc2[\x80-\xbf]")
_NOT_ALLOWED = frozenset(
    {"utf-7", "utf7", "idna", "punycode", "rot13", "rot_13", "hex", "base64", "bz2", "zip", "zlib", "uu", "quopri"}
)
"""Codecs that a document must not name: not of text, or costly."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was come by."""

    text: str
    encoding: str


def decode(raw: bytes, *, declared: str | None = None, partial: bool = False) -> Decoded:
    """Return the text of `raw`: byte order mark, UTF-16 by its zero bytes, strict UTF-8, as declared, else by content.

    A text that is UTF-8 but for some stray bytes (two files pasted together, a character cut in the middle) is
    read as UTF-8, and the stray bytes alone as cp1252. What is none of it is an encoding of East Asia where it gives
    that language's frequent characters, else the single-byte one whose letters make an alphabet (`alphabets`).

    Args:
        raw: the bytes.
        declared: an encoding that the document names (a meta tag, an XML declaration).
        partial: the bytes are a document's beginning; a character cut at the end is left out.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return Decoded(_lines(_incremental(raw, name, partial)), name)
    wide = _utf16(raw)
    if wide:
        return Decoded(_lines(_incremental(raw, wide, partial)), wide)
    wanted = (declared or "").strip().lower()
    for name in ("utf-8", wanted if wanted not in _NOT_ALLOWED else ""):
        if name:
            try:
                return Decoded(_lines(_incremental(raw, name, partial, "strict")), name)
            except (UnicodeDecodeError, LookupError, TypeError, AttributeError):
                continue
    if _mostly_utf8(raw):
        return Decoded(_lines(_incremental(raw, "utf-8", partial, STRAY_CP1252)), "utf-8, some bytes cp1252")
    if (eastern := _eastern(raw)) is not None:
        return Decoded(_lines(_incremental(raw, eastern, partial)), eastern)
    name = single_byte(raw[: 16 * _SAMPLE])
    return Decoded(_lines(raw.decode(name, "replace")), name)


def _utf16(raw: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: every other byte of European text is zero."""
    sample = raw[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= 0.6 * pairs and even <= 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even >= 0.6 * pairs and odd <= 0.05 * pairs else None


_CHINESE = "的一是不了在人有我他中上大和地到以要就出可也你生能而子那得于下自之年作看很好片影"
_EASTERN = (
    ("shift_jis", re.compile("[ぁ-んァ-ヶ]"), 0.25),
    ("euc_jp", re.compile("[ぁ-んァ-ヶ]"), 0.25),
    ("euc_kr", re.compile("[가-힣]"), 0.6),
    ("gb18030", re.compile(f"[{_CHINESE}这个们来为国说时会对过后里]"), 0.05),
    ("big5", re.compile(f"[{_CHINESE}這個們來為國說時會對過後裡]"), 0.05),
)
"""Encodings of East Asia, and how large a share of their characters the most frequent ones are at least."""


def _eastern(raw: bytes) -> str | None:
    """Return the East Asian encoding in which `raw` is made of that language's frequent characters."""
    sample = raw[: 4 * _SAMPLE]
    if len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100)))) < 0.1 * len(sample):
        return None
    best, most = None, 1.0
    for name, frequent, least in _EASTERN:
        try:
            text = codecs.getincrementaldecoder(name)("strict").decode(sample)
        except UnicodeDecodeError:
            continue
        foreign = sum(not character.isascii() for character in text)
        share = len(frequent.findall(text)) / max(foreign, 1) / least
        if share > most:
            best, most = name, share
    return best


def _mostly_utf8(raw: bytes) -> bool:
    """Say whether the bytes above 0x7f form UTF-8 characters but for a few."""
    good = _MULTIBYTE.findall(raw)
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    return len(good) > 1 and sum(map(len, good)) >= 0.8 * high


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that broke UTF-8 as cp1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(STRAY_CP1252, _stray)


def _incremental(raw: bytes, name: str, partial: bool, errors: str = "replace") -> str:
    return codecs.getincrementaldecoder(name)(errors).decode(raw, final=not partial)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
