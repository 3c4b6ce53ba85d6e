"""Whom a quorum names: so many holders of a role, or so many of a sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Sector
from boardroom.services.terms import add_need, change_need, remove_need
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, LineField, NumberField
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.settings_words import need_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.domain.board import QuorumNeed
    from boardroom.ui.desk import Desk


class Needs(Listed):
    """The parts that a quorum names; Enter puts one right."""

    def __init__(self, desk: Desk) -> None:
        """Make it empty."""
        super().__init__(_tr("Who must be among them"), _tr("Nobody in particular."))
        self._desk = desk
        self._terms_id: UUID | None = None
        self._needs: dict[UUID, QuorumNeed] = {}
        self._changed: UUID | None = None
        self._form = _Entry(None)
        self.asking = Asking()
        self.another = CommandButton(_tr("Name a role or a sector"), "", "plus", role="small")
        self.another.clicked.connect(self._ask_new)
        self.remove = CommandButton(_tr("Do without the chosen one"), "", "trash", role="small")
        self.remove.clicked.connect(self._remove)
        for part in (self.asking, self.another, self.remove):
            self.add(part)
        self.opened.connect(self._ask_change)

    def show_needs(self, terms_id: UUID, needs: Sequence[QuorumNeed]) -> None:
        """Show the parts of some terms of reference."""
        if terms_id != self._terms_id:
            self.asking.withdraw()
        self._terms_id = terms_id
        self._needs = {one.id: one for one in needs}
        self.show_rows([_row(one) for one in needs])
        self.another.explain(self._desk.read_only)
        self.remove.explain(self._desk.read_only)
        self.remove.setVisible(bool(needs))

    @Slot()
    def _ask_new(self) -> None:
        self._ask(None)

    @Slot(object)
    def _ask_change(self, need_id: UUID) -> None:
        self._ask(need_id)

    def _ask(self, need_id: UUID | None) -> None:
        if self._desk.read_only:
            return
        self._changed = need_id
        self._form = _Entry(self._needs.get(need_id) if need_id is not None else None)
        self.asking.ask(
            _tr("A role is a seat’s name, or a capacity such as chair."),
            _tr("The quorum needs them"),
            self._keep,
            self._form.fields,
        )

    def _keep(self) -> str:
        said, form = _tr("Say whom the quorum needs"), self._form
        least = form.least.value or 1
        try:
            if self._changed is None:
                self._desk.write(
                    said, add_need, self._terms_id, role=form.role.value, sector=form.sector.value, least=least
                )
            else:
                self._desk.write(
                    said, change_need, self._changed, role=form.role.value, sector=form.sector.value, least=least
                )
        except Refusal as refusal:
            return str(refusal)
        return ""

    @Slot()
    def _remove(self) -> None:
        chosen = self.rows.chosen_id()
        if chosen is None:
            self._desk.tell(_tr("Choose a line first."))
            return
        self._desk.attempt(
            _tr("Let the quorum do without {}").format(need_words(self._needs[chosen])), remove_need, chosen
        )


class _Entry:
    """The fields of one part."""

    def __init__(self, need: QuorumNeed | None) -> None:
        self.role = LineField(_tr("Role"), placeholder=_tr("chair"))
        sectors: list[tuple[Sector | None, str]] = [(None, _tr("Any sector"))]
        sectors += [(one, sector_name(one)) for one in Sector if one is not Sector.UNKNOWN]
        self.sector: ChoiceField[Sector | None] = ChoiceField(_tr("Sector"), sectors)
        self.least = NumberField(_tr("How many"), least=1, most=500)
        self.least.open(need.least if need is not None else 1)
        if need is not None:
            self.role.open(need.role)
            self.sector.open(need.sector)
        self.fields = (self.role, self.sector, self.least)


def _row(one: QuorumNeed) -> RowData:
    words = need_words(one)
    return RowData(id=one.id, key=one.id, title=words[:1].upper() + words[1:], mark=one.sector, icon="user")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
