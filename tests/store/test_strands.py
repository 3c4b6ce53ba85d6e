"""What the Strands page reads of the sample board, each figure beside a count of the rows themselves."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.plan import Involvement, Strand
from boardroom.domain.refusal import Gone
from boardroom.domain.words import Sector, Stage
from boardroom.exchange.sample import make_sample
from boardroom.services.strands import end_strand
from boardroom.store.file import BoardFile
from boardroom.store.queries.strands import StrandPage, meeting_of, strand_page, strand_rows, strands_of_meeting

TODAY = date(2026, 12, 14)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    make_sample(path, who="Ann")
    return path


def strand(session: Session, name: str) -> UUID:
    return session.scalars(select(Strand.id).where(Strand.name == name)).one()


def page_of(session: Session, name: str, today: date = TODAY) -> StrandPage:
    return strand_page(session, strand(session, name), today)


def test_strands_stand_in_the_plan_s_order_with_their_stage_and_the_ended_last(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as board, board.reading() as session:
        rows = strand_rows(session, session.scalars(select(Board.id)).one(), TODAY)
    assert [(row.name, row.stage) for row in rows] == [
        ("Short breaks for disabled children", Stage.STRATEGY),
        ("Early help", Stage.STRATEGY),
        ("Wellbeing in schools", Stage.NEEDS),
        ("Play on the Canalside estate", Stage.NEEDS),
        ("Equipment for disabled children", Stage.PROCUREMENT),
        ("Childcare places", Stage.DELIVERY),
        ("Mentoring for care leavers", Stage.REVIEW),
        ("Speech and language therapy", Stage.NEEDS),
        ("Home-to-school transport", Stage.REVIEW),
    ]
    assert rows[-1].ended == date(2026, 7, 31)
    assert rows[-1].gap is None


def test_the_list_and_the_page_warn_of_the_same(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as board, board.reading() as session:
        board_id = session.scalars(select(Board.id)).one()
        rows = strand_rows(session, board_id, TODAY)
        assert [row.gap for row in rows] == [strand_page(session, row.id, TODAY).gap for row in rows]


def test_a_sector_that_never_took_part_is_warned_of_with_the_meetings_that_are_left(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as board, board.reading() as session:
        page = page_of(session, "Speech and language therapy")
        took_part = {part.sector for part in page.parts if part.on <= TODAY}
        assert page.gap is not None
        assert set(page.gap.sectors) == set(page.sectors) - took_part
        assert (page.gap.stage, page.gap.on, page.gap.entered) == (Stage.SPECIFICATION, date(2027, 1, 25), False)
        # The 15th meeting is three days too late.
        assert page.meetings_left == 0


def test_a_page_holds_what_is_on_the_strand(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as board, board.reading() as session:
        page = page_of(session, "Short breaks for disabled children")
    assert page.priority == "Families have time to rest"
    assert page.outcome == "Be healthy"
    assert page.lead == "Arrowmere Council"
    assert page.reserved_to == "Arrowmere Council"
    assert [one.stage for one in page.stages] == list(Stage)
    assert [(one.pence, one.organisation) for one in page.sums] == [
        (42_000_000, "Arrowmere Council"),
        (9_500_000, "Arrowmere Care Board"),
    ]
    assert {part.strand_id for part in page.parts} == {page.id}
    assert Sector.VOLUNTARY in {part.sector for part in page.parts}


def test_what_was_added_by_hand_counts_and_a_strand_that_ended_warns_no_more(tmp_path: Path) -> None:
    path = tmp_path / "Ours.boardroom"
    make_sample(path, who="Ann")
    name = "Speech and language therapy"
    with BoardFile.open(path, who="Ann") as board:
        with board.reading() as session:
            before = page_of(session, name)
        assert before.gap is not None
        with board.writing("Say that they were asked") as session:
            org = before.parts[0].organisation_id
            assert org is not None
            session.add(Involvement(strand_id=before.id, organisation_id=org, happened_on=TODAY, how="visited"))
        with board.reading() as session:
            assert len(page_of(session, name).parts) == len(before.parts) + 1
        with board.writing("End") as session:
            end_strand(session, before.id, TODAY)
        with board.reading() as session:
            assert page_of(session, name).gap is None
            row = next(one for one in strand_rows(session, before.board_id, TODAY) if one.id == before.id)
            assert row.gap is None


def test_a_strand_that_is_gone_is_told(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as board, board.reading() as session, pytest.raises(Gone, match="any more"):
        strand_page(session, uuid4(), TODAY)


def test_an_item_s_meeting_and_the_strands_that_it_may_be_on(sample: Path) -> None:
    with BoardFile.open(sample, who="Ann") as board, board.reading() as session:
        item = session.scalars(select(AgendaItem).where(AgendaItem.strand_id.is_not(None)).limit(1)).one()
        assert meeting_of(session, "agenda_item", item.id) == (item.meeting_id, item.id)
        assert meeting_of(session, "agenda_item", uuid4()) is None
        assert meeting_of(session, "point", uuid4()) is None
        assert meeting_of(session, "heard", uuid4()) is None
        assert len(strands_of_meeting(session, item.meeting_id)) == 9
