import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boardroom.cli import main
from boardroom.cli.parser import build_parser

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "tests" / "data" / "meetings" / "18-kent-cc-2024-11-07-named-vote.json"
BOARD = "Kent County Council"


@pytest.fixture
def board(tmp_path: Path) -> Path:
    file = tmp_path / "Kent.boardroom"
    assert main(["new", str(file), "--name", BOARD]) == 0
    assert main(["import", str(file), str(RECORD)]) == 0
    return file


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    assert main(["sample", str(file)]) == 0
    return file


def told(capsys: pytest.CaptureFixture[str], *words: object) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main([*map(str, words), "--json"]) == 0
    rows: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return rows


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """Return the one sentence with which a command was refused."""
    capsys.readouterr()
    assert main([*map(str, words)]) == 2
    (sentence,) = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("Note: ")]
    return sentence


def test_every_kind_of_list_is_an_array_of_objects_with_id_date_and_name(
    board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for what, count in (("boards", 1), ("meetings", 1), ("decisions", 4), ("actions", 0), ("proposals", 0)):
        rows = told(capsys, "list", board, what)
        assert len(rows) == count
        assert all({"id", "date", "name"} <= row.keys() for row in rows)


def test_a_list_reads_well_without_json(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(board), "decisions"]) == 0
    shown = capsys.readouterr().out
    assert "2024-11-07" in shown
    assert "Approved as a correct record." in shown


