"""Commands of the people column: who is at the meeting, who presides, what is declared."""

from boardroom.ui.commands.command import Command, Menu

_HERE = ("meeting", "room")

# fmt: off
PEOPLE: tuple[Command, ...] = (
    Command(
        id="people.here", text="Here, or not here", menu=Menu.MEETING, keys=("H",), icon="check-circle", pages=_HERE,
        writes=True, group=3, about="Say of the chosen person that they are here, or not. Space does the same.",
    ),
    Command(
        id="people.remote", text="Takes part from elsewhere", menu=Menu.MEETING, keys=("R",), icon="video-camera",
        pages=_HERE, writes=True, group=3, about="Say of the chosen person that they take part remotely, or here.",
    ),
    Command(
        id="people.deputy", text="Sends a deputy", menu=Menu.MEETING, keys=("D",), icon="users", pages=_HERE,
        writes=True, group=3, about="Say who stands in for the chosen member, who sends apologies.",
    ),
    Command(
        id="people.proxy", text="Gives a proxy", menu=Menu.MEETING, keys=("P",), icon="users-three", pages=_HERE,
        writes=True, group=3, about="Say which member acts also for the chosen one, who sends apologies.",
    ),
    Command(
        id="people.apologies", text="Sends apologies", menu=Menu.MEETING, keys=("A",), icon="minus", pages=_HERE,
        writes=True, group=3, about="Say of the chosen person that they sent apologies, or take that back.",
    ),
    Command(
        id="people.recused", text="Recused from this item", menu=Menu.MEETING, keys=("X",), icon="prohibit",
        pages=_HERE, writes=True, group=3,
        about="Say that the chosen person takes no part in the item, for an interest that they declare.",
    ),
    Command(
        id="people.edit", text="Person’s role, and when they came and left", menu=Menu.MEETING,
        keys=("Ctrl+Shift+X",), icon="clock", pages=_HERE, group=3,
        about="Change what is chosen in the people column. Enter in the list does the same.",
    ),
    Command(
        id="people.remove", text="Take the person out of the attendance", menu=Menu.MEETING, keys=("Shift+Del",),
        icon="trash", pages=_HERE, writes=True, group=3,
        about="Take the chosen line out. Del in the list does the same. Undo brings it back.",
    ),
    Command(
        id="people.expect", text="List all members", menu=Menu.MEETING, keys=("Ctrl+Shift+L",), icon="list",
        pages=_HERE, writes=True, group=4, about="Give the holder of every seat a line of the attendance.",
    ),
    Command(
        id="people.all_here", text="Everybody is present, except…", menu=Menu.MEETING, keys=("Ctrl+Shift+E",),
        icon="users-three", pages=_HERE, writes=True, group=4,
        about="Mark all members as present but those whom you name and those who sent apologies.",
    ),
    Command(
        id="people.add", text="Add somebody", menu=Menu.MEETING, keys=("Ctrl+Shift+P",), icon="user-plus", pages=_HERE,
        writes=True, group=4, about="Add a person to the attendance; a name that is new is added to the board file.",
    ),
    Command(
        id="people.add_group", text="Add a number of people", menu=Menu.MEETING, keys=("Ctrl+Shift+J",), icon="users",
        pages=_HERE, writes=True, group=4, about="Add people by their number, such as 12 members of the public.",
    ),
    Command(
        id="people.preside", text="Who takes the chair", menu=Menu.MEETING, keys=("Ctrl+Shift+Q",), icon="user",
        pages=_HERE, writes=True, group=4, about="Say who presides from this item on.",
    ),
    Command(
        id="people.declare", text="Declare an interest", menu=Menu.MEETING, keys=("Ctrl+Shift+D",), icon="hand-palm",
        pages=_HERE, writes=True, group=4, about="Record an interest that somebody states, and what follows from it.",
    ),
)
# fmt: on
