"""Points: contributions to an item, recorded by role and sector."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import Point
from boardroom.domain.proposals import Proposal
from boardroom.domain.text import clean_line
from boardroom.domain.words import PointKind, Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import body_meant, person_meant
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import stated_text
from boardroom.store.queries.agenda import first_day
from boardroom.store.queries.hanging import next_place
from boardroom.store.queries.names import lines_named


def add_point(  # noqa: PLR0913 - a point has these parts
    session: Session,
    item_id: UUID,
    text: str,
    *,
    kind: PointKind | None = PointKind.STATEMENT,
    name: str = "",
    role: str = "",
    organisation: str = "",
    sector: Sector | None = None,
    proposal_id: UUID | None = None,
) -> Point:
    """Record what somebody contributed to an item, last.

    Of a speaker who is in the attendance, organisation and sector are taken from there unless given.

    Raises:
        Refusal: there is no text, or the item or the proposal is gone.
    """
    item = item_standing(session, item_id)
    if proposal_id is not None:
        standing(session, Proposal, proposal_id, "That proposal")
    point = Point(
        meeting_id=item.meeting_id,
        item_id=item_id,
        position=next_place(session, Point, "item_id", item_id),
        kind=kind,
        by_role=clean_line(role),
        sector=sector,
        text=_text(text),
        proposal_id=proposal_id,
    )
    _let_speak(session, point, name)
    _speak_for(session, point, clean_line(organisation) or point.by_organisation)
    session.add(point)
    return point


def change_point(  # noqa: PLR0913 - a point has these parts
    session: Session,
    point_id: UUID,
    *,
    text: str | Kept = KEPT,
    kind: PointKind | Kept | None = KEPT,
    name: str | Kept = KEPT,
    role: str | Kept = KEPT,
    organisation: str | Kept = KEPT,
    sector: Sector | Kept | None = KEPT,
    proposal_id: UUID | Kept | None = KEPT,
) -> Point:
    """Change what was recorded of a contribution; what isn't given stays.

    A new speaker or organisation brings their sector, unless one is given.

    Raises:
        Refusal: there would be no text, or the point or the proposal is gone.
    """
    point = standing(session, Point, point_id, "That point")
    if proposal_id is not KEPT and proposal_id is not None:
        standing(session, Proposal, proposal_id, "That proposal")
    point.text = _text(given(text, point.text))
    point.kind = given(kind, point.kind)
    point.by_role = clean_line(given(role, point.by_role))
    point.proposal_id = given(proposal_id, point.proposal_id)
    if name is not KEPT and clean_line(name) != point.by_name:
        point.sector = None
        _let_speak(session, point, name)
    if organisation is not KEPT and clean_line(organisation) != point.by_organisation:
        point.sector = None
        _speak_for(session, point, organisation)
    point.sector = given(sector, point.sector)
    return point


def remove_point(session: Session, point_id: UUID) -> None:
    """Take a point out; a proposal that it was the trace of stays.

    Raises:
        Refusal: the point is gone.
    """
    session.delete(standing(session, Point, point_id, "That point"))


def _let_speak(session: Session, point: Point, name: str) -> None:
    point.by_name = clean_line(name)
    point.person_id = person_meant(session, name, point.meeting_id)
    lines = lines_named(session, point.meeting_id, point.by_name) if point.by_name else ()
    if len(lines) == 1:
        point.by_organisation, point.organisation_id = lines[0].organisation, lines[0].organisation_id
        point.sector = point.sector or lines[0].sector


def _speak_for(session: Session, point: Point, organisation: str) -> None:
    body = body_meant(session, organisation, point.sector, first_day(session, point.meeting_id))
    point.by_organisation, point.organisation_id, point.sector = body.name, body.id, body.sector


def _text(text: str) -> str:
    return stated_text(text, "Write what was said.")
