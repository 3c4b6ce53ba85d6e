"""Answers to partners made whole: read for each partner, composed, written in a format, and put into a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from boardroom.documents.compose.answers import compose_answers
from boardroom.documents.compose.dates import short_date
from boardroom.documents.formats import FORMATS
from boardroom.domain.refusal import Refusal
from boardroom.store.file import BoardFile
from boardroom.store.queries.partner_answers import answers_for_partner
from boardroom.store.queries.partners_to_tell import addresses_of
from boardroom.store.whole_file import file_name, write_whole

if TYPE_CHECKING:
    from boardroom.documents.render import Progress

_STEPS = 1000
_TRIES = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """The answers of a board to one partner, in a format (one of `FORMATS`), as they stand on a day.

    `since` leaves out what was answered and told before that day; None: everything.
    """

    board_id: UUID
    organisation_id: UUID
    format: str
    today: date
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The answers to one partner as a file, and what goes round it in an e-mail.

    Attributes:
        organisation_id: the partner.
        organisation: its name.
        name: a good name for the file.
        media_type: what the file is.
        content: its bytes.
        addresses: name and e-mail address of who sits on the board for it.
        subject: one line.
        body: the covering note.
        missing: characters that the format can't show as they should be, each with its name.
        for_members_only: that restricted matter is in it.
    """

    organisation_id: UUID
    organisation: str
    name: str
    media_type: str
    content: bytes
    addresses: tuple[tuple[str, str], ...]
    subject: str
    body: str
    missing: dict[str, str]
    for_members_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter that stands in a folder now."""

    organisation_id: UUID
    organisation: str
    path: Path
    missing: dict[str, str]
    for_members_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersWritten:
    """What was written, and by partner the sentence that says whose letter has no draft, and why."""

    written: tuple[Written, ...]
    refused: Mapping[UUID, str]


Draft = Callable[[Letter], tuple[str, bytes]]
"""Makes an e-mail draft of a letter: the end of its file's name, and its bytes."""


def make_letter(file: BoardFile, order: LetterOrder, progress: "Progress") -> Letter:
    """Make the answers to one partner; what it may not read is not loaded.

    Args:
        file: the open board file.
        order: what is wanted.
        progress: called with the work done and the whole of it; what it raises ends the making.

    Raises:
        Refusal: the partner is gone, or the file can't be read.
    """
    progress(0, 0)
    with file.reading() as session:
        told = answers_for_partner(session, order.board_id, order.organisation_id, order.today, since=order.since)
        addresses = addresses_of(session, order.board_id, order.organisation_id, order.today)
    document = compose_answers(told)
    chosen = FORMATS[order.format]
    content = chosen.render(document, progress)
    return Letter(
        organisation_id=order.organisation_id,
        organisation=told.organisation,
        name=file_name(f"{order.today.isoformat()} Answers to {told.organisation}", chosen.suffix),
        media_type=chosen.media_type,
        content=content,
        addresses=tuple(addresses),
        subject=f"{told.board}: answers to what {told.organisation} proposed",
        body=_covering(told.organisation, told.board, order.today),
        missing=chosen.missing_characters(document),
        for_members_only=told.restricted,
    )


def write_letters(
    file: BoardFile,
    orders: Sequence[LetterOrder],
    folder: Path,
    draft: Draft | None,
    progress: "Progress",
) -> LettersWritten:
    """Make the answers to partners one after the other, each in a file of its own; none is written over.

    What is cancelled leaves the whole files that stood by then. One that can't be made a draft, as with a wrong
    address, doesn't keep back those behind it.

    Args:
        file: the open board file.
        orders: one for each partner.
        folder: where they go.
        draft: makes an e-mail draft of each; None: the file itself is written.
        progress: called with the work done and the whole of it; what it raises ends the work.

    Raises:
        Refusal: a partner is gone, or the folder doesn't take a file.
    """
    written: list[Written] = []
    refused: dict[UUID, str] = {}
    for at, order in enumerate(orders):

        def moved(done: int, whole: int, before: int = at) -> None:
            part = min(done, whole) * _STEPS // whole if whole else 0
            progress(before * _STEPS + part, len(orders) * _STEPS)

        letter = make_letter(file, order, moved)
        name, content = letter.name, letter.content
        if draft is not None:
            try:
                suffix, content = draft(letter)
            except Refusal as refusal:
                refused[order.organisation_id] = f"{letter.organisation}: {refusal}"
                continue
            name = f"{Path(name).stem}{suffix}"
        written.append(
            Written(
                organisation_id=letter.organisation_id,
                organisation=letter.organisation,
                path=write_whole(_free(folder, name), content),
                missing=letter.missing,
                for_members_only=letter.for_members_only,
            )
        )
    progress(len(orders) * _STEPS, len(orders) * _STEPS)
    return LettersWritten(written=tuple(written), refused=refused)


def _free(folder: Path, name: str) -> Path:
    """Return a path in a folder at which nothing stands: two partners may bear one name."""
    path = folder / name
    for number in range(2, _TRIES):
        if not path.exists():
            break
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path


def _covering(organisation: str, board: str, today: date) -> str:
    return (
        f"Dear {organisation},\n\n"
        f"The attached document says what you proposed to {board}, what was decided and why, "
        f"and what was asked of you and of others for you, as it stands on {short_date(today)}.\n\n"
        "Please tell us if anything in it is not as you remember it.\n"
    )
