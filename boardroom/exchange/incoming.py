"""Files that come in, whatever their kind: told apart by what they say of themselves, taken in as one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.exchange.board_format import FORMAT
from boardroom.exchange.board_in import MEGABYTES, BoardImport, checked_board, import_board
from boardroom.exchange.board_in import WORDS as BOARD_WORDS
from boardroom.exchange.json_reading import read_json
from boardroom.exchange.meeting_format import WORDS as RECORD_WORDS
from boardroom.exchange.meeting_format import RecordFile, checked_record
from boardroom.exchange.meeting_in import import_records
from boardroom.exchange.validating import refuse_faults
from boardroom.store.check import hash_now


@dataclass(frozen=True, slots=True)
class BoardRecordFile:
    """A board record that fits the schema, and what its file is called in sentences."""

    name: str
    data: dict[str, Any]


Incoming = RecordFile | BoardRecordFile


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of files that came in: one sentence, and what isn't sure."""

    sentence: str
    doubts: Sequence[str]


def read_incoming(path: Path) -> Incoming:
    """Read a meeting record or a board record.

    Raises:
        Refusal: it is neither, can't be read, or doesn't fit its schema.
    """
    # What it is stands in it, so the larger size is let in, and the members of lists have both formats' names.
    data = read_json(path, path.name, megabytes=MEGABYTES, words={**BOARD_WORDS, **RECORD_WORDS})
    if isinstance(data, dict) and data.get("format") == FORMAT:
        return BoardRecordFile(path.name, checked_board(data, path.name))
    return checked_record(data, path.name)


def take_in(session: Session, incoming: Sequence[Incoming], *, new_board: bool) -> TakenIn:
    """Insert what files hold; what is there already and equal stays as it is.

    Args:
        session: of `BoardFile.writing`; the caller's transaction makes it whole or nothing.
        incoming: what `read_incoming` returned.
        new_board: that a board which the file lacks is made.

    Raises:
        Refusal: one of them contradicts what is there, or names a board that the file lacks.
    """
    boards = [_board(session, one) for one in incoming if isinstance(one, BoardRecordFile)]
    records = import_records(session, [one for one in incoming if isinstance(one, RecordFile)], new_board=new_board)
    made = len(records.made) + sum(board.made.get("meeting", 0) for board in boards)
    rows = sum(sum(board.made.values()) for board in boards)
    parts = [_count(made, "meeting") + " came in"] if made else []
    if rows and not made:
        parts.append(_count(rows, "row") + " came in")
    same = len(records.unchanged) + sum(not board.made for board in boards)
    if same:
        parts.append(_count(same, "record") + (" was" if same == 1 else " were") + " there already, unchanged")
    sentence = "; ".join(parts) + "." if parts else "There was nothing in it."
    return TakenIn(sentence=sentence, doubts=[str(doubt) for doubt in records.doubts])


def _board(session: Session, one: BoardRecordFile) -> BoardImport:
    """Insert a board record; its sealed minutes must be what was sealed, or the file would never check clean.

    Raises:
        Refusal: as `import_board`, or a seal doesn't fit its minutes.
    """
    done = import_board(session, one.data, one.name)
    broken = [
        (("seal", at, "record_hash"), "the minutes in this record are not what was sealed")
        for at, seal in enumerate(one.data.get("seal", ()))
        if hash_now(session, UUID(seal["meeting_id"])) != seal["record_hash"]
    ]
    refuse_faults(one.name, broken, BOARD_WORDS)
    return done


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
