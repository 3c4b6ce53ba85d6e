"""The forms of a call written into a folder, off the GUI thread: one for each organisation that it invites."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boardroom.documents.form_making import make_forms
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.memory import Memory

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.documents.form_making import FormsMade
    from boardroom.ui.desk import Desk

_FORMATS = ("pdf", "docx")
_NAMED = 3


class CallForms(QWidget):
    """Asks for the folder, shows how far it is, and says what was written."""

    def __init__(self, desk: Desk) -> None:
        """Build it with nothing to do."""
        super().__init__()
        self._desk = desk
        self._folder = Path()
        self.bar = JobBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)

    def ask_folder(self) -> Path | None:
        """Ask where the forms shall stand; None where nobody wants them any more."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the forms"), str(Memory().folder or ""))
        return Path(chosen) if chosen else None

    def make(self, call_id: UUID, folder: Path) -> None:
        """Write the forms of a call, each as a PDF and as a Word document.

        Args:
            call_id: the call.
            folder: where they shall stand.
        """
        self._folder = folder
        job = Job(self.tr("Writing the forms"), partial(make_forms, self._desk.file, call_id, folder, _FORMATS))
        job.done.connect(self._made)
        job.refused.connect(self._desk.refuse)
        job.cancelled.connect(self._stopped)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _made(self, made: FormsMade) -> None:
        Memory().folder = self._folder
        said = self.tr("{count} files written to {folder}").format(count=len(made.written), folder=self._folder)
        if made.missing:
            named = ", ".join(list(made.missing.values())[:_NAMED])
            said = self.tr("{said}. A PDF can’t show these letters as they should be: {letters}").format(
                said=said, letters=named
            )
        self._desk.tell(said)

    @Slot()
    def _stopped(self) -> None:
        self._desk.tell(self.tr("Cancelled. The forms that were written already are whole."))
