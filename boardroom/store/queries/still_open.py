"""What of a meeting is still open when it is to be closed, each with what it lacks and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.decisions import Decision
from boardroom.domain.proposals import Proposal
from boardroom.domain.votes import Motion
from boardroom.domain.words import ActionStatus, ItemKind, ItemState, Result
from boardroom.store.queries.action_list import status_of
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.decision_list import ratified
from boardroom.store.queries.proposal_list import unanswered
from boardroom.store.queries.running import taking_open

_DONE = (ActionStatus.DONE, ActionStatus.DROPPED)


class Lacking(StrEnum):
    """What something lacks, as a sentence."""

    TAKEN = "It was not taken."
    ANSWER = "Nobody has answered it."
    END = "It is neither decided nor withdrawn."
    WORDING = "It has no wording."
    RESULT = "It has no result."
    QUORUM = "It is provisional: a later meeting has to ratify it."
    OWNER = "It has no owner."
    DATE = "It has no date."
    OWNER_AND_DATE = "It has neither an owner nor a date."


@dataclass(frozen=True, slots=True, kw_only=True)
class StillOpen:
    """One thing that is still open; `entity` and `id` name it, `item_id` and `number` the item where it stands."""

    entity: str
    id: UUID
    item_id: UUID | None
    number: str
    words: str
    lacking: Lacking


def still_open(session: Session, meeting_id: UUID) -> tuple[StillOpen, ...]:
    """Return what of a meeting is still open: by kind, and within a kind in the order of the agenda.

    The item that is being taken is over when the meeting is closed, so it isn't among them.
    """
    items = items_of(session, meeting_id)
    place = {item.id: at for at, item in enumerate(items)}
    number = {item.id: item.number for item in items}
    found = [
        StillOpen(
            entity=entity,
            id=ident,
            item_id=item_id,
            number=number.get(item_id, "") if item_id is not None else "",
            words=words,
            lacking=lacking,
        )
        for entity, some in (
            ("agenda_item", _items(session, meeting_id, items)),
            ("proposal", _proposals(session, meeting_id)),
            ("motion", _motions(session, meeting_id)),
            ("decision", _decisions(session, meeting_id)),
            ("action", _actions(session, meeting_id)),
        )
        for ident, item_id, words, lacking in sorted(
            some, key=lambda one: len(place) if one[1] is None else place[one[1]]
        )
    ]
    return tuple(found)


_Found = tuple[UUID, UUID | None, str, Lacking]


def _items(session: Session, meeting_id: UUID, items: Sequence[AgendaItem]) -> Iterator[_Found]:
    taking = taking_open(session, meeting_id)
    for item in items:
        current = taking is not None and taking.item_id == item.id
        if item.state is ItemState.OPEN and item.kind is not ItemKind.HEADING and not current:
            yield item.id, item.id, item.title, Lacking.TAKEN


def _proposals(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    wanted = select(Proposal).where(Proposal.meeting_id == meeting_id, unanswered)
    for one in session.scalars(wanted.order_by(Proposal.position, Proposal.id)):
        yield one.id, one.item_id, one.text, Lacking.ANSWER


def _motions(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    decided = exists().where(Decision.motion_id == Motion.id, Decision.meeting_id == meeting_id)
    wanted = select(Motion).where(Motion.meeting_id == meeting_id, Motion.result == Result.NOT_STATED, ~decided)
    for one in session.scalars(wanted.order_by(Motion.position, Motion.id)):
        yield one.id, one.item_id, one.wording, Lacking.END


def _decisions(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    waits = Decision.provisional.is_(True) & ~ratified
    unsaid = or_(Decision.wording == "", Decision.result.is_(None), Decision.result == Result.NOT_STATED)
    wanted = select(Decision).where(Decision.meeting_id == meeting_id, or_(waits, unsaid))
    for one in session.scalars(wanted.order_by(Decision.position, Decision.id)):
        if not one.wording:
            lacking = Lacking.WORDING
        elif one.result in {None, Result.NOT_STATED}:
            lacking = Lacking.RESULT
        else:
            lacking = Lacking.QUORUM
        yield one.id, one.item_id, one.wording, lacking


def _actions(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    owned = or_(
        Action.owner_role != "", Action.owner_organisation != "", exists().where(ActionOwner.action_id == Action.id)
    )
    dated = or_(Action.due_on.is_not(None), Action.due_words != "")
    wanted = select(Action, owned, dated).where(Action.meeting_id == meeting_id, ~(owned & dated))
    wanted = wanted.where(func.coalesce(status_of, ActionStatus.OPEN).not_in(_DONE))
    for one, has_owner, has_date in session.execute(wanted.order_by(Action.position, Action.id)):
        lacking = Lacking.DATE if has_owner else Lacking.OWNER if has_date else Lacking.OWNER_AND_DATE
        yield one.id, one.item_id, one.text, lacking
