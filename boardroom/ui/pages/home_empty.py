"""Home of a board that has no meeting yet: how to begin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.words import hint


class NoMeetingYet(Empty):
    """One sentence, one button, and how the members come in."""

    def __init__(self) -> None:
        """Make it."""
        self.plan = CommandButton(_tr("Plan the first meeting"), COMMANDS["home.plan"].key, "calendar", main=True)
        self.paste = CommandButton(_tr("Paste members from Word or Excel"), COMMANDS["paste.table"].key, role="link")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hint(_tr("Who sits on the board? A table of names, roles and organisations will do.")))
        column.addWidget(self.paste, 0, Qt.AlignmentFlag.AlignLeft)
        sentence = _tr("Once a meeting is planned, this page shows how ready it is and what needs you.")
        super().__init__(sentence, self.plan, below)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
