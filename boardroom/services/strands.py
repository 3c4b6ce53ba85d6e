"""Strands: the services being planned, each with its lead, who decides on it, its sums, and the day it ended."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.money import MOST_PENCE
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Priority, Strand, StrandStage, StrandSum
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.places import move_among
from boardroom.services.standing_rows import standing
from boardroom.services.stated import LONGEST_NAME, LONGEST_TEXT, refuse_too_many, stated_line, within
from boardroom.store.queries import plan as find
from boardroom.store.queries.hanging import next_place
from boardroom.store.queries.uses import users_of

_WHAT = "That strand"
_OWN = ("strand_stage", "strand_sum")


def add_strand(
    session: Session, board_id: UUID, name: str, *, purpose: str = "", priority_id: UUID | None = None
) -> Strand:
    """Put a service that is to be planned into the plan, behind the others.

    Raises:
        Refusal: board or priority is gone, the strand has no name or stands in the plan already, or it is too long.
    """
    standing(session, Board, board_id, "That board")
    strands = find.strands_of(session, board_id)
    refuse_too_many(len(strands) + 1, "strands")
    strand = Strand(
        board_id=board_id,
        priority_id=_priority(session, board_id, priority_id),
        position=strands[-1].position + 1 if strands else 0,
        name=_named(session, board_id, name),
        purpose=_text(purpose),
    )
    session.add(strand)
    return strand


def change_strand(  # noqa: PLR0913 - a strand has these parts
    session: Session,
    strand_id: UUID,
    *,
    name: str | Kept = KEPT,
    purpose: str | Kept = KEPT,
    priority_id: UUID | Kept | None = KEPT,
    lead_organisation_id: UUID | Kept | None = KEPT,
) -> Strand:
    """Change what a strand is called, what it is for, and who leads it; what isn't given stays.

    Raises:
        Refusal: it, the priority or the organisation is gone, the name is blank or another strand's, or it is too long.
    """
    strand = standing(session, Strand, strand_id, _WHAT)
    # What isn't given isn't measured: a strand that came in with a longer name can still be changed.
    said = strand.name if name is KEPT else _named(session, strand.board_id, name, strand)
    why = strand.purpose if purpose is KEPT else _text(purpose)
    priority = _priority(session, strand.board_id, given(priority_id, strand.priority_id))
    lead = _organisation(session, given(lead_organisation_id, strand.lead_organisation_id))
    strand.name, strand.priority_id, strand.lead_organisation_id = said, priority, lead
    strand.purpose = why
    return strand


def reserve_strand(session: Session, strand_id: UUID, to: str, reason: str) -> Strand:
    """Say that the decisions on a strand are kept to one partner, and why; without either the board decides.

    Source: Local Government Act 2000 and its regulations keep a council's budget and policy framework to the council.

    Raises:
        Refusal: it is gone, or it is said to whom without why, or why without to whom.
    """
    strand = standing(session, Strand, strand_id, _WHAT)
    to, reason = _line(to), _text(reason)
    if to and not reason:
        message = f"Say why the decision is kept to {to}."
        raise Refusal(message)
    if reason and not to:
        message = "Say to whom the decision is kept."
        raise Refusal(message)
    strand.reserved_to, strand.reserved_reason = to, reason
    return strand


def move_strand(session: Session, strand_id: UUID, *, by: int) -> Strand:
    """Move a strand up (a negative number of places) or down in the plan.

    Raises:
        Refusal: it is gone.
    """
    strand = standing(session, Strand, strand_id, _WHAT)
    move_among(find.strands_of(session, strand.board_id), strand, by)
    return strand


def end_strand(session: Session, strand_id: UUID, on: date | None) -> Strand:
    """Say on which day the work on a strand was over; None: it goes on.

    Raises:
        Refusal: it is gone, or one of its stages began later than that day.
    """
    strand = standing(session, Strand, strand_id, _WHAT)
    for row in find.stages_of(session, strand_id):
        if on is not None and row.began is not None and row.began > on:
            message = f"Its {row.stage} stage began later, on {_day(row.began)}; it can't have ended before."
            raise Refusal(message)
    strand.ended = on
    return strand


def remove_strand(session: Session, strand_id: UUID) -> None:
    """Take out a strand on which nothing was done; its stages and sums go with it.

    Raises:
        Refusal: it is gone, or an item, a proposal, a call or an interest is on it.
    """
    strand = standing(session, Strand, strand_id, _WHAT)
    if users_of(session, Strand, strand_id, apart_from=_OWN):
        message = f"Items, proposals or others' work stand on “{strand.name}”, so it stays; end it instead."
        raise Refusal(message)
    rows: list[StrandStage | StrandSum] = [*find.stages_of(session, strand_id), *find.sums_of(session, strand_id)]
    for row in rows:
        session.delete(row)
    session.delete(strand)


def add_sum(  # noqa: PLR0913 - a sum has these parts
    session: Session,
    strand_id: UUID,
    pence: int,
    *,
    words: str = "",
    organisation_id: UUID | None = None,
    currency: str = "GBP",
) -> StrandSum:
    """Put money to a strand.

    Args:
        session: of the unit of work.
        strand_id: the strand.
        pence: how much, in whole pence.
        words: for what, or for how long: "a year, from April 2027".
        organisation_id: whose money it is, where that is known.
        currency: its code (ISO 4217).

    Raises:
        Refusal: strand or organisation is gone, or it is no sum of money.
    """
    standing(session, Strand, strand_id, _WHAT)
    refuse_too_many(len(find.sums_of(session, strand_id)) + 1, "sums")
    row = StrandSum(
        strand_id=strand_id,
        organisation_id=_organisation(session, organisation_id),
        position=next_place(session, StrandSum, "strand_id", strand_id),
        words=_line(words),
        pence=_pence(pence),
        currency=currency,
    )
    session.add(row)
    return row


def change_sum(
    session: Session,
    sum_id: UUID,
    *,
    pence: int | Kept = KEPT,
    words: str | Kept = KEPT,
    organisation_id: UUID | Kept | None = KEPT,
) -> StrandSum:
    """Put a sum right; what isn't given stays.

    Raises:
        Refusal: it or the organisation is gone, or it would be no sum of money.
    """
    row = standing(session, StrandSum, sum_id, "That sum")
    body = _organisation(session, given(organisation_id, row.organisation_id))
    row.pence, row.words, row.organisation_id = (
        _pence(given(pence, row.pence)),
        row.words if words is KEPT else _line(words),
        body,
    )
    return row


def remove_sum(session: Session, sum_id: UUID) -> None:
    """Take a sum away from its strand.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, StrandSum, sum_id, "That sum"))


def _pence(pence: int) -> int:
    if not 0 < pence <= MOST_PENCE:
        message = "Write a sum of money above nothing, such as 120,000."
        raise Refusal(message)
    return pence


def _priority(session: Session, board_id: UUID, priority_id: UUID | None) -> UUID | None:
    if priority_id is not None and standing(session, Priority, priority_id, "That priority").board_id != board_id:
        message = "That priority is in another board's plan."
        raise Refusal(message)
    return priority_id


def _organisation(session: Session, organisation_id: UUID | None) -> UUID | None:
    if organisation_id is not None:
        standing(session, Organisation, organisation_id, "That organisation")
    return organisation_id


def _named(session: Session, board_id: UUID, name: str, strand: Strand | None = None) -> str:
    said = within(stated_line(name, "Give the strand a name."), LONGEST_NAME)
    for other in find.strands_of(session, board_id):
        if other is not strand and other.name.casefold() == said.casefold():
            message = f"“{other.name}” stands in the plan already."
            raise Refusal(message)
    return said


def _line(written: str) -> str:
    return within(clean_line(written), LONGEST_NAME)


def _text(written: str) -> str:
    return within(clean_text(written).strip(), LONGEST_TEXT)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
