"""One kind of thing recorded under an item: a heading, its rows, and the form that opens below a row."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.meeting.item_delegate import RecordDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData
    from boardroom.ui.pages.meeting.item_form import Below

Key = tuple[str, "UUID"]
"""A row: the entity and its id."""


class Section(QWidget):
    """Rows of one kind. Enter opens the form below the row, Delete takes the row out; Undo brings it back."""

    picked = Signal(object)
    """The key of the row that was chosen here."""
    opened = Signal()
    """A form was opened, and should be seen."""
    asked = Signal(str)
    """A command's id."""

    def __init__(self, desk: Desk, command: str, parent: QWidget | None = None) -> None:
        """Build it empty; `call` comes next.

        Args:
            desk: where it is read and written.
            command: the id of the command that adds one.
            parent: where it stands.
        """
        super().__init__(parent)
        self.desk = desk
        self.item: ItemView | None = None
        self.why_not = ""
        self._rows_now: list[RowData] = []
        self._open: tuple[Below, Key | None] | None = None
        self._count = label("", "muted")
        self.adding = CommandButton(COMMANDS[command].said, COMMANDS[command].key, "plus", role="small")
        self.adding.setProperty("command", command)
        self.adding.clicked.connect(self._ask)
        self.rows, self.rest = Rows(""), Rows("")
        self._title = label("", "section")
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self.adding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        for rows in (self.rows, self.rest):
            rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            rows.paint_with(RecordDelegate(rows))
            rows.installEventFilter(self)
            rows.chosen.connect(self._on_chosen)
            rows.opened.connect(self.open_row)
            self._column.addWidget(rows)
        self.rows.feed(self._upper)
        self.rest.feed(self._lower)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # What subclasses say

    @abstractmethod
    def row_data(self, item: ItemView) -> list[RowData]:
        """Return the rows; their ids are keys, and so is the place of each in the list."""

    @abstractmethod
    def open_row(self, key: Key) -> None:
        """Open the form of a row."""

    @abstractmethod
    def remove(self, key: Key) -> None:
        """Take a row out."""

    def on_letter(self, _letter: str, _key: Key) -> bool:
        """Do what a letter means on a row; returns whether it means something."""
        return False

    def count_words(self, item: ItemView, rows: Sequence[RowData]) -> str:
        """Return how many there are; empty for none."""
        del item
        return str(len(rows)) if rows else ""

    # What the column uses

    def show_item(self, item: ItemView, why_not: str) -> None:
        """Show what is recorded under an item; the form that is open stays, if what it shows is there."""
        self.item, self.why_not = item, why_not
        self.adding.explain(why_not)
        self._rows_now = self.row_data(item)
        self._count.setText(self.count_words(item, self._rows_now))
        if self._open is not None:
            form = self._open[0]
            form.show_item(item)
            form.set_locked(why_not)
        self._feed()

    def forget(self) -> None:
        """Save and close the form: another item comes."""
        if self._open is not None:
            form, self._open = self._open[0], None
            form.put_away()

    def holds(self, key: Key) -> bool:
        """Whether one of the rows is this one."""
        return any(row.id == key for row in self._rows_now)

    def row_keys(self) -> list[Key]:
        """Return the keys of the rows, in order."""
        return [cast("Key", row.id) for row in self._rows_now]

    def chosen_box(self) -> QRect:
        """Return where the chosen row stands in the section."""
        for rows in (self.rows, self.rest):
            key = rows.chosen_id()
            if key is not None:
                return rows.rect_of(key).translated(rows.pos())
        return QRect()

    def choose(self, key: Key) -> bool:
        """Choose a row, as a link names it; returns whether it is here."""
        return self.rows.choose(key) or self.rest.choose(key)

    def chosen(self) -> Key | None:
        """Return the row that is chosen."""
        return cast("Key | None", self.rows.chosen_id() or self.rest.chosen_id())

    def let_go(self) -> None:
        """Choose none of the rows."""
        for rows in (self.rows, self.rest):
            rows.choose(None)

    @property
    def form(self) -> Below | None:
        """The form that is open."""
        return self._open[0] if self._open is not None else None

    def close_form(self) -> bool:
        """Close the form; returns whether it is closed, or has said why it isn't yet."""
        return self._open is not None and (self._open[0].close_below() or True)

    # For subclasses

    def call(self, title: str) -> None:
        """Say what the rows are."""
        self._title.setText(title)
        for rows in (self.rows, self.rest):
            rows.setAccessibleName(title)

    def add_hint(self, key: str, words: str) -> None:
        """Show a key that acts on a row, and what it does."""
        self._head.insertWidget(self._head.count() - 1, KeyHint(key))
        self._head.insertWidget(self._head.count() - 1, label(words, "hint"))

    def take(self, form: Below) -> None:
        """Let a form open between the rows."""
        self._column.insertWidget(self._column.count() - 1, form)
        form.closed.connect(self._on_closed)
        form.recorded.connect(self._on_recorded)

    def open_below(self, form: Below, key: Key | None) -> None:
        """Show a form, filled already, below a row (below all of them without one)."""
        if self._open is not None and self._open[0] is not form:
            self._open[0].put_away()
        self._open = (form, key)
        form.set_locked(self.why_not)
        form.show()
        self._feed()
        form.put_focus()
        self.opened.emit()

    # Inside

    def _feed(self) -> None:
        self.rows.reload()
        self.rest.reload()
        self._fit()

    def _cut(self) -> int:
        """Return how many rows stand above the form."""
        key = self._open[1] if self._open is not None else None
        places = [number for number, row in enumerate(self._rows_now) if row.id == key]
        return places[0] + 1 if places else len(self._rows_now)

    def _upper(self, after: object, count: int) -> list[RowData]:
        return _page(self._rows_now[: self._cut()], after, count)

    def _lower(self, after: object, count: int) -> list[RowData]:
        return _page(self._rows_now[self._cut() :], after, count)

    @Slot(object)
    def _on_chosen(self, key: Key | None) -> None:
        if key is None:
            return
        other = self.rest if self.sender() is self.rows else self.rows
        other.choose(None)
        self.picked.emit(key)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(str(self.adding.property("command")))

    @Slot()
    def _on_closed(self) -> None:
        key = self._open[1] if self._open is not None else None
        self._open = None
        self._feed()
        if key is not None and self.holds(key):
            self.rows.choose(key)
        (self.rows if self._rows_now else self.adding).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_recorded(self, key: Key) -> None:
        """Let the form of a new thing stand below its row from now on."""
        # An answer stands in the row of its proposal.
        if self._open is None or not self.holds(key):
            return
        self._open = (self._open[0], key)
        self._feed()
        self.rows.choose(key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Rows) and watched in {self.rows, self.rest}:
            if event.type() is QEvent.Type.FocusIn and watched.chosen_id() is None:
                watched.choose_first()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
                if self._means(event):
                    # On a row these keys are the row's, whatever else they do in the window.
                    event.accept()
                    return True
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._on_key(event, watched.chosen_id())
        return super().eventFilter(watched, event)

    def _means(self, event: QKeyEvent) -> bool:
        return not event.modifiers() and (event.key() == Qt.Key.Key_Delete or event.text().upper() in self.letters())

    def letters(self) -> frozenset[str]:
        """Return the letters that mean something on a row."""
        return frozenset()

    def _on_key(self, event: QKeyEvent, key: Key | None) -> bool:
        if key is None or not self._means(event):
            return False
        if self.why_not:
            self.desk.refuse(self.why_not)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove(key)
        else:
            return self.on_letter(event.text().upper(), key)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Titles break elsewhere now.
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._head.setSpacing(px(8))
        self._column.setSpacing(px(4))
        for rows in (self.rows, self.rest):
            count = rows.model().rowCount()
            rows.setFixedHeight(sum(rows.sizeHintForRow(place) for place in range(count)))
            rows.setVisible(count > 0)


def _page(rows: Sequence[RowData], after: object, count: int) -> list[RowData]:
    first = next((place + 1 for place, row in enumerate(rows) if row.key == after), 0) if after is not None else 0
    return list(rows[first : first + count])
