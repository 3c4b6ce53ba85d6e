"""A board file that holds the real records and the made-up meetings, made once for all tests of documents."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from boardroom.domain.audience import Audience
from boardroom.domain.record import MeetingRecord
from boardroom.exchange.meeting_format import read_record
from boardroom.exchange.meeting_in import import_records
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from tests.made_up import arrowmere, everything
from tests.make import rows_of

RECORDS = Path(__file__).parent.parent / "data" / "meetings"

Load = Callable[[str, Audience], MeetingRecord]


@pytest.fixture(scope="session")
def load(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Load]:
    """Give a function that loads a meeting by the name of its record, or `arrowmere` or `everything`."""
    with BoardFile.create(tmp_path_factory.mktemp("board") / "test.boardroom", who="Test") as board:
        meetings = dict[str, UUID]()
        records = [read_record(path, path.stem) for path in sorted(RECORDS.glob("*.json"))]
        with board.writing("Records") as session:
            meetings.update(import_records(session, records, new_board=True).made)
        for maker in (arrowmere(), everything()):
            with board.writing("Made up") as session:
                session.add_all(rows_of(maker))
            meetings[maker.record.meeting.name or "everything"] = maker.meeting_id
        meetings["arrowmere"] = meetings.pop("14th meeting")

        def loaded(name: str, audience: Audience = Audience.MEMBERS) -> MeetingRecord:
            with board.reading() as session:
                return load_meeting(session, meetings[name], audience)

        yield loaded
