"""What a report counts at the edges: what came after its last day, meetings not held yet, answers that are withheld."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from boardroom.documents.reports import ReportOrder, compose_report
from boardroom.domain.audience import Audience
from boardroom.domain.board import TermsOfReference
from boardroom.domain.period import Period, Span
from boardroom.domain.words import ActionStatus, AnswerKind, MeetingStatus, Method, ReasonCategory, Result, Sector
from boardroom.services import actions, agenda, answers, attendance, boards, decisions, meetings, proposals
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from boardroom.store.queries.reports import Asked, asked_of
from boardroom.store.queries.reports_answered import Answered, answered
from boardroom.store.queries.reports_balance import balance
from boardroom.store.queries.reports_duty import duty
from boardroom.store.queries.reports_year import review
from tests.documents.reading import said

IN, ANSWERED, TOLD, NEXT = date(2025, 10, 6), date(2025, 12, 4), date(2026, 1, 15), date(2026, 1, 29)
LAST_YEAR = Period(since=date(2025, 1, 1), until=date(2025, 12, 31))
YEAR_BEFORE = Period(since=date(2024, 1, 1), until=date(2024, 12, 31))
TILL_TOLD = Period(until=TOLD)


class Ours:
    """A board to which a community body proposed, by letter."""

    def __init__(self, board: BoardFile) -> None:
        self.board = board
        with board.writing("Set up") as session:
            self.board_id = boards.create_board(session, "Ours").id
            boards.add_organisation(session, "Canalside Forum", Sector.COMMUNITY)
        self.proposal = self.put("Open the hall at weekends.")

    def put(self, words: str) -> UUID:
        by = [PutBy(organisation="Canalside Forum")]
        with self.board.writing("Put") as session:
            return proposals.put_proposal(session, self.board_id, words, by, received_on=IN).id

    def item(self, *, on: date, restricted: bool = False) -> UUID:
        with self.board.writing("Plan") as session:
            meeting = meetings.plan_meeting(session, self.board_id, on)
            item = agenda.add_item(session, meeting.id, "Halls")
            item.restricted = restricted
            return item.id

    def answer(self, kind: AnswerKind, on: date, *, item_id: UUID | None = None) -> UUID:
        with self.board.writing("Answer") as session:
            return answers.answer_proposal(
                session,
                self.proposal,
                kind,
                "So it was decided.",
                category=ReasonCategory.OTHER,
                answered_on=on,
                item_id=item_id,
                deferred_to="1 March 2026" if kind is AnswerKind.DEFERRED else "",
            ).id

    def fared(self, period: Period, audience: Audience = Audience.MEMBERS) -> Answered:
        with self.board.reading() as session:
            return answered(session, asked_of(session, self.board_id, period, audience))


@pytest.fixture
def ours(board: BoardFile) -> Ours:
    return Ours(board)


def test_whoever_was_told_after_the_last_day_was_not_told_by_then(ours: Ours) -> None:
    answer = ours.answer(AnswerKind.ADOPTED, ANSWERED)
    with ours.board.writing("Tell") as session:
        answers.mark_told(session, answer, TOLD)
    assert (ours.fared(LAST_YEAR).whole.answered, ours.fared(LAST_YEAR).whole.told) == (1, 0)
    assert ours.fared(TILL_TOLD).whole.told == 1


def test_nobody_has_spoken_at_a_meeting_that_was_not_held(ours: Ours) -> None:
    item = ours.item(on=NEXT)
    with ours.board.writing("Bring") as session:
        proposals.bring_to_item(session, ours.proposal, item)
    with ours.board.reading() as session:
        share = balance(session, Asked(ours.board_id, TILL_TOLD)).shares[Sector.COMMUNITY]
    assert (share.proposals.put, share.spoke) == (1, 0)


def test_nothing_has_waited_for_days_that_are_still_to_come(ours: Ours) -> None:
    due = date(2025, 11, 3)
    with ours.board.writing("Promise") as session:
        session.scalars(select(TermsOfReference)).one().answer_days = 30
        meeting = meetings.plan_meeting(session, ours.board_id, IN)
        meeting.status = MeetingStatus.HELD
        item = agenda.add_item(session, meeting.id, "Halls")
        actions.give_action(session, ours.board_id, "Ask for the key.", item_id=item.id, due_on=due)
    for today, late in ((date(2025, 10, 20), 0), (due, 0), (date(2025, 11, 6), 1), (date(2026, 4, 1), 1)):
        with ours.board.reading() as session:
            asked = asked_of(session, ours.board_id, LAST_YEAR, Audience.MEMBERS, today)
            figures, year = answered(session, asked), review(session, asked)
        assert (figures.whole.waiting, figures.whole.late, year.overdue) == (1, late, late)


def test_an_action_of_no_meeting_is_of_its_decisions_day(ours: Ours) -> None:
    with ours.board.writing("Between meetings") as session:
        settled = decisions.record_decision(
            session,
            ours.board_id,
            "To mend the roof.",
            method=Method.CONSENSUS,
            result=Result.CARRIED,
            decided_on=date(2025, 8, 5),
        )
        actions.give_action(session, ours.board_id, "Find a roofer.", decision_id=settled.id, due_on=date(2025, 9, 1))
        actions.give_action(session, ours.board_id, "Water the plants.")
    with ours.board.reading() as session:
        year, before = (review(session, Asked(ours.board_id, one)) for one in (LAST_YEAR, YEAR_BEFORE))
        ever = review(session, Asked(ours.board_id, TILL_TOLD))
        order = ReportOrder(
            board_id=ours.board_id, report="year", period=LAST_YEAR, audience=Audience.MEMBERS, format="md"
        )
        words = said(compose_report(session, order))
    assert (year.whole("actions"), year.actions, year.overdue) == (1, {ActionStatus.OPEN: 1}, 1)
    assert year.by_span[Span(2025, 3)]["actions"] == 1
    assert (year.undated, before.undated, before.whole("actions")) == (1, 1, 0)
    assert (ever.whole("actions"), ever.undated) == (2, 0)
    assert "One more action belongs to no meeting and no decision" in words


def test_the_public_is_not_told_that_nobody_answered_what_was_answered_in_private(ours: Ours) -> None:
    ours.answer(AnswerKind.DEFERRED, date(2025, 11, 6), item_id=ours.item(on=date(2025, 11, 6)))
    assert ours.fared(LAST_YEAR, Audience.PUBLIC).whole.states[AnswerKind.DEFERRED] == 1
    ours.answer(AnswerKind.DECLINED, ANSWERED, item_id=ours.item(on=ANSWERED, restricted=True))
    assert ours.fared(LAST_YEAR).whole.states[AnswerKind.DECLINED] == 1
    assert ours.fared(LAST_YEAR, Audience.PUBLIC).whole.put == 0
    before = Period(until=date(2025, 11, 30))
    assert ours.fared(before, Audience.PUBLIC).whole.states[AnswerKind.DEFERRED] == 1


def test_what_somebody_takes_on_for_a_partner_is_the_partner_s_contribution(ours: Ours) -> None:
    with ours.board.writing("Meet") as session:
        council = boards.add_organisation(session, "Council", Sector.LOCAL_AUTHORITY, statutory=True)
        seat = boards.add_seat(
            session, ours.board_id, "Council", sector=Sector.LOCAL_AUTHORITY, organisation_id=council.id
        )
        boards.seat_person(session, seat.id, "Priya Raman")
        meeting = meetings.plan_meeting(session, ours.board_id, IN)
        attendance.all_present_except(session, meeting.id)
        meeting.status = MeetingStatus.HELD
        item = agenda.add_item(session, meeting.id, "Halls")
        owner = actions.Owner(name="Priya Raman")
        actions.give_action(session, ours.board_id, "Ask for the key.", item_id=item.id, owners=[owner])
    with ours.board.reading() as session:
        (partner,) = duty(session, Asked(ours.board_id, LAST_YEAR)).partners
    assert (partner.whole.there, partner.actions) == (1, 1)
