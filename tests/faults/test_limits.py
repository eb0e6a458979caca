"""The disk is full, or a file may not grow beyond a limit: a clear error, and the library is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.program import content
from tui.store import Store

if sys.platform == "win32":
    pytest.skip("limits and mounts are of Unix", allow_module_level=True)

import resource

Run = Callable[..., subprocess.CompletedProcess[str]]
Tables = Callable[[str, range], Path]


@pytest.fixture
def begun(tmp_path: Path, tables: Tables, run: Run) -> Path:
    """Return a library of ten films."""
    library = tmp_path / "library"
    assert run(library, "import", tables("first", range(10))).returncode == 0
    return library


def test_a_limit_on_the_size_of_files_at_every_step(begun: Path, tmp_path: Path, tables: Tables, run: Run) -> None:
    documents = tables("second", range(5, 30))
    before = content(begun)
    outcomes = set()
    for limit in (0, 1, 200, 1_000, 2_000, 3_000, 4_000, 6_000, 10_000, 20_000, 60_000, 100_000, 10_000_000):
        library = Path(shutil.copytree(begun, tmp_path / f"limit-{limit}"))
        done = run(
            library,
            "import",
            documents,
            preexec_fn=lambda size=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        )
        found = content(library)
        assert "Traceback" not in done.stderr
        assert Store(library).check() == []
        if len(found) == len(before):
            assert found == before, f"limit {limit}"
            assert done.returncode == 1
            assert "larger than is allowed" in done.stderr, done.stderr
        assert len([name for name in found if name.startswith("films/")]) in {10, 30}
        outcomes.add(len(found) == len(before))
        assert run(library, "import", documents).returncode == 0
        assert len(Store(library).ids()) == 30
    assert outcomes == {True, False}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip(
            "a small file system can only be mounted by root; tests/faults/test_every_step.py fills one by hand"
        )
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip(f"mounting is not allowed here ({made.stderr.decode().strip()})")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_costs_nothing(small_disk: Path, tables: Tables, run: Run) -> None:
    library = small_disk / "library"
    assert run(library, "import", tables("first", range(5))).returncode == 0
    before = content(library)
    ballast = small_disk / "ballast"
    refused = 0
    for left in (0, 4, 16, 40, 80, 120, 200, 300):
        free = os.statvfs(small_disk)
        size = free.f_bavail * free.f_frsize - left * 1024
        ballast.write_bytes(b"x" * max(size, 0))
        done = run(library, "import", tables(f"more-{left}", range(5, 60)))
        ballast.unlink()
        assert "Traceback" not in done.stderr
        if content(library) != before:
            assert len(Store(library).ids()) == 60
            break
        refused += 1
        assert done.returncode == 1
        assert "disk is full" in done.stderr, done.stderr
        assert Store(library).check() == []
    assert refused >= 4
    assert run(library, "import", *sorted(small_disk.parent.glob("more-*"))).returncode == 0
    assert len(Store(library).ids()) == 60


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_library_can_be_read_and_says_why_it_cannot_be_written(
    begun: Path, tables: Tables, run: Run
) -> None:
    before = content(begun)
    folders = [begun, *(path for path in begun.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        done = run(begun, "import", tables("second", range(5, 12)))
        assert done.returncode == 1
        assert "permission" in done.stderr
        assert run(begun, "films").returncode == 0
        assert content(begun) == before
    finally:
        for folder in folders:
            folder.chmod(0o755)
