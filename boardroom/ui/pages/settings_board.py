"""What a board says of itself: name, kind, area, country, language, accountable body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.services.boards import change_board
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.form import Form, put
from boardroom.ui.kit.name_field import Named, OrganisationField, Suggestion
from boardroom.ui.pages.completing import organisations_meant
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class BoardSection(Section):
    """The board's own fields."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self._board_id: UUID | None = None
        self.name = LineField(self.tr("Name"), needed=self.tr("Give the board a name."))
        self.kind = LineField(self.tr("Kind"), placeholder=self.tr("safeguarding partnership"))
        self.area = LineField(self.tr("Area"), placeholder=self.tr("Arrowmere and the villages around it"))
        self.country = LineField(self.tr("Country"), placeholder=self.tr("England"))
        self.language = LineField(
            self.tr("Language of the minutes"), hint=self.tr("A language tag, such as en-GB or cy.")
        )
        self.body = OrganisationField(
            self.tr("Accountable body"),
            self._complete,
            hint=self.tr("The organisation that answers for the money; one that stands among the partners."),
        )
        self._form = Form()
        self._form.add_group(self.tr("The board"))
        self._form.add(self.name, self.kind, self.area, self.country, self.language, self.body)
        self.column.addWidget(self._form)

    @override
    def fields(self) -> Sequence[Field[Any]]:
        """Return the fields in reading order."""
        return self._form.fields()

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        """Show a board."""
        same = self._board_id == view.id
        if not same:
            self.commit()
        self._board_id = view.id
        put(self.name, view.name, self._save_name, same=same)
        put(self.kind, view.kind, self._save_kind, same=same)
        put(self.area, view.area, self._save_area, same=same)
        put(self.country, view.country, self._save_country, same=same)
        put(self.language, view.language, self._save_language, same=same)
        put(self.body, Named(view.accountable_body, view.accountable_body_id), self._save_body, same=same)
        self._form.set_read_only(self.desk.read_only)

    def _complete(self, typed: str) -> list[Suggestion]:
        return organisations_meant(self.desk, typed)

    # Saving; each returns the sentence that refuses it

    def _save_name(self, value: str) -> str:
        return self._change(self.tr("Rename the board: {}").format(value), name=value)

    def _save_kind(self, value: str) -> str:
        return self._change(self.tr("Say what kind of board it is"), kind=value)

    def _save_area(self, value: str) -> str:
        return self._change(self.tr("Say which area the board serves"), area=value)

    def _save_country(self, value: str) -> str:
        return self._change(self.tr("Say in which country the board works"), country=value)

    def _save_language(self, value: str) -> str:
        return self._change(self.tr("Say in which language the minutes are"), language=value)

    def _save_body(self, value: Named) -> str:
        if value.text and value.id is None:
            return self.tr("No organisation in this file has that name; add it among the partners first.")
        return self._change(self.tr("Say which body answers for the money"), accountable_body_id=value.id)

    def _change(self, said: str, **parts: Any) -> str:  # noqa: ANN401 - the parts of a board
        return self.keep(said, change_board, self._board_id, **parts) if self._board_id is not None else ""
