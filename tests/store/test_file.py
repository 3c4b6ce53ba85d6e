"""A board file is made, written in steps, and read."""

import threading
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.store import bulk
from boardroom.store.check import check
from boardroom.store.connect import connect_to_read
from boardroom.store.engines import driver_of
from boardroom.store.file import BoardFile
from boardroom.store.unit import UnjournalledError
from tests.make import MeetingMaker
from tests.store.units import rename, title_of, write


def test_a_new_board_file_is_whole_and_empty(path: Path) -> None:
    with BoardFile.create(path, who="Ann") as board:
        assert not board.read_only
        with board.reading() as session:
            assert session.scalars(select(Person)).all() == []
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    with BoardFile.create(path, who="Ann") as board, board.writing("Add a person") as session:
        session.add(Person(name="Siân Ŵyn"))
    with BoardFile.open(path) as board, board.reading() as session:
        assert [person.name for person in session.scalars(select(Person))] == ["Siân Ŵyn"]


def test_a_closed_file_is_not_written_without_its_lock(board: BoardFile) -> None:
    board.close()
    with pytest.raises(Refusal, match="was closed"):
        write(board, lambda session: session.add(Person(name="x")))


def test_a_new_file_never_replaces_another(path: Path) -> None:
    path.write_text("Dear diary")
    with pytest.raises(Refusal, match="is there already"):
        BoardFile.create(path, who="Ann")
    assert path.read_text() == "Dear diary"


def test_a_new_file_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        BoardFile.create(tmp_path / "nowhere" / "x.boardroom", who="Ann")


def test_the_settings_that_keep_words_on_the_disk_are_on(board: BoardFile) -> None:
    with board.writing("Look") as session:
        bare = driver_of(session.connection())
        told = {name: bare.execute(f"PRAGMA {name}").fetchone()[0] for name in _SETTINGS}
    assert told == _SETTINGS
    with board.reading() as session:
        bare = driver_of(session.connection())
        assert bare.execute("PRAGMA query_only").fetchone()[0] == 1
        assert bare.execute("PRAGMA trusted_schema").fetchone()[0] == 0


_SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "cell_size_check": 1,
    "fullfsync": 1,
}


def test_a_change_tells_what_was_touched(board: BoardFile) -> None:
    with board.writing("Add a person") as session:
        person = Person(name="Ann")
        session.add(person)
    change = board.last_change
    assert (change.label, change.seq) == ("Add a person", 1)
    assert change.rows == {"person": frozenset({person.id})}
    assert change.touches("agenda_item", "person")
    assert not change.touches("agenda_item")


def test_an_exception_leaves_nothing_behind(board: BoardFile) -> None:
    def fail(session: Session) -> None:
        session.add(Person(name="Ann"))
        session.flush()
        _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        write(board, fail)
    with board.reading() as session:
        assert session.scalars(select(Person)).all() == []
        assert session.execute(text("SELECT count(*) FROM step")).scalar() == 0


def test_a_unit_that_changes_nothing_is_no_step(board: BoardFile, meeting: MeetingMaker) -> None:
    with board.writing("Look") as session:
        item = session.get_one(AgendaItem, meeting.record.items[0].id)
        item.title = "Something else"
        item.title = "Home care"
    assert board.last_change.seq == 0
    assert board.last_change.rows == {}
    with board.reading() as session:
        assert session.execute(text("SELECT count(*) FROM step")).scalar() == 1


def test_what_was_read_stays_usable_afterwards(board: BoardFile, meeting: MeetingMaker) -> None:
    with board.reading() as session:
        item = session.get_one(AgendaItem, meeting.record.items[0].id)
    assert item.title == "Home care"


def test_a_reader_does_not_stop_a_writer(board: BoardFile, meeting: MeetingMaker) -> None:
    item_id = meeting.record.items[0].id
    with board.reading() as reader:
        assert reader.get_one(AgendaItem, item_id).title == "Home care"
        rename(board, item_id, "Care at home")
        reader.expire_all()
        assert reader.get_one(AgendaItem, item_id).title == "Home care", "a reading is of one moment"
    assert title_of(board, item_id) == "Care at home"


def test_a_unit_inside_another_is_a_bug(board: BoardFile) -> None:
    with board.writing("Outer"), pytest.raises(RuntimeError), board.writing("Inner"):
        pass


