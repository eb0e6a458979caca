"""The writer's lock: one writer at a time, round the whole of its reading, changing and writing.

The kernel's lock (flock) is taken where there is one: it ends with the process that holds it, so it cannot
grow stale. On a file system without it (some network folders) a marker file with host and process number
takes its place; a marker whose process is gone is broken by the next writer on the same host.
"""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import LibraryBusyError
from tui.store.files import store_error

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 120.0
"""Seconds that a writer waits for another one: longer than a large import takes."""
_ASK_AGAIN = 0.05
_NO_FLOCK = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP}

_held: set[tuple[str, int]] = set()
"""Locks held in this process, by path and thread: waiting for oneself would never end."""


@contextmanager
def writing(path: Path, wait: Callable[[str], None] | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a library.

    Args:
        path: of the lock's file; its folder exists.
        wait: told when another writer has to be waited for, and again about every second; may raise to give up.
        patience: seconds after which it gives up.

    Raises:
        LibraryBusyError: another writer held it all the time.
        StoreError: the lock's file cannot be written; the folder is read-only or has vanished.
    """
    mine = (str(path), threading.get_ident())
    if mine in _held:
        raise LibraryBusyError(str(path.parent), "is already being changed by the same task")
    lock = _acquired(path, wait, patience)
    _held.add(mine)
    try:
        yield
    finally:
        _held.discard(mine)
        lock.release()


def _acquired(path: Path, wait: Callable[[str], None] | None, patience: float) -> BaseFileLock:
    lock = _kernel_lock(path)
    deadline = time.monotonic() + patience
    told_at = 0.0
    while True:
        try:
            if _take(lock):
                return lock
        except OSError as error:
            if error.errno not in _NO_FLOCK or isinstance(lock, _marker_kind()):
                raise store_error(
                    OSError(error.errno, error.strerror), path.parent
                ) from error  # the lock is no user's business
            lock = _marker_lock(path)
            continue
        now = time.monotonic()
        if now >= deadline:
            reason = f"another Matinee has been writing to it for {patience:.0f} seconds"
            raise LibraryBusyError(str(path.parent), reason, "Wait until it is done, or end it, and do this again")
        if wait is not None and now - told_at >= 1:
            told_at = now
            wait("another Matinee is writing to this library; waiting until it is done")
        time.sleep(_ASK_AGAIN)


def _take(lock: BaseFileLock) -> bool:
    from filelock import Timeout

    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True


def _kernel_lock(path: Path) -> BaseFileLock:
    from filelock import FileLock

    return FileLock(path, fallback_to_soft=False)


def _marker_lock(path: Path) -> BaseFileLock:
    """The marker has a name of its own: the kernel lock's file stays where it is and would look held."""
    return _marker_kind()(path.with_name(path.name + ".holder"))


def _marker_kind() -> type[BaseFileLock]:
    from filelock import SoftFileLock

    return SoftFileLock
