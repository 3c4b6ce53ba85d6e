"""Saying by hand that an organisation took part in planning a strand, where no meeting, proposal or call tells it."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.days import day_shown
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Involvement, Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_text
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_line
from boardroom.store.queries.involvement_by_hand import same_involvement

_WHAT = "That involvement"


def add_involvement(  # noqa: PLR0913 - an involvement has these parts
    session: Session, strand_id: UUID, organisation_id: UUID, on: date, how: str, *, evidence: str = ""
) -> Involvement:
    """Say that an organisation took part in a strand's planning on a day.

    Args:
        session: of `BoardFile.writing`.
        strand_id: the strand.
        organisation_id: who took part; its sector is what it was on that day.
        on: the day.
        how: what it was: "Workshop on short breaks".
        evidence: where that can be read: "Notes in the needs assessment, page 14".

    Raises:
        Refusal: strand or organisation is gone, it isn't said how, or the same stands there already.
    """
    standing(session, Strand, strand_id, "That strand")
    body = standing(session, Organisation, organisation_id, "That organisation")
    row = Involvement(
        strand_id=strand_id,
        organisation_id=organisation_id,
        happened_on=on,
        how=_how(how),
        evidence=clean_text(evidence).strip(),
    )
    _refuse_twice(session, row, body)
    session.add(row)
    return row


def change_involvement(  # noqa: PLR0913 - an involvement has these parts
    session: Session,
    involvement_id: UUID,
    *,
    organisation_id: UUID | Kept = KEPT,
    on: date | Kept = KEPT,
    how: str | Kept = KEPT,
    evidence: str | Kept = KEPT,
) -> Involvement:
    """Put right what was said by hand; what isn't given stays.

    Raises:
        Refusal: it or the organisation is gone, it would not be said how, or the same stands there already.
    """
    row = standing(session, Involvement, involvement_id, _WHAT)
    body = standing(session, Organisation, given(organisation_id, row.organisation_id), "That organisation")
    said = _how(given(how, row.how))
    row.organisation_id, row.happened_on, row.how = body.id, given(on, row.happened_on), said
    row.evidence = clean_text(given(evidence, row.evidence)).strip()
    _refuse_twice(session, row, body)
    return row


def remove_involvement(session: Session, involvement_id: UUID) -> None:
    """Take out what was said by hand.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, Involvement, involvement_id, _WHAT))


def _how(words: str) -> str:
    return stated_line(words, "Say how it took part: a workshop, a visit, a letter.")


def _refuse_twice(session: Session, row: Involvement, body: Organisation) -> None:
    if same_involvement(session, row):
        message = f"That {body.name} took part on {day_shown(row.happened_on)} in the same way stands there already."
        raise Refusal(message)
