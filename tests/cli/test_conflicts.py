"""The conflicts extract by the command line: both files, and refusals in a sentence that write nothing."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from boardroom.cli import DONE, REFUSED, main


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("conflicts") / "sample.boardroom"
    assert main(["sample", str(path)]) == DONE
    return path


def test_the_extract_is_written_as_pdf_and_as_workbook(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["conflicts", str(board), "short br", "-o", str(tmp_path)]) == DONE
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    pdf, book = paths
    assert "Short breaks" in PdfReader(pdf).pages[0].extract_text()
    assert load_workbook(io.BytesIO(book.read_bytes())).sheetnames


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Nothing"], "There is no strand “Nothing” in this board’s plan; its strands are: "),
        (["s"], "Several strands answer to “s”: give the whole name or the id."),
        (["Short breaks", "--board", "Nobody"], "There is no board “Nobody”"),
    ],
)
def test_what_can_not_be_meant_is_refused(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["conflicts", str(board), *words, "-o", str(tmp_path)]) == REFUSED
    assert sentence in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_refused(board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", str(board), "Short breaks", "-o", str(tmp_path / "none")]) == REFUSED
    assert "isn't there; make it first" in capsys.readouterr().err
