import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Person
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.refusal import Refusal
from boardroom.domain.votes import Motion
from boardroom.domain.words import ActionStatus, AnswerKind, MeetingStatus
from boardroom.store.file import BoardFile
from boardroom.store.queries import lists
from boardroom.store.queries.find import find_board, find_meeting

PAGES = [lists.page_of_meetings, lists.page_of_decisions, lists.page_of_actions, lists.page_of_proposals]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> BoardFile:
    """Lend thirty meetings of one board, some without a date, some on one day, and one of another board."""
    rng = random.Random(1)
    opened = BoardFile.create(tmp_path_factory.mktemp("lists") / "Lists.boardroom", who="Secretary")
    with opened.writing("Fill") as session:
        ours, other = Board(name="Arrowmere"), Board(name="Arrowmere East")
        session.add_all([ours, other])
        for index in range(30):
            meeting = Meeting(status=MeetingStatus.HELD, record_id=f"record-{index}")
            held_on = date(2024, 1, 1 + rng.randrange(20)) if index % 7 else None
            session.add_all(
                [
                    meeting,
                    MeetingBoard(meeting_id=meeting.id, board_id=ours.id),
                    MeetingDay(meeting_id=meeting.id, held_on=held_on),
                    MeetingDay(meeting_id=meeting.id, held_on=date(2025, 5, 5), position=1),
                ]
            )
            for place in range(3):
                item = AgendaItem(meeting_id=meeting.id, position=place, title="x")
                session.add(item)
                for position in range(2):
                    under: dict[str, Any] = {"board_id": ours.id, "meeting_id": meeting.id, "item_id": item.id}
                    under["position"] = position
                    session.add(Decision(wording="d", **under))
                    session.add(Action(text="a", **under))
                    session.add(Proposal(text="p", **under))
        for index in range(9):
            when = date(2024, 1, 1 + index) if index % 3 else None
            session.add(Decision(board_id=ours.id, wording="between", decided_on=when))
            session.add(Proposal(board_id=ours.id, text="between", received_on=when))
        planned = Meeting(status=MeetingStatus.PLANNED)
        session.add_all(
            [
                planned,
                MeetingBoard(meeting_id=planned.id, board_id=other.id),
                MeetingDay(meeting_id=planned.id, held_on=date(2027, 1, 28)),
            ]
        )
    return opened


@pytest.mark.parametrize("page_of", PAGES)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_pages_put_together_are_the_whole_list_newest_first(
    board: BoardFile, page_of: Callable[..., list[lists.Row]], limit: int
) -> None:
    with board.reading() as session:
        whole = page_of(session, limit=10_000)
        paged: list[lists.Row] = []
        while page := page_of(session, after=paged[-1].key if paged else None, limit=limit):
            paged += page
    assert [row.id for row in paged] == [row.id for row in whole]
    assert len({row.id for row in whole}) == len(whole) > 30
    dated = [row.date for row in whole if row.date]
    assert dated == sorted(dated, reverse=True)
    assert [row.date for row in whole[len(dated) :]] == [None] * (len(whole) - len(dated))


def test_a_list_can_be_of_one_board_only(board: BoardFile) -> None:
    with board.reading() as session:
        east = find_board(session, "arrowmere east").id
        assert [row.date for row in lists.page_of_meetings(session, board_id=east)] == [date(2027, 1, 28)]
        assert lists.page_of_decisions(session, board_id=east) == []


def test_what_has_a_day_of_its_own_at_a_meeting_without_one_is_listed_with_what_has_none(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "a.boardroom", who="Secretary") as board:
        ours, coming = Board(name="Arrowmere"), Meeting(status=MeetingStatus.PLANNED)
        with board.writing("Fill") as session:
            session.add_all([ours, coming, MeetingBoard(meeting_id=coming.id, board_id=ours.id)])
            session.add(MeetingDay(meeting_id=coming.id))
            for number, (meeting_id, day) in enumerate(
                [(None, date(2026, 5, 1)), (coming.id, date(2026, 6, 1)), (None, None), (coming.id, None)]
            ):
                session.add(Proposal(board_id=ours.id, text=str(number), received_on=day, meeting_id=meeting_id))
                session.add(Decision(board_id=ours.id, wording=str(number), decided_on=day, meeting_id=meeting_id))
        with board.reading() as session:
            for page_of in (lists.page_of_proposals, lists.page_of_decisions):
                for limit in (1, 10):
                    rows: list[lists.Row] = []
                    while page := page_of(session, after=rows[-1].key if rows else None, limit=limit):
                        rows += page
                    assert [row.date for row in rows] == [date(2026, 5, 1), None, None, None]


