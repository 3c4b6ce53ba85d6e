"""One seat beside the list: what it is, who holds it, who may stand in, and who held it before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from boardroom.domain.words import SeatRole, Sector
from boardroom.services.boards import name_deputy, seat_person
from boardroom.services.seats import change_seat, end_seat, remove_deputy, vacate
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import CheckField, ChoiceField, DateField, LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.partners_detail import PartnerDetail
from boardroom.ui.pages.partners_holders import Holders
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_words import capital, from_to, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.seats import Holder, SeatRow
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class SeatDetail(PartnerDetail):
    """What is known of one seat; each field saves when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(desk, "seat", parent)
        self._seat: SeatRow | None = None
        self._person = PersonField(self.tr("Name"), self.people)
        self._body = OrganisationField(self.tr("On behalf of"), self.organisations)
        self._day = DateField(self.tr("From"), self.today)
        self.name = LineField(self.tr("Name of the seat"), needed=self.tr("Give the seat a name."))
        self.role = ChoiceField(self.tr("Capacity"), [(one, capital(one)) for one in SeatRole])
        self.sector = ChoiceField(self.tr("Sector"), [(one, sector_name(one)) for one in Sector])
        self.body = OrganisationField(self.tr("Organisation that fills it"), self.organisations)
        self.voting = CheckField(self.tr("Has a vote"))
        self.starts = DateField(self.tr("Stands since"), self.today)
        self.holder = wrapped()
        self.new_holder, self.vacate, self.deputy = (
            CommandButton(COMMANDS[one].said, COMMANDS[one].key, COMMANDS[one].icon, role="small")
            for one in ("partners.holder", "partners.vacate", "partners.deputy")
        )
        self.new_holder.clicked.connect(self.ask_holder)
        self.vacate.clicked.connect(self.ask_vacate)
        self.deputy.clicked.connect(self.ask_deputy)
        self.end_button = CommandButton(self.tr("End the seat"), "", "prohibit", role="small")
        self.end_button.clicked.connect(self.ask_end)
        self.holders = Holders(self)
        self.deputies = Listed(
            self.tr("Deputies, in the order in which they are asked"), self.tr("Nobody is named to stand in.")
        )
        self.deputies.opened.connect(self._open_deputy)
        self._people: dict[UUID, UUID] = {}
        self._buttons = QHBoxLayout()
        for button in (self.new_holder, self.vacate):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.column.addWidget(self.holder)
        self.column.addLayout(self._buttons)
        self.deputies.add(self.deputy)
        for part in (*self.fields, self.holders, self.deputies, self.end_button):
            self.column.addWidget(part)
        wardrobe().changed.connect(self._fit_buttons)
        self._fit_buttons()
        self.end()

    @property
    @override
    def fields(self) -> Sequence[Field[Any]]:
        return (self.name, self.role, self.sector, self.body, self.voting, self.starts)

    def show_seat(self, seat: SeatRow, holders: Sequence[Holder]) -> None:
        """Show a seat; what is being typed into the same one stays."""
        chip = "" if holds(seat.starts, seat.ends, self.today()) else self.tr("doesn’t stand today")
        same = self.begin_showing(seat.id, seat.name, seat.sector, chip)
        self._seat = seat
        put(self.name, seat.name, self._save_name, same=same)
        put(self.role, seat.role, self._save_role, same=same)
        put(self.sector, seat.sector, self._save_sector, same=same)
        put(self.body, Named(seat.organisation, seat.organisation_id), self._save_body, same=same)
        put(self.voting, seat.voting, self._save_voting, same=same)
        put(self.starts, seat.starts, self._save_starts, same=same)
        self.holder.setText(self._holder_words(seat))
        for button in (self.new_holder, self.deputy, self.end_button):
            button.explain(self.desk.read_only)
        self.vacate.explain(self.desk.read_only or ("" if seat.holder is not None else self.tr("It is vacant.")))
        self._people = {one.id: one.person_id for one in seat.deputies}
        self.holders.show_holders(holders)
        self.deputies.show_rows([RowData(id=one.id, key=one.id, title=one.name, icon="user") for one in seat.deputies])

    def _holder_words(self, seat: SeatRow) -> str:
        holder = seat.holder
        if holder is None:
            return self.tr("Vacant.")
        said = [self.tr("{} sits here").format(holder.name)]
        body = holder.organisation or seat.organisation
        if body:
            said.append(self.tr("for {}").format(body))
        said.append(from_to(holder.starts, holder.ends))
        return " ".join(part for part in said if part) + "."

    # Questions

    @Slot()
    def ask_holder(self) -> None:
        """Ask who sits here from which day on."""
        if self._seat is None:
            return
        self._person = PersonField(
            self.tr("Name"),
            self.people,
            needed=self.tr("Say who sits here."),
            hint=self.tr("A new name is added to the people."),
        )
        self._day, self._body = (
            DateField(self.tr("From"), self.today),
            OrganisationField(
                self.tr("On behalf of"), self.organisations, hint=self.tr("Empty: of the seat’s own organisation.")
            ),
        )
        self._day.open(self.today())
        self.asking.ask(
            self.tr("Whoever sits here until then leaves the day before."),
            self.tr("Seat them"),
            self._seat_them,
            (self._person, self._body, self._day),
        )
        self.show_asking()

    def _seat_them(self) -> str:
        if self._body.value.text and self._body.value.id is None:
            return self.tr("No organisation in this file has that name; add it first, or leave it empty.")
        name = self._person.value.text
        said = self.tr("Seat {} as {}").format(name, self._name())
        return self.keep(
            said, seat_person, self.shown_id, name, starts=self._day.value, organisation_id=self._body.value.id
        )

    @Slot()
    def ask_vacate(self) -> None:
        """Ask for the holder’s last day."""
        if self._seat is None or self._seat.holder is None:
            self.desk.tell(self.tr("The seat is vacant."))
            return
        self._ask_day(self.tr("Their last day"), self.tr("Vacate the seat"), self._vacate_then)

    def _vacate_then(self) -> str:
        if self._day.value is None:
            return self.tr("Say the day.")
        return self.keep(self.tr("Vacate the seat {}").format(self._name()), vacate, self.shown_id, self._day.value)

    @Slot()
    def ask_end(self) -> None:
        """Ask for the seat’s last day."""
        self._ask_day(self.tr("The seat’s last day"), self.tr("End the seat"), self._end_then)

    def _end_then(self) -> str:
        if self._day.value is None:
            return self.tr("Say the day.")
        return self.keep(self.tr("End the seat {}").format(self._name()), end_seat, self.shown_id, self._day.value)

    def _ask_day(self, question: str, button: str, answer: Callable[[], str]) -> None:
        self._day = DateField(question, self.today)
        self._day.open(self.today())
        self.asking.ask("", button, answer, (self._day,))
        self.show_asking()

    @Slot()
    def ask_deputy(self) -> None:
        """Ask who may stand in."""
        if self._seat is None:
            return
        self._person = PersonField(
            self.tr("Deputy"),
            self.people,
            needed=self.tr("Say who may stand in."),
            hint=self.tr("A new name is added to the people."),
        )
        self.asking.ask("", self.tr("Name them deputy"), self._name_them, (self._person,))
        self.show_asking()

    def _name_them(self) -> str:
        person = self._person.value
        said = self.tr("Name {} deputy for {}").format(person.text, self._name())
        return self.keep(said, name_deputy, self.shown_id, person.text, person.id)

    def remove_focused(self) -> bool:
        """Take out the chosen membership or deputy where the focus is on it; returns whether it was."""
        if self.holders.remove_focused():
            return True
        row = self.deputies.rows.chosen_row()
        if not self.deputies.rows.hasFocus() or row is None:
            return False
        self.desk.attempt(
            self.tr("{} is no longer deputy for {}").format(row.title, self._name()), remove_deputy, row.id
        )
        return True

    @Slot(object)
    def _open_deputy(self, deputy_id: UUID) -> None:
        self.desk.show(Link("partners", "person", self._people[deputy_id]))

    # Saving; each returns the sentence that refuses it

    def _save_name(self, value: str) -> str:
        return self._change(self.tr("Rename the seat {}").format(self._name()), name=value)

    def _save_role(self, value: SeatRole) -> str:
        return self._change(self.tr("Say in what capacity {} sits").format(self._name()), role=value)

    def _save_sector(self, value: Sector) -> str:
        return self._change(self.tr("Put the sector of {} right").format(self._name()), sector=value)

    def _save_body(self, value: Named) -> str:
        if value.text and value.id is None:
            return self.tr("No organisation in this file has that name; add it first.")
        return self._change(self.tr("Say who fills the seat {}").format(self._name()), organisation_id=value.id)

    def _save_voting(self, value: bool) -> str:  # noqa: FBT001 - as the field gives it
        return self._change(self.tr("Say whether {} has a vote").format(self._name()), voting=value)

    def _save_starts(self, value: date | None) -> str:
        return self._change(self.tr("Say since when {} stands").format(self._name()), starts=value)

    def _change(self, said: str, **parts: Any) -> str:  # noqa: ANN401 - the parts of a seat
        return self.keep(said, change_seat, self.shown_id, **parts)

    def _name(self) -> str:
        return self._seat.name if self._seat is not None else ""

    @Slot()
    def _fit_buttons(self) -> None:
        self._buttons.setSpacing(theme().px(8))
