"""Writing notes and minute text, a paragraph at a time."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import Paragraph
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run, clean_runs
from boardroom.domain.words import ParagraphForm, TextKind
from boardroom.store.queries import agenda as find


def add_paragraph(  # noqa: PLR0913 - a paragraph has these parts
    session: Session,
    meeting_id: UUID,
    item_id: UUID | None,
    text_kind: TextKind,
    runs: Iterable[Run],
    *,
    form: ParagraphForm = ParagraphForm.BODY,
    language: str = "",
    restricted: bool = False,
) -> Paragraph:
    """Add a paragraph at the end of an item's notes or minute text (of the meeting's, without an item)."""
    standing = find.paragraphs_of(session, meeting_id, item_id, text_kind)
    paragraph = Paragraph(
        meeting_id=meeting_id,
        item_id=item_id,
        text_kind=text_kind,
        position=standing[-1].position + 1 if standing else 0,
        form=form,
        runs=clean_runs(runs),
        language=language,
        restricted=restricted,
    )
    session.add(paragraph)
    return paragraph


def write_paragraph(session: Session, paragraph_id: UUID, runs: Iterable[Run]) -> Paragraph:
    """Let a paragraph say something else.

    Raises:
        Refusal: the paragraph is gone.
    """
    paragraph = _paragraph(session, paragraph_id)
    paragraph.runs = clean_runs(runs)
    return paragraph


def restrict_paragraph(session: Session, paragraph_id: UUID, *, restricted: bool) -> Paragraph:
    """Keep a paragraph from the public, or open it.

    Raises:
        Refusal: the paragraph is gone.
    """
    paragraph = _paragraph(session, paragraph_id)
    paragraph.restricted = restricted
    return paragraph


def take_over(session: Session, note_id: UUID) -> Paragraph:
    """Take a note paragraph over into the minute text, last, to be put into reported speech there.

    A restricted note becomes restricted minute text.

    Raises:
        Refusal: the note is gone, or isn't a note.
    """
    note = _paragraph(session, note_id)
    if note.text_kind is not TextKind.NOTE:
        message = "That paragraph is minute text already."
        raise Refusal(message)
    taken = add_paragraph(
        session,
        note.meeting_id,
        note.item_id,
        TextKind.MINUTE,
        note.runs,
        form=note.form,
        language=note.language,
        restricted=note.restricted,
    )
    taken.taken_from_id = note.id
    return taken


def remove_paragraph(session: Session, paragraph_id: UUID) -> None:
    """Take a paragraph out.

    Raises:
        Refusal: the paragraph is gone.
    """
    session.delete(_paragraph(session, paragraph_id))


def _paragraph(session: Session, paragraph_id: UUID) -> Paragraph:
    paragraph = session.get(Paragraph, paragraph_id)
    if paragraph is None:
        message = "That paragraph isn't there any more; somebody has taken it out."
        raise Refusal(message)
    return paragraph
