"""The table that holds the bytes of papers.

It is a plain Core table in metadata of its own, for bytes are no entity: a row is its own proof, as its key is
the SHA-256 of its content. So it is never changed and never journalled, undoing a step leaves it, and it needs
no `id` beside that key (docs/decisions/0013). Nothing but `boardroom.store.papers` writes it.
"""

from sqlalchemy import Column, LargeBinary, MetaData, String, Table

CONTENTS = MetaData(naming_convention={"pk": "pk_%(table_name)s"})

CONTENT = Table(
    "paper_content",
    CONTENTS,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
