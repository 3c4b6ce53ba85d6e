"""Boards as they stood on the day of a meeting: terms, needs, seats, and who sat in them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Board, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.record import BoardAtMeeting


def boards_at(session: Session, board_ids: Sequence[UUID], day: date | None) -> list[BoardAtMeeting]:
    """Return the boards in the order asked for, each as it stood on the day.

    Where terms overlap the latest stand. Without a day it is how they stand since their last change.
    """
    boards = {board.id: board for board in session.scalars(select(Board).where(Board.id.in_(board_ids)))}
    return [_board_at(session, boards[board_id], day) for board_id in board_ids if board_id in boards]


def _board_at(session: Session, board: Board, day: date | None) -> BoardAtMeeting:
    terms = session.scalars(
        select(TermsOfReference)
        .where(TermsOfReference.board_id == board.id, *_in_force(TermsOfReference, day))
        .order_by(TermsOfReference.starts.desc().nulls_last(), TermsOfReference.id)
        .limit(1)
    ).first()
    seats = session.scalars(
        select(Seat).where(Seat.board_id == board.id, *_in_force(Seat, day)).order_by(Seat.position, Seat.id)
    ).all()
    memberships = session.scalars(
        select(Membership)
        .where(Membership.seat_id.in_([seat.id for seat in seats]), *_in_force(Membership, day))
        .order_by(Membership.id)
    ).all()
    return BoardAtMeeting(
        board=board,
        terms=terms,
        needs=_needs(session, terms),
        seats=list(seats),
        memberships=list(memberships),
        filled_seat_ids=frozenset(one.seat_id for one in memberships),
    )


def _needs(session: Session, terms: TermsOfReference | None) -> list[QuorumNeed]:
    if terms is None:
        return []
    wanted = select(QuorumNeed).where(QuorumNeed.terms_id == terms.id)
    return list(session.scalars(wanted.order_by(QuorumNeed.position, QuorumNeed.id)))


def _in_force(entity: type[TermsOfReference | Seat | Membership], day: date | None) -> list[ColumnElement[bool]]:
    """Say that a dated row holds on a day, both its own days counted."""
    if day is None:
        return [entity.ends.is_(None)]
    return [or_(entity.starts.is_(None), entity.starts <= day), or_(entity.ends.is_(None), entity.ends >= day)]
