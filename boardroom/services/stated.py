"""What has to be said: a line or a text as somebody wrote it, clean, or the sentence that asks for it."""

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text

LONGEST_NAME, LONGEST_TEXT = 300, 10_000
"""Letters that a name or a title and a text may hold: those of the form of a call."""
_MOST_ROWS = 500


def stated_line(written: str, otherwise: str) -> str:
    """Return a name or a title, clean.

    Args:
        written: by a person.
        otherwise: the sentence that asks for it.

    Raises:
        Refusal: it is blank.
    """
    return _stated(clean_line(written), otherwise)


def stated_text(written: str, otherwise: str) -> str:
    """Return a text of one line or several, clean and without blanks at its ends.

    Args:
        written: by a person.
        otherwise: the sentence that asks for it.

    Raises:
        Refusal: it is blank.
    """
    return _stated(clean_text(written).strip(), otherwise)


def _stated(said: str, otherwise: str) -> str:
    if not said:
        raise Refusal(otherwise)
    return said


def within(said: str, most: int) -> str:
    """Return what was written, where it is no longer than it may be.

    Raises:
        Refusal: it holds more letters than `most`.
    """
    if len(said) > most:
        message = f"This holds {len(said):,} letters; {most:,} are the most."
        raise Refusal(message)
    return said


def refuse_too_many(count: int, what: str) -> None:
    """Refuse more rows from one field than anybody means: a text that was pasted into the wrong one.

    Raises:
        Refusal: there are more than 500.
    """
    if count > _MOST_ROWS:
        message = f"That is {count:,} {what}, one on each line; at most {_MOST_ROWS} can be kept."
        raise Refusal(message)
