"""What can be undone: every change keeps the files as they were before it, up to a limit, also after a restart."""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.errors import StoreError
from tui.models import Record
from tui.store.files import remove_quietly, store_errors
from tui.store.journal import CHANGE, Fingerprint, Plan, Step, change_folder, read_plan
from tui.store.layout import Layout
from tui.store.reading import film_id_of

KEPT_CHANGES = 50
"""So many changes can be undone: more than anyone retraces by hand, few enough to list at a glance."""
KEPT_BYTES = 200_000_000
"""So much room the before-images may take, about three times the files of 50,000 reviews; the last change is
kept whatever its size, so that an import can always be taken back."""


class Change(Record, frozen=True, kw_only=True):
    """A change of the library that can be undone."""

    number: int
    label: str
    when: str
    """ISO 8601 in UTC."""
    films: tuple[str, ...]
    """Ids of the films whose files it wrote or removed."""


def numbers(layout: Layout) -> list[int]:
    """Return the numbers of all changes, the oldest first."""
    try:
        return sorted(int(name) for name in os.listdir(layout.undo) if name.isdecimal())
    except FileNotFoundError:
        return []


def next_number(layout: Layout) -> int:
    """Return the number of the next change."""
    return max(numbers(layout), default=0) + 1


def plans(layout: Layout) -> Iterator[Plan]:
    """Yield the changes that can be undone, the newest first; one that cannot be read ends the chain."""
    for number in reversed(numbers(layout)):
        try:
            plan = read_plan(os.path.join(change_folder(layout, number), CHANGE))
        except StoreError:
            return
        if plan is not None:
            yield plan


def change_of(plan: Plan) -> Change:
    """Return what a user is told about a change."""
    films = tuple(film_id for step in plan.steps if (film_id := film_id_of(step.name)) is not None)
    return Change(number=plan.number, label=plan.label, when=plan.when, films=films)


def before_images(layout: Layout, plan: Plan) -> Iterator[tuple[str, bytes | None]]:
    """Yield the files of a change as they were before it; None for one that was new.

    Raises:
        StoreError: a file was changed since, or its before-image is gone; nothing may be undone then.
    """
    for number, step in enumerate(plan.steps):
        _require_unchanged(layout, plan, step)
        if step.before is None:
            yield step.name, None
            continue
        path = os.path.join(change_folder(layout, plan.number), str(number))
        with store_errors(path):
            yield step.name, Path(path).read_bytes()


def _require_unchanged(layout: Layout, plan: Plan, step: Step) -> None:
    path = Path(layout.path(step.name))
    with store_errors(path):
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            raw = None
    found = None if raw is None else Fingerprint(size=len(raw), crc=zlib.crc32(raw))
    if found != step.after:
        raise StoreError(
            str(path),
            f"was changed since «{plan.label}», so that cannot be undone any more",
            "Take back what changed the file since, or edit it",
        )


def prune(layout: Layout, files: int) -> None:
    """Forget the oldest changes beyond the limits.

    Args:
        layout: of the library.
        files: how many files the change wrote that was made last; after small changes the room that all of
            them take is looked at only now and then, so that a bookmark does not pay for a large import.
    """
    newest = numbers(layout)[::-1]
    kept = newest[:KEPT_CHANGES]
    if newest and (files > 10 or newest[0] % 10 == 0):
        room = [_size(change_folder(layout, number)) for number in kept]
        kept = [number for place, number in enumerate(kept) if not place or sum(room[: place + 1]) <= KEPT_BYTES]
    for number in newest[len(kept) :]:
        folder = change_folder(layout, number)
        remove_quietly([os.path.join(folder, CHANGE)])  # first: what has no description counts as gone
        shutil.rmtree(folder, ignore_errors=True)


def _size(folder: str) -> int:
    total = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            total += entry.stat().st_size
    return total
