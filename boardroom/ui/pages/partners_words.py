"""Words that the pages of partners share: days from and to, attendance, capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.days import plain_day

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

    from boardroom.store.queries.partner_page import Turnout


def from_to(starts: date | None, ends: date | None) -> str:
    """Return between which days something held; nothing where it always did."""
    if starts is not None and ends is not None:
        return _tr("{} to {}").format(plain_day(starts), plain_day(ends))
    if starts is not None:
        return _tr("since {}").format(plain_day(starts))
    return _tr("until {}").format(plain_day(ends)) if ends is not None else ""


def holds(starts: date | None, ends: date | None, today: date) -> bool:
    """Whether something holds on a day, both its own days counted."""
    return (starts is None or starts <= today) and (ends is None or ends >= today)


def turnout_words(turnout: Turnout) -> str:
    """Return at how many meetings of the last twelve months a partner was."""
    if not turnout.held:
        return _tr("No meeting was held in the last twelve months of a board on which they sit.")
    said = _tr("At {} of {} meetings in the last twelve months").format(turnout.attended, turnout.held)
    return _tr("{}; apologies for {}.").format(said, turnout.apologies) if turnout.apologies else f"{said}."


def capital(word: StrEnum) -> str:
    """Return a word of the glossary with a capital."""
    said = _tr(word.value)
    return said[:1].upper() + said[1:]


def counted(count: int, one: str, many: str) -> str:
    """Return a number of things: `1 seat`, `3 seats`.

    Args:
        count: how many.
        one: the words for one, with braces for the number.
        many: the words for any other number.
    """
    return (one if count == 1 else many).format(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)
