"""The bytes of papers: kept once under their hash, given back only if they still have it."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.store.connect import Driver
from boardroom.store.queries.papers import content_named
from boardroom.store.unit import step_of

# Writing the same bytes again mends a row that a fault of the disk has changed.
_KEEP = """
    INSERT INTO paper_content (sha256, content) VALUES (?, ?)
    ON CONFLICT (sha256) DO UPDATE SET content = excluded.content WHERE content <> excluded.content
"""
_WANTING = """
    SELECT DISTINCT sha256 FROM paper
    WHERE sha256 <> '' AND NOT EXISTS (SELECT 1 FROM paper_content AS kept WHERE kept.sha256 = paper.sha256)
"""


def keep_content(session: Session, content: bytes) -> str:
    """Keep the bytes of a paper, in the transaction of the row that names them; the same bytes are kept once.

    Args:
        session: of `BoardFile.writing`.
        content: the whole file.

    Returns:
        their SHA-256 in hexadecimal.
    """
    key = sha256(content).hexdigest()
    step_of(session).connection.execute(_KEEP, (key, content))
    return key


def content_of(session: Session, key: str) -> bytes:
    """Return the bytes of a paper.

    Args:
        session: one that reads.
        key: their SHA-256 in hexadecimal, as the paper's row has it.

    Raises:
        Refusal: they are not in the file, or are not what was attached.
    """
    content, title = content_named(session, key)
    if content is not None and sha256(content).hexdigest() == key:
        return content
    what = "missing from the board file" if content is None else "damaged in the board file"
    message = f"The file of the paper “{title}” is {what}: attach it again, or restore the latest backup."
    raise Refusal(message)


def broken_papers(connection: Driver) -> Iterator[str]:
    """Give a sentence for all bytes of papers that are missing or are no longer what was attached."""
    for (key,) in connection.execute(_WANTING):
        yield f"The file of the paper with the hash {key} is missing."
    for key, content in connection.execute("SELECT sha256, content FROM paper_content"):
        if not isinstance(content, bytes) or sha256(content).hexdigest() != key:
            yield f"The file of the paper with the hash {key} is damaged."
