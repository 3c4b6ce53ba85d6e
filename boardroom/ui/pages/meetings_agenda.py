"""The agenda of the chosen meeting as a table: item, kind, lead, papers, minutes, when it begins; and their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import ItemKind, ItemState
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.row_data import Cell, RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint
from boardroom.ui.pages.agenda_edit import AgendaEdit
from boardroom.ui.pages.agenda_panel import ItemPanel
from boardroom.ui.pages.agenda_words import ends_about, planned_words, state_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.asking import Asking

_PANEL, _BESIDE_FROM = 380, 760
_ICONS = {
    ItemState.TAKEN: "check",
    ItemState.DEFERRED: "arrow-right",
    ItemState.WITHDRAWN: "x",
}
_TO_FOLLOW = "to follow"


class AgendaTable(QWidget):
    """The items, and beside them the particulars of the chosen one when they are wanted."""

    opened = Signal(object)
    """The id of an item to show on the Meeting page."""
    commands_changed = Signal()

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget | None = None) -> None:
        """Build it empty.

        Args:
            desk: what it reads and writes.
            asking: where questions about items are put.
            parent: where it stands.
        """
        super().__init__(parent)
        self._desk = desk
        self._view: AgendaView | None = None
        self.rows = Rows(self.tr("Agenda"))
        self.rows.set_columns(
            (
                Column(self.tr("Item")),
                Column(self.tr("Kind"), 96),
                Column(self.tr("Lead"), 128),
                Column(self.tr("Papers"), 96),
                Column(self.tr("Minutes"), 72, right=True),
                Column(self.tr("Starts"), 64, right=True),
            )
        )
        self.rows.opened.connect(self.opened)
        self.rows.chosen.connect(self._on_chosen)
        self.edit = AgendaEdit(desk, self.rows, asking)
        self.edit.added.connect(self._on_added)
        self.panel = ItemPanel(desk)
        self.panel.hide()
        self._is_open = False
        self.first = CommandButton(self.tr("Add the first item"), COMMANDS["item.add"].key, "plus")
        self.first.clicked.connect(self.edit.add)
        self._planned, self._ends = Elided("", "strong"), Elided("", "muted")
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        below = hint(self.tr("Lines copied from Word or Excel can be pasted as an agenda."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(Empty(self.tr("What the meeting is to deal with stands here."), self.first, below))
        self._foot = QFrame()
        self._foot.setProperty("role", "bar")
        foot = QHBoxLayout(self._foot)
        foot.addWidget(self._planned)
        foot.addStretch(1)
        foot.addWidget(self._ends)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._stack, 1)
        left.addWidget(self._foot)
        self._rule = QFrame()
        self._rule.setProperty("role", "upright")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left, 1)
        across.addWidget(self._rule)
        across.addWidget(self.panel)

    def show_agenda(self, view: AgendaView) -> None:
        """Show an agenda; of the same meeting the same item stays chosen."""
        other = self._view is None or self._view.head.id != view.head.id
        self._view = view
        self.edit.show_agenda(view)
        if other:
            self.close_panel()
            self.edit.title.cancel()
            self.rows.choose(None)
        if other or self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
            self.edit.chosen_by_itself(self.rows.chosen_id())
        self._stack.setCurrentIndex(0 if view.items else 1)
        self.first.explain(self._desk.read_only or self.edit.why_not("item.add"))
        self._planned.set_full(planned_words(view.minutes_planned))
        self._ends.set_full(ends_about(view))
        self._foot.setVisible(bool(view.minutes_planned))
        self._show_panel()

    def choose(self, item_id: UUID) -> bool:
        """Choose an item; returns whether it is on this agenda."""
        return self.rows.choose(item_id)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of an agenda."""
        return {
            **self.edit.slots(),
            "item.details": self.toggle_panel,
            "paper.attach": self._attach,
            "paper.promise": self._promise,
            "paper.restrict": self._restrict,
        }

    @Slot()
    def toggle_panel(self) -> None:
        """Open the particulars of the chosen item, or close them."""
        if self._is_open:
            self.close_panel()
            self.take_focus()
        elif self.rows.chosen_id() is not None:
            self._open_panel()
            self.panel.focus_first()

    def close_panel(self) -> bool:
        """Close the particulars; returns whether they were open."""
        was, self._is_open = self._is_open, False
        self.panel.leave()
        self.lay()
        return was

    def step_out(self) -> bool:
        """Go one step out on Escape; returns whether there was one."""
        if self.edit.step_out() or self.panel.step_out():
            return True
        if self.close_panel():
            self.take_focus()
            return True
        return False

    @Slot()
    def take_focus(self) -> None:
        """Put the focus on the chosen item."""
        if self._view is not None and not self._view.items:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_panel(self) -> None:
        self._is_open = True
        self._show_panel()
        self.lay()

    def _show_panel(self) -> None:
        chosen = self.rows.chosen_id()
        if self._is_open and chosen is not None and self._view is not None:
            self.panel.show_item(chosen, locked=self._view.head.sealed)
        elif self._is_open:
            self.close_panel()

    def _attach(self) -> None:
        self._open_panel()
        self.panel.papers.choose_file()

    def _promise(self) -> None:
        self._open_panel()
        self.panel.papers.promise()

    def _restrict(self) -> None:
        self._open_panel()
        self.panel.papers.restrict_or_open()

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of an agenda: its place
        if self._view is None or after is not None:
            return []
        return [self._row(at, item) for at, item in enumerate(self._view.items)]

    def _row(self, at: int, item: AgendaRow) -> RowData:
        papers = ", ".join(item.papers) or item.paper
        icon = _ICONS.get(item.state, "eye-slash" if item.secret else "")
        return RowData(
            id=item.id,
            key=at,
            title=item.title,
            number=item.number,
            icon=icon,
            context=state_words(item),
            chip=str(item.restriction or "") if item.restricted else "",
            chip_tone="outline",
            indent=item.depth,
            bold=item.kind is ItemKind.HEADING,
            muted=item.state in {ItemState.DEFERRED, ItemState.WITHDRAWN},
            cells=(
                Cell(str(item.kind or ""), "muted"),
                Cell(item.lead),
                Cell(papers, "caution" if _TO_FOLLOW in papers.casefold() else "muted"),
                Cell(str(item.minutes_planned or "")),
                Cell(time_shown(item.begins) if item.begins else "", "muted"),
            ),
        )

    @Slot(object)
    def _on_chosen(self, _item_id: object) -> None:
        self._show_panel()
        self.commands_changed.emit()

    @Slot(object)
    def _on_added(self, item_id: UUID) -> None:
        self.rows.choose(item_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    @Slot()
    def lay(self) -> None:
        """Show the table, and the panel beside it or in its place."""
        wide = self.width() >= theme().px(_BESIDE_FROM)
        self._left.setVisible(wide or not self._is_open)
        self._rule.setVisible(wide and self._is_open)
        self.panel.setVisible(self._is_open)
        self.panel.setMinimumWidth(theme().px(_PANEL) if wide else 0)
        self.panel.setMaximumWidth(theme().px(_PANEL) if wide else _WHOLE)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        foot = self._foot.layout()
        if foot is not None:
            foot.setContentsMargins(px(24), px(8), px(16), px(8))
        self.lay()


_WHOLE = 16777215
