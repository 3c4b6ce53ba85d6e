"""What the services ask about a meeting's agenda and what stands under an item."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingDay, Seal
from boardroom.domain.numbering import follow_order
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.words import ItemKind, ItemState, TextKind


def days_of(session: Session, meeting_id: UUID) -> Sequence[MeetingDay]:
    """Return the days of a meeting: the first, then those on which it was reconvened."""
    return session.scalars(
        select(MeetingDay).where(MeetingDay.meeting_id == meeting_id).order_by(MeetingDay.position, MeetingDay.id)
    ).all()


def first_day(session: Session, meeting_id: UUID) -> date | None:
    """Return a meeting's first day that has a date."""
    return next((day.held_on for day in days_of(session, meeting_id) if day.held_on is not None), None)


class PlaceRow(NamedTuple):
    """An item's place, as `ItemPlace` says; the whole item costs ten times as much to read."""

    id: UUID
    parent_id: UUID | None
    position: int
    number: str
    minute_number: str
    taken_after: str
    minutes_planned: int | None
    kind: ItemKind | None
    state: ItemState


def places_of(session: Session, meeting_id: UUID) -> list[PlaceRow]:
    """Return the places of a meeting's items in running order."""
    columns = AgendaItem.__table__.columns
    wanted = select(*(columns[name] for name in PlaceRow._fields)).where(columns["meeting_id"] == meeting_id)
    return [PlaceRow(*row) for row in session.execute(wanted.order_by(columns["position"], columns["id"]))]


def items_of(session: Session, meeting_id: UUID) -> Sequence[AgendaItem]:
    """Return a meeting's items in running order, a parent before its sub-items."""
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return session.scalars(wanted.order_by(AgendaItem.position, AgendaItem.id)).all()


def is_numbered_by_hand(session: Session, meeting_id: UUID) -> bool:
    """Return whether the numbers of a meeting's items follow the order no more, because its agenda is out."""
    meeting = session.get(Meeting, meeting_id)
    return meeting is not None and not follow_order(meeting)


def paragraphs_of(session: Session, meeting_id: UUID, item_id: UUID | None, text_kind: TextKind) -> Sequence[Paragraph]:
    """Return the notes or the minute text of an item (of the meeting itself without one), in order."""
    wanted = select(Paragraph).where(
        Paragraph.meeting_id == meeting_id,
        Paragraph.item_id.is_(None) if item_id is None else Paragraph.item_id == item_id,
        Paragraph.text_kind == text_kind,
    )
    return session.scalars(wanted.order_by(Paragraph.position, Paragraph.id)).all()


def translations_of(session: Session, item_id: UUID) -> Sequence[ItemTranslation]:
    """Return an item's translations."""
    return session.scalars(select(ItemTranslation).where(ItemTranslation.item_id == item_id)).all()


def points_at(session: Session, item_id: UUID) -> Sequence[Point]:
    """Return the points made at an item, in order."""
    return session.scalars(select(Point).where(Point.item_id == item_id).order_by(Point.position, Point.id)).all()


def proposals_at(session: Session, item_id: UUID) -> Sequence[Proposal]:
    """Return the proposals that came up at an item, in order."""
    return session.scalars(
        select(Proposal).where(Proposal.item_id == item_id).order_by(Proposal.position, Proposal.id)
    ).all()


def answers_to(session: Session, proposal_id: UUID) -> Sequence[Answer]:
    """Return the answers to a proposal, first to last."""
    return session.scalars(
        select(Answer).where(Answer.proposal_id == proposal_id).order_by(Answer.position, Answer.id)
    ).all()


def answered_day(session: Session, answer: Answer) -> date | None:
    """Return the day on which an answer was given: its own, else that of its meeting; None where neither is known."""
    if answer.answered_on is not None or answer.meeting_id is None:
        return answer.answered_on
    return first_day(session, answer.meeting_id)


def decisions_at(session: Session, item_id: UUID) -> Sequence[Decision]:
    """Return an item's decisions, in order."""
    return session.scalars(
        select(Decision).where(Decision.item_id == item_id).order_by(Decision.position, Decision.id)
    ).all()


def actions_at(session: Session, item_id: UUID) -> Sequence[Action]:
    """Return an item's actions, in order."""
    return session.scalars(select(Action).where(Action.item_id == item_id).order_by(Action.position, Action.id)).all()


def seal_of(session: Session, meeting_id: UUID) -> Seal | None:
    """Return a meeting's seal, if its minutes are sealed."""
    return session.scalars(select(Seal).where(Seal.meeting_id == meeting_id)).first()
