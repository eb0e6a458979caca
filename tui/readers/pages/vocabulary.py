"""The words by which pages tell what is what, in the languages that film pages come in.

One table a purpose; a phrase is written as `key` returns it: lower case, no diacritics, no punctuation at its ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.comparing import fold
from tui.text.wordsets import phrases, words

_EDGE = re.compile(r"[\W_]*")
_SPACES = re.compile(r"[\s_]+")


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return `text` as the tables write it; the readers of one page ask about its lines several times."""
    folded = fold(text).replace("’", "'")
    found = _EDGE.match(folded)
    start, end = found.end() if found else 0, len(folded)
    while end > start and not folded[end - 1].isalnum():
        end -= 1
    return _SPACES.sub(" ", folded[start:end])


def _table(entries: dict[str, str]) -> dict[str, str]:
    return {key(phrase): meaning for meaning, phrases in entries.items() for phrase in phrases.split("|")}


SECTIONS: dict[str, str] = _table(
    {
        "synopsis": "synopsis|the synopsis|plot|plot summary|summary|the plot|story|the story|storyline|details"
        "|overview"
        "|description|about|about the film|about the movie|about this film|about this movie|movie info|film info|info"
        "|what's it about|what is it about|what's the story|what it's about|what it is about"
        "|set-up|the set-up|premise|the premise|in short|in brief"
        "|in a nutshell|the gist"
        "|plot synopsis|short synopsis|film synopsis|movie synopsis|plot outline|logline|about this title|blurb"
        "|inhalt|handlung|die handlung|zum inhalt|inhaltsangabe|kurzinhalt|worum geht's"
        "|darum geht's|synopse|resume|l'histoire"
        "|intrigue|histoire|le pitch|sinopsis|argumento|la historia|trama|la trama|sinossi|storia|sinopse|enredo"
        "|obsah|obsahy|děj|o filmu|popis|opis|opis filmu|fabuła|zarys fabuły|streszczenie|dej|juoni|handling"
        "|handlingen|het verhaal|verhaal|inhoud|konu|özet|сюжет"
        "|описание|сюжет фильма|о фильме|описание фильма|краткое содержание|sobre o filme"
        "|product description|film description|what's the film about|synopsis & details|synopsis and details"
        "|kurzbeschreibung|beschreibung|zum film|filminhalt|anotace|descripción|descrizione|resumen|il film|le film"
        "|あらすじ|ストーリー|解説|物語|剧情简介|剧情|简介|줄거리|시놉시스",
        "plot": "full synopsis|full plot|detailed synopsis|plot details|the whole story|synopsis (spoilers)"
        "|long synopsis",
        "reviews": "guestbook|guest book|visitors' book|entries|gästebuch|livre d'or"
        "|reviews|review|user reviews|user review|the reviews|critic reviews|critics reviews"
        "|critics' reviews"
        "|comments|user comments|comments and reviews|reviews and comments|viewer reviews|audience reviews"
        "|customer reviews|member reviews|readers' reviews|reader reviews|featured reviews|featured user reviews"
        "|featured user review|featured review|from the press|press quotes|in the press|the press said"
        "|press cuttings|what the papers said|notices|from the critics|critical opinion|views|viewpoints"
        "|postbag|our postbag|from our postbag|mailbag|our mailbag|from our mailbag"
        "|rate & review|rate and review|replies"
        "|thoughts|feedback|voices|responses|remarks|leserstimmen|stimmen|zuschauerstimmen|publikumsstimmen"
        "|nutzerstimmen|impressions|réactions|reazioni|reacciones|reakce|głosy widzów|みんなの感想"
        "|letters|readers' letters"
        "|letters from readers|leserbriefe|lettere|cartas"
        "|listy|courrier des lecteurs"
        "|top reviews|popular reviews|recent reviews|latest reviews|all reviews|press reviews"
        "|ratings and reviews|ratings & reviews|reviews & ratings|community reviews|opinions|user opinions"
        "|reactions|verdicts|the verdict|word of mouth"
        "|press|critical reception|critics|kritiken|kritik|rezensionen|nutzerkritiken|bewertungen|meinungen"
        "|kommentare|pressestimmen|kundenrezensionen|filmkritik|critiques|critiques spectateurs|avis"
        "|avis des spectateurs|les avis"
        "|critiques presse|commentaires|criticas|criticas de los usuarios|opiniones|resenas|comentarios|recensioni"
        "|recensioni degli utenti|commenti|opinioni|criticas dos usuarios|avaliacoes|resenhas|recenze"
        "|recenze uživatelů"
        "|komentáře|ohlasy|recenzie|recenzje|recenzje użytkowników|opinie|komentarze|recensioner|anmeldelser"
        "|arvostelut"
        "|recensies|reacties|отзывы зрителей|рецензии зрителей|комментарии|yorumlar|elestiriler|рецензии|отзывы"
        "|レビュー|ユーザーレビュー|映画レビュー|感想・評価|感想|口コミ|影评|短评|热门短评|评论|리뷰|관람평|평점",
        "trivia": "trivia|did you know|fun facts|facts|behind the scenes|trivia and goofs|movie trivia|film trivia"
        "|interesting facts|notes and trivia|did you know that|wissenswertes|hintergrund|hintergründe|fakten"
        "|anecdotes|anecdotes de tournage|le saviez-vous|secrets de tournage|curiosidades|sabias que|anecdotas"
        "|curiosita|lo sapevi|zajímavosti|ciekawostki|zaujímavosti|kuriosa|trivia och kuriosa|weetjes|wist je dat"
        "|интересные факты|факты|знаете ли вы|トリビア|豆知識|制作秘話|幕后花絮|花絮|트리비아",
        "cast": "cast|cast and crew|cast & crew|the cast|full cast|top cast|top credited cast|top billed cast"
        "|starring"
        "|crew|credits|voice cast|besetzung|darsteller|besetzung und stab|distribution|casting|acteurs|reparto|elenco"
        "|interpreti|obsazení|hrají|tvůrci|obsada|twórcy|rollista"
        "|rolverdeling|в ролях|キャスト"
        "|スタッフ・キャスト|スタッフ＆キャスト|キャスト・スタッフ|スタッフ|演职员|演员|출연",
        "skip": "additional information|more information|fact file"
        "|product details|film details|movie details|technical details|specifications"
        "|production details"
        "|trailers|trailer|trailers & clips|trailers and clips|trailers & images|trailers and images|clips"
        "|videos|photos|images|gallery|media"
        "|photos & videos|screenshots|posters|soundtrack|where to watch|watch online|streaming|awards|box office"
        "|related|related articles|related stories|related posts|related films|related movies|related content"
        "|related news|read next|read more|more like this|more from|more stories|more to read|more on this story"
        "|you may also like|you might also like|you may like|you may also enjoy|recommended|recommended for you"
        "|recommendations|similar movies|similar films|people also watched|people also liked|don't miss|also read"
        "|most read|most popular|trending|trending now|popular now|latest|latest news|top stories|editor's picks"
        "|what to read next|up next|keep reading|further viewing|contents|table of contents|in this article"
        "|on this page"
        "|top picks|more to explore|user lists|user polls|contribute to this page"
        "|social|discussions|technical specs|keywords|lists|news|news & interviews|movie news|from around the web"
        "|das könnte sie auch interessieren|mehr zum thema|weitere artikel|lesen sie auch|ähnliche filme"
        "|inhaltsverzeichnis|à lire aussi|lire aussi|voir aussi"
        "|sur le même sujet|films similaires|sommaire|te puede interesar|también te puede interesar"
        "|películas relacionadas|índice|leggi anche|potrebbe interessarti"
        "|film simili|indice|mohlo by vás zajímat|čtěte také|podobné filmy|související|przeczytaj także|zobacz także"
        "|podobne filmy|spis treści|související novinky"
        "|související články|novinky|powiązane artykuły|polecane|auch interessant|weitere themen"
        "|meistgelesen|articles liés|les plus lus|noticias relacionadas|lo más leído|más noticias|archivado en"
        "|articoli correlati|ultime notizie|i più letti|notícias relacionadas|mais lidas|meer nieuws|gerelateerd"
        "|lees ook|läs också|関連記事|関連作品|おすすめ記事|目次|相关推荐|相关电影",
        "end": "references|notes|footnotes|notes and references|external links|further reading|bibliography|sources"
        "|citations|see also|einzelnachweise|weblinks|siehe auch|literatur|références|liens externes"
        "|notes et références"
        "|voir aussi|referencias|enlaces externos|véase también|note|collegamenti esterni|altri progetti|reference"
        "|externí odkazy|viz též|przypisy|linki zewnętrzne|bibliografia|zobacz też|脚注|外部リンク|関連項目|参考文献"
        "|leave a comment|leave a reply|post a comment|join the conversation|about the author|comment section"
        "|have your say|comments section|write a comment|author bio|discussion",
    }
)
SPOILER_SECTIONS = frozenset(map(key, ("spoilers", "spoiler", "spoileři", "spoilery", "espoilers", "ネタバレ")))
MAKING_SECTIONS = frozenset(
    map(
        key,
        phrases(
            "production|development|pre-production|filming|principal photography|post-production|release|reception"
            "|critical response|critical reception|legacy|themes|influence|background|writing|casting|accolades"
            "|theatrical release|home media|music|soundtrack|box office|sequel|remake|historical accuracy"
            "|produktion|entstehung|hintergrund|rezeption|synchronisation|auszeichnungen|kritik|veröffentlichung"
            "|tournage|accueil|genèse|distinctions|autour du film|producción|rodaje|recepción|premios"
            "|producción y rodaje|produzione|riprese|accoglienza|riconoscimenti|produkcja|odbiór|nagrody|realizacja"
            "|produkce|natáčení|přijetí|ocenění|výroba|produção|filmagem|recepção|prêmios|productie|ontvangst"
            "|製作|評価|公開|制作|评价|获奖|发行"
        ),
    )
)
"""Headings under which encyclopaedias tell how a film was made and received."""
REVIEW_WORDS = words(
    "review reviews reviewed comment comments opinion opinions critique critiques verdict verdicts reaction reactions"
    " testimonials impressions commentaires commentaire comentarios kommentare kommentar meinungen bewertungen"
    " resenhas avaliacoes komentare komentarze ohlasy commenti reacties opinia отзывы рецензии комментарии opiniones"
    " opinie opinioni recensies omdomen"
    " kritiken rezensionen recenze recenzje recensioni resenas criticas avis parere pareri pareceres"
)
VOICES = words(
    "book guestbook entries"
    " notes views thoughts posts replies feedback letters voices remarks judgements meinungen stimmen"
)
"""What readers have beside reviews: «Your views», «Members' notes»."""
SAYING = re.compile(
    r"\b(?:say|says|saying|said|told|tell|felt|think|thinks|thought|wrote|write|sagen|meinen|pensent|dicen"
    r"|opinan|diz|dizem|dice|dicono|pensano|disent|mowia|rikaji|zeggen|sager|tycker|schreiben|schrieben|meinten"
    r"|ecrivent|escriben|escreveram|scrivono|pisza|uwazaja|mysla|pisi|soudi|vinden|skriver|mener|piensan|penso)\b"
)
SAYERS = re.compile(
    r"\b(?:papers|newspapers|reviewers?|punters|пользователеи|зрителеи|people|viewers?|users?|readers?|audiences?"
    r"|critics?|fans?|parents?|kids|members?|others?|everyone|they|you"
    r"|visitors?|guests?|besucher|visiteurs|your|we|nutzer|mitglieder|utilisateurs|utenti|publico|uzivatelu|divaku"
    r"|uzytkownikow|community|customers|press|folks|moviegoers|leser|zuschauer|publikums?|espectador(?:es)?"
    "|lectores|lecteurs|leitores|lettori|spettatori|widzowie|widzow|czytelnicy"
    r"|divaci|ctenari|kijkers|lezers|tittare|tittarna|lasare|seere|katsojat|abonnes|families|familien|eltern|spectateurs|usuarios|pubblico|publico)\b"
)

