"""Bytes on disk: written new, made durable, put in place in one step; what goes wrong is said plainly."""

from __future__ import annotations

import contextlib
import errno
import math
import os
import secrets
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from stat import S_IMODE, S_ISLNK

from tui.errors import StoreError

TEMPORARY = ".matinee-tmp"
"""Suffix of files that are still being written; whoever finds one whose writer is gone may delete it."""
FEW = 16
"""Up to so many files are synced one by one; more of them by one sync of their file system."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_AS_BEFORE = "The library is as it was"
_REASONS = {
    errno.ENOSPC: ("the disk is full", f"{_AS_BEFORE}; free some space and do it again"),
    errno.EDQUOT: ("your disk quota is used up", f"{_AS_BEFORE}; free some space and do it again"),
    errno.EFBIG: ("the file would be larger than is allowed here", f"{_AS_BEFORE}; raise the limit (ulimit -f)"),
    errno.EIO: ("the disk reports an error", f"{_AS_BEFORE}; copy it to another disk soon"),
    errno.EROFS: ("the folder is read-only", f"{_AS_BEFORE}; make the folder writable or choose another library"),
    errno.EACCES: ("permission is denied", f"{_AS_BEFORE}; check who owns the file and its folder"),
    errno.EPERM: ("permission is denied", f"{_AS_BEFORE}; check who owns the file and its folder"),
    errno.ENOENT: ("the folder or file has vanished", "Connect the drive again or choose another library"),
    errno.ENOTDIR: ("a file lies where a folder should be", "Move that file away"),
    errno.ESTALE: ("the network folder has gone", "Connect it again"),
    errno.EMFILE: ("too many files are open", f"{_AS_BEFORE}; close some programs and do it again"),
    errno.ENFILE: ("too many files are open", f"{_AS_BEFORE}; close some programs and do it again"),
}


def store_error(error: OSError, path: Path | str) -> StoreError:
    """Return the error that tells a user what `error` means for their library."""
    reason, remedy = _REASONS.get(
        error.errno or 0, (error.strerror or str(error), f"{_AS_BEFORE}; see whether the disk is in order")
    )
    return StoreError(str(error.filename or path), reason, remedy)


class store_errors:  # noqa: N801 - used as a function; a class, because a generator takes thrice as long
    """Turns an `OSError` of the block into a `StoreError` about `path`, with the reason and the remedy."""

    __slots__ = ("_path",)

    def __init__(self, path: Path | str) -> None:
        """Take what the error is to be about, where it does not say that itself."""
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        """Raise the error that a user can act on."""
        if isinstance(error, OSError):
            raise store_error(error, self._path) from error


def write_new(path: str, data: bytes, like: str | None = None) -> os.stat_result:
    """Write a file that must not exist yet; not durable before it is synced.

    Args:
        path: of the new file.
        data: its content.
        like: an existing file whose permissions it gets; otherwise those that the user's mask leaves.

    Returns:
        Size and times of the file.
    """
    descriptor = os.open(path, _NEW, 0o666)
    try:
        if like is not None and hasattr(os, "fchmod"):
            with contextlib.suppress(FileNotFoundError, PermissionError):
                os.fchmod(descriptor, os.stat(like).st_mode & 0o7777)
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, data[written:])
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: str) -> None:
    """Wait until a file's content is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: str) -> None:
    """Wait until the names in a folder are on the disk (a no-op where folders cannot be opened)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_files(paths: list[str], folder: str) -> None:
    """Wait until the files, all in `folder`, are on the disk: one by one, or by one sync where they are many."""
    if len(paths) <= FEW or not _sync_system(folder):
        for path in paths:
            sync_file(path)


def _sync_system(folder: str) -> bool:
    """Sync the whole file system of `folder`; False where that cannot be done or does not report errors.

    Linux has syncfs(2) since 2.6.39, and since 5.8 it reports write errors; Python has no name for it.
    """
    import ctypes
    import platform
    import re

    release = re.match(r"(\d+)\.(\d+)", platform.release())
    if platform.system() != "Linux" or release is None or (int(release[1]), int(release[2])) < (5, 8):
        return False
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), folder)
    finally:
        os.close(descriptor)
    return True


def write_atomic(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace a file by another content: at any moment, whoever opens it sees all of the old or all of the new.

    A symbolic link stays one (what it points to is replaced) and permissions are kept.

    Raises:
        StoreError: it cannot be written; the old content stands.
    """
    with store_errors(path):
        target = resolved(str(path))
        folder = os.path.dirname(target)
        temporary = os.path.join(folder, f".{secrets.token_hex(6)}{TEMPORARY}")
        try:
            write_new(temporary, data, like=target)
            if durable:
                sync_file(temporary)
            os.replace(temporary, target)
        except BaseException:
            remove_quietly([temporary])
            raise
        if durable:
            sync_folder(folder)


