"""The stock phrases of a board: written, worded anew, put in order, taken out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from boardroom.services.phrases import add_phrase, change_phrase, move_phrase, remove_phrase
from boardroom.store.queries.phrases import phrases_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.settings_section import Section
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk

_OF_ONE = ("phrase.change", "phrase.up", "phrase.down", "phrase.remove")
_IN_A_ROW = 2


class PhrasesSection(Section):
    """One list, in the order in which phrases are offered while minutes are written."""

    commands_changed = Signal()
    """What is chosen has moved."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self._board_id: UUID | None = None
        self._texts: dict[UUID, str] = {}
        self._wanted: UUID | None = None
        self.asking = Asking()
        key = COMMANDS["words.phrase"].key
        none = self.tr("None yet. What is written here can be put into minutes and notes with {}.").format(key)
        self.listed = Listed(self.tr("Stock phrases"), none)
        self.listed.opened.connect(self.ask_change)
        self.listed.rows.chosen.connect(self._on_chosen)
        self._buttons: dict[str, CommandButton] = {}
        self._grid = QGridLayout()
        for at, (command, slot) in enumerate(self.slots().items()):
            said = COMMANDS[command]
            button = CommandButton(said.said, said.key, said.icon, role="small")
            button.clicked.connect(slot)
            self._buttons[command] = button
            self._grid.addWidget(button, at // _IN_A_ROW, at % _IN_A_ROW)
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        self.column.addWidget(self.listed)
        self.column.addWidget(self.asking)
        self.column.addLayout(self._grid)
        wardrobe().changed.connect(self._space_buttons)
        self._space_buttons()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of phrases."""
        return {
            "phrase.add": self.ask_new,
            "phrase.change": self.ask_change,
            "phrase.up": self.up,
            "phrase.down": self.down,
            "phrase.remove": self.remove,
        }

    def why_not(self, command: str) -> str:
        """Return why a command can't run now."""
        if command not in _OF_ONE:
            return ""
        chosen = self._chosen()
        if chosen is None:
            return self.tr("no phrase is chosen") if self._texts else self.tr("there is no phrase")
        ids = list(self._texts)
        if command == "phrase.up" and chosen == ids[0]:
            return self.tr("it is the first one")
        return self.tr("it is the last one") if command == "phrase.down" and chosen == ids[-1] else ""

    def want(self, phrase_id: UUID) -> None:
        """Choose a phrase when the board is shown next."""
        self._wanted = phrase_id

    def step_out(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw()

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        if view.id != self._board_id:
            self.asking.withdraw()
        self._board_id = view.id
        self._texts = {one.id: one.text for one in self.desk.read(phrases_of, view.id)}
        self.listed.show_rows([_row(one, text) for one, text in self._texts.items()])
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.listed.rows.choose(wanted)
        if self.listed.rows.chosen_id() is None:
            self.listed.rows.choose_first()
        for command in _OF_ONE:
            self._buttons[command].setVisible(bool(self._texts))
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        for command, button in self._buttons.items():
            button.explain(self.desk.read_only or self.why_not(command))
        self.commands_changed.emit()

    @Slot()
    def ask_new(self) -> None:
        """Ask for another phrase."""
        self._ask(None, "", self.tr("Keep the phrase"))

    @Slot()
    def ask_change(self) -> None:
        """Ask how the chosen phrase is worded from now on."""
        chosen = self._chosen()
        if chosen is not None:
            self._ask(chosen, self._texts[chosen], self.tr("Word it so"))

    def _ask(self, phrase_id: UUID | None, text: str, button: str) -> None:
        if self.desk.read_only:
            return
        words = TextField(
            self.tr("Phrase"),
            needed=self.tr("Write the phrase."),
            placeholder=self.tr("The board noted the report and thanked those who had prepared it."),
        )
        words.open(text)
        sentence = self.tr("It is put into minutes and notes as it stands here, and can be changed there.")
        self.asking.ask(sentence, button, partial(self._keep, phrase_id, words), [words])

    def _keep(self, phrase_id: UUID | None, words: TextField) -> str:
        said = words.value
        if phrase_id is None:
            return self.keep(self.tr("Keep the phrase “{}”").format(short_name(said)), add_phrase, self._board_id, said)
        return self.keep(self.tr("Word a phrase anew: “{}”").format(short_name(said)), change_phrase, phrase_id, said)

    @Slot()
    def up(self) -> None:
        """Move the chosen phrase up."""
        self._move(self.tr("Move the phrase “{}” up"), -1)

    @Slot()
    def down(self) -> None:
        """Move the chosen phrase down."""
        self._move(self.tr("Move the phrase “{}” down"), 1)

    def _move(self, said: str, by: int) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.desk.attempt(said.format(short_name(self._texts[chosen])), move_phrase, chosen, by=by)

    @Slot()
    def remove(self) -> None:
        """Take the chosen phrase out."""
        chosen = self._chosen()
        if chosen is not None:
            said = self.tr("Remove the phrase “{}”").format(short_name(self._texts[chosen]))
            self.desk.attempt(said, remove_phrase, chosen)

    def _chosen(self) -> UUID | None:
        chosen: UUID | None = self.listed.rows.chosen_id()
        return chosen if chosen in self._texts else None

    @Slot()
    def _space_buttons(self) -> None:
        self._grid.setSpacing(theme().px(8))


def _row(phrase_id: UUID, text: str) -> RowData:
    first, _, rest = text.partition("\n")
    return RowData(id=phrase_id, key=phrase_id, title=first, second_line=" ".join(rest.split()), icon="bookmark-simple")
