"""One proposal with its answers over time, and why proposals were declined, in the sample board."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID, uuid4

import pytest

from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.store.file import BoardFile
from boardroom.store.queries.proposal_list import ProposalRow, Wanted, count_proposals, proposals_page
from boardroom.store.queries.proposal_page import proposal_page, put_by_sector, reasons_by_sector
from tests.store.sample import board_id_of, sample_file

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with sample_file(tmp_path_factory.mktemp("proposals") / "Sample.boardroom") as board:
        yield board


@pytest.fixture(scope="module")
def board_id(sample: BoardFile) -> UUID:
    return board_id_of(sample)


@pytest.fixture(scope="module")
def rows(sample: BoardFile, board_id: UUID) -> list[ProposalRow]:
    with sample.reading() as session:
        return proposals_page(session, Wanted(board_id=board_id), TODAY, limit=1000)


def test_a_page_says_of_each_proposal_what_its_row_says(sample: BoardFile, rows: list[ProposalRow]) -> None:
    with sample.reading() as session:
        for row in rows:
            page = proposal_page(session, row.id, TODAY)
            assert page is not None
            standing = page.standing
            assert (page.proposal.text, page.asked_on, page.days, page.late) == (
                row.text,
                row.asked_on,
                row.days,
                row.late,
            )
            assert (standing.answer.answer if standing else None) == row.state
            assert (standing.on if standing else None) == row.answered_on
    assert any(row.late for row in rows)


def test_answers_stand_in_the_order_in_which_they_were_given(sample: BoardFile, rows: list[ProposalRow]) -> None:
    with sample.reading() as session:
        pages = [proposal_page(session, row.id, TODAY) for row in rows]
    again = [page for page in pages if page is not None and len(page.answers) > 1]
    assert again
    for page in again:
        assert [one.answer.answer for one in page.answers[:-1]] == [AnswerKind.DEFERRED] * (len(page.answers) - 1)
        days = [one.on for one in page.answers if one.on is not None]
        assert days == sorted(days)


def test_a_proposal_that_is_gone_has_no_page(sample: BoardFile) -> None:
    with sample.reading() as session:
        assert proposal_page(session, uuid4(), TODAY) is None


@pytest.mark.parametrize("narrowed", [{}, {"sector": Sector.COMMUNITY}, {"since": date(2026, 1, 1)}])
def test_reasons_by_sector_add_up_to_the_counts(
    sample: BoardFile, board_id: UUID, rows: list[ProposalRow], narrowed: dict[str, object]
) -> None:
    wanted = Wanted(board_id=board_id, **narrowed)  # type: ignore[arg-type] # fields of what is wanted
    with sample.reading() as session:
        found, counts = reasons_by_sector(session, wanted), count_proposals(session, wanted, TODAY)
        put = put_by_sector(session, wanted)
        listed = {row.id for row in proposals_page(session, wanted, TODAY, limit=1000)}
    assert sum(put.values()) == counts.total
    assert {one.sector for one in found} <= set(put)
    assert sum(one.total for one in found) == counts.by_state[AnswerKind.DECLINED]
    declined = [row for row in rows if row.id in listed and row.state is AnswerKind.DECLINED]
    late = {ReasonCategory.SPECIFICATION, ReasonCategory.TIMETABLE}
    for one in found:
        of = [row for row in declined if row.sector is one.sector]
        assert (one.total, one.too_late) == (len(of), sum(row.category in late for row in of))
    assert [one.total for one in found] == sorted((one.total for one in found), reverse=True)