def test_search_finds_the_words_and_marks_them(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hits = told(capsys, "search", board, "seashells", "commis")
    assert any("Seashells" in str(hit["name"]) for hit in hits)
    assert main(["search", str(board), "petition"]) == 0
    assert "[petition]" in capsys.readouterr().out.casefold()
    assert main(["search", str(board), "nowhere"]) == 0
    assert "Nothing was found." in capsys.readouterr().out


def test_undo_takes_the_import_back_and_redo_brings_it_again(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["undo", str(board)]) == 0
    assert RECORD.name in capsys.readouterr().out
    assert told(capsys, "list", board, "meetings") == []
    assert main(["redo", str(board)]) == 0
    assert len(told(capsys, "list", board, "meetings")) == 1
    assert main(["check", str(board)]) == 0


def test_history_names_who_and_when(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    meeting = told(capsys, "list", board, "meetings")[0]["id"]
    capsys.readouterr()
    assert main(["--who", "Siân Treharne", "undo", str(board)]) == 2
    entries = told(capsys, "history", board, meeting)
    assert [entry["done"] for entry in entries] == ["added"]
    assert entries[0]["name"] == f"Import {RECORD.name}"


def test_a_backup_comes_back_as_the_same_board(board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "copies").mkdir()
    assert main(["backup", str(board), str(tmp_path / "copies")]) == 0
    (copy,) = (tmp_path / "copies").iterdir()
    assert main(["undo", str(board)]) == 0
    assert main(["restore", str(copy), str(board)]) == 0
    assert len(told(capsys, "list", board, "meetings")) == 1
    assert len(list(tmp_path.glob("*.boardroom"))) == 2, "what stood there before must be kept"


def test_a_board_goes_out_and_comes_in_equal(board: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert main(["export", str(board), "board", "-o", str(first)]) == 0
    other = tmp_path / "other.boardroom"
    assert main(["new", str(other), "--name", "Somebody else's"]) == 0
    assert main(["undo", str(other)]) == 0
    assert main(["import", str(other), str(first)]) == 0
    assert main(["export", str(other), "board", "-o", str(second)]) == 0
    assert first.read_text() == second.read_text()


def test_the_published_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    for which in ("board", "meeting"):
        assert main(["schema", which]) == 0
        assert "$schema" in json.loads(capsys.readouterr().out)


def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = board.read_bytes()
    strange = tmp_path / "strange.json"
    strange.write_text('{"format": "boardroom.meeting-record/1", "body": {"name": 7}}', encoding="utf-8")
    out = tmp_path / "out.pdf"
    for words, says in (
        (("new", board, "--name", "x"), "already"),
        (("list", tmp_path / "none.boardroom", "boards"), "none.boardroom"),
        (("import", board, strange), "strange.json"),
        (("import", board, tmp_path / "none.json"), "none.json"),
        (("export", board, "minutes", "--meeting", "1999-01-01", "-o", out), "1999-01-01"),
        (("export", board, "minutes", "--board", "Nobody", "-o", out), "Nobody"),
        (("export", board, "minutes", "-o", board), "board file itself"),
        (("export", board, "minutes", "-o", tmp_path / "no folder" / "x.pdf"), "folder"),
        (("history", board, "seven"), "not an id"),
        (("restore", strange, tmp_path / "new.boardroom"), "strange.json"),
        (("frobnicate",), "frobnicate"),
        ((), "Say what to do"),
        (("new", tmp_path / "a.boardroom"), "--name"),
    ):
        assert says in refused(capsys, *words)
    assert board.read_bytes() == before
    assert not out.exists()
    assert not (tmp_path / "new.boardroom").exists()


def test_a_body_that_the_file_lacks_needs_to_be_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "Ours.boardroom"
    assert main(["new", str(file), "--name", "Ours"]) == 0
    assert "--new-board" in refused(capsys, "import", file, RECORD)
    assert main(["import", str(file), str(RECORD), "--new-board"]) == 0
    assert [row["name"] for row in told(capsys, "list", file, "boards")] == [BOARD, "Ours"]


def test_a_file_that_somebody_else_writes_is_read_and_not_written(
    board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    holding = "import sys; from pathlib import Path; from boardroom.store.file import BoardFile\n"
    holding += "board = BoardFile.open(Path(sys.argv[1]), who='x'); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(board)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        assert len(told(capsys, "list", board, "meetings")) == 1
        assert "open" in refused(capsys, "undo", board)
        other.stdin.close()


def test_a_fault_of_the_program_is_not_told_as_a_refusal(
    board: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "boardroom.cli.lists", None)
    assert main(["list", str(board), "boards"]) == 1
    assert "fault in Boardroom" in capsys.readouterr().err


def test_both_ways_of_starting_are_the_same() -> None:
    by_file = subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, capture_output=True, check=True)
    installed = subprocess.run([Path(sys.executable).with_name("boardroom"), "--help"], capture_output=True, check=True)
    assert by_file.stdout == installed.stdout
    assert (
        b"examples"
        in subprocess.run(
            [sys.executable, "main.py", "import", "--help"], cwd=ROOT, capture_output=True, check=True
        ).stdout
    )


@pytest.mark.parametrize("read", [0, 1])
def test_output_into_a_closed_pipe_is_no_fault(read: int) -> None:
    """Close the pipe before anything was written, and while it is: the schema is larger than a pipe holds."""
    with subprocess.Popen(
        [sys.executable, "main.py", "schema"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ended:
        assert ended.stdout is not None
        assert ended.stderr is not None
        ended.stdout.read(read)
        ended.stdout.close()
        assert (ended.wait(), ended.stderr.read()) == (0, b"")


def test_the_program_without_words_and_screen_makes_the_minutes_of_the_sample(tmp_path: Path) -> None:
    surroundings = {**os.environ, "HOME": str(tmp_path), "XDG_DOCUMENTS_DIR": str(tmp_path / "Documents")}
    for screen in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        surroundings.pop(screen, None)
    for _ in range(2):
        # With a screen it would be the window, which stays open.
        ended = subprocess.run(
            [sys.executable, "main.py"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env=surroundings,
            timeout=300,
        )
        written = Path(ended.stdout.splitlines()[-1])
        assert written.read_bytes().startswith(b"%PDF")
        assert "no screen" in ended.stdout


def test_starting_imports_nothing_heavy() -> None:
    asked = "import sys; from boardroom.cli.parser import build_parser; build_parser(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {"sqlalchemy", "reportlab", "docx", "alembic", "jsonschema", "sqlcipher3"} & set(loaded.split())
    assert build_parser().prog == "boardroom"


def test_options_that_cannot_apply_are_refused_not_ignored(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    for words, says in (
        (("board", "--audience", "public"), "--audience"),
        (("board", "--meeting", "2024-11-07"), "--meeting"),
        (("record", "--format", "pdf"), "--format"),
        (("minutes",), ".json"),
        (("minutes", "--format", "pdf", "-o", str(tmp_path / "x.docx")), ".docx"),
    ):
        assert says in refused(capsys, "export", board, *words, *(() if "-o" in words else ("-o", out)))
    assert list(tmp_path.glob("*.json")) == []


def test_an_agenda_is_of_the_meeting_that_comes_next(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.md"
    assert main(["export", str(sample), "agenda", "-o", str(out)]) == 0
    assert "28 January 2027" in out.read_text(encoding="utf-8").split("##")[0]


def test_what_is_restricted_is_marked_and_left_out_for_the_public(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for what in ("decisions", "actions"):
        everything, public = (
            told(capsys, "list", sample, what),
            told(capsys, "list", sample, what, "--audience", "public"),
        )
        assert {bool(row["restricted"]) for row in everything} == {True, False}
        assert public == [row for row in everything if not row["restricted"]]
    capsys.readouterr()
    assert main(["list", str(sample), "decisions"]) == 0
    assert "[restricted] " in capsys.readouterr().out
    (note,) = told(capsys, "search", sample, "Ombudsman")
    assert (note["restricted"], note["note"]) == (True, True)
    assert told(capsys, "search", sample, "Ombudsman", "--audience", "public") == []


def test_a_search_that_is_cut_says_so(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["search", str(sample), "the"]) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 50
    assert "only the first 50" in shown.err


def test_a_proposal_is_listed_with_who_put_it(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert all(row["proposer"] for row in told(capsys, "list", sample, "proposals"))


def test_history_tells_what_was_written(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = told(capsys, "list", sample, "decisions")[0]
    capsys.readouterr()
    assert main(["history", str(sample), str(row["id"])]) == 0
    assert f"wording: “{row['name']}”" in capsys.readouterr().out


def test_no_backup_is_made_of_a_file_that_is_not_sound(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = board.read_bytes()
    assert content.count(b"Approved as a correct record.") > 0
    board.write_bytes(content.replace(b"Approved as a correct record.", b"Rejected as a correct record."))
    (tmp_path / "copies").mkdir()
    assert "not sound" in refused(capsys, "backup", board, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_second_meeting_on_one_day_is_told(board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    again = tmp_path / "again.json"
    again.write_text(json.dumps({**record, "id": "another"}), encoding="utf-8")
    assert main(["import", str(board), str(again)]) == 0
    assert "has a meeting on 2024-11-07 already" in capsys.readouterr().err


def test_the_name_may_stand_behind_the_command_too(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nothing of yours" in refused(capsys, "undo", board, "--who", "Siân Treharne")


def test_the_example_of_a_meeting_record_comes_in_and_makes_minutes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "Rivermouth.boardroom", tmp_path / "minutes.md"
    assert main(["new", str(file), "--name", "Rivermouth Children's Partnership"]) == 0
    assert main(["import", str(file), str(ROOT / "resources" / "example-meeting-record.json")]) == 0
    assert capsys.readouterr().err == ""
    assert main(["export", str(file), "minutes", "-o", str(out)]) == 0
    assert "Let families choose the days" in out.read_text(encoding="utf-8")
