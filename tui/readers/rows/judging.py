"""What a column means by what stands in it and beside it, where its name says nothing or may say two things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tui.readers.rows import values
from tui.readers.rows.roles import FILM_ROLES, normal
from tui.readers.rows.settling import OWN
from tui.readers.rows.shelves import shelf_of

LONG = 90
"""Mean length from which a column holds texts."""
_SUMMED_UP = frozenset({"summary", "excerpt", "description", "snippet"})
"""What a critic's words are called in a table that names the critic and the paper, or the score."""
_NAMED = 5
"""Spaces in a name, at most."""
_SENTENCE = 40
"""Mean length from which a column holds texts where no column has a name, or there is but one."""
_JUDGING = frozenset({"rating", "sentiment", "verdict", "author", "spoiler", "helpful", "headline", "publication"})
_TITLED = re.compile(r".+\(\s*(?:1[89]|20)\d\d\s*\)\s*$")
_CERTIFICATE = re.compile(r"G|PG|PG-?13|R|NC-?17|NR|UR|X|M|GP|U|UA|Not Rated|Unrated|Passed|Approved|TV-\w+")
_GENRES = re.compile(
    r"action|adventure|animation|biography|comedy|crime|documentary|drama|family|fantasy|(?:film[- ])?noir|history"
    r"|horror|music(?:al)?|mystery|romance|sci-fi|science fiction|short|sport|thriller|war|western|adult|news"
    r"|reality-tv|talk-show|game-show|biopic|superhero|children",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"fresh|rotten", re.IGNORECASE)
_SENTIMENT = re.compile(r"pos(?:itive)?|neg(?:ative)?", re.IGNORECASE)
_RATING = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?:\s*/\s*\d{1,3})?|[★⭐½]{1,6}", re.IGNORECASE)
_ENDS = frozenset(".!?…")
_CODE = re.compile(r"[^\W\d_]{0,3}[\W\d_]+")
"""A number, or one with a letter before it: «m12»."""
_SHOP = frozenset({"asin", "parent asin", "product id"})
_SEVERAL = 1.5
"""Titles to each film from which they are those of its reviews, and not its own in several spellings."""
_NO_TEXT = re.compile(r"[\d.,]+|true|false|yes|no|https?://\S+", re.IGNORECASE)


def _is_year(cell: str) -> bool:
    return re.fullmatch(r"(?:1[89]|20)\d\d(?:\.0|/[IVX]+)?", cell) is not None


def _link_to(site: str, cell: str) -> bool:
    """Say whether a cell is nothing but the id of a film, or an address that holds it."""
    return len(cell) <= 200 and " " not in cell and site in values.link_ids(cell)


def _is_slip(cell: str) -> bool:
    """Say whether a year that is none costs no more than itself: «????», «TBA», a certificate; no word, no title."""
    return len(cell) <= 4 and (cell.isupper() or not any(map(str.isalnum, cell)))


SHAPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("id:imdb", lambda cell: _link_to("imdb", cell)),
    ("id:tmdb", lambda cell: _link_to("tmdb", cell)),
    ("id:letterboxd", lambda cell: _link_to("letterboxd", cell)),
    ("year", _is_year),
    (
        "genres",
        lambda cell: all(_GENRES.fullmatch(part.strip(" '\"")) for part in re.split(r"[,|/;]", cell.strip("[]"))),
    ),
    ("verdict", lambda cell: _VERDICT.fullmatch(cell) is not None),
    ("sentiment", lambda cell: _SENTIMENT.fullmatch(cell) is not None),
    ("rating", lambda cell: _RATING.fullmatch(cell) is not None),
    ("link", lambda cell: cell.startswith(("http://", "https://"))),
    ("date", lambda cell: not cell.isdecimal() and values.date(cell) is not None),
)
"""Roles that content alone can show."""
TYPED: dict[str, Callable[[str], bool]] = {
    "id:imdb": lambda cell: bool(values.external_id("imdb", cell)),
    "year": lambda cell: values.year(cell) is not None or _is_slip(cell),
    "sentiment": lambda cell: _SENTIMENT.fullmatch(cell.strip()) is not None or cell.strip() in {"0", "1"},
    "rating": lambda cell: len(cell) <= 40,
    "date": lambda cell: len(cell) <= 40,
    "released": lambda cell: len(cell) <= 60,
    "my_rating": lambda cell: values.rating(cell, 100.0) is not None,
    "runtime": lambda cell: len(cell) <= 40,
    "title": lambda cell: len(cell) <= 300 and "\n" not in cell.strip(),
}
"""What a cell of a role must look like; a row that breaks it is not read."""
_EITHER: dict[str, tuple[str, Callable[[str], bool]]] = {
    name: ("rating", lambda cell: values.rating(cell, 100.0) is not None) for name in ("stars", "star")
} | {"watched": ("watched_on", lambda cell: any(map(str.isdecimal, cell)) and values.date(cell) is not None)}
_EITHER["like"] = ("helpful", lambda cell: cell.isdecimal() and cell not in {"0", "1"})
_EITHER |= dict.fromkeys(("status", "watchlist"), ("shelf", lambda cell: shelf_of(cell) is not None))
_EITHER |= dict.fromkeys(
    ("note", "nota"), ("my_note", lambda cell: len(cell) > 15 and values.rating(cell, 100.0) is None)
)
_EITHER |= {"seen": _EITHER["watched"], "viewed": _EITHER["watched"]}
"""Names that mean another role where the cells are of its kind: stars may be actors or points, «seen» a day,
«note» is a mark in French and a remark in English."""
_TURNS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "watched": _EITHER["watched"],
    "film_type": ("shelf", lambda cell: shelf_of(cell) is not None),
}
"""Roles that turn into another where most cells are of its kind."""
_AVERAGE = re.compile(
    r"average|avg|mean|global|community|public|imdb|tmdb|critic|media|moyenne|durchschnitt|sredn|средн"
)
"""What the name of the rating says that others gave a film."""
_LOGGED = frozenset({"title", "original_title", "other_titles", "year", "rating", "rating10", "date", "link", "key",
                     "slug", "tags", "venue", "film_type"})  # fmt: skip
