from collections.abc import Callable
from datetime import date, time
from typing import TypeVar
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run
from boardroom.domain.words import MeetingKind, MeetingStatus, TextKind
from boardroom.services import agenda, attendance, boards, declarations, meetings, planning, texts
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.meeting_page import HeadView, head_of
from boardroom.store.undo import undo

T = TypeVar("T")


class Plan:
    def __init__(self, board: BoardFile, on: date | None = date(2027, 1, 28)) -> None:
        self.board = board
        self.board_id = self.do(boards.create_board, "Arrowmere Partnership").id
        self.meeting_id = self.do(meetings.plan_meeting, self.board_id, on).id

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    @property
    def head(self) -> HeadView:
        with self.board.reading() as session:
            return head_of(session, self.meeting_id)

    @property
    def day(self) -> UUID:
        return self.head.days[0].id


@pytest.fixture
def plan(board: BoardFile) -> Plan:
    return Plan(board)


def test_a_meeting_and_its_day_are_changed_part_by_part(plan: Plan) -> None:
    plan.do(planning.change_meeting, plan.meeting_id, name=" 15th  meeting", kind=MeetingKind.ANNUAL, venue="Town Hall")
    plan.do(planning.change_meeting, plan.meeting_id, next_date=date(2027, 4, 1), next_words="at two o'clock")
    plan.do(planning.change_day, plan.day, held_on=date(2027, 1, 29), starts=time(14))
    plan.do(planning.change_day, plan.day, ends=time(16, 5), venue="Canalside hall")
    head = plan.head
    assert (head.name, head.kind, head.venue, head.next_words) == (
        "15th meeting",
        MeetingKind.ANNUAL,
        "Town Hall",
        "at two o'clock",
    )
    (day,) = head.days
    assert (day.held_on, day.starts, day.ends, day.venue) == (
        date(2027, 1, 29),
        time(14),
        time(16, 5),
        "Canalside hall",
    )


def test_after_notice_the_date_stands_and_the_time_may_change(plan: Plan) -> None:
    plan.do(meetings.give_notice, plan.meeting_id, date(2027, 1, 20))
    plan.do(planning.change_day, plan.day, starts=time(14, 30))
    with pytest.raises(Refusal, match="Notice was given for 28 January 2027: postpone"):
        plan.do(planning.change_day, plan.day, held_on=date(2027, 1, 29))


def test_the_days_of_a_meeting_stay_in_order(plan: Plan) -> None:
    plan.do(meetings.reconvene, plan.meeting_id, date(2027, 2, 4))
    plan.do(planning.change_day, plan.day, held_on=date(2027, 2, 4))
    with pytest.raises(Refusal, match="also sat on 4 February 2027"):
        plan.do(planning.change_day, plan.day, held_on=date(2027, 2, 5))


def test_a_meeting_is_held_and_then_its_minutes_are_drafted(plan: Plan) -> None:
    with pytest.raises(Refusal, match="“planned”; minutes are drafted of one that was held"):
        plan.do(planning.draft_minutes, plan.meeting_id)
    plan.do(planning.mark_held, plan.meeting_id)
    plan.do(planning.draft_minutes, plan.meeting_id)
    assert plan.head.status is MeetingStatus.DRAFT_MINUTES
    with pytest.raises(Refusal, match="“draft minutes” already"):
        plan.do(planning.mark_held, plan.meeting_id)


def test_an_undated_meeting_was_not_held(board: BoardFile) -> None:
    plan = Plan(board, on=None)
    with pytest.raises(Refusal, match="its date first"):
        plan.do(planning.mark_held, plan.meeting_id)


def test_a_meeting_that_nobody_has_seen_goes_with_all_that_was_prepared_and_comes_back_by_undo(plan: Plan) -> None:
    item = plan.do(agenda.add_item, plan.meeting_id, "Short breaks").id
    plan.do(texts.add_paragraph, plan.meeting_id, item, TextKind.NOTE, [Run("Ask Priya.")])
    plan.do(attendance.add_attendance, plan.meeting_id, "Amina Yusuf", item_id=item)
    plan.do(declarations.declare, plan.meeting_id, "Amina Yusuf", "May bid", item_ids=[item])
    plan.do(planning.remove_meeting, plan.meeting_id)
    with plan.board.reading() as session:
        assert session.get(Meeting, plan.meeting_id) is None
        assert session.get(AgendaItem, item) is None
    assert check(plan.board.path) == []
    undo(plan.board)
    assert plan.head.held_on == date(2027, 1, 28)


def test_a_meeting_that_somebody_knows_of_or_that_has_a_record_stays(plan: Plan) -> None:
    item = plan.do(agenda.add_item, plan.meeting_id, "Short breaks").id
    plan.do(texts.add_paragraph, plan.meeting_id, item, TextKind.MINUTE, [Run("Agreed.")])
    with pytest.raises(Refusal, match="Minute text is recorded of this meeting"):
        plan.do(planning.remove_meeting, plan.meeting_id)
    plan.do(meetings.give_notice, plan.meeting_id, date(2027, 1, 20))
    with pytest.raises(Refusal, match="call it off instead"):
        plan.do(planning.remove_meeting, plan.meeting_id)
