"""Bringing a paragraph of minute text back to what it said before; what was said since stays in the journal."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState
from boardroom.domain.words import TextKind
from boardroom.services.texts import Insertion, write_paragraphs
from boardroom.store.queries.texts import places_in


def restore_paragraph(  # noqa: PLR0913 - where it stands, what it said, and whom it followed
    session: Session,
    meeting_id: UUID,
    item_id: UUID | None,
    paragraph_id: UUID,
    said: ParagraphState | None,
    *,
    follows: Sequence[UUID] = (),
) -> UUID:
    """Let a paragraph of minute text say again what it said in an earlier version.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        item_id: its item; None for the meeting's own text.
        paragraph_id: the paragraph as both versions know it.
        said: what it said; None where it wasn't there, and so is taken out.
        follows: those that it stood behind, the nearest first; it comes back behind the first that still stands.

    Returns:
        the paragraph's id; another one where it had been taken out.

    Raises:
        Refusal: nothing is to be brought back, or the meeting or the item is gone.
    """
    standing = {one for one, _ in places_in(session, meeting_id, item_id, TextKind.MINUTE)}
    if paragraph_id in standing:
        if said is None:
            write_paragraphs(session, meeting_id, item_id, TextKind.MINUTE, removed=[paragraph_id])
        else:
            changed = [replace(said, id=paragraph_id)]
            write_paragraphs(session, meeting_id, item_id, TextKind.MINUTE, changed=changed)
        return paragraph_id
    if said is None:
        message = "That paragraph has been taken out already."
        raise Refusal(message)
    after = next((one for one in follows if one in standing), None)
    new = Insertion(after=after, paragraphs=[replace(said, id=None)])
    return write_paragraphs(session, meeting_id, item_id, TextKind.MINUTE, added=[new])[0]
