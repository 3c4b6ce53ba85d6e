"""The bank holidays that come with the program, for counting working days."""

from datetime import date
from functools import cache
from pathlib import Path

from boardroom.domain.notice import bank_holidays

TABLE = Path(__file__).resolve().parents[2] / "resources" / "bank-holidays.json"


@cache
def known_holidays() -> frozenset[date]:
    """Return the bank holidays of the bundled table, which a user may have edited.

    Raises:
        Refusal: the table can't be read.
    """
    try:
        text = TABLE.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    return frozenset(bank_holidays(text))
