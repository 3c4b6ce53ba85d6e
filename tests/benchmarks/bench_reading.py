"""Reading a meeting for its page, and a page of each list, in a file of 1,000 meetings against one of 10."""

import tempfile
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from boardroom.domain.audience import Audience
from boardroom.exchange.meeting_format import RecordFile
from boardroom.exchange.meeting_in import import_records
from boardroom.store.file import BoardFile
from boardroom.store.queries import lists
from boardroom.store.queries.find import find_meeting
from boardroom.store.queries.meetings import load_meeting
from tests.benchmarks.ratio import Row, compare
from tests.make_records import generated_record

BOUND = 1.5
FEW, MANY = 10, 1_000
# A page that a file of ten meetings fills too, so that both read as many rows.
_PAGE = 10
_FIRST = date(2000, 1, 6)


def measure() -> list[Row]:
    """Compare the same page of both files; the meeting that is read is the same in both."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        few, many = (stack.enter_context(_file(Path(folder) / f"{number}.boardroom", number)) for number in (FEW, MANY))
        record_id = f"generated-Partnership Board-{MANY - FEW // 2}"
        rows = [
            compare(
                f"a meeting for its page ({audience})",
                partial(_meeting, many, _id(many, record_id), audience),
                partial(_meeting, few, _id(few, record_id), audience),
                bound=BOUND,
                turns=51,
            )
            for audience in Audience
        ]
        rows += [
            compare(
                f"a page of the list of {name}",
                partial(_page, many, name),
                partial(_page, few, name),
                bound=BOUND,
                turns=51,
            )
            for name in ("meetings", "decisions", "actions", "proposals")
        ]
        return rows


def _file(path: Path, number: int) -> BoardFile:
    """Make a file of the newest so many weekly meetings, and open it anew."""
    records = [RecordFile(f"{at}.json", _record(at)) for at in range(MANY - number, MANY)]
    with BoardFile.create(path, who="S") as board, board.writing("Import") as session:
        import_records(session, records, new_board=True)
    return BoardFile.open(path, who="S")


def _record(at: int) -> dict[str, Any]:
    record = generated_record(Random(at), at)
    record["meeting"]["date"] = (_FIRST + timedelta(weeks=at)).isoformat()
    return record


def _id(board: BoardFile, record_id: str) -> UUID:
    with board.reading() as session:
        return find_meeting(session, record_id).id


def _meeting(board: BoardFile, meeting_id: UUID, audience: Audience) -> None:
    with board.reading() as session:
        load_meeting(session, meeting_id, audience)


def _page(board: BoardFile, name: str) -> None:
    with board.reading() as session:
        if len(getattr(lists, f"page_of_{name}")(session, limit=_PAGE)) < _PAGE:
            message = f"not a whole page of {name}"
            raise AssertionError(message)
