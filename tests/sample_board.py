"""The sample board as tests look at it: its rows by table, and what is restricted among them."""

import json
from base64 import b64decode
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample-board.json"
CANARIES = ROOT / "tests" / "data" / "sample-canaries.json"

Row: TypeAlias = dict[str, Any]


@lru_cache(maxsize=1)
def sample() -> dict[str, Any]:
    """Return the whole record."""
    record: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return record


def rows(table: str, **fields: object) -> list[Row]:
    """Return a table's rows, or those whose fields have these values."""
    found: list[Row] = sample()[table]
    return [row for row in found if all(row.get(name) == value for name, value in fields.items())]


def meeting(name: str) -> Row:
    """Return one meeting by its name."""
    (row,) = rows("meeting", name=name)
    return row


def of_meeting(table: str, name: str, **fields: object) -> list[Row]:
    """Return the rows of a table that belong to a meeting."""
    return rows(table, meeting_id=meeting(name)["id"], **fields)


def item(name: str, number: str) -> Row:
    """Return one item of a meeting."""
    (row,) = of_meeting("agenda_item", name, number=number)
    return row


def restricted_ids() -> set[str]:
    """Return the ids of all restricted items, paragraphs and papers, and of every row that hangs on one of them."""
    ids = {row["id"] for table in ("agenda_item", "paragraph", "paper") for row in rows(table, restricted=True)}
    before = -1
    while before != len(ids):
        before = len(ids)
        ids |= {row["id"] for row in _all_rows() if any(value in ids for value in _references(row))}
    return ids


def told_in_public() -> str:
    """Return everything people wrote that is neither restricted nor a note, the files of papers included."""
    hidden = restricted_ids()
    notes = {row["id"] for row in rows("paragraph", text_kind="note")}
    told = [json.dumps(row, ensure_ascii=False) for row in _all_rows() if row["id"] not in hidden | notes]
    open_files = {row["sha256"] for row in rows("paper") if row["id"] not in hidden}
    # The sample's own files are not compressed, so their words stand in the bytes.
    files = (b64decode(row["content"]) for row in rows("paper_content") if row["sha256"] in open_files)
    return "\n".join([*told, *(content.decode("latin-1") for content in files)])


def _all_rows() -> Iterator[Row]:
    for name, table in sample().items():
        if isinstance(table, list) and name != "paper_content":
            yield from table


def _references(row: Row) -> Iterator[object]:
    # What is restricted takes along what is under it, not what it is under.
    names = ("item_id", "parent_id", "action_id", "decision_id", "proposal_id", "vote_event_id", "motion_id")
    for name in names:
        yield row.get(name)
