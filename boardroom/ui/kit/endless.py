"""Texts longer than any screen: where they are only shown they are cut, and a word without an end is broken.

Qt measures a text whole before it cuts it, and a label is as wide as its longest word: 300 kB without a space hold the
window up for seconds. The text itself stands whole in its editor, and in the board file.
"""

from __future__ import annotations

import re

_LINE, _TEXT, _WORD = 1_000, 4_000, 60
_ENDLESS = re.compile(rf"\S{{{_WORD}}}(?=\S)")
_BREAK = "\u200b"
"""A space without width: a line may end here."""


def line_shown(text: str) -> str:
    """Return what a text of one line shows at most; the end of a longer one is cut."""
    return text if len(text) <= _LINE else f"{text[:_LINE]}…"


def text_shown(text: str) -> str:
    """Return what a text of several lines shows at most; a word that no line holds can be broken."""
    if len(text) <= _WORD:
        return text
    shown = text if len(text) <= _TEXT else f"{text[:_TEXT]}…"
    return _ENDLESS.sub(rf"\g<0>{_BREAK}", shown)
