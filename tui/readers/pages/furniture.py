"""What stands on a page without belonging to it: advertising, navigation, buttons, counters, cookie notes.

A short line is judged by its whole and by its words, a long one only by phrases that no reviewer writes:
keeping a line of advertising is ugly, losing a sentence of a review is worse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.readers.pages.counters import is_review_link
from tui.readers.pages.lines import Line
from tui.readers.pages.sitewords import EXACT, MENU, NETWORKS, SOCIAL
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
    r"|recommended(?:\s+(?:reading|for\s+you))?|recommendation|up\s+next|next(?:\s+up)?|trending(?:\s+now)?"
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
_STRONG = re.compile(
    r"^\W*back\s+to\s+(?:the\s+)?\w+(?:\s+\w+)?\W*$|^\W*(?:post|comment|review|reply|message)\s+\d+\s+(?:of|/)\s+\d+\W*$"
    r"|\b(?:rent|buy|own|leihen|kaufen|louer|acheter|alquilar|comprar|noleggia|acquista|tickets?)\b.{0,24}(?:[$€£]|CHF|USD|EUR)\s?\d"
    r"|^(?:print|play|vote|click|order|buy|shop|visit|join|get|win|see|read|back|more|your)\b[^<>]{3,80}<<\W*$"
    r"|^\W*(?:hi|hello|hey)\W{1,3}i['’]?\s?a?m\s\w+!?"
    r"|^re:\s[^.!?]{2,60}$|^\W*moderator\s*:|^\W*you\s+are\s+visitor\b|\bbest\s+viewed\s+(?:in|with|at)\b"
    r"|\bread\s+more\s+(?:in|on|about|at)\s+our\b|\b(?:you\s+could\s+win|not\s+(?:yet\s+)?a\s+member\?)|^\W*tell\s+us\s+(?:what|how|your)\b"
    r"|\bmust\s+be\s+(?:logged\s+in|signed\s+in|registered)\b|\b(?:thread|topic)\s+(?:is\s+)?(?:now\s+)?(?:closed|locked)\W*$"
    r"|\byou\s+(?:can(?:not|['’]t)|may\s+not|must)\s+(?:post|reply|edit|vote|comment|log|register)\b"
    r"|^[«‹<←]\s*(?:back|previous|return|zurück|retour)\b|^\W*(?:show|view|load|see)\s+\d+\s+more\b"
    r"|\bget\s+the\s+\w+\s+app\b|^\W*\d+\s+seconds?\s+of\s+\d|^\W*skip\s+past\b|^\W*you\s+have\s+\d+\s+free\b"
    r"|[.!?]\s+(?:photograph|photo|picture|image|still|foto|photographie)\s*:\s*[^.]{3,40}$"
    r"|^\W*not\s+to\s+be\s+confused\s+with|^\W*this\s+article\s+(?:needs|is\s+about|may|has|does|relies|contains)\b"
    r"|^\W*this\s+(?:article|story|post|piece)\s+(?:was|has\s+been|first|originally)\s+(?:\w+\s+)?(?:amended|updated|corrected"
    r"|published|appeared|posted|translated)\b|dirección\s+de\s+correo|adresse\s+(?:e-?mail|de\s+messagerie)"
    r"|e-mail-?adresse\s+wird|indirizzo\s+e-?mail|emailová\s+adresa|adres\s+e-?mail|e-?mail\s+address\s+will"
    r"|^\W*(?:jump\s+to|aller\s+à|wechseln\s+zu|saltar\s+a|vai\s+a|přejít\s+na|skocz\s+do|przejdź\s+do|ir\s+para|ga\s+naar)\s*:?\s+na[vw]ig"
    r"|^\W*image\s+(?:source|caption)\b\s*,|^\W*skip\s+(?:past\s+)?(?:advert|this|the)|^\W*credit\s?\.\.\.|^\W*skočit\s+na\b"
    r"|^\W*you\s+(?:are|['’]re)\s+receiving\s+this\b|^\W*from\s+the\s+.{0,24}encyclop(?:ae|æ|e)dia\b.{0,40}$"
    r"|^(?:[^\W\d_]+\s\(\d+\)\s*){2,}$|\b(?:interview|conversation)\s+has\s+been\s+(?:\w+\s+and\s+)?(?:edited|condensed)"
    r"|^\W*(?:--|—)\s*(?:typed|compiled|written|collected)\s+by\b|^\W*(?:hide\s+ad|submitting)\W*$"
    r"|\bredirects\s+here\b|^\W*edit\s*:.{0,40}\b(?:thanks?|gold|typos?|formatting)\b|^ナビゲーションに移動"
    r"|\bforwarded\s+this\b|\byour\s+(?:weekly|daily|monthly)\s+(?:dose|digest|round-?up|fix)\b|\bsubscribe\s+here\b"
    r"|^\((?-i:[A-Z][\w&.'’/-]*(?:\s[A-Z][\w&.'’/-]*){1,5})\)$|^\W*\(c\)\s+(?-i:[A-Z])"
    r"|^(?-i:(?:[A-Z][\w.'’-]+,?\s(?:and\s|left,?\s|right,?\s)?){2,8})in\s+a\s+(?:scene|still)\s+from\b"
    r"|^\W*(?:first|originally)\s+(?:published|appeared|printed)\s+(?:in|on|by)\s+.{0,40}(?:issue|program(?:me)?|magazine|edition"
    r"|newsletter|blog|site|journal|zine)\b.{0,40}$|^\W*(?:quelle|source|fuente|fonte|zdroj|źródło|出典|来源)\s*[:：].{1,50}$"
    r"|^\W*\d+\s+(?:languages|sprachen|langues|idiomas|lingue|języków|jazyků)\W*$"
    r"|^\W*(?:page\s+d'aide\s+sur\s+l'homonymie|pour\s+les\s+articles\s+homonymes|zur\s+gleichnamigen|dieser\s+artikel\s+(?:behandelt"
    r"|beschreibt)|para\s+otros\s+usos|questa\s+voce|tento\s+článek|ten\s+artykuł|zobacz\s+też\s+inne)\b"
    r"|\b(?:second|third|centre|center)?\s*from\s+(?:the\s+)?(?:left|right)\b.{0,60}$"
    r"|[.!?]\s+(?:yonhap|afp|reuters|ap|epa|dpa|getty(?:\s+images)?|alamy|shutterstock|rex(?:\s+features)?|imago|photofest)\W*$"
    r"|^\W*for\s+(?:the|other)\b.{2,60},\s+see\b|^\W*(?:main\s+article|further\s+information)\s*:"
    r"|^\W*from\s+(?:\w*pa?edia|wiki\w+|\w+wiki)\W*$|^\W*this\s+advertisement\b"
    r"|^\W*like\s+(?:this\s+)?(?:review|comment)\b|\bremove\s+(?:the\s+)?ads\b"
    r"|^\W*\[?\s*(?:ad|advert|advertisement|sponsored|promoted|anzeige|werbung|reklama|publicité"
    r"|publicidad)\s*\]?(?:\W*$|\]\s|\s*[:|–—-]+\s)"
    r"|cookies\s+help\s+us|we\s+use\s+cookies|uses?\s+cookies|cookie\s+(?:policy|settings|notice|preferences)|your\s+privacy"
    r"|manage\s+(?:your\s+)?(?:privacy|cookies|consent)"
    r"|all\s+rights\s+reserved|(?:©|\(c\)|copyright)\s*(?:©\s*)?\d{4}|©\s*\w"
    r"|(?:trademarks?|logos?|images?|posters?)\s+(?:are\s+(?:the\s+)?propert|belong\s+to\s+their|of\s+their\s+respective)|do\s+not\s+redistribute"
    r"|\bCC[- ]BY(?:-SA)?\b|^\W*(?:hello|hi|hey|dear|liebe[rs]?|chers?|chères?|bonjour|hola|ciao|ahoj|cześć|drodzy"
    r"|milí)\s[^.!?]{2,30},$|^\W*(?:un\s+article\s+de|ein\s+artikel|artículo|articolo|artykuł|článek)\b.{2,40}"
    r"encyclopédie|enzyklopädie|enciclopedia|encyklopedi\w*\W*$"
    r"|terms\s+of\s+(?:use|service)|affiliate\s+(?:links?|commission)|^\W*enjoy(?:ing|ed)\s+this\b"
    r"|join\s+\d[\d,.]*\s+(?:readers|subscribers|members)|(?:earn"
    r"|receive)\s+(?:a\s+)?(?:small\s+)?commission"
    r"|(?:sign\s+up|subscribe|register)\s+(?:for|to)\s+(?:our|free|more|get|receive|unlock|read)\b"
    r"|unsubscribe\s+(?:at\s+)?any\s*time|\bnewsletters?\b|in\s+your\s+inbox|enter\s+your\s+e-?mail|log\s*in\s+(?:to"
    r"|or)|sign\s+in\s+(?:to|or)"
    r"|create\s+(?:an|your)\s+(?:free\s+)?account|already\s+a\s+(?:member|subscriber)"
    r"|free\s+(?:\d+[- ]day\s+)?trial|(?:watch|stream|try\s+it|try)\s+(?:it\s+)?(?:for\s+)?free\s+for\b"
    r"|cancel\s+any\s*time|no\s+credit\s+card|watch\s+(?:it\s+)?(?:now\s+)?(?:in|on)\s+(?:hd|4k|full)"
    r"|stop\s+whenever\s+you\s+like|start\s+(?:streaming|your\s+free)|limited\s+time\s+offer|\d+\s?%\s+off\b"
    r"|use\s+(?:promo\s+)?code\b|meet\s+singles"
    r"|\d[\d,.]*\s+(?:of|out\s+of|/)\s+\d[\d,.]*\s+(?:users?|people|members?|viewers?|readers?|persons?"
    r"|of\s+\d+)?\s*(?:\w+\s+)?(?:found|think|thought)"
    r"|(?:found|find)\s+this\s+(?:review\s+|comment\s+)?(?:interesting|helpful|useful)"
    r"|was\s+(?:this|the\s+above)\s+(?:\w+\s+)?(?:helpful|useful|interesting)|is\s+this\s+interesting"
    r"|^\W*(?:see|view|show|read|browse|load)\s+(?:all|more)\s+(?:\d[\d,.]*\s+)?(?:\w+\s+){0,2}(?:reviews?"
    r"|comments?|trivia|items|photos|videos|stories|articles|cast|ratings|replies|results|posts)\b"
    r"|showing\s+(?:all\s+|items\s+)?\d+.{0,20}\b(?:items?|reviews?|results?|comments?|of)\b"
    r"|^\W*page\s+\d+(?:\s+(?:of|/)\s+\d+)?\W*$|^\W*seite\s+\d+\s+von\s+\d+|^\W*\d+\s*/\s*\d+\s*pages?"
    r"|^\W*(?:prev(?:ious)?|next|older|newer)\s+(?:page|posts?|article|story|reviews?)\b"
    r"|comments?\s+(?:on\s+this\s+\w+\s+)?(?:are|is)\s+(?:now\s+)?closed|^\W*powered\s+by|(?:our"
    r"|the)\s+(?:mobile\s+)?app\s*(?:$|[.!])|in\s+our\s+app|get\s+the\s+app|download\s+(?:the|our)\s+app"
    r"|^\W*\d+\+?\s+(?:photos?|videos?|images?|trailers?|awards?|min(?:ute)?s?\s+read|shares?|likes?|views?"
    r"|followers?|replies|votes?)\W*$"
    r"|^\W*(?:trailer|clip|teaser|featurette)s?\W*\d*\W*\d{1,2}:\d\d\W*$|^\W*(?:photo|image|picture|pic|foto"
    r"|credit|photograph|photo(?:graph)?\s+(?:by|credit|courtesy)|image\s+(?:credit|source|via)|picture\s+credit"
    r"|bild|crédit|fotografía|zdjęcie|obrázek|fot\.)s?\s*(?:credit|source|by|via|courtesy)?\s*[:©/]"
    r"|^\W*\(?(?:photo|image|picture|credit|foto|bild)s?\s*(?::|by|credit|courtesy|©)|^\W*courtesy\s+(?:of"
    r"|everett)\b|^\W*(?:from|aus|de|da|z|ze)\s+.{2,40}\b\w*(?:encyclop(?:a?e)?dia(?:\s+(?:that|any\w*|for|of"
    r"|with)\b.{0,40})?|enzyklopädie|encyclopédie"
    r"|enciclopedia|encyklopedi[ea])\W*$|^\W*retrieved\s+from\b|^\W*\(?redirected\s+from\b"
    r"|^\W*(?:hidden\s+)?categor(?:y|ies)\s*:|^\W*(?:this\s+)?(?:page|article)\s+was\s+last\s+(?:edited|modified"
    r"|updated)"
    r"|^\W*(?:last\s+)?(?:updated|modified)\s*(?::|on)|^\W*published\s*:?\s*(?:on\s+)?\d|support\s+us\b|visit\s+our\b"
    r"|follow\s+us\s+on|like\s+us\s+on|share\s+(?:this|on)\s+(?:\w+\s+)?(?:article|post|page|story|facebook"
    r"|twitter|review)|^\W*tell\s+your\s+friends|enjoy(?:ing|ed)\s+(?:our|this)\s+(?:coverage|site|article|content"
    r"|page)|buy\s+(?:us|me)\s+a\s+coffee|become\s+a\s+(?:member|patron|subscriber)|want\s+more\s+(?:like\s+this"
    r"|reviews"
    r"|news)"
    r"|^\W*(?:find|check)\s+showtimes|rate\s+titles|click\s+here|tap\s+here|swipe\s+(?:left|right|to)"
    r"|javascript\s+(?:is|must)|enable\s+javascript|this\s+(?:site|website|page)\s+(?:uses|requires|contains|may)"
    r"|best\s+deals?\s+on|tickets?\s+(?:now\s+)?on\s+sale|^\W*(?:buy|book|get)\s+(?:your\s+)?tickets"
    r"|^\W*(?:now\s+)?available\s+(?:now\s+)?on\s+(?:dvd|blu-?ray|digital|demand|netflix|prime)"
    r"|^\W*helpful\W*\(?\d|^\W*[\d.,]+[km]?\s+comments?\W*$|^\W*(?:index\s+)?[\d.,]+\s+(?:\w+\s+)?(?:reviews?"
    r"|ratings?|comments?|likes?)(?:\s+in\s+total)?\W*$|^\W*comments?\s*\(\d+\)\W*$|^\W*\d+\s+(?:people\s+)?like(?:d"
    r"|s)?\s+this|^\W*report\s+(?:this|abuse|review|comment)|^\W*permalink\b|^\W*reply\s*(?:$|[·•|])|(?:like|reply"
    r"|share)\s*[·•|]\s*(?:like|reply|share|report)\b|\bpermalink\b.*\breport\b"
    r"|cookies?\s+(?:zu|verwenden)|verwenden?\s+(?:wir\s+)?cookies|utilis(?:e|ons)\s+(?:des\s+)?cookies"
    r"|utiliza(?:mos)?\s+cookies|utilizza(?:mo)?\s+(?:i\s+)?cookie|používá(?:me)?\s+(?:soubory\s+)?cookies"
    r"|(?:używa(?:my)?|wykorzystuje(?:my)?)\s+(?:plików\s+)?cookies|クッキーを使用|cookieを使用|alle\s+rechte\s+vorbehalten"
    r"|tous\s+droits\s+réservés|todos\s+los\s+derechos\s+reservados|tutti\s+i\s+diritti\s+riservati"
    r"|všechna\s+práva\s+vyhrazena|wszelkie\s+prawa\s+zastrzeżone|無断転載|版权所有"
    r"|(?:fanden|finden)\s+diese\s+(?:kritik|rezension)\s+(?:hilfreich|nützlich)|(?:personnes?"
    r"|utilisateurs?)\s+ont\s+trouvé|(?:personas|usuarios)\s+(?:encontraron|les\s+ha\s+parecido)|(?:uživatelů"
    r"|lidí)\s+považuje|(?:os(?:ób|oby|oba)|użytkowni\w+)\s+uzna\w+|人中\s*\d+\s*人|有用\s*\d+|newsletter\s+(?:abonnieren|bestellen)"
    r"|abonnez-vous|suscríbete\s+a|iscriviti\s+alla|přihlaste\s+se\s+k|zapisz\s+się",
    re.IGNORECASE,
)
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
_PICTURES = re.compile(
    "(?:[\U0001f44d\U0001f44e\U0001f4ac\U0001f441\U0001f44f\u2764\u2665\u2934\u21aa\u25b2\u25b3\u25bc\u25bd]\ufe0f?\\s*(?:\\d[\\d.,]*[kK]?\\s*)?"
    "|[\U0001f1e6-\U0001faff\u2709\ufe0f\u200d]\\s*)++"
)
"""Buttons that are pictures, thumbs and hearts with their counts: «👍 12 👎 3»; stars are ratings."""
_ADDRESS = re.compile(r"(?<![\w@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BUTTONS = re.compile("[☰🔍🔎🛒🎟]")
_LINK_ONLY = re.compile(r"(?:[*_>\s|·•-]*+!?\[[^\[\]]*\]\([^()]*\)[*_\s|·•-]*+)+")
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
        or plain in EXACT
        or (len(line) <= 24 and _COUNTED.sub("", plain) in SHARED)
        or any(shape.fullmatch(line) for shape in (_URL, _LINK_ONLY, _SLOT))
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
    r"we\s+use\s+cookies|uses?\s+cookies|all\s+rights\s+reserved|sign\s+up\s+for\s+our|subscribe\s+to\s+our"
    r"|in\s+your\s+inbox|affiliate\s+links?|terms\s+of\s+(?:use|service)|cookie\s+(?:policy|settings)|your\s+privacy"
    r"|verwenden\s+cookies|utilisons\s+des\s+cookies|utilizamos\s+cookies|soubory\s+cookies|plików\s+cookies",
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
    parts = [part for part in _SEPARATOR.split(line.strip("|·•-– \t[]")) if part]
    spaced = [part for part in re.split(r"\s{2,}", line.strip()) if part] if len(parts) == 1 else []
    linked = len(spaced) > 1 and all(map(is_link_name, spaced))
    parts = spaced if linked or (len(spaced) > 3 and all(len(part) <= 20 for part in spaced)) else parts
    if len(parts) == 1 and 3 <= len(names := key(line).split()) <= 14 and len(line) < SHORT:
        return all(name in MENU or name in EXACT for name in names)
    if len(parts) > 1 and all(map(_COUNTED_PART.fullmatch, parts)):
        return True  # «All critics (48) | Top critics (12)»
    if len(parts) < 2 or any(len(part) > 40 or (part[-1:] in ".!?" and len(part) > 12) for part in parts):
        return False
    known = sum(is_link_name(part) for part in parts)
    small = all(re.fullmatch(r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+)?", part) and part.islower() for part in parts)
    if small and len(parts) > 2 and not any(key(part) in GENRES or key(part) in COUNTRIES for part in parts):
        return True  # «início | em cartaz | clássicos | contato»
    crumbs = bool(_CRUMB.search(line)) and len(parts) >= 3 and key(parts[0]) in MENU
    return crumbs or (known >= 2 and known >= len(parts) / (2 if len(parts) < 5 else 3))


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


_HERE = re.compile(r"\b(?:our|us|here|online|today)\b", re.IGNORECASE)


def is_link_name(part: str) -> bool:
    """Say whether a line is the name of a site's part, as links have it."""
    name = re.sub(r"\s*\(?\d[\d,.]*\)?$", "", re.sub(r"\]\([^)]*\)$", "", part.strip("[]*_ ")))
    plain = key(name)
    known = plain in EXACT or plain in SECTIONS or plain in MENU or bool(_TASK.fullmatch(plain))
    return known and plain not in GENRES


_TASK = re.compile(r"(?:report|add|edit|submit|suggest|correct)\s+(?:an?\s+|new\s+|your\s+|this\s+)?[^\W\d_]+")
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
