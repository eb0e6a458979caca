"""Languages: their names in any of thirty languages, and their ISO 639-1 codes.

The names are a table beside this file, read when the first one is looked up. They are matched exactly:
a library that guesses finds a language in every second film title.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tui.text.comparing import fold

_TABLE = Path(__file__).with_name("language_names.txt")
_NOT_A_LANGUAGE = frozenset({"none", "silent", "no language", "zxx", "und", "unknown", "n/a", "other", "multiple"})
_THREE_LETTERS = {
    "eng": "en", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "spa": "es", "ita": "it", "jpn": "ja",
    "chi": "zh", "zho": "zh", "cmn": "zh", "yue": "zh", "cn": "zh", "kor": "ko", "rus": "ru", "por": "pt",
    "pol": "pl", "cze": "cs", "ces": "cs", "hin": "hi", "ara": "ar", "swe": "sv", "dan": "da", "nor": "no",
    "dut": "nl", "nld": "nl", "hun": "hu", "tur": "tr", "gre": "el", "ell": "el", "heb": "he", "per": "fa",
    "fas": "fa", "fin": "fi", "slk": "sk", "slo": "sk", "ukr": "uk", "tha": "th", "fil": "tl", "nb": "no", "nn": "no",
}  # fmt: skip
_NOTE = re.compile(r"\s*[(\[（].*$|\s+(?:subtitles?|dubbed|with .*|only|language)$", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*(?:[,;/|•·‧、]|\s-\s|\sand\s|\sund\s|\set\s|\sy\s)\s*", re.IGNORECASE)
_CODE = re.compile(r"(?P<code>[a-z]{2,3})(?:[-_][a-z0-9]{2,4})*", re.IGNORECASE)


def language_code(name: str) -> str | None:
    """Return the ISO 639-1 code of a language's name or code, None where it is no language.

    A language without a two-letter code gets that of the language it is counted to: Cantonese is zh.
    """
    key = fold(_NOTE.sub("", name.strip()).strip(" .:"))
    if not key or key in _NOT_A_LANGUAGE:
        return None
    names = _names()
    if key.endswith("語") and key not in names:
        key = key[:-1] + "语"  # of names in Chinese characters the table holds the short form
    if key in names:
        return names[key]
    code = _CODE.fullmatch(key)
    if not code:
        return None
    return _THREE_LETTERS.get(code["code"]) or (code["code"] if code["code"] in _table() else None)


def language_codes(text: str) -> tuple[str, ...]:
    """Return the codes of all languages that a field names, in its order; what is no known language stays as written.

    «Mandarin (English subtitles)» names one; «English, français / Deutsch» three.
    """
    codes: dict[str, None] = {}
    for part in _SEPARATORS.split(re.sub(r"[(\[（][^)\]）]*[)\]）]", "", text)):
        name = part.strip(" .:|")
        if name and name.casefold() not in _NOT_A_LANGUAGE:
            codes[language_code(name) or name] = None
    return tuple(codes)


def language_name(code: str) -> str:
    """Return a language's English name for its ISO 639-1 code; what is no known code stays as it is."""
    names = _table().get(code)
    return names[0].title() if names else code


@cache
def _names() -> dict[str, str]:
    """Return the names, folded, with their codes."""
    return {name: code for code, names in _table().items() for name in names}


@cache
def _table() -> dict[str, list[str]]:
    """Return the codes with their folded names, the English one first."""
    rows = (line.partition("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {code: names.split("|") for code, _, names in rows if not code.startswith("#")}
