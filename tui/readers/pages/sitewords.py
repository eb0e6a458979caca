"""Words of sites: links and buttons that stand alone on a line, networks, and the parts that menus name."""

from __future__ import annotations

from tui.readers.pages.vocabulary import key
from tui.text.wordsets import phrases, words

EXACT = frozenset(
    map(
        key,
        phrases(
            "not now|maybe later|no thanks|remind me later"
            "|scroll to continue with content|scroll to continue|jump to|imdbpro|at a glance|quick links|on this page"
            "|zum inhalt springen|zum hauptinhalt springen|aller au contenu|aller au contenu principal"
            "|saltar al contenido|ir al contenido|vai al contenuto|přejít k obsahu|přejít na obsah|przejdź do treści"
            "|ir para o conteúdo|pular para o conteúdo|ga naar inhoud|naar de inhoud|hoppa till innehåll"
            "|gå till innehåll|spring til indhold|skip to content|skip to main content|jump to content|view history"
            "|talk|read edit view history|read|edit source|tools|main menu|toggle the table of contents|vte|v t e"
            "|suggest a correction|recently viewed|most viewed|pin this|pin this for later|pin it for later"
            "|save for later|what's your vibe|read the rest|discussions|user score|reuse this content"
            "|explore more on these topics|open navigation menu|navigation menu|you have been warned|start now"
            "|try now|try it now|start watching|start free trial|join free|set reminder|remind me|add to calendar"
            "|top headlines|essential links|where to watch|upgrade|go premium|listen|open in app|for subscribers"
            "|subscribers only|members only|premium|ad|ads|advert|advertisement|advertisements|advertising"
            "|advertorial|sponsored|sponsored content|promoted|promoted content|promotion|reklama|anzeige|werbung"
            "|publicité|publicidad|pubblicità|publicidade|реклама|anuncio|anúncio|annonce|inzerce|mainos|reclame"
            "|annons|広告|广告|paid content|partner content|affiliate|ad choices|adchoices|close ad|skip ad|remove ads"
            "|story continues below|article continues below|continue reading|keep reading|read on|more|more…"
            "|show more|view more|read more|see more|load more|load more comments|load more reviews|see all|view all"
            "|show all|expand|expand all|collapse|hide|next|previous|prev|back|back to top|back to index"
            "|back to main page|back to the main page|back to home|main page|top of page|top|return to top"
            "|scroll to top|to top|to the top"
            "|home|menu|search|close|ok|okay|got it|accept|accept all|accept cookies|reject all"
            "|decline|manage preferences|manage cookies|cookie settings|preferences|i agree|agree|dismiss|settings"
            "|options|edit|edit this page|print|print this page|bookmark|bookmark this page|save|saved|like|likes"
            "|liked|dislike|reply|replies|report|report this|report abuse|flag|permalink|link|copy link|embed|quote"
            "|share|share this|share this article|share this page|share this review|tweet|pin it|email|e-mail"
            "|email this|comment|comments closed|comments are closed|log in|login|log in to comment|log in to reply"
            "|sign in|sign up|sign out|register|join|join now|join us|subscribe|subscribe now|unsubscribe|my account"
            "|account|profile|follow|follow us|follow us on|following|donate|support us|contact|contact us|about us"
            "|help|faq|privacy|privacy policy|terms|terms of use|terms of service|terms and conditions|sitemap"
            "|site map|imprint|impressum|datenschutz|legal|disclaimer|careers|press room|advertise|advertise with us"
            "|rss|feed|skip to content|skip to main content|skip navigation|jump to navigation|jump to search"
            "|jump to navigation jump to search|zur navigation springen|zur suche springen"
            "|zur navigation springen zur suche springen|aller à la navigation|saltar a navegación"
            "|vai alla navigazione|přejít na navigaci|přejdź do nawigacji|ナビゲーションに移動"
            "|from wikipedia, the free encyclopedia|enter your email|enter your email address|your email"
            "|your email address|email address|name|website|post comment|submit|send|search for|search this site"
            "|watch|watch now|watch film|watch movie|watch free|watch online|watch trailer|watch the trailer|play"
            "|play now|play trailer|play all|stream|stream now|start streaming|download|download now|buy|buy now"
            "|buy tickets|book tickets|book now|get tickets|tickets|showtimes|find showtimes|rent|rent or buy"
            "|order now|add to cart|add to watchlist|add to list|add to favorites|add to favourites|add to my list"
            "|want to see|mark as watched|rate this|rate this film|rate this movie|rate it|write a review"
            "|add a review|add review|add your review|post a review|leave a review|submit a review|your review"
            "|your rating|be the first to review|helpful|not helpful|was this helpful|was this review helpful|yes|no"
            "|yes no|interesting yes no|thumbs up|thumbs down|upvote|downvote|was this page helpful"
            "|is this interesting|is this interesting to you|warning spoilers|spoilers below|show spoilers"
            "|hide spoilers|reveal spoilers|sort by|filter by|filter|newest first|most helpful|most recent"
            "|the trivia items below may give away important plot points|contribute to this page"
            "|suggest an edit or add missing content|edit page|report an error|suggest an edit|add missing content"
            "|getty images|loading|please wait|no comments|no comments yet|all rights reserved|cookie policy|image"
            "|photo|photos|images|video|videos|gallery|view gallery|photo gallery|play video|advertisement feature"
            "|translate|translated|see original|show original|original text|see translation|hd|4k|sd"
            "|interesting? yes no|mehr anzeigen|mehr lesen|weiterlesen|alle anzeigen|zum seitenanfang|nach oben"
            "|startseite|anmelden|registrieren|teilen|drucken|antworten|melden|akzeptieren|alle akzeptieren"
            "|jetzt ansehen|jetzt streamen|jetzt kaufen|merken|lire la suite|voir plus|afficher plus|tout voir"
            "|haut de page|accueil|se connecter|s'inscrire|partager|imprimer|répondre|signaler|accepter|tout accepter"
            "|s'abonner|en savoir plus|voir la bande-annonce|leer más|ver más|mostrar más|ver todo|volver arriba"
            "|inicio|iniciar sesión|registrarse|compartir|imprimir|responder|aceptar|aceptar todo|suscríbete"
            "|ver ahora|ver tráiler|me gusta|leggi tutto|leggi di più|mostra altro|vedi tutti|torna su|accedi"
            "|registrati|condividi|stampa|rispondi|accetta|iscriviti|guarda ora|guarda il trailer|ver trailer"
            "|ler mais|ver mais|compartilhar|entrar|assine|číst dál|zobrazit více|více|zobrazit vše|nahoru|přihlásit"
            "|přihlásit se|registrace|sdílet|tisk|odpovědět|nahlásit|souhlasím|přijmout vše|přehrát|koupit|domů"
            "|nastavení cookies|czytaj dalej|pokaż więcej|więcej|zobacz wszystkie|do góry|zaloguj|zaloguj się"
            "|zarejestruj się|udostępnij|drukuj|odpowiedz|zgłoś|akceptuję|zgadzam się|oglądaj|obejrzyj teraz"
            "|kup bilet|strona główna|obserwuj|もっと見る|続きを読む|すべて見る"
            "|ログイン|会員登録|シェア|ツイート"
            "|トップへ戻る|ホーム|検索|違反報告|参考になった|いいね|返信"
            "|同意する|更多|展开|登录|注册|分享|返回顶部|首页|有用|没用|回应|收起"
        ),
    )
)
SOCIAL = words(
    "facebook twitter x email e-mail mail whatsapp pinterest reddit linkedin instagram youtube tumblr telegram print"
    " share tweet flipboard messenger pocket copy link sms threads bluesky mastodon tiktok snapchat line vk rss more"
    " save on via follow us bluesky google+ google"
)
NETWORKS = words(
    "facebook twitter whatsapp pinterest linkedin reddit tumblr flipboard telegram instagram bluesky mastodon"
)

