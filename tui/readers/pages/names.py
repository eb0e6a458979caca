"""Names of people and handles: how a name looks, and where it ends when a text follows on the same line.

«Tessa Brandt There is a scene…» is by Tessa Brandt, «Reelwise Quite a surprise!» by Reelwise: the line alone does
not say so. `split_author` weighs what can be seen (shape of the handle, capital letters and kind of the words
that follow, names and words elsewhere on the page) and says whether the border stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tui.readers.pages.wordlists import FIRST_NAMES, OPENERS, SURNAMES
from tui.text.comparing import fold
from tui.text.wordsets import phrases, words

LONGEST_NAME = 40
_HANDLE = re.compile(r"(?=.*[\d_]|[^\W\d_][a-z]*[A-Z]|.*[a-z][.-][a-z])[^\W_][\w.@'’-]*[\w]|[a-z][\w.-]{2,}|@\w+")
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[A-Z]")
_NOT_IN_NAMES = re.compile("[、。！？「」…，；：,;:!?<>{}|/]")
_PARTICLES = words("van von de der den del della di da du la le el al bin ibn mac st ter ten zu zur y e dos das")
_SUFFIXES = words("jr jr. sr sr. ii iii iv phd md")
_OPENING_MARKS = "\"'“‘«„`(*[<¡¿.…#-–—"
_NAMELESS = frozenset(
    phrases(
        "anonymous|anonym|anonyme|anonimo|a guest|guest|user|deleted user|unknown|a viewer|a customer|a google user"
    )
)
_GOES_ON = words(
    "is was are were has had have plays played gives gave and or of in on at with who does did do can could will"
    " would"
    " made makes made's stars starring directed directs did delivers gets got seems looks really never also"
)
"""Words before which a capitalised word is what the sentence is about: «Bruce plays», «Mask was»."""
OPEN_MARGIN = 3.5
"""Points between the best and the next reading below which the border counts as open."""


@dataclass(slots=True)
class PageWords:
    """What the rest of the page tells about words: which occur in lower case, which are names within sentences."""

    common: frozenset[str] = frozenset()
    """Words that stand in lower case somewhere: they are words of the language."""
    mentioned: frozenset[str] = frozenset()
    """Words that are capitalised in the middle of a sentence: people and places the texts speak of."""
    title: tuple[str, ...] = ()
    """The words of the film's title, folded."""
    seconds: Counter[str] = field(default_factory=Counter)
    """Second words of lines, by how many lines have them after different first words: shared surnames stand out."""

    @classmethod
    def of(cls, lines: Iterable[str]) -> PageWords:
        """Collect the words of a page's lines."""
        common: set[str] = set()
        mentioned: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for line in lines:
            words = line[:20_000].split()
            if len(words) > 2 and words[1][:1].isupper():
                pairs.add((words[0], words[1]))
            for before, word in pairwise(words[2:]):
                bare = word.strip("\"'“”‘’.,;:!?()*-")
                if bare.islower():
                    common.add(bare)
                elif bare[:1].isupper() and before[-1:] not in '.!?:"”' and before[:1].islower():
                    mentioned.add(bare.removesuffix("'s").removesuffix("’s"))
        return cls(frozenset(common), frozenset(mentioned), seconds=Counter(second for _, second in pairs))

    def about(self, title: str | None) -> PageWords:
        """Return the same words, knowing the film's title."""
        return replace(self, title=tuple(fold(word.strip("\"'.,:;!?")) for word in (title or "").split()))


@dataclass(frozen=True, slots=True)
class Split:
    """A line taken apart: who and what, and whether another reading is nearly as good."""

    author: str
    text: str
    open: bool
    score: float


def is_handle(word: str) -> bool:
    """Say whether one word can only be a handle: digits, underscores, inner capitals, all lower case with marks."""
    return bool(_HANDLE.fullmatch(word)) and bool(re.search(r"[\d_@]|\w[.-]\w", word) or _CAMEL.search(word))


