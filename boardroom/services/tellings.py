"""Keeping the register of who was told what about a strand, and when: equal information for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.calls import Call, Telling
from boardroom.domain.days import day_shown
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import TellingKind
from boardroom.services.standing_rows import standing
from boardroom.services.stated import refuse_too_many
from boardroom.store.queries import calls as find


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told, by which way, on which day."""

    kind: TellingKind
    on: date
    what: str = ""
    how: str = ""


def tell_of_call(session: Session, call_id: UUID, organisation_ids: Sequence[UUID], told: Told) -> list[Telling]:
    """Record that organisations were told something of a call.

    The form of a call says what was told of it since; so whoever is sent it late was told that as well.

    Args:
        session: of the unit of work; a barrier, for what was sent can't be taken back.
        call_id: the call.
        organisation_ids: who was told.
        told: what, and when.

    Raises:
        Refusal: nobody is named; call or organisation is gone; or a reminder would come before the call opens.
    """
    call = standing(session, Call, call_id, "That call")
    if told.kind is TellingKind.REMINDER and told.on < call.opens:
        message = f"The call opens on {day_shown(call.opens)}: nobody can be reminded of it before that."
        raise Refusal(message)
    rows = _tell(session, call.strand_id, call_id, organisation_ids, told)
    if told.kind is TellingKind.INVITATION:
        rows += _tell_what_was_missed(session, call, organisation_ids, told)
    return rows


def tell_of_strand(session: Session, strand_id: UUID, organisation_ids: Sequence[UUID], told: Told) -> list[Telling]:
    """Record that organisations were told something of a strand, apart from any call; otherwise as `tell_of_call`."""
    standing(session, Strand, strand_id, "That strand")
    return _tell(session, strand_id, None, organisation_ids, told)


def remove_telling(session: Session, telling_id: UUID) -> None:
    """Take out a line that was put into the register by mistake.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, Telling, telling_id, "That line of the register"))
    session.flush()


def _tell_what_was_missed(session: Session, call: Call, organisation_ids: Sequence[UUID], told: Told) -> list[Telling]:
    knows = {(one.organisation_id, one.what) for one in find.tellings_of(session, call.id)}
    rows: list[Telling] = []
    for what in find.clarified(session, call.id):
        whom = [one for one in organisation_ids if (one, what) not in knows]
        if whom:
            since = replace(told, kind=TellingKind.CLARIFICATION, what=what)
            rows += _tell(session, call.strand_id, call.id, whom, since)
    return rows


def _tell(
    session: Session, strand_id: UUID, call_id: UUID | None, organisation_ids: Sequence[UUID], told: Told
) -> list[Telling]:
    whom = list(dict.fromkeys(organisation_ids))
    if not whom:
        message = "Say who was told."
        raise Refusal(message)
    refuse_too_many(len(whom), "organisations")
    for one in whom:
        standing(session, Organisation, one, "That organisation")
    rows = [
        Telling(
            strand_id=strand_id,
            call_id=call_id,
            organisation_id=one,
            told_on=told.on,
            kind=told.kind,
            what=clean_line(told.what),
            how=clean_line(told.how),
        )
        for one in whom
    ]
    session.add_all(rows)
    session.flush()
    return rows
