"""Recording that partners were told their answers: the day and the way are asked for where they are ticked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.services.proposal_life import tell_partners
from boardroom.ui.kit.fields import DateField, LineField
from boardroom.ui.pages.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.partners_to_tell import PartnerToTell
    from boardroom.ui.desk import Desk


class AnswersTold(QWidget):
    """The question, hidden until it is asked."""

    done = Signal()
    """They were told, and it is recorded."""

    def __init__(self, desk: Desk) -> None:
        """Build it, with no question."""
        super().__init__()
        self._desk = desk
        self.asking = Asking()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asking)

    def ask(self, partners: Sequence[PartnerToTell]) -> None:
        """Ask when and how these were told."""
        board_id = self._desk.board_id
        if board_id is None or not partners:
            self._desk.refuse(self.tr("Those that are ticked were told every answer."))
            return
        on, how = DateField(self.tr("Told on"), self._today), LineField(self.tr("How"))
        on.open(self._desk.today)
        how.open(self.tr("by e-mail"))
        if len(partners) == 1:
            sentence = self.tr("Was {} told its answers? They can’t be changed after that, only given anew.")
            sentence = sentence.format(partners[0].name)
        else:
            sentence = self.tr("Were these {} told their answers? They can’t be changed after that, only given anew.")
            sentence = sentence.format(len(partners))
        ids = [one.id for one in partners]
        answer = partial(self._tell, board_id, ids, on, how)
        self.asking.ask(sentence, self.tr("Record that they were told"), answer, [on, how], grave=True)

    def withdraw(self) -> bool:
        """Take the question back; returns whether there was one."""
        return self.asking.withdraw()

    def _tell(self, board_id: UUID, ids: Sequence[UUID], on: DateField, how: LineField) -> str:
        if on.value is None:
            return self.tr("Say on which day they were told.")
        name = self.tr("Say that 1 partner was told") if len(ids) == 1 else self.tr("Say that {} partners were told")
        service, said = tell_partners, name.format(len(ids))
        refused = self._desk.refused(
            said, service, board_id, ids, on.value, how.value, today=self._desk.today, barrier=True
        )
        if not refused:
            self.done.emit()
        return refused

    @Slot()
    def _today(self) -> date:
        return self._desk.today
