"""Commands of the frame: files, undo, places, views, help. They act on every page."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
FRAME: tuple[Command, ...] = (
    Command(
        id="file.new", text="New board file…", menu=Menu.FILE, keys=("Ctrl+Shift+N",), icon="file-plus",
        about="Start a board of your own, in a file of its own.",
    ),
    Command(
        id="file.open", text="Open board file…", menu=Menu.FILE, keys=("Ctrl+O",), icon="folder-open",
        about="Open a board file that is on this computer.",
    ),
    Command(
        id="file.recent", text="Open recent…", menu=Menu.FILE, keys=("F12",), icon="clock-counter-clockwise",
        about="Choose one of the board files that were opened before.",
    ),
    Command(
        id="file.sample", text="Open the sample board", menu=Menu.FILE, keys=("Ctrl+Shift+O",), icon="lightbulb",
        about="Look round a made-up partnership with two years of meetings.",
    ),
    Command(
        id="board.add", text="Add another board to this file…", menu=Menu.FILE, keys=("Ctrl+Shift+A",),
        writes=True, icon="users",
        about="A file holds the several boards that one secretary serves.",
    ),
    Command(
        id="board.choose", text="Choose a board of this file…", menu=Menu.FILE, keys=("Shift+F12",), icon="users",
        about="Show another one of the boards that the file holds.",
    ),
    Command(
        id="board.next", text="Next board of this file", menu=Menu.FILE, keys=("Ctrl+Shift+B",),
        about="Show the next board where the file holds several.",
    ),
    Command(
        id="import", text="Import files…", menu=Menu.FILE, keys=("Ctrl+Shift+I",),
        icon="download-simple", group=1, writes=True,
        about="Take in meeting records, board records and papers. Files can be dropped on the window too.",
    ),
    Command(
        id="paste.table", text="Paste a table from Word or Excel…", menu=Menu.FILE, keys=("Ctrl+Shift+V",),
        icon="clipboard-text", group=1, writes=True,
        about="Members, agenda lines or open actions, shown before they are taken.",
    ),
    Command(
        id="export", text="Export…", menu=Menu.FILE, keys=("Ctrl+E",), icon="export", group=1,
        about="Write minutes or agenda for an audience; the preview is the file.",
    ),
    Command(
        id="print", text="Print…", menu=Menu.FILE, keys=("Ctrl+P",), icon="printer", group=1,
        about="Print what the preview shows.",
    ),
    Command(
        id="file.backup", text="Back up this board file…", menu=Menu.FILE, keys=("Ctrl+Shift+S",), icon="copy", group=2,
        about="Write a verified copy into a folder, such as a memory stick.",
    ),
    Command(id="file.close", text="Close the board file", menu=Menu.FILE, keys=("Ctrl+W",), group=3),
    Command(id="quit", text="Quit", menu=Menu.FILE, keys=("Ctrl+Q",), icon="sign-out", group=3),
    Command(
        id="undo", text="Undo", menu=Menu.EDIT, keys=("Ctrl+Z",), icon="arrow-counter-clockwise", writes=True,
        about="Take back your last step, whatever it was, also after a restart.",
    ),
    Command(
        id="redo", text="Redo", menu=Menu.EDIT, keys=("Ctrl+Y", "Ctrl+Shift+Z"), icon="arrow-clockwise", writes=True,
        about="Do again what you took back.",
    ),
    Command(
        id="history", text="History of this", menu=Menu.EDIT, keys=("Ctrl+H",), icon="clock-counter-clockwise", group=1,
        about="Who changed what is chosen, when, and from what to what.",
    ),
    Command(
        id="search", text="Search", menu=Menu.GO, keys=("Ctrl+F",), icon="magnifying-glass",
        about="Search everything ever recorded, as you type.",
    ),
    Command(
        id="palette", text="Commands", menu=Menu.GO, keys=("Ctrl+K",), icon="command",
        about="Find any command or record by a few letters.",
    ),
    Command(id="back", text="Back", menu=Menu.GO, keys=("Alt+Left",), icon="arrow-left", group=1),
    Command(id="forward", text="Forward", menu=Menu.GO, keys=("Alt+Right",), icon="arrow-right", group=1),
    Command(
        id="menus", text="Menus", menu=Menu.GO, keys=("F10",), group=1,
        about="Go to the menus; the arrow keys lead on, and Alt with an underlined letter opens one at once.",
    ),
    Command(
        id="pane.next", text="Next column", menu=Menu.GO, keys=("F6",), group=1,
        about="Rail, list and page in turn. Ctrl+Tab leads out of a text.",
    ),
    Command(
        id="pane.previous", text="Previous column", menu=Menu.GO, keys=("Shift+F6",), group=1,
        about="The same, backwards. Ctrl+Shift+Tab leads out of a text.",
    ),
    Command(id="text.larger", text="Larger text", menu=Menu.VIEW, keys=("Ctrl++", "Ctrl+="), icon="text-aa"),
    Command(id="text.smaller", text="Smaller text", menu=Menu.VIEW, keys=("Ctrl+-",)),
    Command(id="text.ordinary", text="Ordinary text size", menu=Menu.VIEW, keys=("Ctrl+Shift+0",)),
    Command(id="look.system", text="Colours of the system", menu=Menu.VIEW,
            keys=("Ctrl+Shift+1",), group=1, icon="monitor"),
    Command(id="look.light", text="Light colours", menu=Menu.VIEW, keys=("Ctrl+Shift+2",), group=1, icon="sun"),
    Command(id="look.dark", text="Dark colours", menu=Menu.VIEW, keys=("Ctrl+Shift+3",), group=1, icon="moon"),
    Command(id="look.contrast", text="High contrast", menu=Menu.VIEW,
            keys=("Ctrl+Shift+4",), group=1, icon="circle-half"),
    Command(id="keys.hints", text="Show or hide keys on buttons", menu=Menu.VIEW,
            keys=("Ctrl+Shift+K",), group=2, icon="keyboard"),
    Command(id="rail.thin", text="Wide or thin rail", menu=Menu.VIEW, keys=("Ctrl+\\",), group=2),
    Command(id="screen.full", text="Full screen on or off", menu=Menu.VIEW, keys=("Ctrl+Shift+F",), group=2),
    Command(
        id="help.keys", text="Keys", menu=Menu.HELP, keys=("F1",), icon="keyboard",
        about="Every command with its key and what it does.",
    ),
    Command(id="help.name", text="Your name…", menu=Menu.HELP, keys=("Ctrl+Shift+Y",), icon="user-circle",
            about="The name that stands beside what you change."),
    Command(id="help.about", text="About Boardroom", menu=Menu.HELP, keys=("Shift+F1",), icon="info"),
)  # fmt: skip

WITHOUT_A_FILE = frozenset(
    {
        "file.new", "file.open", "file.sample", "file.recent", "quit", "menus", "text.larger", "text.smaller",
        "text.ordinary", "look.system", "look.light", "look.dark", "look.contrast", "screen.full", "rail.thin",
        "keys.hints", "palette", "help.about", "help.name",
    }
)  # fmt: skip
"""Commands that need no board file."""
