"""What stands behind a path is found out before anything of it is shown, and told in a sentence."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2 as driver

from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.store import migrations
from boardroom.store.check import check
from boardroom.store.connect import connect_to_write
from boardroom.store.engines import driver_of
from boardroom.store.file import BoardFile
from boardroom.store.lock import FileLock, LockedError, side_file
from boardroom.store.places import cloud_of, kind_of_mount, warnings_about
from tests.make import MeetingMaker
from tests.store.units import title_of, write

ROOT = Path(__file__).parents[2]
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def closed(board: BoardFile, meeting: MeetingMaker) -> Path:
    """A board file with a meeting in it, which nobody has open."""
    assert title_of(board, meeting.record.items[0].id) == "Home care"
    board.close()
    return board.path


def refusal_of(path: Path) -> str:
    with pytest.raises(Refusal) as told, BoardFile.open(path):
        pass
    return str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "There is no file" in refusal_of(tmp_path / "x.boardroom")


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert "is a folder" in refusal_of(tmp_path)


def test_an_empty_file_is_told(path: Path) -> None:
    path.touch()
    assert "is empty" in refusal_of(path)


@pytest.mark.parametrize("content", [b"Dear diary", b"SQLite format 3\0", b"%PDF-1.7" + bytes(5000), os.urandom(5000)])
def test_another_kind_of_file_is_told_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is not a board file" in refusal_of(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_programs_database_is_told_and_left_alone(path: Path) -> None:
    with closing(driver.connect(str(path))) as connection:
        connection.execute("CREATE TABLE person (id, name)")
        connection.commit()
    before = path.read_bytes()
    assert "another program" in refusal_of(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "smuggled",
    [
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM meeting; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (x)",
        "ALTER TABLE person ADD COLUMN extra",
        "DROP INDEX ix_meeting_record_id",
    ],
)
def test_a_schema_that_boardroom_did_not_make_is_not_opened(closed: Path, smuggled: str) -> None:
    with closing(connect_to_write(closed)) as connection:
        connection.execute(smuggled)
    assert "did not make" in refusal_of(closed)
    assert check(closed) == [refusal_of(closed)]
    assert not side_file(closed).exists()


def test_a_version_kept_in_a_view_is_not_asked(closed: Path) -> None:
    with closing(connect_to_write(closed)) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.execute("CREATE VIEW alembic_version AS SELECT '0001' AS version_num")
    assert "does not say which version" in refusal_of(closed)


def newer(path: Path, *statements: str) -> None:
    with closing(connect_to_write(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        for statement in statements:
            connection.execute(statement)


def test_a_newer_file_is_read_and_not_written(closed: Path) -> None:
    newer(closed, "ALTER TABLE person ADD COLUMN shoe_size INTEGER")
    with BoardFile.open(closed, who="Ben") as board:
        assert "newer version" in board.read_only
        with board.reading() as session:
            assert session.scalars(select(Person)).all() == []
        with pytest.raises(Refusal, match="newer version"), board.writing("Write"):
            pass
        assert not side_file(closed).exists()


@pytest.mark.parametrize(
    "statements",
    [
        ("ALTER TABLE person RENAME COLUMN name TO full_name",),
        ("DROP TABLE seal",),
        ("DROP TABLE seal", "CREATE VIEW seal AS SELECT 1 AS id"),
    ],
)
def test_a_newer_file_that_cannot_be_understood_is_told(closed: Path, statements: tuple[str, ...]) -> None:
    newer(closed, *statements)
    assert "install the newer one" in refusal_of(closed)


def test_a_file_of_no_known_version_is_told(closed: Path) -> None:
    with closing(connect_to_write(closed)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'abc'")
    assert "which version" in refusal_of(closed)


def truncated(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))


def first_page_torn(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3000)


@pytest.mark.parametrize("damage", [truncated, overwritten, first_page_torn])
def test_a_damaged_file_is_told_and_left_alone(closed: Path, damage: Callable[[Path], None]) -> None:
    damage(closed)
    before = closed.read_bytes()
    assert "latest backup" in refusal_of(closed)
    assert any("damaged" in finding for finding in check(closed))
    assert closed.read_bytes() == before
    assert not side_file(closed).exists()


def test_a_file_with_orphans_is_not_written(closed: Path, meeting: MeetingMaker) -> None:
    with closing(connect_to_write(closed)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM meeting")
    with BoardFile.open(closed, who="Ben") as board:
        with pytest.raises(Refusal, match="damaged"), board.writing("Write"):
            pass
        assert title_of(board, meeting.record.items[0].id) == "Home care"


def test_the_second_to_open_a_file_only_reads_it(board: BoardFile, meeting: MeetingMaker) -> None:
    with BoardFile.open(board.path, who="Ben") as second:
        assert "open elsewhere (Ann on " in second.read_only
        assert title_of(second, meeting.record.items[0].id) == "Home care"
        with pytest.raises(Refusal, match="open elsewhere"), second.writing("Write"):
            pass
        write(board, lambda session: session.add(Person(name="Cai")))
        with second.reading() as session:
            assert session.scalars(select(Person.name)).all() == ["Cai"]
    assert check(board.path) == []
    board.close()
    with BoardFile.open(board.path, who="Ben") as third:
        assert third.read_only == ""


HOLD = """
import sys, time
from pathlib import Path
from boardroom.store.file import BoardFile
board = BoardFile.open(Path(sys.argv[1]), who="Cai")
print(board.read_only or "held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(closed: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(closed)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_another_process_holds_the_lock_until_it_ends_in_whatever_way(
    closed: Path, holder: subprocess.Popen[str]
) -> None:
    with BoardFile.open(closed) as board:
        assert "Cai" in board.read_only
    holder.kill()
    holder.wait()
    assert side_file(closed).exists(), "it could not tidy up"
    with BoardFile.open(closed) as board:
        assert board.read_only == ""
    assert not side_file(closed).exists()


