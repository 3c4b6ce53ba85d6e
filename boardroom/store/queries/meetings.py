"""A meeting with everything under it, read for one audience: what the audience may not see is not selected."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
)
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.fingerprint import record_hash
from boardroom.domain.meeting import (
    Correction,
    Meeting,
    MeetingBoard,
    MeetingDay,
    MinutesAmendment,
    MinutesConfirmation,
    Seal,
)
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Gone
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.words import TextKind
from boardroom.store.queries.boards_at import boards_at
from boardroom.store.queries.hidden import (
    Hidden,
    hidden_from_the_public,
    is_about,
    restricted_among,
    restricted_decisions_among,
)
from boardroom.store.queries.moves import presidings_for, stays_for
from boardroom.store.queries.papers import open_papers_of
from boardroom.store.queries.sealed import as_sealed
from boardroom.store.queries.warned import warned_at

T = TypeVar("T", bound=Base)


def load_meeting(session: Session, meeting_id: UUID, audience: Audience) -> MeetingRecord:
    """Return a meeting with all that belongs to it, notes aside, as the audience may see it.

    Of a restricted item, and of all that stands under it, the public gets number, public title and ground;
    whatever else mentions it is left out with it (product A3, hazard 22). Of sealed minutes, what they draw
    from outside the meeting is as it was when they were sealed.

    Raises:
        Gone: there is no such meeting.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        message = "This board file has no such meeting."
        raise Gone(message)
    hidden = hidden_from_the_public(session, meeting_id) if audience is Audience.PUBLIC else Hidden()
    record = _Reading(session, meeting, audience, hidden).record()
    record.warned = warned_at(session, meeting_id, audience)
    if record.seals:
        as_sealed(session, record)
    if audience is Audience.PUBLIC:
        record.whole_hash = _whole_hash(session, record)
    return record


def _whole_hash(session: Session, record: MeetingRecord) -> str:
    """Return the hash of the record as members have it: the same document has one reference for everybody."""
    if record.seals:
        return record.seals[0].record_hash
    # In a session of its own: what the public may not see stays out of the one that reads for the public.
    with Session(session.connection()) as apart:
        return record_hash(load_meeting(apart, record.meeting.id, Audience.MEMBERS))


