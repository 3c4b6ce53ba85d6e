"""The reports: which there are, for which time and whom, and the one that is chosen exactly as it will be sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.documents.formats import FORMATS
from boardroom.documents.reports import REPORTS, MadeReport, ReportOrder, make_report
from boardroom.domain.audience import Audience
from boardroom.domain.entities import ENTITIES
from boardroom.store.queries.reports import first_meeting_on
from boardroom.ui.commands import COMMANDS, Menu
from boardroom.ui.kit.filters import FilterButton
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, wrapped
from boardroom.ui.pages.export_out import ExportOut
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.preview import Preview
from boardroom.ui.pages.reports_time import ReportTime

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

    from boardroom.ui.desk import Desk
    from boardroom.ui.links import Link

_SIDE = 328
_STACKED_BELOW = 720
_ROW = 48
_NAMED = 6


class ReportsPage(Page):
    """Time, readers and format above; the reports on the left; the pages of the chosen one on the right."""

    id: ClassVar[str] = "reports"
    # Whatever is counted may stand in any table.
    concerns: ClassVar[tuple[str, ...]] = tuple(one.__tablename__ for one in ENTITIES)
    menu: ClassVar[Menu] = Menu.FILE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is made before it is shown."""
        super().__init__(desk, parent)
        self.made: MadeReport | None = None
        self._job: Job | None = None
        self._why_not = ""
        self.rows = Rows(self.tr("Reports"))
        self.rows.feed(self._fetch)
        self.rows.choose_first()
        self.rows.chosen.connect(self._see_chosen)
        self.rows.chosen.connect(self._make)
        self.time = ReportTime(self._today, self)
        self.time.chosen.connect(self._make)
        readers = [(Audience.MEMBERS, self.tr("For members")), (Audience.PUBLIC, self.tr("For the public"))]
        self.audience = FilterButton(self.tr("Readers"), readers, COMMANDS["reports.audience"].key)
        formats = [(key, self._format_name(key)) for key in FORMATS]
        self.format = FilterButton(self.tr("Format"), formats, COMMANDS["reports.format"].key)
        for one in (self.audience, self.format):
            one.chosen.connect(self._make)
        self._file_name, self._missing = hint(), wrapped(role="caution")
        self._wrong = wrapped(role="danger")
        self._missing.hide()
        self._wrong.hide()
        self.bar = JobBar()
        self.out = ExportOut(desk, self.bar)
        self.preview = Preview()
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setProperty("role", "ground")
        self._column = QVBoxLayout(side)
        self._days = QHBoxLayout()
        for field in (self.time.since, self.time.until):
            self._days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.rows)
        self._column.addLayout(self._days)
        for widget in (self._file_name, self._missing, self._wrong, self.bar, self.out):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._side = QScrollArea()
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setWidget(side)
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A stop of the Tab key of its own would only be in the way of what stands in it.
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QWidget()
        self._around = QVBoxLayout(right)
        self._around.addWidget(self.preview)
        self._above = QHBoxLayout()
        for button in (self.time.button, self.audience, self.format):
            self._above.addWidget(button)
        self._above.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(0)
        self._across.addWidget(self._side)
        self._across.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addLayout(self._across, 1)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._above.setContentsMargins(px(24), px(8), px(24), px(8))
        self._above.setSpacing(px(8))
        self._column.setContentsMargins(px(24), px(8), px(16), px(8))
        self._column.setSpacing(px(16))
        self._days.setSpacing(px(16))
        self._around.setContentsMargins(px(8), px(8), px(24), px(8))
        self.rows.setFixedHeight(px(_ROW) * len(REPORTS) + 2)
        self._stack()

    def _stack(self) -> None:
        """Put the preview under the list where there is no room beside it."""
        px = theme().px
        narrow = self.width() < px(_STACKED_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self._side.setMinimumWidth(0 if narrow else px(_SIDE))
        self._side.setMaximumWidth(16_777_215 if narrow else px(_SIDE))
        self._across.setStretch(0, 1 if narrow else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    # What the window asks

    @override
    def head(self) -> Head:
        chosen = REPORTS.get(self.key)
        return Head(self.tr("Reports"), chosen.name if chosen else "", commands=("print", "export.write"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "print": self.print_it,
            "export.write": self.choose_target,
            "reports.period": self.time.button.open_menu,
            "reports.days": self.time.since.setFocus,
            "reports.audience": self.audience.open_menu,
            "reports.format": self.format.open_menu,
        }

    @override
    def why_not(self, command: str) -> str:
        if command in {"print", "export.write"} and self.made is None:
            return self._why_not or self.tr("The preview isn’t ready yet")
        return ""

    @override
    def columns(self) -> list[QWidget]:
        return [self.rows, self.preview]

    @override
    def focus_column(self, column: QWidget) -> None:
        (self.preview.view if column is self.preview else self.rows).setFocus()

    @override
    def focus(self) -> None:
        self.rows.setFocus()

    @override
    def step_out(self) -> bool:
        return self.bar.step_out()

    @override
    def open(self, link: Link) -> None:
        # A report has no row of its own: its key stands where a table's name does.
        if link.entity in REPORTS:
            self.rows.choose(link.entity)

    @override
    def reload(self) -> None:
        board_id = self.desk.board_id
        self.time.offer_since(self.desk.read(first_meeting_on, board_id) if board_id is not None else None)
        self._make()

    # What is chosen

    @property
    def key(self) -> str:
        """The key of the report that is chosen."""
        chosen = self.rows.chosen_id()
        return chosen if isinstance(chosen, str) else next(iter(REPORTS))

    @property
    def order(self) -> ReportOrder | None:
        """What is chosen; None without a board."""
        board_id = self.desk.board_id
        if board_id is None:
            return None
        return ReportOrder(
            board_id=board_id,
            report=self.key,
            period=self.time.period,
            audience=self.audience.value,
            format=self.format.value,
            today=self.desk.today,
        )

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        every = [
            RowData(id=key, key=at, title=one.name, second_line=one.about, icon="chart-bar")
            for at, (key, one) in enumerate(REPORTS.items())
        ]
        return every[0 if after is None else after + 1 :]

    def _today(self) -> date:
        return self.desk.today

    def _format_name(self, key: str) -> str:
        named = {
            "pdf": self.tr("PDF"),
            "docx": self.tr("Word document"),
            "html": self.tr("Web page, one file"),
            "md": self.tr("Markdown"),
        }
        return named.get(key, key.upper())

    @Slot(object)
    def _see_chosen(self, chosen: object) -> None:
        """Bring the chosen report into sight where the list is higher than the room for it."""
        if isinstance(chosen, str):
            middle = self.rows.rect_of(chosen).center().y()
            self._side.ensureVisible(0, self.rows.y() + middle, 0, theme().px(_ROW) // 2)

    # Making

    @Slot()
    def _make(self) -> None:
        """Make the report anew, in place of the one that is being made."""
        self.made = None
        self._let_go()
        self.head_changed.emit()
        order = self.order
        if order is None:
            self._fail(self.tr("There is no board yet: Board settings make one."))
            return
        self._wrong.hide()
        self._why_not = ""
        if not self.isVisible():
            self._stale = True
            return
        job = Job(self.tr("Making the report"), partial(make_report, self.desk.file, order))
        job.done.connect(self._show_made)
        job.refused.connect(self._fail)
        job.cancelled.connect(self._stopped)
        self._job = job
        self.bar.follow(job)
        job.start()
        self.commands_changed.emit()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.disconnect(self)
            self._job = None

    @Slot(object)
    def _show_made(self, made: MadeReport) -> None:
        self._job = None
        self.made = made
        self._file_name.setText(self.tr("File name: {}").format(made.name))
        if made.content is made.pages:
            said = self.tr("This is the file itself, page for page.")
        else:
            said = self.tr("Shown as a PDF. The file ({}) holds the same text and tables.")
            said = said.format(self._format_name(made.format))
        self.preview.show_pages(made.pages, made.name, said)
        named = ", ".join(f"{letter} ({name})" for letter, name in list(made.missing.items())[:_NAMED])
        self._missing.setText(self.tr("Not shown as they should be: {}").format(named))
        self._missing.setVisible(bool(named))
        self.commands_changed.emit()

    @Slot(str)
    def _fail(self, why: str) -> None:
        self._job = None
        self.made = None
        self._why_not = why
        self._wrong.setText(why)
        self._wrong.show()
        self._file_name.setText("")
        self._missing.hide()
        self.preview.show_pages(b"", "", "")
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
        path = self.out.ask_target(self.made, self._format_name(self.made.format))
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the bytes that were shown, whole or not at all."""
        if self.made is not None:
            self.out.write(self.made, path, REPORTS[self.made.order.report].name)

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
