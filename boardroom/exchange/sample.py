"""The sample board: a made-up partnership with two years of meetings, to look round in."""

import os
from itertools import count
from pathlib import Path

from boardroom.domain.refusal import Refusal
from boardroom.exchange.board_in import import_board, read_board
from boardroom.store.file import BoardFile

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample-board.json"


def make_sample(path: Path, *, who: str) -> None:
    """Make a board file with the sample board.

    Raises:
        Refusal: something stands there already, or the folder doesn't take it.
    """
    data = read_board(SAMPLE, "The sample board")
    with (
        BoardFile.made(path, who=who) as board,
        board.writing("Make the sample board", barrier=True) as session,
    ):
        import_board(session, data)


def open_sample(path: Path, *, who: str) -> tuple[BoardFile, str]:
    """Open the sample board, made first where it isn't there.

    Where it can't be opened (an unfinished version made it), another one stands beside it, or is made there.

    Args:
        path: where it stands.
        who: the user's name.

    Returns:
        the open board file, and why another one had to be made just now; mostly empty.

    Raises:
        Refusal: none can be made.
    """
    why, at, numbers = "", path, count(2)
    while os.path.lexists(at):
        try:
            return BoardFile.open(at, who=who), ""
        except Refusal as refusal:
            why = why or str(refusal)
            at = path.with_name(f"{path.stem} {next(numbers)}{path.suffix}")
    make_sample(at, who=who)
    return BoardFile.open(at, who=who), why
