"""Texts longer than any screen: where they are only shown they are cut, and a word without an end is broken.

Qt measures a text whole before it cuts it, and a label is as wide as its longest word: 300 kB without a space hold the
window up for seconds. The text itself stands whole in its editor, and in the board file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextOption

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE, _TEXT, _WORD, _HELD = 1_000, 4_000, 60, 2_000
_ENDLESS = re.compile(rf"\S{{{_WORD}}}(?=\S)")
_BREAK = "\u200b"
"""A space without width: a line may end here."""
_UNBROKEN = re.compile(r"[^ \t\n\u2028]+")


def line_shown(text: str) -> str:
    """Return what a text of one line shows at most; the end of a longer one is cut."""
    return text if len(text) <= _LINE else f"{text[:_LINE]}…"


def text_shown(text: str) -> str:
    """Return what a text of several lines shows at most; a word that no line holds can be broken."""
    if len(text) <= _WORD:
        return text
    shown = text if len(text) <= _TEXT else f"{text[:_TEXT]}…"
    return _ENDLESS.sub(rf"\g<0>{_BREAK}", shown)


def is_endless(text: str) -> bool:
    """Return whether a text has a word so long that Qt takes seconds to find where its lines may end."""
    return len(text) > _HELD and any(word.end() - word.start() > _HELD for word in _UNBROKEN.finditer(text))


def breakable(text: str) -> str:
    """Return a text that is only read, whole, with places where the lines of an endless word may end."""
    return _ENDLESS.sub(rf"\g<0>{_BREAK}", text) if is_endless(text) else text


def wrap_mode(texts: Iterable[str]) -> QTextOption.WrapMode:
    """Return how the lines of an editor end: between words, or anywhere where a word is endless.

    Nothing that is edited may be broken by letters of ours, as they would be saved.
    """
    if any(map(is_endless, texts)):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
