"""The command that writes the extract for a conflicts assessment of a strand."""

import argparse
from datetime import date

from boardroom.cli.console import progress, say, warn
from boardroom.cli.files import open_file
from boardroom.domain.refusal import Refusal
from boardroom.store.places import refuse_own_file
from boardroom.store.queries.find import find_board, find_strand


def write_extract(asked: argparse.Namespace) -> None:
    """Write who took part in planning a strand, and their interests, into a folder, as PDF and as XLSX."""
    from boardroom.documents.conflicts import write_conflicts  # noqa: PLC0415 - pays for the composer when it runs

    folder = asked.output
    if not folder.is_dir():
        message = f"The folder {folder} isn't there; make it first or choose another one."
        raise Refusal(message)
    refuse_own_file(asked.file, folder)
    with open_file(asked) as board:
        with board.reading() as session:
            board_id = find_board(session, asked.board).id
            strand_id = find_strand(session, asked.strand, board_id=board_id).id
        today = date.today()  # noqa: DTZ011 - the day on the wall
        with progress("Writing the extract"):
            written = write_conflicts(board, strand_id, folder, today, lambda _done, _whole: None)
    for path in written:
        say(str(path))
    warn("It holds who declared which interest: it is for members and officers.")
