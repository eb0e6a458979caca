"""What a column or field is called, and what it means: one alias table for every table, export and note.

A role is the name of a field of `Facts`, of `Review` or of the owner's layer; `id:imdb` is an external id. The
names come from the headers of the exports and data sets that `tests/unit/readers` has examples of, and from the
fields of the Obsidian, Hugo and MediaElch writers; a name that is not here is looked at by its content.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui.readers.rows.column_translations import TRANSLATIONS
from tui.text.comparing import fold

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PREFIX = re.compile(r"(?:movie|film) (?!id$|count$|ids$)")
"""What some tools put before every column's name: «movie_overview»."""
_GLUE = re.compile(r"[\W_]+")
_SHORT = {
    "yr": "year", "dt": "date", "dir": "director", "desc": "description", "txt": "text", "num": "number of",
    "no": "number of", "cnt": "count", "avg": "average", "orig": "original", "org": "original", "lang": "language",
    "min": "minutes", "mins": "minutes", "rel": "release", "usr": "user", "nm": "name", "ttl": "title",
    "auth": "author",
    "publicatio": "publication", "cert": "certificate", "pub": "publication", "rtg": "rating", "yrs": "year",
}  # fmt: skip
"""How people shorten the words of a column's name."""

_SCALED = re.compile(r"(.+?)(?: out)?(?: of)? (?:4|5|6|10|20|100)")
"""A name that tells its scale: «score of 10»."""
_RATED = frozenset({"rating", "my_rating", "film_rating"})
_SITES = r"(?:imdb|tmdb|letterboxd|douban|kinopoisk|kp|filmweb|filmaffinity|csfd|trakt|allocine|mubi|moviedb|mal)"
_GIVEN = "rating|score|stars|note|ocena"
_OF_A_SITE = (
    (re.compile(rf"{_SITES} (?:average )?(?:{_GIVEN})s?|(?:{_GIVEN}) {_SITES}"), "film_rating"),
    (
        re.compile(rf"{_SITES} (?:number of )?(?:user )?(?:votes?|voters|(?:vote|ratings?) count)|votes? {_SITES}"),
        "film_votes",
    ),
)
"""Names that say of which site a film's rating is."""

