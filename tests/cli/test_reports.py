"""Reports by the command line: every one in every format, and what can't be meant is refused in a sentence."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from boardroom.cli import DONE, REFUSED, main
from boardroom.documents.formats import FORMATS
from boardroom.documents.reports import REPORTS


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "sample.boardroom"
    assert main(["sample", str(path)]) == DONE
    return path


@pytest.mark.parametrize("key", REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_written_in_every_format(board: Path, tmp_path: Path, key: str, name: str) -> None:
    out = tmp_path / f"report{FORMATS[name].suffix}"
    assert main(["report", str(board), key, "-o", str(out), "--to", "2026-12-31"]) == DONE
    content = out.read_bytes()
    match name:
        case "pdf":
            assert REPORTS[key].name in PdfReader(io.BytesIO(content)).pages[0].extract_text()
        case "docx":
            assert content.startswith(b"PK")
        case _:
            assert REPORTS[key].name in content.decode()


def test_a_year_and_the_days_of_a_year_are_the_same_report(board: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    assert main(["report", str(board), "year", "--year", "2025", "-o", str(one)]) == DONE
    days = ["--from", "2025-01-01", "--to", "2025-12-31"]
    assert main(["report", str(board), "year", *days, "-o", str(other)]) == DONE
    assert one.read_bytes() == other.read_bytes()
    assert "1 January 2025 to 31 December 2025" in one.read_text(encoding="utf-8")


def test_the_public_s_report_says_that_something_is_left_out(board: Path, tmp_path: Path) -> None:
    out = tmp_path / "public.md"
    assert main(["report", str(board), "year", "--audience", "public", "-o", str(out)]) == DONE
    assert "restricted items is left out and not counted" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["year", "--year", "26"], "“26” is no year for --year, such as 2026.\n"),
        (["year", "--year", "0000"], "“0000” is no year for --year, such as 2026.\n"),
        (["year", "--from", "soon"], "“soon” is no day for --from: write it as 2026-04-01.\n"),
        (["year", "--from", "2027-01-01", "--to", "2026-01-01"], "The time would end on 2026-01-01 before it begins"),
        (["year", "--year", "2026", "--to", "2026-01-01"], "--year is a whole year"),
        (["year", "--board", "Nobody"], "There is no board “Nobody”"),
        (["secrets"], "“secrets” is none of early, answered, duty, balance, year, forward"),
    ],
)
def test_what_can_not_be_meant_is_refused(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    out = tmp_path / "x.pdf"
    assert main(["report", str(board), *words, "-o", str(out)]) == REFUSED
    assert sentence in capsys.readouterr().err
    assert not out.exists()


def test_a_report_never_takes_the_place_of_the_board_file(board: Path) -> None:
    before = board.read_bytes()
    assert main(["report", str(board), "year", "-o", str(board), "--format", "pdf"]) == REFUSED
    assert board.read_bytes() == before


def test_a_time_that_is_not_over_says_of_which_day_its_figures_are(board: Path, tmp_path: Path) -> None:
    out = tmp_path / "early.md"
    assert main(["report", str(board), "answered", "--to", "2999-12-31", "-o", str(out)]) == DONE
    said = out.read_text(encoding="utf-8")
    assert "31 December 2999, as it was known on " in said
    assert "as it was known on the last day" not in said
