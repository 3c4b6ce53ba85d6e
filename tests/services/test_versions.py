"""Bringing a paragraph of minute text back to what it said."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState, plain, runs_of
from boardroom.domain.words import TextKind
from boardroom.services import agenda, boards, meetings, texts
from boardroom.services.versions import restore_paragraph
from boardroom.store.file import BoardFile
from boardroom.store.queries.item_page import text_of


class Text:
    """The minute text of one item."""

    def __init__(self, board: BoardFile, *words: str) -> None:
        self.board = board
        with board.writing("Set up the board") as session:
            ours = boards.create_board(session, "Arrowmere Partnership")
            self.meeting_id = meetings.plan_meeting(session, ours.id, date(2027, 1, 28)).id
            self.item_id = agenda.add_item(session, self.meeting_id, "Short breaks").id
        self.write([ParagraphState(runs=runs_of(one)) for one in words])
        self.before = self.states

    def write(self, states: Sequence[ParagraphState]) -> None:
        with self.board.writing("Write") as session:
            texts.write_text(session, self.meeting_id, self.item_id, TextKind.MINUTE, states)

    def restore(self, number: int) -> UUID:
        said = self.before[number]
        assert said.id is not None
        follows = [one.id for one in self.before[:number][::-1] if one.id is not None]
        with self.board.writing("Bring back") as session:
            return restore_paragraph(session, self.meeting_id, self.item_id, said.id, said, follows=follows)

    @property
    def states(self) -> tuple[ParagraphState, ...]:
        with self.board.reading() as session:
            return text_of(session, self.meeting_id, self.item_id, TextKind.MINUTE)

    @property
    def words(self) -> list[str]:
        return [plain(one.runs) for one in self.states]


def test_a_changed_paragraph_says_again_what_it_said(board: BoardFile) -> None:
    text = Text(board, "One.", "Two.")
    text.write([ParagraphState(id=text.before[0].id, runs=runs_of("Other.")), text.before[1]])
    assert text.restore(0) == text.before[0].id
    assert text.words == ["One.", "Two."]


def test_one_that_was_taken_out_comes_back_behind_the_nearest_that_stands(board: BoardFile) -> None:
    text = Text(board, "One.", "Two.", "Three.", "Four.")
    text.write([text.before[0], text.before[3]])
    assert text.restore(2) != text.before[2].id
    assert text.words == ["One.", "Three.", "Four."]


def test_one_that_came_in_is_taken_out_again_and_only_once(board: BoardFile) -> None:
    text = Text(board, "One.")
    text.write([*text.before, ParagraphState(runs=runs_of("New."))])
    new = text.states[1].id
    assert new is not None
    with board.writing("Take out") as session:
        restore_paragraph(session, text.meeting_id, text.item_id, new, None)
    assert text.words == ["One."]
    with pytest.raises(Refusal, match="taken out already"), board.writing("Take out") as session:
        restore_paragraph(session, text.meeting_id, text.item_id, new, None)
