"""What becomes of a proposal beside its answer: tabled, considered, tied to other things, told to who put it."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.calls import Telling
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Strand
from boardroom.domain.proposal_life import leads_back_to
from boardroom.domain.proposals import Answer, Proposal, ProposalItem
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import TellingKind
from boardroom.services.proposals import refuse_where_its_board_does_not_meet
from boardroom.services.standing_rows import item_standing, standing
from boardroom.store.queries import proposals as find
from boardroom.store.queries.agenda import answered_day
from boardroom.store.queries.partners_to_tell import kept_back

_WHAT = "That proposal"


def table_proposal(session: Session, proposal_id: UUID, on: date | None) -> Proposal:
    """Record when the board first had a proposal before it; None takes that back.

    Raises:
        Refusal: it came in later, or is gone.
    """
    proposal = standing(session, Proposal, proposal_id, _WHAT)
    received = proposal.received_on
    if on is not None and received is not None and on < received:
        message = f"It came in on {received.day} {received:%B %Y}, so it can't have been tabled earlier."
        raise Refusal(message)
    proposal.tabled_on = on
    return proposal


def consider_at_item(session: Session, proposal_id: UUID, item_id: UUID) -> ProposalItem:
    """Record that a proposal is considered at an item, beside the one that it came up at.

    It is tabled by that too: on the day of the first meeting that considers it.

    Raises:
        Refusal: it stands at that item already, its board doesn't meet there, or it or the item is gone.
    """
    proposal = standing(session, Proposal, proposal_id, _WHAT)
    item = item_standing(session, item_id)
    refuse_where_its_board_does_not_meet(session, proposal, item)
    if proposal.item_id == item_id or any(row.item_id == item_id for row in find.items_of(session, proposal_id)):
        message = f"That proposal stands at “{item.title}” already."
        raise Refusal(message)
    row = ProposalItem(proposal_id=proposal_id, meeting_id=item.meeting_id, item_id=item_id)
    session.add(row)
    return row


def no_longer_consider(session: Session, considered_id: UUID) -> None:
    """Take back that a proposal is considered at an item.

    Raises:
        Refusal: that isn't recorded any more.
    """
    session.delete(standing(session, ProposalItem, considered_id, "That"))


def link_action(session: Session, action_id: UUID, proposal_id: UUID | None) -> Action:
    """Say which proposal an action carries out; None: no proposal.

    Raises:
        Refusal: they are of two boards, or one of them is gone.
    """
    action = standing(session, Action, action_id, "That action")
    if proposal_id is not None:
        proposal = standing(session, Proposal, proposal_id, _WHAT)
        _refuse_other_board(action.board_id, proposal.board_id, "That action")
    action.proposal_id = proposal_id
    return action


def take_up_again(session: Session, proposal_id: UUID, earlier_id: UUID | None) -> Proposal:
    """Say which earlier proposal this one takes up again; None: none.

    Raises:
        Refusal: it is the same one, or takes this one up itself, or is another board's; or one of them is gone.
    """
    proposal = standing(session, Proposal, proposal_id, _WHAT)
    if earlier_id is not None:
        earlier = standing(session, Proposal, earlier_id, "That earlier proposal")
        _refuse_other_board(earlier.board_id, proposal.board_id, "That earlier proposal")
        if leads_back_to(proposal_id, find.earlier_of(session, proposal.board_id), earlier_id):
            message = "A proposal can't take up itself again, nor one that takes it up."
            raise Refusal(message)
    proposal.earlier_id = earlier_id
    return proposal


def tie_to_strand(session: Session, proposal_id: UUID, strand_id: UUID | None) -> Proposal:
    """Say which strand a proposal belongs to; None: none.

    Raises:
        Refusal: the strand is another board's, or one of them is gone.
    """
    proposal = standing(session, Proposal, proposal_id, _WHAT)
    if strand_id is not None:
        _refuse_other_board(standing(session, Strand, strand_id, "That strand").board_id, proposal.board_id, "It")
    proposal.strand_id = strand_id
    return proposal


def entitle(session: Session, proposal_id: UUID, title: str) -> Proposal:
    """Give a proposal a short title, or none.

    Raises:
        Refusal: it is gone.
    """
    proposal = standing(session, Proposal, proposal_id, _WHAT)
    proposal.title = clean_line(title)
    return proposal


def tell_partners(  # noqa: PLR0913 - who was told, and how it was done
    session: Session, board_id: UUID, organisation_ids: Collection[UUID], on: date, how: str = "", *, today: date
) -> Sequence[Answer]:
    """Record that organisations were told the answers that stand to what they proposed.

    The caller makes this step a barrier to undo. Where a proposal is tied to a strand, it stands in the register of
    who was told what, too. What was told to one of several who put a proposal together counts as told: that answer
    can't be changed behind their back. An answer that an organisation may not read isn't in what it was sent, and so
    was not told to it.

    Args:
        session: of the unit of work.
        board_id: the board that answered.
        organisation_ids: who was told.
        on: when.
        how: by what, such as "letter by e-mail".
        today: the day on the wall: nobody is told on a later one.

    Returns:
        the answers that were told now and never before.

    Raises:
        Refusal: the day is still to come, nothing is left to tell them, an answer is younger than the day, or an
            organisation is gone.
    """
    if on > today:
        message = f"{on.day} {on:%B %Y} is still to come; nobody was told on it."
        raise Refusal(message)
    told: dict[UUID, Answer] = {}
    unreadable = kept_back(session, board_id, on)
    left = False
    for organisation_id in organisation_ids:
        body = standing(session, Organisation, organisation_id, "That organisation")
        for proposal, answer in find.untold_of(session, board_id, organisation_id):
            if (organisation_id, answer.id) in unreadable:
                left = True
                continue
            given_on = answered_day(session, answer)
            if given_on is not None and on < given_on:
                message = (
                    f"{body.name} can't have been told on {on.day} {on:%B %Y}: "
                    f"the answer to proposal {proposal.number or '?'} was given on {given_on.day} {given_on:%B %Y}."
                )
                raise Refusal(message)
            told[answer.id] = answer
            if proposal.strand_id is not None:
                session.add(
                    Telling(
                        strand_id=proposal.strand_id,
                        call_id=proposal.call_id,
                        organisation_id=organisation_id,
                        told_on=on,
                        kind=TellingKind.RESULT,
                        what=f"Answer to proposal {proposal.number}".strip(),
                        how=clean_line(how),
                    )
                )
    if not told:
        message = "They were told every answer already" + (" that they may read." if left else ".")
        raise Refusal(message)
    for answer in told.values():
        answer.told_on = on
    return list(told.values())


def _refuse_other_board(one: UUID, other: UUID, what: str) -> None:
    if one != other:
        message = f"{what} belongs to another board of this file."
        raise Refusal(message)
