"""The plan in Board settings: outcomes and priorities, kept by keyboard, and refused in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from boardroom.services.plan import EVERY_CHILD_MATTERS, add_priority
from boardroom.store.queries.plan import outcomes_of, priorities_of
from boardroom.ui.kit.fields import LineField
from boardroom.ui.links import Link
from boardroom.ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window


def outcomes(desk: Desk) -> dict[str, UUID]:
    assert desk.board_id is not None
    return {one.name: one.id for one in desk.read(outcomes_of, desk.board_id)}


def priorities(desk: Desk) -> dict[str, UUID | None]:
    assert desk.board_id is not None
    return {one.name: one.outcome_id for one in desk.read(priorities_of, desk.board_id)}


@pytest.fixture
def page(desk: Desk, show: Callable[..., Window]) -> SettingsPage:
    page = show(desk, Link("settings")).current_page()
    assert isinstance(page, SettingsPage)
    return page


def do(page: SettingsPage, command: str, name: str | None = None) -> None:
    assert page.why_not(command) == ""
    page.slots()[command]()
    if name is not None:
        field = page.plan.asking.fields[0]
        assert isinstance(field, LineField)
        field.line.setText(name)
        field.line.textEdited.emit(name)
        page.plan.asking.answer()
    QApplication.processEvents()


def choose(page: SettingsPage, title: str) -> None:
    rows = page.plan.listed.rows
    assert rows.choose(next(row.id for row in rows.loaded() if row.title == title))


def titles(page: SettingsPage) -> list[tuple[str, int]]:
    return [(row.title, row.indent) for row in page.plan.listed.rows.loaded()]


def test_priorities_stand_under_their_outcomes(page: SettingsPage) -> None:
    assert titles(page)[:4] == [
        ("Be healthy", 0),
        ("Families have time to rest", 1),
        ("Stay safe", 0),
        ("Help comes before a crisis", 1),
    ]


def test_an_outcome_is_written_moved_worded_anew_and_taken_out(desk: Desk, page: SettingsPage) -> None:
    do(page, "plan.outcome", "Be heard")
    assert list(outcomes(desk)) == [*EVERY_CHILD_MATTERS, "Be heard"]
    choose(page, "Be heard")
    assert page.why_not("plan.down") == "it is the last one"
    do(page, "plan.up")
    assert list(outcomes(desk))[-2] == "Be heard"
    do(page, "plan.change", "Be listened to")
    assert "Be listened to" in outcomes(desk)
    do(page, "plan.remove")
    assert list(outcomes(desk)) == list(EVERY_CHILD_MATTERS)
    desk.undo()
    assert "Be listened to" in outcomes(desk)


def test_a_new_priority_stands_under_the_chosen_outcome(desk: Desk, page: SettingsPage) -> None:
    choose(page, "Stay safe")
    do(page, "plan.priority", "Nobody goes home alone")
    assert priorities(desk)["Nobody goes home alone"] == outcomes(desk)["Stay safe"]
    choose(page, "Nobody goes home alone")
    do(page, "plan.up")
    under = [name for name, outcome in priorities(desk).items() if outcome == outcomes(desk)["Stay safe"]]
    assert under == ["Nobody goes home alone", "Help comes before a crisis"]


def test_what_stands_there_already_is_refused_in_the_question(desk: Desk, page: SettingsPage) -> None:
    do(page, "plan.outcome", "STAY safe")
    asking = page.plan.asking
    assert asking.is_asking
    assert "“STAY safe” stands in the plan already." in [one.text() for one in asking.findChildren(QLabel)]
    assert page.step_out()
    assert list(outcomes(desk)) == list(EVERY_CHILD_MATTERS)


def test_a_priority_with_a_strand_under_it_is_not_taken_out(desk: Desk, page: SettingsPage, told: list[Said]) -> None:
    choose(page, "Help comes before a crisis")
    do(page, "plan.remove")
    assert told[-1].text == "“Early help” is planned under that priority; give it another one first."
    assert "Help comes before a crisis" in priorities(desk)


def test_a_long_plan_is_there_to_its_end(desk: Desk, page: SettingsPage) -> None:
    board_id = desk.board_id
    assert board_id is not None

    def add_many(session: Session) -> None:
        for number in range(70):
            add_priority(session, board_id, f"Priority {number}")

    desk.write("Add priorities", add_many)
    QApplication.processEvents()
    QTest.keyClick(page.plan.listed.rows, Qt.Key.Key_End)
    assert page.plan.listed.rows.loaded()[-1].title == "Priority 69"
    assert len(titles(page)) == len(outcomes(desk)) + len(priorities(desk))
