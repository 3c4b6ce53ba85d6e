"""Commands of the forward plan, and those beside a warning on Home."""

from boardroom.ui.commands.command import Command, Menu

_FORWARD = ("forward",)

# fmt: off
FORWARD: tuple[Command, ...] = (
    Command(
        id="home.call", text="Open a call for proposals", menu=Menu.RECORD, keys=("C",), icon="megaphone",
        pages=("home",), writes=True,
        about="Ask every sector for proposals on the chosen strand, while there is still something to plan.",
    ),
    Command(
        id="home.invite", text="Invite to the item", menu=Menu.RECORD, keys=("I",), icon="user-plus", pages=("home",),
        writes=True, about="Let the agenda ask the sectors that were never involved to the item on the chosen strand.",
    ),
    Command(
        id="forward.bring", text="Bring it to that meeting", menu=Menu.RECORD, keys=("B",), icon="calendar-plus",
        pages=_FORWARD, writes=True,
        about="Put an item on the strand that has no meeting yet onto the last meeting before its day.",
    ),
    Command(
        id="forward.strand", text="Go to its strand", menu=Menu.RECORD, keys=("G",), icon="path", pages=_FORWARD,
        about="Show the timeline of the strand that the chosen row is about.",
    ),
    Command(
        id="forward.order", text="By meeting or by strand", menu=Menu.VIEW, keys=("T",), icon="funnel",
        pages=_FORWARD, group=3, about="Show the forward plan under its meetings, or under its strands.",
    ),
    Command(
        id="forward.document", text="Show it as it is sent", menu=Menu.FILE, keys=("D",), icon="file-text",
        pages=_FORWARD, about="Show the forward plan as a document, for members or for the public.",
    ),
)
# fmt: on
