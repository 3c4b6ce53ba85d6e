"""The people of a board file, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from boardroom.services.people import add_person, remove_person
from boardroom.store.queries.partner_page import person_view
from boardroom.store.queries.partners import Wanted, count_partners, people_page
from boardroom.store.queries.sectors import sectors_of_people
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.pages.partners_person import PersonDetail
from boardroom.ui.pages.partners_view import PartnersView
from boardroom.ui.pages.partners_words import counted

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.partners import PersonRow
    from boardroom.ui.desk import Desk


class PeopleView(PartnersView):
    """A list of people and the chosen one beside it."""

    id: ClassVar[str] = "partners"
    entity: ClassVar[str] = "person"
    concerns: ClassVar[tuple[str, ...]] = (
        "person",
        "membership",
        "seat",
        "deputy",
        "organisation",
        "interest",
        "declaration",
        "action",
        "action_owner",
        "action_update",
        "attendance",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the view."""
        super().__init__(desk, parent)
        self._total = 0
        self.rows = Rows(self.tr("People"))
        self._one = PersonDetail(desk)
        first = CommandButton(self.tr("Add the first person"), COMMANDS["partners.new"].key, "user-plus", main=True)
        first.clicked.connect(self.add_new)
        self.lay_out(
            (self.here, self.sector, self.words),
            self._one,
            nothing=self.tr("Choose a person to see their seats, interests and actions."),
            none_like_that=self.tr("Nobody is like that. Escape in the line empties it."),
            teaches=self.tr("Who sits on the board, speaks or owns an action stands here."),
            first=first,
            also=self.tr("Quicker: copy a table of members from Word or Excel and press Ctrl+Shift+V."),
        )

    @property
    @override
    def detail(self) -> PersonDetail:
        return self._one

    @override
    def counted(self) -> str:
        return counted(self._total, self.tr("{} person"), self.tr("{} people"))

    @override
    def new_words(self) -> str:
        return self.tr("New person")

    @override
    def total(self) -> int:
        return self._total

    @override
    def count(self) -> None:
        self._total = self.desk.read(count_partners)[1]

    @override
    def fetch(self, after: Any, limit: int) -> list[RowData]:
        wanted = Wanted(
            board_id=self.desk.board_id if self.here.value else None, words=self.words.words, sector=self.sector.value
        )
        found = self.desk.read(people_page, wanted, self.desk.today, after=after, limit=limit)
        return [_row(one) for one in found]

    @override
    def show_chosen(self, chosen: UUID) -> bool:
        view = self.desk.read(person_view, chosen, self.desk.today)
        sectors = self.desk.read(sectors_of_people, [chosen], self.desk.today)
        self._one.show_person(view, sectors.get(chosen))
        return True

    @override
    def add_new(self) -> None:
        done = self.desk.attempt(self.tr("Add a person"), add_person, self.tr("New person"))
        if done is not None:
            self.begin(done.value.id)

    @override
    def remove_chosen(self) -> None:
        if self._one.interests.remove_focused():
            return
        row = self.rows.chosen_row()
        if row is not None:
            self.desk.attempt(self.tr("Remove {}").format(row.title), remove_person, row.id)


def _row(one: PersonRow) -> RowData:
    said = [", ".join(one.seats), one.organisation]
    return RowData(
        id=one.id,
        key=one.key,
        title=one.name,
        second_line=" · ".join(part for part in said if part) or one.email,
        mark=one.sector,
        icon="" if one.sector is not None else "user",
    )
