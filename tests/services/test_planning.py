from collections.abc import Callable
from datetime import date, time
from typing import TypeVar
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.meeting import Meeting, MeetingBoard
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run
from boardroom.domain.words import MeetingKind, MeetingStatus, MinuteNumbers, TextKind
from boardroom.services import agenda, attendance, boards, declarations, meetings, planning, texts
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.meeting_page import HeadView, head_of
from boardroom.store.queries.minute_numbers import NextMinutes, next_minutes
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

    @property
    def items(self) -> list[UUID]:
        with self.board.reading() as session:
            return [item.id for item in items_of(session, self.meeting_id)]


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


def test_a_meeting_to_which_an_item_was_deferred_stays(plan: Plan) -> None:
    later = plan.do(meetings.plan_meeting, plan.board_id, date(2027, 3, 4)).id
    item = plan.do(agenda.add_item, plan.meeting_id, "Short breaks").id
    with plan.board.writing("Defer item") as session:
        agenda.defer_item(session, item, "4 March").deferred_to_id = later
    with pytest.raises(Refusal, match="An item that is deferred to it is recorded"):
        plan.do(planning.remove_meeting, later)
    plan.do(agenda.reopen_item, item)
    plan.do(planning.remove_meeting, later)


def test_a_meeting_that_somebody_knows_of_or_that_has_a_record_stays(plan: Plan) -> None:
    item = plan.do(agenda.add_item, plan.meeting_id, "Short breaks").id
    plan.do(texts.add_paragraph, plan.meeting_id, item, TextKind.MINUTE, [Run("Agreed.")])
    with pytest.raises(Refusal, match="Minute text is recorded of this meeting"):
        plan.do(planning.remove_meeting, plan.meeting_id)
    plan.do(meetings.give_notice, plan.meeting_id, date(2027, 1, 20))
    with pytest.raises(Refusal, match="call it off instead"):
        plan.do(planning.remove_meeting, plan.meeting_id)


def test_an_item_is_put_just_after_another_with_all_under_that(plan: Plan) -> None:
    first = plan.do(agenda.add_item, plan.meeting_id, "First")
    plan.do(agenda.add_item, plan.meeting_id, "Last")
    plan.do(agenda.add_item, plan.meeting_id, "Under the first", parent_id=first.id)
    plan.do(agenda.add_item, plan.meeting_id, "New", after_id=first.id)
    with plan.board.reading() as session:
        found = [(item.number, item.title) for item in items_of(session, plan.meeting_id)]
    assert found == [("1", "First"), ("1.1", "Under the first"), ("2", "New"), ("3", "Last")]


class Numbered(Plan):
    """A board that numbers its minutes, and meetings of it with items that were taken."""

    def __init__(self, board: BoardFile, rule: MinuteNumbers) -> None:
        super().__init__(board)
        self.do(boards.change_board, self.board_id, minute_numbers=rule)

    def meeting(self, on: date, *titles: str, also: UUID | None = None) -> UUID:
        meeting = self.do(meetings.plan_meeting, self.board_id, on)
        if also is not None:
            with self.board.writing("Meet jointly") as session:
                session.add(MeetingBoard(meeting_id=meeting.id, board_id=also, position=1))
        for title in titles:
            self.do(agenda.take_item, self.do(agenda.add_item, meeting.id, title).id)
        return meeting.id

    def draft(self, meeting_id: UUID) -> None:
        self.do(planning.mark_held, meeting_id)
        self.do(planning.draft_minutes, meeting_id)

    def numbers(self, meeting_id: UUID) -> list[str]:
        with self.board.reading() as session:
            return [item.minute_number for item in items_of(session, meeting_id)]


@pytest.mark.parametrize(
    ("rule", "second", "third"),
    [
        (MinuteNumbers.NONE, ["", ""], [""]),
        (MinuteNumbers.EACH_MEETING, ["1", "2"], ["1"]),
        (MinuteNumbers.EACH_YEAR, ["3", "4"], ["1"]),
        (MinuteNumbers.FOR_EVER, ["3", "4"], ["5"]),
    ],
)
def test_minutes_are_numbered_by_the_rule_of_the_board(
    board: BoardFile, rule: MinuteNumbers, second: list[str], third: list[str]
) -> None:
    plan = Numbered(board, rule)
    made = [
        plan.meeting(date(2027, 3, 4), "Welcome", "Play"),
        plan.meeting(date(2027, 12, 31), "Welcome", "Transport"),
        plan.meeting(date(2028, 1, 1), "Welcome"),
    ]
    for one in made:
        plan.draft(one)
    first = [""] * 2 if rule is MinuteNumbers.NONE else ["1", "2"]
    assert [plan.numbers(one) for one in made] == [first, second, third]


def test_a_minute_number_stays_and_what_is_minuted_later_gets_the_next(board: BoardFile) -> None:
    plan = Numbered(board, MinuteNumbers.FOR_EVER)
    meeting_id = plan.meeting(date(2027, 3, 4), "Welcome", "Play", "Close")
    with board.reading() as session:
        welcome, play, close = (item.id for item in items_of(session, meeting_id))
    plan.do(agenda.reopen_item, play)
    plan.do(agenda.change_item, welcome, minute_number="902")
    plan.draft(meeting_id)
    assert plan.numbers(meeting_id) == ["902", "", "903"]
    plan.do(texts.add_paragraph, meeting_id, play, TextKind.MINUTE, [Run("Agreed.")])
    plan.do(agenda.reopen_item, close)
    plan.do(planning.draft_minutes, meeting_id)
    assert plan.numbers(meeting_id) == ["902", "904", "903"]


def test_undo_takes_minute_numbers_back(board: BoardFile) -> None:
    plan = Numbered(board, MinuteNumbers.FOR_EVER)
    meeting_id = plan.meeting(date(2027, 3, 4), "Welcome")
    plan.draft(meeting_id)
    assert plan.numbers(meeting_id) == ["1"]
    undo(board)
    assert plan.numbers(meeting_id) == [""]


def test_a_joint_meeting_is_numbered_by_its_host(board: BoardFile) -> None:
    plan = Numbered(board, MinuteNumbers.FOR_EVER)
    guest = plan.do(boards.create_board, "Border Partnership")
    plan.do(boards.change_board, guest.id, minute_numbers=MinuteNumbers.FOR_EVER)
    joint = plan.meeting(date(2027, 3, 4), "Welcome", "Play", also=guest.id)
    plan.draft(joint)
    theirs = plan.do(meetings.plan_meeting, guest.id, date(2027, 4, 1)).id
    plan.do(agenda.take_item, plan.do(agenda.add_item, theirs, "Welcome").id)
    plan.draft(theirs)
    assert (plan.numbers(joint), plan.numbers(theirs)) == (["1", "2"], ["1"])


def test_the_next_minutes_are_those_of_the_first_meeting_without_a_draft(board: BoardFile) -> None:
    plan = Numbered(board, MinuteNumbers.EACH_YEAR)
    plan.draft(plan.meeting(date(2026, 12, 3), "Welcome"))
    plan.meeting(date(2026, 11, 5), "Never held")
    today = date(2026, 12, 10)
    with board.reading() as session:
        found = next_minutes(session, session.get_one(Board, plan.board_id), today)
    assert found == NextMinutes(held_on=date(2027, 1, 28), number="1")
    plan.do(boards.change_board, plan.board_id, minute_numbers=MinuteNumbers.FOR_EVER)
    with board.reading() as session:
        found = next_minutes(session, session.get_one(Board, plan.board_id), today)
    assert found == NextMinutes(held_on=date(2027, 1, 28), number="2")
