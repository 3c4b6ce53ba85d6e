"""Real meetings go in by the command line, and correct minutes come out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardroom.cli import main
from tests.journeys.reading_back import squeezed, words_in

RECORDS = sorted((Path(__file__).parents[1] / "data" / "meetings").glob("*.json"))
FORMATS = ["pdf", "html", "docx", "md"]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lend a board file into which all real records were imported."""
    file = tmp_path_factory.mktemp("real") / "Real.boardroom"
    assert main(["new", str(file), "--name", "Our own board"]) == 0
    assert main(["import", str(file), *map(str, RECORDS), "--new-board"]) == 0
    return file


def record_of(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def without_what_is_aside(data: Any) -> Any:  # noqa: ANN401 - any JSON
    """Leave out nulls and empty lists (but `count: null`), where the record came from, and why it is a test."""
    if isinstance(data, dict):
        kept = {
            key: without_what_is_aside(value)
            for key, value in data.items()
            if key not in {"source", "why_here"} and (value not in (None, []) or key == "count")
        }
        return {key: value for key, value in kept.items() if value not in ([], {}) or key == "count"}
    return [without_what_is_aside(value) for value in data] if isinstance(data, list) else data


def test_there_are_seventeen_real_records() -> None:
    assert len(RECORDS) == 17


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem[:12])
def test_a_record_comes_out_equal(board: Path, tmp_path: Path, path: Path) -> None:
    out = tmp_path / "out.json"
    record = record_of(path)
    assert main(["export", str(board), "record", "--meeting", record["id"], "-o", str(out)]) == 0
    assert without_what_is_aside(record_of(out)) == without_what_is_aside(record)


def test_the_same_records_again_change_nothing(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = board.read_bytes()
    assert main(["import", str(board), *map(str, RECORDS)]) == 0
    assert "unchanged" in capsys.readouterr().out
    assert board.read_bytes() == before


def test_the_file_with_all_of_them_is_sound(board: Path) -> None:
    assert main(["check", str(board)]) == 0


def must_stand(record: dict[str, Any]) -> Iterator[str]:
    """Give every title, number, point, decision, tally, action and declaration of a record."""
    for declaration in record.get("declarations") or []:
        yield declaration["nature"]
        yield declaration["by"]
        yield from (text["nature"] for text in declaration.get("translations", {}).values() if "nature" in text)
    for item in record["agenda"]:
        yield f"{item.get('number') or ''} {item['title']}"
        yield item.get("minute_number") or ""
        yield from (text["title"] for text in item.get("translations", {}).values() if "title" in text)
        for point in item.get("points") or []:
            yield point["text"]
            by = point.get("by") or {}
            yield by.get("role") or ""
            yield by.get("organisation") or ""
        for decision in item.get("decisions") or []:
            yield decision["text"]
            yield decision.get("number") or ""
            yield from decision.get("conditions") or []
            yield decision.get("recommended_to") or ""
            votes = decision.get("votes") or {}
            if votes:
                yield f"{votes['for']} to {votes['against']}, with {votes['abstain']} abstention"
        for action in item.get("actions") or []:
            yield action["text"]
            yield action.get("owner_role") or ""
            yield action.get("owner_organisation") or ""
            yield "" if action.get("due", "").startswith("20") else action.get("due", "")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem[:12])
def test_minutes_hold_all_that_the_record_says(board: Path, tmp_path: Path, path: Path, form: str) -> None:
    out = tmp_path / f"minutes.{form}"
    record = record_of(path)
    assert main(["export", str(board), "minutes", "--meeting", record["id"], "--format", form, "-o", str(out)]) == 0
    words = words_in(out)
    assert [text for text in must_stand(record) if squeezed(text) not in words] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_real_meeting_has_an_agenda(board: Path, tmp_path: Path, form: str) -> None:
    for path in RECORDS:
        out = tmp_path / f"{path.stem}.{form}"
        record = record_of(path)
        assert main(["export", str(board), "agenda", "--meeting", record["id"], "--format", form, "-o", str(out)]) == 0
        words = words_in(out)
        assert [item["title"] for item in record["agenda"] if squeezed(item["title"]) not in words] == []
