"""Sums of money as people write and read them: whole pence, no floats."""

import re

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line

MOST_PENCE = 10**14
"""Above this a figure is a slip of the hand, and a double would lose pence in an export."""

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_SUM = re.compile(
    r"£?\s?(?P<pounds>\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.(?P<pence>\d{1,2}))?\s?(?P<times>k|m|thousand|million)?",
    re.IGNORECASE,
)
_TIMES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}


def pence_of(written: str) -> int:
    """Return a sum as somebody wrote it in whole pence: `£120,000`, `1500.50`, `120k`.

    Raises:
        Refusal: it is no sum of money, is below nothing, or is out of all bounds.
    """
    said = clean_line(written)
    found = _SUM.fullmatch(said)
    if found is None:
        message = f"“{said[:40]}” is no sum in pounds; write it as 120,000 or 1,500.50." if said else "Write the sum."
        raise Refusal(message)
    pounds = re.sub(r"\D", "", found["pounds"])
    times = _TIMES[(found["times"] or "").lower()]
    pence = (int(pounds[:20]) * 100 + int((found["pence"] or "0").ljust(2, "0"))) * times
    if len(pounds) > 20 or pence > MOST_PENCE:  # noqa: PLR2004 - as above
        message = "That is more money than a plan can hold."
        raise Refusal(message)
    return pence


def money_shown(pence: int, currency: str = "GBP") -> str:
    """Return a sum as screens and papers show it: `£120,000`, `£1,500.50`; another currency by its code."""
    whole, rest = divmod(abs(pence), 100)
    figure = f"{whole:,}.{rest:02}" if rest else f"{whole:,}"
    sign = _SIGNS.get(currency)
    shown = f"{sign}{figure}" if sign else f"{currency} {figure}"
    return f"−{shown}" if pence < 0 else shown  # noqa: RUF001 - a minus sign
