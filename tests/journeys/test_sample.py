"""The sample board: made, listed, exported for both audiences, with nothing restricted for the public."""

import json
import subprocess
from pathlib import Path

import pytest

from boardroom.cli import main
from boardroom.documents.catalogue import DOCUMENTS
from boardroom.documents.formats import FORMATS
from boardroom.domain.audience import Audience
from boardroom.store.file import BoardFile
from boardroom.store.queries.lists import page_of_meetings
from boardroom.store.queries.meetings import load_meeting
from tests.journeys.reading_back import squeezed, words_in

CANARIES = json.loads((Path(__file__).parents[1] / "data" / "sample-canaries.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    assert main(["sample", str(file)]) == 0
    return file


@pytest.fixture(scope="module")
def documents(board: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lend a folder with minutes and agenda of every sample meeting, for both audiences, in all formats."""
    folder = tmp_path_factory.mktemp("documents")
    with BoardFile.open(board) as opened, opened.reading() as session:
        for row in page_of_meetings(session):
            for audience in Audience:
                record = load_meeting(session, row.id, audience)
                for what, compose in DOCUMENTS.items():
                    document = compose(record, audience)
                    for form in FORMATS:
                        (folder / f"{audience}-{what}-{row.id}.{form}").write_bytes(FORMATS[form].render(document))
    return folder


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


def test_the_command_line_writes_the_same_public_minutes(board: Path, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "minutes.pdf"
    assert (
        main(["export", str(board), "minutes", "--meeting", "2026-12-03", "--audience", "public", "-o", str(out)]) == 0
    )
    assert out.read_bytes() in {path.read_bytes() for path in documents.glob("public-minutes-*.pdf")}
