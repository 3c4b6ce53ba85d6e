import json
from base64 import b64encode
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

import pytest
from sqlalchemy import select

from boardroom.domain.board import Board
from boardroom.domain.interests import Interest
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, Person
from boardroom.domain.refusal import Refusal
from boardroom.exchange.board_in import import_board, read_board
from boardroom.exchange.board_out import board_pieces
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.papers import content_of, keep_content
from tests.make import a_meeting, rows_of

Data: TypeAlias = dict[str, Any]
PDF = b"%PDF-1.4 costs\xff\x00"


def out(board: BoardFile, board_id: UUID | None = None) -> Data:
    with board.reading() as session:
        data: Data = json.loads(b"".join(board_pieces(session, board_id)))
    return data


def take_in(board: BoardFile, data: Data) -> None:
    record = read_board(json.dumps(data).encode(), "board.json")
    with board.writing("Import board") as session:
        import_board(session, record, "board.json")


@pytest.fixture
def board_ids(board_file: BoardFile) -> list[UUID]:
    """Fill a file with two boards, each with a meeting: one paper of each is the same file, and one's alone."""
    ids = []
    with board_file.writing("Set up") as session:
        for name, contents in (("One", [PDF, b"first"]), ("Two", [PDF])):
            maker = a_meeting(name)
            item = maker.item("1", "Play")
            maker.row(Paper, item_id=item.id, label="1Z", title="Promised", to_follow=True)
            for content in contents:
                key = keep_content(session, content)
                maker.row(Paper, item_id=item.id, label="1A", title="Costs", sha256=key, size=len(content))
            ids.append(maker.board.id)
            session.add_all(rows_of(maker))
        keep_content(session, b"of a paper that was removed")
    return ids


def kept(data: Data) -> int:
    return len(data["paper_content"])


def test_papers_go_out_with_their_bytes_and_come_in_whole(
    board_file: BoardFile, other_file: BoardFile, board_ids: list[UUID]
) -> None:
    whole = out(board_file)
    assert kept(whole) == 2
    take_in(other_file, whole)
    assert out(other_file) == whole
    with other_file.reading() as session:
        contents = {content_of(session, key) for key in session.scalars(select(Paper.sha256)) if key}
    assert contents == {PDF, b"first"}
    take_in(other_file, whole)
    assert other_file.last_change.seq == 0
    other_file.close()
    assert check(other_file.path) == []
    assert board_ids


def test_one_board_takes_its_own_papers_along_and_no_others(
    board_file: BoardFile, other_file: BoardFile, board_ids: list[UUID]
) -> None:
    one, two = (out(board_file, board_id) for board_id in board_ids)
    assert [kept(one), kept(two)] == [2, 1]
    take_in(other_file, one)
    # What the file keeps already need not come again.
    del two["paper_content"]
    take_in(other_file, two)
    assert out(other_file) == out(board_file)


def _given(data: Data, at: int, **values: object) -> None:
    data["paper_content"][at].update(values)


SPOILT: dict[str, tuple[Callable[[Data], object], str]] = {
    "other bytes": (
        lambda data: _given(data, 0, content=b64encode(b"forged").decode()),
        "paper_content, file 1, content: this is not the file whose SHA-256 is stated",
    ),
    "no Base64": (lambda data: _given(data, 1, content="%%%"), "paper_content, file 2, content: this is not Base64"),
    "letters of another kind": (lambda data: _given(data, 1, content="Ŵŷn="), "file 2, content: this is not Base64"),
    "twice": (lambda data: data["paper_content"].append(data["paper_content"][0]), "the same file stands here twice"),
    "nobody's": (
        lambda data: data["paper_content"].append(
            {
                "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
                "content": b64encode(b"x").decode(),
            }
        ),
        "no paper of the record names this file",
    ),
    "missing": (lambda data: data["paper_content"].pop(), "its file is neither in the record nor in the board file"),
    "another size": (
        lambda data: next(one for one in data["paper"] if one["size"]).update(size=7),
        "bytes, not 7",
    ),
    "a size without a file": (
        lambda data: next(one for one in data["paper"] if one["to_follow"]).update(size=7),
        "its file has 0 bytes, not 7",
    ),
    "unknown key": (lambda data: _given(data, 0, name="x"), "the key “name” is not known here"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_bytes_that_do_not_fit_keep_the_whole_record_out(
    board_file: BoardFile, other_file: BoardFile, board_ids: list[UUID], name: str
) -> None:
    assert board_ids
    spoil, sentence = SPOILT[name]
    data = deepcopy(out(board_file))
    spoil(data)
    with pytest.raises(Refusal) as told:
        take_in(other_file, data)
    assert sentence in str(told.value)
    assert (out(other_file)["paper"], out(other_file)["paper_content"]) == ([], [])


def test_interests_go_out_with_those_whom_the_board_knows_and_no_others(
    board_file: BoardFile, board_ids: list[UUID]
) -> None:
    stranger = Person(name="Ben")
    body = Organisation(name="Arrowmere Council")
    with board_file.writing("Fill the register") as session:
        session.get_one(Board, board_ids[0]).accountable_body_id = body.id
        session.add_all([stranger, body])
        session.add(Interest(nature="the body's", organisation_id=body.id, starts=date(2026, 1, 1)))
        session.add(Interest(nature="a stranger's through it", organisation_id=body.id, person_id=stranger.id))
        session.add(Interest(nature="a stranger's own", person_id=stranger.id))
    assert [one["nature"] for one in out(board_file, board_ids[0])["interest"]] == ["the body's"]
    assert out(board_file, board_ids[1])["interest"] == []
    assert len(out(board_file)["interest"]) == 3
