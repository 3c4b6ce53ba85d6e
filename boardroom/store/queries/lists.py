"""The lists of a board file as the command line writes them: boards, meetings, decisions, actions, proposals."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.proposals import Answer, Proposal
from boardroom.store.queries import meeting_list
from boardroom.store.queries.action_list import latest_status, owner_words, owners_of
from boardroom.store.queries.hidden import restricted_among, restricted_decisions_among
from boardroom.store.queries.proposal_list import latest_answers, proposer_words, proposers_of
from boardroom.store.queries.walk import PAGE, Found, Key, Way, walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a list; `more` holds what only this kind of row has, by field name."""

    id: UUID
    date: date | None
    name: str
    board: str
    key: Key
    more: dict[str, Any]


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
    found = meeting_list.meetings_page(session, meeting_list.Wanted(board_id=board_id), after=after, limit=limit)
    return [
        Row(
            id=row.id,
            date=row.day,
            name=row.name,
            board=row.board,
            key=row.key,
            more={"kind": row.kind, "status": row.status, "venue": row.venue, "record": row.record_id},
        )
        for row in found
    ]


def page_of_decisions(
    session: Session, *, board_id: UUID | None = None, after: Key | None = None, limit: int = PAGE
) -> list[Row]:
    """Return the next page of the decision register."""
    found = walk(session, Decision, Way(board_id=board_id), after=after, limit=limit)
    secret = restricted_decisions_among(session, [row.entity.id for row in found])
    return [
        _row(
            replace(row, restricted=row.entity.id in secret),
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
    """Return the next page of actions; `status` is the latest, updates counted.

    What carries out a restricted decision or proposal is restricted as well, wherever it was given.
    """
    found = walk(session, Action, Way(board_id=board_id), after=after, limit=limit)
    ids = [row.entity.id for row in found]
    latest, owners = latest_status(session, ids), owners_of(session, ids)
    decisions = restricted_decisions_among(session, [row.entity.decision_id for row in found])
    carried = {row.entity.proposal_id for row in found if row.entity.proposal_id is not None}
    at = dict(session.execute(select(Proposal.id, Proposal.item_id).where(Proposal.id.in_(carried))).all())
    proposals = _restricted_proposals(session, at, latest_answers(session, list(at)))
    return [
        _row(
            replace(
                row,
                restricted=row.restricted or row.entity.decision_id in decisions or row.entity.proposal_id in proposals,
            ),
            row.entity.text,
            number=row.entity.number,
            owner=owner_words(row.entity, owners.get(row.entity.id, ())),
            due=row.entity.due_on or row.entity.due_words or None,
            status=latest.get(row.entity.id, row.entity.status),
            meeting_id=row.entity.meeting_id,
        )
        for row in found
    ]


def page_of_proposals(
    session: Session, *, board_id: UUID | None = None, after: Key | None = None, limit: int = PAGE
) -> list[Row]:
    """Return the next page of proposals; `answer` and `reason` are the latest, None while it waits.

    What was answered at a restricted item is restricted as well: the row tells the answer.
    """
    found = walk(session, Proposal, Way(board_id=board_id), after=after, limit=limit)
    ids = [row.entity.id for row in found]
    answers, proposers = latest_answers(session, ids), proposers_of(session, ids)
    secret = _restricted_proposals(session, {row.entity.id: row.entity.item_id for row in found}, answers)
    rows = []
    for row in found:
        answer = answers.get(row.entity.id)
        rows.append(
            _row(
                replace(row, restricted=row.entity.id in secret),
                row.entity.text,
                number=row.entity.number,
                proposer="; ".join(map(proposer_words, proposers.get(row.entity.id, ()))),
                answer=answer.answer if answer else None,
                reason=answer.reason if answer else None,
                category=answer.category if answer else None,
                meeting_id=row.entity.meeting_id,
            )
        )
    return rows


def _restricted_proposals(
    session: Session, at: Mapping[UUID, UUID | None], answers: Mapping[UUID, Answer]
) -> frozenset[UUID]:
    """Return which proposals, given the item of each, are restricted: by that, or by what the last answer rests on."""
    items = restricted_among(session, [*at.values(), *(one.item_id for one in answers.values())])
    decisions = restricted_decisions_among(session, [one.decision_id for one in answers.values()])
    by_answer = {one for one, row in answers.items() if row.item_id in items or row.decision_id in decisions}
    return frozenset(one for one, item in at.items() if item in items or one in by_answer)


def _row(found: Found, name: str, **more: Any) -> Row:  # noqa: ANN401 - fields of any kind
    """Return a list's row for what was found."""
    return Row(
        id=found.entity.id,
        date=found.date,
        name=name,
        board=found.board,
        key=found.key,
        more={**more, "restricted": found.restricted},
    )
