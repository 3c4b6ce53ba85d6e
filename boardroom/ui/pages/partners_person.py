"""One person beside the list: seats, interests, declarations, and the actions that they own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from typing_extensions import override

from boardroom.services.people import change_person
from boardroom.ui.kit.days import plain_day, short_day
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.words import label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.partners_detail import PartnerDetail
from boardroom.ui.pages.partners_interests import Interests
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_sitting import sitting_row
from boardroom.ui.pages.partners_words import capital, turnout_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.domain.words import Sector
    from boardroom.store.queries.action_list import ActionRow
    from boardroom.store.queries.partner_page import Declared, PersonView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class PersonDetail(PartnerDetail):
    """What is known of one person; each field saves when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(desk, "person", parent)
        self._name = ""
        self._meetings: dict[UUID, UUID] = {}
        self.name = LineField(self.tr("Name"), needed=self.tr("Give the person a name."))
        self.email = LineField(self.tr("E-mail"), placeholder=self.tr("name@example.org"))
        self.language = LineField(
            self.tr("Language"),
            placeholder=self.tr("Welsh"),
            hint=self.tr("In which papers are wanted, where that matters."),
        )
        self.sittings = Listed(self.tr("Seats"), self.tr("No seat on any board."))
        self.sittings.opened.connect(self._open_seat)
        self.stands_in = Listed(self.tr("May stand in for"), self.tr("Nobody’s deputy."))
        self.stands_in.opened.connect(self._open_seat)
        self.interests = Interests(self)
        self.declarations = Listed(self.tr("Declared at meetings"), self.tr("Nothing was declared."))
        self.declarations.opened.connect(self._open_meeting)
        self.owned = Listed(self.tr("Actions"), self.tr("No action is theirs."))
        self.owned.opened.connect(self._open_action)
        self.turnout = wrapped()
        parts = (self.sittings, self.stands_in, self.interests, self.declarations, self.owned)
        for part in (*self.fields, *parts):
            self.column.addWidget(part)
        self.column.addWidget(label(self.tr("Attendance"), "section"))
        self.column.addWidget(self.turnout)
        self.end()

    @property
    @override
    def fields(self) -> Sequence[Field[Any]]:
        return (self.name, self.email, self.language)

    def show_person(self, view: PersonView, sector: Sector | None) -> None:
        """Show a person; what is being typed into the same one stays.

        Args:
            view: the person.
            sector: of the seat that they hold, where they hold one.
        """
        same = self.begin_showing(view.id, view.name, sector, "")
        self._name, today = view.name, self.today()
        put(self.name, view.name, self._save_name, same=same)
        put(self.email, view.email, self._save_email, same=same)
        put(self.language, view.language, self._save_language, same=same)
        self.sittings.show_rows([sitting_row(one, today, person_first=False) for one in view.sittings])
        self.stands_in.show_rows([sitting_row(one, today, person_first=False) for one in view.stands_in_for])
        self.interests.show_interests(view.interests)
        self._meetings = {one.id: one.meeting_id for one in view.declarations}
        self.declarations.show_rows([_declared_row(one) for one in view.declarations])
        self.owned.show_rows([_action_row(one, today) for one in view.actions])
        self.turnout.setText(turnout_words(view.turnout))

    @override
    def ask_interest(self) -> None:
        self.interests.ask_new()

    @Slot(object)
    def _open_seat(self, key: tuple[UUID, UUID | None]) -> None:
        self.desk.show(Link("partners", "seat", key[0]))

    @Slot(object)
    def _open_meeting(self, declaration_id: UUID) -> None:
        meeting_id = self._meetings[declaration_id]
        self.desk.show(Link("meeting", "meeting", meeting_id, meeting_id))

    @Slot(object)
    def _open_action(self, action_id: UUID) -> None:
        self.desk.show(Link("actions", "action", action_id))

    # Saving; each returns the sentence that refuses it

    def _save_name(self, value: str) -> str:
        return self.keep(self.tr("Rename {}").format(self._name), change_person, self.shown_id, name=value)

    def _save_email(self, value: str) -> str:
        return self.keep(
            self.tr("Put the e-mail of {} right").format(self._name), change_person, self.shown_id, email=value
        )

    def _save_language(self, value: str) -> str:
        said = self.tr("Say the language of {}").format(self._name)
        return self.keep(said, change_person, self.shown_id, language=value)


def _declared_row(one: Declared) -> RowData:
    return RowData(
        id=one.id,
        key=one.id,
        title=one.nature,
        second_line=plain_day(one.day) if one.day is not None else "",
        chip=_tr("recused") if one.recused else "",
        chip_tone="tint",
    )


def _action_row(one: ActionRow, today: date) -> RowData:
    return RowData(
        id=one.id,
        key=one.key,
        title=" ".join(one.text.split()),
        number=one.number,
        chip=_tr("Overdue") if one.overdue else capital(one.status) if one.status is not None else "",
        chip_tone="danger" if one.overdue else "outline",
        figure=short_day(one.due_on, today) if one.due_on is not None else "",
        figure_tone="danger" if one.overdue else "muted",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)
