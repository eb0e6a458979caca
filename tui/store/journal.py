"""Transactions over many files: all of it or none of it, whenever the process or the power ends.

How it works. A transaction writes its new files into `staging/` under names that occur once. To commit, it
syncs them, gives every file that will be replaced or removed a second name in `undo/<n>/`, and writes the
plan (which staged file goes where) as `staging/commit`: written under another name, synced, renamed, and
the folder synced. That rename is the commit. Then every staged file is renamed to its place, the folders
are synced, and the plan moves to `undo/<n>/change.json`, where it is the description of a change that can
be undone.

Why it is all or nothing. Before the rename of the plan nothing outside `staging/` and `undo/` has changed,
and the next writer sweeps both. After it, the plan and all that it names are on the disk; the next writer
carries it out again from the start, and every step can be repeated: a staged file that is gone has been
put in place before, a removed file that is gone has been removed before. Where very many new files go into
an empty folder, they are staged in a folder that takes its place by one rename; where that cannot be (a file
has come to lie there meanwhile), each of them is renamed. The folders of the new files are
synced before the plan goes, and `staging/` after it, so after a power failure a plan is either carried out
again at once or gone for good, and never hits anything newer. (Nothing syncs `undo/`: a power failure may
cost the possibility to take the last change back, never the change or what was before it.)

A change of one file (a bookmark, a correction) needs no plan: renaming that file is the commit. Its
description is written to `undo/<n>/` before; as long as the staged file is still in `staging/`, what it
describes has not happened, and the next writer sweeps both.

What a reader sees. Every single file is old or new, never between, because it is replaced by a rename.
While `staging/commit` exists, readers look up the plan and read the staged files as if they were in place
already; so from the instant of the commit every read of every file gives the new state, also after a crash
and on a read-only disk, without waiting for anyone. A reader that finds a staged file gone knows that it
has been put in place meanwhile and reads it there. (Two reads, one before the commit and one after it,
see two states; that is what following a change means.)
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from tui.errors import DamagedFileError, StoreError
from tui.models import Record
from tui.store.files import (
    TEMPORARY,
    move,
    remove_folder,
    remove_quietly,
    resolved,
    share,
    store_errors,
    sync_file,
    sync_folder,
    write_new,
)
from tui.store.layout import Layout
from tui.store.storage import unreadable


class Fingerprint(Record, frozen=True, kw_only=True):
    """What a file's content is known by."""

    size: int
    crc: int
    """CRC-32 of its bytes."""


class Step(Record, frozen=True, kw_only=True):
    """One file of a transaction."""

    name: str
    """In the library: «films/mask-1985.json»."""
    staged: str | None = None
    """Its new content in `staging/`; None where it is removed."""
    before: int | None = None
    """Size of its old content, which lies in `undo/<n>/` under the step's number; None where it is new."""
    after: Fingerprint | None = None
    """Its new content; None where it is removed."""


class Plan(Record, frozen=True, kw_only=True):
    """A transaction: the commit mark, later the description of a change."""

    number: int
    label: str
    when: str
    """ISO 8601 in UTC."""
    steps: tuple[Step, ...]
    undoable: bool = True
    undoes: int | None = None
    """Number of the change that this one takes back."""


def read_plan(path: str) -> Plan | None:
    """Return the plan in a file; None where there is none, or an empty file.

    Raises:
        DamagedFileError: it is not a plan.
        StoreError: it cannot be read.
    """
    try:
        with open(path, "rb") as stream:
            raw = stream.read()
        return msgspec.json.decode(raw, type=Plan) if raw else None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedFileError(
            path, f"is not the plan of a change ({error})", "Run `matinee check --repair`"
        ) from error


class _Seen(NamedTuple):
    """The plan that a reader saw last, and what its file looked like."""

    look: tuple[int, int, int]
    staged: dict[str, str | None]


