"""The board file: where it stands, its backups, its check, the boards in it, and whose name changes carry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout
from typing_extensions import override

from boardroom.store.backup import back_up
from boardroom.store.check import check
from boardroom.store.queries.lists import list_boards
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import dye, section, wrapped
from boardroom.ui.memory import Memory
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class FileSection(Section):
    """What is done with the whole file, and who works at it."""

    def __init__(self, desk: Desk) -> None:
        """Build it."""
        super().__init__(desk)
        self._memory = Memory()
        self._job: Job | None = None
        self._known_who = False
        self.name = LineField(
            self.tr("Your name"),
            hint=self.tr("It stands beside every change that you make, on this computer."),
            needed=self.tr("Write your name."),
        )
        self.place, self.folder, self.result = wrapped(), wrapped(role="muted"), wrapped()
        save, whole = COMMANDS["settings.backup"], COMMANDS["settings.check"]
        self.back_up = CommandButton(save.said, save.key, save.icon)
        self.back_up.clicked.connect(self.write_backup)
        self.choose = CommandButton(self.tr("Choose the folder"), "", "folder-open")
        self.choose.clicked.connect(self.choose_folder)
        self.check = CommandButton(whole.said, whole.key, whole.icon)
        self.check.clicked.connect(self.look_over)
        self.bar = JobBar()
        self.boards = Listed(self.tr("Boards in this file"), "")
        self.boards.opened.connect(self._to_board)
        self._backups = QHBoxLayout()
        self.column.addWidget(section(self.tr("You")))
        self.column.addWidget(self.name)
        self.column.addWidget(section(self.tr("The board file")))
        self.column.addWidget(self.place)
        self.column.addWidget(self.folder)
        for button in (self.back_up, self.choose):
            self._backups.addWidget(button)
        self._backups.addStretch(1)
        self.column.addLayout(self._backups)
        for part in (self.check, self.bar, self.result, self.boards):
            self.column.addWidget(part)
        self.result.hide()
        wardrobe().changed.connect(self._fit)
        self._fit()

    @override
    def fields(self) -> Sequence[Field[Any]]:
        return (self.name,)

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        put(self.name, self.desk.file.who, self._save_name, same=self._known_who)
        self._known_who = True
        self.place.setText(str(self.desk.file.path))
        folder = self._memory.backups
        self.folder.setText(
            self.tr("Backups go to {}").format(folder)
            if folder is not None
            else self.tr("No folder for backups is chosen yet. One on another disk, such as a memory stick, is best.")
        )
        boards = self.desk.read(list_boards)
        self.boards.show_rows([self._row(one.id, one.name, view.id) for one in boards])
        self.boards.setVisible(len(boards) > 1)

    def _row(self, board_id: UUID, name: str, shown: UUID) -> RowData:
        here = board_id == shown
        return RowData(
            id=board_id,
            key=name,
            title=name,
            icon="users-three",
            chip=self.tr("shown") if here else "",
            chip_tone="tint",
        )

    def _save_name(self, value: str) -> str:
        self._memory.who = value
        self.desk.sign_as(self._memory.who)
        return ""

    @Slot(object)
    def _to_board(self, board_id: UUID) -> None:
        self.desk.choose_board(board_id)

    # The file

    @Slot()
    def choose_folder(self) -> bool:
        """Ask for the folder of backups; returns whether one was chosen."""
        now = str(self._memory.backups or self.desk.file.path.parent)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups"), now)
        if chosen:
            self._memory.backups = Path(chosen)
            self.folder.setText(self.tr("Backups go to {}").format(chosen))
        return bool(chosen)

    @Slot()
    def write_backup(self) -> None:
        """Write a verified copy of the file into the folder; it is asked for where none is known."""
        if self.bar.is_busy or (self._memory.backups is None and not self.choose_folder()):
            return
        folder = self._memory.backups
        if folder is not None:
            self.desk.flush()
            self._begin(Job(self.tr("Backing up"), _BackingUp(self.desk.file, folder)), self._backed_up)

    @Slot()
    def look_over(self) -> None:
        """Check the whole file."""
        if not self.bar.is_busy:
            self.desk.flush()
            self._begin(Job(self.tr("Checking the board file"), _Checking(self.desk.file.path)), self._checked)

    def _begin(self, job: Job, done: Callable[[Any], None]) -> None:
        self._job = job
        job.done.connect(done)
        job.refused.connect(self._refused)
        self.result.hide()
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _backed_up(self, copy: Path) -> None:
        self._say(self.tr("Backed up and verified: {}").format(copy), "")

    @Slot(object)
    def _checked(self, findings: list[str]) -> None:
        if findings:
            self._say("\n".join(findings), "danger")
        else:
            self._say(
                self.tr(
                    "The file is whole: every page, row, paper and seal is as it was written, and so is the history."
                ),
                "",
            )

    @Slot(str)
    def _refused(self, why: str) -> None:
        self._say(why, "danger")

    def _say(self, sentence: str, role: str) -> None:
        self.result.setText(sentence)
        dye(self.result, role)
        self.result.show()
        self.desk.tell(sentence.split("\n", 1)[0])

    @Slot()
    def _fit(self) -> None:
        self._backups.setSpacing(theme().px(8))
        self.name.setMaximumWidth(theme().px(560))


class _BackingUp:
    """The work of the job that backs a board file up."""

    def __init__(self, file: Any, folder: Path) -> None:  # noqa: ANN401 - the desk's own; pages don't know its class
        self._file, self._folder = file, folder

    def __call__(self, _progress: Callable[[int, int], None]) -> Path:
        return back_up(self._file, self._folder)


class _Checking:
    """The work of the job that checks a board file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, _progress: Callable[[int, int], None]) -> list[str]:
        return check(self._path)
