"""How hits are listed and previewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tui.models import Plain
from tui.search.types import Hit, Span
from tui.widgets.film_passages import one_line
from tui.widgets.passages import LitRecords, Passage
from tui.widgets.ratings import rating_pieces, stars
from tui.widgets.row_list import Cells, Piece, lit
from tui.widgets.wrapping import cut_to

SEPARATOR = " · "
KIND_SIGNS = {"review": "", "trivia": "Trivia", "synopsis": "Synopsis", "note": "Your note"}


@dataclass(frozen=True, slots=True)
class FilmHeading:
    """The film that the hits below belong to."""

    title: Plain
    year: int | None
    count: int


@dataclass(frozen=True, slots=True)
class More:
    """The row that asks for more hits."""

    left: int


HitRow = Hit | FilmHeading | More


def grouped(hits: Sequence[Hit], counts: dict[str, int], total: int) -> list[HitRow]:
    """Return the hits under their films, the film of the best hit first."""
    films: dict[str, list[Hit]] = {}
    for hit in hits:
        films.setdefault(hit.film_id, []).append(hit)
    rows: list[HitRow] = []
    for film, found in films.items():
        rows.append(FilmHeading(one_line(found[0].film_title), found[0].film_year, counts.get(film, len(found))))
        rows += [pointed(hit) for hit in found]
    if total > len(hits):
        rows.append(More(total - len(hits)))
    return rows


def kind_name(hit: Hit) -> Plain:
    """Return what a hit that nobody signed and no topic heads is called."""
    return Plain("Facts" if hit.kind == "synopsis" and not hit.matches else KIND_SIGNS[hit.kind])


def hit_cells(row: HitRow, width: int) -> Cells:
    """Return what the list shows of a hit."""
    if isinstance(row, FilmHeading):
        year = f"  {row.year}" if row.year else ""
        return Cells(
            (Piece(row.title, "heading"), Piece(Plain(year), "dim")),
            (Piece(Plain(f"{row.count:,}"), "dim"),),
            heading=True,
        )
    if isinstance(row, More):
        return Cells((Piece(Plain(f"… {row.left:,} more; Enter brings them"), "dim"),))
    name = row.author or row.topic or (Plain("Anonymous") if row.kind == "review" else kind_name(row))
    column = 14 if width < 70 else 20
    left = Piece(Plain(cut_to(one_line(name), column).ljust(column) + " "), "dim")
    right = (Piece(Plain(stars(row.rating)), "good"),) if row.rating and width >= 50 else ()
    if row.spoiler:
        inside = f"░░ spoiler · {len(row.matches)} inside ░░" if row.matches else "░░ spoiler ░░"
        return Cells((left, Piece(Plain(inside), "veil")), right)
    text, spans = snippet_line(row, width - column - 1 - (6 if right else 0))
    return Cells((left, *lit(text, spans)), right)


def pointed(hit: Hit) -> Hit:
    """Return a hit whose film's own line («title · tagline · people · genres») is cut to its parts that match."""
    line, spans = hit.headline, hit.heading_matches
    if hit.kind != "synopsis" or not line or not spans:
        return hit
    kept: list[str] = []
    moved: list[Span] = []
    start, length = 0, 0
    for part in line.split(SEPARATOR):
        inside = [(a - start + length, b - start + length) for a, b in spans if a >= start and b <= start + len(part)]
        if inside:
            kept.append(part)
            moved += inside
            length += len(part) + len(SEPARATOR)
        start += len(part) + len(SEPARATOR)
    if len(moved) < len(spans):  # a match goes over the border of two parts
        return hit
    return replace(hit, headline=Plain(SEPARATOR.join(kept)), heading_matches=tuple(moved))


def snippet_line(hit: Hit, width: int) -> tuple[Plain, tuple[Span, ...]]:
    """Return the snippet as one line that begins shortly before its first match."""
    text = one_line(hit.snippet or hit.text[:400]).replace("\n", " ")
    spans = hit.snippet_matches if hit.snippet else hit.matches
    if not hit.matches and hit.heading_matches:  # only the headline, the topic or the film's own line matches
        text, spans = hit.headline or hit.topic or Plain(""), hit.heading_matches
    first = spans[0][0] if spans else 0
    if not spans or spans[0][1] <= width - 2:
        return Plain(text), tuple(span for span in spans if span[1] <= len(text))
    start = text.rfind(" ", 0, max(0, first - width // 4)) + 1
    return Plain("…" + text[start:]), tuple((a - start + 1, b - start + 1) for a, b in spans if a >= start)


def hit_passages(hit: Hit) -> list[Passage]:
    """Return a hit as a text pane shows it."""
    if hit.kind == "review":
        right = []
        if hit.rating is not None:
            right += rating_pieces(hit.rating)
        if hit.date:
            right.append(("dim", Plain(hit.date)))
        return [
            Passage(
                id=hit.id,
                kind="review",
                shape="card",
                text=one_line(hit.text),
                left=one_line(hit.author or "Anonymous"),
                right=tuple(right),
                headline=one_line(hit.headline or ""),
                spoiler=hit.spoiler,
            )
        ]
    if hit.kind == "synopsis":
        line = one_line(hit.headline or "") if hit.heading_matches else Plain("")
        name = kind_name(hit)
        text = one_line(hit.text)
        return [
            Passage(id=hit.id, kind="synopsis", shape="card", text=text, left=name, headline=line, spoiler=hit.spoiler)
        ]
    topic = one_line(hit.topic or Plain(KIND_SIGNS[hit.kind]))
    return [
        Passage(id="topic", kind=hit.kind, shape="topic", text=topic),
        Passage(id=hit.id, kind=hit.kind, shape="item", text=one_line(hit.text), spoiler=hit.spoiler),
    ]


def hit_lights(hit: Hit) -> LitRecords:
    """Return what is lit of a hit in a text pane."""
    heading = hit.headline or hit.topic or Plain("")
    texts = {hit.id: (hit.text, hit.headline or "")}
    if hit.topic:
        texts["topic"] = (hit.topic, "")
    return LitRecords(texts, lambda text: tuple(hit.heading_matches if text == heading else hit.matches))
