"""The user's own keys: given to commands, refused where they would clash, remembered, and given back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from boardroom.domain.refusal import Refusal
from boardroom.ui.commands import COMMANDS
from boardroom.ui.commands.bindings import bind, is_changed
from boardroom.ui.commands.command import native
from boardroom.ui.kit.keys import key_notice

if TYPE_CHECKING:
    from boardroom.ui.commands import Command
    from boardroom.ui.memory import Memory

# What moves about, chooses and edits in every list and field.
_TAKEN = frozenset(
    {
        "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Return", "Enter", "Space", "Esc", "Left", "Right", "Up",
        "Down", "Home", "End", "PgUp", "PgDown", "Backspace", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Alt+F4",
    }
)  # fmt: skip
_AFTER_LETTERS = 0x01000000
"""Keys from here on type nothing."""


def load_own_keys(memory: Memory) -> None:
    """Give commands the keys that were remembered; one that has come to clash since is left out."""
    for command_id, key in memory.keys.items():
        with suppress(Refusal):
            if command_id in COMMANDS:
                check_key(COMMANDS[command_id], key)
                bind(command_id, key)


def give_key(memory: Memory, command: Command, key: str) -> None:
    """Give a command another key, in place of all that it has.

    Args:
        memory: where it is kept.
        command: the command.
        key: one key with its modifiers, in Qt's portable words.

    Raises:
        Refusal: the key is needed for something else, and for what.
    """
    check_key(command, key)
    bind(command.id, key)
    memory.keep_key(command.id, key)
    key_notice().rebound.emit()


def give_back(memory: Memory, *commands: Command) -> None:
    """Give commands back the keys that they were delivered with.

    Raises:
        Refusal: another command has one of them now; nothing was changed.
    """
    changed = [one for one in commands if is_changed(one.id)]
    mine = {one.id for one in changed}
    for command in changed:
        for key in command.keys:
            holder = _holder(command, key)
            if holder is not None and holder.id not in mine:
                raise Refusal(_clash(key, holder))
    for command in changed:
        bind(command.id, "")
        memory.keep_key(command.id, "")
    key_notice().rebound.emit()


def check_key(command: Command, key: str) -> None:
    """Refuse a key that a command can't have.

    Raises:
        Refusal: why not.
    """
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        raise Refusal(_tr("That is no key that a command could have."))
    combination = sequence[0]  # type: ignore[index] # the stubs don't know it
    modifiers, code = combination.keyboardModifiers(), combination.key().value
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    if key in _TAKEN:
        raise Refusal(_tr("“{}” moves about or edits everywhere; choose another key.").format(native(key)))
    if modifiers & control and modifiers & alt:
        raise Refusal(_tr("Ctrl and Alt together type letters such as ŵ on many keyboards; choose another key."))
    if not command.pages and code < _AFTER_LETTERS and not modifiers & (control | alt):
        raise Refusal(_tr("A letter alone would act on every page; hold Ctrl with it."))
    holder = _holder(command, key)
    if holder is not None:
        raise Refusal(_clash(key, holder))


def _clash(key: str, holder: Command) -> str:
    return _tr("{} is the key of “{}”; choose another one, or change that one first.").format(
        native(key), holder.said.rstrip("…")
    )


def _holder(command: Command, key: str) -> Command | None:
    """Return what has a key already where the command acts."""
    wanted = QKeySequence(key)
    for other in COMMANDS.values():
        together = not other.pages or not command.pages or bool({*other.pages} & {*command.pages})
        if other.id != command.id and together and any(QKeySequence(one) == wanted for one in other.bound):
            return other
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
