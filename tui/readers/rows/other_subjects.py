"""What is about something else than films: books, music, shops, programs; known by what its columns are called.

A folder of somebody's things holds more than films. What looks like a title, a year and a rating is a film only where
nothing else is said that no film has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.readers.rows.roles import normal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(","))


_FOREIGN = _words(
    "isbn,isbn13,isbn 13,issn,doi,journal,binding,num pages,number of pages,page count,pages,artist,artists,album,"
    "albums,album artist,track,track name,track number,song,bpm,spotify id,symbol,ticker,sku,stock,brand,manufacturer,"
    "license,licence,dependencies,dev dependencies,version,scripts,amount,balance,email,e mail,phone,phone number,"
    "e mail 1 value,phone 1 value,given name,hotel,hotel name,hotel address,restaurant,cuisine,ingredients,calories,"
    "latitude,longitude,lat,lon,lng,coordinates,geometry,temp c,temperature,humidity,developers,developer,steam id,"
    "app id,app name,podcast,book id,book title,game id,player count"
)
"""Names that no table of films has."""
_SERIAL = re.compile(r"episod|season|s[eé]rie|\bshow\b|^tv$|シリーズ|番組|сериал|剧集|연속극", re.IGNORECASE)
SERIAL = "entry that is no film but a series or a part of one; kept with its type"
_FILMS = frozenset({"directors", "cast", "tomatometer", "metascore", "certificate", "crew"})
_DATED = frozenset({"year", "released"})
_OTHERS = _words(
    "book,books,novel,comic,comics,manga,light novel,audiobook,game,games,video game,videogame,board game,boardgame,"
    "music,music video,musicvideo,podcast series,podcast episode,videojuego,videogioco,jeu vidéo,videospiel,"
    "music,album,musicrelease,music release,song,track,artist,band,podcast,recipe,restaurant,place,person,people,"
    "product,buch,bücher,spiel,livre,livres,jeu,libro,libri,juego,gioco"
)
"""What a field «type» says where a note or a row is about no film and no series."""


def others(names: Sequence[str], roles: Iterable[str | None]) -> list[str]:
    """Return the columns that only something else than films has; none where a column is of films alone.

    Args:
        names: the columns' names.
        roles: what they would mean in a table of films.
    """
    have = {role for role in roles if role is not None}
    plain = {name: {normal(name), normal(name.rsplit(".", 1)[-1])} for name in names}
    if have & _FILMS or any(role.startswith("id:") for role in have) or any(map(_says_film, names)):
        return []
    told = [name for name, forms in plain.items() if forms & _FOREIGN]
    if not have & _DATED:
        told += [name for name, forms in plain.items() if "price" in forms]
    return told


def is_other(kind: str) -> bool:
    """Say whether what is called the type of a thing is no film and no series."""
    return normal(kind) in _OTHERS if kind.strip() else False


def is_serial(kind: str) -> bool:
    """Say whether what is called the type of a title is a series, or a part of one."""
    return _SERIAL.search(kind) is not None


def _says_film(name: str) -> bool:
    plain = normal(name)
    return "movie" in plain or "film" in plain or "imdb" in plain
