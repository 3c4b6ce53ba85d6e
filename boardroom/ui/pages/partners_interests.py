"""The interests of a person or an organisation: registered, put right, ended, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot

from boardroom.services.interests import change_interest, register_interest, remove_interest
from boardroom.store.queries.strands import strands_to_choose
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_words import from_to, holds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.domain.interests import Interest
    from boardroom.ui.pages.partners_detail import PartnerDetail


class Interests(Listed):
    """The register as far as it is one partner's; Enter puts an entry right."""

    def __init__(self, detail: PartnerDetail) -> None:
        """Make it empty.

        Args:
            detail: where it stands, and where an entry is written.
        """
        super().__init__(_tr("Interests"), _tr("None is in the register."))
        self._detail = detail
        self._interests: dict[UUID, Interest] = {}
        self.register = CommandButton(
            COMMANDS["partners.interest"].said, COMMANDS["partners.interest"].key, "plus", role="small"
        )
        self.register.clicked.connect(self.ask_new)
        self.add(self.register)
        self.opened.connect(self._ask_change)
        self._form: _Entry | None = None
        self._changed_id: UUID | None = None

    def show_interests(self, interests: Sequence[Interest]) -> None:
        """Show the entries of a partner."""
        self._interests = {one.id: one for one in interests}
        self.register.explain(self._detail.desk.read_only)
        today = self._detail.today()
        self.show_rows([_row(one, today) for one in interests])

    @Slot()
    def ask_new(self) -> None:
        """Ask what the interest is."""
        self._form = _Entry(self._detail, None)
        self._detail.asking.ask(
            _tr("An interest connects somebody to a matter that the board may decide."),
            _tr("Put it into the register"),
            self._register,
            self._form.fields,
        )
        self._detail.show_asking()

    @Slot(object)
    def _ask_change(self, interest_id: UUID) -> None:
        interest = self._interests.get(interest_id)
        if interest is None or self._detail.desk.read_only:
            return
        self._changed_id, self._form = interest_id, _Entry(self._detail, interest)
        self._detail.asking.ask(
            _tr("Put the entry right; an interest that has ended keeps its place with its last day."),
            _tr("Keep the entry"),
            self._change,
            self._form.fields,
        )
        self._detail.show_asking()

    def _register(self) -> str:
        if self._form is None:
            return ""
        whose = {f"{self._detail.entity}_id": self._detail.shown_id}
        nature = self._form.nature.value
        return self._detail.keep(
            _tr("Register the interest: {}").format(nature), register_interest, **whose, **self._form.parts()
        )

    def _change(self) -> str:
        if self._form is None:
            return ""
        said = _tr("Put the interest right: {}").format(self._form.nature.value)
        return self._detail.keep(said, change_interest, self._changed_id, **self._form.parts())

    def remove_focused(self) -> bool:
        """Take out the chosen entry where the focus is on it; returns whether it was."""
        chosen = self.rows.chosen_id()
        if not self.rows.hasFocus() or chosen not in self._interests:
            return False
        said = _tr("Remove the interest: {}").format(self._interests[chosen].nature)
        self._detail.desk.attempt(said, remove_interest, chosen)
        return True


class _Entry:
    """The fields of an entry."""

    def __init__(self, detail: PartnerDetail, interest: Interest | None) -> None:
        self.nature = LineField(_tr("What connects them"), needed=_tr("Say what the interest is."))
        self.nature.line.setPlaceholderText(_tr("Trustee, unpaid"))
        self.matter = LineField(_tr("To what"), placeholder=_tr("Grants to voluntary organisations"))
        board_id = detail.desk.board_id
        strands = detail.desk.read(strands_to_choose, board_id) if board_id is not None else []
        self.strand: ChoiceField[UUID | None] = ChoiceField(
            _tr("Strand"),
            [(None, _tr("None")), *strands],
            hint=_tr("When it is declared at a meeting, the items on this strand are named by themselves."),
        )
        self.starts = DateField(_tr("Since"), detail.today, hint=_tr("Empty: always."))
        self.ends = DateField(_tr("Last day"), detail.today, hint=_tr("Empty: it still holds."))
        self.declared = DateField(_tr("Told to the board on"), detail.today)
        self.fields = (self.nature, self.matter, self.starts, self.ends, self.declared, self.strand)
        if interest is None:
            self.declared.open(detail.today())
            return
        self.nature.open(interest.nature)
        self.matter.open(interest.matter)
        self.strand.open(interest.strand_id)
        self.starts.open(interest.starts)
        self.ends.open(interest.ends)
        self.declared.open(interest.declared_on)

    def parts(self) -> dict[str, str | date | UUID | None]:
        """Return what was written."""
        return {
            "nature": self.nature.value,
            "matter": self.matter.value,
            "strand_id": self.strand.value,
            "starts": self.starts.value,
            "ends": self.ends.value,
            "declared_on": self.declared.value,
        }


def _row(one: Interest, today: date) -> RowData:
    stands = holds(one.starts, one.ends, today)
    said = [one.matter, from_to(one.starts, one.ends)]
    return RowData(
        id=one.id,
        key=one.id,
        title=one.nature,
        second_line=" · ".join(part for part in said if part),
        chip="" if stands else _tr("ended"),
        chip_tone="outline",
        muted=not stands,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)
