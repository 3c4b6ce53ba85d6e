"""Writing partners their answers from the command line, and recording that they were told."""

from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from sqlalchemy import select

from boardroom.cli import main
from boardroom.domain.people import Person
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.services import answers, boards, people, proposals
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from tests.cli.test_cli import refused


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board whose families were answered, and whose health board waits."""
    file = tmp_path / "Ours.boardroom"
    with BoardFile.create(file, who="Secretary") as opened, opened.writing("Begin") as session:
        ours = boards.create_board(session, "Arrowmere Partnership").id
        for name in ("Tŷ Cwtsh Families", "Health board"):
            body = boards.add_organisation(session, name, Sector.VOLUNTARY)
            seat = boards.add_seat(session, ours, name, sector=Sector.VOLUNTARY, organisation_id=body.id)
            sitting = boards.seat_person(session, seat.id, f"Member of {name}")
            people.change_person(
                session, sitting.person_id, email=f"{name[:2].lower().strip()}@x.example".replace("ŷ", "y")
            )
            put = proposals.put_proposal(
                session, ours, f"A proposal of {name}", [PutBy(organisation=name)], received_on=date(2026, 1, 5)
            )
            if name.startswith("Tŷ"):
                answers.answer_proposal(
                    session,
                    put.id,
                    AnswerKind.DECLINED,
                    "The hours were fixed.",
                    category=ReasonCategory.SPECIFICATION,
                    answered_on=date(2026, 2, 2),
                )
    return file


def test_each_partner_gets_a_file_and_none_is_written_over(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["answers", str(board), "-o", str(tmp_path), "--format", "md"]) == 0
    files = sorted(one.name for one in tmp_path.glob("*.md"))
    assert [name.split(" ", 1)[1] for name in files] == [
        "Answers to Health board (2).md",
        "Answers to Health board.md",
        "Answers to Tŷ Cwtsh Families (2).md",
        "Answers to Tŷ Cwtsh Families.md",
    ]
    assert str(tmp_path / files[0]) in capsys.readouterr().out
    text = (tmp_path / files[3]).read_text(encoding="utf-8")
    assert "The hours were fixed." in text
    assert "Health board" not in text


def test_a_draft_has_the_pdf_attached_and_is_for_who_sits_there(board: Path, tmp_path: Path) -> None:
    assert main(["answers", str(board), "cwtsh", "-o", str(tmp_path), "--format", "eml"]) == 0
    (file,) = tmp_path.glob("*.eml")
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message["To"] == "Member of Tŷ Cwtsh Families <ty@x.example>"
    (attached,) = message.iter_attachments()
    assert str(attached.get_filename()).endswith("Answers to Tŷ Cwtsh Families.pdf")
    assert attached.get_content().startswith(b"%PDF-")


def test_a_wrong_address_is_named_and_keeps_no_other_draft_back(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with BoardFile.open(board, who="Secretary") as opened, opened.writing("Misspell") as session:
        wrong = session.scalars(select(Person).where(Person.name == "Member of Health board")).one()
        people.change_person(session, wrong.id, email="he;alth@x.example")
    said = refused(capsys, "answers", board, "health", "cwtsh", "-o", tmp_path, "--format", "eml")
    assert said == (
        "Not written: Health board: “he;alth@x.example” is no e-mail address; "
        "put it right with its person, under Partners."
    )
    (file,) = tmp_path.glob("*.eml")
    assert "Cwtsh" in file.name
    assert message_from_bytes(file.read_bytes(), policy=policy.default)["To"].endswith("<ty@x.example>")


def test_only_who_has_an_answer_that_it_was_not_told_is_told(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["answers", str(board), "-o", str(tmp_path), "--untold"]) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    capsys.readouterr()
    assert main(["told", str(board), "--on", "2026-02-05", "--how", "by e-mail"]) == 0
    assert capsys.readouterr().out == "Recorded: Tŷ Cwtsh Families were told one answer on 5 February 2026.\n"
    assert refused(capsys, "told", board) == "No partner has an answer that it wasn't told."
    assert refused(capsys, "answers", board, "-o", tmp_path, "--untold") == (
        "No partner has an answer that it wasn't told."
    )
    # What was told can't be taken back.
    assert "told" in refused(capsys, "undo", board)


def test_what_cannot_be_is_refused_in_a_sentence(
    board: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "isn't there" in refused(capsys, "answers", board, "-o", tmp_path / "nowhere")
    assert "No partner called “police”" in refused(capsys, "answers", board, "police", "-o", tmp_path)
    assert "write more of the name" in refused(capsys, "answers", board, "a", "-o", tmp_path)
    assert "is no date" in refused(capsys, "told", board, "cwtsh", "--on", "tomorrow")
    assert "is still to come" in refused(capsys, "told", board, "cwtsh", "--on", "2999-01-01")
    assert "was given on 2 February 2026" in refused(capsys, "told", board, "cwtsh", "--on", "2026-02-01")
    assert not list(tmp_path.glob("*.pdf"))
