"""A seat with its holder, as a row: on the page of a person, of an organisation, of the seat itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.row_data import RowData
from boardroom.ui.pages.partners_words import from_to

if TYPE_CHECKING:
    from datetime import date

    from boardroom.store.queries.partner_page import Sitting


def sitting_row(one: Sitting, today: date, *, person_first: bool) -> RowData:
    """Return the row of a seat with its holder.

    Args:
        one: the seat.
        today: the day on which it is looked at.
        person_first: whether the holder is the row's title, or the seat.
    """
    stands, vacant = one.stands(today), one.person_id is None
    title, beside = one.seat, one.organisation
    if person_first:
        title, beside = (one.person, one.seat) if one.person else (one.seat, "")
    said = [beside, from_to(one.starts, one.ends)]
    chip = _tr("vacant") if vacant else "" if stands else _tr("not today")
    return RowData(
        id=(one.seat_id, one.membership_id),
        key=one.seat,
        title=title,
        second_line=" · ".join(part for part in said if part),
        icon="identification-card" if vacant or not person_first else "user",
        chip=chip,
        chip_tone="caution" if vacant else "outline",
        muted=not stands and not vacant,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)
