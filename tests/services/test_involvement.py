"""Saying by hand who took part, and asking sectors to an item."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.involvement import Occasion
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus, Sector
from boardroom.services.inviting import invite_to_item
from boardroom.services.involvement import add_involvement, change_involvement, remove_involvement
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.involvement import parts
from boardroom.store.undo import undo

BOARD, STRAND, CHARITY, MEETING = uuid7(), uuid7(), uuid7(), uuid7()
MAY = date(2026, 5, 4)
MISSING = (Sector.VOLUNTARY, Sector.SERVICE_USERS)


@pytest.fixture
def plan(board: BoardFile) -> BoardFile:
    """A strand, a charity that was a community group until April 2026, and a planned meeting."""
    with board.writing("Set up") as session:
        session.add_all([Board(id=BOARD, name="Arrowmere"), Strand(id=STRAND, board_id=BOARD, name="Short breaks")])
        session.add(Organisation(id=CHARITY, name="Tŷ Cwtsh"))
        known: dict[str, Any] = {"organisation_id": CHARITY}
        session.add(OrganisationStatus(**known, sector=Sector.COMMUNITY, ends=date(2026, 4, 30)))
        session.add(OrganisationStatus(**known, sector=Sector.VOLUNTARY, starts=date(2026, 5, 1)))
        session.add_all(
            [Meeting(id=MEETING, status=MeetingStatus.PLANNED), MeetingBoard(meeting_id=MEETING, board_id=BOARD)]
        )
        session.add(MeetingDay(meeting_id=MEETING, held_on=date(2026, 12, 3)))
    return board


def added(plan: BoardFile, how: str = "Workshop", on: date = MAY) -> UUID:
    with plan.writing("Say who took part") as session:
        return add_involvement(session, STRAND, CHARITY, on, how, evidence=" Notes, page 14 ").id


def test_what_is_said_by_hand_counts_with_the_sector_of_the_day(plan: BoardFile) -> None:
    added(plan)
    added(plan, "Visit", date(2026, 4, 1))
    with plan.reading() as session:
        told = parts(session, BOARD)
    assert [(one.sector, one.on, one.occasion, one.words) for one in told] == [
        (Sector.COMMUNITY, date(2026, 4, 1), Occasion.BY_HAND, "Visit"),
        (Sector.VOLUNTARY, MAY, Occasion.BY_HAND, "Workshop"),
    ]


def test_it_is_put_right_taken_out_and_brought_back(plan: BoardFile) -> None:
    row = added(plan)
    with plan.writing("Put right") as session:
        changed = change_involvement(session, row, on=date(2026, 5, 5), how="Two workshops")
        assert (changed.happened_on, changed.how, changed.evidence) == (
            date(2026, 5, 5),
            "Two workshops",
            "Notes, page 14",
        )
    with plan.writing("Take out") as session:
        remove_involvement(session, row)
    with plan.reading() as session:
        assert parts(session, BOARD) == []
    undo(plan)
    with plan.reading() as session:
        assert [one.words for one in parts(session, BOARD)] == ["Two workshops"]


def test_it_is_said_how_and_not_twice(plan: BoardFile) -> None:
    added(plan)
    with pytest.raises(Refusal, match="Say how it took part"):
        added(plan, " \n ")
    with pytest.raises(Refusal, match="Tŷ Cwtsh took part on Mon 4 May 2026 in the same way"):
        added(plan)
    other = added(plan, "Visit")
    with pytest.raises(Refusal, match="stands there already"), plan.writing("Change") as session:
        change_involvement(session, other, how="Workshop")
    with pytest.raises(Refusal, match="strand"), plan.writing("Add") as session:
        add_involvement(session, uuid7(), CHARITY, MAY, "Visit")


def test_sectors_are_asked_on_the_agenda_once(plan: BoardFile) -> None:
    for _ in range(2):
        with plan.writing("Invite") as session:
            invite_to_item(session, STRAND, MEETING, MISSING)
    with plan.reading() as session:
        (item,) = items_of(session, MEETING)
    assert (item.title, item.strand_id) == ("Short breaks", STRAND)
    assert item.agenda_note == "Asked to take part, for the first time: voluntary, service users."


def test_the_item_on_the_strand_that_stands_there_is_used_and_its_note_stays(plan: BoardFile) -> None:
    with plan.writing("Set up") as session:
        session.add(AgendaItem(meeting_id=MEETING, title="Weekends", strand_id=STRAND, agenda_note="See paper 4."))
    with plan.writing("Invite") as session:
        invite_to_item(session, STRAND, MEETING, MISSING)
    with plan.reading() as session:
        (item,) = items_of(session, MEETING)
    assert item.title == "Weekends"
    assert item.agenda_note.splitlines() == [
        "See paper 4.",
        "Asked to take part, for the first time: voluntary, service users.",
    ]


def test_nobody_is_asked_where_none_is_missing_or_to_a_meeting_that_was_held(plan: BoardFile) -> None:
    with pytest.raises(Refusal, match="Every sector"), plan.writing("Invite") as session:
        invite_to_item(session, STRAND, MEETING, ())
    with plan.writing("Hold") as session:
        session.get_one(Meeting, MEETING).status = MeetingStatus.HELD
    with pytest.raises(Refusal, match="Only to a meeting that is planned"), plan.writing("Invite") as session:
        invite_to_item(session, STRAND, MEETING, MISSING)
