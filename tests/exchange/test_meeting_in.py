"""Meeting records come in whole or not at all, matched with what the board file holds."""

import json
from copy import deepcopy
from typing import Any, TypeVar

import pytest
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.attendance import Attendance, AttendanceItem, Stay
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import Meeting
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import runs_of
from boardroom.domain.words import Sector, TextKind
from boardroom.exchange.meeting_format import RecordFile, canonical, read_record
from boardroom.exchange.meeting_in import RecordImport, import_records, plan_import
from boardroom.exchange.meeting_out import export_meeting
from boardroom.store.file import BoardFile

Record = dict[str, Any]
T = TypeVar("T", bound=Base)


def file(record: Record, name: str = "june.json") -> RecordFile:
    return read_record(json.dumps(record).encode(), name)


def take_in(board: BoardFile, *records: Record, new_board: bool = True) -> RecordImport:
    files = [file(record, f"{at}.json") for at, record in enumerate(records, 1)]
    with board.writing("Import records") as session:
        return import_records(session, files, new_board=new_board)


def refused(board: BoardFile, *records: Record, new_board: bool = True) -> str:
    before = count(board)
    with pytest.raises(Refusal) as told:
        take_in(board, *records, new_board=new_board)
    assert count(board) == before
    return str(told.value)


def count(board: BoardFile) -> dict[str, int]:
    with board.reading() as session:
        return {entity.__name__: len(session.scalars(select(entity)).all()) for entity in ENTITIES}


def all_of(board: BoardFile, entity: type[T]) -> list[T]:
    with board.reading() as session:
        return list(session.scalars(select(entity).order_by(entity.id)))


def small(**parts: Any) -> Record:  # noqa: ANN401 - parts of a record
    return {"format": "boardroom.meeting-record/1", "body": {"name": "Trust Board"}, "meeting": {}, **parts}


def test_a_board_that_the_file_lacks_needs_to_be_asked_for(board_file: BoardFile, record: Record) -> None:
    sentence = refused(board_file, record, new_board=False)
    assert "no board named “Haringey Children and Young People's Strategic Partnership Board”" in sentence
    assert "--new-board" in sentence
    done = take_in(board_file, record)
    assert list(done.boards) == ["Haringey Children and Young People's Strategic Partnership Board"]
    take_in(board_file, {**record, "id": "another"}, new_board=False)
    (board,) = all_of(board_file, Board)
    assert (board.kind, board.area, board.country) == ("children's strategic partnership", "Haringey", "England")


def test_a_board_that_is_called_otherwise_in_one_record_keeps_its_own_words(board_file: BoardFile) -> None:
    take_in(board_file, small(id="a", body={"name": "Trust Board", "type": "trust"}))
    bare = small(id="b", body={"name": "Trust  Board", "area": "Merton"})
    done = take_in(board_file, small(id="c", body={"name": "Trust Board", "type": "forum"}), bare, new_board=False)
    assert [str(doubt) for doubt in done.doubts] == [
        "1.json: body, type: “forum” is “trust” on the board; the record's own word is kept with its meeting."
    ]
    with board_file.reading() as session:
        assert canonical(export_meeting(session, done.made["b"])) == canonical(bare)
    assert len(all_of(board_file, Board)) == 1


def test_one_bad_record_keeps_the_whole_batch_out(board_file: BoardFile, record: Record) -> None:
    take_in(board_file, record)
    changed = deepcopy(record)
    changed["agenda"][4]["title"] = "Something else"
    sentence = refused(board_file, {**record, "id": "new"}, changed)
    assert sentence == (
        "The meeting of 2.json is in the board file already, and it differs from the record: agenda, item 5, title: "
        "on the board “Sustainable Community Strategy consultat…”, in the record “Something else”. Nothing was "
        "changed: undo the earlier import and import again, or change the meeting on the board."
    )


