"""The proposals on a strand, side by side: in order by any one column, in users' words, heard as it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from boardroom.domain.value import Estimated, ValueColumn
from boardroom.services.estimates import add_estimate
from boardroom.store.queries.calls import open_strands
from boardroom.store.queries.value import value_rows
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from boardroom.ui.pages.strands.value import Value
from tests.ui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window


def strand_of(desk: Desk, name: str) -> UUID:
    assert desk.board_id is not None
    return next(one for one, called in desk.read(open_strands, desk.board_id, TODAY) if called.startswith(name))


@pytest.fixture
def value(desk: Desk, show: Callable[..., Window]) -> Value:
    window = show(desk, Link("strands", "strand", strand_of(desk, "Short breaks")))
    found = window.findChild(Value)
    assert isinstance(found, Value)
    return found


def numbers(value: Value) -> list[str]:
    return [row.number for row in value.rows.loaded()]


def test_every_proposal_on_the_strand_is_there(desk: Desk, value: Value) -> None:
    rows = desk.read(value_rows, strand_of(desk, "Short breaks"))
    assert numbers(value) == sorted((row.number for row in rows), key=int)
    halls = next(row for row in value.rows.loaded() if row.number == "41")
    assert [cell.text for cell in halls.cells] == ["5 to 9, typical 7.5", "63", "£148"]
    assert halls.chip == "Adapted"


def test_it_is_put_in_order_by_one_column_at_a_time(value: Value) -> None:
    value.rows.sort_wanted.emit(ValueColumn.TYPICAL)
    assert numbers(value) == ["44", "41", "28", "30", "43", "32", "38"]
    value.rows.sort_wanted.emit(ValueColumn.TYPICAL)
    # Turned round; what says nothing there stays last.
    assert numbers(value) == ["32", "43", "30", "28", "41", "44", "38"]
    value.rows.sort_wanted.emit(ValueColumn.COST)
    assert numbers(value)[:2] == ["32", "44"]


def test_the_order_is_picked_by_keyboard(value: Value) -> None:
    value.ask_order()
    sheet = pick_over(value.window())
    QTest.keyClicks(sheet.line, "asked")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert numbers(value)[:2] == ["32", "41"]
    assert any("number asked" in one.text() for one in value.findChildren(QLabel))


def test_users_words_stand_below_the_chosen_one(value: Value) -> None:
    value.rows.choose(next(row.id for row in value.rows.loaded() if row.number == "44"))
    QApplication.processEvents()
    said = "\n".join(one.text() for one in value.findChildren(QLabel) if one.isVisibleTo(value))
    assert "Nobody asks until it is booked" in said
    assert "41 asked; range given" in said


def test_a_row_is_heard_as_one_sentence(value: Value) -> None:
    halls = next(row for row in value.rows.loaded() if row.number == "41")
    for part in ("Tŷ Cwtsh Families", "Adapted", "5 to 9, typical 7.5", "63 asked", "£148", "serves Be healthy"):
        assert part in halls.spoken
    heard = QAccessible.queryAccessibleInterface(value.rows)
    assert heard.text(QAccessible.Text.Name) == "Proposals and value"


def test_another_scale_is_told_and_not_drawn_on_the_same(desk: Desk, value: Value) -> None:
    strand_id = strand_of(desk, "Short breaks")
    row = next(one for one in desk.read(value_rows, strand_id) if one.number == "38")
    hours = Estimated(lowest=2000, typical=3000, highest=6000, asked=12, scale="hours of rest a week")
    desk.write("Estimate", add_estimate, row.id, hours)
    shown = next(one for one in value.rows.loaded() if one.number == "38")
    assert shown.cells[0].text == "2 to 6, typical 3 · hours of rest a week"
    assert any("each on its own scale" in one.text() for one in value.findChildren(QLabel))


def test_a_strand_without_proposals_says_so(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, Link("strands", "strand", strand_of(desk, "Speech and language")))
    value = window.findChild(Value)
    assert isinstance(value, Value)
    assert not value.rows.isVisibleTo(value)
    assert any("Nothing is proposed" in one.text() for one in value.findChildren(QLabel) if one.isVisibleTo(value))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen when one is asked for."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    return tmp_path


def test_the_order_has_a_key(value: Value) -> None:
    page = value.window().findChild(Rows)
    assert isinstance(page, Rows)
    QTest.keyClick(page, Qt.Key.Key_O)
    assert not pick_over(value.window()).isHidden()


def test_the_extract_is_written_as_pdf_and_workbook(value: Value, folder: Path, told: list[Said], qtbot: QtBot) -> None:
    page = value.window().findChild(Rows)
    assert isinstance(page, Rows)
    QTest.keyClick(page, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: any("they are for members and officers" in one.text for one in told), timeout=20_000)
    assert sorted(path.suffix for path in folder.glob("*conflicts assessment*")) == [".pdf", ".xlsx"]
