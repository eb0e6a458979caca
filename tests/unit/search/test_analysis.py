"""From text to words."""

from __future__ import annotations

import pytest

from tui.search.analysis import forms, together, tokens, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Fun-House\nmirror!", "the fun house mirror"),
        ("Éto éto e\u0301to ÉTO", "eto eto eto eto"),
        ("ﬁlm Œuvre Straße Łódź Øre", "film oeuvre strasse lodz ore"),
        ("“Don’t” 'quote' rock 'n' roll", "don't quote rock n roll"),
        ("Rocky's the boys' L’Avventura", "rocky's the boys l'avventura"),
        ("7.5/10 in 3D, 2001", "7 5 10 in 3d 2001"),
        ("１２３ ٣ ²", "123 3 2"),
        ("Ёлка Йод", "елка иод"),
        ("Ἀθῆναι ΟΔΟΣ", "αθηναι οδοσ"),
        ("東京物語 は", "東 京 物 語 は"),
        ("ｶﾒﾗ カメラ", "カ メ ラ カ メ ラ"),
        ("기생충", "기 생 충"),
        ("หนัง", "ห น ั ง"),
        ("שָׁלוֹם مَرْحَبًا", "שלום مرحبا"),
        ("हिन्दी फ़िल्म", "हिन्दी फ़िल्म"),
        ("great 👍🏽 film★★", "great 👍 film"),
        ("soft\u00adhyphen zero\u200dwidth", "softhyphen zerowidth"),
        ("…—–- _ & ¶", ""),
    ],
)
def test_words_are_folded(text: str, found: str) -> None:
    assert " ".join(words(text)) == " ".join(words(found)) == found


@pytest.mark.parametrize(
    "text", ["The fun\nhouse", "e\u0301to ﬁlm ½ x", "東京 2020年", "Straße “don’t”", "a👩‍👩‍👧b", "שָׁלוֹם מרחב"]
)
def test_words_stand_in_the_original(text: str) -> None:
    for token in tokens(text):
        assert token.word in words(text[token.start : token.end])


def test_marks_belong_to_their_letter() -> None:
    text = "cafe\u0301 x"
    assert [text[token.start : token.end] for token in tokens(text)] == ["cafe\u0301", "x"]


@pytest.mark.parametrize(
    ("word", "spellings"),
    [("don't", ["dont"]), ("rocky's", ["rockys", "rocky"]), ("l'amour", ["lamour", "amour"]), ("film", ["film"])],
)
def test_a_word_is_found_by_its_forms(word: str, spellings: list[str]) -> None:
    assert list(forms(word)) == spellings


def test_only_words_with_a_meaning_of_their_own_join() -> None:
    assert together("tear", "jerker")
    assert together("sci", "fi")
    assert together("3", "d")
    assert not together("the", "rapist")
    assert not together("so", "on")
    assert not together("7", "5")
    assert not together("東", "京")
