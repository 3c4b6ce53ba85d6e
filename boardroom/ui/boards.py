"""The boards of the open file: which one is shown, the next, another one; and what waits in each place."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from boardroom.domain.refusal import Refusal
from boardroom.services.boards import create_board
from boardroom.store.queries.home import rail_counts
from boardroom.store.queries.lists import list_boards
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window


_COUNTED = ("proposal", "answer", "action", "action_update", "meeting_board", "seal")


class Boards(QObject):
    """Follows one desk: names the board on the rail and counts what waits."""

    def __init__(self, window: Window, desk: Desk) -> None:
        """Begin to follow a desk."""
        super().__init__(desk)
        self._window, self._desk = window, desk
        self._names: dict[UUID, str] = {}
        self._pause = QTimer(self)
        # Once for however many changes come together.
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._count)
        desk.changed.connect(self._on_changed)
        desk.board_chosen.connect(self.name)
        window.arrived.connect(self._on_arrived)
        self.name()

    @Slot()
    def name(self) -> None:
        """Say on the rail which board of which file is shown."""
        desk = self._desk
        # Where the file has vanished, the page that is shown says so; the names stay.
        with suppress(Refusal):
            self._names = {row.id: row.name for row in desk.read(list_boards)}
        name = self._names.get(desk.board_id) if desk.board_id is not None else None
        self._window.name(name or self.tr("No board yet"), desk.file.path.name)
        others = len(self._names) - 1
        self._window.rail.offer_boards(
            "" if others < 1 else self.tr("1 more board") if others == 1 else self.tr("{} more boards").format(others)
        )
        self._pause.start()

    def offered(self, typed: str = "") -> list[tuple[RowData, UUID]]:
        """Return the other boards of the file to choose from, those whose name holds what was typed."""
        group = self.tr("Boards of this file")
        return [
            (RowData(id=("board", one), key=one, title=name, icon="users", group=group), one)
            for one, name in self._names.items()
            if one != self._desk.board_id and typed.casefold() in name.casefold()
        ]

    def why_no_other(self) -> str:
        """Return why there is no other board to show; empty where there is one."""
        return "" if len(self._names) > 1 else self.tr("this file holds one board")

    def show_next(self) -> None:
        """Show the next board of the file."""
        ids = list(self._names)
        at = ids.index(self._desk.board_id) if self._desk.board_id in ids else -1
        self.show(ids[(at + 1) % len(ids)])

    def show(self, board_id: UUID) -> None:
        """Show one of the boards."""
        self._desk.choose_board(board_id)
        self._window.go(Link("home"))

    def add(self, name: str) -> None:
        """Start another board in this file, and show its settings."""
        done = self._desk.attempt(self.tr("Start the board “{}”").format(name), create_board, name)
        if done is not None:
            self.name()
            self._desk.choose_board(done.value.id)
            self._window.go(Link("settings"))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.touches("board"):
            self.name()
        if change.touches(*_COUNTED):
            # Not for each save of what is being typed: counting would hold the window up.
            self._pause.start()

    @Slot(str)
    def _on_arrived(self, _page: str) -> None:
        # The day may have changed since.
        self._pause.start()

    @Slot()
    def _count(self) -> None:
        desk = self._desk
        if desk.board_id is None:
            self._window.rail.count({})
            return
        with suppress(Refusal):
            counts = desk.read(rail_counts, desk.board_id, desk.today)
            self._window.rail.count({"proposals": counts.proposals, "actions": counts.actions})
