"""The 17 real records: they come in, come again without a change, and go out equal."""

import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from boardroom.domain.attendance import Declaration
from boardroom.domain.base import Base
from boardroom.domain.decisions import DecisionLink
from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import MinutesConfirmation
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.votes import VoteEvent
from boardroom.domain.words import LinkKind, VoteMethod, VoteResult
from boardroom.exchange.meeting_format import RecordFile, canonical, read_record
from boardroom.exchange.meeting_in import RecordImport, import_records
from boardroom.exchange.meeting_out import export_meeting
from boardroom.store.file import BoardFile
from tests.exchange.conftest import REAL


def read_all(paths: list[Path]) -> list[RecordFile]:
    return [read_record(path, path.name) for path in paths]


def take_in(board: BoardFile, records: list[RecordFile], *, new_board: bool = True) -> RecordImport:
    with board.writing("Import records") as session:
        return import_records(session, records, new_board=new_board)


def rows(board: BoardFile, entity: type[Base]) -> list[Base]:
    with board.reading() as session:
        return list(session.scalars(select(entity)))


def test_all_come_in_as_one_step_and_go_out_equal(board_file: BoardFile) -> None:
    records = read_all(REAL)
    done = take_in(board_file, records)
    assert len(done.made) == 17
    assert board_file.last_change.seq == 1
    with board_file.reading() as session:
        for record in records:
            exported = export_meeting(session, done.made[record.data["id"]])
            assert canonical(exported) == canonical(record.data), record.name
            # What was written is a record that can be read again.
            again = read_record(json.dumps(exported).encode(), record.name)
            assert canonical(again.data) == canonical(record.data)


def test_nothing_of_them_is_left_out(board_file: BoardFile) -> None:
    records = [record.data for record in read_all(REAL)]
    take_in(board_file, read_all(REAL))
    items = [item for record in records for item in record["agenda"]]
    points = [point for item in items for point in item.get("points", [])]
    decisions = [decision for item in items for decision in item.get("decisions", [])]
    expected = {
        "meeting": 17,
        "agenda_item": len(items),
        "attendance": sum(len(record["attendance"]) for record in records),
        "declaration": sum(len(record["declarations"]) for record in records),
        "point": len(points),
        "proposal": sum(point["kind"] == "proposal" for point in points),
        "decision": len(decisions),
        "vote_event": sum("votes" in decision for decision in decisions),
        "action": sum(len(item.get("actions", [])) for item in items),
        "minutes_confirmation": sum(len(record.get("previous_minutes", [])) for record in records),
        "board": len({record["body"]["name"] for record in records}),
        "person": 0,
    }
    found = {str(entity.__tablename__): len(rows(board_file, entity)) for entity in ENTITIES}
    assert expected.items() <= found.items()


def test_coming_again_changes_nothing(board_file: BoardFile) -> None:
    take_in(board_file, read_all(REAL))
    before = board_file.last_change.seq
    done = take_in(board_file, read_all(REAL), new_board=False)
    assert (len(done.made), len(done.unchanged)) == (0, 17)
    assert board_file.last_change.seq == 0
    assert before == 1


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_each_alone_goes_out_equal(module_file: BoardFile, path: Path) -> None:
    record = read_record(path, path.name)
    done = take_in(module_file, [record])
    with module_file.reading() as session:
        assert canonical(export_meeting(session, done.made[path.stem])) == canonical(record.data)


@pytest.mark.parametrize("order", [1, -1], ids=["later last", "later first"])
@pytest.mark.parametrize("together", [True, False], ids=["together", "one by one"])
def test_ratified_decisions_find_their_meeting_in_any_order(
    board_file: BoardFile, order: int, *, together: bool
) -> None:
    paths = [path for path in REAL if path.stem.startswith(("13-", "14-"))][::order]
    made: dict[str, object] = {}
    for batch in [paths] if together else [[path] for path in paths]:
        made.update(take_in(board_file, read_all(batch)).made)
    (link,) = rows(board_file, DecisionLink)
    assert isinstance(link, DecisionLink)
    assert link.kind is LinkKind.RATIFIES
    assert link.of_meeting_id == made["13-wolverhampton-schools-forum-2023-10-05-inquorate"]
    assert take_in(board_file, read_all(paths)).made == {}


def test_members_with_an_interest_in_the_grants_are_recused(board_file: BoardFile) -> None:
    take_in(board_file, read_all([path for path in REAL if path.stem.startswith(("15-", "18-", "19-"))]))
    recused = Counter(row.recused for row in rows(board_file, Declaration) if isinstance(row, Declaration))
    # Two left the room in the Vale, one took no part in Kent; in Carmarthen the minutes don't say.
    assert recused == {True: 3, False: 8}


def test_the_kent_vote_is_known_as_a_named_one(board_file: BoardFile) -> None:
    done = take_in(board_file, read_all([path for path in REAL if path.stem.startswith("18-")]))
    assert any("item 11, not on the agenda" in str(doubt) for doubt in done.doubts)
    with board_file.reading() as session:
        vote = session.scalars(select(VoteEvent)).one()
    assert (vote.yes, vote.no, vote.abstain) == (18, 41, 1)
    assert (vote.method, vote.result) == (VoteMethod.NAMED, VoteResult.LOST)


def test_a_proposal_that_was_minuted_is_one_of_the_boards_proposals(board_file: BoardFile) -> None:
    take_in(board_file, read_all([path for path in REAL if path.stem.startswith("07-")]))
    (proposal,), (proposer,) = rows(board_file, Proposal), rows(board_file, Proposer)
    assert isinstance(proposal, Proposal)
    assert isinstance(proposer, Proposer)
    assert proposal.text.startswith("Asked before the meeting for a change")
    assert (proposer.organisation, proposer.role) == ("The Children's Society", "Voluntary sector representative")
    assert proposer.organisation_id is not None


def test_confirmed_minutes_find_their_meeting_by_its_day(board_file: BoardFile) -> None:
    done = take_in(board_file, read_all([path for path in REAL if "haringey" in path.stem]))
    of_meetings = [
        row.of_meeting_id for row in rows(board_file, MinutesConfirmation) if isinstance(row, MinutesConfirmation)
    ]
    assert set(of_meetings) == set(list(done.made.values())[:3])
