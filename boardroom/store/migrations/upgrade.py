"""From an older version of the board file to a newer one: a copy first, then one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import StaticPool, create_engine
from sqlcipher3 import dbapi2 as driver

from boardroom.domain.refusal import Refusal
from boardroom.store.connect import Driver, connect_to_read, connect_to_write
from boardroom.store.copy import copy_file, free_name
from boardroom.store.migrations.schema import schema_hash, version_of

if TYPE_CHECKING:
    from boardroom.store.migrations import Revisions


def migrate(path: Path, revisions: "Revisions") -> Path | None:
    """Bring a board file to the newest of these versions; see `boardroom.store.migrations.migrate`."""
    connection = connect_to_read(path)
    try:
        version = _checked_version(connection, path, revisions)
    finally:
        connection.close()
    if version == revisions.head:
        return None
    copy = copy_file(path, free_name(path.with_name(f"{path.stem} (version {version}){path.suffix}")))
    connection = connect_to_write(path)
    try:
        upgrade(connection, revisions, to=revisions.head)
    finally:
        connection.close()
    return copy


def upgrade(connection: Driver, revisions: "Revisions", *, to: str) -> None:
    """Run the migrations up to a version in one transaction: all of them, or nothing.

    Args:
        connection: a bare connection for writing, outside any transaction.
        revisions: the versions there are.
        to: the version to reach.

    Raises:
        RuntimeError: the migrations leave a row without its parent, or another schema than they should.
    """
    config = Config()
    config.set_main_option("script_location", _literal(Path(__file__).parent))
    config.set_main_option("version_locations", _literal(revisions.folder))
    config.set_main_option("path_separator", "newline")
    # A batch drops and rebuilds a table, which its children's keys would forbid; within a transaction the
    # pragma is ignored (hazard 7).
    connection.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine("sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool)
    try:
        with engine.connect() as core:
            connection.execute("BEGIN IMMEDIATE")
            try:
                with core.begin():
                    config.attributes["connection"] = core
                    command.upgrade(config, to)
                    _check(connection, revisions, to)
            finally:
                # A full disk may have rolled back already; what raised before SQLAlchemy's own begin has not.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _checked_version(connection: Driver, path: Path, revisions: "Revisions") -> str:
    version = version_of(connection)
    known = revisions.known.get(version or "")
    if version is None or known is None:
        message = f"{path.name} was written by another version of Boardroom, which this one does not know."
        raise Refusal(message)
    if schema_hash(connection) != known:
        message = f"{path.name} holds tables that are not Boardroom's; it was not changed."
        raise Refusal(message)
    return version


def _check(connection: Driver, revisions: "Revisions", version: str) -> None:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        message = f"the migration to {version} leaves rows without their parents: {orphans[:5]}"
        raise RuntimeError(message)
    expected = revisions.known.get(version)
    if expected and schema_hash(connection) != expected:
        message = f"the migration to {version} gives another schema than the one recorded for it"
        raise RuntimeError(message)


def _literal(path: Path) -> str:
    return str(path).replace("%", "%%")
