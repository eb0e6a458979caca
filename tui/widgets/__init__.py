"""Widgets: each shows data and posts messages."""
