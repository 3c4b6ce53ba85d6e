"""Versions of the board file: what each looks like, and the way from an older one to this program's.

While no version is released, `python -m boardroom.store.migrations.record` writes `versions/0001_*.py` and
`known.py` anew from the entities: run it after every change of a column. Nothing here imports Alembic or
SQLAlchemy until a file is made or migrated, because the first list is painted before either.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from boardroom.store.migrations.known import KNOWN
from boardroom.store.migrations.schema import schema_hash, version_of

if TYPE_CHECKING:
    from boardroom.store.connect import Driver

__all__ = ["HEAD", "REVISIONS", "Revisions", "create_schema", "known_schema", "migrate", "schema_hash", "version_of"]


@dataclass(frozen=True, slots=True)
class Revisions:
    """A row of versions: the folder of their Alembic scripts, and the schema hash of each."""

    folder: Path
    known: Mapping[str, str]

    @property
    def head(self) -> str:
        """The newest version."""
        return max(self.known)


REVISIONS = Revisions(Path(__file__).parent / "versions", KNOWN)
HEAD: str = REVISIONS.head
"""The version that this program writes."""


def known_schema(version: str) -> str | None:
    """Return the schema hash of a version; None where this program doesn't know it, as it is newer or foreign."""
    return KNOWN.get(version)


def create_schema(connection: "Driver") -> None:
    """Make every table of an empty board file, of version HEAD; within the caller's transaction."""
    from boardroom.store.migrations import create  # noqa: PLC0415 - the start-up goes without it

    create.create_schema(connection, HEAD)


def migrate(path: Path) -> Path | None:
    """Bring an older board file to version HEAD, whole or not at all, after copying it beside itself.

    Returns:
        the copy of the file as it was; None where the file is of this version already.

    Raises:
        Refusal: the file is of no version that this program knows, its schema is not that version's, or
            there is no room for the copy or the change.
    """
    from boardroom.store.migrations import upgrade  # noqa: PLC0415 - imports Alembic

    return upgrade.migrate(path, REVISIONS)
