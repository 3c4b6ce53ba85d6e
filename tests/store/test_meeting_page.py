from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from boardroom.domain.meeting import Seal
from boardroom.domain.proposals import Answer
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState, plain
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    MeetingStatus,
    PointKind,
    Sector,
    TextKind,
    VoteOption,
)
from boardroom.store.file import BoardFile
from boardroom.store.queries.attendance_page import attendance_of
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.meeting_page import AgendaView, agenda_of, head_of, texts_under
from tests.make import MeetingMaker, a_meeting
from tests.store.units import save


def full() -> MeetingMaker:
    """A meeting with something of each kind."""
    maker = a_meeting(name="14th meeting", venue="Town Hall", starts=time(14), status=MeetingStatus.DRAFT_MINUTES)
    maker.item("1", "Welcome", minutes_planned=5)
    breaks = maker.item("2", "Short breaks", kind=ItemKind.DECISION, minutes_planned=25, lead="Priya Raman")
    secret = maker.item("3", "Placement costs", restricted=True, public_title="A contract", ground="Paragraph 3")
    maker.item("3.1", "What is offered", parent_id=secret.id, minutes_planned=10)
    maker.item("4", "Close", late_reason="The stoppage began today.", minutes_planned=5)
    maker.attend("Amina Yusuf", "Tŷ Cwtsh Families", Sector.VOLUNTARY, seat=True)
    maker.write(breaks, "Agreed.")
    maker.write(breaks, "AY: weekends!", text_kind=TextKind.NOTE)
    maker.write(None, "The room was cold.", text_kind=TextKind.NOTE)
    maker.say(breaks, "Weekends are wanted.", by_name="Amina Yusuf", kind=PointKind.PROPOSAL)
    maker.propose(breaks, "Weekends", "Tŷ Cwtsh Families", Sector.VOLUNTARY, answer=AnswerKind.ADOPTED, reason="Yes.")
    maker.propose(breaks, "A minibus", "Llan-y-dŵr", Sector.COMMUNITY)
    decision = maker.decide(breaks, "That two halls be costed.")
    maker.named_vote(decision, [("Amina Yusuf", Sector.VOLUNTARY, VoteOption.YES)])
    maker.act(breaks, "Cost two halls", ("Priya Raman", "Arrowmere Council"))
    return maker


@pytest.fixture
def whole(board: BoardFile) -> MeetingMaker:
    maker = full()
    save(board, maker)
    return maker


def agenda(board: BoardFile, maker: MeetingMaker) -> AgendaView:
    with board.reading() as session:
        return agenda_of(session, maker.meeting_id)


def test_the_head_says_what_stands_above_everything(board: BoardFile, whole: MeetingMaker) -> None:
    head = agenda(board, whole).head
    assert (head.name, head.venue, head.held_on, head.sealed) == ("14th meeting", "Town Hall", date(2026, 12, 3), "")
    assert (head.joint, [name for _, name in head.boards]) == (False, [whole.board.name])
    joint = a_meeting("One", "Two", on=None)
    seal = joint.row(
        Seal,
        decision_id=whole.record.decisions[0].id,
        signed_by="Cllr Ashdown",
        signed_on=date(2026, 12, 4),
        sealed_at=datetime(2026, 12, 4, 12, tzinfo=UTC),
        record_hash="",
    )
    save(board, joint)
    head = agenda(board, joint).head
    assert seal.meeting_id == head.id
    assert (head.joint, head.held_on, head.sealed) == (True, None, "Signed by Cllr Ashdown on 4 December 2026")


def test_the_agenda_counts_what_stands_under_each_item(board: BoardFile, whole: MeetingMaker) -> None:
    view = agenda(board, whole)
    breaks = view.items[1]
    assert (breaks.points, breaks.proposals, breaks.unanswered, breaks.decisions, breaks.actions) == (1, 2, 1, 1, 1)
    assert [(one.has_notes, one.has_minute_text) for one in view.items[:2]] == [(False, False), (True, True)]
    assert (view.has_notes, view.has_minute_text) == (True, False)
    with board.reading() as session:
        assert view.texts == texts_under(session, whole.meeting_id)
    assert view.texts == {
        (TextKind.NOTE, breaks.id), (TextKind.MINUTE, breaks.id), (TextKind.NOTE, None),
    }  # fmt: skip


