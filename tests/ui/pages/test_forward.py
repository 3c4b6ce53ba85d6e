"""The forward plan: read under its meetings or its strands, and a stage brought to a meeting, by keyboard."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.domain.words import Stage
from boardroom.services.strand_stages import plan_stage
from boardroom.services.strands import add_strand
from boardroom.store.queries.forward import ForwardPlan, forward_plan
from boardroom.store.undo import undo
from boardroom.ui.links import Link
from boardroom.ui.pages.forward import ForwardPage
from boardroom.ui.pages.forward_rows import Line, meeting_named
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window

FORWARD = Link("forward")


def forward(window: Window) -> ForwardPage:
    page = window.current_page()
    assert isinstance(page, ForwardPage)
    return page


def plan_of(desk: Desk) -> ForwardPlan:
    assert desk.board_id is not None
    return desk.read(forward_plan, desk.board_id, TODAY)


def lines(page: ForwardPage) -> list[Line]:
    return [row.id for row in page.rows.loaded() if isinstance(row.id, Line)]


def asked_of(desk: Desk) -> list[Link]:
    links: list[Link] = []
    desk.asked.disconnect()
    desk.asked.connect(links.append)
    return links


def test_each_meeting_has_its_items_on_strands_and_then_comes_what_has_none(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page, plan = forward(show(desk, FORWARD)), plan_of(desk)
    rows = page.rows.loaded()
    groups = list(dict.fromkeys(row.group for row in rows))
    assert groups == [*map(meeting_named, plan.meetings), "No meeting yet"]
    assert [row.title for row in rows][: len(plan.meetings[0].items)] == [one.title for one in plan.meetings[0].items]
    assert page.head().chip == f"{len(plan.without)} without a meeting"
    assert page.rows.hasFocus()
    assert unnamed(page) == []


def test_a_key_puts_it_under_strands_and_back(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, FORWARD)
    page, plan = forward(window), plan_of(desk)
    QTest.keyClick(page.rows, Qt.Key.Key_T)
    groups = list(dict.fromkeys(row.group for row in page.rows.loaded()))
    strands = {one.strand for one in plan.without} | {item.strand for one in plan.meetings for item in one.items}
    assert groups == sorted(strands)
    QTest.keyClick(page.rows, Qt.Key.Key_T)
    assert page.rows.loaded()[0].group == meeting_named(plan.meetings[0])


def test_a_stage_is_brought_to_the_last_meeting_before_it_and_undo_takes_it_back(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page, before = forward(show(desk, FORWARD)), plan_of(desk)
    stage = next(one for one in before.without if one.by is not None)
    page.rows.choose(Line(stage.strand_id, None, stage.by, stage.stage))
    QTest.keyClick(page.rows, Qt.Key.Key_B)
    QApplication.processEvents()
    after = plan_of(desk)
    assert stage not in after.without
    brought = after.meetings[0].items[-1]
    assert (brought.strand_id, brought.title) == (stage.strand_id, stage.strand)
    chosen = page.rows.chosen_id()
    assert isinstance(chosen, Line)
    assert chosen.item_id == brought.id
    undo(desk.file)
    assert plan_of(desk) == before


def test_it_is_said_why_a_stage_can_not_be_brought(desk: Desk, show: Callable[..., Window]) -> None:
    page, plan = forward(show(desk, FORWARD)), plan_of(desk)
    late = next(one for one in plan.without if one.by is None)
    page.rows.choose(Line(late.strand_id, None, None, late.stage))
    assert page.why_not("forward.bring") == "no meeting is planned in time"
    page.rows.choose(next(one for one in lines(page) if one.item_id is not None))
    assert page.why_not("forward.bring") == "choose a stage that has no meeting yet"


def test_rows_lead_to_the_item_and_to_the_strand_and_the_plan_to_its_document(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = forward(show(desk, FORWARD))
    links = asked_of(desk)
    item = next(one for one in lines(page) if one.item_id is not None)
    page.rows.choose(item)
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    QTest.keyClick(page.rows, Qt.Key.Key_G)
    QTest.keyClick(page.rows, Qt.Key.Key_D)
    assert links == [
        Link("meeting", "agenda_item", item.item_id, item.meeting_id, item.item_id),
        Link("strands", "strand", item.strand_id),
        Link("reports", "forward"),
    ]


def test_an_empty_plan_teaches(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = forward(show(bare_desk, FORWARD))
    assert page.first.isVisible()
    links = asked_of(bare_desk)
    page.first.click()
    assert links == [Link("strands")]


def test_a_plan_of_many_stages_is_there_to_its_end(desk: Desk, show: Callable[..., Window]) -> None:
    board_id = desk.board_id
    assert board_id is not None
    with desk.file.writing("Plan seventy strands") as session:
        for number in range(70):
            strand = add_strand(session, board_id, f"Service {number:02}")
            plan_stage(session, strand.id, Stage.SPECIFICATION, TODAY + timedelta(days=400 + number))
    page = forward(show(desk, FORWARD))
    QTest.keyClick(page.rows, Qt.Key.Key_End)
    chosen = page.rows.chosen_row()
    assert chosen is not None
    assert chosen.title == "Service 69"
