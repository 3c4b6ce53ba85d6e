"""What is printed on the form of a call, and what the board file knows of a form that came back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.call_form import CallForm
from boardroom.domain.calls import Call, CallInvited
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Outcome, Strand
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.refusal import Gone, Refusal
from boardroom.store.queries.calls import clarified

_NAMED, _SHOWN = 5, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CallKnown:
    """A call that forms belong to: what they are checked against.

    Attributes:
        id: the call.
        board_id: its board.
        strand_id: its strand.
        number: as printed.
        question: what it asks.
        closes: its last day.
        withdrawn_on: when it was withdrawn.
        scale: on which users estimate the benefit.
        invited: the organisations that it invites.
        outcomes: those of the board's plan: id by name in small letters.
    """

    id: UUID
    board_id: UUID
    strand_id: UUID
    number: str
    question: str
    closes: date
    withdrawn_on: date | None
    scale: str
    invited: frozenset[UUID]
    outcomes: Mapping[str, UUID]


def call_form(session: Session, call_id: UUID, organisation_id: UUID) -> CallForm:
    """Return what is printed on the form of a call for an organisation.

    Raises:
        Gone: the call or the organisation isn't there any more.
    """
    found = session.execute(
        select(Call, Strand.name, Board.name)
        .join(Strand, Strand.id == Call.strand_id)
        .join(Board, Board.id == Call.board_id)
        .where(Call.id == call_id)
    ).first()
    name = session.scalar(select(Organisation.name).where(Organisation.id == organisation_id))
    if found is None or name is None:
        message = "That call isn’t there any more." if found is None else "That organisation isn’t there any more."
        raise Gone(message)
    call, strand, board = found
    outcomes = session.execute(
        select(Outcome.id, Outcome.name).where(Outcome.board_id == call.board_id).order_by(Outcome.position, Outcome.id)
    )
    return CallForm(
        call_id=call.id,
        organisation_id=organisation_id,
        board=board,
        number=call.number,
        question=call.question,
        strand=strand,
        stage=call.stage,
        opens=call.opens,
        closes=call.closes,
        scale=call.scale,
        organisation=name,
        outcomes={row.id: row.name for row in outcomes},
        clarified=tuple((day, what) for what, day in clarified(session, call_id).items()),
    )


def find_call(session: Session, named: str) -> UUID:
    """Return the call of a number or an id.

    Raises:
        Refusal: there is none, or there are several of that number.
    """
    calls = session.execute(select(Call.id, Call.number, Call.question).order_by(Call.opens.desc(), Call.id)).all()
    found: list[UUID] = [one.id for one in calls if named in {str(one.id), one.number}]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"Several calls have the number {named}; name one by its id: {', '.join(map(str, found[:_NAMED]))}."
        raise Refusal(message)
    known = "; ".join(f"{one.number or one.id} {one.question}"[:_SHOWN] for one in calls[:_NAMED])
    message = f"There is no call {named[:_SHOWN]}. " + (f"There are: {known}." if known else "None was opened yet.")
    raise Refusal(message)


def invited_to(session: Session, call_id: UUID) -> Sequence[UUID]:
    """Return the organisations that a call invites, in order."""
    wanted = select(CallInvited.organisation_id).where(CallInvited.call_id == call_id)
    return session.scalars(wanted.order_by(CallInvited.position, CallInvited.id)).all()


def holds_several_boards(session: Session) -> bool:
    """Return whether the file holds more boards than one, each with calls that are numbered from 1."""
    return len(session.scalars(select(Board.id).limit(2)).all()) > 1


def calls_known(session: Session, ids: Iterable[UUID]) -> Mapping[UUID, CallKnown]:
    """Return the calls of these ids that the file holds."""
    wanted = set(ids)
    if not wanted:
        return {}
    calls = session.scalars(select(Call).where(Call.id.in_(wanted))).all()
    invited: dict[UUID, set[UUID]] = {}
    for row in session.execute(
        select(CallInvited.call_id, CallInvited.organisation_id).where(CallInvited.call_id.in_(wanted))
    ):
        invited.setdefault(row.call_id, set()).add(row.organisation_id)
    outcomes: dict[UUID, dict[str, UUID]] = {}
    boards = {call.board_id for call in calls}
    for outcome in session.execute(
        select(Outcome.id, Outcome.board_id, Outcome.name).where(Outcome.board_id.in_(boards))
    ):
        outcomes.setdefault(outcome.board_id, {})[" ".join(outcome.name.casefold().split())] = outcome.id
    return {
        call.id: CallKnown(
            id=call.id,
            board_id=call.board_id,
            strand_id=call.strand_id,
            number=call.number,
            question=call.question,
            closes=call.closes,
            withdrawn_on=call.withdrawn_on,
            scale=call.scale,
            invited=frozenset(invited.get(call.id, ())),
            outcomes=outcomes.get(call.board_id, {}),
        )
        for call in calls
    }


def forms_held(session: Session, fingerprints: Iterable[str]) -> Mapping[str, str]:
    """Return of these forms those that came in already, each with its proposal's number."""
    wanted = sorted(set(fingerprints))
    if not wanted:
        return {}
    rows = session.execute(select(Proposal.form_hash, Proposal.number).where(Proposal.form_hash.in_(wanted)))
    return {row.form_hash: row.number for row in rows}


def answers_of(session: Session, call_ids: Iterable[UUID]) -> Mapping[tuple[UUID, UUID], Sequence[str]]:
    """Return the numbers of the proposals that came in to calls, by call and organisation."""
    wanted = set(call_ids)
    if not wanted:
        return {}
    rows = session.execute(
        select(Proposal.call_id, Proposer.organisation_id, Proposal.number)
        .join(Proposer, Proposer.proposal_id == Proposal.id)
        .where(Proposal.call_id.in_(wanted))
        .order_by(Proposal.id)
    )
    found: dict[tuple[UUID, UUID], list[str]] = {}
    for call_id, organisation_id, number in rows:
        if call_id is not None and organisation_id is not None:
            found.setdefault((call_id, organisation_id), []).append(number)
    return found
