"""Commands of Home, proposals, actions, decisions and search."""

from boardroom.ui.commands.command import Command

LISTS: tuple[Command, ...] = ()
