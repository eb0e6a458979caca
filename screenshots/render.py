"""Render the pictures of the README from the real app on the starter collection: `python screenshots/render.py`.

SVG by Textual, without the links to fonts on the network that it puts in; PNG from that by rsvg-convert.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from tui.app import MatineeApp
from tui.config import Config, starter_documents
from tui.library import Library

HERE = Path(__file__).resolve().parent
FONTS = "'Fira Code', 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace"
NBSP = "\u00a0"
CELL = 12.2
"""Width of a column in Textual's SVG."""
ADVANCE = 0.602
"""Width of a letter of DejaVu Sans Mono in its size; librsvg does not stretch texts to their columns."""
TO_MASK = ("j",)
"""Keys from the first film to Mask."""

Keys = Sequence[str]
PICTURES: dict[str, tuple[tuple[int, int], Keys]] = {
    "browser-wide": ((120, 36), TO_MASK),
    "browser-day": ((120, 36), ("T", *TO_MASK, "2", "J", "J")),
    "browser-medium": ((90, 28), (*TO_MASK, "2")),
    "browser-narrow": ((50, 20), (*TO_MASK, "enter", "2")),
    "spoilers": ((100, 30), (*TO_MASK, "3", "G")),
    "search-live": ((120, 36), (*TO_MASK, "slash", *"mirror")),
    "search-screen": ((120, 36), (*TO_MASK, "s", *"mother", "down")),
    "concordance": ((120, 36), (*TO_MASK, "slash", *"film", "enter", "c")),
    "evidence": ((120, 36), (*TO_MASK, "1", "e")),
    "help": ((120, 36), ("question_mark",)),
    "palette": ((120, 36), ("ctrl+p", *"spoil")),
}
"""Name to size in columns and rows, and the keys that lead there."""


def key_names(keys: Keys) -> list[str]:
    """Return keys by Textual's names."""
    return ["space" if key == " " else key for key in keys]


async def picture(library: Path, size: tuple[int, int], keys: Keys) -> str:
    """Return the SVG of the app after these keys."""
    app = MatineeApp(Library.open(library), Config())
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.5)
        for key in key_names(keys):
            await pilot.press(key)
        await pilot.pause(1.0)
        return app.export_screenshot(title="matinee")


def without_network(svg: str) -> str:
    """Return the SVG with the fonts of this machine in place of those it would fetch."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(r"font-family:\s*[^;\n]*;", f"font-family: {FONTS};", svg)
    svg = svg.replace("font-size: 20px;", f"font-size: {CELL / ADVANCE:.3f}px;")
    return re.sub(r"\n\s*\n+", "\n", svg)


def without_outer_spaces(svg: str) -> str:
    """Return the SVG with each text beginning at its first letter: librsvg drops the spaces before it."""

    def tightened(match: re.Match[str]) -> str:
        head, x, middle, length, tail, text = match.groups()
        inner = text.strip("\u00a0")
        before = len(text) - len(text.lstrip("\u00a0"))
        spaces = len(text) - len(inner)
        start = float(x) + before * CELL
        width = float(length) - spaces * CELL
        return f'{head}x="{start:g}"{middle}textLength="{width:g}"{tail}{inner}<'

    svg = svg.replace("&#160;", NBSP)
    svg = re.sub(r'(<text [^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*>)([^<]*)<', tightened, svg)
    return svg.replace(NBSP, "&#160;")


def to_png(svg: Path, png: Path) -> None:
    """Write the picture as PNG, by librsvg (on Debian: librsvg2-bin)."""
    subprocess.run(["rsvg-convert", "-o", str(png), str(svg)], check=True)


def main() -> int:
    """Render the pictures that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(PICTURES)}")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        root = Path(room) / "starter"
        library = Library.open(root)
        library.fill_with_starter(starter_documents())
        library.close()
        for name in args.names or PICTURES:
            size, keys = PICTURES[name]
            svg = HERE / f"{name}.svg"
            svg.write_text(
                without_outer_spaces(without_network(asyncio.run(picture(root, size, keys)))), encoding="utf-8"
            )
            to_png(svg, svg.with_suffix(".png"))
            print(svg.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
