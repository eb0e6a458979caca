"""Texts are decoded, mended, parted into paragraphs and compared."""

from __future__ import annotations

import pytest

from tui.text import clean
from tui.text.comparing import squash
from tui.text.decoding import decode
from tui.text.markup import unescape, unmark_html, unmark_markdown
from tui.text.mojibake import mend
from tui.text.paragraphs import join_lines, restore_breaks
from tui.text.spoilers import announces_spoilers
from tui.text.titles import compared_by, display_title, split_year, title_key

TEXT = "Naïve café — “fine”…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    plain = TEXT + " And a longer plain part, as texts have."
    assert decode(plain.encode(encoding)).text == plain


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    assert decode("é à ü ".encode() + b"\x96 end").text == "é à ü – end"


def test_a_character_cut_at_the_end_of_a_head_is_left_out() -> None:
    assert decode("né".encode()[:-1], partial=True).text == "n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Mglisty port: zażółć gęślą jaźń"),
        ("cp1250", "Mlhavé nábřeží, příšerně žluťoučký kůň"),
        ("cp1250", "Köd a mólón; hűvös őszi idő, szerelemtől fűtött"),
        ("cp1251", "Туманный причал; Соль; Рецензия хорошая"),
        ("koi8_r", "Туманный причал; Соль; Рецензия хорошая"),
        ("cp1253", "Ομίχλη στην προβλήτα"),
        ("cp1254", "Sisli rıhtım, güneşi çok şey"),
        ("iso8859_2", "śśś ąą, zażółć gęślą jaźń"),
        ("cp1252", "Ørnen på fjellet; La mère à l'œuvre; Das schöne Mädchen; El niño; São corações; così è già"),
    ],
)
def test_a_single_byte_encoding_is_known_by_the_letters_it_gives(encoding: str, text: str) -> None:
    found = decode(text.encode(encoding))

    assert (found.text, found.encoding) == (text, encoding)


def test_leftovers_of_cp1252_are_what_they_meant() -> None:
    assert clean("wait\x85 1939\x9645 \x93so\x94") == "wait… 1939–45 “so”"


def test_mojibake_is_mended_and_plain_text_left_alone() -> None:
    assert mend("AmÃ©lie â€“ a film") == "Amélie – a film"
    assert mend("São Paulo, Ãngel") == "São Paulo, Ãngel"


def test_entities_that_were_escaped_twice_are_characters() -> None:
    assert unescape("&amp;quot;Mask&amp;quot; &amp; &eacute;") == '"Mask" & é'


def test_html_breaks_are_line_ends_and_hearts_stay() -> None:
    assert unmark_html("one<br /><br />two <i>three</i> I <3 it") == "one\n\ntwo three I <3 it"


def test_markdown_marks_go_and_words_with_underscores_stay() -> None:
    assert unmark_markdown("**No sets.** *Heat* [here](http://a) some_file_name") == "No sets. Heat here some_file_name"


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("a scene.The film", "a scene.\n\nThe film"),
        ('he said "no."She left', 'he said "no."\n\nShe left'),
        ("10/10.The best", "10/10.\n\nThe best"),
    ],
)
def test_lost_paragraph_breaks_are_restored(glued: str, parted: str) -> None:
    assert restore_breaks(glued) == parted


@pytest.mark.parametrize(
    "text", ["the U.S.A", "at 3.5 of", "e.g.Xanadu", "Amazon.com", "J.J.Abrams", "And...And then", "Dr.No", "A.I.Man"]
)
def test_what_is_no_break_stays(text: str) -> None:
    assert restore_breaks(text) == text


def test_a_text_with_breaks_of_its_own_lost_none() -> None:
    assert restore_breaks("one.Two\n\nthree") == "one.Two\n\nthree"


def test_hard_wrapped_lines_become_paragraphs() -> None:
    assert join_lines(["a line that", "goes on", "", "another"]) == "a line that goes on\n\nanother"


@pytest.mark.parametrize(
    "text",
    [
        "*** SPOILERS ***",
        "SPOILERS AHEAD",
        "This contains spoilers.",
        "Achtung, Spoiler!",
        "Spoiler – the end: x",
        "Spoilers for the last lamp: it goes out.",
        "Spoiler, children: it goes out.",
    ],
)
def test_announced_spoilers_are_seen(text: str) -> None:
    assert announces_spoilers(text)


@pytest.mark.parametrize(
    "text",
    [
        "No spoilers here.",
        "It is spoiler-free",
        "I won't spoil it",
        "the car's spoiler broke",
        "Spoilers for cars are dear.",
    ],
)
def test_the_promise_of_none_is_no_announcement(text: str) -> None:
    assert not announces_spoilers(text)


def test_spelling_does_not_count_where_texts_are_compared() -> None:
    assert squash("Amélie’s café!") == squash("AMELIE'S  CAFE")
    assert squash("ﬁlm – 映画") == "film映画"
    assert squash("がら") != squash("から")


def test_titles_are_equal_whatever_their_notation() -> None:
    assert title_key("Fly II, The") == title_key("The Fly 2") == title_key("the fly two (1989)")
    assert title_key("Wallace & Gromit") == title_key("Wallace and Gromit")
    assert title_key("8½") == title_key("8 1/2")
    assert title_key("Die Hard") != title_key("Hard")
    assert "madmax" in compared_by("Mad Max: Fury Road").loose
    assert display_title("Haine, La") == "La Haine"


@pytest.mark.parametrize(
    ("written", "title", "year"),
    [
        ("Mask (1985)", "Mask", 1985),
        ("M (1931 film)", "M", 1931),
        ("Crash (2004/I)", "Crash", 2004),
        ("Fog (1966, Aino Kall)", "Fog", 1966),
        ("Fog (Kall, 1966)", "Fog", 1966),
        ("1917", "1917", None),
        ("(500) Days of Summer (2009)", "(500) Days of Summer", 2009),
    ],
)
def test_the_year_behind_a_title_is_taken_off(written: str, title: str, year: int | None) -> None:
    found = split_year(written)
    assert (found.title, found.year) == (title, year)
