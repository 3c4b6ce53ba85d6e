"""Sums of money as people write and read them: whole pence, no floats."""

import re
from enum import Enum

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line

MOST_PENCE = 10**14
"""Above this a figure is a slip of the hand, and a double would lose pence in an export."""

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_SUM = re.compile(
    r"(?:£|gbp)?\s*(?P<minus>[-\N{MINUS SIGN}])?\s*(?:£|gbp)?\s*"
    r"(?P<pounds>[0-9]{1,3}(?:[,\s][0-9]{3})+|[0-9]+)(?:\.(?P<pence>[0-9]{1,2})0*)?"
    r"\s*(?P<times>k|m|thousand|million)?\s*(?:gbp|pounds?(?: sterling)?)?",
    re.IGNORECASE,
)
_TIMES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_OTHER = re.compile(
    r"[$€¥₹¢]|\b(?:euros?|eur|dollars?|usd|francs?|chf|yen|jpy|rupees?|inr|zlot\w*|pln|kron\w+|cents?|aud|cad)\b",
    re.IGNORECASE,
)
_LONGEST = 20


class SumFault(Enum):
    """What is wrong with a sum."""

    NONE = "no sum"
    OTHER = "other money"
    BELOW = "below nothing"
    OVER = "out of all bounds"


class SumRefusal(Refusal):
    """A sum that isn't taken, with what is wrong with it: a form words that in its own way."""

    def __init__(self, fault: SumFault, sentence: str) -> None:
        """Refuse a sum with a sentence."""
        super().__init__(sentence)
        self.fault = fault


def pence_of(written: str) -> int:
    """Return a sum as somebody wrote it in whole pence: `£120,000`, `1500.50`, `120k`, `GBP 950`.

    Raises:
        SumRefusal: it is no sum of money, is in other money, is below nothing, or is out of all bounds.
    """
    said = clean_line(written)
    if _OTHER.search(said):
        message = f"“{said[:40]}” is not in pounds; write the sum in pounds, such as 12,500."
        raise SumRefusal(SumFault.OTHER, message)
    found = _SUM.fullmatch(said)
    if found is None:
        message = f"“{said[:40]}” is no sum in pounds; write it as 120,000 or 1,500.50." if said else "Write the sum."
        raise SumRefusal(SumFault.NONE, message)
    pounds = re.sub(r"[^0-9]", "", found["pounds"])
    times = _TIMES[(found["times"] or "").lower()]
    pence = (int(pounds[:_LONGEST]) * 100 + int((found["pence"] or "0").ljust(2, "0"))) * times
    if found["minus"] and pence:
        raise SumRefusal(SumFault.BELOW, "A sum can’t be below 0.")
    if len(pounds) > _LONGEST or pence > MOST_PENCE:
        raise SumRefusal(SumFault.OVER, "That is more money than a plan can hold.")
    return pence


def money_shown(pence: int, currency: str = "GBP") -> str:
    """Return a sum as screens and papers show it: `£120,000`, `£1,500.50`; another currency by its code."""
    whole, rest = divmod(abs(pence), 100)
    figure = f"{whole:,}.{rest:02}" if rest else f"{whole:,}"
    sign = _SIGNS.get(currency)
    shown = f"{sign}{figure}" if sign else f"{currency} {figure}"
    return f"−{shown}" if pence < 0 else shown  # noqa: RUF001 - a minus sign
