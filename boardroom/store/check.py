"""Whether a board file is whole and tells the truth: pages, keys, search, the chain, every row, paper and seal.

SQLite's own checks miss a flipped bit inside a page of a plain file (hazard 5): "1000" becomes "9000" and all
is well. So every live row is compared with its last image in the journal, and every image with the chain of
hashes. Rows stream by; nothing is held in memory but the chain's open ends.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as driver

from boardroom.domain.audience import Audience
from boardroom.domain.fingerprint import record_hash
from boardroom.domain.meeting import Seal
from boardroom.domain.refusal import Refusal
from boardroom.store import search
from boardroom.store.chain import broken_links
from boardroom.store.connect import Driver
from boardroom.store.engines import reading_engine
from boardroom.store.images import Image, Shape, shapes
from boardroom.store.opening import Opened, check_header, check_schema, connect_to_examine, orphans_in
from boardroom.store.papers import broken_papers
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.seal import meeting_words
from boardroom.store.trouble import DAMAGED, sentence_for

MOST = 50
"""Findings after which a part of the check stops: more of the same help nobody."""

_LAST_IMAGE = "SELECT after, salt FROM step_row WHERE entity_id = ? AND entity = ? ORDER BY seq DESC LIMIT 1"


def check(path: Path) -> list[str]:
    """Return a sentence for all that is wrong with a board file; none where it is whole.

    Others may use the file meanwhile; it is read as it stands at one moment.

    Raises:
        Refusal: there is no board file to check, or it can't be read now.
    """
    check_header(path)
    opened = Opened(path=path.absolute())
    try:
        with closing(connect_to_examine(opened)) as connection:
            check_schema(connection, opened)
            connection.text_factory = _text
            connection.execute("BEGIN")
            findings = list(islice(_damage(connection), MOST))
            if findings:
                # What is torn can't be read further without stumbling.
                return findings
            for part in (
                _orphans,
                broken_links,
                _rows_changed,
                broken_papers,
                search.verify,
                lambda _: _seals_broken(opened),
            ):
                _look(findings, part, connection)
    except Refusal as refusal:
        return [str(refusal)]
    except (driver.Error, DBAPIError) as error:
        sentence = sentence_for(error, path)
        if not sentence:
            raise
        if sentence != DAMAGED.format(name=path.name):
            raise Refusal(sentence) from error
        return [sentence]
    return findings


def blame(path: Path) -> str:
    """Return the sentence that tells why a program may have stumbled over a board file; "" where the file is sound.

    A value that was changed outside Boardroom may be no date, no word, no number: whoever reads it raises.
    """
    try:
        findings = check(path)
    except (Refusal, OSError):
        return ""
    if not findings:
        return ""
    return (
        f"“{path.name}” is damaged, so this could not be done; “boardroom check” shows what is wrong with it. "
        "Go back to its latest backup."
    )


def _look(findings: list[str], part: Callable[[Driver], Iterator[str] | list[str]], connection: Driver) -> None:
    """Add what a part of the check finds, at most so much."""
    try:
        findings.extend(islice(part(connection), MOST))
    except Exception:
        # Where a value is already known to be wrong, a later part may stumble over it.
        if not findings:
            raise


def _damage(connection: Driver) -> Iterator[str]:
    """Give what SQLite finds torn: pages, order, indexes, values that must be there."""
    for (found,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
        if found != "ok":
            yield f"The file is damaged: {found}. Restore its latest backup."


def _orphans(connection: Driver) -> list[str]:
    return orphans_in(connection)


def _rows_changed(connection: Driver) -> Iterator[str]:
    """Give the rows that are not what the journal last made them."""
    for shape in shapes().values():
        listed = ", ".join(f'"{name}"' for name in shape.columns)
        for row in connection.execute(f'SELECT {listed} FROM "{shape.entity}"'):  # noqa: S608 - names of our own
            found = _difference(connection, shape, dict(zip(shape.columns, row, strict=True)))
            if found:
                yield found


def _difference(connection: Driver, shape: Shape, live: Image) -> str:
    what = f"{shape.entity} {live['id']}"
    last = connection.execute(_LAST_IMAGE, (live["id"], shape.entity)).fetchone()
    if last is None:
        return f"{what} was never written by Boardroom: it is in no step of the journal."
    after, salt = last
    if salt is None:
        return ""
    if after is None:
        return f"{what} is there, though the journal says that it was deleted."
    try:
        image = json.loads(after)
    except ValueError:
        # The chain tells of this one.
        return ""
    # A column that a later version added is in no older image.
    changed = [name for name, value in image.items() if live.get(name) != value]
    if not changed:
        return ""
    return f"{what} is not what was last written: {', '.join(changed)} changed outside Boardroom."


def _seals_broken(opened: Opened) -> Iterator[str]:
    """Give the sealed minutes whose record no longer has the hash that was sealed."""
    engine = reading_engine(opened.path, immutable=opened.immutable)
    try:
        with Session(engine) as session:
            for meeting_id, sealed_hash in session.execute(select(Seal.meeting_id, Seal.record_hash)).all():
                if hash_now(session, meeting_id) != sealed_hash:
                    connection: Driver = session.connection().connection.driver_connection  # type: ignore[assignment]
                    meeting = meeting_words(connection, str(meeting_id))
                    yield f"The sealed minutes of {meeting} are not what was sealed."
                session.expunge_all()
    finally:
        engine.dispose()


def hash_now(session: Session, meeting_id: UUID) -> str:
    """Return the hash that a meeting's minutes would be sealed with now; "" where they can't be read."""
    try:
        return record_hash(load_meeting(session, meeting_id, Audience.MEMBERS))
    except (LookupError, ValueError, Refusal):
        # A word or a date that no longer is one.
        return ""


def _text(stored: bytes) -> str:
    return stored.decode(errors="surrogateescape")
