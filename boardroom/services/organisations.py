"""Organisations: renamed, of another sector or standing from a day on, succeeded, and taken out where unused."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_line
from boardroom.store.queries import boards as find
from boardroom.store.queries.uses import users_of

_WHAT = "That organisation"
_OWN = ("organisation_status",)


def rename_organisation(
    session: Session, organisation_id: UUID, *, name: str | Kept = KEPT, short_name: str | Kept = KEPT
) -> Organisation:
    """Put an organisation's name or short name right; what minutes printed of it stays.

    Raises:
        Refusal: it is gone, or the name is blank.
    """
    organisation = standing(session, Organisation, organisation_id, _WHAT)
    organisation.name = _named(given(name, organisation.name))
    organisation.short_name = clean_line(given(short_name, organisation.short_name))
    return organisation


def name_from(session: Session, organisation_id: UUID, name: str, *, on: date) -> OrganisationStatus:
    """Let an organisation be called something else from a day on; its earlier name is kept with the earlier days.

    Raises:
        Refusal: it is gone, the name is blank, or the day lies before its last change.
    """
    organisation = standing(session, Organisation, organisation_id, _WHAT)
    name = _named(name)
    begun = change_status(session, organisation_id, on=on)
    for status in find.statuses_of(session, organisation_id):
        if status is not begun and not status.name:
            status.name = organisation.name
    begun.name = ""
    organisation.name = name
    return begun


def change_status(
    session: Session,
    organisation_id: UUID,
    *,
    on: date,
    sector: Sector | Kept = KEPT,
    statutory: bool | Kept = KEPT,
) -> OrganisationStatus:
    """Let an organisation be of another sector, or obliged by law or not, from a day on; what was before stays.

    Raises:
        Refusal: it is gone, or the day lies before the status now in force began.
    """
    standing(session, Organisation, organisation_id, _WHAT)
    statuses = find.statuses_of(session, organisation_id)
    current = statuses[-1] if statuses else None
    begun = OrganisationStatus(
        organisation_id=organisation_id,
        sector=given(sector, current.sector if current else Sector.UNKNOWN),
        statutory=given(statutory, current.statutory if current else False),
        name=current.name if current else "",
        starts=on,
    )
    if current is not None:
        if current.starts is not None and on <= current.starts:
            message = f"That status began on {current.starts.day} {current.starts:%B %Y}; a change must be later."
            raise Refusal(message)
        current.ends = on - timedelta(days=1)
    session.add(begun)
    return begun


def change_from(  # noqa: PLR0913 - an organisation has these parts
    session: Session, organisation_id: UUID, *, on: date, name: str, sector: Sector, statutory: bool
) -> OrganisationStatus:
    """Let an organisation be called something else, be of another sector, or be obliged by law, from a day on.

    Raises:
        Refusal: it is gone, the name is blank, or the day lies before its last change.
    """
    organisation = standing(session, Organisation, organisation_id, _WHAT)
    if _named(name) == organisation.name:
        return change_status(session, organisation_id, on=on, sector=sector, statutory=statutory)
    begun = name_from(session, organisation_id, name, on=on)
    begun.sector, begun.statutory = sector, statutory
    return begun


def correct_status(
    session: Session, status_id: UUID, *, sector: Sector | Kept = KEPT, statutory: bool | Kept = KEPT
) -> OrganisationStatus:
    """Put right what was said of an organisation's days, without a change in its life.

    Raises:
        Refusal: the status is gone.
    """
    status = standing(session, OrganisationStatus, status_id, "That status")
    status.sector, status.statutory = given(sector, status.sector), given(statutory, status.statutory)
    return status


def succeed(session: Session, organisation_id: UUID, successor_id: UUID | None) -> Organisation:
    """Say which organisation took another one's place; None: none did.

    Raises:
        Refusal: one of them is gone, or the line of successors would lead back to the first.
    """
    organisation = standing(session, Organisation, organisation_id, _WHAT)
    after, seen = successor_id, {organisation_id}
    while after is not None:
        if after in seen:
            message = f"{organisation.name} would follow upon itself; choose another successor."
            raise Refusal(message)
        seen.add(after)
        after = standing(session, Organisation, after, "The successor").successor_id
    organisation.successor_id = successor_id
    return organisation


def remove_organisation(session: Session, organisation_id: UUID) -> None:
    """Take out an organisation to which nothing leads.

    Raises:
        Refusal: it is gone, or something in the file is its own.
    """
    organisation = standing(session, Organisation, organisation_id, _WHAT)
    if users_of(session, Organisation, organisation_id, apart_from=_OWN):
        message = f"{organisation.name} has a seat or stands in the record, so stays."
        raise Refusal(message)
    for status in find.statuses_of(session, organisation_id):
        session.delete(status)
    session.delete(organisation)


def _named(name: str) -> str:
    return stated_line(name, "Give the organisation a name.")
