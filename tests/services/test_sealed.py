"""Sealed minutes: every service that would change them says so in a sentence, and later life goes on."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState, runs_of
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    LinkKind,
    Method,
    Presence,
    ReasonCategory,
    Result,
    TextKind,
)
from boardroom.services import (
    actions,
    agenda,
    answers,
    attendance,
    comings,
    decisions,
    declarations,
    deputies,
    meetings,
    motions,
    planning,
    points,
    presiding,
    proposals,
    texts,
    votes,
)
from boardroom.services.comings import When
from boardroom.services.proposals import PutBy
from boardroom.services.votes import Ballot
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from tests.services.item import Item

SENTENCE = "The minutes of 28 January 2027 are sealed: what they say can't be changed any more; record a correction"


class Sealed(Item):
    """An item of sealed minutes, with one of everything under it, and a decision of the next meeting."""

    def __init__(self, board: BoardFile) -> None:
        super().__init__(board)
        self.point = self.do(points.add_point, self.id, "Weekends are wanted.").id
        self.proposal = self.do(
            proposals.put_proposal, self.board_id, "Weekends", [PutBy(name="Amina Yusuf")], item_id=self.id
        ).id
        self.answer = self.do(
            answers.answer_proposal,
            self.proposal,
            AnswerKind.ADOPTED,
            "It fits.",
            category=ReasonCategory.FITS_PLAN,
            item_id=self.id,
        ).id
        self.motion = self.do(motions.put_motion, self.id, "That two halls be costed.").id
        self.vote = self.do(votes.vote_on_motion, self.motion, Ballot()).id
        self.decision = self._decide(self.id)
        self.action = self.do(actions.give_action, self.board_id, "Cost two halls", item_id=self.id).id
        self.interest = self.do(declarations.declare, self.meeting_id, "Amina Yusuf", "May bid").id
        self.note = self._write(TextKind.NOTE)
        self.minute_text = self._write(TextKind.MINUTE)
        self.line = self.lines["Amina Yusuf"]
        self.do(planning.mark_held, self.meeting_id)
        self.do(planning.draft_minutes, self.meeting_id)
        next_meeting = self.do(meetings.plan_meeting, self.board_id, date(2027, 4, 1)).id
        self.later_item = self.do(agenda.add_item, next_meeting, "Minutes").id
        self.later = self._decide(self.later_item)
        self.do(meetings.confirm_minutes, self.meeting_id, self.later)
        self.do(
            meetings.seal_minutes, self.meeting_id, self.later, signed_by="Cllr Ashdown", signed_on=date(2027, 4, 1)
        )

    def _decide(self, item_id: UUID) -> UUID:
        return self.do(
            decisions.record_decision,
            self.board_id,
            "Agreed.",
            method=Method.CONSENSUS,
            result=Result.CARRIED,
            item_id=item_id,
        ).id

    def _write(self, kind: TextKind) -> UUID:
        (one,) = self.do(texts.write_text, self.meeting_id, self.id, kind, [ParagraphState(runs=runs_of("Weekends."))])
        return one


@pytest.fixture
def sealed(board: BoardFile) -> Sealed:
    return Sealed(board)


def _changes(sealed: Sealed) -> list[Callable[[Session], object]]:
    meeting_id, item_id = sealed.meeting_id, sealed.id
    said = ParagraphState(id=sealed.minute_text, runs=runs_of("Never."))
    return [
        partial(agenda.change_item, item_id=item_id, kind=ItemKind.DECISION),
        partial(agenda.take_item, item_id=item_id),
        partial(agenda.number_item, item_id=item_id, number="9"),
        partial(texts.write_text, meeting_id=meeting_id, item_id=item_id, text_kind=TextKind.MINUTE, paragraphs=[said]),
        partial(
            texts.write_paragraphs, meeting_id=meeting_id, item_id=item_id, text_kind=TextKind.MINUTE, changed=[said]
        ),
        partial(texts.take_over_many, note_ids=[sealed.note]),
        partial(attendance.set_presence, attendance_id=sealed.line, presence=Presence.ABSENT),
        partial(attendance.add_attendance, meeting_id=meeting_id, name="Tom Brackley"),
        partial(attendance.add_group, meeting_id=meeting_id, role="officers", headcount=3),
        partial(attendance.remove_attendance, attendance_id=sealed.line),
        partial(deputies.send_deputy, attendance_id=sealed.line, name="Tom Brackley"),
        partial(comings.leave, attendance_id=sealed.line, when=When(words="early")),
        partial(declarations.declare, meeting_id=meeting_id, by="Amina Yusuf", nature="May bid"),
        partial(declarations.change_declaration, declaration_id=sealed.interest, recused=True),
        partial(declarations.remove_declaration, declaration_id=sealed.interest),
        partial(presiding.let_preside, meeting_id=meeting_id, name="Amina Yusuf"),
        partial(points.add_point, item_id=item_id, text="More."),
        partial(points.change_point, point_id=sealed.point, text="Less."),
        partial(points.remove_point, point_id=sealed.point),
        partial(motions.put_motion, item_id=item_id, wording="That none be costed."),
        partial(motions.change_motion, motion_id=sealed.motion, wording="That one be costed."),
        partial(votes.vote_on_decision, decision_id=sealed.decision, ballot=Ballot()),
        partial(votes.remove_vote, vote_event_id=sealed.vote),
        partial(decisions.change_decision, decision_id=sealed.decision, wording="Refused."),
        partial(decisions.set_conditions, decision_id=sealed.decision, texts=["Not so fast."]),
        partial(decisions.record_dissent, decision_id=sealed.decision, name="Amina Yusuf", words="No."),
        partial(decisions.remove_decision, decision_id=sealed.decision),
        partial(actions.change_action, action_id=sealed.action, text="Cost none."),
        partial(actions.remove_action, action_id=sealed.action),
        partial(proposals.change_proposal, proposal_id=sealed.proposal, text="Weekdays"),
        partial(answers.change_answer, answer_id=sealed.answer, reason="Other."),
        partial(answers.remove_answer, answer_id=sealed.answer),
        partial(planning.change_meeting, meeting_id=meeting_id, venue="Elsewhere"),
    ]


def test_every_change_of_sealed_minutes_is_refused_in_the_same_sentence(sealed: Sealed) -> None:
    for change in _changes(sealed):
        with pytest.raises(Refusal) as refused, sealed.board.writing("Change") as session:
            change(session)
        assert str(refused.value).startswith(SENTENCE), change
    assert check(sealed.board.path) == []


def test_later_life_goes_on(sealed: Sealed) -> None:
    sealed.do(actions.update_action, sealed.action, ActionStatus.DONE, on=date(2027, 5, 1))
    sealed.do(answers.mark_told, sealed.answer, date(2027, 5, 1))
    sealed.do(
        answers.answer_proposal,
        sealed.proposal,
        AnswerKind.DECLINED,
        "Too dear after all.",
        category=ReasonCategory.COST,
        item_id=sealed.later_item,
    )
    sealed.do(decisions.link_decision, sealed.later, LinkKind.SUPERSEDES, of_decision_id=sealed.decision)
    sealed.do(texts.write_text, sealed.meeting_id, sealed.id, TextKind.NOTE, [])
    assert check(sealed.board.path) == []
