"""Two versions of a text set side by side: which paragraphs differ, and by which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from boardroom.domain.text import ParagraphState

_WORDS = re.compile(r"\s+|\w+(?:[’'-]\w+)*|[^\w\s]")
_MOST_WORDS = 4000
"""Longer texts are shown as gone and written anew: comparing them word by word would hold the window."""


class Fate(StrEnum):
    """What became of a stretch of words, or of a paragraph."""

    SAME = "same"
    INSERTED = "inserted"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and whether it is in both texts, in the later or in the earlier one alone."""

    text: str
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One paragraph in both versions; `before` None: it came in, `after` None: it went.

    `follows` are the ids of the paragraphs before it in the earlier version, the nearest first.
    """

    fate: Fate
    before: ParagraphState | None
    after: ParagraphState | None
    pieces: tuple[Piece, ...]
    follows: tuple[UUID, ...] = ()

    @property
    def paragraph_id(self) -> UUID | None:
        """The id of the paragraph, the same in both versions."""
        state = self.after or self.before
        return state.id if state is not None else None

    @property
    def only_setting(self) -> bool:
        """Whether the words are the same, but not how they are set, in which language, or who may read them."""
        return self.fate is Fate.CHANGED and all(one.fate is Fate.SAME for one in self.pieces)


def compare_texts(before: Sequence[ParagraphState], after: Sequence[ParagraphState]) -> list[Compared]:
    """Return the paragraphs of both versions in the later one's order; what went stands where it stood.

    Paragraphs are known by their ids. One that moved only is the same.
    """
    earlier = {state.id: state for state in before}
    later = {state.id for state in after}
    before_of = {state.id: tuple(one.id for one in before[:at][::-1] if one.id) for at, state in enumerate(before)}
    compared: list[Compared] = []
    gone = [state for state in before if state.id not in later]
    # What went from the very beginning stands before everything else.
    compared += _gone_behind(None, before, gone, before_of)
    for state in after:
        old = earlier.get(state.id)
        compared.append(_compare(old, state, before_of.get(state.id, ())))
        if old is not None:
            compared += _gone_behind(state.id, before, gone, before_of)
    return compared


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words of both texts in order, each stretch with its fate."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _MOST_WORDS and before != after:
        both = (Piece(before, Fate.REMOVED), Piece(after, Fate.INSERTED))
        return tuple(piece for piece in both if piece.text)
    pieces: list[Piece] = []
    removed = inserted = ""
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        # A space alone between two changed words does not part what is read as one change.
        if kind != "equal" or (now.isspace() and (removed or inserted)):
            removed, inserted = removed + was, inserted + now
            continue
        pieces += [*_changed(removed, inserted), Piece(now, Fate.SAME)]
        removed = inserted = ""
    return (*pieces, *_changed(removed, inserted))


def _changed(removed: str, inserted: str) -> list[Piece]:
    """Return words that went and words that came in their place."""
    both = (Piece(removed, Fate.REMOVED), Piece(inserted, Fate.INSERTED))
    return [piece for piece in both if piece.text]


def _compare(old: ParagraphState | None, new: ParagraphState, follows: tuple[UUID, ...]) -> Compared:
    words = _words(new)
    if old is None:
        came = (Piece(words, Fate.INSERTED),)
        return Compared(fate=Fate.INSERTED, before=None, after=new, pieces=came, follows=follows)
    if old == new:
        return Compared(fate=Fate.SAME, before=old, after=new, pieces=(Piece(words, Fate.SAME),), follows=follows)
    pieces = compare_words(_words(old), words)
    return Compared(fate=Fate.CHANGED, before=old, after=new, pieces=pieces, follows=follows)


def _gone_behind(
    anchor: UUID | None,
    before: Sequence[ParagraphState],
    gone: Sequence[ParagraphState],
    before_of: dict[UUID | None, tuple[UUID, ...]],
) -> list[Compared]:
    """Return the paragraphs that went from right behind one that stayed (None: from the beginning)."""
    at = 0 if anchor is None else next(place for place, state in enumerate(before) if state.id == anchor) + 1
    found = []
    for state in before[at:]:
        if state not in gone:
            break
        pieces = (Piece(_words(state), Fate.REMOVED),)
        follows = before_of[state.id]
        found.append(Compared(fate=Fate.REMOVED, before=state, after=None, pieces=pieces, follows=follows))
    return found


def _words(state: ParagraphState) -> str:
    return "".join(run.text for run in state.runs)
