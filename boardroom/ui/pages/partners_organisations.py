"""The organisations of a board file, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.services.boards import add_organisation
from boardroom.services.organisations import remove_organisation
from boardroom.store.queries.partner_page import organisation_view
from boardroom.store.queries.partners import Wanted, count_partners, organisations_page
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.pages.partners_organisation import OrganisationDetail
from boardroom.ui.pages.partners_view import PartnersView
from boardroom.ui.pages.partners_words import counted

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.partners import OrganisationRow
    from boardroom.ui.desk import Desk


class OrganisationsView(PartnersView):
    """A list of organisations and the chosen one beside it."""

    id: ClassVar[str] = "partners"
    entity: ClassVar[str] = "organisation"
    concerns: ClassVar[tuple[str, ...]] = (
        "organisation",
        "organisation_status",
        "seat",
        "membership",
        "person",
        "interest",
        "proposal",
        "proposer",
        "answer",
        "attendance",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the view."""
        super().__init__(desk, parent)
        self._total = 0
        self.rows = Rows(self.tr("Organisations"))
        self._one = OrganisationDetail(desk)
        first = CommandButton(self.tr("Add the first organisation"), COMMANDS["partners.new"].key, "plus", main=True)
        first.clicked.connect(self.add_new)
        self.lay_out(
            (self.here, self.sector, self.words),
            self._one,
            nothing=self.tr("Choose an organisation to see who sits for it and what it proposed."),
            none_like_that=self.tr("No organisation is like that. Escape in the line empties it."),
            teaches=self.tr("The bodies that work together stand here, each with its sector."),
            first=first,
            also=self.tr("Quicker: copy a table of members from Word or Excel and press Ctrl+Shift+V."),
        )

    @property
    @override
    def detail(self) -> OrganisationDetail:
        return self._one

    @override
    def counted(self) -> str:
        return counted(self._total, self.tr("{} organisation"), self.tr("{} organisations"))

    @override
    def new_words(self) -> str:
        return self.tr("New organisation")

    @override
    def total(self) -> int:
        return self._total

    @override
    def count(self) -> None:
        self._total = self.desk.read(count_partners)[0]

    @override
    def fetch(self, after: Any, limit: int) -> list[RowData]:
        wanted = Wanted(
            board_id=self.desk.board_id if self.here.value else None, words=self.words.words, sector=self.sector.value
        )
        found = self.desk.read(organisations_page, wanted, self.desk.today, after=after, limit=limit)
        return [self._row(one) for one in found]

    def _row(self, one: OrganisationRow) -> RowData:
        said = [one.short_name] if one.short_name and one.short_name != one.name else []
        if one.statutory:
            said.append(self.tr("statutory partner"))
        if one.people:
            said.append(counted(one.people, self.tr("{} person"), self.tr("{} people")))
        return RowData(
            id=one.id,
            key=one.key,
            title=one.name,
            second_line=" · ".join(said),
            mark=one.sector or Sector.UNKNOWN,
            figure=counted(one.seats, self.tr("{} seat"), self.tr("{} seats")) if one.seats else "",
            figure_tone="muted",
            chip=self.tr("succeeded") if one.succeeded else "",
            chip_tone="outline",
            muted=one.succeeded,
        )

    @override
    def show_chosen(self, chosen: UUID) -> bool:
        self._one.show_organisation(self.desk.read(organisation_view, chosen, self.desk.today))
        return True

    @override
    def add_new(self) -> None:
        done = self.desk.attempt(
            self.tr("Add an organisation"), add_organisation, self.tr("New organisation"), Sector.UNKNOWN
        )
        if done is not None:
            self.begin(done.value.id)

    @override
    def remove_chosen(self) -> None:
        if self._one.interests.remove_focused():
            return
        row = self.rows.chosen_row()
        if row is not None:
            self.desk.attempt(self.tr("Remove {}").format(row.title), remove_organisation, row.id)

    def ask_change(self) -> None:
        """Ask what changes from a day on."""
        self.beside.open_detail()
        self._one.ask_change()
