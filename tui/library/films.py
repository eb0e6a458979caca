"""Making a film of what documents say: taken apart into its parts, put together again, parted in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from tui.library.identity import names_film
from tui.library.personal import NOTHING, follow_records, unite
from tui.library.reviews import merge_reviews, versions_of
from tui.library.slugs import slug
from tui.library.trivia import merge_trivia, trivia_versions
from tui.library.views import film_id, record_ids
from tui.models import Citation, Claim, Extract, Personal, Review, SourceDocument, StoredFilm, Trivia

_FEW = 12
"""Titles and years of one film that make aliases."""
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(slots=True)
class Parts:
    """Everything that was said of a film, not yet merged."""

    claims: list[Claim] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    trivia: list[Trivia] = field(default_factory=list)
    documents: list[SourceDocument] = field(default_factory=list)
    personal: list[Personal] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)

    def add_film(self, film: StoredFilm) -> None:
        """Take in all that a stored film holds."""
        self.claims += film.claims
        self.reviews += [version for entry in film.reviews for version in versions_of(entry)]
        self.trivia += [version for entry in film.trivia for version in trivia_versions(entry)]
        self.documents += film.documents
        self.personal.append(film.personal)
        self.aliases |= {film.id, *film.aliases}

    def add_parts(self, other: Parts) -> None:
        """Take in all of some other parts."""
        self.claims += other.claims
        self.reviews += other.reviews
        self.trivia += other.trivia
        self.documents += other.documents
        self.personal += other.personal
        self.aliases |= other.aliases

    def add_extract(self, extract: Extract, document: SourceDocument) -> None:
        """Take in what a document says."""
        self.claims.append(Claim(facts=extract.facts, source=extract.source, inferred=extract.inferred))
        self.reviews += extract.reviews
        self.trivia += extract.trivia
        self.documents.append(document)
        if extract.personal is not None:
            self.personal.append(extract.personal)

    def film(self, check: Callable[[], None] = lambda: None) -> StoredFilm:
        """Return the film that these parts make; a pure function of them as a set.

        Args:
            check: called often; may raise.
        """
        claims = unite_claims(self.claims)
        personal = unite(self.personal)
        identity = film_id(claims, personal.corrections)
        film = StoredFilm(
            id=identity,
            claims=claims,
            reviews=merge_reviews(self.reviews, check),
            trivia=merge_trivia(self.trivia),
            documents=unite_documents(self.documents),
            personal=personal,
            aliases=tuple(sorted({*self.aliases, *_slugs(claims)} - {identity})),
        )
        if personal == NOTHING:
            return film
        return replace(film, personal=follow_records(personal, record_ids(film)))


def film_of(extract: Extract, document: SourceDocument) -> StoredFilm:
    """Return the film that one extract makes: of what says nothing but facts, as most rows of a table do, at once."""
    parts = Parts()
    parts.add_extract(extract, document)
    if extract.reviews or extract.trivia or extract.personal is not None:
        return parts.film()
    facts, claims = extract.facts, tuple(parts.claims)
    identity = film_id(claims, {})
    named = {slug(facts.title, facts.year or None)} if facts.title else set()
    if "imdb" in facts.ids:
        named.add(facts.ids["imdb"])
    named.discard(identity)
    return StoredFilm(id=identity, claims=claims, documents=(document,), aliases=tuple(sorted(named)))


def _slugs(claims: Iterable[Claim]) -> set[str]:
    """Return every id that some of the claims would have given the film: whichever came first, it is found by it."""
    titles = sorted({claim.facts.title for claim in claims if claim.facts.title})[:_FEW]
    years: list[int | None] = [*sorted({claim.facts.year for claim in claims if claim.facts.year})[:_FEW]]
    if any(claim.facts.title and not claim.facts.year for claim in claims):
        years.append(None)
    return {slug(title, year) for title in titles for year in years} | {
        claim.facts.ids["imdb"] for claim in claims if "imdb" in claim.facts.ids
    }


def unite_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in canonical order; the rows of a table that say the same of the film are one claim."""
    claims = tuple(claims)
    if len(claims) < 2:
        return claims
    found: dict[tuple[str, bytes, bool], list[Citation]] = defaultdict(list)
    first: dict[tuple[str, bytes, bool], Claim] = {}
    for claim in claims:
        said = _encode(claim.facts)
        if not names_film(claim.facts):  # of a record that was placed: its lines tell which
            said += repr(claim.source.lines).encode()
        key = (claim.source.sha256, said, claim.inferred)
        first.setdefault(key, claim)
        found[key].append(claim.source)
    united = []
    for key, sources in sorted(found.items()):
        lines = (min(source.lines[0] for source in sources), max(source.lines[1] for source in sources))
        united.append(replace(first[key], source=Citation(sha256=key[0], lines=lines)))
    return tuple(united)


def unite_documents(documents: Iterable[SourceDocument]) -> tuple[SourceDocument, ...]:
    """Return each document once, by its bytes: the first of its names, the earliest of its imports."""
    found: dict[str, SourceDocument] = {}
    for document in documents:
        known = found.get(document.sha256)
        if known is None or known == document:
            found[document.sha256] = document
        else:
            name, imported = min(known.name, document.name), min(known.imported, document.imported)
            found[document.sha256] = replace(known, name=name, imported=imported)
    return tuple(found[sha256] for sha256 in sorted(found))