STRONG: dict[str, str] = {
    # films
    "title": (
        "title text|translated title|movie name en|title en|english name|movie name english|name en|"
        "movie title|film title|movie name|film name|name of movie|movie|film|primary title|movie titles|"
        "product title|titulo|título|titre|titel|titolo|tytul|tytuł|movietitle|moviename|电影名|电影名称|片名|"
        "english title|localized title|title name"
    ),
    "original_title": "original title|originaltitle|original name|titolo originale|titre original|título original",
    "other_titles": (
        "alias|movie name cn|title cn|movie name zh|name cn|chinese name|alternative titles|"
        "alternate titles|also known as|aka|other titles|akas|japanese title|aliases"
    ),
    "year": (
        "year film|released year|year released in|year|movie year|release year|start year|film year|"
        "year released|anno|año|ano|année|jahr|rok|年份|title year|production year|year of release|"
        "jahr der veröffentlichung|año de estreno"
    ),
    "released": (
        "in cinemas|originally available at|premiere date|release date theaters|release date theatres|"
        "theatrical release date|release date|released|premiere|premiered|release|original release date|"
        "first release date|"
        "theatrical release|date published|release date month day year|releasedate|theater date|"
        "in theaters date|original air date|fecha de estreno|date de sortie|data di uscita|"
        "erscheinungsdatum|data de lançamento"
    ),
    "synopsis": (
        "intro|introduction|synopsis|summary|overview|description|outline|movie info|plot summary|"
        "storyline|extract|short plot|trama|sinopsis|sinopse|logline|short description|movie description|"
        "plot outline|plot short|plot summaries|summaries|synopses|storylines"
    ),
    "plot": "plot|full plot|plot synopsis|long plot|story|wiki plot|plot long",
    "tagline": "tagline|tag line|taglines|slogan",
    "genres": (
        "genre names|genre list|movie genre list|category|genre|genres|genrer|categories|listed in|generi|"
        "géneros|genero|género|gatunek|gatunki|类型|movie genre"
    ),
    "directors": (
        "regia|regi|režie|réalisation|director|directors|directed by|regista|registi|réalisateur|regie|"
        "reżyser|reżyseria|导演|director name|dirección|diretor|directores|réalisateurs|regisseure|diretores|"
        "regisseur"
    ),
    "writers": "writer|writers|written by|screenplay|screenwriter|authors|credits|scenario|scenarist|编剧",
    "cast": (
        "lead actor|lead actors|main actor|main actors|top cast|leading actors|cast|casts|actors|actor|"
        "stars|starring|star|main cast|actors main|cast members|obsada|主演|attori|elenco"
    ),
    "runtime": (
        "mins|minutes|minute|run time ticks|runtime|duration|length|running time|runtime mins|"
        "runtime minutes|runtime min|durata|duración|duration min|durata minuti|runtime in minutes|"
        "duration in minutes|length minutes|duration minutes|durata min|durée|durée min|laufzeit|"
        "laufzeit min|duración min|duração|duração min"
    ),
    "certificate": (
        "official rating|certificate|certification|content rating|mpaa|mpaa rating|rated|age rating|"
        "age certification|parental rating"
    ),
    "languages": (
        "language|languages|original language|spoken languages|spoken language|lingua|idioma|movie languages"
    ),
    "countries": (
        "regions|region|country|countries|origin country|country of origin|origin ethnicity|"
        "production countries|nazione|pais|país|movie countries|land"
    ),
    "film_type": (
        "title type|tipo de título|type de titre|titeltyp|tipo di titolo|type|titletype|content type|"
        "sub type|subtype|media type|category type|series type"
    ),
    "film_rating": (
        "imdb rating|imdb score|average rating|avg rating|vote average|vote avg|score imdb|online rating|"
        "tmdb rating|community rating|averagerating|imdbrating|film rating|valutazione imdb|movie rating|"
        "mean rating|movie ratings|movie score|overall rating|calificación de imdb|valoración de imdb|"
        "note imdb|imdb bewertung|imdb wertung|classificação imdb|avaliação imdb|average score|"
        "average vote|rating average"
    ),
    "film_votes": (
        "votes count|vote counts|votes number|num voted users|num votes|votes|vote count|numvotes|"
        "imdb votes|number of votes|numero di voti|nb votes|voters|movie rating count|rating count|"
        "ratings count|número de votos|nombre de votes|anzahl der stimmen|number of ratings|rating votes|"
        "total ratings"
    ),
    "metascore": "metascore|metacritic|meta score|metacritic score|metascore rating",
    "tomatometer": (
        "rt score|rt rating|rotten tomatoes rating|rotten tomatoes critic score|tomatometer|"
        "tomatometer rating|tomatometer score|critic score|critics score|rotten tomatoes|rt|"
        "rotten tomatoes score|tomato meter|all critics"
    ),
    "tomatometer_votes": "tomatometer count|tomatometer reviews|tomatometer review count",
    "audience_votes": "audience count|audience rating count|audience score count",
    "audience": (
        "rotten tomatoes user|rt user score|rt audience score|audience score|audience rating|popcornmeter|"
        "audience|users score"
    ),
    "studio": "studio|studios|production company|production|distributor|production companies",
    "id:imdb": (
        "const|imdb id|imdbid|imdb|tconst|imdb url|imdb link|id imdb|movie imdb id|tt|imdb title id|imdb code|ttid"
    ),
    "id:tmdb": "tmdb id|tmdb|id tmdb|movie tmdb id|the movie db id|themoviedb|tmdb url|tmdb link",
    "id:letterboxd": "letterboxd slug|letterboxd id|letterboxd film",
    "id:boxd": "letterboxd uri|letterboxduri|boxd|letterboxd url|letterboxd link",
    "id:rottentomatoes": "rotten tomatoes link|rotten tomatoes url|rt link|rt url|movie url|rotten tomatoes id",
    "id:wikidata": "wikidata|wikidata id|movie wikidata id",
    "id:wikipedia": (
        "wiki link|wiki|wikipedia article|wiki page|wikipedia|wikipedia url|wikipedia page|wiki url|wikipedia link"
    ),
    "id:trakt": "trakt|trakt id",
    "id:metacritic": "metacritic link|metacritic url",
    "key": (
        "asin|movie key|film key|id|movie id|film id|movieid|filmid|title id|show id|wiki id|"
        "wikipedia movie id|item id|movie ids|media id|identifier"
    ),
    "slug": "slug|href|permalink",
    "crew": "crew|people",
    "trivia": "trivia|facts|fun facts|fun fact|curiosities|curiosidades|did you know|goofs|easter eggs",
    # reviews
    "text": (
        "mini review|short comment|my comment|my comments|my opinion|document|sentence|phrase|review|"
        "reviews|review text|review content|review body|review description|user review|content|body|quote|"
        "text|comment text|critic review|comment|comments|critique|recensione|reseña|opinion|opinia|"
        "recenzja|tresc|treść|评论|评论内容|短评|full review|review detail|movie review|reviewtext|user reviews|"
        "review full|user comment|my review|thoughts|my thoughts|impressions|kritik|rezension|crítica|"
        "critica|recenze|recensie|recension|anmeldelse|kommentar|commentaire|comentario|verdict text|影评|评价|"
        "評論|短評|レビュー|리뷰"
    ),
    "headline": (
        "title review|review title|review summary|review headline|headline|review heading|reviewtitle|"
        "subject|summary title|short review|title of review|review subject"
    ),
    "author": (
        "user display name|customer id|reviewer id|reviewerid|profile name|author|reviewer|critic name|"
        "critic|username|user name|user|reviewer name|written by user|review author|nick|nickname|"
        "screen name|user id|author name|userid|critic names|autor|autore|用户名|用户|评论者|display name|by|昵称|作者"
    ),
    "publication": "publication|publisher|publisher name|publication name|source|outlet|magazine|newspaper|site",
    "rating": (
        "rating score|overall|overall score|rating|score|stars|grade|review score|original score|"
        "review rating|user rating|user rate|rate|star rating|note|voto|ocena|评分|星级|puntuación|nota|"
        "calificación|valoración|user score|reviewer rating|author rating|critic rating|rating value|"
        "bewertung|review stars|ratings"
    ),
    "rating10": "rating10|rating 10|score 10",
    "verdict": "review type|review state|fresh|freshness|tomato|fresh or rotten|is fresh",
    "sentiment": "sentiment|label|polarity|score sentiment|sentiment label|class",
    "date": (
        "comment time|unix review time|comment date|written at|written on|rating timestamp utc|"
        "rating timestamp|review date|date|creation date|submission date|posted|posted on|date posted|"
        "published|review time|created|date of review|data|datum|fecha|timestamp|评论时间|时间|created at|"
        "date created|publish date|time"
    ),
    "spoiler": (
        "spoiler tag|spoiler alert|spoiler|is spoiler|spoilers|has spoilers|contains spoilers|spoiler flag|has spoiler"
    ),
    "helpful": (
        "helpful|helpful votes|likes|like count|num likes|upvotes|helpful count|useful|votes helpful|有用|"
        "helpful vote|found helpful|helpful yes|thumbs up|helpfulness|likes count|votes up|up votes"
    ),
    "helpful_total": (
        "total votes|helpful total|helpfulness denominator|votes total|out of votes|total vote|"
        "thumbs total|helpful out of"
    ),
    "link": "urls|links|guid|url|link|review url|uri|review link|permalink url|movie url link|homepage",
    "language": "review language|lang|review lang",
    # the owner's own
    "my_rating": (
        "member rating|personal score|own score|movie user rating|user data rating|your rating|you rated|"
        "my rating|personal rating|own rating|myrating|userrating|my score|nota pessoal|meu voto|"
        "tu calificación|tu valoración|votre note|deine bewertung|ihre bewertung|il tuo voto|"
        "la tua valutazione|sua avaliação|sua nota|twoja ocena|我的评分|my grade|my stars|your score"
    ),
    "rated_on": (
        "date rated|rated at|rated on|rating date|rated date|user rated at|fecha de calificación|"
        "fecha de valoración|date de la note|bewertet am|data della valutazione|data da avaliação"
    ),
    "watched_on": (
        "seen when|when seen|when|playback start datetime utc|playback start datetime|playback start|"
        "viewed date|last seen|viewed at|date viewed|viewed on|last viewed at|finished|last played date|"
        "date finished|finished on|finished at|finish date|date completed|completed at|end date|"
        "watched date|watcheddate|watched at|date watched|last watched|lastwatched|last watched at|"
        "watch date|watched on|viewed|date seen|seen on|lastplayed|last played|viewing date|year watched|"
        "visto|data di visione|seen date|my finish date"
    ),
    "watched": (
        "seen it|have watched|watched it|watched status|played|checked|watched|seen|is watched|viewed flag|have seen"
    ),
    "rewatch": "rewatch|rewatched|is rewatch",
    "plays": "view count|plays|playcount|play count|times watched|watch count",
    "tags": "letterboxd tags|my tags|tags|tag|labels|keywords own",
    "listed_on": "listed at|added at|date added|created on list|dateadded|added|added to watchlist at|watchlisted at",
    "liked": "is favorite|is favourite|liked|favorite|favourite|like|is liked|loved|favorito",
    "position": "position|rank|movie rank|order|#",
    "my_note": "notes|my notes|personal notes|watch notes",
    "wanted": "plan to watch|to watch|want to watch|in watchlist|on watchlist|watchlisted|watchlist|wishlist",
    "shelf": "shelf|exclusive shelf|bookshelf|watch status|my status|user status",
    "venue": "venue|theater|theatre|medium|location|watched in|seen at|where|seen with|format",
}
"""Role to the names it goes by, as `normal` gives them, parted by «|»; the first role that claims a name has it."""