class _Reading:
    """One reading of one meeting: the conditions that its queries share."""

    def __init__(self, session: Session, meeting: Meeting, audience: Audience, hidden: Hidden) -> None:
        self.session = session
        self.meeting = meeting
        self.public = audience is Audience.PUBLIC
        self.hidden = hidden

    def record(self) -> MeetingRecord:
        """Read everything, table by table."""
        record = MeetingRecord(meeting=self.meeting)
        record.meeting_boards = self._rows(MeetingBoard)
        record.days = self._rows(MeetingDay)
        day = next((one.held_on for one in record.days if one.held_on), None)
        record.boards = boards_at(self.session, [one.board_id for one in record.meeting_boards], day)
        self._read_agenda(record)
        self._read_attendance(record)
        self._read_decisions(record)
        self._read_proposals(record)
        self._read_around(record)
        record.people = self._named(Person, record)
        record.organisations = self._named(Organisation, record)
        return record

    def _read_agenda(self, record: MeetingRecord) -> None:
        record.items = self._items()
        record.item_translations = self._rows(ItemTranslation, self._on_open_items(ItemTranslation))
        if self.public:
            record.papers, record.papers_left_out = open_papers_of(self.session, self.meeting.id, self.hidden)
        else:
            record.papers = self._rows(Paper)
        record.points = self._rows(Point, self._on_open_items(Point))
        minuted = (Paragraph.text_kind == TextKind.MINUTE, self._on_open_items(Paragraph))
        if self.public:
            record.paragraphs = self._rows(Paragraph, *minuted, Paragraph.restricted.is_(False))
            kept_back = select(func.count()).where(
                Paragraph.meeting_id == self.meeting.id, *minuted, Paragraph.restricted.is_(True)
            )
            record.left_out = len(self.hidden.items) + (self.session.scalar(kept_back) or 0)
        else:
            record.paragraphs = self._rows(Paragraph, *minuted)

    def _read_attendance(self, record: MeetingRecord) -> None:
        hidden = self.hidden
        seen = _other_than(Attendance, "id", hidden.attendances)
        record.attendances = self._rows(Attendance, seen)
        record.attendance_items = self._about_open_items(
            AttendanceItem, _other_than(AttendanceItem, "attendance_id", hidden.attendances)
        )
        record.stays = stays_for(self.session, self.meeting.id, hidden)
        record.presidings = presidings_for(self.session, self.meeting.id, hidden)
        record.declarations = self._rows(Declaration, _other_than(Declaration, "id", hidden.declarations))
        record.declaration_items = self._about_open_items(
            DeclarationItem, _other_than(DeclarationItem, "declaration_id", hidden.declarations)
        )
        record.declaration_translations = self._rows(
            DeclarationTranslation, _other_than(DeclarationTranslation, "declaration_id", hidden.declarations)
        )

    def _read_decisions(self, record: MeetingRecord) -> None:
        hidden, own = self.hidden, self.meeting.id
        record.motions = self._rows(Motion, _other_than(Motion, "id", hidden.motions))
        record.decisions = self._select(
            Decision,
            or_(Decision.meeting_id == own, Decision.minuted_at_id == own),
            _other_than(Decision, "id", hidden.decisions),
        )
        ids = [one.id for one in record.decisions]
        record.vote_events = self._rows(VoteEvent, _other_than(VoteEvent, "id", hidden.vote_events))
        record.votes = self._rows(Vote, _other_than(Vote, "vote_event_id", hidden.vote_events))
        record.sector_tallies = self._rows(SectorTally, _other_than(SectorTally, "vote_event_id", hidden.vote_events))
        record.conditions = self._select(DecisionCondition, DecisionCondition.decision_id.in_(ids))
        record.dissents = self._select(Dissent, Dissent.decision_id.in_(ids))
        record.decision_links = self._links(ids)
        elsewhere = {one.of_decision_id for one in record.decision_links} - {None, *ids}
        if elsewhere:
            found = self._select(Decision, Decision.id.in_(elsewhere))
            record.other_decisions = {one.id: one for one in found}
        # Actions of a decision between meetings have no meeting of their own.
        between = [one.id for one in record.decisions if one.meeting_id != own]
        record.actions = self._select(
            Action,
            or_(Action.meeting_id == own, Action.decision_id.in_(between)) if between else Action.meeting_id == own,
            self._on_open_items(Action),
            _other_than(Action, "decision_id", hidden.decisions),
        )
        record.action_owners = self._select(ActionOwner, ActionOwner.action_id.in_([one.id for one in record.actions]))

    def _links(self, decision_ids: list[UUID]) -> list[DecisionLink]:
        of_these = DecisionLink.decision_id.in_(decision_ids)
        if not self.public:
            return self._select(DecisionLink, of_these)
        targets = self.session.scalars(select(DecisionLink.of_decision_id).where(of_these)).all()
        secret = restricted_decisions_among(self.session, targets)
        return self._select(DecisionLink, of_these, _other_than(DecisionLink, "of_decision_id", secret))

    def _read_proposals(self, record: MeetingRecord) -> None:
        own = self.meeting.id
        given = (
            Answer.meeting_id == own,
            self._on_open_items(Answer),
            _other_than(Answer, "decision_id", self.hidden.decisions),
        )
        # A proposal may have been put at an earlier meeting, and its answer given at this one.
        asked = self.session.scalars(select(Answer.proposal_id).where(*given)).all()
        seen: ColumnElement[bool] = true()
        if self.public and asked:
            items = self.session.scalars(select(Proposal.item_id).where(Proposal.id.in_(asked))).all()
            seen = _other_than(Proposal, "item_id", restricted_among(self.session, items))
        record.proposals = self._select(
            Proposal, or_(Proposal.meeting_id == own, Proposal.id.in_(asked)), seen, self._on_open_items(Proposal)
        )
        ids = [one.id for one in record.proposals]
        record.answers = self._select(Answer, *given, Answer.proposal_id.in_(ids))
        record.proposers = self._select(Proposer, Proposer.proposal_id.in_(ids))

    def _read_around(self, record: MeetingRecord) -> None:
        record.confirmations = self._rows(MinutesConfirmation, self._on_open_items(MinutesConfirmation))
        kept = [one.id for one in record.confirmations]
        record.amendments = self._rows(MinutesAmendment, MinutesAmendment.confirmation_id.in_(kept))
        record.seals = self._seals()
        record.corrections = self._rows(
            Correction, self._on_open_items(Correction), _other_than(Correction, "decision_id", self.hidden.decisions)
        )
        record.other_days = self._other_days(record)

    def _seals(self) -> list[Seal]:
        """Read the seal; what it keeps names restricted matter too, so the public's goes without."""
        if not self.public:
            return self._rows(Seal)
        told = [column for column in Seal.__table__.columns if column.key != "surroundings"]
        rows = self.session.execute(select(*told).where(Seal.meeting_id == self.meeting.id).order_by(Seal.id))
        return [Seal(**row) for row in rows.mappings()]

    def _items(self) -> list[AgendaItem]:
        """Read the open items whole, and of restricted ones only what may be told."""
        items = self._rows(AgendaItem, _other_than(AgendaItem, "id", self.hidden.items))
        if not self.hidden:
            return items
        told = self.session.execute(
            select(
                AgendaItem.id,
                AgendaItem.parent_id,
                AgendaItem.position,
                AgendaItem.number,
                AgendaItem.minute_number,
                AgendaItem.kind,
                AgendaItem.public_title,
                AgendaItem.restriction,
                AgendaItem.ground,
            ).where(AgendaItem.id.in_(self.hidden.items))
        )
        items += [
            AgendaItem(**row._mapping, meeting_id=self.meeting.id, title="", restricted=True)  # noqa: SLF001 - public, so named to keep it clear of columns
            for row in told
        ]
        place = {one: at for at, one in enumerate(self.hidden.order)}
        return sorted(items, key=lambda item: place[item.id])

    def _other_days(self, record: MeetingRecord) -> dict[UUID, date]:
        named = record.other_meeting_ids
        if not named:
            return {}
        days = self.session.scalars(select(MeetingDay).where(MeetingDay.meeting_id.in_(named)))
        dated = sorted((one.held_on, one.meeting_id) for one in days if one.held_on is not None)
        return {meeting_id: held_on for held_on, meeting_id in reversed(dated)}

    def _rows(self, entity: type[T], *conditions: ColumnElement[bool]) -> list[T]:
        """Read a table's rows of this meeting."""
        return self._select(entity, entity.__table__.columns["meeting_id"] == self.meeting.id, *conditions)

    def _select(self, entity: type[T], *conditions: ColumnElement[bool]) -> list[T]:
        columns = entity.__table__.columns
        order = [columns[name] for name in ("position", "corrected_on", "id") if name in columns]
        return list(self.session.scalars(select(entity).where(*conditions).order_by(*order)))

    def _on_open_items(self, entity: type[Base]) -> ColumnElement[bool]:
        return _other_than(entity, "item_id", self.hidden.items)

    def _about_open_items(self, entity: type[T], *conditions: ColumnElement[bool]) -> list[T]:
        """Read references to items, by id or by printed number, that lead to no restricted one."""
        if not self.hidden:
            return self._rows(entity, *conditions)
        columns = entity.__table__.columns
        known = self.session.execute(
            select(columns["id"], columns["item_id"], columns["number"]).where(columns["meeting_id"] == self.meeting.id)
        )
        secret = [row[0] for row in known if is_about(row[1], row[2], self.hidden.items, self.hidden.numbers)]
        return self._rows(entity, *conditions, _other_than(entity, "id", secret))

    def _named(self, entity: type[T], record: MeetingRecord) -> dict[UUID, T]:
        """Read the people, or the organisations, that the rows read so far point to."""
        target = f"{entity.__tablename__}.id"
        ids = {
            getattr(row, name)
            for rows in vars(record).values()
            if isinstance(rows, list)
            for row in rows
            if isinstance(row, Base)
            for name in _columns_to(type(row), target)
        }
        ids |= {one.board.accountable_body_id for one in record.boards} if entity is Organisation else set()
        found = self._select(entity, entity.__table__.columns["id"].in_(ids - {None})) if ids - {None} else []
        return {row.id: row for row in found}


def _other_than(entity: type[Base], column: str, ids: Iterable[UUID]) -> ColumnElement[bool]:
    """Say that a column holds none of these ids; a row without an id passes."""
    if not ids:
        return true()
    held: ColumnElement[Any] = entity.__table__.columns[column]
    return or_(held.is_(None), held.not_in(list(ids)))


@cache
def _columns_to(entity: type[Base], target: str) -> tuple[str, ...]:
    """Return the columns of a table that point to `target` ("person.id")."""
    return tuple(
        column.key
        for column in entity.__table__.columns
        if any(key.target_fullname == target for key in column.foreign_keys)
    )
