"""What the command line prints: sentences, tables, JSON, and a progress bar when a person is watching."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

_LEAST_WIDTH = 60
_GAP = "  "
_LONGEST = 1_500
_END = 200


def plain(text: str) -> str:
    """Return text without characters that could steer a terminal or reorder its line."""
    return "".join(
        character if character.isprintable() or character == "\n" else "\N{REPLACEMENT CHARACTER}" for character in text
    )


def on_one_line(sentence: str) -> str:
    """Return a sentence as one plain line, even where it quotes a text of many lines."""
    line = plain(sentence).replace("\n", " ")
    if len(line) <= _LONGEST:
        return line
    # What is to be done stands at the end.
    return f"{line[: _LONGEST - _END]}… {line[-_END:]}"


def say(sentence: str) -> None:
    """Print one line for the person at the keyboard."""
    sys.stdout.write(f"{on_one_line(sentence)}\n")


def warn(sentence: str) -> None:
    """Print one line of caution; it doesn't stop anything."""
    sys.stderr.write(f"Note: {on_one_line(sentence)}\n")


def print_json(rows: Sequence[dict[str, object]]) -> None:
    """Print rows as a JSON array of objects."""
    sys.stdout.write(json.dumps(rows, default=_json_value, ensure_ascii=False, indent=2) + "\n")


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under headers, the last column cut to the width of the screen when a person reads it."""
    texts = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(headers, *texts, strict=True)]
    room = sum(widths) + len(_GAP) * (len(widths) - 1)
    if sys.stdout.isatty():
        room = max(_LEAST_WIDTH, shutil.get_terminal_size().columns)
    for line in (list(headers), *texts):
        joined = _GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        sys.stdout.write((joined if len(joined) <= room else f"{joined[: room - 1]}…") + "\n")


@contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Lend a function that moves a progress bar on by so many; silent unless a person is watching."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _nothing
        return
    from tqdm import tqdm  # noqa: PLC0415 - only where a bar is drawn

    with tqdm(desc=label, total=total, leave=False, delay=0.5) as bar:
        yield lambda done: _advance(bar, done)


def _advance(bar: object, done: int) -> None:
    bar.update(done)  # type: ignore[attr-defined]


def _nothing(done: int) -> None:
    """Move no bar."""


def _cell(value: object) -> str:
    text = "" if value is None else value.value if isinstance(value, StrEnum) else str(value)
    return plain(" ".join(text.split()))


def _json_value(value: object) -> str:
    match value:
        case StrEnum():
            return value.value
        case UUID():
            return str(value)
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            message = f"no JSON form for {type(value).__name__}"
            raise TypeError(message)
