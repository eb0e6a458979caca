"""What cannot be read is named with its reason and remedy; everything else is imported; nothing ends in a traceback."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal, matinee

GOOD = "title,year,author,rating,review\nNight Mail,1936,Someone,9/10,A short film about a train that is a poem.\n"


def run(library: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(matinee(library, *words), capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.csv"
    path.write_text(GOOD)
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of one film, for whoever only reads it."""
    room = tmp_path_factory.mktemp("imported")
    (room / "good.csv").write_text(GOOD)
    assert run(room / "library", "import", str(room / "good.csv")).returncode == 0
    return room / "library"


@pytest.fixture
def library(imported: Path, tmp_path: Path) -> Path:
    """Return a library of one film, to be changed."""
    return Path(shutil.copytree(imported, tmp_path / "library"))


def long_line(path: Path) -> None:
    with path.open("wb") as stream:
        for _ in range(300):
            stream.write(b"word " * 209_715)


def forbidden(path: Path) -> None:
    path.write_text("A review of a film that nobody may read.")
    path.chmod(0)


MAKERS: dict[str, Callable[[Path], object]] = {
    "missing": lambda _: None,
    "empty folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "white space": lambda path: path.write_bytes(b" \n\t\r\n" * 50),
    "binary": lambda path: path.write_bytes(b"\x7fELF" + bytes(range(256)) * 400),
    "picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(5000)),
    "one line of 300 MB": long_line,
    "a FIFO": os.mkfifo,
    "a loop": lambda path: path.symlink_to(path),
    "no permission": forbidden,
    "a broken zip": lambda path: path.write_bytes(b"PK\x03\x04" + b"\x00" * 200),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_what_cannot_be_read_is_named_and_the_rest_is_imported(kind: str, tmp_path: Path, good: Path) -> None:
    if kind == "no permission" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    bad = tmp_path / f"bad-{kind}{'.zip' if 'zip' in kind else '.txt'}"
    MAKERS[kind](bad)
    done = run(tmp_path / "library", "import", str(bad), str(good), "--json")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    failed = [one for one in report["documents"] if one["status"] == "failed"]
    assert len(failed) == report["failed"] == 1
    assert bad.name in failed[0]["path"]
    assert failed[0]["reason"]
    assert failed[0]["remedy"]
    assert [film["title"] for film in json.loads(run(tmp_path / "library", "films", "--json").stdout)] == ["Night Mail"]


def test_people_read_the_reason_and_the_remedy_too(tmp_path: Path, good: Path) -> None:
    done = run(tmp_path / "library", "import", str(tmp_path / "nowhere.txt"), str(good))
    assert done.returncode == 1
    lines = iter(done.stderr.splitlines())
    assert any("nowhere.txt" in line for line in lines)
    told = next(lines)
    assert told.count(".") >= 2, told
    assert "1 failed" in done.stderr


def test_a_library_that_cannot_be_written_is_a_clear_error(tmp_path: Path, good: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = run(tmp_path / "file" / "library", "import", str(good))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "file" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [("films",), ("films", "--json"), ("export",), ("show", "night mail")])
def test_a_full_disk_behind_the_output_is_named(imported: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            matinee(imported, *words), stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert (done.returncode, done.stderr) == (1, "matinee: the output: cannot be used (No space left on device).\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_stream_that_the_caller_closed_is_no_fault(library: Path, closed: str) -> None:
    command = f"{shlex.join(matinee(library, 'remove', 'night mail'))} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert run(library, "check").returncode == 0


@pytest.mark.parametrize(("words", "told"), [((), "needs a terminal"), (("import", "-"), "it is empty")])
def test_a_standard_input_that_the_caller_closed_holds_nothing(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    command = f"{shlex.join(matinee(tmp_path / 'library', *words))} <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert told in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(imported: Path) -> None:
    command = shlex.join(matinee(imported, "export", "--format", "json"))
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | true"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_a_broken_configuration_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text("theme = [nonsense")
    monkeypatch.setenv("MATINEE_CONFIG", str(config))
    done = run(tmp_path / "library", "films")
    assert done.returncode == 1
    assert "config.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupted_import_leaves_the_library_as_it_was(tmp_path: Path, library: Path) -> None:
    before = run(library, "show", "night-mail-1936", "--json").stdout
    table = tmp_path / "large.csv"
    with table.open("w") as stream:
        stream.write("title,year,author,rating,review\n")
        for number in range(120_000):
            stream.write(
                f"Film {number % 3000},{1950 + number % 70},viewer{number},7/10,Review {number} of film {number}.\n"
            )
    with Terminal(matinee(library, "import", str(table))) as terminal:
        terminal.wait_for("Reading")
        os.kill(terminal.pid, signal.SIGINT)
        assert terminal.wait_for_end() == 130
        assert b"Traceback" not in terminal.raw
        assert b"Merging" not in terminal.raw, "it read to the end of what is not wanted any more"
    assert run(library, "show", "night-mail-1936", "--json").stdout == before
    assert len(json.loads(run(library, "films", "--json").stdout)) == 1
    assert run(library, "check").returncode == 0
