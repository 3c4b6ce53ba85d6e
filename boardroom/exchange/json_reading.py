"""JSON from outside, read with care: size, depth, encoding, duplicate keys, numbers, text (hazard 23)."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_text
from boardroom.store.trouble import why_not

Json: TypeAlias = Any
"""What JSON can hold: dict, list, str, int, float, bool, None."""

MEGABYTE = 1_000_000
DEEPEST = 40
_DIGITS = 15
_EXCERPT = 40
_BYTE_ORDER_MARKS = (
    # The four-byte marks begin like the two-byte ones, so they come first.
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_TOO_DEEP = f"its brackets are nested more than {DEEPEST} deep"
_SYMBOL = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{},:]', re.DOTALL)
_REASONS = {
    "Expecting value": "a value is missing or is not in quotes",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing after a key",
    "Unterminated string starting at": "a text begins here that has no closing quote",
    "Extra data": "something follows after the end",
    "Illegal trailing comma before end of object": "a comma is too many",
    "Illegal trailing comma before end of array": "a comma is too many",
}


class _DuplicateKeyError(Exception):
    """An object holds the same key twice."""


def read_json(source: Path | bytes, name: str, *, megabytes: int, words: Mapping[str, str]) -> Json:
    """Return what a JSON file holds, every text in it as `clean_text` leaves it.

    Whole numbers written as 3.0 come as 3. A byte-order mark of UTF-8 is let pass.

    Args:
        source: the file, or its bytes.
        name: what the file is called in sentences.
        megabytes: the most that is read.
        words: by the key of a list, what one of its members is called.

    Raises:
        Refusal: the file can't be read, is too large or too deep, is not UTF-8 or not JSON, holds a key
            twice, or a number that can't be meant.
    """
    content = source if isinstance(source, bytes) else _content(source, name, megabytes)
    if len(content) > megabytes * MEGABYTE:
        _refuse_size(name, megabytes)
    text = _decoded(content, name)
    if not text.strip():
        _refuse(name, "is empty")
    numbers = _Numbers()
    try:
        data = json.loads(
            text,
            strict=False,  # a raw control character inside a text is cleaned away like an escaped one
            object_pairs_hook=_object,
            parse_int=numbers.whole,
            parse_float=numbers.decimal,
            parse_constant=numbers.odd,
        )
        data = _cleaned(data, 0)
    except _DuplicateKeyError:
        _refuse(name, _duplicate(text, words))
    except json.JSONDecodeError as error:
        reason = _REASONS.get(error.msg, "the text does not follow JSON's rules")
        _refuse(name, f"is not readable as JSON: line {error.lineno}, column {error.colno}: {reason}")
    except RecursionError:
        _refuse(name, f"can't be read: {_TOO_DEEP}")
    except _DepthError:
        _refuse(name, f"can't be read: {_TOO_DEEP}")
    if numbers.unmeant:
        place = place_in_words(_place_of(numbers.unmeant[0], data) or (), words)
        _refuse(name, f"can't be read: {place}: {numbers.unmeant[0].why}")
    return data


def place_in_words(path: Sequence[str | int], words: Mapping[str, str]) -> str:
    """Return a place in a file as people say it: `agenda, item 3, decisions, 1, votes, for`.

    Args:
        path: keys and places counted from 0, outermost first.
        words: by the key of a list, what one of its members is called.
    """
    said: list[str] = []
    before: str | int = ""
    for step in path:
        if isinstance(step, int):
            said.append(f"{words.get(str(before), '')} {step + 1}".strip())
        else:
            said.append(step)
        before = step
    return ", ".join(said) or "at its outermost level"


class _DepthError(Exception):
    """Brackets are nested too deep."""


def _refuse(name: str, why: str) -> NoReturn:
    message = f"{name} {why}."
    raise Refusal(message)


def _refuse_size(name: str, megabytes: int) -> NoReturn:
    _refuse(name, f"is larger than {megabytes} MB, more than a file of its kind can need")


def _content(path: Path, name: str, megabytes: int) -> bytes:
    try:
        if path.is_dir():
            _refuse(name, "is a folder, not a file")
        if not path.exists():
            _refuse(name, "isn't there")
        if not path.is_file():
            # A pipe would wait for ever.
            _refuse(name, "is not an ordinary file")
        if path.stat().st_size > megabytes * MEGABYTE:
            _refuse_size(name, megabytes)
        with path.open("rb") as file:
            return file.read(megabytes * MEGABYTE + 1)
    except OSError as error:
        _refuse(name, f"can't be read: {why_not(error)}")


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            _refuse(name, f"is written in {encoding}; save it as UTF-8 and import it again")
    if content[:4].count(0) and content[:1] not in {b"", b'"'}:
        _refuse(name, "is written in UTF-16 or UTF-32, or is not text at all; save it as UTF-8 and import it again")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _refuse(name, f"is not written in UTF-8 (line {line} shows it first); save it as UTF-8 and import it again")


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DuplicateKeyError
    return made


@dataclass(frozen=True, slots=True, eq=False)
class _Unmeant:
    """Stands for a number that can't be meant, until its place is known."""

    why: str


