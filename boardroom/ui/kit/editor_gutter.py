"""What stands beside the words of the paragraph editor: marks, list signs, language, and what is restricted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.editor_blocks import INDENT, MOST_LEVELS
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QPainter, QTextBlock

    from boardroom.domain.text import ParagraphState
    from boardroom.ui.kit.editor_text import Text

    PaintMark = Callable[[QPainter, QRectF, str], None]

LEFT = 52
"""Pixels at 100 % for the mark, left of the words."""
RIGHT = 48
"""Pixels at 100 % for language and restriction, right of them."""

_LINE = 24
_MARK = (28, 20)


class Gutter:
    """Paints both margins of an editor."""

    def __init__(self, text: Text) -> None:
        """Stand beside a text."""
        self.text = text
        self.marks: Mapping[UUID, str] = {}
        self.paint_mark: PaintMark | None = None

    def paint(self, painter: QPainter, blocks: Sequence[tuple[QTextBlock, QRectF]], width: float) -> None:
        """Paint beside the blocks that a part of the editor shows.

        Args:
            painter: of the editor's viewport.
            blocks: one behind the other, and where they lie in the viewport.
            width: where the right margin ends.
        """
        if not blocks:
            return
        number = blocks[0][0].blockNumber()
        signs = _Signs(self.text, number)
        for at, (_, rect) in enumerate(blocks, number):
            state = self.text.state(at)
            self._paint_block(painter, state, signs.next(state), rect, width)

    def _paint_block(self, painter: QPainter, state: ParagraphState, sign: str, rect: QRectF, width: float) -> None:
        now = theme()
        px = now.px
        if state.restricted:
            painter.fillRect(QRectF(0, rect.top(), px(LEFT - 8), rect.height()), now.colour("caution_tint"))
            painter.fillRect(QRectF(0, rect.top(), px(4), rect.height()), now.colour("caution"))
            eye = QRectF(width - px(24), rect.top() + px(4), px(16), px(16))
            paint_icon(painter, eye, "eye-slash", now.colour("caution"))
        if state.language:
            painter.setFont(now.font(12, 600))
            painter.setPen(now.colour("muted"))
            code = QRectF(width - px(RIGHT), rect.top(), px(22), px(_LINE))
            painter.drawText(code, Qt.AlignmentFlag.AlignCenter, state.language[:2].upper())
        mark = self.marks.get(state.id, "") if state.id is not None else ""
        if mark and self.paint_mark is not None:
            self.paint_mark(painter, QRectF(px(12), rect.top() + px(2), px(_MARK[0]), px(_MARK[1])), mark)
        if sign:
            painter.setFont(now.font(16))
            painter.setPen(now.colour("muted"))
            left = px(LEFT) + px(INDENT) * min(state.level, MOST_LEVELS)
            painter.drawText(
                QRectF(left, rect.top(), px(INDENT - 8), px(_LINE)),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                sign,
            )


class _Signs:
    """Counts the numbered paragraphs of each level, from the beginning of the list on."""

    def __init__(self, text: Text, number: int) -> None:
        first = number
        while first > 0 and text.state(first - 1).form is not ParagraphForm.BODY:
            first -= 1
        self._counts: dict[int, int] = {}
        for before in range(first, number):
            self.next(text.state(before))

    def next(self, state: ParagraphState) -> str:
        """Return the sign of the paragraph that follows; empty for one that is in no list."""
        # A paragraph outside lists ends them all, and what stands deeper begins anew.
        if state.form is ParagraphForm.BODY:
            self._counts = {}
            return ""
        self._counts = {level: count for level, count in self._counts.items() if level <= state.level}
        if state.form is ParagraphForm.NUMBERED:
            self._counts[state.level] = self._counts.get(state.level, 0) + 1
            return f"{self._counts[state.level]}."
        self._counts.pop(state.level, None)
        return ("•", "–")[state.level % 2]
