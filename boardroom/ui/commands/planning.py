"""Commands that plan meetings: by a rule, from a template, with what is left to them."""

from boardroom.ui.commands.command import Command, Menu

_MEETINGS = ("meetings",)

# fmt: off
PLANNING: tuple[Command, ...] = (
    Command(
        id="meetings.series", text="Plan a series…", menu=Menu.MEETING, keys=("Ctrl+L",), icon="calendar",
        pages=_MEETINGS, writes=True,
        about="Plan the next meetings by a rule, such as monthly on the second Thursday; each day is shown before.",
    ),
    Command(
        id="meetings.carry", text="Carry forward what is open", menu=Menu.MEETING, keys=("Ctrl+Shift+L",),
        icon="arrow-bend-down-right", pages=_MEETINGS, writes=True,
        about="Minutes to confirm, open actions, deferred items and unanswered proposals go on the agenda; none twice.",
    ),
    Command(
        id="meetings.template", text="Keep this agenda as a template…", menu=Menu.MEETING, keys=("Ctrl+Shift+T",),
        icon="bookmark-simple", pages=_MEETINGS, writes=True,
        about="Keep its items under a name, so that other meetings can begin with them; the same name makes it anew.",
    ),
)
# fmt: on
