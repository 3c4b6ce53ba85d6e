"""The agenda column of the Meeting page: the items in running order, ticked, timed, and what hangs on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import ItemKind, ItemState
from boardroom.store.queries.meeting_page import agenda_after, agenda_of, texts_under
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.count_heading import CountHeading
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.fitting import Fitting
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint
from boardroom.ui.pages.agenda_edit import AgendaEdit
from boardroom.ui.pages.agenda_panel import ItemPanel
from boardroom.ui.pages.agenda_words import ends_about, planned_words, standing_words
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.meeting.agenda_delegate import AgendaDelegate
from boardroom.ui.pages.meeting.column import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_texts import Typed

_CONCERNS = (
    "meeting",
    "meeting_day",
    "agenda_item",
    "paper",
    "paragraph",
    "point",
    "proposal",
    "answer",
    "decision",
    "action",
    "seal",
)
_SIGNS = {
    ItemState.TAKEN: ("check", "text"),
    ItemState.DEFERRED: ("arrow-right", "muted"),
    ItemState.WITHDRAWN: ("x", "muted"),
}


class AgendaColumn(Column):
    """The items of one meeting; choosing one shows it on the whole page."""

    was_read = Signal(object)
    """The agenda, whenever it was read: it is read once for the whole page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the column empty."""
        super().__init__(desk, parent)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view: AgendaView | None = None
        self._kept: dict[UUID, tuple[tuple[object, ...], RowData]] = {}
        self._choosing = False
        self._is_open = False
        self.heading = CountHeading(self.tr("Agenda"))
        self.asking = Asking()
        self.rows = Rows(self.tr("Agenda"))
        self.rows.setProperty("role", "ground")
        self.rows.paint_with(AgendaDelegate(self.rows))
        self.rows.chosen.connect(self._on_chosen)
        self.edit = AgendaEdit(desk, self.rows, self.asking)
        self.edit.added.connect(self._on_added)
        self.panel = ItemPanel(desk)
        self._back = CommandButton(self.tr("Back to the agenda"), "Esc", "arrow-left", role="link")
        self._back.clicked.connect(self.close_panel)
        self.first = CommandButton(self.tr("Add the first item"), COMMANDS["item.add"].key, "plus")
        self.first.clicked.connect(self.edit.add)
        self._planned, self._ends = Elided("", "strong"), Elided("", "hint")
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._foot = QFrame()
        self._foot.setProperty("role", "bar")
        foot = QHBoxLayout(self._foot)
        foot.addWidget(self._planned)
        foot.addStretch(1)
        foot.addWidget(self._ends)
        below = hint(self.tr("Lines copied from Word or Excel can be pasted as an agenda."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(Empty(self.tr("What the meeting is to deal with stands here."), self.first, below))
        particulars = QWidget()
        inside = QVBoxLayout(particulars)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.panel, 1)
        self._stack.addWidget(particulars)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._asked = Fitting(self.asking)
        self._asked.hide()
        self.asking.asked.connect(self._on_asked)
        self.asking.closed.connect(self._on_answered)
        for widget, stretch in ((self.heading, 0), (self._asked, 0), (self._stack, 1), (self._foot, 0)):
            self._column.addWidget(widget, stretch)

    @override
    def show_meeting(self, meeting_id: UUID, item_id: UUID | None) -> None:
        if meeting_id != self.meeting_id:
            self._kept.clear()
        super().show_meeting(meeting_id, item_id)

    @override
    def reload(self) -> None:
        if self.meeting_id is None:
            return
        self._hear(self.desk.read(agenda_of, self.meeting_id))
        self._show()

    @override
    def follow(self, change: Change) -> None:
        self.read_after(change)
        self._show()

    def read_after(self, change: Change) -> None:
        """Read what a change is about, to be shown with the next item: of a few items these alone."""
        if self.meeting_id is None:
            return
        if self._view is None or any(change.touches(one) for one in _CONCERNS if one != "agenda_item"):
            self._hear(self.desk.read(agenda_of, self.meeting_id))
        elif change.touches("agenda_item"):
            self._hear(self.desk.read(agenda_after, self._view, change.rows["agenda_item"]))

    def _hear(self, view: AgendaView) -> None:
        self._view = view
        self.edit.show_agenda(view)
        self.was_read.emit(view)

    @override
    def show_item(self, item_id: UUID | None) -> None:
        self.item_id = item_id
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        self._choosing = True
        try:
            if self.rows.is_empty():
                self.rows.feed(self._fetch)
            else:
                self.rows.reload()
            wanted = self.item_id or self._whole()
            if self.rows.chosen_id() != wanted:
                self.rows.choose(wanted)
        finally:
            self._choosing = False
        self._show_stack()
        self.first.explain(self.desk.read_only or self.edit.why_not("item.add"))
        self.heading.say(self.tr("min planned") if self._view.minutes_planned else "")
        self._planned.set_full(planned_words(self._view.minutes_planned))
        self._ends.set_full(ends_about(self._view))
        chosen = self.rows.chosen_id()
        found = None if chosen == self.meeting_id else chosen
        if found != self.item_id:
            # The item that was shown is gone; its neighbour is chosen now.
            self.item_id = found
            self.item_chosen.emit(found)

    def knows(self, typed: Typed) -> bool:
        """Whether the rows say of a text that was typed what they would say now: no more than that it is there."""
        return self._view is not None and ((typed.kind, typed.item_id) in self._view.texts) is typed.says

    @override
    def concerns(self, change: Change) -> bool:
        if self.meeting_id is not None and self._view is not None and set(change.rows) == {"paragraph"}:
            # The agenda shows no more of a text than that it is there.
            return self.desk.read(texts_under, self.meeting_id) != self._view.texts
        return change.touches(*_CONCERNS)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self.edit.slots(),
            "item.details": self.toggle_panel,
            "paper.attach": self._attach,
            "paper.promise": self._promise,
            "paper.restrict": self._restrict,
        }

    @override
    def why_not(self, command: str) -> str:
        return self.edit.why_not(command)

    @override
    def step_out(self) -> bool:
        return self.edit.step_out() or self.panel.step_out() or self.close_panel()

    @override
    def choose(self, entity: str, entity_id: UUID) -> bool:
        return entity == "agenda_item" and self.rows.choose(entity_id)

    def item_ids(self) -> list[UUID]:
        """Return the items in running order."""
        return [row.id for row in self._view.items] if self._view is not None else []

    # The particulars of the chosen item

    @Slot()
    def toggle_panel(self) -> None:
        """Show the particulars of the chosen item in place of the agenda, or the agenda again."""
        if not self.close_panel() and self._open_panel():
            self.panel.focus_first()

    @Slot()
    def close_panel(self) -> bool:
        """Show the agenda again; returns whether an item's particulars stood in its place."""
        was, self._is_open = self._is_open, False
        if was:
            self.panel.leave()
            self._show_stack()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        return was

    def _open_panel(self) -> bool:
        self._is_open = self.edit.item() is not None
        self._show_stack()
        return self._is_open

    def _attach(self) -> None:
        if self._open_panel():
            self.panel.papers.choose_file()

    def _promise(self) -> None:
        if self._open_panel():
            self.panel.papers.promise()

    def _restrict(self) -> None:
        if self._open_panel():
            self.panel.papers.restrict_or_open()

    def _show_stack(self) -> None:
        item = self.edit.item()
        self._is_open = self._is_open and item is not None
        if self._is_open and item is not None and self._view is not None:
            self.panel.show_item(item.id, locked=self._view.head.sealed)
        bare = self._view is None or not self._view.items
        self._stack.setCurrentIndex(2 if self._is_open else 1 if bare and self._whole() is None else 0)
        self._foot.setVisible(not self._is_open and self._view is not None and bool(self._view.minutes_planned))
        self.heading.setVisible(not self._is_open)

    @override
    def focus(self) -> None:
        if self._is_open:
            self.panel.focus_first()
        elif self._view is not None and not self._view.items:
            self.first.setFocus()
        else:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _whole(self) -> UUID | None:
        """Return the id of the row for what belongs to no item, where there is one."""
        view = self._view
        return view.head.id if view is not None and (view.has_notes or view.has_minute_text) else None

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of an agenda: its place
        if self._view is None or after is not None:
            return []
        rows = [self._kept_row(at, item) for at, item in enumerate(self._view.items)]
        whole = self._whole()
        if whole is not None:
            rows.insert(0, RowData(id=whole, key=-1, title=self.tr("Before the first item"), muted=True))
        return rows

    def _kept_row(self, at: int, item: AgendaRow) -> RowData:
        """Return a row; one that would say the same as before is the same."""
        told = (at, item, *self._told_beside(item))
        kept = self._kept.get(item.id)
        if kept is None or kept[0] != told:
            kept = self._kept[item.id] = told, self._row(at, item)
        return kept[1]

    def _told_beside(self, item: AgendaRow) -> tuple[object, ...]:
        """Return what else than the item itself a row depends on."""
        return (item.id == self.item_id,)

    def _row(self, at: int, item: AgendaRow) -> RowData:
        sign, tone = _SIGNS.get(item.state, ("", ""))
        return RowData(
            id=item.id,
            key=at,
            title=item.title,
            number=item.number,
            figure=str(item.minutes_planned) if item.minutes_planned else "",
            icon=sign,
            icon_tone=tone,
            second_line=standing_words(item),
            indent=item.depth,
            bold=item.kind is ItemKind.HEADING or item.id == self.item_id,
            muted=item.state in {ItemState.DEFERRED, ItemState.WITHDRAWN},
        )

    @Slot(object)
    def _on_chosen(self, row_id: UUID | None) -> None:
        if not self._choosing and row_id is not None:
            self.item_chosen.emit(None if row_id == self.meeting_id else row_id)
            self.commands_changed.emit()

    @Slot()
    def _on_asked(self) -> None:
        """Show the question whole: where there is little room, the rows give way."""
        self._stack.setMinimumHeight(1)
        self._asked.show()

    @Slot()
    def _on_answered(self) -> None:
        self._asked.hide()
        self._stack.setMinimumHeight(0)

    @Slot(object)
    def _on_added(self, item_id: UUID) -> None:
        self.item_chosen.emit(item_id)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self.heading.setContentsMargins(px(16), px(12), px(12), px(4))
        foot = self._foot.layout()
        if foot is not None:
            foot.setContentsMargins(px(16), px(8), px(12), px(8))
