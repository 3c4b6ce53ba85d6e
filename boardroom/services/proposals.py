"""Proposals: put by partners, answered by the board with a reason, told to whoever put them."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.store.queries import agenda as find


def put_proposal(  # noqa: PLR0913 - a proposal has these parts
    session: Session,
    board_id: UUID,
    text: str,
    *,
    organisation: str,
    sector: Sector,
    item: AgendaItem | None = None,
    number: str = "",
    received_on: date | None = None,
) -> Proposal:
    """Record what an organisation puts forward, at an item or between meetings.

    Raises:
        Refusal: there is no text.
    """
    text = clean_text(text).strip()
    if not text:
        message = "Write what is proposed."
        raise Refusal(message)
    standing = find.proposals_at(session, item.id) if item else ()
    proposal = Proposal(
        board_id=board_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item.id if item else None,
        position=standing[-1].position + 1 if standing else 0,
        number=clean_line(number),
        text=text,
        received_on=received_on,
    )
    proposer = Proposer(
        proposal_id=proposal.id, meeting_id=proposal.meeting_id, organisation=clean_line(organisation), sector=sector
    )
    session.add_all([proposal, proposer])
    return proposal


def answer_proposal(  # noqa: PLR0913 - an answer has these parts
    session: Session,
    proposal_id: UUID,
    answer: AnswerKind,
    reason: str,
    *,
    category: ReasonCategory,
    item: AgendaItem | None = None,
    deferred_to: str = "",
    answered_on: date | None = None,
) -> Answer:
    """Say what became of a proposal, always with the reason; an earlier answer stays in the record.

    Raises:
        Refusal: no reason is given, or a deferred proposal isn't told until when.
    """
    reason = clean_text(reason).strip()
    if not reason:
        message = "An answer needs its reason: whoever put the proposal will ask why."
        raise Refusal(message)
    if answer is AnswerKind.DEFERRED and not clean_line(deferred_to):
        message = "Say to which meeting or date the proposal is deferred."
        raise Refusal(message)
    earlier = find.answers_to(session, proposal_id)
    given = Answer(
        proposal_id=proposal_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item.id if item else None,
        position=earlier[-1].position + 1 if earlier else 0,
        answer=answer,
        reason=reason,
        category=category,
        deferred_to=clean_line(deferred_to),
        answered_on=answered_on,
    )
    session.add(given)
    return given
