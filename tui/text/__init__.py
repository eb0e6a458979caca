"""Cleaning and comparing text: decoding, control characters, paragraphs, values in any notation.

What every screen needs is here; `tui.text.decoding`, which readers alone need, costs the first frame time.
"""

from tui.text.cleaning import clean, clean_line

__all__ = ["clean", "clean_line"]
