"""Decisions as the Meeting page shows them at an item."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.words import LinkKind, Method, Result
from boardroom.store.queries.hanging import hanging_on
from boardroom.store.queries.item_votes import VoteView


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """What a decision does to an earlier one (its wording, number and day), or to a meeting's, in words."""

    id: UUID
    kind: LinkKind
    of_decision_id: UUID | None
    of_meeting_id: UUID | None
    wording: str
    number: str
    held_on: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision with what hangs on it; conditions and dissents are pairs led by their id.

    `ratified`: it was provisional, and a later decision ratified it.
    """

    id: UUID
    motion_id: UUID | None
    number: str
    reference: str
    wording: str
    method: Method | None
    result: Result | None
    decided_on: date | None
    mover: str
    seconder: str
    provisional: bool
    ratified: bool
    recommended_to: str
    reserved_to: str
    remark: str
    conditions: tuple[tuple[UUID, str], ...]
    dissents: tuple[tuple[UUID, str, str], ...]
    links: tuple[LinkView, ...]
    votes: tuple[VoteView, ...]


def decisions_shown(
    session: Session, decisions: Sequence[Decision], votes: Sequence[VoteView]
) -> tuple[DecisionView, ...]:
    """Return decisions with what hangs on them."""
    ids = [one.id for one in decisions]
    conditions = hanging_on(session, DecisionCondition, "decision_id", ids)
    dissents = hanging_on(session, Dissent, "decision_id", ids)
    links = _links(session, ids)
    ratified = _ratified(session, [one.id for one in decisions if one.provisional])
    return tuple(
        DecisionView(
            id=one.id,
            motion_id=one.motion_id,
            number=one.number,
            reference=one.reference,
            wording=one.wording,
            method=one.method,
            result=one.result,
            decided_on=one.decided_on,
            mover=one.mover,
            seconder=one.seconder,
            provisional=one.provisional,
            ratified=one.id in ratified,
            recommended_to=one.recommended_to,
            reserved_to=one.reserved_to,
            remark=one.remark,
            conditions=tuple((row.id, row.text) for row in conditions.get(one.id, ())),
            dissents=tuple((row.id, row.name, row.words) for row in dissents.get(one.id, ())),
            links=tuple(links.get(one.id, ())),
            votes=tuple(vote for vote in votes if vote.decision_id == one.id),
        )
        for one in decisions
    )


def _ratified(session: Session, decision_ids: Sequence[UUID]) -> set[UUID | None]:
    if not decision_ids:
        return set()
    wanted = select(DecisionLink.of_decision_id).where(DecisionLink.of_decision_id.in_(decision_ids))
    return set(session.scalars(wanted.where(DecisionLink.kind == LinkKind.RATIFIES)))


def _links(session: Session, decision_ids: Sequence[UUID]) -> Mapping[UUID, list[LinkView]]:
    found = hanging_on(session, DecisionLink, "decision_id", decision_ids)
    rows = [link for links in found.values() for link in links]
    earlier: dict[UUID, Decision] = {}
    days: dict[UUID, date] = {}
    if rows:
        wanted = select(Decision).where(Decision.id.in_({row.of_decision_id for row in rows} - {None}))
        earlier = {one.id: one for one in session.scalars(wanted)}
        meetings = {row.of_meeting_id for row in rows} | {one.meeting_id for one in earlier.values()}
        of_days = select(MeetingDay.meeting_id, MeetingDay.held_on).where(
            MeetingDay.meeting_id.in_(meetings - {None}), MeetingDay.position == 0
        )
        days = {meeting_id: held_on for meeting_id, held_on in session.execute(of_days) if held_on is not None}
    views = defaultdict(list)
    for row in rows:
        of = earlier.get(row.of_decision_id) if row.of_decision_id is not None else None
        meeting_id = of.meeting_id if of is not None else row.of_meeting_id
        views[row.decision_id].append(
            LinkView(
                id=row.id,
                kind=row.kind,
                of_decision_id=row.of_decision_id,
                of_meeting_id=row.of_meeting_id,
                wording=of.wording if of is not None else "",
                number=(of.reference or of.number) if of is not None else "",
                held_on=days.get(meeting_id) if meeting_id is not None else None,
                words=row.words,
            )
        )
    return views
