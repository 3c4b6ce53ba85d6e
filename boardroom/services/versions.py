"""Bringing a paragraph of a text back to what it said before; what was said since stays in the journal."""

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
    kind: TextKind = TextKind.MINUTE,
) -> UUID:
    """Let a paragraph say again what it said in an earlier version.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        item_id: its item; None for the meeting's own text.
        paragraph_id: the paragraph as both versions know it.
        said: what it said; None where it wasn't there, and so is taken out.
        follows: those that it stood behind, the nearest first; it comes back behind the first that still stands.
        kind: of which text it is.

    Returns:
        the paragraph's id; another one where it had been taken out.

    Raises:
        Refusal: nothing is to be brought back, or the meeting or the item is gone.
    """
    standing = {one for one, _ in places_in(session, meeting_id, item_id, kind)}
    if paragraph_id in standing:
        if said is None:
            write_paragraphs(session, meeting_id, item_id, kind, removed=[paragraph_id])
        else:
            changed = [replace(said, id=paragraph_id)]
            write_paragraphs(session, meeting_id, item_id, kind, changed=changed)
        return paragraph_id
    if said is None:
        message = "That paragraph has been taken out already."
        raise Refusal(message)
    after = next((one for one in follows if one in standing), None)
    new = Insertion(after=after, paragraphs=[replace(said, id=None)])
    return write_paragraphs(session, meeting_id, item_id, kind, added=[new])[0]