class Overlay:
    """What readers see of a committed transaction whose files are not all in place yet."""

    def __init__(self, layout: Layout, *, locked: bool) -> None:
        """Look at nothing yet.

        Args:
            layout: of the library.
            locked: the writer's lock is held, and nothing was pending when it was taken.
        """
        self._layout = layout
        self._locked = locked
        self._seen: _Seen | None = None

    def pending(self) -> dict[str, str | None]:
        """Return file name to the path of its staged content (None: removed); empty nearly always."""
        if self._locked:
            return {}
        try:
            status = os.stat(self._layout.mark)
        except OSError:
            self._seen = None
            return {}
        look = (status.st_ino, status.st_mtime_ns, status.st_size)
        if self._seen is None or self._seen.look != look:
            try:
                plan = read_plan(self._layout.mark)
            except DamagedFileError:
                plan = None
            steps = plan.steps if plan else ()
            staging = self._layout.staging
            self._seen = _Seen(look, {s.name: os.path.join(staging, s.staged) if s.staged else None for s in steps})
        return self._seen.staged

    def read(self, name: str) -> bytes | None:
        """Return a file's content; None where there is no such file.

        Raises:
            OSError: it cannot be read.
        """
        pending = self.pending()
        if name in pending:
            staged = pending[name]
            if staged is None:
                return None
            try:
                return Path(staged).read_bytes()
            except FileNotFoundError:
                pass  # put in place since
        try:
            with open(self._layout.path(name), "rb") as stream:
                return stream.read()
        except FileNotFoundError:
            return None


def draft_of(layout: Layout) -> str:
    """Return where the commit mark is written before it counts."""
    return f"{layout.mark}.draft"


def commit(layout: Layout, plan: Plan) -> None:
    """Write the commit mark; when this returns, the transaction has happened. Its staged files are synced.

    Raises:
        OSError: it cannot be written; the transaction has not happened.
    """
    draft = draft_of(layout)
    remove_quietly([draft])
    write_new(draft, msgspec.json.encode(plan))
    sync_file(draft)
    os.replace(draft, layout.mark)
    try:
        sync_folder(layout.staging)
    except OSError:
        try:
            os.unlink(layout.mark)
        except OSError:
            return  # the disk does not take it back either: what every reader sees now is what has happened
        raise


def commit_one(layout: Layout, plan: Plan) -> None:
    """Commit a transaction of one new or changed file, which is synced, by renaming it.

    Raises:
        OSError: it cannot be done; the transaction has not happened.
    """
    (step,) = plan.steps
    folder = change_folder(layout, plan.number)
    draft = os.path.join(folder, f"{CHANGE}.draft")
    write_new(draft, msgspec.json.encode(plan))
    os.replace(draft, os.path.join(folder, CHANGE))
    target = resolved(layout.path(step.name))
    os.makedirs(os.path.dirname(target), exist_ok=True)
    staged = os.path.join(layout.staging, step.staged or "")
    move(staged, target)
    try:
        sync_folder(os.path.dirname(target))
    except OSError:
        try:
            share(target, staged)
            if step.before is None:
                os.unlink(target)
            else:
                move(os.path.join(folder, "0"), target)
        except OSError:
            return  # the disk does not take it back either: what every reader sees now is what has happened
        raise


def carry_out(layout: Layout, plan: Plan) -> None:
    """Put everything in place that a committed plan names; can be repeated at any point.

    Raises:
        OSError: a file cannot be put in place; it will be at the next try.
    """
    folders = set()
    wholes = whole_folders(plan)
    done = {staged for staged, folder in wholes.items() if _replaced(layout, staged, folder)}
    for step in plan.steps:
        if done and step.staged and step.staged.rpartition("/")[0] in done:
            continue
        target = layout.path(step.name) if step.before is None else resolved(layout.path(step.name))
        folder = os.path.dirname(target)
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)
            folders.add(folder)
        try:
            if step.staged is None:
                os.unlink(target)
            else:
                move(os.path.join(layout.staging, step.staged), target)
        except FileNotFoundError:
            continue  # done before
    for staged in wholes:
        with suppress(OSError):  # gone, nearly always
            os.rmdir(os.path.join(layout.staging, staged))
    if done:
        folders.add(str(layout.root))
    for folder in sorted(folders):
        sync_folder(folder)
    _retire(layout, plan)


