import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection as CoreConnection
from sqlalchemy import Engine, MetaData, StaticPool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import Meeting
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import TextKind
from boardroom.store.connect import Driver, connect_to_read, connect_to_write, transaction
from boardroom.store.file import BoardFile
from boardroom.store.journal import JOURNAL
from boardroom.store.migrations import (
    HEAD,
    REVISIONS,
    Revisions,
    create_schema,
    known_schema,
    migrate,
    schema_hash,
    version_of,
)
from boardroom.store.migrations import record as recording
from boardroom.store.migrations import upgrade as upgrading
from boardroom.store.paper_content import CONTENTS

SECOND = '''"""A made-up version 0002: a column, a table, a column that goes, and rows that change."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("meeting", sa.Column("weather", sa.Text()))
    op.create_table("badge", sa.Column("id", sa.String(36), primary_key=True), sa.Column("text", sa.Text()))
    op.execute("UPDATE meeting SET weather = 'fair'")
    with op.batch_alter_table("agenda_item") as batch:
        batch.drop_column("taken_after")
        batch.add_column(sa.Column("colour", sa.Text()))
    op.execute("INSERT INTO badge SELECT id, title FROM agenda_item")
'''

BROKEN = f"{SECOND}    op.get_bind().execute(sa.delete(sa.table('meeting')))\n"


def in_memory() -> Driver:
    connection: Driver = driver.connect(":memory:", isolation_level=None)
    return connection


@pytest.fixture
def empty() -> Iterator[Driver]:
    with closing(in_memory()) as connection:
        create_schema(connection)
        yield connection


@pytest.fixture
def later(tmp_path: Path) -> Revisions:
    """The versions as they will be one day: with a second one."""
    return with_second(tmp_path, SECOND)


