"""Fractions as people write them, and what a quorum comes to, in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.quorum import least_present
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import QuorumBase
from boardroom.ui.kit.days import plain_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.domain.board import QuorumNeed, TermsOfReference
    from boardroom.store.queries.seats import SeatRow

_WORDS = {
    "half": (1, 2),
    "third": (1, 3),
    "two thirds": (2, 3),
    "quarter": (1, 4),
    "three quarters": (3, 4),
    "all": (1, 1),
}
_FIGURES = re.compile(r"(\d{1,3})\s*(?:/|in|of|out of)\s*(\d{1,3})")


def read_fraction(typed: str) -> tuple[int, int] | None:
    """Return a fraction that was typed, `1/4`, `1 in 4` or `a quarter`; None where nothing was.

    Raises:
        Refusal: it is none.
    """
    said = " ".join(typed.casefold().split()).removeprefix("a ").removeprefix("one ").removeprefix("one-")
    if not said:
        return None
    if said.replace("-", " ") in _WORDS:
        return _WORDS[said.replace("-", " ")]
    figures = _FIGURES.fullmatch(said)
    if figures is None or not int(figures[2]):
        raise Refusal(_tr("Write a fraction, such as 1/4, or a quarter."))
    return int(figures[1]), int(figures[2])


def fraction_said(upper: int | None, lower: int | None) -> str:
    """Return a fraction in figures; nothing where there is none."""
    return f"{upper}/{lower}" if upper is not None and lower else ""


def quorum_sentence(terms: TermsOfReference, needs: Sequence[QuorumNeed], seats: Sequence[SeatRow]) -> tuple[str, bool]:
    """Return what a quorum comes to with the seats of today, and whether something is amiss.

    Args:
        terms: the terms of reference.
        needs: whom the quorum names.
        seats: those that stand today, each with its holder.
    """
    voting = [seat for seat in seats if seat.voting]
    filled = sum(seat.holder is not None for seat in voting)
    needed = least_present(terms, all_seats=len(voting), filled=filled)
    if needed is None and terms.quorum_sectors is None and not needs:
        return _tr("These terms don’t say what the quorum is. A number or a part of the seats will do."), True
    if not voting:
        return _tr("The board has no voting seats yet; once it has, what the quorum comes to stands here."), False
    if terms.quorum_base is QuorumBase.ALL_SEATS and terms.quorum_numerator is not None:
        begin = _tr("With {} seats, {} of them filled, that needs").format(len(voting), filled)
    elif filled == 1:
        begin = _tr("With 1 seat filled that needs")
    else:
        begin = _tr("With {} seats filled that needs").format(filled)
    parts = []
    if needed is not None:
        parts.append(_tr("1 member") if needed == 1 else _tr("{} members").format(needed))
    if terms.quorum_sectors is not None:
        sectors = terms.quorum_sectors
        said = _tr("1 sector") if sectors == 1 else _tr("{} sectors").format(sectors)
        parts.append(_tr("of {}").format(said) if parts else _tr("members of {}").format(said))
    sentence = " ".join([begin, *parts])
    named = ", ".join(need_words(need) for need in needs)
    if named:
        sentence = _tr("{}, among them {}").format(sentence, named) if parts else f"{sentence} {named}"
    sentence += "."
    if needed is not None and needed > filled:
        return _tr("{} That is more than are filled, so no meeting could have a quorum.").format(sentence), True
    return sentence, False


def need_words(need: QuorumNeed) -> str:
    """Return one part that a quorum names: `the chair`, `2 of health`."""
    if need.role:
        who = need.role if need.sector is None else f"{need.role} ({need.sector.value})"
        if need.least == 1:
            return _tr("the {}").format(who)
        return _tr("{} with the role {}").format(need.least, who)
    return _tr("{} of {}").format(need.least, need.sector.value if need.sector is not None else "")


def terms_words(terms: TermsOfReference, *, in_force: bool) -> str:
    """Return between which days terms of reference hold."""
    if terms.starts is not None and terms.ends is not None:
        said = _tr("{} to {}").format(plain_day(terms.starts), plain_day(terms.ends))
    elif terms.starts is not None:
        said = _tr("From {}").format(plain_day(terms.starts))
    else:
        said = _tr("Until {}").format(plain_day(terms.ends)) if terms.ends is not None else _tr("From the beginning")
    return _tr("{}, in force").format(said) if in_force else said


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
