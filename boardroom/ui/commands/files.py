"""Commands of what goes out and what comes in: export, print, arrivals, pasted tables."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
FILES: tuple[Command, ...] = (
    Command(
        id="export.write", text="Export", menu=Menu.FILE, keys=("Ctrl+Return",), icon="export",
        pages=("export", "reports"), group=1, about="Write what the preview shows to a file.",
    ),
    Command(
        id="arrivals.choose", text="Choose more files…", menu=Menu.FILE, keys=("Ctrl+N",), icon="plus",
        pages=("arrivals",), group=1, about="Add files to those that came in.",
    ),
    Command(
        id="arrivals.remove", text="Leave this file out", menu=Menu.FILE, keys=("Del",), icon="x", pages=("arrivals",),
        group=1, about="Take the chosen file off the list; the file itself stays as it is.",
    ),
    Command(
        id="arrivals.take", text="Take in", menu=Menu.FILE, keys=("Ctrl+Return",), icon="check", pages=("arrivals",),
        writes=True, group=1, about="Take the files into the board file, all of them or none, as one step.",
    ),
    Command(
        id="paste.again", text="Read the clipboard again", menu=Menu.FILE, keys=("Ctrl+R",), icon="clipboard-text",
        pages=("paste",), group=1, about="Show the table that is on the clipboard now.",
    ),
    Command(
        id="paste.take", text="Take in", menu=Menu.FILE, keys=("Ctrl+Return",), icon="check", pages=("paste",),
        writes=True, group=1, about="Take the rows that can be taken, as one step.",
    ),
)
