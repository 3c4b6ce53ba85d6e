"""The lists of a board file: meetings, decisions, actions, proposals, a page at a time by keyset.

Newest meeting first, then the running order within it; what has no date comes last. A page costs the
same in a file of ten meetings and of a thousand: each arm of the query walks an index and stops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, literal, null, or_, select, tuple_
from sqlalchemy.orm import QueryableAttribute, Session, aliased

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.store.queries.hidden import restricted_among

PAGE = 100


@dataclass(frozen=True, slots=True)
class Key:
    """Where a page ends: the place of its last row in the order of the list."""

    date: date | None
    item_position: int
    position: int
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a list; `more` holds what only this kind of row has, by field name."""

    id: UUID
    date: date | None
    name: str
    board: str
    key: Key
    more: dict[str, Any]


_FIRST_DAY = aliased(MeetingDay)
_ITEM = aliased(AgendaItem)
# "Has a date", said so that SQLite walks the index on it: IS NOT NULL, or one bound, makes it sort the whole list.
_EVER = (date.min, date.max)
# What stands under no item comes before the first.
_PLACE = func.coalesce(_ITEM.position, -1)
_LISTED = Decision | Action | Proposal


def list_boards(session: Session) -> list[Row]:
    """Return every board of the file, by name."""
    rows = session.scalars(select(Board).order_by(Board.name, Board.id))
    return [
        Row(
            id=board.id,
            date=None,
            name=board.name,
            board=board.name,
            key=Key(None, 0, 0, board.id),
            more={"kind": board.kind, "area": board.area, "country": board.country},
        )
        for board in rows
    ]


def page_of_meetings(
    session: Session, *, board_id: UUID | None = None, after: Key | None = None, limit: int = PAGE
) -> list[Row]:
    """Return the next page of meetings, newest first; `board` names the host board."""
    date_of, ident = _FIRST_DAY.held_on, Meeting.id
    wanted = select(Meeting, date_of.label("date")).outerjoin(
        _FIRST_DAY, and_(_FIRST_DAY.meeting_id == Meeting.id, _FIRST_DAY.position == 0)
    )
    if board_id is not None:
        wanted = wanted.where(Meeting.id.in_(select(MeetingBoard.meeting_id).where(MeetingBoard.board_id == board_id)))
    found: list[Any] = []
    if after is None or after.date is not None:
        dated = wanted.where(date_of.between(*_EVER)).order_by(date_of.desc(), ident)
        if after is not None:
            dated = dated.where(date_of <= after.date, or_(date_of < after.date, ident > after.id))
        found += session.execute(dated.limit(limit)).all()
    if len(found) < limit:
        undated = wanted.where(date_of.is_(None)).order_by(ident).limit(limit - len(found))
        if after is not None and after.date is None:
            undated = undated.where(ident > after.id)
        found += session.execute(undated).all()
    hosts = _host_names(session, [meeting.id for meeting, _ in found])
    return [
        Row(
            id=meeting.id,
            date=held_on,
            name=meeting.name,
            board=hosts.get(meeting.id, ""),
            key=Key(held_on, 0, 0, meeting.id),
            more={
                "kind": meeting.kind,
                "status": meeting.status,
                "venue": meeting.venue,
                "record": meeting.record_id,
            },
        )
        for meeting, held_on in found
    ]


def page_of_decisions(
    session: Session, *, board_id: UUID | None = None, after: Key | None = None, limit: int = PAGE
) -> list[Row]:
    """Return the next page of the decision register."""
    found = _page(session, Decision, Decision.decided_on, board_id, after, limit)
    return [
        _row(
            row,
            row.entity.wording,
            number=row.entity.reference or row.entity.number,
            result=row.entity.result,
            method=row.entity.method,
            provisional=row.entity.provisional,
            meeting_id=row.entity.meeting_id,
        )
        for row in found
    ]


