"""The actions of a board: each with its owner, its latest status and how late it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.people import Organisation, Person
from boardroom.domain.text import clean_line
from boardroom.domain.words import ActionStatus, Sector
from boardroom.store.queries.sectors import sectors_of_people, statuses_on
from boardroom.store.queries.walk import EVER, PAGE, Found, Key, Way, holding, walk, with_entities

status_of = func.coalesce(
    select(ActionUpdate.status)
    .where(ActionUpdate.action_id == Action.id)
    .order_by(ActionUpdate.updated_on.desc(), ActionUpdate.position.desc(), ActionUpdate.id.desc())
    .limit(1)
    .correlate(Action)
    .scalar_subquery(),
    Action.status,
)
"""The latest status of an action; NULL where the record says nothing."""
_TO_DO = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)


class Standing(StrEnum):
    """What a list of actions can be narrowed to."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action as its list and Home show it.

    `days_late` is above nought where it is still to do after its date; None where no date is stated.
    """

    id: UUID
    board: str
    day: date | None
    key: Key
    number: str
    text: str
    owner: str
    sector: Sector | None
    due_on: date | None
    due_words: str
    status: ActionStatus | None
    days_late: int | None
    meeting_id: UUID | None
    item_id: UUID | None
    item_number: str
    decision_id: UUID | None
    restricted: bool

    @property
    def overdue(self) -> bool:
        """Whether it should have been done by now."""
        return bool(self.days_late and self.days_late > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of actions is narrowed to; `owner` is a part of a name, a role or an organisation."""

    board_id: UUID | None = None
    standing: Standing | None = None
    owner: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCounts:
    """How many actions stand where; the overdue ones are open too."""

    open: int
    overdue: int
    done: int
    dropped: int
    total: int


def actions_page(
    session: Session, wanted: Wanted, today: date, *, after: Key | None = None, limit: int = PAGE
) -> list[ActionRow]:
    """Return the next page of actions, those of the newest meeting first."""
    way = Way(board_id=wanted.board_id, where=_where(wanted, today))
    return action_rows(session, walk(session, Action, way, after=after, limit=limit), today)


def actions_by_due_date(
    session: Session, wanted: Wanted, today: date, *, after: Key | None = None, limit: int = PAGE
) -> list[ActionRow]:
    """Return the next page of actions, what is due first coming first; what has no due date comes last.

    A key of this list holds the due date in place of the meeting's.
    """
    due = Action.due_on
    place = select(Action.id.label("ident"), due.label("date"), func.length("").label("item_position"))
    place = place.where(*_where(wanted, today))
    if wanted.board_id is not None:
        # Not by the index on the board: see `walk`.
        place = place.where(func.coalesce(Action.board_id, "") == str(wanted.board_id))
    found: list[Any] = []
    if after is None or after.date is not None:
        dated = place.where(due.between(*EVER))
        if after is not None:
            dated = dated.where(due >= after.date, or_(due > after.date, Action.id > after.id))
        found += session.execute(dated.order_by(due, Action.id).limit(limit)).all()
    if len(found) < limit:
        undated = place.where(due.is_(None))
        if after is not None and after.date is None:
            undated = undated.where(Action.id > after.id)
        found += session.execute(undated.order_by(Action.id).limit(limit - len(found))).all()
    return action_rows(session, with_entities(session, Action, found), today)


def action_rows(session: Session, found: Sequence[Found], today: date) -> list[ActionRow]:
    """Return what was found with everything that a row shows."""
    if not found:
        return []
    ids = [one.entity.id for one in found]
    latest, owners = latest_status(session, ids), owners_of(session, ids)
    sectors = sectors_of_actions(session, ids, today)
    rows = []
    for one in found:
        action: Action = one.entity
        status = latest.get(action.id, action.status)
        late = None if action.due_on is None or status not in _TO_DO else (today - action.due_on).days
        rows.append(
            ActionRow(
                id=action.id,
                board=one.board,
                day=one.date,
                key=Key(one.date, one.item_position, action.position, action.id),
                number=action.number,
                text=action.text,
                owner=owner_words(action, owners.get(action.id, ())),
                sector=sectors.get(action.id),
                due_on=action.due_on,
                due_words=action.due_words,
                status=status,
                days_late=late,
                meeting_id=action.meeting_id,
                item_id=action.item_id,
                item_number=one.item_number,
                decision_id=action.decision_id,
                restricted=one.restricted,
            )
        )
    return rows


