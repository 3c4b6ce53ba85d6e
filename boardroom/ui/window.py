"""The window: rail, head, pages, message bar; it knows where the user is and takes them elsewhere."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.actions import Actions
from boardroom.ui.commands import COMMANDS
from boardroom.ui.commands.places import PLACES
from boardroom.ui.desk import Desk, Said, Tone
from boardroom.ui.head import HeadBar
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.links import Link
from boardroom.ui.message_bar import MessageBar
from boardroom.ui.pages import PAGES, UNDER
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.rail import Rail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMainWindow

    from boardroom.ui.memory import Memory

_THIN_BELOW = 72
_GONE_BELOW = 50
_LOW_BELOW = 36
_MOST_BACK = 100
_FORGET_ASKING = 10_000


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
        self._been: list[Link] = []
        self._ahead: list[Link] = []
        self._asked_to_leave = False
        self._wants_thin = memory.flag("rail.thin", otherwise=False)
        self.rail, self.head, self.bar = Rail(), HeadBar(), MessageBar()
        self.stack = QStackedWidget()
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
        shell.setAcceptDrops(True)
        shell.installEventFilter(self)
        self.actions_of = Actions(shell, self)
        self.rail.asked.connect(self.run)
        self.head.asked.connect(self.run)
        self.head.places_asked.connect(self.actions_of.show_places)
        self.bar.undo_asked.connect(self._undo)
        wardrobe().changed.connect(self._fit)
        shell.setWindowTitle("Boardroom")

    # Places

    def sit(self, desk: Desk) -> None:
        """Work at a board file."""
        self.desk = desk
        desk.said.connect(self.bar.say)
        desk.saving.connect(self.bar.show_saving)
        desk.asked.connect(self.go)
        self.head.warn(desk.read_only or " ".join(desk.file.warnings))

    def may_leave(self) -> bool:
        """Return whether everything typed is on the disk; where it can't be, asking twice is an answer."""
        if self.desk is None or self.desk.flush():
            return True
        if self._asked_to_leave:
            return True
        self._asked_to_leave = True
        self.refuse(
            self.tr("Some of what you typed is not saved; it is still in its editor. Close again to leave without it.")
        )
        QTimer.singleShot(_FORGET_ASKING, self._stay)
        return False

    @Slot()
    def _stay(self) -> None:
        self._asked_to_leave = False

    def rise(self) -> None:
        """Leave the board file; `may_leave` comes before."""
        if self.desk is None:
            return
        page = self.current_page()
        if page is not None:
            self.memory.keep_place(self.desk.file.path, page.link(), self.desk.board_id)
        for one in self._pages.values():
            self.stack.removeWidget(one)
            one.deleteLater()
        self._pages.clear()
        self._been.clear()
        self._ahead.clear()
        self.desk.close()
        self.desk.deleteLater()
        self.desk = None
        self.head.warn("")
        self.bar.say(Said(""))
        self.rail.count({})

    def show_alone(self, widget: QWidget, head: Head) -> None:
        """Show something that is no page: the first start, or what can be seen while a file opens."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self.head.show_head(head)
        self.rail.light("")

    def remove_alone(self, widget: QWidget) -> None:
        """Take it away again."""
        self.stack.removeWidget(widget)
        widget.deleteLater()

    @Slot(object)
    def go(self, link: Link) -> None:
        """Show what a link names; Back leads here again."""
        page = self.current_page()
        before = page.link() if page is not None else None
        if self._show(link) and before is not None and before != link:
            self._been = [*self._been[-_MOST_BACK:], before]
            self._ahead.clear()

    def back(self) -> None:
        """Go to where one was before."""
        self._travel(self._been, self._ahead)

    def forward(self) -> None:
        """Go to where one came back from."""
        self._travel(self._ahead, self._been)

    def _travel(self, there: list[Link], here: list[Link]) -> None:
        page = self.current_page()
        if there and page is not None:
            left = page.link()
            if self._show(there.pop()):
                here.append(left)

    def _show(self, link: Link) -> bool:
        if self.desk is None:
            return False
        old = self.current_page()
        if old is not None:
            # What was typed there is on the disk before anything else is shown.
            self.desk.flush()
        page = self.page(link.page)
        try:
            page.open(link)
        except Refusal as refusal:
            # What the link names has gone since; the page itself is there.
            self.refuse(str(refusal))
        self.stack.setCurrentWidget(page)
        page.refresh()
        self.rail.light(UNDER.get(page.id, page.id))
        self._head_changed()
        self.actions_of.follow_page()
        self._commands_changed()
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
            self._pages[page_id] = page
            self.stack.addWidget(page)
        return self._pages[page_id]

    def current_page(self) -> Page | None:
        """Return the page that is shown, if it is one."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @Slot()
    def _head_changed(self) -> None:
        page = self.current_page()
        if page is None or (self.sender() not in {page, None} and isinstance(self.sender(), Page)):
            return
        head = page.head()
        self.head.show_head(head)
        self.shell.setWindowTitle(f"{head.title} – Boardroom")
        self._commands_changed()

    @Slot()
    def _commands_changed(self) -> None:
        page = self.current_page()
        if page is not None:
            self.head.set_reasons({one: self.actions_of.why_not(one) for one in page.head().commands})

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
        if command_id in self.reasons_of_frame:
            reason = self.reasons_of_frame[command_id]()
            if reason:
                return reason
        if self.desk is None:
            return "" if command_id in ALWAYS else self.tr("no board file is open")
        if command.writes and self.desk.read_only:
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
        if page.id in UNDER:
            link = page.link()
            self.go(Link(UNDER[page.id], "meeting", link.meeting_id or link.id))
        elif page.id not in {place.page for place in PLACES}:
            self.back()
        else:
            self.rail.focus_current()

    def focus_next(self, *, backwards: bool = False) -> None:
        """Put the focus on the next column: the rail, then the page's columns."""
        page = self.current_page()
        if page is None:
            return
        columns = [self.rail, *page.columns()]
        focused = QApplication.focusWidget()
        at = next((n for n, one in enumerate(columns) if focused is not None and one.isAncestorOf(focused)), 0)
        wanted = columns[(at + (-1 if backwards else 1)) % len(columns)]
        if wanted is self.rail:
            self.rail.focus_current()
        else:
            page.focus_column(wanted)

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
        self.rail.set_thin(thin=self._wants_thin or ems < _THIN_BELOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what happens to the shell."""
        match event.type():
            case QEvent.Type.Close:
                return self._leave(event)
            case QEvent.Type.ActivationChange if self.desk is not None and not self.shell.isActiveWindow():
                # Whoever turns to another program finds everything on the disk.
                self.desk.flush_wanted.emit()
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                if event.mimeData().hasUrls():
                    event.acceptProposedAction()
                    return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._drop(event)
                return True
            case _:
                pass
        return super().eventFilter(watched, event)

    def _leave(self, event: QEvent) -> bool:
        """Close the board file with the window; returns whether the window must stay."""
        if not self.may_leave():
            event.ignore()
            return True
        self.memory.keep_window(self.shell)
        self.rise()
        return False

    def _drop(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
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


ALWAYS = frozenset(
    {
        "file.new", "file.open", "file.sample", "quit", "text.larger", "text.smaller", "text.ordinary", "look.system",
        "look.light", "look.dark", "look.contrast", "screen.full", "rail.thin", "keys.hints", "palette",
        "help.about", "help.name",
    }
)  # fmt: skip
"""Commands that need no board file."""
