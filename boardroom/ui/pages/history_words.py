"""How the journal's fields and values are said to people: words, days, texts; never column names."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from boardroom.domain.text import Run, plain
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.moments import time_shown

if TYPE_CHECKING:
    from collections.abc import Mapping

# Where the column's own name, its underscores taken out, would not be what people say.
_FIELDS = {
    "accountable_body_id": "accountable body",
    "agenda_note": "note on the agenda",
    "amends_id": "motion that it amends",
    "by_name": "speaker",
    "by_organisation": "organisation",
    "by_role": "role",
    "call_weeks": "weeks a call stays open",
    "casting": "casting vote",
    "deputy_for_id": "deputy for",
    "due_on": "due",
    "due_words": "due, in words",
    "form": "kind of paragraph",
    "held_on": "day",
    "item_id": "item",
    "lead": "led by",
    "left_at": "left",
    "media_type": "kind of file",
    "meeting_id": "meeting",
    "minutes_planned": "minutes planned",
    "mover_id": "moved by",
    "notice_given_on": "notice given",
    "organisation_id": "organisation",
    "owner_organisation": "owner's organisation",
    "owner_role": "owner",
    "parent_id": "stands under",
    "person_id": "person",
    "position": "place in the order",
    "proposal_id": "proposal",
    "review_on": "review of the restriction",
    "runs": "words",
    "seat_id": "seat",
    "seconder_id": "seconded by",
    "sha256": "content",
    "successor_id": "successor",
    "taken_from_id": "taken over from",
    "text_kind": "note or minute text",
}
_UNTOLD = frozenset({"position", "sha256", "taken_from_id", "record_hash", "surroundings", "record_id"})
_LONGEST = 4000


def is_told(field: str) -> bool:
    """Whether people want to hear of a field: not of places in an order, nor of hashes."""
    return field not in _UNTOLD


def field_said(field: str) -> str:
    """Return a field's name in words, beginning with a capital letter."""
    words = _FIELDS.get(field, field.removesuffix("_id").replace("_", " "))
    said = QCoreApplication.translate("fields", words)
    return said[:1].upper() + said[1:]


def value_said(value: object, names: Mapping[UUID, str]) -> str:  # noqa: PLR0911 - a line for each kind of value
    """Return a value in words; empty for none."""
    match value:
        case None | "":
            return ""
        case bool():
            return QCoreApplication.translate("values", "yes" if value else "no")
        case UUID():
            return names.get(value, QCoreApplication.translate("values", "something that has gone"))
        case Enum():
            return str(value.value)
        case datetime():
            return f"{plain_day(value.astimezone().date())}, {time_shown(value.astimezone())}"
        case date():
            return plain_day(value)
        case time():
            return time_shown(value)
        case tuple():
            return plain(run for run in value if isinstance(run, Run))[:_LONGEST]
        case _:
            return str(value)[:_LONGEST]