def page_of_actions(
    session: Session, *, board_id: UUID | None = None, after: Key | None = None, limit: int = PAGE
) -> list[Row]:
    """Return the next page of actions; `status` is the latest, updates counted."""
    found = _page(session, Action, None, board_id, after, limit)
    ids = [row.entity.id for row in found]
    latest, owners = _latest_status(session, ids), _owners(session, ids)
    return [
        _row(
            row,
            row.entity.text,
            number=row.entity.number,
            owner="; ".join(
                filter(None, (*owners.get(row.entity.id, ()), row.entity.owner_role, row.entity.owner_organisation))
            ),
            due=row.entity.due_on or row.entity.due_words or None,
            status=latest.get(row.entity.id, row.entity.status),
            meeting_id=row.entity.meeting_id,
        )
        for row in found
    ]


def page_of_proposals(
    session: Session, *, board_id: UUID | None = None, after: Key | None = None, limit: int = PAGE
) -> list[Row]:
    """Return the next page of proposals; `answer` and `reason` are the latest, None while it waits."""
    found = _page(session, Proposal, Proposal.received_on, board_id, after, limit)
    ids = [row.entity.id for row in found]
    answers, proposers = _latest_answers(session, ids), _proposers(session, ids)
    rows = []
    for row in found:
        answer = answers.get(row.entity.id)
        rows.append(
            _row(
                row,
                row.entity.text,
                number=row.entity.number,
                proposer="; ".join(proposers.get(row.entity.id, ())),
                answer=answer.answer if answer else None,
                reason=answer.reason if answer else None,
                category=answer.category if answer else None,
                meeting_id=row.entity.meeting_id,
            )
        )
    return rows


def _page(  # noqa: PLR0913, PLR0917 - the parts of one query
    session: Session,
    entity: type[_LISTED],
    own_date: QueryableAttribute[date | None] | None,
    board_id: UUID | None,
    after: Key | None,
    limit: int,
) -> "Sequence[_Found]":
    """Return the next page of an entity.

    Three arms: at a dated meeting (an index on its day), between meetings with a date of its own, undated.
    """
    order = (_PLACE, entity.position, entity.id)
    at_meeting = (_FIRST_DAY.meeting_id == entity.meeting_id) & (_FIRST_DAY.position == 0)
    held_on, own = cast("ColumnElement[Any]", _FIRST_DAY.held_on), cast("ColumnElement[Any] | None", own_date)
    found: list[Any] = []
    if after is None or after.date is not None:
        arms = [(held_on, _arm(entity, board_id, held_on).join(_FIRST_DAY, at_meeting).where(held_on.between(*_EVER)))]
        if own is not None:
            alone = _arm(entity, board_id, own).where(entity.meeting_id.is_(None), own.is_not(None))
            arms.append((own, alone))
        for date_of, wanted in arms:
            rest = wanted if after is None else wanted.where(_past(entity, date_of, after))
            found += session.execute(rest.order_by(date_of.desc(), *order).limit(limit)).all()
        found.sort(key=lambda row: (-row.date.toordinal(), row.item_position, row.position, str(row.ident)))
        del found[limit:]
    if len(found) < limit:
        date_of = func.coalesce(held_on, null() if own is None else own)
        undated = _arm(entity, board_id, null()).outerjoin(_FIRST_DAY, at_meeting).where(date_of.is_(None))
        if after is not None and after.date is None:
            undated = undated.where(_past(entity, date_of, after))
        found += session.execute(undated.order_by(*order).limit(limit - len(found))).all()
    return _with_entities(session, entity, found)


def _arm(entity: type[_LISTED], board_id: UUID | None, date_of: ColumnElement[Any]) -> Select[Any]:
    wanted = (
        select(
            entity.id.label("ident"),
            date_of.label("date"),
            _PLACE.label("item_position"),
            entity.position.label("position"),
        )
        .select_from(entity)
        .outerjoin(_ITEM, _ITEM.id == entity.item_id)
    )
    return wanted if board_id is None else wanted.where(entity.board_id == board_id)


