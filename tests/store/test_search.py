import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Enum, Text
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionUpdate
from boardroom.domain.agenda import AgendaItem, Paragraph, Point
from boardroom.domain.attendance import Declaration, DeclarationItem
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision, DecisionCondition
from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Person
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.text import Run, runs_of
from boardroom.domain.votes import Motion
from boardroom.domain.words import ActionStatus, AnswerKind, MeetingStatus, TextKind
from boardroom.store import search as searching
from boardroom.store.connect import connect_to_read, connect_to_write, transaction
from boardroom.store.file import BoardFile
from boardroom.store.images import Image, RowChange, shapes
from boardroom.store.search import UNDATED, Hit, rebuild, search, update, verify
from boardroom.store.search_index import day_of
from boardroom.store.searchable import NOT_WORDS, SEARCHABLE
from boardroom.store.snippet import Marker, folded

if TYPE_CHECKING:
    from uuid import UUID


@pytest.fixture
def board(tmp_path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path / "Arrowmere.boardroom", who="Secretary") as opened:
        yield opened


class Minutes:
    """A meeting that is written piece by piece."""

    def __init__(self, board: BoardFile, *, held_on: date | None = date(2026, 3, 1), home: Board | None = None) -> None:
        self.board = board
        self.home = home or Board(name="Arrowmere")
        self.meeting = Meeting()
        rows: list[Base] = [self.meeting, MeetingBoard(meeting_id=self.meeting.id, board_id=self.home.id)]
        if home is None:
            rows.append(self.home)
        if held_on:
            rows.append(MeetingDay(meeting_id=self.meeting.id, held_on=held_on))
        self.write(*rows)

    def write(self, *rows: Base) -> None:
        with self.board.writing("Write") as session:
            session.add_all(rows)

    def item(self, title: str = "Item", *, parent: AgendaItem | None = None, restricted: bool = False) -> AgendaItem:
        item = AgendaItem(
            meeting_id=self.meeting.id, title=title, restricted=restricted, parent_id=parent.id if parent else None
        )
        self.write(item)
        return item

    def paragraph(self, text: str, item: AgendaItem | None = None, *, note: bool = False) -> Paragraph:
        paragraph = Paragraph(
            meeting_id=self.meeting.id,
            item_id=item.id if item else None,
            text_kind=TextKind.NOTE if note else TextKind.MINUTE,
            runs=runs_of(text),
        )
        self.write(paragraph)
        return paragraph


@pytest.fixture
def minutes(board: BoardFile) -> Minutes:
    return Minutes(board)


def found(board: BoardFile, words: str, **narrowed: object) -> list[Hit]:
    with board.reading() as session:
        return search(session, words, **narrowed)  # type: ignore[arg-type]


