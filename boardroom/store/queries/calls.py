"""Calls for proposals: those of a board, one with all that belongs to it, and who was told what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Membership, Seat
from boardroom.domain.calling import CallState, left_out, state_on
from boardroom.domain.calls import Call, CallInvited, Telling
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Strand
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.words import Sector, TellingKind
from boardroom.store.queries.boards_at import boards_at
from boardroom.store.queries.seats import sectors_in_use
from boardroom.store.queries.sectors import in_force, statuses_on


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """A call in a list; `proposals` is how many came in answer to it."""

    id: UUID
    number: str
    question: str
    strand_id: UUID
    strand: str
    opens: date
    closes: date
    state: CallState
    invited: int
    proposals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedRow:
    """An organisation that is invited: when it was told so, last reminded, and how many proposals it sent."""

    id: UUID
    organisation_id: UUID
    name: str
    sector: Sector | None
    told_on: date | None
    reminded_on: date | None
    proposals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingRow:
    """One line of the register of who was told what and when."""

    id: UUID
    organisation_id: UUID
    organisation: str
    sector: Sector | None
    told_on: date
    kind: TellingKind
    what: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An organisation that a call doesn't invite yet."""

    id: UUID
    name: str
    sector: Sector | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPage:
    """A call with all that belongs to it; `weeks` is what the terms agree on the day it opens."""

    call: Call
    strand: str
    state: CallState
    weeks: int
    invited: tuple[InvitedRow, ...]
    left_out: tuple[Sector, ...]
    tellings: tuple[TellingRow, ...]
    proposals: tuple[tuple[UUID, str, str], ...]
    """Id, number and title or text of what came in answer."""

    @property
    def untold(self) -> tuple[InvitedRow, ...]:
        """Who is invited and was not told so yet."""
        return tuple(one for one in self.invited if one.told_on is None)

    @property
    def silent(self) -> tuple[InvitedRow, ...]:
        """Who was told and has sent nothing yet: whom a reminder is for."""
        return tuple(one for one in self.invited if one.told_on is not None and not one.proposals)


def calls_of(session: Session, board_id: UUID, today: date, *, strand_id: UUID | None = None) -> list[CallRow]:
    """Return a board's calls, or a strand's, those that close last first.

    Args:
        session: of the board file.
        board_id: whose calls.
        today: by which they are open or not.
        strand_id: only this strand's.
    """
    invited = select(func.count()).where(CallInvited.call_id == Call.id).scalar_subquery()
    answers = select(func.count()).where(Proposal.call_id == Call.id).scalar_subquery()
    wanted = (
        select(Call, Strand.name, invited, answers)
        .join(Strand, Strand.id == Call.strand_id)
        .where(Call.board_id == board_id)
        .order_by(Call.closes.desc(), Call.position.desc(), Call.id)
    )
    if strand_id is not None:
        wanted = wanted.where(Call.strand_id == strand_id)
    return [
        CallRow(
            id=call.id,
            number=call.number,
            question=call.question,
            strand_id=call.strand_id,
            strand=strand,
            opens=call.opens,
            closes=call.closes,
            state=state_on(call.opens, call.closes, call.withdrawn_on, today),
            invited=asked,
            proposals=came,
        )
        for call, strand, asked, came in session.execute(wanted)
    ]


def call_page(session: Session, call_id: UUID, today: date) -> CallPage | None:
    """Return a call with all that belongs to it; None if it is gone."""
    call = session.get(Call, call_id)
    if call is None:
        return None
    tellings = _tellings(session, Telling.call_id == call_id, today)
    invited = _invited(session, call, tellings)
    return CallPage(
        call=call,
        strand=session.get_one(Strand, call.strand_id).name,
        state=state_on(call.opens, call.closes, call.withdrawn_on, today),
        weeks=weeks_agreed(session, call.board_id, call.opens),
        invited=invited,
        left_out=left_out(
            sectors_in_use(session, call.board_id, call.opens), (one.sector for one in invited if one.sector)
        ),
        tellings=tellings,
        proposals=tuple(
            (one.id, one.number, one.title or one.text)
            for one in session.scalars(
                select(Proposal).where(Proposal.call_id == call_id).order_by(Proposal.position, Proposal.id)
            )
        ),
    )


def told_about(session: Session, strand_id: UUID, today: date) -> tuple[TellingRow, ...]:
    """Return everything that anybody was told about a strand, the newest first."""
    return _tellings(session, Telling.strand_id == strand_id, today)


def weeks_agreed(session: Session, board_id: UUID, day: date) -> int:
    """Return how many weeks a call stays open by the terms in force on a day; 0 where there are none."""
    (board,) = boards_at(session, [board_id], day)
    return board.terms.call_weeks if board.terms is not None else 0


def organisations_with_seats(session: Session, board_id: UUID, day: date) -> Sequence[UUID]:
    """Return the organisations round the table on a day, in the seats' order: whom a call invites at first.

    Those that a seat belongs to, and those on whose behalf somebody holds one.
    """
    wanted = (
        select(Seat.organisation_id, Membership.organisation_id)
        .outerjoin(Membership, (Membership.seat_id == Seat.id) & in_force(Membership, day))
        .where(Seat.board_id == board_id, in_force(Seat, day))
        .order_by(Seat.position, Seat.id, Membership.id)
    )
    named = (one for row in session.execute(wanted) for one in row)
    return list(dict.fromkeys(one for one in named if one is not None))


