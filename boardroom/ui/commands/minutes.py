"""Commands of the minutes of a meeting, and of their versions."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
MINUTES: tuple[Command, ...] = (
    Command(
        id="minutes.next_empty", text="Next empty text", menu=Menu.GO, keys=("Ctrl+J",), icon="arrow-down",
        pages=("minutes",), group=3, about="Go to the next item under which nothing is minuted yet.",
    ),
    Command(
        id="minutes.item", text="Open the item", menu=Menu.GO, keys=("Ctrl+Return",), icon="arrow-square-out",
        pages=("minutes",), group=3,
        about="Show the item with its notes, proposals, decisions and actions, where they are changed.",
    ),
    Command(
        id="minutes.next", text="Next item", menu=Menu.GO, keys=("Ctrl+PgDown",), pages=("minutes",), group=3,
        about="Go to the text of the item that follows.",
    ),
    Command(
        id="minutes.previous", text="Previous item", menu=Menu.GO, keys=("Ctrl+PgUp",), pages=("minutes",), group=3,
        about="Go to the text of the item before.",
    ),
    Command(
        id="minutes.versions", text="Versions", menu=Menu.MEETING, keys=("Ctrl+G",), icon="git-diff",
        pages=("minutes",), about="Compare the minute text with what it said before, and bring a paragraph back.",
    ),
    Command(
        id="minutes.correct", text="Add a correction", menu=Menu.MEETING, keys=("Ctrl+N",), icon="plus",
        pages=("minutes",), writes=True, group=2,
        about="Put a dated correction beside sealed minutes; what was sealed stays as it is.",
    ),
    Command(
        id="versions.restore", text="Bring this paragraph back", menu=Menu.RECORD, keys=("Ctrl+Return",),
        icon="arrow-counter-clockwise", pages=("versions",), writes=True,
        about="Let the chosen paragraph say again what it said in the earlier version.",
    ),
    Command(
        id="versions.minutes", text="Minutes", menu=Menu.MEETING, keys=("Ctrl+M",), icon="file-text",
        pages=("versions",), about="Go back to the whole minutes of the meeting.",
    ),
    Command(
        id="versions.item", text="Back to the item", menu=Menu.MEETING, keys=("Ctrl+Shift+Return",),
        icon="arrow-square-out", pages=("versions",),
        about="Go to the item whose versions these are, in the room while the meeting runs.",
    ),
    Command(
        id="versions.next", text="Next change", menu=Menu.GO, keys=("Ctrl+J",), icon="arrow-down", pages=("versions",),
        group=3, about="Go to the next paragraph that differs.",
    ),
)
# fmt: on