LABELS: dict[str, str] = _table(
    {
        "title": "english title|international title|deutscher titel|titre français"
        "|title|film|movie|name|titel|titre|titulo|titolo|název"
        "|tytuł|タイトル|作品名|片名|movie title|film title"
        "|movie name",
        "original": "original title|originaltitel|titre original|titulo original|titolo originale|původní název"
        "|originální název|tytuł oryginalny|原題|original name|aka|also known as",
        "year": "год|год выпуска|год производства|año de producción|ano de produção|anno di produzione"
        "|released year|released in|year released"
        "|year of production|year made|production year|year|release year|year of release|jahr|année|año|anno|rok"
        "|rok vydání|rok produkcji|jaar|år|年|製作年|公開年|上映年|年份"
        "|produktionsjahr|année de production|año de estreno|ano|erscheinungsjahr|annee de sortie|制作年|years|made in",
        "released": "劇場公開日|上映日|公開年月日|премьера|дата выхода|дата премьеры|data premiery|datum premiéry"
        "|lançamento|data de estreia|estreia|data de estreno|first released|released|release date|release"
        "|release date (theaters)|in theaters|opened|premiere|premiered"
        "|kinostart|erscheinungsdatum|sortie"
        "|date de sortie|estreno|fecha de estreno|uscita|data di uscita"
        "|premiéra|v kinech od|premiera|公開日|公開|上映日期"
        "|theatrical release|release date (us)|us release|uk release|in cinemas|date|data de lançamento|bio-premiär",
        "tagline": "strapline|catchphrase|catch phrase|catch line"
        "|tagline|taglines|tag line|slogan|werbezeile|motto|accroche|eslogan|hasło|キャッチコピー",
        "runtime": "time|lasts|how long|running length|playing time|runs|total time|время|продолжительность|хронометраж"
        "|длительность|lunghezza|film length|total runtime|dur|runtime"
        "|run time|running time|length|duration|laufzeit|länge|filmlänge|spieldauer|durée"
        "|duración|durata|délka"
        "|stopáž|czas trwania|czas|speelduur|speltid|längd|duração|上映時間"
        "|時間|片长|상영시간|running|dauer|minutes|metraje",
        "certificate": "visto|interdit|for ages|suitable for|suitability|rated for|ages|recommended age|advisory"
        "|altersempfehlung"
        "|visto censura|censura"
        "|возраст|возрастное ограничение|faixa etária|ограничение|certificate|cert|certification|rated"
        "|mpaa|mpaa rating|mpa rating|bbfc|bbfc rating|fsk"
        "|age rating|content rating"
        "|parental rating|classification|age|age limit|altersfreigabe|freigabe|freigegeben ab|classement"
        "|interdit aux moins de"
        "|clasificación|calificación|calificación por edades|classificazione|přístupnost|věková přístupnost"
        "|kategoria wiekowa|od lat"
        "|censor|leeftijd|kijkwijzer|åldersgräns|classificação"
        "|classificação indicativa|レイティング|映倫区分|年齢制限|分级|movie rating"
        "|parental guidance",
        "language": "spoken in|spoken"
        "|язык|язык оригинала|оригинальный язык|langue d'origine|język oryginalny|původní jazyk|language"
        "|languages|original language|spoken languages|lang|audio|sprache|sprachen"
        "|originalsprache|spoken language|langue parlée|languages spoken"
        "|langue|langues|langue originale|idioma|idiomas|idioma original|lingua|lingue|lingua originale|jazyk|jazyky"
        "|język|języki|taal|språk|língua|言語|语言|語言|언어|língua original",
        "country": "страна|страны|страна производства|país de origen|país de origem|country|countries"
        "|country of origin|countries of origin|land|produktionsland|länder|pays"
        "|pays d'origine|nationalité"
        "|país|países|paese|nazione|země|země původu|kraj"
        "|kraj produkcji|produkcja|origin|製作国|国家|制片国家/地区|제작국가",
        "genre": "жанр|жанры|genre|genres|genre(s)|category|categories|género|géneros|genere|generi|žánr|žánry"
        "|gatunek|gatunki"
        "|gênero|ジャンル|类型|類型|장르|kategorie|type",
        "director": "who made it|who made it?|who directed it|who directed it?|directed and written by"
        "|directed & written by|directed and produced by|made by|maker|makers|helmed by"
        "|direction by|filmmakers|at the helm|en film av|un film réalisé par"
        "|mise en scène|spielleitung|режиссёр|режиссеры|постановщик|un film di|un film de|ein film von|filmmaker|d"
        "|diretor|diretora"
        "|realizador|realizadora|direção de|rendező|written and directed by|written & directed by|writer-director"
        "|writer/director|von"
        "|director|directors|director(s)|directed by|dir|dirs|dir by|a film by|film by|regie|regisseur"
        "|regisseurin|réalisateur"
        "|réalisation|réalisé par|de|director/s|dirección|dirigida por|dirigido por|regia|regia di|diretto da"
        "|režie|režisér|reżyseria"
        "|reżyser|reż|regi|instruktion|regissör|direção|realização|réalisatrice|réalisateurs|ohjaus|監督|导演|導演|감독"
        "|yönetmen|режиссер|direction|direct|direccion",
        "writer": "автор сценария|сценаристы|сценарист|writer|writers|writer(s)|written by|screenplay|screenplay by"
        "|script|screenwriter|screenwriters"
        "|story by|drehbuch"
        "|scr|scénario|scénariste|scénaristes|guion|guión|guionista|sceneggiatura|scénář|předloha|scenariusz|scen|scenario"
        "|manus|manuskript|roteiro"
        "|脚本|编剧|編劇|각본|сценарий|senaryo|writing credits|writing|story|buch|autor",
        "cast": "played by|who's in it|in the cast|appearing|leads|mit den stimmen von|with the voices of|aktorzy"
        "|players|principal players|performers|voices of|the voices of|voiced by"
        "|в главных ролях|роли|актёры|актеры|un film con|un film avec|ein film mit|key cast|cast|starring"
        "|stars|star|with|actors|actor|cast includes|main cast|lead actors|voices|voice cast"
        "|featuring"
        "|top cast|darsteller|besetzung|mit|hauptdarsteller|acteurs|avec|acteurs principaux|distribution"
        "|interprétation|reparto|intérpretes|protagonistas"
        "|elenco|cast principale|con|interpreti|attori|hrají|obsazení|účinkují|obsada|wyst|występują|w rolach głównych"
        "|cast & crew"
        "|met|medverkande|i rollerna|rollista|com|出演|出演者|声の出演|キャスト|主演|출연"
        "|в ролях|oyuncular|schauspieler|acteur|actores",
        "rating": "mark|marks"
        "|media voti|avg|average|mean|ø|durchschnitt|moyenne|media|průměr|średnia|board average|approval"
        "|zustimmung"
        "|рейтинг|оценка|рейтинг кинопоиска|рейтинг imdb|reader score|spectateurs|nota dos usuários"
        "|voto del pubblico|voto della critica|ocena widzów|ocena krytyków|ocena użytkowników|hodnocení diváků"
        "|gesamtwertung|rating|our rating|user rating|users rating|average rating|overall rating|score|our score"
        "|user score"
        "|overall score|imdb rating|imdb|imdb score|audience score|critic score|critics score|stars given|grade"
        "|verdict|our verdict|editor rating|viewer rating|viewer score|rotten tomatoes|tomatometer|letterboxd"
        "|bewertung|wertung|note|note moyenne"
        "|note presse|note spectateurs|puntuación|nota|nota media|valoración|voto|voto medio|valutazione|hodnocení"
        "|ocena|ocena filmu|avaliação|betyg|waardering"
        "|vote|average vote"
        "|評価|平均評価|評点|评分|豆瓣评分|평점|community rating|member rating|reader rating|readers' rating|our grade",
        "metascore": "metascore|metacritic|metacritic score|meta score",
        "votes": "votes|number of votes|ratings|stimmen|votos|voti|počet hodnocení|liczba ocen",
        "author": "author|by|reviewer|review by|reviewed by|written by user|user|username|name|from|posted by"
        "|critic|kritiker"
        "|autor|auteur|autore|nickname|submitted by|投稿者|作者",
        "date": "date|posted|posted on|published|reviewed on|written on|review date|datum|fecha|data|投稿日|日付|when",
        "headline": "headline|review title|subject|heading|summary|überschrift|titel der kritik",
        "text": "text|review|comment|body|review text|content|opinion|my review|kritik|critique|reseña|recenze"
        "|recenzja",
        "imdb": "imdb id|imdb url|imdb link|tconst|imdbid",
        "synopsis": "l'histoire|histoire|le pitch|plot outline|plot synopsis|описание|сюжет|о фильме|sinossi"
        "|sinopse|enredo|popis"
        "|kurzinhalt"
        "|in a nutshell|the gist|synopsis|what happens|the story|the plot|in short"
        "|plot|plot summary|story|storyline|summary|description|about|outline|premise|logline"
        "|inhalt"
        "|handlung|sinopsis|argumento|résumé|trama|obsah|děj|opis|fabuła|あらすじ|剧情简介|overview",
        "other": "subtitles|untertitel|sous-titres|subtítulos|sottotitoli|titulky|napisy"
        "|producer|producers|produced by|production|production company|studio|distributor|distributed by"
        "|music"
        "|music by|composer|score by|cinematography|cinematographer|photography|camera|editor|editing|edited by"
        "|budget"
        "|box office|gross|awards|aspect ratio|sound mix|color|colour|sound|format|website|official site"
        "|official sites|filming locations"
        "|musik|kamera|schnitt|musique|photo|música|fotografía|musica|fotografia|hudba|kamera|střih|muzyka|zdjęcia"
        "|montaż"
        "|produktion|verleih|produzent|distributeur|productora|produttore|produzione|producent|音楽|撮影|配給|edition"
        "|available on|stream on|dvd|collection"
        "|keywords|also with|based on|set in|filmed in|status|popularity|facebook|twitter|trailer|publication"
        "|source|outlet|music composed by|costumes|art direction",
    }
)
ROLE_FIELDS: dict[str, str] = {"director": "directors", "writer": "writers", "cast": "cast"}

