"""What may come in by a paste: clean text, so much of it, and no word without an end (hazards 12 and 13)."""

from __future__ import annotations

import re

CAP = 200_000
"""Characters that one paste may bring; a long report has some 60,000."""
MOST_PARAGRAPHS = 2000
"""Paragraphs that one paste may bring."""
LONGEST = 10_000
"""Letters of one pasted paragraph: Qt lays a paragraph out anew at each key, and this long it takes 5 ms."""
ENDLESS = 2000
"""Characters without a space after which Qt needs a place to break the line."""

_ENDLESS = re.compile(rf"(?<![^\s\u200b])[^\s\u200b]{{{ENDLESS + 1},}}")
"""Begins at the start of a word only: tried at each letter of words that were broken already, it takes a second."""


def broken(text: str) -> str:
    """Return text whose endless words have a space after every 2,000 characters, so that typing stays quick."""
    return _ENDLESS.sub(_with_spaces, text) if len(text) > ENDLESS else text


def _with_spaces(word: re.Match[str]) -> str:
    return " ".join(word[0][start : start + ENDLESS] for start in range(0, len(word[0]), ENDLESS))
