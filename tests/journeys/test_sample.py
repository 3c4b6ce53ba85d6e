"""The sample board: made, listed, exported for both audiences, with nothing restricted for the public."""

import json
import subprocess
from pathlib import Path

import pytest

from boardroom.cli import main
from tests.journeys.reading_back import squeezed, words_in

CANARIES = json.loads((Path(__file__).parents[1] / "data" / "sample-canaries.json").read_text(encoding="utf-8"))
FORMATS = ["pdf", "html", "docx", "md"]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    assert main(["sample", str(file)]) == 0
    return file


@pytest.fixture(scope="module")
def documents(board: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lend a folder with the minutes and the agenda of every sample meeting, for both audiences, in all formats."""
    folder = tmp_path_factory.mktemp("documents")
    for meeting in meetings(board, folder):
        for what in ("minutes", "agenda"):
            for audience in ("members", "public"):
                for form in FORMATS:
                    out = folder / f"{audience}-{what}-{meeting}.{form}"
                    arguments = ["--meeting", meeting, "--audience", audience, "--format", form, "-o", str(out)]
                    assert main(["export", str(board), what, *arguments]) == 0
    return folder


def meetings(board: Path, folder: Path) -> list[str]:
    listed = folder / "meetings.json"
    with listed.open("w") as out:
        python = [".venv/bin/python", "main.py"] if Path(".venv").exists() else ["python3", "main.py"]
        subprocess.run([*python, "list", str(board), "meetings", "--json"], stdout=out, check=True)
    return [row["id"] for row in json.loads(listed.read_text(encoding="utf-8"))]


def test_the_sample_board_is_sound(board: Path) -> None:
    assert main(["check", str(board)]) == 0


def test_members_read_what_is_restricted(documents: Path) -> None:
    words = "".join(words_in(path) for path in documents.glob("members-minutes-*.pdf"))
    assert [canary for canary in CANARIES["restricted"] if squeezed(canary) not in words] == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_public_reads_nothing_restricted_and_nobody_reads_notes(documents: Path, form: str) -> None:
    for path in documents.glob(f"*.{form}"):
        words = words_in(path)
        hidden = CANARIES["notes"] + (CANARIES["restricted"] if path.name.startswith("public") else [])
        assert [canary for canary in hidden if squeezed(canary) in words] == [], path.name


def test_nothing_restricted_stands_around_a_public_pdf(documents: Path) -> None:
    for path in documents.glob("public-*.pdf"):
        told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        outline = subprocess.run(
            ["qpdf", "--json", "--json-key=outlines", str(path)], capture_output=True, text=True, check=True
        ).stdout
        around = squeezed(told + outline + path.name)
        assert [canary for canary in CANARIES["restricted"] if squeezed(canary) in around] == []
