"""Commands that set the text under the caret in another way: letters, lists, language, what is restricted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.spelling_menu import SpellingMenu
from boardroom.ui.pages.put_phrase import pick_phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor import ParagraphEditor

_LANGUAGES = ("cy", "en", "")


class Typed(Protocol):
    """What holds the texts: an item with two of them, or the whole minutes."""

    @property
    def editor(self) -> ParagraphEditor | None:
        """The editor that is typed into now."""


class Setting:
    """What the commands do to the editor that is typed into."""

    def __init__(self, desk: Desk, texts: Typed) -> None:
        """Stand by some texts.

        Args:
            desk: where stock phrases are read.
            texts: what is set in another way.
        """
        self._desk, self._texts = desk, texts

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each of the commands."""
        return {
            "words.bold": self._bold,
            "words.italic": self._italic,
            "words.bullets": self._bullets,
            "words.numbers": self._numbers,
            "words.language": self._language,
            "words.restricted": self._restricted,
            "words.phrase": self._phrase,
            "words.spelling": self._spelling,
        }

    @property
    def _editor(self) -> ParagraphEditor | None:
        return self._texts.editor

    def _bold(self) -> None:
        if self._editor is not None:
            self._editor.toggle_bold()

    def _italic(self) -> None:
        if self._editor is not None:
            self._editor.toggle_italic()

    def _bullets(self) -> None:
        if self._editor is not None:
            self._editor.make_list(ParagraphForm.BULLET)

    def _numbers(self) -> None:
        if self._editor is not None:
            self._editor.make_list(ParagraphForm.NUMBERED)

    def _language(self) -> None:
        if self._editor is not None:
            now = self._editor.mode.language
            at = _LANGUAGES.index(now) if now in _LANGUAGES else -1
            self._editor.set_language(_LANGUAGES[(at + 1) % len(_LANGUAGES)])

    def _restricted(self) -> None:
        if self._editor is not None:
            self._editor.toggle_restricted()

    def _phrase(self) -> None:
        if self._editor is not None:
            pick_phrase(self._desk, self._editor)

    def _spelling(self) -> None:
        menu = self._editor.findChild(SpellingMenu) if self._editor is not None else None
        if menu is not None:
            menu.offer()
