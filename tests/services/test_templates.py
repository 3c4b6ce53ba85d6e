"""Templates: kept from an agenda, put on another one, made anew, named and taken out; and series of meetings."""

from collections.abc import Callable
from datetime import date, time
from typing import TypeVar
from uuid import UUID

import pytest

from boardroom.domain.meeting import Meeting
from boardroom.domain.refusal import Refusal
from boardroom.domain.templates import Series
from boardroom.domain.words import ItemKind, Restriction
from boardroom.services import agenda, boards, meetings, planning, series, templates
from boardroom.services.series import SeriesParts
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries import templates as find
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.meeting_page import head_of
from boardroom.store.undo import undo

T = TypeVar("T")
MONTHLY = "FREQ=MONTHLY;BYDAY=2TH"
DAYS = [(date(2027, 2, 11), "16th meeting"), (date(2027, 3, 11), "17th meeting")]


class Plan:
    def __init__(self, board: BoardFile) -> None:
        self.board = board
        self.board_id = self.do(boards.create_board, "Arrowmere Partnership").id
        self.meeting_id = self.meeting()
        self.item(self.meeting_id, "Welcome", kind=ItemKind.PROCEDURAL, minutes_planned=5)
        reports = self.item(self.meeting_id, "Reports", kind=ItemKind.HEADING)
        self.item(self.meeting_id, "Play", parent_id=reports, lead="Siân Treharne", standing=True)

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    def meeting(self, on: date | None = date(2027, 1, 28)) -> UUID:
        return self.do(meetings.plan_meeting, self.board_id, on).id

    def item(self, meeting_id: UUID, title: str, **parts: object) -> UUID:
        kind = parts.pop("kind", ItemKind.DISCUSSION)
        parent_id = parts.pop("parent_id", None)
        item = self.do(agenda.add_item, meeting_id, title, kind=kind, parent_id=parent_id)
        if parts:
            self.do(agenda.change_item, item.id, **parts)
        return item.id

    def keep(self, name: str = "Ordinary meeting") -> UUID:
        return self.do(templates.keep_as_template, self.meeting_id, name).id

    def items(self, meeting_id: UUID) -> list[tuple[str, str, ItemKind | None, int | None, str, bool]]:
        with self.board.reading() as session:
            return [
                (item.number, item.title, item.kind, item.minutes_planned, item.lead, item.standing)
                for item in items_of(session, meeting_id)
            ]

    @property
    def rows(self) -> list[find.TemplateRow]:
        with self.board.reading() as session:
            return find.template_rows(session, self.board_id)

    @property
    def series(self) -> list[find.SeriesRow]:
        with self.board.reading() as session:
            return find.series_rows(session, self.board_id)


@pytest.fixture
def plan(board: BoardFile) -> Plan:
    return Plan(board)


def test_an_agenda_is_kept_and_put_on_another_with_its_numbers_and_sub_items(plan: Plan) -> None:
    with plan.board.reading() as session:
        play = items_of(session, plan.meeting_id)[-1].id
    plan.item(plan.meeting_id, "The gate", parent_id=play)
    template_id = plan.keep(" Ordinary  meeting ")
    titles = ("Welcome", "Reports", "Play", "The gate")
    assert [(row.name, row.titles) for row in plan.rows] == [("Ordinary meeting", titles)]
    other = plan.meeting(date(2027, 3, 25))
    plan.item(other, "First of all")
    plan.do(templates.put_template, other, template_id)
    first, *rest = plan.items(other)
    assert first[1] == "First of all"
    assert [(title, kind, minutes, lead, standing) for _, title, kind, minutes, lead, standing in rest] == [
        one[1:] for one in plan.items(plan.meeting_id)
    ]
    assert [number for number, *_ in rest] == ["2", "", "3", "3.1"]


def test_a_meeting_is_planned_from_a_template_with_what_is_left_to_it(plan: Plan) -> None:
    template_id = plan.keep()
    meeting, carried = plan.do(planning.plan_next, plan.board_id, date(2027, 3, 25), template_id=template_id)
    titles = [title for _, title, *_ in plan.items(meeting.id)]
    assert titles == ["Welcome", "Minutes of 28 January", "Reports", "Play"]
    assert carried.minutes == (date(2027, 1, 28),)


def test_what_is_of_one_meeting_or_secret_is_not_kept(plan: Plan) -> None:
    plan.item(plan.meeting_id, "Minutes of 3 December 2026")
    plan.do(agenda.withdraw_item, plan.item(plan.meeting_id, "Parking"))
    site = plan.item(plan.meeting_id, "Purchase of 4 Quay Road")
    plan.item(plan.meeting_id, "The offer", parent_id=site)
    plan.do(agenda.restrict_item, site, Restriction.EXEMPT, ground="paragraph 3", public_title="A site")
    plan.keep()
    assert plan.rows[0].titles == ("Welcome", "Reports", "Play", "A site")


