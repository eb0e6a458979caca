"""What stands on a page without belonging to it: advertising, navigation, buttons, counters, cookie notes.

A short line is judged by its whole and by its words, a long one only by phrases that no reviewer writes:
keeping a line of advertising is ugly, losing a sentence of a review is worse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.readers.pages.counters import TASKS, is_review_link
from tui.readers.pages.lines import Line
from tui.readers.pages.sitephrases import COOKIES, GROUPS, RIGHTS
from tui.readers.pages.sitewords import EXACT, MENU, NETWORKS, SOCIAL, is_button
from tui.readers.pages.vocabulary import COUNTRIES, GENRES, SECTIONS, key

SHORT = 110
"""Characters up to which a line can be furniture by its words."""

_PROMO_LABEL = re.compile(
    r"^[^\w\s]*\s*(?:related(?:\s+(?:article|story|post|reading|content|video))?s?|read\s+(?:more|also|next|this"
    r"|on)|also\s+(?:read|see|on)"
    r"|also\s+worth\s+\w+|worth\s+(?:reading|watching)|breaking(?:\s+news)?|see\s+(?:also|more)"
    r"|don['’]?t\s+miss(?:\s+(?:this|out))?|more(?:\s+(?:on|from|like|in|to\s+read|reading"
    r"|stories)[^:]{0,30})?|must\s+read|you\s+(?:may|might|could)\s+(?:also\s+)?(?:like|enjoy)[^:]{0,20}"
    r"|(?:don['’]?t|do\s+not)\s+\w+(?:\s+\w+){0,2}|(?:while|before|if)\s+you\b[^:.]{0,24}"
    r"|recommended(?:\s+(?:reading|for\s+you))?|recommendation|up\s+next|next(?:\s+(?:up|time|week|month|issue|\w+day))?|trending(?:\s+now)?"
    r"|editor['’]?s?\s+(?:pick|choice)s?|watch(?:\s+(?:next|also|now|more))?"
    r"|listen(?:\s+(?:to|now))?|check\s+(?:this\s+)?out|keep\s+reading|further\s+reading|popular(?:\s+now)?"
    r"|sponsored(?:\s+by)?|promo(?:ted)?|advert(?:isement)?|partner\s+content|from\s+our\s+partners?"
    r"|worth\s+a\s+(?:look|read)"
    r"|today['’]?s\s+(?:top\s+)?(?:searches|picks|deals|poll|quiz)|top\s+searches|quiz|poll|deal|filed\s+under"
    r"|tags?|tagged|categor(?:y|ies)|topics?|etiquetas?|étiquettes?|mots-clés|schlagw[oö]rte[r]?|štítky|tagi"
    "|trefwoorden"
    r"|etichette|parole\s+chiave|palavras-chave|タグ|キーワード|标签|posted\s+in|jump\s+to|filter(?:ed)?\s+by|sort(?:ed)?\s+by"
    r"|lesen\s+sie\s+auch|auch\s+interessant|mehr\s+(?:dazu|zum\s+thema)|siehe\s+auch|passend\s+dazu|lire\s+aussi"
    r"|[àa]\s+lire(?:\s+aussi)?|voir\s+aussi|à\s+voir|sur\s+le\s+même\s+sujet|lee\s+también|leer\s+(?:también|más)"
    r"|ver\s+también|te\s+puede\s+interesar"
    r"|leggi\s+anche|guarda\s+anche|potrebbe\s+interessarti|leia\s+(?:também|mais)|veja\s+também|čtěte\s+(?:také"
    r"|též)|přečtěte\s+si|mohlo\s+by\s+vás\s+zajímat|viz\s+také|czytaj\s+(?:też|także|więcej)|przeczytaj\s+(?:też"
    r"|także)|zobacz\s+(?:też|także)"
    r"|lees\s+ook|läs\s+(?:också|mer|även)|les\s+også|læs\s+også|читайте\s+также|関連記事|あわせて読みたい|合わせて読みたい|相关阅读"
    r"|延伸阅读|(?:regarder|voir)\s+(?:ce|le)\s+film|(?:diesen|den)\s+film\s+(?:sehen|streamen)|ver\s+(?:esta|la)\s+película)\s*(?:[:：»>→|】]|[–—-]\s)",
    re.IGNORECASE,
)
_STRONG = re.compile("|".join(GROUPS), re.IGNORECASE)
_WEAK = re.compile(
    r"\b(?:subscribe|newsletters?|sign\s*up|log\s*in|sign\s*in|cookies|advertisements?|sponsor(?:ed|s)?"
    r"|promo(?:tion)?s?|streaming\s+now|watch\s+now|stream\s+now|watch\s+free|download\s+now|buy\s+now|order\s+(?:now|by|before|today)|in\s+stock"
    r"|shop\s+now"
    r"|click|subscribers?|app\s+store|google\s+play|prime\s+video|amazon\s+prime|netflix|hulu|disney\+|paramount\+"
    r"|hbo\s+max|dvd\s+and\s+blu-?ray|sitemap|privacy\s+policy|terms|copyright|contact\s+us|patreon|support\s+our"
    r"|our\s+(?:site|shop|store|picks|partners?|sponsors?|coverage|newsletter|team|podcast|channel|guide)"
    r"|(?:your|the)\s+seats?|mailing\s+list|buy\s+the\s+(?:book|film|movie|poster|dvd)"
    r"|win\s+(?:a|tickets|prizes)|win\s+\w+!|exclusive\s+offers?|special\s+offer|subscribe!|join\s+(?:our"
    r"|the\s+(?:club|conversation|discussion))|free\s+(?:shipping|delivery|account|download)|from\s+[£$€]\d"
    r"|only\s+[£$€]\d|[£$€]\d[\d.,]*\s*(?:/|per|a)\s*month|membership|upgrade\s+(?:to|now))\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"^\W*(?:watch|stream|subscribe|sign|join|get|buy|shop|visit|download|click|try|discover|browse|explore|find"
    r"|follow|support|check|see|read|enter|save|start|book|order|grab|unlock|win|looking\s+for|want|enjoying|love|press"
    r"|help|give|keep|ask|ring|call|join|tell|send|write|submit|share|vote|rate)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|‖¦]\s*|\s{3,}|\t+|\s+[·•‧»›>/–—-]\s+|\s*→\s*|\s*>>\s*")
_CRUMB = re.compile(r"\s[»›>/→]\s")
_COUNTED_PART = re.compile(r"[^()\d]{2,24}\((?!(?:18|19|20)\d\d\))\d[\d,.]*\)")
_RULE = re.compile(r"(?:[-–—_=*~#.•·+|─━═│┌┐└┘╔╗╚╝╭╮╰╯\s]{3,}|[|/\\<>+^]+|[·•∙–—-]{1,2})")
_PERFORATED = re.compile(r"(?:[-–—_=*~✂]\s){3,}\s*\S.{0,40}?(?:\s[-–—_=*~✂]){3,}")
"""«- - - cut along here - - -»."""
_PICTURES = re.compile(
    "(?:[\U0001f44d\U0001f44e\U0001f4ac\U0001f441\U0001f44f\u2764\u2665\u2934\u21aa\u25b2\u25b3\u25bc\u25bd]\ufe0f?\\s*(?:\\d[\\d.,]*[kK]?\\s*)?"
    "|[\U0001f1e6-\U0001faff\u2709\ufe0f\u200d]\\s*)++"
)
"""Buttons that are pictures, thumbs and hearts with their counts: «👍 12 👎 3»; stars are ratings."""
_ADDRESS = re.compile(r"(?<![\w@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BUTTONS = re.compile("[☰🔍🔎🛒🎟]")
_LINK_ONLY = re.compile(r"(?:[*_>\s|·•-]*+!?\[[^\[\]]*\]\([^()]*\)[*_\s|·•-]*+)+")
_BUTTON_ROW = re.compile(r"(?:\[[^\[\]\d\s]+\s[^\[\]]{2,40}\]\s*){2,}")
"""«[order the poster] [send it]»."""
_SLOT = re.compile(
    r"\W*\[[^\[\]]*\b(?:banner|ad|advert\w*|leaderboard|sponsor\w*|pull\s+quote|\d+\s+of\s+\d+|music|applause|laughter|crosstalk|report|embed|tweet|poll|\d{2,4}\s?x\s?\d{2,4})\b[^\[\]]*\]\W*",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_EMOJI_LEAD = re.compile(
    "^\\s*[\U0001f300-\U0001faff\u2600-\u2604\u2606-\u2712\u2715-\u2725\u2727-\u27a3\u27a5-\u27bf\u2b00-\u2b4f\ufe0f]+\\s*"
)
_READING_TIME = re.compile(r"\b\d+\s*[- ]?min(?:ute)?s?\s*(?:read|de\s+lecture|lesezeit|di\s+lettura|de\s+lectura"
    r"|čtení|czytania)\b|\blese(?:zeit|dauer)\b|^\W*(?:reading\s+time|temps\s+de\s+lecture|tempo\s+di\s+lettura|tiempo\s+de\s+lectura"
    r"|doba\s+čtení|czas\s+czytania|leestijd|lästid)\s*:", re.IGNORECASE)  # fmt: skip


@lru_cache(maxsize=16384)
def is_furniture(line: str) -> bool:
    """Say whether a line (as it stands, Markdown marks included) belongs to the page and not to its text."""
    if not line or _RULE.fullmatch(line) or _PICTURES.fullmatch(line):
        return True
    if len(line) > 4 * SHORT:
        return bool(_LONG.search(line[: 8 * SHORT])) if len(line) < 8 * SHORT else False
    plain = key(line)
    if (
        line.startswith("<!--")
        or is_button(plain.removesuffix("する"))
        or (len(line) <= 24 and _COUNTED.sub("", plain) in SHARED)
        or any(shape.fullmatch(line) for shape in (_URL, _LINK_ONLY, _BUTTON_ROW, _PERFORATED, _SLOT))
    ):
        return True
    bare = line.strip("*_>[]# ").replace("**", "")
    if plain not in SECTIONS and is_review_link(bare):
        return True
    if is_promo_label(bare):
        return True
    if _STRONG.search(bare) if len(line) <= 2 * SHORT else _LONG.search(bare):
        return True
    if len(line) > SHORT:
        return False
    if _ADDRESS.search(line) or (_BUTTONS.search(line) and len(line) < SHORT):
        return True
    return is_social(line) or is_navigation(line) or is_call(bare) or bool(_READING_TIME.search(bare))


_COUNTED = re.compile(r"\s\d[\d.,]*[km]?$")
"""«Share 1,204»."""
SHARED = NETWORKS | {"share", "shares", "tweet"}


_LONG = re.compile(
    rf"{COOKIES}|{RIGHTS}|sign\s+up\s+for\s+our|subscribe\s+to\s+our|in\s+your\s+inbox|affiliate\s+links?"
    r"|terms\s+of\s+(?:use|service)",
    re.IGNORECASE,
)


def is_promo_label(line: str) -> bool:
    """Say whether a line announces another page: «Related: …», «📖 Read more: …», «Don't miss: …»."""
    if len(line) > 2 * SHORT:
        return False
    bare = _EMOJI_LEAD.sub("", line).strip("*_ ")
    if bare != line.strip("*_ ") and _IMPERATIVE.match(bare) and re.match(r"[\w' ]{3,20}:\s+\S", bare):
        return True  # «🎥 Explore: …»
    found = _PROMO_LABEL.match(bare)
    return bool(found) and (len(bare) - (found.end() if found else 0) <= 1.5 * SHORT)


