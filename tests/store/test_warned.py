"""What a board is warned of, on Home and on the agenda of the next meeting."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event
from uuid_utils.compat import uuid7

from boardroom.documents.compose.agenda import compose_agenda
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance
from boardroom.domain.audience import Audience
from boardroom.domain.board import Board, Seat, TermsOfReference
from boardroom.domain.calls import Call
from boardroom.domain.involvement import Gap
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.warned import Waiting
from boardroom.domain.words import ItemState, MeetingStatus, Presence, Sector, Stage
from boardroom.services.inviting import invite_to_item
from boardroom.store.file import BoardFile
from boardroom.store.queries.home import home_of
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.queries.warned import short_calls, strand_warnings, waiting_too_long, warned, warned_at
from tests.documents.reading import said

TODAY = date(2026, 11, 22)
BOARD, STRAND, HELD, ITEM, COMING = uuid7(), uuid7(), uuid7(), uuid7(), uuid7()
SPECIFIED = TODAY + timedelta(weeks=7)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BoardFile]:
    """A board of three sectors; the council came to the strand's item in September; specification in 7 weeks."""
    with BoardFile.create(tmp_path / "a.boardroom", who="Ann") as board:
        with board.writing("Set up") as session:
            session.add(Board(id=BOARD, name="Arrowmere"))
            for position, sector in enumerate((Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY, Sector.POLICE)):
                session.add(Seat(board_id=BOARD, name=sector.value, sector=sector, position=position))
            session.add(TermsOfReference(board_id=BOARD, call_weeks=8, answer_days=56))
            session.add(Strand(id=STRAND, board_id=BOARD, name="Short breaks"))
            session.add(StrandStage(strand_id=STRAND, stage=Stage.NEEDS, began=date(2026, 6, 1)))
            session.add(StrandStage(strand_id=STRAND, stage=Stage.SPECIFICATION, planned=SPECIFIED))
            session.add(Meeting(id=HELD, status=MeetingStatus.CONFIRMED))
            session.add(Meeting(id=COMING, status=MeetingStatus.PLANNED))
            for meeting_id, day in ((HELD, date(2026, 9, 17)), (COMING, date(2026, 12, 3))):
                session.add(MeetingBoard(meeting_id=meeting_id, board_id=BOARD))
                session.add(MeetingDay(meeting_id=meeting_id, held_on=day))
            session.add(
                AgendaItem(id=ITEM, meeting_id=HELD, title="Short breaks", strand_id=STRAND, state=ItemState.TAKEN)
            )
            session.add(attended(Sector.LOCAL_AUTHORITY))
        yield board


def attended(sector: Sector) -> Attendance:
    return Attendance(meeting_id=HELD, status=Presence.PRESENT, name=sector.value, sector=sector)


def change(file: BoardFile, *rows: object) -> None:
    with file.writing("Change") as session:
        session.add_all(rows)


def gaps(file: BoardFile, today: date = TODAY, audience: Audience = Audience.MEMBERS) -> list[Gap]:
    with file.reading() as session:
        return [one.gap for one in strand_warnings(session, BOARD, today, audience)]


def a_gap(*sectors: Sector) -> Gap:
    return Gap(stage=Stage.SPECIFICATION, on=SPECIFIED, entered=False, sectors=sectors)


def test_it_warns_as_long_ahead_as_the_terms_let_a_call_run(file: BoardFile) -> None:
    assert gaps(file) == [a_gap(Sector.VOLUNTARY, Sector.POLICE)]
    assert gaps(file, SPECIFIED - timedelta(weeks=8)) != []
    assert gaps(file, SPECIFIED - timedelta(weeks=8, days=1)) == []


def test_who_came_is_missing_no_longer(file: BoardFile) -> None:
    change(file, attended(Sector.VOLUNTARY))
    assert gaps(file) == [a_gap(Sector.POLICE)]
    change(file, attended(Sector.POLICE))
    assert gaps(file) == []


