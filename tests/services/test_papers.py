from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.outline import move_up
from boardroom.domain.papers import LARGEST, Paper
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Restriction
from boardroom.services import agenda, boards, meetings, papers
from boardroom.store.file import BoardFile
from boardroom.store.papers import content_of
from boardroom.store.queries.papers import papers_of
from boardroom.store.undo import redo, undo

PDF = b"%PDF-1.4 costs"


@pytest.fixture
def item_ids(board: BoardFile) -> list[UUID]:
    with board.writing("Set up the board") as session:
        ours = boards.create_board(session, "Arrowmere Partnership")
        meeting = meetings.plan_meeting(session, ours.id, date(2027, 1, 28))
        return [agenda.add_item(session, meeting.id, title).id for title in ("Apologies", "Short breaks")]


def done(board: BoardFile, work: Callable[..., Paper], *given: object, **fields: Any) -> UUID:  # noqa: ANN401 - a service's
    with board.writing("Work on papers") as session:
        return work(session, *given, **fields).id


def attach(board: BoardFile, item_id: UUID, name: str = "Costs.pdf", **fields: Any) -> UUID:  # noqa: ANN401 - as above
    return done(board, papers.attach_paper, item_id, PDF, name=name, **fields)


def row(board: BoardFile, paper_id: UUID) -> Paper:
    with board.reading() as session:
        return session.get_one(Paper, paper_id)


def shown(board: BoardFile, item_id: UUID) -> list[str]:
    with board.reading() as session:
        meeting_id = session.get_one(AgendaItem, item_id).meeting_id
        return [f"{paper.label} {paper.title}" for paper in papers_of(session, meeting_id) if paper.item_id == item_id]


def refused(board: BoardFile, sentence: str, work: Callable[[Session], object]) -> None:
    with pytest.raises(Refusal, match=sentence), board.writing("Work on papers") as session:
        work(session)


def give_notice(board: BoardFile, item_id: UUID) -> None:
    with board.writing("Give notice") as session:
        meeting_id = session.get_one(AgendaItem, item_id).meeting_id
        session.get_one(Meeting, meeting_id).notice_given_on = date(2027, 1, 20)


def test_a_paper_takes_its_label_from_the_item_and_its_title_from_the_file(
    board: BoardFile, item_ids: list[UUID]
) -> None:
    paper = row(board, attach(board, item_ids[1], r"C:\Users\me\Draft_strategy.v2.pdf", pages=4))
    assert (paper.label, paper.title, paper.name) == ("2A", "Draft strategy.v2", "Draft_strategy.v2.pdf")
    assert (paper.media_type, paper.size, paper.pages, paper.to_follow) == ("application/pdf", len(PDF), 4, False)
    attach(board, item_ids[1], title="Costs\x00 of\nplaces")
    attach(board, item_ids[0], label="Annex")
    assert shown(board, item_ids[1]) == ["2A Draft strategy.v2", "2B Costs of places"]
    assert shown(board, item_ids[0]) == ["Annex Costs"]


def test_attaching_is_undone_and_done_again_without_the_file(board: BoardFile, item_ids: list[UUID]) -> None:
    paper_id = attach(board, item_ids[1])
    undo(board)
    assert shown(board, item_ids[1]) == []
    redo(board)
    with board.reading() as session:
        assert content_of(session, session.get_one(Paper, paper_id).sha256) == PDF


def test_removing_is_undone_with_the_bytes(board: BoardFile, item_ids: list[UUID]) -> None:
    attach(board, item_ids[1])
    second = attach(board, item_ids[1], title="Second")
    first = row(board, second)
    with board.writing("Remove paper") as session:
        papers.remove_paper(session, papers_of(session, first.meeting_id)[0].id)
    assert shown(board, item_ids[1]) == ["2A Second"]
    undo(board)
    assert shown(board, item_ids[1]) == ["2A Costs", "2B Second"]


