"""Copies that are kept of files that will be replaced and cannot be had back otherwise."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from tui.store.files import store_errors, write_atomic
from tui.store.layout import Layout


def keep_copy(layout: Layout, folder: str, name: str, raw: bytes, reason: str) -> str:
    """Keep a copy of a file of the library, with the reason beside it.

    Args:
        layout: of the library.
        folder: where the copy goes.
        name: of the file, in the library.
        raw: its content.
        reason: why the copy is kept.

    Returns:
        The copy's name, in the library.

    Raises:
        StoreError: the disk refuses it.
    """
    now = datetime.now(UTC)
    stem = f"{name.replace('/', '-').removesuffix('.json')}.{now:%Y%m%dT%H%M%S%f}"
    with store_errors(folder):
        os.makedirs(folder, exist_ok=True)
    write_atomic(Path(folder, f"{stem}.json"), raw)
    note = f"{name}: {reason}\nkept {now.isoformat(timespec='seconds')}\n"
    write_atomic(Path(folder, f"{stem}.txt"), note.encode())
    return os.path.relpath(os.path.join(folder, f"{stem}.json"), layout.root)
