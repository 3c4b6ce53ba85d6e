"""What could stand in the place of a word: the menu of a word that is spelt wrong, by mouse and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from boardroom.spelling.words import looked_up

if TYPE_CHECKING:
    from boardroom.ui.kit.underlines import Underlines


class SpellingMenu(QObject):
    """Offers suggestions over one editor, and goes from one wrong word to the next."""

    def __init__(self, underlines: Underlines) -> None:
        """Stand by the underlines of an editor, which own it."""
        super().__init__(underlines)
        self._underlines, self._editor, self._spelling = underlines, underlines.editor, underlines.spelling
        self._language = ""
        self._word, self._text = QTextCursor(), ""
        self.menu: QMenu | None = None
        self._waiting: QAction | None = None
        self._looking = False
        self._editor.offer_menu(self._on_menu)
        self._spelling.suggested.connect(self._on_suggested)
        self._spelling.learned.connect(self._go_on)

    def offer(self) -> None:
        """Offer suggestions for the word at the caret; if nothing is wrong with it, for the next one that is wrong."""
        if self._editor.isReadOnly():
            return
        self._underlines.wake()
        self._looking = True
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Go to a wrong word, as soon as every word has been looked up."""
        if not self._looking:
            return
        if self._underlines.unsure() and not self._spelling.look_up.given_up:
            return
        self._looking = False
        caret = self._editor.textCursor()
        here = self._wrong_at(caret.position())
        word = here or self._underlines.next_wrong(caret.selectionEnd())
        if word is None:
            self._editor.said.emit(self._nothing_found())
            return
        self._editor.setTextCursor(word)
        self._editor.ensureCursorVisible()
        found = self._underlines.word_at(word.selectionEnd())
        if found is not None:
            self._open(*found, self._editor.cursorRect().bottomLeft(), plain=True)

    def _nothing_found(self) -> str:
        if self._spelling.look_up.given_up:
            return self.tr("Spelling can't be checked: the program that looks words up doesn't start.")
        if self._underlines.lost():
            return self.tr("Not every word could be looked up; among the others there are no spelling mistakes.")
        return self.tr("No spelling mistakes found.")

    def _wrong_at(self, position: int) -> QTextCursor | None:
        found = self._underlines.word_at(position)
        if found is None or not self._spelling.is_wrong(found[0], found[1].selectedText()):
            return None
        return found[1]

    # The menu

    def _on_menu(self, event: QContextMenuEvent) -> bool:
        """Open the menu of the word that a menu is wanted of; returns whether there is one."""
        if self._editor.isReadOnly() or not self._spelling.awake:
            return False
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self._editor.cursorForPosition(event.pos()) if by_mouse else self._editor.textCursor()
        found = self._underlines.word_at(at.position())
        if found is None or not self._concerns(*found):
            return False
        place = event.pos() if by_mouse else self._editor.cursorRect().bottomLeft()
        self._open(*found, place, plain=False)
        return True

    def _concerns(self, language: str, word: QTextCursor) -> bool:
        text = word.selectedText()
        return bool(self._spelling.is_wrong(language, text)) or self._spelling.is_own(text)

    def _open(self, language: str, word: QTextCursor, place: QPoint, *, plain: bool) -> None:
        """Open the menu of a word.

        Args:
            language: whose dictionary it isn't in.
            word: the word, selected.
            place: where, in the viewport.
            plain: whether nothing but spelling is offered.
        """
        text = word.selectedText()
        self._language, self._word, self._text = language, word, text
        menu = QMenu(self._editor) if plain else self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Spelling of “{}”").format(text))
        before = menu.actions()[0] if menu.actions() else None
        if self._spelling.is_own(text):
            take_out = QAction(self.tr("Take “{}” out of your dictionary").format(text), menu)
            take_out.triggered.connect(self._take_out)
            mine = [take_out]
            self._waiting = None
        else:
            apart = QAction(menu)
            apart.setSeparator(True)
            self._waiting = QAction(self.tr("Looking for suggestions…"), menu)
            self._waiting.setEnabled(False)
            add = QAction(self.tr("Add “{}” to your dictionary").format(text), menu)
            add.triggered.connect(self._add)
            mine = [self._waiting, apart, add]
        if before is None:
            menu.addActions(mine)
        else:
            menu.insertActions(before, mine)
            menu.insertSeparator(before)
        if self.menu is not None:
            # Closed by the click that opens this one, and gone a moment later.
            self.menu.destroyed.disconnect(self._on_closed)
        self.menu = menu
        menu.destroyed.connect(self._on_closed)
        menu.popup(self._editor.viewport().mapToGlobal(place))
        if self._waiting is not None:
            self._spelling.suggest(language, text)

    @Slot(str, str, object)
    def _on_suggested(self, language: str, word: str, suggestions: list[str]) -> None:
        waiting, mine = self._waiting, (self._language, looked_up(self._text))
        if self.menu is None or waiting is None or (language, word) != mine:
            return
        self._waiting = None
        if not suggestions:
            waiting.setText(self.tr("No suggestions"))
            return
        for suggestion in suggestions:
            action = QAction(suggestion.replace("'", "’") if "’" in self._text else suggestion, self.menu)
            action.triggered.connect(self._take)
            self.menu.insertAction(waiting, action)
        self.menu.removeAction(waiting)
        self.menu.setActiveAction(self.menu.actions()[0])

    @Slot()
    def _on_closed(self) -> None:
        self.menu = self._waiting = None

    @Slot()
    def _take(self) -> None:
        action = self.sender()
        # It may have been changed from elsewhere meanwhile.
        if not isinstance(action, QAction) or self._word.selectedText() != self._text or self._editor.isReadOnly():
            return
        # A step of its own.
        self._editor.end_group()
        self._word.insertText(action.text())
        self._editor.end_group()
        self._editor.setTextCursor(self._word)

    @Slot()
    def _add(self) -> None:
        self._tell(self._spelling.add(self._text))

    @Slot()
    def _take_out(self) -> None:
        self._tell(self._spelling.take_out(self._text))

    def _tell(self, trouble: str) -> None:
        if trouble:
            self._editor.said.emit(trouble)