def test_a_meeting_that_was_edited_here_is_not_written_over(board_file: BoardFile, record: Record) -> None:
    take_in(board_file, record)
    with board_file.writing("Correct the title") as session:
        item = session.scalars(select(AgendaItem).where(AgendaItem.number == "1")).one()
        item.title = "Apologies and substitutes"
    sentence = refused(board_file, record)
    assert "agenda, item 1, title: on the board “Apologies and substitutes”, in the record “Apologies”" in sentence


def test_a_meeting_that_was_written_up_here_is_not_written_over(board_file: BoardFile, record: Record) -> None:
    done = take_in(board_file, record)
    with board_file.writing("Write") as session:
        meeting_id = done.made[record["id"]]
        session.add(Paragraph(meeting_id=meeting_id, text_kind=TextKind.MINUTE, runs=runs_of("The Chair said so.")))
    assert "and it holds what a record can't carry: 1 paragraph of minute text." in refused(board_file, record)


def test_an_edited_meeting_without_an_id_is_still_known(board_file: BoardFile, record: Record) -> None:
    del record["id"]
    take_in(board_file, record)
    (item, *_) = all_of(board_file, AgendaItem)
    with board_file.writing("Correct the title") as session:
        session.get_one(AgendaItem, item.id).title = "Apologies!"
    assert "agenda, item 1, title" in refused(board_file, record)
    with board_file.reading() as session:
        edited = export_meeting(session, item.meeting_id)
    assert take_in(board_file, edited).made == {}


def test_a_meeting_made_here_goes_out_and_is_known_when_it_comes_back(board_file: BoardFile, record: Record) -> None:
    done = take_in(board_file, record)
    meeting_id = done.made[record["id"]]
    with board_file.writing("Make it ours") as session:
        session.get_one(Meeting, meeting_id).record_id = None
    with board_file.reading() as session:
        ours = export_meeting(session, meeting_id)
    assert ours["id"] == str(meeting_id)
    assert list(take_in(board_file, ours).unchanged.values()) == [meeting_id]


def test_two_records_of_one_meeting_must_agree(board_file: BoardFile, record: Record) -> None:
    changed = deepcopy(record)
    changed["meeting"]["venue"] = "Town Hall"
    sentence = refused(board_file, record, changed)
    assert "1.json and 2.json are records of the same meeting and differ" in sentence
    assert "meeting, venue: on the board “Civic Centre" in sentence
    assert len(take_in(board_file, record, record).made) == 1


def test_planning_changes_nothing(board_file: BoardFile, record: Record) -> None:
    with board_file.reading() as session:
        plan = plan_import(session, [file(record)], new_board=True)
    assert len(plan.rows[AgendaItem]) == 5
    assert sum(count(board_file).values()) == 0


def test_people_and_organisations_are_matched_by_name(board_file: BoardFile) -> None:
    lines = [
        {"status": "present", "name": "Ŵyn  Price", "organisation": "Age Concern", "sector": "unknown"},
        {"status": "present", "name": "Ŵyn Price", "organisation": "Age Concern", "sector": "voluntary", "count": 1},
        {"status": "present", "name": "The Johnsons", "count": 2},
        {"status": "apologies", "role": "Officer", "organisation": "Nowhere"},
    ]
    take_in(board_file, small(id="a", attendance=lines))
    take_in(board_file, small(id="b", attendance=lines[:1]), new_board=False)
    assert [person.name for person in all_of(board_file, Person)] == ["Ŵyn Price"]
    assert [one.name for one in all_of(board_file, Organisation)] == ["Age Concern", "Nowhere"]
    assert [one.sector for one in all_of(board_file, OrganisationStatus)] == [Sector.VOLUNTARY]
    linked = [line.person_id is not None for line in all_of(board_file, Attendance)]
    assert linked == [True, True, False, False, True]


