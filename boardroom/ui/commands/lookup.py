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
    Command(
        id="keys.change", text="Change its key", menu=Menu.EDIT, keys=("Ctrl+Return", "Ctrl+Enter"), icon="keyboard",
        pages=("keys",), group=3, about="Press another key for the chosen command. Enter does the same.",
    ),
    Command(
        id="keys.back", text="Its key as delivered", menu=Menu.EDIT, keys=("Ctrl+R",), icon="arrow-counter-clockwise",
        pages=("keys",), group=3, about="Give the chosen command the key back that it was delivered with.",
    ),
    Command(
        id="keys.all", text="All keys as delivered", menu=Menu.EDIT, keys=("Ctrl+Shift+Del",), pages=("keys",),
        group=3, about="Give every command its own key back.",
    ),
)
# fmt: on
