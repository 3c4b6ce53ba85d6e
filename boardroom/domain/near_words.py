"""Whether a word is what somebody meant to type, but for one slip of the fingers."""

_LEAST = 4
"""Shorter words are near to too many others."""


def is_nearly(typed: str, word: str) -> bool:
    """Whether a word begins as it was typed, but for one letter: left out, too many, another, or two swapped.

    Both in small letters, without accents.
    """
    if len(typed) < _LEAST:
        return word.startswith(typed)
    at = next((at for at, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), None)
    if at is None:
        # The end of one is all that the other lacks: a letter too many at the end is a slip, too.
        return len(typed) <= len(word) + 1
    rest, left = typed[at:], word[at:]
    return (
        left[1:].startswith(rest)
        or left.startswith(rest[1:])
        or left[1:].startswith(rest[1:])
        or (rest[1:2] == left[:1] and rest[:1] == left[1:2] and left[2:].startswith(rest[2:]))
    )
