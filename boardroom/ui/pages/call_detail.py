"""One call beside the list: what it asks and until when, whom it invites, and the register of who was told what."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.calling import CallState
from boardroom.domain.notice import call_closes
from boardroom.services.calls import CallParts, change_call, take_off
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.days import plain_day, short_day
from boardroom.ui.kit.fields import DateField, LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint, label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.call_forms import CallForms
from boardroom.ui.pages.register import Detail

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from boardroom.domain.calls import Call
    from boardroom.store.queries.calls import CallPage, InvitedRow, TellingRow
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

_ROW, _TWO_LINES = 36, 52
_MOST_ROWS = 8


class CallDetail(Detail):
    """What is known of one call; each field saves when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: CallPage | None = None
        self._number, self._chip = Elided("", "section"), Chip("")
        needed = self.tr("Say what the call asks for.")
        self.first_field = self.question = TextField(self.tr("What it asks"), lines=2, needed=needed)
        self.opens, self.closes = DateField(self.tr("Opens"), self._today), DateField(self.tr("Closes"), self._today)
        self.short_reason = TextField(self.tr("Why it is open for fewer weeks than agreed"), lines=1)
        self.left_out_reason = TextField(self.tr("Why a sector is left out"), lines=1)
        self.scale = LineField(
            self.tr("Scale of users’ estimates"),
            placeholder=self.tr("0 to 10"),
            hint=self.tr("On what the form asks users to judge the benefit."),
        )
        self._weeks, self._left_out = hint(""), wrapped()
        self.forms = CallForms(desk)
        self.invited = Rows(self.tr("Invited"))
        self.register = Rows(self.tr("Who was told what"))
        self.came = Rows(self.tr("Proposals that came in"))
        self.invited.feed(self._fetch_invited)
        self.register.feed(self._fetch_register)
        self.came.feed(self._fetch_came)
        self.invited.ticked.connect(self._take_off)
        self.came.opened.connect(self._open_proposal)
        self._lay_out()
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("role", "surface")
        self._column = QVBoxLayout(body)
        self._head = QHBoxLayout()
        self._head.addWidget(self._number)
        self._head.addWidget(self._chip)
        self._head.addStretch(1)
        self._days = QHBoxLayout()
        self._days.addWidget(self.opens, 1)
        self._days.addWidget(self.closes, 1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.forms)
        self._column.addWidget(self.question)
        self._column.addLayout(self._days)
        for widget in (
            self._weeks,
            self.short_reason,
            self.scale,
            label(self.tr("Invited"), "section"),
            self._left_out,
        ):
            self._column.addWidget(widget)
        self._column.addWidget(self.left_out_reason)
        self._column.addWidget(self.invited)
        self._column.addWidget(hint(self.tr("Space takes an organisation off that wasn’t told yet.")))
        self._came_head, self._told_head = label("", "section"), label(self.tr("Who was told what"), "section")
        self._column.addWidget(self._came_head)
        self._column.addWidget(self.came)
        self._column.addWidget(self._told_head)
        self._column.addWidget(self.register)
        self._column.addStretch(1)
        self.setWidget(body)

    @property
    @override
    def fields(self) -> tuple[Field[Any], ...]:
        """What can be changed, in reading order."""
        return (self.question, self.opens, self.closes, self.short_reason, self.scale, self.left_out_reason)

    def show_call(self, page: CallPage) -> None:
        """Show a call; what is being typed into the same one stays."""
        same = self._shown is not None and self._shown.call.id == page.call.id
        if not same:
            # What was typed for the one before is saved there first.
            self.commit()
        self._shown = page
        one = page.call
        self._number.set_full(self.tr("Call {}: {}").format(one.number, page.strand))
        self._chip.say(page.state.value, "tint" if page.state is CallState.OPEN else "outline")
        for part in ("question", "opens", "closes", "short_reason", "scale", "left_out_reason"):
            put(getattr(self, part), getattr(one, part), self._saves(part), same=same)
        told = any(row.told_on is not None for row in page.invited)
        over = self.tr("It was withdrawn.") if page.state is CallState.WITHDRAWN else ""
        for field in self.fields:
            field.set_read_only(self._desk.read_only or over)
        if told and not over:
            for field in (self.question, self.opens, self.scale):
                field.set_read_only(self._desk.read_only or self.tr("It stays as it was told."))
        self._weeks.setText(
            self.tr("The terms of reference agree on {} weeks: until {}.").format(
                page.weeks, plain_day(call_closes(one.opens, page.weeks))
            )
        )
        self._left_out.setText(self.tr("Nobody is invited from: {}.").format(", ".join(page.left_out)))
        self._left_out.setVisible(bool(page.left_out))
        # Whoever takes the last of a sector off has to say why first.
        self.left_out_reason.setVisible(bool(page.left_out or one.left_out_reason or page.untold))
        count = len(page.proposals)
        self._came_head.setText(
            self.tr("1 proposal came in") if count == 1 else self.tr("{} proposals came in").format(count)
        )
        for rows in (self.invited, self.register, self.came):
            rows.reload()
        self.came.setVisible(bool(page.proposals))
        self._told_head.setVisible(bool(page.tellings))
        self.register.setVisible(bool(page.tellings))
        self._fit()

    # Rows

    def _fetch_invited(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a row
        if after is not None or self._shown is None:
            return []
        return [self._invited_row(one) for one in self._shown.invited]

    def _invited_row(self, one: InvitedRow) -> RowData:
        today = self._desk.today
        told = self.tr("told {}").format(short_day(one.told_on, today)) if one.told_on else self.tr("not told yet")
        reminded = self.tr("reminded {}").format(short_day(one.reminded_on, today)) if one.reminded_on else ""
        came = self.tr("1 proposal") if one.proposals == 1 else self.tr("{} proposals").format(one.proposals)
        return RowData(
            id=one.organisation_id,
            key=one.id,
            title=one.name,
            mark=one.sector,
            second_line=", ".join(filter(None, (told, reminded))),
            context=came if one.proposals else "",
            ticked=True,
        )

    def _fetch_register(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - as above
        if after is not None or self._shown is None:
            return []
        return [self._told_row(one) for one in self._shown.tellings]

    def _told_row(self, one: TellingRow) -> RowData:
        words = ", ".join(filter(None, (one.kind.value.capitalize(), one.what, one.how)))
        return RowData(
            id=one.id,
            key=one.id,
            title=one.organisation,
            mark=one.sector,
            second_line=words,
            figure=short_day(one.told_on, self._desk.today),
            figure_tone="muted",
        )

    def _fetch_came(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - as above
        if after is not None or self._shown is None:
            return []
        return [
            RowData(id=one, key=one, number=number, title=" ".join(title.split()), icon="chat-centered-text")
            for one, number, title in self._shown.proposals
        ]

    # Doing

    @Slot(object)
    def _take_off(self, organisation_id: UUID) -> None:
        if self._shown is None:
            return
        name = self.tr("Take an organisation off the call")
        self._desk.attempt(name, take_off, self._shown.call.id, organisation_id)

    @Slot(object)
    def _open_proposal(self, proposal_id: UUID) -> None:
        self._desk.show(Link("proposals", "proposal", proposal_id))

    def _saves(self, part: str) -> Callable[[Any], str]:
        return partial(self.save_part, part)

    def save_part(self, part: str, value: Any) -> str:  # noqa: ANN401 - of any part
        """Store one part of the call; returns the sentence that refuses it, or nothing."""
        if self._shown is None:
            return ""
        if value is None:
            return self.tr("A call has a first and a last day.")
        field: Field[Any] = getattr(self, part)
        name = self.tr("Change “{}” of the call").format(field.control.accessibleName())
        parts = replace(_parts_of(self._shown.call), **{part: value})
        refused = self._desk.refused(name, change_call, self._shown.call.id, parts)
        if not refused and part == "short_reason" and self.closes.wrong:
            # The day that was refused for want of a reason is tried again, now that there is one.
            self.closes.try_again()
        return refused

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(12))
        self._head.setSpacing(px(12))
        self._days.setSpacing(px(12))
        page = self._shown
        if page is not None:
            for rows, count, high in (
                (self.invited, len(page.invited), _TWO_LINES),
                (self.register, len(page.tellings), _TWO_LINES),
                (self.came, len(page.proposals), _ROW),
            ):
                rows.setFixedHeight(px(min(max(count, 1), _MOST_ROWS) * high + 2))


def _parts_of(call: Call) -> CallParts:
    return CallParts(
        question=call.question,
        opens=call.opens,
        closes=call.closes,
        short_reason=call.short_reason,
        left_out_reason=call.left_out_reason,
        scale=call.scale,
    )
