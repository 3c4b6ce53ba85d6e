"""Commands of the calls for proposals."""

from boardroom.ui.commands.command import Command, Menu

_CALLS = ("calls",)

# fmt: off
CALLS: tuple[Command, ...] = (
    Command(
        id="go.calls", text="Calls for proposals", menu=Menu.GO, keys=("Alt+Shift+C",), icon="megaphone", group=2,
        about="Show what was asked of whom, until when, and who was told.",
    ),
    Command(
        id="calls.new", text="Call for proposals", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus", pages=_CALLS,
        writes=True, about="Open a call on a strand, to every organisation with a seat, for the weeks agreed.",
    ),
    Command(
        id="calls.invite", text="Invite another organisation", menu=Menu.RECORD, keys=("I",), icon="user-plus",
        pages=_CALLS, writes=True, about="Add an organisation to those that the chosen call invites.",
    ),
    Command(
        id="calls.forms", text="Make the forms…", menu=Menu.RECORD, keys=("F",), icon="file-pdf", pages=_CALLS,
        about="Write a form for each organisation that the chosen call invites, as PDF and for Word.",
    ),
    Command(
        id="calls.sent", text="Record that it was sent today", menu=Menu.RECORD, keys=("S",), icon="paper-plane-tilt",
        pages=_CALLS, writes=True,
        about="Note of everybody who is invited and wasn’t told yet that they were told today.",
    ),
    Command(
        id="calls.remind", text="Record a reminder today", menu=Menu.RECORD, keys=("R",), icon="bell", pages=_CALLS,
        writes=True, about="Note of everybody who was told and has sent nothing that they were reminded today.",
    ),
    Command(
        id="calls.told", text="Record what everybody was told", menu=Menu.RECORD, keys=("T",), icon="note-pencil",
        pages=_CALLS, writes=True,
        about="Note an answer to a question, or other news of the call, as told today to all who are invited.",
    ),
    Command(
        id="calls.unsay", text="Take out the line of the register", menu=Menu.RECORD, keys=("Ctrl+Shift+Del",),
        icon="eraser", pages=_CALLS, writes=True,
        about="Take out what the chosen line of the register says that somebody was told, put there by mistake.",
    ),
    Command(
        id="calls.strand", text="Go to its strand", menu=Menu.RECORD, keys=("G",), icon="arrow-square-out",
        pages=_CALLS, about="Show the timeline of the strand that the chosen call is on.",
    ),
    Command(
        id="calls.withdraw", text="Withdraw the call", menu=Menu.RECORD, keys=("Ctrl+Shift+W",), icon="x-circle",
        pages=_CALLS, writes=True, group=1, about="Take the chosen call back from today; what came in stays.",
    ),
    Command(
        id="calls.remove", text="Remove the call", menu=Menu.RECORD, keys=("Del",), icon="trash", pages=_CALLS,
        writes=True, group=1, about="Take out a call that nobody was told of. Undo brings it back.",
    ),
)
# fmt: on