def part(film: StoredFilm, groups: Sequence[Collection[Claim]]) -> list[Parts]:
    """Return the parts of a film whose claims turned out to be about several; its own layer stays with the first.

    A record goes with the claim of its document (of its lines, where one document speaks of several films);
    what belongs to no claim stays with the first.
    """
    whole = Parts()
    whole.add_film(film)
    parted = [Parts(claims=list(group)) for group in groups]
    parted[0].personal = whole.personal
    where: defaultdict[str, list[tuple[Citation, Parts]]] = defaultdict(list)
    for parts in parted:
        for claim in parts.claims:
            where[claim.source.sha256].append((claim.source, parts))

    def home(source: Citation) -> Parts:
        claims = where.get(source.sha256, ())
        near = [parts for cited, parts in claims if cited.lines[0] <= source.lines[0] <= cited.lines[1]]
        return next(iter([*near, *(parts for _, parts in claims), parted[0]]))

    for review in whole.reviews:
        for parts, sources in _by_home(review.sources, home):
            parts.reviews.append(replace(review, sources=sources))
    for item in whole.trivia:
        for parts, sources in _by_home(item.sources, home):
            parts.trivia.append(replace(item, sources=sources))
    known = {document.sha256: document for document in whole.documents}
    for parts in parted:
        cited = {claim.source.sha256 for claim in parts.claims}
        cited |= {source.sha256 for source in _cited(parts)}
        parts.documents = [known[sha256] for sha256 in sorted(cited & known.keys())]
    return parted


def _by_home(
    sources: Sequence[Citation], home: Callable[[Citation], Parts]
) -> list[tuple[Parts, tuple[Citation, ...]]]:
    """Return the sources of a record by the part that each belongs to: two films may have had the very same text."""
    found: dict[int, tuple[Parts, list[Citation]]] = {}
    for source in sources:
        parts = home(source)
        found.setdefault(id(parts), (parts, []))[1].append(source)
    return [(parts, tuple(cited)) for parts, cited in found.values()]


def split_off(film: StoredFilm, reviews: Collection[str]) -> tuple[Parts, Parts]:
    """Return what stays of a film and what goes with some of its reviews: the claims of their documents alone."""
    rest, other = Parts(), Parts()
    rest.add_film(film)
    rest.reviews = []
    rest.aliases = set()
    for entry in film.reviews:
        (other if entry.shown.id in reviews else rest).reviews.extend(versions_of(entry))
    staying = {source.sha256 for source in _cited(rest)}
    going = {source.sha256 for review in other.reviews for source in review.sources} - staying
    rest.claims = [claim for claim in film.claims if claim.source.sha256 not in going]
    other.claims = [claim for claim in film.claims if claim.source.sha256 in going and names_film(claim.facts)]
    if not any(names_film(claim.facts) for claim in rest.claims):
        rest.claims, other.claims = list(film.claims), []
    cited = {source.sha256 for review in other.reviews for source in review.sources}
    other.documents = [document for document in film.documents if document.sha256 in cited]
    kept = staying | {claim.source.sha256 for claim in rest.claims}
    rest.documents = [
        document for document in film.documents if document.sha256 in kept or document.sha256 not in cited
    ]
    return rest, other


def about_film(film: StoredFilm) -> tuple[Claim, ...]:
    """Return the claims that name the film."""
    return tuple(claim for claim in film.claims if names_film(claim.facts))


def placed_citations(film: StoredFilm) -> frozenset[Citation]:
    """Return where the records stand that were placed with the film by evidence: they are no evidence for others."""
    return frozenset(claim.source for claim in film.claims if not names_film(claim.facts))


def within(source: Citation, places: Collection[Citation]) -> bool:
    """Say whether a citation lies in one of some places: a review of a page in the lines of the page."""
    first, last = source.lines
    return source in places or any(
        place.sha256 == source.sha256 and place.lines[0] <= first and last <= place.lines[1] for place in places
    )


def take_out(film: StoredFilm, sources: Collection[Citation]) -> StoredFilm | None:
    """Return the film without the records of these citations; None where nothing is left of it."""
    parts = Parts()
    parts.add_film(film)
    gone = frozenset(sources)
    parts.claims = [claim for claim in parts.claims if not within(claim.source, gone)]
    parts.reviews = [
        replace(review, sources=kept)
        for review in parts.reviews
        if (kept := tuple(source for source in review.sources if not within(source, gone)))
    ]
    parts.trivia = [
        replace(item, sources=kept)
        for item in parts.trivia
        if (kept := tuple(source for source in item.sources if not within(source, gone)))
    ]
    cited = {claim.source.sha256 for claim in parts.claims}
    cited |= {source.sha256 for source in _cited(parts)}
    cited |= {source.sha256 for layer in parts.personal for viewing in layer.viewings for source in viewing.sources}
    parts.documents = [document for document in parts.documents if document.sha256 in cited]
    parts.aliases.discard(film.id)
    if not parts.claims and not parts.reviews and parts.personal == [Personal()]:
        return None
    return parts.film()


def _cited(parts: Parts) -> list[Citation]:
    """Return where all records of some parts stand."""
    return [source for review in parts.reviews for source in review.sources] + [
        source for item in parts.trivia for source in item.sources
    ]
