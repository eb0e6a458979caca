"""What columns are called in other languages than English: exports of national sites, and people's own tables.

Written here as they are spelt; they are compared without case, accents and spaces, because many exports drop them.
"""

from __future__ import annotations

TRANSLATIONS: dict[str, str] = {
    "title": (
        "titel|filmtitel|deutscher titel|film titel|name des films|titre|titre français|titre du film|"
        "nom du film|film|título|título en español|título brasileiro|título da obra|título do filme|nombre|"
        "nombre de la película|película|pelicula|titolo|titolo italiano|titolo del film|nome del film|naam|"
        "filmnaam|titel film|namn|svensk titel|norsk tittel|tittel|dansk titel|nimi|elokuva|elokuvan nimi|"
        "suomenkielinen nimi|tytuł|tytuł polski|pl title|polski tytuł|nazwa|název|název filmu|český název|názov|"
        "názov filmu|cím|magyar cím|film címe|titlu|titlul filmului|название|название фильма|русское название|"
        "русскоязычное название|фильм|наименование|назва|назва фільму|film adı|filmin adı|türkçe adı|başlık|"
        "τίτλος|ταινία|タイトル|作品名|映画|映画名|映画タイトル|題名|邦題|片名|电影|电影名|电影名称|影片名|影片|"
        "标题|中文名|電影|電影名稱|標題|제목|영화|영화제목|영화 제목|영화명|한글제목|"
        "judul|judul film|tên phim"
    ),
    "original_title": (
        "originaltitel|titel original|titre original|titre vo|título original|titolo originale|originele titel|"
        "oorspronkelijke titel|originaltittel|alkuperäinen nimi|alkuperäisnimi|tytuł oryginalny|oryginalny tytuł|"
        "originální název|původní název|originál|pôvodný názov|eredeti cím|titlu original|оригинальное название|"
        "название на английском|английское название|оригінальна назва|orijinal adı|özgün adı|πρωτότυπος τίτλος|"
        "原題|原タイトル|原名|外文名|原片名|원제"
    ),
    "other_titles": "weitere titel|autres titres|otros títulos|altri titoli|又名|别名|別名",
    "year": (
        "jahr|produktionsjahr|erscheinungsjahr|année|année de sortie|année de production|año|año de producción|"
        "ano|ano de lançamento|ano de produção|anno|anno di uscita|anno di produzione|jaar|jaartal|år|"
        "produktionsår|premiärår|utgivelsesår|vuosi|valmistumisvuosi|rok|rok produkcji|rok premiery|rok výroby|"
        "rok vydání|év|gyártási év|megjelenés éve|anul|год|год выпуска|год выхода|рік|рік випуску|yıl|yapım yılı|"
        "έτος|χρονιά|年|公開年|製作年|制作年|上映年|年代|年份|제작년도|제작연도|개봉년도|개봉연도|연도|"
        "tahun|tahun rilis|tahun tayang|năm|năm phát hành"
    ),
    "released": (
        "erscheinungsdatum|kinostart|veröffentlichungsdatum|veröffentlicht|date de sortie|sortie|"
        "fecha de estreno|estreno|data de lançamento|lançamento|data de estreia|estreia|data di uscita|uscita|"
        "releasedatum|premiärdatum|premiere dato|premieredato|julkaisupäivä|ensi-ilta|data premiery|premiera|"
        "datum premiéry|premiéra|dátum premiéry|bemutató|bemutató dátuma|data lansării|дата выхода|дата релиза|"
        "премьера|дата премьеры|прем'єра|vizyon tarihi|公開日|上映日期|上映时间|上映日|개봉일"
    ),
    "synopsis": (
        "handlung|inhalt|inhaltsangabe|zusammenfassung|kurzbeschreibung|beschreibung|résumé|résumé du film|"
        "sinopsis|argumento|resumen|sinopse|resumo|enredo|trama|descrizione|samenvatting|korte inhoud|"
        "beschrijving|handling|sammanfattning|beskrivning|beskrivelse|juoni|kuvaus|tiivistelmä|opis|opis filmu|"
        "fabuła|streszczenie|obsah|popis|děj|dej|leírás|tartalom|cselekmény|descriere|описание|сюжет|"
        "краткое описание|опис|konu|özet|περίληψη|υπόθεση|あらすじ|ストーリー|概要|简介|剧情简介|剧情|簡介|劇情|"
        "줄거리|시놉시스"
    ),
    "tagline": "werbezeile|accroche|eslogan|lema|slogan pubblicitario|слоган|キャッチコピー|宣传语",
    "genres": (
        "genre|genres|gattung|género|géneros|gênero|gêneros|genere|generi|genrer|sjanger|sjangre|genret|"
        "lajityyppi|gatunek|gatunki|žánr|žánry|žáner|műfaj|műfajok|genuri|жанр|жанры|жанри|tür|türü|türler|είδος|"
        "ジャンル|类型|類型|장르"
    ),
    "directors": (
        "regie|regisseur|regisseure|regisseurin|réalisateur|réalisateurs|réalisateurice|réalisation|réalisé par|"
        "director|directora|directores|dirección|dirigida por|diretor|diretora|diretores|direção|realizador|"
        "realização|regista|registi|regia|diretto da|regissör|regissører|regissør|regi|instruktør|ohjaaja|"
        "ohjaajat|ohjaus|reżyser|reżyserzy|reżyseria|režie|režisér|režiséři|réžia|réžisér|rendező|rendezte|"
        "rendezők|regizor|regizori|режиссёр|режиссёры|режиссеры|режиссер|режисер|режисери|yönetmen|yönetmenler|"
        "σκηνοθέτης|σκηνοθεσία|監督|导演|導演|감독|"
        "sutradara|đạo diễn"
    ),
    "writers": (
        "drehbuch|drehbuchautor|drehbuchautoren|scénariste|scénaristes|scénario|guion|guión|guionista|guionistas|"
        "roteiro|roteirista|roteiristas|argumentista|sceneggiatura|sceneggiatore|sceneggiatori|scenarist|"
        "scenario|manus|manusförfattare|manuskript|käsikirjoitus|käsikirjoittaja|scenariusz|scenarzysta|"
        "scenarzyści|scénář|scénárista|scenár|forgatókönyv|forgatókönyvíró|scenariu|сценарий|сценарист|"
        "сценаристы|сценарій|senaryo|senarist|σενάριο|脚本|编剧|編劇|각본"
    ),
    "cast": (
        "darsteller|schauspieler|besetzung|acteurs|acteur|distribution|casting|reparto|actores|intérpretes|"
        "elenco|atores|ator|cast principale|attori|attore|interpreti|acteurs en actrices|rolverdeling|"
        "skådespelare|rollista|i rollerna|skuespillere|medvirkende|näyttelijät|pääosissa|obsada|aktorzy|"
        "w rolach głównych|herci|hrají|obsazení|hrajú|szereplők|színészek|szereposztás|distribuție|actori|"
        "distribuția|актёры|актеры|в ролях|в главных ролях|актори|oyuncular|başroller|ηθοποιοί|出演者|出演|"
        "キャスト|主演|演员|演員|출연|배우|출연진"
    ),
    "runtime": (
        "laufzeit|länge|dauer|spieldauer|laufzeit minuten|durée|durée minutes|duración|duración minutos|minutos|"
        "duração|durata|durata minuti|minuti|speelduur|duur|speltid|längd|spilletid|kesto|pituus|czas trwania|"
        "czas|długość|délka|stopáž|minutáž|dĺžka|hossz|játékidő|időtartam|durată|длительность|продолжительность|"
        "хронометраж|время|тривалість|süre|süresi|διάρκεια|上映時間|時間分|片长|片長|时长|상영시간|러닝타임"
    ),
    "certificate": (
        "fsk|altersfreigabe|classification|clasificación|classificação|classificação indicativa|visto censura|"
        "leeftijd|åldersgräns|aldersgrense|ikäraja|kategoria wiekowa|korhatár|возрастной рейтинг|возраст|"
        "yaş sınırı|映倫区分|分级|관람등급"
    ),
    "languages": (
        "sprache|sprachen|originalsprache|langue|langues|langue originale|idioma|idiomas|língua|lingua|lingue|"
        "taal|språk|sprog|kieli|język|języki|jazyk|jazyky|nyelv|limba|язык|языки|мова|dili|γλώσσα|言語|语言|語言|"
        "언어"
    ),
    "countries": (
        "land|länder|produktionsland|produktionsländer|herkunftsland|pays|pays d origine|nationalité|país|países|"
        "país de origem|paese|paesi|nazione|nazionalità|landen|maa|valmistusmaa|kraj|kraje|kraj produkcji|"
        "produkcja|země|země původu|krajina|ország|gyártó ország|țara|țară|страна|страны|країна|країни|ülke|"
        "ülkesi|χώρα|製作国|国|制片国家|制片国家地区|国家|国家地区|地区|國家|제작국가|국가"
    ),
    "film_type": (
        "titelart|filmart|type de film|tipo de obra|tipo di opera|rodzaj|typ|typ filmu|тип|tyyppi|típus|类别"
    ),
    "film_rating": (
        "durchschnitt|durchschnittsbewertung|durchschnittliche bewertung|durchschnittswertung|"
        "community bewertung|imdb bewertung|imdb wertung|note moyenne|moyenne|note spectateurs|note presse|"
        "note imdb|nota media|media|valoración media|puntuación media|nota imdb|nota média|média|avaliação média|"
        "avaliação imdb|voto medio|media voti|voto imdb|gemiddelde|gemiddelde score|snittbetyg|medelbetyg|"
        "gjennomsnitt|keskiarvo|imdb arvosana|średnia|średnia ocen|ocena imdb|ocena społeczności|průměr|"
        "průměrné hodnocení|hodnocení imdb|priemer|átlag|imdb pontszám|medie|средняя оценка|средний рейтинг|"
        "рейтинг imdb|рейтинг кинопоиска|рейтинг кп|рейтинг кинопоиск|рейтинг|ortalama|imdb puanı|平均評価|"
        "平均スコア|平均点|豆瓣评分|豆瓣分|均分|豆瓣評分|global rating|global rate|평균평점|평균"
    ),
    "film_votes": (
        "stimmen|anzahl stimmen|anzahl bewertungen|bewertungen|nombre de votes|nombre de notes|votos|"
        "número de votos|nº votos|votantes|voti|numero voti|numero di voti|stemmen|aantal stemmen|antal röster|"
        "röster|antall stemmer|äänet|liczba głosów|liczba ocen|głosy|počet hodnocení|počet hlasů|počet hodnotení|"
        "szavazatok|szavazatok száma|voturi|число оценок|количество оценок|голосов|голоса|oy sayısı|レビュー数|"
        "投票数|评分人数|评价人数|評價人數|参与人数|global rating count|投票人数|참여인원"
    ),
    "studio": (
        "produktionsfirma|verleih|société de production|productora|produtora|casa di produzione|"
        "studio produkcyjne|studia|yapım şirketi|配給|制作公司|出品公司|студия"
    ),
    "trivia": (
        "wissenswertes|anecdotes|anécdotas|curiosidades|curiosità|weetjes|ciekawostki|zajímavosti|zaujímavosti|"
        "érdekességek|curiozități|факты|интересные факты|bilgi|トリビア|花絮|知识"
    ),
    "text": (
        "kritik|kritiken|rezension|rezensionen|besprechung|filmkritik|meinung|kritiktext|critique|critiques|avis|"
        "ma critique|reseña|reseñas|crítica|críticas|opinión|comentario|comentarios|resenha|opinião|comentário|"
        "comentários|recensione|recensioni|critica|commento|commenti|opinione|recensie|recensies|mening|"
        "bespreking|recension|recensioner|omdöme|anmeldelse|anmeldelser|omtale|arvostelu|arvio|kritiikki|"
        "recenzja|recenzje|opinia|opinie|komentarz|treść|treść recenzji|recenze|komentář|komentáře|názor|"
        "recenzia|komentár|kritika|vélemény|értékelés szövege|recenzie|comentariu|рецензия|рецензии|отзыв|отзывы|"
        "мнение|текст|текст отзыва|комментарий|рецензія|відгук|yorum|inceleme|eleştiri|yorumlar|κριτική|σχόλιο|"
        "レビュー|感想|口コミ|レビュー本文|コメント|批評|影评|评论|短评|评价|影评内容|評論|短評|影評|리뷰|감상평|"
        "평론|한줄평|감상|"
        "ulasan|resensi|bình luận|nhận xét"
    ),
    "headline": (
        "überschrift|titel der kritik|titel der rezension|titre de la critique|titre de l avis|"
        "título de la crítica|título de la reseña|título da crítica|título da resenha|titolo recensione|"
        "titolo della recensione|rubrik|tytuł recenzji|nadpis|titulek|cím értékelés|заголовок|başlık yorum|"
        "レビュータイトル|见出し|見出し|评论标题|影评标题|标题 评论"
    ),
    "author": (
        "autor|autorin|verfasser|kritiker|benutzer|nutzer|benutzername|nutzername|rezensent|auteur|critique par|"
        "utilisateur|pseudo|autora|usuario|crítico|usuário|autore|utente|recensore|gebruiker|auteur recensie|"
        "författare|användare|recensent|forfatter|bruger|bruker|anmelder|kirjoittaja|käyttäjä|arvostelija|"
        "recenzent|użytkownik|uživatel|autor recenze|používateľ|szerző|felhasználó|kritikus|utilizator|автор|"
        "пользователь|рецензент|автор отзыва|користувач|yazar|kullanıcı|συγγραφέας|χρήστης|投稿者|レビュアー|"
        "ユーザー|ユーザー名|著者|用户|用户名|昵称|作者|评论者|用戶|작성자|닉네임|리뷰어|"
        "penulis|pengulas|nama pengguna|người dùng|người đánh giá"
    ),
    "publication": (
        "quelle|zeitung|magazin|publikation|journal|fuente|medio|veículo|fonte|testata|bron|källa|kilde|lähde|"
        "źródło|zdroj|forrás|источник|издание|kaynak|媒体|媒體|来源"
    ),
    "rating": (
        "bewertung|wertung|punkte|sterne|note|notation|étoiles|puntuación|puntuacion|nota|calificación|"
        "valoración|estrellas|avaliação|pontuação|estrelas|voto|valutazione|punteggio|stelle|beoordeling|"
        "waardering|cijfer|score|sterren|betyg|stjärnor|poäng|vurdering|karakter|stjerner|terningkast|arvosana|"
        "pisteet|tähdet|ocena|gwiazdki|hodnocení|hodnoteni|hodnotenie|hvězdičky|értékelés|pontszám|csillag|notă|"
        "evaluare|оценка|оценка рецензента|балл|баллы|звёзды|оцінка|puan|puanı|yıldız|βαθμολογία|βαθμός|評価|"
        "点数|スコア|採点|星|評点|评分|星级|打分|評分|평점|별점|점수|"
        "nilai|penilaian|điểm|điểm số"
    ),
    "date": (
        "datum|erstellt|erstellt am|veröffentlicht am|date|date de publication|date d ajout|publié le|fecha|"
        "fecha de publicación|data|data de publicação|publicado em|data pubblicazione|data recensione|dato|"
        "publicerad|päivämäärä|pvm|julkaistu|data publikacji|data dodania|data recenzji|data recenzie|dátum|"
        "közzétéve|data publicării|дата|дата публикации|дата отзыва|tarih|yorum tarihi|ημερομηνία|日付|投稿日|"
        "レビュー日|日期|时间|评论时间|评论日期|发布时间|創建時間|時間|날짜|작성일|등록일|"
        "tanggal|ngày"
    ),
    "spoiler": (
        "enthält spoiler|contient des spoilers|contiene spoilers|con spoiler|contém spoilers|contiene spoiler|"
        "bevat spoilers|zawiera spoilery|spojler|obsahuje spoilery|спойлер|спойлеры|ネタバレ|剧透|劇透|스포일러|"
        "스포"
    ),
    "helpful": (
        "hilfreich|utile|votes utiles|útil|utili|nuttig|przydatne|užitečné|hasznos|полезно|полезный|faydalı|"
        "参考になった|有用|有用数|赞|点赞数|赞同数|有用數|좋아요|공감"
    ),
    "link": (
        "verweis|webseite|adresse|lien|enlace|ligação|collegamento|koppeling|länk|lenke|linkki|odkaz|odnośnik|"
        "adres|hivatkozás|ссылка|посилання|bağlantı|σύνδεσμος|リンク|链接|連結|鏈接|링크|主页"
    ),
    "my_rating": (
        "meine bewertung|meine wertung|eigene bewertung|meine note|meine sterne|ma note|ma notation|note perso|"
        "note personnelle|mi nota|mi puntuación|mi calificación|mi valoración|mi voto|minha nota|minha avaliação|"
        "minha pontuação|mio voto|il mio voto|voto personale|la mia valutazione|mijn score|mijn cijfer|"
        "mijn beoordeling|mijn waardering|mitt betyg|eget betyg|min vurdering|min karakter|oma arvosana|"
        "oma arvio|arvosanani|moja ocena|ocena własna|twoja ocena|moje hodnocení|vlastní hodnocení|"
        "moje hodnotenie|saját értékelés|értékelésem|nota mea|моя оценка|моя оцінка|benim puanım|puanım|"
        "η βαθμολογία μου|自分の評価|マイ評価|私の評価|我的评分|我的評分|个人评分|自评|내 평점|내 별점"
    ),
    "rated_on": (
        "bewertet am|bewertungsdatum|date de notation|date de la note|noté le|fecha de voto|fecha de votación|"
        "fecha de calificación|fecha de valoración|data da nota|data da avaliação|data voto|"
        "data della valutazione|datum beoordeling|betygsdatum|data oceny|oceniono|datum hodnocení|"
        "értékelés dátuma|дата оценки|дата моей оценки|дата время моей оценки|oylama tarihi|評価日|评分时间|"
        "评分日期|打分日期"
    ),
    "watched_on": (
        "gesehen am|geschaut am|angesehen am|sichtungsdatum|gesehen|zuletzt gesehen|vu le|date de visionnage|"
        "date visionnage|regardé le|fecha de visionado|fecha visto|visto el|vista el|fecha vista|visto em|"
        "assistido em|data assistido|data em que vi|data visione|data di visione|visto il|bekeken op|gezien op|"
        "datum gezien|sedd|datum sedd|set dato|sett dato|katsottu|katselupäivä|obejrzano|data obejrzenia|"
        "obejrzany|data seansu|viděno|datum zhlédnutí|zhlédnuto|shlédnuto|videné|megnézve|megtekintve|"
        "mikor láttam|vizionat|data vizionării|дата просмотра|просмотрено|когда смотрел|переглянуто|"
        "izleme tarihi|izlendi|izlediğim tarih|ημερομηνία προβολής|鑑賞日|視聴日|観た日|見た日|观看日期|观看时间|"
        "观影日期|观影时间|看过日期|觀看日期|관람일|감상일|본 날짜"
    ),
    "watched": (
        "schon gesehen|visto|vista|assistido|gezien|bekeken|nähty|widziany|viděl|láttam|смотрел|izledim|鑑賞済み|"
        "看过|봤음"
    ),
    "rewatch": (
        "wiedergesehen|wiederholung|revu|revisionado|revisto|rivisto|herzien|återtitt|ponownie|znovu|újranézés|"
        "пересмотр|tekrar izleme|再鑑賞|重看|재관람"
    ),
    "tags": (
        "schlagwörter|stichwörter|schlagworte|étiquettes|mots clés|etiquetas|palabras clave|marcadores|etichette|"
        "labels|trefwoorden|taggar|etiketter|tunnisteet|tagi|štítky|címkék|etichete|теги|метки|etiketler|タグ|"
        "标签|標籤|태그"
    ),
    "listed_on": (
        "hinzugefügt am|hinzugefügt|ajouté le|añadido el|fecha de adición|adicionado em|aggiunto il|"
        "data aggiunta|toegevoegd op|tillagd|lisätty|dodano|přidáno|hozzáadva|добавлено|дата добавления|"
        "eklenme tarihi|追加日|添加时间|添加日期"
    ),
    "liked": (
        "favorit|lieblingsfilm|favori|coup de cœur|coup de coeur|favorito|favorita|preferito|preferita|favoriet|"
        "suosikki|ulubiony|ulubione|oblíbený|kedvenc|preferat|избранное|любимый|favorim|お気に入り|收藏|最爱|"
        "즐겨찾기"
    ),
    "my_note": (
        "notizen|notiz|anmerkung|anmerkungen|bemerkung|bemerkungen|remarques|remarque|notes perso|notas|"
        "observaciones|anotações|observações|appunti|note personali|annotazioni|opmerking|opmerkingen|notities|"
        "anteckningar|noter|notater|huomiot|muistiinpanot|notatki|uwagi|poznámka|poznámky|jegyzet|megjegyzés|"
        "însemnări|заметки|заметка|примечание|notlar|メモ|備考|备注|笔记|備註|메모|비고"
    ),
    "shelf": (
        "zustand|statut|état|estado|situação|stato|toestand|tila|stan|stav|állapot|stare|статус|durum|ステータス|"
        "状態|状态|狀態|상태"
    ),
    "venue": (
        "kino|ort|gesehen in|gesehen wo|wo gesehen|lieu|cinéma|vu où|lugar|sala|cinema|luogo|dove|locatie|"
        "bioscoop|biograf|kino sted|paikka|missä|gdzie|místo|miesto|где смотрел|где|nerede|場所|劇場|映画館|"
        "鑑賞方法|观看地点|观影地点|影院|지역|관람장소"
    ),
    "position": (
        "platz|rang|platzierung|nr|nummer|position|n°|nº|puesto|posición|posição|posizione|plaats|plats|sija|"
        "miejsce|pozycja|pořadí|poradie|helyezés|poziție|место|номер|№|sıra|順位|番号|排名|序号|排序|순위|번호"
    ),
}
"""Role to its names, parted by «|»; English comes first where a name is both."""
