"""What the proposer says for a proposal beside its wording: whom it helps, what they need, what they would gain."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.proposals import Proposal
from boardroom.domain.text import clean_text
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.services.stated import LONGEST_TEXT, within


def make_case(
    session: Session,
    proposal_id: UUID,
    *,
    helps: str | Kept = KEPT,
    needs: str | Kept = KEPT,
    interests: str | Kept = KEPT,
) -> Proposal:
    """Keep whom a proposal helps, what its proposer needs, and which interests they have in it; no minutes print it.

    Raises:
        Refusal: it is gone, or a text is longer than the form of a call takes.
    """
    proposal = standing(session, Proposal, proposal_id, "That proposal")
    proposal.helps = _text(given(helps, proposal.helps))
    proposal.needs = _text(given(needs, proposal.needs))
    proposal.interests = _text(given(interests, proposal.interests))
    session.flush()
    return proposal


def _text(written: str) -> str:
    return within(clean_text(written).strip(), LONGEST_TEXT)
