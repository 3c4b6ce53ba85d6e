"""Proposals: put by partners, one or several together, and numbered by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.numbering import next_minute_number
from boardroom.domain.proposals import Estimate, Proposal, ProposalItem, ProposalOutcome, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import body_meant, person_meant
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import refuse_too_many, stated_text
from boardroom.store.queries import proposals as find
from boardroom.store.queries.agenda import answers_to, first_day
from boardroom.store.queries.hanging import hanging_on, next_place
from boardroom.store.queries.plan import meets

_ITS_OWN: tuple[type[Base], ...] = (Proposer, ProposalItem, ProposalOutcome, Estimate)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBy:
    """Who puts a proposal, as written; a known organisation brings its sector unless one is given."""

    organisation: str = ""
    sector: Sector | None = None
    name: str = ""
    role: str = ""


def put_proposal(  # noqa: PLR0913 - a proposal has these parts
    session: Session,
    board_id: UUID,
    text: str,
    by: Sequence[PutBy],
    *,
    item_id: UUID | None = None,
    number: str | None = None,
    received_on: date | None = None,
) -> Proposal:
    """Record what partners put forward, at an item or between meetings.

    Args:
        session: of the unit of work.
        board_id: the board that it is put to.
        text: what is proposed.
        by: who puts it.
        item_id: the item that it came up at.
        number: its number; None for the board's next.
        received_on: when it came in.

    Raises:
        Refusal: there is no text, nobody puts it, another proposal has the number, or board or item is gone.
    """
    standing(session, Board, board_id, "That board")
    item = item_standing(session, item_id) if item_id is not None else None
    numbers = find.numbers_of(session, board_id)
    proposal = Proposal(
        board_id=board_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item_id,
        position=next_place(session, Proposal, "item_id", item_id) if item_id else 0,
        number=next_minute_number(numbers) if number is None else _free(clean_line(number), numbers),
        text=_text(text),
        received_on=received_on,
    )
    _put_by(session, proposal, by)
    session.add(proposal)
    return proposal


def change_proposal(  # noqa: PLR0913 - a proposal has these parts
    session: Session,
    proposal_id: UUID,
    *,
    text: str | Kept = KEPT,
    by: Sequence[PutBy] | Kept = KEPT,
    number: str | Kept = KEPT,
    received_on: date | Kept | None = KEPT,
) -> Proposal:
    """Change what was recorded of a proposal; what isn't given stays.

    Raises:
        Refusal: there would be no text or nobody who puts it, another has the number, it would have come in after
            it was tabled, or it is gone.
    """
    proposal = standing(session, Proposal, proposal_id, "That proposal")
    proposal.text = _text(given(text, proposal.text))
    came_in, tabled = given(received_on, proposal.received_on), proposal.tabled_on
    if came_in is not None and tabled is not None and came_in > tabled:
        message = f"It was tabled on {tabled.day} {tabled:%B %Y}, so it can't have come in later."
        raise Refusal(message)
    proposal.received_on = came_in
    if number is not KEPT and clean_line(number) != proposal.number:
        proposal.number = _free(clean_line(number), find.numbers_of(session, proposal.board_id))
    if by is not KEPT:
        for row in hanging_on(session, Proposer, "proposal_id", [proposal_id]).get(proposal_id, ()):
            session.delete(row)
        _put_by(session, proposal, by)
    return proposal


def bring_to_item(session: Session, proposal_id: UUID, item_id: UUID) -> Proposal:
    """Let a proposal that came in between meetings come up at an item.

    Raises:
        Refusal: it came up at a meeting already, its board doesn't meet there, or it or the item is gone.
    """
    proposal = standing(session, Proposal, proposal_id, "That proposal")
    item = item_standing(session, item_id)
    refuse_where_its_board_does_not_meet(session, proposal, item)
    if proposal.meeting_id not in {None, item.meeting_id}:
        message = "That proposal came up at an earlier meeting; answer it here, it stays where it was put."
        raise Refusal(message)
    # It stands there once, even if it was to be considered there beside another item.
    for beside in hanging_on(session, ProposalItem, "proposal_id", [proposal_id]).get(proposal_id, ()):
        if beside.item_id == item_id:
            session.delete(beside)
    proposal.position = next_place(session, Proposal, "item_id", item_id)
    proposal.meeting_id, proposal.item_id = item.meeting_id, item_id
    for row in hanging_on(session, Proposer, "proposal_id", [proposal_id]).get(proposal_id, ()):
        row.meeting_id = item.meeting_id
    return proposal


def remove_proposal(session: Session, proposal_id: UUID) -> None:
    """Take out a proposal that was recorded by mistake; points that were its trace stay, as points.

    Raises:
        Refusal: it was answered, a later proposal takes it up again, or it is gone.
    """
    proposal = standing(session, Proposal, proposal_id, "That proposal")
    if answers_to(session, proposal_id):
        message = "That proposal was answered, so it stays; it can be answered as withdrawn."
        raise Refusal(message)
    later = find.taken_up_by(session, proposal_id)
    if later:
        called = f"Proposal {later[0].number}" if later[0].number else "A later proposal"
        message = f"{called} takes that proposal up again, so it stays."
        raise Refusal(message)
    for point in find.points_of(session, proposal_id):
        point.proposal_id = None
    for action in find.actions_for(session, proposal_id):
        action.proposal_id = None
    for entity in _ITS_OWN:
        for row in hanging_on(session, entity, "proposal_id", [proposal_id]).get(proposal_id, ()):
            session.delete(row)
    session.delete(proposal)


def refuse_where_its_board_does_not_meet(session: Session, proposal: Proposal, item: AgendaItem) -> None:
    """Refuse an item of a meeting in which the proposal's board takes no part.

    Raises:
        Refusal: it is one of another board of the file.
    """
    if not meets(session, item.meeting_id, proposal.board_id):
        message = f"“{item.title}” is at a meeting of another board, which wasn't asked this."
        raise Refusal(message)


def _put_by(session: Session, proposal: Proposal, by: Sequence[PutBy]) -> None:
    refuse_too_many(len(by), "proposers")
    on = first_day(session, proposal.meeting_id) if proposal.meeting_id is not None else proposal.received_on
    rows = []
    for place, one in enumerate(by):
        body = body_meant(session, one.organisation, one.sector, on)
        name, role = clean_line(one.name), clean_line(one.role)
        if not (body.name or name or role or body.sector):
            continue
        rows.append(
            Proposer(
                proposal_id=proposal.id,
                meeting_id=proposal.meeting_id,
                position=place,
                organisation_id=body.id,
                person_id=person_meant(session, name, proposal.meeting_id, body.name),
                name=name,
                role=role,
                organisation=body.name,
                sector=body.sector,
            )
        )
    if not rows:
        message = "Say who puts the proposal: an organisation, a person or a sector."
        raise Refusal(message)
    session.add_all(rows)


def _free(number: str, numbers: Sequence[str]) -> str:
    if number and number in numbers:
        message = f"There is a proposal {number} already."
        raise Refusal(message)
    return number


def _text(text: str) -> str:
    return stated_text(text, "Write what is proposed.")
