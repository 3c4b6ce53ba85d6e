"""What the services ask before a meeting is taken out, and which rows go with it."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, Paragraph, Point
from boardroom.domain.base import Base
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import MinutesConfirmation
from boardroom.domain.papers import Paper
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.votes import Motion
from boardroom.domain.words import TextKind


def recorded_of(session: Session, meeting_id: UUID) -> str:
    """Return what was recorded of a meeting, as a sentence begins with it; empty where nothing was."""
    minuted = (Paragraph.meeting_id == meeting_id, Paragraph.text_kind == TextKind.MINUTE)
    recorded: list[tuple[str, Select[UUID]]] = [
        ("Minute text", select(Paragraph.id).where(*minuted)),
        ("A point", select(Point.id).where(Point.meeting_id == meeting_id)),
        ("A proposal", select(Proposal.id).where(Proposal.meeting_id == meeting_id)),
        ("An answer", select(Answer.id).where(Answer.meeting_id == meeting_id)),
        ("A motion", select(Motion.id).where(Motion.meeting_id == meeting_id)),
        ("A decision", select(Decision.id).where(Decision.meeting_id == meeting_id)),
        ("A decision between meetings", select(Decision.id).where(Decision.minuted_at_id == meeting_id)),
        ("A link from a decision", select(DecisionLink.id).where(DecisionLink.of_meeting_id == meeting_id)),
        ("An action", select(Action.id).where(Action.meeting_id == meeting_id)),
        ("A confirmation", select(MinutesConfirmation.id).where(MinutesConfirmation.of_meeting_id == meeting_id)),
        ("An item that is deferred to it", select(AgendaItem.id).where(AgendaItem.deferred_to_id == meeting_id)),
        ("A paper", select(Paper.id).where(Paper.meeting_id == meeting_id)),
    ]
    return next((what for what, wanted in recorded if session.execute(wanted.limit(1)).first() is not None), "")


def rows_of(session: Session, meeting_id: UUID) -> Iterator[Base]:
    """Give every row that belongs to a meeting."""
    for entity in ENTITIES:
        columns = entity.__table__.columns
        if "meeting_id" in columns:
            yield from session.scalars(select(entity).where(columns["meeting_id"] == meeting_id)).all()
