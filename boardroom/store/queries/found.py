"""What was found, as the palette and the Search page list it: what it is, where it stands, what to open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Seat
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, Person
from boardroom.domain.plan import Outcome, Priority, Strand
from boardroom.domain.proposals import Proposal
from boardroom.domain.votes import Motion
from boardroom.domain.words import Sector
from boardroom.store.queries.action_list import latest_status, sectors_of_actions
from boardroom.store.queries.proposal_list import latest_answers, proposers_of
from boardroom.store.queries.sectors import sectors_of_people, statuses_on
from boardroom.store.queries.targets import Target, opened_as, targets_of
from boardroom.store.search import Hit, search
from boardroom.store.searchable import SEARCHABLE

# What is listed under a name of its own: the columns of its title, its number and its state.
_NAMED: dict[type[Base], tuple[str, str, str]] = {
    Action: ("text", "number", "status"),
    AgendaItem: ("title", "number", "state"),
    Board: ("name", "", ""),
    Decision: ("wording", "reference", "result"),
    Meeting: ("name", "", "status"),
    Motion: ("wording", "", "result"),
    Organisation: ("name", "", ""),
    Outcome: ("name", "", ""),
    Paper: ("title", "label", ""),
    Person: ("name", "", ""),
    Priority: ("name", "", ""),
    Proposal: ("text", "number", ""),
    Seat: ("name", "", ""),
    Strand: ("name", "", ""),
}
# A person stands in these once for every meeting: they come after everything else.
_OFTEN = frozenset({"attendance", "stay", "vote"})
_NAMED_FIRST = opened_as(str(entity.__tablename__) for entity in _NAMED) - _OFTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One hit with what it belongs to.

    `entity` is what is opened, by its table's name, which may be what the hit hangs on (a proposal, for the
    reason of its answer). `title` is its name, or the words found where it has none. `state` is an answer, a
    result or a status; None: it has none, or a proposal is unanswered. `target` is None where it is gone.
    """

    hit: Hit
    entity: str
    title: str
    number: str
    state: StrEnum | None
    sector: Sector | None
    meeting: str
    day: date | None
    item_number: str
    item_title: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class _Named:
    title: str
    number: str = ""
    state: StrEnum | None = None


def describe_hits(session: Session, hits: Sequence[Hit], today: date) -> list[FoundRow]:
    """Return what was found with what it belongs to, in the same order; few SELECTs for each kind of thing."""
    targets = targets_of(session, {(hit.entity, hit.entity_id) for hit in hits})
    opened: dict[str, set[UUID]] = {}
    for one in targets.values():
        opened.setdefault(one.entity, set()).add(one.id)
    named = _names(session, opened)
    sectors = _sectors(session, opened, today)
    meetings = _meetings(session, {one.meeting_id for one in targets.values()} | {hit.meeting_id for hit in hits})
    items = _items(session, {one.item_id for one in targets.values()})
    rows = []
    for hit in hits:
        target = targets.get((hit.entity, hit.entity_id))
        place = (target.entity, target.id) if target else (hit.entity, hit.entity_id)
        name = named.get(place) or _Named("".join(run.text for run in hit.snippet))
        meeting_id = (target.meeting_id if target else None) or hit.meeting_id
        meeting, day = meetings.get(meeting_id, ("", None))
        item_number, item_title = items.get(target.item_id if target else None, ("", ""))
        rows.append(
            FoundRow(
                hit=hit,
                entity=place[0],
                title=name.title,
                number=name.number,
                state=name.state,
                sector=sectors.get(place),
                meeting=meeting,
                day=hit.date or day,
                item_number=item_number,
                item_title=item_title,
                target=target,
            )
        )
    return rows


