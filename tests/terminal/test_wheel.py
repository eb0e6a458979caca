"""What people install: the wheel has everything in it and starts by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(room), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return next(room.glob("matinee-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `matinee` of a new environment that has the wheel; the dependencies are lent by this one."""
    room = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(room, with_pip=False, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(room), "platbase": str(room)}))
    install = [sys.executable, "-m", "pip", "--python", str(room / "bin" / "python"), "install", "--no-deps", "--quiet"]
    done = subprocess.run([*install, str(wheel)], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    # a .pth of its own lends the dependencies but not this checkout, which is there by an editable .pth
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return room / "bin" / "matinee"


def test_the_wheel_holds_the_package_the_starter_collection_and_the_styles(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    ours = {path.name for path in (ROOT / "data" / "documents").iterdir()}
    assert ours == {Path(name).name for name in names if name.startswith("tui/starter/")}
    styles = {str(path.relative_to(ROOT)) for path in (ROOT / "tui").rglob("*.tcss")}
    assert styles <= set(names)
    assert "tui/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "data", "screenshots"))]


def test_it_starts_in_a_new_environment(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    told = [str(installed.parent / "python"), "-c", "import tui; print(tui.__file__)"]
    where = subprocess.run(told, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert str(installed.parent.parent) in where, "the wheel is not what was started"
    version = subprocess.run([str(installed), "--version"], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert version.stdout.startswith("matinee ")
    library = {"MATINEE_LIBRARY": str(tmp_path / "library"), "HOME": os.environ.get("HOME", str(tmp_path))}
    with Terminal([str(installed)], environment=library) as terminal:
        terminal.wait_for("6 films")
        terminal.wait_for("Mask")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
