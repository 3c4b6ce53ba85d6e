"""Commands of the room: a meeting that runs."""

from boardroom.ui.commands.command import Command, Menu

_HERE = ("room",)

# fmt: off
ROOM: tuple[Command, ...] = (
    Command(
        id="room.open", text="Run the meeting", menu=Menu.MEETING, keys=("F7",), icon="play",
        pages=("home", "meetings", "meeting"),
        about="Show the room: agenda, item and people of the meeting as it runs.",
    ),
    Command(
        id="room.start", text="Start the meeting", menu=Menu.MEETING, keys=("Ctrl+Shift+H",), icon="play", pages=_HERE,
        writes=True, group=1, about="Stamp the beginning, list the members, and take the first item.",
    ),
    Command(
        id="room.next", text="Next item", menu=Menu.MEETING, keys=("Ctrl+PgDown",), icon="caret-right", pages=_HERE,
        writes=True, group=1, about="Be done with the item that is being taken, and take the next one.",
    ),
    Command(
        id="room.take", text="Take this item now", menu=Menu.MEETING, keys=("Ctrl+T",), icon="caret-right", pages=_HERE,
        writes=True, group=1, about="Take the item that is shown, out of order too; the minutes say after which one.",
    ),
    Command(
        id="room.more", text="5 minutes more", menu=Menu.MEETING, keys=("Ctrl+Shift+T",), icon="clock", pages=_HERE,
        writes=True, group=1, about="Give the item that is being taken five minutes beyond its plan.",
    ),
    Command(
        id="room.round", text="Round the table", menu=Menu.MEETING, keys=("F7",), icon="users-three", pages=_HERE,
        group=2, about="Go to the sectors; 1 to 9 mark one as heard, Enter records a point of it.",
    ),
    Command(
        id="room.call", text="Call the next sector", menu=Menu.MEETING, keys=("Ctrl+Shift+F7",), icon="megaphone",
        pages=_HERE, group=2, about="Choose the first sector that is here and was not heard on the item yet.",
    ),
    Command(
        id="room.screen", text="Second screen", menu=Menu.MEETING, keys=("F11",), icon="monitor", pages=_HERE, group=3,
        about="Show item, wording, result and clock to the room, on the other display; again takes it away.",
    ),
    Command(
        id="room.show", text="Show this wording on the second screen", menu=Menu.MEETING, keys=("Ctrl+F11",),
        icon="projector-screen", pages=_HERE, group=3,
        about="Put the motion or decision that is voted on, or chosen, before everybody in the room.",
    ),
    Command(
        id="room.blank", text="Blank the second screen", menu=Menu.MEETING, keys=("Shift+F11",), icon="square",
        pages=_HERE, group=3, about="Show nothing but a dark ground there; again brings the meeting back.",
    ),
    Command(
        id="room.chair", text="Chair’s window", menu=Menu.MEETING, keys=("Ctrl+F12",), icon="users", pages=_HERE,
        group=3, about="Show the chair agenda, clock, quorum, and what must be said next; again takes it away.",
    ),
    Command(
        id="room.times", text="Correct the times", menu=Menu.MEETING, keys=("Shift+F2",), icon="clock", pages=_HERE,
        writes=True, group=5, about="Say when items began and ended, where the times that were stamped are wrong.",
    ),
    Command(
        id="room.adjourn", text="Adjourn", menu=Menu.MEETING, keys=("Ctrl+F7",), icon="pause", pages=_HERE,
        writes=True, group=5, about="Stop the meeting for now, with the reason; it goes on with Reconvene.",
    ),
    Command(
        id="room.reconvene", text="Reconvene", menu=Menu.MEETING, keys=("Ctrl+F8",), icon="play", pages=_HERE,
        writes=True, group=5, about="Go on with an adjourned meeting, at the item at which it stopped.",
    ),
    Command(
        id="room.close", text="Close the meeting", menu=Menu.MEETING, keys=("Ctrl+Shift+C",), icon="check-circle",
        pages=_HERE, writes=True, group=5,
        about="See what is still open, stamp the end, and have the minutes drafted.",
    ),
)
# fmt: on
