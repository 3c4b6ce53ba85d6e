"""Commands of the meetings: the list, one meeting's agenda, item, people, and its minutes."""

from boardroom.ui.commands.command import Command, Menu
from boardroom.ui.commands.item import ITEM
from boardroom.ui.commands.minutes import MINUTES
from boardroom.ui.commands.people import PEOPLE
from boardroom.ui.commands.planning import PLANNING

_HERE = ("meetings",)
_ROOM = ("meeting", "room")
_BOTH = ("meetings", *_ROOM)
_LISTED = ("meetings", "minutes")

# fmt: off
_LIFE: tuple[Command, ...] = (
    Command(
        id="meetings.plan", text="Plan a meeting", menu=Menu.MEETING, keys=("Ctrl+Shift+P",), icon="calendar",
        pages=_HERE, writes=True,
        about="Begin a meeting with a likely day, the last one's times and place, and what stands on every agenda.",
    ),
    Command(
        id="meetings.open", text="Open the meeting", menu=Menu.MEETING, keys=("Ctrl+Return",), icon="users-three",
        pages=_HERE, about="Show its agenda, its people and what is said at each item. Enter does the same.",
    ),
    Command(
        id="meeting.minutes", text="Minutes", menu=Menu.MEETING, keys=("Ctrl+M",), icon="file-text", pages=_BOTH,
        about="Show the whole minutes of the meeting as one page.",
    ),
    Command(
        id="meetings.details", text="Name, day and venue", menu=Menu.MEETING, keys=("Ctrl+I",), icon="pencil-simple",
        pages=_HERE, about="Change what the meeting is called, its kind, its day, its times and its venue.",
    ),
    Command(
        id="meetings.notice", text="Give notice", menu=Menu.MEETING, keys=("Ctrl+G",), icon="megaphone", pages=_HERE,
        writes=True, group=1,
        about="Record that notice of the meeting goes out today. Undo does not reach behind it.",
    ),
    Command(
        id="meetings.held", text="Mark as held", menu=Menu.MEETING, keys=("Ctrl+Shift+H",), icon="check-circle",
        pages=_HERE, writes=True, group=1, about="Say that the meeting took place.",
    ),
    Command(
        id="meetings.reconvene", text="Reconvene", menu=Menu.MEETING, keys=("Ctrl+Shift+R",), icon="arrow-clockwise",
        pages=_HERE, writes=True, group=1,
        about="Go on with an adjourned meeting on another day: one record, two days.",
    ),
    Command(
        id="meetings.call_off", text="Call off or postpone", menu=Menu.MEETING, keys=("Ctrl+Shift+C",),
        icon="prohibit", pages=_HERE, writes=True, group=1,
        about="Cancel or postpone the meeting, with the reason that those invited are told.",
    ),
    Command(
        id="meetings.draft", text="Minutes are drafted", menu=Menu.MEETING, keys=("Ctrl+Shift+D",), icon="note-pencil",
        pages=_LISTED, writes=True, group=2, about="Say that the draft minutes can be circulated.",
    ),
    Command(
        id="meetings.confirm", text="Confirm minutes", menu=Menu.MEETING, keys=("Ctrl+Shift+M",), icon="check-square",
        pages=_LISTED, writes=True, group=2,
        about="Record that a decision of a later meeting approved the minutes as a correct record.",
    ),
    Command(
        id="meetings.seal", text="Seal minutes", menu=Menu.MEETING, keys=("Ctrl+Shift+E",), icon="lock", pages=_LISTED,
        writes=True, group=2,
        about="Let confirmed and signed minutes be changed no more, only corrected. Undo does not reach behind it.",
    ),
    Command(
        id="meetings.remove", text="Remove the meeting", menu=Menu.MEETING, keys=("Ctrl+Shift+X",), icon="trash",
        pages=_HERE, writes=True, group=3,
        about="Take out a planned meeting that nobody has seen. Del in the list does the same. Undo brings it back.",
    ),
    Command(
        id="meetings.agenda", text="Agenda, or the list again", menu=Menu.GO, keys=("F2",), pages=_HERE, group=3,
        about="Go from the list of meetings to the agenda of the chosen one, and back.",
    ),
    Command(
        id="meetings.words", text="Narrow to words", menu=Menu.VIEW, keys=("/",), icon="magnifying-glass", pages=_HERE,
        group=3, about="Show the meetings whose name, venue or day holds some words.",
    ),
)

