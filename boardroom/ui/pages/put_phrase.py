"""A stock phrase, picked from a list and put in where the caret stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.text import ParagraphState, Run, clean_runs
from boardroom.store.queries.phrases import phrases_of
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.kit.row_data import RowData

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from boardroom.domain.templates import StockPhrase
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor import ParagraphEditor


def pick_phrase(desk: Desk, editor: ParagraphEditor) -> None:
    """Offer the stock phrases of the board for a text; where there are none, say where they are written."""
    phrases = desk.read(phrases_of, desk.board_id)
    if not phrases:
        desk.tell(_tr("The board has no stock phrases yet; write them in Board settings."))
        return
    rows = [_row(one) for one in phrases]
    pick_over(editor.window()).offer(_tr("Stock phrase"), _tr("put it in"), rows, _Put(editor, phrases))


class _Put:
    """Puts the phrase in that was picked, a step of its own."""

    def __init__(self, editor: ParagraphEditor, phrases: Sequence[StockPhrase]) -> None:
        self._editor = editor
        self._texts = {one.id: one.text for one in phrases}

    def __call__(self, phrase_id: Hashable) -> None:
        text = next(text for one, text in self._texts.items() if one == phrase_id)
        if self._editor.isReadOnly():
            return
        start = self._editor.textCursor().selectionStart()
        if start and not self._editor.document().characterAt(start - 1).isspace():
            text = f" {text}"
        self._editor.end_group()
        # Every line of the phrase is a paragraph.
        self._editor.insert([ParagraphState(runs=clean_runs((Run(line),))) for line in text.split("\n") if line])
        self._editor.end_group()


def _row(phrase: StockPhrase) -> RowData:
    first, _, rest = phrase.text.partition("\n")
    return RowData(id=phrase.id, key=phrase.id, title=first, second_line=" ".join(rest.split()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Phrases", text)
