"""Opening a board file without holding up the window: the checks, the lock and SQLAlchemy in a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from boardroom.store.file import BoardFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A board file to open, or to make and open.

    Attributes:
        path: where it stands.
        who: the user's name.
        board_id: the board that was shown last, if it is still there.
        make: the name of a board: the file is made first.
        sample: that the file is made first, with the sample board.
    """

    path: Path
    who: str
    board_id: UUID | None = None
    make: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """An open board file and the board of it to show; None where it holds none."""

    file: BoardFile
    board_id: UUID | None


def opened(wanted: Wanted) -> Opened:
    """Open a board file, made first where that is wanted; runs in a worker.

    Raises:
        Refusal: it can't be opened or made, and why.
    """
    # SQLAlchemy comes after the first paint.
    from boardroom.store.file import BoardFile  # noqa: PLC0415
    from boardroom.store.queries.lists import list_boards  # noqa: PLC0415

    if wanted.sample:
        from boardroom.exchange.sample import make_sample  # noqa: PLC0415

        make_sample(wanted.path, who=wanted.who)
    elif wanted.make:
        _make(wanted)
    file = BoardFile.open(wanted.path, who=wanted.who)
    try:
        with file.reading() as session:
            boards = [row.id for row in list_boards(session)]
    except BaseException:
        file.close()
        raise
    return Opened(file, wanted.board_id if wanted.board_id in boards else next(iter(boards), None))


def _make(wanted: Wanted) -> None:
    from boardroom.services.boards import create_board  # noqa: PLC0415 - as above
    from boardroom.store.file import BoardFile  # noqa: PLC0415 - as above

    with (
        BoardFile.made(wanted.path, who=wanted.who) as file,
        file.writing(f"Start the board “{wanted.make}”", barrier=True) as session,
    ):
        create_board(session, wanted.make)
