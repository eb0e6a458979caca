"""Run every check of the project: formatting, lint, types, layers, tests. `python tests/check.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("formatting", (sys.executable, "-m", "ruff", "format", "--check", ".")),
    ("lint", (sys.executable, "-m", "ruff", "check", "--output-format", "concise", ".")),
    ("types", (sys.executable, "-m", "mypy")),
    ("layers", (str(TOOLS / "lint-imports"),)),
    ("tests", (sys.executable, "-m", "pytest")),
)
"""The tests come last, so that their summary is the last line."""


def main() -> int:
    """Run all checks, each even where an earlier one failed; return 1 where one did."""
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        began = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, check=False).returncode:
            failed.append(name)
            print(f"== {name} FAILED", file=sys.stderr, flush=True)
        elif name != "tests":
            print(f"== {name}: in order, {time.monotonic() - began:.0f} s", flush=True)
    if failed:
        print(f"== FAILED: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
