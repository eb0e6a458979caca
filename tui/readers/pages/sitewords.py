"""Words of sites: links and buttons that stand alone on a line, networks, and the parts that menus name."""

from __future__ import annotations

from tui.readers.pages.counters import SHOWING
from tui.readers.pages.vocabulary import key
from tui.text.wordsets import phrases, words

EXACT = frozenset(
    map(
        key,
        phrases(
            "not now|maybe later|no thanks|jump to|at a glance|quick links|on this page|view history|talk|read"
            "|edit source|tools|read the rest|discussions|navigation menu|main menu|main page|more|share|reply|tweet"
            "|subscribe|permalink|ad|advert|advertisement|anzeige|werbung|reklama|publicidad|sponsored|promoted|更多"
            "|for subscribers|imdbpro|what's your vibe|you have been warned|rate it|my account|your review"
            "|your email address|sign out|watch the trailer|try now|where to watch|upgrade|go premium|listen"
            "|members only|premium|ads|advertisements|advertising|advertorial|sponsored content|promoted content"
            "|promotion|pubblicità|publicidade|реклама|anúncio|annonce|inzerce|mainos|reclame|annons|広告|广告"
            "|paid content|partner content|affiliate|ad choices|adchoices|close ad|skip ad|read on|expand|collapse"
            "|hide|next|previous|prev|back|top of page|top|home|menu|search|close|ok|okay|got it|accept|decline"
            "|preferences|i agree|agree|dismiss|settings|options|edit|print|bookmark|save|saved|like|likes|liked"
            "|dislike|replies|report|flag|link|embed|quote|email|comment|comments closed|login|register|join"
            "|unsubscribe|account|profile|follow|following|donate|contact|about us|help|faq|privacy|terms|sitemap"
            "|imprint|impressum|datenschutz|legal|disclaimer|careers|press room|advertise|rss|feed|name|website"
            "|submit|send|watch|play|stream|download|buy|book now|tickets|showtimes|rent|want to see|helpful"
            "|not helpful|yes|no|thumbs up|thumbs down|upvote|downvote|sort by|filter by|filter|newest first"
            "|most helpful|most recent|getty images|loading|please wait|no comments|image|photo|photos|images|video"
            "|videos|gallery|translate|translated|see original|show original|original text|see translation|hd|4k|sd"
            "|weiterlesen|startseite|anmelden|registrieren|teilen|drucken|antworten|melden|akzeptieren|merken|accueil"
            "|se connecter|s'inscrire|partager|imprimer|répondre|signaler|accepter|s'abonner|en savoir plus|inicio"
            "|iniciar sesión|registrarse|compartir|imprimir|responder|aceptar|suscríbete|me gusta|accedi|registrati"
            "|condividi|stampa|rispondi|accetta|iscriviti|compartilhar|entrar|assine|více|nahoru|přihlásit"
            "|přihlásit se|registrace|sdílet|tisk|odpovědět|nahlásit|souhlasím|přehrát|koupit|domů|nastavení cookies"
            "|więcej|zaloguj|zaloguj się|zarejestruj się|udostępnij|drukuj|odpowiedz|zgłoś|akceptuję|zgadzam się"
            "|oglądaj|strona główna|obserwuj|すべて見る|ログイン|会員登録|シェア|ツイート|ホーム|検索|違反報告"
            "|参考になった|いいね|返信|同意する|展开|登录|注册|分享|首页|有用|没用|回应|收起"
        ),
    )
)
"""Links and buttons that no shape below knows, most of them of one word."""
_MOVES = words(
    "skip jump scroll return back to zum zur nach aller haut saltar ir volver vai torna prejit prejdz przejdz do naar"
    " hoppa ga spring pular"
)
_PLACES = words(
    "content navigation search top home index page inhalt hauptinhalt suche seitenanfang oben contenu principal"
    " contenido navegacion arriba contenuto navigazione su obsah obsahu navigaci tresci nawigacji gory inhoud"
    " innehall indhold conteudo springen continue"
)
_SHOWS = SHOWING | words(
    "reading keep continue expand cist dal dalej la le di tout todo tutto vse tutti"
    " accept reject akzeptieren accepter aceptar prijmout"
)
_ASKS = words(
    "rate report print bookmark email share save pin add edit suggest log remind advertise contact join enter mark"
    " hide show reveal manage create contribute"
)
_ASKED = words(
    "this to the a an in for with us me my our now later free review rating comment comments film movie watchlist list"
    " cart favorites favourites calendar reminder site error edit correction content account email address cookies"
    " settings preferences app menu navigation page article spoilers as watched missing or add"
)
_PLAYS = words("watch play stream rent buy jetzt guarda ver kup obejrzyj voir")
_PLAYED = words(
    "now online free trailer film movie all video tickets or buy ora ahora teraz il la ansehen kaufen streamen bilet"
    " bande-annonce"
)
_MOST = 6
_KINDS = ((_ASKS, _ASKED), (_PLAYS, _PLAYED), (_SHOWS, _SHOWS))
"""How a button begins, and what its other words are: «Rate this film», «Watch the trailer», «Zobrazit více»."""


def is_button(plain: str) -> bool:
    """Say whether a line, as `key` writes it, is a link or a button of any site."""
    if plain in EXACT:
        return True
    first, *others = plain.split() or [""]
    if not 0 < len(others) <= _MOST:
        return False
    if first in _MOVES and others[-1] in _PLACES:
        return True  # «Skip to content», «Zum Seitenanfang»
    return any(first in begins and all(word in goes_on for word in others) for begins, goes_on in _KINDS)


SOCIAL = words(
    "facebook twitter x email e-mail mail whatsapp pinterest reddit linkedin instagram youtube tumblr telegram print"
    " share tweet flipboard messenger pocket copy link sms threads bluesky mastodon tiktok snapchat line vk rss more"
    " save on via follow us bluesky google+ google"
)
NETWORKS = words(
    "facebook twitter whatsapp pinterest linkedin reddit tumblr flipboard telegram instagram bluesky mastodon"
)

MENU = frozenset(
    map(
        key,
        phrases(
            "article|film|films|movie|movies|tv|television|series|shows|books|music|games|theatre|theater|arts"
            "|culture|sport|sports|news|opinion|podcasts|features|interviews|lists|awards|festivals|celebrity|video"
            "|photos|magazine|shop|store|blog|forum|community|login|more|search|releases|genres|details|crew|members"
            "|lifestyle|business|tech|science|travel|food|style|world|politics|entertainment|full cast & crew"
            "|full cast and crew|release dates|official sites|storyline|taglines|plot summary|synopsis"
            "|company credits|filming & production|technical specs|about|jobs|press|help|imprint|view source"
            "|discussion|page|horror|newsletters|subscribe|newest|popular|journal|people|explore|discover|channels"
            "|kids|stream|trailers|trailer|cast|overview|reviews|trivia|quotes|goofs|connections|soundtracks"
            "|crazy credits|alternate versions|home|director trademark|spoilers|cameo|all|mehr|filme|serien|cinema"
            "|filmy|seriály|seriale|english|deutsch|français|español|italiano|português|polski|čeština|svenska"
            "|nederlands|русский|한국어|日本語|中文|noticias|películas|kino|dvd|blu-ray|box office|faq|imdb|tmdb"
            "|letterboxd|metacritic|rotten tomatoes|trakt"
        ),
    )
)
"""Names of a site's parts, as menus and breadcrumbs have them."""
