"""How a meeting begins: planned for a day, its agenda from the last one or a template, with what is left to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus
from boardroom.services.carrying import carry_forward
from boardroom.services.meetings import plan_meeting
from boardroom.services.planning import plan_next
from boardroom.services.templates import keep_as_template
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import head_of
from boardroom.store.queries.templates import template_rows
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField, TimeField
from boardroom.ui.pages.meetings_commands import MeetingCommands
from boardroom.ui.pages.meetings_words import carried_words, likely_day, next_name
from boardroom.ui.said import meeting_said
from boardroom.ui.told import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.services.carrying import Carried
    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.ui.kit.field import Field

LAST, EMPTY = "last", "empty"


class MeetingBegin(MeetingCommands):
    """The commands that make an agenda; each asks what it needs where the meeting is shown."""

    planned = Signal(object)
    """The id of a new meeting."""

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "meetings.plan": self.ask_when,
            "meetings.carry": self.carry,
            "meetings.template": self.ask_name,
        }

    @override
    def why_not(self, command: str) -> str:
        if command == "meetings.plan":
            return "" if self._desk.board_id is not None else self.tr("there is no board")
        head = self._head
        if head is None:
            return self.tr("no meeting is chosen")
        if command == "meetings.carry" and head.status is not MeetingStatus.PLANNED:
            return self.tr("it is not a planned meeting")
        if command == "meetings.carry" and head.notice_given_on is not None:
            return self.tr("notice was given; add late items one by one, each with the chair’s reason")
        return ""

    # Planning

    def ask_when(self) -> None:
        """Ask for the day of a new meeting, and what its agenda begins with; a likely day is proposed."""
        board_id = self._desk.board_id
        if board_id is None:
            return
        rows = self._desk.read(meetings_page, Wanted(board_id=board_id), limit=3)
        last = self._desk.read(head_of, rows[0].id) if rows else None
        name, day, starts = LineField(self.tr("Name")), self._day(self.tr("Day")), TimeField(self.tr("Begins"))
        name.open(next_name(last.name) if last else "")
        day.open(likely_day(rows, last.next_date if last else None, self._desk.today))
        starts.open(rows[0].starts if rows else None)
        venue = LineField(self.tr("Venue"), placeholder=self.tr("Town Hall, Room 2"))
        venue.open(last.venue if last is not None else "")
        agenda = self._agendas(board_id, last)
        fields: list[Field[Any]] = [day, starts, venue, name, *([agenda] if agenda else [])]
        sentence = self.tr("A new meeting; the day can follow.")
        answer = partial(self._plan, last, (name, venue), day, starts, agenda)
        self._asking.ask(sentence, self.tr("Plan the meeting"), answer, fields)

    def _agendas(self, board_id: UUID, last: HeadView | None) -> ChoiceField[UUID | str] | None:
        """Return the choice of what an agenda begins with; None where there is nothing to begin with."""
        choices: list[tuple[UUID | str, str]] = []
        if last is not None:
            choices.append((LAST, self.tr("The last meeting: {}").format(meeting_said(last))))
        choices += [
            (row.id, self.tr("Template: {}").format(row.name)) for row in self._desk.read(template_rows, board_id)
        ]
        if not choices:
            return None
        field: ChoiceField[UUID | str] = ChoiceField(
            self.tr("Agenda from"),
            [*choices, (EMPTY, self.tr("Nothing: an empty agenda"))],
            hint=self.tr("Minutes to confirm and what is open come by themselves."),
        )
        field.open(choices[0][0])
        return field

    def _plan(
        self,
        last: HeadView | None,
        words: tuple[LineField, LineField],
        day: DateField,
        starts: TimeField,
        agenda: ChoiceField[UUID | str] | None,
    ) -> str:
        name, venue = words
        label = self.tr("Plan the {}").format(name.value or self.tr("meeting"))
        parts: dict[str, Any] = {"name": name.value, "starts": starts.value, "venue": venue.value}
        carried: Carried | None = None
        begin = agenda.value if agenda is not None else EMPTY
        try:
            if begin == EMPTY:
                meeting = self._desk.write(label, plan_meeting, self._desk.board_id, day.value, **parts)
            else:
                of_last = begin == LAST and last is not None
                parts |= {"from_id": last.id} if of_last and last is not None else {"template_id": begin}
                meeting, carried = self._desk.write(label, plan_next, self._desk.board_id, day.value, **parts)
        except Refusal as refusal:
            return str(refusal)
        self.planned.emit(meeting.id)
        self._tell(label, carried)
        return ""

    # What is left to it

    def carry(self) -> None:
        """Put on the agenda what earlier meetings left to it, as far as it isn't there."""
        head = self._head
        if head is None:
            return
        label = self.tr("Carry forward to the {}").format(meeting_said(head))
        done = self._desk.attempt(label, carry_forward, head.id)
        if done is not None and done.value:
            self._tell(label, done.value)
        elif done is not None:
            self._desk.tell(self.tr("Nothing is left to it that does not stand on its agenda already."))

    def _tell(self, label: str, carried: Carried | None) -> None:
        words = carried_words(carried) if carried is not None else ""
        if words:
            self._desk.said.emit(Said(f"{label}: {words}", undo=True))

    # Templates

    def ask_name(self) -> None:
        """Ask under which name the agenda is kept."""
        head, board_id = self._head, self._desk.board_id
        if head is None or board_id is None:
            return
        names = [row.name for row in self._desk.read(template_rows, board_id)]
        hint = self.tr("One of these names makes that template anew: {}.").format(", ".join(names)) if names else ""
        name = LineField(
            self.tr("Name of the template"),
            placeholder=self.tr("Ordinary meeting"),
            hint=hint,
            needed=self.tr("Give the template a name."),
        )
        sentence = self.tr("The items of the {} are kept; other meetings can begin with them.").format(
            meeting_said(head)
        )
        self._asking.ask(sentence, self.tr("Keep as a template"), partial(self._keep, head, name), [name])

    def _keep(self, head: HeadView, name: LineField) -> str:
        label = self.tr("Keep the agenda of the {} as the template “{}”").format(meeting_said(head), name.value)
        return self._desk.refused(label, keep_as_template, head.id, name.value)
