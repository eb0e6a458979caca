"""The power fails at any step: what was not synced is lost, and the library is still before or after the change.

A disk is remembered as POSIX promises it: the content of a file as it was at its last `fsync`, the names in
a folder as they were at the folder's last `fsync`. At every step of a change the disk is written down in two
ways: everything that was not synced is lost; or all names are there and the content that was not synced is
not (which is what file systems are notorious for).
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tui.models import Plain, Review, ReviewEntry, StoredFilm
from tui.store import Store, files, presence

if sys.platform != "linux":
    pytest.skip("the paths of open files are read from /proc", allow_module_level=True)

CHANGING = ("write", "fsync", "replace", "unlink", "link", "mkdir", "rmdir", "rename")


class Durable:
    """What of a folder survives a power failure."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.contents: dict[int, bytes] = {}
        self.names: dict[int, dict[str, int]] = {}
        self.folders: set[int] = set()
        for path in [root, *root.rglob("*")]:
            self.sync(str(path))

    def sync(self, path: str) -> None:
        """Note that a file or folder is on the disk now."""
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            self.folders.add(status.st_ino)
            self.names[status.st_ino] = {entry.name: entry.inode() for entry in os.scandir(path)}
            for entry in os.scandir(path):
                if entry.is_dir():
                    self.folders.add(entry.inode())
        else:
            self.contents[status.st_ino] = Path(path).read_bytes()

    def sync_all(self) -> None:
        """Note that everything is on the disk now."""
        for path in [self.root, *self.root.rglob("*")]:
            self.sync(str(path))

    def write_strict(self, target: Path) -> None:
        """Write down the disk with all that was not synced lost."""
        self._write(target, self.root.stat().st_ino)

    def _write(self, target: Path, inode: int) -> None:
        target.mkdir()
        for name, child in self.names.get(inode, {}).items():
            if child in self.folders:
                self._write(target / name, child)
            else:
                (target / name).write_bytes(self.contents.get(child, b""))

    def write_names(self, target: Path) -> None:
        """Write down the disk with every name, and without content that was not synced."""
        for path in [self.root, *sorted(self.root.rglob("*"))]:
            copy = target / path.relative_to(self.root)
            if path.is_dir():
                copy.mkdir()
            else:
                copy.write_bytes(self.contents.get(path.stat().st_ino, b""))


@contextmanager
def watched(durable: Durable, step: Callable[[], None]) -> Iterator[None]:
    """Follow what is synced; `step` is called before every call that changes the disk."""
    create = os.open

    def opened(path: Any, flags: int, *arguments: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            step()
        descriptor = create(path, flags, *arguments, **named)
        if flags & os.O_EXCL:
            durable.contents.pop(os.fstat(descriptor).st_ino, None)
        return descriptor

    def around(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def followed(*arguments: Any, **named: Any) -> Any:
            step()
            result = call(*arguments, **named)
            if name == "fsync":
                durable.sync(str(Path(f"/proc/self/fd/{arguments[0]}").readlink()))
            if name == "mkdir":
                inode = Path(arguments[0]).stat().st_ino
                durable.folders.add(inode)
                durable.names[inode] = {}
            return result

        return followed

    def sync_system(_: str) -> bool:
        durable.sync_all()
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", opened)
        for name in CHANGING:
            patch.setattr(os, name, around(name, getattr(os, name)))
        patch.setattr(files, "_sync_system", sync_system)
        yield


def _film(number: int, text: str) -> StoredFilm:
    return StoredFilm(id=f"film-{number}", reviews=(ReviewEntry(shown=Review(id="r", text=Plain(text))),))


def _small(store: Store) -> None:
    with store.transaction("small") as change:
        change.put(_film(0, "New."))
        change.remove("film-1")
        change.put(_film(9, "New."))
        change.put_state("decisions", b"2")


def _one(store: Store) -> None:
    with store.transaction("one") as change:
        change.put(_film(0, "New."))


def _large(store: Store) -> None:
    with store.transaction("large") as change:
        for number in range(1, files.FEW + 4):
            change.put(_film(number, "New."))


def _fill(store: Store) -> None:
    """Write so many films into an empty library that their folder takes the place of the empty one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presence, "FEW", 2)
        with store.transaction("fill") as change:
            for number in range(files.FEW + 4):
                change.put(_film(number, "New."))


def _undo(store: Store) -> None:
    store.undo()


def _state(store: Store) -> dict[str, object]:
    return {"films": {film_id: store.load(film_id) for film_id in store.ids()}, "decisions": store.state("decisions")}


@pytest.mark.parametrize("work", [_small, _one, _large, _fill, _undo])
def test_a_power_failure_at_any_step_leaves_the_library_before_or_after(
    tmp_path: Path, work: Callable[[Store], None]
) -> None:
    root = tmp_path / "library"
    store = Store(root)
    with store.transaction("before") as change:
        for number in range(0 if work is _fill else 3):
            change.put(_film(number, "Old."))
        change.put_state("decisions", b"1")
    if work is _undo:
        _small(store)
    before = _state(store)
    durable = Durable(root)
    disks: list[Path] = []

    def fail() -> None:
        for write in (durable.write_strict, durable.write_names):
            disks.append(tmp_path / f"disk-{len(disks)}")
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(os, "open", os_open)
                patch.setattr(os, "mkdir", os_mkdir)
                write(disks[-1])

    os_open, os_mkdir = os.open, os.mkdir
    with watched(durable, fail):
        work(store)
    fail()
    after = _state(store)
    assert len(disks) > 15
    seen = []
    for disk in disks:
        found = Store(disk)
        seen.append(_state(found))
        assert seen[-1] in (before, after), f"{disk.name} of {len(disks)}: neither before nor after"
        assert found.check() == [], disk.name
        assert _state(found) == seen[-1], f"{disk.name}: opening it again shows something else"
    assert seen[0] == before
    assert seen[-2:] == [after, after], "what was told to be done is done"
