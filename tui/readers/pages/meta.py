"""Meta parts of reviews: «by Ada Quill | 8/10 | 3 May 2014», «— Ada Quill», «12 of 15 found this helpful»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tui.models import Rating
from tui.readers.pages.counters import is_review_link
from tui.readers.pages.labels import meaning_of
from tui.readers.pages.names import looks_like_name, name_likeness
from tui.readers.pages.vocabulary import LABELS, key
from tui.text.dates import Order, find_date, parse_date
from tui.text.ratings import find_grade, find_rating, parse_rating

LONGEST = 160
"""Characters above which a line is no meta line."""
_HELPFUL = re.compile(
    r"(?P<yes>\d[\d,.]*)\s+(?:out\s+of|of|/|von|sur|de|z)\s+(?P<all>\d[\d,.]*)\s+(?:\w+\s+){0,2}?(?:users?|people"
    r"|members?|viewers?|readers?|personnes?|personas|usuarios|utilisateurs|utenti|nutzer|lidí|osób|found|think"
    r"|fanden)",
    re.IGNORECASE,
)
_HELPFUL_ONLY = re.compile(
    r"\W*(?:helpful|useful)\W*\(?\s*(?P<yes>\d+)\s*\)?\W*"
    r"|\W*(?P<found>\d[\d.,]*)\s+(?:people|users|members|readers)\s+found\s+this\s+\w+\W*"
    r"|.{0,30}(?:[?:]\W*|\b(?=yes))[^\W\d_]+\s*\((?P<for>\d[\d.,]*)\)\s*[^\W\d_]+\s*\((?P<against>\d[\d.,]*)\)\W*",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"\b(?:posted|reviewed|published|written|submitted|added|watched|rewatched|rewatch|logged|seen|rated|review(?:er)?|wrote|writes|says|said"
    r"|gave|gives|rates"
    r"|by|on|at|from|user|member|author|date|rating|score|it|this|film|movie|stars?|verdict|created|schrieb"
    r"|schreibt|sagt|von|am|vom"
    r"|par|le|écrit|a|ha|hat|por|el|escribió|escrito|publicado|di|da|scritto|il|od|ze|dne|napsal|napsala|napisał|napisała"
    r"|przez|dnia|dodano"
    r"|verified(?=\s)|ticket|purchase|viewer(?=\s)|投稿者|投稿日|さん|より|评分|作者)\b(?![.'’])|(?:さん|投稿)",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"^\W*(?:(?:(?:an?\s+)?review(?:ed)?|written|posted|submitted)\s+)?(?:by|von|par|por|di|od|przez|af|av)[\s:]+\S|^\s*(?:—"
    r"|–|--|―|~)\s*\S|\b(?:wrote|writes|says|schrieb|schreibt|écrit|escribió|ha\s+scritto|napsala?|napisała?)\b"
    r"|^\W*(?:author|user(?:name)?|reviewer|name|autor|auteur|autore|critic)\s*[:：]",
    re.IGNORECASE,
)
_DASH = re.compile(r"^\s*(?:—|–|--|―|~|-(?=\s?\S))\s*")
_LABELLED = re.compile(r"(?P<label>[^:：]{2,24})[:：]\s*(?P<value>.+)$")
_BARE_SCORE = re.compile(r"^(?P<value>10|\d(?:[.,]\d)?)(?=\s+\D)|(?<=\s)(?P<after>10|\d(?:[.,]\d)?)$")
_EMPTIED = re.compile(r"[(\[]\s*\|\s*[)\]]")
"""Brackets that held a date."""
_ASIDE = re.compile(r"\((?P<aside>[^()]{1,60})\)")
TIME = re.compile(r"(?:\b(?:às|à|um|alle(?:\s+ore)?|a\s+las|kl\.?|v)\s+)?\b"
    r"\d{1,2}[:h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|Uhr)?(?:\s*(?:GMT|UTC|CET|EST|PST))?\b"
    r"|\b\d{1,2}\s*[ap]\.?m\b\.?(?:\s*(?:[CEMP]?[DS]?T|GMT|UTC)\b)?"
    , re.IGNORECASE)  # fmt: skip
AGO = re.compile(
    r"\b(?:\d+|an?|one|a\s+few|über)\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\s+ago\b|\b(?:edited|yesterday)\s*$"
    r"|\bvor\s+(?:\d+|einem|einer)\s+(?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b"
    r"|\bil\s+y\s+a\s+(?:\d+|une?)\s+(?:minutes?|heures?|jours?|semaines?|mois|ans?)\b"
    r"|\bhace\s+(?:\d+|una?)\s+(?:minutos?|horas?|días?|semanas?|meses|mes|años?)\b"
    r"|\bhá\s+(?:\d+|uma?)\s+(?:minutos?|horas?|dias?|semanas?|meses|mês|anos?)\b"
    r"|\b(?:\d+|un[oa']?)\s+(?:minuti|ore|ora|giorn[io]|settiman[ae]|mes[ei]|ann[io])\s+fa\b"
    r"|\bpřed\s+(?:\d+\s+)?(?:minutami|hodinami|dny|týdny|měsíci|lety|rokem|měsícem)\b"
    r"|\b(?:\d+\s+)?(?:minut|godzin|dni|tygodni|miesięcy|miesiące|lat|lata|rok)\s+temu\b"
    r"|\d+\s?(?:分|時間|日|週間|か月|ヶ月|年|分钟|小时|天|周|个月)前",
    re.IGNORECASE,
)
"""When a post was written, counted from a day that the page does not tell."""
_POST_NUMBER = re.compile(
    r"\s#\d+\b\W*$|,\s+aged?\s\d{1,2}\b|»\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)\w*\b)|\b(?:mon|tue|wed|thu|fri|sat|sun)\s+(?=\w{3,9}\s\d)",
    re.IGNORECASE,
)
"""What forums put about a post's date or a name: «#2», «» Sat May 01, 2010», «, aged 8»."""
_DAY_AND_NUMBER = re.compile(r"(?P<day>.{6,20}\b(?:19|20)\d\d)\s\d{1,4}")
"""«May 4, 2020 1»: when a post was written, and which of the thread it is."""
_NUMBERED = re.compile(r"^\s*#\d+[.:)]?\s+")
_ASTERISKS = re.compile(
    r"(?<=\s)\*{1,5}(?:\s?(?:½|1/2))?(?=\s*(?:$|[|(\[]))"
    r"|(?:^|(?<=[|:]\s))\*{1,5}(?:\s?(?:½|1/2))?(?=\s+[^\s*])"
)
_FROM = re.compile(r"\s+(?:from|aus)\s+(?=[A-Z])")
_VIA = re.compile(
    r"\s*(?:by|via|per|par|por)\s+(?:e-?mail|post|letter|phone|text|twitter|facebook|web)\s*", re.IGNORECASE
)
BY = re.compile(r"\W*(?:an?\s+)?(?:review(?:ed)?|posted|written|submitted|comment)\s+by\b", re.IGNORECASE)
_BY_ALONE = re.compile(r"\W*(?:by|from|von|par|por|di|od|przez|av|af)\s+\S", re.IGNORECASE)
_GRADED = re.compile(r"[(\[](?P<grade>[A-DF][+−–-]?)[)\]]")
_PICTOGRAPHS = re.compile("[\U0001f000-\U0001f31e\U0001f320-\U0001faff\ufe0f]+")
_DATED_BY = re.compile(
    r"(?:^|(?<=[|·•,;—–-]))\W*"
    r"(?:(?:reviewed|posted|published|written|submitted|added)\s+in\s+(?:the\s+)?[\w ]{2,30}?\s+on"
    r"|publi[ée]e?|post[ée]e?|envoyée?|enviad[ao]|publicad[ao]|escrit[ao]|inserit[ao]|pubblicat[ao]|dodan[oay]"
    r"|opublikowan[oay]"
    r"|napsán[oa]|vložen[oa]|přidán[oa]|veröffentlicht|erstellt|geschrieben|verfasst|bewertet|опубликовано|добавлено"
    r"|geplaatst|skrevet|skriven|publicerad)\s+(?:(?:le|em|el|il|am|dne|dnia|den|op|в|w|v)\s+)?(?=\|)",
    re.IGNORECASE,
)
"""What is said before a date and names nobody: «Publiée le …», «Reviewed in Canada on …»."""
_SCORE_BEHIND = re.compile(
    r"\b(?:ocenił(?:\(a\)|a)?\s+(?:ten\s+film\s+)?na|rated\s+(?:it|this)|g(?:ives?|ave)\s+it|(?:s)?hodnotila?|a\s+donné"
    r"|ha\s+dato|voto|nota|ocena|wertung|hodnocení|score|rating|punkte|оценка)\s*[:=]?\s*"
    r"(?P<value>10|\d(?:[.,]\d)?)\s*$",
    re.IGNORECASE,
)
"""A score that a word announces: «voto 9», «ocenił(a) ten film na: 8»."""
_POINTS = re.compile(
    r"\b(?P<value>10|\d(?:[.,]\d)?)\s+(?:points?|punkte?n?|puntos?|punti|pontos?|bodů|body|punkt(?:y|ów)?)\b",
    re.IGNORECASE,
)
"""«10 puntos»."""
_COUNT_BEHIND = re.compile(r"(?<=\S)\s+\d{1,5}$")
_HEADED = re.compile(r"(?P<rating>\S.{0,24}?)(?:\s{2,}|(?<=stars)\s+)(?P<headline>[^\W_].{1,100}|\d.{2,100})$")
_BESIDE = re.compile(
    r"(?<=\S)(?:さん)?(?:の(?:感想・評価|感想|レビュー|口コミ|評価)|さん|님(?:의\s?(?:리뷰|평))?)$|\s+(?:看过|看過|想看|在看|短评)$"
)
"""What is said behind a name in scripts without capitals: «…さんの感想», «… 看过»."""
_HEADED_BY_DASH = re.compile(r"(?P<rating>\S{1,12}?)\s+[–—-]\s+(?P<headline>[^\d\s].{3,100})$")
"""«★★★★½ — The watch»."""
_QUOTES = ('"', "“", "«", "„", "‘", "'")
_ARROWS = re.compile(r"(?:^|(?<=\s))[»›▸►■▪→](?=\s)")
_MARKS = str.maketrans("⋆✦❖◆", "||||")
_QUOTED = re.compile(r"[\"“«„](?P<text>[^\"”»“]{2,100})[\"”»“]")
_PAIR = re.compile(r"(?<!\S)(\w{2,12})=([^=]+?)(?=\s+\w{2,12}=|\s*$)")
_OWNER = re.compile(r"(?P<name>\S.{0,30}\S)['’]s\s+review", re.IGNORECASE)
"""«mudlark's review»."""
_ALONE = re.compile(r"[(\[](?P<name>[^()\[\]\d][^()\[\]]{2,38})[)\]]")
_BRACKETED_WHOLE = re.compile(r"[(\[](?P<meta>[^()\[\]]{6,90})[)\]]")  # «(faro_island, 4/5, 3 May 2014)»