FILM_ROLES = frozenset(
    {
        "title",
        "original_title",
        "other_titles",
        "year",
        "released",
        "synopsis",
        "plot",
        "tagline",
        "genres",
        "directors",
        "writers",
        "cast",
        "runtime",
        "certificate",
        "languages",
        "countries",
        "film_type",
        "film_rating",
        "film_votes",
        "metascore",
        "tomatometer",
        "audience",
        "studio",
        "trivia",
        "slug",
    }
)
"""Roles that say something of the film, besides the ids."""
_OF_FILM = FILM_ROLES - {"film_rating", "film_votes"}
"""Those that mean the same with the name of a site before them; its marks go by names of their own."""
MULTIPLE = frozenset({"cast", "genres", "directors", "writers", "countries", "languages", "tags", "other_titles"})
"""Roles that several columns may have together."""


@cache
def _aliases() -> dict[str, str]:
    found: dict[str, str] = {}
    for names_by_role in (STRONG, TRANSLATIONS):
        for role, names in names_by_role.items():
            for name in (role.replace("_", " "), *map(normal, names.split("|"))):
                found.setdefault(name, role)
    for name, role in list(found.items()):
        found.setdefault(plain := fold(name), role)
        found.setdefault(plain.replace(" ", ""), role)
    return found


