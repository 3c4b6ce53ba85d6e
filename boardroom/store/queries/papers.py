"""What is asked about papers: those of a meeting, of an item, what of them the public may read, and their bytes."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.papers import Paper
from boardroom.store.paper_content import CONTENT
from boardroom.store.queries.hidden import Hidden


def papers_of(session: Session, meeting_id: UUID) -> Sequence[Paper]:
    """Return all papers of a meeting, in the order they stand under their items."""
    wanted = select(Paper).where(Paper.meeting_id == meeting_id)
    return session.scalars(wanted.order_by(Paper.position, Paper.id)).all()


def papers_under(session: Session, item_id: UUID) -> Sequence[Paper]:
    """Return an item's papers, in order."""
    return session.scalars(select(Paper).where(Paper.item_id == item_id).order_by(Paper.position, Paper.id)).all()


def open_papers_of(session: Session, meeting_id: UUID, hidden: Hidden) -> tuple[list[Paper], int]:
    """Return the papers of a meeting that the public may read, and how many restricted ones open items have.

    Of papers of restricted items neither is told (hazard 22).
    """
    of_open_items = (Paper.meeting_id == meeting_id, Paper.item_id.not_in(list(hidden.items)))
    papers = session.scalars(
        select(Paper).where(*of_open_items, Paper.restricted.is_(False)).order_by(Paper.position, Paper.id)
    )
    kept_back = session.scalar(select(func.count()).where(*of_open_items, Paper.restricted.is_(True)))
    return list(papers), kept_back or 0


def kept_contents(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """Return which of these files the board file keeps, by their hash, each with its size in bytes."""
    found: dict[str, int] = {}
    for key in keys:
        size = session.scalar(select(func.length(CONTENT.c.content)).where(CONTENT.c.sha256 == key))
        if size is not None:
            found[key] = size
    return found


def content_named(session: Session, key: str) -> tuple[bytes | None, str]:
    """Return the bytes with this hash, if they are there, and the title of a paper that they are."""
    content = session.scalar(select(CONTENT.c.content).where(CONTENT.c.sha256 == key))
    title = session.scalar(select(Paper.title).where(Paper.sha256 == key).order_by(Paper.id).limit(1))
    return content, title or ""
