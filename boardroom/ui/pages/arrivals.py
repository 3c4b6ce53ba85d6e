"""The page of files that came in: what each is, what will happen, what is wrong; nothing is written before Take in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from boardroom.domain.refusal import Gone
from boardroom.exchange.arriving import Arrival, ArrivalKind
from boardroom.store.queries.item_page import item_of
from boardroom.ui.commands import Menu
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, plain_tooltip, strong, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.arrivals_forms import can_come_in, fate_of, forms_standing, said_in
from boardroom.ui.pages.arrivals_words import fate_shown, kind_shown
from boardroom.ui.pages.arrivals_work import Taken, can_be_taken, look_at_all, take_all
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.services.forms import FormStanding
    from boardroom.ui.desk import Desk

_MOST = 500
_DOUBTS = 20
_NAMED = 3
_ROW = 32


class ArrivalsPage(Page):
    """Files that were dropped on the window or chosen, in the order in which they came."""

    id: ClassVar[str] = "arrivals"
    concerns: ClassVar[tuple[str, ...]] = ("agenda_item", "call", "call_invited", "organisation", "outcome", "proposal")
    menu: ClassVar[Menu] = Menu.FILE

    board_file_wanted = Signal(object)
    """The path of a board file that is to be opened in place of this one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page without files."""
        super().__init__(desk, parent)
        self._meeting_id: UUID | None = None
        self._item_id: UUID | None = None
        self._item_name = ""
        self.arrivals: list[Arrival] = []
        self._taking: list[Arrival] = []
        self._standings: Mapping[Path, Sequence[FormStanding]] = {}
        self.bar = JobBar()
        self.summary = strong(self.tr("Drop files on the window, or choose them."))
        self._hint = hint(
            self.tr(
                "Forms of calls that came back, meeting records and board records (.json), and papers for the agenda"
                " item that was open."
            )
        )
        self.open_board = CommandButton(self.tr("Open the board file"))
        self.open_board.clicked.connect(self._ask_for_board)
        self.view = QTreeWidget()
        self.view.setHeaderLabels([self.tr("File"), self.tr("What it is"), self.tr("What happens")])
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(self.tr("Files that came in"))
        self.view.currentItemChanged.connect(self._say_more)
        self.more = wrapped()
        self.doubts = wrapped(role="caution")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        for widget in (self.summary, self._hint, self.bar, self.view, self.more, self.doubts):
            column.addWidget(widget, 1 if widget is self.view else 0)
        column.addWidget(self.open_board, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    @override
    def head(self) -> Head:
        return Head(self.tr("Files that came in"), self._item_name, commands=("arrivals.choose", "arrivals.take"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "arrivals.choose": self.choose,
            "arrivals.remove": self.leave_out,
            "arrivals.take": self.take_in,
            "import": self.choose,
        }

    @override
    def why_not(self, command: str) -> str:
        match command:
            case "arrivals.take":
                if self.desk.read_only:
                    return self.desk.read_only
                if self.bar.is_busy:
                    return self.tr("The files are still being looked at")
                return "" if self._takeable() else self.tr("There is no file here that can be taken in")
            case "arrivals.remove":
                return "" if self.view.selectedItems() else self.tr("No file is chosen")
            case _:
                return ""

    @override
    def open(self, link: Link) -> None:
        self._meeting_id, self._item_id = link.meeting_id, link.item_id
        self._stale = True
        if self.isVisible():
            self.refresh()

    @override
    def link(self) -> Link:
        return Link(self.id, meeting_id=self._meeting_id, item_id=self._item_id)

    @override
    def reload(self) -> None:
        self._item_name = ""
        if self._item_id is not None:
            try:
                item = self.desk.read(item_of, self._item_id)
            except Gone:
                self._item_id = None
            else:
                self._item_name = self.tr("papers go to item {}").format(f"{item.number} {item.title}".strip())
        self._show()

    @override
    def focus(self) -> None:
        self.view.setFocus()

    @override
    def step_out(self) -> bool:
        return self.bar.step_out()

    # Coming in

    @Slot()
    def choose(self) -> None:
        """Ask for files."""
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Import files"))
        self.take_files([Path(one) for one in chosen])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Look at files that were dropped or chosen; those that are listed already stay once."""
        listed = {one.path for one in self.arrivals}
        fresh = [one for one in dict.fromkeys(paths) if one not in listed]
        if len(fresh) > _MOST:
            self.desk.refuse(self.tr("These are {} files; {} at once are the most.").format(len(fresh), _MOST))
            return
        if not fresh:
            if paths:
                self.desk.tell(self.tr("These files are listed already."))
            return
        job = Job(self.tr("Looking at the files"), partial(look_at_all, fresh))
        job.done.connect(self._looked)
        job.cancelled.connect(self._stopped)
        self._begin(job)

    @Slot(object)
    def _looked(self, found: tuple[Arrival, ...]) -> None:
        self.arrivals += found
        self._show()

    @Slot()
    def leave_out(self) -> None:
        """Take the chosen files off the list; they themselves stay as they are."""
        gone = {self.view.indexOfTopLevelItem(one) for one in self.view.selectedItems()}
        self.arrivals = [one for at, one in enumerate(self.arrivals) if at not in gone]
        self._show()

    def _takeable(self) -> list[Arrival]:
        return [one for one in self.arrivals if self._can_be_taken(one)]

    def _can_be_taken(self, one: Arrival) -> bool:
        if not can_be_taken(one, self._item_id):
            return False
        return one.kind is not ArrivalKind.FORM or can_come_in(self._standings.get(one.path, ()))

    def _begin(self, job: Job) -> None:
        job.ended.connect(self._changed)
        self.bar.follow(job)
        job.start()
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self.head_changed.emit()
        self.commands_changed.emit()

    @Slot()
    def _stopped(self) -> None:
        self.desk.tell(self.tr("Cancelled. Nothing was taken in."))

    # Shown

    def _show(self) -> None:
        self.view.clear()
        self._standings = forms_standing(self.desk, self.arrivals)
        for one in self.arrivals:
            row = QTreeWidgetItem([one.path.name, kind_shown(one), self._fate(one)])
            row.setToolTip(0, plain_tooltip(str(one.path)))
            for column in (1, 2):
                row.setToolTip(column, plain_tooltip(row.text(column)))
            row.setSizeHint(0, QSize(0, theme().px(_ROW)))
            wrong = one.wrong or any(form.faults for form in self._standings.get(one.path, ()))
            token = "text" if self._can_be_taken(one) else "danger" if wrong else "muted"
            row.setForeground(2, theme().colour(token))
            self.view.addTopLevelItem(row)
        for column, width in enumerate((220, 300)):
            self.view.setColumnWidth(column, theme().px(width))
        take = len(self._takeable())
        if self.arrivals:
            left = len(self.arrivals) - take
            self.summary.setText(self.tr("{} will be taken in, {} will not").format(take, left))
        else:
            self.summary.setText(self.tr("Drop files on the window, or choose them."))
        self._hint.setVisible(not self.arrivals)
        self.open_board.setVisible(any(one.kind is ArrivalKind.BOARD_FILE for one in self.arrivals))
        self._say_more()
        self._changed()

    def _fate(self, one: Arrival) -> str:
        if one.kind is ArrivalKind.FORM and not one.wrong:
            return fate_of(self._standings.get(one.path, ()))
        return fate_shown(one, self._item_id)

    @Slot()
    def _say_more(self) -> None:
        at = self.view.currentIndex().row()
        one = self.arrivals[at] if 0 <= at < len(self.arrivals) else None
        told = f"{one.path.name}: {kind_shown(one)}. {self._fate(one)}" if one else ""
        if one is not None and one.form is not None and one.form.forms:
            told = f"{told}\n\n{said_in(one.form.forms)}"
        self.more.setText(told)
        self.commands_changed.emit()

    # Taken in

    @Slot()
    def take_in(self) -> None:
        """Take in what can be, all of it or none, as one step."""
        why = self.why_not("arrivals.take")
        if why:
            self.desk.refuse(why)
            return
        self.desk.flush()
        wanted = self._takeable()
        names = ", ".join(one.path.name for one in wanted[:_NAMED])
        more = len(wanted) - _NAMED
        label = self.tr("Import {} and {} more").format(names, more) if more > 0 else self.tr("Import {}").format(names)
        self._taking = wanted
        job = Job(self.tr("Taking the files in"), partial(take_all, self.desk, wanted, self._item_id, label))
        job.done.connect(self._taken)
        job.refused.connect(self._refused)
        job.cancelled.connect(self._stopped)
        self._begin(job)

    @Slot(object)
    def _taken(self, taken: Taken) -> None:
        self.arrivals = [one for one in self.arrivals if one not in self._taking]
        self.doubts.setText("\n".join(taken.doubts[:_DOUBTS]))
        self.desk.wrote(taken.change)
        self._show()
        self.summary.setText(taken.sentence)
        only_papers = all(one.kind is ArrivalKind.PAPER for one in self._taking)
        if only_papers and not self.arrivals and not taken.doubts:
            # Nothing is left to see here; the papers stand at their item.
            self.desk.show(Link("meeting", "agenda_item", self._item_id, self._meeting_id, self._item_id))

    @Slot(str)
    def _refused(self, why: str) -> None:
        self.doubts.setText(why)
        self.desk.refuse(why)

    @Slot()
    def _ask_for_board(self) -> None:
        path = next((one.path for one in self.arrivals if one.kind is ArrivalKind.BOARD_FILE), None)
        if path is not None:
            self.board_file_wanted.emit(path)
