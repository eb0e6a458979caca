"""How ratings, years and dates are written on the screen."""

from __future__ import annotations

from tui.models import Plain, Rating

HALF_STARS = 10


def number(value: float) -> str:
    """Return a number without needless zeros: 7, 7.2, 3.5."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def stars(rating: Rating) -> str:
    """Return a rating as five stars in halves: «★★★½☆» is 7 of 10."""
    halves = round(max(0.0, min(1.0, rating.share)) * HALF_STARS)
    full, half = divmod(halves, 2)
    return "★" * full + "½" * half + "☆" * (5 - full - half)


def runtime(minutes: int | None) -> str:
    """Return a runtime as «2 h 6 min»."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def counted(number_of: int, one: str, many: str | None = None) -> str:
    """Return «1 review», «8 reviews», «10,000 reviews»."""
    return f"{number_of:,} {one if number_of == 1 else many or one + 's'}"


def rating_pieces(rating: Rating) -> list[tuple[str, Plain]]:
    """Return a rating for a card's head: in its own scale, and as stars where that is not what it says already."""
    if "★" in rating.shown:
        return [("good", rating.shown)]
    return [("dim", rating.shown), ("good", Plain(stars(rating)))]
