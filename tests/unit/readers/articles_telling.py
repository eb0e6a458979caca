"""Little articles that name their film in passing, of our own words; see `articles.py`."""

from __future__ import annotations

from tests.unit.readers.articles import Article

TELLING = (
    Article(
        "an-interview-with-questions-for-headings",
        """\
Q&A: the man who watered the harbour

For nearly three years there was a harbour outside Prague with no water in it. It had been built for Paper Harbour, \
Ada Field's film of 1988, and the man with the hose still has the hose.

What was the place like?

Dry. The boats stood on rails so that they could be moved for a better view of one another.

Is it true that some of the sailors are made of cardboard?

Oh yes. They were cut out at night. They were the only ones who never asked for more money.

And when it was over?

It was folded up, and a road went through. I have got the hose. It fits nothing.
""",
        "Paper Harbour",
        1988,
        (
            (None, "For nearly three years", False),
            ("What was the place like?", "Dry.", False),
            ("Is it true that some of the sailors are made of cardboard?", "Oh yes.", False),
            ("And when it was over?", "It was folded up", False),
        ),
    ),
    Article(
        "one-question-of-the-author's-own",
        """\
Paper Harbour: The Boats That Sank on Purpose

In 1988 a film crew launched forty boats of paper, and Paper Harbour has not dried since. Nobody thought it would last.

The Folding

Ada Field folded the first boat herself, in a cafe, and Paper Harbour grew out of the bill that it was made of.

And what became of it?

It hangs above the bar, behind glass, and the bill has never been paid by anybody, least of all by Ada Field.
""",
        "Paper Harbour",
        1988,
        (
            (None, "In 1988 a film crew", False),
            ("The Folding", "Ada Field folded", False),
            ("The Folding", "And what became of it?", False),
            ("The Folding", "It hangs above the bar", False),
        ),
    ),
    Article(
        "a-premiere-that-names-the-film",
        """\
Forty boats of paper

On the second of March 1988 two cinemas in Leith opened their doors for Paper Harbour. It rained, as it had to.

Glue and patience

The largest of the boats was about eighteen inches long. Each time that it was moved the paper was moved too.

An oar for everybody

There was a list of oars. It was lost on the first day, and the rowers have been using their hands ever since.
""",
        "Paper Harbour",
        1988,
        (
            (None, "On the second of March", False),
            ("Glue and patience", "The largest of the boats", False),
            ("An oar for everybody", "There was a list", False),
        ),
    ),
    Article(
        "years-later-and-a-note-in-italics",
        """\
Paper Harbour, forty years on
=============================

There is a quay on the Moray coast that people drive six hours to stand on. They do so because of a film from 1988.

Two villages, one quay
----------------------

The houses are in the east and the water is in the west. The church was built out of plywood, and visitors ask for it.

---

*Liked this? Fold it into a boat and pass it on.*
""",
        "Paper Harbour",
        1988,
        (
            (None, "There is a quay", False),
            ("Two villages, one quay", "The houses are in the east", False),
        ),
        ("Fold it into a boat",),
    ),
)
