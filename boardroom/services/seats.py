"""Seats: changed, moved, ended and vacated; memberships put right; deputies taken back."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.board import Deputy, Membership, Seat
from boardroom.domain.people import Organisation
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import SeatRole, Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.places import move_among
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_line
from boardroom.store.queries import boards as find
from boardroom.store.queries.uses import users_of

_WHAT = "That seat"
_OWN = ("membership", "deputy")


def change_seat(  # noqa: PLR0913 - a seat has these parts
    session: Session,
    seat_id: UUID,
    *,
    name: str | Kept = KEPT,
    role: SeatRole | Kept = KEPT,
    sector: Sector | Kept = KEPT,
    voting: bool | Kept = KEPT,
    organisation_id: UUID | Kept | None = KEPT,
    starts: date | Kept | None = KEPT,
) -> Seat:
    """Put a seat right.

    Raises:
        Refusal: the seat or the organisation is gone, the name is blank, or it would start after its end.
    """
    seat = standing(session, Seat, seat_id, _WHAT)
    said = stated_line(given(name, seat.name), "Give the seat a name.")
    body = given(organisation_id, seat.organisation_id)
    if body is not None:
        standing(session, Organisation, body, "That organisation")
    begins = given(starts, seat.starts)
    _check_days(begins, seat.ends, "A seat")
    seat.name, seat.organisation_id, seat.starts = said, body, begins
    seat.role, seat.sector, seat.voting = given(role, seat.role), given(sector, seat.sector), given(voting, seat.voting)
    return seat


def move_seat(session: Session, seat_id: UUID, *, by: int) -> Seat:
    """Move a seat up (a negative number of places) or down in the order of its board.

    Raises:
        Refusal: the seat is gone.
    """
    seat = standing(session, Seat, seat_id, _WHAT)
    move_among(find.seats_of(session, seat.board_id), seat, by)
    return seat


def end_seat(session: Session, seat_id: UUID, on: date) -> Seat:
    """Say on which day a seat stands last; whoever holds it leaves it that day.

    Raises:
        Refusal: the seat is gone, or somebody took it later than that day.
    """
    seat = standing(session, Seat, seat_id, _WHAT)
    _check_days(seat.starts, on, "A seat")
    for membership in find.memberships_of(session, seat_id):
        if membership.ends is None or membership.ends > on:
            _check_days(membership.starts, on, "A membership")
            membership.ends = on
    seat.ends = on
    return seat


def remove_seat(session: Session, seat_id: UUID) -> None:
    """Take out a seat that nobody ever held; its deputies go with it.

    Raises:
        Refusal: the seat is gone, or somebody holds or held it.
    """
    seat = standing(session, Seat, seat_id, _WHAT)
    if find.memberships_of(session, seat_id) or users_of(session, Seat, seat_id, apart_from=_OWN):
        message = f"Somebody holds or held the seat “{seat.name}”, so it stays; end it instead."
        raise Refusal(message)
    for deputy in find.deputies_of(session, seat_id):
        session.delete(deputy)
    session.delete(seat)


def end_membership(session: Session, membership_id: UUID, on: date) -> Membership:
    """Say on which day somebody sits last; the seat is vacant afterwards.

    Raises:
        Refusal: the membership is gone, ended already, or began later.
    """
    membership = standing(session, Membership, membership_id, "That membership")
    if membership.ends is not None and membership.ends <= on:
        message = f"That membership ended on {membership.ends.day} {membership.ends:%B %Y}."
        raise Refusal(message)
    _check_days(membership.starts, on, "A membership")
    membership.ends = on
    return membership


def vacate(session: Session, seat_id: UUID, on: date) -> Membership:
    """Let whoever holds a seat on a day sit there last on that day.

    Raises:
        Refusal: the seat is gone, or is vacant on that day.
    """
    seat = standing(session, Seat, seat_id, _WHAT)
    for membership in find.memberships_of(session, seat_id):
        begun = membership.starts is None or membership.starts <= on
        if begun and (membership.ends is None or membership.ends > on):
            return end_membership(session, membership.id, on)
    message = f"Nobody holds the seat “{seat.name}” after that day."
    raise Refusal(message)


def change_membership(  # noqa: PLR0913 - a membership has these parts
    session: Session,
    membership_id: UUID,
    *,
    organisation_id: UUID | Kept | None = KEPT,
    voting: bool | Kept | None = KEPT,
    starts: date | Kept | None = KEPT,
    ends: date | Kept | None = KEPT,
) -> Membership:
    """Put right for whom somebody sits, whether they vote, and between which days.

    Raises:
        Refusal: the membership or the organisation is gone, the days run backwards, or others sit there then.
    """
    membership = standing(session, Membership, membership_id, "That membership")
    body = given(organisation_id, membership.organisation_id)
    if body is not None:
        standing(session, Organisation, body, "That organisation")
    begins, until = given(starts, membership.starts), given(ends, membership.ends)
    _check_days(begins, until, "A membership")
    for other in find.memberships_of(session, membership.seat_id):
        if other is not membership and _meet(other, begins, until):
            message = "Somebody else sits in this seat on some of these days."
            raise Refusal(message)
    membership.organisation_id, membership.voting = body, given(voting, membership.voting)
    membership.starts, membership.ends = begins, until
    return membership


def remove_membership(session: Session, membership_id: UUID) -> None:
    """Take out a membership that should never have been entered.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, Membership, membership_id, "That membership"))


def remove_deputy(session: Session, deputy_id: UUID) -> None:
    """Let somebody stand in for a seat no longer; what meetings recorded of them stays.

    Raises:
        Refusal: they do not any more.
    """
    session.delete(standing(session, Deputy, deputy_id, "That deputy"))


def _meet(other: Membership, starts: date | None, ends: date | None) -> bool:
    """Whether a membership has a day in common with a time, both ends counted."""
    before = ends is not None and other.starts is not None and ends < other.starts
    after = starts is not None and other.ends is not None and other.ends < starts
    return not before and not after


def _check_days(starts: date | None, ends: date | None, what: str) -> None:
    if starts is not None and ends is not None and ends < starts:
        message = f"{what} can't end before it starts, on {starts.day} {starts:%B %Y}."
        raise Refusal(message)
