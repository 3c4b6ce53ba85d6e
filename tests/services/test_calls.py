"""Calls for proposals: long enough or a reason, every sector or a reason, and the same for everybody once told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from boardroom.domain.board import Board, Seat, TermsOfReference
from boardroom.domain.calling import CallState
from boardroom.domain.calls import Call
from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Sector, Stage, TellingKind
from boardroom.services.calls import CallParts, change_call, invite, open_call, remove_call, take_off, withdraw_call
from boardroom.services.tellings import Told, remove_telling, tell_of_call, tell_of_strand
from boardroom.store.file import BoardFile
from boardroom.store.queries.call_forms import call_form
from boardroom.store.queries.calls import (
    CallPage,
    call_page,
    calls_of,
    invitations_of,
    organisations_with_seats,
    told_about,
)
from boardroom.store.undo import undo

BOARD, STRAND = uuid7(), uuid7()
COUNCIL, CARERS, FORUM, OUTSIDE = uuid7(), uuid7(), uuid7(), uuid7()
OPENS = date(2026, 9, 1)
CLOSES = OPENS + timedelta(weeks=12)
EVERYBODY = (COUNCIL, CARERS, FORUM)
PARTS = CallParts(question="What would give families time to rest?", opens=OPENS, closes=CLOSES)


@pytest.fixture
def planning(board: BoardFile) -> BoardFile:
    """A board of three sectors with a strand at strategy stage; Outside has no seat."""
    sectors = {COUNCIL: Sector.LOCAL_AUTHORITY, CARERS: Sector.VOLUNTARY, FORUM: Sector.COMMUNITY}
    names = {COUNCIL: "County Council", CARERS: "Carers’ Link", FORUM: "Canalside Forum", OUTSIDE: "Playworks Ltd"}
    with board.writing("Set up") as session:
        session.add_all([Board(id=BOARD, name="Partnership"), TermsOfReference(board_id=BOARD)])
        for at, (organisation_id, name) in enumerate(names.items()):
            sector = sectors.get(organisation_id, Sector.PRIVATE)
            session.add(Organisation(id=organisation_id, name=name))
            session.add(OrganisationStatus(organisation_id=organisation_id, sector=sector))
            if organisation_id in sectors:
                seat = Seat(board_id=BOARD, name=name, sector=sector, organisation_id=organisation_id, position=at)
                session.add(seat)
        session.add(Strand(id=STRAND, board_id=BOARD, name="Short breaks"))
        session.add(StrandStage(strand_id=STRAND, stage=Stage.NEEDS, began=date(2026, 4, 1)))
        session.add(StrandStage(strand_id=STRAND, stage=Stage.STRATEGY, began=date(2026, 8, 1)))
    return board


def opened(board: BoardFile, parts: CallParts = PARTS, whom: Sequence[UUID] = EVERYBODY) -> UUID:
    with board.writing("Open a call") as session:
        return open_call(session, STRAND, parts, whom).id


def page(board: BoardFile, call_id: UUID, today: date = OPENS) -> CallPage:
    with board.reading() as session:
        found = call_page(session, call_id, today)
    assert found is not None
    return found


def told(board: BoardFile, call_id: UUID, whom: Sequence[UUID], kind: TellingKind, on: date) -> None:
    with board.writing("Tell", barrier=True) as session:
        tell_of_call(session, call_id, whom, Told(kind=kind, on=on, how="e-mail"))


def refused(board: BoardFile, sentence: str, work: Callable[[Session], object]) -> None:
    with pytest.raises(Refusal, match=sentence), board.writing("Try") as session:
        work(session)


def test_a_call_goes_to_every_sector_for_the_weeks_agreed(planning: BoardFile) -> None:
    call_id = opened(planning)
    found = page(planning, call_id)
    assert (found.call.number, found.call.stage, found.weeks) == ("1", Stage.STRATEGY, 12)
    assert [one.name for one in found.invited] == ["County Council", "Carers’ Link", "Canalside Forum"]
    assert not found.left_out
    assert found.state is CallState.OPEN
    assert len(found.untold) == 3


def test_numbers_run_on(planning: BoardFile) -> None:
    opened(planning)
    second = opened(planning)
    assert page(planning, second).call.number == "2"


def test_a_shorter_call_needs_its_reason(planning: BoardFile) -> None:
    short = CallParts(question="What?", opens=OPENS, closes=CLOSES - timedelta(1))
    refused(planning, "open for 12 weeks, until Tue 24 Nov 2026", lambda s: open_call(s, STRAND, short, EVERYBODY))
    reasoned = CallParts(question="What?", opens=OPENS, closes=CLOSES - timedelta(1), short_reason="School holidays")
    assert page(planning, opened(planning, reasoned)).call.short_reason == "School holidays"


def test_a_sector_with_a_seat_is_left_out_only_for_a_reason(planning: BoardFile) -> None:
    refused(planning, "from: community", lambda s: open_call(s, STRAND, PARTS, (COUNCIL, CARERS)))
    parts = CallParts(question="What?", opens=OPENS, closes=CLOSES, left_out_reason="It wrote the question")
    found = page(planning, opened(planning, parts, (COUNCIL, CARERS)))
    assert found.left_out == (Sector.COMMUNITY,)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (CallParts(question="  ", opens=OPENS, closes=CLOSES), "Say what the call asks for"),
        (CallParts(question="What?", opens=OPENS, closes=OPENS - timedelta(1)), "closes before it opens"),
    ],
)
def test_what_makes_no_call_is_refused(planning: BoardFile, parts: CallParts, sentence: str) -> None:
    refused(planning, sentence, lambda s: open_call(s, STRAND, parts, EVERYBODY))
    with planning.reading() as session:
        assert not calls_of(session, BOARD, OPENS)


def test_nobody_is_told_something_else_later(planning: BoardFile) -> None:
    call_id = opened(planning)
    told(planning, call_id, [CARERS], TellingKind.INVITATION, OPENS)
    other = CallParts(question="Something else?", opens=OPENS, closes=CLOSES)
    refused(planning, "as they were told", lambda s: change_call(s, call_id, other))
    scaled = replace(PARTS, scale="0 to 100")
    refused(planning, "the scale stays", lambda s: change_call(s, call_id, scaled))
    shorter = CallParts(question=PARTS.question, opens=OPENS, closes=CLOSES - timedelta(7), short_reason="Hurry")
    refused(planning, "longer, not shorter", lambda s: change_call(s, call_id, shorter))
    longer = CallParts(question=PARTS.question, opens=OPENS, closes=CLOSES + timedelta(7))
    with planning.writing("Give it a week more") as session:
        change_call(session, call_id, longer)
    assert page(planning, call_id).call.closes == CLOSES + timedelta(7)
    refused(planning, "stays invited", lambda s: take_off(s, call_id, CARERS, "Its own wish"))
    refused(planning, "can be withdrawn", lambda s: remove_call(s, call_id))


def test_the_register_says_who_was_told_what_and_when(planning: BoardFile) -> None:
    call_id = opened(planning)
    told(planning, call_id, EVERYBODY, TellingKind.INVITATION, OPENS)
    told(planning, call_id, [FORUM, CARERS], TellingKind.REMINDER, OPENS + timedelta(60))
    with planning.writing("A proposal comes in") as session:
        proposal = Proposal(
            board_id=BOARD, strand_id=STRAND, call_id=call_id, number="41", text="Two halls", title="Halls"
        )
        session.add_all([proposal, Proposer(proposal_id=proposal.id, organisation_id=CARERS)])
    with planning.writing("An answer to a question", barrier=True) as session:
        tell_of_strand(session, STRAND, [OUTSIDE], Told(kind=TellingKind.PAPER, on=OPENS, what="Needs assessment"))
    found = page(planning, call_id, OPENS + timedelta(61))
    carers = next(one for one in found.invited if one.organisation_id == CARERS)
    assert (carers.told_on, carers.reminded_on, carers.proposals) == (OPENS, OPENS + timedelta(60), 1)
    assert [one.organisation_id for one in found.silent] == [COUNCIL, FORUM]
    assert not found.untold
    assert found.proposals == ((proposal.id, "41", "Halls"),)
    assert len(found.tellings) == 5
    with planning.reading() as session:
        everything = told_about(session, STRAND, OPENS)
    assert [(one.organisation, one.kind) for one in everything if one.kind is TellingKind.PAPER] == [
        ("Playworks Ltd", TellingKind.PAPER)
    ]


def test_whoever_is_invited_late_is_told_what_the_others_were_told_before(planning: BoardFile) -> None:
    call_id = opened(planning)
    told(planning, call_id, EVERYBODY, TellingKind.INVITATION, OPENS)
    for at, what in enumerate(("Transport can be part of it", "Two sites are enough"), start=1):
        with planning.writing("Tell", barrier=True) as session:
            said = Told(kind=TellingKind.CLARIFICATION, on=OPENS + timedelta(days=at), what=what)
            tell_of_call(session, call_id, EVERYBODY, said)
    with planning.writing("Invite") as session:
        invite(session, call_id, OUTSIDE)
    with planning.reading() as session:
        form = call_form(session, call_id, OUTSIDE)
    assert form.clarified == (
        (OPENS + timedelta(days=1), "Transport can be part of it"),
        (OPENS + timedelta(days=2), "Two sites are enough"),
    )
    late = OPENS + timedelta(days=9)
    told(planning, call_id, [OUTSIDE], TellingKind.INVITATION, late)
    heard = [one for one in page(planning, call_id).tellings if one.organisation_id == OUTSIDE]
    assert {(one.told_on, one.kind, one.what) for one in heard} == {
        (late, TellingKind.INVITATION, ""),
        (late, TellingKind.CLARIFICATION, "Transport can be part of it"),
        (late, TellingKind.CLARIFICATION, "Two sites are enough"),
    }
    # Sent twice, it is told once; and who was there from the beginning isn't told again.
    told(planning, call_id, [OUTSIDE, COUNCIL], TellingKind.INVITATION, late)
    clarified = [one for one in page(planning, call_id).tellings if one.kind is TellingKind.CLARIFICATION]
    assert len(clarified) == 2 * len((*EVERYBODY, OUTSIDE))


def test_nobody_is_reminded_before_it_opens(planning: BoardFile) -> None:
    call_id = opened(planning)
    early = Told(kind=TellingKind.REMINDER, on=OPENS - timedelta(1))
    refused(planning, "opens on Tue 1 Sep 2026", lambda s: tell_of_call(s, call_id, EVERYBODY, early))
    refused(
        planning,
        "Say who was told",
        lambda s: tell_of_call(s, call_id, [], Told(kind=TellingKind.INVITATION, on=OPENS)),
    )


def test_one_more_can_be_invited_and_taken_off_again(planning: BoardFile) -> None:
    call_id = opened(planning)
    with planning.writing("Invite") as session:
        invite(session, call_id, OUTSIDE)
    assert page(planning, call_id).invited[-1].name == "Playworks Ltd"
    refused(planning, "invited already", lambda s: invite(s, call_id, OUTSIDE))
    with planning.writing("Take off") as session:
        take_off(session, call_id, OUTSIDE)
    assert len(page(planning, call_id).invited) == 3
    refused(planning, "from: community", lambda s: take_off(s, call_id, FORUM))


def test_a_withdrawn_call_stays_in_the_record(planning: BoardFile) -> None:
    call_id = opened(planning)
    with planning.writing("Withdraw") as session:
        withdraw_call(session, call_id, OPENS + timedelta(2))
    assert page(planning, call_id, OPENS + timedelta(1)).state is CallState.OPEN
    assert page(planning, call_id, OPENS + timedelta(2)).state is CallState.WITHDRAWN
    refused(planning, "was withdrawn on", lambda s: invite(s, call_id, OUTSIDE))
    refused(planning, "was withdrawn on", lambda s: withdraw_call(s, call_id, OPENS))


def test_a_call_that_nobody_knows_of_can_go_and_come_back(planning: BoardFile) -> None:
    call_id = opened(planning)
    with planning.writing("Remove the call") as session:
        remove_call(session, call_id)
    with planning.reading() as session:
        assert not calls_of(session, BOARD, OPENS)
    undo(planning)
    assert len(page(planning, call_id).invited) == 3


def test_a_call_that_is_answered_stays(planning: BoardFile) -> None:
    call_id = opened(planning)
    with planning.writing("A proposal comes in") as session:
        session.add(Proposal(board_id=BOARD, call_id=call_id, text="Halls"))
    refused(planning, "sent out or answered", lambda s: remove_call(s, call_id))


def test_a_line_of_the_register_can_be_taken_out(planning: BoardFile) -> None:
    call_id = opened(planning)
    told(planning, call_id, [CARERS], TellingKind.INVITATION, OPENS)
    (line,) = page(planning, call_id).tellings
    with planning.writing("Take it out") as session:
        remove_telling(session, line.id)
    assert not page(planning, call_id).tellings
    refused(planning, "isn't there any more", lambda s: remove_telling(s, line.id))


def test_a_strand_that_is_over_gets_no_call(planning: BoardFile) -> None:
    with planning.writing("It is over") as session:
        session.get_one(Strand, STRAND).ended = OPENS - timedelta(1)
    refused(planning, "is over since", lambda s: open_call(s, STRAND, PARTS, EVERYBODY))


def test_it_invites_those_with_seats_at_first(planning: BoardFile) -> None:
    with planning.reading() as session:
        assert organisations_with_seats(session, BOARD, OPENS) == list(EVERYBODY)


def test_calls_are_listed_those_that_close_last_first(planning: BoardFile) -> None:
    first = opened(planning)
    second = opened(planning, CallParts(question="Later?", opens=OPENS, closes=CLOSES + timedelta(9)))
    with planning.reading() as session:
        rows = calls_of(session, BOARD, OPENS, strand_id=STRAND)
        assert [one.id for one in rows] == [second, first]
        assert [(one.strand, one.invited, one.proposals) for one in rows] == [("Short breaks", 3, 0)] * 2
        assert not calls_of(session, BOARD, OPENS, strand_id=uuid7())


def test_rows_that_are_gone_are_said_to_be(planning: BoardFile) -> None:
    refused(planning, "isn't there any more", lambda s: open_call(s, uuid7(), PARTS, EVERYBODY))
    refused(planning, "isn't there any more", lambda s: open_call(s, STRAND, PARTS, [*EVERYBODY, uuid7()]))
    call_id = opened(planning)
    refused(
        planning,
        "isn't there any more",
        lambda s: tell_of_call(s, uuid7(), [COUNCIL], Told(kind=TellingKind.INVITATION, on=OPENS)),
    )
    refused(
        planning,
        "isn't there any more",
        lambda s: tell_of_call(s, call_id, [uuid7()], Told(kind=TellingKind.INVITATION, on=OPENS)),
    )
    with planning.reading() as session:
        assert session.get(Call, call_id) is not None
        assert len(invitations_of(session, call_id)) == 3
