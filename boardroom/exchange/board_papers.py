"""The bytes of papers in a board record: an array `paper_content` after all rows (docs/decisions/0013)."""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from boardroom.domain.papers import LARGEST, MEGABYTES, Paper
from boardroom.exchange.json_reading import Json
from boardroom.exchange.validating import Fault
from boardroom.store.papers import content_of, keep_content
from boardroom.store.queries.papers import kept_contents

ARRAY = "paper_content"

SCHEMA: Mapping[str, Any] = {
    "description": "What was attached as a paper, kept once for all papers that are the same file.",
    "type": "object",
    "required": ["sha256", "content"],
    "additionalProperties": False,
    "properties": {
        "sha256": {"type": "string", "description": "SHA-256 of the file in hexadecimal, as its papers have it"},
        "content": {"type": "string", "description": "the file in Base64 (RFC 4648, section 4)"},
    },
}


def content_to_data(content: bytes) -> dict[str, str]:
    """Return the bytes of a paper as the format carries them."""
    return {"sha256": sha256(content).hexdigest(), "content": b64encode(content).decode("ascii")}


def contents_out(session: Session, papers: Iterable[Mapping[Any, Any]]) -> Iterator[Mapping[str, str]]:
    """Return the bytes that papers name, in order of their hash, one at a time in memory.

    Args:
        session: one that reads.
        papers: rows of papers by column name.

    Raises:
        Refusal: some of them are missing or damaged.
    """
    for key in sorted({str(paper["sha256"]) for paper in papers} - {""}):
        yield content_to_data(content_of(session, key))


def content_faults(
    session: Session, given: Sequence[Mapping[str, Json]], papers: Sequence[Mapping[str, Any]]
) -> Iterator[Fault]:
    """Tell which bytes of a board record are not what they should be, and which papers lack theirs.

    Args:
        session: one that reads.
        given: the record's `paper_content`; it fits the schema.
        papers: the record's papers by column name.
    """
    sizes: dict[str, int] = {}
    named = {str(paper["sha256"]) for paper in papers}
    for at, one in enumerate(given):
        key = one["sha256"]
        try:
            content = _decoded(one)
        except ValueError as error:
            yield (ARRAY, at, "content"), str(error)
            continue
        if sha256(content).hexdigest() != key:
            yield (ARRAY, at, "content"), "this is not the file whose SHA-256 is stated"
        elif key in sizes:
            yield (ARRAY, at, "sha256"), "the same file stands here twice"
        elif key not in named:
            yield (ARRAY, at, "sha256"), "no paper of the record names this file"
        sizes[key] = len(content)
    sizes = kept_contents(session, named - sizes.keys()) | sizes
    for at, paper in enumerate(papers):
        key = str(paper["sha256"])
        if key and key not in sizes:
            yield (Paper.__tablename__, at, "sha256"), "its file is neither in the record nor in the board file"
        elif paper["size"] != sizes.get(key, 0):
            yield (Paper.__tablename__, at, "size"), f"its file has {sizes.get(key, 0)} bytes, not {paper['size']}"


def take_contents(session: Session, given: Iterable[Mapping[str, Json]]) -> None:
    """Keep the bytes that a board record brings; `content_faults` found nothing wrong with them.

    Args:
        session: of `BoardFile.writing`.
        given: the record's `paper_content`.
    """
    for one in given:
        keep_content(session, _decoded(one))


def _decoded(one: Mapping[str, Json]) -> bytes:
    """Return the bytes of one member of the array.

    Raises:
        ValueError: they are not Base64, or more than a paper may hold.
    """
    try:
        content = b64decode(one["content"], validate=True)
    except (binascii.Error, ValueError):
        message = "this is not Base64"
        raise ValueError(message) from None
    if len(content) > LARGEST:
        message = f"the file is larger than {MEGABYTES} MB, the most that a paper may hold"
        raise ValueError(message)
    return content