def test_two_threads_write_one_after_the_other(board: BoardFile) -> None:
    def add(name: str) -> None:
        for number in range(10):
            with board.writing(f"Add {name}") as session:
                session.add(Person(name=f"{name} {number}"))

    threads = [threading.Thread(target=add, args=(name,)) for name in ("Ann", "Ben", "Cai")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with board.reading() as session:
        assert len(session.scalars(select(Person)).all()) == 30
        assert session.execute(text("SELECT count(*), max(seq) FROM step")).one() == (30, 30)


@pytest.mark.parametrize(
    "statement",
    [
        update(Paragraph).values(position=1),
        delete(Paragraph),
        insert(Person).values(id=uuid4(), name="x"),
        text("UPDATE paragraph SET position = 1"),
        text("WITH a AS (SELECT 1) DELETE FROM paragraph"),
        text("SAVEPOINT x"),
        text("CREATE TABLE x (y)"),
        text("  /* */ DROP TABLE paragraph"),
    ],
)
def test_a_write_past_the_journal_is_a_loud_bug(board: BoardFile, meeting: MeetingMaker, statement: object) -> None:
    with pytest.raises(UnjournalledError), board.writing("Sneak") as session:
        session.execute(statement)  # type: ignore[call-overload]
    with pytest.raises(UnjournalledError), board.writing("Sneak") as session:
        session.connection().execute(statement)  # type: ignore[call-overload]
    with board.reading() as session:
        assert session.get_one(Paragraph, meeting.record.paragraphs[0].id).position == 0


def test_the_old_ways_of_bulk_writing_are_refused_too(board: BoardFile) -> None:
    with pytest.raises(UnjournalledError), board.writing("Sneak") as session:
        session.bulk_save_objects([Person(name="x")])
    with pytest.raises(UnjournalledError), board.writing("Sneak") as session:
        session.bulk_insert_mappings(Person.__mapper__, [{"id": uuid4(), "name": "x"}])


def test_nobody_but_the_file_ends_a_unit(board: BoardFile) -> None:
    def commit(session: Session) -> None:
        session.add(Person(name="x"))
        session.commit()

    def roll_back(session: Session) -> None:
        session.add(Person(name="x"))
        session.flush()
        session.rollback()
        session.add(Person(name="y"))

    for work in (commit, roll_back):
        with pytest.raises(UnjournalledError):
            write(board, work)
    with board.reading() as session:
        assert session.scalars(select(Person)).all() == []


def test_a_reading_session_cannot_write(board: BoardFile) -> None:
    def write_anyway() -> None:
        with board.reading() as session:
            session.add(Person(name="x"))
            session.flush()

    with pytest.raises(Refusal, match="may only be read"):
        write_anyway()


def test_a_changed_id_is_a_bug(board: BoardFile, meeting: MeetingMaker) -> None:
    def change_id(session: Session) -> None:
        session.get_one(Paragraph, meeting.record.paragraphs[0].id).id = meeting.record.items[0].id

    with pytest.raises(UnjournalledError):
        write(board, change_id)


def test_a_session_of_another_kind_does_not_write_in_bulk(board: BoardFile) -> None:
    with board.reading() as session, pytest.raises(UnjournalledError):
        bulk.insert(session, Person, [{"name": "x"}])


def test_a_failed_statement_leaves_no_table_behind(board: BoardFile, path: Path) -> None:
    """SQLAlchemy's default would leave it there (hazard 3)."""

    def fail(session: Session) -> None:
        driver_of(session.connection()).execute("CREATE TABLE left_behind (x)")
        _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        write(board, fail)
    connection = connect_to_read(path)
    found = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'left_behind'").fetchone()
    connection.close()
    assert found == (0,)


def test_what_the_first_write_looks_for_can_be_looked_for_before(tmp_path: Path) -> None:
    path = tmp_path / "board.boardroom"
    with BoardFile.create(path, who="Ann") as board:
        board.prove()
        with board.writing("Start") as session:
            session.add(Person(name="Ann"))
    with BoardFile.open(path) as board:
        board.prove()
        assert board._sound


def test_a_label_may_name_a_file_whose_name_is_no_text(board: BoardFile) -> None:
    with board.writing("Import Mai\udcff\n2027.json") as session:
        session.add(Person(name="Amina Yusuf"))
    assert board.last_change.label == "Import Mai 2027.json"
    assert check(board.path) == []
