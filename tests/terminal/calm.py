"""Random keys and resizes in a real pseudo-terminal: nothing unforeseen may happen, and the screen must stay whole.

    python -m tests.terminal.calm                            the long form: 5,000 keys, seed 1
    python -m tests.terminal.calm --seeds 1 2 3 --keys 5000  several seeds, one after the other

The keys of a run follow from its seed alone. `q` is pressed only at the end; what leaves by the palette or the help
is started again.
"""

from __future__ import annotations

import argparse
import difflib
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.terminal.harness import Terminal, matinee

SIZES = ((120, 36), (80, 24), (60, 20), (50, 16), (40, 12), (39, 11), (20, 5), (200, 60), (300, 100), (110, 24), (1, 1))
NAMED = (
    "enter", "escape", "tab", "backspace", "up", "down", "left", "right", "ctrl+p", "ctrl+l", "ctrl+s",
    "\x0f", "\x06", "\x0b", "\x18", "\x04", "\x15", "\x1b[Z", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F",
    "\x1b[1;3C", "\x1b[1;3D", "\x1b[1;2A", "\x1b[1;2B", "\x1bOP",
)  # fmt: skip
"""By name in the harness, or as the bytes that a terminal sends."""
LETTERS = "".join(chr(code) for code in range(32, 127) if chr(code) != "q") + "éß漢🎬"
WORDS = ("mirror", "the film", '"a phrase', "-", "rating:>=", "author:", "NEAR/", "((", "OR OR", "@x", "*", "😀")
PASTES = ("pasted words", "two\nlines", "\x1b]0;title\x07", "a" * 3000)


def moves(seed: int, count: int) -> Iterator[tuple[str, str | tuple[int, int]]]:
    """Yield what is done: («key», it), («size», columns and rows), («mouse», the bytes of a click or the wheel)."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    done = 0
    while done < count:
        chance = dice.random()
        if chance < 0.03:
            yield "size", dice.choice(SIZES)
        elif chance < 0.06:
            x, y, button = dice.randint(1, 130), dice.randint(1, 40), dice.choice((0, 0, 64, 65))
            yield "mouse", f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m"
        elif chance < 0.07:
            yield "key", f"\x1b[200~{dice.choice(PASTES)}\x1b[201~"
        elif chance < 0.10:
            for letter in dice.choice(WORDS):
                yield "key", letter
                done += 1
        else:
            yield "key", dice.choice(NAMED) if chance < 0.45 else dice.choice(LETTERS)
        done += 1


def trial(library: Path, seed: int, keys: int) -> None:
    """Press `keys` random keys.

    Raises:
        AssertionError: the program ended, hung, told of an unforeseen error, or shows another screen than it should.
    """
    log = library / "matinee-errors.log"
    steps = enumerate(moves(seed, keys))
    left = True
    while left:  # the palette and the help can end it: then it is started again
        with Terminal(matinee(library)) as terminal:
            terminal.wait_for("Films")
            left = until_it_ends(terminal, steps, log, seed)
            if not left:
                afterwards(terminal, f"seed {seed}")
    assert not (log.exists() and log.stat().st_size), f"an unforeseen error in seed {seed}\n{told(log)}"


def until_it_ends(
    terminal: Terminal, steps: Iterator[tuple[int, tuple[str, str | tuple[int, int]]]], log: Path, seed: int
) -> bool:
    """Press keys until there are none left, or the program was told to leave; say whether it was."""
    for number, (kind, what) in steps:
        where = f"seed {seed}, move {number}: {what!r}"
        if isinstance(what, tuple):
            terminal.resize(*what)
        elif kind == "mouse":
            terminal.send(what)
        else:
            terminal.press(what)
        assert not (log.exists() and log.stat().st_size), f"an unforeseen error at {where}\n{told(log)}"
        terminal.pump(0.0 if number % 5 else 0.01)
        if terminal.has_ended:
            assert terminal.wait_for_end() == 0, f"it ended badly at {where}\n{terminal.text}"
            return True
    return False


def told(log: Path) -> str:
    """Return what the log says."""
    return log.read_text(encoding="utf-8", errors="replace")


def afterwards(terminal: Terminal, name: str) -> None:
    """Lead back to the browser, look at it, and quit."""
    terminal.resize(120, 36)
    terminal.settle(3.0, patience=300)  # what was typed ahead is worked off first
    parts = ("matinee", "Films", "Synopsis", "Reviews", "Trivia", "? help")
    seen = pressed = 0
    while seen < 3:
        assert pressed < 100, f"{name}: Escape does not lead back to the browser:\n{terminal.text}"
        terminal.press("escape")
        pressed += 1
        terminal.settle(0.8, patience=2)
        if terminal.has_ended:  # among what was typed ahead was to leave
            assert terminal.wait_for_end() == 0, f"{name}: it did not end well:\n{terminal.text}"
            return
        seen = seen + 1 if all(part in terminal.text for part in parts) else 0
    terminal.settle(7.0, patience=20)  # messages go by themselves
    if terminal.has_ended:
        assert terminal.wait_for_end() == 0, f"{name}: it did not end well:\n{terminal.text}"
        return
    before = terminal.text.split("\n")
    for columns, rows in ((80, 24), (120, 36)):
        terminal.resize(columns, rows)
        terminal.settle(1.0)
    changed = "\n".join(difflib.unified_diff(before, terminal.text.split("\n"), lineterm="", n=0))
    assert not changed, f"{name}: what was drawn in pieces differs from what is drawn anew:\n{changed}"
    assert "Traceback" not in terminal.raw.decode(errors="replace"), f"{name}: a traceback reached the terminal"
    terminal.press("q")
    assert terminal.wait_for_end() == 0, f"{name}: it did not end well"


def main() -> int:
    """Run the long form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    parser.add_argument("--keys", type=int, default=5000)
    args = parser.parse_args()
    for seed in args.seeds:
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as room:
            trial(Path(room) / "library", seed, args.keys)
        print(f"seed {seed}: {args.keys} keys, calm, {time.perf_counter() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
