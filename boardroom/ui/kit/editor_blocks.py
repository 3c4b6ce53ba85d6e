"""A paragraph as a block of Qt's document, both ways: what it says stands in its text, how it is set in its formats.

Form, level, language and restriction are properties of the block's format, so Qt itself hands them on to the
paragraph that Enter begins. Qt counts in UTF-16 units; `units` is how long Qt holds a text to be.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from boardroom.domain.text import ParagraphState, Run, clean_runs
from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from PySide6.QtGui import QTextDocument

MOST_LEVELS = 6
INDENT = 28
"""Pixels at 100 % by which a level, and the sign of a list, move the text."""

_FORM, _LEVEL, _LANGUAGE, _RESTRICTED = (QTextFormat.Property.UserProperty + at for at in range(1, 5))
_LINE_BREAK = "\u2028"
_BASIC = "\uffff"
BOLD_FROM = 600


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) if text.isascii() or max(text) <= _BASIC else len(text.encode("utf-16-le", "surrogatepass")) // 2


def letters(text: str, count: int) -> int:
    """Return how many letters of a text stand in its first so many UTF-16 units."""
    if text.isascii() or max(text) <= _BASIC:
        return min(count, len(text))
    raw = text.encode("utf-16-le", "surrogatepass")
    return len(raw[: 2 * count].decode("utf-16-le", "ignore"))


def state_of(block: QTextBlock, paragraph_id: UUID | None) -> ParagraphState:
    """Return what a block says, as the board file keeps it."""
    form = block.blockFormat()
    return ParagraphState(
        id=paragraph_id,
        form=ParagraphForm(form.stringProperty(_FORM) or ParagraphForm.BODY),
        level=form.intProperty(_LEVEL),
        runs=_runs_of(block),
        language=form.stringProperty(_LANGUAGE),
        restricted=form.boolProperty(_RESTRICTED),
    )


def is_restricted(block: QTextBlock) -> bool:
    """Return whether a block's words are kept from the public."""
    return block.blockFormat().boolProperty(_RESTRICTED)


def language_of(block: QTextBlock) -> str:
    """Return the language that a block's words are said to be in; empty for the board's own."""
    return block.blockFormat().stringProperty(_LANGUAGE)


def block_at(document: QTextDocument, y: float) -> QTextBlock:
    """Return the block at a height of the document, or the one above it: a hit between two may be the lower one."""
    at = document.documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0))
    return block.previous() if block.previous().isValid() else block


def blocks_in(document: QTextDocument, clip: QRectF, offset: QPointF) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Return the blocks that a part of the viewport shows, and where they lie in the viewport.

    Args:
        document: what is shown.
        clip: the part.
        offset: from the viewport's corner to the document's.
    """
    layout = document.documentLayout()
    block = block_at(document, clip.top() + offset.y())
    while block.isValid():
        rect = layout.blockBoundingRect(block).translated(-offset)
        if rect.top() > clip.bottom():
            return
        if rect.bottom() >= clip.top():
            yield block, rect
        block = block.next()


def block_format(state: ParagraphState) -> QTextBlockFormat:
    """Return how a paragraph's block is set: its own properties, and the measures of the theme."""
    px = theme().px
    form = QTextBlockFormat()
    form.setProperty(_FORM, state.form.value)
    form.setProperty(_LEVEL, state.level)
    form.setProperty(_LANGUAGE, state.language)
    form.setProperty(_RESTRICTED, state.restricted)
    in_list = state.form is not ParagraphForm.BODY
    form.setLeftMargin(px(INDENT) * (min(state.level, MOST_LEVELS) + in_list))
    form.setBottomMargin(px(6))
    # A line is as high as look.md says, and higher only where a letter of another script needs it.
    form.setLineHeight(px(24), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return form


def char_format(run: Run) -> QTextCharFormat:
    """Return how the letters of a run are set."""
    form = QTextCharFormat()
    if run.bold:
        form.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        form.setFontItalic(True)
    return form


def write_runs(cursor: QTextCursor, state: ParagraphState) -> None:
    """Insert the words of a paragraph where the cursor stands."""
    for run in state.runs:
        cursor.insertText(run.text.replace("\n", _LINE_BREAK), char_format(run))


def rewrite(block: QTextBlock, state: ParagraphState) -> tuple[int, int, int]:
    """Let a block say what a paragraph says, touching only the letters that differ.

    Returns:
        where the letters that were replaced begin, how many went, how many came.
    """
    before = state_of(block, state.id)
    cursor = QTextCursor(block)
    if replace(before, runs=()) != replace(state, runs=()):
        cursor.setBlockFormat(block_format(state))
    old, new = block.text(), "".join(run.text for run in state.runs).replace("\n", _LINE_BREAK)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    at, gone = units(old[:start]), units(old[start : len(old) - end])
    came = new[start : len(new) - end]
    if gone or came:
        cursor.setPosition(block.position() + at)
        cursor.setPosition(block.position() + at + gone, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(came)
    if _runs_of(block) != state.runs:
        _set_letters(block, state)
    return at, gone, units(came)


def _set_letters(block: QTextBlock, state: ParagraphState) -> None:
    cursor = QTextCursor(block)
    for run in state.runs:
        cursor.setPosition(cursor.position() + units(run.text), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format(run))
        cursor.setPosition(cursor.position())


def part_of(block: QTextBlock, start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of a part of a block, from one unit to another."""
    raw = block.text().encode("utf-16-le", "surrogatepass")
    cut = []
    for one in block.textFormats():
        first, last = max(one.start, start), min(one.start + one.length, end)
        if first < last:
            cut.append(_run(raw[2 * first : 2 * last].decode("utf-16-le", "surrogatepass"), one.format))
    return clean_runs(cut)


def _runs_of(block: QTextBlock) -> tuple[Run, ...]:
    text = block.text()
    if not text:
        return ()
    ranges = block.textFormats()
    if len(ranges) == 1:
        return clean_runs((_run(text, ranges[0].format),))
    if units(text) == len(text):
        return clean_runs(_run(text[one.start : one.start + one.length], one.format) for one in ranges)
    return part_of(block, 0, units(text))


def _run(text: str, form: QTextCharFormat) -> Run:
    return Run(text, bold=form.fontWeight() >= BOLD_FROM, italic=form.fontItalic())
