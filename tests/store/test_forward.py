"""The forward plan: what comes to which meeting, and what has none yet."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from boardroom.documents.blocks import Heading, Paragraph, Table, plain_text
from boardroom.documents.compose.forward import compose_forward
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.board import Board
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, ItemState, MeetingStatus, Stage
from boardroom.services.agenda import withdraw_item
from boardroom.services.on_strand import bring_to_meeting
from boardroom.services.strand_stages import plan_stage
from boardroom.store.file import BoardFile
from boardroom.store.queries.forward import ForwardPlan, forward_plan

TODAY = date(2026, 11, 22)
BOARD, BREAKS, PLAY, OVER = uuid7(), uuid7(), uuid7(), uuid7()
DECEMBER, MARCH, OLD, CALLED_OFF = uuid7(), uuid7(), uuid7(), uuid7()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BoardFile]:
    """Two strands that are planned and one that ended; meetings in December and March, one of them with items."""
    with BoardFile.create(tmp_path / "a.boardroom", who="Ann") as board:
        with board.writing("Set up") as session:
            session.add(Board(id=BOARD, name="Arrowmere"))
            for place, (strand_id, name) in enumerate(((BREAKS, "Short breaks"), (PLAY, "Play"), (OVER, "Buses"))):
                session.add(Strand(id=strand_id, board_id=BOARD, name=name, position=place))
                session.add(StrandStage(strand_id=strand_id, stage=Stage.NEEDS, began=date(2026, 4, 1)))
            session.get_one(Strand, OVER).ended = date(2026, 10, 1)
            for strand_id, stage, day in (
                (BREAKS, Stage.SPECIFICATION, date(2027, 2, 1)),
                (BREAKS, Stage.PROCUREMENT, date(2027, 5, 1)),
                (PLAY, Stage.STRATEGY, date(2026, 11, 1)),
                (OVER, Stage.STRATEGY, date(2027, 2, 1)),
            ):
                session.add(StrandStage(strand_id=strand_id, stage=stage, planned=day))
            for meeting_id, day, status in (
                (DECEMBER, date(2026, 12, 3), MeetingStatus.PLANNED),
                (MARCH, date(2027, 3, 4), MeetingStatus.PLANNED),
                (OLD, date(2026, 9, 17), MeetingStatus.CONFIRMED),
                (CALLED_OFF, date(2027, 1, 14), MeetingStatus.CANCELLED),
            ):
                session.add(Meeting(id=meeting_id, status=status, name=f"Meeting of {day.month}"))
                session.add(MeetingBoard(meeting_id=meeting_id, board_id=BOARD))
                session.add(MeetingDay(meeting_id=meeting_id, held_on=day))
                session.add(AgendaItem(meeting_id=meeting_id, title="Welcome", position=0))
            on: dict[str, Any] = {"strand_id": BREAKS, "meeting_id": DECEMBER}
            session.add(AgendaItem(**on, title="Breaks: who waits", number="4", kind=ItemKind.DECISION, position=1))
            session.add(AgendaItem(**on, title="Withdrawn", state=ItemState.WITHDRAWN, position=2))
            heading = AgendaItem(meeting_id=DECEMBER, title="Reports", kind=ItemKind.HEADING, position=3)
            session.add(heading)
        yield board


def planned(file: BoardFile, audience: Audience = Audience.MEMBERS) -> ForwardPlan:
    with file.reading() as session:
        return forward_plan(session, BOARD, TODAY, audience)


def test_planned_meetings_come_in_order_with_their_items_on_strands_and_the_stage_of_the_day(file: BoardFile) -> None:
    plan = planned(file)
    assert [(one.id, one.others) for one in plan.meetings] == [(DECEMBER, 1), (MARCH, 1)]
    (item,) = plan.meetings[0].items
    assert (item.number, item.title, item.strand, item.stage) == ("4", "Breaks: who waits", "Short breaks", Stage.NEEDS)
    with file.writing("Bring") as session:
        bring_to_meeting(session, BREAKS, MARCH)
    assert [one.stage for one in planned(file).meetings[1].items] == [Stage.SPECIFICATION]


def test_stages_without_a_meeting_say_which_one_is_the_last_before(file: BoardFile) -> None:
    plan = planned(file)
    assert [(one.strand, one.stage, one.by, one.late) for one in plan.without] == [
        ("Play", Stage.STRATEGY, None, True),
        ("Short breaks", Stage.PROCUREMENT, MARCH, False),
    ]
    with file.writing("Bring") as session:
        bring_to_meeting(session, BREAKS, MARCH)
    assert [one.strand for one in planned(file).without] == ["Play"]


def test_no_meeting_is_named_at_which_an_item_would_take_the_stage_before(file: BoardFile) -> None:
    with file.writing("Plan") as session:
        plan_stage(session, BREAKS, Stage.PROCUREMENT, date(2027, 2, 20))
    (procurement,) = [one for one in planned(file).without if one.stage is Stage.PROCUREMENT]
    assert procurement.by is None


def test_a_stage_that_is_late_has_its_meeting_where_the_next_one_takes_the_strand(file: BoardFile) -> None:
    assert (PLAY, True) in {(one.strand_id, one.late) for one in planned(file).without}
    with file.writing("Bring") as session:
        bring_to_meeting(session, PLAY, DECEMBER)
    plan = planned(file)
    assert [one.stage for one in plan.meetings[0].items if one.strand_id == PLAY] == [Stage.STRATEGY]
    assert PLAY not in {one.strand_id for one in plan.without}


def test_a_strand_is_brought_to_an_agenda_once_but_again_where_its_item_was_withdrawn(file: BoardFile) -> None:
    with file.writing("Bring") as session:
        item_id = bring_to_meeting(session, BREAKS, MARCH).id
    with pytest.raises(Refusal, match="“Short breaks” stands on that agenda already"), file.writing("B") as session:
        bring_to_meeting(session, BREAKS, MARCH)
    with file.writing("Withdraw") as session:
        withdraw_item(session, item_id)
        bring_to_meeting(session, BREAKS, MARCH)
    assert [one.title for one in planned(file).meetings[1].items] == ["Short breaks"]


def test_the_public_is_not_told_that_a_restricted_item_is_on_a_strand(file: BoardFile) -> None:
    with file.writing("Restrict") as session:
        item = session.get_one(AgendaItem, planned(file).meetings[0].items[0].id)
        item.restricted, item.public_title = True, "A contract"
    assert planned(file).meetings[0].items[0].restricted
    public = planned(file, Audience.PUBLIC)
    assert (public.meetings[0].items, public.meetings[0].others) == ((), 2)
    assert Stage.SPECIFICATION in {one.stage for one in public.without}
    document = str(compose_forward(public, Audience.PUBLIC))
    assert "who waits" not in document
    # The restricted one is among the others, so nothing is said of what they are on.
    assert "on no strand" not in document


def test_the_document_has_a_table_for_each_meeting_and_one_of_what_has_none(file: BoardFile) -> None:
    document = compose_forward(planned(file), Audience.MEMBERS)
    headings = [one.text for one in document.blocks if isinstance(one, Heading)]
    assert headings == [
        "Forward plan",
        "Meeting of 12, Thursday 3 December 2026",
        "Meeting of 3, Thursday 4 March 2027",
        "No meeting yet",
    ]
    first, last = [one for one in document.blocks if isinstance(one, Table)]
    assert [plain_text(cell.lines[0]) for cell in first.rows[0]] == [
        "4",
        "Short breaks",
        "Needs",
        "Breaks: who waits: for decision",
    ]
    assert [plain_text(cell.lines[0]) for cell in last.rows[0]] == [
        "Play",
        "Strategy",
        "1 November 2026, late",
        "none planned in time",
    ]
    said = [plain_text(one.spans) for one in document.blocks if isinstance(one, Paragraph)]
    assert "One other item." in said
    assert "Nothing on a strand yet." in said
