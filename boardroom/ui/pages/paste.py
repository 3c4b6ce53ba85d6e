"""The page that takes in a table from Word or Excel: shown row by row with its fate, before anything is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from boardroom.domain.pasted import Fate, PastedKind
from boardroom.exchange.pasted_columns import guess
from boardroom.ui.kit.fields import ComboBox
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label, strong, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.paste_columns import ColumnBoxes
from boardroom.ui.pages.paste_table import PasteModel
from boardroom.ui.pages.paste_words import field_name, kind_name, promise_of
from boardroom.ui.pages.paste_work import Looked, Place, look, read_and_look, take

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtCore import QMimeData

    from boardroom.domain.pasted import Field
    from boardroom.exchange.pasted_columns import Reading
    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk

_LARGEST = 10_000_000
_ROW = 32
_WIDEST = 280


class PastePage(Page):
    """What the table lists, what each column holds, and the rows."""

    id: ClassVar[str] = "paste"
    concerns: ClassVar[tuple[str, ...]] = ("person", "membership", "seat", "organisation", "agenda_item", "action")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; the clipboard is read when it is shown."""
        super().__init__(desk, parent)
        self._meeting_id: UUID | None = None
        self.looked: Looked | None = None
        self._copied = ("", "")
        self._why = ""
        self._job: Job | None = None
        self.kind = ComboBox()
        self.kind.setAccessibleName(self.tr("The table lists"))
        for one in PastedKind:
            self.kind.addItem(kind_name(one), one)
        self.kind.activated.connect(self._kind_chosen)
        self.columns_read = ColumnBoxes()
        self.columns_read.chosen.connect(self._column_chosen)
        self.summary = strong()
        self.wrong = wrapped(role="danger")
        self.bar = JobBar()
        self.model = PasteModel(self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Rows of the pasted table"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Tab goes on to the next widget; arrows move in the table.
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.setShowGrid(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(theme().px(_ROW))
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()

    def _lay_out(self) -> None:
        px = theme().px
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(label(self.tr("The table lists"), "field"))
        top.addWidget(self.kind)
        top.addSpacing(px(8))
        top.addWidget(self.summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        column.addLayout(top)
        column.addWidget(self.columns_read)
        column.addWidget(self.wrong)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)

    @override
    def head(self) -> Head:
        new = self.looked.count(Fate.NEW) if self.looked else 0
        chip = self.tr("{} new").format(new) if self.looked else ""
        return Head(self.tr("Paste a table"), promise_of(self.looked), chip, ("paste.again", "paste.take"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {"paste.again": self.read_clipboard, "paste.take": self.take_in, "paste.table": self.read_clipboard}

    @override
    def why_not(self, command: str) -> str:
        if command != "paste.take":
            return ""
        if self.desk.read_only:
            return self.desk.read_only
        if self.looked is None:
            return self._why or self.tr("Nothing has been read yet")
        return "" if self.looked.count(Fate.NEW) else self.looked.refused or self.tr("No row is new")

    @override
    def open(self, link: Link) -> None:
        self._meeting_id = link.meeting_id
        self._stale = True
        if _on_clipboard() != self._copied:
            # Whoever comes back with another table doesn't want to see the one before.
            self.looked = None
        if self.isVisible():
            self.refresh()

    @override
    def link(self) -> Link:
        return Link(self.id, meeting_id=self._meeting_id)

    @override
    def focus(self) -> None:
        self.kind.setFocus()

    @override
    def step_out(self) -> bool:
        return self.bar.step_out()

    @override
    def reload(self) -> None:
        if self.looked is None:
            self.read_clipboard()
        else:
            self._look(self.looked.reading)

    # Reading

    @Slot()
    def read_clipboard(self) -> None:
        """Read what is on the clipboard now."""
        self._copied = _on_clipboard()
        self.read(*self._copied)

    def read(self, text: str, html: str, kind: PastedKind | None = None) -> None:
        """Read a table as it would stand on the clipboard."""
        place = self._place()
        if place is not None:
            self._begin(Job(self.tr("Reading the table"), partial(read_and_look, place, text, html, kind)))

    def _place(self) -> Place | None:
        board_id = self.desk.board_id
        if board_id is None:
            self._fail(self.tr("There is no board in this file yet: make one first."))
            return None
        return Place(desk=self.desk, board_id=board_id, meeting_id=self._meeting_id, today=self.desk.today)

    def _look(self, reading: Reading) -> None:
        place, looked = self._place(), self.looked
        if place is not None and looked is not None:
            work = partial(look, place, looked.table, reading)
            self._begin(Job(self.tr("Looking the rows up"), work))

    def _begin(self, job: Job) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.disconnect(self)
        self._job = job
        self.wrong.hide()
        job.done.connect(self._show)
        job.refused.connect(self._fail)
        job.cancelled.connect(self._stopped)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _show(self, looked: Looked) -> None:
        self._job = None
        self.looked = looked
        self.wrong.setText(looked.refused)
        self.wrong.setVisible(bool(looked.refused))
        self.kind.setCurrentIndex(self.kind.findData(looked.reading.kind))
        headers = [field_name(one) for one in looked.reading.columns]
        self.model.show_table(looked.table, looked.fates, headers)
        self.view.resizeColumnsToContents()
        for at in range(self.model.columnCount()):
            self.view.setColumnWidth(at, min(self.view.columnWidth(at), theme().px(_WIDEST)))
        self.columns_read.show_reading(looked.reading)
        new, there, bad = (looked.count(one) for one in (Fate.NEW, Fate.THERE, Fate.WRONG))
        self.summary.setText(
            self.tr("{new} new, {there} there already, {bad} can’t be taken").format(new=new, there=there, bad=bad)
        )
        self._changed()

    @Slot(int, object)
    def _column_chosen(self, column: int, field: Field | None) -> None:
        if self.looked is not None:
            self._look(self.looked.reading.with_column(column, field))

    @Slot()
    def _kind_chosen(self) -> None:
        place, looked = self._place(), self.looked
        if place is None or looked is None:
            self.read_clipboard()
            return
        kind = PastedKind(self.kind.currentData())
        self._begin(Job(self.tr("Looking the rows up"), partial(_look_anew, place, looked, kind)))

    @Slot(str)
    def _fail(self, why: str) -> None:
        self._job = None
        self._why = why
        self.wrong.setText(why)
        self.wrong.show()
        self.summary.setText("")
        if self.looked is None:
            self.model.clear()
        self._changed()

    @Slot()
    def _stopped(self) -> None:
        self._fail(self.tr("Cancelled. Nothing was taken in."))

    def _changed(self) -> None:
        self.head_changed.emit()
        self.commands_changed.emit()

    # Taking in

    @Slot()
    def take_in(self) -> None:
        """Take the new rows in as one step."""
        why, place, looked = self.why_not("paste.take"), self._place(), self.looked
        if why or place is None or looked is None:
            self.desk.refuse(why)
            return
        self.desk.flush()
        promise = promise_of(looked)
        job = Job(promise, partial(take, place, looked, promise))
        job.done.connect(self._taken)
        job.refused.connect(self.desk.refuse)
        job.cancelled.connect(self._stopped)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _taken(self, change: Change) -> None:
        looked = self.looked
        self.desk.wrote(change)
        # What can't be taken stays in sight with its reason; else everything is where it belongs.
        if looked is not None and not looked.count(Fate.WRONG):
            self.desk.show(self._place_of(looked.reading.kind))

    def _place_of(self, kind: PastedKind) -> Link:
        """Return where what was taken in stands now."""
        match kind:
            case PastedKind.MEMBERS:
                return Link("partners")
            case PastedKind.AGENDA:
                return Link("meeting", "meeting", self._meeting_id, self._meeting_id)
            case PastedKind.ACTIONS:
                return Link("actions")


def _look_anew(place: Place, looked: Looked, kind: PastedKind, progress: Callable[[int, int], None]) -> Looked:
    return look(place, looked.table, guess(looked.table, kind), progress)


def _on_clipboard() -> tuple[str, str]:
    """Return text and HTML of the clipboard."""
    # Where nothing was ever copied, or another program doesn't answer, there is none, whatever the stubs say.
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
    html, text = (mime.html(), mime.text()) if mime is not None else ("", "")
    # A copy of more than can be pasted would be carried through the job for nothing.
    return text[: _LARGEST + 1], html if len(html) <= _LARGEST else ""
