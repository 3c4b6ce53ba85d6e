"""Brings an editor's text up to what the board file says now, under the hands of whoever types.

Only blocks that differ are touched; what was typed and isn't stored yet stays; so do caret, selection and scroll.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from boardroom.domain.text import ParagraphState
from boardroom.ui.kit.editor_blocks import block_format, is_restricted, rewrite, units, write_runs
from boardroom.ui.kit.editor_text import Entry, entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.ui.kit.editor_text import Text


@dataclass(slots=True)
class Place:
    """Where an end of the selection stands: in a paragraph, so many units from its start."""

    entry: Entry
    offset: int

    def follow(self, at: int, gone: int, came: int) -> None:
        """Move with letters that were replaced before it."""
        if self.offset >= at + gone:
            self.offset += came - gone
        elif self.offset > at:
            self.offset = at + came


def place_of(text: Text, position: int) -> Place:
    """Return the place of a position in the document."""
    block = text.document.findBlock(position)
    return Place(text.entries[block.blockNumber()], position - block.position())


def position_of(text: Text, place: Place) -> int | None:
    """Return where a place is now; None if its paragraph is gone."""
    if place.entry.gone:
        return None
    block = text.document.findBlockByNumber(text.entries.index(place.entry))
    return block.position() + min(place.offset, block.length() - 1)


def bring_up(text: Text, states: Sequence[ParagraphState], places: Sequence[Place]) -> None:
    """Let a text say what is stored, but for what was typed since.

    Args:
        text: the paragraphs under edit; whoever calls keeps the document's signals from it.
        states: the paragraphs as the board file has them.
        places: what moves along.
    """
    wanted = _wanted(text, states)
    cursor = QTextCursor(text.document)
    cursor.beginEditBlock()
    if [entry for entry, _ in wanted] != text.entries:
        _rearrange(text, cursor, wanted)
    for number, (entry, state) in enumerate(wanted):
        if state is None or entry.state is state:
            continue
        entry.stored = state
        if text.state(number) != state:
            block = text.document.findBlockByNumber(number)
            moved = rewrite(block, state)
            for place in places:
                if place.entry is entry:
                    place.follow(*moved)
            entry.text, entry.restricted = block.text(), is_restricted(block)
        entry.state = state
    cursor.endEditBlock()


def _wanted(text: Text, states: Sequence[ParagraphState]) -> list[tuple[Entry, ParagraphState | None]]:
    """Return the entries as they are to stand; a state beside each that the file has the last word on."""
    mine = {entry.id: entry for entry in text.entries}
    taken_out = {entry.id for entry in text.gone}
    typed = {entry for entry in text.entries if text.unstored(entry)}
    wanted: list[tuple[Entry, ParagraphState | None]] = []
    for state in states:
        entry = None if state.id is None else mine.get(state.id)
        if entry is None and state.id not in taken_out:
            wanted.append((entry_of(state), state))
        elif entry is not None:
            wanted.append((entry, None if entry in typed else state))
    # What was typed and the file doesn't have stays behind what it stands behind.
    standing = {entry for entry, _ in wanted}
    before: Entry | None = None
    for entry in text.entries:
        if entry in standing:
            before = entry
        elif entry in typed and (entry.text or len(text.entries) > 1):
            at = next((at + 1 for at, (one, _) in enumerate(wanted) if one is before), 0)
            wanted.insert(at, (entry, None))
            standing.add(entry)
            before = entry
    # An empty document still has a block.
    return wanted or [(Entry(state=ParagraphState()), None)]


def _rearrange(text: Text, cursor: QTextCursor, wanted: Sequence[tuple[Entry, ParagraphState | None]]) -> None:
    """Take out and put in blocks until they stand as they are wanted."""
    # Only what stays in its order keeps its block.
    target = [entry for entry, _ in wanted]
    said = {entry: text.state(number) for number, entry in enumerate(text.entries)}
    steps = SequenceMatcher(
        None, [id(entry) for entry in text.entries], [id(entry) for entry in target], autojunk=False
    )
    for tag, first, last, new_first, new_last in reversed(steps.get_opcodes()):
        if tag == "equal":
            continue
        new = [
            (entry, state if state is not None else said.get(entry, entry.state))
            for entry, state in wanted[new_first:new_last]
        ]
        _replace(text, cursor, first, last, new)
    standing = set(target)
    for entry in text.entries:
        if entry not in standing:
            text.drop((entry,))
    text.entries = target


def _replace(
    text: Text, cursor: QTextCursor, first: int, last: int, new: Sequence[tuple[Entry, ParagraphState | None]]
) -> None:
    """Put blocks in the place of others."""
    document = text.document
    for entry, state in new:
        entry.state = state
    for at, (entry, state) in enumerate(new):
        block = document.findBlockByNumber(first + at)
        if first + at < last:
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif block.isValid():
            # The block that stands here moves down, with its own format.
            cursor.setPosition(block.position())
            cursor.insertBlock()
            cursor.setPosition(document.findBlockByNumber(first + at).position())
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock()
        if state is not None:
            cursor.setBlockFormat(block_format(state))
            write_runs(cursor, state)
            entry.text = document.findBlockByNumber(first + at).text()
            entry.restricted = state.restricted
    for number in range(last - 1, first + len(new) - 1, -1):
        _remove(text, cursor, number)


def _remove(text: Text, cursor: QTextCursor, number: int) -> None:
    document = text.document
    block = document.findBlockByNumber(number)
    if document.blockCount() == 1:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        return
    cursor.setPosition(block.position() if block.next().isValid() else block.position() - 1)
    cursor.setPosition(cursor.position() + units(block.text()) + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
