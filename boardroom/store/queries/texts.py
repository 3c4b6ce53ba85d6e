"""What the services ask about the paragraphs of one text, without loading what they don't need."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import Paragraph
from boardroom.domain.text import ParagraphState, Run
from boardroom.domain.words import ParagraphForm, TextKind


@dataclass(frozen=True, slots=True)
class Stored:
    """A paragraph as it stands in the board file."""

    id: UUID
    position: int
    form: ParagraphForm
    level: int
    runs: tuple[Run, ...]
    language: str
    restricted: bool

    def says(self, state: ParagraphState) -> bool:
        """Whether it says what an editor has, set in the same way."""
        return (self.runs, self.form, self.level, self.language, self.restricted) == (
            state.runs,
            state.form,
            state.level,
            state.language,
            state.restricted,
        )


def last_place(session: Session, meeting_id: UUID, item_id: UUID | None, text_kind: TextKind) -> int | None:
    """Return the last position in a text, None where it is empty."""
    return session.scalar(select(func.max(Paragraph.position)).where(_in_text(meeting_id, item_id, text_kind)))


def places_in(
    session: Session, meeting_id: UUID, item_id: UUID | None, text_kind: TextKind
) -> Sequence[tuple[UUID, int]]:
    """Return the ids and positions of a text's paragraphs, in order."""
    wanted = select(Paragraph.id, Paragraph.position).where(_in_text(meeting_id, item_id, text_kind))
    return [(row.id, row.position) for row in session.execute(wanted.order_by(Paragraph.position, Paragraph.id))]


def states_in(session: Session, meeting_id: UUID, item_id: UUID | None, text_kind: TextKind) -> Sequence[Stored]:
    """Return a text's paragraphs as they stand, in order."""
    wanted = select(
        Paragraph.id,
        Paragraph.position,
        Paragraph.form,
        Paragraph.level,
        Paragraph.runs,
        Paragraph.language,
        Paragraph.restricted,
    ).where(_in_text(meeting_id, item_id, text_kind))
    return [Stored(*row) for row in session.execute(wanted.order_by(Paragraph.position, Paragraph.id))]


def _in_text(meeting_id: UUID, item_id: UUID | None, text_kind: TextKind) -> ColumnElement[bool]:
    return and_(
        Paragraph.meeting_id == meeting_id,
        Paragraph.item_id.is_(None) if item_id is None else Paragraph.item_id == item_id,
        Paragraph.text_kind == text_kind,
    )
