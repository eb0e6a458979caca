"""What the sections of a film's article are, by their headings in the languages of the large Wikipedias."""

from __future__ import annotations

import re
from typing import Literal

Section = Literal["plot", "cast", "credits", "skip"]

_HEADINGS: dict[Section, str] = {
    "plot": "plot|plot summary|plot synopsis|synopsis|story|storyline|premise|summary|handlung|inhalt|résumé|intrigue|"
    "histoire|argumento|sinopsis|trama|fabuła|opis fabuły|zarys fabuły|enredo|sinopse|děj|obsah|dej|сюжет|фабула|"
    "краткое содержание|あらすじ|ストーリー|物語|プロット|剧情|劇情|故事|剧情简介|劇情簡介|劇情大綱|剧情概要|"
    "줄거리|verhaal|handling|juoni|"
    "cselekmény|történet|konu|konusu|πλοκή|υπόθεση|rezumat|subiect|acțiune|radnja|zgodba|nội dung|cốt truyện|alur|"
    "القصة|قصة الفيلم|داستان|خلاصه داستان|עלילה|argument|sisu|siužetas|sižets|कथानक|เนื้อเรื่อง|plot outline|the story"
    "|intriga|sadržaj|сюжетная линия|сюжэт|argumentua|הסיפור|קצות העלילה|القصة والأحداث|قصة"
    "|أحداث الفيلم|حبكة|الحبكة|ملخص|خلاصه|داستان فیلم|sisukokkuvõte|intrig|het verhaal"
    "|ábrázolt történet|fabula|садржај|радња|съдържание|synopse|syžet",
    "cast": "cast|cast and characters|voice cast|besetzung|besetzung und synchronisation|distribution|fiche "
    "technique et distribution|"
    "reparto|elenco|interpreti|interpreti e personaggi|personaggi|obsada|obsazení|hrají|в ролях|"
    "актёры|у ролях|キャスト|登場人物|演員|演员|演員陣容|角色|演员阵容|"
    "출연|등장인물|rolverdeling|rollista|rolleliste|roller|medvirkende|näyttelijät|szereplők|oyuncular|διανομή|distribuția|"
    "uloge|diễn viên|pemeran|الممثلون|بازیگران|שחקנים|repartiment|doblaje|doppiatori"
    "|شخصیت‌ها|طاقم التمثيل|صداپیشگان|נפשות פועלות|שחקנים ודמויות|acteurs|rolbezetting"
    "|skådespelare i urval|rollista i urval|i rollerna|актьорски състав|в ролите|улоге|actori|ролі"
    "|актори|הדמויות|szereposztás|protagonistes|tegelased|osatäitjad|aktoriai|lomās|نقش‌آفرینان"
    "|นักแสดง|pääosissa|henkilöt",
    "credits": "fiche technique|ficha técnica|scheda tecnica|technische daten|stab|filmstab|credits|crew|"
    "スタッフ|制作人员|製作人員|technické údaje|съёмочная группа|съемочная группа|знімальна група|ekipa",
    "skip": "gallery|references|external links|see also|notes|footnotes|notes and references|further reading|"
    "bibliography|citations|"
    "sources|works cited|explanatory notes|notelist|einzelnachweise|weblinks|literatur|siehe auch|anmerkungen|"
    "fußnoten|quellen|voir aussi|notes et références|références|liens externes|liens externes et références|"
    "articles connexes|bibliographie|referencias|enlaces externos|véase también|notas|bibliografía|note|"
    "collegamenti esterni|altri progetti|voci correlate|bibliografia|przypisy|linki zewnętrzne|zobacz też|uwagi|"
    "referências|ligações externas|ver também|externé odkazy|externí odkazy|reference|související články|poznámky|"
    "odkazy|literatura|referencie|iné projekty|примечания|ссылки|литература|см. также|примітки|посилання|джерела|"
    "脚注|注釈|出典|外部リンク|関連項目|参考文献|注释|註釋|参考资料|參考資料|参考来源|外部链接|外部連結|相关条目|參見|参见|"
    "각주|"
    "외부 링크|같이 보기|bronnen|externe links|externe link|zie ook|referenser|"
    "externa länkar|källor|noter|eksterne lenker|"
    "eksterne henvisninger|referanser|kilder|lähteet|aiheesta muualla|viitteet|katso myös|jegyzetek|további "
    "információk|"
    "források|kaynakça|dış bağlantılar|ayrıca bakınız|παραπομπές|εξωτερικοί σύνδεσμοι|referințe|legături "
    "externe|izvori|"
    "vanjske poveznice|tham khảo|liên kết ngoài|referensi|pranala luar|مراجع|وصلات خارجية|منابع|پیوند به بیرون|"
    "הערות שוליים|קישורים חיצוניים|contents|contenido|inhaltsverzeichnis|sommaire|navigation menu|navigation"
    "|לקריאה נוספת|ראו גם|روابط خارجية|جستارهای وابسته|پانویس|مصادر|المصادر|انظر أيضًا|انظر أيضا"
    "|referències|enllaços externs|vegeu també|bibliografie|vezi și|viited|välislingid|nuorodos"
    "|išnašos|ārējās saites|atsauces|референце|спољашње везе|напомене|външни препратки|източници"
    "|бележки|se også|se även|se også på|fotnoter|henvisninger|noter og referencer|eksterne links"
    "|referencer|tietolähteet|külső hivatkozások|lásd még|dipnotlar|notlar|อ้างอิง|เชิงอรรถ"
    "|แหล่งข้อมูลอื่น|सन्दर्भ|बाहरी कड़ियाँ|chú thích|xem thêm|lihat pula|catatan kaki|catatan"
    "|litteratur|vidare läsning|zunanje povezave|viri|sklici|poznámky a reference|erreferentziak"
    "|kanpo estekak|kapcsolódó szócikkek",
}
_SECTIONS = {name.casefold(): section for section, written in _HEADINGS.items() for name in written.split("|")}
CHARACTER_END = re.compile(r"[,;(–—]|:\s|(?<=\w{4})\.(?:\s|$)")
"""Where the name of a character ends in «as Jack D. Ripper, a general who …»."""


def section_of(heading: str) -> Section | None:
    """Return what a section is; None for one whose paragraphs are facts about the film, to be kept by its heading."""
    name = " ".join(heading.casefold().replace("[edit]", "").split()).strip(" .:：")
    return _SECTIONS.get(name)


def topic_of(headings: list[str]) -> str | None:
    """Return the topic of a paragraph under nested headings: «Production: Casting»; None before the first."""
    return ": ".join(headings) or None
