"""Cleaning and comparing text: decoding, control characters, paragraphs, values in any notation."""

from tui.text.cleaning import clean, clean_line
from tui.text.decoding import Decoded, decode

__all__ = ["Decoded", "clean", "clean_line", "decode"]
