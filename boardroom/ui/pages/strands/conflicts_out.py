"""The extract for a conflicts assessment written into a folder, off the GUI thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.memory import Memory

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.ui.desk import Desk


class ConflictsOut(QWidget):
    """Asks for the folder, shows how far it is, and says what was written."""

    def __init__(self, desk: Desk) -> None:
        """Build it with nothing to do."""
        super().__init__()
        self._desk = desk
        self.bar = JobBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)

    def ask(self, strand_id: UUID) -> None:
        """Ask where the extract shall stand, and write it there."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the extract"), str(Memory().folder or ""))
        if chosen:
            self.write(strand_id, Path(chosen))

    def write(self, strand_id: UUID, folder: Path) -> None:
        """Write the extract of a strand into a folder, as PDF and as a workbook."""
        from boardroom.documents.conflicts import write_conflicts  # noqa: PLC0415 - not needed before

        Memory().folder = folder
        work = partial(write_conflicts, self._desk.file, strand_id, folder, self._desk.today)
        job = Job(self.tr("Writing the extract"), work)
        job.done.connect(self._written)
        job.refused.connect(self._desk.refuse)
        job.cancelled.connect(self._stopped)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _written(self, paths: list[Path]) -> None:
        names = self.tr(" and ").join(path.name for path in paths)
        self._desk.tell(self.tr("{} stand in {}; they are for members and officers.").format(names, paths[0].parent))

    @Slot()
    def _stopped(self) -> None:
        self._desk.tell(self.tr("Cancelled. Nothing was written."))
