"""A meeting with all that belongs to it, as read in one go: what composers and rules work on.

Entities stand in flat lists; the lookups below gather what hangs under an item, a decision and so on.
Each list is in order of position. Nothing here reads the board file.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Stay,
)
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.meeting import (
    Correction,
    Meeting,
    MeetingBoard,
    MeetingDay,
    MinutesAmendment,
    MinutesConfirmation,
    Presiding,
    Seal,
)
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.warned import Warned

T = TypeVar("T", bound=Base)


@dataclass(kw_only=True)
class BoardAtMeeting:
    """A board as it stood on the day of a meeting: terms, needs, seats and memberships then in force."""

    board: Board
    terms: TermsOfReference | None = None
    needs: list[QuorumNeed] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    filled_seat_ids: frozenset[UUID] = frozenset()


@dataclass(kw_only=True)
class MeetingRecord:
    """A meeting and everything under it, for one audience: what the audience may not see isn't here."""

    meeting: Meeting
    meeting_boards: list[MeetingBoard] = field(default_factory=list)
    boards: list[BoardAtMeeting] = field(default_factory=list)
    days: list[MeetingDay] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    item_translations: list[ItemTranslation] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    presidings: list[Presiding] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    attendance_items: list[AttendanceItem] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    declaration_items: list[DeclarationItem] = field(default_factory=list)
    declaration_translations: list[DeclarationTranslation] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    proposers: list[Proposer] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    vote_events: list[VoteEvent] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    sector_tallies: list[SectorTally] = field(default_factory=list)
    conditions: list[DecisionCondition] = field(default_factory=list)
    decision_links: list[DecisionLink] = field(default_factory=list)
    dissents: list[Dissent] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    action_owners: list[ActionOwner] = field(default_factory=list)
    confirmations: list[MinutesConfirmation] = field(default_factory=list)
    amendments: list[MinutesAmendment] = field(default_factory=list)
    seals: list[Seal] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    people: dict[UUID, Person] = field(default_factory=dict)
    organisations: dict[UUID, Organisation] = field(default_factory=dict)
    other_decisions: dict[UUID, Decision] = field(default_factory=dict)
    """Decisions of other meetings that this one's lead back to."""
    other_days: dict[UUID, date] = field(default_factory=dict)
    """First day of other meetings that are named here, by the meeting's id."""
    left_out: int = 0
    """How many restricted items and paragraphs the audience doesn't get."""
    papers_left_out: int = 0
    """How many restricted papers of open items the audience doesn't get."""
    warned: Warned = field(default_factory=Warned)
    """What the agenda of a planned meeting warns of."""
    whole_hash: str = ""
    """The hash of the whole record, as members have it, where this is less than the whole."""

    @cached_property
    def item_by_id(self) -> dict[UUID, AgendaItem]:
        """Items by their id."""
        return {item.id: item for item in self.items}

    @property
    def other_meeting_ids(self) -> set[UUID]:
        """Ids of other meetings that this one's decisions and confirmations lead back to."""
        named = {one.of_meeting_id for one in self.decision_links}
        named |= {one.of_meeting_id for one in self.confirmations}
        named |= {one.meeting_id for one in self.other_decisions.values()}
        return {one for one in named if one is not None}

    def depth(self, item: AgendaItem) -> int:
        """Return how many items this one stands under (0 for one of the agenda's own)."""
        depth, seen = 0, {item.id}
        while item.parent_id in self.item_by_id and item.parent_id not in seen:
            item = self.item_by_id[item.parent_id]
            seen.add(item.id)
            depth += 1
        return depth


def under(rows: Iterable[T], field_name: str, owner_id: UUID | None) -> list[T]:
    """Return the rows whose `field_name` is the owner's id, in the order they stand."""
    return [row for row in rows if getattr(row, field_name) == owner_id]