def test_a_promised_paper_is_delivered_under_its_label(board: BoardFile, item_ids: list[UUID]) -> None:
    paper_id = done(board, papers.promise_paper, item_ids[1], " Police checks ")
    promised = row(board, paper_id)
    assert (promised.label, promised.to_follow, promised.sha256, promised.size) == ("2A", True, "", 0)
    done(board, papers.deliver_paper, paper_id, PDF, name="checks.pdf", pages=2)
    delivered = row(board, paper_id)
    assert (delivered.label, delivered.title, delivered.to_follow) == ("2A", "Police checks", False)
    assert (delivered.size, delivered.pages, delivered.name) == (len(PDF), 2, "checks.pdf")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "“x.pdf” is empty"),
        (b"%PDF-" + bytes(LARGEST), "larger than 50 MB"),
        (b"MZ\x90\x00", "not a kind of file that can be a paper"),
    ],
    ids=["empty", "large", "program"],
)
def test_what_can_be_no_paper_is_refused(board: BoardFile, item_ids: list[UUID], content: bytes, sentence: str) -> None:
    refused(board, sentence, partial(papers.attach_paper, item_id=item_ids[1], content=content, name="x.pdf"))
    assert shown(board, item_ids[1]) == []


def test_letters_follow_the_order_until_the_agenda_is_out(board: BoardFile, item_ids: list[UUID]) -> None:
    item_id = item_ids[1]
    ids = [attach(board, item_id, title=title) for title in ("First", "Second", "Third")]
    done(board, papers.move_paper, ids[2], 0)
    assert shown(board, item_id) == ["2A Third", "2B First", "2C Second"]
    give_notice(board, item_id)
    done(board, papers.move_paper, ids[2], 99)
    assert shown(board, item_id) == ["2B First", "2C Second", "2A Third"]
    with board.writing("Remove paper") as session:
        papers.remove_paper(session, ids[1])
    attach(board, item_id, title="Late")
    assert shown(board, item_id) == ["2B First", "2A Third", "2C Late"]


def test_labels_follow_an_item_that_moves(board: BoardFile, item_ids: list[UUID]) -> None:
    attach(board, item_ids[0])
    attach(board, item_ids[1], title="Strategy")
    attach(board, item_ids[1], title="Survey", label="Annex")
    with board.writing("Move item") as session:
        agenda.move_item(session, item_ids[1], partial(move_up, item_id=item_ids[1]))
    assert shown(board, item_ids[1]) == ["1A Strategy", "Annex Survey"]
    assert shown(board, item_ids[0]) == ["2A Costs"]


def test_a_label_is_given_once_in_a_meeting(board: BoardFile, item_ids: list[UUID]) -> None:
    first, second = attach(board, item_ids[1]), attach(board, item_ids[0])
    refused(board, "labelled 2A", partial(papers.rename_paper, paper_id=second, title="x", label="2A"))
    refused(board, "labelled 2A", partial(papers.promise_paper, item_id=item_ids[0], title="x", label="2A"))
    refused(board, "a label", partial(papers.rename_paper, paper_id=first, title="x", label=" "))
    refused(board, "a title", partial(papers.rename_paper, paper_id=first, title=" ", label="2A"))
    done(board, papers.rename_paper, first, "Prices", label="2A")
    assert shown(board, item_ids[1]) == ["2A Prices"]


def test_a_restricted_paper_needs_its_ground_unless_its_item_has_one(board: BoardFile, item_ids: list[UUID]) -> None:
    paper_id = attach(board, item_ids[1])
    refused(board, "needs its ground", partial(papers.restrict_paper, paper_id=paper_id, ground=" "))
    refused(
        board,
        "needs its ground",
        partial(papers.attach_paper, item_id=item_ids[1], content=PDF, name="x.pdf", restricted=True),
    )
    done(board, papers.restrict_paper, paper_id, ground="paragraph 3", reason="Prices.")
    paper = row(board, paper_id)
    assert (paper.restricted, paper.ground, paper.restriction_reason) == (True, "paragraph 3", "Prices.")
    done(board, papers.open_paper, paper_id)
    paper = row(board, paper_id)
    assert (paper.restricted, paper.ground, paper.restriction_reason) == (False, "", "")
    with board.writing("Restrict item") as session:
        agenda.restrict_item(session, item_ids[1], Restriction.EXEMPT, ground="paragraph 3", public_title="Prices")
    assert row(board, attach(board, item_ids[1], restricted=True)).restricted


def test_an_item_with_papers_is_not_removed(board: BoardFile, item_ids: list[UUID]) -> None:
    attach(board, item_ids[1])
    refused(board, "Something is recorded", partial(agenda.remove_item, item_id=item_ids[1]))


def test_what_is_gone_is_told(board: BoardFile, item_ids: list[UUID]) -> None:
    assert item_ids
    refused(board, "any more", partial(papers.remove_paper, paper_id=uuid7()))
    refused(board, "any more", partial(papers.promise_paper, item_id=uuid7(), title="x"))
