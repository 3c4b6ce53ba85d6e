"""Calls for proposals: what was asked of whom, until when, who was told, and what came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from typing_extensions import override

from boardroom.domain.calling import CallState
from boardroom.domain.words import TellingKind
from boardroom.services.calls import invite, remove_call, withdraw_call
from boardroom.services.tellings import Told, remove_telling, tell_of_call
from boardroom.store.queries.calls import call_page, calls_of, not_invited
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.ask import ask_over
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from boardroom.ui.pages.call_detail import CallDetail
from boardroom.ui.pages.call_opening import CallOpening
from boardroom.ui.pages.page import Head
from boardroom.ui.pages.register import RegisterPage
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.calls import CallPage, CallRow
    from boardroom.ui.desk import Desk

_ICONS = {
    CallState.TO_OPEN: ("hourglass", ""),
    CallState.OPEN: ("megaphone", "accent"),
    CallState.CLOSED: ("check-circle", ""),
    CallState.WITHDRAWN: ("x-circle", ""),
}


class CallsPage(RegisterPage):
    """The board's calls, and the chosen one beside them."""

    id: ClassVar[str] = "calls"
    entity: ClassVar[str] = "call"
    concerns: ClassVar[tuple[str, ...]] = (
        "call",
        "call_invited",
        "telling",
        "strand",
        "strand_stage",
        "proposal",
        "proposer",
        "organisation",
        "organisation_status",
        "seat",
        "terms_of_reference",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._calls: list[CallRow] = []
        self._shown: CallPage | None = None
        self._strand_id: UUID | None = None
        self.rows = Rows(self.tr("Calls for proposals"))
        self.detail = CallDetail(desk)
        self.opening = CallOpening(desk, self)
        self.opening.opened.connect(self.begin)
        first = CommandButton(COMMANDS["calls.new"].said, COMMANDS["calls.new"].key, "plus", main=True)
        first.clicked.connect(self._new)
        self.lay_out(
            (),
            self.detail,
            nothing=self.tr("Choose a call to see whom it invites and who was told."),
            none_like_that="",
            teaches=self.tr(
                "A call asks every sector for proposals on a strand while there is still something to plan."
            ),
            first=first,
            also=self.tr("It is open for the weeks that the terms of reference agree; a shorter one says why."),
        )

    # What the window asks

    @override
    def head(self) -> Head:
        title = self.tr("Calls for proposals")
        if not self._calls:
            return Head(title, self.tr("None yet"))
        still = sum(one.state is CallState.OPEN for one in self._calls)
        return Head(title, self.tr("{} of {} open").format(still, len(self._calls)), "", ("calls.new",))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "calls.new": self._new,
            "calls.invite": self._invite,
            "calls.forms": self._make_forms,
            "calls.sent": self._sent,
            "calls.remind": self._remind,
            "calls.told": self._ask_what,
            "calls.unsay": self._unsay,
            "calls.strand": self._go_to_strand,
            "calls.withdraw": self._withdraw,
            "calls.remove": self._remove,
        }

    @override
    def why_not(self, command: str) -> str:
        if command == "calls.new":
            return "" if self.opening.strands() else self.tr("there is no strand that is being planned")
        if self._shown is None:
            return self.tr("no call is chosen")
        if command == "calls.forms":
            return self._why_no_forms(self._shown)
        return "" if command in {"calls.strand", "calls.remove"} else self._why_not(command, self._shown)

    def _why_no_forms(self, shown: CallPage) -> str:
        if self.detail.forms.bar.is_busy:
            return self.tr("forms are being written")
        return "" if shown.invited else self.tr("nobody is invited yet")

    def _why_not(self, command: str, shown: CallPage) -> str:
        if shown.state is CallState.WITHDRAWN:
            return self.tr("it was withdrawn")
        if command == "calls.unsay":
            return "" if self.detail.register.chosen_id() is not None else self.tr("no line of the register is chosen")
        if command == "calls.sent" and not shown.untold:
            return self.tr("everybody was told")
        if command == "calls.remind" and not shown.silent:
            return self.tr("nobody who was told is still to answer")
        return ""

    @override
    def open(self, link: Link) -> None:
        super().open(link)
        if link.entity == "strand" and link.id is not None:
            # “Open a call”, from a warning or from the strand itself; it begins once the page is there.
            self._strand_id = link.id

    @override
    def focus(self) -> None:
        strand_id, self._strand_id = self._strand_id, None
        if strand_id is not None:
            self.opening.begin(strand_id)
        else:
            super().focus()

    # Reading

    @override
    def total(self) -> int:
        return len(self._calls)

    @override
    def count(self) -> None:
        board_id = self.desk.board_id
        self._calls = [] if board_id is None else self.desk.read(calls_of, board_id, self.desk.today)

    @override
    def fetch(self, after: Any, limit: int) -> list[RowData]:
        # A board has some dozens of calls at most; they are all here.
        return [] if after is not None else [self._row(one) for one in self._calls]

    def _row(self, one: CallRow) -> RowData:
        icon, tone = _ICONS[one.state]
        came = self.tr("1 proposal") if one.proposals == 1 else self.tr("{} proposals").format(one.proposals)
        until = self.tr("{}: {} to {}").format(
            one.state.value.capitalize(), short_day(one.opens, self.desk.today), short_day(one.closes, self.desk.today)
        )
        return RowData(
            id=one.id,
            key=one.id,
            title=" ".join(one.question.split()),
            number=one.number,
            figure=str(one.proposals),
            figure_tone="muted",
            icon=icon,
            icon_tone=tone,
            second_line=f"{one.strand} · {until} · {came}",
            muted=one.state is CallState.WITHDRAWN,
        )

    @override
    def show_all(self) -> None:
        """Nothing narrows this list."""

    @override
    def show_chosen(self, chosen: UUID) -> bool:
        self._shown = self.desk.read(call_page, chosen, self.desk.today)
        if self._shown is not None:
            self.detail.show_call(self._shown)
        return self._shown is not None

    # What is done

    @Slot()
    def _new(self) -> None:
        self.opening.ask_strand()

    def _invite(self) -> None:
        shown = self._shown
        if shown is None:
            return
        rows = [
            RowData(id=one.id, key=one.id, title=one.name, mark=one.sector)
            for one in self.desk.read(not_invited, shown.call.id, self.desk.today)
        ]
        if not rows:
            self.desk.refuse(self.tr("Every organisation in the board file is invited."))
            return
        call_id = shown.call.id
        pick_over(self.window()).offer(
            self.tr("Whom does it invite too?"),
            self.tr("invite"),
            rows,
            lambda organisation_id: self.desk.attempt(
                self.tr("Invite another organisation to the call"), invite, call_id, organisation_id
            ),
        )

    def _make_forms(self) -> None:
        if self._shown is not None:
            folder = self.detail.forms.ask_folder()
            if folder is not None:
                self.detail.forms.make(self._shown.call.id, folder)

    def _sent(self) -> None:
        if self._shown is not None:
            whom = [one.organisation_id for one in self._shown.untold]
            self._tell(TellingKind.INVITATION, whom, self.tr("Record that the call was sent to {}"))

    def _remind(self) -> None:
        if self._shown is not None:
            whom = [one.organisation_id for one in self._shown.silent]
            self._tell(TellingKind.REMINDER, whom, self.tr("Record a reminder of the call to {}"))

    def _ask_what(self) -> None:
        ask_over(self.window()).ask(
            self.tr("What was everybody told?"),
            self.tr("It goes into the register for all who are invited, so that nobody knows more than another."),
            self.tr("Record it"),
            self._told,
        )

    def _told(self, what: str) -> None:
        if self._shown is not None:
            whom = [one.organisation_id for one in self._shown.invited]
            self._tell(TellingKind.CLARIFICATION, whom, self.tr("Record what {} were told"), what)

    def _tell(self, kind: TellingKind, whom: Sequence[UUID], label: str, what: str = "") -> None:
        if self._shown is None:
            return
        count = self.tr("1 organisation") if len(whom) == 1 else self.tr("{} organisations").format(len(whom))
        told = Told(kind=kind, on=self.desk.today, what=what)
        # What was sent can't be taken back: Undo does not reach behind it.
        self.desk.attempt(label.format(count), tell_of_call, self._shown.call.id, whom, told, barrier=True)

    def _unsay(self) -> None:
        chosen = self.detail.register.chosen_row()
        if chosen is not None:
            name = self.tr("Take out of the register what {} was told").format(chosen.title)
            self.desk.attempt(name, remove_telling, chosen.id)

    def _go_to_strand(self) -> None:
        if self._shown is not None:
            self.desk.show(Link("strands", "strand", self._shown.call.strand_id))

    def _withdraw(self) -> None:
        if self._shown is not None:
            name = self.tr("Withdraw the call: {}").format(short_name(self._shown.call.question))
            self.desk.attempt(name, withdraw_call, self._shown.call.id, self.desk.today)

    def _remove(self) -> None:
        if self._shown is not None:
            name = self.tr("Remove the call: {}").format(short_name(self._shown.call.question))
            self.desk.attempt(name, remove_call, self._shown.call.id)
