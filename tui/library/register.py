"""The library's films by what they are looked up by: ids, aliases, titles, and the keys of identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from tui.errors import AmbiguousError, NotFoundError
from tui.library.slugs import slug
from tui.models import FilmSummary
from tui.text.comparing import squash
from tui.text.ordering import sort_title
from tui.text.titles import split_year, title_key

DISTINCT = "--"
"""Stands in the id of a film that shares title and year with another, before what tells it apart."""


def named(summary: FilmSummary) -> str:
    """Return a film as a person names it: «Mask (1985)»."""
    return f"{summary.title} ({summary.year})" if summary.year else summary.title


class Register:
    """All films of a library, as summaries."""

    def __init__(self, summaries: Iterable[FilmSummary] = (), *, by_title: bool = False) -> None:
        """Take the films in; what looking up needs is made when it is first asked for.

        Args:
            summaries: the films.
            by_title: whether they come by title and year.
        """
        self._films: dict[str, FilmSummary] = {summary.id: summary for summary in summaries}
        self._by_title = tuple(self._films.values()) if by_title else None
        self._keys: defaultdict[str, set[str]] | None = None
        self._aliases: dict[str, set[str]] | None = None

    def __len__(self) -> int:
        return len(self._films)

    def __contains__(self, film_id: object) -> bool:
        return film_id in self._films

    def __iter__(self) -> Iterator[FilmSummary]:
        return iter(self._films.values())

    def get(self, film_id: str) -> FilmSummary | None:
        """Return a film's summary, None where there is no such film."""
        return self._films.get(film_id)

    def summaries(self) -> tuple[FilmSummary, ...]:
        """Return all films, by title and year."""
        if self._by_title is None:
            self._by_title = tuple(
                sorted(self._films.values(), key=lambda film: (sort_title(film.title), film.year or 0, film.id))
            )
        return self._by_title

    def replaced(self, changed: Iterable[FilmSummary], removed: Iterable[str]) -> Register:
        """Return a register with these changes; this one stays as it is."""
        films = dict(self._films)
        for film_id in removed:
            films.pop(film_id, None)
        films.update((film.id, film) for film in changed)
        return Register(films.values())

    def by_key(self, key: str) -> frozenset[str]:
        """Return the ids of the films that have a key of identity."""
        return frozenset(self._by_key().get(key, ()))

    def keys(self, keys: AbstractSet[str]) -> set[str]:
        """Return those of some keys of identity that films have."""
        return keys & self._by_key().keys()

    def _by_key(self) -> Mapping[str, set[str]]:
        if self._keys is None:
            self._keys = defaultdict(set)
            for film in self._films.values():
                for held in film.keys:
                    self._keys[held].add(film.id)
        return self._keys

    def holds(self, film_id: str) -> bool:
        """Say whether a film of this id is there, or one that had this id before."""
        return film_id in self._films or bool(self.aliases.get(film_id))

    def current(self, film_id: str) -> FilmSummary | None:
        """Return the film that has this id or had it, None where there is none or more than one."""
        if film_id in self._films:
            return self._films[film_id]
        heirs = self.aliases.get(film_id, set())
        return self._films[next(iter(heirs))] if len(heirs) == 1 else None

    @property
    def aliases(self) -> Mapping[str, set[str]]:
        """Former ids to the films that had them."""
        if self._aliases is None:
            self._aliases = {}
            for film in self._films.values():
                for alias in film.aliases:
                    self._aliases.setdefault(alias, set()).add(film.id)
        return self._aliases

    def find(self, reference: str) -> FilmSummary:
        """Return the film that answers to an id, a former id, a tt id, a title or «Title (year)».

        Raises:
            NotFoundError: none does; the remedy names near ones.
            AmbiguousError: several do; the remedy names them.
        """
        reference = reference.strip()
        known = self._films.get(reference) or self._films.get(reference.casefold())
        if known is not None:
            return known
        external = self._external(reference)
        if external:
            return self._one(reference, external)
        plain = split_year(reference)
        key = title_key(plain.title)
        titled = [film for film in map(self._films.__getitem__, self.by_key(key)) if _fits(film, plain.year)]
        exact = [film for film in titled if title_key(film.title) == key]
        spelled = [film for film in exact if squash(film.title) == squash(plain.title)]
        for films in (exact if len(exact) == 1 else spelled if len(spelled) == 1 else exact, titled):
            if films:
                return self._one(reference, {film.id for film in films})
        former = self.aliases.get(reference.casefold()) or self.aliases.get(slug(plain.title, plain.year))
        if former:
            return self._one(reference, former)
        raise NotFoundError(reference, "there is no such film", self._remedy(plain.title))

    def _external(self, reference: str) -> set[str]:
        folded = reference.casefold()
        scheme = folded if ":" in folded else f"imdb:{folded}"
        return set(self.by_key(scheme)) if folded.startswith("tt") or ":" in folded else set()

    def _one(self, reference: str, found: Iterable[str]) -> FilmSummary:
        films = sorted(found)
        if len(films) > 1:
            raise AmbiguousError(
                reference,
                f"{len(films)} films answer to this",
                "Say which: " + ", ".join(f"{named(self._films[film])} [{film}]" for film in films[:8]),
            )
        return self._films[films[0]]

    def near(self, title: str) -> list[FilmSummary]:
        """Return up to three films whose titles are like one, the nearest first."""
        from rapidfuzz import fuzz, process

        titles = {film.id: film.title for film in self._films.values()}
        found = process.extract(title, titles, scorer=fuzz.WRatio, processor=title_key, limit=3, score_cutoff=70)
        return [self._films[film] for _, _, film in found]

    def _remedy(self, title: str) -> str:
        near = ", ".join(f"{named(film)} [{film.id}]" for film in self.near(title))
        return f"Do you mean {near}?" if near else "See all with `matinee films`"


def _fits(film: FilmSummary, year: int | None) -> bool:
    return year is None or film.year == year
