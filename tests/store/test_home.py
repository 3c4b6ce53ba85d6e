from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance
from boardroom.domain.board import Membership
from boardroom.domain.meeting import Meeting
from boardroom.domain.papers import Paper
from boardroom.domain.words import Presence, Sector
from boardroom.services import agenda, boards
from boardroom.services import meetings as planning
from boardroom.store.file import BoardFile
from boardroom.store.queries.home import NextMeeting, home_of, rail_counts
from tests.store.sample import board_id_of, sample_file

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with sample_file(tmp_path_factory.mktemp("home") / "Sample.boardroom") as board:
        yield board


def test_home_shows_the_oldest_of_what_needs_the_secretary(sample: BoardFile) -> None:
    with sample.reading() as session:
        home = home_of(session, board_id_of(sample), TODAY)
        counts = rail_counts(session, board_id_of(sample), TODAY)
    assert [row.number for row in home.proposals] == ["18", "39", "40"]
    assert (home.proposals_unanswered, home.actions_overdue) == (4, 3)
    assert [row.name for row in home.minutes] == ["14th meeting"]
    assert len(home.decisions) == home.decisions_to_ratify == 1
    assert [(one.strand, one.gap.entered) for one in home.strands] == [(home.strands[0].strand, False)]
    assert home.things == 10
    assert (counts.proposals, counts.actions) == (4, 3)


def test_home_tells_the_next_meeting_and_the_last_day_for_notice(sample: BoardFile) -> None:
    with sample.reading() as session:
        coming = home_of(session, board_id_of(sample), date(2027, 1, 20)).next
        late = home_of(session, board_id_of(sample), date(2027, 1, 21)).next
        after = home_of(session, board_id_of(sample), date(2027, 1, 29)).next
    assert coming is not None
    assert late is not None
    assert (coming.row.name, coming.in_days, coming.readiness.notice.days) == ("15th meeting", 8, 5)
    assert coming.readiness.notice.last_day == date(2027, 1, 20)
    assert (coming.readiness.notice.late, late.readiness.notice.late) == (False, True)
    assert after is None
    expected = coming.readiness.quorum
    assert expected is not None
    assert (expected.quorum.counted, expected.seats, expected.quorum.needed, len(expected.sectors)) == (15, 15, 8, 8)
    assert (coming.readiness.agenda.items, coming.readiness.agenda.minutes) == (12, 115)


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[tuple[BoardFile, UUID, UUID]]:
    """Lend a board of three voters with a planned meeting: the file, the board's id and the meeting's."""
    with BoardFile.create(tmp_path / "a.boardroom", who="Ann") as board:
        with board.writing("Set up") as session:
            ours = boards.create_board(session, "Arrowmere")
            for name in ("Council", "Health", "Police"):
                seat = boards.add_seat(session, ours.id, name, sector=Sector.HEALTH)
                boards.seat_person(session, seat.id, f"{name} person")
            meeting = planning.plan_meeting(session, ours.id, date(2026, 12, 3))
        yield board, ours.id, meeting.id


def _next(board: BoardFile, board_id: UUID) -> NextMeeting:
    with board.reading() as session:
        found = home_of(session, board_id, TODAY).next
    assert found is not None
    return found


def test_who_sent_apologies_is_not_expected_unless_a_deputy_comes(planned: tuple[BoardFile, UUID, UUID]) -> None:
    board, board_id, meeting_id = planned
    with board.writing("Apologies") as session:
        first, second = (one.person_id for one in session.query(Membership).order_by(Membership.id).limit(2))
        session.add_all(
            [
                Attendance(meeting_id=meeting_id, status=Presence.APOLOGIES, person_id=first),
                Attendance(meeting_id=meeting_id, status=Presence.APOLOGIES, person_id=second),
                Attendance(meeting_id=meeting_id, status=Presence.SUBSTITUTE, name="B", deputy_for_id=second),
            ]
        )
    expected = _next(board, board_id).readiness.quorum
    assert expected is not None
    assert (expected.quorum.counted, expected.seats, expected.apologies) == (2, 3, 2)


def test_papers_to_follow_are_named_by_their_label_and_lead(planned: tuple[BoardFile, UUID, UUID]) -> None:
    board, board_id, meeting_id = planned
    with board.writing("Papers") as session:
        items = [agenda.add_item(session, meeting_id, title) for title in ("Budget", "Play", "Plan")]
        items[0].lead, items[0].restricted = "Okonjo", True
        under: dict[str, Any] = {"meeting_id": meeting_id, "item_id": items[0].id}
        session.add_all(
            [Paper(label="1A", title="Figures", **under), Paper(label="1B", title="Notes", to_follow=True, **under)]
        )
        items[1].paper, items[2].paper = "to follow", "Report 7"
    ready = _next(board, board_id).readiness
    assert (ready.papers.there, ready.papers.total) == (2, 4)
    assert [(one.label, one.lead) for one in ready.papers.to_follow] == [("1B", "Okonjo"), ("2", "")]
    assert (ready.agenda.without_lead, ready.agenda.restricted) == (2, 1)


def test_notice_given_too_late_is_told(planned: tuple[BoardFile, UUID, UUID]) -> None:
    board, board_id, meeting_id = planned
    with board.writing("Notice") as session:
        session.get_one(Meeting, meeting_id).notice_given_on = date(2026, 11, 26)
    notice = _next(board, board_id).readiness.notice
    assert (notice.given_clear_days, notice.late) == (4, True)


def test_an_empty_board_needs_nothing(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "b.boardroom", who="Ann") as board:
        with board.writing("Set up") as session:
            ours = boards.create_board(session, "Arrowmere")
        with board.reading() as session:
            home = home_of(session, ours.id, TODAY)
            assert session.query(AgendaItem).count() == 0
    assert (home.next, home.things) == (None, 0)
