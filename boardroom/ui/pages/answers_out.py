"""Writing the answers to partners into a folder: in which form, how far it is, and where they stand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardroom.documents.letters import write_letters
from boardroom.exchange.eml import draft_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import wrapped
from boardroom.ui.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.documents.letters import LetterOrder, LettersWritten
    from boardroom.ui.desk import Desk

_DRAFT, _ATTACHED = "eml", "pdf"


class AnswersOut(QWidget):
    """Form, button, progress with Cancel, and what was written."""

    left_out = Signal(object)
    """The ids of the partners whose letter wasn't written, in a frozenset."""

    def __init__(self, desk: Desk) -> None:
        """Build it with nothing written."""
        super().__init__()
        self._desk = desk
        self._folder: Path | None = None
        self.form = ChoiceField[str](
            self.tr("As"),
            [
                ("pdf", self.tr("PDF")),
                (_DRAFT, self.tr("E-mail drafts with the PDF attached")),
                ("docx", self.tr("Word documents")),
                ("html", self.tr("Web pages")),
                ("md", self.tr("Markdown")),
            ],
        )
        self.form.open("pdf")
        command = COMMANDS["answers.write"]
        self.write = CommandButton(command.said, command.key, command.icon, main=True)
        self.bar = JobBar()
        self.written = wrapped()
        self.open_folder = CommandButton(self.tr("Open folder"), role="link")
        self.open_folder.clicked.connect(self._open_folder)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft
        self._across = QHBoxLayout()
        self._across.addWidget(self.form, 1)
        self._across.addWidget(self.write, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._across)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.written)
        self._column.addWidget(self.open_folder, 0, left)
        self._say("")
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def format_of_file(self) -> str:
        """The format of the document itself, one of `FORMATS`."""
        self.form.commit()
        return _ATTACHED if self.form.value == _DRAFT else self.form.value

    def say_count(self, ticked: int) -> None:
        """Say how many will be written."""
        self.write.say(self.tr("Write {}").format(ticked) if ticked else COMMANDS["answers.write"].said)
        self.write.explain("" if ticked else self.tr("No partner is ticked."))

    def ask_and_write(self, orders: Sequence[LetterOrder]) -> None:
        """Ask for a folder and write there."""
        known = Memory().folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the answers"), str(known))
        if chosen:
            self.write_to(Path(chosen), orders)

    def write_to(self, folder: Path, orders: Sequence[LetterOrder]) -> None:
        """Write the answers into a folder, off the window's thread; none is written over."""
        self._folder = folder
        draft = draft_of if self.form.value == _DRAFT else None
        job = Job(
            self.tr("Writing {} answers").format(len(orders)),
            partial(write_letters, self._desk.file, list(orders), folder, draft),
        )
        job.done.connect(self._wrote)
        job.refused.connect(self._desk.refuse)
        job.cancelled.connect(self._stopped)
        self._say("")
        self.bar.follow(job)
        job.start()

    def step_out(self) -> bool:
        """Cancel what is being written; returns whether something is."""
        return self.bar.step_out()

    @Slot(object)
    def _wrote(self, letters: LettersWritten) -> None:
        if self._folder is not None:
            Memory().folder = self._folder
        written = letters.written
        said = self.tr("{} written to {}").format(len(written), self._folder)
        alone = [one.organisation for one in written if one.for_members_only]
        if alone:
            said = self.tr("{}. Restricted matter is in those for: {}").format(said, ", ".join(alone))
        wrong = [one.path.name for one in written if one.missing]
        if wrong:
            said = self.tr("{}. Some characters can’t be shown in: {}").format(said, ", ".join(wrong))
        if letters.refused:
            said = self.tr("{}. Not written: {}").format(said, " ".join(letters.refused.values()))
        self._say(said)
        if letters.refused:
            self._desk.refuse(said)
            self.left_out.emit(frozenset(letters.refused))
        else:
            self._desk.tell(said)

    @Slot()
    def _stopped(self) -> None:
        self._desk.tell(self.tr("Cancelled. What was written by then stands in {}.").format(self._folder))

    def _say(self, words: str) -> None:
        self.written.setText(words)
        self.written.setVisible(bool(words))
        self.open_folder.setVisible(bool(words))

    @Slot()
    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(8))
        self._across.setSpacing(theme().px(12))
