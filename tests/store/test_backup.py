import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.board import Board
from boardroom.domain.refusal import Refusal
from boardroom.store.backup import DAYS, NEWEST, back_up, kept_moments, restore
from boardroom.store.check import check
from boardroom.store.connect import connect_to_read, connect_to_write, transaction
from boardroom.store.file import BoardFile
from boardroom.store.lock import FileLock

NOW = datetime(2026, 3, 1, 18, 15, tzinfo=UTC)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def board(tmp_path: Path) -> Iterator[BoardFile]:
    (tmp_path / "backups").mkdir()
    with BoardFile.create(tmp_path / "Arrowmere.boardroom", who="Secretary") as opened:
        write(opened, "Arrowmere")
        yield opened


def write(board: BoardFile, name: str) -> None:
    with board.writing(f"Add {name}") as session:
        session.add(Board(name=name))


def boards_in(path: Path) -> list[str]:
    with closing(connect_to_read(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM board ORDER BY name")]


def test_a_backup_of_an_open_file_holds_the_last_commit(board: BoardFile) -> None:
    backup = back_up(board, board.path.parent / "backups", now=NOW)
    assert backup.name == "Arrowmere 2026-03-01 181500Z step 1.boardroom"
    assert boards_in(backup) == ["Arrowmere"]
    assert check(backup) == []


def test_a_backup_can_be_read_where_nothing_can_be_written(board: BoardFile) -> None:
    backup = back_up(board, board.path.parent / "backups")
    assert backup.read_bytes()[18:20] == b"\x01\x01", "the header says WAL"
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_two_backups_of_one_moment_both_stand(board: BoardFile) -> None:
    folder = board.path.parent / "backups"
    assert back_up(board, folder, now=NOW) != back_up(board, folder, now=NOW)
    assert len(list(folder.iterdir())) == 2


def test_a_file_that_is_only_read_can_be_backed_up(board: BoardFile) -> None:
    with BoardFile.open(board.path) as second:
        assert second.read_only
        assert boards_in(back_up(second, board.path.parent / "backups")) == ["Arrowmere"]


def test_a_damaged_file_is_not_backed_up_and_pushes_nothing_out(board: BoardFile) -> None:
    folder = board.path.parent / "backups"
    first = back_up(board, folder, now=NOW - timedelta(days=900))
    with closing(connect_to_write(board.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    tear(board.path)
    with pytest.raises(Refusal, match="damaged"):
        back_up(board, folder, now=NOW)
    assert list(folder.iterdir()) == [first]


def tear(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 8)


def test_a_missing_folder_is_told(board: BoardFile) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        back_up(board, board.path.parent / "nowhere")


@pytest.mark.skipif(AS_ROOT or sys.platform == "win32", reason="root may write everywhere; Windows has other rights")
def test_a_folder_without_the_right_to_write_is_told(board: BoardFile) -> None:
    folder = board.path.parent / "backups"
    folder.chmod(0o500)
    with pytest.raises(Refusal, match="you may not write in the folder"):
        back_up(board, folder)
    folder.chmod(0o700)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 kB, where the machine lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if done.returncode:
        pytest.skip("this machine lends no disk to fill")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
def test_a_full_disk_is_told_and_nothing_half_done_stays(board: BoardFile, small_disk: Path) -> None:
    with pytest.raises(Refusal, match="the disk is full"):
        back_up(board, small_disk)
    assert list(small_disk.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
def test_a_read_only_disk_is_told(board: BoardFile, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(Refusal, match="the folder can only be read"):
        back_up(board, small_disk)


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_restore_that_does_not_fit_leaves_everything(board: BoardFile) -> None:
    backup = back_up(board, board.path.parent / "backups")
    write(board, "Later")
    board.close()
    before = board.path.read_bytes()
    with file_size_limit(200_000), pytest.raises(Refusal, match="Nothing was changed"):
        restore(backup, board.path)
    assert board.path.read_bytes() == before
    assert sorted(path.name for path in board.path.parent.iterdir()) == ["Arrowmere.boardroom", "backups"]


class file_size_limit:  # noqa: N801 - reads as a sentence
    """No file may grow beyond this many bytes: the nearest to a full disk that every POSIX machine has."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __enter__(self) -> None:
        self.before = resource.getrlimit(resource.RLIMIT_FSIZE)
        self.handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.size, self.before[1]))

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self.before)
        signal.signal(signal.SIGXFSZ, self.handler)


def test_restoring_brings_the_backup_back_and_keeps_what_stood_there(board: BoardFile) -> None:
    backup = back_up(board, board.path.parent / "backups")
    write(board, "Later")
    board.close()
    kept = restore(backup, board.path)
    assert kept is not None
    assert kept.name == "Arrowmere (before restore).boardroom"
    assert boards_in(board.path) == ["Arrowmere"]
    assert boards_in(kept) == ["Arrowmere", "Later"]
    with BoardFile.open(board.path, who="Secretary") as restored:
        write(restored, "Anew")
    assert boards_in(board.path) == ["Anew", "Arrowmere"]
    assert boards_in(kept) == ["Arrowmere", "Later"]
    assert check(board.path) == check(kept) == []


def test_restoring_twice_keeps_both_earlier_files(board: BoardFile) -> None:
    backup = back_up(board, board.path.parent / "backups")
    board.close()
    assert restore(backup, board.path) != restore(backup, board.path)


def test_what_a_killed_program_left_in_the_wal_is_kept_with_the_earlier_file(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    write(board, "Later")
    # As a kill leaves it: the last commits stand in the -wal only.
    crashed = tmp_path / "Crashed.boardroom"
    shutil.copy(board.path, crashed)
    shutil.copy(f"{board.path}-wal", f"{crashed}-wal")
    kept = restore(backup, crashed)
    assert kept is not None
    assert boards_in(kept) == ["Arrowmere", "Later"]
    assert boards_in(crashed) == ["Arrowmere"]


def test_a_wal_without_its_file_does_not_get_into_the_restored_one(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    write(board, "Later")
    lost = tmp_path / "Lost.boardroom"
    shutil.copy(f"{board.path}-wal", f"{lost}-wal")
    assert restore(backup, lost) is None
    assert boards_in(lost) == ["Arrowmere"]
    assert (tmp_path / "Lost.boardroom-wal (before restore)").exists()


def test_a_damaged_file_is_kept_byte_for_byte(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    damaged = tmp_path / "Damaged.boardroom"
    for content in (b"no board at all", b"SQLite format 3\0" + b"\xff" * 5000):
        damaged.write_bytes(content)
        kept = restore(backup, damaged)
        assert kept is not None
        assert kept.read_bytes() == content
        assert boards_in(damaged) == ["Arrowmere"]


def test_a_backup_is_restored_where_nothing_stood(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    assert restore(backup, tmp_path / "New.boardroom") is None
    assert check(tmp_path / "New.boardroom") == []


@pytest.mark.parametrize("content", [b"", b"A letter.", b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_board_file_is_not_restored(board: BoardFile, tmp_path: Path, content: bytes) -> None:
    board.close()
    other = tmp_path / "other.boardroom"
    other.write_bytes(content)
    before = board.path.read_bytes()
    with pytest.raises(Refusal):
        restore(other, board.path)
    assert board.path.read_bytes() == before


def test_a_torn_backup_is_not_restored(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    board.close()
    tear(backup)
    with pytest.raises(Refusal, match="damaged"):
        restore(backup, board.path)
    assert boards_in(board.path) == ["Arrowmere"]


def test_a_backup_whose_journal_was_rewritten_is_not_restored(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    board.close()
    with closing(connect_to_write(backup)) as connection, transaction(connection):
        connection.execute("UPDATE step SET who = 'somebody else'")
    with pytest.raises(Refusal, match="is not a sound board file"):
        restore(backup, board.path)


def test_a_missing_backup_is_told(board: BoardFile, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no file"):
        restore(tmp_path / "gone.boardroom", board.path)


def test_a_file_that_is_open_is_not_restored_over(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    with pytest.raises(Refusal, match="is open elsewhere"):
        restore(backup, board.path)
    write(board, "Later")
    assert boards_in(board.path) == ["Arrowmere", "Later"]


def test_a_backup_is_not_restored_over_itself(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    with pytest.raises(Refusal, match="over itself"):
        restore(backup, backup)


def test_a_restore_lets_go_of_the_lock(board: BoardFile, tmp_path: Path) -> None:
    backup = back_up(board, tmp_path / "backups")
    target = tmp_path / "New.boardroom"
    restore(backup, target)
    FileLock.take(target, who="").release()


def test_old_backups_are_thinned_out(board: BoardFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first = back_up(board, folder, now=NOW - timedelta(days=60))
    for day in range(59, 0, -1):
        shutil.copy(first, folder / f"Arrowmere {NOW - timedelta(days=day):%Y-%m-%d} 181500Z step 1.boardroom")
    newest = back_up(board, folder, now=NOW)
    kept = sorted(path.name.split()[1] for path in folder.iterdir())
    assert newest.exists()
    assert kept == ["2025-12-31", "2026-01-31", *(str(date(2026, 2, 16) + timedelta(days=day)) for day in range(14))]


def test_thinning_out_touches_no_other_file(board: BoardFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    (tmp_path / "elsewhere").mkdir()
    with BoardFile.create(tmp_path / "elsewhere" / "Arrowmere.boardroom", who="Somebody else") as namesake:
        write(namesake, "Another Arrowmere")
        others = [back_up(namesake, folder, now=NOW - timedelta(days=300, hours=hour)) for hour in range(10)]
    letters = [
        folder / "Arrowmere.boardroom",
        folder / "Arrowmere 2020-01-01 000000Z step 1.boardroom",
        folder / "Arrowmere East 2020-01-01 000000Z step 1.boardroom",
    ]
    for letter in letters:
        letter.write_text("A letter.")
    for minute in range(NEWEST + 2):
        back_up(board, folder, now=NOW + timedelta(minutes=minute))
    assert all(path.exists() for path in [*others, *letters])
    assert len(list(folder.glob("Arrowmere 2026-03-01*"))) == NEWEST


moments = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 3, 1), timezones=st.just(UTC)), max_size=60)  # noqa: DTZ001 - Hypothesis wants bare bounds


@given(moments)
def test_the_newest_one_a_day_and_one_a_month_are_kept(made: list[datetime]) -> None:
    kept = kept_moments(made, now=NOW)
    assert kept <= set(made)
    assert set(sorted(made)[-NEWEST:]) <= kept
    for moment in made:
        same_month = [other for other in made if (other.year, other.month) == (moment.year, moment.month)]
        assert max(same_month) in kept
        if moment.date() > (NOW - timedelta(days=DAYS)).date():
            assert max(other for other in made if other.date() == moment.date()) in kept


@given(moments)
def test_thinning_out_again_removes_nothing_more(made: list[datetime]) -> None:
    kept = kept_moments(made, now=NOW)
    assert kept_moments(kept, now=NOW) == kept


@given(moments)
def test_not_many_backups_are_kept(made: list[datetime]) -> None:
    months = {(moment.year, moment.month) for moment in made}
    assert len(kept_moments(made, now=NOW)) <= NEWEST + DAYS + len(months)
