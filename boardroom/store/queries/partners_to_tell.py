"""Which partners are to be told answers, and where their members are written to."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Membership, Seat
from boardroom.domain.decisions import Decision
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.votes import Motion
from boardroom.domain.words import Sector
from boardroom.store.queries.partner_reach import reaches_of, sits_for
from boardroom.store.queries.sectors import statuses_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerToTell:
    """An organisation that proposed something, with how many answers that it may read nobody was told yet."""

    id: UUID
    name: str
    sector: Sector | None
    proposals: int
    untold: int


def partners_to_tell(session: Session, board_id: UUID, today: date) -> list[PartnerToTell]:
    """Return the organisations that put a proposal to a board, those with the most untold answers first."""
    wanted = (
        select(
            Organisation.id,
            Organisation.name,
            func.count(Proposal.id.distinct()).label("proposals"),
            func.count(Answer.id.distinct()).label("untold"),
        )
        .join(Proposer, Proposer.organisation_id == Organisation.id)
        .join(Proposal, Proposal.id == Proposer.proposal_id)
        .outerjoin(Answer, (Answer.proposal_id == Proposal.id) & _untold())
        .where(Proposal.board_id == board_id)
        .group_by(Organisation.id)
    )
    rows = session.execute(wanted).all()
    statuses = statuses_on(session, [row.id for row in rows], today) if rows else {}
    unreadable = Counter(one for one, _ in kept_back(session, board_id, today))
    found = [
        PartnerToTell(
            id=row.id,
            name=row.name,
            sector=statuses[row.id].sector if row.id in statuses else None,
            proposals=row.proposals,
            untold=row.untold - unreadable[row.id],
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.untold, one.name.casefold(), one.id))


def _untold() -> ColumnElement[bool]:
    """Say of an answer that it stands and was told to nobody."""
    later = aliased(Answer)
    superseded = select(later.id).where(
        later.proposal_id == Answer.proposal_id,
        tuple_(later.position, later.id) > tuple_(Answer.position, Answer.id),
    )
    return Answer.told_on.is_(None) & ~superseded.exists()


def kept_back(session: Session, board_id: UUID, today: date) -> set[tuple[UUID, UUID]]:
    """Return the untold answers that an organisation may not read, as pairs of its id and the answer's.

    They aren't in what it is sent, so nobody can tell it those.
    """
    hidden = select(AgendaItem.id).where(AgendaItem.restricted).cte(recursive=True)
    hidden = hidden.union(select(AgendaItem.id).join(hidden, AgendaItem.parent_id == hidden.c.id))
    ids = select(hidden.c.id)
    wanted = (
        select(
            Proposer.organisation_id,
            Answer.id,
            Answer.item_id,
            Proposal.item_id.label("put_at_id"),
            Decision.item_id.label("decided_at_id"),
            Motion.item_id.label("moved_at_id"),
            Proposal.strand_id,
        )
        .join(Proposal, Proposal.id == Proposer.proposal_id)
        .join(Answer, (Answer.proposal_id == Proposal.id) & _untold())
        .outerjoin(Decision, Decision.id == Answer.decision_id)
        .outerjoin(Motion, Motion.id == Decision.motion_id)
        .where(
            Proposal.board_id == board_id,
            Proposer.organisation_id.is_not(None),
            or_(Answer.item_id.in_(ids), Proposal.item_id.in_(ids), Decision.item_id.in_(ids), Motion.item_id.in_(ids)),
        )
    )
    rows = session.execute(wanted).all()
    at = {row: (row.item_id, row.put_at_id, row.decided_at_id, row.moved_at_id) for row in rows}
    items = {one for row in rows for one in at[row]}
    reaches = reaches_of(session, board_id, {row.organisation_id for row in rows}, today, items)
    return {
        (row.organisation_id, row.id)
        for row in rows
        if any(reaches[row.organisation_id].hides(one, row.strand_id) for one in at[row])
    }


def addresses_of(session: Session, board_id: UUID, organisation_id: UUID, today: date) -> list[tuple[str, str]]:
    """Return name and e-mail address of those who sit on a board for an organisation, in the seats' order."""
    wanted = (
        select(Person.name, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Seat.board_id == board_id, Person.email != "", *sits_for(organisation_id, today))
        .order_by(Seat.position, Seat.id, Person.id)
    )
    return list(dict.fromkeys((row.name, row.email) for row in session.execute(wanted)))
