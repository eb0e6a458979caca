"""Names of languages in any language, as ISO 639-1 codes.

The names come from CLDR through `langcodes` and `language_data`, which are imported for a name that the
short list does not hold; a page in English needs neither.
"""

from __future__ import annotations

import re
from functools import lru_cache

_COMMON = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "japanese": "ja",
    "chinese": "zh", "mandarin": "zh", "cantonese": "zh", "korean": "ko", "hindi": "hi", "russian": "ru",
    "portuguese": "pt", "arabic": "ar", "swedish": "sv", "danish": "da", "norwegian": "no", "dutch": "nl",
    "polish": "pl", "czech": "cs", "hungarian": "hu", "turkish": "tr", "greek": "el", "hebrew": "he",
    "persian": "fa", "latin": "la", "yiddish": "yi", "tamil": "ta", "bengali": "bn", "urdu": "ur",
}  # fmt: skip
_NOT_A_LANGUAGE = frozenset({"none", "silent", "no language", "zxx", "und", "unknown", "n/a", "other", "multiple"})
_ALIASES = {"flemish": "nl", "farsi": "fa", "filipino": "tl", "moldovan": "ro", "bokmål": "nb", "castilian": "es"}
_NOTE = re.compile(r"\s*[(\[（].*$|\s+(?:subtitles?|dubbed|with .*|only)$", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*(?:[,;/|•·‧、]|\s-\s|\sand\s|\sund\s|\set\s|\sy\s)\s*", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})*", re.IGNORECASE)


def language_code(name: str) -> str | None:
    """Return the ISO 639-1 code of a language's name or code, None where it is no language.

    A language without a two-letter code gets that of the language it is counted to (Mandarin and Cantonese
    are zh), else its three-letter code.
    """
    key = _NOTE.sub("", name.strip()).strip(" .:").casefold()
    if not key or key in _NOT_A_LANGUAGE:
        return None
    return _COMMON.get(key) or _ALIASES.get(key) or _looked_up(key)


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


@lru_cache(maxsize=1024)
def _looked_up(key: str) -> str | None:
    import langcodes

    try:
        is_code = _CODE.fullmatch(key) and langcodes.tag_is_valid(key)
        language = langcodes.get(key) if is_code else langcodes.find(key)
    except (LookupError, ValueError):
        return None
    code = language.prefer_macrolanguage().language
    return {"fil": "tl", "nb": "no", "cmn": "zh", "yue": "zh"}.get(code or "", code)
