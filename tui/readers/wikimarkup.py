"""Wiki markup taken apart: pages of an export, templates with their parameters, paragraphs of plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.models import Plain
from tui.text import clean, clean_line
from tui.text.markup import without

_PAGE = re.compile(r"<page>(.*?)</page>|<page>(.*)\Z", re.DOTALL)
_TITLE = re.compile(r"<title>([^<]*)</title>")
_TEXT = re.compile(r"<text\b[^>]*>(.*?)(?:</text>|\Z)", re.DOTALL)
_ALONE = re.compile(r"<(?:ref|references)\b[^<>]*/>", re.IGNORECASE)
_HIDDEN = (
    ("<!--", "-->"), ("<ref", "</ref>"), ("<gallery", "</gallery>"), ("<math", "</math>"), ("<timeline", "</timeline>"),
    ("<score", "</score>"), ("<syntaxhighlight", "</syntaxhighlight>"), ("<imagemap", "</imagemap>"),
)  # fmt: skip
"""Where what is no text begins and ends."""
_LINE_BREAK = re.compile(r"<br\s*/?>|</?p\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_MEDIA = re.compile(
    r"\[\[\s*(?:File|Image|Category|Datei|Bild|Kategorie|Fichier|Catégorie|Archivo|Categoría|Файл|Категория|"
    r"Soubor|Plik|ファイル|文件)\s*:",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\[https?://[^\s\]]+\s*([^\]]*)\]")
_EMPHASIS = re.compile(r"'{2,5}")
_MAGIC = re.compile(r"__[A-Z]+__")
_IMDB = re.compile(r"\{\{\s*imdb(?:[ _]title)?\s*\|(?:[^{}]*?(?:id\s*=\s*)?)?(?:tt)?(\d{7,9}|\d{5,7})", re.IGNORECASE)
_WORD_TEMPLATES = {
    "nbsp": " ", "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "ndash": "–", "mdash": "—", "'": "’", "!": "|",
    "'\"": '’"', "\"'": '"’', '-"': '"', "ellipsis": "…", "sic": "", "=": "=", "shy": "", "em dash": "—",
    "colon": ":", "·": " · ", "•": " • ",
}  # fmt: skip
_LIST_TEMPLATES = frozenset(
    {
        "ubl",
        "unbulleted list",
        "plainlist",
        "plain list",
        "flatlist",
        "hlist",
        "castlist",
        "cast listing",
        "ublist",
        "nowrap",
        "nobr",
        "small",
        "lang",
        "nihongo",
        "em",
        "strong",
        "abbr",
        "color",
        "quote",
        "blockquote",
        "cquote",
        "quotation",
        "block quote",
        "bquote",
        "center",
        "transl",
        "ill",
        "interlanguage link",
        "not a typo",
        "as of",
        "circa",
        "c.",
        "langx",
        "based on",
        "film date",
        "start date",
        "release date",
        "convert",
        "infobox",
        "frac",
        "won",
        "nom",
    }
)
_MONEY = {
    "us$": "$", "usd": "US$", "jpy": "¥", "gbp": "£", "pound sterling": "£", "£": "£", "eur": "€", "euro": "€",
    "€": "€", "inr": "₹", "indian rupee": "₹", "₹": "₹", "krw": "₩", "cny": "CN¥", "cad": "CA$", "aud": "A$",
}  # fmt: skip
_QUOTES = frozenset({"quote", "blockquote", "cquote", "quotation", "block quote", "bquote"})
_MOST = 200_000
"""Characters of one template that are looked at."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template and its parameters by name; the unnamed ones are «1», «2» …."""

    name: str
    parameters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Article:
    """One page of a wiki."""

    title: Plain
    body: str
    """Its markup, without templates, references and comments."""
    templates: tuple[Template, ...]
    """Those that stand by themselves, outside of others."""
    imdb: str | None


def articles(text: str, name: str) -> Iterator[Article]:
    """Yield the articles of an export, or the one that the text itself is."""
    if "<text" not in text:
        yield _article(name.rsplit("/", 1)[-1].rsplit(".", 1)[0], text)
        return
    found = False
    for page in _PAGE.finditer(text):
        found = True
        yield from _of_page(page[1] or page[2] or "")
    if not found:
        yield from _of_page(text)


def paragraphs(body: str) -> Iterator[str]:
    """Yield headings as they are written, and paragraphs and list items as plain text («* » before an item)."""
    waiting: list[str] = []
    for row in [*body.split("\n"), ""]:
        line = row.strip()
        item = re.match(r"[*#;:]+\s*", line)
        if line and not line.startswith("==") and not item and line[0] not in "{|!":
            waiting.append(line)
            continue
        if waiting and (text := plain(" ".join(waiting))):
            yield text
        waiting = []
        if line.startswith("=="):
            yield line
        elif item and (text := plain(line[item.end() :])):
            yield f"* {text}" if line[0] in "*#" else text if line[0] == ":" else f"; {text}"


def plain(markup: str) -> Plain:
    """Return marked-up text as its reader sees it, on one line a line."""
    text = _without_media(markup)
    for _ in range(3):
        text, changed = _LINK.subn(r"\1", text)
        if not changed:
            break
    text = _OUTSIDE.sub(r"\1", text)
    text = _EMPHASIS.sub("", _MAGIC.sub("", _TAG.sub("", _LINE_BREAK.sub("\n", text))))
    text = html.unescape(text).replace("\u00a0", " ")
    return Plain("\n".join(part for row in clean(text).split("\n") if (part := " ".join(row.split()))))


