"""The window: rail, head, pages, message bar; it knows where the user is and takes them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.actions import Actions
from boardroom.ui.columns_round import go_round
from boardroom.ui.commands import COMMANDS
from boardroom.ui.commands.frame import WITHOUT_A_FILE
from boardroom.ui.folding import Folding
from boardroom.ui.head import HeadBar
from boardroom.ui.kit.keys import key_notice
from boardroom.ui.kit.refusals import refusals
from boardroom.ui.kit.tabbing import go_on
from boardroom.ui.leaving import Leaving
from boardroom.ui.links import Link
from boardroom.ui.message_bar import MessageBar
from boardroom.ui.page_stack import PageStack
from boardroom.ui.pages import PAGES, UNDER
from boardroom.ui.rail import Rail
from boardroom.ui.row_menu import RowMenu, choose_at
from boardroom.ui.shell_events import ShellEvents
from boardroom.ui.told import Said, Tone
from boardroom.ui.travel import Travel
from boardroom.ui.way_out import Way, way_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMainWindow

    from boardroom.ui.desk import Desk
    from boardroom.ui.memory import Memory
    from boardroom.ui.pages.page import Head, Page


class Window(QWidget):
    """One board file at a time, one page at a time; it fills a shell that may have been painted before."""

    files_dropped = Signal(list)
    """Paths that were dropped on the window."""
    arrived = Signal(str)
    """The id of the page that is shown now."""

    def __init__(self, memory: Memory, shell: QMainWindow) -> None:
        """Put the window into its shell.

        Args:
            memory: what was remembered from earlier starts.
            shell: the top-level window, perhaps painted already.
        """
        super().__init__()
        self.memory = memory
        self.shell = shell
        self.desk: Desk | None = None
        self.slots_of_frame: dict[str, Callable[[], object]] = {}
        self.reasons_of_frame: dict[str, Callable[[], str]] = {}
        self._travel = Travel()
        self._leaving = Leaving(self.refuse, self)
        # Made in the order in which they are read: so the Tab key goes.
        self.rail, self.head = Rail(), HeadBar()
        self.stack = PageStack()
        self.bar = MessageBar()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.head, 0), (self.stack, 1), (self.bar, 0)):
            column.addWidget(widget, stretch)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._body, 1)
        shell.setCentralWidget(self)
        events = ShellEvents(shell, self._may_close)
        events.turned_away.connect(self._hand_over)
        events.dropped.connect(self._drop)
        self.folding = Folding(self, self.rail, self.head, self.stack, memory)
        self.actions_of = Actions(shell, self)
        RowMenu(shell, self.actions_of, self)
        self.stack.head_changed.connect(self._head_changed)
        self.stack.commands_changed.connect(self._commands_changed)
        self.stack.lost.connect(self._leave_lost)
        self.rail.asked.connect(self.run)
        self.head.asked.connect(self.run)
        self.head.places_asked.connect(self.actions_of.show_places)
        self.bar.undo_asked.connect(self._undo)
        key_notice().rebound.connect(self._rebound)
        refusals().given_way.connect(self.refuse)
        shell.setWindowTitle("Boardroom")

    # Places

    def sit(self, desk: Desk) -> None:
        """Work at a board file."""
        self.desk = desk
        # What was said while there was none, such as that there is none, is true no longer.
        self.bar.clear()
        desk.said.connect(self.bar.say)
        desk.saving.connect(self.bar.show_saving)
        desk.asked.connect(self.go)
        # What was said last is no longer what Undo would take back; a `said` that offers Undo comes after.
        desk.changed.connect(self.bar.outdate_undo)
        self.head.warn(desk.read_only or " ".join(desk.file.warnings), locked=bool(desk.read_only))

    def name(self, board: str, below: str) -> None:
        """Say which board of which file is shown."""
        self.rail.name(board, below)
        self._name_shell()

    def may_leave(self) -> bool:
        """Return whether everything typed is on the disk; where it can't be, asking twice is an answer."""
        return self.desk is None or self._leaving.may_leave(self.desk)

    def rise(self) -> None:
        """Leave the board file; `may_leave` comes before."""
        desk, page = self.desk, self.current_page()
        if desk is None:
            return
        if page is not None:
            self.memory.keep_place(desk.file.path, page.link(), desk.board_id)
        self.desk = None
        self._leaving.forget()
        try:
            desk.close()
        finally:
            self.head.hold(None)
            desk.deleteLater()
            self.stack.drop_all()
            self._travel.forget()
            self.head.warn("", locked=False)
            self.bar.clear()
            self.rail.count({})
            self.rail.offer_boards("")

    def show_alone(self, widget: QWidget, head: Head) -> None:
        """Show something that is no page: the first start, or what can be seen while a file opens."""
        self.stack.show_alone(widget)
        self.head.hold(None)
        self.head.show_head(head)
        self.rail.light("")
        self._name_shell(head.title)
        self.actions_of.follow_page()

    @Slot(object)
    def go(self, link: Link) -> bool:
        """Show what a link names, and return whether it could be; Back leads here again."""
        page = self.current_page()
        before = page.link() if page is not None else None
        shown = self._show(link)
        if shown and before is not None and before != link:
            self._travel.leave(before)
        return shown

    def back(self) -> None:
        """Go to where one was before."""
        page = self.current_page()
        if page is not None:
            self._travel.back(page.link(), self._show)

    def forward(self) -> None:
        """Go to where one came back from."""
        page = self.current_page()
        if page is not None:
            self._travel.forward(page.link(), self._show)

    def _show(self, link: Link) -> bool:
        # A place may be remembered from a version that had other pages.
        if self.desk is None or link.page not in PAGES:
            return False
        old = self.current_page()
        if old is not None:
            # What was typed there is on the disk before anything else is shown.
            self.desk.flush()
        try:
            page = self.stack.page(link.page, self.desk)
        except Refusal as refusal:
            self.refuse(str(refusal))
            return False
        try:
            page.open(link)
        except Refusal as refusal:
            # What the link names has gone since; the page itself is there.
            self.refuse(str(refusal))
        self.stack.setCurrentWidget(page)
        page.refresh()
        self.rail.light(UNDER.get(page.id, page.id))
        self.head.hold(page.head_widget())
        self.folding.fit()
        self._show_head(page)
        self.actions_of.follow_page()
        focused = QApplication.focusWidget()
        if old is not page or focused is None or not page.isAncestorOf(focused):
            page.focus()
        self.arrived.emit(page.id)
        return True

    def current_page(self) -> Page | None:
        """Return the page that is shown, if it is one."""
        return self.stack.current_page()

    @Slot()
    def _leave_lost(self) -> None:
        """Show the place above a page whose thing has gone; Back doesn't lead to it again."""
        page = self.current_page()
        if page is not None:
            self._show(Link(UNDER.get(page.id, "home")))

    @Slot()
    def _head_changed(self) -> None:
        page = self.current_page()
        if page is not None:
            self._show_head(page)

    def _show_head(self, page: Page) -> None:
        head = page.head()
        self.head.show_head(head)
        self._name_shell(head.title)
        self._commands_changed()

    def _name_shell(self, title: str = "") -> None:
        """Let the system's list of windows say what is shown of which board."""
        page = self.current_page()
        shown = title or (page.head().title if page is not None else "")
        board = self.rail.board_name() if self.desk is not None else ""
        named = " – ".join(dict.fromkeys(filter(None, (shown, board, "Boardroom"))))
        # Qt takes these three signs for the place of a mark of its own; twice, they are themselves.
        self.shell.setWindowTitle(named.replace("[*]", "[*][*]"))

    @Slot()
    def _commands_changed(self) -> None:
        page = self.current_page()
        if page is not None:
            self.head.set_reasons({one: self.actions_of.why_not(one) for one in page.head().commands})

    @Slot()
    def _rebound(self) -> None:
        """Let keys act and show as they are now."""
        self.actions_of.follow_page()
        self.rail.fit()
        self.bar.fit()
        self.head.show_keys()
        self.drop_hidden()

    def drop_hidden(self) -> None:
        """Let go of the pages that are out of sight, before all widgets change; they are built anew when wanted."""
        if self.desk is not None and self.desk.flush():
            self.stack.drop_hidden()

    # Commands

    @Slot(str)
    def run(self, command_id: str) -> None:
        """Do what a command does."""
        self.actions_of.run(command_id)

    @Slot()
    def _undo(self) -> None:
        self.run("undo")

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each of the frame's own commands."""
        return self.slots_of_frame

    def why_not(self, command_id: str) -> str:
        """Return why a command can't run with this file, or at all without one."""
        command = COMMANDS[command_id]
        if self.desk is None and command_id not in WITHOUT_A_FILE:
            return self.tr("no board file is open")
        if command_id in self.reasons_of_frame:
            reason = self.reasons_of_frame[command_id]()
            if reason:
                return reason
        if command.writes and self.desk is not None and self.desk.read_only:
            return self.desk.read_only.rstrip(".")
        return ""

    def tell(self, text: str) -> None:
        """Say in the message bar what isn't a change."""
        self.bar.say(Said(text, Tone.TOLD))

    @Slot(str)
    def refuse(self, text: str) -> None:
        """Say in the message bar why something was not done."""
        self.bar.say(Said(text, Tone.REFUSED))

    def step_out(self) -> None:
        """Go one step out: inside the page, then to where one came from under the same place."""
        page = self.current_page()
        if page is None or page.step_out():
            return
        match way_out(page, self._travel.behind()):
            case Link() as link:
                self.go(link)
            case Way.BACK:
                self.back()
            case Way.RAIL:
                self.rail.focus_current()

    def focus_next(self, *, backwards: bool = False) -> None:
        """Put the focus on the next column: the rail, then the page's columns."""
        page = self.current_page()
        if page is not None:
            go_round(self.rail, page, backwards=backwards)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Qt asks for it also where what has the focus is hidden, as when the last page goes.
        page: QWidget | None = self.stack.currentWidget()
        regions = (self.rail, self.head, page, self.bar)
        return go_on([one for one in regions if one is not None], forwards=next)

    # The window's own events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.folding.fit()

    def _may_close(self) -> bool:
        """Leave the board file as the window closes; returns whether it may."""
        if not self.may_leave():
            return False
        self.memory.keep_window(self.shell)
        self.rise()
        return True

    @Slot()
    def _hand_over(self) -> None:
        # Whoever turns to another program finds everything on the disk.
        if self.desk is not None:
            self.desk.flush_wanted.emit()

    @Slot(list, QPoint)
    def _drop(self, paths: list[str], where: QPoint) -> None:
        if paths:
            # A paper goes to the item on which it was dropped.
            choose_at(self.shell, where)
            self.files_dropped.emit(paths)
        else:
            self.refuse(self.tr("Only files of this computer can be dropped here."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever has the focus comes first; what it leaves alone goes one step out.
        if event.key() == Qt.Key.Key_Escape:
            self.step_out()
        else:
            super().keyPressEvent(event)
