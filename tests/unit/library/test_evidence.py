from __future__ import annotations

from typing import Any

from tui.library import Library

NOTHING_TOLD = "The seats were hard and Anders said that I'm to blame. It ended, and I've had better."


def test_what_everyone_says_of_themselves_is_no_name_that_tells_a_film(library: Library, write: Any) -> None:
    text = "They say I'm too soft for it, and perhaps I've seen too many, but I'd go again tomorrow."
    library.import_paths([write("a.rows", {"facts": {"title": "Harbour", "year": 1999}, "reviews": [{"text": text}]})])
    library.import_paths([write("b.rows", {"reviews": [{"text": NOTHING_TOLD}]})])
    (waiting,) = library.unfiled()
    assert not [one.text for candidate in waiting.candidates for one in candidate.evidence if "names" in one.text]