def texts(hits: Sequence[Hit]) -> list[str]:
    return ["".join(run.text for run in hit.snippet) for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [run.text for run in hit.snippet if run.bold]


def faults(board: BoardFile) -> list[str]:
    with closing(connect_to_write(board.path)) as connection:
        return verify(connection)


def test_every_text_is_searched_or_said_to_be_no_words() -> None:
    for entity in ENTITIES:
        name = entity.__tablename__
        columns = {
            column.name
            for column in entity.__table__.columns
            if isinstance(column.type, Text) and not isinstance(column.type, Enum)
        }
        searched = set(SEARCHABLE[name].words) if name in SEARCHABLE else set()
        left_out = {column for column in columns if column in NOT_WORDS or f"{name}.{column}" in NOT_WORDS}
        assert columns - left_out <= searched, f"{name}: {columns - left_out - searched} can't be searched"
        every = {column.name for column in entity.__table__.columns}
        assert searched <= every
        assert {column for column, _ in SEARCHABLE[name].under} <= every if name in SEARCHABLE else True


def test_every_pointer_to_something_restricted_is_followed() -> None:
    # What stands under an item in the file stands under it in search too.
    followed = {"agenda_item", "decision", "proposal", "action", "motion", "vote_event", "minutes_confirmation"}
    exempt = {
        # The same item is reached by another way, or the link says nothing of what the row holds.
        ("stay", "arrived_item_id"),
        ("stay", "left_item_id"),
        ("attendance_item", "item_id"),
        ("declaration_item", "item_id"),
        ("taking", "item_id"),
        ("heard", "item_id"),
        ("point", "proposal_id"),
        ("proposal", "earlier_id"),
        ("proposal_outcome", "proposal_id"),
        ("proposal_item", "proposal_id"),
        ("proposal_item", "item_id"),
        ("motion", "amends_id"),
        ("seal", "decision_id"),
        ("decision_link", "of_decision_id"),
        ("action_owner", "action_id"),
        ("sector_tally", "vote_event_id"),
    }
    for entity in ENTITIES:
        name = entity.__tablename__
        pointing = {
            (name, key.parent.name) for key in entity.__table__.foreign_keys if key.column.table.name in followed
        }
        under = {(name, column) for column, _ in SEARCHABLE[name].under} if name in SEARCHABLE else set()
        assert pointing - under <= exempt


def test_words_are_found_as_soon_as_they_are_written(minutes: Minutes) -> None:
    paragraph = minutes.paragraph("The board heard of respite care.")
    (hit,) = found(minutes.board, "respite care")
    assert hit.entity == "paragraph"
    assert hit.entity_id == paragraph.id
    assert hit.meeting_id == minutes.meeting.id
    assert hit.date == date(2026, 3, 1)
    assert texts([hit]) == ["The board heard of respite care."]
    assert marked(hit) == ["respite", "care"]


def test_words_that_were_changed_or_deleted_are_no_longer_found(minutes: Minutes) -> None:
    paragraph = minutes.paragraph("respite")
    with minutes.board.writing("Edit") as session:
        session.get_one(Paragraph, paragraph.id).runs = runs_of("daycare")
    assert not found(minutes.board, "respite")
    assert found(minutes.board, "daycare")
    with minutes.board.writing("Delete") as session:
        session.delete(session.get_one(Paragraph, paragraph.id))
    assert not found(minutes.board, "daycare")
    assert faults(minutes.board) == []


def test_a_paragraph_that_was_empty_is_found_once_it_has_words(minutes: Minutes) -> None:
    paragraph = minutes.paragraph("")
    with minutes.board.writing("Edit") as session:
        session.get_one(Paragraph, paragraph.id).runs = (Run("res"), Run("pite", bold=True))
    assert found(minutes.board, "respite"), "bold type cut the word"
    with minutes.board.writing("Edit") as session:
        session.get_one(Paragraph, paragraph.id).runs = ()
    assert not found(minutes.board, "respite")
    assert faults(minutes.board) == []


def test_what_is_rolled_back_is_not_found(minutes: Minutes) -> None:
    def fail() -> None:
        with minutes.board.writing("Fail") as session:
            session.add(Person(name="Angharad"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not found(minutes.board, "Angharad")
    assert faults(minutes.board) == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("resp", "respite"),
        ("RESPITE", "respite"),
        ("llyn", "Pen Llŷn"),
        ("Llŷn", "pen llyn"),
        ("3.10", "item 3.10 was taken"),
        ("multi-agency", "a multi agency team"),
        ("o'brien", "Councillor O’Brien"),
        ("care respite", "respite, then care"),
        ("  respite  ", "respite"),
        ("x", "x y"),
    ],
)
def test_words_are_found_whatever_their_accents_and_signs(minutes: Minutes, words: str, text: str) -> None:
    minutes.paragraph(text)
    (hit,) = found(minutes.board, words)
    assert marked(hit)


@pytest.mark.parametrize("words", ["310", "10.3", "agencies", "respite daycare", "ite", "", " ", "-", "«»", "\0", "r"])
def test_what_was_not_written_is_not_found(minutes: Minutes, words: str) -> None:
    minutes.paragraph("respite 3.10 multi-agency")
    assert not found(minutes.board, words)


@pytest.mark.parametrize(
    "words",
    [
        'respite"',
        '"respite',
        "'respite",
        "respite*",
        "(respite",
        "^respite",
        "respite:",
        "{text} : respite",
        "-respite",
        "respite\0 care",
        "\ud800respite",
    ],
)
def test_signs_of_a_query_are_only_signs(minutes: Minutes, words: str) -> None:
    minutes.paragraph("text: respite care")
    assert found(minutes.board, words)


@pytest.mark.parametrize("words", ["respite NOT care", "respite OR daycare", "NEAR(respite care)", "respite AND care"])
def test_words_of_a_query_are_only_words(minutes: Minutes, words: str) -> None:
    minutes.paragraph("respite care")
    assert not found(minutes.board, words)
    minutes.paragraph(words)
    assert len(found(minutes.board, words)) == 1


@pytest.fixture(scope="module")
def one_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path_factory.mktemp("one") / "One.boardroom", who="Secretary") as opened:
        Minutes(opened)
        yield opened


