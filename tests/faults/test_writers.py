"""Several processes write to one library at once: the end is the union, whoever came first."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.program import command, content, environment
from tui.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]
Tables = Callable[[str, range], Path]


def test_three_imports_at_once_end_with_the_union(tmp_path: Path, tables: Tables, run: Run) -> None:
    folders = [tables("one", range(30)), tables("two", range(20, 50)), tables("three", range(40, 70))]
    alone = tmp_path / "alone"
    for folder in folders:
        assert run(alone, "import", folder).returncode == 0
    for turn in range(3):
        library = tmp_path / f"library-{turn}"
        processes = [
            subprocess.Popen(
                command(library, "import", folder),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=environment(tmp_path),
            )
            for folder in folders
        ]
        for process in processes:
            told = process.communicate(timeout=120)
            assert process.returncode == 0, told
        assert len(Store(library).ids()) == 70
        assert _films(library) == _films(alone)
        assert Store(library).ledger().keys() == Store(alone).ledger().keys()
        checked = run(library, "check", "--json")
        assert checked.returncode == 0, checked.stdout
        labels = sorted(change.label for change in Store(library).history())
        assert labels == ["import of one", "import of three", "import of two"]


def _films(library: Path) -> dict[str, Any]:
    return {name: said for name, said in content(library).items() if name.startswith("films/")}


def test_readers_see_whole_films_while_another_process_writes(tmp_path: Path, tables: Tables, run: Run) -> None:
    library = tmp_path / "library"
    assert run(library, "import", tables("one", range(40))).returncode == 0
    store = Store(library)
    process = subprocess.Popen(
        command(library, "import", tables("two", range(40, 160))),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(tmp_path),
    )
    counts = set()
    while process.poll() is None:
        ids = store.ids()
        counts.add(len(ids))
        assert all(store.load(film_id).reviews for film_id in ids[::7])
    assert counts <= {40, 160}, "what is seen is all of an import or nothing of it"
    assert process.returncode == 0
    assert len(store.ids()) == 160