_AGENDA: tuple[Command, ...] = (
    Command(
        id="item.add", text="Add item", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus", pages=_BOTH, writes=True,
        about="Put a new item below the one you chose, else at the end; its title is ready to be typed.",
    ),
    Command(
        id="item.add_below", text="Add sub-item", menu=Menu.RECORD, keys=("Ctrl+Shift+Return",),
        icon="arrow-bend-down-right", pages=_BOTH, writes=True, about="Put a new item under the chosen one.",
    ),
    Command(
        id="item.rename", text="Rename the item", menu=Menu.RECORD, keys=("Ctrl+R",), icon="pencil-simple", pages=_BOTH,
        writes=True, about="Change the title of the chosen item where it stands.",
    ),
    Command(
        id="item.details", text="Item’s particulars and papers", menu=Menu.RECORD, keys=("Ctrl+D",), icon="sliders",
        pages=_BOTH, about="Kind, lead, minutes, papers, and whether the public may read it.",
    ),
    Command(
        id="item.up", text="Move the item up", menu=Menu.RECORD, keys=("Alt+Up",), icon="arrow-up", pages=_BOTH,
        writes=True, group=1, about="Put the chosen item, with all under it, before the one above it.",
    ),
    Command(
        id="item.down", text="Move the item down", menu=Menu.RECORD, keys=("Alt+Down",), icon="arrow-down", pages=_BOTH,
        writes=True, group=1, about="Put the chosen item, with all under it, behind the one below it.",
    ),
    Command(
        id="item.in", text="Make it a sub-item", menu=Menu.RECORD, keys=("Alt+Shift+Right",), icon="caret-right",
        pages=_BOTH, writes=True, group=1, about="Put the chosen item under the one above it.",
    ),
    Command(
        id="item.out", text="Make it an item of its own", menu=Menu.RECORD, keys=("Alt+Shift+Left",),
        icon="caret-left", pages=_BOTH, writes=True, group=1,
        about="Take the chosen sub-item out from under the item above it.",
    ),
    Command(
        id="item.tick", text="Taken, or open again", menu=Menu.RECORD, keys=("Ctrl+T",), icon="check",
        pages=("meetings", "meeting"), writes=True, group=2,
        about="Tick the chosen item as taken. Space in the agenda does the same.",
    ),
    Command(
        id="item.defer", text="Defer the item", menu=Menu.RECORD, keys=("Ctrl+Shift+G",), icon="calendar-blank",
        pages=_BOTH, writes=True, group=2, about="Say to which meeting the chosen item is deferred.",
    ),
    Command(
        id="item.withdraw", text="Withdraw the item", menu=Menu.RECORD, keys=("Ctrl+Shift+W",), icon="x-circle",
        pages=_BOTH, writes=True, group=2, about="Take the chosen item off the business; its number stays.",
    ),
    Command(
        id="item.remove", text="Remove the item", menu=Menu.RECORD, keys=("Ctrl+Shift+Del",), icon="trash", pages=_BOTH,
        writes=True, group=2,
        about="Take an item that nobody has seen off the agenda. Del in the agenda does the same. Undo brings it back.",
    ),
    Command(
        id="meeting.agenda", text="Go to the agenda", menu=Menu.GO, keys=("F2",), pages=_ROOM, group=3,
        about="Put the focus on the agenda; where it lies over the item, the same key closes it again.",
    ),
    Command(
        id="meeting.item", text="Go to the item", menu=Menu.GO, keys=("F3",), pages=_ROOM, group=3,
        about="Put the focus on the item that is chosen in the agenda.",
    ),
    Command(
        id="meeting.people", text="Go to the people", menu=Menu.GO, keys=("F4",), pages=_ROOM, group=3,
        about="Put the focus on who is there, and on what they declared.",
    ),
    Command(
        id="item.next", text="Next item", menu=Menu.GO, keys=("Ctrl+PgDown",), pages=("meeting",), group=3,
        about="Show the item that follows on the agenda.",
    ),
    Command(
        id="item.previous", text="Previous item", menu=Menu.GO, keys=("Ctrl+PgUp",), pages=_ROOM, group=3,
        about="Show the item before.",
    ),
    Command(
        id="paper.attach", text="Attach a paper…", menu=Menu.RECORD, keys=("Ctrl+U",), icon="paperclip", pages=_BOTH,
        writes=True, group=3, about="Choose a file that goes with the chosen item; it is kept inside the board file.",
    ),
    Command(
        id="paper.promise", text="Paper to follow", menu=Menu.RECORD, keys=("Ctrl+Shift+U",), icon="clock",
        pages=_BOTH, writes=True, group=3, about="Announce a paper of the chosen item; its file can come later.",
    ),
    Command(
        id="paper.restrict", text="Restrict the paper, or open it", menu=Menu.RECORD, keys=("Shift+F5",),
        icon="eye-slash", pages=_BOTH, writes=True, group=3,
        about="Keep the chosen paper of the item from the public, or let the public read it again.",
    ),
)
# fmt: on

MEETINGS: tuple[Command, ...] = (*_LIFE, *PLANNING, *_AGENDA, *ITEM, *PEOPLE, *MINUTES)