def test_the_public_is_not_told_who_came_to_a_restricted_item(file: BoardFile) -> None:
    with file.writing("Restrict") as session:
        session.get_one(AgendaItem, ITEM).restricted = True
    assert gaps(file) == [a_gap(Sector.VOLUNTARY, Sector.POLICE)]
    assert gaps(file, audience=Audience.PUBLIC) == [a_gap(Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY, Sector.POLICE)]


@pytest.mark.parametrize(("days_ago", "told"), [(1, False), (0, False), (-1, True)])
def test_of_a_strand_that_ended_nothing_is_said(file: BoardFile, days_ago: int, told: bool) -> None:  # noqa: FBT001 - a case
    with file.writing("End") as session:
        session.get_one(Strand, STRAND).ended = TODAY - timedelta(days=days_ago)
    assert bool(gaps(file)) == told


def test_the_warning_says_where_it_comes_next_whether_they_are_asked_and_which_call_is_open(file: BoardFile) -> None:
    with file.reading() as session:
        (before,) = strand_warnings(session, BOARD, TODAY)
    assert (before.item, before.call_id) == (None, None)
    change(file, AgendaItem(meeting_id=COMING, number="4", title="Short breaks", strand_id=STRAND))
    with file.reading() as session:
        (on_agenda,) = strand_warnings(session, BOARD, TODAY)
    assert on_agenda.item is not None
    assert (on_agenda.item.number, on_agenda.item.day, on_agenda.item.asked) == ("4", date(2026, 12, 3), False)
    with file.writing("Invite") as session:
        invite_to_item(session, STRAND, COMING, on_agenda.gap.sectors)
    change(file, a_call(weeks=8))
    with file.reading() as session:
        (after,) = strand_warnings(session, BOARD, TODAY)
    assert after.item is not None
    assert after.item.asked
    assert after.call_closes == TODAY + timedelta(weeks=8)


def test_who_is_still_missing_of_those_that_were_asked_is_not_asked_again(file: BoardFile) -> None:
    with file.writing("Invite") as session:
        invite_to_item(session, STRAND, COMING, (Sector.VOLUNTARY, Sector.POLICE))
    change(file, attended(Sector.VOLUNTARY))
    with file.reading() as session:
        (told,) = strand_warnings(session, BOARD, TODAY)
    assert told.item is not None
    assert (told.gap.sectors, told.item.asked) == ((Sector.POLICE,), True)
    with file.writing("Invite") as session:
        item = invite_to_item(session, STRAND, COMING, (Sector.POLICE, Sector.FAITH))
        assert item.agenda_note.splitlines() == [
            "Asked to take part, for the first time: voluntary, police.",
            "Asked to take part, for the first time: faith.",
        ]


def a_call(weeks: int, short_reason: str = "") -> Call:
    closes = TODAY + timedelta(weeks=weeks)
    return Call(
        board_id=BOARD,
        strand_id=STRAND,
        number="3",
        question="What helps?",
        opens=TODAY,
        closes=closes,
        short_reason=short_reason,
    )


def test_a_call_shorter_than_agreed_without_a_reason_is_told_until_it_closes(file: BoardFile) -> None:
    change(file, a_call(weeks=6), a_call(weeks=8), a_call(weeks=5, short_reason="The grant ends."))
    with file.reading() as session:
        (told,) = short_calls(session, BOARD, TODAY)
        assert short_calls(session, BOARD, TODAY + timedelta(weeks=6, days=1)) == ()
    assert (told.number, told.weeks, told.agreed, told.strand) == ("3", 6, 8, "Short breaks")


def a_proposal(file: BoardFile, received_on: date, item_id: UUID | None = None) -> None:
    proposal = Proposal(
        board_id=BOARD, text="Weekends", received_on=received_on, item_id=item_id, meeting_id=HELD if item_id else None
    )
    change(file, proposal, Proposer(proposal_id=proposal.id, organisation="Youth Voice"))


