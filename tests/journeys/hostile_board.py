"""A board file in which every text is hostile: markup, lures, turned letters, places to fill in, endless words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from boardroom.domain.text import clean_line
from boardroom.exchange.board_format import table_name
from boardroom.exchange.board_in import import_board, read_board
from boardroom.exchange.sample import SAMPLE
from boardroom.store.file import BoardFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDLESS = 300_000
"""Letters without a space."""
MARK = "<b>"
"""Stands in every text that is not endless."""

_CODED = frozenset({
    "zone", "language", "country", "field", "media_type", "sha256", "content", "record_hash", "surroundings", "format",
    "email", "text_kind", "form",
})  # fmt: skip
"""Fields that hold no words of people, or whose form is held by the format."""
_NUMBERS = frozenset({"number", "minute_number", "label"})
_ENDLESS = (
    ("person", "name"), ("organisation", "name"), ("seat", "name"), ("meeting", "venue"), ("agenda_item", "title"),
    ("paragraph", "runs"), ("proposal", "text"), ("answer", "reason"), ("decision", "wording"), ("action", "text"),
    ("attendance", "name"), ("point", "text"), ("motion", "wording"), ("terms_of_reference", "remit"),
    ("interest", "matter"), ("declaration", "nature"), ("paper", "title"), ("action_update", "words"),
)  # fmt: skip
"""Fields that hold an endless word in one row, the last of their table."""


def hostile_texts(lure: Path, port: int) -> tuple[str, ...]:
    """Return what a hostile person types.

    Args:
        lure: a file that the texts name; whoever opens it has read a text as markup.
        port: of this computer, on which nobody should call.
    """
    url = lure.as_uri()
    return (
        f'<img src="{url}"><b>bold</b> &amp; &Undo <script>x()</script>',
        f'<html><body background="{url}"><img src="http://127.0.0.1:{port}/a.png"><b>b</b> %1 %n {{0}} {{name}} {{}}',
        f"<b>\u202e\u2066turned\u2069\u202c</b> 🧨👩\u200d👧 Llŷr %s {{0.__class__}} <a href='{url}'>press</a>",
        f"<qt><style>@import url({url});</style><table background='{url}'><b>x</b> && &lt;b&gt; $name ~x~ #1 \\n",
        f"![a]({url}) [b](javascript:x) <b>*c*</b> `d` {{self}} ' \" ; DROP TABLE action; -- ﷽ " + "Z͑ͫ" * 20,
    )


def make_hostile(path: Path, lure: Path, port: int) -> None:
    """Make a board file from the sample board, with every text replaced."""
    record = json.loads(SAMPLE.read_text(encoding="utf-8"))
    record["seal"] = []
    texts = hostile_texts(lure, port)
    places = {(table, field): len(record[table]) - 1 for table, field in _ENDLESS}
    for count, (table, number, field, old) in enumerate(list(_texts(record))):
        row = record[table][number]
        text = texts[count % len(texts)]
        if places.get((table, field)) == number:
            text = "Endless" + "x" * ENDLESS
        elif field in _NUMBERS:
            text = f"<b>{old}</b>" if old else ""
        row[field] = [[text[:40], "b"], [text[40:]]] if field == "runs" else clean_line(text)
    source = path.with_suffix(".json")
    source.write_text(json.dumps(record), encoding="utf-8")
    data = read_board(source, "The hostile board")
    with BoardFile.made(path, who="Ann Reed") as board, board.writing(texts[0]) as session:
        import_board(session, data)


def _texts(record: dict[str, Any]) -> Iterator[tuple[str, int, str, str]]:
    """Yield table, row, field and text of whatever people wrote."""
    coded = _words_of_the_format()
    for table, rows in record.items():
        if not isinstance(rows, list):
            continue
        for number, row in enumerate(rows):
            for field, value in row.items():
                if field in _CODED or field == "id" or field.endswith(("_id", "_on", "_at", "_date")):
                    continue
                if field == "runs" or (isinstance(value, str) and (table, field) not in coded):
                    yield table, number, field, value


def _words_of_the_format() -> set[tuple[str, str]]:
    """Return the fields that hold no free text, by their column's kind."""
    from boardroom.domain.entities import ENTITIES  # noqa: PLC0415 - only this needs them

    return {
        (table_name(entity), column.name)
        for entity in ENTITIES
        for column in entity.__table__.columns
        if type(column.type).__name__ != "Text"
    }
