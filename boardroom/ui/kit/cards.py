"""Cards in columns by state: left and right between columns, up and down between cards, Enter opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.card_delegate import CardDelegate
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import dye, label

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from boardroom.ui.kit.row_data import RowData

# Wide enough for "430 days, late" beside mark and number.
_COLUMN = 192
_FEW = 30


@dataclass(frozen=True, slots=True)
class CardColumn:
    """One column of cards.

    Attributes:
        title: the state.
        teaches: what the state means, shown while no column has a card.
    """

    title: str
    teaches: str = ""


class _List(Rows):
    """The cards of one column; left and right go to the columns beside it."""

    sideways = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(CardDelegate(self._model, self))
        self._model.page, self._model.waits = _FEW, True
        self.setProperty("role", "ground")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not event.modifiers():
            self.sideways.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        # A card is as high as its words need in this width; a scroll bar that appears takes some of it.
        if e.size().width() != e.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @override
    def _heights_differ(self) -> bool:
        return True


class _Column(QWidget):
    """Heading, rule, cards, and how many more there are."""

    def __init__(self, column: CardColumn) -> None:
        super().__init__()
        self._title = column.title
        self._heading = label(column.title, "section")
        self._count = label("", "muted")
        self._note = label("", "hint")
        self.list = _List(column.title)
        self.teaches = label(column.teaches, "hint")
        self.teaches.setWordWrap(True)
        self.more = CommandButton("", role="link")
        self.total = 0
        head = QHBoxLayout()
        for part in (self._heading, self._count):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._note)
        rule = QFrame()
        rule.setProperty("role", "heavy rule")
        # Cards have room around them for the ring of the focus; heading and rule end where the cards do.
        self.top = QVBoxLayout()
        self.top.addLayout(head)
        self.top.addWidget(rule)
        self.top.addWidget(self.teaches)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_count(self, total: int, note: str, tone: str) -> None:
        """Say how many cards there are in all, and how many of them are late."""
        self.total = total
        self._count.setText(str(total) if total else "")
        self._note.setText(note)
        dye(self._note, f"{tone} hint" if tone else "hint")
        self.list.setAccessibleDescription(", ".join(part for part in (str(total), note) if part))
        self.say_more()

    def say_more(self) -> None:
        """Say how many cards are not loaded yet."""
        left = self.total - len(self.list.loaded())
        self.more.setVisible(left > 0)
        self.more.say(self.tr("{number} more").format(number=left))
        self.more.setAccessibleName(self.tr("{number} more: {state}").format(number=left, state=self._title))


class Cards(QScrollArea):
    """Columns of cards, each fed by its own page function."""

    chosen = Signal(object)
    """The id of the card that is current now, or None."""
    opened = Signal(object)
    """The id of a card to open."""
    ticked = Signal(object)
    """The id of a card on which Space was pressed."""

    def __init__(self, columns: Sequence[CardColumn], parent: QWidget | None = None) -> None:
        """Make empty columns, from left to right."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "ground")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("role", "ground")
        self._layout = QHBoxLayout(self._inside)
        self._columns = [_Column(column) for column in columns]
        self._chosen: Hashable | None = None
        for column in self._columns:
            self._layout.addWidget(column, 1)
            column.list.chosen.connect(self._on_chosen)
            column.list.opened.connect(self.opened)
            column.list.ticked.connect(self.ticked)
            column.list.sideways.connect(self._on_sideways)
            column.list.model().rowsInserted.connect(self._on_inserted)
            column.list.installEventFilter(self)
            column.more.clicked.connect(self._on_more)
        self.setWidget(self._inside)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # -- what a page uses

    def feed(self, number: int, fetch: Callable[[Any, int], Sequence[RowData]], total: int) -> None:
        """Show the cards of a column.

        Args:
            number: the column's, from the left.
            fetch: called with the key of the last card (or None) and how many are wanted.
            total: how many cards the column has in all.
        """
        column = self._columns[number]
        column.list.feed(fetch)
        self.count(number, total)

    def count(self, number: int, total: int, note: str = "", tone: str = "") -> None:
        """Say how many cards a column has in all, with a note such as "2 late" in its tone."""
        self._columns[number].show_count(total, note, tone)
        empty = not any(column.total for column in self._columns)
        for column in self._columns:
            column.teaches.setVisible(empty and bool(column.teaches.text()))
            column.list.setVisible(not empty)

    def reload(self) -> None:
        """Read every column anew; the same card stays chosen, in whichever column it is now."""
        before, focused = self._chosen, self._focused()
        for column in self._columns:
            column.list.reload()
            column.say_more()
        if before is not None and self._chosen != before:
            self.choose(before)
        if focused is not None and focused.list.is_empty():
            self.setFocus()

    def choose(self, wanted: Hashable | None) -> bool:
        """Make a card current by its id; returns whether it is there."""
        for column in self._columns:
            if wanted is not None and column.list.holds(wanted):
                column.list.choose(wanted)
                self._only(column)
                return True
        return False

    def chosen_id(self) -> Any:  # noqa: ANN401 - an id is whatever the page gave
        """Return the id of the current card, or None."""
        return self._chosen

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus on the current card, or on the first there is."""
        holding = [column for column in self._columns if not column.list.is_empty()]
        wanted = next((column for column in holding if column.list.chosen_id() is not None), None)
        if wanted is None and holding:
            wanted = holding[0]
            wanted.list.choose_first()
        if wanted is not None:
            wanted.list.setFocus(reason)

    @override
    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override] # only lists are watched
        if event.type() is QEvent.Type.FocusIn:
            for column in self._columns:
                if column.list is watched:
                    if column.list.chosen_id() is None:
                        column.list.choose_first()
                    self._only(column)
                    self.ensureWidgetVisible(column, 0, 0)
        return bool(super().eventFilter(watched, event))

    # -- inside

    def _focused(self) -> _Column | None:
        return next((column for column in self._columns if column.list.hasFocus()), None)

    def _only(self, chosen: _Column) -> None:
        """Let one column alone have a current card; the Tab key stops at it, and not at every column."""
        for column in self._columns:
            here = column is chosen
            column.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if column is not chosen and column.list.chosen_id() is not None:
                column.list.clearSelection()
                column.list.setCurrentIndex(QModelIndex())

    @Slot(object)
    def _on_chosen(self, card: Hashable | None) -> None:
        for column in self._columns:
            if card is not None and column.list.chosen_id() == card:
                self._only(column)
        current = next((one.list.chosen_id() for one in self._columns if one.list.chosen_id() is not None), None)
        if current != self._chosen:
            self._chosen = current
            self.chosen.emit(current)

    @Slot(int)
    def _on_sideways(self, step: int) -> None:
        here = next((number for number, one in enumerate(self._columns) if one.list is self.sender()), 0)
        height = self._columns[here].list.visualRect(self._columns[here].list.currentIndex()).center()
        there = here + step
        while 0 <= there < len(self._columns):
            beside = self._columns[there].list
            if not beside.is_empty():
                index = beside.indexAt(height)
                beside.setCurrentIndex(index if index.isValid() else beside.model().index(0, 0))
                beside.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            there += step

    @Slot()
    def _on_more(self) -> None:
        for column in self._columns:
            if column.more is self.sender():
                column.list.fetch_more()
                column.say_more()

    @Slot()
    def _on_inserted(self) -> None:
        for column in self._columns:
            column.say_more()

    @Slot()
    def _fit(self) -> None:
        worn = theme()
        self._layout.setSpacing(worn.px(4))
        self._layout.setContentsMargins(worn.px(20), worn.px(16), worn.px(20), 0)
        for column in self._columns:
            column.setMinimumWidth(worn.px(_COLUMN))
            column.top.setContentsMargins(worn.px(4), 0, worn.px(4), worn.px(4))
