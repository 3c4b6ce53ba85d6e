"""Commands of the meetings: the list, one meeting's agenda, item, people, and its minutes."""

from boardroom.ui.commands.command import Command

MEETINGS: tuple[Command, ...] = ()
