"""What stands beside a list of partners: a heading, questions where they come up, fields, lists, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Sector
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.marks import SectorMark
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided
from boardroom.ui.links import Link
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.completing import organisations_meant, people_meant
from boardroom.ui.pages.register import Detail

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.name_field import Suggestion


class PartnerDetail(Detail):
    """One partner; subclasses add their parts and show what is stored in them."""

    def __init__(self, desk: Desk, entity: str, parent: QWidget | None = None) -> None:
        """Build what all of them share.

        Args:
            desk: the desk.
            entity: the table of what is shown.
            parent: where it stands.
        """
        super().__init__(parent)
        self.desk, self.entity = desk, entity
        self.shown_id: UUID | None = None
        body = QWidget()
        body.setProperty("role", "surface")
        self.column = QVBoxLayout(body)
        self._head = QHBoxLayout()
        self.mark, self.heading, self.chip = SectorMark(), Elided("", "section"), Chip("")
        self._head.addWidget(self.mark)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.chip)
        self.asking = Asking()
        self.column.addLayout(self._head)
        self.column.addWidget(self.asking)
        self.history = CommandButton(
            self.tr("History of this"), COMMANDS["history"].key, "clock-counter-clockwise", role="link"
        )
        self.history.clicked.connect(self._open_history)
        self.setWidget(body)
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def end(self) -> None:
        """Put what stands last below the parts of a subclass."""
        self.column.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def rule(self) -> None:
        """Draw a line between two parts."""
        line = QFrame()
        line.setProperty("role", "rule")
        self.column.addWidget(line)

    # What subclasses say

    def ask_interest(self) -> None:
        """Ask for an interest of what is shown."""

    # What they use

    def begin_showing(self, shown_id: UUID, name: str, sector: Sector | None, chip: str) -> bool:
        """Put the heading on; returns whether the same one was shown before.

        Args:
            shown_id: what is shown from now on.
            name: its name.
            sector: its sector, where one is known.
            chip: a state in a word, or nothing.
        """
        same = self.shown_id == shown_id
        if not same:
            # What was typed for the one before is saved there first.
            self.commit()
            self.asking.withdraw()
        self.shown_id = shown_id
        self.mark.set_sector(sector or Sector.UNKNOWN)
        self.mark.setVisible(sector is not None)
        self.heading.set_full(name)
        self.chip.say(chip, "outline")
        self.chip.setVisible(bool(chip))
        for field in self.fields:
            field.set_read_only(self.desk.read_only)
        return same

    def keep(self, said: str, service: Callable[..., object], *args: object, **parts: Any) -> str:  # noqa: ANN401 - the service's own
        """Save a value; returns the sentence that refuses it, or nothing.

        Args:
            said: what was done, as the message bar names it.
            service: as in `Desk.write`.
            *args: as in `Desk.write`.
            **parts: the parts that the service changes.
        """
        try:
            self.desk.write(said, service, *args, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def today(self) -> date:
        """Return the day from which days are counted."""
        return self.desk.today

    def organisations(self, typed: str) -> list[Suggestion]:
        """Return the organisations that were meant by what was typed."""
        return organisations_meant(self.desk, typed)

    def people(self, typed: str) -> list[Suggestion]:
        """Return the people who were meant by what was typed."""
        return people_meant(self.desk, typed)

    def show_asking(self) -> None:
        """Let the question be seen."""
        self.ensureWidgetVisible(self.asking)

    def withdraw(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw()

    @override
    def focus_first(self) -> None:
        first = self.fields[0]
        first.setFocus()
        self.ensureWidgetVisible(first)

    @override
    def focus_new(self) -> None:
        self.focus_first()
        first = self.fields[0].control
        if isinstance(first, QLineEdit):
            first.selectAll()

    @Slot()
    def _open_history(self) -> None:
        if self.shown_id is not None:
            self.desk.show(Link("history", self.entity, self.shown_id))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(12))
        self._head.setSpacing(px(8))
