"""The form of a call: what it asks, which call and which organisation it is for, and what was written into it.

No SQLAlchemy here. The same questions stand on the PDF, in the Word document and over the columns of the tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from typing_extensions import override

from boardroom.domain.words import Stage

FORM = "boardroom.proposal-form/1"
"""What a form calls itself; another figure at the end is another version."""
FORM_START = "boardroom.proposal-form/"
USUAL_SCALE = "0 to 10"
"""The scale of a call that states none."""
MOST_ROWS = 200
"""Proposals that one table may hold."""


class Asked(StrEnum):
    """A question of the form; the value is the name of its field."""

    TITLE = "title"
    PROPOSAL = "proposal"
    HELPS = "helps"
    OUTCOMES = "outcomes"
    WHO = "who"
    COUNT = "asked"
    LOWEST = "lowest"
    TYPICAL = "typical"
    HIGHEST = "highest"
    WORDS = "words"
    COST = "cost"
    PERIOD = "period"
    PEOPLE = "people"
    NEEDS = "needs"
    INTERESTS = "interests"


class Hidden(StrEnum):
    """A field that nobody sees or writes: which form it is."""

    FORM = "boardroom-form"
    CALL = "boardroom-call"
    ORGANISATION = "boardroom-organisation"


OUTCOME = "outcome-"
"""How the name of a box for an outcome begins; the outcome's id follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it is printed.

    Attributes:
        label: the words beside the field.
        hint: what to write.
        lines: how high the field is; 1 holds one line only.
        longest: letters that it may hold.
        section: the heading above it, where one begins.
    """

    label: str
    hint: str = ""
    lines: int = 1
    longest: int = 10_000
    section: str = ""


_SHORT = 40

QUESTIONS: Mapping[Asked, Question] = MappingProxyType(
    {
        Asked.TITLE: Question(label="Title", hint="A few words.", longest=300, section="Your proposal"),
        Asked.PROPOSAL: Question(label="Proposal", hint="What should be done, how, and by whom.", lines=9),
        Asked.HELPS: Question(label="Whom it helps", hint="Who would use it, and what would change.", lines=4),
        Asked.OUTCOMES: Question(label="Outcomes served", hint="Tick those that it serves.", longest=2_000),
        Asked.WHO: Question(
            label="Who was asked", hint="Such as parents at two open days.", longest=1_000, section="What users say"
        ),
        Asked.COUNT: Question(label="How many were asked", hint="A whole number.", longest=_SHORT),
        Asked.LOWEST: Question(label="Lowest estimate", longest=_SHORT),
        Asked.TYPICAL: Question(label="Typical estimate", longest=_SHORT),
        Asked.HIGHEST: Question(label="Highest estimate", longest=_SHORT),
        Asked.WORDS: Question(label="In their words", hint="What users said, as they said it.", lines=4),
        Asked.COST: Question(
            label="Cost in pounds", hint="Such as £12,500.", longest=_SHORT, section="Cost and people"
        ),
        Asked.PERIOD: Question(
            label="Over how many months", hint="Such as 12; “once” if it is paid once.", longest=_SHORT
        ),
        Asked.PEOPLE: Question(label="People served in that time", hint="A whole number.", longest=_SHORT),
        Asked.NEEDS: Question(
            label="What you would need", hint="From the board or its partners.", lines=4, section="About you"
        ),
        Asked.INTERESTS: Question(
            label="Interests",
            hint="What you or your people would gain, and whether you might bid. Write “none” if there are none.",
            lines=3,
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForm:
    """What is printed on the form of a call for one organisation.

    Attributes:
        call_id: the call.
        organisation_id: the organisation.
        board: its name.
        number: the call's, as printed.
        question: what the call asks.
        strand: its name.
        stage: where the strand stands.
        opens: the first day.
        closes: the last.
        scale: on which users estimate the benefit; blank: the usual one.
        organisation: its name.
        outcomes: those of the plan, by id, in order.
        clarified: what was told of the call since, with the day on which the first was told it, in that order.
    """

    call_id: UUID
    organisation_id: UUID
    board: str
    number: str
    question: str
    strand: str
    stage: Stage | None
    opens: date
    closes: date
    scale: str
    organisation: str
    outcomes: Mapping[UUID, str]
    clarified: tuple[tuple[date, str], ...] = ()

    @property
    def stated_scale(self) -> str:
        """The scale that is printed."""
        return self.scale or USUAL_SCALE


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFault:
    """What is wrong at one field: in a table with its row (counted from 1) and the letters of its column."""

    at: str
    why: str
    row: int | None = None
    column: str = ""

    @override
    def __str__(self) -> str:
        """Return the fault as a sentence."""
        place = f"Row {self.row}, column {self.column} ({self.at})" if self.row and self.column else self.at
        if self.row and not self.column:
            place = f"Row {self.row}, {self.at}"
        return f"{place}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form that was filled in, every field checked; estimates are in thousandths of the scale's unit.

    Attributes:
        call_id: of which call.
        organisation_id: of which organisation.
        title: what it is called.
        text: the proposal itself; the title where nothing else is said.
        helps: whom it helps.
        outcome_ids: those ticked, by their ids.
        outcome_names: those written out, in small letters.
        who: who was asked.
        asked: how many.
        lowest: estimate.
        typical: estimate.
        highest: estimate.
        words: what users said.
        cost_pence: whole pence.
        cost_months: over how many months; None: once.
        people_served: in that time.
        needs: of the proposer.
        interests: of the proposer.
        missing: the labels of what was left blank.
        fingerprint: equal for equal answers to the same form.
        row: in a table the row, counted from 1.
        columns: in a table the letters of each question's column.
    """

    call_id: UUID
    organisation_id: UUID
    title: str
    text: str
    helps: str
    outcome_ids: tuple[UUID, ...]
    outcome_names: tuple[str, ...]
    who: str
    asked: int | None
    lowest: int | None
    typical: int | None
    highest: int | None
    words: str
    cost_pence: int | None
    cost_months: int | None
    people_served: int | None
    needs: str
    interests: str
    missing: tuple[str, ...]
    fingerprint: str
    row: int | None = field(default=None, compare=False)
    columns: Mapping[Asked, str] = field(default_factory=dict, compare=False)

    def fault(self, asked: Asked, why: str) -> FormFault:
        """Return what is wrong at a question, with its place in the table."""
        return FormFault(at=QUESTIONS[asked].label, why=why, row=self.row, column=self.columns.get(asked, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenForm:
    """What stands in a form, as it was written; nothing of it is believed yet.

    Attributes:
        form: what it calls itself.
        call: the id of its call.
        organisation: the id of its organisation.
        answers: the text of each field.
        ticked: the ids behind the boxes that are ticked.
        row: in a table the row, counted from 1.
        columns: in a table the letters of each question's column.
    """

    form: str
    call: str
    organisation: str
    answers: Mapping[Asked, str]
    ticked: tuple[str, ...] = ()
    row: int | None = None
    columns: Mapping[Asked, str] = field(default_factory=dict)
