"""The process that looks words up, and what lies in the dictionaries."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hunspell import Hunspell

from boardroom.spelling import child
from boardroom.spelling.dictionaries import FOLDER, NAMES, words_of_boards

ROOT = Path(__file__).parents[2]


def asked(*questions: dict[str, Any]) -> list[dict[str, Any]]:
    return list(child.answers(json.dumps(one) for one in questions))


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", ["committee's", "co-opted", "organise", "don't", "naïve", "minutes"], ["recieve", "comittee", "color"]),
        ("cy", ["cyfarfod", "gyfarfod", "mae'r", "ngwasanaeth", "ŵyl", "cadeirydd"], ["cyfarfodd", "cadeiridd"]),
    ],
)
def test_words_are_looked_up_in_their_language(language: str, right: list[str], wrong: list[str]) -> None:
    assert asked({"language": language, "check": [*wrong, *right]}) == [
        {"language": language, "right": right, "wrong": wrong}
    ]


def test_suggestions_are_few_and_the_best_comes_first() -> None:
    answers = asked({"language": "en", "suggest": "accomodation"}, {"language": "cy", "suggest": "cyfrafod"})
    assert [one["suggestions"][0] for one in answers] == ["accommodation", "cyfarfod"]
    assert all(len(one["suggestions"]) <= 5 for one in answers)
    assert [one["word"] for one in answers] == ["accomodation", "cyfrafod"]


def test_a_dictionary_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(child, "FOLDER", tmp_path)
    child._dictionary.cache_clear()
    assert asked({"language": "cy", "check": ["cyfarfod"]}) == [{"language": "cy", "failed": True}]
    child._dictionary.cache_clear()


def test_the_process_answers_and_ends_with_its_input() -> None:
    question = json.dumps({"language": "cy", "check": ["ŵyl", "xyl"]}).encode() + b"\n"
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-m", "boardroom.spelling.child"],
        cwd=ROOT,
        input=question,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout) == {"language": "cy", "right": ["ŵyl"], "wrong": ["xyl"]}
    assert done.stderr == b""


def test_it_takes_neither_qt_nor_the_database_along() -> None:
    look = "import sys, boardroom.spelling.child; print([n for n in ('PySide6', 'sqlalchemy') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_dictionary_lies_there_with_its_licence() -> None:
    for name in NAMES.values():
        assert (FOLDER / f"{name}.aff").is_file()
        assert (FOLDER / f"{name}.dic").is_file()
        assert (FOLDER / f"README_{name}.txt").is_file()
    assert (FOLDER / "LGPL-3.txt").is_file()


def test_the_words_of_boards_are_known_and_are_more_than_the_dictionary_has() -> None:
    words = words_of_boards("en")
    assert asked({"language": "en", "check": words}) == [{"language": "en", "right": words, "wrong": []}]
    alone = Hunspell(NAMES["en"], hunspell_data_dir=str(FOLDER))
    assert [word for word in words if word.islower() and alone.spell(word)] == []
    assert words_of_boards("cy") == []
