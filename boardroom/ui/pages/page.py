"""What every page is: a place to show one kind of thing, that reads by queries and writes by services."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from boardroom.domain.refusal import Gone, Refusal
from boardroom.ui.commands import COMMANDS, Menu
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QShowEvent

    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Head:
    """What the window's head shows of a page: plain text, and commands as buttons.

    Attributes:
        title: what is shown.
        context: a few words beside it.
        chip: a state, in a word; empty for none.
        commands: ids of commands, left to right.
        filled: whether the last of them is the screen's filled button; not where that stands on the page itself.
    """

    title: str
    context: str = ""
    chip: str = ""
    commands: tuple[str, ...] = ()
    filled: bool = True


class Page(QWidget):
    """A page of the window. Subclasses fill in the class attributes and the methods below.

    A hidden page goes stale when something it shows changes, and reads again when it is shown.
    """

    id: ClassVar[str]
    concerns: ClassVar[tuple[str, ...]] = ()
    """Tables whose change this page shows."""
    thin_rail: ClassVar[bool] = False
    """Whether the page needs the width of the rail's words."""
    menu: ClassVar[Menu] = Menu.RECORD
    """Where the commands stand that act on the page's rows."""

    head_changed = Signal()
    commands_changed = Signal()
    """What can be done differs: the choice has moved."""
    gone = Signal()
    """The one thing that the page shows isn't in the board file any more: another page is to be shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the widgets; the first reading comes with the first showing."""
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self.setProperty("role", "ground")
        # PySide goes on calling a connected slot that a subclass overrides when the page is gone; this one it forgets.
        desk.changed.connect(self._hear)
        desk.board_chosen.connect(self._on_board_chosen)

    @abstractmethod
    def head(self) -> Head:
        """Return what the window's head shows now."""

    def head_widget(self) -> QWidget | None:
        """Return what stands in the window's head before its buttons; the page keeps it."""
        return None

    @abstractmethod
    def reload(self) -> None:
        """Read anew what is shown; what was chosen stays chosen, by its id."""

    def open(self, link: Link) -> None:
        """Choose what a link to this page names."""

    def link(self) -> Link:
        """Return the link to what is chosen now: the last place is remembered by it."""
        return Link(self.id)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of this page, by the command's id."""
        return {}

    def why_not(self, _command: str) -> str:
        """Return an empty string where a command can run now, else the reason in a few words."""
        return ""

    def at_hand(self, _rows: QWidget) -> tuple[str, ...]:
        """Return the ids of the commands that the menu of a row offers, in one of this page's lists."""
        return self.in_menu(self.menu)

    def in_menu(self, menu: Menu) -> tuple[str, ...]:
        """Return the ids of this page's commands in a menu."""
        return tuple(one.id for one in COMMANDS.values() if self.id in one.pages and one.menu is menu)

    def step_out(self) -> bool:
        """Go one step out on Escape; returns whether there was one inside the page."""
        return False

    def columns(self) -> list[QWidget]:
        """Return the page's columns from left to right: F6 goes from one to the next."""
        return [self]

    def focus_column(self, _column: QWidget) -> None:
        """Put the focus into one of the columns."""
        self.focus()

    def focus(self) -> None:
        """Put the focus where the user wants it when the page appears."""
        self.setFocus()

    @property
    def is_held(self) -> bool:
        """Whether Escape leads to the rail and not away: what is shown must not be left by mistake."""
        return False

    @property
    def is_stale(self) -> bool:
        """Whether what stands here is not what the board file says now."""
        return self._stale

    def refresh(self) -> None:
        """Read again if something changed while the page was hidden."""
        if self._stale:
            self._stale = False
            try:
                self.reload()
            except Refusal as refusal:
                self._could_not_read(refusal)
                return
            self.head_changed.emit()
            self.commands_changed.emit()

    def _could_not_read(self, refusal: Refusal) -> None:
        # The file has vanished, or is damaged: what stands here stays, and is read again when it is shown.
        self._stale = True
        self.desk.refuse(str(refusal))
        if isinstance(refusal, Gone):
            self.gone.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot(object)
    def _hear(self, change: Change) -> None:
        self._on_changed(change)

    def _on_changed(self, change: Change) -> None:
        if not change.touches(*self.concerns):
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    @Slot()
    def _on_board_chosen(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()
