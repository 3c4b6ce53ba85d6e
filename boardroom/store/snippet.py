"""The words that were sought, marked in a short piece of the text around them.

Texts are folded as the full-text tables do it (no capitals, no accents), letter by letter, so that places in
the folded text are places in the text.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_WIDTH = 160
_LEAD = 40
_NEAR = _WIDTH - 2 * _LEAD
_CUT = "…"
_FIELD_END = "·"
_LETTER = r"[^\W_]"


class Stretch(NamedTuple):
    """A stretch of a snippet, bold where it is what was sought; lighter to make than a `Run`, as a page has 300."""

    text: str
    bold: bool = False


class _Fold(dict[int, int]):
    """Each letter without its accent and small, found when first met."""

    def __missing__(self, code: int) -> int:
        small = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = ord(small[0])
        return self[code]


_FOLD = _Fold()


def folded(text: str) -> str:
    """Return a text without capitals and accents, letter for letter."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


class Marker:
    """Marks the same words in one text after another."""

    def __init__(self, words: Sequence[Sequence[str]], *, unfinished: bool) -> None:
        """Take the folded words to mark.

        Args:
            words: each word as the terms that stand side by side in it.
            unfinished: whether the last term is only the beginning of one.
        """
        patterns = [_pattern(terms) + rf"(?!{_LETTER})" for terms in words]
        if unfinished:
            patterns[-1] = _pattern(words[-1]) + f"{_LETTER}*"
        # The longer of two that begin alike comes first, or it would never be marked whole.
        self._pattern = re.compile("|".join(sorted(patterns, key=len, reverse=True)))
        self._firsts = [terms[0] for terms in words]

    def marked(self, text: str) -> tuple[Stretch, ...]:
        """Return a piece of the text with as many of the words as stand close together, the words bold."""
        small = folded(text)
        # One letter for one: the places stay what they are.
        text = text.replace("\n", _FIELD_END)
        start, end = (0, len(small)) if len(small) <= _WIDTH else self._piece(small)
        stretches = [Stretch(_CUT)] if start else []
        at = start
        for match in self._pattern.finditer(small, start, end):
            first, last = match.span()
            if at < first:
                stretches.append(Stretch(text[at:first]))
            stretches.append(Stretch(text[first:last], True))  # noqa: FBT003 - a keyword takes twice as long
            at = last
        if at < end:
            stretches.append(Stretch(text[at:end]))
        if end < len(text):
            stretches.append(Stretch(_CUT))
        return tuple(stretches)

    def _piece(self, small: str) -> tuple[int, int]:
        """Return where the piece of text to show begins and ends."""
        start = max(0, self._anchor(small) - _LEAD)
        end = min(len(small), start + _WIDTH)
        # Cut at spaces, if there are any near.
        if start:
            start = small.find(" ", start, start + _LEAD) + 1 or start
        if end < len(small):
            space = small.rfind(" ", end - _LEAD, end)
            end = end if space < 0 else space
        return start, end

    def _anchor(self, small: str) -> int:
        """Return the place of a word, such that others come soon after it."""
        if len(self._firsts) > 1:
            place = self._meeting_place(small)
            # What was found there may be parts of longer words.
            if self._pattern.search(small, place, place + _NEAR):
                return place
        match = self._pattern.search(small)
        return match.start() if match else 0

    def _meeting_place(self, small: str) -> int:
        places = [place for place in map(small.find, self._firsts) if place >= 0]
        first, last = min(places, default=0), max(places, default=0)
        if last - first < _NEAR:
            return first
        # The word that comes latest is the rarest: whatever of the others stands around that.
        around = (small.find(term, max(0, last - _NEAR), last + _NEAR) for term in self._firsts)
        return min(place for place in around if place >= 0)


def _pattern(terms: Sequence[str]) -> str:
    """Return a pattern for terms side by side; it begins with a letter, which finds its places fast."""
    first = re.escape(terms[0][0])
    side_by_side = r"[\W_]+".join(map(re.escape, terms))
    return f"{first}(?<!{_LETTER}{first}){side_by_side.removeprefix(first)}"
