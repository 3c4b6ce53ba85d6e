"""Board files: opened, made, closed and backed up, one at a time; the first page where there is none."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from boardroom.ui.desk import Desk
from boardroom.ui.kit.jobs import Job
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link
from boardroom.ui.opening import ENDING, Opened, Wanted, free_path, opened, with_ending
from boardroom.ui.pages.page import Head
from boardroom.ui.start import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from boardroom.store.file import BoardFile
    from boardroom.ui.while_opening import WhileOpening
    from boardroom.ui.window import Window


class BoardFiles(QObject):
    """Which board file the window works at."""

    sat = Signal(object)
    """The `Boards` of a file that was opened."""

    def __init__(self, window: Window, documents: Path, clock: Callable[[], datetime] | None) -> None:
        """Serve a window.

        Args:
            window: where board files are shown.
            documents: the user's folder of documents.
            clock: tells the present moment, local; the computer's where it is left out.
        """
        super().__init__(window)
        self.window, self.memory = window, window.memory
        self._documents, self._clock = documents, clock
        self._start: StartPage | None = None
        self._first: WhileOpening | None = None
        self._waiting: Job | None = None
        self._opening: Path | None = None
        self._next: tuple[Wanted, Link | None] | None = None
        self._backup: Job | None = None
        self._link: Link | None = None

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what does each command."""
        return {
            "file.open": self.choose,
            "file.sample": self.sample,
            "file.close": self.close,
            "file.backup": self.back_up,
        }

    def show_start(self) -> None:
        """Show the page that leads to a board."""
        if self._start is None:
            self._start = StartPage(self.memory)
            self._start.sample_asked.connect(self.sample)
            self._start.new_asked.connect(self.start_board)
            self._start.open_asked.connect(self.choose)
            self._start.recent_asked.connect(self._open_recent)
        self.window.name("Boardroom", "")
        self.window.show_alone(self._start, self._start.head())
        self._start.focus()

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a board file in place of the one that is open."""
        link, board_id = self.memory.place(path)
        self._open(Wanted(path=path, who=self.memory.who, board_id=board_id), link)

    def _look(self, path: Path, board_id: UUID | None) -> None:
        """Show the first list at once, where the file can be looked into."""
        from boardroom.store.first import first_look  # noqa: PLC0415 - the first start needs none

        first = first_look(path, board_id)
        if first is not None:
            from boardroom.ui.while_opening import WhileOpening  # noqa: PLC0415 - as above

            self._first = WhileOpening(first)
            name = first.board.name if first.board is not None else path.stem
            self.window.show_alone(self._first, Head(name, self.tr("Opening")))

    def _open(self, wanted: Wanted, link: Link | None) -> None:
        if self._waiting is not None:
            # One after the other: what was asked for last is what is wanted.
            self._next = (wanted, link) if wanted.path != self._opening else None
            return
        if self._is_open(wanted.path) or not self.window.may_leave():
            return
        self._link, self._opening = link, wanted.path
        wanted = replace(wanted, page=link.page if link is not None else wanted.page)
        self._waiting = Job(self.tr("Opening {}").format(wanted.path.name), _Opening(wanted))
        self._waiting.done.connect(self._take)
        self._waiting.refused.connect(self._stay_out)
        self._waiting.bug.connect(self._stay_out_of_bug)
        if self.window.desk is not None:
            # What is open stays so until the other one is: it may turn out to be none.
            self.window.tell(self._waiting.name)
        else:
            self.window.name(wanted.path.stem, str(wanted.path.parent))
            self._look(wanted.path, wanted.board_id)
            if self._first is None:
                self.window.head.show_head(Head(wanted.path.stem, self.tr("Opening")))
        self._waiting.start()

    def _is_open(self, path: Path) -> bool:
        """Say so where a board file is open already: a second time, it would find itself locked."""
        desk = self.window.desk
        if desk is None or os.path.realpath(path) != os.path.realpath(desk.file.path):
            return False
        self.window.tell(self.tr("“{}” is open already.").format(path.name))
        return True

    @Slot(object)
    def _take(self, result: Opened) -> None:
        self._waiting = None
        self._sit(result)
        self._go_on()

    def _go_on(self) -> None:
        """Open what was asked for meanwhile."""
        if self._next is not None and self.window.shell.isVisible():
            (wanted, link), self._next = self._next, None
            self._open(wanted, link)

    def _sit(self, result: Opened) -> None:
        # Closed meanwhile, or something was typed that can't be saved; that is said.
        if not self.window.shell.isVisible() or self._is_open(result.file.path) or not self.window.may_leave():
            result.file.close()
            return
        self.window.rise()
        from boardroom.ui.boards import Boards  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        desk = Desk(result.file, result.board_id, self.window, clock=self._clock)
        self.memory.opened(result.file.path)
        self.window.sit(desk)
        boards = Boards(self.window, desk)
        self.sat.emit(boards)
        first = Link("home" if result.board_id else "settings")
        if result.in_session is not None:
            # Whatever ended the program in the middle of a meeting: people wait, and it goes on at its item.
            self._link = Link("room", "meeting", result.in_session, result.in_session)
        if self._link is None or not self.window.go(self._link):
            self.window.go(first)
        self._end_look()
        if result.told or result.file.read_only:
            self.window.tell(result.told or result.file.read_only)
        desk.watch()

    def _end_look(self) -> None:
        if self._first is not None:
            self.window.stack.remove_alone(self._first)
            self._first = None

    @Slot(str)
    def _stay_out(self, why: str) -> None:
        self._stay()
        self.window.refuse(why)
        self._go_on()

    @Slot(object)
    def _stay_out_of_bug(self, _error: Exception) -> None:
        # The fault itself is told where faults are.
        self._stay()
        self._go_on()

    def _stay(self) -> None:
        """Stay with what was there before: the board file that is open, or the first page."""
        self._waiting = None
        if self.window.desk is None:
            self.show_start()
        self._end_look()

    def choose(self) -> None:
        """Ask for a board file and open it."""
        kinds = self.tr("Board files (*{});;All files (*)").format(ENDING)
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open board file"), str(self.folder()), kinds)
        if name:
            self.open(Path(name))

    def focus_start(self) -> None:
        """Put the focus where a board of one's own is begun, on the first page."""
        if self._start is not None:
            self._start.focus(on_board=True)

    def show_name(self) -> None:
        """Show the user's name on the first page, as it was given elsewhere."""
        if self._start is not None:
            self._start.show_name()

    @Slot(str)
    def start_board(self, board: str) -> None:
        """Ask for a place and start a board there."""
        proposed = free_path(self.folder(), board)
        kinds = self.tr("Board files (*{})").format(ENDING)
        name, _ = QFileDialog.getSaveFileName(self.window, self.tr("Keep the board in"), str(proposed), kinds)
        if name:
            self._open(Wanted(path=with_ending(Path(name)), who=self.memory.who, make=board), Link("settings"))

    @Slot()
    def sample(self) -> None:
        """Open the sample board; it is made first where it isn't there, always in the same folder."""
        path = self._own_folder() / f"Sample{ENDING}"
        link, board_id = self.memory.place(path)
        self._open(Wanted(path=path, who=self.memory.who, board_id=board_id, sample=True), link or Link("home"))

    @Slot(str)
    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def close(self) -> None:
        """Close the board file and show the first page."""
        if self.window.may_leave():
            self.window.rise()
            self.show_start()

    def recent(self) -> list[tuple[RowData, Path]]:
        """Return the board files that were opened before and are still there, but for the one that is open."""
        open_now = None if self.window.desk is None else self.window.desk.file.path
        return [
            (RowData(id=str(path), key=str(path), title=path.stem, context=str(path.parent), icon="folder-open"), path)
            for path in self.memory.recent
            if path != open_now and os.path.lexists(path)
        ]

    def folder(self) -> Path:
        """Return the folder where board files are kept: beside the last one, else in the user's documents."""
        for path in self.memory.recent:
            if path.parent.is_dir():
                return path.parent
        return self._own_folder()

    def _own_folder(self) -> Path:
        folder = self._documents / "Boardroom"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return self._documents
        return folder

    def back_up(self) -> None:
        """Ask for a folder and write a verified copy of the board file into it."""
        from boardroom.store.backup import back_up  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        desk = self.window.desk
        folder = QFileDialog.getExistingDirectory(self.window, self.tr("Folder for the backup"), str(self.folder()))
        if desk is None or not folder:
            return
        desk.flush()
        self._backup = Job(self.tr("Backing up"), _BackingUp(back_up, desk.file, Path(folder)))
        self._backup.done.connect(self._backed_up)
        self._backup.refused.connect(self.window.refuse)
        self.window.tell(self.tr("Backing up"))
        self._backup.start()

    @Slot(object)
    def _backed_up(self, copy: Path) -> None:
        self.window.tell(self.tr("Backed up and verified: {}").format(copy))


class _BackingUp:
    """The work of the job that backs a board file up."""

    def __init__(self, work: Callable[[BoardFile, Path], Path], file: BoardFile, folder: Path) -> None:
        self._work, self._file, self._folder = work, file, folder

    def __call__(self, _progress: Callable[[int, int], None]) -> Path:
        return self._work(self._file, self._folder)


class _Opening:
    """The work of the job that opens a board file."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted

    def __call__(self, _progress: Callable[[int, int], None]) -> Opened:
        return opened(self._wanted)
