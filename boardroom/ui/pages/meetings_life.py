"""What becomes of a planned meeting: noticed, called off, held, reconvened, its minutes drafted, confirmed, sealed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.words import MeetingStatus
from boardroom.services.meetings import call_off, confirm_minutes, give_notice, reconvene, seal_minutes
from boardroom.services.planning import draft_minutes, mark_held, remove_meeting
from boardroom.ui.kit.days import long_day, plain_day, weekday_and_day
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField, TimeField
from boardroom.ui.pages.confirming import choice_of_confirming
from boardroom.ui.pages.home_readiness import notice_today
from boardroom.ui.pages.meetings_commands import MeetingCommands
from boardroom.ui.said import meeting_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.ui.kit.field import Field


class MeetingLife(MeetingCommands):
    """The commands over one meeting; each asks what it needs where the meeting is shown."""

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "meetings.notice": self.ask_notice,
            "meetings.held": self.mark_held,
            "meetings.reconvene": self.ask_again_on,
            "meetings.call_off": self.ask_why,
            "meetings.draft": self.draft,
            "meetings.confirm": self.ask_confirming,
            "meetings.seal": self.ask_signature,
            "meetings.remove": self.remove,
        }

    @override
    def why_not(self, command: str) -> str:
        head = self._head
        if head is None:
            return self.tr("no meeting is chosen")
        if head.sealed:
            return self.tr("the minutes are sealed")
        planned, status = head.status is MeetingStatus.PLANNED, head.status
        reasons = {
            "meetings.notice": "" if planned else self.tr("it is not a planned meeting"),
            "meetings.held": "" if planned else self.tr("it is not a planned meeting"),
            "meetings.call_off": "" if planned else self.tr("it is not a planned meeting"),
            "meetings.remove": "" if planned else self.tr("it is in the record; nothing held is removed"),
            "meetings.draft": ""
            if status in {MeetingStatus.HELD, None}
            else self.tr("it was not held yet; mark it as held first")
            if planned
            else self.tr("of a meeting that was held"),
            "meetings.confirm": ""
            if status in {MeetingStatus.HELD, MeetingStatus.DRAFT_MINUTES, None}
            else self.tr("minutes are drafted first"),
            "meetings.seal": "" if status is MeetingStatus.CONFIRMED else self.tr("after they are confirmed"),
        }
        if command == "meetings.notice" and head.notice_given_on is not None:
            return self.tr("notice was given on {}").format(plain_day(head.notice_given_on))
        return reasons.get(command, "")

    def remove(self) -> None:
        """Take out a planned meeting that nobody has seen, or say why not and offer to call it off."""
        head = self._head
        if head is None:
            return
        sentence = self._desk.refused(self.tr("Remove the {}").format(self._called(head)), remove_meeting, head.id)
        if sentence and not self.why_not("meetings.call_off"):
            self.ask_why(sentence)
        elif sentence:
            self._desk.refuse(sentence)

    # Before the meeting

    def ask_notice(self) -> None:
        """Ask whether notice goes out today, or on which day it did: it can't be taken back."""
        head = self._head
        if head is None:
            return
        question = self.tr("Notice of the {} goes out today, {}?").format(
            self._called(head), weekday_and_day(self._desk.today)
        )
        after = self.tr("From then on late items need a reason; no Undo.")
        sentence = " ".join(filter(None, (question, notice_today(self._desk, head), after)))
        on = DateField(
            self.tr("Given on"), lambda: self._desk.today, hint=self.tr("Another day, where it has gone out already.")
        )
        on.open(self._desk.today)
        self._asking.ask(sentence, self.tr("Notice is given"), partial(self._give_notice, head, on), [on], grave=True)

    def _give_notice(self, head: HeadView, on: DateField) -> str:
        if on.value is None:
            return self.tr("Say on which day notice was given.")
        if on.value > self._desk.today:
            return self.tr("{} is still to come; record the notice when it has gone out.").format(plain_day(on.value))
        label = self.tr("Give notice of the {}").format(self._called(head))
        return self._desk.refused(label, give_notice, head.id, on.value, barrier=True)

    def ask_why(self, before: str = "") -> None:
        """Ask why the meeting is called off.

        Args:
            before: a sentence that leads up to the question.
        """
        head = self._head
        if head is None:
            return
        way = ChoiceField(
            self.tr("It is"), [(False, self.tr("cancelled")), (True, self.tr("postponed to a day that is not set"))]
        )
        reason = LineField(
            self.tr("Reason"),
            placeholder=self.tr("Too few members can come"),
            hint=self.tr("Those invited are told."),
            needed=self.tr("Give the reason: those invited will be told."),
        )
        sentence = before or self.tr("The {} stays in the record with its reason.").format(self._called(head))
        answer = partial(self._call_off, head, way, reason)
        self._asking.ask(sentence, self.tr("Call the meeting off"), answer, [way, reason], grave=True)

    def _call_off(self, head: HeadView, way: ChoiceField[bool], reason: LineField) -> str:
        postponed = way.value
        label = self.tr("Postpone the {}") if postponed else self.tr("Cancel the {}")
        return self._desk.refused(
            label.format(self._called(head)), call_off, head.id, reason.value, postponed=postponed
        )

    # The meeting itself

    def mark_held(self) -> None:
        """Say that the meeting took place."""
        if self._head is not None:
            self._desk.attempt(
                self.tr("Mark the {} as held").format(self._called(self._head)), mark_held, self._head.id
            )

    def ask_again_on(self) -> None:
        """Ask on which day an adjourned meeting goes on."""
        head = self._head
        if head is None:
            return
        day, starts = self._day(self.tr("Goes on on")), TimeField(self.tr("Begins"))
        because = LineField(self.tr("Adjourned because"), placeholder=self.tr("the fire alarm"))
        starts.open(head.days[0].starts if head.days else None)
        sentence = self.tr("The {} goes on on another day: one record, two days.").format(self._called(head))
        answer = partial(self._reconvene, head, day, starts, because)
        self._asking.ask(sentence, self.tr("Reconvene the meeting"), answer, [day, starts, because])

    def _reconvene(self, head: HeadView, day: DateField, starts: TimeField, because: LineField) -> str:
        if day.value is None:
            return self.tr("Give the day on which it goes on.")
        label = self.tr("Reconvene the {}").format(self._called(head))
        return self._desk.refused(label, reconvene, head.id, day.value, starts=starts.value, because=because.value)

    # Its minutes

    def draft(self) -> None:
        """Say that the minutes are drafted."""
        if self._head is not None:
            label = self.tr("Minutes of the {} are drafted").format(self._called(self._head))
            self._desk.attempt(label, draft_minutes, self._head.id)

    def ask_confirming(self) -> None:
        """Ask which decision of a later meeting confirmed the minutes."""
        head = self._head
        if head is None:
            return
        field = choice_of_confirming(self._desk, head)
        if field is None:
            self._desk.refuse(self.tr("No later meeting has decided on these minutes yet; record its decision first."))
            return
        sentence = self.tr("The minutes of the {} were approved as a correct record.").format(self._called(head))
        self._asking.ask(sentence, self.tr("Confirm minutes"), partial(self._confirm, head, field), [field])

    def _confirm(self, head: HeadView, decision: ChoiceField[UUID]) -> str:
        label = self.tr("Confirm the minutes of the {}").format(self._called(head))
        return self._desk.refused(label, confirm_minutes, head.id, decision.value)

    def ask_signature(self) -> None:
        """Ask who signed the minutes and when, before they are sealed."""
        head = self._head
        field = choice_of_confirming(self._desk, head) if head is not None else None
        if head is None or field is None:
            self._desk.refuse(self.tr("No later meeting has decided on these minutes yet; record its decision first."))
            return
        signed_by = LineField(self.tr("Signed by"), needed=self.tr("Say who signed the minutes."))
        signed_on = self._day(self.tr("Signed on"))
        signed_on.open(self._desk.today)
        question = self.tr("Sealed minutes of the {} can only be corrected, not changed; no Undo reaches behind it.")
        answer = partial(self._seal, head, field, signed_by, signed_on)
        fields: list[Field[Any]] = [signed_by, signed_on, field]
        self._asking.ask(question.format(self._called(head)), self.tr("Seal minutes"), answer, fields, grave=True)

    def _seal(self, head: HeadView, decision: ChoiceField[UUID], signed_by: LineField, signed_on: DateField) -> str:
        if signed_on.value is None:
            return self.tr("Say on which day they were signed.")
        label = self.tr("Seal the minutes of the {}").format(self._called(head))
        parts = {"signed_by": signed_by.value, "signed_on": signed_on.value}
        return self._desk.refused(label, seal_minutes, head.id, decision.value, barrier=True, **parts)

    # Inside

    def _called(self, head: HeadView) -> str:
        if head.name or head.held_on is None:
            return meeting_said(head)
        return self.tr("meeting of {}").format(long_day(head.held_on))