def sectors_left_out(session: Session, board_id: UUID, day: date) -> tuple[Sector, ...]:
    """Return the sectors with a seat of which no organisation holds one: a call invites nobody of them at first."""
    statuses = statuses_on(session, organisations_with_seats(session, board_id, day), day)
    return left_out(sectors_in_use(session, board_id, day), (one.sector for one in statuses.values()))


def not_invited(session: Session, call_id: UUID, day: date) -> list[Candidate]:
    """Return the organisations in the file that a call doesn't invite, by name."""
    invited = select(CallInvited.organisation_id).where(CallInvited.call_id == call_id)
    wanted = select(Organisation.id, Organisation.name).where(
        Organisation.id.not_in(invited), Organisation.successor_id.is_(None)
    )
    rows = session.execute(wanted.order_by(Organisation.name, Organisation.id)).all()
    statuses = statuses_on(session, [organisation_id for organisation_id, _ in rows], day)
    return [
        Candidate(id=one, name=name, sector=statuses[one].sector if one in statuses else None) for one, name in rows
    ]


def open_strands(session: Session, board_id: UUID, day: date) -> list[tuple[UUID, str]]:
    """Return id and name of the strands on which work isn't over, in the plan's order."""
    wanted = select(Strand.id, Strand.name).where(
        Strand.board_id == board_id, Strand.ended.is_(None) | (Strand.ended >= day)
    )
    return [(one, name) for one, name in session.execute(wanted.order_by(Strand.position, Strand.id))]


def invitations_of(session: Session, call_id: UUID) -> Sequence[CallInvited]:
    """Return who is invited to a call, in order."""
    wanted = select(CallInvited).where(CallInvited.call_id == call_id)
    return session.scalars(wanted.order_by(CallInvited.position, CallInvited.id)).all()


def tellings_of(session: Session, call_id: UUID) -> Sequence[Telling]:
    """Return what was told of a call."""
    return session.scalars(select(Telling).where(Telling.call_id == call_id)).all()


def clarified(session: Session, call_id: UUID) -> dict[str, date]:
    """Return what was told of a call beside the call itself, with the day on which the first was told it, in order."""
    first = func.min(Telling.told_on)
    wanted = (
        select(Telling.what, first)
        .where(Telling.call_id == call_id, Telling.kind == TellingKind.CLARIFICATION, Telling.what != "")
        .group_by(Telling.what)
        .order_by(first, func.min(Telling.id))
    )
    return dict(session.execute(wanted).all())


def call_numbers(session: Session, board_id: UUID) -> Sequence[tuple[str, int]]:
    """Return number and position of each of a board's calls."""
    wanted = select(Call.number, Call.position).where(Call.board_id == board_id)
    return [(number, position) for number, position in session.execute(wanted)]


def _tellings(session: Session, which: ColumnElement[bool], today: date) -> tuple[TellingRow, ...]:
    wanted = (
        select(Telling, Organisation.name)
        .join(Organisation, Organisation.id == Telling.organisation_id)
        .where(which)
        .order_by(Telling.told_on.desc(), Telling.id.desc())
    )
    rows = session.execute(wanted).all()
    statuses = statuses_on(session, {telling.organisation_id for telling, _ in rows}, today)
    return tuple(
        TellingRow(
            id=telling.id,
            organisation_id=telling.organisation_id,
            organisation=name,
            sector=status.sector if (status := statuses.get(telling.organisation_id)) else None,
            told_on=telling.told_on,
            kind=telling.kind,
            what=telling.what,
            how=telling.how,
        )
        for telling, name in rows
    )


def _invited(session: Session, call: Call, tellings: Sequence[TellingRow]) -> tuple[InvitedRow, ...]:
    wanted = (
        select(CallInvited, Organisation.name)
        .join(Organisation, Organisation.id == CallInvited.organisation_id)
        .where(CallInvited.call_id == call.id)
        .order_by(CallInvited.position, CallInvited.id)
    )
    rows = session.execute(wanted).all()
    statuses = statuses_on(session, {invited.organisation_id for invited, _ in rows}, call.opens)
    sent = dict(
        session.execute(
            select(Proposer.organisation_id, func.count(Proposer.proposal_id.distinct()))
            .join(Proposal, Proposal.id == Proposer.proposal_id)
            .where(Proposal.call_id == call.id)
            .group_by(Proposer.organisation_id)
        ).all()
    )
    told = _first_or_last(tellings, TellingKind.INVITATION, first=True)
    reminded = _first_or_last(tellings, TellingKind.REMINDER, first=False)
    return tuple(
        InvitedRow(
            id=invited.id,
            organisation_id=invited.organisation_id,
            name=name,
            sector=status.sector if (status := statuses.get(invited.organisation_id)) else None,
            told_on=told.get(invited.organisation_id),
            reminded_on=reminded.get(invited.organisation_id),
            proposals=sent.get(invited.organisation_id, 0),
        )
        for invited, name in rows
    )


def _first_or_last(tellings: Sequence[TellingRow], kind: TellingKind, *, first: bool) -> dict[UUID, date]:
    """Return by organisation the first or the last day on which it was told something of a kind."""
    days: dict[UUID, date] = {}
    # They come the newest first.
    for one in tellings if first else reversed(tellings):
        if one.kind is kind:
            days[one.organisation_id] = one.told_on
    return days
