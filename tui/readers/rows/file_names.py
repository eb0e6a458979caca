"""The film that a file of reviews is called after: «Tidemark 1988.csv», «让子弹飞.csv»."""

from __future__ import annotations

import re

from tui.models import Plain
from tui.readers.rows import values

_OF_REVIEWS = re.compile(
    r"[ _-]*(?:user |critic |movie |film |imdb )*(?:reviews?|comments|影评|短评|评论)$", re.IGNORECASE
)
_GENERIC = frozenset(
    "review reviews movie movies film films data dataset datasets train training test testing validation val valid "  # noqa: SIM905 - a list of words is read as words
    "dev imdb douban amazon rotten tomatoes letterboxd metacritic kaggle netflix sentiment sentiments analysis "
    "polarity comments comment output raw clean cleaned processed preprocessed final sample samples all my user users "
    "critic critics corpus text texts labels labelled labeled unlabelled unsup master export sheet new copy part "
    "results result scraped scrape list untitled book tweets positive negative neg pos feedback customer product "
    "ratings rating table big small full reviewer spoiler spoilers yelp hotel hotels restaurant restaurants app apps "
    "google play store twitter reddit books game games stanford cornell large balanced shuffled english".split()
)
"""Words that tables of many films are called by."""
_YEAR_BEHIND = re.compile(r"(.+?) ((?:18[89]|19\d|20[0-2])\d)")
"""«Tidemark 1988»: how files are called one of which there is for each film."""


def film_of(name: str) -> tuple[Plain, int | None] | None:
    """Return title and year of the film that a file's name is, as titles are written; None where it is none."""
    stem = re.sub(r"_ ", ": ", name.rsplit("/", 1)[-1].rsplit(".", 1)[0])  # what no file's name may have
    stem = _OF_REVIEWS.sub("", re.sub(r"[_\s]+", " ", stem).strip())
    bare = _YEAR_BEHIND.fullmatch(stem)
    title, year = values.title_year(f"{bare[1]} ({bare[2]})" if bare else stem)
    words = re.findall(r"[^\W\d_]+", stem.casefold())
    if title is None or not words or _GENERIC & set(words):
        return None
    cased = all(word[:1].isupper() or word[:1].isdigit() or len(word) < 4 for word in title.split())
    titled = cased and (len(words) > 1 or year is not None)
    return (title, year) if titled or values.is_han(stem) else None