def test_of_several_with_one_name_the_first_is_taken_and_it_is_said(board_file: BoardFile) -> None:
    with board_file.writing("Add people") as session:
        session.add_all([Person(name="Ann Lee"), Person(name="Ann Lee")])
    first = min(all_of(board_file, Person), key=lambda person: person.id)
    done = take_in(board_file, small(attendance=[{"status": "present", "name": "Ann Lee"}] * 2))
    assert [str(doubt) for doubt in done.doubts if "named" in doubt.sentence] == [
        "1.json: 2 people are named “Ann Lee”; the first was taken."
    ]
    assert {line.person_id for line in all_of(board_file, Attendance)} == {first.id}


def test_of_several_items_with_one_number_the_first_is_taken_and_it_is_said(board_file: BoardFile) -> None:
    agenda = [
        {"number": "1", "title": "First"},
        {"number": "1", "title": "Second"},
        {"number": "1.1", "title": "Under", "parent": "1"},
        {"number": "2", "title": "Astray", "parent": "9"},
        {"number": "3", "title": "Spaced", "parent": " 2"},
    ]
    came = [{"status": "in attendance", "role": "Presenter", "for_items": ["1", "9", "2"]}]
    done = take_in(board_file, small(id="a", agenda=agenda, attendance=came))
    told = [str(doubt) for doubt in done.doubts]
    assert "1.json: agenda, item 3, parent: 2 items are numbered “1”; the first was taken." in told
    assert "1.json: attendance, line 1, for_items, 1: 2 items are numbered “1”; the first was taken." in told
    assert any("stand under item 9, which is not on the agenda" in each for each in told)
    assert any("there for item 9, which is not on the agenda" in each for each in told)
    first, _, under, astray, spaced = all_of(board_file, AgendaItem)
    assert (under.parent_id, astray.parent_id, spaced.parent_id) == (first.id, None, astray.id)
    assert [(one.number, one.item_id) for one in all_of(board_file, AttendanceItem)] == [
        ("1", first.id),
        ("9", None),
        ("2", astray.id),
    ]
    with board_file.reading() as session:
        exported = export_meeting(session, done.made["a"])
    assert [item.get("parent") for item in exported["agenda"]] == [None, None, "1", "9", " 2"]


def test_times_that_are_words_stay_words(board_file: BoardFile) -> None:
    line = {"status": "present", "role": "Director", "arrived": "18:05", "left": "during item 4"}
    take_in(board_file, small(attendance=[line]))
    (stay,) = all_of(board_file, Stay)
    assert stay.arrived_at is not None
    assert (stay.arrived_at.isoformat("minutes"), stay.arrived_words) == ("18:05", "")
    assert (stay.left_at, stay.left_words) == (None, "during item 4")


def test_dates_that_are_words_stay_words(board_file: BoardFile) -> None:
    record = small(
        id="a",
        next_meeting={"date": "some day in May", "as_stated": "to be told"},
        previous_minutes=[{"meeting_date": "last June", "result": "agreed"}, {}],
        agenda=[{"title": "x", "actions": [{"text": "Write", "due": "soon"}, {"text": "Read", "due": "2024-02-29"}]}],
    )
    done = take_in(board_file, record)
    with board_file.reading() as session:
        assert canonical(export_meeting(session, done.made["a"])) == canonical(record)


def test_hostile_text_comes_in_and_goes_out_as_it_is(board_file: BoardFile) -> None:
    texts = [
        "<b>bold</b><img src=/etc/passwd>&amp;",
        '=HYPERLINK("http://evil")',
        "'; DROP TABLE meeting; --",
        "annexe\u202efdp.exe",
        "ŵ" * 400_000,
        "{\\rtf1} ${jndi:x} %s {0}",
    ]
    record = small(id="a", agenda=[{"title": text, "points": [{"text": text}]} for text in texts])
    done = take_in(board_file, record)
    with board_file.reading() as session:
        assert canonical(export_meeting(session, done.made["a"])) == canonical(record)
    assert take_in(board_file, record).made == {}