@given(words=st.text(max_size=40))
def test_no_text_makes_search_stumble(words: str, one_board: BoardFile) -> None:
    found(one_board, words)
    found(one_board, f"Arrowmere {words}")


@pytest.mark.parametrize("text", ["a" * 400_000, "a-" * 200_000, "a b " * 100_000, "“" * 400_000, "ŵ" * 400_000])
def test_endless_text_is_found_and_sought(minutes: Minutes, text: str) -> None:
    minutes.paragraph(f"{text} respite")
    (hit,) = found(minutes.board, "respite")
    assert sum(len(run.text) for run in hit.snippet) < 200
    found(minutes.board, text)


def test_one_letter_finds_itself_and_not_every_word_that_begins_with_it(minutes: Minutes) -> None:
    minutes.paragraph("plan b")
    minutes.paragraph("budget")
    assert texts(found(minutes.board, "b")) == ["plan b"]


def test_few_matches_come_best_first(minutes: Minutes) -> None:
    minutes.paragraph("respite " * 10)
    for _ in range(10):
        minutes.paragraph("a long report in which respite is named once among many other things that were said")
    assert texts(found(minutes.board, "respite"))[0].startswith("respite respite")


def test_many_matches_come_newest_meeting_first_whenever_they_were_typed_in(board: BoardFile) -> None:
    for held_on in (date(2025, 1, 1), None, date(2027, 1, 1), date(2026, 1, 1)):
        one = Minutes(board, held_on=held_on)
        with board.writing("Fill") as session:
            session.add_all(
                [
                    Paragraph(meeting_id=one.meeting.id, text_kind=TextKind.MINUTE, runs=runs_of("respite"))
                    for _ in range(20)
                ]
            )
    days = [hit.date for hit in found(board, "respite", limit=100)]
    assert days == [date(2027, 1, 1)] * 20 + [date(2026, 1, 1)] * 20 + [date(2025, 1, 1)] * 20 + [None] * 20
    assert [hit.date for hit in found(board, "respite")] == days[:50]


def test_no_more_than_the_limit_is_given(minutes: Minutes) -> None:
    for _ in range(5):
        minutes.paragraph("respite")
    assert len(found(minutes.board, "respite", limit=3)) == 3


def test_a_search_can_be_kept_to_one_board(board: BoardFile) -> None:
    ours, theirs = Minutes(board), Minutes(board)
    mine = ours.paragraph("respite")
    theirs.paragraph("respite")
    (hit,) = found(board, "respite", board_id=ours.home.id)
    assert hit.entity_id == mine.id


def test_of_many_matches_the_few_of_one_board_are_found(board: BoardFile) -> None:
    ours, theirs = Minutes(board), Minutes(board)
    mine = ours.paragraph("respite")
    with board.writing("Fill") as session:
        session.add_all(
            [
                Paragraph(meeting_id=theirs.meeting.id, text_kind=TextKind.MINUTE, runs=runs_of("respite"))
                for _ in range(120)
            ]
        )
    assert [hit.entity_id for hit in found(board, "respite", board_id=ours.home.id)] == [mine.id]