def count_actions(session: Session, wanted: Wanted, today: date) -> ActionCounts:
    """Return how many actions stand where."""
    due = and_(Action.due_on.is_not(None), Action.due_on < today)
    counted = select(status_of, due.label("due"), func.count(Action.id)).group_by(status_of, due)
    counted = counted.where(*_where(wanted, today))
    if wanted.board_id is not None:
        counted = counted.where(Action.board_id == wanted.board_id)
    rows = session.execute(counted).all()

    def number(*statuses: ActionStatus, overdue: bool = False) -> int:
        return sum(count for status, late, count in rows if status in statuses and (late or not overdue))

    return ActionCounts(
        open=number(*_TO_DO),
        overdue=number(*_TO_DO, overdue=True),
        done=number(ActionStatus.DONE),
        dropped=number(ActionStatus.DROPPED),
        total=sum(count for *_, count in rows),
    )


def count_overdue(session: Session, board_id: UUID, today: date) -> int:
    """Return how many of a board's actions should have been done by now."""
    # By the index on the due date, not by the one on the board.
    of_board = func.coalesce(Action.board_id, "") == str(board_id)
    late = and_(Action.due_on.between(date.min, today - timedelta(days=1)), status_of.in_(_TO_DO))
    return session.scalar(select(func.count(Action.id)).where(of_board, late)) or 0


def latest_status(session: Session, action_ids: Sequence[UUID]) -> dict[UUID, ActionStatus]:
    """Return the status of each action's last update."""
    wanted = (
        select(ActionUpdate.action_id, ActionUpdate.status)
        .where(ActionUpdate.action_id.in_(action_ids))
        .order_by(ActionUpdate.updated_on, ActionUpdate.position, ActionUpdate.id)
    )
    return {row.action_id: row.status for row in session.execute(wanted)}


def owners_of(session: Session, action_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
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


def owner_words(action: Action, owners: Sequence[str]) -> str:
    """Return who owns an action, in one line."""
    return "; ".join(filter(None, (*owners, action.owner_role, action.owner_organisation)))


def sectors_of_actions(session: Session, action_ids: Sequence[UUID], today: date) -> dict[UUID, Sector]:
    """Return the sector of each action's first owner whose sector is known."""
    wanted = (
        select(ActionOwner.action_id, ActionOwner.person_id, ActionOwner.organisation_id)
        .where(ActionOwner.action_id.in_(action_ids))
        .order_by(ActionOwner.position, ActionOwner.id)
    )
    owners = session.execute(wanted).all()
    people = sectors_of_people(session, {one.person_id for one in owners if one.person_id}, today)
    bodies = statuses_on(session, {one.organisation_id for one in owners if one.organisation_id}, today)
    sectors: dict[UUID, Sector] = {}
    for action_id, person_id, organisation_id in owners:
        body = bodies.get(organisation_id) if organisation_id else None
        sector = body.sector if body else people.get(person_id) if person_id else None
        if sector is not None:
            sectors.setdefault(action_id, sector)
    return sectors


def _where(wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    where = holding(Action, wanted.words)
    match wanted.standing:
        case Standing.OPEN:
            where.append(status_of.in_(_TO_DO))
        case Standing.OVERDUE:
            where += [Action.due_on < today, status_of.in_(_TO_DO)]
        case Standing.DONE:
            where.append(status_of == ActionStatus.DONE)
        case Standing.DROPPED:
            where.append(status_of == ActionStatus.DROPPED)
        case None:
            pass
    owner = clean_line(wanted.owner)
    if owner:
        named = or_(
            ActionOwner.name.icontains(owner, autoescape=True),
            ActionOwner.organisation.icontains(owner, autoescape=True),
            exists().where(Person.id == ActionOwner.person_id, Person.name.icontains(owner, autoescape=True)),
            exists().where(
                Organisation.id == ActionOwner.organisation_id, Organisation.name.icontains(owner, autoescape=True)
            ),
        )
        where.append(
            or_(
                Action.owner_role.icontains(owner, autoescape=True),
                Action.owner_organisation.icontains(owner, autoescape=True),
                exists().where(ActionOwner.action_id == Action.id, named),
            )
        )
    return where
