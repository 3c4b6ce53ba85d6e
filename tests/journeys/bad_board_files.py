"""Board files that are none, or no longer: how each is made from a sound one."""

import os
import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from boardroom.store.connect import APPLICATION_ID

Damage = Callable[[Path, bytes], Path | str]
"""Given where the file shall stand and a sound file's bytes, makes the bad one and returns what to name."""

PAGE = 4096


def _holding(content: bytes) -> Damage:
    def make(path: Path, _sound: bytes) -> Path:
        path.write_bytes(content)
        return path

    return make


def cut(keep: int) -> Damage:
    """Return what keeps only the first so many bytes; -1 keeps all but the last page."""

    def make(path: Path, sound: bytes) -> Path:
        path.write_bytes(sound[:keep] if keep >= 0 else sound[:-PAGE])
        return path

    return make


def flipped(byte: int, bits: int = 0x55) -> Damage:
    """Return what turns some bits of one byte."""

    def make(path: Path, sound: bytes) -> Path:
        content = bytearray(sound)
        content[byte] ^= bits
        path.write_bytes(content)
        return path

    return make


def overwritten(page: int) -> Damage:
    """Return what writes noise over a page."""

    def make(path: Path, sound: bytes) -> Path:
        content = bytearray(sound)
        content[page * PAGE : (page + 1) * PAGE] = random.Random(page).randbytes(PAGE)
        path.write_bytes(content)
        return path

    return make


def _database(*statements: str) -> Damage:
    def make(path: Path, _sound: bytes) -> Path:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        return path

    return make


def changed(*statements: str) -> Damage:
    """Return what runs statements on a sound file, by another program."""

    def make(path: Path, sound: bytes) -> Path:
        path.write_bytes(sound)
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return path

    return make


def _folder(path: Path, _sound: bytes) -> Path:
    path.mkdir()
    return path


def _pipe(path: Path, _sound: bytes) -> Path:
    os.mkfifo(path)
    return path


def _own_link(path: Path, _sound: bytes) -> Path:
    path.symlink_to(path)
    return path


def _link_to_nothing(path: Path, _sound: bytes) -> Path:
    path.symlink_to(path.with_name("nowhere"))
    return path


def _under_a_file(path: Path, sound: bytes) -> Path:
    path.write_bytes(sound)
    return path / "Board.boardroom"


_OURS = f"PRAGMA application_id={APPLICATION_ID}"
BAD: Mapping[str, Damage] = {
    "missing": lambda path, _: path,
    "a folder": _folder,
    "a pipe": _pipe,
    "a link to itself": _own_link,
    "a link to nothing": _link_to_nothing,
    "under a file": _under_a_file,
    "a name with NUL": lambda path, _: f"{path}\0x",
    "an empty name": lambda *_: "",
    "a long name": lambda path, _: path.with_name("x" * 300),
    "a long path": lambda path, _: path / "/".join(["x" * 200] * 40),
    "empty": _holding(b""),
    "a text": _holding(b"Minutes of the meeting\n" * 500),
    "a picture": _holding(b"\xff\xd8\xff\xe0" + random.Random(1).randbytes(5000)),
    "another database": _database("CREATE TABLE t (x)"),
    "our mark on another database": _database(_OURS, "CREATE TABLE t (x)"),
    "our version on other tables": _database(
        _OURS, "CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES ('0001')"
    ),
    "a version that is none": _database(
        _OURS, "CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES (x'ff00')"
    ),
    "a version that is a number": _database(
        _OURS, "CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES (9999)"
    ),
    "a trigger": changed("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM meeting; END"),
    "a view": changed("CREATE VIEW v AS SELECT 1"),
    "one byte": cut(1),
    "half a header": cut(99),
    "a header alone": cut(100),
    "one page": cut(PAGE),
    "a page and a byte": cut(PAGE + 1),
    "the last page gone": cut(-1),
    "page size": flipped(16),
    "write version": flipped(18),
    "read version": flipped(19),
    "reserved space": flipped(20),
    "payload fraction": flipped(21),
    "length": flipped(28),
    "schema format": flipped(47),
    "kind of first page": flipped(100),
    "noise in the second page": overwritten(1),
    "noise in a later page": overwritten(60),
}
