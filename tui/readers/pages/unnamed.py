"""Which film an article is about where its headline and its text do not both name it.

«The city that Jacques built» leaves it to the text to name the film, and below «Lantern Row: One Lamp and No Money»
a text may speak of «it» throughout. Both are taken only where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.readers.pages.mentions import film_words, is_a_life, is_common, is_person
from tui.readers.pages.vocabulary import SECTIONS, key
from tui.text.comparing import fold
from tui.text.wordsets import phrases, words

LONGEST = 8
"""Words of the longest title that is looked for."""
_NAME = r"[A-ZÀ-Ž0-9][\w'’&-]*(?:\s+(?:(?:of|the|and|in|to|a|on|de|la|&)\s+)*(?:[dl]['’])?[A-ZÀ-Ž0-9][\w'’&-]*){0,7}"
_DATED = re.compile(rf"(?:[*_“\"]{{1,3}}([^*_“”\"]{{1,60}})[*_”\"]{{1,3}}|({_NAME}))\s*\((?:18|19|20)\d\d\)")
_MARKED = re.compile(
    r"(?<![\w*_])(?:\*{1,2}|_{1,2})(?=\S)([^*_]{1,60}?)(?:\*{1,2}|_{1,2})(?!\w)|«([^»]{1,60})»|„([^“”]{1,60})[“”]"
)
_KIND = r"(?:film|movie|picture|documentary|thriller|comedy|western|musical)"
_TELLS = (
    r"(?:,?\s+(?:which\s+|that\s+)?(?:was\s+(?:released|filmed|shot|finished|first\s+shown)|had\s+its\s+(?:first|world)\b|premi[eè]red|came\s+out|went\s+out\s+(?:in|on)\b"
    r"|opened\s+(?:in|on|at|\w+\s+(?:day|week|month|year)s?\s+(?:later|earlier))\b|(?:had\s+been|was)\s+shooting\b"
    r"|est\s+sortie?\b|se\s+estrenó\b|kam\s+(?:\S+\s+){1,4}in\s+die\s+Kinos\b|è\s+uscit[ao]\b|měl[ao]?\s+premiéru\b|wesz(?:ła|ło|edł)\s+na\s+ekrany\b"
    r"|took\s+[^.!?]{1,30}\s+to\s+(?:shoot|make|film)\b)"
    rf"|(?:,?\s+(?:is|was)|,)\s+(?:an?|the|[A-ZÀ-Ž][\w.’' -]{{1,40}}?['’]s)\s+(?:(?!of\b)[\w-]+\s+){{0,4}}{_KIND}\b"
    r"(?!\s+(?:company|studio|festival|director|maker|critic|school|archive|magazine|series)))"
)
"""What a text says of films only, behind their names."""
_TOLD = re.compile(rf"(?<![\w*_])(?P<name>{_NAME}(?::\s{_NAME})?)(?=[*_”»\"]{{0,3}}{_TELLS})")
_SHOWN = re.compile(
    r"\b(?:opened\s+(?:its|their)\s+doors\s+(?:for|to)|premi[eè]re\s+of|first\s+(?:night|showing|screening)\s+of"
    rf"|(?:shooting|filming|restoration)\s+of)\s+[*_«“\"]{{0,3}}(?P<name>{_NAME})"
)
"""What is said of films only, before their names."""
_MAKER = re.compile(r"(?:[A-ZÀ-Ž][\w.-]*\s){1,2}[A-ZÀ-Ž][\w-]*['’]s\s+(?=[A-ZÀ-Ž0-9])")
"""Whose a film is, before its name: «Ada Quill's Lantern Row»; of «Ferris Bueller's Day Off» more is said than once."""
_CLOCKS = words(
    "when before after since once though although while as by in for then but and that if on at yet so until"
)
_NO_FILM = frozenset(
    map(
        key,
        phrases(
            "exclusive|opinion|interview|watch|explained|ranked|news|breaking|obituary|feature|video"
            "|analysis|box office|oscars|academy awards|golden globes|baftas|emmys|cannes|venice|berlin"
            "|berlinale|sundance|toronto|telluride|hollywood|bollywood|netflix|disney|pixar|marvel|hbo|amazon"
            "|apple|warner|universal|paramount|a24|sony|mgm|in memoriam|in pictures|long read|the long read"
            "|quiz|poll|essay|column|editorial|letters|guide|report|anniversary|retrospective|throwback"
            "|flashback|deep dive|making of|behind the scenes|on location"
        ),
    )
)
"""What stands before a headline's colon and is no film."""


