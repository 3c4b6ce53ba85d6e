"""Undo takes back one's own last step, and says why where it can't."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, TextKind
from boardroom.store import bulk
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.search import search
from boardroom.store.undo import redo, undo
from tests.make import MeetingMaker, a_meeting
from tests.store.units import rename, save, steps, title_of, word, words_of, write


@pytest.fixture
def item_id(meeting: MeetingMaker) -> UUID:
    return meeting.record.items[0].id


def everything(board: BoardFile) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of some tables, as stored."""
    with board.reading() as session:
        return {
            name: sorted(tuple(row) for row in session.execute(text(f"SELECT * FROM {name}")))  # noqa: S608
            for name in ("meeting", "agenda_item", "paragraph", "person", "meeting_day")
        }


def test_undo_and_redo_go_back_and_forth(board: BoardFile, item_id: UUID) -> None:
    states = [everything(board)]
    for title in ("a", "b", "c"):
        rename(board, item_id, title)
        states.append(everything(board))
    for state in reversed(states[:-1]):
        change = undo(board)
        assert change.label == "Rename an item"
        assert change.rows == {"agenda_item": frozenset({item_id})}
        assert everything(board) == state
    for state in states[1:]:
        redo(board)
        assert everything(board) == state
    undo(board)
    assert title_of(board, item_id) == "b"
    assert steps(board) == ["Add a meeting"] + ["Rename an item"] * 10
    assert check(board.path) == []


def test_undo_holds_after_a_restart(board: BoardFile, item_id: UUID) -> None:
    rename(board, item_id, "a")
    rename(board, item_id, "b")
    undo(board)
    board.close()
    with BoardFile.open(board.path, who="Ann") as again:
        undo(again)
        assert title_of(again, item_id) == "Home care"
        redo(again)
        redo(again)
        assert title_of(again, item_id) == "b"


def test_undoing_an_import_takes_every_row_away_and_redo_brings_it_back(board: BoardFile) -> None:
    maker = a_meeting(name="Second")
    maker.write(maker.item("1", "Speech therapy"), "Gofal cartref.")
    before = everything(board)
    save(board, maker)
    after = everything(board)
    undo(board)
    assert everything(board) == before
    with board.reading() as session:
        assert search(session, "therapy") == []
    redo(board)
    assert everything(board) == after
    with board.reading() as session:
        assert len(search(session, "therapy")) == 1
    assert check(board.path) == []


def test_a_deletion_is_undone(board: BoardFile, meeting: MeetingMaker) -> None:
    before = everything(board)
    paragraph_id = meeting.record.paragraphs[0].id
    write(board, lambda session: session.delete(session.get_one(Paragraph, paragraph_id)))
    assert everything(board)["paragraph"] == []
    undo(board)
    assert everything(board) == before


def test_undo_writes_back_only_the_fields_that_its_step_changed(board: BoardFile, item_id: UUID) -> None:
    rename(board, item_id, "Care")
    board.who = "Ben"
    with board.writing("Ask for a decision") as session:
        session.get_one(AgendaItem, item_id).kind = ItemKind.DECISION
    board.who = "Ann"
    undo(board)
    with board.reading() as session:
        item = session.get_one(AgendaItem, item_id)
        assert (item.title, item.kind) == ("Home care", ItemKind.DECISION)


def test_undo_refuses_when_a_field_has_changed_since(board: BoardFile, item_id: UUID) -> None:
    rename(board, item_id, "Care")
    board.who = "Ben"
    rename(board, item_id, "Care at home")
    board.who = "Ann"
    with pytest.raises(Refusal, match="“Rename an item” can't be undone: what it changed has been changed again since"):
        undo(board)
    assert title_of(board, item_id) == "Care at home"


def test_undo_refuses_when_something_later_depends_on_it(board: BoardFile, meeting: MeetingMaker) -> None:
    item = AgendaItem(meeting_id=meeting.meeting_id, title="Any other business")
    write(board, lambda session: session.add(item), "Add an item")
    board.who = "Ben"
    note = Paragraph(meeting_id=meeting.meeting_id, item_id=item.id, text_kind=TextKind.NOTE)
    write(board, lambda session: session.add(note), "Write a note")
    board.who = "Ann"
    with pytest.raises(Refusal, match="“Add an item” can't be undone: something written later depends on it"):
        undo(board)
    assert title_of(board, item.id) == "Any other business"
    assert check(board.path) == []
    rename(board, item.id, "AOB")
    assert title_of(board, item.id) == "AOB", "the refusal has left nothing in the way"


