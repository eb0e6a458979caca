"""Looks for documents that break a reader, led by which code they reach.

    python -m tests.fuzz.readers [--seconds 600] [--corpus FOLDER] [READER…]

Needs atheris (`pip install -e '.[fuzz]'`). READER is a reader's name as `matinee import --explain` shows it; without
one all are fuzzed. What reaches new code is kept in FOLDER and built upon the next time. A document that breaks a
reader is written to `crash-…` in the present folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tui.readers", "tui.text"]):
    from tests.fuzz.checking import ADDRESSES, FRAGMENTS, check, page
    from tui.readers import registry

    registry.readers()  # imports their modules, so that these are watched too

SLOWEST = 5
"""Seconds that one of the fuzzer's small documents may take."""


def main() -> None:
    """Fuzz until the time is up."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("readers", nargs="*")
    arguments.add_argument("--seconds", type=int, default=600)
    arguments.add_argument("--corpus", type=Path)
    given = arguments.parse_args()
    chosen = [reader for reader in registry.readers() if not given.readers or reader.name in given.readers]
    if not chosen:
        sys.exit(f"no such reader; there are: {', '.join(reader.name for reader in registry.readers())}")

    def one(raw: bytes) -> None:
        for reader in chosen:
            check(reader, raw)

    with tempfile.TemporaryDirectory() as temporary:
        corpus = given.corpus or Path(temporary)
        corpus.mkdir(parents=True, exist_ok=True)
        _seed(corpus)
        settings = [f"-max_total_time={given.seconds}", "-max_len=8192", f"-timeout={SLOWEST}", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], *settings, str(corpus)], one)
        atheris.Fuzz()


def _seed(corpus: Path) -> None:
    """Put documents to start from into the corpus."""
    for number, address in enumerate(ADDRESSES):
        (corpus / f"seed-{number}").write_text(page(address, FRAGMENTS), encoding="utf-8")
    (corpus / "seed-text").write_text("\n\n".join(FRAGMENTS), encoding="utf-8")


if __name__ == "__main__":
    main()
