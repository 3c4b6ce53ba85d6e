"""A board goes out and comes in equal, whole or not at all."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from boardroom.domain.agenda import Paragraph
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import MeetingBoard, Seal
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run
from boardroom.exchange.board_in import import_board, in_cycles, read_board
from boardroom.exchange.board_out import board_pieces
from boardroom.exchange.board_papers import ARRAY
from boardroom.exchange.meeting_format import RecordFile, read_record
from boardroom.exchange.meeting_in import import_records
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.whole_file import write_whole
from tests.exchange.conftest import REAL
from tests.make_records import generated_record

Data = dict[str, Any]
SAMPLE = Path(__file__).parents[2] / "resources" / "sample-board.json"


def out(board: BoardFile, board_id: UUID | None = None) -> bytes:
    with board.reading() as session:
        return b"".join(board_pieces(session, board_id))


def take_in(board: BoardFile, data: Data | bytes) -> dict[str, int]:
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    with board.writing("Take a board in") as session:
        return dict(import_board(session, read_board(content, "board.json"), "board.json").made)


def refused(board: BoardFile, data: Data | bytes) -> str:
    before = out(board)
    with pytest.raises(Refusal) as told:
        take_in(board, data)
    assert out(board) == before
    return str(told.value)


def real(board: BoardFile) -> None:
    with board.writing("Import records") as session:
        import_records(session, [read_record(path, path.name) for path in REAL], new_board=True)


def generated(board: BoardFile) -> None:
    rng = Random(7)
    with board.writing("Import records") as session:
        import_records(
            session,
            [RecordFile(f"{at}", generated_record(rng, at, board=f"Board {at % 2}")) for at in range(30)],
            new_board=True,
        )


def sample(board: BoardFile) -> None:
    take_in(board, SAMPLE.read_bytes())


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """Give the sample board as data, for tests that spoil it."""
    with BoardFile.create(tmp_path_factory.mktemp("sample") / "sample.boardroom", who="S") as board:
        sample(board)
        data: Data = json.loads(out(board))
    return data


@pytest.mark.parametrize("fill", [real, generated, sample], ids=lambda fill: fill.__name__)
def test_a_file_goes_out_and_comes_in_equal(
    board_file: BoardFile, other_file: BoardFile, fill: Callable[[BoardFile], None]
) -> None:
    fill(board_file)
    content = out(board_file)
    take_in(other_file, content)
    assert out(other_file) == content
    assert take_in(other_file, content) == {}
    assert other_file.last_change.seq == 0
    other_file.close()
    assert check(other_file.path) == []


def test_boards_that_go_out_one_by_one_come_in_as_the_whole(board_file: BoardFile, other_file: BoardFile) -> None:
    real(board_file)
    with board_file.reading() as session:
        ids = list(session.scalars(select(Board.id)))
    for board_id in ids:
        take_in(other_file, out(board_file, board_id))
    assert out(other_file) == out(board_file)


def test_one_board_goes_out_with_what_belongs_to_it_and_nothing_else(board_file: BoardFile) -> None:
    sample(board_file)
    whole = json.loads(out(board_file))
    generated(board_file)
    with board_file.reading() as session:
        one = json.loads(b"".join(board_pieces(session, UUID(whole["board"][0]["id"]))))
    del whole["made_with"], one["made_with"]
    # People whom nothing on the board names belong to the file only.
    assert {table: rows for table, rows in one.items() if table not in {"person", "organisation"}} == {
        table: rows for table, rows in whole.items() if table not in {"person", "organisation"}
    }


def test_a_joint_meeting_brings_the_other_boards_row_along(board_file: BoardFile, other_file: BoardFile) -> None:
    generated(board_file)
    with board_file.reading() as session:
        first, second = session.scalars(select(Board).order_by(Board.name))
        own = session.scalars(select(MeetingBoard).where(MeetingBoard.board_id == first.id)).all()
    with board_file.writing("Make it joint") as session:
        session.add(MeetingBoard(meeting_id=own[0].meeting_id, board_id=second.id, position=1))
        session.add(Decision(meeting_id=own[0].meeting_id, board_id=second.id, wording="Settled by the second board"))
    take_in(other_file, out(board_file, first.id))
    with other_file.reading() as session:
        assert {board.name for board in session.scalars(select(Board))} == {"Board 0", "Board 1"}
        assert len(session.scalars(select(MeetingBoard)).all()) == len(own) + 1
        # What was settled at the meeting comes along, whichever of its boards settled it.
        assert len(session.scalars(select(Decision).where(Decision.board_id == second.id)).all()) == 1
    # The other board then comes in beside it, the meeting that they share being equal.
    take_in(other_file, out(board_file, second.id))
    assert out(other_file) == out(board_file)


def test_sealed_minutes_come_in_sealed(board_file: BoardFile, exported: Data) -> None:
    take_in(board_file, exported)
    with board_file.reading() as session:
        seal = session.scalars(select(Seal)).first()
    assert seal is not None
    with (
        pytest.raises(Refusal, match="are sealed"),
        board_file.writing("Add to sealed minutes") as session,
    ):
        session.add(Paragraph(meeting_id=seal.meeting_id, text_kind="minute text"))  # type: ignore[arg-type]


def test_the_file_on_disk_is_the_record(board_file: BoardFile, exported: Data, tmp_path: Path) -> None:
    take_in(board_file, exported)
    with board_file.reading() as session:
        written = write_whole(tmp_path / "board.json", board_pieces(session))
    assert json.loads(written.read_text(encoding="utf-8")) == exported
    assert list(exported)[:2] == ["format", "made_with"]
    assert list(exported)[2:] == [*(str(entity.__tablename__) for entity in ENTITIES), ARRAY]


def test_a_missing_field_takes_its_default(board_file: BoardFile) -> None:
    board_id, meeting_id = str(uuid7()), str(uuid7()).upper()
    take_in(
        board_file,
        {
            "format": "boardroom.board-record/1",
            "board": [{"id": board_id, "name": "Trust\u0000 Board\r\n"}],
            "meeting": [{"id": meeting_id, "status": None}],
            "meeting_board": [{"id": str(uuid7()), "board_id": board_id, "meeting_id": meeting_id}],
            "paragraph": [
                {
                    "id": str(uuid7()),
                    "meeting_id": meeting_id,
                    "text_kind": "note",
                    "runs": [["a\u0007"], ["b"], ["c", "bi"]],
                }
            ],
        },
    )
    data = json.loads(out(board_file))
    (board,), (meeting,), (paragraph,) = data["board"], data["meeting"], data["paragraph"]
    assert (board["name"], board["language"], "accountable_body_id" in board) == ("Trust Board\n", "en-GB", False)
    assert (meeting["id"], meeting["kind"], meeting["status"]) == (meeting_id.lower(), "ordinary", None)
    assert paragraph["runs"] == [["ab"], ["c", "bi"]]
    with board_file.reading() as session:
        assert session.scalars(select(Paragraph)).one().runs == (Run("ab"), Run("c", bold=True, italic=True))


def test_one_difference_keeps_the_whole_board_out(board_file: BoardFile, exported: Data) -> None:
    take_in(board_file, exported)
    changed = deepcopy(exported)
    changed["agenda_item"][0]["title"] = "Something else"
    changed["person"].append({"id": str(uuid7()), "name": "New Person"})
    sentence = refused(board_file, changed)
    assert sentence.startswith(
        "board.json was not taken in, because the board file holds some of it otherwise: agenda_"
    )
    assert f"here “{exported['agenda_item'][0]['title'][:10]}" in sentence
    assert "in the record “Something else”. Nothing was changed." in sentence


def _set(table: str, at: int, **values: object) -> Callable[[Data], None]:
    return lambda data: data[table][at].update(values)


def _double(data: Data) -> None:
    data["seat"].append(data["person"][0] | {"board_id": data["board"][0]["id"]})
    del data["seat"][-1]["email"], data["seat"][-1]["language"]


def _circle(data: Data) -> None:
    first, second = data["agenda_item"][:2]
    first["parent_id"], second["parent_id"] = second["id"], first["id"]
    second["meeting_id"] = first["meeting_id"]


def _elsewhere(data: Data) -> None:
    point = data["point"][0]
    point["item_id"] = next(item["id"] for item in data["agenda_item"] if item["meeting_id"] != point["meeting_id"])


ASTRAY = "01890a5d-ac96-774b-bcce-b302099a8057"
SPOILT: dict[str, tuple[Callable[[Data], object], str]] = {
    "another format": (lambda data: data.update(format="x/1"), "board.json says that it is “x/1”; a board record says"),
    "no format": (lambda data: data.pop("format"), "board.json doesn't say what it is"),
    "unknown table": (
        lambda data: data.update(agenda_items=[]),
        "the key “agenda_items” is not known here (is “agenda_item”",
    ),
    "unknown field": (_set("person", 1, nam="x"), "person, row 2: the key “nam” is not known here (is “name” meant?)"),
    "missing field": (lambda data: data["person"][1].pop("name"), "person, row 2: “name” is missing"),
    "wrong type": (_set("person", 1, name=5), "person, row 2, name: a text in quotes is wanted here, not 5"),
    "null where none may be": (_set("person", 1, name=None), "person, row 2, name: a text in quotes is wanted here"),
    "wrong word": (_set("meeting", 0, kind="party"), "meeting, row 1, kind: “party” is none of ordinary"),
    "no id": (_set("person", 0, id="x"), "person, row 1, id: “x” is not an id like"),
    "no day": (
        _set("meeting_day", 0, held_on="2024-02-30"),
        "meeting_day, row 1, held_on: 2024-02-30 is no day of the",
    ),
    "no time": (_set("meeting_day", 0, starts="24:61"), "meeting_day, row 1, starts: 24:61 is no time of day"),
    "no instant": (_set("seal", 0, sealed_at="2024-13-01T10:00:00Z"), "is no instant that a clock shows"),
    "wrong runs": (_set("paragraph", 0, runs=[["a", "u"]]), "paragraph, row 1, runs, 1, 2: “u” is none of"),
    "huge number": (_set("agenda_item", 0, position=10**20), "agenda_item, row 1, position: the number"),
    "double id": (_double, "stands in more than one row"),
    "dangling": (_set("membership", 0, person_id=ASTRAY), f"membership, row 1, person_id: there is no person {ASTRAY}"),
    "circle": (_circle, "agenda_item, row 1, parent_id: this row leads back to itself through parent_id"),
    "another meeting": (_elsewhere, "belongs to another meeting"),
    "not an object": (
        lambda data: data.update(person={}),
        "person: a list in [ ] is wanted here, not an object in { }",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_record_is_told_with_its_place(module_file: BoardFile, exported: Data, name: str) -> None:
    spoil, sentence = SPOILT[name]
    data = deepcopy(exported)
    spoil(data)
    assert sentence in refused(module_file, data)


def test_what_is_no_json_is_told(board_file: BoardFile) -> None:
    assert "nested more than" in refused(board_file, b"[" * 100_000)
    assert "holds the key “board” twice" in refused(
        board_file, b'{"format": "boardroom.board-record/1", "board": [], "board": []}'
    )


def test_a_board_that_isnt_there_cant_go_out(board_file: BoardFile) -> None:
    with pytest.raises(Refusal, match="no such board"):
        out(board_file, uuid7())


def test_cycles_are_found_and_what_leads_into_them_is_not_one() -> None:
    a, b, c, d = (uuid7() for _ in "abcd")
    assert in_cycles({a: b, b: c, c: b, d: a}) == {b, c}
    assert in_cycles({a: a}) == {a}
    assert in_cycles({a: b, b: c}) == set()
