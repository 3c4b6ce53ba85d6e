"""What Home shows: the next meeting and how ready it is, and what needs the secretary, oldest first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.warned import CallWarning, StrandWarning
from boardroom.store.queries import action_list, decision_list, meeting_list, proposal_list
from boardroom.store.queries.action_list import ActionRow, Standing
from boardroom.store.queries.decision_list import DecisionRow
from boardroom.store.queries.meeting_list import MeetingRow
from boardroom.store.queries.proposal_list import ProposalRow
from boardroom.store.queries.readiness import Readiness, readiness_of
from boardroom.store.queries.warned import short_calls, strand_warnings

SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """The meeting that comes next, in how many days, and how ready it is."""

    row: MeetingRow
    in_days: int
    readiness: Readiness


@dataclass(frozen=True, slots=True, kw_only=True)
class RailCounts:
    """What waits at the places of the rail."""

    proposals: int
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Home of a board: of each kind that needs the secretary the oldest few, and how many there are in all.

    Of the strands and the calls that the board is warned of, all: each has a day after which it is too late.
    """

    next: NextMeeting | None
    proposals: tuple[ProposalRow, ...]
    proposals_unanswered: int
    actions: tuple[ActionRow, ...]
    actions_overdue: int
    minutes: tuple[MeetingRow, ...]
    minutes_to_confirm: int
    decisions: tuple[DecisionRow, ...]
    decisions_to_ratify: int
    strands: tuple[StrandWarning, ...]
    calls: tuple[CallWarning, ...]

    @property
    def things(self) -> int:
        """How many things need the secretary."""
        listed = self.proposals_unanswered + self.actions_overdue + self.minutes_to_confirm + self.decisions_to_ratify
        return listed + len(self.strands) + len(self.calls)


def home_of(session: Session, board_id: UUID, today: date) -> HomeView:
    """Return Home of a board on a day.

    Raises:
        Refusal: the table of bank holidays can't be read.
    """
    unanswered = proposal_list.Wanted(board_id=board_id, states=(None,), oldest_first=True)
    overdue = action_list.Wanted(board_id=board_id, standing=Standing.OVERDUE)
    provisional = decision_list.Wanted(board_id=board_id, provisional=True, oldest_first=True)
    waiting = proposal_list.count_proposals(session, unanswered, today)
    return HomeView(
        next=_next(session, board_id, today),
        proposals=tuple(proposal_list.proposals_page(session, unanswered, today, limit=SHOWN)),
        proposals_unanswered=waiting.unanswered,
        actions=tuple(action_list.actions_by_due_date(session, overdue, today, limit=SHOWN)),
        actions_overdue=action_list.count_overdue(session, board_id, today),
        minutes=tuple(meeting_list.to_confirm(session, board_id, limit=SHOWN)),
        minutes_to_confirm=meeting_list.count_to_confirm(session, board_id),
        decisions=tuple(decision_list.decisions_page(session, provisional, limit=SHOWN)),
        decisions_to_ratify=decision_list.count_to_ratify(session, board_id),
        strands=strand_warnings(session, board_id, today),
        calls=short_calls(session, board_id, today),
    )


def rail_counts(session: Session, board_id: UUID, today: date) -> RailCounts:
    """Return how much waits at the places of the rail: proposals unanswered, actions overdue."""
    return RailCounts(
        proposals=proposal_list.count_unanswered(session, board_id),
        actions=action_list.count_overdue(session, board_id, today),
    )


def _next(session: Session, board_id: UUID, today: date) -> NextMeeting | None:
    row = meeting_list.next_meeting(session, board_id, today)
    if row is None or row.day is None:
        return None
    readiness = readiness_of(
        session, row.id, board_id, held_on=row.day, notice_given_on=row.notice_given_on, today=today
    )
    return NextMeeting(row=row, in_days=(row.day - today).days, readiness=readiness)
