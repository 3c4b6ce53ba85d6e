"""The title of an item, typed where it stands in its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from boardroom.domain.text import clean_line
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.ui.kit.rows import Rows

_LEAST = 160


class TitleLine(QLineEdit):
    """Lies over a row while its title is typed. Enter or leaving it says the title, Escape leaves it as it was."""

    typed = Signal(object, str)
    """The item's id and its new title."""

    def __init__(self, rows: Rows) -> None:
        """Stand ready over a list.

        Args:
            rows: the list over whose rows it lies.
        """
        super().__init__(rows.viewport())
        self._rows = rows
        self._item_id: UUID | None = None
        self._before = ""
        self.setAccessibleName(self.tr("Title of the item"))
        rows.viewport().installEventFilter(self)
        rows.verticalScrollBar().valueChanged.connect(self.lay)
        model = rows.model()
        model.modelReset.connect(self.lay, Qt.ConnectionType.QueuedConnection)
        model.dataChanged.connect(self.lay, Qt.ConnectionType.QueuedConnection)
        self.hide()

    @property
    def item_id(self) -> UUID | None:
        """The item whose title is being typed."""
        return self._item_id

    def open(self, item_id: UUID, title: str) -> None:
        """Type the title of a row, all of it selected."""
        self.commit()
        self._item_id, self._before = item_id, title
        self.setText(title)
        self.show()
        self.lay()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    @Slot()
    def commit(self) -> None:
        """Say what was typed, if it is another title, and be gone."""
        item_id, title = self._item_id, clean_line(self.text())
        if item_id is None:
            return
        self._leave()
        if title and title != self._before:
            self.typed.emit(item_id, title)

    def cancel(self) -> bool:
        """Leave the title as it was; returns whether one was being typed."""
        if self._item_id is None:
            return False
        self._leave()
        return True

    @Slot()
    def lay(self) -> None:
        """Lie over the row's title; be gone with the row."""
        if self._item_id is None:
            return
        if not self._rows.holds(self._item_id):
            self.cancel()
            return
        box, px = self._rows.title_rect_of(self._item_id), theme().px
        height = max(px(32), self.sizeHint().height())
        width = max(box.width() + px(12), px(_LEAST))
        left = min(box.left() - px(9), self._rows.viewport().width() - width)
        self.setGeometry(max(left, 0), box.center().y() - height // 2, width, height)

    def _leave(self) -> None:
        had_focus = self.hasFocus()
        self._item_id = None
        self.hide()
        if had_focus:
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.cancel()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & _CHORD:
                self.commit()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                # Leaving the line would leave the list as well.
                self.commit()
            case _:
                super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.lay()
        return super().eventFilter(watched, event)


_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
