"""An import is ended by `kill -9` at any moment: the library is as before it or as after it, and opens at once.

150 kills take about a minute of processor time; with `MATINEE_KILLS=1000` in the environment there are more.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.faults.program import command, content, environment
from tui.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]
KILLS = int(os.environ.get("MATINEE_KILLS", "150"))
IN_A_ROW = 20
"""So many imports into one library are killed before one is let through."""
AT_ONCE = 2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")


class Scene:
    """A library of 20 films, tables of 200 to import into it, and how it is before and after that."""

    def __init__(self, folder: Path, documents: Path, run: Run) -> None:
        self.folder = folder
        self.run = run
        self.documents = documents
        self.template = folder / "before"
        first = sorted(documents.iterdir())[:2]
        assert run(self.template, "import", *first).returncode == 0
        after = self.copy("after")
        start = time.monotonic()
        assert run(after, "import", documents).returncode == 0
        self.takes = time.monotonic() - start
        self.before, self.after = content(self.template), content(after)
        self.killed: list[int] = []
        """The chains of the imports that were killed while they ran."""
        assert len(Store(after).ids()) == 200

    def copy(self, name: str) -> Path:
        """Return a fresh copy of the library as it is before."""
        return Path(shutil.copytree(self.template, self.folder / name))

    def import_and_kill(self, library: Path, chance: random.Random) -> bool:
        """Begin the import and kill it at a random moment; half of the moments are while it writes.

        Returns:
            Whether it was still running.
        """
        process = subprocess.Popen(
            command(library, "import", self.documents),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(self.folder),
        )
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0, self.takes))
        else:
            deadline = time.monotonic() + 30
            while process.poll() is None and time.monotonic() < deadline and not any((library / "staging").iterdir()):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, self.takes / 4))
        running = process.poll() is None
        process.kill()
        process.wait()
        return running

    def look(self, library: Path) -> dict[str, Any]:
        """Return what the library says after a kill, as a reader sees it and after the next opening."""
        store = Store(library)
        seen = [len(store.load(film_id).reviews) for film_id in store.ids()]
        assert len(seen) in {20, 200}
        assert store.check() == []
        assert len(store.ids()) == len(seen), "opening it changes what is seen"
        return content(library)

    def chain(self, number: int) -> None:
        """Kill imports into one library one after the other, as many as are wanted still, then let one through."""
        chance = random.Random(number)  # noqa: S311
        library = self.copy(f"killed-{number}")
        for _ in range(IN_A_ROW):
            if len(self.killed) >= KILLS:
                break
            if self.import_and_kill(library, chance):
                self.killed.append(number)
            found = self.look(library)
            assert found in (self.before, self.after), f"chain {number}: neither before nor after"
            if found == self.after:  # killed while it indexed: the next opening makes the index follow
                self.check(library)
                shutil.rmtree(library)
                self.copy(library.name)
        done = self.run(library, "import", self.documents)
        assert done.returncode == 0, done.stderr
        assert self.look(library) == self.after, f"chain {number}: importing again does not complete it"
        self.check(library)
        shutil.rmtree(library)

    def check(self, library: Path) -> None:
        """Let the program itself look for damage."""
        checked = self.run(library, "check", "--json")
        assert checked.returncode == 0, checked.stdout


def test_an_import_that_is_killed_happens_wholly_or_not_at_all(
    tmp_path: Path, tables: Callable[[str, range], Path], run: Run
) -> None:
    scene = Scene(tmp_path, tables("documents", range(200)), run)
    chains = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while len(scene.killed) < KILLS:
            list(pool.map(scene.chain, range(chains, chains + AT_ONCE)))
            chains += AT_ONCE
    print(f"{len(scene.killed)} imports killed in {chains} libraries")  # noqa: T201