GENRES = frozenset(
    map(
        key,
        phrases(
            "action|adventure|animation|animated|anime|biography|biographical|biopic|comedy|crime|documentary|drama"
            "|family|fantasy|film-noir|film noir|noir|history|historical|horror|music|musical|mystery|romance"
            "|romantic"
            "|sci-fi|science fiction|scifi|short|sport|sports|thriller|war|western|superhero|romcom|rom-com|kids"
            "|children|romantic comedy|comedy-drama|dramedy|disaster|martial arts|spy|heist|psychological thriller"
            "|slasher|period drama|coming-of-age|coming of age|black comedy|dark comedy|fairy tale|suspense"
            "|abenteuer|komödie|krimi|dokumentation|dokumentarfilm|familie|geschichte|liebesfilm|romanze|kriegsfilm"
            "|zeichentrick|animationsfilm|comédie|drame|aventure|policier|fantastique|épouvante-horreur|guerre"
            "|comédie dramatique|romantique|famille|historique|documentaire|comedia|aventura|aventuras|animación"
            "|crimen|terror|ciencia ficción|guerra|misterio|fantasía|fantástico|suspense|romántica|familiar|bélico"
            "|commedia|drammatico|avventura|fantascienza|animazione|giallo|orrore|poliziesco|sentimentale|storico"
            "|komedie|dobrodružný|krimi|sci-fi|válečný|romantický|rodinný|animovaný|dokumentární|horor|pohádka"
            "|akční|životopisný|psychologický|mysteriózní|hudební|historický|komedia|dramat|przygodowy|akcja"
            "|fantastyczny|wojenny|romans|familijny|animacja|biograficzny|kryminał|dokumentalny|gangsterski"
            "|obyczajowy"
            "|ドラマ|コメディ|アクション|ホラー|アニメ|アニメーション|ロマンス|サスペンス"
            "|ミステリー|ファンタジー|剧情|喜剧|动作|爱情|科幻|动画|悬疑"
        ),
    )
)
GENRE_ENDS = ("komodie", "komedie", "komedia", "comedia", "commedia", "comedie", "drama", "thriller", "krimi")
"""With what compounds end that are genres: «Tragikomödie»."""
COUNTRIES = frozenset(
    map(
        key,
        phrases(
            "usa|us|u.s.|u.s.a.|united states|united states of america|uk|u.k.|united kingdom|great britain|britain"
            "|england|ireland|france|germany|west germany|east germany|italy|spain|portugal|netherlands|belgium"
            "|austria"
            "|switzerland|sweden|norway|denmark|finland|iceland|poland|czech republic|czechoslovakia|czechia|slovakia"
            "|hungary|romania|bulgaria|greece|turkey|russia|soviet union|ussr|ukraine|serbia|yugoslavia|croatia"
            "|bosnia"
            "|israel|iran|iraq|lebanon|egypt|india|pakistan|china|hong kong|taiwan|japan|south korea|korea|thailand"
            "|vietnam|indonesia|philippines|australia|new zealand|canada|mexico|brazil|argentina|chile|colombia|peru"
            "|cuba|south africa|nigeria|senegal|algeria|morocco|tunisia"
            "|ddr|udssr|sowjetunion|rda|rfa|urss|yougoslavie|jugoslawien|tschechoslowakei|polen|ungarn|tchécoslovaquie"
            "|pologne|hongrie|russie|russland|türkei|turquie|iran|griechenland|niederlande|belgien|norwegen|finnland"
            "|deutschland|brd|frankreich|italien|spanien|grossbritannien|japan|österreich|schweiz|schweden|dänemark"
            "|états-unis|royaume-uni|allemagne|italie|espagne|japon|belgique|suisse|estados unidos|reino unido|ee.uu."
            "|francia|alemania|italia|españa|japón|méxico|stati uniti|regno unito|germania|spagna|giappone"
            "|spojené státy|velká británie|francie|německo|itálie|španělsko|japonsko|česko|československo|polsko"
            "|stany zjednoczone|wielka brytania|francja|niemcy|włochy|hiszpania|japonia|polska|czechy|szwecja"
            "|sverige|norge|danmark|suomi|island|frankrike|tyskland|storbritannien|italien|великобритания|франция"
            "|италия"
            "|германия|россия|ссср|польша|япония"
            "|dania|norwegia|finlandia|szwajcaria|belgia|holandia|rosja|zsrr|węgry|rumunia|ukraina|litwa|chiny|kanada"
            "|meksyk|brazylia|argentyna|turcja|grecja|irlandia|nowa zelandia|portugalia|czechosłowacja|jugosławia|indie"
            "|korea południowa|dánsko|norsko|švédsko|finsko|rakousko|švýcarsko|belgie|nizozemsko|rusko|sovětský svaz"
            "|maďarsko|rumunsko|slovensko|mexiko|brazílie|řecko|irsko|austrálie|čína|jižní korea|turecko|portugalsko"
            "|jugoslávie|brasilien|argentinien|australien|neuseeland|indien|südkorea|hongkong|irland|rumänien|bulgarien"
            "|luxemburg|serbien|kroatien|mexique|brésil|argentine|australie|inde|chine|corée du sud|irlande|roumanie"
            "|suède|danemark|norvège|finlande|autriche|pays-bas|grèce|luxembourg|hong-kong|taïwan|thaïlande|tchéquie"
            "|canadá|brasil|corea del sur|irlanda|rumanía|suecia|dinamarca|noruega|finlandia|países bajos|grecia"
            "|turquía|bélgica|suiza|polonia|hungría|rusia|unión soviética|checoslovaquia|chequia|perú|uruguay|venezuela"
            "|messico|brasile|svezia|danimarca|norvegia|svizzera|belgio|paesi bassi|olanda|ungheria|unione sovietica"
            "|cecoslovacchia|cina|corea del sud|portogallo|turchia|frança|alemanha|itália|espanha|japão|suécia|suíça"
            "|polónia|hungria|rússia|eua|coreia do sul|índia|österrike|schweiz|nederländerna|kanada|сша|испания|швеция"
            "|чехословакия|венгрия|канада|китай|индия|австрия|швейцария|дания|норвегия|бельгия|болгария|румыния"
            "|ドイツ|イタリア|スペイン|中国|台湾|香港|カナダ|スウェーデン|ポーランド|西ドイツ|ソ連"
            "|中国大陆|中国香港|中国台湾|德国|意大利|西班牙|俄罗斯|苏联|加拿大|印度|미국|영국|프랑스|독일|대한민국|일본|중국"
            "|アメリカ|イギリス|フランス|日本|韓国|中国|美国|英国|法国|香港|gb|uk/usa|us/uk"
        ),
    )
)
CERTIFICATES = words(
    "K-3 K-7 K-11 K-12 K-13 K-15 K-16 K-18 K7 K12 K16 K18"
    " AA o.A."
    " PG PG-13 PG13 NC-17 NR UR Unrated UNRATED Approved Passed GP TV-MA TV-14 TV-PG TV-G TV-Y TV-Y7 12A 12PG 15A"
    " R15+ R18+ R18 MA15+ MA PG12 PG-12 R-15 R-18 R15 UA U/A UA16+ 14A 18A VM14 VM18 VM12 VM6 Btl TP AL FSK0 FSK6"
    " FSK12 FSK16 FSK18 M/12 M/16 12+ 16+ 18+ 6+ 0+ 13+ 14+ 15+ 7+ X-rated SPG M18 NC16 PG15 IIB III IIA ALL"
    " Livre"
)
"""Marks that are nothing but a certificate."""
CERTIFICATE_LETTERS = words("G R U X M A T L S")
"""Letters that are one only among other facts."""
CERTIFICATE_AGES = words("0 6 7 9 10 11 12 13 14 15 16 18")
"""Ages that are one only where a label or their place says so."""
CERTIFICATE_PHRASE = re.compile(
    r"(?:(?:fsk|bbfc|cert(?:ificate|\.)?(?![a-z])|rated|mpaa|kijkwijzer|csa|rating|freigegeben\s+ab|visa|od\s+lat)\s*:?\s*(?P<mark>(?!rat(?:ing|ed)\b)[\w/+-]{1,8})"
    r"|(?P<behind>U|A|AA|X|H|PG|R|M|G|\d\d?[A-Z]?)\s+cert(?:ificate|\.)?"
    r"|(?P<whole>FSK\s*(?:ab\s*)?\d{1,2}|(?:ab|od|от)\s\d{1,2}(?:\s(?:Jahren?|let|lat))?|not rated|unrated"
    r"|(?:interdit|déconseillé)\s+aux\s+moins\s+de\s+\d\d(?:\s+ans)?"
    r"|tous publics|tout public"
    r"|apt[ao](?:\s+para\s+mayores\s+de\s+\d\d(?:\s+años)?)?"
    r"|todos los públicos|per tutti|t\s?\(per tutti\)|přístupný|přístupné"
    r"|bez ograniczeń|(?:tillåten\s+)?(?:från|fra)\s\d\d?(?:\sår)?"
    r"|(?:-|moins de )\s?\d\d(?:\s?ans)?|\d\d(?:세|歳|禁)\s?(?:관람가|以上|이상 관람가)?|\+\d\d|\d\d\+|btl|barntillåten"
    r"|no recomendada .{0,30}\d{1,2}.{0,8}|全体|nevhodn[ýé] do \d\d))",
    re.IGNORECASE,
)
