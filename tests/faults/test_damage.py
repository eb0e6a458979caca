"""Every file of a library is cut off at 20 places and bit-flipped at 50: nothing crashes, no other film suffers."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.program import content
from tui.cli import main
from tui.errors import StoreError
from tui.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]
Tables = Callable[[str, range], Path]
LOOSE = "It begins at a station and ends on a pier, and in between nobody says what they mean.<br /><br />I liked it."


def _damages(good: bytes, chance: random.Random) -> Iterator[bytes]:
    for part in range(20):
        yield good[: len(good) * part // 20]
    for _ in range(50):
        flipped = bytearray(good)
        flipped[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        yield bytes(flipped)


def test_every_file_damaged_in_every_way(
    tmp_path: Path, tables: Tables, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(50)  # noqa: S311
    documents = tables("documents", range(4))
    (documents / "loose.txt").write_text(LOOSE)
    library = tmp_path / "library"
    assert run(library, "import", documents).returncode == 0
    names = [*library.glob("films/*.json"), *library.glob("state/*.json"), library / "unfiled.json"]
    assert len(names) >= 7
    before = content(library)
    for number, path in enumerate(names):
        good = path.read_bytes()
        for place, damaged in enumerate(_damages(good, chance)):
            path.write_bytes(damaged)
            store = Store(library)
            assert store.check(), f"{path.name}, damage {place}: nobody noticed"
            for film_id in store.ids():
                _load(store, film_id, whole=path.stem != film_id)
            if place in {7, 30}:
                _let_the_program_mend(library, capsys, tmp_path / f"mended-{number}-{place}")
            path.write_bytes(good)
    assert content(library) == before
    assert Store(library).check() == []


def _load(store: Store, film_id: str, *, whole: bool) -> None:
    try:
        film = store.load(film_id)
    except StoreError:
        assert not whole
    else:
        assert film.id == film_id
        assert not whole or len(film.reviews) == 3


def _let_the_program_mend(library: Path, capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    shutil.copytree(library, copy)
    assert main(["--library", str(copy), "check", "--json"]) == 1
    assert '"problem"' in capsys.readouterr().out
    assert main(["--library", str(copy), "films"]) in {0, 1}
    main(["--library", str(copy), "check", "--repair", "--json"])
    mended = capsys.readouterr()
    assert "Traceback" not in mended.err
    assert main(["--library", str(copy), "check"]) == 0
    assert (copy / "damaged").is_dir() or "Taken as it stands" in mended.out
    shutil.rmtree(copy)
