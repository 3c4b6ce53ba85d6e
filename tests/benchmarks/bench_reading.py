"""Reading a meeting for its page, and a page of each list, in a file of 1,000 meetings against one of 10."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.audience import Audience
from boardroom.domain.board import Board
from boardroom.domain.words import Result, Sector
from boardroom.exchange.meeting_format import RecordFile
from boardroom.exchange.meeting_in import import_records
from boardroom.store.file import BoardFile
from boardroom.store.queries import (
    action_list,
    decision_list,
    home,
    lists,
    meeting_list,
    partners,
    proposal_list,
    recent,
)
from boardroom.store.queries.action_list import Standing
from boardroom.store.queries.find import find_meeting
from boardroom.store.queries.meetings import load_meeting
from tests.benchmarks.ratio import Row, compare
from tests.make_records import generated_record

BOUND = 1.5
FEW, MANY = 10, 1_000
# A page that a file of ten meetings fills too, so that both read as many rows.
_PAGE = 10
_FEWER = 3
_TODAY = date(2020, 6, 1)
_FIRST = date(2000, 1, 6)


def measure() -> list[Row]:
    """Compare the same page of both files; the meeting that is read is the same in both."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        few, many = (
            stack.enter_context(file_of_meetings(Path(folder) / f"{number}.boardroom", number))
            for number in (FEW, MANY)
        )
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
        rows += [
            compare(name, partial(_read, many, read), partial(_read, few, read), bound=BOUND, turns=51)
            for name, read in _PAGES.items()
        ]
        return rows


def _read(board: BoardFile, read: Callable[[Session, UUID], object]) -> None:
    with board.reading() as session:
        read(session, session.scalars(select(Board.id)).one())


_PAGES: dict[str, Callable[[Session, UUID], object]] = {
    "a window's page of meetings": lambda session, board: meeting_list.meetings_page(
        session, meeting_list.Wanted(board_id=board), limit=_PAGE
    ),
    "unanswered proposals, oldest first": lambda session, board: proposal_list.proposals_page(
        session, proposal_list.Wanted(board_id=board, states=(None,), oldest_first=True), _TODAY, limit=_PAGE
    ),
    "proposals of one sector": lambda session, board: proposal_list.proposals_page(
        session, proposal_list.Wanted(board_id=board, sector=Sector.HEALTH), _TODAY, limit=_FEWER
    ),
    "open actions": lambda session, board: action_list.actions_page(
        session, action_list.Wanted(board_id=board, standing=Standing.OPEN), _TODAY, limit=_PAGE
    ),
    "actions, due first": lambda session, board: action_list.actions_by_due_date(
        session, action_list.Wanted(board_id=board), _TODAY, limit=_PAGE
    ),
    "decisions that were noted": lambda session, board: decision_list.decisions_page(
        session, decision_list.Wanted(board_id=board, results=(Result.NOTED,)), limit=_FEWER
    ),
    "organisations": lambda session, _board: partners.organisations_page(
        session, partners.Wanted(), _TODAY, limit=_PAGE
    ),
    "people": lambda session, _board: partners.people_page(session, partners.Wanted(), _TODAY, limit=_PAGE),
    "the last steps": lambda session, _board: recent.recent_steps(session),
    "Home": lambda session, board: home.home_of(session, board, _TODAY),
    "the figures of the rail": lambda session, board: home.rail_counts(session, board, _TODAY),
}


def file_of_meetings(path: Path, number: int) -> BoardFile:
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
