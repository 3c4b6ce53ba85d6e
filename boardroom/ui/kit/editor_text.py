"""The paragraphs of one text while it is edited: which block is which row, and what isn't in the board file yet.

Qt's document says what stands on the screen; beside each of its blocks stands an entry that knows the row's id and
what was stored last. A change costs as much as the paragraphs that it touches.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from boardroom.ui.kit.editor_blocks import is_restricted, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QTextBlock, QTextDocument

    from boardroom.domain.text import ParagraphState


@dataclass(eq=False, slots=True)
class Entry:
    """What is known of one block.

    Attributes:
        id: the row's; None until it is stored.
        stored: what the board file has; None if nothing.
        state: what the block says; None until somebody asks after a change.
        text: the block's words before the next change.
        restricted: whether they were kept from the public.
        gone: that its block isn't there any more.
    """

    id: UUID | None = None
    stored: ParagraphState | None = None
    state: ParagraphState | None = None
    text: str = ""
    restricted: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What a text says that the board file doesn't.

    Attributes:
        changed: stored paragraphs that say something else.
        added: new ones, each group with the stored one that it follows (None: it comes first).
        removed: ids of those that are gone.
    """

    changed: tuple[ParagraphState, ...] = ()
    added: tuple[tuple[UUID | None, tuple[ParagraphState, ...]], ...] = ()
    removed: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as it stood at one moment, on its way to the board file.

    Attributes:
        rows: its paragraphs; each entry learns its id when the draft has been stored.
        touched: those of them that aren't as they are stored, by place.
        gone: entries whose blocks are gone.
        merge: typing under the same key is one step.
        text: what it is a draft of.
    """

    rows: tuple[tuple[Entry, ParagraphState], ...]
    touched: tuple[int, ...]
    gone: tuple[Entry, ...]
    merge: str
    text: Text

    def stored(self, ids: Sequence[UUID]) -> None:
        """Hear that it is in the board file, and under which ids, in order."""
        self.text.stored(self, ids)

    @property
    def paragraphs(self) -> tuple[ParagraphState, ...]:
        """The whole text. A paragraph that was stored since the draft was made has its id."""
        return tuple(_named(entry, state) for entry, state in self.rows)

    @property
    def changes(self) -> Changes:
        """The difference from what is stored."""
        changed: list[ParagraphState] = []
        added: list[tuple[UUID | None, list[ParagraphState]]] = []
        before = -2
        for at in self.touched:
            entry, state = self.rows[at]
            if entry.id is not None:
                changed.append(_named(entry, state))
            elif at == before + 1:
                added[-1][1].append(state)
                before = at
            else:
                added.append((self.rows[at - 1][0].id if at else None, [state]))
                before = at
        return Changes(
            tuple(changed),
            tuple((after, tuple(states)) for after, states in added),
            tuple(entry.id for entry in self.gone if entry.id is not None),
        )


@dataclass(slots=True)
class Text:
    """The entries beside a document's blocks."""

    asked: Callable[[], QTextDocument]
    """Gives the document. The editor owns it: what Python holds of it may become void while it is still there."""
    entries: list[Entry] = field(default_factory=lambda: [Entry()])
    touched: set[Entry] = field(default_factory=set)
    gone: set[Entry] = field(default_factory=set)
    to_restrict: list[Entry] = field(default_factory=list)
    """Paragraphs that restricted words have flowed into."""

    @property
    def document(self) -> QTextDocument:
        """The document, as the editor gives it now."""
        return self.asked()

    def begin(self, states: Sequence[ParagraphState]) -> None:
        """Take the document to say what is stored."""
        self.entries = [entry_of(state) for state in states] or [Entry()]
        self.touched, self.gone, self.to_restrict = set(), set(), []
        for entry, block in zip(self.entries, self._blocks(0), strict=True):
            entry.text, entry.restricted = block.text(), is_restricted(block)

    def state(self, number: int) -> ParagraphState:
        """Return what a block says."""
        entry = self.entries[number]
        if entry.state is None:
            entry.state = state_of(self.document.findBlockByNumber(number), entry.id)
        return entry.state

    def states(self) -> list[tuple[Entry, ParagraphState]]:
        """Return the paragraphs; a blank line that was never stored is none, nor is an empty text one."""
        if len(self.entries) == 1 and not self.state(0).runs:
            return []
        rows = [(entry, self.state(number)) for number, entry in enumerate(self.entries)]
        return [(entry, state) for entry, state in rows if state.runs or entry.id is not None]

    def draft(self, merge: str) -> Draft:
        """Return the text as it stands, to be stored."""
        rows = tuple(self.states())
        places = tuple(at for at, (entry, state) in enumerate(rows) if not _same(entry.stored, state))
        blank = () if rows else tuple(entry for entry in self.entries if entry.id is not None)
        return Draft(rows, places, (*self.gone, *blank), merge, self)

    def stored(self, draft: Draft, ids: Sequence[UUID]) -> None:
        """Hear that a draft is in the board file, and under which ids."""
        for (entry, state), its_id in zip(draft.rows, ids, strict=True):
            stored = state if state.id == its_id else replace(state, id=its_id)
            if entry.state is state:
                entry.state = stored
            elif entry.state is not None:
                entry.state = replace(entry.state, id=its_id)
            entry.id, entry.stored = its_id, stored
            if entry.gone:
                # It was taken out while it was on its way: the row is to go.
                self.gone.add(entry)
        for entry in draft.gone:
            entry.id = entry.stored = None
            self.gone.discard(entry)
        self.touched = {entry for entry in self.touched if not _same(entry.stored, entry.state)}

    def unstored(self, entry: Entry) -> bool:
        """Whether an entry's block says what the board file doesn't."""
        if entry.id is None:
            return True
        return entry in self.touched and not _same(entry.stored, self.state(self.entries.index(entry)))

    def on_change(self, position: int, removed: int, added: int) -> None:
        """Follow a change of the document, as `QTextDocument.contentsChange` tells it."""
        del removed  # what went shows in the number of blocks
        document, last = self.document, self.document.characterCount() - 1
        first = document.findBlock(min(position, last)).blockNumber()
        new = document.findBlock(min(position + added, last)).blockNumber() - first + 1
        old = new - (document.blockCount() - len(self.entries))
        if first < 0 or old < 1 or first + old > len(self.entries):
            first, new, old = 0, document.blockCount(), len(self.entries)
        blocks = self._blocks(first, new)
        if new != old:
            self._match(first, old, [block.text() for block in blocks])
        for entry, block in zip(self.entries[first : first + new], blocks, strict=True):
            entry.state, entry.text, entry.restricted = None, block.text(), is_restricted(block)
            self.touched.add(entry)

    def drop(self, entries: Iterable[Entry]) -> None:
        """Forget entries whose blocks are gone from the board file too."""
        for entry in entries:
            entry.gone = True
            self.touched.discard(entry)

    def _match(self, first: int, old_count: int, texts: Sequence[str]) -> None:
        """Say which of the paragraphs that a change touched is which: what kept its words kept its row."""
        old = self.entries[first : first + old_count]
        shorter = min(len(old), len(texts))
        head = 0
        while head < shorter and old[head].text == texts[head]:
            head += 1
        tail = 0
        while tail < shorter - head and old[-1 - tail].text == texts[-1 - tail]:
            tail += 1
        middle_old, middle_new = old[head : len(old) - tail], len(texts) - head - tail
        kept = [*middle_old[:middle_new], *(Entry() for _ in range(middle_new - len(middle_old)))]
        new = [*old[:head], *kept, *old[len(old) - tail :]]
        if kept and len(middle_old) > middle_new and (middle_old[0].restricted or middle_old[-1].restricted):
            # Where paragraphs flow together, what was kept from the public stays so.
            self.to_restrict.append(kept[-1])
        self.entries[first : first + old_count] = new
        for entry in middle_old[middle_new:]:
            entry.gone = True
            self.touched.discard(entry)
            if entry.id is not None:
                self.gone.add(entry)

    def _blocks(self, first: int, count: int | None = None) -> list[QTextBlock]:
        found: list[QTextBlock] = []
        block = self.document.findBlockByNumber(first)
        while block.isValid() and (count is None or len(found) < count):
            found.append(block)
            block = block.next()
        return found


def entry_of(state: ParagraphState) -> Entry:
    """Return the entry of a paragraph as the board file has it."""
    return Entry(state.id, state if state.id is not None else None, state)


def _named(entry: Entry, state: ParagraphState) -> ParagraphState:
    return state if entry.id == state.id else replace(state, id=entry.id)


def _same(stored: ParagraphState | None, state: ParagraphState | None) -> bool:
    """Whether two states say the same, whatever their ids."""
    if stored is None or state is None:
        return False
    return stored is state or replace(stored, id=state.id) == state