def test_the_agenda_says_where_items_stand_when_they_begin_and_what_is_secret(
    board: BoardFile, whole: MeetingMaker
) -> None:
    view = agenda(board, whole)
    assert [(one.number, one.depth, one.begins) for one in view.items] == [
        ("1", 0, time(14)),
        ("2", 0, time(14, 5)),
        ("3", 0, time(14, 30)),
        ("3.1", 1, time(14, 30)),
        ("4", 0, time(14, 40)),
    ]
    assert view.minutes_planned == 45
    assert [(one.restricted, one.secret) for one in view.items[2:]] == [(True, True), (False, True), (False, False)]
    assert [one.late for one in view.items[3:]] == [False, True]


def test_an_item_shows_all_that_stands_under_it(board: BoardFile, whole: MeetingMaker) -> None:
    with board.reading() as session:
        item = item_of(session, whole.record.items[1].id)
    assert [plain(one.runs) for one in item.minute_text] == ["Agreed."]
    assert isinstance(item.notes[0], ParagraphState)
    assert [one.name for one in item.points] == ["Amina Yusuf"]
    adopted, waiting = item.proposals
    assert adopted.answer is not None
    assert (adopted.answer.answer, adopted.answer.here, waiting.answer) == (AnswerKind.ADOPTED, True, None)
    assert [one.organisation for one in waiting.proposers] == ["Llan-y-dŵr"]
    (decision,) = item.decisions
    assert [one.sentence for one in decision.votes] == ["Carried unanimously by named vote, 1 to 0."]
    (action,) = item.actions
    assert [(one.name, one.organisation) for one in action.owners] == [("Priya Raman", "Arrowmere Council")]
    assert (action.minuted, action.status) == (ActionStatus.OPEN, ActionStatus.OPEN)


@contextmanager
def selects(session: Session) -> Iterator[list[str]]:
    """Collect the statements that a session sends."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        sent.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_the_number_of_selects_does_not_grow_with_the_meeting(board: BoardFile, whole: MeetingMaker) -> None:
    bigger = full()
    for number in range(5, 40):
        item = bigger.item(str(number), "More")
        bigger.say(item, "More was said.", by_name="Somebody")
        bigger.attend(f"Member {number}", "A body", Sector.HEALTH, seat=True)
        proposal = bigger.propose(bigger.record.items[1], "More", "A body", Sector.HEALTH)
        bigger.row(Answer, proposal_id=proposal.id, answer=AnswerKind.ADOPTED, reason="Yes.")
        bigger.named_vote(bigger.decide(bigger.record.items[1], "More."), [("A", Sector.HEALTH, VoteOption.NO)])
        bigger.act(bigger.record.items[1], "More", (f"Member {number}", "A body"))
    save(board, bigger)
    for reading in (
        lambda session, maker: agenda_of(session, maker.meeting_id),
        lambda session, maker: item_of(session, maker.record.items[1].id),
        lambda session, maker: attendance_of(session, maker.meeting_id),
    ):
        counts = []
        for maker in (whole, bigger):
            with board.reading() as session, selects(session) as sent:
                reading(session, maker)
            counts.append(len(sent))
        assert counts[0] == counts[1]
        assert counts[0] <= 26


def test_what_is_gone_is_told_in_a_sentence(board: BoardFile, whole: MeetingMaker) -> None:
    gone = whole.record.items[0].id
    with board.reading() as session:
        for reading in (head_of, agenda_of, attendance_of):
            with pytest.raises(Refusal, match="isn't in the board file any more"):
                reading(session, gone)
        with pytest.raises(Refusal, match="isn't on the agenda any more"):
            item_of(session, whole.meeting_id)
