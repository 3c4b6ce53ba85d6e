"""Calls for proposals by keyboard: opened to every sector, sent, reminded, answered questions told to all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from boardroom.domain.calling import CallState
from boardroom.domain.words import TellingKind
from boardroom.store.queries.calls import CallPage, call_page, calls_of, open_strands, organisations_with_seats
from boardroom.ui.kit.ask import ask_over
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.links import Link
from boardroom.ui.pages.calls import CallsPage
from tests.ui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window


def calls(window: Window) -> CallsPage:
    page = window.current_page()
    assert isinstance(page, CallsPage)
    return page


def strand_of(desk: Desk) -> tuple[UUID, str]:
    assert desk.board_id is not None
    return desk.read(open_strands, desk.board_id, TODAY)[0]


def known(desk: Desk) -> set[UUID]:
    assert desk.board_id is not None
    return {one.id for one in desk.read(calls_of, desk.board_id, TODAY)}


def opened(desk: Desk, show: Callable[..., Window]) -> tuple[Window, CallPage]:
    """Open a call on the first strand, as a warning's “open a call” does."""
    before = known(desk)
    window = show(desk, Link("calls", "strand", strand_of(desk)[0]))
    sheet = ask_over(window.window())
    if not sheet.isHidden():
        QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    (call_id,) = known(desk) - before
    return window, page_of(desk, call_id)


def page_of(desk: Desk, call_id: UUID) -> CallPage:
    found = desk.read(call_page, call_id, TODAY)
    assert found is not None
    return found


def test_a_call_is_open_to_every_seat_for_the_weeks_agreed(desk: Desk, show: Callable[..., Window]) -> None:
    window, call = opened(desk, show)
    assert desk.board_id is not None
    assert [one.organisation_id for one in call.invited] == desk.read(organisations_with_seats, desk.board_id, TODAY)
    assert call.state is CallState.OPEN
    assert call.call.closes == TODAY + timedelta(weeks=call.weeks)
    assert not call.left_out or call.call.left_out_reason
    page = calls(window)
    assert page.rows.chosen_id() == call.call.id
    # What is typed takes the place of the question that stands there.
    assert page.detail.question.edit.hasFocus()
    QTest.keyClicks(page.detail.question.edit, "What helps most?")
    QTest.keyClick(page.detail.question.edit, Qt.Key.Key_Tab)
    assert page_of(desk, call.call.id).call.question == "What helps most?"


def test_sending_and_reminding_are_one_key_each(desk: Desk, show: Callable[..., Window]) -> None:
    window, call = opened(desk, show)
    page = calls(window)
    page.focus_list()
    QTest.keyClick(page.rows, Qt.Key.Key_S)
    call = page_of(desk, call.call.id)
    assert not call.untold
    assert {one.told_on for one in call.invited} == {TODAY}
    assert page.why_not("calls.sent") == "everybody was told"
    QTest.keyClick(page.rows, Qt.Key.Key_R)
    assert {one.reminded_on for one in page_of(desk, call.call.id).invited} == {TODAY}
    # What was sent can't be taken back; a line that is wrong can be taken out.
    desk.undo()
    assert {one.reminded_on for one in page_of(desk, call.call.id).invited} == {TODAY}
    page.detail.register.choose_first()
    window.run("calls.unsay")
    assert len(page_of(desk, call.call.id).silent) == len(call.invited)
    assert [one.reminded_on for one in page_of(desk, call.call.id).invited].count(None) == 1


def test_an_answer_to_a_question_is_told_to_all(desk: Desk, show: Callable[..., Window]) -> None:
    window, call = opened(desk, show)
    page = calls(window)
    page.focus_list()
    QTest.keyClick(page.rows, Qt.Key.Key_T)
    line = ask_over(window.window()).line
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QTest.keyClicks(line, "Transport can be part of it")
    QTest.keyClick(line, Qt.Key.Key_Return)
    told = page_of(desk, call.call.id).tellings
    assert {one.organisation_id for one in told} == {one.organisation_id for one in call.invited}
    assert {(one.kind, one.what) for one in told} == {(TellingKind.CLARIFICATION, "Transport can be part of it")}