"""What a log of films has at most, where nobody is named: its dates and ratings are its owner's."""
_TOLD = (FILM_ROLES - {"title", "slug"}) | {"rating", "film_rating"}
"""Roles beside which a bare «date» may be the day of the first showing."""
_TMDB = (frozenset({"vote average"}), frozenset({"cast", "crew"}), frozenset({"adult", "popularity"}))
"""Columns that only TMDB's data sets have beside a film's number."""


def mean(column: Sequence[str]) -> float:
    """Return how long the cells of a column are on average."""
    return sum(map(len, column)) / len(column) if column else 0.0


def judge(
    names: Sequence[str],
    roles: list[str | None],
    columns: Sequence[Sequence[str]],
    about: tuple[str, int | None] | None = None,
) -> None:
    """Settle names that mean different things in different tables, by what stands beside and in them.

    Args:
        names: the columns' names.
        roles: what each would mean by its name; settled here.
        columns: what stands in them.
        about: the film that the table is called after, and its year.
    """
    plain = [normal(name) for name in names]
    if "id:tmdb" not in roles and any(marks <= set(plain) for marks in _TMDB):
        roles[:] = [
            "id:tmdb" if role == "key" and not _counting(column) else role
            for role, column in zip(roles, columns, strict=True)
        ]
    _settle_by_others(plain, roles, columns)
    has = set(roles)
    for place, role in enumerate(roles):
        roles[place] = _judged(role, plain[place], columns[place], has)
    _settle_titles(plain, roles, columns, about)
    _settle_ids_title(plain, roles, columns)
    if "text" in roles:
        _settle_review(plain, roles, columns)
        return
    _settle_owner(plain, roles)
    for place, role in enumerate(roles):
        told = set(roles) & _TOLD and "name" not in plain
        if role == "date" and told and "year" not in roles and "released" not in roles and not set(roles) & OWN:
            roles[place] = "released"
        elif role == "rating" and "film_rating" not in roles and not set(roles) & OWN:
            roles[place] = "film_rating"
        elif role == "author" and plain[place] == "author":
            roles[place] = None


