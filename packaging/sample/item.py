"""One agenda item of the sample board: what was said, put forward, decided and asked for under it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MinutesAmendment, MinutesConfirmation
from boardroom.domain.proposals import Answer, Proposer
from boardroom.domain.text import Run, clean_runs
from boardroom.domain.votes import Motion
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    Method,
    ParagraphForm,
    PointKind,
    ReasonCategory,
    Restriction,
    Result,
    TextKind,
)
from sample.vote import DecisionDesk, MotionDesk

if TYPE_CHECKING:
    from sample.meeting import MeetingDesk

_CORRECT = "approved as a correct record"


def runs(text: str) -> tuple[Run, ...]:
    """Return text as runs, the words between two underscores in italics."""
    return clean_runs(Run(part, italic=index % 2 == 1) for index, part in enumerate(text.split("_")))


class ActionDesk:
    """An action just asked for, to which its later life is told."""

    def __init__(self, item: "ItemDesk", row: Action) -> None:
        """Take up an action of an item."""
        self.item = item
        self.row = row

    def update(self, on: date, status: ActionStatus, words: str) -> "ActionDesk":
        """Say how the action went."""
        sample = self.item.meeting.sample
        position = sample.next_position(f"update/{self.row.number}")
        sample.add(
            ActionUpdate,
            f"{self.row.number}/{position}",
            on,
            action_id=self.row.id,
            position=position,
            updated_on=on,
            words=words,
            status=status,
        )
        return self

    def done(self, on: date, words: str = "Done.") -> "ActionDesk":
        """Say that the action was done."""
        return self.update(on, ActionStatus.DONE, words)


class ItemDesk:
    """Takes down one item."""

    def __init__(self, meeting: "MeetingDesk", row: AgendaItem) -> None:
        """Take up an item of a meeting."""
        self.meeting = meeting
        self.row = row

    def add(self, entity: type[Any], key: str, **fields: Any) -> Any:  # noqa: ANN401 - any entity
        """Put a row under this item."""
        return self.meeting.add(entity, f"{self.row.number}/{key}", item_id=self.row.id, **fields)

    def in_welsh(self, title: str) -> "ItemDesk":
        """Give the title in Welsh."""
        self.add(ItemTranslation, "cy", language="cy", field="title", text=title)
        return self

    def restrict(
        self, restriction: Restriction, ground: str, *, public_title: str, reason: str, review_on: date
    ) -> "ItemDesk":
        """Keep the whole item from the public."""
        row = self.row
        row.restricted, row.restriction, row.ground = True, restriction, ground
        row.public_title, row.restriction_reason, row.review_on = public_title, reason, review_on
        return self

    def text(self, *paragraphs: str, form: ParagraphForm = ParagraphForm.BODY, level: int = 0) -> "ItemDesk":
        """Write paragraphs of minute text."""
        for text in paragraphs:
            self.add(Paragraph, "text", text_kind=TextKind.MINUTE, form=form, level=level, runs=runs(text))
        return self

    def bullets(self, *paragraphs: str, level: int = 0) -> "ItemDesk":
        """Write a bulleted list of minute text."""
        return self.text(*paragraphs, form=ParagraphForm.BULLET, level=level)

    def numbered(self, *paragraphs: str) -> "ItemDesk":
        """Write a numbered list of minute text."""
        return self.text(*paragraphs, form=ParagraphForm.NUMBERED)

    def welsh(self, *paragraphs: str) -> "ItemDesk":
        """Write paragraphs of minute text in Welsh."""
        for text in paragraphs:
            self.add(Paragraph, "text", text_kind=TextKind.MINUTE, runs=runs(text), language="cy")
        return self

    def secret(self, *paragraphs: str) -> "ItemDesk":
        """Write paragraphs of minute text that the public does not get."""
        for text in paragraphs:
            self.add(Paragraph, "text", text_kind=TextKind.MINUTE, runs=runs(text), restricted=True)
        return self

    def note(self, *paragraphs: str) -> "ItemDesk":
        """Jot something down that no document prints."""
        for text in paragraphs:
            self.add(Paragraph, "notes", text_kind=TextKind.NOTE, runs=runs(text))
        return self

    def point(self, kind: PointKind, speaker: str, text: str, *, proposal: int | None = None) -> "ItemDesk":
        """Record a contribution by a member, or by an organisation that is named."""
        sample, on = self.meeting.sample, self.meeting.on
        person = sample.people.get(speaker)
        organisation = sample.organisation_of(speaker, on) if person else sample.organisations[speaker]
        self.add(
            Point,
            "point",
            kind=kind,
            person_id=person.id if person else None,
            organisation_id=organisation.id,
            by_name=speaker if person else "",
            by_organisation=sample.printed_name(organisation, on),
            sector=sample.status_on(organisation, on).sector,
            text=text,
            proposal_id=sample.proposals[proposal].id if proposal else None,
        )
        return self

    def proposal(self, number: int, text: str, *proposers: str, received: date | None = None) -> "ItemDesk":
        """Take up a proposal that is new at this item, received that day unless an earlier one is given."""
        self.meeting.sample.proposal(number, text, *proposers, received=received or self.meeting.on)
        return self.takes(number)

    def takes(self, *numbers: int) -> "ItemDesk":
        """Take up proposals that are already in the register."""
        sample = self.meeting.sample
        for number in numbers:
            row = sample.proposals[number]
            row.meeting_id, row.item_id = self.meeting.row.id, self.row.id
            row.position = number
            for proposer in sample.rows[Proposer]:
                if isinstance(proposer, Proposer) and proposer.proposal_id == row.id:
                    proposer.meeting_id = self.meeting.row.id
        return self

    def answer(  # noqa: PLR0913 - the thing has these parts
        self,
        number: int,
        answer: AnswerKind,
        reason: str,
        category: ReasonCategory = ReasonCategory.OTHER,
        *,
        on: date | None = None,
        told: date | None = None,
        deferred_to: str = "",
        decision: DecisionDesk | None = None,
    ) -> "ItemDesk":
        """Answer a proposal, with the reason."""
        self.add(
            Answer,
            f"answer/{number}",
            proposal_id=self.meeting.sample.proposals[number].id,
            decision_id=decision.row.id if decision else None,
            answer=answer,
            reason=reason,
            category=category,
            deferred_to=deferred_to,
            answered_on=on or self.meeting.on,
            told_on=told,
        )
        return self

    def decide(  # noqa: PLR0913 - the thing has these parts
        self,
        wording: str,
        *,
        result: Result = Result.CARRIED,
        method: Method = Method.CONSENSUS,
        registered: bool = True,
        tag: str = "",
        motion: MotionDesk | None = None,
        **fields: Any,  # noqa: ANN401 - any field of a decision
    ) -> DecisionDesk:
        """Record a decision; one that matters later has a reference in the decision register."""
        sample = self.meeting.sample
        row: Decision = self.add(
            Decision,
            "decision",
            board_id=sample.board.id,
            wording=wording,
            result=result,
            method=method,
            motion_id=motion.row.id if motion else None,
            reference=sample.reference(self.meeting.on) if registered else "",
            decided_on=fields.pop("decided_on", self.meeting.on),
            **fields,
        )
        if tag:
            sample.tags[tag] = row
        return DecisionDesk(self, row)

    def notes_that(self, wording: str) -> DecisionDesk:
        """Record that the board noted something; this stays out of the decision register."""
        return self.decide(wording, result=Result.NOTED, registered=False)

    def moves(
        self,
        wording: str,
        mover: str,
        seconder: str,
        result: Result,
        *,
        amends: MotionDesk | None = None,
    ) -> MotionDesk:
        """Record a motion or an amendment of one."""
        people = self.meeting.sample.people
        row: Motion = self.add(
            Motion,
            "motion",
            wording=wording,
            amends_id=amends.row.id if amends else None,
            mover=mover,
            mover_id=people[mover].id,
            seconder=seconder,
            seconder_id=people[seconder].id,
            result=result,
        )
        return MotionDesk(self, row)

    def action(
        self,
        text: str,
        *owners: str,
        due: date | str = "",
        role: str = "",
        body: str = "",
        decision: DecisionDesk | None = None,
    ) -> ActionDesk:
        """Ask for an action.

        Args:
            text: what is asked.
            owners: people, who act for their organisations, or organisations.
            due: a day, or words such as "next meeting".
            role: the owner in words, where no person is named.
            body: the owning organisation in words.
            decision: the decision that it follows from.
        """
        sample, on = self.meeting.sample, self.meeting.on
        number = str(sample.action_number)
        sample.action_number += 1
        row: Action = sample.add(
            Action,
            number,
            on,
            board_id=sample.board.id,
            meeting_id=self.meeting.row.id,
            item_id=self.row.id,
            decision_id=decision.row.id if decision else None,
            position=sample.next_position(f"action/{self.meeting.key}/{self.row.number}"),
            number=number,
            text=text,
            owner_role=role,
            owner_organisation=body,
            due_on=due if isinstance(due, date) else None,
            due_words=due if isinstance(due, str) else "",
        )
        for position, owner in enumerate(owners):
            person = sample.people.get(owner)
            organisation = sample.organisations[owner] if person is None else sample.organisation_of(owner, on)
            sample.add(
                ActionOwner,
                f"{number}/{position}",
                on,
                action_id=row.id,
                meeting_id=self.meeting.row.id,
                position=position,
                person_id=person.id if person else None,
                organisation_id=organisation.id,
                name=owner if person else "",
                organisation=sample.printed_name(organisation, on),
            )
        return ActionDesk(self, row)

    def confirms_earlier(self, on: date, name: str) -> DecisionDesk:
        """Confirm the minutes of a meeting that this file does not have."""
        self.add(MinutesConfirmation, "confirms", of_date=on, result=_CORRECT)
        return self.decide(f"That the minutes of the {name} be signed as a correct record.", registered=False)

    def confirms(self, earlier: Meeting, on: date, *amendments: str, provisional: bool = False) -> DecisionDesk:
        """Confirm earlier minutes as a correct record, with the changes that were made first."""
        row = self.add(MinutesConfirmation, "confirms", of_meeting_id=earlier.id, of_date=on, result=_CORRECT)
        for text in amendments:
            self.meeting.add(MinutesAmendment, f"{self.row.number}/amends", confirmation_id=row.id, text=text)
        return self.decide(
            f"That the minutes of the {earlier.name} be signed as a correct record.",
            registered=False,
            provisional=provisional,
        )