def _names(session: Session, opened: dict[str, set[UUID]]) -> dict[tuple[str, UUID], _Named]:
    named: dict[tuple[str, UUID], _Named] = {}
    for entity, columns in _NAMED.items():
        table: Any = entity.__table__
        ids = opened.get(table.name)
        if ids:
            title, number, state = (table.columns[name] if name else null() for name in columns)
            for row in session.execute(select(table.columns["id"], title, number, state).where(entity.id.in_(ids))):
                named[table.name, row[0]] = _Named(row[1], row[2] or "", row[3])
    for proposal_id, answer in latest_answers(session, list(opened.get("proposal", ()))).items():
        said = named["proposal", proposal_id]
        named["proposal", proposal_id] = _Named(said.title, said.number, answer.answer)
    for action_id, status in latest_status(session, list(opened.get("action", ()))).items():
        said = named["action", action_id]
        named["action", action_id] = _Named(said.title, said.number, status)
    return named


def _sectors(session: Session, opened: dict[str, set[UUID]], today: date) -> dict[tuple[str, UUID], Sector]:
    sectors: dict[tuple[str, UUID], Sector] = {}
    for proposal_id, by in proposers_of(session, list(opened.get("proposal", ()))).items():
        said = next((one.sector for one in by if one.sector), None)
        if said is not None:
            sectors["proposal", proposal_id] = said
    found = sectors_of_actions(session, list(opened.get("action", ())), today)
    sectors.update((("action", one), sector) for one, sector in found.items())
    people = sectors_of_people(session, opened.get("person", ()), today)
    sectors.update((("person", one), sector) for one, sector in people.items())
    statuses = statuses_on(session, opened.get("organisation", ()), today)
    sectors.update((("organisation", one), status.sector) for one, status in statuses.items())
    return sectors


def _meetings(session: Session, ids: set[UUID | None]) -> dict[UUID | None, tuple[str, date | None]]:
    wanted = (
        select(Meeting.id, Meeting.name, MeetingDay.held_on)
        .outerjoin(MeetingDay, (MeetingDay.meeting_id == Meeting.id) & (MeetingDay.position == 0))
        .where(Meeting.id.in_(ids - {None}))
    )
    return {row.id: (row.name, row.held_on) for row in session.execute(wanted)}


def _items(session: Session, ids: set[UUID | None]) -> dict[UUID | None, tuple[str, str]]:
    wanted = select(AgendaItem.id, AgendaItem.number, AgendaItem.title).where(AgendaItem.id.in_(ids - {None}))
    return {row.id: (row.number, row.title) for row in session.execute(wanted)}


def find_records(  # noqa: PLR0913 - what a search can be narrowed by
    session: Session,
    words: str,
    today: date,
    *,
    board_id: UUID | None,
    kinds: frozenset[str] | None = None,
    limit: int = 40,
) -> list[FoundRow]:
    """Return what holds these words, described, each thing once: what has a name first, attendance last.

    Args:
        session: a session of the board file.
        words: what a person typed.
        today: the day that sectors are told for.
        board_id: only what belongs to this board.
        kinds: only what is opened as one of these entities, by their tables' names.
        limit: the most hits to look at.
    """
    found, seen = [], set()
    # Narrowed before it is limited: or else what isn't wanted, or comes last, would crowd out what is.
    entities = frozenset(SEARCHABLE) if kinds is None else opened_as(kinds)
    hits = search(session, words, board_id=board_id, entities=entities - _OFTEN, limit=limit)
    hits.sort(key=_comes_late)
    if entities & _OFTEN and len(hits) < limit:
        hits += search(session, words, board_id=board_id, entities=entities & _OFTEN, limit=limit - len(hits))
    for row in describe_hits(session, hits, today):
        if row.target is None or (kinds is not None and row.entity not in kinds):
            continue
        if (row.target.entity, row.target.id) not in seen:
            seen.add((row.target.entity, row.target.id))
            found.append(row)
    return found


def _comes_late(hit: Hit) -> bool:
    """Whether a hit comes after what is listed under a name of its own; the order stays otherwise."""
    return hit.entity not in _NAMED_FIRST
