"""Commands of partners and board settings."""

from boardroom.ui.commands.command import Command, Menu

_PARTNERS = ("partners",)
_SETTINGS = ("settings",)

# fmt: off
BOARDS: tuple[Command, ...] = (
    Command(
        id="partners.new", text="New organisation, person or seat", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus",
        pages=_PARTNERS, writes=True, about="Add to the list that is shown; the name is ready to be typed.",
    ),
    Command(
        id="partners.holder", text="New holder of the seat", menu=Menu.RECORD, keys=("H",), icon="user-plus",
        pages=_PARTNERS, writes=True,
        about="Say who sits in the chosen seat from a day on; whoever sat there leaves the day before.",
    ),
    Command(
        id="partners.vacate", text="Vacate the seat", menu=Menu.RECORD, keys=("V",), icon="sign-out",
        pages=_PARTNERS, writes=True, about="Say on which day the holder of the chosen seat sits there last.",
    ),
    Command(
        id="partners.membership", text="Put a membership right", menu=Menu.RECORD, keys=("E",), icon="pencil-simple",
        pages=_PARTNERS, writes=True,
        about="Say anew for whom the holder of the seat sits, with a vote or not, and between which days.",
    ),
    Command(
        id="partners.deputy", text="Name a deputy", menu=Menu.RECORD, keys=("D",), icon="users",
        pages=_PARTNERS, writes=True, about="Say who may stand in for whoever holds the chosen seat.",
    ),
    Command(
        id="partners.change", text="Change of name or sector", menu=Menu.RECORD, keys=("C",), icon="calendar",
        pages=_PARTNERS, writes=True,
        about="Let the chosen organisation be called something else, or be of another sector, from a day on.",
    ),
    Command(
        id="partners.interest", text="Register an interest", menu=Menu.RECORD, keys=("I",), icon="link",
        pages=_PARTNERS, writes=True,
        about="Put an interest of the chosen person or organisation into the register.",
    ),
    Command(
        id="partners.up", text="Move the seat up", menu=Menu.RECORD, keys=("Alt+Up",), icon="arrow-up",
        pages=_PARTNERS, writes=True, group=1, about="Put the chosen seat before the one above it.",
    ),
    Command(
        id="partners.down", text="Move the seat down", menu=Menu.RECORD, keys=("Alt+Down",), icon="arrow-down",
        pages=_PARTNERS, writes=True, group=1, about="Put the chosen seat behind the one below it.",
    ),
    Command(
        id="partners.remove", text="Remove what is chosen", menu=Menu.RECORD, keys=("Del",), icon="trash",
        pages=_PARTNERS, writes=True, group=2,
        about="Take out an organisation, a person or a seat that nothing leads to, or the line that is chosen beside "
        "the list. Undo brings it back.",
    ),
    Command(
        id="partners.organisations", text="Organisations", menu=Menu.VIEW, keys=("Alt+1",), icon="buildings",
        pages=_PARTNERS, group=3, about="Show the organisations of this board file.",
    ),
    Command(
        id="partners.people", text="People", menu=Menu.VIEW, keys=("Alt+2",), icon="users", pages=_PARTNERS, group=3,
        about="Show the people of this board file.",
    ),
    Command(
        id="partners.seats", text="Seats", menu=Menu.VIEW, keys=("Alt+3",), icon="identification-card",
        pages=_PARTNERS, group=3, about="Show the seats of this board, in their order.",
    ),
    Command(
        id="partners.sector", text="Narrow to a sector", menu=Menu.VIEW, keys=("S",), icon="funnel", pages=_PARTNERS,
        group=4, about="Show the partners of one sector.",
    ),
    Command(
        id="partners.board", text="Narrow to this board", menu=Menu.VIEW, keys=("B",), icon="funnel",
        pages=_PARTNERS, group=4, about="Show all partners in the file, or those who sit on this board today.",
    ),
    Command(
        id="partners.words", text="Narrow to words", menu=Menu.VIEW, keys=("/",), icon="magnifying-glass",
        pages=_PARTNERS, group=4, about="Show the partners whose name holds some words.",
    ),
    Command(
        id="settings.terms", text="Terms from a day on", menu=Menu.RECORD, keys=("Ctrl+N",), icon="calendar",
        pages=_SETTINGS, writes=True, about="Begin new terms of reference; those until then stay as they were.",
    ),
    Command(
        id="phrase.add", text="New stock phrase", menu=Menu.RECORD, keys=("Ctrl+;",), icon="plus", pages=_SETTINGS,
        writes=True, group=4, about="Write a sentence that minutes use often, to be put in by one key.",
    ),
    Command(
        id="phrase.change", text="Word the phrase anew", menu=Menu.RECORD, keys=("Shift+F2",), icon="pencil-simple",
        pages=_SETTINGS, writes=True, group=4,
        about="Change the stock phrase that is chosen in its list; minutes with it stay. Enter does so too.",
    ),
    Command(
        id="phrase.up", text="Move the phrase up", menu=Menu.RECORD, keys=("Alt+Up",), icon="arrow-up",
        pages=_SETTINGS, writes=True, group=4, about="Offer the chosen stock phrase before the one above it.",
    ),
    Command(
        id="phrase.down", text="Move the phrase down", menu=Menu.RECORD, keys=("Alt+Down",), icon="arrow-down",
        pages=_SETTINGS, writes=True, group=4, about="Offer the chosen stock phrase behind the one below it.",
    ),
    Command(
        id="phrase.remove", text="Remove the phrase", menu=Menu.RECORD, keys=("Ctrl+Del",), icon="trash",
        pages=_SETTINGS, writes=True, group=4,
        about="Take the chosen stock phrase out; minutes that it was put into stay. Undo brings it back.",
    ),
    Command(
        id="settings.check", text="Check the board file", menu=Menu.FILE, keys=("Ctrl+Shift+C",), icon="check-circle",
        pages=_SETTINGS, group=2, about="See that every page, row, paper and seal in the file is as it was written.",
    ),
    Command(
        id="settings.backup", text="Back up now", menu=Menu.FILE, keys=("Ctrl+B",), icon="copy",
        pages=_SETTINGS, group=2, about="Write a verified copy into the folder for backups.",
    ),
)
# fmt: on
