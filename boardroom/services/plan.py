"""The joint plan above its strands: outcomes, and the priorities under them, in an order of the board's own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.plan import Outcome, Priority
from boardroom.domain.refusal import Refusal
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.places import move_among
from boardroom.services.standing_rows import standing
from boardroom.services.stated import refuse_too_many, stated_line
from boardroom.store.queries import plan as find

EVERY_CHILD_MATTERS: tuple[str, ...] = (
    "Be healthy",
    "Stay safe",
    "Enjoy and achieve",
    "Make a positive contribution",
    "Achieve economic well-being",
)
"""What a board's plan begins with. Source: Every Child Matters (2003); Children Act 2004 s.10(2)."""

_OUTCOME = "That outcome"
_PRIORITY = "That priority"


def begin_plan(session: Session, board_id: UUID) -> list[Outcome]:
    """Put the five outcomes of Every Child Matters into the plan of a new board; each may be changed or taken out."""
    rows = [Outcome(board_id=board_id, position=place, name=name) for place, name in enumerate(EVERY_CHILD_MATTERS)]
    session.add_all(rows)
    return rows


def add_outcome(session: Session, board_id: UUID, name: str) -> Outcome:
    """Put an outcome into the plan, behind the others.

    Raises:
        Refusal: the board is gone, or the outcome has no name, holds a “;”, or stands there already.
    """
    standing(session, Board, board_id, "That board")
    outcomes = find.outcomes_of(session, board_id)
    refuse_too_many(len(outcomes) + 1, "outcomes")
    outcome = Outcome(board_id=board_id, position=_last(outcomes), name=_outcome_named(name, outcomes))
    session.add(outcome)
    return outcome


def rename_outcome(session: Session, outcome_id: UUID, name: str) -> Outcome:
    """Word an outcome anew.

    Raises:
        Refusal: it is gone, it would have no name or hold a “;”, or another one has it.
    """
    outcome = standing(session, Outcome, outcome_id, _OUTCOME)
    others = [one for one in find.outcomes_of(session, outcome.board_id) if one is not outcome]
    outcome.name = _outcome_named(name, others)
    return outcome


def move_outcome(session: Session, outcome_id: UUID, *, by: int) -> Outcome:
    """Move an outcome up (a negative number of places) or down.

    Raises:
        Refusal: it is gone.
    """
    outcome = standing(session, Outcome, outcome_id, _OUTCOME)
    move_among(find.outcomes_of(session, outcome.board_id), outcome, by)
    return outcome


def remove_outcome(session: Session, outcome_id: UUID) -> None:
    """Take an outcome out of the plan; the priorities under it stay, under none.

    Raises:
        Refusal: it is gone, or a proposal says that it serves it.
    """
    outcome = standing(session, Outcome, outcome_id, _OUTCOME)
    if find.is_served(session, outcome_id):
        message = f"A proposal says that it serves “{outcome.name}”, so that outcome stays; it can be worded anew."
        raise Refusal(message)
    for priority in find.priorities_of(session, outcome.board_id):
        if priority.outcome_id == outcome_id:
            priority.outcome_id = None
    session.delete(outcome)


def add_priority(session: Session, board_id: UUID, name: str, outcome_id: UUID | None = None) -> Priority:
    """Put a priority into the plan, behind the others, under an outcome or under none.

    Raises:
        Refusal: board or outcome is gone, or the priority has no name or stands there already.
    """
    standing(session, Board, board_id, "That board")
    priorities = find.priorities_of(session, board_id)
    refuse_too_many(len(priorities) + 1, "priorities")
    priority = Priority(
        board_id=board_id,
        outcome_id=_outcome_of(session, board_id, outcome_id),
        position=_last(priorities),
        name=_named(name, priorities, "priority"),
    )
    session.add(priority)
    return priority


def change_priority(
    session: Session, priority_id: UUID, *, name: str | Kept = KEPT, outcome_id: UUID | Kept | None = KEPT
) -> Priority:
    """Word a priority anew, or put it under another outcome; what isn't given stays.

    Raises:
        Refusal: it or the outcome is gone, it would have no name, or another one has it.
    """
    priority = standing(session, Priority, priority_id, _PRIORITY)
    others = [one for one in find.priorities_of(session, priority.board_id) if one is not priority]
    priority.name = _named(given(name, priority.name), others, "priority")
    priority.outcome_id = _outcome_of(session, priority.board_id, given(outcome_id, priority.outcome_id))
    return priority


def move_priority(session: Session, priority_id: UUID, *, by: int) -> Priority:
    """Move a priority up (a negative number of places) or down.

    Raises:
        Refusal: it is gone.
    """
    priority = standing(session, Priority, priority_id, _PRIORITY)
    move_among(find.priorities_of(session, priority.board_id), priority, by)
    return priority


def remove_priority(session: Session, priority_id: UUID) -> None:
    """Take a priority out of the plan.

    Raises:
        Refusal: it is gone, or a strand is planned under it.
    """
    priority = standing(session, Priority, priority_id, _PRIORITY)
    strand = find.strand_under(session, priority_id)
    if strand is not None:
        message = f"“{strand.name}” is planned under that priority; give it another one first."
        raise Refusal(message)
    session.delete(priority)


def _outcome_of(session: Session, board_id: UUID, outcome_id: UUID | None) -> UUID | None:
    if outcome_id is not None and standing(session, Outcome, outcome_id, _OUTCOME).board_id != board_id:
        message = "That outcome is in another board's plan."
        raise Refusal(message)
    return outcome_id


def _last(rows: Sequence[Outcome] | Sequence[Priority]) -> int:
    return rows[-1].position + 1 if rows else 0


def _outcome_named(name: str, others: Sequence[Outcome]) -> str:
    said = _named(name, others, "outcome")
    if ";" in said:
        message = "Write the outcome without “;”: in the tables of a call it parts one outcome from the next."
        raise Refusal(message)
    return said


def _named(name: str, others: Sequence[Outcome] | Sequence[Priority], what: str) -> str:
    said = stated_line(name, f"Write the {what}.")
    if said.casefold() in {one.name.casefold() for one in others}:
        message = f"“{said}” stands in the plan already."
        raise Refusal(message)
    return said