def test_nobody_undoes_what_somebody_else_did(board: BoardFile, item_id: UUID) -> None:
    board.who = "Ben"
    with pytest.raises(Refusal, match="nothing of yours"):
        undo(board)
    rename(board, item_id, "Ben's")
    board.who = "Ann"
    undo_of_ann = "Add a meeting"
    with pytest.raises(Refusal, match=undo_of_ann):
        undo(board)
    board.who = "Ben"
    undo(board)
    assert title_of(board, item_id) == "Home care"
    with pytest.raises(Refusal, match="nothing of yours"):
        undo(board)


def test_a_new_edit_clears_redo(board: BoardFile, item_id: UUID, meeting: MeetingMaker) -> None:
    rename(board, item_id, "a")
    undo(board)
    word(board, meeting.record.paragraphs[0].id, "Another thing")
    with pytest.raises(Refusal, match="followed by other work"):
        redo(board)
    undo(board)
    redo(board)
    assert words_of(board, meeting.record.paragraphs[0].id) == "Another thing"
    with pytest.raises(Refusal, match="followed by other work"):
        redo(board)
    assert title_of(board, item_id) == "Home care"


def test_a_barrier_stops_undo_and_is_named(board: BoardFile, item_id: UUID) -> None:
    rename(board, item_id, "a")
    with board.writing("Give notice of the meeting", barrier=True) as session:
        session.get_one(AgendaItem, item_id).standing = True
    for _ in range(2):
        with pytest.raises(Refusal, match="“Give notice of the meeting” stays as it is"):
            undo(board)
    rename(board, item_id, "b")
    undo(board)
    assert title_of(board, item_id) == "a"
    with pytest.raises(Refusal, match="Give notice"):
        undo(board)
    redo(board)
    assert title_of(board, item_id) == "b"


def test_somebody_elses_barrier_stops_undo_too(board: BoardFile, item_id: UUID) -> None:
    rename(board, item_id, "a")
    undo(board)
    rename(board, item_id, "b")
    board.who = "Ben"
    with board.writing("Give notice of the meeting", barrier=True):
        pass
    board.who = "Ann"
    for take_back in (undo, redo):
        with pytest.raises(Refusal, match="Give notice of the meeting"):
            take_back(board)
    assert title_of(board, item_id) == "b"


def test_there_is_nothing_to_undo_in_a_new_file(board: BoardFile) -> None:
    for take_back in (undo, redo):
        with pytest.raises(Refusal, match="There is nothing of yours"):
            take_back(board)


def test_what_was_removed_for_good_is_not_brought_back(board: BoardFile) -> None:
    one = Person(name="Siân")
    write(board, lambda session: session.add(one), "Add a person")
    write(board, lambda session: session.delete(session.get_one(Person, one.id)), "Forget a person")
    write(
        board,
        lambda session: session.step.connection.execute(  # type: ignore[attr-defined]
            "UPDATE step_row SET before = NULL, after = NULL, salt = NULL WHERE entity_id = ?", (str(one.id),)
        ),
    )
    with pytest.raises(Refusal, match="removed for good"):
        undo(board)
    assert check(board.path) == [], "the chain verifies without the images"


def test_a_step_of_many_thousand_rows_is_undone_and_done_again(board: BoardFile) -> None:
    def many(session: Session) -> None:
        bulk.insert(session, Person, [{"id": uuid4(), "name": f"Person {number}"} for number in range(6_000)])

    write(board, many)
    undo(board)
    with board.reading() as session:
        assert session.scalars(select(Person.id)).first() is None
    redo(board)
    with board.reading() as session:
        assert len(session.scalars(select(Person.id)).all()) == 6_000
    assert check(board.path) == []


def test_a_read_only_file_says_so_when_asked_to_undo(board: BoardFile, meeting: MeetingMaker) -> None:
    assert meeting.record.items
    with BoardFile.open(board.path, who="Ann") as second, pytest.raises(Refusal, match="open elsewhere"):
        undo(second)
