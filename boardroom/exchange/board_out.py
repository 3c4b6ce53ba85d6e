"""A board, or the whole board file, going out as `boardroom.board-record/1`, piece by piece."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom import __version__
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.entities import ENTITIES
from boardroom.domain.papers import Paper
from boardroom.domain.refusal import Refusal
from boardroom.exchange.board_format import FORMAT, row_to_data, table_name
from boardroom.exchange.board_papers import ARRAY, contents_out
from boardroom.store.queries.exchange import all_rows, rows_by_id, rows_of_board

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PIECE = 1_000_000
"""Letters after which a piece goes out."""


def board_pieces(session: Session, board_id: UUID | None = None) -> Iterator[bytes]:
    """Return the bytes of a board record in pieces, for `write_whole`; the session stays open meanwhile.

    Args:
        session: of `BoardFile.reading`.
        board_id: the board to go out with all that belongs to it; None: all that the file holds.

    Raises:
        Refusal: the file has no such board.
    """
    tables = _tables(session, board_id)
    return _pieces(tables)


def _tables(session: Session, board_id: UUID | None) -> Iterator[tuple[str, Iterator[Mapping[str, Any]]]]:
    if board_id is None:
        rows = ((table_name(entity), _data(entity, all_rows(session, entity))) for entity in ENTITIES)
        return chain(rows, _contents(session, all_rows(session, Paper)))
    if not list(rows_by_id(session, Board, [board_id])):
        message = "This board file has no such board."
        raise Refusal(message)
    board = rows_of_board(session, board_id)
    rows = ((table_name(entity), _data(entity, board.of(session, entity))) for entity in ENTITIES)
    return chain(rows, _contents(session, board.of(session, Paper)))


def _contents(
    session: Session, papers: Iterable[Mapping[Any, Any]]
) -> Iterator[tuple[str, Iterator[Mapping[str, Any]]]]:
    yield ARRAY, contents_out(session, papers)


def _data(entity: type[Base], rows: Iterable[Mapping[Any, Any]]) -> Iterator[Mapping[str, Any]]:
    return (row_to_data(entity, row) for row in rows)


def _pieces(tables: Iterable[tuple[str, Iterator[Mapping[str, Any]]]]) -> Iterator[bytes]:
    """Write one row a line, so that two exports can be compared line by line."""
    yield f'{{\n"format": {_encode(FORMAT)},\n"made_with": {_encode(__version__)}'.encode()
    for name, rows in tables:
        yield f",\n{_encode(name)}: [".encode()
        first = next(rows, None)
        if first is not None:
            lines: list[str] = []
            letters = 0
            for row in chain((first,), rows):
                lines.append(("\n" if row is first else ",\n") + _encode(row))
                letters += len(lines[-1])
                if letters > _PIECE:
                    yield "".join(lines).encode()
                    lines.clear()
                    letters = 0
            yield "".join(lines).encode() + b"\n"
        yield b"]"
    yield b"\n}\n"
