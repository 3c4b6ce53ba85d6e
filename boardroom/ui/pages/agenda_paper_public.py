"""Whether the public may read one paper: kept from it on a ground that is asked for, or open again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from boardroom.domain.refusal import Refusal
from boardroom.services.papers import open_paper, restrict_paper
from boardroom.ui.kit.fields import LineField
from boardroom.ui.pages.asking import Asking

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.item_page import PaperView
    from boardroom.ui.desk import Desk


class PaperRestriction(Asking):
    """The question on which ground a paper is restricted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it, hidden."""
        super().__init__(parent)
        self._desk = desk

    def turn(self, paper: PaperView, *, under_restricted: bool) -> None:
        """Ask on which ground a paper is kept from the public, or let the public read it again.

        Args:
            paper: the paper.
            under_restricted: whether its item is restricted; then the item's ground is enough.
        """
        called = paper.label or paper.title
        if paper.restricted:
            self._desk.attempt(self.tr("Let the public read paper {}").format(called), open_paper, paper.id)
            return
        ground = LineField(
            self.tr("Ground"),
            placeholder=self.tr("Schedule 12A paragraph 3"),
            hint=self.tr("The item’s own ground holds where none is written.") if under_restricted else "",
            needed="" if under_restricted else self.tr("A restricted paper needs its ground."),
        )
        reason = LineField(self.tr("Why it is kept back"))
        sentence = self.tr("Of paper {} the public learns only that there is one more.").format(called)
        answer = partial(self._restrict, paper.id, called, ground, reason)
        self.ask(sentence, self.tr("Restrict it"), answer, [ground, reason])

    def _restrict(self, paper_id: UUID, called: str, ground: LineField, reason: LineField) -> str:
        said = self.tr("Restrict paper {}").format(called)
        try:
            self._desk.write(said, restrict_paper, paper_id, ground=ground.value, reason=reason.value)
        except Refusal as refusal:
            return str(refusal)
        return ""
