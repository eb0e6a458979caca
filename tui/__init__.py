"""Matinee, a film browser for the terminal."""

__version__ = "0.1.0"
