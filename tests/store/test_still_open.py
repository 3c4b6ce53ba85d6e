"""What of a meeting is still open before it is closed, and when each thing is open no longer."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from boardroom.domain.entry import Entry, EntryKind
from boardroom.domain.text import ParagraphState, Run
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    Method,
    ReasonCategory,
    Result,
    TextKind,
    VoteOption,
)
from boardroom.services import (
    actions,
    agenda,
    answers,
    decisions,
    motions,
    proposals,
    quick_entry,
    running,
    settling,
    votes,
)
from boardroom.services.actions import Owner
from boardroom.services.proposals import PutBy
from boardroom.services.texts import write_text
from boardroom.store.file import BoardFile
from boardroom.store.queries.still_open import Lacking, StillOpen, still_open
from tests.services.item import Item

TWO = datetime(2027, 1, 28, 14, 0, tzinfo=UTC)
CURRENT = ("agenda_item", "Short breaks", Lacking.END_OF_ITEM)
BY = [PutBy(name="Amina Yusuf")]


class Open(Item):
    """A meeting in session, and what is open of it."""

    def __init__(self, board: BoardFile) -> None:
        super().__init__(board)
        self.do(running.start_meeting, self.meeting_id, TWO)

    @property
    def all(self) -> tuple[StillOpen, ...]:
        with self.board.reading() as session:
            return still_open(session, self.meeting_id)

    @property
    def said(self) -> list[tuple[str, str, Lacking]]:
        return [(one.entity, one.words, one.lacking) for one in self.all]

    @property
    def said_beside(self) -> list[tuple[str, str, Lacking]]:
        """What is open beside the item that is being taken."""
        return [one for one in self.said if one != CURRENT]

    def write(self, kind: TextKind, *lines: str) -> list[UUID]:
        """Write lines under the item; returns their ids."""
        states = [ParagraphState(runs=(Run(line),)) for line in lines]
        return self.do(write_text, self.meeting_id, self.id, kind, states)


@pytest.fixture
def item(tmp_path: Path) -> Iterator[Open]:
    with BoardFile.create(tmp_path / "Ours.boardroom", who="Secretary") as board:
        yield Open(board)


def test_the_item_that_is_being_taken_is_open_and_others_are_until_they_are_dealt_with(item: Open) -> None:
    assert item.all[0].lacking is Lacking.END_OF_ITEM
    assert (item.all[0].id, item.all[0].item_id, item.said_beside) == (item.id, item.id, [])
    second, third, heading = item.another("The plan"), item.another("Fees"), item.another("Reports")
    item.do(agenda.change_item, heading, kind=ItemKind.HEADING)
    assert item.said == [
        ("agenda_item", "The plan", Lacking.TAKEN), ("agenda_item", "Fees", Lacking.TAKEN), CURRENT,
    ]  # fmt: skip
    assert [(one.number, one.item_id) for one in item.all] == [("2", second), ("3", third), ("1", item.id)]
    item.do(running.defer_to, second, "the next meeting", TWO)
    item.do(running.withdraw, third, TWO)
    item.do(running.take_next, item.meeting_id, TWO)
    assert item.said == []


def test_an_item_that_was_taken_is_open_while_its_notes_are_all_there_is(item: Open) -> None:
    item.write(TextKind.NOTE, "The families spoke")
    assert item.said == [CURRENT], "as long as it is taken nothing more is said of it"
    item.do(running.take_next, item.meeting_id, TWO)
    assert item.said == [("agenda_item", "Short breaks", Lacking.MINUTE)]
    item.write(TextKind.MINUTE, "The board heard the families.")
    assert item.said == []


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("? A hall in the north", Lacking.PROPOSAL),
        ("= The plan is agreed", Lacking.DECISION),
        ("! Write to the council", Lacking.ACTION),
        ("!important", None),
        ("What now?", None),
    ],
)
def test_a_line_of_the_notes_is_open_until_what_its_mark_asks_is_recorded(
    item: Open, line: str, lacking: Lacking | None
) -> None:
    stored = item.write(TextKind.NOTE, line)[0]
    assert item.said_beside == ([] if lacking is None else [("paragraph", line, lacking)])
    if lacking is Lacking.DECISION:
        assert (item.all[1].id, item.all[1].item_id, item.all[1].number) == (stored, item.id, "1")
        entry = Entry(kind=EntryKind.DECISION, text="The plan is agreed")
        item.do(quick_entry.record_entry, item.meeting_id, item.id, entry, stored)
        assert item.said_beside == []


def test_a_proposal_is_open_until_it_is_answered(item: Open) -> None:
    one = item.do(proposals.put_proposal, item.board_id, "More halls", BY, item_id=item.id).id
    assert item.said_beside == [("proposal", "More halls", Lacking.ANSWER)]
    item.do(answers.answer_proposal, one, AnswerKind.ADOPTED, "Good.", category=ReasonCategory.OTHER, item_id=item.id)
    assert item.said_beside == []


def test_a_motion_that_a_vote_carried_is_open_until_its_decision_is_recorded(item: Open) -> None:
    motion = item.do(motions.put_motion, item.id, "One").id
    amendment = item.do(motions.amend_motion, motion, "One and a half").id
    for one in (amendment, motion):
        item.do(votes.vote_on_motion, one, votes.Ballot(counts={VoteOption.YES: 2, VoteOption.NO: 1}))
    assert item.said_beside == [("motion", "One", Lacking.DECIDED)]
    item.do(settling.decide_as_voted, motion, TWO)
    assert item.said_beside == []


def test_a_motion_is_open_until_it_is_settled_or_decided(item: Open) -> None:
    first, second, third = (item.do(motions.put_motion, item.id, words).id for words in ("One", "Two", "Three"))
    item.do(motions.change_motion, first, result=Result.WITHDRAWN)
    assert item.said_beside == [("motion", "Two", Lacking.END), ("motion", "Three", Lacking.END)]
    item.do(settling.agree_motion, second, TWO)
    parts = {"method": Method.VOTE, "result": Result.CARRIED, "item_id": item.id, "motion_id": third}
    item.do(decisions.record_decision, item.board_id, "Three", **parts)
    assert item.said_beside == []


def test_a_decision_is_open_without_a_result_or_a_quorum(item: Open) -> None:
    record = {"method": Method.CONSENSUS, "item_id": item.id}
    unsaid = item.do(decisions.record_decision, item.board_id, "One", result=Result.NOT_STATED, **record).id
    waits = item.do(
        decisions.record_decision, item.board_id, "Two", result=Result.CARRIED, provisional=True, **record
    ).id
    assert item.said_beside == [("decision", "One", Lacking.RESULT), ("decision", "Two", Lacking.QUORUM)]
    item.do(decisions.change_decision, unsaid, result=Result.CARRIED)
    item.do(settling.ratify, item.id, waits, TWO)
    assert item.said_beside == []


@pytest.mark.parametrize(
    ("parts", "lacking"),
    [
        ({}, Lacking.OWNER_AND_DATE),
        ({"owners": [Owner(name="Amina Yusuf")]}, Lacking.DATE),
        ({"due_on": date(2027, 2, 12)}, Lacking.OWNER),
        ({"due_words": "next meeting"}, Lacking.OWNER),
    ],
)
def test_an_action_is_open_without_an_owner_or_a_date(item: Open, parts: dict[str, object], lacking: Lacking) -> None:
    one = item.do(actions.give_action, item.board_id, "Write", item_id=item.id, **parts).id
    assert item.said_beside == [("action", "Write", lacking)]
    item.do(actions.change_action, one, owners=[Owner(name="the clerk")], due_on=date(2027, 2, 12))
    assert item.said_beside == []


def test_an_action_that_is_done_lacks_nothing(item: Open) -> None:
    one = item.do(actions.give_action, item.board_id, "Write", item_id=item.id).id
    item.do(actions.update_action, one, ActionStatus.DONE, on=TWO.date())
    assert item.said_beside == []


def test_things_stand_by_kind_and_in_the_order_of_the_agenda(item: Open) -> None:
    later = item.another("The plan")
    for place, words in ((later, "Later"), (item.id, "Earlier")):
        item.do(proposals.put_proposal, item.board_id, words, BY, item_id=place)
        item.do(motions.put_motion, place, words)
    assert [(one.entity, one.number) for one in item.all if one.lacking is not Lacking.END_OF_ITEM] == [
        ("agenda_item", "2"), ("proposal", "1"), ("proposal", "2"), ("motion", "1"), ("motion", "2"),
    ]  # fmt: skip