def test_a_decision_between_meetings_belongs_to_its_board_and_its_day(minutes: Minutes) -> None:
    decision = Decision(board_id=minutes.home.id, wording="respite", decided_on=date(2026, 4, 1))
    minutes.write(decision, DecisionCondition(decision_id=decision.id, text="respite for all"))
    hits = found(minutes.board, "respite", board_id=minutes.home.id)
    assert {hit.entity for hit in hits} == {"decision", "decision_condition"}
    assert next(hit.date for hit in hits if hit.entity == "decision") == date(2026, 4, 1)


def test_notes_can_be_left_out(minutes: Minutes) -> None:
    minutes.paragraph("respite", note=True)
    minutes.paragraph("respite care")
    assert len(found(minutes.board, "respite")) == 2
    assert texts(found(minutes.board, "respite", include_notes=False)) == ["respite care"]


def test_restricted_matter_can_be_left_out(minutes: Minutes) -> None:
    item = minutes.item("respite contract", restricted=True)
    below = minutes.item("respite below", parent=item)
    for under in (item, below):
        minutes.paragraph("respite text", under)
        minutes.write(Point(meeting_id=minutes.meeting.id, item_id=under.id, text="respite point"))
    minutes.paragraph("respite in public")
    assert len(found(minutes.board, "respite")) == 7
    assert texts(found(minutes.board, "respite", include_restricted=False)) == ["respite in public"]


def test_what_rests_on_restricted_matter_is_restricted_wherever_it_was_written(minutes: Minutes) -> None:
    here: dict[str, Any] = {"board_id": minutes.home.id, "meeting_id": minutes.meeting.id}
    secret = minutes.item("closed", restricted=True)
    motion = Motion(meeting_id=minutes.meeting.id, item_id=secret.id, wording="respite")
    moved = Decision(wording="respite", motion_id=motion.id, **here)
    put, asked = Proposal(text="respite", item_id=secret.id, **here), Proposal(text="open", board_id=minutes.home.id)
    minutes.write(
        motion,
        moved,
        put,
        asked,
        Action(text="respite", proposal_id=put.id, board_id=minutes.home.id),
        Answer(proposal_id=asked.id, decision_id=moved.id, answer=AnswerKind.DECLINED, reason="respite"),
    )
    assert len(found(minutes.board, "respite")) == 5
    assert not found(minutes.board, "respite", include_restricted=False)
    with minutes.board.writing("Open") as session:
        session.get_one(AgendaItem, secret.id).restricted = False
    assert len(found(minutes.board, "respite", include_restricted=False)) == 5
    assert faults(minutes.board) == []


def test_a_restricted_paragraph_of_an_open_item_can_be_left_out(minutes: Minutes) -> None:
    paragraph = minutes.paragraph("respite", minutes.item())
    with minutes.board.writing("Restrict") as session:
        session.get_one(Paragraph, paragraph.id).restricted = True
    assert not found(minutes.board, "respite", include_restricted=False)


def under_an_item(minutes: Minutes) -> AgendaItem:
    """Write what can stand under an item, down to what stands under that; all of it holds the word."""
    item = minutes.item("respite")
    here: dict[str, Any] = {"board_id": minutes.home.id, "meeting_id": minutes.meeting.id, "item_id": item.id}
    decision, proposal = Decision(wording="respite", **here), Proposal(text="respite", **here)
    action = Action(text="respite", **here)
    later = Minutes(minutes.board, held_on=date(2026, 5, 1), home=minutes.home)
    declaration = Declaration(meeting_id=minutes.meeting.id, by="Angharad", nature="respite")
    minutes.write(
        decision,
        proposal,
        action,
        declaration,
        DeclarationItem(meeting_id=minutes.meeting.id, declaration_id=declaration.id, item_id=item.id),
        DecisionCondition(decision_id=decision.id, text="respite"),
        ActionUpdate(action_id=action.id, updated_on=date(2026, 4, 1), words="respite", status=ActionStatus.DONE),
        Answer(proposal_id=proposal.id, meeting_id=later.meeting.id, answer=AnswerKind.ADOPTED, reason="respite"),
    )
    minutes.paragraph("respite", minutes.item("respite", parent=item))
    return item


