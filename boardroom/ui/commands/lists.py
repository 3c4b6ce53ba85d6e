"""Commands of Home, proposals, actions, decisions and search."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
_HOME: tuple[Command, ...] = (
    Command(
        id="home.item", text="New agenda item", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus", pages=("home",),
        writes=True, about="Put an item last on the agenda of the next meeting.",
    ),
    Command(
        id="home.meeting", text="Open the next meeting", menu=Menu.MEETING, keys=("Ctrl+M",), icon="users-three",
        pages=("home",), about="Show its agenda, its people and what is said at each item.",
    ),
    Command(
        id="home.notice", text="Give notice", menu=Menu.MEETING, keys=("Ctrl+G",), icon="megaphone", pages=("home",),
        writes=True, about="Record that notice of the next meeting goes out today. Undo does not reach behind it.",
    ),
    Command(
        id="home.plan", text="Plan a meeting", menu=Menu.MEETING, keys=("Ctrl+Shift+M",), icon="calendar",
        pages=("home",), writes=True, about="Begin a meeting; its day can follow.",
    ),
    Command(
        id="home.done", text="Mark the action as done", menu=Menu.RECORD, keys=("D",), icon="check-square",
        pages=("home",), writes=True, about="Say of the chosen action that it is done, today. Space does the same.",
    ),
)

_ACTIONS: tuple[Command, ...] = (
    Command(
        id="actions.new", text="New action", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus", pages=("actions",),
        writes=True, about="Record what somebody is to do between meetings.",
    ),
    Command(
        id="actions.done", text="Done, or open again", menu=Menu.RECORD, keys=("D",), icon="check-square",
        pages=("actions",), writes=True, about="Say of the chosen action that it is done. Space does the same.",
    ),
    Command(
        id="actions.update", text="Say how it goes", menu=Menu.RECORD, keys=("U",), icon="note-pencil",
        pages=("actions",), writes=True, about="Add a line to what became of the chosen action.",
    ),
    Command(
        id="actions.source", text="Go to its agenda item", menu=Menu.RECORD, keys=("G",), icon="arrow-square-out",
        pages=("actions",), about="Show the meeting and the item that the chosen action comes from.",
    ),
    Command(
        id="actions.remove", text="Remove the action", menu=Menu.RECORD, keys=("Del",), icon="trash",
        pages=("actions",), writes=True, group=1, about="Take the chosen action off the log. Undo brings it back.",
    ),
    Command(
        id="actions.standing", text="Choose which actions are shown", menu=Menu.VIEW, keys=("S",), icon="funnel",
        pages=("actions",), group=3, about="Open, overdue, done, dropped or all of them.",
    ),
    Command(
        id="actions.owner", text="Narrow to an owner", menu=Menu.VIEW, keys=("O",), icon="user", pages=("actions",),
        group=3, about="Show the actions of a person, a role or an organisation.",
    ),
    Command(
        id="actions.words", text="Narrow to words", menu=Menu.VIEW, keys=("/",), icon="magnifying-glass",
        pages=("actions",), group=3, about="Show the actions that hold some words.",
    ),
)

_DECISIONS: tuple[Command, ...] = (
    Command(
        id="decisions.new", text="New decision", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus",
        pages=("decisions",), writes=True, about="Record a decision that was taken between meetings.",
    ),
    Command(
        id="decisions.source", text="Go to its agenda item", menu=Menu.RECORD, keys=("G",), icon="arrow-square-out",
        pages=("decisions",), about="Show the meeting and the item at which the chosen decision was taken.",
    ),
    Command(
        id="decisions.remove", text="Remove the decision", menu=Menu.RECORD, keys=("Del",), icon="trash",
        pages=("decisions",), writes=True, group=1,
        about="Take the chosen decision off the register. Undo brings it back.",
    ),
    Command(
        id="decisions.result", text="Narrow to a result", menu=Menu.VIEW, keys=("S",), icon="funnel",
        pages=("decisions",), group=3, about="Show the decisions that had one result.",
    ),
    Command(
        id="decisions.provisional", text="Only those to ratify", menu=Menu.VIEW, keys=("P",), icon="scales",
        pages=("decisions",), group=3, about="Show the decisions that were taken without a quorum and wait.",
    ),
    Command(
        id="decisions.words", text="Narrow to words", menu=Menu.VIEW, keys=("/",), icon="magnifying-glass",
        pages=("decisions",), group=3, about="Show the decisions that hold some words.",
    ),
)

_PROPOSALS: tuple[Command, ...] = (
    Command(
        id="proposals.new", text="New proposal", menu=Menu.RECORD, keys=("Ctrl+N",), icon="plus",
        pages=("proposals",), writes=True, about="Record what a partner puts forward between meetings.",
    ),
    Command(
        id="proposals.answer", text="Answer the proposal", menu=Menu.RECORD, keys=("A",), icon="chat-centered-text",
        pages=("proposals",), writes=True, about="Say what became of the chosen proposal, and why.",
    ),
    Command(
        id="proposals.record", text="Record the answer", menu=Menu.RECORD, keys=("Ctrl+Return", "Ctrl+Enter"),
        icon="check", pages=("proposals",), writes=True, about="Keep the answer that is being written.",
    ),
    Command(
        id="proposals.told", text="They were told today", menu=Menu.RECORD, keys=("T",), icon="paper-plane-tilt",
        pages=("proposals",), writes=True,
        about="Record that those who put the proposal were told its answer. Undo does not reach behind it.",
    ),
    Command(
        id="proposals.source", text="Go to its agenda item", menu=Menu.RECORD, keys=("G",), icon="arrow-square-out",
        pages=("proposals",), about="Show the meeting and the item at which the chosen proposal came up.",
    ),
    Command(
        id="proposals.bring", text="Bring to an agenda item", menu=Menu.RECORD, keys=("B",),
        icon="arrow-bend-down-right", pages=("proposals",), writes=True,
        about="Let a proposal that came in between meetings come up at an item of the next one.",
    ),
    Command(
        id="proposals.left", text="Move to the column on the left", menu=Menu.RECORD, keys=("Shift+Left",),
        icon="arrow-left", pages=("proposals",), writes=True, group=2,
        about="Answer the chosen proposal as the column beside its own says; the reason is asked for.",
    ),
    Command(
        id="proposals.right", text="Move to the column on the right", menu=Menu.RECORD, keys=("Shift+Right",),
        icon="arrow-right", pages=("proposals",), writes=True, group=2,
        about="Answer the chosen proposal as the column beside its own says; the reason is asked for.",
    ),
    Command(
        id="proposals.tie", text="Choose its strand", menu=Menu.RECORD, keys=("W",), icon="path",
        pages=("proposals",), writes=True, group=3, about="Say which strand the chosen proposal belongs to.",
    ),
    Command(
        id="proposals.tabled", text="Tabled today, or not", menu=Menu.RECORD, keys=("D",), icon="tray",
        pages=("proposals",), writes=True, group=3,
        about="Say that the board has the chosen proposal before it today, or take that back.",
    ),
    Command(
        id="proposals.consider", text="Consider at another item", menu=Menu.RECORD, keys=("C",), icon="list-bullets",
        pages=("proposals",), writes=True, group=3,
        about="Let an item of the next meeting consider the chosen proposal, beside the one that it came up at.",
    ),
    Command(
        id="proposals.earlier", text="Choose the one that it takes up", menu=Menu.RECORD, keys=("E",),
        icon="arrow-counter-clockwise", pages=("proposals",), writes=True, group=3,
        about="Say which earlier proposal the chosen one takes up again.",
    ),
    Command(
        id="proposals.action", text="Tie an action to it", menu=Menu.RECORD, keys=("X",), icon="link",
        pages=("proposals",), writes=True, group=3, about="Say which action carries the chosen proposal out.",
    ),
    Command(
        id="proposals.letters", text="Answers to partners", menu=Menu.RECORD, keys=("L",), icon="paper-plane-tilt",
        pages=("proposals",), group=4,
        about="Write each partner what became of its proposals, and record that it was told.",
    ),
    Command(
        id="proposals.remove", text="Remove the proposal", menu=Menu.RECORD, keys=("Del",), icon="trash",
        pages=("proposals",), writes=True, group=1,
        about="Take out a proposal that was recorded by mistake and has no answer. Undo brings it back.",
    ),
    Command(
        id="proposals.view", text="Board or list", menu=Menu.VIEW, keys=("Ctrl+L",), icon="columns",
        pages=("proposals",), group=3, about="Show the proposals by state, or all of them one below the other.",
    ),
    Command(
        id="proposals.sector", text="Narrow to a sector", menu=Menu.VIEW, keys=("S",), icon="funnel",
        pages=("proposals",), group=3, about="Show the proposals that organisations of one sector put.",
    ),
    Command(
        id="proposals.strand", text="Narrow to a strand", menu=Menu.VIEW, keys=("N",), icon="funnel",
        pages=("proposals",), group=3, about="Show the proposals that belong to one strand.",
    ),
    Command(
        id="proposals.since", text="Narrow to a time", menu=Menu.VIEW, keys=("Y",), icon="calendar",
        pages=("proposals",), group=3, about="Show the proposals since the beginning of a year.",
    ),
    Command(
        id="proposals.words", text="Narrow to words", menu=Menu.VIEW, keys=("/",), icon="magnifying-glass",
        pages=("proposals",), group=3, about="Show the proposals that hold some words.",
    ),
    Command(
        id="proposals.reasons", text="Reasons by sector", menu=Menu.VIEW, keys=("R",), icon="table",
        pages=("proposals",), group=3, about="Show why proposals were declined, sector by sector, or go back.",
    ),
)

_ANSWERS: tuple[Command, ...] = (
    Command(
        id="answers.write", text="Write the ticked", menu=Menu.FILE, keys=("Ctrl+Return",), icon="export",
        pages=("answers",), group=1, about="Write the answers to each partner that is ticked into a folder.",
    ),
    Command(
        id="answers.told", text="They were told", menu=Menu.RECORD, keys=("T",), icon="paper-plane-tilt",
        pages=("answers",), writes=True,
        about="Record that the partners that are ticked were told their answers. Undo does not reach behind it.",
    ),
    Command(
        id="answers.tick", text="Tick, or not", menu=Menu.RECORD, keys=("X",), icon="check", pages=("answers",),
        about="Say whether the chosen partner is written to. Space does the same.",
    ),
    Command(
        id="answers.all", text="Tick all, or none", menu=Menu.RECORD, keys=("A",), icon="check-square",
        pages=("answers",), about="Tick every partner. Space ticks the chosen one.",
    ),
    Command(
        id="answers.proposals", text="Proposals", menu=Menu.GO, keys=("L",), icon="chat-centered-text",
        pages=("answers",), group=3, about="Go back to the proposals.",
    ),
)
# fmt: on

LISTS: tuple[Command, ...] = (*_HOME, *_PROPOSALS, *_ANSWERS, *_ACTIONS, *_DECISIONS)
