"""Sealed minutes' surroundings as the seal kept them: boards and terms, names, earlier decisions, other days.

Boards are read whole; of the rest only what the record, as this audience has it, leads to.
"""

import json
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from boardroom.domain.canonical import row_from_plain
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Seal
from boardroom.domain.people import Organisation, Person
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Refusal
from boardroom.domain.surroundings import board_from_plain


def as_sealed(session: Session, record: MeetingRecord) -> None:
    """Put what a seal kept in the place of what has become of it since.

    Raises:
        Refusal: it can't be read.
    """
    seal_id = record.seals[0].id
    if session.scalar(select(Seal.surroundings == "").where(Seal.id == seal_id)):
        return
    wanted = select(func.json_extract(Seal.surroundings, "$.boards")).where(
        Seal.id == seal_id, func.json_valid(Seal.surroundings)
    )
    try:
        record.boards = [board_from_plain(one) for one in json.loads(session.scalar(wanted) or "")]
        people = _kept(session, seal_id, "people", record.people)
        record.people |= {one: Person(id=one, name=name) for one, name in people.items()}
        bodies = _kept(session, seal_id, "organisations", record.organisations)
        record.organisations |= {one: Organisation(id=one, name=name) for one, name in bodies.items()}
        decisions = _kept(session, seal_id, "decisions", record.other_decisions)
        record.other_decisions |= {one: row_from_plain(Decision, json.loads(row)) for one, row in decisions.items()}
        days = _kept(session, seal_id, "days", record.other_meeting_ids)
        record.other_days = {one: date.fromisoformat(day) for one, day in days.items()}
    except (TypeError, ValueError, RecursionError):
        message = "What was kept with the seal of these minutes can't be read; restore the latest backup."
        raise Refusal(message) from None


def _kept(session: Session, seal_id: UUID, part: str, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return what was kept of each id; an object comes as its JSON."""
    each = func.json_each(Seal.surroundings, f"$.{part}").table_valued("key", "value")
    wanted = (
        select(each.c.key, each.c.value)
        .select_from(Seal)
        .join(each, true())
        .where(Seal.id == seal_id, each.c.key.in_([str(one) for one in ids]))
    )
    return {UUID(key): str(value) for key, value in session.execute(wanted)}
