"""The words for an owner's shelves, and for the states of their films: seen, wanted, loved."""

from __future__ import annotations

import re

_SHELVES = {
    name: shelf
    for shelf, names in {
        "watchlist": (
            "watchlist|mylist|towatch|plantowatch|planned|planning|wanttowatch|wanttosee|wantstosee|tosee|wishlist|wish|unwatched|"
            "watchlater|backlog|wishlisted|vormerken|merkliste|willsehen|möchtesehen|àvoir|avoir|porver|quieroverla|paraver|"
            "queroassistir|queroover|davedere|tezien|attse|doobejrzenia|chcęobejrzeć|chceobejrzec|chcividět|chcividet|"
            "хочупосмотреть|будусмотреть|想看|觀たい|見たい|観たい"
        ),
        "watched": (
            "watched|seen|completed|complete|finished|done|watch|rewatch|viewed|collect|gesehen|angesehen|vu|vus|vista|vistas|"
            "visto|vistos|assistido|assistidos|visti|gezien|bekeken|sett|sedd|obejrzane|obejrzany|obejrzałem|viděno|videno|"
            "megnézve|просмотрено|просмотренные|смотрел|看过|看過|観た|見た|鑑賞済み|봤어요"
        ),
        "likes": "likes|liked|favorites|favourites|favorite|favourite|loved",
    }.items()
    for name in names.split("|")
}
"""What the owner calls the shelf, or the state, of a film; lower case, letters only."""


def shelf_of(text: str) -> str | None:
    """Return which shelf a word means, «watchlist», «watched» or «likes»; None where it means none."""
    return _SHELVES.get(re.sub(r"[\W_]", "", text.casefold()))
