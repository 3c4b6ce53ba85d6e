"""Every page by keyboard and by ear: what has the focus says what it is, Tab reaches it, and nothing holds it fast."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QHeaderView, QTextEdit, QWidget

from boardroom.ui.pages import PAGES
from tests.journeys.every_page import links_of, press, settle, spoken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.program import Running

_MOST_STOPS = 150
_SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Client}


@pytest.mark.parametrize("page_id", PAGES)
def test_what_has_the_focus_says_what_it_is(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    for link in links_of(one.desk, page_id):
        one.window.go(link)
        settle()
        for widget in focusable(one.shell):
            heard = QAccessible.queryAccessibleInterface(widget)
            assert heard is not None
            assert spoken(widget).strip(), f"{link.entity}: {named(widget)} says nothing"
            # The preview is the file itself, which its own reader reads.
            assert isinstance(widget, QPdfView) or heard.role() not in _SILENT, (
                f"{link.entity}: {named(widget)} has no role"
            )


@pytest.mark.parametrize("page_id", PAGES)
def test_tab_reaches_everything_and_comes_round(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    for link in links_of(one.desk, page_id):
        one.window.go(link)
        settle()
        stops = walk(one.shell)
        assert stops, "nothing has the focus"
        missed = [named(each) for each in focusable(one.page) if each not in stops and not is_inside(each, stops)]
        assert not missed, f"{link.entity}: Tab passes by {missed}"


@pytest.mark.parametrize("page_id", PAGES)
def test_shift_tab_leaves_whatever_has_the_focus(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, page_id)[-1])
    settle()
    for widget in focusable(one.page):
        if not widget.isVisibleTo(one.page) or not widget.isEnabled():
            continue
        widget.setFocus()
        focused = QApplication.focusWidget()
        if focused is None:
            continue
        left = False
        for key, modifiers in LEAVING:
            QTest.keyClick(focused, key, modifiers)
            settle(1)
            left = left or QApplication.focusWidget() is not focused
            if left:
                break
        assert left, f"no key leads out of {named(widget)}"


LEAVING = (
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
)


@pytest.mark.parametrize("page_id", PAGES)
def test_the_way_of_the_tab_key_is_reading_order(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    for link in links_of(one.desk, page_id):
        one.window.go(link)
        settle()
        column_of = {each: column(one, each) for each in walk(one.shell)}
        # From the end of the page Tab goes round by the rail and the head: only what follows at once is compared.
        for before, after in pairwise(column_of):
            if column_of[before] is None or column_of[before] is not column_of[after]:
                continue
            upper, lower = top(one.page, before), top(one.page, after)
            below = lower + after.height() > upper
            beside = left(one.page, after) > left(one.page, before)
            assert below or beside, f"{link.entity}: {named(after)} comes after {named(before)} and stands above it"


def column(one: Running, widget: QWidget) -> QWidget | None:
    return next((each for each in one.page.columns() if each is widget or each.isAncestorOf(widget)), None)


def top(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).y()


def left(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).x()


@pytest.mark.parametrize("page_id", PAGES)
def test_what_has_the_focus_looks_different(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, page_id)[-1])
    settle()
    for widget in focusable(one.page):
        if isinstance(widget, QTextEdit):
            # Its sign is the caret.
            continue
        if not widget.isVisibleTo(one.page) or widget.visibleRegion().isEmpty():
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle(1)
        if QApplication.focusWidget() is not widget:
            continue
        place = widget.mapTo(one.shell, widget.rect().topLeft())
        area = widget.rect().adjusted(-4, -4, 4, 4).translated(place)
        focused = one.shell.grab(area).toImage()
        widget.clearFocus()
        settle(1)
        assert one.shell.grab(area).toImage() != focused, f"{named(widget)} doesn't show the focus"


@pytest.mark.parametrize("page_id", PAGES)
def test_every_row_of_a_list_speaks(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    for link in links_of(one.desk, page_id):
        one.window.go(link)
        settle()
        for view in one.page.findChildren(QAbstractItemView):
            if not view.isVisibleTo(one.page) or isinstance(view, QHeaderView) or isinstance(view.parent(), QComboBox):
                continue
            assert view.accessibleName(), f"a list of {page_id} has no name: {view}"
            model = view.model()
            for row in range(min(model.rowCount(), 20)):
                index = model.index(row, 0)
                said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                assert said, f"{view.accessibleName()}, row {row}"


@pytest.mark.parametrize("page_id", PAGES)
def test_escape_steps_out_as_far_as_the_rail(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, page_id)[-1])
    settle()
    for _ in range(10):
        press(Qt.Key.Key_Escape)
        settle(1)
        focused = QApplication.focusWidget()
        if focused is not None and one.window.rail.isAncestorOf(focused):
            return
    message = f"Escape ends at {named(QApplication.focusWidget())} of {one.page.id}"
    raise AssertionError(message)


def focusable(root: QWidget) -> list[QWidget]:
    """Return what a keyboard can reach now."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisibleTo(root) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def walk(shell: QWidget) -> list[QWidget]:
    """Return what Tab reaches, until it comes round."""
    stops: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        focused = QApplication.focusWidget()
        if focused is None or focused in stops:
            return stops
        stops.append(focused)
        before = focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is before:
            # In an editor Tab is a letter; Ctrl+Tab goes on.
            QTest.keyClick(focused, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert shell.isVisible()
    return stops


def is_inside(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether it belongs to a stop, or is one of several of which the Tab key takes one: arrows lead to the others."""
    parent = widget.parentWidget()
    return any(each.isAncestorOf(widget) for each in stops) or any(
        type(each) is type(widget) and each.parentWidget() is parent for each in stops
    )


def named(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} {widget.objectName()} “{widget.accessibleName()[:60]}”"
