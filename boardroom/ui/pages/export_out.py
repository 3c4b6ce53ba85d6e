"""What becomes of a document that was made: it is written to a file, or printed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardroom.documents.formats import FORMATS
from boardroom.store.places import refuse_own_file
from boardroom.store.whole_file import write_whole
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.jobs import Job
from boardroom.ui.kit.words import wrapped
from boardroom.ui.memory import Memory
from boardroom.ui.pages.printing import print_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.documents.making import MadeFile
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import JobBar


class ExportOut(QWidget):
    """Writes and prints; says where the file stands."""

    def __init__(self, desk: Desk, bar: JobBar) -> None:
        """Build it with nothing written.

        Args:
            desk: where it is told what was done.
            bar: follows the work.
        """
        super().__init__()
        self._desk, self._bar = desk, bar
        self._path: Path | None = None
        self._what = ""
        self.written = wrapped()
        self.open_file = CommandButton(self.tr("Open file"), role="link")
        self.open_file.clicked.connect(self._open_file)
        self.open_folder = CommandButton(self.tr("Open folder"), role="link")
        self.open_folder.clicked.connect(self._open_folder)
        both = QHBoxLayout()
        both.addWidget(self.open_file)
        both.addWidget(self.open_folder)
        both.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.written)
        column.addLayout(both)
        self.say_written(None)

    # Writing

    def ask_target(self, made: MadeFile, form: str) -> Path | None:
        """Ask where the file shall stand; None where nobody wants it any more.

        Args:
            made: what is to be written.
            form: what its format is called.
        """
        folder = Memory().folder or _documents()
        suffix = FORMATS[made.format].suffix
        title = self.tr("Export {}").format(made.name)
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(folder / made.name), f"{form} (*{suffix})")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_name(path.name + suffix)

    def write(self, made: MadeFile, path: Path, what: str) -> None:
        """Write the bytes that were shown, whole or not at all.

        Args:
            made: what was shown.
            path: where it shall stand.
            what: what the message bar calls it.
        """
        self._what = what
        job = Job(self.tr("Writing {}").format(path.name), partial(_write, made, path, self._desk.file.path))
        job.done.connect(self._wrote)
        job.refused.connect(self._not_written)
        self._bar.follow(job)
        job.start()

    def say_written(self, path: Path | None) -> None:
        """Say where the file stands, and offer it and its folder; nothing for None."""
        self._path = path
        self.written.setText(self.tr("Written: {}").format(path) if path else "")
        self.setVisible(path is not None)

    @Slot(object)
    def _wrote(self, path: Path) -> None:
        Memory().folder = path.parent
        self.say_written(path)
        self._desk.tell(self.tr("{what} written to {path}").format(what=self._what, path=path))

    @Slot(str)
    def _not_written(self, why: str) -> None:
        self.say_written(None)
        self._desk.refuse(why)

    @Slot()
    def _open_file(self) -> None:
        if self._path is not None:
            self._hand_over(self._path)

    @Slot()
    def _open_folder(self) -> None:
        if self._path is not None:
            self._hand_over(self._path.parent)

    def _hand_over(self, path: Path) -> None:
        """Let the system open what was written, where it knows how."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.refuse(self.tr("Nothing on this computer opens {}.").format(path))

    # Paper

    def ask_printer(self, made: MadeFile, pages: int) -> QPrinter | None:
        """Ask for a printer; None where nobody wants to print any more.

        Args:
            made: what is to be printed.
            pages: how many pages it has.
        """
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(made.name)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(pages, 1))
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def print_on(self, made: MadeFile, printer: QPrinter) -> None:
        """Print the pages that are shown."""
        job = Job(self.tr("Printing {}").format(made.name), partial(print_pages, printer, made.pages))
        job.done.connect(self._printed)
        job.refused.connect(self._desk.refuse)
        job.cancelled.connect(self._not_printed)
        self._bar.follow(job)
        job.start()

    @Slot(object)
    def _printed(self, pages: int) -> None:
        told = self.tr("1 page sent to the printer") if pages == 1 else self.tr("{} pages sent to the printer")
        self._desk.tell(told.format(pages))

    @Slot()
    def _not_printed(self) -> None:
        self._desk.tell(self.tr("Printing was cancelled; pages that were sent already may still come out"))


def _write(made: MadeFile, path: Path, board_file: Path, progress: Callable[[int, int], None]) -> Path:
    progress(0, 0)
    refuse_own_file(board_file, path)
    return write_whole(path, made.content)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
