"""Forms of a call on the command line: written for everybody who is invited, and taken in when they come back."""

from pathlib import Path

import pytest

from boardroom.cli import main
from boardroom.domain.call_form import Asked, CallForm
from boardroom.store.file import BoardFile
from tests.make_forms import SAID, a_call, a_form, filled, printed


@pytest.fixture
def board(tmp_path: Path) -> tuple[Path, list[CallForm]]:
    """Give a board file with a call to two organisations, and what is printed on their forms."""
    path = tmp_path / "ours.boardroom"
    with BoardFile.create(path, who="S") as file, file.writing("Open a call") as session:
        call = a_call(session, organisations=("Cŵn a Phlant", "Harbour / Trust"))
        return path, printed(session, call)


def test_forms_are_written_for_all_who_are_invited(
    board: tuple[Path, list[CallForm]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = board
    (tmp_path / "out").mkdir()
    words = ["forms", str(path), str(tmp_path / "out"), "--call", "3", "--format", "pdf", "--format", "csv"]
    assert main(words) == 0
    assert capsys.readouterr().out.startswith("4 forms written to ")
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "Call for proposals 3, Cŵn a Phlant.csv",
        "Call for proposals 3, Cŵn a Phlant.pdf",
        "Call for proposals 3, Harbour - Trust.csv",
        "Call for proposals 3, Harbour - Trust.pdf",
    ]
    assert main(["forms", str(path), str(tmp_path / "out"), "--call", "9"]) == 2
    assert "There are: 3 How could short breaks" in capsys.readouterr().err


def test_forms_of_two_boards_do_not_take_each_others_place(board: tuple[Path, list[CallForm]], tmp_path: Path) -> None:
    path, forms = board
    with BoardFile.open(path, who="S") as file, file.writing("Open another call") as session:
        other = a_call(session, organisations=("Cŵn a Phlant",), board="Canal Board").id
    (tmp_path / "out").mkdir()
    for call_id in (forms[0].call_id, other):
        assert main(["forms", str(path), str(tmp_path / "out"), "--call", str(call_id)]) == 0
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "Canal Board, Call for proposals 3, Cŵn a Phlant.pdf",
        "Rivermouth Children’s Partnership, Call for proposals 3, Cŵn a Phlant.pdf",
        "Rivermouth Children’s Partnership, Call for proposals 3, Harbour - Trust.pdf",
    ]


def test_a_filled_form_comes_in_once(
    board: tuple[Path, list[CallForm]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, forms = board
    form = tmp_path / "form.pdf"
    form.write_bytes(filled(forms[0]))
    assert main(["import", str(path), str(form)]) == 0
    assert capsys.readouterr().out == "1 proposal came in.\n"
    assert main(["import", str(path), str(form)]) == 0
    assert capsys.readouterr().out == "1 form was there already.\n"
    assert main(["list", str(path), "proposals"]) == 0
    assert "A house by the sea" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "told"), [("form.docx", "is a text document"), ("form.ODS", "save it as XLSX")])
def test_a_form_that_came_back_as_something_else_is_told(
    board: tuple[Path, list[CallForm]], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    path, _ = board
    (tmp_path / name).write_bytes(b"PK")
    assert main(["import", str(path), str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err


def test_what_is_missing_is_noted(
    board: tuple[Path, list[CallForm]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, forms = board
    form = tmp_path / "form.pdf"
    form.write_bytes(filled(forms[0], {Asked.TITLE: "Short"}))
    assert main(["import", str(path), str(form)]) == 0
    assert "left blank: Proposal, Whom it helps" in capsys.readouterr().err


def test_one_bad_form_keeps_all_out_and_is_told_by_field(
    board: tuple[Path, list[CallForm]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, forms = board
    good, bad, other = (tmp_path / f"{name}.pdf" for name in ("good", "bad", "other"))
    good.write_bytes(filled(forms[0]))
    bad.write_bytes(filled(forms[1], {**SAID, Asked.COST: "€4"}))
    other.write_bytes(filled(a_form()))
    assert main(["import", str(path), str(good), str(bad)]) == 2
    assert "“bad.pdf” can’t be taken in. Cost in pounds: “€4” is not in pounds" in capsys.readouterr().err
    assert main(["import", str(path), str(good), str(other)]) == 2
    assert "other.pdf: Form: it is of a call that this board file" in capsys.readouterr().err
    assert main(["list", str(path), "proposals", "--json"]) == 0
    assert capsys.readouterr().out.strip() == "[]"
