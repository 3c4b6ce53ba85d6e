from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState, Run, plain, runs_of
from boardroom.domain.words import ParagraphForm, TextKind
from boardroom.services import agenda, boards, meetings, texts
from boardroom.services.texts import Insertion
from boardroom.store.file import BoardFile
from boardroom.store.queries.item_page import text_of
from boardroom.store.queries.texts import states_in
from boardroom.store.undo import undo


def state(words: str) -> ParagraphState:
    return ParagraphState(runs=runs_of(words))


class Text:
    """The minute text of one item, written as an editor does it."""

    def __init__(self, board: BoardFile) -> None:
        self.board = board
        with board.writing("Set up the board") as session:
            ours = boards.create_board(session, "Arrowmere Partnership")
            self.meeting_id = meetings.plan_meeting(session, ours.id, date(2027, 1, 28)).id
            self.item_id = agenda.add_item(session, self.meeting_id, "Short breaks").id

    def write(self, paragraphs: Sequence[ParagraphState]) -> list[UUID]:
        with self.board.writing("Write") as session:
            return texts.write_text(session, self.meeting_id, self.item_id, TextKind.MINUTE, paragraphs)

    def change(
        self,
        *,
        changed: Sequence[ParagraphState] = (),
        added: Sequence[Insertion] = (),
        removed: Sequence[UUID] = (),
    ) -> list[UUID]:
        with self.board.writing("Write") as session:
            return texts.write_paragraphs(
                session,
                self.meeting_id,
                self.item_id,
                TextKind.MINUTE,
                changed=changed,
                added=added,
                removed=removed,
            )

    @property
    def states(self) -> tuple[ParagraphState, ...]:
        with self.board.reading() as session:
            return text_of(session, self.meeting_id, self.item_id, TextKind.MINUTE)

    @property
    def words(self) -> list[str]:
        return [plain(one.runs) for one in self.states]

    @property
    def rows_touched(self) -> int:
        return sum(map(len, self.board.last_change.rows.values()))


@pytest.fixture
def text(board: BoardFile) -> Text:
    return Text(board)


def test_a_text_is_written_as_it_stands_and_ids_come_back_in_order(text: Text) -> None:
    ids = text.write([state("One"), state("Two")])
    assert [one.id for one in text.states] == ids
    assert text.words == ["One", "Two"]
    again = text.write(text.states)
    assert (again, text.rows_touched) == (ids, 0)


def test_only_the_paragraph_that_differs_is_written(text: Text) -> None:
    text.write([state(str(number)) for number in range(40)])
    states = list(text.states)
    states[7] = replace(states[7], runs=(Run("Seven", bold=True),), form=ParagraphForm.BULLET, level=1, restricted=True)
    text.write(states)
    assert text.rows_touched == 1
    assert text.states == tuple(states)


def test_a_paragraph_put_in_the_middle_writes_no_other(text: Text) -> None:
    text.write([state(str(number)) for number in range(40)])
    states = list(text.states)
    text.write([*states[:20], state("between"), *states[20:]])
    assert text.rows_touched == 1
    assert text.words[19:22] == ["19", "between", "20"]


def test_what_stays_keeps_its_id_through_a_split_a_merge_and_another_order(text: Text) -> None:
    first, second, third = text.write([state("One and two"), state("Three"), state("Four")])
    # An editor that splits a paragraph may leave its id on both halves.
    halves = [ParagraphState(id=first, runs=runs_of("One and")), ParagraphState(id=first, runs=runs_of("two"))]
    split = text.write([*halves, *text.states[1:]])
    assert (split[0], split[2:]) == (first, [second, third])
    assert len(set(split)) == 4
    moved = [text.states[3], text.states[0], text.states[2]]
    assert text.write(moved) == [third, first, second]
    assert text.words == ["Four", "One and", "Three"]


def test_what_the_editor_holds_is_kept_though_its_row_is_gone(text: Text) -> None:
    (first,) = text.write([state("One")])
    typed = [*text.states, state("Two")]
    text.write(typed)
    typed = list(text.states)
    undo(text.board)
    assert text.words == ["One"]
    ids = text.write(typed)
    assert text.words == ["One", "Two"]
    assert ids[0] == first


