"""Answers to partners: ticked, shown as they will be sent, written all at once, cancelled, and told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from boardroom.domain.board import Membership, Seat
from boardroom.domain.people import Person
from boardroom.store.queries.partner_reach import sits_for
from boardroom.store.queries.partners_to_tell import partners_to_tell
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.links import Link
from boardroom.ui.pages.answers import AnswersPage
from boardroom.ui.told import Tone
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardroom.store.queries.partners_to_tell import PartnerToTell
    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

ANSWERS = Link("answers")


def page_of(window: Window) -> AnswersPage:
    page = window.current_page()
    assert isinstance(page, AnswersPage)
    return page


def partners(desk: Desk) -> list[PartnerToTell]:
    assert desk.board_id is not None
    return desk.read(partners_to_tell, desk.board_id, TODAY)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    QApplication.processEvents()


def test_those_with_an_answer_to_tell_are_ticked_and_the_first_is_shown_as_it_will_be_sent(
    desk: Desk, show: Callable[..., Window], qtbot: QtBot
) -> None:
    page = page_of(show(desk, ANSWERS))
    every = partners(desk)
    assert [row.id for row in page.rows.loaded()] == [one.id for one in every]
    assert [row.ticked for row in page.rows.loaded()] == [bool(one.untold) for one in every]
    assert 0 < len(page.ticked) < len(every)
    qtbot.waitUntil(lambda: page.preview.pages > 0, timeout=20_000)
    assert every[0].name in page.preview.view.accessibleName()
    assert not unnamed(page)
    press(Qt.Key.Key_Space)
    assert page.rows.loaded()[0].ticked is False
    press(Qt.Key.Key_A)
    assert len(page.ticked) == len(every)
    press(Qt.Key.Key_A)
    assert not page.ticked
    assert page.why_not("answers.write") == "no partner is ticked"
    wait_for_jobs()


def test_the_ticked_are_written_into_a_folder_off_the_windows_thread(
    desk: Desk, show: Callable[..., Window], qtbot: QtBot, tmp_path: Path, told: list[Said]
) -> None:
    page = page_of(show(desk, ANSWERS))
    page.out.form.set_value("eml")
    folder = tmp_path / "letters"
    folder.mkdir()
    orders = [order for one in page.ticked if (order := page._order(one.id))]
    page.out.write_to(folder, orders)
    assert page.out.bar.is_busy
    qtbot.waitUntil(lambda: not page.out.bar.is_busy, timeout=60_000)
    files = list(folder.iterdir())
    assert len(files) == len(orders)
    assert {one.suffix for one in files} == {".eml"}
    assert all(b"application/pdf" in one.read_bytes() for one in files)
    assert told[-1].text.startswith(f"{len(orders)} written to {folder}")


def test_one_wrong_address_is_named_and_the_other_drafts_are_written(
    desk: Desk, show: Callable[..., Window], qtbot: QtBot, tmp_path: Path, told: list[Said]
) -> None:
    page = page_of(show(desk, ANSWERS))
    page._tick_all()
    orders = [order for one in page.ticked if (order := page._order(one.id))]
    sits = select(Membership.person_id).join(Seat, Seat.id == Membership.seat_id)
    with desk.file.writing("Misspell") as session:
        for order in orders:
            one = session.scalar(sits.where(*sits_for(order.organisation_id, TODAY)))
            if one is not None:
                session.get_one(Person, one).email = "somebody;@example.org"
                break
    page.out.form.set_value("eml")
    page.out.write_to(tmp_path, orders)
    qtbot.waitUntil(lambda: not page.out.bar.is_busy, timeout=120_000)
    assert len(list(tmp_path.glob("*.eml"))) == len(orders) - 1
    assert told[-1].tone is Tone.REFUSED
    assert "“somebody;@example.org” is no e-mail address; put it right with its person" in told[-1].text
    assert "Not written: " in page.out.written.text()
    left = {order.organisation_id for order in orders} - {one.id for one in page.ticked}
    assert len(left) == 1, "whoever wasn't written to isn't told either"


def test_what_is_cancelled_leaves_whole_files(
    desk: Desk, show: Callable[..., Window], qtbot: QtBot, tmp_path: Path, told: list[Said]
) -> None:
    page = page_of(show(desk, ANSWERS))
    page._tick_all()
    page.out.form.set_value("md")
    folder = tmp_path / "letters"
    folder.mkdir()
    page.out.write_to(folder, [order for one in page.ticked if (order := page._order(one.id))])
    assert page.step_out()
    qtbot.waitUntil(lambda: not page.out.bar.is_busy, timeout=60_000)
    assert told[-1].text == f"Cancelled. What was written by then stands in {folder}."
    assert len(list(folder.iterdir())) < len(partners(desk))
    assert all(one.read_text(encoding="utf-8").startswith("# ") for one in folder.glob("*.md"))


def test_that_they_were_told_is_recorded_with_its_day_and_not_taken_back(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = page_of(show(desk, ANSWERS))
    first = partners(desk)[0]
    page._set_ticks({first.id})
    press(Qt.Key.Key_T)
    assert page.told.asking.is_asking
    assert page.step_out()
    press(Qt.Key.Key_T)
    on = page.told.asking.fields[0]
    on.set_value(TODAY + timedelta(days=1))
    page.told.asking.answer()
    assert next(one for one in partners(desk) if one.id == first.id).untold == first.untold
    on.set_value(TODAY)
    page.told.asking.answer()
    assert told[-1].text == "Say that 1 partner was told"
    assert not told[-1].undo
    assert next(one for one in partners(desk) if one.id == first.id).untold == 0
    row = next(row for row in page.rows.loaded() if row.id == first.id)
    assert row.ticked is False
    assert "told every answer" in row.second_line
    wait_for_jobs()
