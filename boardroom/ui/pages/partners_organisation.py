"""One organisation beside the list: what it is and was, who sits for it, what it proposed and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.services.organisations import (
    change_from,
    change_status,
    correct_status,
    rename_organisation,
    succeed,
)
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import days_waited
from boardroom.ui.kit.fields import CheckField, ChoiceField, DateField, LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.name_field import Named, OrganisationField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.words import label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.partners_detail import PartnerDetail
from boardroom.ui.pages.partners_interests import Interests
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_sitting import sitting_row
from boardroom.ui.pages.partners_words import capital, from_to, turnout_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.domain.people import OrganisationStatus
    from boardroom.store.queries.partner_page import OrganisationView, Sitting
    from boardroom.store.queries.proposal_list import ProposalRow
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class OrganisationDetail(PartnerDetail):
    """What is known of one organisation; each field saves when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(desk, "organisation", parent)
        self._status: OrganisationStatus | None = None
        self._name = ""
        self._change: _Change | None = None
        self.name = LineField(self.tr("Name"), needed=self.tr("Give the organisation a name."))
        self.short_name = LineField(self.tr("Short name"), placeholder=self.tr("as lists and charts print it"))
        self.sector = ChoiceField(self.tr("Sector"), [(one, sector_name(one)) for one in Sector])
        self.statutory = CheckField(
            self.tr("Statutory partner"), hint=self.tr("The law obliges it to co-operate (Children Act 2004 s.10).")
        )
        self.successor = OrganisationField(self.tr("Succeeded by"), self.organisations)
        self.change = CommandButton(
            COMMANDS["partners.change"].said, COMMANDS["partners.change"].key, "calendar", role="small"
        )
        self.change.clicked.connect(self.ask_change)
        self.past = Listed(self.tr("From day to day"), "")
        self.past.add(self.change)
        self.sittings = Listed(self.tr("Seats and people"), self.tr("Nobody sits for it."))
        self.sittings.opened.connect(self._open_sitting)
        self.interests = Interests(self)
        self.proposals = Listed(self.tr("What it proposed"), self.tr("It has proposed nothing yet."))
        self.proposals.opened.connect(self._open_proposal)
        self.turnout = wrapped()
        for part in (*self.fields, self.past, self.sittings, self.interests, self.proposals):
            self.column.addWidget(part)
        self.column.addWidget(label(self.tr("Attendance"), "section"))
        self.column.addWidget(self.turnout)
        self._seats: dict[object, Sitting] = {}
        self.end()

    @property
    @override
    def fields(self) -> Sequence[Field[Any]]:
        return (self.name, self.short_name, self.sector, self.statutory, self.successor)

    def show_organisation(self, view: OrganisationView) -> None:
        """Show an organisation; what is being typed into the same one stays."""
        status = view.statuses[0] if view.statuses else None
        chip = self.tr("statutory partner") if status is not None and status.statutory else ""
        same = self.begin_showing(view.id, view.name, status.sector if status else None, chip)
        self._status, self._name = status, view.name
        put(self.name, view.name, self._save_name, same=same)
        put(self.short_name, view.short_name, self._save_short_name, same=same)
        put(self.sector, status.sector if status else Sector.UNKNOWN, self._save_sector, same=same)
        put(self.statutory, bool(status and status.statutory), self._save_statutory, same=same)
        put(self.successor, Named(view.successor, view.successor_id), self._save_successor, same=same)
        self.change.explain(self.desk.read_only)
        self.past.show_rows([_past_row(one, view.name) for one in view.statuses])
        self._seats = {(one.seat_id, one.membership_id): one for one in view.sittings}
        self.sittings.show_rows([sitting_row(one, self.today(), person_first=True) for one in view.sittings])
        self.interests.show_interests(view.interests)
        self.proposals.show_rows([_proposal_row(one) for one in view.proposals])
        self.turnout.setText(turnout_words(view.turnout))

    @override
    def ask_interest(self) -> None:
        self.interests.ask_new()

    @Slot()
    def ask_change(self) -> None:
        """Ask from which day on it is called something else, or is of another sector."""
        if self.shown_id is None:
            return
        self._change = _Change(self, self._name, self._status)
        self.asking.ask(
            self.tr("What was before stays with its days: minutes of that time go on saying it."),
            self.tr("Change it from that day on"),
            self._apply_change,
            self._change.fields,
        )
        self.show_asking()

    def _apply_change(self) -> str:
        if self._change is None:
            return ""
        on = self._change.day.value
        if on is None:
            return self.tr("Say from which day on.")
        said = self.tr("Change {} from a day on").format(self._name)
        name, sector, statutory = self._change.values()
        return self.keep(said, change_from, self.shown_id, on=on, name=name, sector=sector, statutory=statutory)

    @Slot(object)
    def _open_sitting(self, key: object) -> None:
        sitting = self._seats.get(key)
        if sitting is None:
            return
        if sitting.person_id is not None:
            self.desk.show(Link("partners", "person", sitting.person_id))
        else:
            self.desk.show(Link("partners", "seat", sitting.seat_id))

    @Slot(object)
    def _open_proposal(self, proposal_id: UUID) -> None:
        self.desk.show(Link("proposals", "proposal", proposal_id))

    # Saving; each returns the sentence that refuses it

    def _save_name(self, value: str) -> str:
        return self.keep(self.tr("Rename {}").format(self._name), rename_organisation, self.shown_id, name=value)

    def _save_short_name(self, value: str) -> str:
        said = self.tr("Give {} a short name").format(self._name)
        return self.keep(said, rename_organisation, self.shown_id, short_name=value)

    def _save_sector(self, value: Sector) -> str:
        return self._correct(self.tr("Put the sector of {} right").format(self._name), sector=value)

    def _save_statutory(self, value: bool) -> str:  # noqa: FBT001 - as the field gives it
        return self._correct(self.tr("Say whether {} is a statutory partner").format(self._name), statutory=value)

    def _correct(self, said: str, **parts: Any) -> str:  # noqa: ANN401 - the parts of a status
        if self._status is None:
            return self.keep(said, change_status, self.shown_id, on=self.today(), **parts)
        return self.keep(said, correct_status, self._status.id, **parts)

    def _save_successor(self, value: Named) -> str:
        if value.text and value.id is None:
            return self.tr("No organisation in this file has that name; add it first.")
        said = self.tr("Say which organisation follows {}").format(self._name)
        return self.keep(said, succeed, self.shown_id, value.id)