def test_proposals_that_wait_longer_than_promised_are_counted(file: BoardFile) -> None:
    a_proposal(file, TODAY - timedelta(days=56))
    with file.reading() as session:
        assert waiting_too_long(session, BOARD, TODAY) is None
    a_proposal(file, TODAY - timedelta(days=57))
    a_proposal(file, TODAY - timedelta(days=81), ITEM)
    with file.writing("Restrict") as session:
        session.get_one(AgendaItem, ITEM).restricted = True
    with file.reading() as session:
        assert waiting_too_long(session, BOARD, TODAY) == Waiting(count=2, longest=81, promised=56)
        public = waiting_too_long(session, BOARD, TODAY, Audience.PUBLIC)
    assert public == Waiting(count=1, longest=57, promised=56)


def test_a_proposal_that_came_in_for_a_meeting_without_a_day_waits_too(file: BoardFile) -> None:
    meeting = Meeting(status=MeetingStatus.PLANNED)
    change(file, meeting, MeetingDay(meeting_id=meeting.id))
    change(file, Proposal(board_id=BOARD, text="Buses", received_on=TODAY - timedelta(days=60), meeting_id=meeting.id))
    with file.reading() as session:
        assert waiting_too_long(session, BOARD, TODAY) == Waiting(count=1, longest=60, promised=56)


def test_how_many_wait_is_asked_in_one_go_however_many_there_are(file: BoardFile) -> None:
    change(file, *(Proposal(board_id=BOARD, text="?", received_on=TODAY - timedelta(days=60)) for _ in range(250)))
    found: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    with file.reading() as session:
        event.listen(session.get_bind(), "before_cursor_execute", listen)
        told = waiting_too_long(session, BOARD, TODAY)
        event.remove(session.get_bind(), "before_cursor_execute", listen)
    assert told == Waiting(count=250, longest=60, promised=56)
    assert len(found) == 2


def test_the_agenda_warns_as_of_the_day_of_the_meeting_while_it_is_planned(file: BoardFile) -> None:
    with file.reading() as session:
        told = warned_at(session, COMING, Audience.PUBLIC)
        assert told == warned(session, BOARD, date(2026, 12, 3), Audience.PUBLIC)
        assert told.strands
        assert load_meeting(session, COMING, Audience.PUBLIC).warned == told
        assert not warned_at(session, HELD, Audience.MEMBERS)
    with file.writing("Call off") as session:
        session.get_one(Meeting, COMING).status = MeetingStatus.CANCELLED
    with file.reading() as session:
        assert not load_meeting(session, COMING, Audience.MEMBERS).warned


def test_of_boards_that_meet_together_each_is_told_what_waits(file: BoardFile) -> None:
    other = uuid7()
    change(file, Board(id=other, name="Cwmbrân"), TermsOfReference(board_id=other, answer_days=28))
    change(file, MeetingBoard(meeting_id=COMING, board_id=other, position=1))
    day = date(2026, 12, 3)
    change(
        file,
        *(
            Proposal(board_id=board, text="?", received_on=day - timedelta(days=days))
            for board, days in ((BOARD, 60), (BOARD, 70), (other, 90))
        ),
    )
    with file.reading() as session:
        record = load_meeting(session, COMING, Audience.MEMBERS)
    assert record.warned.waiting == (
        Waiting(count=1, longest=90, promised=28, board="Cwmbrân"),
        Waiting(count=2, longest=70, promised=56, board="Arrowmere"),
    )
    agenda = said(compose_agenda(record, Audience.MEMBERS))
    assert "One proposal to Cwmbrân waits for an answer for longer than the 28 days agreed" in agenda
    assert "Two proposals to Arrowmere wait for an answer for longer than the 56 days agreed" in agenda


def test_home_counts_what_the_board_is_warned_of_among_what_needs_the_secretary(file: BoardFile) -> None:
    change(file, a_call(weeks=6))
    with file.reading() as session:
        home = home_of(session, BOARD, TODAY)
    assert [one.strand for one in home.strands] == ["Short breaks"]
    assert [one.number for one in home.calls] == ["3"]
    assert home.things == 2
