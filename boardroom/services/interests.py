"""Keeping the register of interests: taking one in, putting it right (its last day too), taking it out."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.interests import Interest
from boardroom.domain.people import Organisation, Person
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_text
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_line

_WHAT = "That interest"


def register_interest(  # noqa: PLR0913 - an interest has these parts
    session: Session,
    *,
    nature: str,
    person_id: UUID | None = None,
    organisation_id: UUID | None = None,
    matter: str = "",
    strand_id: UUID | None = None,
    starts: date | None = None,
    ends: date | None = None,
    declared_on: date | None = None,
) -> Interest:
    """Put an interest into the register: of a person, of an organisation, or of a person through one.

    Args:
        session: of `BoardFile.writing`.
        nature: what connects them to the matter: "trustee", "holds shares in Brightwater Care".
        person_id: whose interest it is.
        organisation_id: the organisation whose it is, or through which the person has it.
        matter: what it concerns, in words.
        strand_id: the strand that it concerns, where it is one.
        starts: its first day; None: from always.
        ends: its last day; None: it still holds.
        declared_on: the day on which it was told.

    Raises:
        Refusal: nobody is named, they or the strand are gone, the nature is blank, or it ends before it starts.
    """
    if person_id is None and organisation_id is None:
        message = "Say whose interest it is: a person’s or an organisation’s."
        raise Refusal(message)
    if person_id is not None:
        standing(session, Person, person_id, "That person")
    if organisation_id is not None:
        standing(session, Organisation, organisation_id, "That organisation")
    _check_days(starts, ends)
    interest = Interest(
        person_id=person_id,
        organisation_id=organisation_id,
        strand_id=_strand(session, strand_id),
        nature=_stated(nature),
        matter=clean_text(matter).strip(),
        starts=starts,
        ends=ends,
        declared_on=declared_on,
    )
    session.add(interest)
    return interest


def change_interest(  # noqa: PLR0913 - an interest has these parts
    session: Session,
    interest_id: UUID,
    *,
    nature: str,
    matter: str,
    starts: date | None,
    ends: date | None,
    declared_on: date | None,
    strand_id: UUID | Kept | None = KEPT,
) -> Interest:
    """Put an entry of the register right; whose it is stays, and so does its strand where none is given.

    Raises:
        Refusal: the entry is gone, the nature is blank, or it ends before it starts.
    """
    interest = standing(session, Interest, interest_id, _WHAT)
    _check_days(starts, ends)
    interest.nature, interest.matter = _stated(nature), clean_text(matter).strip()
    interest.starts, interest.ends, interest.declared_on = starts, ends, declared_on
    interest.strand_id = _strand(session, given(strand_id, interest.strand_id))
    return interest


def remove_interest(session: Session, interest_id: UUID) -> None:
    """Take out an entry that should never have been made.

    Raises:
        Refusal: the entry is gone.
    """
    session.delete(standing(session, Interest, interest_id, _WHAT))


def _strand(session: Session, strand_id: UUID | None) -> UUID | None:
    if strand_id is not None:
        standing(session, Strand, strand_id, "That strand")
    return strand_id


def _stated(nature: str) -> str:
    return stated_line(nature, "Say what the interest is.")


def _check_days(starts: date | None, ends: date | None) -> None:
    if starts is not None and ends is not None and ends < starts:
        message = f"An interest can't end before it starts, on {starts.day} {starts:%B %Y}."
        raise Refusal(message)
