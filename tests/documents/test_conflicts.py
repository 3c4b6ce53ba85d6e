"""The extract for a conflicts assessment, of the sample board: what it says stands in the record, and all of it."""

from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, text
from uuid_utils.compat import uuid7

from boardroom.documents.blocks import Cell, Column, Table
from boardroom.documents.blocks import words as spans
from boardroom.documents.compose.conflicts import compose_conflicts, tables_of
from boardroom.documents.conflicts import write_conflicts
from boardroom.documents.render.xlsx import render_tables
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Declaration, DeclarationItem
from boardroom.domain.bidders import Why
from boardroom.domain.meeting import Meeting
from boardroom.domain.papers import Paper
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus, TellingKind
from boardroom.exchange.sample import make_sample
from boardroom.services.tellings import Told, tell_of_strand
from boardroom.store.file import BoardFile
from boardroom.store.queries.fair_play import FairPlay, fair_play
from tests.documents.reading import said
from tests.documents.test_render_pdf import tool

TODAY = date(2026, 12, 14)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    make_sample(path, who="Ann")
    return path


def strand_of(file: BoardFile, name: str) -> UUID:
    with file.reading() as session:
        found = session.scalars(text("SELECT id FROM strand WHERE name LIKE :name"), {"name": f"{name}%"}).one()
    return UUID(str(found))


def found_of(file: BoardFile, name: str = "Short breaks") -> FairPlay:
    with file.reading() as session:
        found = fair_play(session, strand_of(file, name), TODAY)
    assert found is not None
    return found


def test_interests_stand_beside_what_was_declared(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as file:
        found = found_of(file)
    assert [(one.who, one.recused) for one in found.connections] == [
        ("Karen Whitlock", None),
        ("Heulwen Price", False),
        ("Karen Whitlock", False),
        ("Karen Whitlock", True),
    ]
    assert "granted by the Chair" in found.connections[2].dispensation


def test_likely_bidders_are_those_of_the_rule(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as file:
        found = found_of(file)
        with file.reading() as session:
            proposed = session.scalars(
                text(
                    "SELECT DISTINCT organisation.name FROM proposal JOIN proposer ON proposal_id = proposal.id "
                    "JOIN organisation ON organisation.id = proposer.organisation_id "
                    "JOIN organisation_status ON organisation_status.organisation_id = organisation.id "
                    "WHERE strand_id = :strand AND organisation_status.sector IN "
                    "('private', 'voluntary', 'community', 'faith')"
                ),
                {"strand": str(strand_of(file, "Short breaks"))},
            ).all()
    assert {one.name for one in found.bidders} == set(proposed)
    (brightwater,) = [one for one in found.bidders if Why.INTEREST in one.why]
    assert brightwater.name == "Brightwater Care Ltd"
    assert brightwater.first is not None


def test_what_stands_under_an_item_on_the_strand_is_in_it_too(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "Copy.boardroom"
    path.write_bytes(sample.read_bytes())
    with BoardFile.open(path, who="Ann") as file:
        before = found_of(file)
        with file.writing("Write it down") as session:
            upper = session.scalars(
                select(AgendaItem)
                .join(Meeting, Meeting.id == AgendaItem.meeting_id)
                .where(
                    AgendaItem.strand_id == strand_of(file, "Short breaks"), Meeting.status == MeetingStatus.CONFIRMED
                )
            ).all()[0]
            below = AgendaItem(meeting_id=upper.meeting_id, title="Costs", parent_id=upper.id, position=99)
            declared = Declaration(
                meeting_id=upper.meeting_id, by="Huw Bevan", nature="His firm may bid", recused=False
            )
            session.add_all([below, declared])
            session.add(DeclarationItem(meeting_id=upper.meeting_id, declaration_id=declared.id, item_id=below.id))
            session.add(Paper(meeting_id=upper.meeting_id, item_id=below.id, title="What a night costs"))
        after = found_of(file)
    assert {one.who for one in after.connections} - {one.who for one in before.connections} == {"Huw Bevan"}
    (paper,) = [one for one in after.papers if one.title == "What a night costs"]
    assert "Parent Carer Forum" in paper.organisations


def test_what_one_was_told_and_another_was_not_is_said(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "Copy.boardroom"
    path.write_bytes(sample.read_bytes())
    with BoardFile.open(path, who="Ann") as file:
        assert "all of them were told the same" in said(compose_conflicts(found_of(file)))
        bidder = next(one for one in found_of(file).bidders if one.name.startswith("Tŷ Cwtsh"))
        with file.writing("Tell one of them", barrier=True) as session:
            told = Told(kind=TellingKind.PAPER, on=TODAY, what="The draft budget")
            tell_of_strand(session, strand_of(file, "Short breaks"), [bidder.id], told)
        words = said(compose_conflicts(found_of(file)))
    assert "Paper, The draft budget: not told to Brightwater Care Ltd; Llan-y-dŵr Community Association." in words


def test_both_files_say_it_and_no_cell_is_a_formula(sample: Path, tmp_path: Path) -> None:
    with BoardFile.open(sample, who="Ann") as file:
        found = found_of(file)
        pdf, book = write_conflicts(file, strand_of(file, "Short breaks"), tmp_path, TODAY, lambda _done, _whole: None)
    read = " ".join(tool("pdftotext", pdf.read_bytes(), tmp_path).split())
    for words in ("Karen Whitlock", "Tŷ Cwtsh Families", "Not for publication", "Procurement Act 2023"):
        assert words in read
    sheets = load_workbook(BytesIO(book.read_bytes()))
    assert sheets.sheetnames == [name for name, _ in tables_of(found)]
    assert sheets["Who took part"].max_row == len(found.parts) + 1
    assert {cell.data_type for sheet in sheets for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_text_like_a_formula_stays_a_text() -> None:
    hostile = Table((Column("=1+1"),), ((Cell((spans('=HYPERLINK("http://x")'),)),),))
    sheet = load_workbook(BytesIO(render_tables("x", [("a/b[c]", hostile)]))).worksheets[0]
    assert [(cell.value, cell.data_type) for row in sheet.iter_rows() for cell in row] == [
        ("=1+1", "s"),
        ('=HYPERLINK("http://x")', "s"),
    ]
    long = Table((Column("x"),), ((Cell((spans("x" * 32_768),)),),))
    with pytest.raises(Refusal, match="32,768 characters"):
        render_tables("x", [("a", long)])


def test_a_strand_of_which_nothing_is_known_says_so(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as file, file.reading() as session:
        assert fair_play(session, uuid7(), TODAY) is None
    with BoardFile.open(sample, who="Ann") as file, pytest.raises(Refusal, match="isn’t in the plan"):
        write_conflicts(file, uuid7(), sample.parent, TODAY, lambda _done, _whole: None)
