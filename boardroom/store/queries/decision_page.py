"""One decision with everything that the register shows beside the list."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.words import LinkKind
from boardroom.store.queries.agenda import first_day
from boardroom.store.queries.item_decisions import DecisionView, decisions_shown
from boardroom.store.queries.item_votes import votes_at
from boardroom.store.queries.origin import Origin, origin_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What a later decision did to this one."""

    kind: LinkKind
    decision_id: UUID
    number: str
    wording: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage:
    """A decision, where it was taken, how it was voted on, and what later decisions did to it."""

    decision: DecisionView
    origin: Origin | None
    day: date | None
    sentences: tuple[str, ...]
    later: tuple[Later, ...]

    @property
    def to_ratify(self) -> bool:
        """Whether it was taken without a quorum and waits to be ratified."""
        return self.decision.provisional and all(one.kind is not LinkKind.RATIFIES for one in self.later)


def decision_page(session: Session, decision_id: UUID) -> DecisionPage | None:
    """Return one decision; None where it isn't in the board file any more."""
    decision = session.get(Decision, decision_id)
    if decision is None:
        return None
    votes = []
    if decision.meeting_id is not None and decision.item_id is not None:
        motions = [decision.motion_id] if decision.motion_id is not None else []
        found = votes_at(session, decision.meeting_id, decision.item_id, motions, [decision.id])
        votes = [one for one in found if one.decision_id == decision.id or one.motion_id in motions]
    (view,) = decisions_shown(session, [decision], votes)
    origin = origin_of(session, decision.meeting_id, decision.item_id)
    return DecisionPage(
        decision=view,
        origin=origin,
        day=decision.decided_on or (origin.held_on if origin is not None else None),
        sentences=tuple(one.sentence for one in votes),
        later=_later(session, decision_id),
    )


def _later(session: Session, decision_id: UUID) -> tuple[Later, ...]:
    wanted = (
        select(DecisionLink.kind, Decision)
        .join(Decision, Decision.id == DecisionLink.decision_id)
        .where(DecisionLink.of_decision_id == decision_id)
        .order_by(DecisionLink.id)
    )
    return tuple(
        Later(
            kind=kind,
            decision_id=one.id,
            number=one.reference or one.number,
            wording=one.wording,
            day=one.decided_on or (first_day(session, one.meeting_id) if one.meeting_id is not None else None),
        )
        for kind, one in session.execute(wanted)
    )
