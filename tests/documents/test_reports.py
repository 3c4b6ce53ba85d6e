"""Reports as documents: each number stands where it belongs, and an empty board gets sentences, not empty charts."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boardroom.documents.blocks import Cell, Chart, ChartKind, Document, Paragraph, plain_text
from boardroom.documents.formats import FORMATS
from boardroom.documents.reports import REPORTS, ReportOrder, compose_report
from boardroom.domain.audience import Audience
from boardroom.domain.board import Seat
from boardroom.domain.period import Period
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.words import AnswerKind, Sector, Stage
from boardroom.services.boards import create_board
from boardroom.store.file import BoardFile
from tests.documents.reading import every_string, said
from tests.sample_board import CANARIES
from tests.store.dice import board_by_dice
from tests.store.sample import board_id_of, sample_file

UNTIL = date(2026, 12, 31)
COUNTED = [key for key in REPORTS if key != "forward"]
"""Those that count something; the forward plan is a list."""


def composed(
    file: BoardFile, key: str, audience: Audience = Audience.MEMBERS, period: Period | None = None
) -> Document:
    with file.reading() as session:
        order = ReportOrder(
            board_id=board_id_of(file),
            report=key,
            period=period or Period(until=UNTIL),
            audience=audience,
            format="pdf",
        )
        return compose_report(session, order)


@pytest.fixture(scope="module", params=["sample", "dice"])
def board(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    path = tmp_path_factory.mktemp("reports") / "Board.boardroom"
    with sample_file(path) if request.param == "sample" else board_by_dice(path, 3) as made:
        yield made


def _words_of(one: Cell) -> str:
    return " ".join("".join(getattr(span, "text", "") for span in line) for line in one.lines)


def charts_of(document: Document) -> list[Chart]:
    return [block for block in document.blocks if isinstance(block, Chart)]


@pytest.mark.parametrize("key", COUNTED)
def test_every_report_has_a_chart_and_every_chart_its_table_and_words(board: BoardFile, key: str) -> None:
    found = charts_of(composed(board, key))
    assert found
    for one in found:
        assert one.text.endswith(".")
        assert one.table.summary
        labels = [_words_of(row[0]) for row in one.table.rows]
        assert [row.label for row in one.rows] == labels[: len(one.rows)]


@pytest.mark.parametrize("key", REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_written_in_every_format_for_the_public(board: BoardFile, key: str, name: str) -> None:
    assert FORMATS[name].render(composed(board, key, Audience.PUBLIC))


@pytest.mark.parametrize("key", REPORTS)
def test_what_a_chart_shows_its_table_says_in_numbers(board: BoardFile, key: str) -> None:
    for one in charts_of(composed(board, key)):
        if one.kind is not ChartKind.BARS:
            continue
        for row, cells in zip(one.rows, one.table.rows, strict=False):
            told = {_words_of(each).split(" of ")[0] for each in cells}
            assert {f"{value:g}" for value in row.values if value is not None} <= told


@pytest.mark.parametrize("key", REPORTS)
def test_a_board_with_nothing_in_it_gets_a_sentence_and_no_chart(tmp_path: Path, key: str) -> None:
    with BoardFile.create(tmp_path / "E.boardroom", who="S") as file:
        with file.writing("Begin") as session:
            create_board(session, "Empty")
        document = composed(file, key)
    assert not charts_of(document)
    assert any(word in said(document) for word in ("No ", "no strands", "Nothing"))


@pytest.mark.parametrize("key", REPORTS)
def test_nothing_restricted_stands_in_a_report_for_the_public(tmp_path: Path, key: str) -> None:
    with sample_file(tmp_path / "S.boardroom") as file:
        words = " ".join(every_string(composed(file, key, Audience.PUBLIC)))
    canaries = json.loads(CANARIES.read_text(encoding="utf-8"))
    assert not [word for told in canaries.values() for word in told if word in words]
    assert key == "forward" or "restricted items is left out" in words


def test_the_report_on_answers_says_what_fell_to_the_specification(tmp_path: Path) -> None:
    with sample_file(tmp_path / "S.boardroom") as file:
        words = said(composed(file, "answered"))
    assert "45 proposals put; answered: 39 of 43 (91%)." in words
    assert "Fell to the specification or the timetable: 8 of 13 (62%) declined proposals." in words


def test_a_period_is_named_and_nothing_after_it_counts(tmp_path: Path) -> None:
    with sample_file(tmp_path / "S.boardroom") as file:
        words = said(composed(file, "year", period=Period(since=date(2025, 1, 1), until=date(2025, 12, 31))))
    assert "1 January 2025 to 31 December 2025" in words
    assert "2026" not in words.replace("2025", "")


def test_the_report_says_who_came_in_at_needs_who_at_procurement_and_who_never(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "F.boardroom", who="S") as file:
        with file.writing("The founding case") as session:
            board = create_board(session, "Arrowmere")
            soon, late, _ = strands = [
                Strand(board_id=board.id, name=name, position=at) for at, name in enumerate(("Soon", "Late", "Never"))
            ]
            session.add_all(strands)
            for at, sector in enumerate((Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY, Sector.COMMUNITY)):
                session.add(Seat(board_id=board.id, name=str(sector), sector=sector, position=at))
            for strand in strands:
                for month, stage in ((1, Stage.NEEDS), (3, Stage.SPECIFICATION), (5, Stage.PROCUREMENT)):
                    session.add(StrandStage(strand_id=strand.id, stage=stage, began=date(2026, month, 1)))
            for strand, month in ((soon, 2), (late, 6)):
                for sector in (Sector.VOLUNTARY, Sector.COMMUNITY):
                    put = Proposal(
                        board_id=board.id, text="Do it", strand_id=strand.id, received_on=date(2026, month, 1)
                    )
                    session.add_all([put, Proposer(proposal_id=put.id, sector=sector, organisation="Tŷ Cwtsh")])
        document = composed(file, "early")
        before = composed(file, "early", period=Period(until=date(2026, 2, 15)))
    (matrix, _) = charts_of(document)
    told = {row.label: row.words for row in matrix.rows}
    assert told == {
        "Local authority": ("Never", "Never", "Never"),
        "Voluntary": ("Needs", "Procurement", "Never"),
        "Community": ("Needs", "Procurement", "Never"),
    }
    assert "Never reached procurement without: Local authority, Voluntary and Community." in said(document)
    assert "Late reached procurement without: Local authority." in said(document)
    # As many first involvements as the matrix shows, and beside them those that never came.
    assert "Involved before specification: 2 of 9 (22%), each sector counted once in each strand." in said(document)
    assert "Involved only at specification or later: 2." in said(document)
    assert "Never involved, and too late to be early: 5." in said(document)
    assert {row.label: row.words for row in charts_of(before)[0].rows}["Voluntary"] == ("Needs", "Not yet", "Not yet")


@pytest.mark.parametrize("key", COUNTED)
def test_no_sentence_has_a_dash_where_its_number_would_be(tmp_path: Path, key: str) -> None:
    with BoardFile.create(tmp_path / "W.boardroom", who="S") as file:
        with file.writing("Withdraw the only one") as session:
            board = create_board(session, "Arrowmere")
            put = Proposal(board_id=board.id, text="Do it", received_on=date(2026, 3, 1))
            by = Proposer(proposal_id=put.id, sector=Sector.VOLUNTARY)
            gone = Answer(
                proposal_id=put.id, answer=AnswerKind.WITHDRAWN, reason="Theirs", answered_on=date(2026, 3, 2)
            )
            session.add_all([put, by, gone, Strand(board_id=board.id, name="Play")])
        document = composed(file, key)
    sentences = [plain_text(one.spans) for one in document.blocks if isinstance(one, Paragraph)]
    assert not [one for one in sentences if " –" in one]
