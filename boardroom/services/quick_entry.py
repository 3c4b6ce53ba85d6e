"""Quick entry: what a line of the notes was understood as is recorded, and the line is linked to it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import Paragraph, Point
from boardroom.domain.decisions import Decision
from boardroom.domain.entry import Entry, EntryKind
from boardroom.domain.known import KnownPerson, Party
from boardroom.domain.proposals import Proposal
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import TextKind
from boardroom.services.actions import Owner, give_action
from boardroom.services.decisions import change_decision, record_decision
from boardroom.services.proposals import PutBy, put_proposal
from boardroom.services.standing_rows import item_standing, meeting_standing
from boardroom.store.queries.hidden import restricted_items
from boardroom.store.queries.minute_numbers import host_of
from boardroom.store.queries.quick_entry import became_in


def record_entry(  # noqa: PLR0913 - a line, where it stands, and when it is recorded
    session: Session,
    meeting_id: UUID,
    item_id: UUID,
    entry: Entry,
    paragraph_id: UUID | None = None,
    *,
    now: datetime | None = None,
) -> UUID:
    """Record what a line of an item's notes was understood as, and link the line to it.

    Args:
        session: of the unit of work; it is one step, undone as one.
        meeting_id: the meeting.
        item_id: the item whose notes the line stands in.
        entry: the line as it was understood.
        paragraph_id: the line, if it is stored; one that was taken out meanwhile is left alone.
        now: the present moment, local: who is gone by then makes no quorum for a decision.

    Returns:
        the id of the proposal, the decision or the action.

    Raises:
        Refusal: nobody puts the proposal, the line was recorded already or is restricted under an open item, or the
            meeting or the item is gone.
    """
    meeting_standing(session, meeting_id)
    item_standing(session, item_id, meeting_id)
    board = host_of(session, meeting_id)
    if board is None:
        message = "That meeting is no board's; give it a board first."
        raise Refusal(message)
    line = line_to_record(session, meeting_id, item_id, paragraph_id)
    match entry.kind:
        case EntryKind.PROPOSAL:
            record: Proposal | Decision | Action = _put(session, board.id, item_id, entry)
        case EntryKind.DECISION:
            record = _decide(session, board.id, item_id, entry, now)
        case EntryKind.ACTION:
            record = _give(session, board.id, item_id, entry)
    lead_on(line, record)
    return record.id


def lead_on(line: Paragraph | None, record: Proposal | Decision | Action | Point) -> None:
    """Link a line of the notes, if it is stored, to what was recorded from it."""
    if line is not None:
        line.became, line.became_id = record.__tablename__, record.id


def line_to_record(session: Session, meeting_id: UUID, item_id: UUID, paragraph_id: UUID | None) -> Paragraph | None:
    """Return the line of an item's notes that something is to be recorded from; None if it isn't stored.

    Raises:
        Refusal: it stands elsewhere, was recorded already, or is restricted under an open item.
    """
    line = session.get(Paragraph, paragraph_id) if paragraph_id is not None else None
    if line is not None:
        _check_line(session, line, meeting_id, item_id)
    return line


def _check_line(session: Session, line: Paragraph, meeting_id: UUID, item_id: UUID) -> None:
    if (line.meeting_id, line.item_id, line.text_kind) != (meeting_id, item_id, TextKind.NOTE):
        message = "That line belongs to another text."
        raise Refusal(message)
    if line.id in became_in(session, meeting_id, item_id):
        message = f"That line was recorded already; change the {line.became} instead."
        raise Refusal(message)
    if line.restricted and item_id not in restricted_items(session, meeting_id)[0]:
        message = "That line is restricted, and what comes of an open item is not. Restrict the item, or open the line."
        raise Refusal(message)


def _put(session: Session, board_id: UUID, item_id: UUID, entry: Entry) -> Proposal:
    by = [PutBy(name=name, organisation=organisation) for name, organisation in map(as_written, entry.by)]
    if entry.by_sector is not None:
        by.append(PutBy(sector=entry.by_sector))
    return put_proposal(session, board_id, entry.text, by, item_id=item_id)


def _decide(session: Session, board_id: UUID, item_id: UUID, entry: Entry, now: datetime | None) -> Decision:
    decision = record_decision(
        session, board_id, entry.text, method=entry.method, result=entry.result, item_id=item_id, now=now
    )
    if entry.recommended_to:
        change_decision(session, decision.id, recommended_to=entry.recommended_to)
    return decision


def _give(session: Session, board_id: UUID, item_id: UUID, entry: Entry) -> Action:
    owners = [Owner(name=name, organisation=organisation) for name, organisation in map(as_written, entry.by)]
    if entry.by_words:
        owners.append(Owner(name=entry.by_words))
    return give_action(
        session,
        board_id,
        entry.text,
        item_id=item_id,
        owners=owners,
        due_on=entry.due_on,
        due_words=entry.due_words,
        number=None,
    )


def as_written(party: Party) -> tuple[str, str]:
    """Return name and organisation of a party, as services take them."""
    return (party.name, party.organisation) if isinstance(party, KnownPerson) else ("", party.name)
