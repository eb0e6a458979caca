"""Links and counters about reviews, in any of the languages pages come in: «See all 12 reviews», «4 von 9 hilfreich».

They are recognised by the kinds of their words and not by whole phrases: a word for «all» or «more» beside one for
reviews, a count beside one for «helpful», a member's rank or a label of a forum's profile.
"""

from __future__ import annotations

import re

from tui.text.comparing import fold
from tui.text.wordsets import phrases, words


def folded(text: str) -> frozenset[str]:
    """Return the words of a list as `fold` writes them."""
    return frozenset(map(fold, words(text)))


LONGEST_LINK = 70
"""Characters above which a line with these words tells something."""
_ALL = folded(
    "all more every full complete entire next previous older newer other latest alle mehr weitere vollstandige ganze"
    " toutes tous toute plus suite todas todos mas mais tutte tutti tutta altre altri wszystkie wiecej wszystkich"
    " vsechny vsechna vsech dalsi vice cela cele все всё еще ещё больше alla fler flere alla meer kaikki tum"
)
_THINGS = folded(
    "review reviews comment comments opinion opinions rating ratings critique critiques avis commentaires kritik"
    " kritiken bewertungen kommentar kommentare rezensionen meinungen critica criticas opiniones comentarios resenas"
    " recensione"
    " recensioni commenti critiche recensies opinie opinii recenzje recenzji komentarze komentarzy recenze recenzi"
    " komentare hodnoceni avaliacoes resenhas отзывы отзыв рецензии рецензию комментарии recensioner trivia photos"
    " videos replies posts quotes goofs cast zajimavosti ciekawostki anecdotes curiosidades kritikken anmeldelser"
    " article text story texte artikel meinung commento comentario commentaire"
)
_CALLS = folded(
    "join see view show read browse load write add post submit leave zobacz pokaz czytaj dodaj napisz ver leer mostrar"
    " escribir voir lire afficher ecrire vedi leggi mostra scrivi zobrazit cist pridat napsat показать читать написать"
    " добавить смотреть laden lesen anzeigen zeigen ansehen schreiben verfassen ler escrever enviar"
    " accedi lasciare lascia zaloguj connectez connecter anmelden inloggen entre entrar"
    " las visa skriv lees toon schrijf eigene eigenen"
)
SHOWING = _ALL | _CALLS
"""What leads to more of something: «Pokaż więcej»."""
TASKS = _CALLS - folded("see view read load las les voir leer lire") | folded(
    "report edit suggest correct zglos nahlasit melden signaler signaler reportar segnala upravit edytuj"
)
"""What a link asks for that stands beside another: «Dodaj ciekawostkę | Zgłoś błąd»."""
_HELPFUL = re.compile(
    r"\b(?:helpful|useful|interesting|útil|utile|utili|hilfreich|nützlich|interessant|przydatn\w*|pomocn\w*|uzna(?:ło|ły|ł|li)"
    r"|užitečn\w*|přínosn\w*|zajímav\w*|полезн\w*|интересн\w*|interesante|interessante|intéressante?|nyttig\w*|handig"
    r"|behulpzaam)\b|参考になった|有用|有帮助|役に立",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\W*\d[\d.,\s]*\b")
_COUNT_BEHIND = re.compile(r"^\W*[^\W\d]+\s?[:：]?\s?\d[\d.,]*(?:人|件)?\W*$")
"""A word and a count, nothing else: «参考になった：31人»."""
_CJK_LINK = re.compile(
    r"\W*(?:すべての|全ての|全部|もっと|更多|查看|显示|その他の|他の|続き|返回).{0,16}"
    r"|.{0,14}(?:をもっと見る|を見る|をすべて見る|一覧へ?|を投稿する|を書く|[へに]戻る|査看|更多)\W*"
)
_PROFILE = re.compile(
    r"\W*(?:join(?:ed)?(?:\s+date)?|posts?|messages?|location|reputation|rep\s+power|threads|registered"
    r"|member\s+since|likes(?:\s+received)?|karma|beiträge|registriert(?:\s+seit)?|dabei\s+seit|wohnort|inscrit"
    r"|inscription|mensajes|registrado|ubicación|messaggi|iscritto|příspěvky|registrace|bydliště|posty|dołączył"
    r"|skąd|сообщений|регистрация|откуда)\s*:\s*[^.!?]{1,40}",
    re.IGNORECASE,
)
_RANKS = frozenset(
    fold(phrase)
    for phrase in phrases(
        "verified purchase|verified ticket|verified buyer"
        "|verified|verified user|verified rating|verified reviewer|top contributor"
        "|top reviewer|top critic|super reviewer|member|senior member|junior member|regular member|full member"
        "|newbie|new member|veteran member|moderator|global moderator|administrator|admin|site admin|forum veteran"
        "|thread starter|original poster|reply with quote|reply with quote reply|online|offline|quote reply"
        "|top 500 reviewer|top 1000 reviewer|vine customer review of free product|superfan|staff|editor"
        "|full review|read full review|read full review »|hide full review|mitglied|neues mitglied|membre|miembro"
        "|miembro activo|membro|uzytkownik|uzivatel|участник|модератор|новичок|reaguj|citovat|cytuj|zitieren"
        "|citer|citar|cita|цитата|ответить|verifizierter kauf|achat verifie|compra verificada|acquisto verificato"
    )
)


_FOLLOWERS = re.compile(
    r"^\W*(?:suivre\s+son\s+activité|lire\s+ses\s+[\d\s]+critiques|\d[\d\s.,]*(?:abonnés|followers|seguidores))\b",
    re.IGNORECASE,
)
"""What a member's card says below the name: «212 abonnés», «Lire ses 41 critiques»."""
_WHOSE = folded(
    "user users viewer viewers reader readers critic critics spectateurs presse zuschauer nutzer leser usuarios"
    " utenti pubblico uzytkownikow uzivatelu uzivatele divaku зрителей пользователей"
)


def is_review_link(line: str) -> bool:
    """Say whether a line leads to reviews or counts votes on one, and says nothing of the film."""
    if len(line) > LONGEST_LINK + 30:
        return False
    bare = fold(line).strip(" .:»>→…·|-()[]*")
    if bare in _RANKS or _PROFILE.fullmatch(line):
        return True
    if (_COUNTED.match(line) or _COUNT_BEHIND.search(line)) and _HELPFUL.search(line) and line[-1:] not in "!?":
        return True
    if _FOLLOWERS.search(line) and line[-1:] not in ".!?":
        return True
    if len(line) > LONGEST_LINK or line.rstrip()[-1:] in ".?":
        return False
    if not line.isascii() and _CJK_LINK.fullmatch(line):
        return True
    said = re.findall(r"[^\W\d_]+", bare)
    if (
        _COUNTED.match(line)
        and 0 < len(said) <= 4
        and said[0] in _THINGS | _WHOSE
        and any(word in _THINGS for word in said)
    ):
        return all(word in _THINGS | _WHOSE for word in said)
    if not 1 < len(said) <= 8:
        return False
    if line.rstrip()[-1:] == "!" and said[0] not in _CALLS:
        return False
    things = any(word in _THINGS for word in said)
    asks = said[0] in _CALLS or (said[-1] in _CALLS and len(said) <= 5)
    wide = any(word in _ALL for word in said)
    return things and (
        (wide and (asks or (len(said) <= 3 and said[0] in _ALL and said[-1] in _THINGS))) or (asks and len(said) <= 4)
    )
