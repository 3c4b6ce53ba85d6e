"""The sheet of the minutes page: an outline at the left, the parts of the minutes below each other, built when seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.meeting.item_head import Locked
from boardroom.ui.pages.minutes_blocks import BlocksView
from boardroom.ui.pages.minutes_outline import OPENING, called, is_wanted, outline_rows
from boardroom.ui.pages.minutes_part import PartView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.documents.compose.minutes import Sheet
    from boardroom.domain.text import ParagraphState
    from boardroom.store.change import Change
    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor import ParagraphEditor
    from boardroom.ui.kit.row_data import RowData

_OUTLINE, _SHEET, _OUTLINE_FROM = 264, 832, 800


class MinutesSheet(QWidget):
    """Shows the minutes; the page tells it what to show."""

    opened = Signal(object)
    """The id of an item to work on where it stands (None: the meeting itself)."""
    came_to = Signal(object)
    """The id of the item whose text has the focus, or that the outline chose."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Build it empty, over the whole page."""
        super().__init__(page)
        self._desk = desk
        self._parts: list[PartView] = []
        self._rows: dict[UUID, AgendaRow] = {}
        self._held: PartView | None = None
        self.asking, self.locked = Asking(), Locked()
        self.outline = Rows(self.tr("Items of the minutes"))
        self.outline.setProperty("role", "ground")
        self.outline.chosen.connect(self._on_chosen)
        self.outline.opened.connect(self._on_opened)
        self._rule = QFrame()
        self._rule.setProperty("role", "upright")
        self._paper = QWidget()
        self._paper.setProperty("role", "surface")
        self._column = QVBoxLayout(self._paper)
        self.closing = BlocksView(self.tr("The end of the minutes"))
        self._column.addWidget(self.closing)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setProperty("role", "surface")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setWidget(self._paper)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._build_seen)
        bar.rangeChanged.connect(self._hold)
        bar.actionTriggered.connect(self._let_go)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._build_seen)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.asking, self.locked):
            right.addWidget(widget)
        right.addWidget(self.area, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.outline)
        layout.addWidget(self._rule)
        layout.addLayout(right, 1)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def editor(self) -> ParagraphEditor | None:
        """The editor that is typed into now."""
        editors = (part.text.editor for part in self._parts if part.text is not None)
        return next((one for one in editors if one.hasFocus()), None)

    def clear(self) -> None:
        """Show nothing; what was typed goes to the disk first."""
        self._desk.flush()
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        self.closing.show_blocks(())
        self.area.verticalScrollBar().setValue(0)

    def show_minutes(
        self,
        sheet: Sheet,
        agenda: AgendaView,
        texts: Mapping[UUID | None, Sequence[ParagraphState]],
        why_not: str,
    ) -> None:
        """Show the minutes as they stand now.

        Args:
            sheet: the document's blocks.
            agenda: the meeting and its items.
            texts: minute text by item; None for the meeting's own.
            why_not: why nothing can be written; empty where it can.
        """
        self._rows = {row.id: row for row in agenda.items}
        self.locked.say(why_not)
        parts = [sheet.opening, *sheet.items]
        if [part.item_id for part in parts] != [part.item_id for part in self._parts]:
            self._lay([part.item_id for part in parts])
        for view, part in zip(self._parts, parts, strict=True):
            place = (agenda.head.id, part.item_id, view.called)
            view.show_part(part, texts.get(part.item_id, ()), place, why_not)
        self.closing.show_blocks(sheet.closing)
        self._tell_outline()
        self._soon.start()

    def wrote(self, change: Change) -> bool:
        """Whether a change is no more than what was typed into one of the texts."""
        # Each one is asked: it forgets what it waited for.
        answers = [part.wrote(change) for part in self._parts]
        return any(answers)

    def go_to(self, item_id: UUID | None) -> None:
        """Bring an item to the top of the page."""
        part = self._part(item_id)
        if part is None:
            return
        part.build()
        self._held = part
        self._settle()
        self._hold()
        self._build_seen()

    @Slot()
    def _hold(self) -> None:
        """Keep the part that was gone to at the top, whatever is built above it or takes its height only now."""
        if self._held is not None and self._held in self._parts:
            self.area.verticalScrollBar().setValue(self._held.y() - self._column.contentsMargins().top())

    @Slot()
    def _let_go(self) -> None:
        """Hold nothing at its place any more: somebody scrolls, or types."""
        self._held = None

    def enter(self, item_id: UUID | None) -> None:
        """Put the caret into the text of an item."""
        part = self._part(item_id) or (self._parts[0] if self._parts else None)
        if part is None:
            return
        self.go_to(part.item_id)
        if part.text is not None:
            target = part.text.editor if part.text.isVisibleTo(part) else part.before
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def next(self) -> None:
        """Go to the text of the item that follows."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the text of the item before."""
        self._step(-1)

    def next_empty(self) -> bool:
        """Go to the next item under which nothing is minuted; returns whether there is one."""
        at = self._at()
        for part in (*self._parts[at + 1 :], *self._parts[: at + 1]):
            row = self._rows.get(part.item_id) if part.item_id is not None else None
            if row is not None and is_wanted(row) and part.empty:
                self.enter(part.item_id)
                return True
        return False

    # Inside

    def _step(self, by: int) -> None:
        at = self._at() + by
        if 0 <= at < len(self._parts):
            self.enter(self._parts[at].item_id)

    def _at(self) -> int:
        """Return the number of the part that has the focus, or that the outline chose."""
        for number, part in enumerate(self._parts):
            if part.text is not None and part.text.editor.hasFocus():
                return number
        chosen = self.outline.chosen_id()
        return next((number for number, part in enumerate(self._parts) if part.item_id == chosen), 0)

    def _part(self, item_id: UUID | None) -> PartView | None:
        return next((part for part in self._parts if part.item_id == item_id), None)

    def _lay(self, item_ids: Sequence[UUID | None]) -> None:
        """Put the parts in order; one that goes on keeps what is typed into it."""
        known = {part.item_id: part for part in self._parts}
        self._parts = []
        for number, item_id in enumerate(item_ids):
            part = known.pop(item_id, None)
            if part is None:
                part = PartView(self._desk, item_id, called(self._rows.get(item_id) if item_id is not None else None))
                part.opened.connect(self.opened)
                part.entered.connect(self._on_entered)
                part.written.connect(self._soon_tell)
            self._parts.append(part)
            self._column.insertWidget(number, part)
            part.show()
        for gone in known.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    @Slot()
    def _build_seen(self) -> None:
        """Build the parts that are to be seen, and those a page further."""
        top, high = self.area.verticalScrollBar().value(), self.area.viewport().height()
        self._settle()
        built = False
        for part in self._parts:
            if not part.built and part.y() < top + 2 * high and part.y() + part.height() > top - high // 2:
                part.build()
                built = True
        if built:
            self._settle()
            self._hold()
            self._tell_outline()

    def _settle(self) -> None:
        """Let every part have its place before it is gone to."""
        self._column.activate()
        self._paper.adjustSize()

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the list's own key; here it has none
        if after is not None:
            return []
        return outline_rows(self._parts, self._rows)

    @Slot()
    def _tell_outline(self) -> None:
        if self.outline.is_empty():
            self.outline.feed(self._fetch)
        else:
            self.outline.reload()

    @Slot()
    def _soon_tell(self) -> None:
        """Say anew what is empty, once, however fast somebody types."""
        self._let_go()
        sender = self.sender()
        if isinstance(sender, PartView) and sender.item_id is not None:
            row = next((one for one in self.outline.loaded() if one.id == sender.item_id), None)
            if row is not None and bool(row.context) is not sender.empty:
                self._tell_outline()

    @Slot(object)
    def _on_chosen(self, row_id: object) -> None:
        if not self.outline.hasFocus():
            return
        item_id = next((part.item_id for part in self._parts if part.item_id == row_id), None)
        self.go_to(item_id)
        self.came_to.emit(item_id)

    @Slot(object)
    def _on_opened(self, row_id: object) -> None:
        self.enter(next((part.item_id for part in self._parts if part.item_id == row_id), None))

    @Slot(object)
    def _on_entered(self, item_id: UUID | None) -> None:
        self.outline.choose(item_id if item_id is not None else OPENING)
        self.came_to.emit(item_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._soon.start()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        wide = self.width() >= px(_OUTLINE_FROM)
        self.outline.setVisible(wide)
        self._rule.setVisible(wide)
        self.outline.setFixedWidth(px(_OUTLINE))
        self._paper.setMaximumWidth(px(_SHEET))
        self._column.setContentsMargins(px(8), px(16), px(8), px(48))
        self._column.setSpacing(px(8))
