"""Panes side by side, the first as a drawer, or all behind tabs: by the window's width in ems of body text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTabBar, QWidget
from typing_extensions import override

from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

THREE_FROM: Final = 84
TWO_FROM: Final = 64
_BODY = 14


class Layout(Enum):
    """How panes stand."""

    BESIDE = "side by side"
    DRAWER = "the first opens over the others"
    TABS = "one at a time"


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane.

    Attributes:
        widget: what stands in it.
        title: what its tab says.
        key: the key of the command that goes to it, as the system writes it; empty for none.
        width: in pixels at 100 %; 0 for the pane that takes what is left.
    """

    widget: QWidget
    title: str
    key: str = ""
    width: int = 0


class Columns(QWidget):
    """Two or three panes that share the window's width."""

    def __init__(self, panes: Sequence[Pane], parent: QWidget | None = None) -> None:
        """Lay out some panes, from left to right."""
        super().__init__(parent)
        self._panes = tuple(panes)
        self._current = next((number for number, pane in enumerate(panes) if not pane.width), 0)
        self._open = False
        self._tabs = QTabBar(self)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for number, pane in enumerate(self._panes):
            self._tabs.addTab(pane.title.replace("&", "&&"))
            self._tabs.setTabToolTip(number, plain_tooltip(f"{pane.title}  {pane.key}".strip()))
            pane.widget.setParent(self)
            if pane.key:
                self._tabs.setTabButton(number, QTabBar.ButtonPosition.RightSide, _beside(KeyHint(pane.key)))
        self._tabs.setCurrentIndex(self._current)
        self._tabs.currentChanged.connect(self._on_tab)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._on_focus)
        wardrobe().changed.connect(self.lay)
        self.lay()

    def layout_now(self) -> Layout:
        """Return how the panes stand at the window's present width."""
        ems = self.window().width() / theme().px(_BODY)
        three = len(self._panes) > 2  # noqa: PLR2004 - two panes never need a drawer
        if ems >= (THREE_FROM if three else TWO_FROM):
            return Layout.BESIDE
        return Layout.DRAWER if three and ems >= TWO_FROM else Layout.TABS

    def go_to(self, number: int) -> None:
        """Show a pane and put the focus into it; the drawer closes when it is gone to while the focus is there."""
        if self.layout_now() is Layout.DRAWER and number == 0 and self._open and self._is_within(number):
            number = 1
        self._turn_to(number)
        _focus_into(self._panes[self._current].widget)

    def step_out(self) -> bool:
        """Close the drawer on Escape; returns whether it was open."""
        if not self._open:
            return False
        self.go_to(1)
        return True

    def _turn_to(self, number: int) -> None:
        """Show a pane."""
        self._open = self.layout_now() is Layout.DRAWER and number == 0
        self._current = number
        self._tabs.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._tabs.setCurrentIndex(self._current)
        self._tabs.blockSignals(False)  # noqa: FBT003 - as above
        self.lay()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A command may have opened something to type into where it can't be seen.
        for number, pane in enumerate(self._panes):
            if now is not None and pane.widget.isAncestorOf(now) and not pane.widget.isVisibleTo(self):
                self._turn_to(number)

    def _is_within(self, number: int) -> bool:
        focused, pane = QApplication.focusWidget(), self._panes[number].widget
        return focused is not None and (focused is pane or pane.isAncestorOf(focused))

    @Slot()
    def lay(self) -> None:
        """Give every pane its place."""
        way = self.layout_now()
        self._open = self._open and way is Layout.DRAWER
        self._tabs.setVisible(way is Layout.TABS)
        match way:
            case Layout.TABS:
                self._lay_tabs()
            case Layout.DRAWER:
                self._lay_beside(self._panes[1:])
                self._lay_drawer()
            case Layout.BESIDE:
                self._lay_beside(self._panes)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().colour("line"))
        for pane in self._panes[1:]:
            left = pane.widget.x() - 1
            if pane.widget.isVisible() and left > 0:
                painter.drawLine(left, 0, left, self.height())
        painter.end()

    def _lay_tabs(self) -> None:
        high = max(self._tabs.sizeHint().height(), theme().px(36))
        self._tabs.setGeometry(0, 0, self.width(), high)
        for number, pane in enumerate(self._panes):
            pane.widget.setVisible(number == self._current)
            pane.widget.setGeometry(0, high, self.width(), max(self.height() - high, 0))

    def _lay_beside(self, panes: Sequence[Pane]) -> None:
        fixed = sum(theme().px(pane.width) + 1 for pane in panes if pane.width)
        left = 0
        for pane in panes:
            wide = theme().px(pane.width) if pane.width else max(self.width() - fixed, 0)
            pane.widget.setGeometry(left, 0, wide, self.height())
            pane.widget.show()
            left += wide + 1

    def _lay_drawer(self) -> None:
        drawer = self._panes[0]
        drawer.widget.setVisible(self._open)
        drawer.widget.setGeometry(0, 0, theme().px(drawer.width or 280), self.height())
        drawer.widget.raise_()

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        self.go_to(number)


def _beside(hint: KeyHint) -> QWidget:
    """Return a key hint with some room before the next tab."""
    room = QWidget()
    layout = QHBoxLayout(room)
    layout.setContentsMargins(0, 0, theme().px(12), 0)
    layout.addWidget(hint)
    return room


def _focus_into(widget: QWidget) -> None:
    """Put the focus into a pane: where it was last, or on the first thing that takes it."""
    # The stubs know no None here; Qt answers it where nothing inside ever had the focus.
    last: QWidget | None = widget.focusWidget()
    # What had it may be out of sight since; the focus would go astray.
    if last is not None and last is not widget and last.isVisibleTo(widget) and last.isEnabled():
        last.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(widget) and child.isEnabled():
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
