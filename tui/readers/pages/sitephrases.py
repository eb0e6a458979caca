"""What sites write around their texts, as shapes of phrases by what they are about.

A line that holds one of them is the site's. They are phrases that no reviewer writes; single words stand in
`sitewords`, and what votes on a review looks like in `counters`.
"""

from __future__ import annotations

COOKIES = (
    r"\b(?:use[sd]?|using|accept|verwend\w+|utilis\w+|utiliz\w+|používá\w*|używa\w*|wykorzystuj\w+)\s+(?:\w+\s+){0,3}cookies?\b"
    r"|^\W*cookies?\s*[:–-]|\bcookies?\s+(?:help|policy|settings|notice|preferences|zu|verwenden)\b|(?:クッキー|cookie)を使用|your\s+privacy"
    r"|manage\s+(?:your\s+)?(?:privacy|consent)"
)
"""Notes on cookies and consent, in any language: a word for using beside the thing."""
RIGHTS = (
    r"all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés|todos\s+(?:los\s+derechos|os\s+direitos)\s+reservados"
    r"|tutti\s+i\s+diritti\s+riservati|všechna\s+práva\s+vyhrazena|wszelkie\s+prawa\s+zastrzeżone|無断転載|版权所有"
)
"""Whose the text is."""
LETTERS = (
    r"adresse\s+(?:e-?mail|de\s+messagerie)|e-mail-?adresse\s+wird|indirizzo\s+e-?mail|adres\s+e-?mail"
    r"|e-?mail\s+address\s+will|\bforwarded\s+this\b"
    r"|\byour\s+(?:weekly|daily|monthly)\s+(?:dose|digest|round-?up|fix)\b|\bsubscribe\s+here\b"
    r"|^\W*(?:first|originally)\s+(?:published|appeared|printed)\s+(?:in|on|by)\s+.{0,40}(?:issue|program(?:me)?|magazine|edition|newsletter|blog|site|journal|zine)\b.{0,40}$"
    r"|join\s+\d[\d,.]*\s+(?:readers|subscribers|members)"
    r"|(?:sign\s+up|subscribe|register)\s+(?:for|to)\s+(?:our|free|more|get|receive|unlock|read)\b"
    r"|unsubscribe\s+(?:at\s+)?any\s*time|\bnewsletters?\b|in\s+your\s+inbox|enter\s+your\s+e-?mail"
    r"|already\s+a\s+(?:member|subscriber)|become\s+a\s+(?:member|patron|subscriber)"
    r"|newsletter\s+(?:abonnieren|bestellen)|abonnez-vous|iscriviti\s+alla|přihlaste\s+se\s+k|zapisz\s+się"
)
"""Newsletters and their forms, in any language."""
PICTURES = (
    r"[.!?]\s+(?:photograph|photo|picture|image|still|foto|photographie)\s*:\s*[^.]{3,40}$"
    r"|^\W*image\s+(?:source|caption)\b\s*,"
    r"|\b(?:second|third|centre|center)?\s*from\s+(?:the\s+)?(?:left|right)\b.{0,60}$"
    r"|[.!?]\s+(?:yonhap|afp|reuters|ap|epa|dpa|getty(?:\s+images)?|alamy|shutterstock|rex(?:\s+features)?|imago|photofest)\W*$"
    r"|(?:trademarks?|logos?|images?|posters?)\s+(?:are\s+(?:the\s+)?propert|belong\s+to\s+their|of\s+their\s+respective)"
    r"|^\W*\d+\+?\s+(?:photos?|videos?|images?|trailers?|awards?|min(?:ute)?s?\s+read|shares?|likes?|views?|followers?|replies|votes?)\W*$"
    r"|^\W*(?:trailer|clip|teaser|featurette)s?\W*\d*\W*\d{1,2}:\d\d\W*$"
    r"|^\W*(?:photo|image|picture|pic|foto|credit|photograph|photo(?:graph)?\s+(?:by|credit|courtesy)|image\s+(?:credit|source|via)|picture\s+credit|bild|crédit|fotografía|zdjęcie|obrázek|fot\.)s?\s*(?:credit|source|by|via|courtesy)?\s*[:©/]"
    r"|^\W*\(?(?:photo|image|picture|credit|foto|bild)s?\s*(?::|by|credit|courtesy|©)"
    r"|^\W*courtesy\s+(?:of|everett)\b|swipe\s+(?:left|right|to)"
    r"|,\s(?:left|right|centre|center|top|above|below)\b[^.!?]*\.\s*\([^()]{2,40}\)$"
)
"""Captions, and whose a picture is."""
OFFERS = (
    r"\b(?:rent|buy|own|leihen|kaufen|louer|acheter|alquilar|comprar|noleggia|acquista|tickets?)\b.{0,24}(?:[$€£]|CHF|USD|EUR)\s?\d"
    r"|^(?:print|play|vote|click|order|buy|shop|visit|join|get|win|see|read|back|more|your)\b[^<>]{3,80}<<\W*$"
    r"|^\W*you\s+are\s+visitor\b|\bbest\s+viewed\s+(?:in|with|at)\b|affiliate\s+(?:links?|commission)"
    r"|(?:earn|receive)\s+(?:a\s+)?(?:small\s+)?commission|free\s+(?:\d+[- ]day\s+)?trial"
    r"|\bfree\s+for\s+(?:\w+\s+){1,2}(?:days?|weeks?|months?)\b|(?:watch|stream|try\s+it|try)\s+(?:it\s+)?(?:for\s+)?free\s+for\b|cancel\s+any\s*time"
    r"|no\s+credit\s+card|watch\s+(?:it\s+)?(?:now\s+)?(?:in|on)\s+(?:hd|4k|full)"
    r"|start\s+(?:streaming|your\s+free)|limited\s+time\s+offer|\d+\s?%\s+off\b|use\s+(?:promo\s+)?code\b"
    r"|meet\s+singles|support\s+us\b|visit\s+our\b|buy\s+(?:us|me)\s+a\s+coffee|^\W*(?:find|check)\s+showtimes"
    r"|best\s+deals?\s+on|tickets?\s+(?:now\s+)?on\s+sale|^\W*(?:buy|book|get)\s+(?:your\s+)?tickets"
    r"|^\W*(?:now\s+)?available\s+(?:now\s+)?on\s+(?:dvd|blu-?ray|digital|demand|netflix|prime)"
)
"""What is sold, streamed or asked for."""
ENCYCLOPAEDIA = (
    r"^\W*from\s+the\s+.{0,24}encyclop(?:ae|æ|e)dia\b.{0,40}$"
    r"|^\W*for\s+(?:the|other)\b.{2,60},\s+see\b|^\W*(?:main\s+article|further\s+information)\s*:"
    r"|^\W*from\s+(?:\w*pa?edia|wiki\w+|\w+wiki)\W*$"
    r"|^\W*(?:un\s+article\s+de|ein\s+artikel|artículo|articolo|artykuł|článek)\b.{2,40}encyclopédie"
    r"|enzyklopädie"
    r"|^\W*(?:from|aus|de|da|z|ze)\s+.{2,40}\b\w*(?:encyclop(?:a?e)?dia(?:\s+(?:that|any\w*|for|of|with)\b.{0,40})?|enzyklopädie|encyclopédie|enciclopedia|encyklopedi[ea])\W*$"
    r"|^\W*retrieved\s+from\b|^\W*\(?redirected\s+from\b|^\W*(?:hidden\s+)?categor(?:y|ies)\s*:"
    r"|^\W*(?:page|article)\s+was\s+last\s+(?:edited|modified|updated)"
)
"""What encyclopaedias write around an article."""
COUNTS = (
    r"^\W*(?:post|comment|review|reply|message)\s+\d+\s+(?:of|/)\s+\d+\W*$"
    r"|\byou\s+(?:can(?:not|['’]t)|may\s+not|must)\s+(?:post|reply|edit|vote|comment|log|register)\b"
    r"|^[«‹<←]\s*(?:back|previous|return|zurück|retour)\b"
    r"|^\W*(?:page\s+d'aide\s+sur\s+l'homonymie|pour\s+les\s+articles\s+homonymes|zur\s+gleichnamigen|para\s+otros\s+usos|questa\s+voce|zobacz\s+też\s+inne)\b"
    r"|^\W*like\s+(?:this\s+)?(?:review|comment)\b|stop\s+whenever\s+you\s+like"
    r"|\d[\d,.]*\s+(?:of|out\s+of|/)\s+\d[\d,.]*\s+(?:users?|people|members?|viewers?|readers?|persons?|of\s+\d+)?\s*(?:\w+\s+)?(?:found|think|thought)"
    r"|(?:found|find)\s+this\s+(?:review\s+|comment\s+)?(?:interesting|helpful|useful)"
    r"|was\s+(?:this|the\s+above)\s+(?:\w+\s+)?(?:helpful|useful|interesting)|is\s+this\s+interesting"
    r"|showing\s+(?:all\s+|items\s+)?\d+.{0,20}\b(?:items?|reviews?|results?|comments?|of)\b"
    r"|^\W*page\s+\d+(?:\s+(?:of|/)\s+\d+)?\W*$|^\W*seite\s+\d+\s+von\s+\d+"
    r"|^\W*(?:prev(?:ious)?|next|older|newer)\s+(?:page|posts?|article|story|reviews?)\b"
    r"|comments?\s+(?:on\s+this\s+\w+\s+)?(?:are|is)\s+(?:now\s+)?closed|like\s+us\s+on"
    r"|share\s+(?:this|on)\s+(?:\w+\s+)?(?:article|post|page|story|facebook|twitter|review)"
    r"|want\s+more\s+(?:like\s+this|reviews|news)|^\W*helpful\W*\(?\d|^\W*[\d.,]+[km]?\s+comments?\W*$"
    r"|^\W*(?:index\s+)?[\d.,]+\s+(?:\w+\s+)?(?:reviews?|ratings?|comments?|likes?)(?:\s+in\s+total)?\W*$"
    r"|^\W*comments?\s*\(\d+\)\W*$|^\W*\d+\s+(?:people\s+)?like(?:d|s)?\s+this"
    r"|^\W*report\s+(?:this|abuse|review|comment)|^\W*permalink\b"
    r"|(?:like|reply|share)\s*[·•|]\s*(?:like|reply|share|report)\b|\bpermalink\b.*\breport\b"
    r"|人中\s*\d+\s*人|有用\s*\d+"
    r"|^\W*(?:see|view|show|read|browse|load)\s+(?:all|more)\s+(?:\d[\d,.]*\s+)?(?:\w+\s+){0,2}("
    r"?:reviews?|comments?|trivia|items|photos|videos|stories|articles|cast|ratings|replies|results|posts)\b"
)
"""Links to more of a page, counters and buttons."""
ACCOUNT = (
    r"\b(?:you\s+could\s+win|not\s+(?:yet\s+)?a\s+member\?)|\bget\s+the\s+\w+\s+app\b"
    r"|^\W*this\s+(?:story|piece)\s+(?:was|has\s+been|first|originally)\s+(?:\w+\s+)?(?:amended|updated|corrected|published|appeared|posted|translated)\b"
    r"|your\s+privacy|(?:©|\(c\)|copyright)\s*(?:©\s*)?\d{4}|©\s*\w|do\s+not\s+redistribute"
    r"|\bCC[- ]BY(?:-SA)?\b|terms\s+of\s+(?:use|service)|log\s*in\s+(?:to|or)|sign\s+in\s+(?:to|or)"
    r"|create\s+(?:an|your)\s+(?:free\s+)?account|(?:our|the)\s+(?:mobile\s+)?app\s*(?:$|[.!])|in\s+our\s+app"
    r"|get\s+the\s+app|download\s+(?:the|our)\s+app|^\W*(?:last\s+)?(?:updated|modified)\s*(?::|on)"
    r"|^\W*published\s*:?\s*(?:on\s+)?\d|click\s+here|tap\s+here|javascript\s+(?:is|must)|enable\s+javascript"
)
"""Accounts, programs, terms and dates of a site."""
ITSELF = (
    r"(?:^\W*|[.:!?]\s|^[^.!?]{0,30}\bof\s)(?:this\s+(?:article|interview|conversation|page|post|faq|column|transcript)"
    r"|cet(?:te)?\s+(?:article|page|entretien)|diese[rs]?\s+(?:artikel|beitrag|seite|interview)"
    r"|est[ea]\s+(?:artículo|artigo|página|entrevista)|quest[ao]\s+(?:articolo|pagina|intervista)"
    r"|t(?:ento|ato)\s+(?:článek|stránka|rozhovor)|t(?:en|a)\s+(?:artykuł|strona|wywiad))\b|^(?:この記事|本文)"
    r"|^\W*(?:updated?|corrections?|clarification|erratum|disclosure|disclaimer|editor['’]?s?['’]?\s+note|aktualisierung|korrektur"
    r"|mise\s+à\s+jour|rectificatif|note\s+de\s+la\s+rédaction|actualización|corrección|nota\s+del\s+editor|aggiornamento|rettifica"
    r"|aktualizace|oprava|aktualizacja|sprostowanie|追記|訂正|更正)\b[^:：.!?]{0,24}[:：]"
    r"|^\[?\^\w{1,20}\]:\s"
)
"""What a text says of itself: where it appeared, how it was edited, what was corrected; its footnotes."""
OTHER = (
    r"^\W*back\s+to\s+(?:the\s+)?\w+(?:\s+\w+)?\W*$|^\W*(?:hi|hello|hey)\W{1,3}i['’]?\s?a?m\s\w+!?"
    r"|^re:\s[^.!?]{2,60}$|^\W*moderator\s*:|\bread\s+more\s+(?:in|on|about|at)\s+our\b"
    r"|^\W*tell\s+us\s+(?:what|how|your)\b|\bmust\s+be\s+(?:logged\s+in|signed\s+in|registered)\b"
    r"|\b(?:thread|topic)\s+(?:is\s+)?(?:now\s+)?(?:closed|locked)\W*$"
    r"|^\W*(?:show|view|load|see)\s+\d+\s+more\b|^\W*\d+\s+seconds?\s+of\s+\d|^\W*skip\s+past\b"
    r"|^\W*you\s+have\s+\d+\s+free\b|^\W*not\s+to\s+be\s+confused\s+with"
    r"|dirección\s+de\s+correo"
    r"|emailová\s+adresa"
    r"|^\W*(?:jump\s+to|aller\s+à|wechseln\s+zu|saltar\s+a|vai\s+a|přejít\s+na|skocz\s+do|przejdź\s+do|ir\s+para|ga\s+naar)\s*:?\s+na[vw]ig"
    r"|^\W*skip\s+(?:past\s+)?(?:advert|this|the)|^\W*credit\s?\.\.\.|^\W*skočit\s+na\b"
    r"|^\W*you\s+(?:are|['’]re)\s+receiving\s+this\b|^(?:[^\W\d_]+\s?[(（]\d+[)）]\s*){2,}$"
    r"|^[^.!?]{2,30}\?\W*[^\W\d_]+\s*\(\d[\d.,]*\)\W*[^\W\d_]+\s*\(\d[\d.,]*\)\W*$"
    r"|^\W*(?:--|—)\s*(?:typed|compiled|written|collected)\s+by\b|^\W*(?:hide\s+ad|submitting)\W*$"
    r"|\bredirects\s+here\b|^\W*edit\s*:.{0,40}\b(?:thanks?|gold|typos?|formatting)\b|^ナビゲーションに移動"
    r"|^\((?-i:[A-Z][\w&.'’/-]*(?:\s[A-Z][\w&.'’/-]*){1,5})\)$|^\W*\(c\)\s+(?-i:[A-Z])"
    r"|^(?-i:(?:[A-Z][\w.'’-]+,?\s(?:and\s|left,?\s|right,?\s)?){2,8})in\s+a\s+(?:scene|still)\s+from\b"
    r"|^\W*(?:quelle|source|fuente|fonte|zdroj|źródło|出典|来源)\s*[:：].{1,50}$"
    r"|^\W*\d+\s+(?:languages|sprachen|langues|idiomas|lingue|języków|jazyků)\W*$|^\W*this\s+advertisement\b"
    r"|\bremove\s+(?:the\s+)?ads\b"
    r"|^\W*\[?\s*(?:ad|advert|advertisement|sponsored|promoted|anzeige|werbung|reklama|publicité|publicidad)\s*\]?(?:\W*$|\]\s|\s*[:|–—-]+\s)"
    r"|^\W*(?:hello|hi|hey|dear|liebe[rs]?|chers?|chères?|bonjour|hola|ciao|ahoj|cześć|drodzy|milí)\s[^.!?]{2,30},$"
    r"|enciclopedia|encyklopedi\w*\W*$|^\W*enjoy(?:ing|ed)\s+this\b|^\W*\d+\s*/\s*\d+\s*pages?"
    r"|^\W*powered\s+by|follow\s+us\s+on|^\W*tell\s+your\s+friends"
    r"|enjoy(?:ing|ed)\s+(?:our|this)\s+(?:coverage|site|article|content|page)|rate\s+titles"
    r"|this\s+(?:site|website)\s+(?:uses|requires|contains|may)|^\W*reply\s*(?:$|[·•|])|suscríbete\s+a"
)
"""What else a page says to its readers."""
GROUPS = (COOKIES, RIGHTS, LETTERS, PICTURES, OFFERS, ENCYCLOPAEDIA, COUNTS, ACCOUNT, ITSELF, OTHER)
