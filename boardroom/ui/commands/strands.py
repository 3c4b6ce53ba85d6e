"""Commands of the plan: its strands, and in Board settings its outcomes and priorities."""

from boardroom.ui.commands.command import Command, Menu

_STRANDS = ("strands",)
_SETTINGS = ("settings",)

# fmt: off
STRANDS: tuple[Command, ...] = (
    Command(
        id="strands.new", text="New strand", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus", pages=_STRANDS,
        writes=True, about="Put a service that is to be planned into the plan.",
    ),
    Command(
        id="strands.call", text="Call for proposals", menu=Menu.RECORD, keys=("C",), icon="megaphone", pages=_STRANDS,
        writes=True, about="Ask every sector for proposals on the chosen strand.",
    ),
    Command(
        id="strands.order", text="Put the proposals in order", menu=Menu.VIEW, keys=("O",), icon="sort-ascending",
        pages=_STRANDS, group=3,
        about="By users’ estimates, number asked, cost or any other one column; never by a mixture.",
    ),
    Command(
        id="strands.conflicts", text="Extract for a conflicts assessment…", menu=Menu.FILE, keys=("F",),
        icon="file-text", pages=_STRANDS,
        about="Write interests, who took part, papers and tellings of the chosen strand as a PDF and a workbook.",
    ),
    Command(
        id="strands.agenda", text="Put it on the next agenda", menu=Menu.RECORD, keys=("I",), icon="calendar",
        pages=_STRANDS, writes=True,
        about="Add an item on the chosen strand to the next meeting, so that whoever was not involved is heard there.",
    ),
    Command(
        id="strands.begin", text="Begin its next stage", menu=Menu.RECORD, keys=("B",), icon="arrow-right",
        pages=_STRANDS, writes=True, about="Say that the chosen strand enters its next stage today.",
    ),
    Command(
        id="strands.decides", text="Who decides", menu=Menu.RECORD, keys=("D",), icon="scales", pages=_STRANDS,
        writes=True, about="Say whether the decisions on the strand are kept to one partner, such as the council.",
    ),
    Command(
        id="strands.involved", text="Say who took part", menu=Menu.RECORD, keys=("P",), icon="user-plus",
        pages=_STRANDS, writes=True,
        about="Add who took part in planning the strand where no meeting, proposal or call tells it, with evidence.",
    ),
    Command(
        id="strands.sum", text="Add a sum", menu=Menu.RECORD, keys=("M",), icon="plus", pages=_STRANDS, writes=True,
        about="Put money to the chosen strand, with whose it is and for what.",
    ),
    Command(
        id="strands.end", text="End it, or let it go on", menu=Menu.RECORD, keys=("E",), icon="flag",
        pages=_STRANDS, writes=True, about="Say on which day the work on the chosen strand was over.",
    ),
    Command(
        id="strands.source", text="Go to where it is recorded", menu=Menu.RECORD, keys=("G",),
        icon="arrow-square-out", pages=_STRANDS,
        about="Show the item or the proposal behind the mark of the timeline that is chosen. Enter does the same.",
    ),
    Command(
        id="strands.up", text="Move the strand up", menu=Menu.RECORD, keys=("Alt+Up",), icon="arrow-up",
        pages=_STRANDS, writes=True, group=1, about="Put the chosen strand before the one above it.",
    ),
    Command(
        id="strands.down", text="Move the strand down", menu=Menu.RECORD, keys=("Alt+Down",), icon="arrow-down",
        pages=_STRANDS, writes=True, group=1, about="Put the chosen strand behind the one below it.",
    ),
    Command(
        id="strands.remove", text="Remove the strand", menu=Menu.RECORD, keys=("Del",), icon="trash", pages=_STRANDS,
        writes=True, group=1, about="Take out a strand on which nothing was done. Undo brings it back.",
    ),
    Command(
        id="strands.table", text="Timeline or table", menu=Menu.VIEW, keys=("T",), icon="table", pages=_STRANDS,
        group=3, about="Show who took part and when as a picture, or the same in lines to read.",
    ),
    Command(
        id="strands.stages", text="Go to its stages", menu=Menu.VIEW, keys=("S",), icon="calendar", pages=_STRANDS,
        group=3, about="Put the caret where the days of its stages are planned.",
    ),
    Command(
        id="plan.outcome", text="New outcome", menu=Menu.RECORD, keys=("Ctrl+Shift+U",), icon="plus",
        pages=_SETTINGS, writes=True, group=5, about="Say what should be better for users.",
    ),
    Command(
        id="plan.priority", text="New priority", menu=Menu.RECORD, keys=("Ctrl+Shift+P",), icon="plus",
        pages=_SETTINGS, writes=True, group=5, about="Say what the plan puts first, under the chosen outcome.",
    ),
    Command(
        id="plan.change", text="Word it anew", menu=Menu.RECORD, keys=("Alt+F2",), icon="pencil-simple",
        pages=_SETTINGS, writes=True, group=5,
        about="Change the outcome or the priority that is chosen in the plan. Enter does so too.",
    ),
    Command(
        id="plan.up", text="Move it up in the plan", menu=Menu.RECORD, keys=("Alt+Shift+Up",), icon="arrow-up",
        pages=_SETTINGS, writes=True, group=5, about="Put the chosen outcome or priority before the one above it.",
    ),
    Command(
        id="plan.down", text="Move it down in the plan", menu=Menu.RECORD, keys=("Alt+Shift+Down",), icon="arrow-down",
        pages=_SETTINGS, writes=True, group=5, about="Put the chosen outcome or priority behind the one below it.",
    ),
    Command(
        id="plan.remove", text="Take it out of the plan", menu=Menu.RECORD, keys=("Alt+Del",), icon="trash",
        pages=_SETTINGS, writes=True, group=5,
        about="Take the chosen outcome or priority out of the plan. Undo brings it back.",
    ),
    Command(
        id="strands.about", text="Go to what it says of itself", menu=Menu.VIEW, keys=("F2",), icon="pencil-simple",
        pages=_STRANDS, group=3, about="Put the caret into its name; purpose, priority and lead stand below.",
    ),
)
# fmt: on
