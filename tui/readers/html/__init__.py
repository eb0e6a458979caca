"""Readers of saved web pages: one file a site, and one for every other page.

What a reader is given is a `Page`; what it gives back are plain records.
"""
