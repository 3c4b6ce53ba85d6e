"""Commands of search, history and the list of keys."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
LOOKUP: tuple[Command, ...] = (
    Command(
        id="search.kind", text="Search for one kind of thing", menu=Menu.VIEW, keys=("Ctrl+Shift+L",), icon="funnel",
        pages=("search",), group=3, about="Proposals, decisions, actions, people, meetings, papers, or all of them.",
    ),
    Command(
        id="history.open", text="Go to what was changed", menu=Menu.RECORD, keys=("G",), icon="arrow-square-out",
        pages=("history",), about="Show the thing itself, as it is now.",
    ),
    Command(
        id="history.all", text="All changes", menu=Menu.VIEW, keys=("Ctrl+Shift+H",), icon="list", pages=("history",),
        group=3, about="Show what was changed anywhere, the last first.",
    ),
)
# fmt: on
