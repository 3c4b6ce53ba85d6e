"""Commands that plan meetings: by a rule, from a template, with what is left to them; and those of templates."""

from boardroom.ui.commands.command import Command, Menu

_MEETINGS = ("meetings",)
_SETTINGS = ("settings",)

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
    Command(
        id="template.rename", text="Rename the template", menu=Menu.RECORD, keys=("F2",), icon="pencil-simple",
        pages=_SETTINGS, writes=True, group=1, about="Give the template that is chosen in its list another name.",
    ),
    Command(
        id="template.remove", text="Remove the template", menu=Menu.RECORD, keys=("Ctrl+Shift+Del",), icon="trash",
        pages=_SETTINGS, writes=True, group=1,
        about="Take the chosen template out; agendas made from it stay.",
    ),
    Command(
        id="series.end", text="Let the series go", menu=Menu.RECORD, keys=("Ctrl+Shift+L",), icon="calendar-blank",
        pages=_SETTINGS, writes=True, group=1,
        about="End the chosen series; its meetings stay.",
    ),
)
# fmt: on