def test_a_template_is_made_anew_under_its_name_and_undone(plan: Plan) -> None:
    template_id = plan.keep()
    plan.item(plan.meeting_id, "Any other business")
    assert plan.keep("ordinary MEETING") == template_id
    assert [row.titles[-1] for row in plan.rows] == ["Any other business"]
    undo(plan.board)
    assert [row.titles for row in plan.rows] == [("Welcome", "Reports", "Play")]
    assert check(plan.board.path) == []


def test_a_template_is_named_anew_and_never_as_another_one(plan: Plan) -> None:
    template_id = plan.keep()
    plan.keep("Annual meeting")
    plan.do(templates.rename_template, template_id, "Usual meeting")
    assert [row.name for row in plan.rows] == ["Usual meeting", "Annual meeting"]
    with pytest.raises(Refusal, match="“Annual meeting” already"):
        plan.do(templates.rename_template, template_id, "annual meeting")
    for service, first in ((templates.rename_template, template_id), (templates.keep_as_template, plan.meeting_id)):
        with pytest.raises(Refusal, match="Give the template a name"):
            plan.do(service, first, " ")


def test_an_empty_agenda_makes_no_template(plan: Plan) -> None:
    with pytest.raises(Refusal, match="no item on this agenda"):
        plan.do(templates.keep_as_template, plan.meeting(), "Empty")


def test_a_template_that_is_taken_out_leaves_its_series_and_undo_brings_it_back(plan: Plan) -> None:
    template_id = plan.keep()
    plan.do(series.plan_series, plan.board_id, SeriesParts(name="Board", rule=MONTHLY, template_id=template_id), DAYS)
    plan.do(templates.remove_template, template_id)
    assert (plan.rows, plan.series[0].template_id) == ([], None)
    assert check(plan.board.path) == []
    undo(plan.board)
    assert (plan.rows[0].id, plan.series[0].template_id) == (template_id, template_id)
    with pytest.raises(Refusal, match="That template isn't there any more"):
        plan.do(templates.put_template, plan.meeting_id, UUID(int=1))


def test_the_meetings_of_a_series_are_planned_in_one_step_with_their_agenda(plan: Plan) -> None:
    template_id = plan.keep()
    parts = SeriesParts(name=" Board ", rule=MONTHLY, starts=time(14), venue="Hall", template_id=template_id)
    planned = plan.do(series.plan_series, plan.board_id, parts, DAYS)
    with plan.board.reading() as session:
        heads = [head_of(session, one.id) for one in planned]
    assert [(head.name, head.held_on, head.days[0].starts, head.venue) for head in heads] == [
        ("16th meeting", date(2027, 2, 11), time(14), "Hall"),
        ("17th meeting", date(2027, 3, 11), time(14), "Hall"),
    ]
    assert [len(plan.items(one.id)) for one in planned] == [3, 3]
    (row,) = plan.series
    assert (row.name, row.rule, row.meetings, row.last) == ("Board", MONTHLY, 2, date(2027, 3, 11))
    undo(plan.board)
    assert plan.series == []
    with plan.board.reading() as session:
        assert session.get(Meeting, planned[0].id) is None


def test_a_series_goes_on_and_is_let_go_while_its_meetings_stay(plan: Plan) -> None:
    parts = SeriesParts(name="Board", rule=MONTHLY)
    (first,) = plan.do(series.plan_series, plan.board_id, parts, DAYS[:1])
    (row,) = plan.series
    plan.do(series.plan_series, plan.board_id, parts, DAYS[1:], series_id=row.id)
    assert [(one.id, one.meetings) for one in plan.series] == [(row.id, 2)]
    plan.do(series.end_series, row.id)
    assert plan.series == []
    with plan.board.reading() as session:
        assert session.get_one(Meeting, first.id).series_id is None
        assert session.get(Series, row.id) is None
    assert check(plan.board.path) == []


@pytest.mark.parametrize(
    ("parts", "days", "why"),
    [
        (SeriesParts(name=" ", rule=MONTHLY), DAYS, "Give the series a name"),
        (SeriesParts(name="Board", rule=MONTHLY), [], "at least one day"),
        (SeriesParts(name="Board", rule=MONTHLY), DAYS * 40, "No more than 60"),
        (SeriesParts(name="Board", rule="FREQ=DAILY"), DAYS, "no rule for meetings"),
        (SeriesParts(name="Board", rule=MONTHLY, template_id=UUID(int=1)), DAYS, "That template isn't there"),
    ],
)
def test_a_series_that_says_too_little_or_too_much_is_refused(
    plan: Plan, parts: SeriesParts, days: list[tuple[date, str]], why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        plan.do(series.plan_series, plan.board_id, parts, days)
    assert plan.series == []


def test_days_that_are_planned_already_are_known(plan: Plan) -> None:
    with plan.board.reading() as session:
        found = find.meetings_on(session, plan.board_id, [date(2027, 1, 28), date(2027, 1, 29)])
    assert {day: meeting.id for day, meeting in found.items()} == {date(2027, 1, 28): plan.meeting_id}
    # A day whose meeting was called off is free.
    plan.do(meetings.call_off, plan.meeting_id, "Snow")
    with plan.board.reading() as session:
        assert find.meetings_on(session, plan.board_id, [date(2027, 1, 28)]) == {}
