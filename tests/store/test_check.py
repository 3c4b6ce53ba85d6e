"""What another program, a fault of the disk, or a forger changed in a board file is found."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.store.check import check
from boardroom.store.connect import Driver, connect_to_read, connect_to_write
from boardroom.store.file import BoardFile
from boardroom.store.journal import Heading, Kind, rows_line, step_hash
from tests.make import MeetingMaker, a_meeting
from tests.store.test_seal import seal
from tests.store.units import rename, save, write


@pytest.fixture
def written(board: BoardFile) -> BoardFile:
    """A file with a sealed meeting, some edits, and something deleted, closed."""
    maker = a_meeting(name="Ordinary meeting")
    item = maker.item("1", "Home care")
    maker.write(item, "The grant of 1000 pounds was agreed.")
    maker.decide(item, "Agreed")
    save(board, maker)
    seal(board, maker)
    other = a_meeting(name="Next meeting")
    theirs = other.item("1", "Transport")
    save(board, other)
    for title in ("Transport to day care", "Transport in the evening"):
        rename(board, theirs.id, title)
    one = Person(name="Cai")
    write(board, lambda session: session.add(one), "Add a person")
    write(board, lambda session: session.delete(session.get_one(Person, one.id)), "Delete a person")
    board.close()
    assert check(board.path) == []
    return board


@pytest.fixture
def outside(written: BoardFile) -> Iterator[Driver]:
    """Another program that has the file open; it knows nothing of keys and journals."""
    with closing(connect_to_write(written.path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        yield connection


def findings(board: BoardFile) -> str:
    return "\n".join(check(board.path))


def test_a_flipped_bit_is_found_though_sqlite_finds_nothing(written: BoardFile) -> None:
    """'1000' becomes '9000' inside a page (hazard 5); wherever the words stand, it is found."""
    whole = written.path.read_bytes()
    places = [at for at in range(len(whole)) if whole.startswith(b"1000 pounds", at)]
    assert len(places) >= 3, "in the table, in the journal, in the search index"
    for place in places:
        changed = bytearray(whole)
        changed[place] = ord("9")
        written.path.write_bytes(changed)
        with closing(connect_to_read(written.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert check(written.path), place
    written.path.write_bytes(whole)
    assert check(written.path) == []


def test_sqlites_own_check_alone_would_miss_it(written: BoardFile) -> None:
    whole = written.path.read_bytes()
    written.path.write_bytes(whole.replace(b"1000 pounds", b"9000 pounds"))
    with closing(sqlite3.connect(written.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    told = findings(written)
    assert "what it says of paragraph" in told
    assert "The sealed minutes of 3 December 2026 are not what was sealed" in told


TAMPERING = {
    "a field": ("UPDATE agenda_item SET title = 'Forged' WHERE title = 'Home care'", "agenda_item .* title changed"),
    "a type": ("UPDATE paragraph SET position = '0x' WHERE position = 0", "paragraph .* position changed"),
    "a deletion": ("DELETE FROM paragraph", "paragraph .* is gone"),
    "an orphaning deletion": ("DELETE FROM meeting WHERE name = 'Next meeting'", "belongs to a row of meeting"),
    "an insertion": ("INSERT INTO person VALUES ('Eve', '', '', 'x')", "person .* was never written by Boardroom"),
    "a resurrection": (
        "INSERT INTO person SELECT json_extract(before, '$.name'), '', '', entity_id FROM step_row WHERE after IS NULL",
        "though the journal says that it was deleted",
    ),
    "the search index": ("DELETE FROM search_doc WHERE entity = 'paragraph'", "search index"),
    "a label": ("UPDATE step SET label = 'Innocent' WHERE seq = 4", "Step 4 .* was changed after it was written"),
    "a name": ("UPDATE step SET who = 'Ben' WHERE seq = 1", "Step 1 .* was changed after it was written"),
    "a date": ("UPDATE step SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 2", "Step 2 .* was changed"),
    "a kind": ("UPDATE step SET kind = 'nonsense' WHERE seq = 2", "Step 2 .* was changed"),
    "an unbroken barrier": ("UPDATE step SET kind = 'edit' WHERE kind = 'barrier'", "Step 2 .* was changed"),
    "parents": ("UPDATE step SET parents = '[]' WHERE seq = 3", "Step 3 .* was changed"),
    "parents that are none": ("UPDATE step SET parents = '{' WHERE seq = 3", "Step 3 .* was changed"),
    "an image": ("UPDATE step_row SET after = replace(after, 'Home', 'Rome') WHERE step = 1", "what it says of"),
    "an image that is none": ("UPDATE step_row SET after = '{' WHERE step = 1", "what it says of"),
    "a row's hash": ("UPDATE step_row SET hash = 'x' WHERE step = 3 AND ordinal = 0", "Step 3 .* was changed"),
    "the order of rows": ("UPDATE step_row SET ordinal = 7 WHERE step = 3 AND ordinal = 0", "not in their order"),
    "a row left out": ("DELETE FROM step_row WHERE step = 3 AND ordinal = 1", "Step 3 .* was changed"),
    "a row put in": (
        "INSERT INTO step_row (step, ordinal, entity, entity_id, salt, hash) VALUES (3, 99, 'person', 'x', 'y', 'z')",
        "Step 3 .* was changed",
    ),
    "a step left out": ("DELETE FROM step WHERE seq = 4", "The step before this one is missing"),
    "the first step": ("DELETE FROM step WHERE seq = 1", "is missing"),
    "rows of no step": ("UPDATE step_row SET step = 77 WHERE step = 4", "belong to no step"),
    "the last step": ("DELETE FROM step WHERE seq = (SELECT max(seq) FROM step)", "belong to no step"),
    "a seal": ("UPDATE seal SET record_hash = 'x'", "seal .* record_hash changed"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found(written: BoardFile, outside: Driver, what: str) -> None:
    sql, told = TAMPERING[what]
    assert outside.execute(sql).rowcount > 0
    outside.close()
    found = findings(written)
    assert re.search(told, found), found


def test_the_end_of_the_journal_cut_off_whole_is_found(written: BoardFile, outside: Driver) -> None:
    """Whoever takes the last steps out with their rows leaves the tables ahead of the journal."""
    outside.execute("DELETE FROM step_row WHERE step >= 5")
    outside.execute("DELETE FROM step WHERE seq >= 5")
    outside.close()
    assert "title changed outside Boardroom" in findings(written)


def test_a_forged_row_with_a_forged_image_is_found_by_the_chain(written: BoardFile, outside: Driver) -> None:
    outside.execute("UPDATE agenda_item SET title = 'Rome care' WHERE title = 'Home care'")
    outside.execute("UPDATE step_row SET after = replace(after, 'Home', 'Rome')")
    outside.close()
    assert "what it says of agenda_item" in findings(written)


def rehash(outside: Driver) -> None:
    """Forge the chain anew over what the journal holds now, as somebody would who knows how."""
    steps = "SELECT id, origin, number, parents, who, at, label, kind, undoes, hash, seq FROM step ORDER BY seq"
    forged: dict[str, str] = {}
    for *heading, old_hash, seq in outside.execute(steps).fetchall():
        digest = sha256()
        for row in outside.execute("SELECT entity, entity_id, hash FROM step_row WHERE step = ? ORDER BY seq", (seq,)):
            digest.update(rows_line(*row))
        parents = tuple(forged.get(parent, parent) for parent in json.loads(heading[3]))
        step_id, origin, number, _, who, at, label, kind, undoes = heading
        forged[old_hash] = step_hash(
            Heading(
                id=step_id,
                origin=origin,
                number=number,
                parents=parents,
                who=who,
                at=at,
                label=label,
                kind=Kind(kind),
                undoes=undoes,
            ),
            digest.hexdigest(),
        )
        outside.execute(
            "UPDATE step SET hash = ?, parents = ? WHERE seq = ?", (forged[old_hash], json.dumps(parents), seq)
        )


def adopt(outside: Driver, seq: int, parent: int) -> None:
    """Let a step follow another one than it did."""
    (hash_of_parent,) = outside.execute("SELECT hash FROM step WHERE seq = ?", (parent,)).fetchone()
    outside.execute("UPDATE step SET parents = ? WHERE seq = ?", (json.dumps([hash_of_parent]), seq))


def test_a_chain_that_was_forged_as_it_was_is_whole(written: BoardFile, outside: Driver) -> None:
    rehash(outside)
    outside.close()
    assert check(written.path) == []


def test_a_step_taken_out_of_a_forged_chain_is_missed(written: BoardFile, outside: Driver) -> None:
    adopt(outside, 5, 3)
    outside.execute("DELETE FROM step WHERE seq = 4")
    outside.execute("DELETE FROM step_row WHERE step = 4")
    rehash(outside)
    outside.close()
    assert "not the next one: steps are missing" in findings(written)


def test_a_step_passed_over_in_a_forged_chain_is_noticed(written: BoardFile, outside: Driver) -> None:
    adopt(outside, 5, 3)
    rehash(outside)
    outside.close()
    assert "The journal has 2 ends instead of one" in findings(written)


def test_a_second_beginning_in_a_forged_chain_is_noticed(written: BoardFile, outside: Driver) -> None:
    outside.execute("UPDATE step SET parents = '[]' WHERE seq = 5")
    rehash(outside)
    outside.close()
    assert "follows no other, though it is not the first" in findings(written)


def test_sealed_minutes_are_compared_with_their_hash(written: BoardFile, outside: Driver) -> None:
    outside.execute("UPDATE decision SET wording = 'Refused'")
    outside.close()
    assert "The sealed minutes of 3 December 2026 are not what was sealed" in findings(written)


def test_images_may_be_removed_for_good_and_the_chain_holds(written: BoardFile, outside: Driver) -> None:
    outside.execute(
        "UPDATE step_row SET before = NULL, after = NULL, salt = NULL "
        "WHERE entity_id IN (SELECT entity_id FROM step_row WHERE entity = 'person')"
    )
    outside.close()
    assert check(written.path) == []


def test_a_row_without_its_parent_is_found(written: BoardFile, outside: Driver) -> None:
    outside.execute("DELETE FROM agenda_item")
    outside.close()
    found = findings(written)
    assert "belongs to a row of agenda_item that isn't there" in found
    assert "is gone, though no step of the journal deleted it" in found


def test_check_reads_a_file_that_is_in_use_and_changes_nothing(board: BoardFile, meeting: MeetingMaker) -> None:
    before = board.path.read_bytes()
    assert check(board.path) == []
    assert board.path.read_bytes() == before
    rename(board, meeting.record.items[0].id, "x")
    assert check(board.path) == []


def test_there_is_nothing_to_check_where_there_is_no_board_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no file"):
        check(tmp_path / "x.boardroom")


def test_more_of_the_same_is_not_told_without_end(written: BoardFile, outside: Driver) -> None:
    outside.execute("BEGIN")
    outside.executemany("INSERT INTO person VALUES ('Eve', '', '', ?)", [(f"{n}",) for n in range(1000)])
    outside.execute("COMMIT")
    outside.close()
    assert len(check(written.path)) < 120


@settings(max_examples=10)
@given(
    titles=st.lists(st.text(alphabet="ab1ŵ'\"\\\n\t{}", max_size=6), min_size=1, max_size=5),
    at=st.integers(min_value=0),
    data=st.data(),
)
def test_any_changed_value_anywhere_is_found(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str], at: int, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("check") / "x.boardroom"
    with BoardFile.create(path, who="Ann") as board:
        maker = a_meeting()
        for title in titles:
            maker.decide(maker.item("1", title), title)
        save(board, maker)
        rename(board, maker.record.items[0].id, "Renamed")
    assert check(path) == []
    with closing(connect_to_write(path)) as connection:
        table = data.draw(st.sampled_from(("agenda_item", "decision", "meeting", "step", "step_row", "board")))
        columns: list[Any] = connection.execute(f"PRAGMA table_info({table})").fetchall()
        column = data.draw(
            st.sampled_from([row[1] for row in columns if row[1] not in {"id", "seq", "step", "ordinal"}])
        )
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(
            f"UPDATE {table} SET \"{column}\" = coalesce(\"{column}\", '') || 'x' "  # noqa: S608
            f"WHERE rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET ?)",
            (at % count,),
        )
    assert check(path)
