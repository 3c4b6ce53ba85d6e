"""The published schemas are those that the program goes by."""

import json

import jsonschema_rs
import pytest

from boardroom.domain.entities import ENTITIES
from boardroom.exchange.board_format import board_schema
from boardroom.exchange.published import SCHEMAS, board_schema_text, meeting_schema


def test_the_copy_of_the_board_schema_is_current() -> None:
    published = (SCHEMAS / "board-record-1.schema.json").read_text(encoding="utf-8")
    # python main.py schema > resources/schemas/board-record-1.schema.json
    assert published == board_schema_text()


def test_both_schemas_are_schemas() -> None:
    assert jsonschema_rs.meta.is_valid(json.loads(board_schema_text()))
    assert jsonschema_rs.meta.is_valid(dict(meeting_schema()))


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)
def test_every_column_of_every_entity_is_in_the_schema(entity: type) -> None:
    table = entity.__table__  # type: ignore[attr-defined]
    assert set(board_schema()["$defs"][table.name]["properties"]) == {column.name for column in table.columns}