def looks_like_name(text: str) -> bool:
    """Say whether a short text can be a name or a handle: «Tessa Brandt», «mr_teach_4», «J. R. van Dam»."""
    text = text.strip()
    if (
        not 1 < len(text) <= LONGEST_NAME
        or text[-1] in "!?,;:…"
        or not re.search(r"[^\W_]", text)
        or _NOT_IN_NAMES.search(text)
    ):
        return False
    if text.casefold() in _NAMELESS:
        return True
    words = text.split()
    if len(words) > 5 or (
        text[-1] == "." and not _INITIAL.fullmatch(words[-1]) and words[-1].casefold() not in _SUFFIXES
    ):
        return False
    if len(words) == 1:
        return is_handle(text) or bool(re.fullmatch(r"[\w.@'’~^|+&$=-]+", text)) or not text.isascii()
    if len(words) == 2 and known_first(words[0]) and text.islower():
        return words[1].isalpha() and len(words[1]) > 1 and words[1] not in OPENERS
    return all(_name_word(word, place) for place, word in enumerate(words))


def name_likeness(text: str) -> float:
    """Return how much a short line looks like a name rather than a verdict («Pretty good»): about -3 to 4."""
    if not looks_like_name(text):
        return -3.0
    words = text.split()
    if len(words) == 1:
        if is_handle(text):
            return 4.0
        lower = fold(text)
        return -1.5 if lower in OPENERS else 2.0 if text[:1].isupper() else 1.0
    points = 0.5
    points += 2.0 if fold(words[0]) in FIRST_NAMES else 0.0
    points -= 1.5 * sum(fold(word) in OPENERS for word in words if word[-1] != ".")
    points += 1.0 if any(is_handle(word) for word in words) else 0.0
    return points - 0.5 * max(0, len(words) - 3)


def begins_with_name(line: str, page: PageWords) -> bool:
    """Say whether a line begins with a handle, or with a word that is neither the language's nor the page's."""
    first = line.split(" ", 1)[0]
    if is_handle(first) or known_first(first):
        return True
    return first.isalpha() and not _is_opener(first) and first.casefold() not in page.common


def split_author(line: str, page: PageWords) -> Split | None:
    """Return author and text of a line on which the text follows the author's name, None where no name begins it."""
    words = line.split(" ")
    readings = [reading for count in (1, 2, 3) if (reading := _reading(words, count, page))]
    if not readings:
        return None
    readings.sort(key=lambda split: -split.score)
    best = readings[0]
    rival = readings[1].score if len(readings) > 1 else -99.0
    return Split(best.author, best.text, best.score - rival < OPEN_MARGIN, best.score)


def _reading(words: list[str], count: int, page: PageWords) -> Split | None:
    """Weigh one reading of a line: its first `count` words are the author."""
    if len(words) <= count or not all(words[:count]):
        return None
    name, rest = words[:count], " ".join(words[count:]).strip()
    if not rest or not _can_be_name(name):
        return None
    points = _name_points(name, page) + _start_points(words[count:], page)
    if count > 1 and (not _is_opener(name[-1]) or not _title_cased(words[count:])):
        points += _late_start(words, count)
    if count == 2 and _is_surname_before_text(words, page):
        points += 4.0
    if count > 2 and _title_cased(words[count:]):
        points -= 3.0  # «Ada Hale Dreams Just Die»: a headline's capitals say nothing
    if count > 1 and not known_first(name[0]) and len(words) - count == 1:
        points -= 3.0  # «Kamora Textbook Cinema»
    if count > 1 and page.title and _starts_with(words[count - 1 :], page.title):
        points -= 4.0  # «Nolvia Cooley High is …»: what is cut through is the film's title
    if count > 1 and _INITIAL.fullmatch(name[-1]) and words[count][:1].isupper() and not _is_opener(words[count]):
        points -= 3.0  # «Priyanka J. Lindgren»: the surname is still to come
    return Split(" ".join(name), rest, False, points)


def _is_surname_before_text(words: list[str], page: PageWords) -> bool:
    """Say whether «Short» in «Wren Short Masterwork of dread» is the surname: in running text no capital follows it."""
    rest = words[2]
    known = known_first(words[0]) and words[1][:1].isupper() and fold(words[1]) in SURNAMES
    named = rest.strip("\"'“”‘’.,;:!?()*-") in page.mentioned
    return known and rest[:1].isupper() and not named and not _title_cased(words[1:])


def _can_be_name(name: list[str]) -> bool:
    first = name[0]
    if first[:1] in _OPENING_MARKS or (first[-1:] in '.,;:!?)"”' and not _INITIAL.fullmatch(first)):
        return False
    return looks_like_name(" ".join(name))


