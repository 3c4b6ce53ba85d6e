"""What of a meeting is still open when it is to be closed, each with what it lacks and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.amending import CARRIED
from boardroom.domain.decisions import Decision
from boardroom.domain.entry import EntryKind
from boardroom.domain.proposals import Proposal
from boardroom.domain.quick_entry import marked
from boardroom.domain.text import plain
from boardroom.domain.time_used import waiting
from boardroom.domain.votes import Motion, VoteEvent
from boardroom.domain.words import ActionStatus, ItemKind, ItemState, Result, TextKind
from boardroom.store.queries.action_list import status_of
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.decision_list import ratified
from boardroom.store.queries.meeting_page import texts_under
from boardroom.store.queries.proposal_list import unanswered
from boardroom.store.queries.running import taking_open

_DONE = (ActionStatus.DONE, ActionStatus.DROPPED)


class Lacking(StrEnum):
    """What something lacks, as a sentence."""

    TAKEN = "It was not taken."
    END_OF_ITEM = "It is being taken, and is over when the meeting is closed."
    MINUTE = "It has notes but no minute text."
    PROPOSAL = "No proposal was recorded from it."
    DECISION = "No decision was recorded from it."
    ACTION = "No action was recorded from it."
    ANSWER = "Nobody has answered it."
    END = "It is neither decided nor withdrawn."
    DECIDED = "It was carried, but no decision was recorded from it."
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
    """Return what of a meeting is still open: by kind, and within a kind in the order of the agenda."""
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
            *(("agenda_item", some) for some in _items(session, meeting_id, items)),
            ("paragraph", _lines(session, meeting_id)),
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


_UNRECORDED = {
    EntryKind.PROPOSAL: Lacking.PROPOSAL,
    EntryKind.DECISION: Lacking.DECISION,
    EntryKind.ACTION: Lacking.ACTION,
}
_Found = tuple[UUID, UUID | None, str, Lacking]


def _items(session: Session, meeting_id: UUID, items: Sequence[AgendaItem]) -> Iterator[list[_Found]]:
    """Yield the items that were not taken, the one that is being taken, and those whose notes are all there is."""
    taking = taking_open(session, meeting_id)
    current = taking.item_id if taking is not None else None
    texts = texts_under(session, meeting_id)
    proper = [one for one in items if one.kind is not ItemKind.HEADING]
    unminuted = {
        one.id for one in proper if (TextKind.NOTE, one.id) in texts and (TextKind.MINUTE, one.id) not in texts
    }
    left = [one for one in waiting(items) if one.kind is not ItemKind.HEADING and one.id != current]
    for lacking, some in (
        (Lacking.TAKEN, left),
        (Lacking.END_OF_ITEM, [one for one in proper if one.id == current]),
        (Lacking.MINUTE, [one for one in proper if one.state is ItemState.TAKEN and one.id in unminuted]),
    ):
        yield [(one.id, one.id, one.title, lacking) for one in some]


def _lines(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    """Yield the lines of the items' notes that ask to be recorded by their mark, and were not."""
    of_items = (Paragraph.text_kind == TextKind.NOTE, Paragraph.item_id.is_not(None), Paragraph.became == "")
    wanted = select(Paragraph.id, Paragraph.item_id, Paragraph.runs).where(
        Paragraph.meeting_id == meeting_id, *of_items
    )
    for one in session.execute(wanted.order_by(Paragraph.position, Paragraph.id)):
        words = plain(one.runs)
        kind = marked(words)
        if kind is not None:
            yield one.id, one.item_id, words, _UNRECORDED[kind]


def _proposals(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    wanted = select(Proposal).where(Proposal.meeting_id == meeting_id, unanswered)
    for one in session.scalars(wanted.order_by(Proposal.position, Proposal.id)):
        yield one.id, one.item_id, one.text, Lacking.ANSWER


def _motions(session: Session, meeting_id: UUID) -> Iterator[_Found]:
    decided = exists().where(Decision.motion_id == Motion.id, Decision.meeting_id == meeting_id)
    voted = exists().where(VoteEvent.motion_id == Motion.id, VoteEvent.meeting_id == meeting_id)
    carried = and_(Motion.result.in_(CARRIED), Motion.amends_id.is_(None), voted)
    waits = or_(Motion.result == Result.NOT_STATED, carried)
    wanted = select(Motion).where(Motion.meeting_id == meeting_id, waits, ~decided)
    for one in session.scalars(wanted.order_by(Motion.position, Motion.id)):
        yield one.id, one.item_id, one.wording, Lacking.END if one.result is Result.NOT_STATED else Lacking.DECIDED


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
