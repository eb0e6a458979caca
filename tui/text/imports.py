"""What became of the documents of an import, in words that the command line and the browser share."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tui.models import DocumentReport, Remark


def shortened(paths: Sequence[str]) -> list[str]:
    """Return the paths without the folder that all of them lie in."""
    folder = os.path.commonpath([os.path.dirname(path) or "." for path in paths]) if _relative(paths) else ""  # noqa: PTH120
    return [path[len(folder) :].lstrip("/") if folder and path.startswith(f"{folder}/") else path for path in paths]


def _relative(paths: Sequence[str]) -> bool:
    return len(paths) > 1 and len({os.path.isabs(path) for path in paths}) == 1  # noqa: PTH117


def by_format(documents: Iterable[DocumentReport]) -> dict[tuple[str, str], list[DocumentReport]]:
    """Return documents under what became of them and the reader that read them."""
    found: defaultdict[tuple[str, str], list[DocumentReport]] = defaultdict(list)
    for one in documents:
        found[one.status, one.reader or ""].append(one)
    return dict(sorted(found.items()))


OWN = {
    "viewings": ("viewing", "viewings"),
    "ratings": ("rating", "ratings"),
    "wanted": ("wanted", "wanted"),
    "liked": ("liked", "liked"),
    "lists": ("place in a list", "places in lists"),
    "tagged": ("tagged", "tagged"),
    "notes": ("note", "notes"),
}
"""What an owner's export tells of: by its name in a report, and in words for one and for several."""


def owned(ones: Iterable[DocumentReport]) -> str:
    """Return what documents tell of their owner: «317 viewings, 12 ratings, 4 wanted»; empty where nothing."""
    counts = Counter[str]()
    for one in ones:
        counts.update(one.own)
    return ", ".join(f"{counts[name]:,} {words[counts[name] != 1]}" for name, words in OWN.items() if counts[name])


def why_left(one: DocumentReport) -> str:
    """Return why a document was left alone."""
    return one.remarks[0].text if one.remarks else one.reason or "nothing in it is about a film"


def by_reason(told: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return names under their reasons, the most frequent reason first.

    Args:
        told: reason and name of each.
    """
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for reason, name in told:
        reasons[reason].append(name)
    return dict(sorted(reasons.items(), key=lambda item: -len(item[1])))


def placed(remark: Remark) -> str:
    """Return a remark with its lines before it, where it doesn't name them itself."""
    first, last = remark.lines
    if not first or f" {first} " in remark.text:
        return remark.text
    return f"line {first}: {remark.text}" if first == last else f"lines {first}-{last}: {remark.text}"
