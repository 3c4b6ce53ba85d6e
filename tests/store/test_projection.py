"""The second screen's query: what the room reads, and not one word of what is restricted."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.decisions import Decision
from boardroom.domain.votes import Motion, VoteEvent
from boardroom.domain.words import Method, Restriction, Result, Sector, VoteMethod, VoteOption
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.queries.projected_wording import Put, WordingKind
from boardroom.store.queries.projection import ProjectionView, is_public, projection_of
from tests.made_up import HIDDEN, everything
from tests.make import MeetingMaker, a_meeting, rows_of

LA, HE = Sector.LOCAL_AUTHORITY, Sector.HEALTH


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path_factory.mktemp("board") / "test.boardroom", who="Test") as file:
        yield file


def stored(board: BoardFile, maker: MeetingMaker) -> UUID:
    with board.writing("A meeting") as session:
        session.add_all(rows_of(maker))
    return maker.meeting_id


def shown(board: BoardFile, maker: MeetingMaker, item: AgendaItem | None, put: Base | None = None) -> ProjectionView:
    with board.reading() as session:
        return _projected(session, maker, item, put)


def _projected(session: Session, maker: MeetingMaker, item: AgendaItem | None, put: Base | None) -> ProjectionView:
    key: Put | None = None if put is None else (put.__tablename__, put.id)
    return projection_of(session, maker.meeting_id, None if item is None else item.id, key)


def read_words(session: Session) -> str:
    """Return every word that a session holds: what was read, whether it is shown or not."""
    return "\n".join(str(value) for row in session.identity_map.values() for value in vars(row).values())


def puts(maker: MeetingMaker) -> list[Base | None]:
    record = maker.record
    return [None, *record.motions, *record.decisions, *record.vote_events]


def test_no_word_of_restricted_matter_is_shown_or_even_read(board: BoardFile) -> None:
    maker = everything()
    stored(board, maker)
    wordings = set[str]()
    for item in [None, *maker.record.items]:
        for put in puts(maker):
            with board.reading() as session:
                view = _projected(session, maker, item, put)
                assert HIDDEN not in str(asdict(view)), (item, put)
                assert HIDDEN not in read_words(session), (item, put)
            wordings.add(view.wording.wording if view.wording is not None else "")
    assert len(wordings) > 3, "nothing would be shown at all"


@st.composite
def meetings(draw: st.DrawFn) -> tuple[MeetingMaker, frozenset[UUID], list[Base | None]]:
    """Make a meeting whose items stand under each other as they like; with it, which are secret, and what is put."""
    maker = a_meeting()
    count = draw(st.integers(1, 4))
    items: list[AgendaItem] = []
    secret = set[UUID]()
    motions: list[tuple[Motion, bool]] = []
    for place in range(count):
        parent = draw(st.sampled_from([None, *items]))
        restricted = draw(st.booleans())
        hidden = restricted or (parent is not None and parent.id in secret)
        word = HIDDEN if hidden else "Open"
        item = maker.item(
            str(place + 1), f"{word} title", public_title="", restricted=restricted, ground="paragraph 3",
            parent_id=None if parent is None else parent.id, restriction_reason=HIDDEN,
        )  # fmt: skip
        items.append(item)
        secret |= {item.id} if hidden else set()
        amended = draw(st.sampled_from([(None, False), *motions]))
        kept = hidden or amended[1]
        word = HIDDEN if kept else "Open"
        motion = maker.row(
            Motion,
            item_id=item.id,
            wording=f"{word} motion",
            mover=f"{word} mover",
            amends_id=None if amended[0] is None else amended[0].id,
            result=draw(st.sampled_from([Result.CARRIED, Result.NOT_STATED])),
        )
        motions.append((motion, kept))
        decision = maker.decide(
            item, f"{word} decision", motion_id=motion.id, result=Result.CARRIED, recommended_to=f"{word} council"
        )
        event = maker.row(VoteEvent, item_id=item.id, motion_id=motion.id, method=VoteMethod.HANDS, yes=1, no=0)
        event.casting_by = word
        maker.row(
            VoteEvent, item_id=None, decision_id=decision.id, yes=2, no=2, casting_by=word
        ).casting = VoteOption.YES
    return maker, frozenset(secret), draw(st.lists(st.sampled_from(puts(maker)), min_size=count, max_size=count))


@given(meetings())
def test_whatever_hangs_on_whatever_nothing_restricted_is_read(
    board: BoardFile, made: tuple[MeetingMaker, frozenset[UUID], list[Base | None]]
) -> None:
    maker, secret, put = made
    stored(board, maker)
    with board.reading() as session:
        record = load_meeting(session, maker.meeting_id, Audience.PUBLIC)
        public = {item.id: item.title or item.public_title for item in record.items}
    for item, one in zip(maker.record.items, put, strict=True):
        with board.reading() as session:
            for key in (one, *(row for row in puts(maker) if getattr(row, "item_id", None) == item.id)):
                view = _projected(session, maker, item, key)
                assert HIDDEN not in str(asdict(view))
                assert view.item is not None
                assert (view.item.title, view.item.restricted) == (public[item.id], item.id in secret)
                assert view.item.ground == ("paragraph 3" if item.id in secret else "")
            assert HIDDEN not in read_words(session)
        with board.reading() as session:
            assert is_public(session, item.id) is (item.id not in secret)


def a_motion(maker: MeetingMaker, item: AgendaItem, **values: Any) -> Motion:  # noqa: ANN401 - the motion's own fields
    return maker.row(Motion, item_id=item.id, wording="That the plan be agreed", **values)


def test_of_a_restricted_item_its_number_public_title_and_ground_are_shown(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item(
        "1", HIDDEN, public_title="A contract", restricted=True, restriction=Restriction.EXEMPT, ground="paragraph 3"
    )
    below = maker.item("1.1", HIDDEN, parent_id=item.id)
    stored(board, maker)
    one, two = (shown(board, maker, each).item for each in (item, below))
    assert one is not None
    assert (one.number, one.title, one.restriction, one.ground) == ("1", "A contract", "exempt", "paragraph 3")
    assert two is not None
    assert (two.number, two.title, two.restriction, two.ground) == ("1.1", "", "exempt", "paragraph 3")


def test_the_item_that_comes_is_shown_by_its_public_title(board: BoardFile) -> None:
    maker = a_meeting()
    first = maker.item("1", "Play")
    maker.item("2", HIDDEN, public_title="A contract", restricted=True)
    stored(board, maker)
    coming = shown(board, maker, first).coming
    assert coming is not None
    assert (coming.number, coming.title) == ("2", "A contract")


@pytest.mark.parametrize(("numbers", "of"), [(("1", "2", "3"), 3), (("1", "2", "7"), None), (("A1", "", "2"), None)])
def test_an_item_is_one_of_so_many_where_the_numbers_count_them(
    board: BoardFile, numbers: tuple[str, ...], of: int | None
) -> None:
    maker = a_meeting()
    items = [maker.item(number, "Play") for number in numbers]
    stored(board, maker)
    item = shown(board, maker, items[0]).item
    assert item is not None
    assert item.of == of


def test_a_named_vote_is_shown_by_sector_and_a_secret_one_is_not(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    decision = maker.decide(item, "That the plan be agreed", recommended_to="the council", result=Result.RECOMMENDED)
    yes, no = VoteOption.YES, VoteOption.NO
    event = maker.named_vote(decision, [("Ann", LA, yes), ("Ben", LA, no), ("Cai", HE, yes), ("Dai", HE, yes)])
    stored(board, maker)
    wording = shown(board, maker, item, event).wording
    assert wording is not None
    assert wording.result is not None
    assert (wording.kind, wording.result.headline) == (WordingKind.DECISION, "Carried, 3 to 1")
    assert (wording.result.sentence, wording.result.recommended_to) == ("By named vote.", "the council")
    sectors = [(one.sector, one.yes, one.no, one.abstain) for one in wording.result.sectors]
    assert sectors == [(LA, 1, 1, 0), (HE, 2, 0, 0)]
    with board.writing("Make it secret") as session:
        session.get_one(VoteEvent, event.id).method = VoteMethod.BALLOT
    secret = shown(board, maker, item, decision).wording
    assert secret is not None
    assert secret.result is not None
    assert (secret.result.headline, secret.result.sectors) == ("Carried, 3 to 1", ())


def test_a_motion_has_no_result_before_it_is_voted_on(board: BoardFile) -> None:
    maker = a_meeting(on=date(2026, 12, 3))
    item = maker.item("1", "Play")
    ann = maker.attend("Ann Ward", "Arrowmere Council", LA)
    motion = a_motion(maker, item, mover_id=ann.person_id, seconder="Ben Ode")
    stored(board, maker)
    wording = shown(board, maker, item, motion).wording
    assert wording is not None
    assert (wording.mover, wording.seconder, wording.result) == ("Ann Ward, Arrowmere Council", "Ben Ode", None)


def test_the_wording_that_stands_after_amendments_is_shown(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    motion = a_motion(maker, item)
    amendment = maker.row(
        Motion, item_id=item.id, amends_id=motion.id, wording="That the plan be agreed in part", result=Result.CARRIED
    )
    stored(board, maker)
    both = [shown(board, maker, item, one).wording for one in (motion, amendment)]
    assert [one and one.wording for one in both] == ["That the plan be agreed in part"] * 2
    assert [one and one.kind for one in both] == [WordingKind.MOTION, WordingKind.AMENDMENT]


def test_what_was_settled_without_a_vote_says_how(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    decision = maker.decide(item, "Agreed", result=Result.CARRIED, method=Method.CONSENSUS, provisional=True)
    stored(board, maker)
    wording = shown(board, maker, item, decision).wording
    assert wording is not None
    assert wording.result is not None
    found = wording.result
    assert (found.headline, found.result, found.method, found.provisional) == (
        "", Result.CARRIED, Method.CONSENSUS, True,
    )  # fmt: skip


def test_a_wording_of_another_item_is_not_shown(board: BoardFile) -> None:
    maker = a_meeting()
    first, second = maker.item("1", "Play"), maker.item("2", "Buses")
    motion, decision = a_motion(maker, first), maker.decide(first, "Agreed")
    stored(board, maker)
    assert shown(board, maker, second, motion).wording is None
    assert shown(board, maker, second, decision).wording is None
    assert shown(board, maker, None, motion).wording is None
    gone: Decision = Decision(board_id=maker.board.id, wording="Never stored")
    assert shown(board, maker, first, gone).wording is None
