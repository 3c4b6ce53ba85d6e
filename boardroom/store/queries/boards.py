"""What the services ask about boards, seats, people and organisations."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.board import Board, Deputy, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.people import OrganisationStatus


def board_named(session: Session, name: str) -> Board | None:
    """Return the board of this name, if there is one."""
    return session.scalars(select(Board).where(Board.name == name).order_by(Board.id)).first()


def seats_of(session: Session, board_id: UUID) -> Sequence[Seat]:
    """Return a board's seats in order."""
    return session.scalars(select(Seat).where(Seat.board_id == board_id).order_by(Seat.position, Seat.id)).all()


def memberships_of(session: Session, seat_id: UUID) -> Sequence[Membership]:
    """Return who sat in a seat, first to last; an open beginning comes first."""
    wanted = select(Membership).where(Membership.seat_id == seat_id)
    return session.scalars(wanted.order_by(Membership.starts.is_not(None), Membership.starts, Membership.id)).all()


def deputies_of(session: Session, seat_id: UUID) -> Sequence[Deputy]:
    """Return a seat's deputies in the order in which they are asked."""
    return session.scalars(select(Deputy).where(Deputy.seat_id == seat_id).order_by(Deputy.position, Deputy.id)).all()


def statuses_of(session: Session, organisation_id: UUID) -> Sequence[OrganisationStatus]:
    """Return what an organisation was, first to last; an open beginning comes first."""
    wanted = select(OrganisationStatus).where(OrganisationStatus.organisation_id == organisation_id)
    return session.scalars(
        wanted.order_by(OrganisationStatus.starts.is_not(None), OrganisationStatus.starts, OrganisationStatus.id)
    ).all()


def terms_of(session: Session, board_id: UUID) -> Sequence[TermsOfReference]:
    """Return a board's terms of reference, first to last; an open beginning comes first."""
    wanted = select(TermsOfReference).where(TermsOfReference.board_id == board_id)
    return session.scalars(
        wanted.order_by(TermsOfReference.starts.is_not(None), TermsOfReference.starts, TermsOfReference.id)
    ).all()


def needs_of(session: Session, terms_id: UUID) -> Sequence[QuorumNeed]:
    """Return what terms of reference name for their quorum, in order."""
    wanted = select(QuorumNeed).where(QuorumNeed.terms_id == terms_id)
    return session.scalars(wanted.order_by(QuorumNeed.position, QuorumNeed.id)).all()
