"""What a meeting record can't carry is named, whatever it is; what it can carry shows in it."""

import json
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from boardroom.domain.agenda import Paragraph
from boardroom.domain.base import Base
from boardroom.domain.entities import ENTITIES
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import runs_of
from boardroom.domain.votes import Vote
from boardroom.domain.words import TextKind, VoteOption
from boardroom.exchange.board_format import Field, fields_of
from boardroom.exchange.meeting_format import read_record
from boardroom.exchange.meeting_in import import_records
from boardroom.exchange.meeting_loss import CARRIED, losses
from boardroom.exchange.meeting_out import export_record
from boardroom.store.file import BoardFile
from boardroom.store.queries.records import lists_of_record, whole_meetings

FULL = {
    "format": "boardroom.meeting-record/1",
    "id": "full",
    "body": {"name": "Trust Board", "type": "trust", "area": "Merton", "country": "England"},
    "meeting": {
        "name": "Special meeting",
        "date": "2024-03-14",
        "start": "10:00",
        "end": "12:30",
        "venue": "Town Hall",
        "kind": "annual",
        "status": "held",
        "language": "en+cy",
        "quorate": True,
    },
    "attendance": [
        {
            "name": "Ann Lee",
            "role": "Chair",
            "organisation": "Age Concern",
            "sector": "voluntary",
            "status": "present",
            "for_items": ["1"],
            "arrived": "10:05",
            "left": "11:00",
            "proxy": True,
            "note": "by train",
        },
        {"role": "Officer", "status": "present", "count": 3, "arrived": "late", "left": "early"},
    ],
    "declarations": [
        {
            "by": "Ann Lee",
            "sector": "voluntary",
            "items": ["1"],
            "nature": "trustee",
            "effect": "left the room",
            "translations": {"cy": {"nature": "ymddiriedolwr"}},
        }
    ],
    "agenda": [
        {
            "number": "1",
            "minute_number": "45",
            "title": "Grants",
            "kind": "decision",
            "restricted": True,
            "restriction": "paragraph 3",
            "paper": "attached",
            "note": "as last year",
            "points": [
                {
                    "kind": "proposal",
                    "by": {"role": "Trustee", "organisation": "Age Concern", "sector": "voluntary"},
                    "text": "Pay by quarter.",
                }
            ],
            "decisions": [
                {
                    "number": "(i)",
                    "text": "Agreed.",
                    "method": "recorded vote",
                    "votes": {"for": 3, "against": 1, "abstain": 0},
                    "mover": "Ann Lee",
                    "seconder": "Bob Orr",
                    "conditions": ["by May"],
                    "provisional": True,
                    "recommended_to": "Cabinet",
                    "ratifies": "an earlier one",
                    "amends": "another one",
                    "note": "see minute 4",
                    "result": "carried",
                }
            ],
            "actions": [
                {
                    "text": "Write",
                    "owner_role": "Clerk",
                    "owner_organisation": "Council",
                    "due": "2024-05-01",
                    "status": "done",
                }
            ],
            "translations": {"cy": {"title": "Grantiau"}},
        },
        {"number": "1.1", "title": "Small grants", "parent": "1", "taken_after": "1"},
    ],
    "previous_minutes": [{"meeting_date": "2024-01-10", "result": "agreed", "corrections": ["a name"]}],
    "next_meeting": {"date": "2024-05-09", "as_stated": "in May"},
}
# References that are found again by the printed words beside them, and so are not carried themselves.
FOUND_AGAIN = {
    ("attendance", "person_id"),
    ("attendance", "organisation_id"),
    ("attendance_item", "item_id"),
    ("declaration", "person_id"),
    ("declaration_item", "item_id"),
    ("point", "organisation_id"),
    ("proposer", "organisation_id"),
    ("decision_link", "of_meeting_id"),
    ("minutes_confirmation", "of_meeting_id"),
    ("vote_event", "item_id"),
}
# Where a row stands: its ids, its place, its owners.
STANDING = {
    "id",
    "meeting_id",
    "board_id",
    "position",
    "attendance_id",
    "declaration_id",
    "confirmation_id",
    "proposal_id",
    "decision_id",
    "item_id",
}
LISTS = {entity: name for name, entity in lists_of_record().items()}


@pytest.fixture(scope="module")
def meeting_id(module_file: BoardFile) -> UUID:
    with module_file.writing("Import") as session:
        done = import_records(session, [read_record(json.dumps(FULL).encode(), "full.json")], new_board=True)
    return done.made["full"]


