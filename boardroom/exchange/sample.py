"""The sample board: a made-up partnership with two years of meetings, to look round in."""

from pathlib import Path

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
