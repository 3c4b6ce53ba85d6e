"""Moving the items of an agenda, wherever it is listed: up and down, in and out, and by dragging."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from boardroom.domain.outline import branch, indent, move_before, move_down, move_up, outdent, put
from boardroom.services.agenda import move_item
from boardroom.ui.pages.agenda_words import called

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.domain.outline import Outline
    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.rows import Rows


class AgendaMoves(QObject):
    """Moves what is chosen in a list, or was dragged there."""

    begun = Signal()
    """Something is about to be moved: what is being typed is stored first."""

    def __init__(self, desk: Desk, rows: Rows) -> None:
        """Let the rows of a list be dragged.

        Args:
            desk: where the order is written.
            rows: the list; its ids are those of items.
        """
        super().__init__(rows)
        self._desk, self._rows = desk, rows
        self._view: AgendaView | None = None
        rows.let_reorder()
        rows.moved.connect(self._on_moved)

    def show_agenda(self, view: AgendaView) -> None:
        """Hear what the list shows now."""
        self._view = view

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command that moves an item."""
        return {
            "item.up": self.move_up,
            "item.down": self.move_down,
            "item.in": self.move_in,
            "item.out": self.move_out,
        }

    def why_not(self, command: str, item: AgendaRow) -> str:
        """Return why an item can't be moved in this way."""
        if command == "item.out" and item.depth == 0:
            return self.tr("it stands under no other item")
        if command in {"item.in", "item.up"} and self._is_first(item):
            return self.tr("no item stands above it")
        if command == "item.down" and self._is_last(item):
            return self.tr("no item stands below it")
        return ""

    def move_up(self) -> None:
        """Put the chosen item before its neighbour."""
        self._move(self.tr("Move {} up"), move_up)

    def move_down(self) -> None:
        """Put the chosen item behind its neighbour."""
        self._move(self.tr("Move {} down"), move_down)

    def move_in(self) -> None:
        """Put the chosen item under the one above it."""
        self._move(self.tr("Put {} under the one above"), indent)

    def move_out(self) -> None:
        """Take the chosen sub-item out from under its item."""
        self._move(self.tr("Make {} an item of its own"), outdent)

    def _move(self, label: str, how: Callable[..., Outline]) -> None:
        self.begun.emit()
        item = self._item(self._rows.chosen_id())
        if item is not None:
            self._desk.attempt(label.format(called(item)), move_item, item.id, partial(how, item_id=item.id))

    @Slot(object, object, int)
    def _on_moved(self, item_id: UUID, before_id: UUID | None, step: int) -> None:
        item = self._item(item_id)
        if item is None:
            return
        sealed = self._view is not None and self._view.head.sealed
        why_not = self._desk.read_only or (self.tr("the minutes are sealed") if sealed else "")
        if why_not:
            self._desk.refuse(why_not)
            return
        how = partial(_dropped, item_id=item_id, before_id=before_id, step=step)
        self._desk.attempt(self.tr("Move {}").format(called(item)), move_item, item_id, how)

    def _item(self, item_id: object) -> AgendaRow | None:
        items = self._view.items if self._view is not None else ()
        return next((one for one in items if one.id == item_id), None)

    def _is_first(self, item: AgendaRow) -> bool:
        return self._beside(item)[0] == item.id

    def _is_last(self, item: AgendaRow) -> bool:
        return self._beside(item)[-1] == item.id

    def _beside(self, item: AgendaRow) -> list[UUID]:
        """Return the items under the same one, in their order, this one among them."""
        items = self._view.items if self._view is not None else ()
        return [one.id for one in items if one.parent_id == item.parent_id] or [item.id]


def _dropped(order: Outline, *, item_id: UUID, before_id: UUID | None, step: int) -> Outline:
    """Return an order after a row was let go of: first its new place, then how deep it stands there."""
    own = branch(order, item_id)
    ids = [place.id for place in order]
    behind = ids.index(own[-1]) + 1
    follows = ids[behind] if behind < len(ids) else None
    # Dropped within its own sub-items, or where it stood: only its depth can change.
    if before_id not in {*own, follows}:
        order = put(order, item_id, None, len(ids)) if before_id is None else move_before(order, item_id, before_id)
    if step > 0:
        return indent(order, item_id)
    return outdent(order, item_id) if step < 0 else order
