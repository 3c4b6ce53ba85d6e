"""Every write is noted: by whom, when, and what was changed, field by field."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.decisions import Decision
from boardroom.domain.people import Person
from boardroom.domain.text import Run, plain, runs_of
from boardroom.domain.words import ItemKind, ParagraphForm, TextKind
from boardroom.store import bulk
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.history import Entry, history_of
from boardroom.store.images import shapes
from boardroom.store.journal import Kind
from boardroom.store.undo import undo
from tests.make import MeetingMaker
from tests.store.units import rename, steps, word, words_of, write


def told(board: BoardFile, entity_id: UUID) -> list[Entry]:
    with board.reading() as session:
        return history_of(session, entity_id)


def test_the_history_of_an_item_tells_who_changed_what(board: BoardFile, meeting: MeetingMaker) -> None:
    item_id = meeting.record.items[0].id
    board.who = "Ben"
    with board.writing("Ask for a decision") as session:
        item = session.get_one(AgendaItem, item_id)
        item.kind, item.title = ItemKind.DECISION, "Care at home"
    with board.writing("Delete the paragraph") as session:
        session.delete(session.get_one(Paragraph, meeting.record.paragraphs[0].id))
    added, changed = told(board, item_id)
    assert (added.done, added.who, added.label) == ("added", "Ann", "Add a meeting")
    assert (changed.done, changed.who, changed.label, changed.kind) == (
        "changed",
        "Ben",
        "Ask for a decision",
        Kind.EDIT,
    )
    assert [(one.field, one.before, one.after) for one in changed.fields] == [
        ("kind", None, ItemKind.DECISION),
        ("title", "Home care", "Care at home"),
    ]
    assert abs(datetime.now(UTC) - changed.at).total_seconds() < 60
    deleted = told(board, meeting.record.paragraphs[0].id)[-1]
    assert deleted.done == "deleted"
    assert ("runs", runs_of("The plan was agreed."), None) in [
        (one.field, one.before, one.after) for one in deleted.fields
    ]


def test_steps_are_ordered_by_sequence_and_never_by_the_clock(board: BoardFile, meeting: MeetingMaker) -> None:
    item_id = meeting.record.items[0].id
    for title in ("b", "a", "c"):
        rename(board, item_id, title)
    with board.reading() as session:
        rows = session.execute(text("SELECT seq, number FROM step ORDER BY seq")).all()
    assert [tuple(row) for row in rows] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert [entry.fields[0].after for entry in told(board, item_id)[1:]] == ["b", "a", "c"]


def test_what_an_entity_holds_comes_back_as_it_was_noted(board: BoardFile, meeting: MeetingMaker) -> None:
    paragraph = meeting.record.paragraphs[0]
    fields = {one.field: one.after for one in told(board, paragraph.id)[0].fields}
    assert fields["meeting_id"] == meeting.meeting_id
    assert fields["text_kind"] is TextKind.MINUTE
    assert fields["form"] is ParagraphForm.BODY
    assert fields["runs"] == (Run("The plan was agreed."),)


def test_rows_written_at_once_are_noted_like_any(board: BoardFile, meeting: MeetingMaker) -> None:
    ids = [uuid4() for _ in range(7000)]
    item_id = meeting.record.items[0].id

    def many(session: Session) -> None:
        rows = [
            {"id": one, "meeting_id": meeting.meeting_id, "item_id": item_id, "text_kind": TextKind.NOTE} for one in ids
        ]
        bulk.insert(session, Paragraph, rows)

    change = write(board, many)
    assert change.rows == {"paragraph": frozenset(ids)}
    with board.reading() as session:
        one = session.get_one(Paragraph, ids[-1])
        assert (one.form, one.level, one.runs, one.restricted, one.language) == (
            ParagraphForm.BODY,
            0,
            (),
            False,
            "",
        )
    assert told(board, ids[0])[0].done == "added"
    assert check(board.path) == []
    undo(board)
    with board.reading() as session:
        assert session.get(Paragraph, ids[0]) is None
    assert check(board.path) == []


def test_rows_written_at_once_equal_rows_written_one_by_one(board: BoardFile, meeting: MeetingMaker) -> None:
    """What bulk takes as defaults is what the entity has."""
    needed: list[tuple[type[Person | Decision | AgendaItem], dict[str, Any]]] = [
        (Person, {"name": "x"}),
        (Decision, {"wording": "x", "board_id": meeting.board.id}),
        (AgendaItem, {"title": "x", "meeting_id": meeting.meeting_id}),
    ]
    for entity, values in needed:
        single, many = entity(**values), uuid4()
        with board.writing("Add two") as session:
            session.add(single)
            bulk.insert(session, entity, [{"id": many, **values}])
        with board.reading() as session:
            first, second = session.get_one(entity, single.id), session.get_one(entity, many)
            for name in shapes()[entity.__tablename__].columns:
                assert name == "id" or getattr(first, name) == getattr(second, name)


def test_a_field_that_does_not_exist_is_a_bug(board: BoardFile) -> None:
    with pytest.raises(KeyError), board.writing("Add") as session:
        bulk.insert(session, Person, [{"nmae": "x"}])


def test_rows_written_at_once_may_be_changed_in_the_same_step(board: BoardFile) -> None:
    one = uuid4()

    def add_and_change(session: Session) -> None:
        bulk.insert(session, Person, [{"id": one, "name": "Cai"}])
        session.get_one(Person, one).name = "Cai Rhys"
        session.flush()
        session.get_one(Person, one).name = "Cai Rees"

    write(board, add_and_change)
    assert [entry.done for entry in told(board, one)] == ["added", "changed", "changed"]
    assert check(board.path) == []
    undo(board)
    with board.reading() as session:
        assert session.get(Person, one) is None
    assert check(board.path) == []


class Clock:
    """A clock that stands until it is put on."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(board: BoardFile) -> Clock:
    board.clock = Clock()
    return board.clock


