"""Random work on a board file against a model: whatever is done and undone, file, history and chain agree."""

import contextlib
import os
import tempfile
from copy import deepcopy
from pathlib import Path
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule
from sqlalchemy import select
from typing_extensions import override

from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.store import bulk
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.history import history_of
from boardroom.store.undo import redo, undo

ROUNDS = int(os.environ.get("BOARDROOM_ROUNDS", "20"))
State = dict[UUID, tuple[str, str]]
names = st.text(alphabet="abŵ \"'\\\n", max_size=4)


class Journal(RuleBasedStateMachine):
    """One person's edits, undos and redos, restarts among them."""

    people = Bundle("people")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "x.boardroom"
        self.board = BoardFile.create(self.path, who="Ann")
        self.state: State = {}
        self.undoable: list[State] = []
        self.redoable: list[State] = []
        self.ever: dict[UUID, int] = {}

    @override
    def teardown(self) -> None:
        self.board.close()
        assert check(self.path) == []
        self.folder.cleanup()

    def _edited(self, before: State) -> None:
        if before != self.state:
            self.undoable.append(before)
            self.redoable = []

    @rule(target=people, name=names)
    def add(self, name: str) -> UUID:
        before = deepcopy(self.state)
        person = Person(name=name)
        with self.board.writing("Add") as session:
            session.add(person)
        self.state[person.id] = (name, "")
        self._edited(before)
        return person.id

    @rule(target=people, name=names)
    def add_in_bulk(self, name: str) -> UUID:
        before = deepcopy(self.state)
        ids = [uuid4() for _ in range(3)]
        with self.board.writing("Add three") as session:
            bulk.insert(session, Person, [{"id": one, "name": name} for one in ids])
        self.state |= dict.fromkeys(ids, (name, ""))
        self._edited(before)
        return ids[1]

    @rule(person=people, name=names)
    def rename(self, person: UUID, name: str) -> None:
        if person in self.state:
            before = deepcopy(self.state)
            with self.board.writing("Rename") as session:
                session.get_one(Person, person).name = name
            self.state[person] = (name, self.state[person][1])
            self._edited(before)

    @rule(person=people, email=names, name=names)
    def change_twice_in_one_step(self, person: UUID, email: str, name: str) -> None:
        if person in self.state:
            before = deepcopy(self.state)
            with self.board.writing("Change") as session:
                one = session.get_one(Person, person)
                one.name = name
                session.flush()
                one.email = email
            self.state[person] = (name, email)
            self._edited(before)

    @rule(person=people)
    def delete(self, person: UUID) -> None:
        if person in self.state:
            before = deepcopy(self.state)
            with self.board.writing("Delete") as session:
                session.delete(session.get_one(Person, person))
            del self.state[person]
            self._edited(before)

    @rule(person=consumes(people), name=names)
    def fail_half_way(self, person: UUID, name: str) -> None:
        with contextlib.suppress(ZeroDivisionError), self.board.writing("Fail") as session:
            session.add(Person(name=name))
            if person in self.state:
                session.get_one(Person, person).name = "lost"
            session.flush()
            _ = 1 // 0

    @rule()
    def undo(self) -> None:
        try:
            undo(self.board)
        except Refusal:
            assert self.undoable == []
        else:
            self.redoable.append(self.state)
            self.state = self.undoable.pop()

    @rule()
    def redo(self) -> None:
        try:
            redo(self.board)
        except Refusal:
            assert self.redoable == []
        else:
            self.undoable.append(self.state)
            self.state = self.redoable.pop()

    @precondition(lambda self: self.undoable)
    @rule()
    def undo_all(self) -> None:
        while self.undoable:
            self.undo()
        assert self.state == {}

    @rule()
    def restart(self) -> None:
        self.board.close()
        self.board = BoardFile.open(self.path, who="Ann")

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        with self.board.reading() as session:
            found = {one.id: (one.name, one.email) for one in session.scalars(select(Person))}
            assert found == self.state
            for person in list(self.state)[:3]:
                last = {one.field: one.after for entry in history_of(session, person) for one in entry.fields}
                assert last.get("name") == self.state[person][0]


TestJournal = Journal.TestCase
TestJournal.settings = settings(max_examples=ROUNDS * 3 // 4, stateful_step_count=25)
