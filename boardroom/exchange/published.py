"""The published schemas: where they stand, and their text as `boardroom schema` prints it."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from boardroom.exchange.board_format import board_schema

SCHEMAS = Path(__file__).resolve().parents[2] / "resources" / "schemas"


@lru_cache(maxsize=1)
def meeting_schema() -> Mapping[str, Any]:
    """Return the JSON schema of `boardroom.meeting-record/1`."""
    schema: Mapping[str, Any] = json.loads((SCHEMAS / "meeting-record-1.schema.json").read_text(encoding="utf-8"))
    return schema


def board_schema_text() -> str:
    """Return the JSON schema of `boardroom.board-record/1` as it is published."""
    return json.dumps(board_schema(), ensure_ascii=False, indent=1) + "\n"
