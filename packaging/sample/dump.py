"""The sample board as a board record: one array for each table, every row with its id."""

import json
from typing import Any

from boardroom.exchange.board_format import FORMAT, fields_of, row_to_data, table_name
from boardroom.exchange.board_papers import ARRAY, content_to_data
from sample.board import SampleBoard


def dump(sample: SampleBoard) -> str:
    """Return the text of the board record."""
    record: dict[str, Any] = {"format": FORMAT}
    for entity, rows in sample.rows.items():
        names = [field.name for field in fields_of(entity)]
        record[table_name(entity)] = [row_to_data(entity, {name: getattr(row, name) for name in names}) for row in rows]
    record[ARRAY] = [content_to_data(sample.contents[key]) for key in sorted(sample.contents)]
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
