from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.calls import Call
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.plan import Strand
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.words import ActionStatus, AnswerKind, MeetingStatus, ReasonCategory, Result, Sector
from boardroom.store.file import BoardFile
from boardroom.store.queries import action_list, decision_list, meeting_list, proposal_list
from boardroom.store.queries.action_list import Standing
from boardroom.store.queries.involvement import parts
from tests.store.sample import board_id_of, sample_file

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with sample_file(tmp_path_factory.mktemp("filters") / "Sample.boardroom") as board:
        yield board


@pytest.fixture(scope="module")
def board_id(sample: BoardFile) -> UUID:
    return board_id_of(sample)


def _pages(session: Session, page_of: Callable[..., list[Any]], limit: int) -> list[UUID]:
    rows: list[Any] = []
    while page := page_of(session, after=rows[-1].key if rows else None, limit=limit):
        rows += page
    return [row.id for row in rows]


def _list(name: str, **wanted: Any) -> Callable[..., list[Any]]:  # noqa: ANN401 - fields of any list
    def page_of(session: Session, **place: Any) -> list[Any]:  # noqa: ANN401 - as above
        match name:
            case "meetings":
                return list(meeting_list.meetings_page(session, meeting_list.Wanted(**wanted), **place))
            case "decisions":
                return list(decision_list.decisions_page(session, decision_list.Wanted(**wanted), **place))
            case "proposals":
                return list(proposal_list.proposals_page(session, proposal_list.Wanted(**wanted), TODAY, **place))
            case "due":
                return list(action_list.actions_by_due_date(session, action_list.Wanted(**wanted), TODAY, **place))
            case _:
                return list(action_list.actions_page(session, action_list.Wanted(**wanted), TODAY, **place))

    return page_of


@pytest.mark.parametrize(
    "page_of",
    [
        _list("meetings", statuses=[MeetingStatus.CONFIRMED]),
        _list("decisions", oldest_first=True),
        _list("decisions", results=[Result.NOTED, Result.RECOMMENDED]),
        _list("proposals", oldest_first=True),
        _list("proposals", states=[AnswerKind.ADOPTED, None]),
        _list("actions", standing=Standing.DONE),
        _list("due"),
        _list("due", standing=Standing.OPEN),
    ],
)
def test_narrowed_pages_put_together_are_the_whole_list(sample: BoardFile, page_of: Callable[..., list[Any]]) -> None:
    with sample.reading() as session:
        whole = _pages(session, page_of, 1000)
        assert len(whole) == len(set(whole)) > 5
        for limit in (1, 4):
            assert _pages(session, page_of, limit) == whole


