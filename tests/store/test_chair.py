"""What the chair's window reads of a meeting."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from boardroom.domain.meeting import MeetingBoard
from boardroom.domain.said_next import Cue, Saying, said_next
from boardroom.domain.words import Sector
from boardroom.services import agenda, attendance, boards, meetings, running, terms
from boardroom.services.proposals import PutBy, put_proposal
from boardroom.store.file import BoardFile
from boardroom.store.queries.chair import ChairView, chair_of

TWO = datetime(2027, 1, 28, 14, tzinfo=UTC)


@pytest.fixture
def board(tmp_path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path / "Ours.boardroom", who="Secretary") as opened:
        yield opened


def seated(board: BoardFile, name: str, **asked: int) -> UUID:
    """Make a board of one seat, with what its terms ask."""
    with board.writing("Set up") as session:
        made = boards.create_board(session, name)
        session.flush()
        boards.seat_person(session, boards.add_seat(session, made.id, name, sector=Sector.HEALTH).id, f"{name} Jones")
        terms.terms_from(session, made.id, TWO.date().replace(year=2026), **asked)  # type: ignore[arg-type]
    return made.id


def in_session(board: BoardFile, *boards_there: UUID) -> ChairView:
    with board.writing("Meet") as session:
        meeting = meetings.plan_meeting(session, boards_there[0], TWO.date())
        for place, one in enumerate(boards_there[1:], 1):
            session.add(MeetingBoard(meeting_id=meeting.id, board_id=one, position=place))
        session.flush()
        agenda.add_item(session, meeting.id, "Welcome")
        session.flush()
        attendance.all_present_except(session, meeting.id)
        running.start_meeting(session, meeting.id, TWO)
    with board.reading() as session:
        return chair_of(session, meeting.id, TWO)


def test_of_a_joint_meeting_the_figures_are_of_the_board_without_a_quorum(board: BoardFile) -> None:
    host, guest = seated(board, "Arrowmere", quorum_number=1), seated(board, "Eastvale", quorum_number=3)
    said = said_next(in_session(board, host, guest).facts)
    assert said[0] == Saying(cue=Cue.INQUORATE, numbers=(1, 3), words="2 short")


def test_where_enough_are_here_it_is_said_what_the_quorum_lacks(board: BoardFile) -> None:
    said = said_next(in_session(board, seated(board, "Arrowmere", quorum_number=1, quorum_sectors=2)).facts)
    assert said[0] == Saying(cue=Cue.INQUORATE, numbers=(1, 1), words="1 more sector needed")


def test_of_a_joint_meeting_each_board_s_waiting_proposals_are_told(board: BoardFile) -> None:
    host, guest = (seated(board, name, quorum_number=1, answer_days=30) for name in ("Arrowmere", "Eastvale"))
    with board.writing("Put") as session:
        for one, count in ((host, 1), (guest, 2)):
            for _ in range(count):
                put_proposal(session, one, "Weekends", [PutBy(name="Ann")], received_on=date(2026, 11, 29))
    alone = [one for one in said_next(in_session(board, guest).facts) if one.cue is Cue.UNANSWERED]
    assert alone == [Saying(cue=Cue.UNANSWERED, numbers=(2, 60, 30))]
    both = [one for one in said_next(in_session(board, host, guest).facts) if one.cue is Cue.UNANSWERED]
    assert [(one.words, one.numbers[0]) for one in both] == [("Arrowmere", 1), ("Eastvale", 2)]
