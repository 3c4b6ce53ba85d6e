from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    LinkKind,
    MeetingStatus,
    Method,
    ReasonCategory,
    Result,
    TextKind,
)
from boardroom.services import actions, agenda, answers, boards, decisions, meetings, planning, proposals, texts
from boardroom.services.proposals import PutBy
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import days_of, paragraphs_of
from boardroom.store.undo import undo


class Story:
    """Two meetings of one board: what the first minutes, the second confirms."""

    def __init__(self, board: BoardFile) -> None:
        self.board = board
        with board.writing("Set up the board") as session:
            self.board_id = boards.create_board(session, "Arrowmere Partnership").id
            first = meetings.plan_meeting(session, self.board_id, date(2026, 9, 17))
            first.status = MeetingStatus.DRAFT_MINUTES
            second = meetings.plan_meeting(session, self.board_id, date(2026, 12, 3))
            self.first, self.second = first.id, second.id
            self.item = agenda.add_item(session, self.first, "Short breaks").id
            self.minutes = agenda.add_item(session, self.second, "Minutes of 17 September").id

    def decide(self, item_id: UUID, *, result: Result = Result.CARRIED, provisional: bool = False) -> UUID:
        with self.board.writing("Record decision") as session:
            return decisions.record_decision(
                session,
                self.board_id,
                "Agreed.",
                method=Method.CONSENSUS,
                result=result,
                item_id=item_id,
                provisional=provisional,
            ).id

    def seal(self) -> None:
        decision = self.decide(self.minutes)
        with self.board.writing("Confirm minutes") as session:
            meetings.confirm_minutes(session, self.first, decision)
        with self.board.writing("Seal minutes", barrier=True) as session:
            meetings.seal_minutes(
                session, self.first, decision, signed_by="Cllr Margaret Ashdown", signed_on=date(2026, 12, 3)
            )


@pytest.fixture
def story(board: BoardFile) -> Story:
    return Story(board)


def test_sealed_minutes_can_only_be_corrected(story: Story) -> None:
    story.seal()
    with pytest.raises(Refusal, match="sealed"), story.board.writing("Rename item") as session:
        agenda.rename_item(session, story.item, "Longer breaks")
    with pytest.raises(Refusal, match="sealed"), story.board.writing("Write") as session:
        texts.add_paragraph(session, story.first, story.item, TextKind.MINUTE, [Run("More was said.")])
    with pytest.raises(Refusal, match="sealed"), story.board.writing("Rename meeting") as session:
        planning.change_meeting(session, story.first, name="Another name")
    with story.board.writing("Correct minutes") as session:
        meetings.correct_minutes(session, story.first, "For Tuesday read Thursday.", on=date(2026, 12, 4))
    assert check(story.board.path) == []


def test_sealing_cannot_be_undone(story: Story) -> None:
    story.seal()
    with pytest.raises(Refusal):
        undo(story.board)


def test_minutes_are_sealed_after_a_later_meeting_confirmed_them(story: Story) -> None:
    own, later = story.decide(story.item), story.decide(story.minutes)
    lost, provisional = story.decide(story.minutes, result=Result.LOST), story.decide(story.minutes, provisional=True)
    for decision, why in ((own, "later meeting"), (lost, "lost"), (provisional, "quorum"), (later, "not yet")):
        with pytest.raises(Refusal, match=why), story.board.writing("Seal minutes") as session:
            meetings.seal_minutes(session, story.first, decision, signed_by="Chair", signed_on=date(2026, 12, 3))


def test_an_adjourned_meeting_goes_on_later_not_earlier(story: Story) -> None:
    with pytest.raises(Refusal, match="before"), story.board.writing("Reconvene") as session:
        meetings.reconvene(session, story.first, date(2026, 9, 16))
    with story.board.writing("Reconvene") as session:
        meetings.reconvene(session, story.first, date(2026, 9, 21), because="The fire alarm went.")
    with story.board.reading() as session:
        assert [day.held_on for day in days_of(session, story.first)] == [date(2026, 9, 17), date(2026, 9, 21)]


def test_a_meeting_is_called_off_with_its_reason_only_while_planned(story: Story) -> None:
    with pytest.raises(Refusal, match="reason"), story.board.writing("Cancel") as session:
        meetings.call_off(session, story.second, " ")
    with story.board.writing("Postpone") as session:
        assert meetings.call_off(session, story.second, "Snow.", postponed=True).status is MeetingStatus.POSTPONED
    with pytest.raises(Refusal, match="postponed"), story.board.writing("Cancel") as session:
        meetings.call_off(session, story.second, "Snow.")


def test_an_answer_needs_its_reason_and_a_deferral_its_date(story: Story) -> None:
    with story.board.writing("Put proposal") as session:
        put = proposals.put_proposal(
            session, story.board_id, "Weekend sessions", [PutBy(organisation="Tŷ Cwtsh")], item_id=story.item
        ).id
    for answer, reason in ((AnswerKind.DECLINED, " "), (AnswerKind.DEFERRED, "Costs first.")):
        with pytest.raises(Refusal), story.board.writing("Answer") as session:
            answers.answer_proposal(session, put, answer, reason, category=ReasonCategory.COST)
    with story.board.writing("Answer") as session:
        answers.answer_proposal(session, put, AnswerKind.ADAPTED, "Two villages first.", category=ReasonCategory.COST)


def test_a_note_is_taken_over_into_the_minute_text_with_its_restriction(story: Story) -> None:
    with story.board.writing("Write note") as session:
        note = texts.add_paragraph(
            session, story.first, story.item, TextKind.NOTE, [Run("PR: 38 families")], restricted=True
        )
    with story.board.writing("Take over") as session:
        texts.take_over(session, note.id)
    with story.board.reading() as session:
        (taken,) = paragraphs_of(session, story.first, story.item, TextKind.MINUTE)
    assert (taken.taken_from_id, taken.restricted, taken.runs) == (note.id, True, note.runs)


def test_only_a_provisional_decision_is_ratified(story: Story) -> None:
    firm, provisional = story.decide(story.item), story.decide(story.item, provisional=True)
    ratifying = story.decide(story.minutes)
    with pytest.raises(Refusal, match="quorum"), story.board.writing("Ratify") as session:
        decisions.link_decision(session, ratifying, LinkKind.RATIFIES, of_decision_id=firm)
    with story.board.writing("Ratify") as session:
        link = decisions.link_decision(session, ratifying, LinkKind.RATIFIES, of_decision_id=provisional)
    assert link.of_decision_id == provisional


def test_an_action_keeps_what_was_minuted_and_takes_updates(story: Story) -> None:
    with story.board.writing("Give action") as session:
        action = actions.give_action(
            session, story.board_id, "Cost two halls", item_id=story.item, due_words="next meeting"
        )
    with story.board.writing("Update action") as session:
        actions.update_action(session, action.id, ActionStatus.DONE, on=date(2026, 11, 1))
    assert action.status is ActionStatus.OPEN
