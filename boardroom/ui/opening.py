"""Opening a board file without holding up the window: the checks, the lock and SQLAlchemy in a job."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.pages import PAGES

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from boardroom.store.file import BoardFile

ENDING = ".boardroom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A board file to open, or to make and open.

    Attributes:
        path: where it stands.
        who: the user's name.
        board_id: the board that was shown last, if it is still there.
        make: the name of a board: the file is made first.
        sample: that it is the sample board: made first, where it isn't there or can't be opened any more.
        page: id of the page that will be shown first.
    """

    path: Path
    who: str
    board_id: UUID | None = None
    make: str = ""
    sample: bool = False
    page: str = "home"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open board file and the board of it to show; None where it holds none.

    Attributes:
        file: the open board file.
        board_id: the board to show.
        told: what the user should know of how it was opened; mostly empty.
        in_session: the meeting that is in session: the program may have ended in the middle of it.
    """

    file: BoardFile
    board_id: UUID | None
    told: str = ""
    in_session: UUID | None = None


def opened(wanted: Wanted) -> Opened:
    """Open a board file, made first where that is wanted; runs in a worker.

    Raises:
        Refusal: it can't be opened or made, and why.
    """
    # SQLAlchemy comes after the first paint.
    from boardroom.store.file import BoardFile  # noqa: PLC0415
    from boardroom.store.queries.lists import list_boards  # noqa: PLC0415
    from boardroom.store.queries.running import meeting_in_session  # noqa: PLC0415

    told = ""
    if wanted.sample:
        file, told = _sample(wanted)
    else:
        if wanted.make:
            _make(wanted)
        file = BoardFile.open(wanted.path, who=wanted.who)
    try:
        with file.reading() as session:
            boards = [row.id for row in list_boards(session)]
            in_session = meeting_in_session(session)
        _warm_up("room" if in_session is not None else wanted.page)
        # What the first write would wait for: 150 ms for a file of 62 MB.
        file.prove()
    except BaseException:
        file.close()
        raise
    board_id = wanted.board_id if wanted.board_id in boards else next(iter(boards), None)
    return Opened(file, board_id, told, in_session)


def _warm_up(page: str) -> None:
    """Import what the GUI thread would import next: it would hold the window for half a second."""
    for module in ("boardroom.ui.boards", PAGES.get(page, PAGES["home"])[0]):
        import_module(module)


def free_path(folder: Path, board: str) -> Path:
    """Return a good name for a board's file in a folder, one that isn't taken."""
    from boardroom.store.copy import free_name  # noqa: PLC0415 - as above

    kept = "".join(letter if letter.isalnum() or letter in " -_’'" else " " for letter in board)
    stem = " ".join(kept.split())[:60].strip() or "Board"
    return free_name(folder / f"{stem}{ENDING}")


def with_ending(path: Path) -> Path:
    """Return where a board file of this name stands: “St. Mary’s” has no ending of its own."""
    return path if path.suffix == ENDING else path.with_name(f"{path.name}{ENDING}")


def _sample(wanted: Wanted) -> tuple[BoardFile, str]:
    from boardroom.exchange.sample import open_sample  # noqa: PLC0415 - as above

    file, why = open_sample(wanted.path, who=wanted.who)
    said = QCoreApplication.translate("opening", "{} A new sample was made: “{}”.")
    return file, why and said.format(why, file.path.name)


def _make(wanted: Wanted) -> None:
    from boardroom.services.boards import create_board  # noqa: PLC0415 - as above
    from boardroom.store.file import BoardFile  # noqa: PLC0415 - as above

    with (
        BoardFile.made(wanted.path, who=wanted.who) as file,
        file.writing(f"Start the board “{wanted.make}”", barrier=True) as session,
    ):
        create_board(session, wanted.make)
