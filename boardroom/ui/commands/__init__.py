"""The command table: every action a user can take. A new command is a row here and a slot on its page."""

from boardroom.ui.commands.boards import BOARDS
from boardroom.ui.commands.calls import CALLS
from boardroom.ui.commands.command import Command, Menu
from boardroom.ui.commands.files import FILES
from boardroom.ui.commands.forward import FORWARD
from boardroom.ui.commands.frame import FRAME
from boardroom.ui.commands.lists import LISTS
from boardroom.ui.commands.lookup import LOOKUP
from boardroom.ui.commands.meetings import MEETINGS
from boardroom.ui.commands.places import GOING
from boardroom.ui.commands.reports import REPORTS
from boardroom.ui.commands.room import ROOM
from boardroom.ui.commands.strands import STRANDS

__all__ = ["COMMANDS", "Command", "Menu"]

COMMANDS: dict[str, Command] = {
    one.id: one
    for one in (
        *FRAME,
        *GOING,
        *MEETINGS,
        *ROOM,
        *LISTS,
        *CALLS,
        *STRANDS,
        *FORWARD,
        *REPORTS,
        *LOOKUP,
        *BOARDS,
        *FILES,
    )
}
