"""What a command is: an action that a user can take, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from boardroom.ui.commands.bindings import keys_of


class Menu(StrEnum):
    """The menus, in order; each value is its title."""

    FILE = "File"
    EDIT = "Edit"
    VIEW = "View"
    GO = "Go"
    MEETING = "Meeting"
    RECORD = "Record"
    HELP = "Help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One action: menus, keys, palette, buttons, tooltips and help are all made from it.

    Texts are English here and are translated where they are shown, under the context "commands".

    Attributes:
        id: `page.verb` or, in the frame, the verb alone.
        text: what it does, as a button names it; no full stop.
        menu: where it stands.
        keys: key sequences that it is delivered with, in Qt's portable words; the first is the one that is shown.
        icon: Phosphor name.
        pages: ids of the pages on which it acts; empty for the frame's own.
        writes: that it changes the board file, and so can't run where that is only read.
        about: a sentence for the tooltip and the list of keys.
        group: entries of a menu between two rules share a group.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    pages: tuple[str, ...] = ()
    writes: bool = False
    about: str = ""
    group: int = 0

    @property
    def said(self) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("commands", self.text)

    @property
    def bound(self) -> tuple[str, ...]:
        """The keys as they are now: the user may have given it another one."""
        return keys_of(self.id, self.keys)

    @property
    def key(self) -> str:
        """The first key as this system writes it; empty without one."""
        if not self.bound:
            return ""
        return native(self.bound[0])


def native(key: str) -> str:
    """Return a key as this system writes it; what Qt calls Return is Enter on today's keyboards."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
