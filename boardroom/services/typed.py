"""Keeping what was typed into a text: the difference where that can be, else the whole of it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState
from boardroom.domain.words import TextKind
from boardroom.services.texts import Insertion, write_paragraphs, write_text


def keep_typed(  # noqa: PLR0913 - where it was typed, the whole text, and the three ways in which it differs
    session: Session,
    meeting_id: UUID,
    item_id: UUID | None,
    text_kind: TextKind,
    paragraphs: Sequence[ParagraphState],
    *,
    changed: Sequence[ParagraphState] = (),
    added: Sequence[tuple[UUID | None, Sequence[ParagraphState]]] = (),
    removed: Sequence[UUID] = (),
) -> list[UUID]:
    """Write what was typed since the text was last stored, at the price of what changed.

    Where a paragraph was taken out meanwhile, the whole text is written: nothing that stands in an editor is lost.

    Args:
        session: of the unit of work.
        meeting_id: the meeting that the text belongs to.
        item_id: its item; None for the meeting's own text.
        text_kind: notes or minute text.
        paragraphs: the whole text as it stands in the editor.
        changed: those of them that say something else than is stored.
        added: new ones, each group with the stored one that it follows (None: it comes first).
        removed: ids of paragraphs that were deleted.

    Returns:
        the ids of all paragraphs, in order.

    Raises:
        Refusal: the meeting or the item is gone.
    """
    try:
        ids = write_paragraphs(
            session,
            meeting_id,
            item_id,
            text_kind,
            changed=changed,
            added=[Insertion(after=after, paragraphs=states) for after, states in added],
            removed=removed,
        )
    except Refusal:
        return write_text(session, meeting_id, item_id, text_kind, paragraphs)
    new = iter(ids)
    return [next(new) if state.id is None else state.id for state in paragraphs]
