"""Commands of the item column of the Meeting page: its notes and minute text, and what is recorded at the item."""

from boardroom.ui.commands.command import Command, Menu

_HERE = ("meeting", "room")
_TYPED = (*_HERE, "minutes")

# fmt: off
_TEXTS: tuple[Command, ...] = (
    Command(
        id="words.take_over", text="Take the note over", menu=Menu.RECORD, keys=("Ctrl+Enter", "Ctrl+Return"),
        icon="arrow-right", pages=_HERE, writes=True, group=3,
        about="Put the note under the caret, or those selected, into the minute text. In a form: done with it.",
    ),
    Command(
        id="words.became", text="Show what the note became", menu=Menu.RECORD, keys=("Alt+Return", "Alt+Enter"),
        icon="link", pages=_HERE, group=3,
        about="Show the proposal, decision, action or point that was recorded from the line under the caret.",
    ),
    Command(
        id="words.versions", text="Versions of this item", menu=Menu.MEETING, keys=("Shift+F3",), icon="git-diff",
        pages=_HERE, group=3,
        about="Compare the item’s notes and minute text with what they said before, and bring a paragraph back.",
    ),
    Command(
        id="words.bold", text="Bold", menu=Menu.EDIT, keys=("Ctrl+B",), icon="text-bolder", pages=_TYPED,
        writes=True, group=2, about="Set what is selected, or what is typed next, in bold letters.",
    ),
    Command(
        id="words.italic", text="Italic", menu=Menu.EDIT, keys=("Ctrl+I",), icon="text-italic", pages=_TYPED,
        writes=True, group=2, about="Set what is selected, or what is typed next, in italic letters.",
    ),
    Command(
        id="words.bullets", text="Bulleted list", menu=Menu.EDIT, keys=("Ctrl+Shift+8",), icon="list-bullets",
        pages=_TYPED, writes=True, group=2, about="Make the paragraphs a list, or take its signs off.",
    ),
    Command(
        id="words.numbers", text="Numbered list", menu=Menu.EDIT, keys=("Ctrl+Shift+7",), icon="list-numbers",
        pages=_TYPED, writes=True, group=2, about="Number the paragraphs, or take the numbers off.",
    ),
    Command(
        id="words.language", text="Language of the paragraph", menu=Menu.EDIT, keys=("Ctrl+L",), icon="translate",
        pages=_TYPED, writes=True, group=2,
        about="Say in turn that the paragraphs are Welsh, English, or in the board's own language.",
    ),
    Command(
        id="words.restricted", text="Restrict the paragraph", menu=Menu.EDIT, keys=("Ctrl+Shift+R",),
        icon="eye-slash", pages=_TYPED, writes=True, group=2,
        about="Keep the paragraphs from the public, or open them again.",
    ),
    Command(
        id="words.phrase", text="Stock phrase…", menu=Menu.EDIT, keys=("Ctrl+;",), icon="bookmark-simple",
        pages=_TYPED, writes=True, group=2,
        about="Pick one of the board’s stock phrases and put it in at the caret. They are kept in Board settings.",
    ),
    Command(
        id="words.spelling", text="Spelling suggestions", menu=Menu.EDIT, keys=("Shift+F7",), icon="text-aa",
        pages=_TYPED, writes=True, group=2,
        about="Offer other spellings of the word at the caret, or of the next word that is spelt wrong.",
    ),
)
_RECORDS: tuple[Command, ...] = (
    Command(
        id="record.point", text="New point", menu=Menu.RECORD, keys=("F5",), icon="megaphone",
        pages=_HERE, writes=True, group=4,
        about="Record what somebody contributed to the item; of a note that says who spoke, a second key its kind.",
    ),
    Command(
        id="record.proposal", text="New proposal", menu=Menu.RECORD, keys=("F8",), icon="chat-centered-text",
        pages=_HERE, writes=True, group=4,
        about="Record what a partner puts forward at the item.",
    ),
    Command(
        id="record.answer", text="Answer the proposal", menu=Menu.RECORD, keys=("Shift+F8",), icon="check-circle",
        pages=_HERE, writes=True, group=4,
        about="Say what became of the chosen proposal, and why. On the list of proposals, A does the same.",
    ),
    Command(
        id="record.motion", text="New motion", menu=Menu.RECORD, keys=("Ctrl+Shift+M",), icon="hand-palm",
        pages=_HERE, writes=True, group=4,
        about="Record a wording that is put to the meeting.",
    ),
    Command(
        id="record.amendment", text="Amend the motion", menu=Menu.RECORD, keys=("Shift+F9",),
        icon="arrow-bend-down-right", pages=_HERE, writes=True, group=4,
        about="Record an amendment of the chosen motion: the wording as it would then stand.",
    ),
    Command(
        id="record.vote", text="Put to the vote", menu=Menu.RECORD, keys=("F9",), icon="check-square",
        pages=_HERE, writes=True, group=4,
        about="Record a vote on the chosen motion or decision.",
    ),
    Command(
        id="record.decision", text="New decision", menu=Menu.RECORD, keys=("Ctrl+J",), icon="scales",
        pages=_HERE, writes=True, group=4,
        about="Record what was settled at the item.",
    ),
    Command(
        id="record.agree", text="Agreed without objection", menu=Menu.RECORD, keys=("Ctrl+F9",), icon="check-circle",
        pages=_HERE, writes=True, group=4,
        about="Record the chosen motion, or the decision that is typed, as agreed: nobody objected. "
        "Of a motion that a vote carried, record the decision.",
    ),
    Command(
        id="record.dissent", text="Dissent in their own words", menu=Menu.RECORD, keys=("Ctrl+F5",),
        icon="chat-centered-text", pages=_HERE, writes=True, group=4,
        about="Record who disagrees with the chosen decision, or with the last one, and in what words.",
    ),
    Command(
        id="record.ratify", text="Ratify an earlier decision", menu=Menu.RECORD, keys=("Ctrl+Shift+F9",),
        icon="scales", pages=_HERE, writes=True, group=4,
        about="List what was decided without a quorum; Enter ratifies it at this item, without objection.",
    ),
    Command(
        id="record.action", text="New action", menu=Menu.RECORD, keys=("Ctrl+G",), icon="check-square",
        pages=_HERE, writes=True, group=4,
        about="Record what somebody is to do.",
    ),
    Command(
        id="record.remove", text="Remove what is chosen under the item", menu=Menu.RECORD, keys=("Ctrl+Del",),
        icon="trash", pages=_HERE, writes=True, group=4,
        about="Take out the chosen point, proposal, motion, vote, decision or action. On its list, Del does the same.",
    ),
)
# fmt: on

ITEM: tuple[Command, ...] = (*_TEXTS, *_RECORDS)
