"""What pages call the facts of a film: «Directed by», «Režie», «Drehbuch», «Reparto», «監督» and their kin.

One table for every site and for Wikipedia's infoboxes in all its languages; a label that is not in it is kept
under its own name by those who know that the box is about a film.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.models import Plain
from tui.readers.html.draft import Draft
from tui.text.dates import find_date
from tui.text.durations import find_minutes, parse_minutes
from tui.text.ratings import find_rating

_NAMES = {
    "directors": "director|directors|directed by|director(s)|direction|režie|réžia|regie|regisseur|regi|"
    "regissör|regissører|"
    "instruktør|réalisation|réalisateur|réalisatrice|réalisateurs|dirección|dirigida por|dirigido por|directora|regia|"
    "reżyseria|reżyser|direção|realização|realizador|diretor|rendező|rendezte|yönetmen|ohjaaja|ohjaus|режиссёр|"
    "режиссер|"
    "режисер|режисьор|режиссёры|σκηνοθεσία|監督|导演|導演|감독|연출|đạo diễn|"
    "sutradara|regizor|regia de|redatelj|režija|"
    "režiser|במאי|بازیگردان|کارگردان|المخرج|إخراج|निर्देशक"
    "|בימוי|مخرج|σκηνοθέτης|режисьори|režisors|režisierius|režissöör|lavastaja|režirao|režie a scénář"
    "|режија|редитељ|instruktion|instrueret af|direcció|dirigida per|zuzendaria|กำกับโดย|निर्देशित|регія|рэжысёр"
    "|rejissor|ռեժիսոր|რეჟისორი",
    "writers": "writer|writers|written by|writer(s)|screenplay|screenplay by|screenwriter|story by|story|"
    "scénář|scenár|"
    "drehbuch|drehbuchautor|scénario|scénaristes|scénariste|guion|guión|sceneggiatura|soggetto|scenariusz|roteiro|"
    "roteirista|argumento|guionistas|manus|manuskript|manuskriptforfatter|käsikirjoitus|käsikirjoittaja|"
    "forgatókönyvíró|senarist|senaryo|сценарист|сценарий|автор сценария|авторы сценария|сценарій|σενάριο|脚本|"
    "编剧|編劇|각본|"
    "screenwriters|writing credits|original writer|original writers|hauptautor|auteur|auteurs|"
    "scenariu|scenarist|scenarij|scenariusza|scenario|skript|biên kịch"
    "|תסריט|תסריטאי|الكاتب|تأليف|سيناريو|نویسنده|فیلم‌نامه‌نویس|فیلمنامه‌نویس|σεναριογράφος"
    "|сценаристи|сценарист(и)|scenārijs|scenārija autors|scenarijus|scenarijaus autorius|stsenarist"
    "|stsenaristid|manuskript af|guió|gidoigilea|เขียนบทโดย|บทภาพยนตร์โดย|लेखक|पटकथा|kịch bản"
    "|scenario door|сцэнарыст|сценарио",
    "cast": "cast|starring|stars|star|actors|hrají|hrajú|besetzung|darsteller|distribution|"
    "acteurs principaux|acteurs|"
    "casting|reparto|protagonistas|elenco|intérpretes|interpreti|interpreti e personaggi|obsada|występują|"
    "główne role|w rolach "
    "głównych|medverkande|skådespelare|skuespillere|hovedrolle|medvirkende|pääosat|näyttelijät|főszereplők|oyuncular|"
    "başroller|в главных ролях|в ролях|у головних ролях|πρωταγωνιστές|出演者|"
    "主演|演員|演员|출연|diễn viên|pemeran|distribuția|"
    "rollen|hlavní role|glumci|uloge"
    "|hoofdrollen|stemmen|főszerepben|főszereplő|szereplők|שחקנים ראשיים|שחקנים|בכיכובם של|بطولة"
    "|البطولة|الممثلون|بازیگران|في دور البطولة|в ролите|главне улоге|улоге|glavne uloge|v glavnih vlogah"
    "|v hlavných úlohách|galvenajās lomās|lomās|pagrindiniai aktoriai|aktoriai|osatäitjad|peaosades"
    "|i rollerne|protagonistes|intèrprets|antzezleak|distribuție|นักแสดงนำ|นักแสดง"
    "|अभिनेता|у галоўных ролях",
    "genres": "genre(s)|genre|genres|žánr|žánry|žáner|género|géneros|genere|gatunek|gênero|műfaj|tür|"
    "lajityyppi|жанр|жанры|"
    "είδος|ジャンル|类型|類型|장르|thể loại|gen|sjanger|žanr"
    "|סוגה|ז'אנר|النوع|الصنف|تصنيف|ژانر|gènere|generoa|žanras|žanrs|жанр(ове)|ประเภท|शैली",
    "countries": "country|production country|production countries|countries|country of origin|countries of origin|"
    "制片国家/地区|země původu|země|"
    "krajina pôvodu|"
    "produktionsland|produktionsländer|pays de production|pays|pays d'origine|país|países|país de origen|"
    "paese di produzione|paese|kraj produkcji|kraj|produkcja|land|országok|gyártó ország|ország|ülke|maa|valmistusmaa|"
    "страна|страны|країна|χώρα|製作国|国家|國家|产地|產地|국가|제작국가|quốc gia|negara|țara|zemlja|tuotantomaa"
    "|מדינה|ארץ מקור|البلد|بلد المنشأ|بلد الإنتاج|کشور|προέλευση|страна на произход|држава|država"
    "|države|krajina|valsts|šalis|riik|oprindelsesland|opphavsland|opphavsland(ene)|país d'origen"
    "|herrialdea|ประเทศ|देश|land van herkomst|краіна",
    "languages": "original language|primary language|spoken language|spoken languages|language|languages|"
    "jazyk|jazyky|originalsprache|originalsprachen|sprache|langue|langues|"
    "langue originale|idioma|idiomas|idioma(s)|idioma original|lingua originale|lingua|język|nyelv|nyelvek|dil|dili|"
    "kieli|språk|sprog|язык|языки|мова|γλώσσα|言語|语言|語言|언어|ngôn ngữ|bahasa|limba|jezik|originální jazyk"
    "|שפת הסרט|שפה|اللغة|اللغة الأصلية|لغة العمل|زبان|език|valoda|kalba|keel|originalsprog"
    "|originalspråk|alkuperäiskieli|llengua original|llengua|jatorrizko hizkuntza|ภาษา|भाषा|taal"
    "|limba originală|мовы|originalni jezik",
    "runtime_minutes": "runtime|running time|length|duration|délka|dĺžka|stopáž|länge|spieldauer|laufzeit|durée|"
    "duración|durata|czas trwania|duração|játékidő|süre|kesto|speltid|spilletid|längd|varighed|lengde|время|"
    "длительность|"
    "тривалість|продължителност|διάρκεια|上映時間|時長|片长|片長|상영 시간|시간|상영시간|thời "
    "lượng|durasi|trajanje|speelduur"
    "|משך הקרנה|אורך הסרט|مدة العرض|المدة|مدت زمان|времетраене|трајање|dolžina|ilgums|trukmė|kestus"
    "|længde|durada|iraupena|ความยาว|अवधि|समय सीमा|durată|minutaž|spēles ilgums|працягласць",
    "released": "release date|release dates|released|in theaters|release date (theaters)|premiéra|premiera|"
    "data premiery|"
    "kinostart|erscheinungsdatum|sortie|date de sortie|estreno|fecha de estreno|data di uscita|lançamento|"
    "estreia|premierdátum|bemutató|çıkış tarihi|gösterim tarihi|ensi-ilta|premiär|premiere|utgivelse|премьера|"
    "дата выхода|первый показ|прем'єра|公開|上映日期|开봉일|개봉일|công chiếu|tanggal "
    "rilis|erstaufführung|originální premiéra"
    "|הקרנת בכורה|تاريخ الصدور|تاريخ العرض|تاریخ‌های انتشار|πρώτη προβολή|премиера|utgitt"
    "|udgivet|première|premijera|pirmizrāde|premjera|esilinastus|estrena|estreinaldia|วันฉาย"
    "|प्रदर्शन तिथि",
    "year": "year|jahr|année|rok|rok výroby|rok produkcji|erscheinungsjahr|produktionsjahr|année de production|anno|"
    "año|año de producción|"
    "ano|gyártási év|yıl|vuosi|år|год|рік|έτος|制作年",
    "certificate": "mpaa|rated|certificate|certification|motion picture rating (mpaa)|motion picture rating|"
    "mpaa rating|altersfreigabe|fsk|classification|clasificación|classificação|přístupnost",
    "tagline": "tagline|taglines|slogan|слоган|hasło",
    "original_title": "original title|original name|původní název|originální název|originálny názov|"
    "originaltitel|titre original|título original|"
    "titolo originale|tytuł oryginalny|eredeti cím|orijinal adı|alkuperäisnimi|originaltittel|оригинальное название|"
    "оригінальна назва|πρωτότυπος τίτλος|原題|原名|원제|oorspronkelijke titel",
    "other_titles": "又名|别名|also known as|also known as (aka)|aka|alternate titles|alternative titles|"
    "other titles|"
    "deutscher titel|"
    "titel|título|titolo|název|tytuł|cím|nom|title|titre|título en español",
    "synopsis": "plot|plot outline|storyline|outline|summary|synopsis",
}
_LABELS = {name.casefold(): field for field, written in _NAMES.items() for name in written.split("|")}
_JUNK = re.compile(r"\s*(?:\((?:WGA|more|MPAA|e?s)\)|»|:|：)\s*$", re.IGNORECASE)
_MORE = re.compile(
    r"(?<!\s)\s*(?:»|…|\bsee (?:more|all|full)\b.*$|\bfull (?:summary|synopsis|cast)\b.*$|\(?\bmore\b\)?$"
    r"|\b(?:více|слова)$|\|\s*$)",
    re.IGNORECASE,
)
_OF_MORE = ("»", "…", "see ", "full ", "more", "více", "слова")
"""One of these is in whatever `_MORE` finds, but for a bar at the end."""
_QUOTED = re.compile(r"^\"([^\"\n]+)\"\s+[-–]\s", re.MULTILINE)
_ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]")
_BETWEEN = re.compile(
    r"\s*(?:,(?!\s*(?:Jr|Sr|II|III|IV|PhD|M\.?D)\b)|[;|•、／\n]|(?<![\u30a0-\u30ff\u4e00-\u9fff])[·‧]|[·‧](?![\u30a0-\u30ff\u4e00-\u9fff])|\s/\s|\s[–—]\s)\s*"
)


@lru_cache(maxsize=4096)
def field_of(label: str) -> str | None:
    """Return the field of Facts that a label means, None for one that is not known."""
    name = " ".join(label.casefold().replace("’", "'").split())
    while (shorter := _JUNK.sub("", name)) != name:
        name = shorter
    return _LABELS.get(name.rstrip(" ."))


def put(draft: Draft, label: str, text: str, parts: Sequence[str] = (), *, keep: bool = False) -> None:
    """Put what stands beside a label into the draft.

    Args:
        draft: the facts so far.
        label: as the page writes it.
        text: all that stands beside it, one line a line.
        parts: where the page marks single values (links, list items), those.
        keep: keep it under its own name where the label means no field.
    """
    field = field_of(label)
    text = _without_more(text.strip()).strip()
    if field is None:
        if keep:
            draft.note(_JUNK.sub("", label), text)
    elif text or parts:
        _PUT.get(field, _put_line)(draft, field, text, parts)


def put_credit(draft: Draft, text: str) -> None:
    """Put a line of a list of credits into the draft: «Réalisation : Ada Field»."""
    label, mark, value = text.partition(":" if ":" in text else "：")
    if mark and len(label) < 60:
        put(draft, label.strip(), value.strip(), keep=True)


def _put_line(draft: Draft, field: str, text: str, _parts: Sequence[str]) -> None:
    draft.line(field, text.split("\n", maxsplit=1)[0])


def _put_names(draft: Draft, field: str, text: str, parts: Sequence[str]) -> None:
    draft.names(field, split_names(text, parts))


def _put_titles(draft: Draft, field: str, text: str, parts: Sequence[str]) -> None:
    draft.names(field, _QUOTED.findall(text) or split_names(text, parts), more=True)


def _put_languages(draft: Draft, _field: str, text: str, parts: Sequence[str]) -> None:
    draft.languages(", ".join(parts) or _BETWEEN.sub(", ", text))


def _put_minutes(draft: Draft, field: str, text: str, _parts: Sequence[str]) -> None:
    draft.number(field, find_minutes(text) or parse_minutes(_ASIDE.sub("", text).split("\n")[0]) or 0)


def _put_release(draft: Draft, _field: str, text: str, _parts: Sequence[str]) -> None:
    date = find_date(text)
    draft.released(date.iso if date and not date.ambiguous else None)


def _put_year(draft: Draft, field: str, text: str, _parts: Sequence[str]) -> None:
    found = re.search(r"(?<!\d)(?:18|19|20)\d\d(?!\d)", text)
    draft.number(field, int(found[0]) if found else 0)


def _put_certificate(draft: Draft, field: str, text: str, _parts: Sequence[str]) -> None:
    draft.line(field, _certificate(text))


def _put_text(draft: Draft, field: str, text: str, _parts: Sequence[str]) -> None:
    draft.text(field, text)


_PUT = {
    **dict.fromkeys(("directors", "writers", "cast", "genres", "countries"), _put_names),
    "other_titles": _put_titles,
    "languages": _put_languages,
    "runtime_minutes": _put_minutes,
    "released": _put_release,
    "year": _put_year,
    "certificate": _put_certificate,
    "synopsis": _put_text,
}


def _certificate(text: str) -> str:
    """Return the certificate: the one that a sentence names, of many countries' that of the USA, else the first."""
    sentence = re.match(r"Rated\s+(\S+)", text) or re.match(r"(\S{1,6})\s+(?:for|on appeal)\b", text)
    if sentence:
        return sentence[1]
    if find_rating(text) is not None:
        return ""
    every = _ASIDE.sub("", text).split("\n")[0].split("|")
    return (
        next((one for one in every if re.match(r"\s*(?:USA|United States)\s*:", one)), every[0]).split(":")[-1].strip()
    )


def _without_more(text: str) -> str:
    """Return text without «see more» and its kin; most hold no such word, which is seen far sooner than its place."""
    folded = text.lower()
    return _MORE.sub("", text) if folded[-1:] == "|" or any(word in folded for word in _OF_MORE) else text


def _without_asides(text: str) -> str:
    """Return text without what stands in brackets."""
    return _ASIDE.sub("", text) if any(bracket in text for bracket in "([（") else text


def split_names(text: str, parts: Sequence[str] = ()) -> list[str]:
    """Return single names: the marked ones, else the text cut at commas, bars and line ends; remarks in brackets go."""
    found = parts or _BETWEEN.split(_without_asides(text))
    cleaned = (_without_more(_without_asides(name)).strip(' ,;|·…"“”«»') for name in found)
    return [Plain(name) for name in cleaned if name and len(name) < 120]