def test_another_organisation_is_invited_and_taken_off(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    window, call = opened(desk, show)
    page = calls(window)
    page.focus_list()
    QTest.keyClick(page.rows, Qt.Key.Key_I)
    sheet = pick_over(window.window())
    assert not sheet.isHidden()
    sheet.rows.choose_first()
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    invited = page_of(desk, call.call.id).invited
    assert len(invited) == len(call.invited) + 1
    page.detail.invited.choose(invited[-1].organisation_id)
    page.detail.invited.setFocus()
    QTest.keyClick(page.detail.invited, Qt.Key.Key_Space)
    assert len(page_of(desk, call.call.id).invited) == len(call.invited)
    assert "Take an organisation off" in told[-1].text


def test_the_last_of_a_sector_is_taken_off_once_it_is_said_why(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    window, call = opened(desk, show)
    page = calls(window)
    if call.call.left_out_reason:
        page.detail.save_part("left_out_reason", "")
    sectors = [one.sector for one in call.invited]
    alone = next(one for one in call.invited if sectors.count(one.sector) == 1)

    def take_off() -> int:
        page.detail.invited.choose(alone.organisation_id)
        QTest.keyClick(page.detail.invited, Qt.Key.Key_Space)
        return len(page_of(desk, call.call.id).invited)

    assert take_off() == len(sectors)
    assert "say why they are left out" in told[-1].text
    reason = page.detail.left_out_reason
    assert reason.isVisible()
    reason.edit.setFocus()
    QTest.keyClicks(reason.edit, "They asked not to be")
    QTest.keyClick(reason.edit, Qt.Key.Key_Tab)
    assert take_off() == len(sectors) - 1
    assert page_of(desk, call.call.id).call.left_out_reason == "They asked not to be"


def test_a_shorter_call_is_refused_until_it_says_why(desk: Desk, show: Callable[..., Window]) -> None:
    window, call = opened(desk, show)
    detail = calls(window).detail
    detail.closes.line.selectAll()
    QTest.keyClicks(detail.closes.line, "20 Dec 2026")
    QTest.keyClick(detail.closes.line, Qt.Key.Key_Return)
    assert "Say why this one is shorter" in detail.closes.wrong
    assert page_of(desk, call.call.id).call.closes == call.call.closes
    # The reason alone makes the day stand that was typed before it.
    detail.short_reason.setFocus()
    QTest.keyClicks(detail.short_reason.edit, "The school holidays begin")
    QTest.keyClick(detail.short_reason.edit, Qt.Key.Key_Tab)
    assert page_of(desk, call.call.id).call.closes == date(2026, 12, 20)
    assert not detail.closes.wrong


def test_what_was_told_can_no_longer_be_typed_over(desk: Desk, show: Callable[..., Window]) -> None:
    window, _ = opened(desk, show)
    page = calls(window)
    window.run("calls.sent")
    assert page.detail.question.edit.isReadOnly()
    assert page.detail.opens.line.isReadOnly()
    assert page.detail.scale.line.isReadOnly()
    assert not page.detail.closes.line.isReadOnly()


def test_a_call_is_withdrawn_or_removed(desk: Desk, show: Callable[..., Window]) -> None:
    window, call = opened(desk, show)
    window.run("calls.withdraw")
    assert page_of(desk, call.call.id).state is CallState.WITHDRAWN
    desk.undo()
    window.run("calls.remove")
    assert call.call.id not in known(desk)
    desk.undo()
    assert call.call.id in known(desk)


def test_without_a_strand_it_says_what_is_missing(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = calls(show(bare_desk, Link("calls")))
    assert page.why_not("calls.new") == "there is no strand that is being planned"
    assert page.head().context == "None yet"