def test_everything_under_an_item_follows_when_it_becomes_restricted_and_open_again(minutes: Minutes) -> None:
    item = under_an_item(minutes)
    everything = len(found(minutes.board, "respite"))
    assert everything == 10
    for restricted, left in ((True, 0), (False, everything)):
        with minutes.board.writing("Restrict") as session:
            session.get_one(AgendaItem, item.id).restricted = restricted
        assert len(found(minutes.board, "respite", include_restricted=False)) == left
        assert faults(minutes.board) == []


def test_an_item_that_moves_under_a_restricted_one_becomes_restricted(minutes: Minutes) -> None:
    closed = minutes.item("closed", restricted=True)
    item = minutes.item()
    minutes.paragraph("respite", minutes.item(parent=item))
    with minutes.board.writing("Move") as session:
        session.get_one(AgendaItem, item.id).parent_id = closed.id
    assert not found(minutes.board, "respite", include_restricted=False)
    assert faults(minutes.board) == []


def test_what_is_written_before_its_restricted_item_is_restricted_all_the_same(minutes: Minutes) -> None:
    paragraph = minutes.paragraph("respite")
    minutes.board.close()
    shape = shapes()["paragraph"]
    item = AgendaItem(meeting_id=minutes.meeting.id, title="closed", restricted=True)
    with closing(connect_to_write(minutes.board.path)) as connection, transaction(connection):
        before = shape.read(connection, str(paragraph.id))
        connection.execute("UPDATE paragraph SET item_id = ?", (str(item.id),))
        after = shape.read(connection, str(paragraph.id))
        update(connection, [RowChange("paragraph", str(paragraph.id), before, after)])
        assert connection.execute("SELECT restricted FROM search_doc WHERE text = 'respite'").fetchone() == (0,)
        of_item = shapes()["agenda_item"]
        written = {"id": str(item.id), "meeting_id": str(item.meeting_id), "title": "closed", "restricted": 1}
        empty = dict.fromkeys(of_item.columns, "") | {
            "parent_id": None,
            "deferred_to_id": None,
            "strand_id": None,
            "position": 0,
            "standing": 0,
            "urgent": 0,
        }
        stored: Image = empty | written
        of_item.write(connection, None, stored)
        update(connection, [RowChange("agenda_item", str(item.id), None, stored)])
        assert connection.execute("SELECT restricted FROM search_doc WHERE text = 'respite'").fetchone() == (1,)
        assert verify(connection) == []


def test_a_declaration_on_a_restricted_item_is_restricted(minutes: Minutes) -> None:
    declaration = Declaration(meeting_id=minutes.meeting.id, by="Angharad", nature="respite")
    minutes.write(declaration)
    assert found(minutes.board, "respite", include_restricted=False)
    link = DeclarationItem(
        meeting_id=minutes.meeting.id, declaration_id=declaration.id, item_id=minutes.item(restricted=True).id
    )
    minutes.write(link)
    assert not found(minutes.board, "respite", include_restricted=False)
    with minutes.board.writing("Unlink") as session:
        session.delete(session.get_one(DeclarationItem, link.id))
    assert found(minutes.board, "respite", include_restricted=False)


def test_a_meeting_that_is_moved_takes_its_words_to_the_new_day(minutes: Minutes) -> None:
    minutes.paragraph("respite")
    with minutes.board.writing("Postpone") as session:
        for day in session.query(MeetingDay):
            day.held_on = date(2026, 6, 1)
    (hit,) = found(minutes.board, "respite")
    assert hit.date == date(2026, 6, 1)
    assert faults(minutes.board) == []


