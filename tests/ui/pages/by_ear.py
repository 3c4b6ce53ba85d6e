"""A page as a screen reader meets it: what each stop of the Tab key is called, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_STOPS = 60


@dataclass(frozen=True)
class Stop:
    """A widget that the Tab key reaches."""

    widget: QWidget
    role: QAccessible.Role
    name: str
    at: QPoint


def tab_stops(page: QWidget) -> list[Stop]:
    """Walk the page by the Tab key, from where the focus is round to there again or out of the page."""
    return list(_walk(page))


def _walk(page: QWidget) -> Iterator[Stop]:
    seen: set[int] = set()
    for _ in range(_MOST_STOPS):
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused) or id(focused) in seen:
            return
        seen.add(id(focused))
        heard = QAccessible.queryAccessibleInterface(focused)
        name = heard.text(QAccessible.Text.Name)
        if heard.role() is QAccessible.Role.ComboBox:
            # On Unix Qt names a choice by what is chosen, and by its label through a relation.
            name = focused.accessibleName()
        yield Stop(focused, heard.role(), name, focused.mapTo(page, QPoint(0, 0)))
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def unnamed(page: QWidget) -> list[QWidget]:
    """Return what can have the focus but says nothing to the ear."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


class WindowsShown(QObject):
    """Notes every window that appears: a page that is built shows none of its own, which would take the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False