def values(markup: str) -> list[str]:
    """Return the values of an infobox's parameter: those of a list template, of a list, of lines, or the one."""
    text, _ = _without_templates(_shown_only(markup))
    found = [re.sub(r"^[*#;:]+\s*", "", part) for part in plain(text.replace("\n", "<br>")).split("\n")]
    return [part for part in (clean_line(one) for one in found) if part]


def _of_page(markup: str) -> Iterator[Article]:
    text = _TEXT.search(markup)
    title = _TITLE.search(markup)
    if text:
        yield _article(html.unescape(title[1]) if title else "", html.unescape(text[1]))


def _article(title: str, markup: str) -> Article:
    markup = _shown_only(markup)
    identity = _IMDB.search(markup)
    body, templates = _without_templates(markup)
    body = _without_tables(body)
    return Article(
        title=clean_line(title),
        body=body,
        templates=tuple(templates),
        imdb=f"tt{identity[1].zfill(7)}" if identity else None,
    )


def _without_templates(markup: str) -> tuple[str, list[Template]]:
    """Return markup without its templates, and those that stood by themselves; words in the text stay."""
    out: list[str] = []
    templates: list[Template] = []
    starts: list[int] = []
    last = 0
    for found in re.finditer(r"\{\{|\}\}", markup):
        if found[0] == "{{":
            starts.append(found.start())
        elif starts:
            start = starts.pop()
            if not starts:
                out.append(markup[last:start])
                inner = markup[start + 2 : found.start()]
                last = found.end()
                template = _template(inner[:_MOST])
                templates.append(template)
                out.append(_shown(template))
    if not starts:
        out.append(markup[last:])
    else:  # a template that is never closed: its text is not the article's
        out.append(markup[last : starts[0]])
    return "".join(out), templates


def _template(inner: str) -> Template:
    parts = _split(inner)
    parameters: dict[str, str] = {}
    unnamed = 0
    for part in parts[1:]:
        name, mark, value = part.partition("=")
        if mark and "{{" not in name and "[[" not in name and "<" not in name and len(name) < 60:
            parameters[" ".join(name.split()).casefold()] = value.strip()
        else:
            unnamed += 1
            parameters[str(unnamed)] = part.strip()
    return Template(" ".join(parts[0].split()), parameters)


def _split(inner: str) -> list[str]:
    """Cut at the bars that are not inside links or templates."""
    parts: list[str] = []
    depth, last = 0, 0
    for found in re.finditer(r"\[\[|\]\]|\{\{|\}\}|\|", inner):
        if found[0] in {"[[", "{{"}:
            depth += 1
        elif found[0] in {"]]", "}}"}:
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(inner[last : found.start()])
            last = found.end()
    return [*parts, inner[last:]]


def _shown(template: Template, depth: int = 0) -> str:
    """Return what a template shows in the text: words that it stands for, the items of its list, else nothing."""
    name = template.name.casefold().replace("_", " ")
    if name in _WORD_TEMPLATES:
        return _WORD_TEMPLATES[name] or template.parameters.get("1", "")
    if name.startswith("formatnum:"):
        digits = name.removeprefix("formatnum:").strip()
        return f"{int(digits):,}" if digits.isdecimal() and len(digits) < 16 else digits
    if (name not in _LIST_TEMPLATES and name not in _MONEY and not name.startswith("lang-")) or depth > 5:
        return ""
    shown = [value for key, value in template.parameters.items() if key.isdigit() and value]
    if name in _QUOTES and not shown:
        shown = [value for key in ("text", "quote", "content") if (value := template.parameters.get(key))][:1]
    elif name.startswith("lang-"):
        shown = shown[:1]
    elif name in {"circa", "c."}:
        shown = [f"c. {shown[0]}" if shown else "c."]
    elif name in {"lang", "langx", "transl", "abbr", "color", "ill", "interlanguage link"}:
        shown = shown[1:2] if name in {"lang", "langx", "color"} else shown[-1:] if name == "transl" else shown[:1]
    elif name in _MONEY:
        shown = [f"{_MONEY[name]}{shown[0]}"] if shown else []
    elif name in {"film date", "start date", "release date", "convert", "frac", "won", "nom", "infobox"}:
        shown = [" ".join(shown[:2])] if name == "convert" else []
    inner = [_nested(value, depth) for value in shown]
    return "<br>".join(inner)


def _nested(value: str, depth: int) -> str:
    if "{{" not in value or depth > 4:
        return value
    text, _ = _without_templates(value)
    return text


def _without_tables(markup: str) -> str:
    out: list[str] = []
    depth, last = 0, 0
    for found in re.finditer(r"^\s*:*\{\||^\s*\|\}", markup, re.MULTILINE):
        if found[0].strip().startswith(("{|", ":")):
            if depth == 0:
                out.append(markup[last : found.start()])
            depth += 1
        elif depth:
            depth -= 1
            last = found.end()
    return "".join(out) + (markup[last:] if depth == 0 else "")


def _shown_only(markup: str) -> str:
    """Return markup without comments, references and blocks that are no text."""
    return without(_ALONE.sub("", markup) if "/>" in markup else markup, _HIDDEN)


def _without_media(markup: str) -> str:
    """Return markup without links to pictures and categories, the captions in them included."""
    if not _MEDIA.search(markup):
        return markup
    out: list[str] = []
    depth, at, hidden = 0, 0, 0
    for mark in re.finditer(r"\[\[|\]\]", markup):
        if mark[0] == "[[":
            depth += 1
            if not hidden and _MEDIA.match(markup, mark.start()):
                out.append(markup[at : mark.start()])
                hidden = depth
        elif depth:
            if hidden == depth:
                hidden, at = 0, mark.end()
            depth -= 1
    return "".join(out) + ("" if hidden else markup[at:])