@pytest.fixture
def meeting(module_file: BoardFile, meeting_id: UUID) -> MeetingRecord:
    """Give a meeting in which everything is said that a record can say, to change at will."""
    with module_file.reading() as session:
        return whole_meetings(session, [meeting_id])[meeting_id]


def rows_of(record: MeetingRecord, entity: type[Base]) -> list[Any]:
    return [record.meeting] if isinstance(record.meeting, entity) else getattr(record, LISTS[entity], [])


def another(field: Field, value: object) -> Any:  # noqa: ANN401 - what the field holds
    """Return some other value for a field."""
    words = [field.from_data(word) for word in field.schema.get("enum", ()) if word is not None]
    some = [uuid7(), date(2001, 2, 3), datetime(2001, 2, 3, 4, 5, tzinfo=UTC), time(4, 5), True, False, 7, runs_of("x")]
    fitting = [one for one in some if _fits(field, one)]
    return next(one for one in (*words, *fitting, "else") if one != value)


def _fits(field: Field, value: object) -> bool:
    try:
        there_and_back = field.from_data(field.to_data(value))
    except (ValueError, TypeError, AttributeError):
        return False
    return there_and_back == value and type(there_and_back) is type(value)


def test_a_record_in_which_everything_is_said_loses_nothing(meeting: MeetingRecord) -> None:
    assert losses(meeting) == []


CASES = [
    (entity, field.name)
    for entity in ENTITIES
    if entity in CARRIED
    for field in fields_of(entity)
    if field.name not in STANDING and (entity.__tablename__, field.name) not in FOUND_AGAIN
]


@pytest.mark.parametrize(("entity", "name"), CASES, ids=lambda one: one if isinstance(one, str) else one.__tablename__)
def test_every_field_is_carried_or_its_loss_is_told(meeting: MeetingRecord, entity: type[Base], name: str) -> None:
    rows = rows_of(meeting, entity)
    before = export_record(meeting)
    field = next(one for one in fields_of(entity) if one.name == name)
    for row in rows:
        if getattr(row, name) not in (None, ""):
            break
    setattr(row, name, another(field, getattr(row, name)))
    try:
        after = export_record(meeting)
    except Refusal:
        return
    assert after != before


@pytest.mark.parametrize(
    "entity", [entity for entity in LISTS if entity not in CARRIED], ids=lambda entity: str(entity.__tablename__)
)
def test_a_row_that_a_record_never_makes_is_told_as_a_loss(meeting: MeetingRecord, entity: type[Base]) -> None:
    required = [field for field in fields_of(entity) if field.required and field.name != "id"]
    values: dict[str, Any] = {field.name: another(field, None) for field in required}
    getattr(meeting, LISTS[entity]).append(entity(**{**values, "meeting_id": meeting.meeting.id}))
    with pytest.raises(Refusal, match="which a meeting record can't carry; export the board instead"):
        export_record(meeting)


@pytest.mark.parametrize("number", ["", "1.1"], ids=["no number", "the number of another"])
def test_a_place_under_an_item_that_no_number_leads_to_is_told_as_a_loss(meeting: MeetingRecord, number: str) -> None:
    above, under = meeting.items
    above.number = number
    assert under.parent_id == above.id
    # The first item of a number is the one that is meant; then this one stands under itself.
    meeting.items.reverse()
    assert losses(meeting) == ["1 item under one without a number of its own"]


@pytest.mark.parametrize("name", ["decisions", "actions"])
def test_what_hangs_under_no_item_is_told_as_a_loss(meeting: MeetingRecord, name: str) -> None:
    getattr(meeting, name)[0].item_id = None
    assert any(lost.endswith("under no item") for lost in losses(meeting))


def test_what_would_be_lost_is_counted_in_words(meeting: MeetingRecord) -> None:
    own = meeting.meeting.id
    for text in "abc":
        meeting.paragraphs.append(Paragraph(meeting_id=own, text_kind=TextKind.MINUTE, runs=runs_of(text)))
    meeting.paragraphs.append(Paragraph(meeting_id=own, text_kind=TextKind.NOTE, runs=runs_of("d")))
    for name in "ef":
        event = meeting.vote_events[0].id
        meeting.votes.append(Vote(meeting_id=own, vote_event_id=event, name=name, option=VoteOption.YES))
    meeting.attendances[0].remote = True
    with pytest.raises(Refusal) as told:
        export_record(meeting, updates=1)
    assert str(told.value) == (
        "This meeting holds 3 paragraphs of minute text, 1 paragraph of notes, 2 named votes, 1 line of attendance "
        "with remote attendance and 1 update of an action, which a meeting record can't carry; "
        "export the board instead."
    )