def _name_points(name: list[str], page: PageWords) -> float:
    first = name[0]
    known = known_first(first)
    if len(name) == 1:
        points = 2.0 if is_handle(first) else 0.0
        points -= 2.0 if _is_opener(first) else 0.0
        return points - (1.0 if known else 0.0)
    points = -1.0 if len(name) == 2 else -3.0
    points += 3.0 if known else 0.0
    points -= 4.0 if is_handle(first) else 0.0
    lower = known and first.islower() and len(name) == 2 and name[1].isalpha() and name[1] not in page.common
    points -= 2.0 if first[:1].islower() and not lower else 0.0
    for word in name[1:]:
        bare = word.strip(".,'’")
        points -= 4.0 if bare.isdigit() else 0.0
        points += 1.0 if known and _is_unheard(bare, page) else 0.0
        points -= 3.5 if _is_opener(word) else 0.0
        points -= 1.0 if bare.casefold() in page.common else 0.0
        points -= 1.5 if bare in page.mentioned else 0.0
        points -= 4.0 if word[-1:] in ",;:!?" or "'s" in word or "’s" in word else 0.0
        small = word[:1].islower() and word.casefold() not in _PARTICLES and not is_handle(word)
        points -= 4.0 if small and not lower else 0.0
        points += 1.0 if page.seconds[word] > 1 and not _is_opener(word) else 0.0
        points += 1.0 if _INITIAL.fullmatch(word) and word not in {"I", "A"} else 0.0
    return points


def known_first(word: str) -> bool:
    """Say whether a word is one of the common first names."""
    return fold(word) in FIRST_NAMES


def _is_unheard(word: str, page: PageWords) -> bool:
    """Say whether a capitalised word is none that texts begin with or that this page uses: a surname, most likely."""
    return word[:1].isupper() and not _is_opener(word) and word.casefold() not in page.common


def _starts_with(rest: list[str], title: tuple[str, ...]) -> bool:
    """Say whether words begin with the film's title («"Cooley High" is»), one of several words."""
    return len(title) > 1 and tuple(fold(word.strip("\"“”'‘’.,:;!?")) for word in rest[: len(title)]) == title


def _start_points(rest: list[str], page: PageWords) -> float:
    """Weigh how well a text begins with these words."""
    first = rest[0]
    if not first:
        return -2.0
    bare = first.lstrip(_OPENING_MARKS)
    if not bare or not bare[:1].isalpha():
        return 1.0  # a digit, a mark: no name goes on like that
    if bare[:1].islower():
        return -2.5 if bare.casefold().strip(".,") in _GOES_ON else -0.5
    points = 0.5
    points += 1.0 if first[:1] in _OPENING_MARKS else 0.0
    points += 2.5 if _is_opener(first) else 0.0
    points += 0.5 if bare.casefold().strip(".,!?") in page.common else 0.0
    return points


def _late_start(words: list[str], count: int) -> float:
    """Weigh a capital in the line's third or fourth word: «Bird There are» does not run on, «Bird there is» might."""
    word = words[count]
    bare = word.lstrip(_OPENING_MARKS)
    if not bare[:1].isupper():
        return 1.0 if bare[:1].isdigit() or word[:1] in _OPENING_MARKS else 0.0
    if bare == "I" or bare.startswith(("I'", "I’")):
        return 1.5
    return 1.5 if _is_opener(word) else 0.5


def _is_opener(word: str) -> bool:
    bare = fold(word.lstrip(_OPENING_MARKS)).replace("’", "'")
    found = re.match(r"[^\W\d_]+(?:'[a-z]+)?", bare)
    return found is not None and (found[0] in OPENERS or found[0].split("'")[0] in OPENERS)


def _title_cased(words: list[str]) -> bool:
    """Whether a text is a headline in capitals or too short to tell; in running text a capital means more."""
    counted = [word for word in words[1:9] if word[:1].isalpha()]
    return len(counted) < 3 or sum(word[:1].isupper() for word in counted) > 0.5 * len(counted)


def _name_word(word: str, place: int) -> bool:
    if _INITIAL.fullmatch(word) or word.casefold() in _SUFFIXES or is_handle(word):
        return True
    if place and word.casefold() in _PARTICLES:
        return True
    bare = word.strip("\"“”'’()")
    if not bare:
        return False
    return (bare[0].isupper() or not bare.isascii() or (place == 0 and bare.islower())) and bool(
        re.fullmatch(r"[\w.'’-]+", bare)
    )
