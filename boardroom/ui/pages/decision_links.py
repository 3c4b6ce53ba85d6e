"""What a decision does to earlier ones, and what later ones did to it; with a line to say more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardroom.domain.words import LinkKind
from boardroom.services.decisions import link_decision, unlink_decision
from boardroom.store.queries.decision_list import Wanted, decisions_page
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.kit.name_field import Named, NameField, Suggestion
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, label
from boardroom.ui.links import Link
from boardroom.ui.pages.decision_words import capital, later_word
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.store.queries.decision_page import DecisionPage
    from boardroom.store.queries.item_decisions import LinkView
    from boardroom.ui.desk import Desk

_SHORT = 44
_OFFERED = 12


class DecisionLinks(QWidget):
    """Links to other decisions, each to be followed; those of this decision can be taken out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: DecisionPage | None = None
        self._rows = QVBoxLayout()
        kinds = [(kind, capital(kind.value)) for kind in LinkKind]
        self.kind = ChoiceField(self.tr("This decision"), kinds)
        self.earlier = NameField(self.tr("Which earlier one"), self._complete, placeholder=self.tr("some of its words"))
        self.add = CommandButton(self.tr("Link them"), "", "link")
        self.add.clicked.connect(self.link_them)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(label(self.tr("Other decisions"), "section"))
        column.addLayout(self._rows)
        line = QHBoxLayout()
        line.addWidget(self.kind, 2, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.earlier, 3, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_links(self, page: DecisionPage) -> None:
        """Show what one decision is linked to."""
        if self._shown is None or self._shown.decision.id != page.decision.id:
            self.earlier.open(Named())
        self._shown = page
        clear(self._rows)
        for link in page.decision.links:
            self._rows.addWidget(_Row(self._desk, self._said(link), link.of_decision_id, link.id))
        for later in page.later:
            day = plain_day(later.day) if later.day is not None else ""
            words = self.tr("{} by {}").format(capital(later_word(later.kind)), _named(later.number, later.wording))
            self._rows.addWidget(_Row(self._desk, ", ".join(filter(None, (words, day))), later.decision_id, None))
        if not page.decision.links and not page.later:
            self._rows.addWidget(hint(self.tr("It stands by itself.")))
        for field in (self.kind, self.earlier):
            field.set_read_only(self._desk.read_only)
        self.add.explain(self._desk.read_only)

    @Slot()
    def link_them(self) -> None:
        """Say what this decision does to the one that was chosen."""
        if self._shown is None:
            return
        self.earlier.commit()
        kind, earlier = self.kind.value, self.earlier.value
        if not earlier.text:
            self.earlier.refuse(self.tr("Say which earlier decision; a few of its words find it."))
            self.earlier.setFocus()
            return
        words = "" if earlier.id is not None else earlier.text
        name = self.tr("Say that a decision {} another").format(kind.value)
        done = self._desk.attempt(
            name, link_decision, self._shown.decision.id, kind, of_decision_id=earlier.id, words=words
        )
        if done is not None:
            self.earlier.open(Named())

    def _said(self, link: LinkView) -> str:
        of = _named(link.number, link.wording) if link.of_decision_id is not None else link.words
        day = plain_day(link.held_on) if link.held_on is not None else ""
        return ", ".join(filter(None, (f"{capital(link.kind.value)} {of}".strip(), day)))

    def _complete(self, typed: str) -> Sequence[Suggestion]:
        wanted = Wanted(board_id=self._desk.board_id, words=typed)
        own = self._shown.decision.id if self._shown is not None else None
        found = self._desk.read(decisions_page, wanted, limit=_OFFERED)
        return [
            Suggestion(
                _named(one.reference or one.number, one.wording),
                one.id,
                plain_day(one.day) if one.day is not None else "",
            )
            for one in found
            if one.id != own
        ]


class _Row(QWidget):
    """One link: what it says leads to the other decision; a cross takes it out."""

    def __init__(self, desk: Desk, words: str, other: UUID | None, link_id: UUID | None) -> None:
        super().__init__()
        self._desk, self._other, self._link_id = desk, other, link_id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if other is not None:
            button = CommandButton(words, role="link")
            button.clicked.connect(self._open)
            row.addWidget(button)
        else:
            row.addWidget(label(words))
        if link_id is not None:
            out = CommandButton(self.tr("Take out"), "", "x", role="small")
            out.setAccessibleName(self.tr("Take out: {}").format(words))
            out.explain(desk.read_only)
            out.clicked.connect(self._take_out)
            row.addWidget(out)
        row.addStretch(1)

    @Slot()
    def _open(self) -> None:
        self._desk.show(Link("decisions", "decision", self._other))

    @Slot()
    def _take_out(self) -> None:
        self._desk.attempt(self.tr("Unlink two decisions"), unlink_decision, self._link_id)


def _named(number: str, wording: str) -> str:
    return f"{number} {short_name(wording, _SHORT)}".strip()