def test_typing_into_one_paragraph_is_one_step(board: BoardFile, meeting: MeetingMaker, clock: Clock) -> None:
    paragraph_id = meeting.record.paragraphs[0].id
    first = word(board, paragraph_id, "T", merge="paragraph")
    for words in ("Th", "The", "The boa", "The board"):
        clock.now += 1
        change = word(board, paragraph_id, words, merge="paragraph")
        assert change.seq == first.seq
        assert change.touches("paragraph")
        assert check(board.path) == []
    assert steps(board) == ["Add a meeting", "Edit a paragraph"]
    entry = told(board, paragraph_id)[-1]
    assert [(plain(one.before), plain(one.after)) for one in entry.fields] == [  # type: ignore[arg-type]
        ("The plan was agreed.", "The board")
    ]
    undo(board)
    assert words_of(board, paragraph_id) == "The plan was agreed."
    assert check(board.path) == []


def test_a_pause_begins_a_new_step(board: BoardFile, meeting: MeetingMaker, clock: Clock) -> None:
    paragraph_id = meeting.record.paragraphs[0].id
    word(board, paragraph_id, "T", merge="p")
    clock.now += 1.4
    word(board, paragraph_id, "Th", merge="p")
    clock.now += 1.5
    word(board, paragraph_id, "The", merge="p")
    assert len(steps(board)) == 3
    undo(board)
    assert words_of(board, paragraph_id) == "Th"


def test_long_typing_begins_a_new_step_after_ten_seconds(board: BoardFile, meeting: MeetingMaker, clock: Clock) -> None:
    for number in range(12):
        word(board, meeting.record.paragraphs[0].id, "x" * (number + 1), merge="p")
        clock.now += 1
    assert len(steps(board)) == 3


@pytest.mark.parametrize("between", ["other key", "no key", "other step", "other person", "barrier", "restart", "undo"])
def test_typing_does_not_join_across(board: BoardFile, meeting: MeetingMaker, clock: Clock, between: str) -> None:
    item, paragraph = meeting.record.items[0], meeting.record.paragraphs[0]
    word(board, paragraph.id, "T", merge="p")
    before = len(steps(board))
    match between:
        case "other step":
            rename(board, item.id, "Care")
        case "other person":
            board.who = "Ben"
        case "barrier":
            with board.writing("Give notice", barrier=True):
                pass
        case "restart":
            board.close()
            board = BoardFile.open(board.path, who="Ann")
            board.clock = clock
        case "undo":
            undo(board)
    keys = {"other key": "q", "no key": None}
    word(board, paragraph.id, "Th", merge=keys.get(between, "p"))
    assert len(steps(board)) >= before + 1
    assert steps(board)[-1] == "Edit a paragraph"
    with board.reading() as session:
        assert session.execute(text("SELECT count(*) FROM step_row WHERE step = (SELECT max(seq) FROM step)")).scalar()
    board.close()
    assert check(board.path) == []


def test_typing_that_adds_or_deletes_a_paragraph_is_a_step_of_its_own(
    board: BoardFile, meeting: MeetingMaker, clock: Clock
) -> None:
    paragraph = meeting.record.paragraphs[0]
    word(board, paragraph.id, "T", merge="p")
    with board.writing("Edit a paragraph", merge="p") as session:
        session.delete(session.get_one(Paragraph, paragraph.id))
    assert len(steps(board)) == 3
    assert clock.now == 100.0
    undo(board)
    assert words_of(board, paragraph.id) == "T"


def test_a_barrier_is_a_step_even_if_it_touches_nothing(board: BoardFile, meeting: MeetingMaker) -> None:
    with board.writing("Give notice of the meeting", barrier=True):
        pass
    assert board.last_change.seq == 2
    assert steps(board)[-1] == "Give notice of the meeting"
    assert meeting.record.items
    assert check(board.path) == []


def test_images_are_canonical_and_small(board: BoardFile, meeting: MeetingMaker) -> None:
    rename(board, meeting.record.items[0].id, "Gofal cartref: tŷ")
    with board.reading() as session:
        before, after = session.execute(text("SELECT before, after FROM step_row WHERE step = 2")).one()
    assert before == '{"title":"Home care"}'
    assert '"title":"Gofal cartref: tŷ"' in after
    assert json.dumps(json.loads(after), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == after