def is_social(line: str) -> bool:
    """Say whether a line is nothing but sharing buttons: «Facebook Twitter Email»."""
    words = re.findall(r"[\w+-]+", line.casefold())
    return (len(words) >= 2 or line.strip().casefold() in NETWORKS) and all(word in SOCIAL for word in words)


def is_navigation(line: str) -> bool:
    """Say whether a line is a row of links: three and more short parts, or two that are known as links."""
    listed = line.rpartition(":")[2].split(",")
    if len(listed) > 2 and len(line) <= SHORT and all(key(name) in MENU or key(name) in EXACT for name in listed):
        return True  # «Our site: movies, games, music»
    if len(_LETTERS_APART.findall(line)) >= _INDEX_LEAST:
        return True
    parts = [part for part in _SEPARATOR.split(line.strip("|·•-– \t[]")) if part]
    spaced = [part for part in re.split(r"\s{2,}", line.strip()) if part] if len(parts) == 1 else []
    linked = len(spaced) > 1 and all(map(is_link_name, spaced))
    parts = spaced if linked or (len(spaced) > 3 and all(len(part) <= 20 for part in spaced)) else parts
    if len(parts) == 1 and 3 <= len(names := key(line).split()) <= 14 and len(line) < SHORT:
        words = [name for name in names if not name.isdigit()]
        links = sum(name in MENU or name in EXACT for name in words)
        return bool(words) and (links == len(words) or (links > 1 and all(name > "\u3000" for name in words)))
    if len(parts) > 1 and all(map(_COUNTED_PART.fullmatch, parts)):
        return True  # «All critics (48) | Top critics (12)»
    if len(parts) < 2 or any(len(part) > 40 or (part[-1:] in ".!?" and len(part) > 12) for part in parts):
        return False
    known = sum(is_link_name(part) for part in parts)
    small = all(re.fullmatch(r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+)?", part) and part.islower() for part in parts)
    if small and len(parts) > 2 and not any(key(part) in GENRES or key(part) in COUNTRIES for part in parts):
        return True  # «início | em cartaz | clássicos | contato»
    crumbs = bool(_CRUMB.search(line)) and len(parts) >= 3 and is_link_name(parts[0])
    return crumbs or (known >= 2 and known >= len(parts) / (2 if len(parts) < 5 else 3))


_LETTERS_APART = re.compile(r"(?<!\S)[A-Z](?!\S)")
_INDEX_LEAST = 10
"""Letters that stand apart in a line that leads through an alphabet: «A B C D E F G H I J K …»."""


def is_call(line: str) -> bool:
    """Say whether a short line calls to do something on this page: buy, subscribe, watch."""
    calls = (
        bool(_IMPERATIVE.match(line))
        or line.rstrip().endswith(("→", "»", ">"))
        or (len(line.split()) <= 10 and line.endswith("!"))
    )
    return calls and bool(_WEAK.search(line))


def asks_reader(text: str) -> bool:
    """Say whether one of the sentences tells the page's reader to do something here: «See our recipes!»."""
    return any(_IMPERATIVE.match(said) and _HERE.search(said) for said in re.split(r"(?<=[.!?])\s+", text))


def turns_to_reader(text: str) -> bool:
    """Say whether a short line below a story may be the page's own: «Tea and cake from 6 pm», «We close at nine»."""
    return bool(_TURNS.search(text))


_TURNS = re.compile(
    r"[\d!]|\b(?:we|us|our|you|your|films?|movies?|tickets?|doors?|karten|billets?|entradas"
    r"|biglietti|bilety|vstupenky)\b",
    re.IGNORECASE,
)
_HERE = re.compile(r"\b(?:our|us|here|online|today)\b", re.IGNORECASE)


def is_link_name(part: str) -> bool:
    """Say whether a line is the name of a site's part, as links have it."""
    name = re.sub(r"\s*\(?\d[\d,.]*\)?$", "", re.sub(r"\]\([^)]*\)$", "", part.strip("[]*_ ")))
    plain = key(name)
    known = (
        is_button(plain)
        or plain in SECTIONS
        or plain in MENU
        or (plain.partition(" ")[0] in TASKS and len(plain.split()) <= 4)
    )
    return known and plain not in GENRES


_BOX = re.compile(
    r"mailing\s+list|unsubscribe\s+(?:at\s+)?any\s*time|newsletters?\b|(?:sign\s+up|subscribe|register)\s+(?:for|to"
    r"|now|today)"
    r"|in\s+your\s+inbox"
    r"|(?:daily|weekly|monthly|free)\s+e-?mails?\b|enter\s+(?:your\s+)?(?:e-?mail|address)|your\s+e-?mail(?:\s+address)?\W*$|(?:use|utilis|utiliz|verwend|používá"
    r"|używa)\w*\s+(?:\w+\s+){0,3}cookies?"
    r"|cookie\s+(?:policy|settings)|your\s+privacy|abonnez-vous|suscríbete|iscriviti|newsletter\s+abonnieren|メルマガ",
    re.IGNORECASE,
)


def _is_field(text: str) -> bool:
    """Say whether a line may stand in or above a field of a form."""
    return len(text) <= 40 and text[-1:] not in ".!?"


def opens_box(block: Sequence[Line]) -> bool:
    """Say whether a run of lines is a box of the site (newsletter, cookie notice): one line says so, none is long."""
    if len(block) > 8 or any(len(line.raw) > 2 * SHORT or line.level for line in block):
        return False
    said = any(_BOX.search(line.raw) and (is_furniture(line.raw) or _is_field(line.raw)) for line in block)
    return said and all(is_furniture(line.raw) or len(line.raw) <= SHORT for line in block)
