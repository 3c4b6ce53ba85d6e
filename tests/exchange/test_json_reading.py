"""JSON from outside is read with care, and what is wrong with it is told in a sentence."""

import os
from pathlib import Path

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.exchange.json_reading import Json, place_in_words, read_json

WORDS = {"agenda": "item"}


def read(content: bytes, megabytes: int = 1) -> Json:
    return read_json(content, "june.json", megabytes=megabytes, words=WORDS)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "june.json is empty."),
        (b" \n ", "june.json is empty."),
        (b"[" * 100_000, "june.json can't be read: its brackets are nested more than 40 deep."),
        (b'{"a":' * 100_000, "june.json can't be read: its brackets are nested more than 40 deep."),
        (b"[" * 60 + b"]" * 60, "june.json can't be read: its brackets are nested more than 40 deep."),
        (b'{"agenda":[{},{"n":1,"x":{},"n":2}]}', "june.json holds the key “n” twice: agenda, item 2 (line 1)"),
        (b'{"a":1,\n"a\\u0000":2}', "june.json holds the key “a” twice: at its outermost level (line 2)"),
        (b'{"agenda":[{"n":NaN}]}', "june.json can't be read: agenda, item 1, n: NaN is not a number that JSON knows."),
        (b'{"n":-Infinity}', "june.json can't be read: n: -Infinity is not a number"),
        (b'{"n":1e999}', "june.json can't be read: n: the number 1e999 is too large to be meant."),
        (b'{"n":' + b"9" * 5000 + b"}", "(5000 digits) is too large to be meant."),
        (b"[1,]", "june.json is not readable as JSON: line 1, column 4: a value is missing"),
        (b'{"a" 1}', "line 1, column 6: a colon is missing after a key."),
        (b'{"a": 1 "b": 2}', "line 1, column 9: a comma or a closing bracket is missing."),
        (b'["abc', "line 1, column 2: a text begins here that has no closing quote."),
        (b"[1]\n[2]", "line 2, column 1: something follows after the end."),
        (b"minutes of June", "line 1, column 1: a value is missing or is not in quotes."),
        ('{"a":1}'.encode("utf-16"), "june.json is written in UTF-16; save it as UTF-8"),
        ('{"a":1}'.encode("utf-16-be"), "june.json is written in UTF-16 or UTF-32, or is not text at all"),
        ('{"a":1}'.encode("utf-32"), "june.json is written in UTF-32; save it as UTF-8"),
        ('{"a":\n"é"}'.encode("latin-1"), "june.json is not written in UTF-8 (line 2 shows it first)"),
        (b"\x00\x01\x02\x03", "or is not text at all"),
        (b" " * 1_000_001, "june.json is larger than 1 MB"),
    ],
)
def test_what_cant_be_read_is_told_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refusal) as told:
        read(content)
    assert sentence in str(told.value)


def test_a_byte_order_mark_of_utf_8_is_let_pass() -> None:
    assert read(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_text_comes_clean_and_whole_numbers_whole() -> None:
    assert read(b'{"a\\u0007": "o\\u0000ne\\ud800\x01\\r\\ntwo", "n": 3.0, "m": 2.5}') == {
        "a": "one\ntwo",
        "n": 3,
        "m": 2.5,
    }
    assert isinstance(read(b"[3.0]")[0], int)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place, sentence in (("nowhere", "isn't there"), (".", "is a folder"), ("pipe", "is not an ordinary file")):
        with pytest.raises(Refusal, match=sentence):
            read_json(tmp_path / place, place, megabytes=1, words=WORDS)


def test_a_place_is_said_as_people_say_it() -> None:
    path: list[str | int] = ["agenda", 2, "decisions", 0, "votes", "for"]
    assert place_in_words(path, WORDS) == "agenda, item 3, decisions, 1, votes, for"
    assert place_in_words([], WORDS) == "at its outermost level"