def test_a_lock_is_never_judged_by_the_presence_or_age_of_its_side_file(path: Path) -> None:
    side_file(path).write_text("Dora on laptop")
    os.utime(side_file(path), (0, 0))
    lock = FileLock.take(path, who="Ann")
    with pytest.raises(LockedError, match="Ann on "):
        FileLock.take(path, who="Ben")
    os.utime(side_file(path), (0, 0))
    with pytest.raises(LockedError, match="Ann on "):
        FileLock.take(path, who="Ben")
    lock.release()
    lock.release()
    FileLock.take(path, who="Ben").release()


def test_two_never_hold_the_lock_at_once_though_its_side_file_comes_and_goes(path: Path) -> None:
    inside: list[int] = []
    together: list[int] = []

    def contend() -> None:
        for _ in range(300):
            try:
                lock = FileLock.take(path, who="Ann")
            except LockedError:
                continue
            inside.append(1)
            time.sleep(0.0005)
            together.append(len(inside))
            inside.pop()
            lock.release()

    threads = [threading.Thread(target=contend) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(together) == {1}
    assert not side_file(path).exists()


def as_nobody(work: Callable[[], None]) -> int:
    """Do something in a child process that may not write what belongs to root."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if IS_ROOT:
                os.setgid(65534)
                os.setuid(65534)
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def protected(closed: Path) -> Iterator[Path]:
    """A folder in which an ordinary user can only read, with the board file in it."""
    folder = Path("/tmp") / f"boardroom-protected-{os.getpid()}"  # noqa: S108 - pytest's own folders are closed to others
    folder.mkdir()
    target = folder / closed.name
    shutil.copy(closed, target)
    target.chmod(0o444)
    folder.chmod(0o555)
    yield target
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions of this kind are POSIX's")
def test_a_file_in_a_write_protected_folder_is_read(protected: Path, meeting: MeetingMaker) -> None:
    def look() -> None:
        with BoardFile.open(protected) as board:
            assert "write-protected" in board.read_only
            assert title_of(board, meeting.record.items[0].id) == "Home care"
        assert check(protected) == []

    assert as_nobody(look) == 0
    assert [file.name for file in protected.parent.iterdir()] == [protected.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions of this kind are POSIX's")
def test_changes_that_stand_beside_a_write_protected_file_are_told(protected: Path, board: BoardFile) -> None:
    protected.parent.chmod(0o755)
    protected.chmod(0o644)
    with BoardFile.open(protected, who="Ann") as source:
        write(source, lambda session: session.add(Person(name="Cai")))
        wal = protected.with_name(f"{protected.name}-wal").read_bytes()
    protected.with_name(f"{protected.name}-wal").write_bytes(wal)
    protected.parent.chmod(0o555)

    def look() -> None:
        assert "copy both files" in refusal_of(protected)

    assert as_nobody(look) == 0
    assert board.warnings == []


def test_a_full_disk_refuses_in_a_sentence_and_loses_nothing(board: BoardFile, meeting: MeetingMaker) -> None:
    item_id = meeting.record.items[0].id

    def fill(pages: int) -> None:
        with board.writing("Limit") as session:
            driver_of(session.connection()).execute(f"PRAGMA max_page_count={pages}")

    def much() -> None:
        with board.writing("Add much") as session:
            for number in range(400):
                session.add(Person(name=f"{number}" * 2000))
                session.flush()

    fill(1)
    with pytest.raises(Refusal, match="The disk is full"):
        much()
    assert title_of(board, item_id) == "Home care"
    fill(1_000_000)
    write(board, lambda session: session.add(Person(name="Cai")))
    assert check(board.path) == []


def test_a_disk_that_takes_no_more_refuses_in_a_sentence(closed: Path) -> None:
    """A limit on a file's size stands for the full disk, with the operating system's own error."""
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from boardroom.domain.people import Person\n"
        "from boardroom.domain.refusal import Refusal\n"
        "from boardroom.store.file import BoardFile\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with BoardFile.open(Path(sys.argv[1]), who='Cai') as board:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "    try:\n"
        "        for number in range(100):\n"
        "            with board.writing('Add') as session:\n"
        "                session.add(Person(name='x' * 20_000))\n"
        "            print(board.last_change.seq, flush=True)\n"
        "    except Refusal as refusal:\n"
        "        print(refusal)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(closed)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    *acknowledged, sentence = told.stdout.splitlines()
    assert "disk" in sentence
    assert check(closed) == []
    with BoardFile.open(closed) as board, board.reading() as session:
        assert len(session.scalars(select(Person)).all()) == len(acknowledged)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ann/Dropbox/boards", "Dropbox"),
        ("/home/ann/Dropbox (Personal)", "Dropbox"),
        ("/home/ann/OneDrive - County Council/boards", "OneDrive"),
        ("/Users/ann/Library/Mobile Documents/x", "iCloud Drive"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org", "Google Drive"),
        ("/home/ann/Nextcloud", "Nextcloud"),
        ("/home/ann/Documents/Boxing club", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(folder: str, service: str) -> None:
    assert cloud_of(Path(folder)) == service


def test_a_folder_that_is_copied_elsewhere_is_warned_of(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with BoardFile.create(folder / "x.boardroom", who="Ann") as board:
        assert len(board.warnings) == 1
        assert "Dropbox" in board.warnings[0]
    marked = tmp_path / "ours"
    (marked / ".stfolder").mkdir(parents=True)
    assert "Syncthing" in warnings_about(marked / "x.boardroom")[0]


def test_a_network_drive_is_known_by_its_mount() -> None:
    mounts = (
        "22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        "40 22 0:50 / /mnt/the\\040office rw - cifs //server/office rw\n"
        "41 22 0:51 / /mnt/office rw - nfs4 server:/office rw\n"
        "nonsense\n"
    )
    assert kind_of_mount(mounts, Path("/mnt/the office/boards")) == "cifs"
    assert kind_of_mount(mounts, Path("/mnt/office")) == "nfs4"
    assert kind_of_mount(mounts, Path("/mnt/officers")) == "ext4"


def test_an_older_file_is_brought_up_to_date_and_undo_stops_there(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is one version so far; its number alone is made older here."""
    known = migrations.known_schema(migrations.HEAD)
    monkeypatch.setattr(migrations, "known_schema", lambda version: known if version in {"0000", "0001"} else None)

    def migrate(path: Path) -> None:
        with closing(connect_to_write(path)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '0001'")

    monkeypatch.setattr(migrations, "migrate", migrate)
    with closing(connect_to_write(closed)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    with BoardFile.open(closed, who="Ann") as board, board.reading() as session:
        bare = driver_of(session.connection())
        assert bare.execute("SELECT kind FROM step ORDER BY seq DESC").fetchone() == ("barrier",)
        assert migrations.version_of(bare) == "0001"
