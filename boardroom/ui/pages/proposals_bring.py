"""Bringing a proposal that came in between meetings to an item of the next one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.domain.refusal import Refusal
from boardroom.services.proposals import bring_to_item
from boardroom.store.queries.coming_items import coming_agenda
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from boardroom.store.queries.coming_items import ComingItem
    from boardroom.store.queries.proposal_page import ProposalPage
    from boardroom.ui.desk import Desk


class Bringing(QWidget):
    """A button while a proposal has come up at no meeting, and the question to which item it goes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it, with no proposal."""
        super().__init__(parent)
        self._desk = desk
        self._shown: ProposalPage | None = None
        bring = COMMANDS["proposals.bring"]
        self.go = CommandButton(bring.said, bring.key, bring.icon)
        self.go.clicked.connect(self.ask)
        self.asking = Asking()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.asking)

    def show_page(self, page: ProposalPage) -> None:
        """Show whether a proposal can be brought to an item; a question about another one is taken back."""
        if self._shown is None or self._shown.proposal.id != page.proposal.id or page.origin is not None:
            self.asking.withdraw()
        self._shown = page
        self.go.explain(self._desk.read_only)
        self.setVisible(page.origin is None)

    @Slot()
    def ask(self) -> None:
        """Ask to which item of the next meeting the proposal goes."""
        board_id = self._desk.board_id
        if self._shown is None or board_id is None:
            return
        coming = self._desk.read(coming_agenda, board_id, self._desk.today)
        if coming is None:
            self._desk.refuse(self.tr("No meeting is planned; plan one, then bring the proposal to it."))
            return
        if not coming.items:
            self._desk.refuse(self.tr("The next meeting has no item yet that the proposal could come up at."))
            return
        choices = [(one, f"{one.number} {one.title}".strip()) for one in coming.items]
        item = ChoiceField(self.tr("Item"), choices)
        item.open(coming.items[0])
        sentence = self.tr("To which item of the next meeting?")
        if coming.held_on is not None:
            sentence = self.tr("To which item of the meeting of {}?").format(plain_day(coming.held_on))
        answer = partial(self._bring, self._shown, item)
        self.asking.ask(sentence, self.tr("Bring the proposal to the item"), answer, [item])

    def step_out(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw()

    def _bring(self, page: ProposalPage, item: ChoiceField[ComingItem]) -> str:
        one, to = page.proposal, item.value
        said = self.tr("Bring proposal {} to item {}").format(one.number or short_name(one.text), to.number or to.title)
        try:
            self._desk.write(said, bring_to_item, one.id, to.id)
        except Refusal as refusal:
            return str(refusal)
        return ""