def test_a_meeting_that_is_moved_and_changed_at_once_takes_its_own_words_along(minutes: Minutes) -> None:
    with minutes.board.writing("Name") as session:
        session.query(Meeting).one().name = "Respite"
    with minutes.board.writing("Start on another day") as session:
        session.query(MeetingDay).one().held_on = date(2026, 6, 1)
        session.query(Meeting).one().status = MeetingStatus.HELD
    (hit,) = found(minutes.board, "respite")
    assert hit.date == date(2026, 6, 1)
    assert faults(minutes.board) == []


def test_a_meeting_that_changes_its_board_takes_its_words_along(board: BoardFile) -> None:
    one, other = Minutes(board), Minutes(board)
    one.paragraph("respite")
    with board.writing("Change") as session:
        for link in session.query(MeetingBoard).filter_by(meeting_id=one.meeting.id):
            link.board_id = other.home.id
    assert found(board, "respite", board_id=other.home.id)
    assert not found(board, "respite", board_id=one.home.id)


def test_items_nested_without_end_or_in_a_ring_are_searched(minutes: Minutes) -> None:
    with minutes.board.writing("Nest") as session:
        items = [AgendaItem(meeting_id=minutes.meeting.id, title=f"nested {place}") for place in range(3000)]
        for above, below in pairwise(items):
            below.parent_id = above.id
        session.add_all(items)
    with minutes.board.writing("Restrict") as session:
        session.get_one(AgendaItem, items[0].id).restricted = True
    assert not found(minutes.board, "nested", include_restricted=False)
    with minutes.board.writing("Ring") as session:
        session.get_one(AgendaItem, items[0].id).parent_id = items[-1].id
    minutes.paragraph("respite", items[5])
    assert found(minutes.board, "respite")


def test_random_writes_leave_the_index_as_a_rebuild_would_make_it(board: BoardFile, rounds: int) -> None:
    rng = random.Random(2)
    scene = Scene(board, rng)
    for _ in range(rounds * 5):
        scene.act()
    assert faults(board) == []
    before = all_docs(board)
    with closing(connect_to_write(board.path)) as connection, transaction(connection):
        rebuild(connection)
    assert faults(board) == []
    assert all_docs(board) == before


def all_docs(board: BoardFile) -> set[tuple[object, ...]]:
    with closing(connect_to_write(board.path)) as connection:
        columns = "seq >> 32, entity, entity_id, board_id, meeting_id, restricted, note, text"
        return set(connection.execute(f"SELECT {columns} FROM search_doc"))  # noqa: S608 - a constant


