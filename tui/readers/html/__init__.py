"""Readers of saved web pages: one file a site, and one for every other page.

A page is parsed in a process of its own with limits (`tui.readers.guard`), because no HTML parser is safe from
documents made to hang it. What a reader is given there is a `Page`; what it gives back are plain records.
"""
