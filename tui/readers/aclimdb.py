"""The Large Movie Review Dataset (aclImdb): one review a file, named «id_rating.txt»; the url lists name its film.

`{train,test}/{pos,neg,unsup}/200_8.txt` is review 200 with 8 of 10 points; a rating of 0 means that none is known.
The review's film stands in line 200, counted from 0, of `urls_pos.txt` (`urls_neg.txt`, `urls_unsup.txt`) above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.models import Extract, Facts, Rating, Remark, Review
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.text.spoilers import announces_spoilers

_NAME = re.compile(r"(\d+)_(10|\d)\.txt")
_FOLDERS = frozenset({"pos", "neg", "unsup"})
_URL = re.compile(r"https?://(?:www\.)?imdb\.com/title/(tt\d{5,10})")
_FEATURES = re.compile(rb"\d{1,2}(?: \d+:\d+)+\s")
_LISTS: dict[tuple[str, int], tuple[str | None, ...]] = {}


class AclImdbReader:
    """One file of the data set."""

    name = "aclimdb"
    title = "Large Movie Review Dataset (aclImdb)"
    suffixes = (".txt",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a file of the data set."""
        name, folder = document.place[-1], document.place[-2:-1]
        if _NAME.fullmatch(name) and document.head.count(b"\n") <= 1:
            if folder and folder[0] in _FOLDERS:
                return Match(0.95, f"named as a review of aclImdb, in a folder «{folder[0]}»")
            return Match(0.55, "named as a review of aclImdb")
        if name.startswith("urls_") and _URL.match(document.head_text):
            return Match(0.95, "the list of links that belongs to the reviews of aclImdb")
        if name.endswith(".feat") and _FEATURES.match(document.head):
            return Match(0.95, "word counts of aclImdb")
        return Match(0.9, "words of aclImdb") if name in {"imdb.vocab", "imdber.txt"} else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the review with its rating and, through the list above it, its film."""
        found = _NAME.fullmatch(document.place[-1])
        if found is None:
            yield Remark(text="it holds no review; what it says of the reviews beside it is read with them")
            return
        text = values.passage(document.text)
        cite = document.cite(1, document.text.rstrip("\n").count("\n") + 1)
        folder = document.place[-2] if len(document.place) > 1 else ""
        film = _film(document, folder, int(found[1])) if folder in _FOLDERS else None
        stars = int(found[2])
        review = Review(
            text=text,
            rating=Rating(value=stars, out_of=10) if stars else None,
            spoiler=announces_spoilers(text),
            sources=(cite,),
        )
        yield Extract(
            facts=Facts(ids={"imdb": film}) if film else Facts(), source=cite, reviews=(review,) if text else ()
        )


def _film(document: Document, folder: str, number: int) -> str | None:
    urls = document.sibling(f"../urls_{folder}.txt")
    if urls is None:
        return None
    films = _films(urls)
    return films[number] if number < len(films) else None


def _films(urls: Document) -> tuple[str | None, ...]:
    """Return the films of a list, read once for the thousands of reviews beside it."""
    key = (urls.path, urls.size)
    if key not in _LISTS:
        _LISTS.clear()
        _LISTS[key] = tuple(_id(line) for line in urls.text.split("\n"))
    return _LISTS[key]


@lru_cache(maxsize=1024)
def _id(line: str) -> str | None:
    found = _URL.search(line)
    return found[1] if found else None


READER = AclImdbReader()
