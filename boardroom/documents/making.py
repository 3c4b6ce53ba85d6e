"""A document of a meeting made whole: read for its audience, composed, written in a format, and shown as pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from boardroom.documents.catalogue import DOCUMENTS
from boardroom.documents.formats import FORMATS
from boardroom.documents.kept_back import KeptBack, kept_back
from boardroom.domain.audience import Audience
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.whole_file import file_name

if TYPE_CHECKING:
    from boardroom.documents.blocks import Document
    from boardroom.documents.render import Progress
    from boardroom.domain.record import MeetingRecord

_PAGES = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which document of which meeting, for whom, in which format (a key of `DOCUMENTS`, one of `FORMATS`)."""

    meeting_id: UUID
    document: str
    audience: Audience
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A document as it will be written.

    Attributes:
        name: a good name for its file.
        format: one of `FORMATS`.
        content: the bytes of the file.
        pages: the same blocks as a PDF, to be looked at and printed; of a PDF these very bytes.
        missing: characters that the format can't show as they should be, each with its name.
    """

    name: str
    format: str
    content: bytes
    pages: bytes
    missing: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(MadeFile):
    """A document of a meeting as it will be written.

    Attributes:
        order: what was asked for.
        kept_back: what the audience will not see of it.
        for_members_only: that restricted matter is in it.
    """

    order: Order
    kept_back: KeptBack
    for_members_only: bool


def make_document(file: BoardFile, order: Order, progress: "Progress") -> Made:
    """Make a document; the same board file gives the same bytes.

    Args:
        file: the open board file.
        order: what is wanted.
        progress: called with the work done and the whole of it; what it raises ends the making.

    Raises:
        Refusal: the meeting is gone, or the file can't be read.
    """
    progress(0, 0)
    with file.reading() as session:
        record = load_meeting(session, order.meeting_id, order.audience)
    minutes = order.document == "minutes"
    stays_out = KeptBack()
    if order.audience is Audience.PUBLIC:
        # In a session of its own: what the public may not see stays out of the one that reads for the public.
        with file.reading() as session:
            whole = load_meeting(session, order.meeting_id, Audience.MEMBERS)
        stays_out = kept_back(whole, record, minutes=minutes)
    progress(0, 0)
    document = DOCUMENTS[order.document](record, order.audience)
    chosen = FORMATS[order.format]
    content, pages = written(document, order.format, progress)
    return Made(
        order=order,
        name=file_name(_named(record, order), chosen.suffix),
        format=order.format,
        content=content,
        pages=pages,
        missing=chosen.missing_characters(document),
        kept_back=stays_out,
        for_members_only=order.audience is Audience.MEMBERS and _holds_restricted(record, minutes=minutes),
    )


def written(document: "Document", form: str, progress: "Progress") -> tuple[bytes, bytes]:
    """Return a document as a file of a format, and as the PDF that is looked at; of a PDF twice the same bytes."""
    parts = 1 if form == _PAGES else 2
    pages = FORMATS[_PAGES].render(document, lambda done, whole: progress(done, whole * parts))
    if form == _PAGES:
        return pages, pages
    return FORMATS[form].render(document, lambda done, whole: progress(whole + done, whole * parts)), pages


def _named(record: "MeetingRecord", order: Order) -> str:
    day = next((one.held_on for one in record.days if one.held_on), None)
    when = day.isoformat() if day else record.meeting.name or "undated"
    return f"{when} {order.document}, {order.audience.value}"


def _holds_restricted(record: "MeetingRecord", *, minutes: bool) -> bool:
    text = record.paragraphs if minutes else ()
    return any(one.restricted for one in (*record.items, *record.papers, *text))
