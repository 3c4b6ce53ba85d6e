"""A hand on the mouse: it presses where things are painted, and nothing tells it what lies there but the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QMainWindow,
    QMenu,
    QScrollArea,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tests.journeys.newcomer import Newcomer

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NONE = Qt.KeyboardModifier.NoModifier
_TURNS = 200


class Hand:
    """Clicks, drags, drops and turns the wheel; each press goes to the window, which gives it to what lies on top."""

    def __init__(self, me: Newcomer) -> None:
        self.me = me
        self.shell = me.one.shell

    # On widgets

    def click(self, name: str) -> None:
        """Click the button of this name, once it can be clicked."""

        def found() -> list[QAbstractButton]:
            return [
                one
                for one in self.shell.findChildren(QAbstractButton)
                if one.isVisible()
                and one.isEnabled()
                and name in {one.accessibleName().partition(": ")[0], *_said(one)}
            ]

        try:
            self.me.one.qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
        except Exception as error:
            message = f"no button “{name}” can be clicked:\n{self.me.screen}"
            raise AssertionError(message) from error
        self.click_on(found()[0])

    def click_into(self, name: str) -> None:
        """Click into the field of this name."""
        (field,) = [
            one
            for one in self.shell.findChildren(QWidget)
            if one.isVisible() and one.accessibleName() == name and one.focusPolicy() & Qt.FocusPolicy.ClickFocus
        ]
        self.click_on(getattr(field, "viewport", lambda: field)())

    def click_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle unless told; the wheel brings it into sight first."""
        self._settle(widget)
        where = widget.rect().center() if at is None else at
        self._bring(widget, where)
        self._press_and_release(LEFT, widget.mapTo(self.shell, where))

    # On rows

    def click_row(self, words: str) -> None:
        """Click the row that says this."""
        rows, index = self.row(words)
        self.click_on(rows.viewport(), self._in_row(rows, index))

    def double_click_row(self, words: str) -> None:
        """Click the row twice."""
        self.click_row(words)
        rows, index = self.row(words)
        window = self.shell.windowHandle()
        QTest.mouseDClick(window, LEFT, _NONE, self._of(rows, self._in_row(rows, index)))
        QApplication.processEvents()

    def drag_row(self, words: str, before: str) -> None:
        """Drag a row to where another one begins."""
        rows, moved = self.row(words)
        _, goal = self.row(before)
        window = self.shell.windowHandle()
        begin, end = self._in_row(rows, moved), rows.visualRect(goal).topLeft() + QPoint(60, 2)
        QTest.mousePress(window, LEFT, _NONE, self._of(rows, begin))
        for at in (begin - QPoint(0, 20), QPoint(begin.x(), end.y())):
            QTest.mouseMove(window, self._of(rows, at))
        QTest.mouseRelease(window, LEFT, _NONE, self._of(rows, QPoint(begin.x(), end.y())))
        QApplication.processEvents()

    def choose_at(self, words: str, entry: str) -> None:
        """Open the menu of the row that says this with the right button, and click an entry."""
        rows, index = self.row(words)
        where = self._in_row(rows, index)
        self._bring(rows.viewport(), where)
        self._press_and_release(RIGHT, self._of(rows, where))
        self.me.one.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        self._pick(opened, entry)

    def row(self, words: str) -> tuple[QAbstractItemView, QModelIndex]:
        """Return the row that says this, and its list."""
        self.me.sees(words)
        # What has just appeared is still being laid out.
        QApplication.processEvents()
        for rows in self.shell.findChildren(QAbstractItemView):
            model = rows.model()
            for place in range(model.rowCount() if rows.isVisible() else 0):
                index = model.index(place, 0)
                if words in str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()):
                    return rows, index
        message = f"no row says “{words}”:\n{self.me.screen}"
        raise AssertionError(message)

    # Menus

    def choose(self, menu: str, entry: str) -> None:
        """Open a menu of the menu bar and click an entry."""
        assert isinstance(self.shell, QMainWindow)
        bar = self.shell.menuBar()
        (title,) = [one for one in bar.actions() if one.text().replace("&", "") == menu]
        self._press_and_release(LEFT, bar.mapTo(self.shell, bar.actionGeometry(title).center()))
        opened = title.menu()
        assert isinstance(opened, QMenu)
        self.me.one.qtbot.waitUntil(opened.isVisible)
        self._pick(opened, entry)

    def _pick(self, opened: QMenu, entry: str) -> None:
        said = {one.text().replace("&", "").split("\t")[0]: one for one in opened.actions() if one.isVisible()}
        meant = [one for words, one in said.items() if words.startswith(entry)]
        assert len(meant) == 1, list(said)
        (action,) = meant
        assert action.isEnabled(), action.text()
        QTest.mouseClick(opened.windowHandle(), LEFT, _NONE, opened.actionGeometry(action).center())
        self._take_the_window_back()

    def take(self, words: str) -> None:
        """Click what is suggested under a line, or offered by a box."""
        self.me.one.qtbot.waitUntil(lambda: _offered() is not None)
        offered = _offered()
        assert offered is not None
        model = offered.model()
        found = [model.index(place, 0) for place in range(model.rowCount())]
        (index,) = [one for one in found if words in str(one.data())]
        where = offered.viewport().mapTo(offered.window(), offered.visualRect(index).center())
        QTest.mouseMove(offered.window().windowHandle(), where)
        QTest.mouseClick(offered.window().windowHandle(), LEFT, _NONE, where)
        self._take_the_window_back()

    # Files from another program

    def drop(self, file: Path, at: str = "") -> None:
        """Drop a file on the row that says this, or in the middle of the window."""
        where = self.shell.rect().center()
        if at:
            rows, index = self.row(at)
            where = self._of(rows, self._in_row(rows, index))
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file))])
        window = self.shell.windowHandle()
        come = QDragEnterEvent(QPointF(where), Qt.DropAction.CopyAction, carried, LEFT, _NONE)
        QApplication.sendEvent(window, come)
        assert come.isAccepted(), "the pointer says that nothing can be dropped here"
        gone = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, carried, LEFT, _NONE, QEvent.Type.Drop)
        QApplication.sendEvent(window, gone)
        QApplication.processEvents()

    # Inside

    def _take_the_window_back(self) -> None:
        # Offscreen, a menu that closes doesn't give the window back by itself.
        self.shell.activateWindow()
        self.me.one.qtbot.waitUntil(self.shell.isActiveWindow)
        QApplication.processEvents()

    def _press_and_release(self, button: Qt.MouseButton, at: QPoint) -> None:
        window = self.shell.windowHandle()
        QTest.mouseMove(window, at)
        QTest.mouseClick(window, button, _NONE, at)
        QApplication.processEvents()

    def _of(self, rows: QAbstractItemView, at: QPoint) -> QPoint:
        return rows.viewport().mapTo(self.shell, at)

    def _in_row(self, rows: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> QPoint:
        if not rows.viewport().rect().contains(rows.visualRect(index).center()):
            self._turn(rows.viewport(), lambda: rows.visualRect(index).center().y(), rows.viewport().height())
        return rows.visualRect(index).center()

    def _settle(self, widget: QWidget) -> None:
        """Wait until what was opened or closed above a widget has taken its place."""
        for _ in range(_TURNS):
            before = widget.mapTo(self.shell, QPoint())
            QTest.qWait(20)
            if widget.mapTo(self.shell, QPoint()) == before:
                return

    def _bring(self, widget: QWidget, where: QPoint) -> None:
        """Turn the wheel over the areas that a widget lies in, until it can be seen there."""
        area = widget.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea):
                inside = area.viewport()
                self._turn(inside, partial(_height_in, inside, widget, where), inside.height())
            area = area.parentWidget()

    def _turn(self, view: QWidget, place: Callable[[], int], height: int) -> None:
        at = QPointF(view.mapTo(self.shell, QPoint(4, height // 2)))
        for _ in range(_TURNS):
            y = place()
            if 8 < y < height - 8:
                return
            QTest.wheelEvent(self.shell.windowHandle(), at, QPoint(0, -40 if y > 8 else 40))
            QApplication.processEvents()
        message = "the wheel doesn't bring it into sight"
        raise AssertionError(message)


def _height_in(view: QWidget, widget: QWidget, where: QPoint) -> int:
    return widget.mapTo(view, where).y()


def _offered() -> QAbstractItemView | None:
    """Return the list that hangs under a line or a box."""
    popup = QApplication.activePopupWidget()
    if popup is None or isinstance(popup, QAbstractItemView):
        return popup
    return popup.findChild(QAbstractItemView)


def _said(button: QAbstractButton) -> tuple[str, str]:
    return button.accessibleName(), button.text()