@dataclass(frozen=True, slots=True)
class Meta:
    """What a line says about a review besides its text."""

    author: str | None = None
    rating: Rating | None = None
    date: str | None = None
    helpful: tuple[int, int] | None = None
    publication: str | None = None
    headline: str | None = None
    spoiler: bool = False
    strong: bool = False
    """False where the line is a bare name, which it may be or not."""

    @property
    def primary(self) -> str:
        """The component by which a review is told from the next."""
        return "author" if self.author else "rating" if self.rating else "date" if self.date else "helpful"

    @property
    def only_votes(self) -> bool:
        """Whether it is nothing but a count of helpful votes."""
        return self.helpful is not None and not (self.author or self.rating or self.date)

    def has(self, name: str) -> bool:
        """Say whether a component is there."""
        return getattr(self, name) is not None

    def overlaps(self, other: Meta) -> bool:
        """Say whether the other states what this one states already."""
        return any(self.has(name) and other.has(name) for name in ("author", "rating", "date"))

    def joined(self, other: Meta) -> Meta:
        """Return both together; what stands here already stays."""
        return Meta(
            author=self.author or other.author,
            rating=self.rating or other.rating,
            date=self.date or other.date,
            helpful=self.helpful or other.helpful,
            publication=self.publication or other.publication,
            headline=self.headline or other.headline,
            spoiler=self.spoiler or other.spoiler,
            strong=True,
        )


