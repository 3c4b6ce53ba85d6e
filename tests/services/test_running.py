"""A meeting that is run: times are stamped, items are ticked, and what was done is undone as one step."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Seat
from boardroom.domain.outline import Outline, put
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, ItemState, MeetingStatus, Presence, Restriction, SeatRole, Sector
from boardroom.services import agenda, at_the_door, attendance, boards, comings, declarations, meetings, points, running
from boardroom.services.comings import When
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.attendance_page import AttendanceView, attendance_of
from boardroom.store.queries.meeting_page import HeadView, agenda_after, agenda_of, head_of
from boardroom.store.queries.round_table import Hearing, round_the_table
from boardroom.store.queries.running import RunningView, meeting_in_session, running_of
from boardroom.store.queries.still_open import still_open
from boardroom.store.undo import undo

T = TypeVar("T")
TWO = datetime(2027, 1, 28, 14, 0, 5, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return TWO + timedelta(minutes=minutes)


class Meeting:
    """A meeting of three seats with four items of ten minutes."""

    def __init__(self, board: BoardFile) -> None:
        self.board = board
        with board.writing("Set up the board") as session:
            ours = boards.create_board(session, "Arrowmere Partnership")
            for name, sector in (
                ("Ann", Sector.LOCAL_AUTHORITY),
                ("Amina", Sector.VOLUNTARY),
                ("Owain", Sector.HEALTH),
            ):
                seat = boards.add_seat(session, ours.id, name, sector=sector)
                boards.seat_person(session, seat.id, name)
            self.board_id = ours.id
            self.id = meetings.plan_meeting(session, ours.id, date(2027, 1, 28), starts=time(13, 30)).id
            self.items = [agenda.add_item(session, self.id, f"Item {n}").id for n in range(1, 5)]
            for item_id in self.items:
                agenda.change_item(session, item_id, minutes_planned=10)

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    @property
    def view(self) -> RunningView:
        with self.board.reading() as session:
            return running_of(session, self.id)

    @property
    def head(self) -> HeadView:
        with self.board.reading() as session:
            return head_of(session, self.id)

    @property
    def people(self) -> AttendanceView:
        with self.board.reading() as session:
            return attendance_of(session, self.id, self.view.current)

    def item(self, number: int) -> AgendaItem:
        with self.board.reading() as session:
            return items_of(session, self.id)[number - 1]

    def line(self, name: str) -> UUID:
        return next(line.id for line in self.people.lines if line.name == name)


@pytest.fixture
def meeting(board: BoardFile) -> Meeting:
    return Meeting(board)


@pytest.fixture
def begun(meeting: Meeting) -> Meeting:
    meeting.do(running.start_meeting, meeting.id, at(0))
    return meeting


def test_a_start_stamps_the_day_lists_the_members_and_takes_the_first_item(begun: Meeting) -> None:
    head, view = begun.head, begun.view
    assert (head.days[0].starts, head.days[0].ends, head.status) == (time(14), None, MeetingStatus.HELD)
    assert (view.in_session, view.current) == (True, begun.items[0])
    assert [line.status for line in begun.people.lines] == [Presence.ABSENT] * 3
    assert begun.do(meeting_in_session) == begun.id


def test_a_start_is_one_step_and_undone_as_one(begun: Meeting) -> None:
    undo(begun.board)
    assert (begun.head.status, begun.head.days[0].starts) == (MeetingStatus.PLANNED, time(13, 30))
    assert not begun.view.in_session
    assert not begun.people.lines
    assert check(begun.board.path) == []


def test_a_meeting_of_another_day_starts_only_when_that_is_meant(meeting: Meeting) -> None:
    early = at(-24 * 60)
    with pytest.raises(Refusal, match="planned for Thursday 28 January 2027, not for today"):
        meeting.do(running.start_meeting, meeting.id, early)
    meeting.do(running.start_meeting, meeting.id, early, change_day=True)
    assert meeting.head.held_on == date(2027, 1, 27)


def test_only_a_planned_meeting_starts_and_only_once(begun: Meeting) -> None:
    with pytest.raises(Refusal, match="in session already"):
        begun.do(running.start_meeting, begun.id, at(1))
    begun.do(running.close_meeting, begun.id, at(2))
    with pytest.raises(Refusal, match="only a planned one is started"):
        begun.do(running.start_meeting, begun.id, at(3))


def test_items_are_taken_in_order_and_their_time_is_counted(begun: Meeting) -> None:
    first, second, *_ = begun.items
    assert begun.do(running.take_next, begun.id, at(4)) == second
    view = begun.view
    assert (view.used_by(first, at(9)), view.used_by(second, at(9))) == (240, 300)
    assert begun.item(1).state is ItemState.TAKEN
    # Six minutes were saved on the first; the second keeps to its plan.
    assert view.minutes_in_hand(at(9)) == 6
    assert view.ends_about(at(9)) == at(34)


def test_time_over_the_plan_is_no_longer_in_hand(begun: Meeting) -> None:
    assert begun.view.minutes_in_hand(at(13)) == -3
    begun.do(running.give_more_time, begun.id, 5)
    assert begun.view.planned[begun.items[0]] == 15
    assert begun.view.minutes_in_hand(at(13)) == -5
    with pytest.raises(Refusal, match="1 to 240"):
        begun.do(running.give_more_time, begun.id, 0)


def test_an_item_taken_out_of_order_says_after_which(begun: Meeting) -> None:
    begun.do(running.take, begun.items[2], at(5))
    assert begun.item(3).taken_after == "1"
    assert begun.do(running.take_next, begun.id, at(8)) == begun.items[1]
    assert not begun.item(2).taken_after
    assert begun.do(running.take_next, begun.id, at(9)) == begun.items[3]


def test_an_item_that_was_taken_by_mistake_is_taken_in_its_place_after_all(begun: Meeting) -> None:
    begun.do(running.take, begun.items[3], at(1))
    begun.do(running.take, begun.items[1], at(2))
    begun.do(agenda.reopen_item, begun.items[3])
    begun.do(running.take_next, begun.id, at(3))
    assert begun.do(running.take_next, begun.id, at(4)) == begun.items[3]
    assert not begun.item(4).taken_after


def test_an_item_is_gone_back_to_and_its_time_goes_on(begun: Meeting) -> None:
    begun.do(running.take_next, begun.id, at(5))
    begun.do(running.take, begun.items[0], at(7))
    view = begun.view
    assert view.current == begun.items[0]
    assert view.used_by(begun.items[0], at(8)) == 360
    with pytest.raises(Refusal, match="is being taken"):
        begun.do(running.take, begun.items[0], at(8))


def test_what_is_put_off_is_not_taken_and_its_clock_stops(begun: Meeting) -> None:
    later = begun.do(meetings.plan_meeting, begun.board_id, date(2027, 3, 1)).id
    begun.do(running.defer_to, begun.items[0], "the meeting of 1 March", at(2), to_id=later)
    assert (begun.item(1).state, begun.item(1).deferred_to_id) == (ItemState.DEFERRED, later)
    assert begun.view.current is None
    begun.do(running.withdraw, begun.items[1], at(3))
    assert begun.do(running.take_next, begun.id, at(4)) == begun.items[2]
    with pytest.raises(Refusal, match="was deferred; open it again first"):
        begun.do(running.take, begun.items[0], at(5))
    assert begun.view.current == begun.items[2], "a refusal ended the present item"


@pytest.mark.parametrize("put_off", [running.withdraw, partial(running.defer_to, to="March")])
def test_what_stands_under_an_item_that_is_put_off_is_put_off_with_it(
    begun: Meeting, put_off: Callable[..., object]
) -> None:
    _, second, third, fourth = begun.items
    begun.do(agenda.move_item, third, lambda order: put(order, third, second, 0))
    begun.do(put_off, second, now=at(1))
    assert begun.view.to_come == 10
    assert third not in {one.item_id for one in begun.do(still_open, begun.id)}
    assert begun.do(running.take_next, begun.id, at(2)) == fourth
    # The chair may have it taken all the same.
    begun.do(running.take, third, at(3))
    assert begun.view.current == third


def test_headings_are_no_items_to_take(meeting: Meeting) -> None:
    meeting.do(agenda.change_item, meeting.items[0], kind=ItemKind.HEADING)
    begun = meeting.do(running.start_meeting, meeting.id, at(0))
    assert begun.item_id == meeting.items[1]
    with pytest.raises(Refusal, match="is a heading"):
        meeting.do(running.take, meeting.items[0], at(1))


def test_an_adjourned_meeting_goes_on_at_its_item_on_another_day(begun: Meeting) -> None:
    begun.do(running.take_next, begun.id, at(5))
    begun.do(running.adjourn, begun.id, at(9), because="The fire alarm rang")
    assert (begun.view.in_session, begun.view.adjourned) == (False, True)
    assert (begun.head.days[0].ends, begun.head.days[0].adjourned_because) == (time(14, 9), "The fire alarm rang")
    with pytest.raises(Refusal, match="isn't in session"):
        begun.do(running.take_next, begun.id, at(10))
    again = begun.do(running.reconvene, begun.id, at(7 * 24 * 60))
    assert again.item_id == begun.items[1]
    days = begun.head.days
    assert [day.held_on for day in days] == [date(2027, 1, 28), date(2027, 2, 4)]
    assert days[0].adjourned_because == "The fire alarm rang"
    assert begun.view.used_by(begun.items[1], at(7 * 24 * 60 + 1)) == 300


def test_what_is_in_hand_waits_while_the_meeting_is_adjourned(begun: Meeting) -> None:
    begun.do(running.take_next, begun.id, at(5))
    begun.do(running.adjourn, begun.id, at(9))
    again = 7 * 24 * 60
    begun.do(running.reconvene, begun.id, at(again))
    # Five minutes were saved on the first item; the second keeps to its plan.
    assert begun.view.minutes_in_hand(at(again + 1)) == 5


def test_an_agenda_is_read_again_by_what_has_changed_of_it_and_is_the_same(begun: Meeting) -> None:
    second, third = begun.items[1:3]
    later = begun.do(meetings.plan_meeting, begun.board_id, date(2027, 3, 1)).id

    def said_up(order: Outline) -> Outline:
        return put(order, third, None, 0)

    for service, *args in (
        (running.take_next, begun.id, at(5)),
        (running.take, begun.items[3], at(6)),
        (agenda.rename_item, second, "Play in the north"),
        (running.defer_to, second, "1 March", at(7)),
        (agenda.move_item, third, said_up),
        (partial(agenda.change_item, minutes_planned=25), third),
        (partial(agenda.change_item, kind=ItemKind.HEADING), third),
        (agenda.add_item, begun.id, "Late"),
        (agenda.add_item, later, "Of another meeting"),
        (partial(agenda.restrict_item, ground="paragraph 3", public_title="A matter"), third, Restriction.EXEMPT),
    ):
        before = begun.do(agenda_of, begun.id)
        begun.do(service, *args)
        changed = begun.board.last_change.rows["agenda_item"]
        assert begun.do(agenda_after, before, changed) == begun.do(agenda_of, begun.id), service


def test_a_close_ends_the_item_and_drafts_the_minutes(begun: Meeting) -> None:
    begun.do(running.close_meeting, begun.id, at(7))
    assert begun.head.status is MeetingStatus.DRAFT_MINUTES
    assert begun.head.days[0].ends == time(14, 7)
    assert begun.item(1).state is ItemState.TAKEN
    assert not begun.view.adjourned
    with pytest.raises(Refusal, match="Only a meeting that was adjourned"):
        begun.do(running.reconvene, begun.id, at(8))
    assert check(begun.board.path) == []


def test_the_last_item_ends_and_then_nothing_is_left(begun: Meeting) -> None:
    for minute in range(1, 4):
        begun.do(running.take_next, begun.id, at(minute))
    assert begun.do(running.take_next, begun.id, at(5)) is None
    assert begun.view.current is None
    with pytest.raises(Refusal, match="can be closed"):
        begun.do(running.take_next, begun.id, at(6))


def test_sectors_are_heard_by_points_by_hand_or_not_yet(begun: Meeting) -> None:
    item = begun.items[0]
    begun.do(attendance.set_presence, begun.line("Ann"), Presence.PRESENT)
    begun.do(attendance.set_presence, begun.line("Amina"), Presence.PRESENT)
    begun.do(points.add_point, item, "Numbers are up", name="Ann")
    assert begun.do(running.mark_heard, item, Sector.VOLUNTARY, at(2)) is True
    tiles = begun.do(round_the_table, item)
    assert [(one.sector, one.hearing, one.points) for one in tiles] == [
        (Sector.LOCAL_AUTHORITY, Hearing.HEARD, 1),
        (Sector.VOLUNTARY, Hearing.HEARD, 0),
        (Sector.HEALTH, Hearing.NOT_HERE, 0),
    ]
    assert begun.do(running.mark_heard, item, Sector.VOLUNTARY, at(3)) is False
    assert begun.do(round_the_table, item)[1].hearing is Hearing.NOT_HEARD
    with pytest.raises(Refusal, match="says already that the sector was heard"):
        begun.do(running.mark_heard, item, Sector.LOCAL_AUTHORITY, at(4))


def test_a_sector_is_not_here_by_a_proxy(begun: Meeting) -> None:
    begun.do(attendance.set_presence, begun.line("Ann"), Presence.PRESENT)
    begun.do(at_the_door.let_act_for, begun.line("Amina"), at(2), "Ann")
    tiles = begun.do(round_the_table, begun.items[0])
    assert [one.hearing for one in tiles] == [Hearing.NOT_HEARD, Hearing.NOT_HERE, Hearing.NOT_HERE]


def test_who_comes_after_the_first_item_and_who_leaves_has_a_time(begun: Meeting) -> None:
    ann, amina = begun.line("Ann"), begun.line("Amina")
    begun.do(at_the_door.turn_here, ann, Presence.PRESENT, at(2))
    assert not begun.people.lines[0].stays, "who is there from the opening needs no time"
    begun.do(running.take_next, begun.id, at(5))
    begun.do(at_the_door.turn_here, amina, Presence.PRESENT, at(7))
    begun.do(at_the_door.turn_here, ann, Presence.PRESENT, at(8))
    lines = {line.name: line for line in begun.people.lines}
    (came,), (left,) = lines["Amina"].stays, lines["Ann"].stays
    assert (came.arrived_at, came.left_at, lines["Amina"].here) == (time(14, 7), None, True)
    assert (left.arrived_at, left.left_at, lines["Ann"].here) == (None, time(14, 8), False)
    begun.do(at_the_door.turn_here, ann, Presence.PRESENT, at(9))
    lines = {line.name: line for line in begun.people.lines}
    assert [stay.arrived_at for stay in lines["Ann"].stays] == [None, time(14, 9)]
    assert lines["Ann"].here


def stays_by_name(meeting: Meeting) -> dict[str, list[tuple[time | None, time | None]]]:
    return {line.name: [(one.arrived_at, one.left_at) for one in line.stays] for line in meeting.people.lines}


def test_who_comes_after_the_first_item_has_a_time_in_whatever_way_they_came(begun: Meeting) -> None:
    seat = begun.do(boards.add_seat, begun.board_id, "Parents", sector=Sector.SERVICE_USERS)
    begun.do(boards.seat_person, seat.id, "Pat")
    begun.do(attendance.set_presence, begun.line("Ann"), Presence.PRESENT)
    begun.do(running.take_next, begun.id, at(5))
    begun.do(at_the_door.take_part, begun.line("Owain"), Presence.PRESENT, at(6), remote=True)
    begun.do(at_the_door.take_part, begun.line("Ann"), Presence.PRESENT, at(6), remote=True)
    begun.do(at_the_door.let_in, begun.id, at(7), "Olu", role="Officer")
    begun.do(at_the_door.let_stand_in, begun.line("Amina"), at(8), "Dee")
    begun.do(at_the_door.seat_now, begun.id, seat.id, Presence.PRESENT, at(9))
    assert stays_by_name(begun) == {
        "Ann": [],
        "Amina": [],
        "Dee": [(time(14, 8), None)],
        "Owain": [(time(14, 6), None)],
        "Olu": [(time(14, 7), None)],
        "Pat": [(time(14, 9), None)],
    }
    remote = {line.name: line.remote for line in begun.people.lines}
    assert (remote["Owain"], remote["Ann"], remote["Dee"]) == (True, True, False)
    begun.do(at_the_door.turn_here, begun.line("Owain"), Presence.PRESENT, at(10))
    begun.do(at_the_door.take_part, begun.line("Owain"), Presence.PRESENT, at(11), remote=True)
    assert stays_by_name(begun)["Owain"] == [(time(14, 6), time(14, 10)), (time(14, 11), None)]


def test_who_comes_by_another_way_during_the_first_item_was_there_from_the_opening(begun: Meeting) -> None:
    begun.do(at_the_door.take_part, begun.line("Owain"), Presence.PRESENT, at(1), remote=True)
    begun.do(at_the_door.let_in, begun.id, at(2), "Olu", role="Officer")
    begun.do(at_the_door.let_stand_in, begun.line("Amina"), at(2), "Dee")
    assert not any(stays_by_name(begun).values())


def test_a_member_who_sends_a_deputy_half_way_sat_there_until_then(begun: Meeting) -> None:
    first, second, *_ = begun.items
    begun.do(attendance.all_present_except, begun.id)
    begun.do(running.take_next, begun.id, at(5))
    begun.do(at_the_door.let_stand_in, begun.line("Ann"), at(7), "Dee")
    assert stays_by_name(begun)["Ann"] == [(None, time(14, 7))]
    with begun.board.reading() as session:
        here = {
            item: {line.name for line in attendance_of(session, begun.id, item).lines if line.here}
            for item in (first, second)
        }
    assert here == {first: {"Ann", "Amina", "Owain"}, second: {"Dee", "Amina", "Owain"}}
    undo(begun.board)
    assert stays_by_name(begun) == {"Ann": [], "Amina": [], "Owain": []}


def test_a_coming_or_going_that_is_said_beforehand_is_overtaken_by_the_real_one(begun: Meeting) -> None:
    third, fourth = begun.items[2:]
    begun.do(attendance.all_present_except, begun.id)
    ann, amina = begun.line("Ann"), begun.line("Amina")
    begun.do(running.take_next, begun.id, at(5))
    begun.do(comings.leave, ann, When(item_id=fourth))
    begun.do(comings.arrive, amina, When(item_id=third))
    begun.do(at_the_door.turn_here, ann, Presence.PRESENT, at(6))
    begun.do(at_the_door.turn_here, amina, Presence.PRESENT, at(7))
    assert {line.name: line.here for line in begun.people.lines} == {"Ann": False, "Amina": True, "Owain": True}
    assert stays_by_name(begun) == {"Ann": [(None, time(14, 6))], "Amina": [(time(14, 7), None)], "Owain": []}


def test_who_left_before_midnight_has_left_after_it(meeting: Meeting) -> None:
    late = datetime(2027, 1, 28, 23, 40, tzinfo=UTC)
    meeting.do(running.start_meeting, meeting.id, late)
    meeting.do(attendance.all_present_except, meeting.id)
    meeting.do(comings.leave, meeting.line("Ann"), When(at=time(23, 50)))
    meeting.do(comings.leave, meeting.line("Amina"), When(at=time(0, 20)))
    for minutes, here in ((5, ["Ann", "Amina", "Owain"]), (25, ["Amina", "Owain"]), (45, ["Owain"])):
        now = late + timedelta(minutes=minutes)
        people = meeting.do(attendance_of, meeting.id, meeting.items[0], now)
        assert [line.name for line in people.lines if line.here] == here, minutes


def test_a_declaration_that_is_changed_while_its_item_is_taken_moves_somebody_at_once(begun: Meeting) -> None:
    first, second, *_ = begun.items

    def times() -> tuple[time | None, time | None]:
        (one,) = begun.people.declarations
        return one.left_at, one.returned_at

    declared = begun.do(declarations.declare, begun.id, "Ann", "is a trustee", item_ids=[second]).id
    begun.do(at_the_door.change_declared, declared, at(2), item_ids=[first, second], recused=True)
    assert times() == (time(14, 2), None)
    begun.do(at_the_door.change_declared, declared, at(3), dispensation="by the monitoring officer")
    assert times() == (time(14, 2), time(14, 3))
    begun.do(running.take_next, begun.id, at(5))
    begun.do(at_the_door.change_declared, declared, at(6), dispensation="")
    assert times() == (time(14, 6), None)
    begun.do(at_the_door.change_declared, declared, at(7), item_ids=[first])
    assert times() == (time(14, 6), time(14, 7))


def test_who_is_recused_leaves_as_the_item_begins_and_returns_as_it_ends(begun: Meeting) -> None:
    declared = begun.do(declarations.declare, begun.id, "Ann", "is a trustee", item_ids=[begun.items[1]], recused=True)
    begun.do(running.take_next, begun.id, at(5))
    begun.do(running.take_next, begun.id, at(9))
    (one,) = begun.people.declarations
    assert (one.id, one.left_at, one.returned_at) == (declared.id, time(14, 5), time(14, 9))


def test_who_is_recused_from_two_items_sat_there_between_them(begun: Meeting) -> None:
    _, second, third, fourth = begun.items
    begun.do(declarations.declare, begun.id, "Ann", "is a trustee", item_ids=[second, fourth], recused=True)
    begun.do(declarations.declare, begun.id, "Owain", "works there", item_ids=[second, third], recused=True)
    for minute in (5, 9, 12):
        begun.do(running.take_next, begun.id, at(minute))
    begun.do(running.take_next, begun.id, at(15))
    times = {one.by: (one.left_at, one.returned_at) for one in begun.people.declarations}
    assert times == {"Ann": (time(14, 12), time(14, 15)), "Owain": (time(14, 5), time(14, 12))}


def test_who_is_recused_from_the_present_item_is_stamped_at_once(begun: Meeting) -> None:
    item = begun.items[0]
    one = begun.do(at_the_door.declare_now, begun.id, at(3), "Ann", "is a trustee", item_ids=[item], recused=True)
    assert begun.people.declarations[0].left_at == time(14, 3)
    begun.do(at_the_door.recuse, one.id, at(4), recused=False)
    assert begun.people.declarations[0].returned_at == time(14, 4)


def test_a_dispensation_or_a_matter_of_the_whole_meeting_stamps_nothing(begun: Meeting) -> None:
    begun.do(at_the_door.declare_now, begun.id, at(3), "Ann", "is a trustee", recused=True)
    begun.do(
        at_the_door.declare_now,
        begun.id,
        at(3),
        "Owain",
        "works there",
        item_ids=[begun.items[0]],
        recused=True,
        dispensation="by the monitoring officer",
    )
    assert [one.left_at for one in begun.people.declarations] == [None, None]


def test_the_chair_presides_from_the_opening_and_the_vice_chair_where_apologies_came(meeting: Meeting) -> None:
    with meeting.board.writing("Name them") as session:
        seats = {seat.name: seat for seat in session.query(Seat)}
        seats["Ann"].role, seats["Owain"].role = SeatRole.CHAIR, SeatRole.VICE_CHAIR
    meeting.do(running.start_meeting, meeting.id, at(0))
    assert [one.name for one in meeting.people.presiding] == ["Ann"]
    undo(meeting.board)
    meeting.do(attendance.expect_members, meeting.id)
    meeting.do(attendance.set_presence, meeting.line("Ann"), Presence.APOLOGIES)
    meeting.do(running.start_meeting, meeting.id, at(0))
    assert [one.name for one in meeting.people.presiding] == ["Owain"]


def test_nobody_comes_back_when_the_meeting_closes(begun: Meeting) -> None:
    item = begun.items[0]
    begun.do(at_the_door.declare_now, begun.id, at(3), "Ann", "is a trustee", item_ids=[item], recused=True)
    begun.do(running.close_meeting, begun.id, at(9))
    assert begun.people.declarations[0].returned_at is None
