"""Which words a dictionary is asked for, and which are left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.spelling.dictionaries import dictionary_of
from boardroom.spelling.words import LONGEST, is_named, looked_up, names_among, words_in


def texts(said: str) -> list[str]:
    return [word.text for word in words_in(said)]


def test_words_have_their_places() -> None:
    said = "The  committee’s sub-group, agreed."
    assert [said[word.start : word.end] for word in words_in(said)] == texts(said)
    assert texts(said) == ["The", "committee’s", "sub-group", "agreed"]


def test_welsh_letters_are_letters() -> None:
    assert texts("Mae'r ŵyl a'r tŷ, ẁ a lleoliaeth wŷr.") == ["Mae'r", "ŵyl", "a'r", "tŷ", "lleoliaeth", "wŷr"]


def test_a_letter_with_its_accent_apart_stays_one_word() -> None:
    apart = unicodedata.normalize("NFD", "ŵyl naïve")
    assert [looked_up(one) for one in texts(apart)] == ["ŵyl", "naïve"]


@pytest.mark.parametrize(
    "said",
    [
        "2026",
        "21st",
        "A4",
        "covid19",
        "NHS",
        "NHS's",
        "GPs",
        "a I O",
        "https://example.org/papers/recieve",
        "www.exampel.org",
        "cllr.jones@exampel.gov.uk",
        "C:\\Papers\\Agendda",
        "papers/2026/agendda",
        "#savethepool",
        "agenda_item",
        "LlyfrgellCymru iPhone",
        "e.g.",
        "会议 заседание ασδ",
        "x" * (LONGEST + 1),
    ],
)
def test_what_is_no_ordinary_word_is_left_alone(said: str) -> None:
    assert texts(said) == []


def test_what_stands_beside_an_address_is_not() -> None:
    assert texts("See www.exampel.org, recieved (and/or agreed)") == ["See", "recieved", "and", "or", "agreed"]


@given(st.text(st.sampled_from("abŵ'’-. 1@/_A\n") | st.characters(), max_size=60))
def test_every_word_stands_where_it_says_and_none_overlap(said: str) -> None:
    last = 0
    for word in words_in(said):
        assert word.start >= last
        assert said[word.start : word.end] == word.text
        assert 1 < len(word.text) <= LONGEST
        last = word.end


def test_words_are_looked_up_with_the_straight_apostrophe() -> None:
    assert looked_up("don’t") == "don't"
    assert looked_up("mae’r") == "mae'r"
    assert looked_up("wŷr’n") == "wŷr'n"


def test_a_name_is_known_word_by_word() -> None:
    names = names_among(["Siân O’Neill-Adeyemi", "Rivermouth Housing Trust"])
    for word in ("Siân", "Siân's", "Rivermouth's", "Adeyemi", "O'Neill-Adeyemi", "O'Neill"):
        assert is_named(word, names), word
    assert not is_named("Sian", names)
    assert not is_named("siân", names)
    assert not is_named("housing", names)


def test_a_language_leads_to_its_dictionary() -> None:
    assert [dictionary_of(tag) for tag in ("en", "en-GB", "en_GB", "cy", "CY-gb", "fr", "", "english")] == [
        "en", "en", "en", "cy", "cy", "", "", "",
    ]  # fmt: skip
