"""The film of an article whose headline only hints at it, and the films of an article about several."""

from __future__ import annotations

import pytest

from tests.unit.readers.reading import Read, read_with
from tui.readers.article import READER
from tui.readers.document import Document
from tui.readers.pages.headlines import cued
from tui.readers.pages.subject import subject_of
from tui.readers.pages.unnamed import dated_titles

SEVERAL = """\
9 things nobody told you about the harbour films
By Rufus Pell

Nobody expected more than one of them. Here is what happened behind the sheds of three.

Paper Harbour (1988)

1. The boats were folded at night, by the cook.
2. The fog came out of a bakery.

Salt Pier (1990)

3. The pier was built twice, the second time by the sea.

Lantern Row (1991)

4. There were nine lamps, and a boy to light them.
"""


def told_by(text: str) -> Read:
    return read_with(READER, Document.of_bytes("article.txt", text.encode()))


@pytest.mark.parametrize(
    ("headline", "film"),
    [
        ("Salt Pier: Did You Know?", "Salt Pier"),
        ("Salt Pier - Zajímavosti", "Salt Pier"),
        ("Salt Pier | Behind the Scenes", "Salt Pier"),
        ("Salt Pier: The Keeper", "Salt Pier: The Keeper"),
    ],
)
def test_a_heading_of_trivia_behind_a_name_announces_it(headline: str, film: str) -> None:
    assert cued(headline) == film


@pytest.mark.parametrize(
    ("headline", "paragraph", "title"),
    [
        (
            "The Fog Never Lifts: How Lanterns Got Away With It",
            "And then there is Lanterns, which goes out.",
            "Lanterns",
        ),
        ("Co o filmu Lucerna nevíte", "Lucerna pak dostala cenu a kapitán spal.", "Lucerna"),
        ("FAQ: Three Lamps: Salt (1994)", "The keeper sees Salt first of all.", "Three Lamps: Salt"),
        ("Lanterns – Salt in the Oil (1994)", "Oil is dear, and so is Salt.", "Lanterns – Salt in the Oil"),
        ("Was the Lanterns Remake a Crime?", "Everybody has an opinion on Lanterns, and few a lamp.", "Lanterns"),
        ("Six Lessons of the Lanterns Commentary Track", "I have listened to Lanterns, and so should you.", "Lanterns"),
        ("WHO PUT OUT THE LAMP?", "Rufus Pell's Lanterns was released in the autumn.", "Lanterns"),
        (
            "WHO PUT OUT THE FIRE?",
            "Ada Quill's Last Lamp was released; we love Ada Quill's Last Lamp.",
            "Ada Quill's Last Lamp",
        ),
    ],
)
def test_a_headline_or_the_first_paragraph_names_the_film(headline: str, paragraph: str, title: str) -> None:
    subject = subject_of(headline, [paragraph], [paragraph])
    assert subject is not None
    assert subject.title == title


def test_what_stands_below_the_name_of_a_film_is_told_of_that_one() -> None:
    read = told_by(SEVERAL)
    assert read.titles == [(None, None), ("Paper Harbour", 1988), ("Salt Pier", 1990), ("Lantern Row", 1991)]
    assert [len(extract.trivia) for extract in read.extracts] == [1, 2, 1, 1]
    assert {item.topic for item in read.trivia} == {None}


def test_of_a_film_that_the_headline_names_everything_is_told() -> None:
    read = told_by(SEVERAL.replace("9 things nobody told you about the harbour films", "Paper Harbour (1988)"))
    assert read.titles == [("Paper Harbour", 1988)]


def test_a_signature_below_the_headline_is_none() -> None:
    text = "The Lamp Strikes Back\nA column by Ada Quill\n\n" + "The keeper of the lamp slept through the storm. " * 3
    text += "\n\n" + "Nobody on the pier had paid for the oil, and nobody would. " * 3
    text += "\n\nAda Quill's book of columns is sold at the pier."
    told = " ".join(item.text for item in told_by(text).trivia)
    assert told.startswith("The keeper")
    assert told.endswith("nobody would.")


