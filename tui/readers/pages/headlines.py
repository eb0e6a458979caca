"""Headlines that announce a film before they name it: «The Making of …», «10 Things You Did Not Know About …»."""

from __future__ import annotations

import re

from tui.readers.pages.vocabulary import SECTIONS, key

_CUES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"[^\w“‘\"'*_]*(?:the\s+)?making\s+of\s+(?P<film>.+)",
        (
            r"\W*(?:(?:the\s+)?(?:untold\s+|true\s+|real\s+|strange\s+)?stor(?:y|ies)\s+behind"
            r"|behind\s+the\s+scenes\s+(?:of|on|at)|(?:a\s+)?(?:look|glimpse)\s+(?:back\s+)?(?:at|behind)"
            r"|everything\s+you\s+(?:need|wanted|want)\s+to\s+know\s+about|trivia\s*(?:for|about|:|[–—-])"
            r"|(?:(?:interesting|fun|random|amazing|strange|little[- ]known)\s+)?(?:facts|trivia|anecdotes|secrets)"
            r"\s+(?:about|on|from|behind)|die\s+entstehung\s+von|hinter\s+den\s+kulissen\s+von|dans\s+les\s+coulisses\s+de|cómo\s+se\s+hizo"
            r"|jak\s+se\s+natáčel[ao]?|curiosidades\s+(?:de|sobre)|anécdotas\s+de|anecdotes\s+(?:sur|de)|curiosità\s+su"
            r"|wissenswertes\s+(?:zum?|über)|fakten\s+(?:zum?|über)|zajímavosti\s+(?:o|k)(?:\s+filmu)?"
            r"|ciekawostki\s+(?:o|do)(?:\s+filmie)?|weetjes\s+over|fakta\s+om)\s+(?P<film>.+)"
        ),
        (
            r"\W*(?:\d+|(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty(?:-\w+)?|thirty|zehn|dix|diez|dieci|deset))"
            r"\s+(?:[\w'’-]+\s+){0,4}?"
            r"(?:things|facts|secrets|details|stories|tidbits|bits|fakten|dinge|choses|anecdotes|secretos|cosas|curiosidades"
            r"|curiosità|cose|věcí|zajímavostí|rzeczy|ciekawostek)\s+.{0,60}?\b"
            r"(?:about|from|behind|in|of|über|zu|sur|sobre|su|o)\s+(?:the\s+(?:making|set|filming)\s+of\s+)?(?P<film>\S.*)"
        ),
        r"\W*(?:[\w'’-]+\s+){0,4}?(?:you|we|nobody|everyone|fans?)\s+(?:[\w'’-]+\s+){1,4}?(?:in|about|from)\s+(?P<film>\S.*)",
        r"\W*(?:why|how)\s+(?P<film>.{1,60}?)\s+(?:still\s+\w+|is\s+still|(?:was|got)\s+(?:made|shot|filmed))\b.*",
        (r"\W*+(?P<film>[^,:]{1,60}),\s+(?:\d+|[\w-]+)\s+(?:years?|decades?)\s+(?:on|later|after(?:wards)?)"),
        r"\W*+(?P<film>[^,:]{1,60}?)\s+(?:at|turns)\s+(?:\d\d|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\s+hundred)",
        (
            r"\W*+(?P<film>.{1,60}?)\s*[:–—|-]\s+"
            r"(?:the\s+making\s+of(?:\s+(?:a|an|the)\s.*)?|\d+\s+(?:things|facts|secrets)\b.*)"
        ),
    )
)
"""Headlines that announce a film's name, whatever it is."""
_ANNOUNCING = 3
"""So many of them may also follow a colon: «Nine lamps: 15 facts about Lantern Row»."""
_MARKS = "„“«\"'*_《『‘"
"""How a title is set apart that already stands before the colon."""
_PARTED = re.compile(r"\s*[:：|]\s*|\s+[–—-]\s+")


def cued(headline: str) -> str:
    """Return what a headline goes on about: «Jaws» of «The Making of Jaws», «Network» of «Why Network matters»."""
    parts = _PARTED.split(headline.strip())
    if len(parts) == 2 and SECTIONS.get(key(parts[1])) == "trivia":
        return parts[0]  # «Lantern Row: Did You Know?»
    behind = [] if parts[0][:1] in _MARKS else [(parts[-1], cue) for cue in _CUES[:_ANNOUNCING]]
    for part, cue in (*behind, *((headline.strip(), cue) for cue in _CUES)):
        found = cue.fullmatch(part)
        film = found["film"].strip(" ,:–—-") if found else ""
        if film and not film[0].islower():
            return film  # «Why we still go to the pictures» goes on about nobody's film
    return headline
