"""Text from documents is data: whatever a document holds, the terminal gets none of its control sequences."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal, matinee

MARK = "PWNED"
PAYLOADS = {
    "OSC title": f"\x1b]0;{MARK}\x07",
    "OSC clipboard": f"\x1b]52;c;{MARK}\x1b\\",
    "OSC link": f"\x1b]8;;http://{MARK}\x1b\\here\x1b]8;;\x1b\\",
    "leave the screen": "\x1b[?1049l\x1b[2J",
    "C1 control sequence": f"\x9b31m{MARK}",
    "C1 OSC": f"\x9d0;{MARK}\x9c",
    "DCS": f"\x1bP{MARK}\x1b\\",
    "bidi": "\u202eevil\u202c \u2066isolate\u2069 \u200f",
    "NUL BEL DEL": "a\x00b\x07c\x7fd\x0ee",
    "markup": "[@click=app.quit]click[/] [/nope] [b]bold[/b] [red on $x] [",
    "entities": f"&#27;]0;{MARK}&#7; &#155;31m &#x202e;",
    "surrogate": "\\ud800",
}
FORBIDDEN = {
    "an OSC, DCS, APC or PM of the document's": rb"\x1b[\]PX^_][^\x1b\x07]*" + MARK.encode(),
    "a C1 control": rb"\xc2[\x80-\x9f]",
    "a bidi control": rb"\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c",
    "NUL": rb"\x00",
    "SO": rb"\x0e",
}


def documents(folder: Path) -> Path:
    """Write one document of every shape, full of every payload, and return their folder."""
    folder.mkdir()
    evil = " ".join(PAYLOADS.values())
    page = (
        f'Hostile {evil}\n\n1999 "Tag {evil}"\n6.6| 1h40m| PG| en\nDetails\n\nA synopsis {evil} about a mirror.\n\n'
        f"Reviews\n\nEvilOne{MARK} A review about a mirror {evil} which is long enough to be one.\n"
        f"EvilTwo Another one, {evil}, that goes on for a while so that it counts as a review of the film.\n"
    )
    (folder / "page.txt").write_text(page, encoding="utf-8", errors="surrogatepass")
    article = f"Hostile (1999): facts\n\nHostile (1999): facts\n\nA heading {evil}\n\nA fact about Hostile {evil}.\n"
    (folder / f"article\x1b]0;{MARK}\x07.txt").write_text(article, encoding="utf-8")
    rows = [
        {
            "title": "Hostile",
            "year": 1999,
            "author": evil,
            "headline": evil,
            "review": f"{evil} mirror",
            "rating": "7/10",
        }
    ]
    (folder / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    head = f"<head><title>Hostile (1999) {evil}</title></head>"
    html = f"<html>{head}<body><h1>Hostile {evil}</h1><p>{evil}</p></body></html>"
    (folder / "page.html").write_text(html, encoding="utf-8", errors="replace")
    note = f"---\ntype: movie\ntitle: Hostile\nyear: 1999\nid: tt0000000\n---\n\n# Hostile {evil}\n\n{evil}\n"
    (folder / "note.md").write_text(note, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("hostile")
    command = matinee(room / "library", "import", str(documents(room / "documents")), "--all")
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode in {0, 1}, done.stderr
    assert_harmless(done.stdout + done.stderr)
    return room / "library"


def assert_harmless(raw: bytes) -> None:
    for what, pattern in FORBIDDEN.items():
        found = re.search(pattern, raw)
        assert found is None, f"{what} reached the terminal: …{raw[max(0, found.start() - 60) : found.end() + 20]!r}"


def test_no_screen_lets_a_control_sequence_through(library: Path) -> None:
    with Terminal(matinee(library)) as terminal:
        terminal.wait_for("Hostile")
        for keys in (
            ["enter"], ["1"], ["2"], ["J"], ["v"], ["V"], ["e"], ["escape"], ["3"], ["J"], ["V"], ["e"], ["escape"],
            ["/", *"mirror"], ["enter"], ["n"], ["escape"], ["s", *"mirror"], ["down"], ["enter"], ["escape"],
            ["escape"], ["U"], ["tab"], ["escape"], ["?"], ["escape"], ["ctrl+p", *"hostile"], ["escape"], ["z"], ["z"],
            ["i"], ["escape"], ["t"], ["escape"], ["c"], ["escape"], ["m"], ["escape"], ["0"],
        ):  # fmt: skip
            terminal.press(*keys)
            terminal.settle(0.2)
        for columns, rows in ((80, 24), (45, 14)):
            terminal.resize(columns, rows)
            terminal.settle()
        terminal.press("/", "\x1b[200~paste \x9b31m \u202e \x1b[201~")
        terminal.settle()
        terminal.press("escape", "escape", "q")
        assert terminal.wait_for_end() == 0
        assert_harmless(bytes(terminal.raw))
        assert terminal.raw.count(b"\x1b[?1049l") == 1, "a document left the alternate screen"


@pytest.mark.parametrize(
    "words",
    [
        ["films"], ["show", "hostile-1999"], ["show", "hostile-1999", "--json"], ["search", "mirror"],
        ["search", "mirror", "--json"], ["search", "mirror", "--concordance"], ["unfiled"], ["unfiled", "--json"],
        ["history"], ["check"], ["films", "\x1b]0;PWNED\x07"], ["import", "/no/such\x1b]0;PWNED\x07\u202e/place"],
        ["show", "no such \x9b31m film"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_lets_a_control_sequence_through(library: Path, words: list[str]) -> None:
    piped = subprocess.run(matinee(library, *words), capture_output=True, check=False, timeout=120)
    assert_harmless(piped.stdout + piped.stderr)
    with Terminal(matinee(library, *words)) as terminal:
        terminal.wait_for_end()
        assert_harmless(bytes(terminal.raw))
