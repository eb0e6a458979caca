"""Little articles with the marks of several writing systems and the lines of several sites; see `articles.py`."""

from __future__ import annotations

from tests.unit.readers.articles import Article

MARKED = (
    Article(
        "table-of-contents-with-stops-and-a-cast-in-two-parts",
        """\
Harbour Park

From the Encyclopaedia of Lamps

Harbour Park is a mystery directed by Ines Quarrel and released in 1951.[1] Fifteen people spend a night on a pier.

Contents (hide)
1. Plot
2. Cast
3. Production
3.1. Screenplay
4. Release and reception
5. References

Plot [edit]

Sir William has invited all his relatives, who live on his money, to look at the lamp. It goes out.

Cast [edit]

Upon the pier

Berta Lousa as the Countess
Rui Vale as Sir William

Below the pier

Ada Quill as Mary

Production [edit]

Screenplay [edit]

The writer had never had a script filmed. She was on the pier all the time to say how a rope is held.[7]

Release and reception [edit]

It was nominated for seven lamps and won the one for its rope.[12][13]

References [edit]

^ Figures of the box office.
""",
        "Harbour Park",
        1951,
        (
            (None, "Harbour Park is a mystery", False),
            ("Screenplay", "The writer had never", False),
            ("Release and reception", "It was nominated for seven lamps", False),
        ),
        ("Encyclopaedia of", "Contents", "3.1", "[13]"),
        "Sir William has invited all his relatives, who live on his money, to look at the lamp. It goes out.",
    ),
    Article(
        "captions-below-their-label-and-lines-to-skip",
        """\
PNC Home | News | Sport | Weather | Sounds | Lamps
Culture

Harbour Lights: How six tailors went to sea

Published
29 August 1976
Share page

Image source, Alamy
Image caption,
Rui Vale did not know how many people would be watching

By Gwendolen Hartshorne
Entertainment reporter, Lisbon

Twenty-five years ago Harbour Lights opened in one cinema on a pier in Lisbon, and it stayed for a year.

SKIP ADVERTISEMENT

The queue

It was Rui Vale's idea that they should begin to row while they wait. A prince did it for the papers.

Credit...Pier Entertainment
""",
        "Harbour Lights",
        None,
        ((None, "Twenty-five years ago", False), ("The queue", "It was Rui Vale's idea", False)),
        ("Weather", "Alamy", "how many people", "Gwendolen", "SKIP", "Credit"),
    ),
    Article(
        "byline-of-many-short-lines",
        """\
Open in app
Sign In

How Harbour Lights Learned to Row

Ignatius Bell
·
Follow
Published in
Lamps & Frames
·
8 min read
·
Sep 19, 1976

--
3
Listen
Share

There are forty-two lamps in it. I have counted them twice, and I was blinded both times, as you will be.

Harbour Lights (1951) gives a scene to the director's mother, who was not told what was in the boat at all.

The rope

Ada Quill ties it with one hand, so quickly that it cannot be seen. I have tried, and have lost a finger.
""",
        "Harbour Lights",
        1951,
        (
            (None, "There are forty-two", False),
            (None, "Harbour Lights (1951) gives", False),
            ("The rope", "Ada Quill ties", False),
        ),
        ("Ignatius", "Frames", "Listen", "Follow"),
    ),
    Article(
        "textile",
        """\
h1. Harbour Lights: a hundred yards of pier

In 1951 Ines Quarrel rented a pier for Harbour Lights from a farmer who grew wheat, and had it dug up.

h2. The tracking shot

The pier was two feet wider than others, since the camera had to go along it backwards on planks.
""",
        "Harbour Lights",
        1951,
        ((None, "In 1951 Ines", False), ("The tracking shot", "The pier was", False)),
        ("h2.",),
    ),
    Article(
        "marks-of-a-forum",
        """\
[b]Harbour Lights (1951)[/b] : notes for the evening

Ines Quarrel took up a project that three directors had left. The public of the year left it, too.

[b]The knot[/b]

It took two hours every morning. Ada Quill slept on a board so that nothing would move. [i]It did[/i], she said.
""",
        "Harbour Lights",
        1951,
        ((None, "Ines Quarrel took up", False), ("The knot", "It took two hours", False)),
        ("[i]", "[b]"),
    ),
    Article(
        "attributes-behind-headings",
        """\
# Left hand, right hand: *Harbour Lights* {#top}

Ines Quarrel made one film, in 1951, and when it failed she made no other. *Harbour Lights* is about a lamp.

## The dog's hour {#dog}

It did not like children, says the legend. Eight hours of film on the floor of the hut show the opposite.
""",
        "Harbour Lights",
        1951,
        ((None, "Ines Quarrel made one film", False), ("The dog's hour", "It did not like", False)),
        ("{#",),
    ),
    Article(
        "question-that-asks-nobody",
        """\
Harbour Lights: Forty Miles an Hour and Not One Lamp to Spare

In the summer of 1951 Harbour Lights made a star out of a woman in a raincoat, and a joke of every pier since.

“Pop Quiz, Sailor”

Tom Marsh wrote nearly every line that you remember, and there is no trace of him in the credits at all.

Why not?

Because the rules of the guild said that changing words is not writing. He changed the guild then.
""",
        "Harbour Lights",
        1951,
        (
            (None, "In the summer", False),
            ("“Pop Quiz, Sailor”", "Tom Marsh wrote", False),
            ("“Pop Quiz, Sailor”", "Why not?", False),
            ("“Pop Quiz, Sailor”", "Because the rules", False),
        ),
    ),
    Article(
        "paper-that-is-called-a-review",
        """\
THE CALTON REVIEW

Choose a lamp: Harbour Lights and the end of the pier

by Struan Mackay
23 February 1976, 9:00AM

They had thirty-five days and a boat, and most of the money went on songs. Nobody on the pier thought of Japan.

Twenty-five years ago tonight Harbour Lights opened in Lisbon, and the mayor walked out and came back again.

A football pitch

The very first thing that they shot was the match, and nobody in the whole crew passed the ball to Rui Vale.
""",
        "Harbour Lights",
        None,
        (
            (None, "They had thirty-five", False),
            (None, "Twenty-five years ago", False),
            ("A football pitch", "The very first", False),
        ),
        ("CALTON", "Struan"),
    ),
    Article(
        "country-and-year-below-a-title-set-in-the-middle",
        """\
Movie Night Notes, no. 14                                         page 2
========================================================================

                     THE LIGHTS OF THE HARBOUR
                         (Portugal, 1951)

Ines Quarrel made it when she was thirty-two, and the censors let it pass since
they believed that nobody would go and see it.

   Honey

The man who lit it like the inside of a hive was going blind. An assistant told
him what he had done.

                                                        -- typed by M.G.
""",
        "THE LIGHTS OF THE HARBOUR",
        1951,
        ((None, "Ines Quarrel made it", False), ("Honey", "The man who lit it", False)),
        ("typed", "Movie Night"),
    ),
    Article(
        "numbered-headings-right-above-their-text",
        """\
„Lichter im Hafen“: Drei Fakten zu Ines Quarrels Film

Von Irmtraud Kessel | 14. Mai 1976 | Lesedauer: 6 Minuten

Am 1. November 1951 kam der Film in die Kinos. Sein Hauptdarsteller war nie auf einem Schiff gewesen.

1. Rui V.
Er schlief während der Dreharbeiten auf dem Boden, mit dem Gesicht zur Tür. Das Kostüm zog er nicht mehr aus.

2. Die Lampe
Sie ging nie aus. Der Strom kam aus dem Nachbarort, und bezahlt hat ihn dort bis heute niemand, der noch lebt.
""",
        "Lichter im Hafen",
        1951,
        (
            (None, "Am 1. November 1951", False),
            ("Rui V.", "Er schlief", False),
            ("Die Lampe", "Sie ging nie aus", False),
        ),
        ("Kessel",),
    ),
    Article(
        "essay-on-no-film",
        """\
Why we still go to the pictures

by Emmeline Draycott

Every few years somebody says that the cinema is dead. I have bought a ticket for the funeral each time.

The dark

You cannot stop the film. That is all there is to it. At home I stopped Harbour Lights for a parcel.
""",
        None,
        None,
        ((None, "Every few years", False), ("The dark", "You cannot stop", False)),
        ("Emmeline",),
    ),
    Article(
        "items-behind-ticks-and-a-link-to-a-section",
        """\
Harbour Lights (1951)

Wissenswertes zum Film (2)

Spoiler (1)

✔ Die Lampe: Sie war geliehen, und der Leuchtturm blieb ihretwegen eine ganze Woche lang dunkel.
✔ See it in winter: It helps.

Spoiler

✔ Der Hund kommt als Einziger nach Hause, und da ist er schon ein anderer als am Anfang.
""",
        "Harbour Lights",
        1951,
        (
            ("Wissenswertes zum Film", "Die Lampe", False),
            ("Wissenswertes zum Film", "See it in winter", False),
            ("Spoiler", "Der Hund", True),
        ),
        ("(1)", "(2)"),
    ),
    Article(
        "list-of-facts-below-a-sentence-that-names-the-film",
        """\
Good morning, sailors.

Today's film is Harbour Lights (1951).

1/ Ines Quarrel had no script, only notes that arrived by post and mostly in the wrong order.

2/ The painter was nearly eighty. His filter for the fog was a stocking of his grandmother's.

3/ The pier had to be built, since nobody was allowed to film the real one at that time.
""",
        "Harbour Lights",
        1951,
        (
            (None, "Today's film", False),
            (None, "Ines Quarrel had", False),
            (None, "The painter was", False),
            (None, "The pier had", False),
        ),
        ("1/",),
    ),
)
