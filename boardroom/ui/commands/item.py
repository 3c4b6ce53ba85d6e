"""Commands of the item column of the Meeting page: its notes and minute text, and what is recorded at the item."""

from boardroom.ui.commands.command import Command, Menu

# fmt: off
_TEXTS: tuple[Command, ...] = (
    Command(
        id="words.take_over", text="Take the note over", menu=Menu.RECORD, keys=("Ctrl+Enter", "Ctrl+Return"),
        icon="arrow-right", pages=("meeting",), writes=True, group=3,
        about="Put the note under the caret, or those selected, into the minute text. In a form: done with it.",
    ),
    Command(
        id="words.bold", text="Bold", menu=Menu.EDIT, keys=("Ctrl+B",), icon="text-bolder", pages=("meeting",),
        writes=True, group=2, about="Set what is selected, or what is typed next, in bold letters.",
    ),
    Command(
        id="words.italic", text="Italic", menu=Menu.EDIT, keys=("Ctrl+I",), icon="text-italic", pages=("meeting",),
        writes=True, group=2, about="Set what is selected, or what is typed next, in italic letters.",
    ),
    Command(
        id="words.bullets", text="Bulleted list", menu=Menu.EDIT, keys=("Ctrl+Shift+8",), icon="list-bullets",
        pages=("meeting",), writes=True, group=2, about="Make the paragraphs a list, or take its signs off.",
    ),
    Command(
        id="words.numbers", text="Numbered list", menu=Menu.EDIT, keys=("Ctrl+Shift+7",), icon="list-numbers",
        pages=("meeting",), writes=True, group=2, about="Number the paragraphs, or take the numbers off.",
    ),
    Command(
        id="words.language", text="Language of the paragraph", menu=Menu.EDIT, keys=("Ctrl+L",), icon="translate",
        pages=("meeting",), writes=True, group=2,
        about="Say in turn that the paragraphs are Welsh, English, or in the board's own language.",
    ),
    Command(
        id="words.restricted", text="Restrict the paragraph", menu=Menu.EDIT, keys=("Ctrl+Shift+R",),
        icon="eye-slash", pages=("meeting",), writes=True, group=2,
        about="Keep the paragraphs from the public, or open them again.",
    ),
)
# fmt: on

ITEM: tuple[Command, ...] = (*_TEXTS,)
