"""Who may be named in the notes of a meeting: read once, and again when somebody comes, goes or is called otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from boardroom.domain.refusal import Refusal
from boardroom.store.queries.quick_entry import known_at

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.domain.known import Known
    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk

_CONCERNS = (
    "attendance", "stay", "person", "organisation", "organisation_status", "membership", "seat", "meeting",
    "meeting_board", "meeting_day",
)  # fmt: skip


class KnownHere(QObject):
    """Those who may be named at one meeting: a line is read at each key that is pressed, the board file is not."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._of: tuple[UUID, Known] | None = None
        desk.changed.connect(self._on_changed)

    def at(self, meeting_id: UUID) -> Known | None:
        """Return who may be named at a meeting; None where the file can't be read: others say so."""
        if self._of is None or self._of[0] != meeting_id:
            try:
                self._of = (meeting_id, self._desk.read(known_at, meeting_id, self._desk.today))
            except Refusal:
                return None
        return self._of[1]

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.touches(*_CONCERNS):
            self._of = None
