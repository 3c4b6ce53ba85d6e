"""Minutes that are sealed read the same for ever, whatever becomes of boards, people and earlier decisions."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.documents.blocks import Document
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.meeting import MeetingDay, MinutesConfirmation, Seal
from boardroom.domain.people import Organisation, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.surroundings import surroundings_of
from boardroom.domain.words import LinkKind, MeetingStatus, PointKind, Presence, Result, Sector
from boardroom.services.meetings import seal_minutes
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from tests.documents.reading import every_string
from tests.made_up import HIDDEN
from tests.make import MeetingMaker, a_meeting, rows_of, with_terms

Change = Callable[[Session], object]


class Stored(NamedTuple):
    """A meeting in a board file."""

    board: BoardFile
    meeting_id: UUID

    def minutes(self, audience: Audience) -> Document:
        with self.board.reading() as session:
            return compose_minutes(load_meeting(session, self.meeting_id, audience), audience)


def _earlier() -> MeetingMaker:
    maker = a_meeting(on=date(2026, 9, 3))
    maker.decide(maker.item("1", "Play"), "That we play.", reference="2026/3", result=Result.CARRIED)
    secret = maker.item("2", HIDDEN, restricted=True, public_title="A contract")
    maker.decide(secret, f"{HIDDEN} decision", result=Result.CARRIED)
    return maker


def _meeting(earlier: MeetingMaker) -> MeetingMaker:
    """Make a meeting that leans on the outside wherever a record can: no name is printed on the day."""
    maker = a_meeting(status=MeetingStatus.CONFIRMED)
    with_terms(maker, QuorumNeed(terms_id=maker.meeting_id, role="chair"), quorum_number=2)
    terms = maker.record.boards[0].terms
    assert terms is not None
    maker.record.boards[0].needs[0].terms_id = terms.id
    for name in ("Ann Ward", "Ben Ode", "Cai Rhys"):
        line = maker.attend(name, "Tŷ Cwtsh", Sector.VOLUNTARY, seat=True)
        line.name, line.organisation = "", ""
        line.organisation_id = maker.organisation("Tŷ Cwtsh").id
    maker.attend("Dai Poe", status=Presence.APOLOGIES).name = ""
    item = maker.item("1", "Play")
    ann = maker.person("Ann Ward")
    maker.say(item, "It rained.", kind=PointKind.REPORT, person_id=ann.id)
    maker.declare("Cai Rhys", "runs a hall", item, recused=True)
    maker.act(item, "Mend the roof", ("Ann Ward", "Tŷ Cwtsh"))
    was, was_secret = earlier.record.decisions
    new = maker.decide(item, "That we stop.", result=Result.CARRIED)
    maker.row(DecisionLink, decision_id=new.id, kind=LinkKind.SUPERSEDES, of_decision_id=was.id)
    maker.row(MinutesConfirmation, of_meeting_id=earlier.meeting_id, result="approved as a correct record")
    secret = maker.item("2", HIDDEN, restricted=True, public_title="A contract")
    hidden = maker.decide(secret, HIDDEN)
    maker.row(DecisionLink, decision_id=hidden.id, kind=LinkKind.AMENDS, of_decision_id=was_secret.id)
    maker.act(secret, HIDDEN, (f"{HIDDEN} Owner", f"{HIDDEN} Ltd"))
    return maker


def _stored(board: BoardFile, *, seal: bool) -> Stored:
    earlier = _earlier()
    maker, later = _meeting(earlier), a_meeting(on=date(2027, 1, 28))
    confirming = later.decide(later.item("1", "Minutes"), "That they be signed.", result=Result.CARRIED)
    with board.writing("Meetings") as session:
        for one in (earlier, maker, later):
            session.add_all(rows_of(one))
    if seal:
        with board.writing("Seal", barrier=True) as session:
            seal_minutes(session, maker.meeting_id, confirming.id, signed_by="Ann", signed_on=date(2027, 1, 28))
    return Stored(board, maker.meeting_id)


@pytest.fixture
def board(tmp_path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path / "test.boardroom", who="Test") as file:
        yield file


def _each(entity: type[Base], field: str, value: object) -> Change:
    def change(session: Session) -> None:
        for row in session.scalars(select(entity)):
            setattr(row, field, value)

    return change


def _earlier_day(session: Session) -> None:
    day = session.scalars(select(MeetingDay).where(MeetingDay.held_on == date(2026, 9, 3))).one()
    day.held_on = date(2026, 9, 4)


def _earlier_decision(session: Session) -> None:
    decision = session.scalars(select(Decision).where(Decision.reference == "2026/3")).one()
    decision.reference = "2026/99"


def _one_more_seat(session: Session) -> None:
    board_id = session.scalars(select(Seat.board_id)).first()
    assert board_id is not None
    session.add(Seat(board_id=board_id, name="New", sector=Sector.FAITH))


# In this order each of them changes what minutes say that are not sealed.
CHANGES: dict[str, Change] = {
    "a person's name": _each(Person, "name", "Renamed"),
    "an organisation's name": _each(Organisation, "name", "Renamed"),
    "a board's name": _each(Board, "name", "Renamed"),
    "the terms": _each(TermsOfReference, "quorum_number", 9),
    "what the quorum needs": _each(QuorumNeed, "least", 5),
    "who has a vote": _each(Membership, "voting", value=False),
    "one more seat": _one_more_seat,
    "the day on which memberships end": _each(Membership, "ends", date(2026, 1, 1)),
    "a seat's sector": _each(Seat, "sector", Sector.HEALTH),
    "the day on which the terms end": _each(TermsOfReference, "ends", date(2026, 1, 1)),
    "an earlier meeting's day": _earlier_day,
    "an earlier decision": _earlier_decision,
}


def test_sealed_minutes_compose_to_the_same_document(board: BoardFile) -> None:
    sealed = _stored(board, seal=True)
    before = {audience: sealed.minutes(audience) for audience in Audience}
    for what, change in CHANGES.items():
        with board.writing(what) as session:
            change(session)
        assert {audience: sealed.minutes(audience) for audience in Audience} == before, what
    assert check(board.path) == []


def test_minutes_that_are_not_sealed_go_with_the_times(board: BoardFile) -> None:
    draft = _stored(board, seal=False)
    before = draft.minutes(Audience.MEMBERS)
    for what, change in CHANGES.items():
        with board.writing(what) as session:
            change(session)
        after = draft.minutes(Audience.MEMBERS)
        assert after.blocks != before.blocks or after.running_head != before.running_head, what
        before = after


def test_what_is_read_is_what_was_kept_to_the_letter(board: BoardFile) -> None:
    sealed = _stored(board, seal=True)
    with board.writing("All of it") as session:
        for change in CHANGES.values():
            change(session)
    with board.reading() as session:
        record = load_meeting(session, sealed.meeting_id, Audience.MEMBERS)
    assert surroundings_of(record) == record.seals[0].surroundings


@pytest.mark.parametrize("seal", [False, True])
def test_both_audiences_read_the_same_reference(board: BoardFile, seal: bool) -> None:  # noqa: FBT001 - a parameter
    stored = _stored(board, seal=seal)
    assert stored.minutes(Audience.PUBLIC).reference == stored.minutes(Audience.MEMBERS).reference


def test_nothing_restricted_comes_to_the_public_from_the_seal(board: BoardFile) -> None:
    sealed = _stored(board, seal=True)
    with board.reading() as session:
        record = load_meeting(session, sealed.meeting_id, Audience.PUBLIC)
        assert HIDDEN in session.scalars(select(Seal.surroundings)).one()
    held = [*record.people.values(), *record.organisations.values(), *record.other_decisions.values(), *record.seals]
    words = "\n".join(str(value) for row in held for value in vars(row).values())
    assert "Ann Ward" in words
    assert HIDDEN not in words
    assert not any(HIDDEN in text for text in every_string(sealed.minutes(Audience.PUBLIC)))


@pytest.mark.parametrize("spoilt", ["x", "[" * 100_000, "[]", '{"boards":[1]}', '{"boards":[{"board":{"id":3}}]}'])
def test_a_seal_that_keeps_nonsense_is_refused_in_a_sentence(board: BoardFile, spoilt: str) -> None:
    meeting, later = a_meeting(), a_meeting(on=date(2027, 1, 28))
    confirming = later.decide(later.item("1", "Minutes"), "That they be signed.")
    day = date(2027, 1, 28)
    seal = Seal(
        meeting_id=meeting.meeting_id,
        decision_id=confirming.id,
        signed_by="Ann",
        signed_on=day,
        sealed_at=datetime.combine(day, time(12), UTC),
        record_hash="",
        surroundings=spoilt,
    )
    with board.writing("As a foreign record may have it") as session:
        session.add_all([*rows_of(meeting), *rows_of(later)])
        session.flush()
        session.add(seal)
    with board.reading() as session, pytest.raises(Refusal, match="kept with the seal"):
        load_meeting(session, meeting.meeting_id, Audience.MEMBERS)