@lru_cache(maxsize=4096)
def read_meta(line: str, order: Order | None = None) -> Meta | None:
    """Return what a line says where it is nothing but name, rating, date, votes and the words between, else None."""
    if not line or len(line) > LONGEST:
        return None
    line = line.translate(_MARKS)
    line = _ARROWS.sub("|", line).strip("| ") if line[0] in "»›▸►" else line  # behind a word they lead through a site
    helpful = _HELPFUL.search(line) or _HELPFUL_ONLY.fullmatch(line)
    if helpful:
        return Meta(helpful=_votes(helpful), strong=True)
    inner = _BRACKETED_WHOLE.fullmatch(line)
    if inner and (within := _free(inner["meta"], order)) and within.author and (within.rating or within.date):
        return within
    labelled = _pairs(line, order) or _owned(line) or _labelled(line, order) or _headed(line) or _alone(line)
    if labelled:
        return labelled
    return _free(line, order)


def _free(line: str, order: Order | None) -> Meta | None:
    """Read name, rating and date in any order."""
    marked = bool(_MARKED.search(line)) or bool(_DASH.match(line) and len(line) <= 60)
    posted = _DAY_AND_NUMBER.fullmatch(line)
    line = posted["day"] if posted and parse_date(posted["day"], order=order) else line
    text = _POST_NUMBER.sub(" ", TIME.sub(" ", line))
    text = _DASH.sub("", text) if marked else _NUMBERED.sub("", text)
    quoted = _QUOTED.search(text) if find_date(text, order=order) and find_rating(text) else None
    if quoted:
        text = text[: quoted.start()] + " | " + text[quoted.end() :]
    date = find_date(text, order=order)
    if date:
        text = _DATED_BY.sub(" | ", text[: date.start] + " | " + text[date.end :])
        text = _EMPTIED.sub(" | ", text)
    text, ago = AGO.subn(" | ", text)
    if BY.match(text):
        text = _COUNT_BEHIND.sub("", text)
    rating, text = _take_rating(text, beside=bool(date))
    if not (rating or date or marked) and re.search(r"[:|]", line):
        return None
    announced = bool(rating and date) or (bool(BY.match(line) or _BY_ALONE.match(line)) and bool(rating or date))
    name, publication = _name(text, marked=marked or bool(rating) or bool(date), announced=announced)
    if name is None:
        return None
    if not name and not (rating or date):
        return Meta(strong=True) if ago and not re.search(r"\w", text) else None
    return Meta(
        author=name or None,
        rating=rating,
        date=date.iso if date else None,
        publication=publication,
        headline=quoted["text"] if quoted else None,
        strong=bool(rating or date or marked or (ago and name)),
    )


