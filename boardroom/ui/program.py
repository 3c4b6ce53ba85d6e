"""The desktop program: which board file is open, and what the frame's commands do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog

from boardroom.ui.commands.places import PLACES
from boardroom.ui.desk import Desk, Said
from boardroom.ui.kit.jobs import Job
from boardroom.ui.links import Link
from boardroom.ui.looks import Looks
from boardroom.ui.opening import Opened, Wanted, opened
from boardroom.ui.pages.page import Head
from boardroom.ui.start import StartPage, proposed_file
from boardroom.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QMainWindow

    from boardroom.store.file import BoardFile
    from boardroom.ui.kit.row_model import RowData
    from boardroom.ui.memory import Memory
    from boardroom.ui.palette import Palette
    from boardroom.ui.while_opening import WhileOpening

_ENDING = "boardroom"


class Program(QObject):
    """Opens and closes board files, and gives the frame's commands their slots."""

    def __init__(
        self, memory: Memory, documents: Path, shell: QMainWindow, *, today: Callable[[], date] | None = None
    ) -> None:
        """Build the window.

        Args:
            memory: what was remembered from earlier starts.
            documents: the user's folder of documents.
            shell: the top-level window.
            today: tells the day that deadlines are counted from; the computer's where it is left out.
        """
        super().__init__(shell)
        self._today = today
        self.memory = memory
        self.window = Window(memory, shell)
        self._documents = documents
        self._start: StartPage | None = None
        self._waiting: Job | None = None
        self.window.slots_of_frame = self._slots()
        self.window.files_dropped.connect(self._take_files)

    def _slots(self) -> dict[str, Callable[[], object]]:
        places: dict[str, Callable[[], object]] = {f"go.{place.page}": _Going(self, place.page) for place in PLACES}
        return {
            "file.new": self.new,
            "file.open": self.choose,
            "file.sample": self.sample,
            "file.close": self.close,
            "file.backup": self.back_up,
            "import": self.choose_files,
            "paste.table": _Going(self, "paste"),
            "export": self.export,
            "print": self.export,
            "palette": self.open_palette,
            "quit": self.window.shell.close,
            "undo": self.undo,
            "redo": self.redo,
            "history": self.history,
            "back": self.window.back,
            "forward": self.window.forward,
            "pane.next": self.window.focus_next,
            "pane.previous": self._previous_column,
            "search": _Going(self, "search"),
            "help.keys": _Going(self, "keys"),
            "help.name": self.ask_name,
            "help.about": self._about,
            **places,
            **Looks(self.window).slots(),
        }

    # Board files

    def begin(self, path: Path | None) -> None:
        """Show the window: with a board file, or with the first page."""
        if path is None:
            self.show_start()
        else:
            self.open(path)
        self.window.actions_of.build()

    def show_start(self) -> None:
        """Show the page that leads to a board."""
        if self._start is None:
            self._start = StartPage(self.memory)
            self._start.sample_asked.connect(self.sample)
            self._start.new_asked.connect(self._new_named)
            self._start.open_asked.connect(self.choose)
            self._start.recent_asked.connect(self._open_recent)
        self.window.rail.name("Boardroom", "")
        self.window.show_alone(self._start, self._start.head())
        self._start.focus()

    def open(self, path: Path) -> None:
        """Open a board file in place of the one that is open."""
        link, board_id = self.memory.place(path)
        self._look(path, board_id)
        self._open(Wanted(path=path, who=self.memory.who, board_id=board_id), link)

    def _look(self, path: Path, board_id: UUID | None) -> None:
        """Show the first list at once, where the file can be looked into."""
        from boardroom.store.first import first_look  # noqa: PLC0415 - the first start needs none

        first = first_look(path, board_id)
        if first is not None and self.window.desk is None:
            from boardroom.ui.while_opening import WhileOpening  # noqa: PLC0415 - as above

            self._first = WhileOpening(first)
            name = first.board.name if first.board is not None else path.stem
            self.window.show_alone(self._first, Head(name, self.tr("Opening")))

    def _open(self, wanted: Wanted, link: Link | None) -> None:
        if not self.window.may_leave():
            return
        self.window.rise()
        self._link = link
        self.window.rail.name(wanted.path.stem, str(wanted.path.parent))
        self._waiting = Job(self.tr("Opening {}").format(wanted.path.name), _Opening(wanted))
        self._waiting.done.connect(self._sit)
        self._waiting.refused.connect(self._stay_out)
        self._waiting.bug.connect(self._stay_out_of_bug)
        if self._first is None:
            self.window.head.show_head(Head(wanted.path.stem, self.tr("Opening")))
        self._waiting.start()

    @Slot(object)
    def _sit(self, result: Opened) -> None:
        self._waiting = None
        from boardroom.ui.boards import Boards  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        desk = Desk(result.file, result.board_id, self, today=self._today)
        self.memory.opened(result.file.path)
        self.window.sit(desk)
        boards = Boards(self.window, desk)
        self.window.slots_of_frame |= {"board.add": boards.add, "board.next": boards.show_next}
        self.window.reasons_of_frame["board.next"] = boards.why_no_next
        self.window.go(self._link or Link("home" if result.board_id else "settings"))
        self._end_look()
        if result.file.read_only:
            self.window.tell(result.file.read_only)
        desk.watch()

    def _end_look(self) -> None:
        if self._first is not None:
            self.window.remove_alone(self._first)
            self._first = None

    @Slot(str)
    def _stay_out(self, why: str) -> None:
        self._waiting = None
        self.show_start()
        self._end_look()
        self.window.refuse(why)

    @Slot(object)
    def _stay_out_of_bug(self, _error: Exception) -> None:
        self._waiting = None
        self.show_start()
        self._end_look()

    def choose(self) -> None:
        """Ask for a board file and open it."""
        kinds = self.tr("Board files (*.{});;All files (*)").format(_ENDING)
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open board file"), str(self._folder()), kinds)
        if name:
            self.open(Path(name))

    def new(self) -> None:
        """Show the page on which a board is started."""
        if not self.window.may_leave():
            return
        self.window.rise()
        self.show_start()
        if self._start is not None:
            self._start.focus(on_board=True)

    @Slot(str)
    def _new_named(self, board: str) -> None:
        proposed = proposed_file(self._folder(), board)
        kinds = self.tr("Board files (*.{})").format(_ENDING)
        name, _ = QFileDialog.getSaveFileName(self.window, self.tr("Keep the board in"), str(proposed), kinds)
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(f".{_ENDING}")
            self._open(Wanted(path=path, who=self.memory.who, make=board), Link("settings"))

    @Slot()
    def sample(self) -> None:
        """Open the sample board; it is made first where it isn't there."""
        path = self._folder() / f"Sample.{_ENDING}"
        if path.exists():
            self.open(path)
        else:
            self._open(Wanted(path=path, who=self.memory.who, sample=True), Link("home"))

    @Slot(str)
    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def close(self) -> None:
        """Close the board file and show the first page."""
        if self.window.may_leave():
            self.window.rise()
            self.show_start()

    def _folder(self) -> Path:
        """Return the folder where board files are kept: beside the last one, else in the user's documents."""
        for path in self.memory.recent:
            if path.parent.is_dir():
                return path.parent
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
        folder = QFileDialog.getExistingDirectory(self.window, self.tr("Folder for the backup"), str(self._folder()))
        if desk is None or not folder:
            return
        desk.flush()
        self._backup = Job(self.tr("Backing up"), _BackingUp(back_up, desk.file, Path(folder)))
        self._backup.done.connect(self._backed_up)
        self._backup.refused.connect(self.window.refuse)
        self._backup.start()

    @Slot(object)
    def _backed_up(self, copy: Path) -> None:
        self.window.tell(self.tr("Backed up and verified: {}").format(copy))

    # What comes in and what goes out

    def choose_files(self) -> None:
        """Ask for files and show what came in."""
        names, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Import files"), str(self._folder()))
        if names:
            self._take_files(names)

    @Slot(list)
    def _take_files(self, names: list[str]) -> None:
        """Show what came in; a board file by itself is opened."""
        paths = [Path(name) for name in names]
        if self.window.desk is None or (len(paths) == 1 and paths[0].suffix == f".{_ENDING}"):
            self.open(paths[0])
            return
        here = self.window.current_page()
        link = here.link() if here is not None else Link("arrivals")
        page = self.window.page("arrivals")
        if page is not None:
            page.take_in(paths, meeting_id=link.meeting_id, item_id=link.item_id)
            self.window.go(Link("arrivals", link.entity, link.id, link.meeting_id, link.item_id))

    def export(self) -> None:
        """Show what can be written of the meeting that is shown, or of the latest."""
        page = self.window.current_page()
        link = page.link() if page is not None else Link("export")
        meeting_id = link.id if link.entity == "meeting" else link.meeting_id
        self.window.go(Link("export", "meeting", meeting_id, meeting_id, link.item_id))

    # The palette

    def open_palette(self) -> None:
        """Show the palette over the window."""
        if self._palette is None:
            from boardroom.ui.palette import Palette  # noqa: PLC0415 - not needed for the first paint

            self._palette = Palette(self.window, self.window.actions_of.why_not, self._records)
            self._palette.command_chosen.connect(self.window.run)
            self._palette.link_chosen.connect(self.window.go)
        self._palette.open()

    def _records(self, typed: str) -> list[tuple[RowData, Link]]:
        desk = self.window.desk
        if desk is None:
            return []
        from boardroom.ui.found import records  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        return records(desk, typed)

    # Undo and history

    def undo(self) -> None:
        """Take back one's own last step."""
        if self.window.desk is not None:
            self.window.desk.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.window.desk is not None:
            self.window.desk.redo()

    def history(self) -> None:
        """Show the history of what is chosen; of everything, where nothing is."""
        page = self.window.current_page()
        if page is not None and page.id != "history":
            link = page.link()
            self.window.go(Link("history", link.entity, link.id, link.meeting_id, link.item_id))

    _link: Link | None = None
    _palette: Palette | None = None
    _first: WhileOpening | None = None
    _backup: Job | None = None

    def _about(self) -> None:
        import boardroom  # noqa: PLC0415 - its version alone

        self.window.tell(
            self.tr(
                "Boardroom {}. It works on this computer alone: nothing is sent anywhere. Apache License 2.0."
            ).format(boardroom.__version__)
        )

    def _previous_column(self) -> None:
        self.window.focus_next(backwards=True)

    def ask_name(self) -> None:
        """Ask for the user's name; it stands beside what is changed from now on."""
        name, said = QInputDialog.getText(
            self.window, self.tr("Your name"), self.tr("It stands beside every change that you make."),
            text=self.memory.who,
        )  # fmt: skip
        if said and name.strip():
            self.memory.who = name
            if self.window.desk is not None:
                self.window.desk.file.who = self.memory.who
            self.window.bar.say(Said(self.tr("Changes are now noted as {}’s.").format(self.memory.who)))


class _Going:
    """The slot of a command that goes to a page."""

    def __init__(self, program: Program, page: str) -> None:
        self._program, self._page = program, page

    def __call__(self) -> None:
        self._program.window.go(Link(self._page))


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
