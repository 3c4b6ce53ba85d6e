"""The window: rail, head, pages, message bar; it knows where the user is and takes them elsewhere."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.actions import Actions
from boardroom.ui.columns_round import go_round
from boardroom.ui.commands import COMMANDS
from boardroom.ui.commands.frame import WITHOUT_A_FILE
from boardroom.ui.commands.places import PLACES
from boardroom.ui.head import HeadBar
from boardroom.ui.kit.keys import key_notice
from boardroom.ui.kit.refusals import refusals
from boardroom.ui.kit.tabbing import go_on
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.leaving import Leaving
from boardroom.ui.links import Link
from boardroom.ui.message_bar import MessageBar
from boardroom.ui.pages import PAGES, UNDER
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.rail import Rail
from boardroom.ui.row_menu import RowMenu, choose_at
from boardroom.ui.shell_events import ShellEvents
from boardroom.ui.told import Said, Tone
from boardroom.ui.travel import Travel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMainWindow

    from boardroom.ui.desk import Desk
    from boardroom.ui.memory import Memory

_THIN_BELOW = 72
_GONE_BELOW = 50
_LOW_BELOW = 36


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
        self._pages: dict[str, Page] = {}
        self._travel = Travel()
        self._leaving = Leaving(self.refuse, self)
        self._wants_thin = memory.flag("rail.thin", otherwise=False)
        # Made in the order in which they are read: so the Tab key goes.
        self.rail, self.head = Rail(), HeadBar()
        self.stack = QStackedWidget()
        # A page lays itself out anew once it is narrow; what it needs while it is wide must not keep it wide.
        self.stack.setMinimumSize(1, 1)
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
        self.actions_of = Actions(shell, self)
        RowMenu(shell, self.actions_of, self)
        self.rail.asked.connect(self.run)
        self.head.asked.connect(self.run)
        self.head.places_asked.connect(self.actions_of.show_places)
        self.bar.undo_asked.connect(self._undo)
        wardrobe().changed.connect(self._fit)
        key_notice().rebound.connect(self._rebound)
        refusals().given_way.connect(self.refuse)
        shell.setWindowTitle("Boardroom")

    # Places

    def sit(self, desk: Desk) -> None:
        """Work at a board file."""
        self.desk = desk
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
            for one in self._pages.values():
                self.stack.removeWidget(one)
                one.deleteLater()
            self._pages.clear()
            self._travel.forget()
            self.head.warn("", locked=False)
            self.bar.clear()
            self.rail.count({})
            self.rail.offer_boards("")

    def show_alone(self, widget: QWidget, head: Head) -> None:
        """Show something that is no page: the first start, or what can be seen while a file opens."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self.head.hold(None)
        self.head.show_head(head)
        self.rail.light("")
        self._name_shell(head.title)
        self.actions_of.follow_page()

    def remove_alone(self, widget: QWidget) -> None:
        """Take it away again."""
        self.stack.removeWidget(widget)
        widget.deleteLater()

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
            page = self.page(link.page)
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
        self._fit()
        self._show_head(page)
        self.actions_of.follow_page()
        focused = QApplication.focusWidget()
        if old is not page or focused is None or not page.isAncestorOf(focused):
            page.focus()
        self.arrived.emit(page.id)
        return True

    def page(self, page_id: str) -> Page:
        """Return a page, built when it is first wanted."""
        if page_id not in self._pages:
            module, name = PAGES[page_id]
            page: Page = getattr(import_module(module), name)(self.desk)
            page.head_changed.connect(self._head_changed)
            page.commands_changed.connect(self._commands_changed)
            # It may be found while the page is being shown, or a change is still being told.
            page.gone.connect(self._leave_lost, Qt.ConnectionType.QueuedConnection)
            self._pages[page_id] = page
            self.stack.addWidget(page)
        return self._pages[page_id]

    def current_page(self) -> Page | None:
        """Return the page that is shown, if it is one."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @Slot()
    def _leave_lost(self) -> None:
        """Show the place above a page whose thing has gone; Back doesn't lead to it again."""
        page = self.current_page()
        if page is not None and page is self.sender() and page.is_stale:
            self._show(Link(UNDER.get(page.id, "home")))

    @Slot()
    def _head_changed(self) -> None:
        page = self.current_page()
        # A page out of sight may read anew too.
        if page is not None and page is self.sender():
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
        if self.desk is None or not self.desk.flush():
            return
        shown = self.current_page()
        for page in [one for one in self._pages.values() if one is not shown]:
            del self._pages[page.id]
            self.stack.removeWidget(page)
            page.deleteLater()
            # Dressing pages that nobody sees holds the window for seconds, so it is now, not later.
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

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
        if page.is_held:
            # A meeting that is in session isn't left by one Escape too many.
            self.rail.focus_current()
            return
        if page.id in UNDER:
            link, behind = page.link(), self._travel.behind()
            if behind is not None and behind.page in UNDER and behind.meeting_id == link.meeting_id:
                # Such as the item from which the whole minutes were opened.
                self.back()
                return
            self.go(Link(UNDER[page.id], "meeting", link.meeting_id or link.id))
        elif page.id not in {place.page for place in PLACES}:
            self.back()
        else:
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

    def toggle_rail(self) -> None:
        """Let the rail show words, or icons alone."""
        self._wants_thin = not self._wants_thin
        self.memory.keep_flag("rail.thin", value=self._wants_thin)
        self._fit()

    # The window's own events

    @Slot()
    def _fit(self) -> None:
        em = max(theme().px(14), 1)
        ems = self.width() / em
        self.rail.setVisible(ems >= _GONE_BELOW)
        self.head.fold(roomy=self.height() / em >= _LOW_BELOW, rail=ems >= _GONE_BELOW)
        page = self.current_page()
        wanted = self._wants_thin or (page is not None and page.thin_rail)
        self.rail.set_thin(thin=wanted or ems < _THIN_BELOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
