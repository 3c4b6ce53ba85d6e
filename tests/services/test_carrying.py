"""What earlier meetings leave to an agenda is put there by itself, once, and what is restricted stays so."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting, MinutesConfirmation
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ActionStatus, ItemKind, MeetingStatus, Restriction
from boardroom.services import actions, agenda, boards, carrying, meetings, on_strand, planning, proposals, strands
from boardroom.services.carrying import MATTERS_ARISING, PROPOSALS_WAITING, Carried
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import items_of
from boardroom.store.undo import undo

T = TypeVar("T")
JANUARY, MARCH, MAY = date(2027, 1, 28), date(2027, 3, 25), date(2027, 5, 27)


class Plan:
    def __init__(self, board: BoardFile) -> None:
        self.board = board
        self.board_id = self.do(boards.create_board, "Arrowmere Partnership").id
        self.first = self.meeting(JANUARY)

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    def meeting(self, on: date | None) -> UUID:
        return self.do(meetings.plan_meeting, self.board_id, on).id

    def item(self, meeting_id: UUID, title: str, **parts: object) -> UUID:
        kind = parts.pop("kind", ItemKind.DISCUSSION)
        parent_id = parts.pop("parent_id", None)
        item = self.do(agenda.add_item, meeting_id, title, kind=kind, parent_id=parent_id)
        if parts:
            self.do(agenda.change_item, item.id, **parts)
        return item.id

    def next(self, on: date | None = MARCH) -> tuple[UUID, Carried]:
        meeting, carried = self.do(planning.plan_next, self.board_id, on, from_id=self.first)
        return meeting.id, carried

    def items(self, meeting_id: UUID) -> list[AgendaItem]:
        with self.board.reading() as session:
            return list(items_of(session, meeting_id))

    def titles(self, meeting_id: UUID) -> list[str]:
        return [f"{item.number} {item.title}" for item in self.items(meeting_id)]

    def hold(self, meeting_id: UUID, status: MeetingStatus = MeetingStatus.DRAFT_MINUTES) -> None:
        with self.board.writing("Hold") as session:
            session.get_one(Meeting, meeting_id).status = status


@pytest.fixture
def plan(board: BoardFile) -> Plan:
    return Plan(board)


def test_the_next_meeting_begins_with_what_the_last_one_leaves_to_it(plan: Plan) -> None:
    plan.item(plan.first, "Welcome", kind=ItemKind.PROCEDURAL, minutes_planned=5)
    play = plan.item(plan.first, "Play", kind=ItemKind.DECISION, lead="Siân Treharne")
    plan.item(plan.first, "Answers", kind=ItemKind.INFORMATION, standing=True)
    plan.item(plan.first, "Transport")
    plan.item(plan.first, "Close", kind=ItemKind.PROCEDURAL)
    plan.do(agenda.defer_item, play, "March")
    plan.do(actions.give_action, plan.board_id, "Write to the trust")
    plan.do(proposals.put_proposal, plan.board_id, "Open the hall on Sundays", [PutBy(name="Ann")])
    following, carried = plan.next()
    assert plan.titles(following) == [
        "1 Welcome",
        "2 Minutes of 28 January",
        f"3 {MATTERS_ARISING}",
        "4 Play",
        f"5 {PROPOSALS_WAITING}",
        "6 Answers",
        "7 Close",
    ]
    items = plan.items(following)
    assert (items[0].minutes_planned, items[3].lead, items[5].standing) == (5, "Siân Treharne", True)
    assert carried == Carried(minutes=(JANUARY,), deferred=1, actions=1, proposals=1, repeated=3)
    undo(plan.board)
    with plan.board.reading() as session:
        assert session.get(Meeting, following) is None


def test_what_stands_on_every_agenda_keeps_its_place_under_another_item(plan: Plan) -> None:
    reports = plan.item(plan.first, "Reports", standing=True)
    plan.item(plan.first, "Finance", standing=True, parent_id=reports)
    once = plan.item(plan.first, "The fire", parent_id=reports)
    plan.item(plan.first, "Safeguarding", standing=True, parent_id=reports)
    plan.item(plan.first, "What it cost", standing=True, parent_id=once)
    following, _ = plan.next()
    assert plan.titles(following)[1:] == [
        "2 Reports",
        "2.1 Finance",
        "2.2 Safeguarding",
        "3 What it cost",
    ]
    march = plan.meeting(MARCH)
    plan.item(march, "reports")
    plan.do(carrying.carry_agenda, march, plan.first)
    assert "2.2 Safeguarding" in plan.titles(march)


def test_nothing_comes_twice_when_it_is_done_again(plan: Plan) -> None:
    plan.item(plan.first, "Welcome", kind=ItemKind.PROCEDURAL)
    plan.do(agenda.defer_item, plan.item(plan.first, "Play"), "March")
    plan.do(actions.give_action, plan.board_id, "Write to the trust")
    plan.do(proposals.put_proposal, plan.board_id, "Open the hall on Sundays", [PutBy(name="Ann")])
    following, _ = plan.next()
    before = plan.titles(following)
    assert not plan.do(carrying.carry_forward, following)
    assert not plan.do(carrying.carry_agenda, following, plan.first)
    assert plan.titles(following) == before


def test_what_has_come_up_since_is_added_where_it_belongs(plan: Plan) -> None:
    plan.item(plan.first, "Welcome", kind=ItemKind.PROCEDURAL)
    following, _ = plan.next()
    plan.item(following, "New business")
    plan.do(actions.give_action, plan.board_id, "Write to the trust")
    assert plan.do(carrying.carry_forward, following) == Carried(actions=1)
    assert plan.titles(following)[1:] == ["2 Minutes of 28 January", f"3 {MATTERS_ARISING}", "4 New business"]


def test_matters_arising_by_another_name_are_enough(plan: Plan) -> None:
    march = plan.meeting(MARCH)
    plan.item(march, "Matters arising")
    plan.item(march, "New business")
    plan.do(agenda.defer_item, plan.item(plan.first, "Play"), "March")
    plan.do(actions.give_action, plan.board_id, "Write to the trust")
    assert plan.do(carrying.carry_forward, march) == Carried(minutes=(JANUARY,), deferred=1)
    assert plan.titles(march) == ["1 Minutes of 28 January", "2 Matters arising", "3 Play", "4 New business"]


def test_an_item_that_is_restricted_stays_so_with_ground_reason_and_review(plan: Plan) -> None:
    site = plan.item(plan.first, "Purchase of 4 Quay Road")
    plan.do(
        agenda.restrict_item,
        site,
        Restriction.EXEMPT,
        ground="paragraph 3",
        public_title="A site",
        reason="The price is open",
        review_on=MAY,
    )
    offer = plan.item(plan.first, "The offer of 2 January", parent_id=site)
    plan.do(agenda.defer_item, site, "March")
    following, _ = plan.next()
    _, copy, below = plan.items(following)
    said = (copy.title, copy.public_title, copy.restriction, copy.ground, copy.restriction_reason, copy.review_on)
    assert copy.restricted
    assert said == ("Purchase of 4 Quay Road", "A site", Restriction.EXEMPT, "paragraph 3", "The price is open", MAY)
    assert (below.title, below.parent_id) == ("The offer of 2 January", copy.id)
    # Deferred alone, what stood under a restricted item is restricted itself.
    plan.do(agenda.reopen_item, site)
    plan.do(agenda.defer_item, offer, "May")
    third = plan.meeting(date(2027, 3, 1))
    plan.do(carrying.carry_forward, third)
    alone = plan.items(third)[-1]
    assert (alone.title, alone.restricted, alone.ground) == ("The offer of 2 January", True, "paragraph 3")


def test_items_come_to_the_meeting_that_they_were_deferred_to(plan: Plan) -> None:
    march, may = plan.meeting(MARCH), plan.meeting(MAY)
    first, second = plan.item(plan.first, "Play"), plan.item(plan.first, "Transport")
    for item, to in ((first, may), (second, march)):
        plan.do(agenda.defer_item, item, "a later meeting")
        with plan.board.writing("Defer") as session:
            session.get_one(AgendaItem, item).deferred_to_id = to
    assert plan.do(carrying.carry_forward, march).deferred == 1
    assert plan.do(carrying.carry_forward, may).deferred == 1
    assert "Transport" in plan.titles(march)[-1]
    assert "Play" in plan.titles(may)[-1]


def test_what_was_deferred_to_a_meeting_that_was_called_off_comes_to_the_next_one_and_to_no_other(plan: Plan) -> None:
    march, may = plan.meeting(MARCH), plan.meeting(MAY)
    play = plan.item(plan.first, "Play")
    plan.do(agenda.defer_item, play, "25 March")
    with plan.board.writing("Defer") as session:
        session.get_one(AgendaItem, play).deferred_to_id = march
    plan.do(meetings.call_off, march, "Snow")
    assert plan.do(carrying.carry_forward, may).deferred == 1
    assert "Play" in plan.titles(may)[-1]
    assert not plan.do(carrying.carry_forward, plan.meeting(date(2027, 7, 1))).deferred


def test_an_item_stays_on_its_strand_when_it_is_carried_forward(plan: Plan) -> None:
    strand = plan.do(strands.add_strand, plan.board_id, "Short breaks").id
    for title, standing in (("Short breaks", True), ("The new centre", False)):
        plan.do(on_strand.put_item_on, plan.item(plan.first, title, standing=standing), strand)
    plan.do(agenda.defer_item, plan.items(plan.first)[-1].id, "March")
    following, _ = plan.next()
    stood = {item.title: item.strand_id for item in plan.items(following)}
    assert (stood["Short breaks"], stood["The new centre"]) == (strand, strand)


def test_under_a_deferred_item_what_was_dealt_with_stays_behind(plan: Plan) -> None:
    play = plan.item(plan.first, "Play")
    done = plan.item(plan.first, "The fence", parent_id=play)
    plan.do(agenda.take_item, done)
    plan.do(agenda.defer_item, plan.item(plan.first, "The gate", parent_id=play), "March")
    plan.do(agenda.defer_item, play, "March")
    following, carried = plan.next()
    assert plan.titles(following)[1:] == ["2 Play", "2.1 The gate"]
    assert carried.deferred == 1


def test_each_meeting_whose_minutes_are_not_confirmed_is_named(plan: Plan) -> None:
    plan.hold(plan.first)
    plan.hold(plan.meeting(MARCH), MeetingStatus.HELD)
    plan.hold(plan.meeting(date(2027, 2, 1)), MeetingStatus.CONFIRMED)
    plan.hold(plan.meeting(date(2027, 2, 2)), MeetingStatus.CANCELLED)
    may = plan.meeting(MAY)
    assert plan.do(carrying.carry_forward, may).minutes == (JANUARY, MARCH)
    assert plan.titles(may) == ["1 Minutes of 28 January", "2 Minutes of 25 March"]


def test_minutes_that_an_imported_meeting_confirmed_by_their_day_are_left_out(plan: Plan) -> None:
    plan.hold(plan.first)
    march = plan.meeting(MARCH)
    plan.hold(march, MeetingStatus.CONFIRMED)
    may = plan.meeting(MAY)
    with plan.board.writing("Confirm") as session:
        session.add(MinutesConfirmation(meeting_id=march, of_date=JANUARY, result="deferred"))
    assert plan.do(carrying.carry_forward, may).minutes == (JANUARY,)
    with plan.board.writing("Confirm") as session:
        session.add(MinutesConfirmation(meeting_id=march, of_date=JANUARY, result="approved as a correct record"))
        for item in items_of(session, may):
            session.delete(item)
    assert not plan.do(carrying.carry_forward, may)


def test_behind_a_meeting_that_is_still_to_come_only_its_minutes_wait(plan: Plan) -> None:
    plan.hold(plan.first)
    plan.meeting(MARCH)
    may = plan.meeting(MAY)
    assert plan.do(carrying.carry_forward, may).minutes == (MARCH,)


def test_an_item_for_the_minutes_of_the_last_meeting_is_enough(plan: Plan) -> None:
    plan.hold(plan.first)
    march = plan.meeting(MARCH)
    plan.item(march, "Minutes of the last meeting")
    assert not plan.do(carrying.carry_forward, march)


def test_minutes_of_the_same_day_a_year_ago_say_their_year(plan: Plan) -> None:
    plan.hold(plan.first)
    later = plan.meeting(date(2028, 1, 27))
    plan.do(carrying.carry_forward, later)
    assert plan.titles(later) == ["1 Minutes of 28 January 2027"]


def test_done_actions_and_the_business_of_other_boards_leave_nothing(plan: Plan) -> None:
    plan.hold(plan.first, MeetingStatus.CONFIRMED)
    other = plan.do(boards.create_board, "Border Partnership").id
    plan.do(actions.give_action, other, "Write to the trust")
    plan.do(proposals.put_proposal, other, "Open the hall on Sundays", [PutBy(name="Ann")])
    plan.hold(plan.do(meetings.plan_meeting, other, JANUARY).id)
    done = plan.do(actions.give_action, plan.board_id, "Ring the hall")
    plan.do(actions.update_action, done.id, ActionStatus.DONE, on=JANUARY)
    march = plan.meeting(MARCH)
    assert not plan.do(carrying.carry_forward, march)
    assert plan.items(march) == []


def test_after_notice_nothing_is_put_on_an_agenda_by_itself(plan: Plan) -> None:
    plan.hold(plan.first)
    march = plan.meeting(MARCH)
    plan.do(meetings.give_notice, march, date(2027, 3, 1))
    with pytest.raises(Refusal, match="late item"):
        plan.do(carrying.carry_forward, march)