def test_the_first_line_of_a_broken_paragraph_is_no_title() -> None:
    lines = [
        "The lamp in the window burns for as long as the keeper is",
        "awake: that is the law of the house and of the",
    ]
    text = "\n".join([*lines, "pier, and nobody has ever broken it."]) + "\n\n"
    trivia = told_by(text * 3).trivia
    assert trivia[0].text.startswith("The lamp in the window")


def test_a_file_that_is_named_after_a_film_names_it_where_its_text_does_not() -> None:
    lines = (
        "Boats, Late and Otherwise",
        "* Nobody says a word for half an hour, not even the cook.",
        "* The boats came late, and then there were too many.",
        "The crew slept in the nets, and the nets had been rented by the day for want of money.",
    )
    document = Document.of_bytes("Paper Harbour (1988).txt", "\n\n".join(lines).encode())
    assert read_with(READER, document).titles == [("Paper Harbour", 1988)]
    assert read_with(READER, document).extracts[0].inferred


def test_pieces_of_trivia_in_japanese_and_chinese_are_items() -> None:
    text = "灯台守 (1953) トリビア\n\n・ランプは三度作り直され、最後の一つだけが港の博物館に残っている。\n"
    text += "・【ネタバレ】霧の場面は最初の構想では手紙だけで伝えられるはずだったという。\n\n参考になった：31人\n"
    read = told_by(text)
    assert read.titles == [("灯台守", 1953)]
    assert [item.spoiler for item in read.trivia] == [False, True]
    numbered = "守灯人 (2000) 幕后花絮\n\n1、那盏灯做了三次，只有最后一盏留在了海港的博物馆里，现在还亮着。\n"
    numbered += "2、大雾那场戏拍了二十六次。\n"
    assert [item.text[0] for item in told_by(numbered).trivia] == ["那", "大"]


def test_a_question_is_a_heading_among_headings_in_small_letters_and_none_among_others() -> None:
    told = "The keeper of Lanterns slept through the storm, and the boats came home without him. " * 2
    heads = ("The making of Lanterns", "A lamp on the pier", "What became of it?", "The oil in the cellar")
    text = f"\n\n{told}\n\n".join((*heads, ""))
    topics = [item.topic for item in told_by(text).trivia]
    assert topics == [None, *heads[1:]]
    large = text.replace("A lamp on the pier", "A Lamp Upon the Pier").replace(
        "The oil in the cellar", "Oil From the Cellar"
    )
    assert "What became of it?" in [item.text for item in told_by(large).trivia]


def test_votes_below_a_piece_and_a_call_at_the_end_are_the_sites() -> None:
    told = "Keeper number {} slept through the storm, and the boats came home without him."
    votes = ("(votes: 41, user lamp_7)", "Worth it? Oui (12) Non (3)")
    pieces = [f"{told.format(number)}\n{votes[number % 2]}" for number in range(4)]
    text = "\n\n".join(["Lanterns (1994) - Trivia", *pieces, "Something missing? Write to the keeper!"])
    assert [item.text for item in told_by(text).trivia] == [told.format(number) for number in range(4)]


@pytest.mark.parametrize(
    ("headline", "paragraph", "title"),
    [
        ("Lanterns and the Nine Lamps", "Lanterns had an opening night and no ending.", "Lanterns"),
        (
            "What The Keeper of Oil did to us",
            "The Keeper of Oil (1951) went on. So does Oil, and Oil.",
            "The Keeper of Oil",
        ),
        (
            "灯台守はなぜ三時間になったのか",
            "監督の『灯台守』（1954年）は、予定の三倍の日数をかけて作られた。",
            "灯台守",
        ),
        ("Nine lamps, one pier: 15 facts about Salt Row", "It was the first film of hers.", "Salt Row"),
        ("„Salzreihe“: Zehn Fakten zu Ada Quills Lampen-Film", "Am 1. Mai kam er ins Kino.", "Salzreihe"),
    ],
)
def test_the_longest_form_of_a_name_that_is_spoken_of_is_the_title(headline: str, paragraph: str, title: str) -> None:
    subject = subject_of(headline, [paragraph], [paragraph])
    assert subject is not None
    assert subject.title == title


