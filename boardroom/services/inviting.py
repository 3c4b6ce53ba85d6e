"""Asking sectors to take part in a strand's item: a line on the agenda that everybody is sent."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.involvement import invitation_words, sectors_asked
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus, Sector
from boardroom.services.agenda import change_item
from boardroom.services.on_strand import bring_to_meeting
from boardroom.services.standing_rows import meeting_standing, standing
from boardroom.store.queries.forward import item_on_strand


def invite_to_item(session: Session, strand_id: UUID, meeting_id: UUID, sectors: Sequence[Sector]) -> AgendaItem:
    """Ask sectors, on the agenda of a planned meeting, to take part in the item on a strand.

    Where the agenda has no item on it yet, one is added. Whoever is asked there already isn't asked again.

    Raises:
        Refusal: nobody is to be asked, strand or meeting is gone, the meeting isn't planned any more, or notice was
            given and the agenda has no item on the strand (a late item needs the chair's reason).
    """
    if not sectors:
        message = "Every sector with a seat has taken part in this strand."
        raise Refusal(message)
    standing(session, Strand, strand_id, "That strand")
    meeting = meeting_standing(session, meeting_id)
    if meeting.status is not MeetingStatus.PLANNED:
        message = "Only to a meeting that is planned can anybody be asked."
        raise Refusal(message)
    item = item_on_strand(session, meeting_id, strand_id)
    if item is None:
        item = bring_to_meeting(session, strand_id, meeting_id)
    asked = sectors_asked(item.agenda_note)
    others = [one for one in sectors if one not in asked]
    if others:
        change_item(session, item.id, agenda_note=f"{item.agenda_note}\n{invitation_words(others)}".strip())
    return item
