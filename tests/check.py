"""Run every check of the project: formatting, lint, types, layers, tests. `python tests/check.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("formatting", (sys.executable, "-m", "ruff", "format", "--check", ".")),
    ("lint", (sys.executable, "-m", "ruff", "check", "--output-format", "concise", ".")),
    ("types", (sys.executable, "-m", "mypy")),
    ("layers", (str(TOOLS / "lint-imports"),)),
)
HALF = ("tests/terminal", "tests/faults", "tests/snapshots")
"""Tests that take about as long as all others: they run beside them."""
PYTEST = (sys.executable, "-m", "pytest")
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1"}


def main() -> int:
    """Run all checks, each even where an earlier one failed; return 1 where one did."""
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        began = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=False).returncode:
            failed.append(name)
            print(f"== {name} FAILED", file=sys.stderr, flush=True)
        else:
            print(f"== {name}: in order, {time.monotonic() - began:.0f} s", flush=True)
    failed += tests()
    if failed:
        print(f"== FAILED: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def tests() -> list[str]:
    """Run the tests, one half beside the other; return which failed."""
    print("== tests", flush=True)
    with tempfile.TemporaryFile() as told:
        beside = subprocess.Popen((*PYTEST, *HALF), cwd=ROOT, env=ENVIRONMENT, stdout=told, stderr=told)
        rest = (*PYTEST, *(f"--ignore={folder}" for folder in HALF))
        ended = {"tests": subprocess.run(rest, cwd=ROOT, env=ENVIRONMENT, check=False).returncode}
        ended[" ".join(HALF)] = beside.wait()
        told.seek(0)
        sys.stdout.write(told.read().decode(errors="replace"))
    return [name for name, status in ended.items() if status]


if __name__ == "__main__":
    sys.exit(main())
