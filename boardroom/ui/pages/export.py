"""The page that writes agenda and minutes to a file or on paper, showing first exactly what will be written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.documents.catalogue import DOCUMENTS
from boardroom.documents.formats import FORMATS
from boardroom.documents.making import Made, Order, make_document
from boardroom.domain.audience import Audience
from boardroom.domain.entities import ENTITIES
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus
from boardroom.store.queries.find import find_likely_meeting
from boardroom.store.queries.meeting_page import head_of
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.choice import Choice
from boardroom.ui.pages.export_out import ExportOut
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.preview import Preview
from boardroom.ui.pages.stays_out import StaysOut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

    from boardroom.ui.desk import Desk

_SIDE = 328
_STACKED_BELOW = 720
_PREVIEW_HEIGHT = 360


class ExportPage(Page):
    """Document, audience and format on the left, with what stays out; the pages on the right."""

    id: ClassVar[str] = "export"
    # Whatever is printed may stand in any table.
    concerns: ClassVar[tuple[str, ...]] = tuple(one.__tablename__ for one in ENTITIES)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is made before it is shown."""
        super().__init__(desk, parent)
        self._meeting_id: UUID | None = None
        self._title = ""
        self.made: Made | None = None
        self._job: Job | None = None
        self._why_not = ""
        names = {"agenda": self.tr("Agenda"), "minutes": self.tr("Minutes")}
        self.document = Choice(self.tr("Document"), {key: names.get(key, key.capitalize()) for key in DOCUMENTS})
        self.audience = Choice(
            self.tr("For"), {Audience.MEMBERS.value: self.tr("Members"), Audience.PUBLIC.value: self.tr("The public")}
        )
        self.format = Choice(self.tr("Format"), {key: self._format_name(key) for key in FORMATS})
        for choice in (self.document, self.audience, self.format):
            choice.chosen.connect(self._make)
        self._file_name = hint()
        self._wrong = wrapped(role="danger")
        self._wrong.hide()
        self.bar = JobBar()
        self.out = ExportOut(desk, self.bar)
        self.stays_out = StaysOut()
        self.stays_out.asked.connect(desk.show)
        self.preview = Preview()
        self._lay_out()

    def _lay_out(self) -> None:
        px = theme().px
        side = QWidget()
        side.setProperty("role", "ground")
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(8), px(16), px(8))
        column.setSpacing(px(16))
        self._choices = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._choices.setSpacing(px(16))
        for choice in (self.document, self.audience, self.format):
            self._choices.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._choices)
        for widget in (self._file_name, self._wrong, self.bar, self.out):
            column.addWidget(widget)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        column.addWidget(self.stays_out)
        column.addStretch(1)
        self._side = QScrollArea()
        self._side.setWidget(side)
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A stop of the Tab key of its own would only be in the way of what stands in it.
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QWidget()
        around = QVBoxLayout(right)
        around.setContentsMargins(px(8), px(8), px(24), px(8))
        around.addWidget(self.preview)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self._side)
        self._across.addWidget(right, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview under the choices where there is no room beside them."""
        super().resizeEvent(event)
        px = theme().px
        narrow = self.width() < px(_STACKED_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self._choices.setDirection(QBoxLayout.Direction.LeftToRight if narrow else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(0 if narrow else px(_SIDE))
        self._side.setMaximumWidth(16_777_215 if narrow else px(_SIDE))
        self._across.setStretch(0, 1 if narrow else 0)
        self.preview.setMinimumHeight(0 if narrow else px(_PREVIEW_HEIGHT))

    @override
    def head(self) -> Head:
        return Head(self.tr("Export"), self._title, commands=("print", "export.write"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self.print_it, "export.write": self.choose_target}

    @override
    def why_not(self, _command: str) -> str:
        if self.made is None:
            return self._why_not or self.tr("The preview isn’t ready yet")
        return ""

    @override
    def open(self, link: Link) -> None:
        meeting_id = link.meeting_id or (link.id if link.entity == "meeting" else None)
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self.out.say_written(None)
            self._stale = True
            if meeting_id is not None:
                planned = self.desk.read(head_of, meeting_id).status is MeetingStatus.PLANNED
                self.document.propose("agenda" if planned else "minutes")
        if self.isVisible():
            self.refresh()

    @override
    def link(self) -> Link:
        return Link(self.id, "meeting", self._meeting_id, self._meeting_id)

    @override
    def focus(self) -> None:
        self.document.put_focus()

    @override
    def step_out(self) -> bool:
        return self.bar.step_out()

    @override
    def reload(self) -> None:
        try:
            if self._meeting_id is None:
                self._meeting_id = self.desk.read(find_likely_meeting, self.desk.board_id)
            shown = self.desk.read(head_of, self._meeting_id)
        except Refusal as refusal:
            self._title = ""
            self._fail(str(refusal))
            return
        day = f", {shown.held_on.day} {shown.held_on:%B %Y}" if shown.held_on else ""
        self._title = (shown.name or self.tr("Meeting")) + day
        self._make()

    @property
    def order(self) -> Order | None:
        """What is chosen."""
        if self._meeting_id is None:
            return None
        return Order(
            meeting_id=self._meeting_id,
            document=self.document.key,
            audience=Audience(self.audience.key),
            format=self.format.key,
        )

    def _format_name(self, key: str) -> str:
        named = {
            "pdf": self.tr("PDF"),
            "docx": self.tr("Word document"),
            "html": self.tr("Web page, one file"),
            "md": self.tr("Markdown"),
        }
        return named.get(key, key.upper())

    # Making

    @Slot()
    def _make(self) -> None:
        """Make the document anew, in place of the one that is being made."""
        order = self.order
        self.made = None
        self._let_go()
        if order is None:
            return
        self._wrong.hide()
        self._why_not = ""
        job = Job(self.tr("Making the preview"), partial(make_document, self.desk.file, order))
        job.done.connect(self._show_made)
        job.refused.connect(self._fail)
        job.cancelled.connect(self._stopped)
        self._begin(job)
        self.commands_changed.emit()

    def _begin(self, job: Job) -> None:
        self._job = job
        self.bar.follow(job)
        job.start()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.disconnect(self)
            self._job = None

    @Slot(object)
    def _show_made(self, made: Made) -> None:
        self._job = None
        self.made = made
        self._file_name.setText(self.tr("File name: {}").format(made.name))
        if made.content is made.pages:
            said = self.tr("This is the file itself, page for page.")
        else:
            form = self._format_name(made.order.format)
            said = self.tr("Shown as a PDF. The file ({}) holds the same text, set by the reader’s own program.")
            said = said.format(form)
        self.preview.show_pages(made.pages, made.name, said)
        self.stays_out.show_made(made)
        self.commands_changed.emit()

    @Slot(str)
    def _fail(self, why: str) -> None:
        self._job = None
        self.made = None
        self._why_not = why
        self._wrong.setText(why)
        self._wrong.show()
        self._file_name.setText("")
        self.preview.show_pages(b"", "", "")
        self.stays_out.clear()
        self.commands_changed.emit()

    @Slot()
    def _stopped(self) -> None:
        self._fail(self.tr("Cancelled. Choose again to make it."))

    # What becomes of it

    @Slot()
    def choose_target(self) -> None:
        """Ask where the file shall stand, and write it there."""
        if self.made is None:
            self.desk.refuse(self.why_not("export.write"))
            return
        path = self.out.ask_target(self.made, self._format_name(self.made.order.format))
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the bytes that were shown, whole or not at all."""
        if self.made is not None:
            what = self.tr("Minutes") if self.document.key == "minutes" else self.document.key.capitalize()
            self.out.write(self.made, path, what)

    @Slot()
    def print_it(self) -> None:
        """Ask for a printer and print the pages that are shown."""
        if self.made is None:
            self.desk.refuse(self.why_not("print"))
            return
        printer = self.out.ask_printer(self.made, self.preview.pages)
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that are shown."""
        if self.made is not None:
            self.out.print_on(self.made, printer)