def _settle_by_others(plain: Sequence[str], roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Call a date that is a year one, and the summary of a critic their review."""
    signed = "author" in roles and {"rating", "publication"} & set(roles)
    for place, role in enumerate(roles):
        if role in {"date", "released"} and "year" not in roles and share(columns[place], _is_year) > 0.9:
            roles[place] = "year"
        elif role == "synopsis" and plain[place] in _SUMMED_UP and "text" not in roles and signed:
            roles[place] = "text"


def _settle_review(plain: Sequence[str], roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Give a review its headline and its paper where their names may mean something of the film, or of its owner."""
    for place, role in enumerate(roles):
        if role == "synopsis" and plain[place] == "summary" and {"author", "rating"} <= set(roles):
            roles[place] = "headline" if "headline" not in roles and mean(columns[place]) < LONG else role
        elif role == "venue" and plain[place] == "medium" and "author" in roles and "publication" not in roles:
            roles[place] = "publication"


def _settle_owner(plain: Sequence[str], roles: list[str | None]) -> None:
    """Give the owner what is theirs: a mark beside the average of all, and the days and marks of a mere log."""
    if "my_rating" in roles and "rating" in roles and "film_rating" not in roles:
        roles[roles.index("rating")] = "film_rating"
    if set(roles) & OWN or "author" in roles or "rating" not in roles:
        return
    place = roles.index("rating")
    if "film_rating" in roles:
        if _AVERAGE.search(plain[roles.index("film_rating")]) and not _AVERAGE.search(plain[place]):
            roles[place] = "my_rating"
    elif {"title", "year", "date"} <= set(roles) and all(role in _LOGGED or _is_id(role) for role in roles):
        roles[place] = "my_rating"
        roles[roles.index("date")] = "watched_on" if "venue" in roles else "rated_on"


def _is_id(role: str | None) -> bool:
    return role is not None and role.startswith("id:")


def _judged(role: str | None, name: str, column: Sequence[str], has: set[str | None]) -> str | None:
    """Return what one column's role comes to when its content and its neighbours are looked at."""
    if name in _EITHER and share(column, _EITHER[name][1]) >= 0.5:
        return _EITHER[name][0]
    if role in _TURNS and share(column, _TURNS[role][1]) >= 0.5 and _TURNS[role][0] not in has:
        return _TURNS[role][0]
    if role in {"liked", "watched", "wanted"} and column and not share(column, _is_liking) >= 0.5:
        return None  # a number of people, or a share of them
    if role in {"text", "trivia"} and share(column, lambda cell: _NO_TEXT.fullmatch(cell) is not None) > 0.8:
        return None  # «comments» and «facts» as a number, «quote» as a flag
    if role == "id:imdb" and name in {"imdb", "imdb link", "imdb url"} and column:
        return role if share(column, TYPED["id:imdb"]) else "film_rating"
    if role == "id:boxd" and has & {"text", "watched_on", "rewatch"}:
        return "link"  # in a diary and in reviews the short link is the entry's, not the film's
    if role == "key" and share(column, lambda cell: re.fullmatch(r"tt\d{5,10}", cell) is not None) > 0.8:
        return "id:imdb" if "id:imdb" not in has else None
    if role in {"year", "watched_on"} and column and not share(column, lambda cell: _is_time(role, cell)):
        return None
    return role


def _is_time(role: str, cell: str) -> bool:
    return bool(values.year(cell)) or (role == "watched_on" and values.date(cell) is not None)


def _is_liking(cell: str) -> bool:
    return values.yes(cell) or values.no(cell) or values.date(cell) is not None


def own_beside_all(names: Sequence[str], roles: list[str | None]) -> None:
    """Call a «user rating» beside a «rating» the owner's, where the table also says when or how often they watched."""
    plain = [normal(name) for name in names]
    if {"rating", "user rating"} <= set(plain) and {"plays", "watched_on"} & set(roles):
        roles[plain.index("user rating")], roles[plain.index("rating")] = "my_rating", "film_rating"


def _is_certificate(cell: str) -> bool:
    return _CERTIFICATE.fullmatch(cell) is not None


def certificates(roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Call a «rating» that holds certificates one, so that another column may be the rating."""
    for place, role in enumerate(roles):
        if role in {"rating", "audience"} and share(columns[place], _is_certificate) > 0.8:
            roles[place] = "certificate"


def texts_of_critics(roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Call a column of texts so that goes by the name of who wrote them: «critic»."""
    for place, role in enumerate(roles):
        if (
            role == "author"
            and "text" not in roles
            and share(columns[place], lambda cell: cell.count(" ") > _NAMED) > 0.5
        ):
            roles[place] = "text"


def _settle_titles(
    plain: Sequence[str],
    roles: list[str | None],
    columns: Sequence[Sequence[str]],
    about: tuple[str, int | None] | None,
) -> None:
    """Settle «title», the review's beside «movie title», and «name», the author's beside «title»; else the film's."""
    for weak in ("title", "name", "series title"):
        if weak not in plain:
            continue
        place = plain.index(weak)
        if weak == "title":
            others = [other for other, role in enumerate(roles) if role == "title" and other != place]
            if others and "headline" not in roles and "text" in roles:
                roles[place] = "headline"
                roles[others[0]] = "title"
            elif others and "text" not in roles:
                roles[place], roles[others[0]] = "title", None
            elif "text" in roles and "year" not in roles and _is_headline(place, plain, roles, columns, about):
                roles[place] = "headline"
            elif "title" not in roles:
                roles[place] = "title"
        elif "title" not in roles:
            roles[place] = "title"
        elif "text" in roles and "author" not in roles and mean(columns[place]) < 40:
            roles[place] = "author"


def _settle_ids_title(plain: Sequence[str], roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Take what ends in «name» for the title where none is called so: «watch list item name» beside IMDb's number."""
    if "title" not in roles and any(map(_is_id, roles)):
        named = (place for place, name in enumerate(plain) if name.endswith((" name", " title")))
        if (found := next((at for at in named if roles[at] is None and _titles(columns[at])), None)) is not None:
            roles[found] = "title"


def _is_headline(
    place: int,
    plain: Sequence[str],
    roles: Sequence[str | None],
    columns: Sequence[Sequence[str]],
    about: tuple[str, int | None] | None,
) -> bool:
    """Say whether a «title» is each review's: a shop's, one written as such, or many of one film."""
    column = columns[place]
    if _SHOP & set(plain) or _are_headlines(column):
        return True
    ids = next((columns[at] for at, role in enumerate(roles) if _is_id(role)), ())
    if len(ids) == len(column) and len(set(zip(ids, column, strict=True))) >= _SEVERAL * len(set(ids)) > 0:
        return True
    return about is not None and about[1] is not None and not any(about[0] in cell for cell in column)


def _are_headlines(column: Sequence[str]) -> bool:
    """Say whether titles are those of reviews: hardly one comes again, and they are written like sentences."""
    if len(column) < 8 or len(set(column)) < 0.85 * len(column):
        return False
    if share(column, lambda cell: cell.rstrip()[-1:] in _ENDS) > 0.3:
        return True
    words: list[str] = [word for cell in column for word in re.findall(r"[^\W\d_]{4,}", cell)[1:]]
    lower = sum(1 for word in words if word.islower())
    return len(words) >= len(column) and lower > 0.4 * len(words)


def share(column: Sequence[str], test: Callable[[str], bool]) -> float:
    """Return the share of a column's cells that pass a test."""
    return sum(map(test, column)) / len(column) if column else 0.0


def by_content(roles: list[str | None], columns: Sequence[Sequence[str]], *, named: bool) -> None:
    """Give the columns whose names say nothing the roles that their content shows.

    In a table with names, a column of small figures may be anything (a revenue, a rank) unless reviews stand beside it.
    """
    unknown = [place for place, role in enumerate(roles) if role is None and columns[place]]
    for place in list(unknown):
        for role, test in SHAPES:
            if role not in roles and share(columns[place], test) > 0.8 and len(columns[place]) > 2:
                if role in {"rating", "year"} and (_counting(columns[place]) or (named and "text" not in roles)):
                    break
                roles[place] = role
                unknown.remove(place)
                break
    for place in list(unknown):
        if "title" not in roles and share(columns[place], lambda cell: _TITLED.match(cell) is not None) > 0.6:
            roles[place] = "title"
            unknown.remove(place)
    if not named:
        _unnamed(roles, columns, unknown)
    _find_text(roles, columns, unknown, long=LONG if named and len(columns) > 1 else _SENTENCE)
    told = set(roles)
    if not named and {"rating", "title"} <= told and not told & {"text", "date", "film_rating"}:
        roles[roles.index("rating")] = "film_rating"


def _unnamed(roles: list[str | None], columns: Sequence[Sequence[str]], unknown: list[int]) -> None:
    """Find titles and numbers of films among columns without names, and whose a mere log is."""
    if "title" not in roles and ("id:imdb" in roles or {"year", "rating"} <= set(roles)):
        for place in [at for at in unknown if _titles(columns[at])][:1]:
            roles[place] = "title"
            unknown.remove(place)
    if "key" not in roles and unknown and _identifies(columns[unknown[0]]):
        roles[unknown.pop(0)] = "key"
    if "text" not in roles:
        _settle_owner([""] * len(roles), roles)


def _find_text(roles: list[str | None], columns: Sequence[Sequence[str]], unknown: Sequence[int], *, long: int) -> None:
    """Give the longest of the unknown columns of prose its role: reviews where something judges, else plots."""
    alone = len(columns) == 1
    texts = [place for place in unknown if mean(columns[place]) >= long and not _listed(columns[place])]
    if texts and "text" not in roles and "plot" not in roles and "synopsis" not in roles:
        longest = max(texts, key=lambda place: mean(columns[place]))
        roles[longest] = "text" if alone or _JUDGING & set(roles) else "plot"


def _titles(column: Sequence[str]) -> bool:
    """Say whether a column without a name, beside the numbers of films, holds their titles: short, all different."""
    written = share(column, lambda cell: _CODE.fullmatch(cell) is None and values.date(cell) is None)
    return len(set(column)) > 0.9 * len(column) > 1 and written > 0.8 and mean(column) < LONG


def _counting(column: Sequence[str]) -> bool:
    """Say whether a column only numbers the rows."""
    figures = [int(cell) for cell in column if cell.isdecimal()]
    return len(figures) > 2 and all(after - before == 1 for before, after in pairwise(figures))


def _identifies(column: Sequence[str]) -> bool:
    """Say whether a column without a name holds the numbers of films."""
    return all(cell.isdecimal() for cell in column) and len(set(column)) == len(column) > 2


def _listed(column: Sequence[str]) -> bool:
    return share(column, lambda cell: cell[:1] in "[{" and cell[-1:] in "]}") > 0.5
