"""What seals keep and their hashes, as the program itself makes them: from a board file that holds the record."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from boardroom.domain.audience import Audience
from boardroom.domain.fingerprint import record_hash
from boardroom.domain.meeting import Seal
from boardroom.domain.surroundings import surroundings_of
from boardroom.exchange.board_in import import_board
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from sample.board import SampleBoard
from sample.dump import dump


def hash_seals(sample: SampleBoard) -> None:
    """Give each seal the surroundings and the hash of the minutes that it closes."""
    seals = [row for row in sample.rows[Seal] if isinstance(row, Seal)]
    with TemporaryDirectory() as folder, BoardFile.create(Path(folder) / "sample.boardroom", who="sample") as board:
        with board.writing("Take in the sample board") as session:
            import_board(session, json.loads(dump(sample)))
        with board.reading() as session:
            for seal in seals:
                record = load_meeting(session, seal.meeting_id, Audience.MEMBERS)
                seal.surroundings = surroundings_of(record)
                seal.record_hash = record_hash(record)
