"""The command palette: any command or record by a few letters, over whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.actions import elsewhere
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.row_model import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from boardroom.ui.commands import Command
    from boardroom.ui.links import Link

_WIDTH, _ROWS = 640, 9
_PAUSE = 80
_MOST_COMMANDS = 6
_SHADE = 90
_KINDS = "?=!@"


class Palette(QWidget):
    """A sheet over the window; Escape, or a press beside it, closes it."""

    command_chosen = Signal(str)
    link_chosen = Signal(object)

    def __init__(
        self, window: QWidget, why_not: Callable[[str], str], records: Callable[[str], list[tuple[RowData, Link]]]
    ) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
            why_not: says why a command can't run now; empty where it can.
            records: finds records by words; the words may begin with one of `?=!@`.
        """
        super().__init__(window)
        self._why_not, self._records = why_not, records
        self._links: dict[object, Link] = {}
        self._found: list[RowData] = []
        self._came_from: QWidget | None = None
        worn = theme()
        self._sheet = QFrame(self)
        self._sheet.setProperty("role", "card")
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(worn.px(16), worn.px(8), worn.px(16), worn.px(8))
        glass = QLabel()
        glass.setPixmap(icon("magnifying-glass").pixmap(worn.px(20), worn.px(20)))
        self.line = QLineEdit()
        self.line.setObjectName("palette.line")
        self.line.setAccessibleName(self.tr("Find a command or a record"))
        self.line.setPlaceholderText(self.tr("Find a command or a record"))
        self.line.setProperty("role", "plain")
        self.line.setFont(worn.font(20))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        top.addWidget(glass)
        top.addWidget(self.line, 1)
        top.addWidget(KeyHint("Esc"))
        top.addWidget(label(self.tr("close"), "hint"))
        layout.addLayout(top)
        self.rows = Rows(self.tr("Commands and records found"))
        self.rows.setObjectName("palette.rows")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.opened.connect(self._take)
        self.rows.feed(self._page)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._foot())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self.setAccessibleName(self.tr("Commands"))
        self.hide()

    def _foot(self) -> QWidget:
        worn, foot = theme(), QFrame()
        foot.setProperty("role", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(worn.px(16), worn.px(8), worn.px(16), worn.px(8))
        for key, words in (("↑", ""), ("↓", self.tr("choose")), ("Enter", self.tr("do it"))):
            row.addWidget(KeyHint(key))
            if words:
                row.addWidget(label(words, "hint"))
        row.addStretch(1)
        row.addWidget(label(self.tr("? proposals  = decisions  ! actions  @ people"), "hint"))
        return foot

    def open(self, typed: str = "") -> None:
        """Lie over the window, ready for typing."""
        window = self.parentWidget()
        self._came_from = window.focusWidget() if window is not None else None
        self._found = []
        self.line.setText(typed)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()
        self._typed()

    def close_sheet(self) -> None:
        """Go away; the focus is where it was."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
            self._came_from = None

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        worn = theme()
        self.setGeometry(window.rect())
        width = min(worn.px(_WIDTH), self.width() - worn.px(32))
        height = min(worn.px(56 + 36 * (_ROWS + 2)), self.height() - worn.px(48))
        top = min(worn.px(88), (self.height() - height) // 2)
        self._sheet.setGeometry((self.width() - width) // 2, top, width, height)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()
        self._list()

    @Slot()
    def _search(self) -> None:
        words = self.line.text().strip()
        found = self._records(words) if words.lstrip(_KINDS).strip() or (words[:1] in _KINDS and words) else []
        self._links = {row.id: link for row, link in found}
        self._found = [row for row, _ in found]
        self._list()

    def _list(self) -> None:
        self.rows.reload()
        if self.rows.chosen_id() is None or not self.line.text():
            self.rows.choose_first()

    def _page(self, after: object, _limit: int) -> list[RowData]:
        return [] if after is not None else [*self._commands(), *self._found]

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
        link = self._links.get(row_id)
        if link is None and (not isinstance(row_id, str) or self._why_not(row_id)):
            return
        self.close_sheet()
        if link is not None:
            self.link_chosen.emit(link)
        else:
            self.command_chosen.emit(row_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._steered(event):
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

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))


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