def make_durable_folders(root: str, parts: Iterable[str]) -> None:
    """Make a folder and folders in it, where they are missing, and wait until they are on the disk.

    Raises:
        StoreError: the disk refuses it.
    """
    with store_errors(root):
        if not os.path.isdir(root):
            os.makedirs(root, exist_ok=True)
            sync_folder(os.path.dirname(os.path.abspath(root)))
        missing = [part for part in parts if not os.path.isdir(part)]
        for part in missing:
            os.makedirs(part, exist_ok=True)
        if missing:
            sync_folder(root)


def resolved(path: str) -> str:
    """Return the file that is to be replaced: what a symbolic link points to, so that the link stays one."""
    return os.path.realpath(path) if os.path.islink(path) else path


def looked_at(path: str) -> tuple[str, int | None]:
    """Return `resolved` and the size of what lies there, None where nothing does: one look where that is so.

    Raises:
        OSError: it cannot be looked at.
    """
    try:
        status = os.lstat(path)
        if not S_ISLNK(status.st_mode):
            return path, status.st_size
        path = os.path.realpath(path)
        return path, os.stat(path).st_size
    except FileNotFoundError:
        return path, None


def stand_in(folder: str, path: str) -> bool:
    """Make a folder that can take the place of an empty one; say whether that can be: its owner must be the same.

    Raises:
        OSError: the disk refuses it.
    """
    if os.listdir(folder):
        return False
    os.mkdir(path)
    wanted, made = os.stat(folder), os.stat(path)
    if (wanted.st_uid, wanted.st_gid, wanted.st_dev) != (made.st_uid, made.st_gid, made.st_dev):
        os.rmdir(path)
        return False
    if wanted.st_mode != made.st_mode:
        os.chmod(path, S_IMODE(wanted.st_mode))
    return True


def remove_folder(path: str) -> None:
    """Delete a file or folder that nobody needs, with all that is in it."""
    with contextlib.suppress(OSError):
        os.unlink(path)
        return
    shutil.rmtree(path, ignore_errors=True)


def move(source: str, target: str) -> None:
    """Put `source` in the place of `target` in one step, also from one file system to another."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with open(source, "rb") as stream:
            write_atomic(Path(target), stream.read())
        os.unlink(source)


def share(source: str, target: str) -> None:
    """Give the content of `source` a second name; a copy where the file system has no hard links.

    A hard link is enough because the library never writes into a file, it replaces files.
    """
    try:
        os.link(source, target, follow_symlinks=True)
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS}:
            raise
        with open(source, "rb") as stream:
            write_new(target, stream.read(), like=source)


def remove_quietly(paths: Iterable[str], seconds: float = math.inf) -> None:
    """Delete files that nobody needs; what cannot be deleted now, or in so many seconds, is swept another time."""
    end = time.monotonic() + seconds
    for path in paths:
        if time.monotonic() > end:
            return
        with contextlib.suppress(OSError):
            os.unlink(path)