def _votes(found: re.Match[str]) -> tuple[int, int]:
    counts = {name: int(re.sub(r"\D", "", value)) for name, value in found.groupdict().items() if value}
    yes = counts.get("yes", counts.get("found", counts.get("for", 0)))
    return yes, max(yes, counts.get("all", yes + counts.get("against", 0)))


def _alone(line: str) -> Meta | None:
    """Read «(faro_island)», which stands below a text."""
    found = _ALONE.fullmatch(line)
    named = found is not None and looks_like_name(found["name"]) and name_likeness(found["name"]) > 0
    return Meta(author=found["name"]) if found and named else None


def _owned(line: str) -> Meta | None:
    owner = _OWNER.fullmatch(line)
    return Meta(author=owner["name"], strong=True) if owner else None


def _pairs(line: str, order: Order | None) -> Meta | None:
    """Read «[1] user=reborn_ray score=8»."""
    pairs = _PAIR.findall(line) if line.count("=") > 1 else []
    metas = [meta for label, value in pairs if (meta := _labelled(f"{label}: {value.strip()}", order))]
    if len(metas) < 2 or _PAIR.sub("", line).strip("[]#. 0123456789"):
        return None
    whole = metas[0]
    for meta in metas[1:]:
        whole = whole.joined(meta)
    return whole


def _labelled(line: str, order: Order | None) -> Meta | None:
    found = _LABELLED.match(line.strip(" *_-•"))
    label = meaning_of(found["label"]) if found else None
    value = found["value"].strip(" *_") if found else ""
    if label == "author":
        name = re.split(r"\s+from\s+|\s*,", value)[0]
        few = len(name.split()) <= 5 and len(name) <= 40 and name[-1:] not in ".!?"
        return Meta(author=name, strong=True) if few or looks_like_name(name) else None
    if label == "rating" and (rating := parse_rating(value, scale=10)):
        return Meta(rating=rating, strong=True)
    if label in ("date", "released") and (date := parse_date(value, order=order)):
        return Meta(date=date, strong=True)
    if label == "headline" and len(value) <= 120:
        return Meta(headline=value, strong=True)
    return None