def test_each_state_lists_as_many_proposals_as_it_counts(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        counts = proposal_list.count_proposals(session, proposal_list.Wanted(board_id=board_id), TODAY)
        for state in (None, *AnswerKind):
            rows = _list("proposals", board_id=board_id, states=[state])(session)
            assert {row.state for row in rows} <= {state}
            assert len(rows) == counts.by_state.get(state, 0) > 0
    assert (counts.total, counts.late, counts.promised) == (45, 2, 56)


def test_a_proposal_waits_until_it_is_answered(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        rows = {row.number: row for row in _list("proposals", board_id=board_id)(session)}
    waiting, answered = rows["39"], rows["42"]
    assert (waiting.sector, waiting.organisation, waiting.days) == (Sector.SERVICE_USERS, "Youth Voice Arrowmere", 59)
    assert (waiting.late, rows["40"].days, rows["40"].late) == (True, 52, False)
    assert answered.answered_on is not None
    assert answered.asked_on is not None
    assert answered.days == (answered.answered_on - answered.asked_on).days
    assert not answered.late


def test_proposals_are_narrowed_to_a_sector_a_time_and_words(sample: BoardFile) -> None:
    with sample.reading() as session:
        police = _list("proposals", sector=Sector.POLICE)(session)
        late = _list("proposals", since=date(2026, 9, 1))(session)
        weekend = _list("proposals", words="week hall")(session)
    assert police
    assert {row.sector for row in police} == {Sector.POLICE}
    assert late
    assert all(row.asked_on >= date(2026, 9, 1) for row in late)
    assert weekend == []
    with sample.reading() as session:
        assert [row.text[:16] for row in _list("proposals", words="hálls weekend")(session)] == ["Weekend sessions"]


def test_declined_proposals_say_why(sample: BoardFile) -> None:
    with sample.reading() as session:
        declined = _list("proposals", states=[AnswerKind.DECLINED])(session)
    assert all(row.reason for row in declined)
    assert ReasonCategory.SPECIFICATION in {row.category for row in declined}


def test_overdue_actions_are_those_still_to_do_after_their_day(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        overdue = _list("due", board_id=board_id, standing=Standing.OVERDUE)(session)
        counts = action_list.count_actions(session, action_list.Wanted(board_id=board_id), TODAY)
        assert action_list.count_overdue(session, board_id, TODAY) == counts.overdue == len(overdue) == 3
        done = _list("actions", standing=Standing.DONE)(session)
    assert [row.days_late for row in overdue] == [226, 10, 2]
    assert all(row.overdue and row.status in {ActionStatus.OPEN, ActionStatus.IN_PROGRESS} for row in overdue)
    assert [row.sector for row in overdue] == [Sector.LOCAL_AUTHORITY, Sector.HEALTH, Sector.LOCAL_AUTHORITY]
    assert len(done) == counts.done
    assert not any(row.overdue for row in done)


def test_actions_are_found_by_a_part_of_their_owners_name(sample: BoardFile) -> None:
    with sample.reading() as session:
        raman = _list("actions", owner="raman")(session)
        health = _list("actions", owner="Border Community H")(session)
        assert _list("actions", owner="100%")(session) == []
    assert raman
    assert all("Raman" in row.owner for row in raman)
    assert health
    assert all("Border Community Health" in row.owner for row in health)


def test_a_ratified_decision_is_provisional_no_longer(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        waiting = _list("decisions", board_id=board_id, provisional=True)(session)
        register = _list("decisions", board_id=board_id)(session)
        counts = decision_list.count_decisions(session, decision_list.Wanted(board_id=board_id))
    assert [row.to_ratify for row in waiting] == [True]
    ratified = [row for row in register if row.provisional and not row.to_ratify]
    assert ratified
    assert (counts.to_ratify, counts.total) == (1, len(register))


def test_meetings_are_narrowed_by_status_and_words(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        counted = meeting_list.count_meetings(session, board_id)
        for status, number in counted.items():
            assert status is not None
            rows = _list("meetings", board_id=board_id, statuses=[status])(session)
            assert {row.status for row in rows} == {status}
            assert len(rows) == number
        assert [row.name for row in _list("meetings", words="extraord")(session)] == ["Extraordinary meeting"]
        assert sum(row.sealed for row in _list("meetings", board_id=board_id)(session)) == 2


def test_a_strand_s_proposals_are_those_that_its_page_counts(tmp_path: Path) -> None:
    ours = Board(name="Arrowmere")
    rest, play = (Strand(board_id=ours.id, name=name) for name in ("Short breaks", "Play"))
    call = Call(board_id=ours.id, strand_id=rest.id, question="?", opens=TODAY, closes=TODAY)
    meeting = Meeting(status=MeetingStatus.HELD)
    item = AgendaItem(meeting_id=meeting.id, title="Short breaks", strand_id=rest.id)
    below = AgendaItem(meeting_id=meeting.id, title="Hours", parent_id=item.id)
    apart = AgendaItem(meeting_id=meeting.id, title="Toys", parent_id=item.id, strand_id=play.id)
    put: dict[str, dict[str, Any]] = {
        "by hand": {"strand_id": rest.id},
        "by its call": {"call_id": call.id, "item_id": apart.id},
        "by its item": {"item_id": item.id},
        "below its item": {"item_id": below.id},
        "elsewhere by hand": {"strand_id": play.id, "call_id": call.id, "item_id": item.id},
        "elsewhere by its item": {"item_id": apart.id},
        "on none": {},
    }
    with BoardFile.create(tmp_path / "Ours.boardroom", who="Secretary") as board:
        with board.writing("Fill") as session:
            session.add_all([ours, rest, play, call, meeting, item, below, apart])
            session.add(MeetingBoard(meeting_id=meeting.id, board_id=ours.id))
            session.add(MeetingDay(meeting_id=meeting.id, held_on=TODAY))
            for text, where in put.items():
                at: dict[str, Any] = {"meeting_id": meeting.id} if "item_id" in where else {}
                proposal = Proposal(board_id=ours.id, text=text, received_on=TODAY, **at, **where)
                session.add_all([proposal, Proposer(proposal_id=proposal.id, name="Ann", sector=Sector.COMMUNITY)])
        with board.reading() as session:
            for strand, others in ((rest, False), (play, True)):
                wanted = proposal_list.Wanted(board_id=ours.id, strand_id=strand.id)
                found = proposal_list.proposals_page(session, wanted, TODAY)
                assert {one.text for one in found} == {
                    text for text in put if text != "on none" and text.startswith("elsewhere") == others
                }
                assert proposal_list.count_proposals(session, wanted, TODAY).total == len(found)
                told = parts(session, ours.id, strand_id=strand.id)
                assert {one.id for one in told if one.entity == "proposal"} == {one.id for one in found}
