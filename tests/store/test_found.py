from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from boardroom.domain.entities import ENTITIES
from boardroom.domain.words import ActionStatus, AnswerKind, Sector
from boardroom.store.file import BoardFile
from boardroom.store.queries.found import FoundRow, describe_hits, find_records
from boardroom.store.queries.targets import opened_as, targets_of
from boardroom.store.search import search
from tests.sample_board import rows
from tests.store.sample import sample_file

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with sample_file(tmp_path_factory.mktemp("found") / "Sample.boardroom") as board:
        yield board


def _found(board: BoardFile, words: str) -> list[FoundRow]:
    with board.reading() as session:
        return describe_hits(session, search(session, words), TODAY)


def test_a_proposal_is_found_with_its_number_sector_and_answer(sample: BoardFile) -> None:
    (row,) = [row for row in _found(sample, "weekend sessions in two village halls") if row.entity == "proposal"]
    assert row.title.startswith("Weekend sessions in two village halls")
    assert (row.sector, row.state, row.number) == (Sector.VOLUNTARY, AnswerKind.ADAPTED, "41")
    assert row.target is not None
    assert row.target.id == row.hit.entity_id


def test_the_reason_of_an_answer_opens_the_proposal(sample: BoardFile) -> None:
    (answer,) = rows("answer", reason=rows("answer")[0]["reason"])
    (row,) = [row for row in _found(sample, answer["reason"]) if row.hit.entity == "answer"]
    assert row.entity == "proposal"
    assert row.target is not None
    assert str(row.target.id) == answer["proposal_id"]
    assert row.state == answer["answer"]


def test_an_action_tells_its_owners_sector_and_latest_status(sample: BoardFile) -> None:
    found = [row for row in _found(sample, "waiting-time figures by ward") if row.entity == "action"]
    assert {row.sector for row in found} <= {Sector.HEALTH, Sector.LOCAL_AUTHORITY}
    assert {row.state for row in found} <= set(ActionStatus)
    assert all(row.meeting.endswith("meeting") and row.day for row in found)
    assert found


def test_minute_text_is_found_at_its_item(sample: BoardFile) -> None:
    found = [row for row in _found(sample, "halls villages") if row.hit.entity == "paragraph"]
    assert found
    for row in found:
        assert row.target is not None
        assert row.target.item_id is not None
        assert row.item_title
        assert "halls" in row.title


def test_people_and_organisations_are_found_by_name(sample: BoardFile) -> None:
    titles = {(row.entity, row.title, row.sector) for row in _found(sample, "Okonjo")}
    assert ("person", "Ruth Okonjo", Sector.EDUCATION) in titles
    titles = {(row.entity, row.title, row.sector) for row in _found(sample, "West Border Police")}
    assert ("organisation", "West Border Police", Sector.POLICE) in titles


def test_whatever_is_found_can_be_opened(sample: BoardFile) -> None:
    kinds = set()
    for words in ("the", "a", "board", "chair", "police", "2026", "report", "halls", "young"):
        for row in _found(sample, words):
            assert row.target is not None
            kinds.add(row.hit.entity)
    assert len(kinds) > 12


def test_every_kind_of_row_leads_somewhere(sample: BoardFile) -> None:
    with sample.reading() as session:
        for entity in ENTITIES:
            first = session.scalars(select(entity.id).limit(1)).first()
            if first is not None:
                name = str(entity.__tablename__)
                assert targets_of(session, [(name, first)]).keys() == {(name, first)}
        assert targets_of(session, [("step", uuid4()), ("proposal", uuid4())]) == {}


def test_what_is_not_wanted_crowds_out_nothing_that_is(sample: BoardFile) -> None:
    people = frozenset({"person", "organisation", "seat"})
    with sample.reading() as session:
        for words in ("council", "chair", "co"):
            every = find_records(session, words, TODAY, board_id=None, limit=100_000)
            wanted = {row.target for row in every if row.entity in people}
            found = find_records(session, words, TODAY, board_id=None, kinds=people, limit=max(len(wanted), 1) * 2)
            assert {row.target for row in found} == wanted
            assert 0 < 3 * len(wanted) < len(every)


def test_what_has_no_page_is_sought_with_what_it_is_opened_as() -> None:
    assert opened_as({"organisation"}) == {"organisation", "organisation_status"}
    assert opened_as({"decision"}) == {"decision", "decision_condition", "decision_link", "dissent"}
    assert opened_as({"vote_event"}) == {"vote_event", "vote", "sector_tally"}


def test_nothing_found_is_described_as_nothing(tmp_path: Path) -> None:
    with BoardFile.create(tmp_path / "a.boardroom", who="Ann") as board:
        assert _found(board, "anything") == []


def test_a_strand_is_found_by_its_name_and_by_what_hangs_on_it(sample: BoardFile) -> None:
    (strand,) = rows("strand", name="Speech and language therapy")
    for words in ("language therapy", "showed how a class is taught to sign"):
        (row,) = [row for row in _found(sample, words) if row.entity == "strand"]
        assert row.title == "Speech and language therapy"
        assert row.target is not None
        assert str(row.target.id) == strand["id"]
    (money,) = [row for row in _found(sample, "over three years pooled") if row.hit.entity == "strand_sum"]
    assert money.title == "Equipment for disabled children"
