"""The files behind the papers of an item: looked at before they are kept, and opened as copies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boardroom.domain.papers import LARGEST
from boardroom.domain.refusal import Refusal
from boardroom.exchange.paper_check import check_paper
from boardroom.services.papers import attach_paper, deliver_paper
from boardroom.store.paper_copies import copy_for_opening
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import wrapped

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.exchange.paper_check import PaperCheck
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import Progress


@dataclass(frozen=True, slots=True)
class _Looking:
    """A file that is being looked at: the item it is for, the paper whose file it is, and its name."""

    item_id: UUID
    paper_id: UUID | None
    name: str


class PaperFiles(QWidget):
    """How far the looking at a file is, and what is to be said of one that was kept."""

    kept = Signal(object, object)
    """A file stands in the board file: the item and the paper."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it, with nothing to show."""
        super().__init__(parent)
        self._desk = desk
        self._folder: TemporaryDirectory[str] | None = None
        self._looking: _Looking | None = None
        self.bar = JobBar()
        self._warned = wrapped("", "caution")
        self._warned.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._warned)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def choose(self) -> Path | None:
        """Ask for a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a paper"))
        return Path(name) if name else None

    def attach(self, path: Path, item_id: UUID, paper_id: UUID | None) -> None:
        """Look at a file and keep it, off the GUI thread as far as it takes long.

        Args:
            path: the file.
            item_id: the item that it is for, whichever is shown by the time the file was looked at.
            paper_id: the paper whose file it is; a new paper without one.
        """
        if self.bar.is_busy:
            self._desk.refuse(self.tr("Another file is being looked at; attach this one after it."))
            return
        self._looking = _Looking(item_id, paper_id, path.name)
        job = Job(self.tr("Looking at “{}”").format(path.name), partial(_looked_at, path))
        job.done.connect(self._keep)
        job.refused.connect(self._desk.refuse)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _keep(self, found: tuple[bytes, PaperCheck]) -> None:
        """Keep a file that was looked at."""
        (content, check), looking = found, self._looking
        if looking is None:
            return
        item_id, paper_id, name = looking.item_id, looking.paper_id, looking.name
        if check.refusal:
            self._desk.refuse(check.refusal)
            return
        if paper_id is None:
            done = self._desk.attempt(
                self.tr("Attach “{}”").format(name), attach_paper, item_id, content, name=name, pages=check.pages
            )
            paper_id = done.value.id if done is not None else None
        else:
            told = self.tr("Bring the file “{}”").format(name)
            if self._desk.attempt(told, deliver_paper, paper_id, content, name=name, pages=check.pages) is None:
                return
        if paper_id is not None:
            self._warned.setText(" ".join(check.warnings))
            self.kept.emit(item_id, paper_id)

    def warn(self, *, shown: bool) -> None:
        """Show what is to be said of the file that was kept last, or hide it.

        Args:
            shown: whether its item is the one that is shown.
        """
        self._warned.setVisible(shown and bool(self._warned.text()))

    def open_copy(self, paper_id: UUID) -> None:
        """Open a copy of a paper in the program that the system has for it."""
        if self._folder is None:
            # Private to the user, and gone with this widget.
            self._folder = TemporaryDirectory(prefix="boardroom-", ignore_cleanup_errors=True)
        try:
            path = self._desk.read(copy_for_opening, paper_id, Path(self._folder.name))
        except Refusal as refusal:
            self._desk.refuse(str(refusal))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(8))


def _looked_at(path: Path, progress: Progress) -> tuple[bytes, PaperCheck]:
    """Read a file and look at it.

    Raises:
        Refusal: it can't be read.
    """
    progress(0, 0)
    try:
        with path.open("rb") as file:
            # One byte more than a paper may have: then it is refused by its size, whatever that is.
            content = file.read(LARGEST + 1)
    except OSError as error:
        message = f"“{path.name}” can't be read: {error.strerror or 'the system gives no reason'}."
        raise Refusal(message) from error
    check = check_paper(content, name=path.name)
    progress(1, 1)
    return content, check
