"""Who holds a seat and held it, as memberships: put right where they stand, and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot

from boardroom.services.seats import change_membership, remove_membership
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, DateField
from boardroom.ui.kit.name_field import Named, OrganisationField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_words import from_to, holds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.seats import Holder
    from boardroom.ui.pages.partners_detail import PartnerDetail


class Holders(Listed):
    """The memberships of one seat; Enter opens the person."""

    def __init__(self, detail: PartnerDetail) -> None:
        """Make it empty.

        Args:
            detail: where it stands, and where a membership is put right.
        """
        super().__init__(_tr("Who holds it, and held it"), _tr("Nobody has held it yet."))
        self._detail = detail
        self._holders: dict[UUID, Holder] = {}
        self._form: _Entry | None = None
        command = COMMANDS["partners.membership"]
        self.change = CommandButton(command.said, command.key, command.icon, role="small")
        self.change.clicked.connect(self.ask_change)
        self.add(self.change)
        self.opened.connect(self._open_person)

    def show_holders(self, holders: Sequence[Holder]) -> None:
        """Show the memberships of a seat."""
        self._holders = {one.membership_id: one for one in holders}
        today = self._detail.today()
        self.show_rows([_row(one, today) for one in holders])
        self.change.setVisible(bool(holders))
        self.change.explain(self._detail.desk.read_only)

    @Slot()
    def ask_change(self) -> None:
        """Ask for whom the chosen one sits, with a vote or not, and between which days; else of who sits there now."""
        today = self._detail.today()
        now = next((one for one in self._holders.values() if holds(one.starts, one.ends, today)), None)
        holder = self._holders.get(self.rows.chosen_id(), now)
        if holder is None:
            self._detail.desk.tell(_tr("Nobody sits here: choose in the list who held it."))
            return
        self._form = _Entry(self._detail, holder)
        self._detail.asking.ask(
            _tr("Put right how {} sits here. Whoever follows is seated as the new holder.").format(holder.name),
            _tr("Keep the membership"),
            self._change,
            (self._form.body, self._form.voting, self._form.starts, self._form.ends),
        )
        self._detail.show_asking()

    def _change(self) -> str:
        form = self._form
        if form is None:
            return ""
        if form.body.value.text and form.body.value.id is None:
            return _tr("No organisation in this file has that name; add it first, or leave it empty.")
        return self._detail.keep(
            _tr("Put the membership of {} right").format(form.holder.name),
            change_membership,
            form.holder.membership_id,
            organisation_id=form.body.value.id,
            voting=form.voting.value,
            starts=form.starts.value,
            ends=form.ends.value,
        )

    def remove_focused(self) -> bool:
        """Take out the chosen membership where the focus is on it; returns whether it was."""
        holder = self._holders.get(self.rows.chosen_id())
        if not self.rows.hasFocus() or holder is None:
            return False
        said = _tr("Remove the membership of {}").format(holder.name)
        self._detail.desk.attempt(said, remove_membership, holder.membership_id)
        return True

    @Slot(object)
    def _open_person(self, membership_id: UUID) -> None:
        self._detail.desk.show(Link("partners", "person", self._holders[membership_id].person_id))


class _Entry:
    """The fields of a membership."""

    def __init__(self, detail: PartnerDetail, holder: Holder) -> None:
        self.holder = holder
        self.body = OrganisationField(
            _tr("On behalf of"), detail.organisations, hint=_tr("Empty: of the seat’s own organisation.")
        )
        self.voting: ChoiceField[bool | None] = ChoiceField(
            _tr("Vote"), [(None, _tr("As the seat")), (True, _tr("Has a vote")), (False, _tr("Has no vote"))]
        )
        self.starts = DateField(_tr("From"), detail.today, hint=_tr("Empty: always."))
        self.ends = DateField(_tr("Last day"), detail.today, hint=_tr("Empty: sits there still."))
        self.body.open(Named(holder.organisation, holder.organisation_id))
        self.voting.open(holder.voting)
        self.starts.open(holder.starts)
        self.ends.open(holder.ends)


def _row(one: Holder, today: date) -> RowData:
    stands = holds(one.starts, one.ends, today)
    said = [one.organisation, from_to(one.starts, one.ends)]
    return RowData(
        id=one.membership_id,
        key=one.membership_id,
        title=one.name,
        second_line=" · ".join(part for part in said if part),
        icon="user",
        chip=_tr("now") if stands else "",
        chip_tone="tint",
        muted=not stands,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)
