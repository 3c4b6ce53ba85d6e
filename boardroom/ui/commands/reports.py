"""Commands of the reports."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
REPORTS: tuple[Command, ...] = (
    Command(
        id="reports.period", text="Choose the time", menu=Menu.VIEW, keys=("Y",), icon="calendar", pages=("reports",),
        group=3, about="Let the report be of this year, of an earlier one, or of all the time there is.",
    ),
    Command(
        id="reports.days", text="Choose the days", menu=Menu.VIEW, keys=("D",), icon="calendar", pages=("reports",),
        group=3, about="Let the report be of the time from one day to another, such as a financial year.",
    ),
    Command(
        id="reports.audience", text="Choose the readers", menu=Menu.VIEW, keys=("R",), icon="users",
        pages=("reports",), group=3, about="Members, or the public, whose report leaves restricted matter out.",
    ),
    Command(
        id="reports.format", text="Choose the format", menu=Menu.VIEW, keys=("F",), icon="file-text",
        pages=("reports",), group=3, about="PDF, Word document, web page or Markdown.",
    ),
)
# fmt: on
