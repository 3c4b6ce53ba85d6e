"""Terms of reference: put right where they stand, or changed from a day on; and what a quorum names."""

from datetime import date, timedelta
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy.orm import Session
from typing_extensions import Unpack

from boardroom.domain.board import Board, QuorumNeed, TermsOfReference
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.words import DayKind, QuorumBase, Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.store.queries import boards as find

_WHAT = "Those terms of reference"
_MOST_SEATS = 500
_MOST_DAYS = 730


class Parts(TypedDict, total=False):
    """The parts of terms of reference; one that isn't given stays as it is."""

    remit: str
    quorum_number: int | None
    quorum_numerator: int | None
    quorum_denominator: int | None
    quorum_base: QuorumBase
    quorum_floor: int | None
    quorum_sectors: int | None
    consensus_first: bool
    majority_numerator: int
    majority_denominator: int
    casting_vote: bool
    notice_days: int
    notice_kind: DayKind
    call_weeks: int
    answer_days: int


# For each number: how a sentence names it, the least and the most.
_BOUNDS: dict[str, tuple[str, int, int]] = {
    "quorum_number": ("The quorum", 1, _MOST_SEATS),
    "quorum_floor": ("The least quorum", 1, _MOST_SEATS),
    "quorum_sectors": ("The number of sectors in a quorum", 1, len(Sector) - 1),
    "quorum_numerator": ("The upper figure of the quorum's fraction", 1, _MOST_SEATS),
    "quorum_denominator": ("The lower figure of the quorum's fraction", 1, _MOST_SEATS),
    "majority_numerator": ("The upper figure of the majority", 1, _MOST_SEATS),
    "majority_denominator": ("The lower figure of the majority", 1, _MOST_SEATS),
    "notice_days": ("The days of notice", 0, _MOST_DAYS),
    "call_weeks": ("The weeks of a call for proposals", 0, _MOST_DAYS // 7),
    "answer_days": ("The days within which a proposal is answered", 1, _MOST_DAYS),
}


def correct_terms(session: Session, terms_id: UUID, **parts: Unpack[Parts]) -> TermsOfReference:
    """Put terms of reference right where they stand, for all the days that they hold.

    Raises:
        Refusal: they are gone, or a part can't be as given.
    """
    terms = standing(session, TermsOfReference, terms_id, _WHAT)
    _apply(terms, parts)
    return terms


def terms_from(session: Session, board_id: UUID, on: date, **parts: Unpack[Parts]) -> TermsOfReference:
    """Let a board work by other terms from a day on; those until then stay as they were.

    What isn't given, and what the quorum names, is taken over from the terms before.

    Raises:
        Refusal: the board is gone, a part can't be as given, or terms begin on that day or later.
    """
    standing(session, Board, board_id, "That board")
    known = find.terms_of(session, board_id)
    before = known[-1] if known else None
    new = TermsOfReference(board_id=board_id, starts=on)
    if before is not None:
        if before.starts is not None and before.starts >= on:
            day = f"{before.starts.day} {before.starts:%B %Y}"
            message = f"There are terms from {day}; choose a later day, or put those right."
            raise Refusal(message)
        for name in Parts.__annotations__:
            setattr(new, name, getattr(before, name))
        if before.ends is None or before.ends >= on:
            before.ends = on - timedelta(days=1)
        for need in find.needs_of(session, before.id):
            session.add(
                QuorumNeed(
                    terms_id=new.id, position=need.position, role=need.role, sector=need.sector, least=need.least
                )
            )
    _apply(new, parts)
    session.add(new)
    return new


def remove_terms(session: Session, terms_id: UUID) -> None:
    """Take out the latest terms of reference; those before hold on again.

    Raises:
        Refusal: they are gone, are the board's only ones, or others follow them.
    """
    terms = standing(session, TermsOfReference, terms_id, _WHAT)
    *earlier, last = find.terms_of(session, terms.board_id)
    if not earlier or last is not terms:
        message = "Only the latest terms of reference can be taken out, and never the only ones."
        raise Refusal(message)
    for need in find.needs_of(session, terms_id):
        session.delete(need)
    session.delete(terms)
    earlier[-1].ends = terms.ends


def add_need(
    session: Session, terms_id: UUID, *, role: str = "", sector: Sector | None = None, least: int = 1
) -> QuorumNeed:
    """Let a quorum need so many holders of a role, or so many of a sector.

    Raises:
        Refusal: the terms are gone, neither is named, or the number is below one.
    """
    standing(session, TermsOfReference, terms_id, _WHAT)
    needs = find.needs_of(session, terms_id)
    need = QuorumNeed(terms_id=terms_id, position=needs[-1].position + 1 if needs else 0)
    _set_need(need, role, sector, least)
    session.add(need)
    return need


def change_need(
    session: Session,
    need_id: UUID,
    *,
    role: str | Kept = KEPT,
    sector: Sector | Kept | None = KEPT,
    least: int | Kept = KEPT,
) -> QuorumNeed:
    """Put right what a quorum needs.

    Raises:
        Refusal: it is gone, neither role nor sector is left, or the number is below one.
    """
    need = standing(session, QuorumNeed, need_id, "That part of the quorum")
    _set_need(need, given(role, need.role), given(sector, need.sector), given(least, need.least))
    return need


def remove_need(session: Session, need_id: UUID) -> None:
    """Let a quorum do without something that it needed.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, QuorumNeed, need_id, "That part of the quorum"))


def _set_need(need: QuorumNeed, role: str, sector: Sector | None, least: int) -> None:
    role = clean_line(role)
    if not role and sector is None:
        message = "Say whom the quorum needs: a role or a sector."
        raise Refusal(message)
    _check_bounds("This part of the quorum", least, 1, _MOST_SEATS)
    need.role, need.sector, need.least = role, sector, least


def _apply(terms: TermsOfReference, parts: Parts) -> None:
    said: dict[str, Any] = {name: getattr(terms, name) for name in Parts.__annotations__}
    said.update(parts)
    said["remit"] = clean_text(said["remit"]).strip()
    for name, (what, least, most) in _BOUNDS.items():
        if said[name] is not None:
            _check_bounds(what, said[name], least, most)
    _check_fraction(said)
    _check_majority(said)
    for name, value in said.items():
        setattr(terms, name, value)


def _check_fraction(said: dict[str, Any]) -> None:
    upper, lower = said["quorum_numerator"], said["quorum_denominator"]
    if (upper is None) != (lower is None):
        message = "A quorum that is a fraction needs both its figures, such as 1 and 4 for a quarter."
        raise Refusal(message)
    if upper is not None and upper > lower:
        message = "A quorum can't be more than all the seats."
        raise Refusal(message)


def _check_majority(said: dict[str, Any]) -> None:
    upper, lower = said["majority_numerator"], said["majority_denominator"]
    if not lower <= 2 * upper <= 2 * lower:
        message = "A majority lies between a half (1 and 2) and all (1 and 1)."
        raise Refusal(message)


def _check_bounds(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        message = f"{what} must be between {least} and {most}."
        raise Refusal(message)