def test_a_list_shows_the_latest_status_the_owners_and_the_answer(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "a.boardroom", who="Secretary") as board:
        with board.writing("Fill") as session:
            ours = Board(name="Arrowmere")
            action = Action(board_id=ours.id, text="Cost two halls", owner_role="Chair")
            proposal = Proposal(board_id=ours.id, text="Weekends")
            owner = Person(name="Priya Raman")
            session.add_all([ours, action, proposal, owner, ActionOwner(action_id=action.id, person_id=owner.id)])
            for position, status in enumerate([ActionStatus.IN_PROGRESS, ActionStatus.DONE]):
                session.add(
                    ActionUpdate(
                        action_id=action.id, position=position, updated_on=date(2026, 5, 1 + position), status=status
                    )
                )
            for position, answer in enumerate([AnswerKind.DEFERRED, AnswerKind.ADOPTED]):
                session.add(Answer(proposal_id=proposal.id, position=position, answer=answer, reason="Because."))
        with board.reading() as session:
            (listed,) = lists.page_of_actions(session)
            assert (listed.more["status"], listed.more["owner"]) == (ActionStatus.DONE, "Priya Raman; Chair")
            assert lists.page_of_proposals(session)[0].more["answer"] is AnswerKind.ADOPTED


def test_what_was_answered_in_private_is_restricted_whatever_it_came_up_at(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "a.boardroom", who="Secretary") as board:
        with board.writing("Fill") as session:
            ours, meeting = Board(name="Arrowmere"), Meeting(status=MeetingStatus.HELD)
            secret = AgendaItem(meeting_id=meeting.id, title="Grant", restricted=True)
            below = AgendaItem(meeting_id=meeting.id, title="Terms", parent_id=secret.id)
            decision = Decision(board_id=ours.id, meeting_id=meeting.id, item_id=below.id, wording="No grant.")
            session.add_all([ours, meeting, secret, below, decision])
            places: list[dict[str, Any]] = [{}, {"item_id": below.id}, {"decision_id": decision.id}]
            for number, where in zip("123", places, strict=True):
                proposal = Proposal(board_id=ours.id, text="Weekends", number=number)
                answer = Answer(proposal_id=proposal.id, answer=AnswerKind.DECLINED, reason="The grant ended.", **where)
                session.add_all([proposal, answer])
        with board.reading() as session:
            rows = lists.page_of_proposals(session)
        assert {row.more["number"]: row.more["restricted"] for row in rows} == {"1": False, "2": True, "3": True}


def test_what_rests_on_restricted_matter_is_restricted_wherever_it_stands(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "a.boardroom", who="Secretary") as board:
        with board.writing("Fill") as session:
            ours, meeting = Board(name="Arrowmere"), Meeting(status=MeetingStatus.HELD)
            here: dict[str, Any] = {"board_id": ours.id, "meeting_id": meeting.id}
            secret = AgendaItem(meeting_id=meeting.id, title="Grant", restricted=True)
            plain = AgendaItem(meeting_id=meeting.id, title="Dates")
            motion = Motion(meeting_id=meeting.id, item_id=secret.id, wording="No grant")
            closed = Decision(wording="closed", item_id=secret.id, **here)
            moved = Decision(wording="moved", item_id=plain.id, motion_id=motion.id, **here)
            settled = Decision(wording="settled", item_id=plain.id, **here)
            put = Proposal(text="put there", item_id=secret.id, **here)
            told = Proposal(text="told there", board_id=ours.id)
            asked = Proposal(text="asked", board_id=ours.id)
            session.add_all([ours, meeting, secret, plain, motion, closed, moved, settled, put, told, asked])
            session.add(Answer(proposal_id=told.id, decision_id=moved.id, answer=AnswerKind.DECLINED, reason="No."))
            after: dict[str, dict[str, Any]] = {
                "of a closed decision": {"decision_id": closed.id},
                "of a closed motion": {"decision_id": moved.id},
                "of a closed proposal": {"proposal_id": put.id},
                "of a closed answer": {"proposal_id": told.id, "item_id": plain.id},
                "at a closed item": {"item_id": secret.id},
                "of an open decision": {"decision_id": settled.id},
                "of an open proposal": {"proposal_id": asked.id, "item_id": plain.id},
                "of nothing": {},
            }
            session.add_all([Action(board_id=ours.id, text=text, **of) for text, of in after.items()])
        with board.reading() as session:
            decided = {row.name: row.more["restricted"] for row in lists.page_of_decisions(session)}
            given = {row.name: row.more["restricted"] for row in lists.page_of_actions(session)}
        assert decided == {"closed": True, "moved": True, "settled": False}
        assert given == {text: "closed" in text for text in after}


def test_a_meeting_is_found_by_id_by_record_and_by_date(board: BoardFile) -> None:
    with board.reading() as session:
        by_record = find_meeting(session, "record-1")
        assert find_meeting(session, str(by_record.id)).id == by_record.id
        assert find_meeting(session, "2027-01-28").status is MeetingStatus.PLANNED
        assert find_meeting(session, "").status is MeetingStatus.HELD


@pytest.mark.parametrize(("wanted", "says"), [("2001-01-01", "no meeting"), ("x", "no meeting"), ("2025-05-05", "30")])
def test_a_meeting_that_is_not_one_is_told_in_a_sentence(board: BoardFile, wanted: str, says: str) -> None:
    with board.reading() as session, pytest.raises(Refusal, match=says):
        find_meeting(session, wanted)


def test_a_board_is_found_by_its_whole_name_before_a_beginning(board: BoardFile) -> None:
    with board.reading() as session:
        assert find_board(session, "Arrowmere").name == "Arrowmere"
        for name, says in (("Arrow", "Several"), ("Elsewhere", "its boards are: Arrowmere; Arrowmere East")):
            with pytest.raises(Refusal, match=says):
                find_board(session, name)
