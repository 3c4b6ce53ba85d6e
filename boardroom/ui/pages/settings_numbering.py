"""How the minutes of a board are numbered, and with which number the next ones begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.words import MinuteNumbers
from boardroom.services.boards import change_board
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import ChoiceField, words_of
from boardroom.ui.kit.form import Form, put
from boardroom.ui.kit.words import wrapped
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum
    from uuid import UUID

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class NumberingSection(Section):
    """The rule for minute numbers, and what it comes to."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self._board_id: UUID | None = None
        self.rule = ChoiceField(
            self.tr("Minute numbers"),
            words_of(MinuteNumbers),
            hint=self.tr(
                "Given when the minutes are drafted; a number once given stays. To run on from minutes on paper, "
                "write the first number among the particulars of its item."
            ),
        )
        self.sentence = wrapped(role="accent")
        self._form = Form()
        self._form.add_group(self.tr("Numbering"))
        self._form.add(self.rule)
        self.column.addWidget(self._form)
        self.column.addWidget(self.sentence)

    @override
    def fields(self) -> Sequence[Field[Any]]:
        return self._form.fields()

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        same = self._board_id == view.id
        if not same:
            self.commit()
        self._board_id = view.id
        put(self.rule, view.minute_numbers, self._save, same=same)
        self._form.set_read_only(self.desk.read_only)
        self.sentence.setText(self._come_to(view))

    def _come_to(self, view: SettingsView) -> str:
        coming = view.next_minutes
        if coming is None:
            return self.tr("Minutes are drafted without numbers.")
        if coming.held_on is None:
            return self.tr("The next minutes begin at minute {}.").format(coming.number)
        sentence = self.tr("The next minutes, those of {}, begin at minute {}.")
        return sentence.format(plain_day(coming.held_on), coming.number)

    def _save(self, value: StrEnum) -> str:
        said = self.tr("Change how minutes are numbered")
        return self.keep(said, change_board, self._board_id, minute_numbers=value) if self._board_id is not None else ""
