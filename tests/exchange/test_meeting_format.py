"""Meeting records are checked as a whole, and compared by what they say."""

import json
from copy import deepcopy
from typing import Any

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.exchange.meeting_format import canonical, content_hash, differences, identity, read_record
from tests.exchange.conftest import REAL

Record = dict[str, Any]


def read(record: object) -> Record:
    return read_record(json.dumps(record).encode(), "june.json").data


def refused(record: object) -> str:
    with pytest.raises(Refusal) as told:
        read(record)
    return str(told.value)


def spoilt(record: Record, *path: str | int, value: object) -> Record:
    """Return the record with one value put in."""
    copy: Any = deepcopy(record)
    inner = copy
    for step in path[:-1]:
        inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner[step]
    inner[path[-1]] = value
    result: Record = copy
    return result


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_real_record_is_read(path: Any) -> None:  # noqa: ANN401 - a parameter
    assert read_record(path, path.name).data["id"] == path.stem


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("meeting", "date"), "2023-02-30", "meeting, date: “2023-02-30” is no day of the calendar"),
        (("meeting", "date"), "30 March 2023", "meeting, date: “30 March 2023” is not a date like 2024-03-31"),
        (("meeting", "start"), "25:00", "meeting, start: “25:00” is no time of day"),
        (("meeting", "start"), "7pm", "meeting, start: “7pm” is not a time like 18:30"),
        (("next_meeting", "date"), "2023-13-01", "next_meeting, date: “2023-13-01” is no day of the calendar"),
        (("previous_minutes", 0, "meeting_date"), "2023-02-29", "previous_minutes, 1, meeting_date: “2023-02-29”"),
        (("agenda", 0, "actions"), [{"text": "x", "due": "2023-04-31"}], "agenda, item 1, actions, 1, due: “2023-04-"),
        (("agenda", 1, "decisions", 0, "votes"), {"for": "six"}, "agenda, item 2, decisions, 1, votes, for: a whole"),
        (("agenda", 0, "titel"), "x", "agenda, item 1: the key “titel” is not known here (is “title” meant?)"),
        (("agenda", 0, "title"), None, "agenda, item 1, title: a text in quotes is wanted here, not null"),
        (("agenda", 0, "kind"), "party", "agenda, item 1, kind: “party” is none of procedural, decision"),
        (("attendance", 3, "count"), 0, "attendance, line 4, count: 0 is less than 1"),
        (("attendance", 3, "count"), 10**30, "attendance, line 4, count: the number 1000000000"),
        (
            ("attendance", 3, "count"),
            True,
            "attendance, line 4, count: a whole number or null is wanted here, not true",
        ),
        (("body", "name"), " \u0000", "body, name: the name is blank"),
        (("agenda",), {}, "agenda: a list in [ ] is wanted here, not an object in { }"),
        (("format",), "boardroom.board-record/1", "june.json says that it is “boardroom.board-record/1”; a meeting"),
    ],
)
def test_a_fault_is_told_with_its_place(
    record: Record, path: tuple[str | int, ...], value: object, sentence: str
) -> None:
    assert sentence in refused(spoilt(record, *path, value=value))


def test_a_missing_key_is_named(record: Record) -> None:
    del record["agenda"][2]["title"]
    assert "agenda, item 3: “title” is missing" in refused(record)
    sentence = (
        "june.json can't be taken in: at its outermost level: an object in { } is wanted here, not a list in [ ]."
    )
    assert refused([record]) == sentence
    assert "doesn't say what it is" in refused({})


def test_five_faults_are_listed_and_more_are_hinted_at(record: Record) -> None:
    for item in record["agenda"]:
        item["kind"] = "party"
        item["note"] = 5
    sentence = refused(record)
    assert sentence.count("is none of") + sentence.count("is wanted here") == 5
    assert sentence.endswith("There are more faults.")


def test_an_item_that_stands_under_itself_is_refused(record: Record) -> None:
    assert "agenda, item 1, parent: the item stands under itself" in refused(
        spoilt(record, "agenda", 0, "parent", value="1")
    )
    circle = spoilt(record, "agenda", 0, "parent", value="2")
    circle["agenda"][1]["parent"] = "1"
    circle["agenda"][2]["parent"] = "1"
    sentence = refused(circle)
    assert "agenda, item 1, parent: the item stands under itself, by way of item “2”" in sentence
    assert "agenda, item 2, parent" in sentence
    assert "agenda, item 3" not in sentence


def test_a_record_without_an_id_is_known_by_what_it_says(record: Record) -> None:
    del record["id"]
    said_otherwise = deepcopy(record)
    said_otherwise["meeting"]["quorate"] = None
    said_otherwise["source"] = {"note": "another copy"}
    for item in said_otherwise["agenda"]:
        item.pop("restricted")
        item["conditions"] = []
    assert identity(record) == content_hash(record)
    assert identity(record) == identity(dict(reversed(said_otherwise.items())))
    said_otherwise["agenda"][0]["title"] += "!"
    assert identity(record) != identity(said_otherwise)
    assert identity({**record, "id": "june"}) == "june"


def test_several_not_counted_is_not_the_same_as_not_said() -> None:
    assert canonical({"attendance": [{"status": "present", "count": None}]}) == {
        "attendance": [{"status": "present", "count": None}]
    }
    assert canonical({"attendance": [{"status": "present", "note": None, "proxy": False}]}) == {
        "attendance": [{"status": "present"}]
    }


def test_differences_are_told_with_their_place(record: Record) -> None:
    other = deepcopy(record)
    other["agenda"][1]["title"] = "Late business"
    other["attendance"].pop()
    other["meeting"].pop("venue")
    other["meeting"]["quorate"] = True
    assert list(differences(canonical(record), canonical(other))) == [
        "agenda, item 2, title: on the board “Urgent business”, in the record “Late business”",
        "attendance: on the board 10 of them, in the record 9 of them",
        "meeting, quorate: on the board nothing, in the record true",
        "meeting, venue: on the board “Civic Centre, High Road, Wood Green, N22…”, in the record nothing",
    ]
