"""Which partners are to be told answers, and where their members are written to."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Membership, Seat
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.words import Sector
from boardroom.store.queries.partner_reach import sits_for
from boardroom.store.queries.partner_sight import sight_of
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
    kept_back = _kept_back(session, board_id, today)
    found = [
        PartnerToTell(
            id=row.id,
            name=row.name,
            sector=statuses[row.id].sector if row.id in statuses else None,
            proposals=row.proposals,
            untold=row.untold - kept_back[row.id],
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


def _kept_back(session: Session, board_id: UUID, today: date) -> Counter[UUID]:
    """Return by organisation how many untold answers it may not read: nobody can tell it those."""
    hidden = select(AgendaItem.id).where(AgendaItem.restricted).cte(recursive=True)
    hidden = hidden.union(select(AgendaItem.id).join(hidden, AgendaItem.parent_id == hidden.c.id))
    ids = select(hidden.c.id)
    wanted = (
        select(Proposer.organisation_id, Answer.proposal_id, Answer.id)
        .join(Proposal, Proposal.id == Proposer.proposal_id)
        .join(Answer, (Answer.proposal_id == Proposal.id) & _untold())
        .where(
            Proposal.board_id == board_id,
            Proposer.organisation_id.is_not(None),
            or_(Answer.item_id.in_(ids), Proposal.item_id.in_(ids)),
        )
        .distinct()
    )
    rows = session.execute(wanted).all()
    seen = {one: sight_of(session, board_id, one, today).answers for one in {row.organisation_id for row in rows}}
    return Counter(row.organisation_id for row in rows if seen[row.organisation_id].get(row.proposal_id) != row.id)


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