@lru_cache(maxsize=1 << 14)
def normal(name: str) -> str:
    """Return a column's name comparable: «movieTitle», «Movie_Title» and «movie title » are one."""
    parted = _CAMEL.sub(" ", name.strip().lstrip("\ufeff").replace("IMDb", "Imdb"))
    return _GLUE.sub(" ", parted).strip().casefold() or name.strip()


@lru_cache(maxsize=1 << 14)
def role_of(name: str) -> str | None:
    """Return the role that a column's name stands for, None where the name says nothing."""
    plain = normal(name)
    known = _aliases()
    whole = " ".join(_SHORT.get(word, word) for word in plain.split()).replace("of of", "of")
    bare = fold(plain)
    forms = (plain, bare, bare.replace(" ", ""), _PREFIX.sub("", plain), whole, _PREFIX.sub("", whole))
    for form in forms:
        if (found := known.get(form)) is not None:
            return found
    if (scaled := _SCALED.fullmatch(whole)) and known.get(scaled[1]) in _RATED:
        return known[scaled[1]]
    for shape, meant in _OF_A_SITE:
        if shape.fullmatch(bare):
            return meant
    site, _, of_film = bare.partition(" ")
    if re.fullmatch(_SITES, site) and (role := known.get(of_film)) in _OF_FILM:
        return role  # «imdb cast», «tmdb overview»
    if numbered := re.fullmatch(r"(.+?) ?\d{1,2}(?: name)?", plain):
        role = known.get(numbered[1])
        return role if role in MULTIPLE else None
    return None