def dated_titles(text: str) -> list[str]:
    """Return the titles that a text gives years to: «*Heat* (1995)», «The Deer Hunter (1978)»."""
    return [_DAY.sub("", next(filter(None, found)).strip()) for found in _DATED.findall(text)]


def told_in(intro: Sequence[str]) -> set[str]:
    """Return the names of which an article's first paragraphs tell what is told of films only."""
    lead = "\n".join(intro[:3])
    return {_without_opener(found["name"]) for shape in (_TOLD, _SHOWN) for found in shape.finditer(lead)}


def without_maker(name: str) -> str:
    """Return «Lantern Row» for «Ada Quill's Lantern Row»."""
    return _MAKER.sub("", name)


def named_by_text(intro: Sequence[str], text: str) -> str | None:
    """Return the only film that an article's first paragraphs tell of, None where there are several or none."""
    if is_a_life(text):
        return None
    dated = set(dated_titles(text))
    if dated:
        opening = {title for paragraph in intro[:2] for title in dated_titles(paragraph)}
        return opening.pop() if len(dated) == 1 and opening else None
    marked = {_first(found) for found in _MARKED.finditer(intro[0])} if intro else set()
    told = {without_maker(name) if text.count(name) == 1 else name for name in told_in(intro)}
    told = {name for name in told if name and not is_common(name) and not is_person(name, text)}
    for names in (marked & told, marked if film_words(text) > 1 else set(), told):
        if len(names) == 1:
            return next(iter(names))
    return None


def named_by_headline(headline: str, text: str) -> str | None:
    """Return what stands before a headline's colon, where it can be nothing but the film that the text never names."""
    title, mark, rest = headline.partition(": ")
    names = title.split()
    if not mark or len(rest.split()) < 3 or not 0 < len(names) <= LONGEST or title[-1:] in '.,;”"’':
        return None
    if not all(word[:1].isupper() or fold(word) in _SMALL for word in names) or not names[0][:1].isupper():
        return None
    if (
        _TELLS_OF.search(title)
        or key(title) in _NO_FILM
        or key(title) in SECTIONS
        or key(names[0]) in _ASKING
        or is_person(title, text)
    ):
        return None
    return title if film_words(text) > 1 and _YEAR.search(text) and not is_a_life(text) else None


_TELLS_OF = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|do|not|never|\w+n['’]t|\w+['’]s)\b", re.IGNORECASE)
"""A whole sentence, or what is somebody's: «The Shark Is Not Working», «The Keeper's Last Lamp»."""
_SMALL = words("of the and in to a an on at by for from with or")
_ASKING = words("why how what when who where inside behind making revisiting remembering")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _first(found: re.Match[str]) -> str:
    inner: str = next(filter(None, found.groups()))
    return inner.strip(" ,.:;")


def _without_opener(name: str) -> str:
    """Return a name without what opens its sentence: «When Playtime» and «October 1967 Playtime» hold «Playtime»."""
    name = _WHEN.sub("", name)
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in _CLOCKS else name


_DAY = re.compile(r"^\d{4}-\d\d-\d\d\s+(?=\S)")
"""A day before a title: «2024-01-05 Lantern Row (1987)»."""
_WHEN = re.compile(r"^(?:[A-ZÀ-Ž]\w+\s+)?(?:18|19|20)\d\d\s+(?=[A-ZÀ-Ž0-9])")
