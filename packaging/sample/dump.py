"""The sample board as a board record: one array for each table, every row with its id, null fields left out."""

import json
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import inspect

from boardroom.domain.text import runs_to_data
from sample.board import SampleBoard


def dump(sample: SampleBoard) -> str:
    """Return the text of the board record."""
    record: dict[str, Any] = {"format": "boardroom.board-record/1"}
    for entity, rows in sample.rows.items():
        keys = [column.key for column in inspect(entity).column_attrs]
        keys.sort(key=lambda key: key != "id")
        record[entity.__tablename__] = [
            {key: _data(getattr(row, key)) for key in keys if getattr(row, key) is not None} for row in rows
        ]
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _data(value: object) -> object:
    match value:
        case UUID():
            return str(value)
        case datetime():
            return value.isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case tuple():
            return runs_to_data(value)
        case _:
            return value