def test_a_line_that_is_a_film_as_a_whole_is_the_headline() -> None:
    told = "The keeper of Lanterns slept through the storm, and the boats came home without him. " * 2
    text = f"Lanterns\nFrom the papers of the Friday Film Society, No. 8\n\nTHE OIL\n{told}\n\nTHE LAMP\n{told}\n"
    assert told_by(text).titles == [("Lanterns", None)]


def test_what_happens_between_the_sentences_and_a_mails_signature_are_no_text() -> None:
    told = "The keeper of Lanterns slept through the storm, and the boats came home without him."
    text = (
        f"The making of Lanterns\n\n[slide 1]\n{told}\n\n[laughter]\n\n{told}\n\n--\nlamp-facts is sent every Monday.\n"
    )
    assert {item.text for item in told_by(text).trivia} == {told}


@pytest.mark.parametrize(
    ("headline", "paragraph", "title"),
    [
        ("The Lamp Is Still Not Burning: Lessons From a Pier", "Lanterns was finished late, in 1975.", "Lanterns"),
        ("Inside the Box: What Paper Harbour Won't Say", "Later Paper Harbour won a prize.", "Paper Harbour"),
        ("What the Salt Pier Fire Did to Us", "The Salt Pier, in 1971, has a fire.", "The Salt Pier"),
        (
            "1951 and the Nine Lamps",
            "When 1951: A Harbour Story had its first showing, it rained.",
            "1951: A Harbour Story",
        ),
        ("Salt, Lamps and Seven Drafts", "She wrote it by hand. Oil and Lamps was released late.", "Oil and Lamps"),
        (
            "The Keeper's Second Thoughts: A Lamp Nobody Lit",
            "That is how The Keeper, in 1967, got its lamp.",
            "The Keeper",
        ),
        ("Nine Lives of Lantern's Cat", "In 1979, when Lantern frightened the pier, nobody said so.", "Lantern"),
        (
            "Oil Without a Lamp: What She Left",
            "She left. Oil Without a Match opened a week later.",
            "Oil Without a Match",
        ),
        ("On the Pier with Salt & Oil", "They drove on to it. Salt & Oil came out in May 1991.", "Salt & Oil"),
        ("The Best of All? Salt Row 2 Was Lost", "And Salt Row 2 began to vanish, lamp first.", "Salt Row 2"),
        ("Dans les rues d'Ada", "Le Destin d'Ada est sorti en avril 2001.", "Le Destin d'Ada"),
        ("Die Lampe brennt", "Salzreihe kam im April 1984 in die Kinos.", "Salzreihe"),
    ],
)
def test_a_title_that_a_headline_holds_in_part_is_taken_from_what_the_text_tells_of(
    headline: str, paragraph: str, title: str
) -> None:
    subject = subject_of(headline, [paragraph], [paragraph])
    assert subject is not None
    assert subject.title == title


@pytest.mark.parametrize(
    ("headline", "paragraph"),
    [
        ("The Lamp Is Still Not Burning: Lessons From a Pier", "The film was shot in 1975, and the camera froze."),
        ("Ada Quill: A Life in Ten Lamps", "She was born in 1931. Her career began when Lanterns was released."),
    ],
)
def test_a_sentence_or_a_life_names_no_film(headline: str, paragraph: str) -> None:
    assert subject_of(headline, [paragraph], [paragraph]) is None


def test_a_title_does_not_begin_with_a_day() -> None:
    assert dated_titles("- 2024-01-05 Lantern Row (1987) 4/5") == ["Lantern Row"]
    assert dated_titles("There is nothing left of 2001 Lamps (2005).") == ["2001 Lamps"]
