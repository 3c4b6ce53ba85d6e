"""Sealed minutes can't change, whoever writes and however; their later life goes on."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Stay,
)
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.entities import ENTITIES
from boardroom.domain.fingerprint import record_hash
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
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.domain.running import Heard, Sitting, Taking
from boardroom.domain.text import runs_of
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    LinkKind,
    MeetingStatus,
    Presence,
    Sector,
    TextKind,
    VoteOption,
)
from boardroom.store import bulk
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.seal import _FROZEN
from boardroom.store.undo import undo
from tests.make import MeetingMaker, a_meeting
from tests.store.units import save, write

LATER_LIFE = {"action_update", "correction", "seal", "proposal_outcome", "proposal_item", "estimate"}
NOT_OF_A_MEETING = {
    "person",
    "organisation",
    "organisation_status",
    "interest",
    "board",
    "terms_of_reference",
    "quorum_need",
    "seat",
    "membership",
    "deputy",
    "agenda_template",
    "template_item",
    "series",
    "stock_phrase",
    "outcome",
    "priority",
    "strand",
    "strand_stage",
    "strand_sum",
    "involvement",
    "call",
    "call_invited",
    "telling",
}


@pytest.fixture
def full() -> MeetingMaker:
    """A meeting with a row of everything that minutes hold."""
    maker = a_meeting(name="Ordinary meeting", on=date(2026, 3, 3))
    item = maker.item("1", "Home care")
    maker.translate(item, "cy", "Gofal cartref")
    maker.row(Paper, item_id=item.id, label="1A", title="The plan")
    maker.row(Presiding, name="The chair", from_item_id=item.id)
    line = maker.attend("Siân Ŵyn", "County Council", Sector.LOCAL_AUTHORITY, for_items=[item])
    maker.stay(line, arrived_words="from the start")
    declaration = maker.declare("Siân Ŵyn", "is a trustee", item)
    maker.row(DeclarationTranslation, declaration_id=declaration.id, language="cy", field="nature", text="x")
    maker.write(item, "The plan was agreed.")
    maker.write(item, "She seemed tired.", text_kind=TextKind.NOTE)
    maker.say(item, "Funding is short.")
    maker.propose(item, "Evening hours", "Carers' Forum", Sector.VOLUNTARY, answer=AnswerKind.ADOPTED, reason="Yes")
    motion = maker.row(Motion, item_id=item.id, wording="That it be agreed")
    decision = maker.decide(item, "Agreed", motion_id=motion.id)
    event = maker.named_vote(decision, [("Siân Ŵyn", Sector.LOCAL_AUTHORITY, VoteOption.YES)])
    maker.tally(event, Sector.HEALTH, yes=2)
    maker.row(DecisionCondition, decision_id=decision.id, text="If funded")
    maker.row(DecisionLink, decision_id=decision.id, kind=LinkKind.RATIFIES, words="the earlier one")
    maker.row(Dissent, decision_id=decision.id, name="Ben")
    maker.act(item, "Write to them", ("Siân Ŵyn", "County Council"))
    confirmation = maker.row(MinutesConfirmation, result="confirmed")
    maker.row(MinutesAmendment, confirmation_id=confirmation.id, text="1 for 2")
    return maker


def seal(board: BoardFile, maker: MeetingMaker) -> None:
    with board.writing("Seal the minutes of 3 March 2026", barrier=True) as session:
        session.get_one(Meeting, maker.meeting_id).status = MeetingStatus.CONFIRMED
        session.flush()
        record = load_meeting(session, maker.meeting_id, Audience.MEMBERS)
        session.add(
            Seal(
                meeting_id=maker.meeting_id,
                decision_id=maker.record.decisions[0].id,
                signed_by="The chair",
                signed_on=date(2026, 4, 1),
                sealed_at=datetime.now(UTC),
                record_hash=record_hash(record),
            )
        )


@pytest.fixture
def sealed(board: BoardFile, full: MeetingMaker) -> MeetingMaker:
    save(board, full)
    own, item = full.meeting_id, full.record.items[0].id
    with board.writing("Take the item") as session:
        day_id = full.record.days[0].id
        session.add(Sitting(meeting_id=own, day_id=day_id, opened_at=datetime.now(UTC)))
        session.add(Taking(meeting_id=own, item_id=item, day_id=day_id, began=time(14)))
        session.add(Heard(meeting_id=own, item_id=item, sector=Sector.VOLUNTARY))
    seal(board, full)
    return full


def refused(board: BoardFile, work: Callable[[Session], object]) -> None:
    with pytest.raises(
        Refusal, match=r"The minutes of (3 March 2026|“Ordinary meeting”) are sealed: .* record a correction instead"
    ):
        write(board, work)


def own_row(session: Session, entity: type[Base], maker: MeetingMaker) -> Any:  # noqa: ANN401 - of any entity
    if entity is Meeting:
        return session.get_one(Meeting, maker.meeting_id)
    wanted = select(entity).where(entity.__table__.c.meeting_id == maker.meeting_id)
    if entity is Paragraph:
        wanted = wanted.where(Paragraph.text_kind == TextKind.MINUTE)
    return session.scalars(wanted).first()


def test_every_entity_is_frozen_or_free_for_a_reason() -> None:
    assert {entity.__tablename__ for entity in ENTITIES} == set(_FROZEN) | LATER_LIFE | NOT_OF_A_MEETING


FROZEN = [entity for entity in ENTITIES if entity.__tablename__ in _FROZEN]


@pytest.mark.parametrize("entity", FROZEN, ids=lambda entity: str(entity.__tablename__))
def test_no_row_of_sealed_minutes_is_changed_or_deleted(
    board: BoardFile, sealed: MeetingMaker, entity: type[Base]
) -> None:
    def change(session: Session) -> None:
        row = own_row(session, entity, sealed)
        if entity in (Heard, Sitting):
            setattr(row, *(("sector", Sector.FAITH) if entity is Heard else ("opened_at", datetime.now(UTC))))
            return
        for field in ("text", "words", "wording", "name", "title", "number", "nature", "reason", "venue", "result"):
            if field in entity.__table__.c and isinstance(getattr(row, field), str):
                setattr(row, field, "Forged")
                return
        if entity is Paragraph:
            row.runs = runs_of("Forged")
        else:
            row.position = 99

    refused(board, change)
    refused(board, lambda session: session.delete(own_row(session, entity, sealed)))


def additions(maker: MeetingMaker) -> list[Base]:
    """Return a new row for every kind of row that minutes hold."""
    own, item, record = maker.meeting_id, maker.record.items[0].id, maker.record
    decision, line = record.decisions[0].id, record.attendances[0].id
    return [
        MeetingBoard(meeting_id=own, board_id=maker.board.id),
        MeetingDay(meeting_id=own),
        AgendaItem(meeting_id=own, title="Forged"),
        ItemTranslation(meeting_id=own, item_id=item, language="cy", field="title", text="x"),
        Paper(meeting_id=own, item_id=item, title="Forged"),
        Presiding(meeting_id=own),
        Sitting(meeting_id=own, day_id=record.days[0].id, opened_at=datetime.now(UTC)),
        Taking(meeting_id=own, item_id=item, day_id=record.days[0].id, began=time(14)),
        Heard(meeting_id=own, item_id=item, sector=Sector.FAITH),
        Attendance(meeting_id=own, status=Presence.PRESENT),
        Stay(meeting_id=own, attendance_id=line),
        AttendanceItem(meeting_id=own, attendance_id=line),
        Declaration(meeting_id=own, by="x", nature="y"),
        DeclarationItem(meeting_id=own, declaration_id=record.declarations[0].id),
        Paragraph(meeting_id=own, text_kind=TextKind.MINUTE),
        Point(meeting_id=own, item_id=item, text="x"),
        Motion(meeting_id=own, item_id=item, wording="x"),
        VoteEvent(meeting_id=own),
        Vote(meeting_id=own, vote_event_id=record.vote_events[0].id, name="x", option=VoteOption.NO),
        SectorTally(meeting_id=own, vote_event_id=record.vote_events[0].id, sector=Sector.FAITH),
        Proposal(board_id=maker.board.id, meeting_id=own, text="x"),
        Proposer(proposal_id=record.proposals[0].id),
        Answer(proposal_id=record.proposals[0].id, meeting_id=own, answer=AnswerKind.DECLINED, reason="x"),
        Decision(board_id=maker.board.id, meeting_id=own, wording="x"),
        Decision(board_id=maker.board.id, minuted_at_id=own, wording="between meetings"),
        DecisionCondition(decision_id=decision, text="x"),
        DecisionLink(decision_id=decision, kind=LinkKind.AMENDS),
        Dissent(decision_id=decision, name="x"),
        Action(board_id=maker.board.id, meeting_id=own, text="x"),
        ActionOwner(action_id=record.actions[0].id),
        MinutesConfirmation(meeting_id=own),
        MinutesAmendment(meeting_id=own, confirmation_id=record.confirmations[0].id, text="x"),
    ]


def test_nothing_is_added_to_sealed_minutes(board: BoardFile, sealed: MeetingMaker) -> None:
    for row in additions(sealed):
        refused(board, partial(_add, row))
    assert check(board.path) == []


def _add(row: Base, session: Session) -> None:
    session.add(row)


def test_nothing_is_added_in_bulk_or_moved_in_from_elsewhere(board: BoardFile, sealed: MeetingMaker) -> None:
    other = a_meeting(on=date(2026, 5, 5))
    theirs = other.item("1", "Theirs")
    save(board, other)
    refused(board, lambda session: bulk.insert(session, Point, [_point(sealed, sealed.meeting_id)]))
    # A row that names another meeting but hangs on a sealed item.
    refused(board, lambda session: bulk.insert(session, Point, [_point(sealed, other.meeting_id)]))

    def move_in(session: Session) -> None:
        session.get_one(AgendaItem, theirs.id).meeting_id = sealed.meeting_id

    def move_out(session: Session) -> None:
        session.get_one(AgendaItem, sealed.record.items[0].id).meeting_id = other.meeting_id

    refused(board, move_in)
    refused(board, move_out)


def _point(maker: MeetingMaker, meeting_id: UUID) -> dict[str, Any]:
    return {"meeting_id": meeting_id, "item_id": maker.record.items[0].id, "text": "x"}


def test_later_life_goes_on(board: BoardFile, sealed: MeetingMaker) -> None:
    other = a_meeting(on=date(2026, 5, 5))
    decision = other.decide(other.item("1", "Home care again"), "Superseded")
    save(board, other)
    record = sealed.record

    def live_on(session: Session) -> None:
        session.add_all(
            [
                ActionUpdate(action_id=record.actions[0].id, updated_on=date(2026, 5, 1), status=ActionStatus.DONE),
                Correction(meeting_id=sealed.meeting_id, corrected_on=date(2026, 5, 1), text="for 2 read 3"),
                DecisionLink(decision_id=decision.id, kind=LinkKind.SUPERSEDES, of_decision_id=record.decisions[0].id),
                Answer(
                    proposal_id=record.proposals[0].id,
                    meeting_id=other.meeting_id,
                    answer=AnswerKind.ADAPTED,
                    reason="On reflection",
                ),
                Paragraph(meeting_id=sealed.meeting_id, text_kind=TextKind.NOTE, runs=runs_of("Filed.")),
            ]
        )
        session.get_one(Answer, record.answers[0].id).told_on = date(2026, 5, 2)
        session.delete(session.get_one(Paragraph, record.paragraphs[1].id))

    write(board, live_on)
    assert check(board.path) == []


def test_a_note_does_not_become_minute_text_of_sealed_minutes(board: BoardFile, sealed: MeetingMaker) -> None:
    def take_over(session: Session) -> None:
        session.get_one(Paragraph, sealed.record.paragraphs[1].id).text_kind = TextKind.MINUTE

    refused(board, take_over)


def test_a_seal_is_for_good(board: BoardFile, sealed: MeetingMaker) -> None:
    def break_seal(session: Session) -> None:
        session.delete(session.scalars(select(Seal)).one())

    def forge(session: Session) -> None:
        session.scalars(select(Seal)).one().signed_by = "Somebody else"

    refused(board, break_seal)
    refused(board, forge)
    with pytest.raises(Refusal, match="are sealed"):
        seal(board, sealed)


def test_undo_does_not_get_round_a_seal(board: BoardFile, sealed: MeetingMaker) -> None:
    with pytest.raises(Refusal, match="“Seal the minutes of 3 March 2026” stays as it is"):
        undo(board)
    write(board, lambda session: session.add(Correction(**_correction(sealed))), "Correct")
    undo(board)
    with pytest.raises(Refusal, match="stays as it is"):
        undo(board)


def _correction(maker: MeetingMaker) -> dict[str, Any]:
    return {"meeting_id": maker.meeting_id, "corrected_on": date(2026, 5, 1), "text": "x"}


def test_a_seal_holds_after_reopening_and_after_a_rollback(board: BoardFile, full: MeetingMaker) -> None:
    save(board, full)

    def seal_and_fail() -> None:
        with board.writing("Seal", barrier=True) as session:
            row = Seal(
                meeting_id=full.meeting_id,
                decision_id=full.record.decisions[0].id,
                signed_by="x",
                signed_on=date(2026, 4, 1),
                sealed_at=datetime.now(UTC),
                record_hash="",
            )
            session.add(row)
            session.flush()
            _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        seal_and_fail()
    write(board, lambda session: session.add(Point(**_point(full, full.meeting_id))))
    seal(board, full)
    board.close()
    with BoardFile.open(board.path, who="Ben") as again:
        refused(again, lambda session: session.add(Point(**_point(full, full.meeting_id))))


def test_a_proposal_that_sealed_minutes_answer_is_frozen_wherever_it_was_put(
    board: BoardFile, full: MeetingMaker
) -> None:
    earlier = a_meeting(on=date(2026, 1, 6))
    proposal = earlier.propose(earlier.item("1", "Transport"), "A bus", "Parish Council", Sector.COMMUNITY)
    save(board, earlier)
    answered = full.row(Answer, proposal_id=proposal.id, answer=AnswerKind.ADOPTED, reason="It fits")
    save(board, full)
    seal(board, full)

    def reword(session: Session) -> None:
        session.get_one(Proposal, proposal.id).text = "A train"

    refused(board, reword)
    refused(board, lambda session: session.add(Proposer(proposal_id=proposal.id, name="Late comer")))
    assert answered.meeting_id == full.meeting_id
    assert check(board.path) == []


def test_a_meeting_without_a_date_is_named_by_its_name(board: BoardFile) -> None:
    maker = a_meeting(name="Special meeting", on=None)
    maker.decide(maker.item("1", "x"), "y")
    save(board, maker)
    seal(board, maker)
    with pytest.raises(Refusal, match="The minutes of “Special meeting” are sealed"):
        write(board, lambda session: session.add(Point(**_point(maker, maker.meeting_id))))