def with_second(tmp_path: Path, script: str) -> Revisions:
    folder = tmp_path / "versions"
    folder.mkdir()
    for part in REVISIONS.folder.glob("0001_first.*"):
        shutil.copy(part, folder)
    (folder / "0002_second.py").write_text(script)
    return recording.record(folder, released=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A board file of this program's version, with a meeting and its items."""
    file = tmp_path / "Old.boardroom"
    with BoardFile.create(file, who="Secretary") as board, board.writing("Fill") as session:
        meeting = Meeting()
        session.add(meeting)
        for place in range(3):
            item = AgendaItem(meeting_id=meeting.id, position=place, title=f"Item {place}")
            # What points to the items would forbid to rebuild their table, were keys watched meanwhile.
            session.add_all([item, Paragraph(meeting_id=meeting.id, item_id=item.id, text_kind=TextKind.MINUTE)])
    return file


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(connect_to_read(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables}  # noqa: S608


def test_a_new_file_is_of_the_newest_version(empty: Driver) -> None:
    assert version_of(empty) == HEAD
    assert schema_hash(empty) == known_schema(HEAD)


def test_the_recorded_versions_are_those_of_the_entities(tmp_path: Path) -> None:
    folder = tmp_path / "versions"
    shutil.copytree(REVISIONS.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    hint = "run: python -m boardroom.store.migrations.record"
    recorded = recording.record(folder, released=recording.RELEASED)
    assert recorded.known == REVISIONS.known, hint
    for script in folder.glob("[0-9]*"):
        assert script.read_text() == (REVISIONS.folder / script.name).read_text(), hint
    assert recording.known(recorded) == (REVISIONS.folder.parent / "known.py").read_text(), hint


def test_the_migrations_lead_to_the_schema_of_a_new_file(empty: Driver) -> None:
    with closing(in_memory()) as migrated:
        upgrading.upgrade(migrated, REVISIONS, to=HEAD)
        assert schema_hash(migrated) == schema_hash(empty)
        assert version_of(migrated) == HEAD
        ours = "PRAGMA application_id"
        assert migrated.execute(ours).fetchone() == empty.execute(ours).fetchone()


def test_alembic_finds_no_difference_to_the_entities() -> None:
    with closing(in_memory()) as migrated:
        upgrading.upgrade(migrated, REVISIONS, to=HEAD)
        assert differences(migrated) == []
        migrated.execute("ALTER TABLE meeting ADD COLUMN weather TEXT")
        assert "weather" in str(differences(migrated))


def differences(connection: Driver) -> list[object]:
    """Return what Alembic would change, the search tables aside: they are SQLite's own affair."""
    expected = MetaData()
    for table in [*ENTITIES[0].metadata.tables.values(), *JOURNAL.tables.values(), *CONTENTS.tables.values()]:
        table.to_metadata(expected)
    engine = create_engine("sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool)
    options = {"include_name": lambda name, kind, _: not (kind == "table" and name.startswith("search_"))}
    with engine.connect() as core:
        return list(compare_metadata(MigrationContext.configure(core, opts=options), expected))


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TRIGGER t AFTER INSERT ON meeting BEGIN DELETE FROM meeting; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE other (id TEXT)",
        "ALTER TABLE meeting ADD COLUMN other TEXT",
        "ALTER TABLE meeting ADD COLUMN other TEXT AS (upper(name))",
        "ALTER TABLE meeting DROP COLUMN venue",
        "CREATE INDEX i ON meeting (upper(name))",
        "DROP INDEX ix_agenda_item_meeting_id",
        "ALTER TABLE vote RENAME TO ballot",
        "DROP TABLE search_index",
        "DROP TABLE step_row",
    ],
)
def test_a_foreign_schema_shows_in_its_hash(empty: Driver, foreign: str) -> None:
    empty.execute(foreign)
    assert schema_hash(empty) != known_schema(HEAD)


def test_a_view_in_the_place_of_a_table_shows_in_the_hash(empty: Driver) -> None:
    empty.execute("ALTER TABLE vote RENAME TO vote_2")
    empty.execute("CREATE VIEW vote AS SELECT * FROM vote_2")
    assert schema_hash(empty) != known_schema(HEAD)


def test_statistics_and_the_order_of_columns_do_not_show_in_the_hash(empty: Driver) -> None:
    empty.execute("ANALYZE")
    assert schema_hash(empty) == known_schema(HEAD)
    with closing(in_memory()) as one, closing(in_memory()) as other:
        one.execute("CREATE TABLE t (id TEXT, n VARCHAR(3, 4) CHECK (n IN (1, 2)))")
        other.execute('CREATE TABLE "t" (id   TEXT)')
        assert schema_hash(one) != schema_hash(other)
        other.execute("ALTER TABLE t ADD COLUMN n VARCHAR(3, 4) CHECK (n IN (1, 2))")
        assert schema_hash(one) == schema_hash(other)


def test_an_unknown_version_has_no_known_schema() -> None:
    assert known_schema("9999") is None


@pytest.mark.parametrize("spoilt", ["DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('0000')"])
def test_a_file_that_says_no_version_or_two_has_none(empty: Driver, spoilt: str) -> None:
    empty.execute(spoilt)
    assert version_of(empty) is None


def test_a_file_without_a_version_table_has_no_version() -> None:
    with closing(in_memory()) as connection:
        connection.execute("CREATE VIEW alembic_version AS SELECT '0001' AS version_num")
        assert version_of(connection) is None


def test_a_migration_keeps_every_row_and_a_copy_of_the_file(path: Path, later: Revisions) -> None:
    before = contents(path)
    copy = upgrading.migrate(path, later)
    assert copy is not None
    assert copy.name == "Old (version 0001).boardroom"
    assert contents(copy) == before
    after = contents(path)
    assert after["alembic_version"] == [("0002",)]
    assert [row[1] for row in after["badge"]] == ["Item 0", "Item 1", "Item 2"]
    assert [row[-1] for row in after["meeting"]] == ["fair"]
    assert after["step_row"] == before["step_row"]
    with closing(connect_to_read(path)) as connection:
        assert schema_hash(connection) == later.known["0002"]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_second_migration_of_the_same_file_keeps_the_first_copy(path: Path, later: Revisions) -> None:
    (path.parent / "Old (version 0001).boardroom").write_text("A letter.")
    copy = upgrading.migrate(path, later)
    assert copy is not None
    assert copy.name == "Old (version 0001) (2).boardroom"


def test_a_file_of_this_version_is_left_alone(path: Path) -> None:
    before = path.read_bytes()
    assert migrate(path) is None
    assert path.read_bytes() == before


@pytest.mark.parametrize("foreign", ["UPDATE alembic_version SET version_num = '0000'", "CREATE TABLE other (id TEXT)"])
def test_a_foreign_file_is_not_migrated(path: Path, later: Revisions, foreign: str) -> None:
    with closing(connect_to_write(path)) as connection:
        connection.execute(foreign)
    before = contents(path)
    with pytest.raises(Refusal):
        upgrading.migrate(path, later)
    assert contents(path) == before


def test_a_migration_that_loses_a_parent_changes_nothing(path: Path, tmp_path: Path) -> None:
    broken = with_second(tmp_path, BROKEN)
    before = contents(path)
    with pytest.raises(RuntimeError, match="without their parents"):
        upgrading.migrate(path, broken)
    assert contents(path) == before


def test_a_migration_to_another_schema_than_recorded_changes_nothing(path: Path, later: Revisions) -> None:
    before = contents(path)
    with pytest.raises(RuntimeError, match="another schema"):
        upgrading.migrate(path, Revisions(later.folder, {**later.known, "0002": "0" * 64}))
    assert contents(path) == before


class Stop(Exception):  # noqa: N818 - it is no error
    """Ends a migration at some statement."""


def at_statement(number: int, act: Callable[[], None]) -> Callable[[], None]:
    """Act when this many statements of a migration have run; returns what ends the watch."""
    seen = 0

    def count(_connection: CoreConnection, *_: object) -> None:
        nonlocal seen
        if seen == number:
            act()
        seen += 1

    event.listen(Engine, "before_cursor_execute", count)
    return lambda: event.remove(Engine, "before_cursor_execute", count)


def stop() -> None:
    raise Stop


def test_a_migration_stopped_at_any_statement_leaves_the_old_file(path: Path, later: Revisions) -> None:
    before = contents(path)
    stopped = 0
    while True:
        unwatch = at_statement(stopped, stop)
        try:
            upgrading.migrate(path, later)
        except Stop:
            stopped += 1
            assert contents(path) == before
        else:
            break
        finally:
            unwatch()
    assert stopped > 10, "hardly a statement was watched"
    assert contents(path)["alembic_version"] == [("0002",)]


KILLED = """
import os, sys
from pathlib import Path
from boardroom.store.migrations import Revisions, upgrade
from tests.store.test_migrations import at_statement

folder, known, path, number = sys.argv[1:]
at_statement(int(number), lambda: os._exit(9))
upgrade.migrate(Path(path), Revisions(Path(folder), eval(known)))
"""


def test_a_migration_killed_leaves_the_old_file_or_the_new(path: Path, later: Revisions) -> None:
    # Killed as the machine would: what the transaction wrote stays in the -wal without a commit.
    before = contents(path)
    codes = []
    for number in (0, 6, 12, 9999):
        command = [sys.executable, "-c", KILLED, str(later.folder), repr(dict(later.known)), str(path), str(number)]
        codes.append(subprocess.run(command, check=False, cwd=Path(__file__).parents[2], env=os.environ).returncode)
        assert contents(path) == before or codes[-1] == 0
    assert codes == [9, 9, 9, 0]
    assert contents(path)["alembic_version"] == [("0002",)]


def test_a_new_file_is_made_without_alembic(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from boardroom.store.file import BoardFile;"
        f"BoardFile.create(Path({str(tmp_path / 'New.boardroom')!r}), who='Secretary').close();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_the_versions_are_known_without_sqlalchemy() -> None:
    script = "import sys; import boardroom.store.migrations; sys.exit('sqlalchemy' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_a_file_in_use_elsewhere_is_not_migrated(path: Path, later: Revisions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardroom.store.connect.BUSY_SECONDS", 0.1)
    with closing(connect_to_write(path)) as other, transaction(other):
        other.execute("UPDATE meeting SET name = 'Held'")
        with pytest.raises(driver.OperationalError, match="locked"):
            upgrading.migrate(path, later)
    assert contents(path)["alembic_version"] == [("0001",)]
