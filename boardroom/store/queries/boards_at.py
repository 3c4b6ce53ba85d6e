"""Boards as they stood on the day of a meeting: terms, needs, seats, and who sat in them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Board, Membership, Seat, TermsOfReference
from boardroom.domain.record import BoardAtMeeting
from boardroom.store.queries.boards import needs_of
from boardroom.store.queries.sectors import in_force


def boards_at(session: Session, board_ids: Sequence[UUID], day: date | None) -> list[BoardAtMeeting]:
    """Return the boards in the order asked for, each as it stood on the day.

    Where terms overlap the latest stand. Without a day it is how they stand since their last change.
    """
    boards = {board.id: board for board in session.scalars(select(Board).where(Board.id.in_(board_ids)))}
    return [_board_at(session, boards[board_id], day) for board_id in board_ids if board_id in boards]


def terms_at(session: Session, board_id: UUID, day: date | None) -> TermsOfReference | None:
    """Return the terms of reference that a board goes by on a day; `day` as for `boards_at`."""
    return session.scalars(
        select(TermsOfReference)
        .where(TermsOfReference.board_id == board_id, _in_force(TermsOfReference, day))
        .order_by(TermsOfReference.starts.desc().nulls_last(), TermsOfReference.id)
        .limit(1)
    ).first()


def _board_at(session: Session, board: Board, day: date | None) -> BoardAtMeeting:
    terms = terms_at(session, board.id, day)
    seats = session.scalars(
        select(Seat).where(Seat.board_id == board.id, _in_force(Seat, day)).order_by(Seat.position, Seat.id)
    ).all()
    memberships = session.scalars(
        select(Membership)
        .where(Membership.seat_id.in_([seat.id for seat in seats]), _in_force(Membership, day))
        .order_by(Membership.id)
    ).all()
    return BoardAtMeeting(
        board=board,
        terms=terms,
        needs=[] if terms is None else list(needs_of(session, terms.id)),
        seats=list(seats),
        memberships=list(memberships),
        filled_seat_ids=frozenset(one.seat_id for one in memberships),
    )


def _in_force(entity: type[TermsOfReference | Seat | Membership], day: date | None) -> ColumnElement[bool]:
    """Say that a dated row holds on a day; without one, that it hasn't ended."""
    return entity.ends.is_(None) if day is None else in_force(entity, day)
