"""The command palette: any command or record by a few letters, over whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.actions import elsewhere
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.sheet import Sheet
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardroom.ui.commands import Command

_WIDTH, _ROWS = 640, 9
_PAUSE = 80
_MOST_COMMANDS = 6
_KINDS = "?=!@"


class Palette(Sheet):
    """Lists commands and records as one types, or offers a few things to choose from."""

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
        super().__init__(window)
        self._why_not, self._records = why_not, records
        self._targets: dict[object, object] = {}
        self._found: list[RowData] = []
        self._offered: Sequence[tuple[RowData, object]] | None = None
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self._top = QHBoxLayout()
        self._glass = QLabel()
        self.line = QLineEdit()
        self.line.setObjectName("palette.line")
        self.line.setProperty("role", "plain")
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self._top.addWidget(self._glass)
        self._top.addWidget(self.line, 1)
        self._top.addWidget(KeyHint("Esc"))
        self._top.addWidget(label(self.tr("close"), "hint"))
        layout.addLayout(self._top)
        self.rows = Rows(self.tr("Commands and records found"))
        self.rows.setObjectName("palette.rows")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.opened.connect(self._take)
        self.rows.feed(self._page)
        layout.addWidget(self.rows, 1)
        foot = QFrame()
        foot.setProperty("role", "bar")
        self._foot = QHBoxLayout(foot)
        self._kinds = label(self.tr("? proposals  = decisions  ! actions  @ people"), "hint")
        self._fill_foot()
        layout.addWidget(foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)

    def _fill_foot(self) -> None:
        for key, words in (("↑", ""), ("↓", self.tr("choose")), ("Enter", self.tr("do it"))):
            self._foot.addWidget(KeyHint(key))
            if words:
                self._foot.addWidget(label(words, "hint"))
        self._foot.addStretch(1)
        self._foot.addWidget(self._kinds)

    def open(self, typed: str = "") -> None:
        """Lie over the window, ready for typing."""
        self._begin(self.tr("Find a command or a record"), None, typed)

    def offer(self, asked: str, things: Sequence[tuple[RowData, object]]) -> None:
        """Let one of a few things be chosen, such as the boards of a file.

        Args:
            asked: what is chosen.
            things: each as a row, and what `target_chosen` carries for it.
        """
        self._begin(asked, things, "")

    def _begin(self, asked: str, things: Sequence[tuple[RowData, object]] | None, typed: str) -> None:
        self._offered, self._found = things, []
        self._targets = {row.id: target for row, target in things or ()}
        self._kinds.setVisible(things is None)
        self.setAccessibleName(asked)
        self.line.setAccessibleName(asked)
        self.line.setPlaceholderText(asked)
        self.line.setText(typed)
        self.lie_down(self.line)
        self._typed()

    @override
    def fit(self) -> None:
        worn = theme()
        for row in (self._top, self._foot):
            row.setContentsMargins(worn.px(16), worn.px(8), worn.px(16), worn.px(8))
            row.setSpacing(worn.px(8))
        self._glass.setPixmap(icon("magnifying-glass").pixmap(worn.px(20), worn.px(20)))
        self.line.setFont(worn.font(20))
        width = min(worn.px(_WIDTH), self.width() - worn.px(32))
        # As many rows as are offered, and their heading.
        rows = _ROWS if self._offered is None else min(len(self._offered) + 1, _ROWS)
        height = min(worn.px(56 + 36 * (rows + 2)), self.height() - worn.px(48))
        top = min(worn.px(88), (self.height() - height) // 2)
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    @Slot()
    def _typed(self) -> None:
        if self._offered is None:
            self._pause.start()
        self._list()
        # Other words mean another best hit; what is found a moment later leaves the choice alone.
        self.rows.choose_first()

    @Slot()
    def _search(self) -> None:
        words = self.line.text().strip()
        if self._offered is not None or self.isHidden():
            return
        found = self._records(words) if words.lstrip(_KINDS).strip() or (words[:1] in _KINDS and words) else []
        self._targets = {row.id: target for row, target in found}
        self._found = [row for row, _ in found]
        self._list()

    def _list(self) -> None:
        self.rows.reload()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

    def _page(self, after: object, _limit: int) -> list[RowData]:
        if after is not None:
            return []
        if self._offered is not None:
            words = self.line.text().casefold().split()
            return [row for row, _ in self._offered if all(one in row.title.casefold() for one in words)]
        return [*self._commands(), *self._found]

    def _commands(self) -> list[RowData]:
        typed = self.line.text().strip().casefold()
        if typed[:1] and typed[0] in _KINDS:
            return []
        wanted = typed.split()
        ranked = []
        for at, command in enumerate(COMMANDS.values()):
            rank = _rank(command, typed, wanted)
            if rank is not None and command.id != "palette":
                reason = self._why_not(command.id)
                # What belongs to another page only is in the way while nothing is typed.
                if reason and (not wanted or reason == elsewhere()):
                    continue
                ranked.append((bool(reason), rank, at, command, reason))
        ranked.sort(key=lambda one: one[:3])
        most = _MOST_COMMANDS if wanted else len(ranked)
        return [_row(command, reason, typed, self.tr("Commands")) for *_, command, reason in ranked[:most]]

    @Slot(object)
    def _take(self, row_id: object) -> None:
        target = self._targets.get(row_id)
        if target is None and (not isinstance(row_id, str) or row_id not in COMMANDS or self._why_not(row_id)):
            return
        self.close_sheet()
        if target is not None:
            self.target_chosen.emit(target)
        else:
            self.command_chosen.emit(row_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.line and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._steered(event):
            return True
        return super().eventFilter(watched, event)

    def _steered(self, event: QKeyEvent) -> bool:
        """Let the line's arrow keys move in the list, Enter take, Escape close."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_sheet()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self._pause.stop()
                self._search()
            self._take(self.rows.chosen_id())
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.rows.keyPressEvent(event)
        elif key == Qt.Key.Key_Tab:
            pass
        else:
            return False
        return True


def _rank(command: Command, typed: str, wanted: list[str]) -> int | None:
    """Return how well a command fits the words, 0 best; None where it doesn't."""
    said = command.said.casefold()
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