class Scene:
    """Meetings in which things are written, moved, restricted and deleted at random."""

    def __init__(self, board: BoardFile, rng: random.Random) -> None:
        self.board, self.rng = board, rng
        self.meetings = [Minutes(board, held_on=day) for day in (None, date(2026, 1, 1), date(2026, 2, 1))]
        self.items: list[UUID] = []
        self.leaves: list[tuple[type[Base], UUID]] = []

    def act(self) -> None:
        acts = [self.add_item, self.add, self.add, self.reword, self.restrict, self.move, self.delete, self.rearrange]
        with self.board.writing("Act") as session:
            for _ in range(self.rng.randrange(1, 4)):
                self.rng.choice(acts)(session)
                if self.rng.random() < 0.5:
                    session.flush()

    def words(self) -> str:
        return " ".join(self.rng.choices(["respite", "care", "Llŷn", "3.10", ""], k=3)).strip()

    def item(self, session: Session) -> AgendaItem | None:
        return session.get_one(AgendaItem, self.rng.choice(self.items)) if self.items else None

    def add_item(self, session: Session) -> None:
        item = AgendaItem(
            meeting_id=self.rng.choice(self.meetings).meeting.id,
            title=self.words(),
            restricted=self.rng.random() < 0.2,
        )
        session.add(item)
        session.flush()
        self.items.append(item.id)
        self.move(session)

    def add(self, session: Session) -> None:
        item = self.item(session)
        if item is None:
            return
        home = next(one.home for one in self.meetings if one.meeting.id == item.meeting_id)
        at: dict[str, Any] = {"meeting_id": item.meeting_id, "item_id": item.id}
        decision = Decision(wording=self.words(), board_id=home.id, **at)
        proposal = Proposal(text=self.words(), board_id=home.id, **at)
        declaration = Declaration(meeting_id=item.meeting_id, by=self.words(), nature="")
        other = self.rng.choice(self.meetings).meeting.id
        branches: list[list[Base]] = [
            [decision, DecisionCondition(decision_id=decision.id, text=self.words())],
            [
                proposal,
                Answer(proposal_id=proposal.id, meeting_id=other, answer=AnswerKind.DECLINED, reason=self.words()),
            ],
            [
                declaration,
                DeclarationItem(meeting_id=item.meeting_id, declaration_id=declaration.id, item_id=item.id),
            ],
            [Paragraph(text_kind=self.rng.choice(list(TextKind)), runs=runs_of(self.words()), **at)],
        ]
        branch = self.rng.choice(branches)
        session.add_all(branch)
        session.flush()
        self.leaves.append((type(branch[-1]), branch[-1].id))

    def reword(self, session: Session) -> None:
        for row in session.query(self.rng.choice([Paragraph, Decision, Proposal, AgendaItem])).limit(3):
            match row:
                case Paragraph():
                    row.runs = runs_of(self.words())
                case Decision():
                    row.wording, row.decided_on = self.words(), self.rng.choice([None, date(2026, 3, 3)])
                case Proposal():
                    row.text = self.words()
                case _:
                    row.title = self.words()

    def restrict(self, session: Session) -> None:
        item = self.item(session)
        if item is not None:
            item.restricted = not item.restricted

    def move(self, session: Session) -> None:
        item, above = self.item(session), self.item(session)
        if item is not None and above is not None and item.meeting_id == above.meeting_id:
            item.parent_id = None if above is item else above.id
        for decision in session.query(Decision).limit(1):
            decision.item_id = item.id if item else None

    def delete(self, session: Session) -> None:
        if self.leaves:
            kind, key = self.leaves.pop(self.rng.randrange(len(self.leaves)))
            session.delete(session.get_one(kind, key))

    def rearrange(self, session: Session) -> None:
        meeting = self.rng.choice(self.meetings).meeting
        session.add(MeetingDay(meeting_id=meeting.id, held_on=date(2025, 1, self.rng.randrange(1, 28))))
        for link in session.query(MeetingBoard).filter_by(meeting_id=meeting.id):
            link.board_id = self.rng.choice(self.meetings).home.id


def test_verify_tells_what_the_index_lacks_and_has_too_much(minutes: Minutes) -> None:
    minutes.paragraph("respite")
    minutes.paragraph("daycare")
    minutes.board.close()
    with closing(connect_to_write(minutes.board.path)) as connection:
        assert verify(connection) == []
        connection.execute("UPDATE search_doc SET restricted = 1 WHERE text = 'respite'")
        connection.execute("UPDATE search_doc SET entity_id = 'nobody' WHERE text = 'daycare'")
        findings = verify(connection)
        connection.execute("UPDATE search_doc SET text = 'other' WHERE text = 'respite'")
        assert [*findings, "The search index is damaged."] == verify(connection)
        with transaction(connection):
            rebuild(connection)
        assert verify(connection) == []
    assert [finding.split("(")[0].strip() for finding in findings] == [
        "The search index lacks things that people wrote",
        "The search index holds things otherwise than they were written",
        "The search index holds things that are no longer there",
    ]


def test_a_reader_can_verify_too_and_stays_a_reader(minutes: Minutes) -> None:
    minutes.paragraph("respite")
    with closing(connect_to_read(minutes.board.path)) as connection:
        assert verify(connection) == []
        assert connection.execute("PRAGMA query_only").fetchone() == (1,)
    with closing(connect_to_write(minutes.board.path)) as connection:
        connection.execute("DELETE FROM search_index_idx")
        connection.execute("DELETE FROM search_index_data WHERE id > 10")
    with closing(connect_to_read(minutes.board.path)) as connection:
        assert verify(connection) == ["The search index is damaged."]


