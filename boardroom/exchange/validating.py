"""Data from outside held against a published schema; what doesn't fit is told in words.

jsonschema-rs, not fastjsonschema: on the 17 real records 12 µs a record against 410, and it names every
fault with its place where the other stops at the first (docs/decisions/0011). It is imported on first use.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from boardroom.domain.refusal import Refusal
from boardroom.exchange.json_reading import Json, place_in_words
from boardroom.exchange.patterns import MEANINGS

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator, ValidationError

FAULTS_SHOWN = 5
_EXCERPT = 40
_TYPES = {
    "string": "a text in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list in [ ]",
    "object": "an object in { }",
    "null": "null",
}
Fault: TypeAlias = tuple[Sequence[str | int], str]
"""A place (keys, and places in lists counted from 0) and what is wrong there."""


def validate(data: Json, schema: Callable[[], Mapping[str, Any]], name: str, *, words: Mapping[str, str]) -> None:
    """Hold data against a schema.

    Args:
        data: what `read_json` returned.
        schema: gives the schema; asked once.
        name: what the file is called in sentences.
        words: by the key of a list, what one of its members is called.

    Raises:
        Refusal: it doesn't fit; the first few faults, each with its place.
    """
    validator = _validator(schema)
    # One more than is shown tells whether there are more.
    faults = list(islice(validator.iter_errors(data), FAULTS_SHOWN + 1))
    if faults:
        refuse_faults(name, [(fault.instance_path, _why(fault, schema())) for fault in faults], words)


def refuse_faults(name: str, faults: Iterable[Fault], words: Mapping[str, str]) -> None:
    """Refuse a file for its faults, if there are any: the first few, each with its place.

    Raises:
        Refusal: there is a fault.
    """
    told = [f"{place_in_words(path, words)}: {why}" for path, why in faults]
    if told:
        more = " There are more faults." if len(told) > FAULTS_SHOWN else ""
        message = f"{name} can't be taken in: {'; '.join(told[:FAULTS_SHOWN])}.{more}"
        raise Refusal(message)


def shown(value: Json) -> str:
    """Return a value as a sentence quotes it."""
    if isinstance(value, dict):
        return "an object in { }"
    if isinstance(value, list):
        return "a list in [ ]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    text = " ".join(str(value).split())
    text = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
    return f"“{text}”" if isinstance(value, str) else text


@lru_cache(maxsize=8)
def _validator(schema: Callable[[], Mapping[str, Any]]) -> "Draft202012Validator":
    from jsonschema_rs import Draft202012Validator  # noqa: PLC0415 - 60 ms that only an import needs

    return Draft202012Validator(dict(schema()))


def _why(fault: "ValidationError", schema: Mapping[str, Any]) -> str:
    """Say what is wrong in words."""
    kind: Any = fault.kind
    value = fault.instance
    match kind.name:
        case "type":
            wanted = " or ".join(_TYPES[each] for each in sorted(kind.types, key=lambda each: each == "null"))
            why = f"{wanted} is wanted here, not {shown(value)}"
        case "enum":
            why = f"{shown(value)} is none of {', '.join(str(option) for option in kind.options)}"
        case "required":
            why = f"“{kind.property}” is missing"
        case "additionalProperties":
            why = _unknown(kind.unexpected, fault, schema)
        case "pattern":
            why = f"{shown(value)} is not {MEANINGS.get(kind.pattern, 'written as it should be')}"
        case "minimum":
            why = f"{shown(value)} is less than {kind.limit}"
        case "maximum":
            why = f"{shown(value)} is more than {kind.limit}"
        case "const":
            why = f"{shown(value)} should be {shown(kind.expected_value)}"
        case _:
            why = str(fault.message)
    return why


def _unknown(keys: Sequence[str], fault: "ValidationError", schema: Mapping[str, Any]) -> str:
    """Name keys that the format doesn't have, and what may have been meant."""
    part: Any = schema
    for step in fault.schema_path[:-1]:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[-1]] if step == "$ref" else part[step]
    known = list(part.get("properties", ())) if isinstance(part, Mapping) else []
    told = []
    for key in keys[:3]:
        near = get_close_matches(key, known, n=1)
        told.append(f"the key {shown(key)} is not known here" + (f" (is “{near[0]}” meant?)" if near else ""))
    return " and ".join(told)
