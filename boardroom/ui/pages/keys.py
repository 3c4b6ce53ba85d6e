"""Every command with its key and what it does: made from the command table alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.commands import COMMANDS, Command, Menu
from boardroom.ui.commands.places import PLACES
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.row_model import Cell, RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from boardroom.ui.desk import Desk


class KeysPage(Page):
    """A list that can be narrowed by typing."""

    id: ClassVar[str] = "keys"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """List all commands."""
        super().__init__(desk, parent)
        worn = theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(worn.px(24), worn.px(16), worn.px(24), worn.px(16))
        layout.setSpacing(worn.px(12))
        self.line = QLineEdit()
        self.line.setObjectName("keys.line")
        self.line.setPlaceholderText(self.tr("Narrow to words or a key"))
        self.line.setAccessibleName(self.tr("Narrow to words or a key"))
        self.line.setMaximumWidth(worn.px(480))
        self.line.textChanged.connect(self._narrow)
        layout.addWidget(self.line)
        self.rows = Rows(self.tr("Commands and their keys"))
        self.rows.set_columns((Column(self.tr("Command")), Column(self.tr("Key"), 140), Column(self.tr("Does"), 520)))
        self.rows.feed(self._page)
        layout.addWidget(self.rows, 1)

    @override
    def head(self) -> Head:
        return Head(self.tr("Keys"), self.tr("Every command, where it acts and what it does"))

    @override
    def reload(self) -> None:
        self.rows.reload()

    @override
    def focus(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    @Slot()
    def _narrow(self) -> None:
        self.rows.reload()

    def _page(self, after: object, _limit: int) -> list[RowData]:
        if after is not None:
            return []
        wanted = self.line.text().casefold().split()
        found = [one for one in sorted(COMMANDS.values(), key=_place) if all(word in _words(one) for word in wanted)]
        return [_row(one) for one in found]


def _place(command: Command) -> tuple[bool, str, int, int]:
    return bool(command.pages), _where(command), list(Menu).index(command.menu), command.group


def _where(command: Command) -> str:
    """Return where a command acts, in words."""
    if not command.pages:
        return QCoreApplication.translate("Keys", "Everywhere: {}").format(command.menu.value)
    names = {place.page: place.text for place in PLACES}
    return ", ".join(names.get(page, page.capitalize()) for page in command.pages)


def _words(command: Command) -> str:
    return f"{command.said} {' '.join(command.keys)} {command.key} {command.about} {_where(command)}".casefold()


def _row(command: Command) -> RowData:
    return RowData(
        id=command.id,
        key=command.id,
        title=command.said.rstrip("…"),
        icon=command.icon or "command",
        cells=(Cell(command.key), Cell(command.about, "muted")),
        group=_where(command),
        spoken=f"{command.said.rstrip('…')}, {command.key}. {command.about}",
    )
