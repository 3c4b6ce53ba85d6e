"""Taking in pasted members, agenda lines and actions."""

from datetime import date

import pytest
from sqlalchemy import select

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Membership, Seat
from boardroom.domain.meeting import Meeting
from boardroom.domain.pasted import ActionLine, AgendaLine, Fate, Line, LineFate, MemberLine
from boardroom.domain.people import Organisation, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus, SeatRole, Sector
from boardroom.services.pasting import fates_of, take_actions, take_agenda, take_members
from boardroom.store.file import BoardFile
from boardroom.store.undo import undo
from tests.make import MeetingMaker, a_meeting, rows_of

TODAY = date(2026, 11, 22)


def _quiet(_done: int, _whole: int) -> None: ...


@pytest.fixture
def maker(board: BoardFile) -> MeetingMaker:
    maker = a_meeting("Ours", status=MeetingStatus.PLANNED)
    maker.item("1", "Welcome")
    maker.sit("Chair", sector=Sector.HEALTH, holder=maker.person("Ann Bryn"))
    maker.sit("Parent carer", sector=Sector.SERVICE_USERS)
    maker.organisation("Arrowmere Council").short_name = "AC"
    maker.act(None, "Send the figures")
    with board.writing("Set up") as session:
        session.add_all(rows_of(maker))
    return maker


def _fates(board: BoardFile, maker: MeetingMaker, *lines: Line) -> tuple[LineFate, ...]:
    with board.reading() as session:
        return fates_of(session, lines, board_id=maker.board.id, meeting_id=maker.meeting_id, today=TODAY)


def test_members_are_new_there_already_or_wrong(board: BoardFile, maker: MeetingMaker) -> None:
    found = _fates(
        board,
        maker,
        MemberLine(row=2, name="ann bryn"),
        MemberLine(row=3, name="Dai Rees"),
        MemberLine(row=4, name="Dai Rees"),
        MemberLine(row=5, wrong="there is no name"),
    )
    assert [(one.fate, one.why) for one in found] == [
        (Fate.THERE, "sits as Chair"),
        (Fate.NEW, ""),
        (Fate.THERE, "stands in row 3 too"),
        (Fate.WRONG, "there is no name"),
    ]


def test_members_get_seats_organisations_and_sectors_in_one_step(board: BoardFile, maker: MeetingMaker) -> None:
    lines = (
        MemberLine(row=2, name="Dai Rees", seat="Parent Carer", sector=Sector.SERVICE_USERS),
        MemberLine(row=3, name="Siân Huws", seat="Adviser", role=SeatRole.IN_ATTENDANCE, organisation="ac"),
        MemberLine(row=4, name="Eve Moss", organisation="New Trust", sector=Sector.HEALTH),
        MemberLine(row=5, name="Col Hale", organisation="New Trust"),
    )
    fates = _fates(board, maker, *lines)
    with board.writing("Take in 4 members") as session:
        assert take_members(session, fates, maker.board.id, TODAY, _quiet) == 4
    with board.reading() as session:
        seats = {one.name: one for one in session.scalars(select(Seat))}
        assert sorted(seats) == ["Adviser", "Chair", "New Trust", "Parent carer"]
        assert not seats["Adviser"].voting
        assert [one.sector for one in session.scalars(select(Seat).where(Seat.name == "New Trust"))] == [
            Sector.HEALTH,
            Sector.HEALTH,
        ]
        assert sorted(session.scalars(select(Organisation.name))) == ["Arrowmere Council", "New Trust"]
        assert len(list(session.scalars(select(Membership)))) == 5
    assert undo(board).label == "Take in 4 members"
    with board.reading() as session:
        assert list(session.scalars(select(Person.name))) == ["Ann Bryn"]


def test_agenda_lines_come_last_with_sub_items_and_numbers(board: BoardFile, maker: MeetingMaker) -> None:
    fates = _fates(
        board,
        maker,
        AgendaLine(row=1, title="WELCOME"),
        AgendaLine(row=2, title="Home care", lead="Priya", minutes=20),
        AgendaLine(row=3, title="Evening visits", depth=1),
        AgendaLine(row=4, title="Any other business"),
    )
    assert [(one.fate, one.why) for one in fates][:2] == [(Fate.THERE, "item 1"), (Fate.NEW, "")]
    with board.writing("Take in") as session:
        assert take_agenda(session, fates, maker.meeting_id, _quiet) == 3
    with board.reading() as session:
        items = session.scalars(select(AgendaItem).order_by(AgendaItem.position))
        assert [(one.number, one.title, one.lead, one.minutes_planned) for one in items] == [
            ("1", "Welcome", "", None),
            ("2", "Home care", "Priya", 20),
            ("2.1", "Evening visits", "", None),
            ("3", "Any other business", "", None),
        ]


def test_an_agenda_that_is_out_takes_no_pasted_lines(board: BoardFile, maker: MeetingMaker) -> None:
    with board.writing("Give notice") as session:
        session.get_one(Meeting, maker.meeting_id).notice_given_on = TODAY
    with pytest.raises(Refusal, match="late items one by one"):
        _fates(board, maker, AgendaLine(row=1, title="More"))


def test_a_table_of_301_lines_is_no_agenda(board: BoardFile, maker: MeetingMaker) -> None:
    fates = _fates(board, maker, *[AgendaLine(row=at, title=f"Item {at}") for at in range(301)])
    with pytest.raises(Refusal, match="300 are the most"), board.writing("Take in") as session:
        take_agenda(session, fates, maker.meeting_id, _quiet)


def test_actions_keep_their_due_words_or_date(board: BoardFile, maker: MeetingMaker) -> None:
    fates = _fates(
        board,
        maker,
        ActionLine(row=1, text="send the figures"),
        ActionLine(row=2, text="Name a lead", owner="Ruth", due_words="next meeting"),
        ActionLine(row=3, text="Print it", due_on=date(2027, 1, 12)),
    )
    assert [one.fate for one in fates] == [Fate.THERE, Fate.NEW, Fate.NEW]
    with board.writing("Take in") as session:
        assert take_actions(session, fates, maker.board.id, _quiet) == 2
    with board.reading() as session:
        taken = session.scalars(select(Action).where(Action.meeting_id.is_(None)).order_by(Action.position))
        assert [(one.text, one.owner_role, one.due_on, one.due_words) for one in taken] == [
            ("Name a lead", "Ruth", None, "next meeting"),
            ("Print it", "", date(2027, 1, 12), ""),
        ]


def test_cancelling_takes_nothing(board: BoardFile, maker: MeetingMaker) -> None:
    class StopError(Exception): ...

    def stop(done: int, _whole: int) -> None:
        if done:
            raise StopError

    fates = _fates(board, maker, ActionLine(row=1, text="A"), ActionLine(row=2, text="B"))
    with pytest.raises(StopError), board.writing("Take in") as session:
        take_actions(session, fates, maker.board.id, stop)
    with board.reading() as session:
        assert list(session.scalars(select(Action.text))) == ["Send the figures"]
