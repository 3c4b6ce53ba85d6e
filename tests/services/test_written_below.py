"""What the item column writes and asks besides the services of each thing: typed text, lines, votes as they stand."""

from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState, plain, runs_of
from boardroom.domain.words import LinkKind, Method, Result, TextKind, VoteMethod, VoteOption
from boardroom.services import decisions, motions, texts, votes
from boardroom.services.decision_lines import write_dissents, write_links
from boardroom.services.typed import keep_typed
from boardroom.services.votes import Ballot, Cast, as_it_stands
from boardroom.store.file import BoardFile
from boardroom.store.queries.completing import organisations_like, people_like
from boardroom.store.queries.item_page import text_of
from boardroom.store.queries.voters import voters_at
from tests.services.item import Item


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


@pytest.fixture
def decision(item: Item) -> UUID:
    return item.do(
        decisions.record_decision, item.board_id, "That two halls be costed.", method=Method.CONSENSUS,
        result=Result.CARRIED, item_id=item.id, reference="2027/1",
    ).id  # fmt: skip


def state(words: str, paragraph_id: UUID | None = None) -> ParagraphState:
    return ParagraphState(id=paragraph_id, runs=runs_of(words))


def notes_of(item: Item) -> tuple[ParagraphState, ...]:
    with item.board.reading() as session:
        return text_of(session, item.meeting_id, item.id, TextKind.NOTE)


def test_typed_text_is_kept_whole_where_a_paragraph_was_taken_out_meanwhile(item: Item) -> None:
    place = (item.meeting_id, item.id, TextKind.NOTE)
    new = state("First")
    (first,) = item.do(keep_typed, *place, [new], added=[(None, [new])])
    item.do(texts.write_paragraphs, *place, removed=[first])
    more = state("Second")
    ids = item.do(
        keep_typed, *place, [state("First, typed on", first), more],
        changed=[state("First, typed on", first)], added=[(first, [more])],
    )  # fmt: skip
    assert [plain(one.runs) for one in notes_of(item)] == ["First, typed on", "Second"]
    assert [one.id for one in notes_of(item)] == ids


def test_lines_name_earlier_decisions_by_reference_or_in_words(item: Item, decision: UUID) -> None:
    later = item.do(
        decisions.record_decision, item.board_id, "That three be costed.", method=Method.CONSENSUS,
        result=Result.CARRIED, item_id=item.id,
    ).id  # fmt: skip
    item.do(write_links, later, removed=[], added=["Supersedes 2027/1", "amends the plan of 2019"])
    links = item.seen.decisions[1].links
    assert {(one.kind, one.of_decision_id, one.words) for one in links} == {
        (LinkKind.SUPERSEDES, decision, ""),
        (LinkKind.AMENDS, None, "the plan of 2019"),
    }
    with pytest.raises(Refusal, match="Begin each line"):
        item.do(write_links, later, removed=[], added=["follows 2027/1"])


def test_dissents_are_written_line_by_line_and_taken_out_by_id(item: Item, decision: UUID) -> None:
    item.do(write_dissents, decision, removed=[], added=["Amina Yusuf: Too: late.", ""])
    ((row_id, name, words),) = item.seen.decisions[0].dissents
    assert (name, words) == ("Amina Yusuf", "Too: late.")
    item.do(write_dissents, decision, removed=[row_id], added=[])
    assert item.seen.decisions[0].dissents == ()


def test_a_vote_as_it_stands_reads_as_it_will_be_minuted_and_writes_nothing(item: Item) -> None:
    motion = item.do(motions.put_motion, item.id, "That two halls be costed.").id
    with item.board.reading() as session:
        voters = voters_at(session, item.meeting_id, item.id)
    casts = [Cast(option=VoteOption.YES, attendance_id=one.attendance_id) for one in voters if one.may]
    assert len(casts) == 3
    ballot = Ballot(method=VoteMethod.NAMED, casts=casts)
    with item.board.reading() as session:
        stands = as_it_stands(session, item.meeting_id, item.id, ballot)
    assert not item.seen.motions[0].votes
    item.do(votes.vote_on_motion, motion, ballot)
    assert item.seen.motions[0].votes[0].sentence == stands.sentence
    with item.board.reading() as session, pytest.raises(Refusal, match="no casting vote"):
        as_it_stands(
            session, item.meeting_id, item.id,
            Ballot(counts={VoteOption.YES: 2, VoteOption.NO: 1}, casting=VoteOption.YES),
        )  # fmt: skip


def test_names_complete_by_any_of_their_words_and_never_as_a_pattern(item: Item) -> None:
    with item.board.reading() as session:
        assert [one.name for one in people_like(session, "yus", item.meeting_id)] == ["Amina Yusuf"]
        assert [one.name for one in organisations_like(session, "fam")] == ["Families body"]
        for pattern in ("%", "_", "", "  ", "\\"):
            assert people_like(session, pattern, item.meeting_id) == []