def whole_folders(plan: Plan) -> dict[str, str]:
    """Return the folders in `staging/` that are to take the place of empty ones, and the names of these."""
    wholes = {}
    for step in plan.steps:
        if step.staged and "/" in step.staged:
            wholes[step.staged.rpartition("/")[0]] = step.name.rpartition("/")[0]
    return wholes


def _replaced(layout: Layout, staged: str, folder: str) -> bool:
    """Put a staged folder in the place of an empty one; where something lies in that, its files have to be moved."""
    path = os.path.join(layout.staging, staged)
    try:
        os.rename(path, layout.path(folder))
    except FileNotFoundError:
        return True  # done before
    except OSError:
        return False
    return True


def _retire(layout: Layout, plan: Plan) -> None:
    if plan.undoes is not None:
        shutil.rmtree(change_folder(layout, plan.undoes), ignore_errors=True)
    if plan.undoable:
        folder = change_folder(layout, plan.number)
        os.makedirs(folder, exist_ok=True)
        os.replace(layout.mark, os.path.join(folder, CHANGE))
    else:
        os.unlink(layout.mark)
    sync_folder(layout.staging)


CHANGE = "change.json"
"""Name of the plan in a change's folder."""


def change_folder(layout: Layout, number: int) -> str:
    """Return the folder of a change's before-images."""
    return os.path.join(layout.undo, f"{number:06d}")


def recover(layout: Layout) -> bool:
    """Finish a committed transaction that was interrupted and sweep what others left; the lock is held.

    Cheap where nothing was left, so that every writer can begin with it.

    Returns:
        Whether there was anything to do.

    Raises:
        StoreError: it cannot be finished; readers see its result nevertheless.
    """
    with store_errors(layout.root):
        try:
            left = os.listdir(layout.staging)
        except FileNotFoundError:
            return False
        if not left:
            return False
        try:
            plan = read_plan(layout.mark)
        except DamagedFileError:
            _set_aside(layout)
            return True
        if plan is not None:
            carry_out(layout, plan)
        _forget_unhappened(layout)
        for name in left:
            remove_folder(os.path.join(layout.staging, name))
        sweep(layout)
        return True


def _forget_unhappened(layout: Layout) -> None:
    """Delete the description of a change of one file that was interrupted before its rename."""
    newest = max((name for name in os.listdir(layout.undo) if name.isdecimal()), default="")
    with suppress(StoreError):
        plan = read_plan(os.path.join(layout.undo, newest, CHANGE))
        staged = plan.steps[0].staged if plan is not None and len(plan.steps) == 1 else None
        if staged and os.path.exists(os.path.join(layout.staging, staged)):
            shutil.rmtree(os.path.join(layout.undo, newest), ignore_errors=True)


def temporaries(layout: Layout) -> list[str]:
    """Return the half-written files in the folders that only writers write to."""
    found = []
    for folder in (str(layout.root), layout.films, layout.state):
        with suppress(OSError):
            found += [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(TEMPORARY)]
    return sorted(found)


def sweep(layout: Layout) -> None:
    """Delete half-written files and the before-images of what was never committed; the lock is held."""
    remove_quietly(temporaries(layout))
    try:
        names = os.listdir(layout.undo)
    except FileNotFoundError:
        return
    for name in names:
        folder = os.path.join(layout.undo, name)
        if not _size(os.path.join(folder, CHANGE)):  # without content: the power failed before it was written down
            shutil.rmtree(folder, ignore_errors=True)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _set_aside(layout: Layout) -> None:
    """Keep a staging folder whose plan cannot be read; what it was to do is not known, but nothing is lost."""
    os.makedirs(layout.damaged, exist_ok=True)
    for count in range(1, 1_000_000):
        aside = os.path.join(layout.damaged, f"staging-{count}")
        if not os.path.exists(aside):
            os.rename(layout.staging, aside)
            return