class _Numbers:
    """Reads numbers, and keeps those that no board counts to."""

    def __init__(self) -> None:
        self.unmeant: list[_Unmeant] = []

    def whole(self, digits: str) -> int | _Unmeant:
        # Python itself refuses to read a number of more than 4,300 digits.
        return self._too_large(digits) if len(digits) > _DIGITS else int(digits)

    def decimal(self, digits: str) -> float | int | _Unmeant:
        value = float(digits)
        if abs(value) >= 10**_DIGITS:
            return self._too_large(digits)
        return int(value) if value.is_integer() else value

    def odd(self, word: str) -> _Unmeant:
        return self._keep(f"{word} is not a number that JSON knows")

    def _too_large(self, digits: str) -> _Unmeant:
        shown = digits if len(digits) <= _EXCERPT else f"{digits[:_EXCERPT]}… ({len(digits)} digits)"
        return self._keep(f"the number {shown} is too large to be meant")

    def _keep(self, why: str) -> _Unmeant:
        self.unmeant.append(_Unmeant(why))
        return self.unmeant[-1]


def _place_of(wanted: object, data: Json) -> tuple[str | int, ...] | None:
    """Return the place of one object in data."""
    if data is wanted:
        return ()
    inside: Iterable[tuple[str | int, Json]] = ()
    if isinstance(data, dict):
        inside = data.items()
    elif isinstance(data, list):
        inside = enumerate(data)
    for step, value in inside:
        below = _place_of(wanted, value)
        if below is not None:
            return (step, *below)
    return None


def _cleaned(data: Json, depth: int) -> Json:
    """Return the same data with clean text in place of every text, keys included."""
    if isinstance(data, str):
        return clean_text(data)
    if depth > DEEPEST:
        raise _DepthError
    if isinstance(data, dict):
        return _object([(clean_text(key), _cleaned(value, depth + 1)) for key, value in data.items()])
    if isinstance(data, list):
        return [_cleaned(value, depth + 1) for value in data]
    return data


def _duplicate(text: str, words: Mapping[str, str]) -> str:
    """Return where the first key stands twice; the quick reader only knows that one does."""
    path: list[str | int] = []
    keys: list[set[str] | None] = []
    symbol = before = ""
    for found in _SYMBOL.finditer(text):
        before, symbol = symbol, found.group()
        if symbol in "{[":
            keys.append(set() if symbol == "{" else None)
            path.append("" if symbol == "{" else 0)
        elif symbol in "}]":
            keys.pop()
            path.pop()
        elif symbol == "," and keys[-1] is None:
            path[-1] = int(path[-1]) + 1
        elif symbol == ":" and keys[-1] is not None:
            key = clean_text(str(json.loads(before, strict=False)))
            if key in keys[-1]:
                line = text.count("\n", 0, found.start()) + 1
                where = place_in_words(path[:-1], words)
                return f"holds the key “{key}” twice: {where} (line {line}); which one is meant can't be known"
            keys[-1].add(key)
            path[-1] = key
    return "holds a key twice; which one is meant can't be known"
