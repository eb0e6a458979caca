"""The layers hold, and nothing heavy is loaded by those who do not need it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_import_contracts_are_kept() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    ("module", "without"),
    [
        ("tui", ["msgspec", "textual", "tantivy", "tinydb"]),
        ("tui.cli", ["msgspec", "textual", "tantivy", "tinydb", "rich"]),
        ("tui.commands", ["textual", "tantivy", "tinydb"]),
        ("tui.library", ["textual", "tantivy", "selectolax", "ftfy", "langcodes", "zipfile", "tui.library.importing"]),
        ("tui.readers.registry", ["textual", "tantivy", "tinydb", "selectolax", "ftfy", "langcodes"]),
        ("tui.search", ["textual", "tantivy", "tinydb"]),
        ("tui.store", ["textual", "tantivy"]),
        ("tui.app", ["tantivy", "selectolax", "ftfy", "langcodes", "textual_serve", "aiohttp", "tomllib"]),
        ("tui.app", ["tinydb", "tui.library", "tui.store", "tui.readers", "tui.text.decoding"]),  # the first frame
    ],
)
def test_a_module_loads_only_what_it_needs(module: str, without: list[str]) -> None:
    program = f"import sys, {module}; print(*sorted(set({without!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


IMPORTING = """
import sys
from pathlib import Path
from tui.library import Library
from tui.readers.registry import READERS
folder = Path(sys.argv[1])
report = Library.open(folder / "library").import_paths([folder / "documents"])
assert report.films == 3, report
print(*sorted({"selectolax", "trafilatura", "yaml", *READERS} & set(sys.modules)))
"""


def test_an_import_reads_no_document_in_its_own_process(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    page = '<!doctype html><title>Pier (1951)</title><script type="application/ld+json">%s</script>'
    (documents / "a.html").write_text(page % '{"@type": "Movie", "name": "Pier", "datePublished": "1951"}')
    (documents / "b.csv").write_text("title,year\nLamp,1936\n")
    (documents / "c.json").write_text('[{"title": "Mole", "year": 1962}]')
    command = [sys.executable, "-c", IMPORTING, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
