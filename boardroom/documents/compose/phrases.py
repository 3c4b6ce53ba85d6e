"""Small words of every document: lists of names, numbers in words, full stops."""

from collections.abc import Iterable, Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENDS = (".", "!", "?", "…", ":")
_CLOSING = "\"')]\u201d\u2019"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a sentence lists them: `A, B and C`."""
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no "and"
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def number_word(number: int) -> str:
    """Return a number as a sentence writes it: words up to ten, then figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number of things: `one item`, `12 items`."""
    return f"{number_word(number)} {one if number == 1 else many or one + 's'}"


def ended(text: str) -> str:
    """Return text with a full stop, unless it ends with a mark of its own."""
    text = text.rstrip()
    return text if not text or text.rstrip(_CLOSING).endswith(_ENDS) else f"{text}."


def upper_first(text: str) -> str:
    """Return text with a capital at its beginning; the rest stays."""
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str], separator: str = " ") -> str:
    """Return the parts that aren't empty, with a separator between them."""
    return separator.join(part for part in parts if part)
