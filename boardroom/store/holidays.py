"""The bank holidays that come with the program, for counting working days."""

from datetime import date
from functools import cache
from pathlib import Path

from boardroom.domain.notice import bank_holidays

TABLE = Path(__file__).resolve().parents[2] / "resources" / "bank-holidays.json"


@cache
def named_holidays() -> dict[date, str]:
    """Return the bank holidays of the bundled table, which a user may have edited, each with its name.

    Raises:
        Refusal: the table can't be read.
    """
    try:
        text = TABLE.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    return bank_holidays(text)


def known_holidays() -> frozenset[date]:
    """Return the days of the bank holidays that are known.

    Raises:
        Refusal: the table can't be read.
    """
    return frozenset(named_holidays())
