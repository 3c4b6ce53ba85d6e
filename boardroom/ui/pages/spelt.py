"""Spelling in the texts of a board: its language and its names for the underlines below their words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from boardroom.domain.refusal import Refusal
from boardroom.store.queries.spelling import vocabulary_of
from boardroom.ui.kit.spelling import spelling
from boardroom.ui.kit.spelling_menu import SpellingMenu
from boardroom.ui.kit.underlines import Underlines

if TYPE_CHECKING:
    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor import ParagraphEditor

_CONCERNS = ("person", "organisation", "organisation_status", "board")


def spell(desk: Desk, editor: ParagraphEditor) -> SpellingMenu:
    """Let an editor show what is spelt wrong; nothing is read or started before somebody edits a text."""
    words = desk.findChild(BoardWords) or BoardWords(desk)
    underlines = Underlines(editor, spelling(), words.language)
    underlines.woken.connect(words.wake)
    return SpellingMenu(underlines)


class BoardWords(QObject):
    """What spelling knows of the board at a desk; the desk owns it."""

    def __init__(self, desk: Desk) -> None:
        """Read nothing yet."""
        super().__init__(desk)
        self._desk = desk
        self._language: str | None = None
        desk.changed.connect(self._on_changed)
        desk.board_chosen.connect(self._on_board)

    def language(self) -> str:
        """Return the board's language."""
        if self._language is None:
            self.wake()
        return self._language or ""

    @Slot()
    def wake(self) -> None:
        """Read what is known now."""
        self._language = ""
        # Where the file has vanished, others say so; spelling is no reason to.
        with suppress(Refusal):
            found = self._desk.read(vocabulary_of, self._desk.board_id)
            self._language = found.language
            spelling().know(found.names)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if self._language is not None and change.touches(*_CONCERNS):
            self.wake()

    @Slot()
    def _on_board(self) -> None:
        self._language = None
