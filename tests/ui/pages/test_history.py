"""History: all changes and those of one thing, in words, with who and when; from there to the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boardroom.domain.words import AnswerKind, ReasonCategory
from boardroom.services.answers import answer_proposal
from boardroom.services.meetings import plan_meeting
from boardroom.services.planning import change_meeting
from boardroom.store.queries.proposal_list import Wanted, proposals_page
from boardroom.ui.links import Link
from boardroom.ui.pages.history import HistoryPage
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window


def page_of(window: Window) -> HistoryPage:
    page = window.current_page()
    assert isinstance(page, HistoryPage)
    return page


def shown(desk: Desk, show: Callable[..., Window]) -> tuple[Window, Link]:
    board_id = desk.board_id
    assert board_id is not None
    meeting = desk.write("Plan the meeting", plan_meeting, board_id, None, name="First")
    desk.write("Rename the meeting", change_meeting, meeting.id, name="<b>Second</b> & third")
    link = Link("history", "meeting", meeting.id, meeting.id)
    return show(desk, link), link


def test_the_history_of_one_thing_says_before_and_after_in_words(desk: Desk, show: Callable[..., Window]) -> None:
    window, _ = shown(desk, show)
    page = page_of(window)
    titles = [row.title for row in page.rows.loaded()]
    assert titles[:2] == ["Rename the meeting", "Name: First  →  <b>Second</b> & third"]
    assert page.rows.loaded()[0].context == "You"
    assert not any("_id" in title for title in titles)


def test_a_change_made_meanwhile_appears_and_the_choice_stays(desk: Desk, show: Callable[..., Window]) -> None:
    window, link = shown(desk, show)
    page = page_of(window)
    assert link.id is not None
    desk.write("Rename it again", change_meeting, link.id, name="Third")
    assert page.rows.loaded()[0].title == "Rename it again"


def test_the_history_of_a_proposal_holds_its_answers_also_those_taken_away(
    desk: Desk, show: Callable[..., Window]
) -> None:
    one = desk.read(proposals_page, Wanted(board_id=desk.board_id), desk.today, limit=1)[0]
    reason = "Half of it fits."
    category = ReasonCategory.OTHER
    desk.write("Answer the proposal", answer_proposal, one.id, AnswerKind.ADAPTED, reason, category=category)
    page = page_of(show(desk, Link("history", "proposal", one.id)))
    row, *fields = page.rows.loaded()[:5]
    assert (row.title, row.chip) == ("Answer the proposal", "Answer added")
    assert "Reason: Half of it fits." in [field.title for field in fields]
    assert not any(field.title.startswith("Proposal:") for field in fields)
    desk.undo()
    gone, *_ = page.rows.loaded()
    assert gone.title == "Undone: Answer the proposal"
    assert gone.chip == "Answer taken out"
    assert "Reason: Half of it fits." in [field.title for field in page.rows.loaded()[1:6]]


def test_all_changes_stand_one_key_away_and_lead_to_what_was_changed(desk: Desk, show: Callable[..., Window]) -> None:
    window, _ = shown(desk, show)
    page = page_of(window)
    QTest.keyClick(page.rows, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.head().title == "All changes"
    assert page.rows.loaded()[0].title == "Rename the meeting"
    QTest.keyClick(page.rows, Qt.Key.Key_G)
    there = window.current_page()
    assert there is not None
    assert there.id in {"meeting", "meetings"}


def test_the_page_as_a_screen_reader_meets_it(desk: Desk, show: Callable[..., Window]) -> None:
    window, _ = shown(desk, show)
    page = page_of(window)
    assert not unnamed(page)
    assert [stop.name for stop in tab_stops(page)] == ["Changes, the last first"]
