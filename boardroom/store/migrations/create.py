"""The statements that make an empty board file of the newest version, from the entities themselves."""

from collections.abc import Iterator

from sqlalchemy import MetaData
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from boardroom.domain.entities import ENTITIES
from boardroom.store.connect import APPLICATION_ID, Driver
from boardroom.store.journal import JOURNAL
from boardroom.store.paper_content import CONTENTS
from boardroom.store.search_index import SCHEMA as SEARCH

# As Alembic writes it.
VERSION_TABLE = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def create_schema(connection: Driver, version: str) -> None:
    """Make every table of an empty board file and note its version, within the caller's transaction."""
    for statement in statements():
        connection.execute(statement)
    connection.execute(VERSION_TABLE)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (version,))


def statements() -> list[str]:
    """Return what makes all tables but Alembic's own, in a fixed order."""
    return [
        f"PRAGMA application_id={APPLICATION_ID}",
        # Every entity shares one metadata.
        *_tables_of(ENTITIES[0].metadata),
        *_tables_of(JOURNAL),
        *_tables_of(CONTENTS),
        *SEARCH,
    ]


def _tables_of(metadata: MetaData) -> Iterator[str]:
    # SQLite looks for the table of a foreign key only when a row is written, so any order will do.
    for _, table in sorted(metadata.tables.items()):
        yield _sql(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield _sql(CreateIndex(index))


def _sql(element: ExecutableDDLElement) -> str:
    lines = str(element.compile(dialect=dialect())).strip().replace("\t", "    ").splitlines()
    return "\n".join(line.rstrip() for line in lines)
