"""The latest steps of the journal, as people read them: who did what, when, and what to open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.store.journal import STEP, STEP_ROW, Kind
from boardroom.store.queries.targets import Target, targets_of

PAGE = 20
_LOOKED_AT = 40
# What says most of what a step was about, where it touched several kinds.
_TELLING = (
    "proposal",
    "answer",
    "decision",
    "action",
    "action_update",
    "motion",
    "vote_event",
    "point",
    "paper",
    "paragraph",
    "agenda_item",
    "declaration",
    "attendance",
    "meeting",
    "interest",
    "membership",
    "deputy",
    "seat",
    "organisation",
    "person",
    "terms_of_reference",
    "board",
)
_RANK = {entity: rank for rank, entity in enumerate(_TELLING)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentStep:
    """One step: `target` is what it was about, as far as that still stands; `entities` what its first rows are of."""

    seq: int
    at: datetime
    who: str
    label: str
    kind: Kind
    entities: tuple[str, ...]
    target: Target | None


def recent_steps(session: Session, before_seq: int | None = None, limit: int = PAGE) -> list[RecentStep]:
    """Return the latest steps, the last first.

    Args:
        session: of the board file.
        before_seq: only steps before this one: the last of the page before.
        limit: how many at most.
    """
    wanted = select(STEP.c.seq, STEP.c.at, STEP.c.who, STEP.c.label, STEP.c.kind).order_by(STEP.c.seq.desc())
    if before_seq is not None:
        wanted = wanted.where(STEP.c.seq < before_seq)
    steps = session.execute(wanted.limit(limit)).all()
    touched = _touched(session, [step.seq for step in steps])
    about = {seq: _about(rows) for seq, rows in touched.items()}
    targets = targets_of(session, [one for one in about.values() if one is not None])
    return [
        RecentStep(
            seq=step.seq,
            at=datetime.fromisoformat(step.at),
            who=step.who,
            label=step.label,
            kind=Kind(step.kind),
            entities=tuple(entity for entity, _ in touched.get(step.seq, ())),
            target=targets.get(about.get(step.seq) or ("", UUID(int=0))),
        )
        for step in steps
    ]


def _touched(session: Session, steps: Sequence[int]) -> dict[int, list[tuple[str, UUID]]]:
    """Return for each step the kinds of things that it touched, the most telling first, each with the first of it."""
    found: dict[int, list[tuple[str, UUID]]] = {}
    for step in steps:
        first = select(STEP_ROW.c.entity, STEP_ROW.c.entity_id).where(STEP_ROW.c.step == step)
        kinds: dict[str, UUID] = {}
        # In the order of the index: an import's tens of thousands of rows are not read.
        for entity, entity_id in session.execute(first.order_by(STEP_ROW.c.seq).limit(_LOOKED_AT)):
            kinds.setdefault(entity, UUID(entity_id))
        found[step] = sorted(kinds.items(), key=lambda row: (_RANK.get(row[0], len(_RANK)), row[0]))
    return found


def _about(rows: Sequence[tuple[str, UUID]]) -> tuple[str, UUID] | None:
    return rows[0] if rows else None
