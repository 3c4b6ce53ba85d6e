"""Rows in a real view: fetched in pages, chosen by keyboard, kept by id, spoken in full, shown as plain text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from boardroom.domain.words import Sector
from boardroom.ui.kit.row_columns import Column, places
from boardroom.ui.kit.row_data import Cell, RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import dress, theme
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


class Shelf:
    """A page function over a list that a test changes, and how it was asked."""

    def __init__(self, rows: Sequence[RowData]) -> None:
        self.rows = list(rows)
        self.asked: list[tuple[object, int]] = []

    def fetch(self, after: object, limit: int) -> list[RowData]:
        self.asked.append((after, limit))
        keys = [row.key for row in self.rows]
        first = 0 if after is None else keys.index(after) + 1
        return self.rows[first : first + limit]


def numbered(count: int, first: int = 0) -> list[RowData]:
    return [RowData(f"id {n}", n, f"Proposal number {n}", number=str(n)) for n in range(first, first + count)]


@pytest.fixture
def rows(qtbot: QtBot, qapp: QApplication) -> Rows:
    dress(qapp, Appearance.LIGHT)
    made = Rows("Proposals")
    qtbot.addWidget(made)
    made.resize(600, 360)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def test_a_long_list_is_fetched_in_pages_and_never_whole(rows: Rows) -> None:
    shelf = Shelf(numbered(5000))
    rows.feed(shelf.fetch)
    QApplication.processEvents()
    assert shelf.asked == [(None, 60)]
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert shelf.asked[1] == (59, 60)
    assert len(rows.loaded()) < 1000


def test_the_same_row_stays_chosen_when_rows_come_before_it(rows: Rows) -> None:
    shelf = Shelf(numbered(50, first=100))
    rows.feed(shelf.fetch)
    rows.choose("id 130")
    heard: list[object] = []
    rows.chosen.connect(heard.append)
    shelf.rows[:0] = numbered(30)
    rows.reload()
    assert rows.chosen_id() == "id 130"
    assert rows.currentIndex().row() == 60
    assert rows.selectionModel().isSelected(rows.currentIndex())
    assert heard == []


def test_the_list_stays_where_it_was_on_the_screen_when_rows_come_before_it(rows: Rows) -> None:
    shelf = Shelf(numbered(100, first=100))
    rows.feed(shelf.fetch)
    QApplication.processEvents()
    rows.verticalScrollBar().setValue(theme().px(36) * 20 + 5)
    before = rows.rect_of("id 121").top()
    assert before == 31
    shelf.rows[:0] = numbered(7)
    rows.reload()
    assert rows.rect_of("id 121").top() == before


@pytest.mark.parametrize(("gone", "then"), [(["id 3"], "id 4"), (["id 3", "id 4"], "id 2"), (["id 0"], "id 3")])
def test_the_neighbour_is_chosen_when_the_chosen_row_is_gone(rows: Rows, gone: list[str], then: str) -> None:
    shelf = Shelf(numbered(5))
    rows.feed(shelf.fetch)
    rows.choose("id 3")
    shelf.rows = [row for row in shelf.rows if row.id not in gone]
    rows.reload()
    assert rows.chosen_id() == then


def test_nothing_is_chosen_when_the_last_row_is_gone(rows: Rows) -> None:
    shelf = Shelf(numbered(1))
    rows.feed(shelf.fetch)
    rows.choose("id 0")
    shelf.rows = []
    rows.reload()
    assert rows.chosen_id() is None
    assert rows.is_empty()


def test_a_changed_row_is_painted_anew_without_resetting_the_list(rows: Rows, qtbot: QtBot) -> None:
    shelf = Shelf(numbered(3))
    rows.feed(shelf.fetch)
    shelf.rows[1] = RowData("id 1", 1, "Another title", number="1")
    with qtbot.assertNotEmitted(rows.model().modelReset), qtbot.waitSignal(rows.model().dataChanged):
        rows.reload()
    assert rows.loaded()[1].title == "Another title"


def test_keys_go_up_and_down_over_headings(rows: Rows) -> None:
    shelf = Shelf(
        [
            RowData(1, 1, "one", group="Proposals unanswered"),
            RowData(2, 2, "two", group="Actions overdue"),
            RowData(3, 3, "three", group="Actions overdue"),
        ]
    )
    rows.feed(shelf.fetch)
    rows.choose_first()
    walked = [rows.chosen_id()]
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Up,
    ):
        QTest.keyClick(rows, key)
        walked.append(rows.chosen_id())
    assert walked == [1, 2, 1, 3, 1, 3, 1, 1]


def test_enter_opens_space_ticks_and_a_double_click_opens(rows: Rows) -> None:
    rows.feed(Shelf(numbered(3)).fetch)
    rows.choose("id 1")
    heard: list[tuple[str, object]] = []
    rows.opened.connect(lambda found: heard.append(("opened", found)))
    rows.ticked.connect(lambda found: heard.append(("ticked", found)))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    where = rows.rect_of("id 2").center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard == [("opened", "id 1"), ("ticked", "id 1"), ("opened", "id 2")]


def test_end_goes_further_than_what_is_loaded(rows: Rows) -> None:
    rows.feed(Shelf(numbered(900)).fetch)
    rows.choose_first()
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert rows.chosen_id() == "id 899"


def test_a_row_that_is_not_loaded_is_found_by_its_id(rows: Rows) -> None:
    rows.feed(Shelf(numbered(3000)).fetch)
    assert rows.choose("id 2500")
    assert rows.chosen_id() == "id 2500"
    assert not rows.choose("nobody")
    assert rows.chosen_id() == "id 2500"


def test_a_screen_reader_hears_the_name_of_the_list_and_the_whole_of_a_row(rows: Rows) -> None:
    row = RowData(
        1, 1, "Share one form", number="40", context="Cwtsh", figure="53 days", mark=Sector.VOLUNTARY, group="Waiting"
    )
    rows.feed(Shelf([row]).fetch)
    spoken = QAccessible.queryAccessibleInterface(rows)
    assert spoken.role() is QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Proposals"
    children = [spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]
    assert children == ["Waiting", "40 Share one form, Voluntary, Cwtsh, 53 days"]


def test_a_table_says_each_cell_with_its_heading(rows: Rows) -> None:
    rows.set_columns([Column("Item"), Column("Owner", 140), Column("Starts", 72, right=True)])
    rows.feed(Shelf([RowData(1, 1, "Welcome", cells=(Cell("Priya Raman"), Cell("14:00")))]).fetch)
    spoken = QAccessible.queryAccessibleInterface(rows)
    said = [spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]
    assert "Welcome, Owner Priya Raman, Starts 14:00" in said


def test_columns_go_from_the_right_when_the_table_is_narrow(rows: Rows) -> None:
    columns = [Column("Item"), Column("Kind", 100), Column("Owner", 140), Column("Starts", 72)]
    assert rows.isVisible()
    assert [place.number for place in places(columns, 800)] == [0, 1, 2, 3]
    assert [place.number for place in places(columns, 500)] == [0, 1, 2]
    assert [place.number for place in places(columns, 200)] == [0]
    assert sum(place.width for place in places(columns, 500)) == 500


def test_a_heading_that_sorts_is_a_button_that_says_by_what(rows: Rows, qtbot: QtBot) -> None:
    rows.set_columns([Column("Item"), Column("Owner", 140, sort="owner")])
    button = rows.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(rows.sort_wanted) as said:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said.args == ["owner"]


def drag(rows: Rows, start: QPoint, end: QPoint) -> None:
    view = rows.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + (end - start) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_a_row_is_dragged_before_another_to_the_end_and_inwards(rows: Rows) -> None:
    rows.feed(Shelf(numbered(4)).fetch)
    rows.let_reorder()
    heard: list[tuple[object, object, int]] = []
    rows.moved.connect(lambda *told: heard.append(told))
    at = {name: rows.rect_of(name).center() for name in ("id 0", "id 1", "id 3")}
    drag(rows, at["id 3"], rows.rect_of("id 1").topLeft() + QPoint(at["id 3"].x(), 4))
    drag(rows, at["id 0"], QPoint(at["id 0"].x(), rows.rect_of("id 3").bottom() + 40))
    drag(rows, at["id 1"], at["id 1"] + QPoint(60, 0))
    drag(rows, at["id 1"], at["id 1"] + QPoint(3, 3))
    drag(rows, at["id 1"], at["id 1"] + QPoint(0, 14))
    assert heard == [("id 3", "id 1", 0), ("id 0", None, 0), ("id 1", "id 2", 1)]


def test_escape_puts_a_dragged_row_back(rows: Rows) -> None:
    rows.feed(Shelf(numbered(4)).fetch)
    rows.let_reorder()
    heard: list[object] = []
    rows.moved.connect(lambda *told: heard.append(told))
    view = rows.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=rows.rect_of("id 0").center())
    QTest.mouseMove(view, rows.rect_of("id 3").center())
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=rows.rect_of("id 3").center())
    assert heard == []


def test_the_chosen_row_is_tinted_with_an_edge_and_a_ring_while_the_list_has_the_focus(rows: Rows) -> None:
    rows.feed(Shelf(numbered(3)).fetch)
    rows.choose("id 1")
    QApplication.processEvents()
    box = rows.rect_of("id 1")

    def colour(x: int, y: int) -> QColor:
        return rows.viewport().grab().toImage().pixelColor(x, y)

    assert colour(box.left() + 2, box.center().y()) == theme().colour("accent")
    assert colour(box.right() - 20, box.center().y()) == theme().colour("tint")
    assert colour(box.right() - 20, box.top() + 1) == theme().colour("accent")
    rows.clearFocus()
    QApplication.processEvents()
    assert colour(box.right() - 20, box.top() + 1) == theme().colour("tint")


HOSTILE = '<b>bold</b><img src="/etc/hostname"><script>x</script> & %1 \u202e'


def test_hostile_text_is_shown_as_text_and_loads_nothing(rows: Rows) -> None:
    opened: list[str] = []
    watching = [True]

    def watch(event: str, args: tuple[object, ...]) -> None:
        if watching[0] and event == "open":
            opened.append(str(args[0]))

    sys.addaudithook(watch)
    rows.feed(
        Shelf(
            [
                RowData(1, 1, HOSTILE, number=HOSTILE, context=HOSTILE, figure=HOSTILE, chip=HOSTILE, group=HOSTILE),
                RowData(2, 2, HOSTILE * 200, second_line=HOSTILE, marked=((0, 3), (2, 9_999)), key_hint=HOSTILE),
            ]
        ).fetch
    )
    rows.choose(1)
    rows.grab()
    watching[0] = False
    assert opened == []
    assert rows.model().data(rows.model().index(1, 0), Qt.ItemDataRole.DisplayRole) == HOSTILE


def test_a_title_of_three_hundred_thousand_letters_does_not_hold_the_list_up(rows: Rows) -> None:
    rows.feed(Shelf([RowData(1, 1, "x" * 300_000)]).fetch)
    rows.grab()
    assert rows.model().rowCount(QModelIndex()) == 1


def test_the_row_that_the_focus_makes_current_is_seen_as_the_chosen_one(rows: Rows) -> None:
    rows.clearFocus()
    rows.feed(Shelf(numbered(3)).fetch)
    assert rows.chosen_id() is None
    rows.setFocus()
    assert rows.chosen_id() == "id 0"
    assert [index.row() for index in rows.selectedIndexes()] == [0]


def test_a_list_without_a_current_row_shows_the_focus_by_a_frame(rows: Rows) -> None:
    assert rows.hasFocus()
    accent = theme().colour("accent").rgb()
    picture = rows.viewport().grab().toImage()
    assert QColor(picture.pixel(1, picture.height() // 2)).rgb() == accent
    rows.clearFocus()
    picture = rows.viewport().grab().toImage()
    assert QColor(picture.pixel(1, picture.height() // 2)).rgb() != accent
