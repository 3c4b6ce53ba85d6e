"""What has to be said: a line or a text as somebody wrote it, clean, or the sentence that asks for it."""

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text


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