class _Change:
    """The fields of a change from a day on."""

    def __init__(self, detail: OrganisationDetail, name: str, status: OrganisationStatus | None) -> None:
        self.day = DateField(detail.tr("From"), detail.today)
        self.name = LineField(detail.tr("It is called"), needed=detail.tr("Give the organisation a name."))
        self.sector = ChoiceField(detail.tr("Its sector is"), [(one, sector_name(one)) for one in Sector])
        self.statutory = CheckField(detail.tr("Statutory partner"))
        self.day.open(detail.today())
        self.name.open(name)
        self.sector.open(status.sector if status else Sector.UNKNOWN)
        self.statutory.open(bool(status and status.statutory))
        self.fields: tuple[Field[Any], ...] = (self.day, self.name, self.sector, self.statutory)

    def values(self) -> tuple[str, Sector, bool]:
        """Return what was said."""
        return self.name.value, self.sector.value, self.statutory.value


def _past_row(one: OrganisationStatus, name: str) -> RowData:
    said = [sector_name(one.sector)]
    if one.statutory:
        said.append(_tr("statutory partner"))
    return RowData(
        id=one.id,
        key=one.id,
        title=", ".join(said),
        second_line=" · ".join(part for part in (from_to(one.starts, one.ends) or _tr("always"), one.name) if part),
        mark=one.sector,
        muted=one.ends is not None,
        spoken=f"{', '.join(said)}, {one.name or name}, {from_to(one.starts, one.ends)}",
    )


def _proposal_row(one: ProposalRow) -> RowData:
    state = capital(one.state) if one.state is not None else ""
    return RowData(
        id=one.id,
        key=one.key,
        title=" ".join(one.text.split()),
        number=one.number,
        second_line=" ".join(one.reason.split()),
        chip=state or _tr("unanswered"),
        chip_tone="outline" if state else "caution",
        figure="" if one.days is None else days_waited(one.days, late=one.late),
        figure_tone="danger" if one.late else "",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)