def _past(entity: type[_LISTED], date_of: ColumnElement[Any], after: Key) -> ColumnElement[bool]:
    """Say what stands after the last row that was shown, in the order of the list."""
    later = tuple_(_PLACE, entity.position, entity.id) > tuple_(
        literal(after.item_position), literal(after.position), literal(after.id, type_=entity.id.type)
    )
    if after.date is None:
        return and_(date_of.is_(None), later)
    return and_(date_of <= after.date, or_(date_of < after.date, later))


@dataclass(frozen=True, slots=True)
class _Found:
    entity: Any
    date: date | None
    item_position: int
    board: str
    restricted: bool


def _with_entities(session: Session, entity: type[_LISTED], found: Sequence[Any]) -> list[_Found]:
    """Fetch the rows of one page whole: the walk above carries only what orders them."""
    wanted = select(entity, Board.name).join(Board, Board.id == entity.board_id)
    wanted = wanted.where(entity.id.in_([row.ident for row in found]))
    by_id: dict[UUID, Any] = {row[0].id: row for row in session.execute(wanted)}
    hidden = restricted_among(session, [row[0].item_id for row in by_id.values()])
    rows = []
    for place in found:
        thing, board = by_id[place.ident]
        rows.append(_Found(thing, place.date, place.item_position, board, thing.item_id in hidden))
    return rows


def _row(found: _Found, name: str, **more: Any) -> Row:  # noqa: ANN401 - fields of any kind
    """Return a list's row for what was found."""
    entity = found.entity
    return Row(
        id=entity.id,
        date=found.date,
        name=name,
        board=found.board,
        key=Key(found.date, found.item_position, entity.position, entity.id),
        more={**more, "restricted": found.restricted},
    )


def _host_names(session: Session, meeting_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the name of each meeting's first board."""
    wanted = (
        select(MeetingBoard.meeting_id, Board.name)
        .join(Board, Board.id == MeetingBoard.board_id)
        .where(MeetingBoard.meeting_id.in_(meeting_ids))
        .order_by(MeetingBoard.position.desc())
    )
    return {row.meeting_id: row.name for row in session.execute(wanted)}


def _latest_status(session: Session, action_ids: Sequence[UUID]) -> dict[UUID, Any]:
    """Return the status of each action's last update."""
    wanted = (
        select(ActionUpdate.action_id, ActionUpdate.status)
        .where(ActionUpdate.action_id.in_(action_ids))
        .order_by(ActionUpdate.updated_on, ActionUpdate.position, ActionUpdate.id)
    )
    return {row.action_id: row.status for row in session.execute(wanted)}


def _owners(session: Session, action_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Return the names of each action's owners, in order: the person, and for whom."""
    wanted = (
        select(ActionOwner.action_id, Person.name.label("person"), Organisation.name.label("organisation"))
        .outerjoin(Person, Person.id == ActionOwner.person_id)
        .outerjoin(Organisation, Organisation.id == ActionOwner.organisation_id)
        .where(ActionOwner.action_id.in_(action_ids))
        .order_by(ActionOwner.position, ActionOwner.id)
    )
    owners: dict[UUID, list[str]] = {}
    for action_id, person, organisation in session.execute(wanted):
        owners.setdefault(action_id, []).append(", ".join(filter(None, (person, organisation))))
    return owners


def _proposers(session: Session, proposal_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Return who put each proposal, in order: the organisation, else the role, the name or the sector."""
    wanted = select(Proposer).where(Proposer.proposal_id.in_(proposal_ids)).order_by(Proposer.position, Proposer.id)
    found: dict[UUID, list[str]] = {}
    for one in session.scalars(wanted):
        said = one.organisation or one.role or one.name or one.sector
        found.setdefault(one.proposal_id, []).append(str(said or "not stated"))
    return found


def _latest_answers(session: Session, proposal_ids: Sequence[UUID]) -> dict[UUID, Answer]:
    """Return each proposal's last answer."""
    wanted = (
        select(Answer)
        .where(Answer.proposal_id.in_(proposal_ids))
        .order_by(Answer.answered_on.is_not(None), Answer.answered_on, Answer.position, Answer.id)
    )
    return {answer.proposal_id: answer for answer in session.scalars(wanted)}
