"""The latest changes on Home: when, who and what, wrapped in a narrow column; Enter opens what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget
from typing_extensions import override

from boardroom.ui.kit.days import day_or_weekday
from boardroom.ui.kit.endless import line_shown
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.theme import theme, wardrobe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from boardroom.store.queries.recent import RecentStep
    from boardroom.store.queries.targets import Target

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ENTRY: Final = int(Qt.ItemDataRole.UserRole) + 1
_WHEN_WIDTH = 56


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: when, who (“You”), what was done, and what to open for it."""

    when: str
    who: str
    what: str
    target: Target | None

    @property
    def words(self) -> str:
        """Who did what, in one line."""
        what = line_shown(self.what)
        return f"{self.who}: {what}" if self.who else what


class RecentChanges(QListView):
    """The latest steps, as high as it needs to be."""

    opened = Signal(object)
    """The `Target` of the step that Enter or a click chose; None where nothing is left to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self.setItemDelegate(_Wrapped(self))
        self.setProperty("role", "ground")
        self.setAccessibleName(self.tr("Recent changes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)
        wardrobe().changed.connect(self._lay)

    def show_steps(self, steps: Sequence[RecentStep], me: str, today: date) -> None:
        """Show some steps, the latest first.

        Args:
            steps: of `recent_steps`.
            me: the name under which this window's own steps are noted.
            today: that times are told of, and not days.
        """
        self._entries.fill([self._entry(step, me, today) for step in steps])
        self._lay()

    def entries(self) -> Sequence[Entry]:
        """Return what is shown."""
        return self._entries.entries

    def _entry(self, step: RecentStep, me: str, today: date) -> Entry:
        at = step.at.astimezone()
        when = time_shown(at) if at.date() == today else day_or_weekday(at.date(), today)
        who = self.tr("You") if step.who and step.who == me else step.who
        return Entry(when, who, step.label, step.target)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._lay()

    @Slot()
    def _lay(self) -> None:
        """Be as high as the entries are at the present width."""
        delegate = self.itemDelegate()
        wide = max(self.viewport().width(), theme().px(_WHEN_WIDTH) * 2)
        high = sum(height_of(entry, wide) for entry in self._entries.entries)
        if isinstance(delegate, _Wrapped):
            delegate.wide = wide
        self.setFixedHeight(max(high + 2, theme().px(36)))
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._entries.entries[index.row()].target)


class _Entries(QAbstractListModel):
    """The entries, and each as a sentence for the ear."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def fill(self, entries: list[Entry]) -> None:
        """Show other entries."""
        if entries == self.entries:
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.when}, {entry.words}"
        return entry if role == _ENTRY else None


class _Wrapped(QStyledItemDelegate):
    """Paints when at the left, and who did what in as many lines as it takes."""

    wide = 0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self.wide, height_of(index.data(_ENTRY), self.wide))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        worn, entry = theme(), index.data(_ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or focused:
            painter.fillRect(rect, worn.colour("tint"))
        painter.setPen(QPen(worn.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        pad = worn.px(8)
        painter.setPen(worn.colour("muted"))
        painter.setFont(worn.font(12))
        when = QRectF(rect.left() + pad / 2, rect.top() + pad, worn.px(_WHEN_WIDTH), worn.px(20))
        painter.drawText(when, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.when)
        painter.setPen(worn.colour("text"))
        layout = _lines_of(entry, rect.width())
        layout.draw(painter, QPointF(rect.left() + worn.px(_WHEN_WIDTH), rect.top() + pad))
        if focused:
            painter.setPen(QPen(worn.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def height_of(entry: Entry, wide: int) -> int:
    """Return how high an entry is at a width, in pixels."""
    return round(_lines_of(entry, wide).boundingRect().height()) + 2 * theme().px(8)


def _lines_of(entry: Entry, wide: int) -> QTextLayout:
    """Return who did what, broken into lines."""
    worn = theme()
    layout = QTextLayout(entry.words, worn.font(14))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    who = QTextLayout.FormatRange()
    who.start, who.length = 0, len(entry.who)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    who.format = bold
    layout.setFormats([who])
    room, top = wide - worn.px(_WHEN_WIDTH) - worn.px(8), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        line.setPosition(QPointF(0, top))
        top += worn.px(20)
    layout.endLayout()
    return layout
