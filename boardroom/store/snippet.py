"""The words that were sought, marked in a short piece of the text around them.

Texts are folded as the full-text tables do it (no capitals, no accents), letter by letter, so that places in
the folded text are places in the text.
"""

import re
import unicodedata
from collections.abc import Sequence

from boardroom.domain.text import Run

_WIDTH = 160
_LEAD = 40
_CUT = "…"
_BETWEEN = r"[\W_]+"
_START = r"(?<![^\W_])"
_END = r"(?![^\W_])"


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
        patterns = [_START + _BETWEEN.join(map(re.escape, terms)) + _END for terms in words]
        if unfinished:
            patterns[-1] = patterns[-1].removesuffix(_END) + r"[^\W_]*"
        # The longer of two that begin alike comes first, or it would never be marked whole.
        self._pattern = re.compile("|".join(sorted(patterns, key=len, reverse=True)))

    def marked(self, text: str) -> tuple[Run, ...]:
        """Return a piece of the text with most of the words in it, the words bold; fields end in " · "."""
        places = [match.span() for match in self._pattern.finditer(folded(text))]
        start, end = _piece(text, places)
        runs = [Run(_CUT)] if start else []
        at = start
        for first, last in places:
            if first < start or last > end:
                continue
            if at < first:
                runs.append(Run(_line(text[at:first])))
            runs.append(Run(_line(text[first:last]), bold=True))
            at = last
        rest = _line(text[at:end]) + _CUT * (end < len(text))
        if rest:
            runs.append(Run(rest))
        return tuple(runs)


def _piece(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return where the piece of text begins and ends."""
    if len(text) <= _WIDTH:
        return 0, len(text)
    start = max(0, _densest(places) - _LEAD)
    end = min(len(text), start + _WIDTH)
    # Cut at spaces, if there are any near.
    if start:
        start = text.find(" ", start, start + _LEAD) + 1 or start
    if end < len(text):
        space = text.rfind(" ", end - _LEAD, end)
        end = end if space < 0 else space
    return start, end


def _densest(places: Sequence[tuple[int, int]]) -> int:
    """Return where a piece should begin to hold most matches; the earliest such place."""
    best, most, last = 0, 0, 0
    for first, (start, _) in enumerate(places):
        while last < len(places) and places[last][1] <= start + _WIDTH - _LEAD:
            last += 1
        if last - first > most:
            best, most = start, last - first
    return best


def _line(text: str) -> str:
    return text.replace("\n", " · ")
