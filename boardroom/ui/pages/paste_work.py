"""What a paste does off the GUI thread: read the clipboard's text, look the rows up, take them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardroom.domain.pasted import Fate, Line, LineFate, PastedKind
from boardroom.domain.refusal import Refusal
from boardroom.exchange.pasted import PastedTable, read_pasted
from boardroom.exchange.pasted_columns import Reading, guess
from boardroom.exchange.pasted_lines import lines_of
from boardroom.services.pasting import fates_of, take_actions, take_agenda, take_members

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a paste goes: the desk, the board, the meeting that was open, and the day."""

    desk: Desk
    board_id: UUID
    meeting_id: UUID | None
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A table, how it is read, and what will become of its rows; `refused` says why none of them can go anywhere."""

    table: PastedTable
    reading: Reading
    fates: tuple[LineFate, ...]
    refused: str = ""

    def count(self, fate: Fate) -> int:
        """Return how many rows have a fate."""
        return sum(one.fate is fate for one in self.fates)


def read_and_look(place: Place, text: str, html: str, kind: PastedKind | None, progress: Progress) -> Looked:
    """Read what was on the clipboard and look its rows up.

    Raises:
        Refusal: there is nothing to read or too much.
    """
    table = read_pasted(text, html, progress)
    return look(place, table, guess(table, kind), progress)


def look(place: Place, table: PastedTable, reading: Reading, progress: Progress) -> Looked:
    """Look the rows up in the sense of a reading."""
    progress(0, 0)
    lines = lines_of(table, reading)
    progress(0, 0)
    try:
        fates = place.desk.read(_fates, place, lines)
    except Refusal as refusal:
        # The table may list something else than was guessed: it is shown, so that this can be said.
        wrong = tuple(LineFate(line, Fate.WRONG, line.wrong) for line in lines)
        return Looked(table=table, reading=reading, fates=wrong, refused=str(refusal))
    return Looked(table=table, reading=reading, fates=fates)


def take(place: Place, looked: Looked, label: str, progress: Progress) -> Change:
    """Take the new rows in as one step; cancelled, nothing of it stays.

    Raises:
        Refusal: a service refused, or the file can't be written.
    """
    return place.desk.write_in_job(label, _take, place, looked, progress)[1]


def _fates(session: Session, place: Place, lines: Sequence[Line]) -> tuple[LineFate, ...]:
    return fates_of(session, lines, board_id=place.board_id, meeting_id=place.meeting_id, today=place.today)


def _take(session: Session, place: Place, looked: Looked, progress: Progress) -> int:
    # Looked up again under the write lock: somebody may have come in since the preview.
    fates = _fates(session, place, [one.line for one in looked.fates])
    match looked.reading.kind:
        case PastedKind.MEMBERS:
            return take_members(session, fates, place.board_id, place.today, progress)
        case PastedKind.AGENDA:
            return take_agenda(session, fates, place.meeting_id, progress)
        case PastedKind.ACTIONS:
            return take_actions(session, fates, place.board_id, progress)
