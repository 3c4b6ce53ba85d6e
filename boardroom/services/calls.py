"""Opening calls for proposals, saying whom they invite, changing and withdrawing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.calling import left_out
from boardroom.domain.calls import Call, CallInvited
from boardroom.domain.days import day_shown
from boardroom.domain.notice import call_closes, is_short_call
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.stages import stage_on
from boardroom.domain.text import clean_line, clean_text
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_text
from boardroom.store.queries import calls as find
from boardroom.store.queries.plan import stages_of
from boardroom.store.queries.seats import sectors_in_use
from boardroom.store.queries.sectors import statuses_on
from boardroom.store.queries.uses import users_of

_WHAT = "That call"
_THEIR_OWN = ("call_invited", "telling")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallParts:
    """What a call says: the question, its first and last day, and why it is short or leaves a sector out.

    `scale` is on what users' estimates are asked for: "0 to 10", "hours of rest a week".
    """

    question: str
    opens: date
    closes: date
    short_reason: str = ""
    left_out_reason: str = ""
    scale: str = ""


def open_call(session: Session, strand_id: UUID, parts: CallParts, organisation_ids: Sequence[UUID]) -> Call:
    """Open a call on a strand and invite organisations to it; the board's next number is given.

    Args:
        session: of the unit of work.
        strand_id: what it is on.
        parts: what it says.
        organisation_ids: whom it invites, in order.

    Raises:
        Refusal: the strand is gone or over, something isn't said, it closes before it opens, it is shorter than
            agreed or leaves out a sector with a seat and no reason is given, or an organisation is gone.
    """
    strand = standing(session, Strand, strand_id, "That strand")
    if strand.ended is not None and strand.ended < parts.opens:
        message = f"“{strand.name}” is over since {day_shown(strand.ended)}; a call on it can't open after that."
        raise Refusal(message)
    numbers = find.call_numbers(session, strand.board_id)
    call = Call(
        board_id=strand.board_id,
        strand_id=strand_id,
        position=max((position for _, position in numbers), default=-1) + 1,
        number=str(max((int(number) for number, _ in numbers if number.isdecimal()), default=0) + 1),
        question="",
        opens=parts.opens,
        closes=parts.closes,
    )
    session.add(call)
    asked = list(dict.fromkeys(organisation_ids))
    _say(session, call, parts, asked)
    session.flush()
    for position, organisation_id in enumerate(asked):
        session.add(CallInvited(call_id=call.id, organisation_id=organisation_id, position=position))
    session.flush()
    return call


def change_call(session: Session, call_id: UUID, parts: CallParts) -> Call:
    """Change what a call says.

    Once somebody was told of it, its question, its first day and the scale of estimates stand and it can only be open
    longer: else those told before would have been told something else, and their forms be read on another scale
    (Procurement Act 2023 s.16: nobody gets an unfair advantage).

    Raises:
        Refusal: as `open_call`; or what others were already told would change.
    """
    call = standing(session, Call, call_id, _WHAT)
    _refuse_withdrawn(call)
    if find.tellings_of(session, call_id):
        if clean_text(parts.question).strip() != call.question or parts.opens != call.opens:
            message = (
                "It has been sent out: its question and its first day stay as they were told. Withdraw it and open"
                " another."
            )
            raise Refusal(message)
        if clean_line(parts.scale) != call.scale:
            message = "It has been sent out: the scale stays, for users’ estimates are made on it by now."
            raise Refusal(message)
        if parts.closes < call.closes:
            message = (
                f"It was told that the call is open until {day_shown(call.closes)}: it can be longer, not shorter."
            )
            raise Refusal(message)
    _say(session, call, parts, [one.organisation_id for one in find.invitations_of(session, call_id)])
    session.flush()
    return call


def invite(session: Session, call_id: UUID, organisation_id: UUID) -> CallInvited:
    """Invite one more organisation.

    Raises:
        Refusal: call or organisation is gone, the call is withdrawn, or it is invited already.
    """
    call = standing(session, Call, call_id, _WHAT)
    _refuse_withdrawn(call)
    organisation = standing(session, Organisation, organisation_id, "That organisation")
    invited = find.invitations_of(session, call_id)
    if any(one.organisation_id == organisation_id for one in invited):
        message = f"{organisation.name} is invited already."
        raise Refusal(message)
    row = CallInvited(call_id=call_id, organisation_id=organisation_id, position=len(invited))
    session.add(row)
    session.flush()
    return row


def take_off(session: Session, call_id: UUID, organisation_id: UUID, reason: str = "") -> None:
    """Take an organisation off a call that it wasn't told of yet.

    Args:
        session: of the unit of work.
        call_id: the call.
        organisation_id: who is no longer invited.
        reason: why its sector is left out, where nobody else of it is invited.

    Raises:
        Refusal: it was told already, or its sector is left out without a reason.
    """
    call = standing(session, Call, call_id, _WHAT)
    if any(one.organisation_id == organisation_id for one in find.tellings_of(session, call_id)):
        message = "It has been told of the call: it stays invited."
        raise Refusal(message)
    invited = find.invitations_of(session, call_id)
    call.left_out_reason = clean_text(reason).strip() or call.left_out_reason
    _check_sectors(session, call, [one.organisation_id for one in invited if one.organisation_id != organisation_id])
    for one in invited:
        if one.organisation_id == organisation_id:
            session.delete(one)
    session.flush()


def withdraw_call(session: Session, call_id: UUID, on: date) -> None:
    """Take a call back from a day on; what came in answer stays.

    Raises:
        Refusal: it is gone, or withdrawn already.
    """
    call = standing(session, Call, call_id, _WHAT)
    _refuse_withdrawn(call)
    call.withdrawn_on = on
    session.flush()


def remove_call(session: Session, call_id: UUID) -> None:
    """Take out a call that nobody was told of and nothing came in for.

    Raises:
        Refusal: somebody was told of it, or a proposal answers it.
    """
    call = standing(session, Call, call_id, _WHAT)
    if find.tellings_of(session, call_id) or users_of(session, Call, call_id, apart_from=_THEIR_OWN):
        message = "It has been sent out or answered, and so stays in the record. It can be withdrawn."
        raise Refusal(message)
    for one in find.invitations_of(session, call_id):
        session.delete(one)
    # The call goes after those who are invited to it.
    session.flush()
    session.delete(call)
    session.flush()


def _say(session: Session, call: Call, parts: CallParts, invited: Sequence[UUID]) -> None:
    call.question = stated_text(parts.question, "Say what the call asks for.")
    if parts.closes < parts.opens:
        message = "The call closes before it opens."
        raise Refusal(message)
    call.opens, call.closes = parts.opens, parts.closes
    call.stage = stage_on(stages_of(session, call.strand_id), parts.opens)
    call.short_reason = clean_text(parts.short_reason).strip()
    call.left_out_reason = clean_text(parts.left_out_reason).strip()
    call.scale = clean_line(parts.scale)
    weeks = find.weeks_agreed(session, call.board_id, parts.opens)
    if is_short_call(parts.opens, parts.closes, weeks) and not call.short_reason:
        message = (
            f"A call is open for {weeks} weeks, until {day_shown(call_closes(parts.opens, weeks))} at the earliest."
            " Say why this one is shorter."
        )
        raise Refusal(message)
    _check_sectors(session, call, invited)


def _check_sectors(session: Session, call: Call, invited: Sequence[UUID]) -> None:
    if not invited:
        message = "Invite at least one organisation."
        raise Refusal(message)
    for one in invited:
        standing(session, Organisation, one, "That organisation")
    statuses = statuses_on(session, invited, call.opens)
    missing = left_out(sectors_in_use(session, call.board_id, call.opens), (one.sector for one in statuses.values()))
    if missing and not call.left_out_reason:
        message = f"Nobody is invited from: {', '.join(missing)}. Invite them, or say why they are left out."
        raise Refusal(message)


def _refuse_withdrawn(call: Call) -> None:
    if call.withdrawn_on is not None:
        message = f"The call was withdrawn on {day_shown(call.withdrawn_on)}."
        raise Refusal(message)
