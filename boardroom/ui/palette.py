"""The command palette: any command or record by a few letters, over whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from boardroom.domain.known import folded
from boardroom.domain.near_words import is_nearly
from boardroom.ui.actions import elsewhere
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.line_sheet import LineSheet
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from boardroom.ui.commands import Command

_HEIGHT = 452
_PAUSE = 80
_MOST_COMMANDS = 6
_KINDS = "?=!@"


class Palette(LineSheet):
    """Lists commands and records as one types."""

    command_chosen = Signal(str)
    target_chosen = Signal(object)
    """What stands behind a row that is no command."""

    def __init__(
        self, window: QWidget, why_not: Callable[[str], str], records: Callable[[str], Sequence[tuple[RowData, object]]]
    ) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
            why_not: says why a command can't run now; empty where it can.
            records: finds records by words, with their targets; the words may begin with one of `?=!@`.
        """
        super().__init__(window, "palette")
        self._why_not, self._records = why_not, records
        self._targets: dict[object, object] = {}
        self._found: list[RowData] = []
        self.rows.setAccessibleName(self.tr("Commands and records found"))
        self._glass = QLabel()
        self.top.insertWidget(0, self._glass)
        self.top.addWidget(KeyHint("Esc"))
        self.top.addWidget(label(self.tr("close"), "hint"))
        for key, words in (("↑", ""), ("↓", self.tr("choose")), ("Enter", self.tr("do it"))):
            self.foot.addWidget(KeyHint(key))
            if words:
                self.foot.addWidget(label(words, "hint"))
        self.foot.addStretch(1)
        self.foot.addWidget(label(self.tr("? proposals  = decisions  ! actions  @ people"), "hint"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)

    def open(self) -> None:
        """Lie over the window, ready for typing."""
        self._targets, self._found = {}, []
        self.ask_for(self.tr("Find a command or a record"))

    @override
    def drawn_height(self) -> int:
        return _HEIGHT

    @override
    def fit(self) -> None:
        super().fit()
        size = theme().px(20)
        self._glass.setPixmap(icon("magnifying-glass").pixmap(size, size))

    @override
    def fitting(self, typed: str) -> list[RowData]:
        return [*self._commands(folded(typed.strip())), *self._found]

    @override
    def narrow(self) -> None:
        self._pause.start()
        super().narrow()

    @Slot()
    def _search(self) -> None:
        words = self.line.text().strip()
        if self.isHidden():
            return
        found = self._records(words) if words.lstrip(_KINDS).strip() or (words[:1] in _KINDS and words) else []
        self._targets = {row.id: target for row, target in found}
        self._found = [row for row, _ in found]
        # What is found a moment later leaves the choice alone.
        self.rows.reload()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

    @override
    def enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        super().enter()

    @override
    def take(self, row_id: Hashable | None) -> None:
        target = self._targets.get(row_id)
        if target is None and (not isinstance(row_id, str) or row_id not in COMMANDS or self._why_not(row_id)):
            return
        self.close_sheet()
        if target is not None:
            self.target_chosen.emit(target)
        else:
            self.command_chosen.emit(row_id)

    def _commands(self, typed: str) -> list[RowData]:
        if typed[:1] and typed[0] in _KINDS:
            return []
        wanted = typed.split()
        ranked = self._ranked(lambda command: _rank(command, typed, wanted), shows_elsewhere=bool(wanted))
        if not ranked:
            ranked = self._ranked(lambda command: _rank_of_slips(command, wanted), shows_elsewhere=True)
        most = _MOST_COMMANDS if wanted else len(ranked)
        return [_row(command, reason, typed, self.tr("Commands")) for command, reason in ranked[:most]]

    def _ranked(self, rank_of: Callable[[Command], int | None], *, shows_elsewhere: bool) -> list[tuple[Command, str]]:
        """Return the commands that have a rank, each with why it can't run; what runs comes first, then the best."""
        found = []
        for at, command in enumerate(COMMANDS.values()):
            rank = rank_of(command)
            if rank is None or command.id == "palette":
                continue
            reason = self._why_not(command.id)
            # What belongs to another page only is in the way while nothing is typed.
            if not reason or shows_elsewhere:
                found.append((bool(reason) + (reason == elsewhere()), rank, at, command, reason))
        found.sort(key=lambda one: one[:3])
        # Two pages may have a command of one name: the first says it.
        firsts = {command.said: command.id for *_, command, _ in reversed(found)}
        return [
            (command, reason)
            for *_, command, reason in found
            if reason != elsewhere() or firsts[command.said] == command.id
        ]


def _rank(command: Command, typed: str, wanted: list[str]) -> int | None:
    """Return how well a command fits the words, 0 best; None where it doesn't."""
    said = folded(command.said)
    if not wanted:
        return 0
    words = said.split()
    if said.startswith(typed):
        return 0
    if all(any(word.startswith(one) for word in words) for one in wanted):
        return 1
    if all(one in said for one in wanted):
        return 2
    return 3 if all(one in f"{said} {command.about.casefold()}" for one in wanted) else None


def _rank_of_slips(command: Command, wanted: list[str]) -> int | None:
    """Return a rank for a command that fits the words but for a letter in each."""
    words = folded(command.said).rstrip("…").split()
    return 0 if wanted and all(any(is_nearly(one, word) for word in words) for one in wanted) else None


def _row(command: Command, reason: str, typed: str, group: str) -> RowData:
    said = command.said.rstrip("…")
    at = said.casefold().find(typed) if typed else -1
    return RowData(
        id=command.id,
        key=command.id,
        title=said,
        icon=command.icon or "command",
        icon_tone="" if reason else "text",
        muted=bool(reason),
        context=reason,
        key_hint="" if reason else command.key,
        group=group,
        marked=((at, at + len(typed)),) if at >= 0 else (),
    )
