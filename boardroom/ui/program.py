"""The desktop program: what the frame's commands do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from boardroom.domain.refusal import Refusal
from boardroom.ui.board_files import BoardFiles
from boardroom.ui.commands.places import PLACES
from boardroom.ui.links import Link
from boardroom.ui.looks import Looks
from boardroom.ui.opening import ENDING
from boardroom.ui.own_keys import load_own_keys
from boardroom.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QMainWindow

    from boardroom.store.file import BoardFile
    from boardroom.store.undo import Ahead
    from boardroom.ui.boards import Boards
    from boardroom.ui.kit.ask import Ask
    from boardroom.ui.kit.row_data import RowData
    from boardroom.ui.memory import Memory
    from boardroom.ui.palette import Palette


class Program(QObject):
    """The window with its board file; gives the frame's commands their slots."""

    def __init__(
        self, memory: Memory, documents: Path, shell: QMainWindow, *, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Build the window.

        Args:
            memory: what was remembered from earlier starts.
            documents: the user's folder of documents.
            shell: the top-level window.
            clock: tells the present moment, local; the computer's where it is left out.
        """
        super().__init__(shell)
        self.memory = memory
        load_own_keys(memory)
        self.window = Window(memory, shell)
        # Into a shell that is shown already it would come with the next event only, and couldn't have the focus yet.
        self.window.show()
        self.files = BoardFiles(self.window, documents, clock)
        self._palette: Palette | None = None
        self._boards: Boards
        self.window.slots_of_frame = self._slots()
        self.window.reasons_of_frame["file.recent"] = self._why_no_recent
        self.window.files_dropped.connect(self._take_files)
        self.files.sat.connect(self._sit)

    def _slots(self) -> dict[str, Callable[[], object]]:
        places: dict[str, Callable[[], object]] = {f"go.{place.page}": _Going(self, place.page) for place in PLACES}
        return {
            "import": self.choose_files,
            "paste.table": self.paste,
            "export": self.export,
            "print": self.export,
            "file.new": self.new,
            "palette": self.open_palette,
            "board.add": self.add_board,
            "file.recent": self.choose_recent,
            "board.choose": self.choose_board,
            "menus": self.window.actions_of.open_menus,
            "quit": self.window.shell.close,
            "undo": self.undo,
            "redo": self.redo,
            "history": self.history,
            "back": self.window.back,
            "forward": self.window.forward,
            "pane.next": self.window.focus_next,
            "pane.previous": self._previous_column,
            "search": _Going(self, "search"),
            "go.calls": _Going(self, "calls"),
            "help.keys": _Going(self, "keys"),
            "help.name": self.ask_name,
            "help.about": self._about,
            **places,
            **self.files.slots(),
            **Looks(self.window).slots(),
        }

    # Board files

    def begin(self, path: Path | None) -> None:
        """Show the window: with a board file, or with the first page."""
        if path is None:
            self.files.show_start()
        else:
            self.files.open(path)
        self.window.actions_of.build()

    @Slot(object)
    def _sit(self, boards: Boards) -> None:
        self._boards = boards
        self.window.slots_of_frame["board.next"] = boards.show_next
        self.window.reasons_of_frame |= {
            "board.next": boards.why_no_other,
            "board.choose": boards.why_no_other,
            "undo": self._why_no_undo,
            "redo": self._why_no_redo,
        }

    def new(self) -> None:
        """Start a board in a file of its own; the one that is open stays so until the other one is there."""
        if self.window.desk is None:
            self.files.focus_start()
            return
        self.ask().ask(
            self.tr("Name of the new board"),
            self.tr("It gets a file of its own; you choose the folder next."),
            self.tr("Start the board…"),
            self.files.start_board,
        )

    def add_board(self) -> None:
        """Ask for a name and start another board in this file."""
        self.ask().ask(
            self.tr("Name of the board"),
            self.tr("It shares people and organisations with the other boards of this file."),
            self.tr("Start the board"),
            self._boards.add,
        )

    # What comes in and what goes out

    def choose_files(self) -> None:
        """Ask for files and show what came in."""
        names, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Import files"), str(self.files.folder()))
        if names:
            self._take_files(names)

    @Slot(list)
    def _take_files(self, names: list[str]) -> None:
        """Show what came in; a board file by itself is opened."""
        paths = [Path(name) for name in names]
        desk = self.window.desk
        if desk is None or (len(paths) == 1 and paths[0].suffix == ENDING):
            self.files.open(paths[0])
            return
        from boardroom.ui.pages.arrivals import ArrivalsPage  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        here = self.window.current_page()
        link = here.link() if here is not None else Link("arrivals")
        page = self.window.stack.page("arrivals", desk)
        if isinstance(page, ArrivalsPage):
            page.board_file_wanted.connect(self.files.open, Qt.ConnectionType.UniqueConnection)
            self.window.go(Link("arrivals", link.entity, link.id, link.meeting_id, link.item_id))
            page.take_files(paths)

    def export(self) -> None:
        """Show what can be written of the meeting that is shown, or of the latest."""
        link = self._place()
        self.window.go(Link("export", "meeting", link.meeting_id, link.meeting_id, link.item_id))

    def paste(self) -> None:
        """Show the table on the clipboard; agenda lines are for the meeting that is shown."""
        self.window.go(Link("paste", meeting_id=self._place().meeting_id))

    def _place(self) -> Link:
        """Return the meeting and the item that are shown; without one, none."""
        page = self.window.current_page()
        link = page.link() if page is not None else Link("")
        meeting_id = link.id if link.entity == "meeting" else link.meeting_id
        return Link(link.page, meeting_id=meeting_id, item_id=link.item_id)

    # What lies over the window

    def palette(self) -> Palette:
        """Return the palette, built when it is first wanted."""
        if self._palette is None:
            from boardroom.ui.palette import Palette  # noqa: PLC0415 - not needed for the first paint

            self._palette = Palette(self.window, self.window.actions_of.why_not, self._records)
            self._palette.command_chosen.connect(self.window.run)
            self._palette.target_chosen.connect(self._go_to)
        return self._palette

    def open_palette(self) -> None:
        """Show the palette over the window."""
        self.palette().open()

    def choose_board(self) -> None:
        """Let one of the boards of this file be chosen."""
        self._let_pick(self.tr("Board to show"), self.tr("show it"), self._boards.offered())

    def choose_recent(self) -> None:
        """Let a board file be chosen of those that were opened before."""
        self._let_pick(self.tr("Board file to open"), self.tr("open it"), self.files.recent())

    def _let_pick(self, asked: str, does: str, things: Sequence[tuple[RowData, object]]) -> None:
        from boardroom.ui.kit.pick import pick_over  # noqa: PLC0415 - not needed for the first paint

        targets = {row.id: target for row, target in things}
        rows = [row for row, _ in things]
        pick_over(self.window).offer(asked, does, rows, lambda picked: self._go_to(targets[picked]))

    def _why_no_recent(self) -> str:
        return "" if self.files.recent() else self.tr("no other board file was opened before")

    @Slot(object)
    def _go_to(self, target: object) -> None:
        match target:
            case Link():
                self.window.go(target)
            case Path():
                self.files.open(target)
            case UUID():
                self._boards.show(target)

    def _records(self, typed: str) -> list[tuple[RowData, object]]:
        desk = self.window.desk
        if desk is None:
            return []
        from boardroom.ui.found import records  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        try:
            return [*self._boards.offered(typed), *records(desk, typed)]
        except Refusal as refusal:
            desk.refuse(str(refusal))
            return []

    # Undo and history

    def undo(self) -> None:
        """Take back one's own last step."""
        if self.window.desk is not None:
            self.window.desk.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.window.desk is not None:
            self.window.desk.redo()

    def _why_no_undo(self) -> str:
        from boardroom.store.undo import peek_undo  # noqa: PLC0415 - as above

        return self._ahead("undo", self.tr("Undo"), peek_undo)

    def _why_no_redo(self) -> str:
        from boardroom.store.undo import peek_redo  # noqa: PLC0415 - as above

        return self._ahead("redo", self.tr("Redo"), peek_redo)

    def _ahead(self, command: str, word: str, peek: Callable[[BoardFile], Ahead]) -> str:
        """Let the menu say which step it is about; return why there is none."""
        desk = self.window.desk
        if desk is None or desk.read_only:
            return ""
        ahead = peek(desk.file)
        self.window.actions_of.rename(command, f"{word}: {ahead.label}" if ahead.label else word)
        return ahead.why_not.rstrip(".")

    def history(self) -> None:
        """Show the history of what is chosen; of everything, where nothing is."""
        page = self.window.current_page()
        if page is not None and page.id != "history":
            link = page.link()
            self.window.go(Link("history", link.entity, link.id, link.meeting_id, link.item_id))

    def _about(self) -> None:
        import boardroom  # noqa: PLC0415 - its version alone

        self.window.tell(
            self.tr(
                "Boardroom {}. It works on this computer alone: nothing is sent anywhere. Apache License 2.0."
            ).format(boardroom.__version__)
        )

    def _previous_column(self) -> None:
        self.window.focus_next(backwards=True)

    def ask(self) -> Ask:
        """Return the sheet that asks for one line."""
        from boardroom.ui.kit.ask import ask_over  # noqa: PLC0415 - not needed for the first paint

        return ask_over(self.window)

    def ask_name(self) -> None:
        """Ask for the user's name; it stands beside what is changed from now on."""
        self.ask().ask(
            self.tr("Your name"),
            self.tr("It stands beside every change that you make."),
            self.tr("Keep the name"),
            self._name_given,
            self.memory.who,
        )

    def _name_given(self, name: str) -> None:
        self.memory.who = name
        if self.window.desk is not None:
            self.window.desk.sign_as(self.memory.who)
        else:
            self.files.show_name()


class _Going:
    """The slot of a command that goes to a page."""

    def __init__(self, program: Program, page: str) -> None:
        self._program, self._page = program, page

    def __call__(self) -> None:
        self._program.window.go(Link(self._page))
