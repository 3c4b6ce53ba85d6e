"""The life of a proposal: how far it has come, how old it is in days, and when an answer is late.

Source: product.md M5 and X3. No SQLAlchemy here: lists, reports and the board of proposals ask the same functions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from boardroom.domain.days import written_day
from boardroom.domain.words import AnswerKind


class LifeStep(StrEnum):
    """How far a proposal has come; each step is further than the one before."""

    RECEIVED = "received"
    TABLED = "tabled"
    CONSIDERED = "considered"
    ANSWERED = "answered"
    TOLD = "told"


class Answered(Protocol):
    """An answer to a proposal, as `Answer` has it."""

    @property
    def answer(self) -> AnswerKind:
        """What was answered."""
        ...

    @property
    def told_on(self) -> date | None:
        """When those who put the proposal were told this answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """Something that befell a proposal on a day (None: not known), in words where there are any."""

    step: LifeStep
    on: date | None
    words: str = ""


def state_of(answers: Sequence[Answered]) -> AnswerKind | None:
    """Return the state of a proposal: the last answer, None while there is none.

    Args:
        answers: from the first to the last.
    """
    return answers[-1].answer if answers else None


def step_of(*, tabled: bool, considered: bool, answers: Sequence[Answered]) -> LifeStep:
    """Return how far a proposal has come. Who was told an earlier answer is still to be told the last.

    Args:
        tabled: that the board had it before it.
        considered: that it came up at an item.
        answers: from the first to the last.
    """
    if answers:
        return LifeStep.TOLD if answers[-1].told_on is not None else LifeStep.ANSWERED
    if considered:
        return LifeStep.CONSIDERED
    return LifeStep.TABLED if tabled else LifeStep.RECEIVED


def age_in_days(asked_on: date | None, today: date, *, answered: bool, answered_on: date | None) -> int | None:
    """Return for how many days a proposal has waited, or how many its answer took; never less than 0.

    Args:
        asked_on: when it came in; None gives None.
        today: until when it has waited, while it is unanswered.
        answered: whether it has an answer.
        answered_on: when the answer that stands was given; not known gives None.
    """
    until = answered_on if answered else today
    return None if asked_on is None or until is None else max(0, (until - asked_on).days)


def is_late(age: int | None, promised: int | None, *, answered: bool) -> bool:
    """Return whether a proposal waits for longer than the terms of reference allow.

    Args:
        age: for how many days it has waited.
        promised: within how many days the terms want an answer; None: they don't say.
        answered: whether it has an answer; then it is late no more.
    """
    return not answered and age is not None and promised is not None and age > promised


def deferred_until(state: AnswerKind | None, deferred_to: str, today: date | None = None) -> date | None:
    """Return the day to which a proposal is deferred, where its words write one out.

    "In two weeks" was said on another day than today: only a date that is written out counts.

    Args:
        state: the answer that stands; any other than deferred gives None.
        deferred_to: the words of that answer.
        today: a day without a year is the next such day from here on; without it a date needs its year.
    """
    if state is not AnswerKind.DEFERRED:
        return None
    written = written_day(deferred_to, today)
    return written.day if written is not None and written.agrees else None


def is_due_again(state: AnswerKind | None, deferred_to: str, today: date) -> bool:
    """Return whether the day has gone by to which a proposal was deferred, and it still is."""
    day = deferred_until(state, deferred_to)
    return day is not None and day < today


def in_order(events: Iterable[LifeEvent]) -> tuple[LifeEvent, ...]:
    """Return what befell a proposal by the day, of one day by how far it came; what has no day comes last."""
    order = list(LifeStep)
    return tuple(sorted(events, key=lambda one: (one.on is None, one.on or date.max, order.index(one.step))))


def leads_back_to(proposal_id: UUID, earlier: Iterable[tuple[UUID, UUID | None]], start: UUID | None) -> bool:
    """Return whether the chain of earlier proposals from `start` on comes to `proposal_id`.

    Args:
        proposal_id: the one that must not be its own forerunner.
        earlier: each proposal with the one that it takes up again.
        start: where the chain begins.
    """
    before = dict(earlier)
    seen: set[UUID] = set()
    at = start
    while at is not None and at not in seen:
        if at == proposal_id:
            return True
        seen.add(at)
        at = before.get(at)
    return False
