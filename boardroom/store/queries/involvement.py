"""Who took part in the planning of strands, and when: one statement over meetings, proposals, calls and what was added.

Whoever counts or finds firsts over a whole board asks `involved` or `first_parts`: the database does it, and only
what is shown is read. Source: product.md X6.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Select,
    SQLColumnExpression,
    Subquery,
    Text,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from boardroom.domain.agenda import Point
from boardroom.domain.attendance import Attendance
from boardroom.domain.audience import Audience
from boardroom.domain.base import Identifier
from boardroom.domain.board import Seat
from boardroom.domain.calls import Call
from boardroom.domain.involvement import Occasion, Part
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.plan import Involvement, Strand
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.running import Heard
from boardroom.domain.words import MeetingStatus, Sector
from boardroom.store.queries.find import UNHELD
from boardroom.store.queries.on_strand import above, held_items, kept_from, on_strands
from boardroom.store.queries.sectors import in_force
from boardroom.store.queries.there import not_there, was_there

_RANK = {one.value: rank for rank, one in enumerate(Occasion)}
_SECTOR = Attendance.__table__.c.sector.type
_OCCASIONS = {one.value: one for one in Occasion}
# In the order of the parts of `Part`.
_COLUMNS = ("strand", "organisation_id", "organisation", "sector", "on", "occasion", "entity", "id", "words")
_ORDER = ("on", "rank", "organisation", "sector", "id", "organisation_id")


def parts(
    session: Session,
    board_id: UUID,
    *,
    strand_id: UUID | None = None,
    until: date | None = None,
    audience: Audience = Audience.MEMBERS,
) -> list[Part]:
    """Return every occasion on which an organisation took part in a board's strands, the earliest first.

    Of one meeting an organisation attended an item once, however many of its people were there. Whoever proposed in
    answer to a call is not said to have proposed beside it. A sector that was only marked as heard spoke, without an
    organisation. `entity` is agenda_item, point, heard, proposal or involvement, with its id.

    Args:
        session: a reading one.
        board_id: whose strands.
        strand_id: one of them; None means all.
        until: the last day that counts.
        audience: what is restricted counts for members only.
    """
    among = None if strand_id is None else (strand_id,)
    return _as_parts(session, involved(session, board_id, among=among, until=until, audience=audience))


def first_parts(
    session: Session,
    board_id: UUID,
    *,
    among: Collection[UUID] | None = None,
    until: date | None = None,
    audience: Audience = Audience.MEMBERS,
) -> list[Part]:
    """Return the first part of each sector in each strand: all that `first_of_each` needs, and little to read.

    Args:
        session: a reading one.
        board_id: whose strands.
        among: some of them; None means all.
        until: the last day that counts.
        audience: what is restricted counts for members only.
    """
    every = involved(session, board_id, among=among, until=until, audience=audience)
    within = [every.c.strand, every.c.sector]
    nth = func.row_number().over(partition_by=within, order_by=[every.c[name] for name in _ORDER]).label("nth")
    counted = select(every, nth).subquery("counted")
    return _as_parts(session, select(counted).where(counted.c.nth == 1).subquery("first"))


def involved(
    session: Session,
    board_id: UUID,
    *,
    among: Collection[UUID] | None = None,
    until: date | None = None,
    audience: Audience = Audience.MEMBERS,
) -> Subquery:
    """Return the statement behind `parts`, to count over in the database.

    Its columns: strand, organisation_id, organisation, sector, on, occasion, rank, entity, id, words.
    """
    items = on_strands(board_id, among)
    over, kept = above(items), kept_from(audience)
    held = held_items(items, kept)
    mine = select(Strand.id).where(Strand.board_id == board_id)
    if among is not None:
        mine = mine.where(Strand.id.in_(among))
    proposed = _proposed(mine, items, kept)
    arms = (_attended(session, held, over), _spoke(held), _heard(held), *proposed, _by_hand())
    every = union_all(*arms).subquery("every")
    dated = (
        select(
            every.c.strand,
            every.c.organisation_id,
            _called(every).label("organisation"),
            type_coerce(_sector_on(every), _SECTOR).label("sector"),
            every.c.on,
            every.c.occasion,
            every.c.entity,
            every.c.id,
            every.c.words,
        )
        # Of an item that several of its people attended an organisation is told once.
        .distinct()
        .where(every.c.strand.in_(mine), every.c.on.is_not(None))
    )
    if until is not None:
        dated = dated.where(every.c.on <= until)
    # Worked out once: the sector of each is looked up, and then asked for again.
    told = dated.cte("dated").prefix_with("MATERIALIZED")
    return (
        select(told, case(_RANK, value=told.c.occasion).label("rank"))
        # Neither a sector nor an organisation: nobody took part.
        .where(or_(told.c.sector != Sector.UNKNOWN, told.c.organisation != ""))
        .subquery("involved")
    )


def _called(every: Subquery) -> ColumnElement[str]:
    """Say what an organisation was called: as printed, else what it is called today."""
    today = select(Organisation.name).where(Organisation.id == every.c.organisation_id).scalar_subquery()
    return func.coalesce(func.nullif(every.c.name, ""), today, "")


def _sector_on(every: Subquery) -> ColumnElement[Sector]:
    """Say what its sector was: as printed, else by its status on the day, else that of the seat."""
    status = (
        select(OrganisationStatus.sector)
        .where(OrganisationStatus.organisation_id == every.c.organisation_id)
        .where(in_force(OrganisationStatus, every.c.on))
        .order_by(OrganisationStatus.starts.desc().nulls_last(), OrganisationStatus.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    seat = select(Seat.sector).where(Seat.id == every.c.seat_id).scalar_subquery()
    known = (func.nullif(one, Sector.UNKNOWN) for one in (every.c.sector, status, seat))
    return func.coalesce(*known, Sector.UNKNOWN)


def _attended(session: Session, held: CTE, over: CTE) -> Select[Any]:
    away = not_there(session, held)
    line = Attendance
    return (
        _arm(
            _Body(line.organisation_id, line.organisation, line.sector, line.seat_id),
            _When(held.c.strand, held.c.on),
            _text(Occasion.ATTENDED),
            ("agenda_item", held.c.item),
        )
        .join_from(held, line, line.meeting_id == held.c.meeting_id)
        .where(was_there(held, over, away))
    )


def _spoke(held: CTE) -> Select[Any]:
    return _arm(
        _Body(Point.organisation_id, Point.by_organisation, Point.sector),
        _When(held.c.strand, held.c.on),
        _text(Occasion.SPOKE),
        ("point", Point.id),
    ).join_from(held, Point, Point.item_id == held.c.item)


def _heard(held: CTE) -> Select[Any]:
    return _arm(
        _Body(_NOBODY, _text(""), Heard.sector),
        _When(held.c.strand, held.c.on),
        _text(Occasion.SPOKE),
        ("heard", Heard.id),
    ).join_from(held, Heard, Heard.item_id == held.c.item)


def _proposed(mine: Select[UUID], items: CTE, kept: CTE | None) -> Iterator[Select[Any]]:
    """Say who proposed; a proposal is on its own strand, else on that of its call, else on that of its item.

    Three arms, each by an index of its own: one over all would read every proposal of the file.
    """
    # Coalesced, that SQLite goes by the call and by the item: most proposals of a file are on no strand of their own.
    on_none = func.coalesce(Proposal.strand_id, "") == ""
    own = _proposers(Proposal.strand_id).where(Proposal.strand_id.in_(mine))
    of_call = _proposers(Call.strand_id).join(Call, Call.id == Proposal.call_id)
    of_call = of_call.where(Call.strand_id.in_(mine), on_none)
    of_item = _proposers(items.c.strand).join(items, items.c.item == Proposal.item_id)
    of_item = of_item.where(on_none, func.coalesce(Proposal.call_id, "") == "")
    # Said twice, or SQLite begins with whoever put any proposal.
    of_item = of_item.where(Proposal.item_id.in_(select(items.c.item)))
    for arm in (own, of_call, of_item):
        if kept is None:
            yield arm
        else:
            yield arm.where(or_(Proposal.item_id.is_(None), Proposal.item_id.not_in(select(kept.c.item))))


def _proposers(strand: SQLColumnExpression[Any]) -> Select[Any]:
    held_on = (
        select(MeetingDay.held_on)
        .join(Meeting, Meeting.id == MeetingDay.meeting_id)
        .where(MeetingDay.meeting_id == Proposal.meeting_id, MeetingDay.held_on.is_not(None))
        .where(func.coalesce(Meeting.status, MeetingStatus.HELD).not_in(UNHELD))
        .order_by(MeetingDay.position, MeetingDay.id)
        .limit(1)
        .correlate(Proposal)
        .scalar_subquery()
    )
    return _arm(
        _Body(Proposer.organisation_id, Proposer.organisation, Proposer.sector),
        _When(strand, func.coalesce(Proposal.received_on, held_on)),
        case((Proposal.call_id.is_not(None), Occasion.ANSWERED_CALL.value), else_=Occasion.PROPOSED.value),
        ("proposal", Proposal.id),
    ).join_from(Proposal, Proposer, Proposer.proposal_id == Proposal.id)


def _by_hand() -> Select[Any]:
    return _arm(
        _Body(Involvement.organisation_id, _text(""), literal(Sector.UNKNOWN)),
        _When(Involvement.strand_id, Involvement.happened_on),
        _text(Occasion.BY_HAND),
        ("involvement", Involvement.id),
        words=Involvement.how,
    )


def _text(words: str) -> ColumnElement[str]:
    return literal(str(words), Text)


_NOBODY = cast(null(), Identifier())


@dataclass(frozen=True, slots=True)
class _Body:
    """Who took part: the organisation, its name and its sector as printed, and the seat that it held."""

    id: SQLColumnExpression[Any]
    name: SQLColumnExpression[Any]
    sector: SQLColumnExpression[Any]
    seat_id: SQLColumnExpression[Any] = _NOBODY


@dataclass(frozen=True, slots=True)
class _When:
    """In which strand, and on which day."""

    strand: SQLColumnExpression[Any]
    on: SQLColumnExpression[Any]


def _arm(
    body: _Body,
    when: _When,
    occasion: SQLColumnExpression[Any],
    told_by: tuple[str, SQLColumnExpression[Any]],
    *,
    words: SQLColumnExpression[Any] | None = None,
) -> Select[Any]:
    entity, entity_id = told_by
    return select(
        type_coerce(when.strand, Identifier()).label("strand"),
        type_coerce(body.id, Identifier()).label("organisation_id"),
        type_coerce(body.name, Text).label("name"),
        type_coerce(body.sector, _SECTOR).label("sector"),
        type_coerce(body.seat_id, Identifier()).label("seat_id"),
        type_coerce(when.on, Date).label("on"),
        type_coerce(occasion, Text).label("occasion"),
        _text(entity).label("entity"),
        type_coerce(entity_id, Identifier()).label("id"),
        (_text("") if words is None else type_coerce(words, Text)).label("words"),
    )


def _as_parts(session: Session, found: Subquery) -> list[Part]:
    # Thousands of rows, on each showing of a strand: taken by their places, which costs a third of taking them by name.
    columns = [found.c[name] for name in _COLUMNS]
    rows = session.execute(select(*columns).order_by(*(found.c[name] for name in _ORDER)))
    return [
        Part(strand, body_id, body, sector, on, _OCCASIONS[occasion], entity, entity_id, said)
        for strand, body_id, body, sector, on, occasion, entity, entity_id, said in rows
    ]