def test_changes_alone_are_written_at_their_own_price(text: Text) -> None:
    ids = text.write([state(str(number)) for number in range(40)])
    text.change(changed=[ParagraphState(id=ids[3], runs=runs_of("three"))])
    assert text.rows_touched == 1
    new = text.change(
        added=[
            Insertion(after=None, paragraphs=[state("first of all")]),
            Insertion(after=ids[5], paragraphs=[state("a"), state("b")]),
        ],
        removed=[ids[6], ids[7]],
    )
    assert text.rows_touched == 5
    assert text.words[:10] == ["first of all", "0", "1", "2", "three", "4", "5", "a", "b", "8"]
    assert [one.id for one in text.states if plain(one.runs) in {"first of all", "a", "b"}] == new


def test_a_text_without_gaps_makes_room_once(text: Text) -> None:
    with text.board.writing("Import") as session:
        for place in range(30):
            texts.add_paragraph(session, text.meeting_id, text.item_id, TextKind.MINUTE, runs_of(str(place)))
            session.flush()
    with text.board.writing("Close up") as session:
        for place, one in enumerate(states_in(session, text.meeting_id, text.item_id, TextKind.MINUTE)):
            session.get_one(Paragraph, one.id).position = place
    ids = [one.id for one in text.states]
    text.change(added=[Insertion(after=ids[14], paragraphs=[state("new")])])
    assert text.rows_touched == 16
    text.change(added=[Insertion(after=ids[20], paragraphs=[state("newer")])])
    assert text.rows_touched == 1
    assert text.words[14:17] == ["14", "new", "15"]


def test_a_paragraph_of_another_text_is_refused(text: Text) -> None:
    (here,) = text.write([state("Here")])
    with text.board.writing("Add item") as session:
        other = agenda.add_item(session, text.meeting_id, "Another").id
    with pytest.raises(Refusal, match="another text"), text.board.writing("Write") as session:
        texts.write_paragraphs(session, text.meeting_id, other, TextKind.MINUTE, removed=[here])
    with pytest.raises(Refusal, match="another text"), text.board.writing("Write") as session:
        texts.write_paragraphs(
            session, text.meeting_id, other, TextKind.MINUTE, added=[Insertion(after=here, paragraphs=[state("x")])]
        )
    gone = AgendaItem(meeting_id=text.meeting_id, title="never added").id
    with pytest.raises(Refusal, match="any more"), text.board.writing("Write") as session:
        texts.write_text(session, text.meeting_id, gone, TextKind.MINUTE, [state("x")])


def test_minutes_print_no_sign_of_quick_entry(text: Text) -> None:
    with text.board.writing("Write") as session:
        notes = texts.write_text(
            session,
            text.meeting_id,
            text.item_id,
            TextKind.NOTE,
            [
                ParagraphState(runs=(Run("? "), Run("@Youth Voice", bold=True), Run(": play days"))),
                state("= agreed that @Priya asks a@b.example"),
            ],
        )
    with text.board.writing("Take over") as session:
        texts.take_over_many(session, notes)
    assert [one.runs for one in text.states] == [
        (Run("Youth Voice", bold=True), Run(": play days")),
        (Run("Agreed that Priya asks a@b.example"),),
    ]


def test_several_notes_are_taken_over_in_their_order(text: Text) -> None:
    with text.board.writing("Write") as session:
        notes = texts.write_text(
            session,
            text.meeting_id,
            text.item_id,
            TextKind.NOTE,
            [replace(state("One"), restricted=True), replace(state("Two"), form=ParagraphForm.BULLET, level=2)],
        )
    with text.board.writing("Take over") as session:
        taken = texts.take_over_many(session, notes)
    assert [one.taken_from_id for one in taken] == notes
    assert [(one.restricted, one.form, one.level) for one in text.states] == [
        (True, ParagraphForm.BODY, 0),
        (False, ParagraphForm.BULLET, 2),
    ]