MENU = frozenset(
    phrases(
        "article|film|films|movie|movies|tv|television|series|shows|books|music|games|theatre|theater|arts|culture|sport|sports"
        "|news|opinion|podcasts|features|interviews|lists|awards|festivals|celebrity|video|photos|magazine|shop|store"
        "|blog|forum|community|login|more|search|releases|genres|details|crew|members|lifestyle|business|tech"
        "|science|travel|food|style|world|politics|entertainment"
        "|full cast & crew|full cast and crew|release dates|official sites|storyline|taglines|plot summary"
        "|synopsis|company credits"
        "|filming & production|technical specs|about|jobs|press|help|imprint|view source|discussion|page"
        "|horror|newsletters|subscribe|newest|popular|journal|people|explore|discover|channels|kids|stream|trailers"
        "|trailer|cast|overview|reviews|trivia|quotes|goofs|connections|soundtracks|crazy credits|alternate versions"
        "|home|director trademark|spoilers|cameo|all|mehr|filme|serien|séries|cinema|cinéma|filmy|seriály|seriale"
        "|english|deutsch|français|español|italiano|português|polski|čeština|svenska|nederlands|русский|한국어|日本語|中文"
        "|noticias|películas|kino|dvd|blu-ray|box office|faq|imdb|tmdb|letterboxd|metacritic|rotten tomatoes|trakt"
    )
) | frozenset(map(key, phrases("séries|cinéma|seriály|películas|français|español|português|čeština|русский")))
"""Names of a site's parts, as menus and breadcrumbs have them."""
