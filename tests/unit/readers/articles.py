"""Little articles and trivia pages in many layouts, of our own words, beside what a reader must get from them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Article:
    """An article and what stands in it; `items` are (topic, text's beginning, spoiler) in order."""

    name: str
    text: str
    title: str | None
    year: int | None
    items: tuple[tuple[str | None, str, bool], ...]
    absent: tuple[str, ...] = field(default=())
    synopsis: str | None = None


ARTICLES = (
    Article(
        "underlined-headings-and-wrapped-lines",
        """\
The Making of Silkwood
======================

When the cameras rolled in the autumn of 1982 nobody in the crew was allowed near
a real plant, so they built one from photographs. The film opened at the end of
1983 and has hardly aged.

The laboratory
--------------

The glove boxes in Silkwood were made by a firm that made the real ones, and the
workers on the set were shown how to use them. Two of them had done it for a
living.

* The showers were cold. Meryl Streep asked for that herself, since it was the only
  way not to act.
* The alarm was recorded in a bank.

You may also like: Ten films about whistles

After the strike
----------------

A strike of painters held up the last week by nine days.
""",
        "Silkwood",
        1983,
        (
            (None, "When the cameras rolled", False),
            ("The laboratory", "The glove boxes in Silkwood were made by a firm", False),
            ("The laboratory", "The showers were cold. Meryl Streep asked", False),
            ("The laboratory", "The alarm was recorded", False),
            ("After the strike", "A strike of painters", False),
        ),
        ("Ten films about whistles", "====", "----"),
    ),
    Article(
        "common-word-as-title",
        """\
Why Her Still Feels Like Tomorrow

Why Her Still Feels Like Tomorrow

Spike Jonze wrote Her before anybody had a voice in their kitchen. It was released in 2013.

Trousers Without a Future

The costume designer gave everyone in Her high trousers, because elsewhere the future wears silver.

Does anyone remember the colour blue in it?

There is none. It was taken out so that the red would have the room to itself.

Also read: How Long Is Too Long for a Title Sequence?

A Voice Is Replaced

Samantha Morton was on the set for every scene of Her, in a box of plywood. She was replaced in the cut.
""",
        "Her",
        2013,
        (
            (None, "Spike Jonze wrote", False),
            ("Trousers Without a Future", "The costume designer", False),
            ("Trousers Without a Future", "Does anyone remember", False),
            ("Trousers Without a Future", "There is none", False),
            ("A Voice Is Replaced", "Samantha Morton was", False),
        ),
        ("How Long Is Too Long",),
    ),
    Article(
        "numbered-headings",
        """\
9 Things You Never Noticed in *1917*

By Harriet Vole | 3 May 2020 | 4 min read

Sam Mendes told the story of *1917* (2019) as if there were no cuts. There are dozens.

Share on Facebook

1. The trench is a mile long

It was dug to the length of the dialogue, so nobody could talk faster than they walked.

2. The cherry trees are plastic

They had to fall in the right order.

3. The flare

A rig of lights on rails moved through the burning town, and the shadows were timed with a model.

Sign up to our newsletter
Your email address
""",
        "1917",
        2019,
        (
            (None, "Sam Mendes told the story of 1917", False),
            ("The trench is a mile long", "It was dug", False),
            ("The cherry trees are plastic", "They had to fall", False),
            ("The flare", "A rig of lights", False),
        ),
        ("Harriet Vole", "Share on", "newsletter", "Your email"),
    ),
    Article(
        "trivia-with-votes",
        """\
Moonstruck (1987)
Trivia

Showing 4 items
Jump to: Spoilers (1)

The opera house on the screen is in another city from the one that is named.
123 of 130 found this interesting | Share this

Cher's dress was chosen by the woman who sold it.
45 of 61 found this interesting | Share this

SPOILERS: The trivia item below may give away important plot points.

The ring changes hands four times before the last toast.
9 of 12 found this interesting | Share this

See also
Goofs | Quotes
""",
        "Moonstruck",
        1987,
        (
            ("Trivia", "The opera house", False),
            ("Trivia", "Cher's dress", False),
            ("Trivia", "The ring changes", True),
        ),
        ("found this", "Share this", "Goofs", "Jump to", "Showing"),
    ),
    Article(
        "encyclopaedia-in-german",
        """\
Paper Moon (Film)

Aus der freien Filmenzyklopädie
Zur Navigation springen

Paper Moon ist eine US-amerikanische Filmkomödie aus dem Jahr 1973 von Peter Bogdanovich.[1]

Inhaltsverzeichnis
1 Handlung
2 Produktion
3 Kritik
4 Einzelnachweise

Handlung[Bearbeiten | Quelltext bearbeiten]

Ein Vertreter für Bibeln nimmt ein Mädchen mit, das besser lügt als er.[2]

Sie fahren durch Kansas und streiten um zweihundert Dollar.

Produktion[Bearbeiten | Quelltext bearbeiten]

Gedreht wurde in Schwarzweiß, weil ein Freund dem Regisseur dazu riet.[3]

Kritik[Bearbeiten | Quelltext bearbeiten]

Die Kritik lobte vor allem das Kind.

Einzelnachweise[Bearbeiten | Quelltext bearbeiten]

↑ Programmheft, 1973.
""",
        "Paper Moon",
        1973,
        (
            (None, "Paper Moon ist eine", False),
            ("Produktion", "Gedreht wurde", False),
            ("Kritik", "Die Kritik lobte", False),
        ),
        ("Programmheft", "[1]", "Bearbeiten", "Navigation"),
        "Ein Vertreter für Bibeln nimmt ein Mädchen mit, das besser lügt als er.\n\n"
        "Sie fahren durch Kansas und streiten um zweihundert Dollar.",
    ),
    Article(
        "newspaper-with-comments",
        """\
Skip to main content
Subscribe | Sign in
Home » Film » Features

The wind was real: fifty years of The Last Picture Show

By Lorna Teague
Published 3 October 2021

Facebook Twitter Pinterest

The dust in The Last Picture Show was blown by two engines that mostly stayed off. The film came out in 1971.

(Photograph: Columbia)

No music but the radio

There is not a note in The Last Picture Show that does not come from a radio, a jukebox or a car.

Advertisement

What the town thought

Half of it went to see the film twice and the other half wrote letters.

MORE FROM FILM
The quiet towns of the seventies
How to light a main street

2 Comments
dustbowl_42
My uncle is in the pool hall scene.
Reply
Cal
No mention of the dog?
Reply
""",
        "The Last Picture Show",
        1971,
        (
            (None, "The dust in", False),
            ("No music but the radio", "There is not a note", False),
            ("What the town thought", "Half of it", False),
        ),
        ("My uncle", "the dog?", "Columbia", "quiet towns", "Lorna Teague", "Published"),
    ),
    Article(
        "no-headline",
        """\
Nobody wanted to make *Mask* (1985), and then two studios wanted it in one week.

The make-up took four hours in the chair, and the man inside it learned to sleep sitting up.

**The bikers**

Half of the club were real. They brought their own jackets.
""",
        "Mask",
        1985,
        (
            (None, "Nobody wanted", False),
            (None, "The make-up took", False),
            ("The bikers", "Half of the club", False),
        ),
    ),
    Article(
        "spoiler-section-in-markdown",
        """\
# Mermaids: the film that moved house

[Home](/) | [Features](/features)

Mermaids was shot in 1990 in a town that had been promised a bridge and got a film instead.

> **Related:** Seven kitchens of the cinema

## The kitchen

1. **The snacks.** Every one was made twice, once to be eaten.
2. **The wallpaper.** It was painted by hand.

## Ending explained (spoilers)

Nobody marries anybody. The car is packed and stays where it is.

## Further viewing

- Moonstruck
- Silkwood
""",
        "Mermaids",
        1990,
        (
            (None, "Mermaids was shot", False),
            ("The kitchen", "The snacks. Every one", False),
            ("The kitchen", "The wallpaper. It was", False),
            ("Ending explained (spoilers)", "Nobody marries", True),
        ),
        ("Seven kitchens", "Moonstruck", "Silkwood", "Features"),
    ),
)