def _headed(line: str) -> Meta | None:
    """Read a score with the review's headline behind it: «4.0 out of 5 stars  Gentle»."""
    found = _HEADED.match(line) or _HEADED_BY_DASH.match(line)
    if found and found.re is _HEADED_BY_DASH and not found["headline"].startswith(_QUOTES):
        found = found if name_likeness(found["headline"]) < 0 and len(found["headline"]) < 60 else None
    if found and found.re is _HEADED_BY_DASH and not re.search(r"[\d★☆⭐½]", found["rating"]):
        return None  # «B – roll»
    rating = parse_rating(found["rating"]) if found else None
    if not found or not rating or line[-1:] == "." or find_date(line) or find_rating(found["headline"]):
        return None
    return Meta(rating=rating, headline=found["headline"], strong=True)


def _take_rating(text: str, *, beside: bool) -> tuple[Rating | None, str]:
    """Cut the rating out of a line; a bare number is one only beside other meta parts."""
    asterisks = _ASTERISKS.search(text)
    if asterisks and (rating := parse_rating(asterisks[0])):
        return rating, text[: asterisks.start()] + " | " + text[asterisks.end() :]
    graded = _GRADED.search(text)
    if graded and (rating := parse_rating(graded["grade"])):
        return rating, text[: graded.start()] + " | " + text[graded.end() :]
    worded = _SCORE_BEHIND.search(text)
    if worded and (rating := parse_rating(worded["value"], scale=10)):
        return rating, text[: worded.start()] + " | "
    found = find_rating(text)
    points = _POINTS.search(text) if not found else None
    if points and (rating := parse_rating(points["value"], scale=10)):
        return rating, text[: points.start()] + " | " + text[points.end() :]
    if found:
        return found.rating, text[: found.start] + " | " + text[found.end :]
    if beside or re.match(r"\s*\d+\s+\S", text):
        bare = _BARE_SCORE.search(text.strip(" |"))
        if bare and beside:
            value = bare["value"] or bare["after"]
            rest = text.strip(" |")
            return parse_rating(value, scale=10), rest[: bare.start()] + " | " + rest[bare.end() :]
    if len(text) <= 60 and (grade := find_grade(text)) and (grade.end - grade.start == 2 or "|" in text):
        return grade.rating, text[: grade.start] + " | " + text[grade.end :]
    return None, text


def _name(text: str, *, marked: bool, announced: bool) -> tuple[str | None, str | None]:
    """Return the name (empty where nothing is left) and the publication that remain of a meta line.

    A name that «Review by» announces may be any few words: «Review by nobody asked me ★★».
    """
    aside = _ASIDE.search(text)
    without = text[: aside.start()] + "|" + text[aside.end() :] if aside else text
    if aside and not re.search(r"[^\W\d_]", without) and re.match(r"[A-ZÀ-Ž][\w.'’-]*\s\w", aside["aside"]):
        without = aside["aside"]  # «★★★★ (Ada Quill, Evening Post)»: the name itself stands in brackets
    pieces = [
        piece for piece in re.split(r"\s*[|·•‧∙,;:–—]\s*|\s+-\s+|\s{3,}|\t", without) if re.search(r"[^\W_]", piece)
    ]
    names = []
    for piece in pieces:
        if _VIA.fullmatch(piece) or LABELS.get(key(piece)) in ("rating", "date", "votes") or is_review_link(piece):
            continue
        bare = _stripped(piece)
        if bare and not bare.isdigit():
            names.append(bare)
    if not names:
        return ("", None)
    names[0] = _FROM.split(names[0])[0]
    free = announced and len(names[0].split()) <= 5 and len(names[0]) <= 40
    if len(names) > 2 or not (free or looks_like_name(names[0])):
        return None, None
    if len(names) == 2 and (not marked or len(names[1]) > 50 or names[1][:1].islower()):
        return None, None
    if marked and len(names[0].split()) > 4 and name_likeness(names[0]) < 0:
        return None, None
    return names[0], names[1] if len(names) == 2 else None


def _stripped(piece: str) -> str:
    """Return a piece without the words that only connect («wrote on», «Review by») and without pictures."""
    words = _PICTOGRAPHS.sub(" ", piece).strip(' "“”*_()[]').split()
    while (
        words
        and _GLUE.fullmatch(words[0].strip(",:" if len(words[0]) == 2 else ".,:"))
        and not (len(words) == 1 and words[0][:1].isupper() and len(words[0]) > 6)
    ):
        words.pop(0)
    while words and _GLUE.fullmatch(words[-1].strip(".,:")):
        words.pop()
    name = " ".join(words).strip(' ,:;|-"“”')
    name = _BESIDE.sub("", name) or name
    return name if re.search(r"\b[^\W\d_]\.$", name) else name.strip("./ ")
