"""Commands of partners and board settings."""

from boardroom.ui.commands.command import Command

BOARDS: tuple[Command, ...] = ()