def test_words_that_are_forgotten_leave_no_trace_in_the_index(minutes: Minutes) -> None:
    names = ("search_doc", "search_index_data", "search_index_idx", "search_index_docsize")
    paragraph = minutes.paragraph("respite")
    minutes.paragraph("daycare")
    with minutes.board.writing("Delete") as session:
        session.delete(session.get_one(Paragraph, paragraph.id))
    minutes.board.close()
    with closing(connect_to_write(minutes.board.path)) as connection:

        def trace() -> bool:
            rows = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in names]  # noqa: S608
            return b"respite" in repr(rows).encode()

        assert trace(), "this test would find nothing anyway"
        with transaction(connection):
            searching.forget(connection)
        assert not trace()
        assert verify(connection) == []


def mark(text: str, *words: str, unfinished: bool = False) -> str:
    runs = Marker([folded(word).split("-") for word in words], unfinished=unfinished).marked(text)
    return "".join(f"[{run.text}]" if run.bold else run.text for run in runs)


def test_words_are_marked_where_they_stand() -> None:
    assert mark("Respite care and RESPITE", "respite") == "[Respite] care and [RESPITE]"
    assert mark("Tŷ Llŷn, llyn", "llyn") == "Tŷ [Llŷn], [llyn]"
    assert mark("meet meeting meets", "meet", "meeting") == "[meet] [meeting] meets"
    assert mark("meet meeting remeet", "meet", unfinished=True) == "[meet] [meeting] remeet"
    assert mark("a multi agency team", "multi-agency") == "a [multi agency] team"
    assert mark("title\nlead", "lead") == "title·[lead]"
    assert mark("İstanbul straße", "istanbul", "straße") == "[İstanbul] [straße]"


def test_a_piece_of_a_long_text_shows_the_words_together() -> None:
    text = "respite " + "other things " * 50 + "respite for every carer " + "more things " * 50
    piece = mark(text, "carer", "respite")
    assert "[respite] for every [carer]" in piece
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert len(piece) < 180


def test_a_piece_of_a_long_text_is_not_taken_in_by_parts_of_words() -> None:
    text = "starting scarlet " + "other things " * 50 + "the art of care"
    assert mark(text, "art", "car", unfinished=True).endswith("the [art] of [care]")


@given(text=st.text(max_size=400), word=st.text(alphabet="abcŷ3", min_size=1, max_size=4))
def test_a_marked_piece_is_a_part_of_the_text(text: str, word: str) -> None:
    whole = text + " " + word + " " + text
    runs = Marker([[folded(word)]], unfinished=False).marked(whole)
    piece = "".join(run.text for run in runs)
    assert piece.strip("…") in whole.replace("\n", "·") + "…"
    assert any(run.bold for run in runs)
    assert all(folded(run.text) == folded(word) for run in runs if run.bold)


def test_what_is_taken_to_have_no_day_has_none(board: BoardFile, minutes: Minutes) -> None:
    person = Person(name="Ann Reed")
    minutes.write(person)
    minutes.item("Ann reports")
    with closing(connect_to_read(board.path)) as connection:
        kept = connection.execute("SELECT seq, entity FROM search_doc").fetchall()
    days = {entity: day_of(seq) for seq, entity in kept}
    assert {entity for entity, day in days.items() if day is None} == {"person", "board"}
    assert days["agenda_item"] is not None
    for entity in UNDATED:
        how = SEARCHABLE[entity]
        columns = next(one for one in ENTITIES if one.__tablename__ == entity).__table__.columns
        assert not how.dated
        assert not how.under
        assert "meeting_id" not in columns
    assert [hit.entity_id for hit in found(board, "ann", entities=UNDATED)] == [person.id]
    assert {hit.entity for hit in found(board, "ann", entities={"agenda_item", "person"})} == {"agenda_item", "person"}
