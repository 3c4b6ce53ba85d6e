"""Who may vote, and why the others may not."""

from datetime import date
from uuid import uuid4

from boardroom.domain.board import Membership
from boardroom.domain.presence import WHOLE_MEETING, Moment
from boardroom.domain.tally import Members
from boardroom.domain.voting import may_vote, members_at
from boardroom.domain.words import Presence
from tests.domain.make_record import HELD_ON, Making


def reasons(making: Making, moment: Moment = WHOLE_MEETING, *memberships: Membership) -> dict[str, str]:
    return {
        voter.line.name + (" for " + voter.proxy_for if voter.proxy_for else ""): voter.reason
        for voter in may_vote(making.record, making.board, moment, memberships=memberships)
    }


def test_the_holder_of_a_voting_seat_may_vote_and_others_may_not() -> None:
    making = Making()
    making.member("Ann")
    making.line("Adviser", making.seat("Adviser", voting=False))
    making.line("Guest", status=Presence.IN_ATTENDANCE)
    making.line("", counted=True, headcount=3)
    making.line("Away", status=Presence.APOLOGIES)
    assert reasons(making) == {
        "Ann": "",
        "Adviser": "Has no vote.",
        "Guest": "Sits in no seat of the board.",
        "": "The line is a number of people, not a person.",
    }


def test_only_those_in_the_room_without_an_interest_may_vote() -> None:
    making = Making()
    four = making.item("4")
    ann, bob, cat = making.member("Ann"), making.member("Bob"), making.member("Cat")
    making.stay(ann, left_item_id=four.id)
    making.declare(bob, four)
    making.declare(cat, four, dispensation="granted")
    assert reasons(making, Moment(item_id=four.id)) == {
        "Ann": "Not in the room.",
        "Bob": "Takes no part because of a declared interest.",
        "Cat": "",
    }


def test_a_deputy_votes_only_while_the_holder_is_away() -> None:
    making = Making()
    seat, four, five = making.seat("Health"), making.item("4"), making.item("5")
    holder = making.line("Holder", seat)
    making.line("Deputy", seat, status=Presence.SUBSTITUTE)
    making.stay(holder, left_item_id=five.id)
    assert reasons(making, Moment(item_id=four.id)) == {
        "Holder": "",
        "Deputy": "Stands in for a member who is here.",
    }
    assert reasons(making, Moment(item_id=five.id)) == {"Holder": "Not in the room.", "Deputy": ""}


def test_of_two_deputies_the_first_votes() -> None:
    making = Making()
    seat = making.seat("Health")
    making.line("First", seat, status=Presence.SUBSTITUTE)
    making.line("Second", seat, status=Presence.SUBSTITUTE)
    assert reasons(making) == {"First": "", "Second": "First votes in this seat."}


def test_a_deputy_does_not_vote_for_a_holder_with_an_interest() -> None:
    making = Making()
    seat, four = making.seat("Health"), making.item("4")
    making.declare(making.line("Holder", seat), four)
    making.line("Deputy", seat, status=Presence.SUBSTITUTE)
    assert reasons(making, Moment(item_id=four.id))["Deputy"] == "The seat's holder is here and takes no part."


def test_the_membership_must_be_in_force_on_the_day() -> None:
    making = Making()
    seat = making.seat("Health")
    ann = making.line("Ann", seat)
    assert ann.person_id is not None
    last_day = Membership(seat_id=seat.id, person_id=ann.person_id, ends=HELD_ON)
    over = Membership(seat_id=seat.id, person_id=ann.person_id, ends=date(2026, 3, 11))
    assert reasons(making, WHOLE_MEETING, last_day)["Ann"] == ""
    assert reasons(making, WHOLE_MEETING, over)["Ann"] == "Was not a member on that day."


def test_a_membership_may_take_away_the_seats_vote_and_the_day_may_give_it_back() -> None:
    making = Making()
    seat = making.seat("Health")
    ann = making.line("Ann", seat)
    assert ann.person_id is not None
    without = Membership(seat_id=seat.id, person_id=ann.person_id, voting=False)
    assert reasons(making, WHOLE_MEETING, without)["Ann"] == "Has no vote."
    elsewhere = Membership(seat_id=uuid4(), person_id=ann.person_id, voting=False)
    of_another = Membership(seat_id=seat.id, person_id=uuid4(), voting=False)
    in_force = Membership(seat_id=seat.id, person_id=ann.person_id)
    assert reasons(making, WHOLE_MEETING, elsewhere, of_another, in_force)["Ann"] == ""
    ann.voting = True
    assert reasons(making, WHOLE_MEETING, without)["Ann"] == ""


def test_one_person_in_two_seats_votes_once() -> None:
    making = Making()
    ann = making.member("Ann")
    making.line("Ann again", making.seat("Second"), person_id=ann.person_id)
    assert reasons(making) == {"Ann": "", "Ann again": "Already votes in another seat."}


def proxy(making: Making) -> None:
    """Ann acts also for Bob, who sent apologies."""
    ann = making.member("Ann")
    bob = making.line("Bob", making.seat("Police"), status=Presence.APOLOGIES)
    making.line(
        "Ann",
        person_id=ann.person_id,
        status=Presence.SUBSTITUTE,
        proxy=True,
        deputy_for="Bob",
        deputy_for_id=bob.person_id,
    )


def test_a_proxy_is_a_vote_of_its_own() -> None:
    making = Making()
    proxy(making)
    assert reasons(making) == {"Ann": "", "Ann for Bob": ""}


def test_a_proxy_falls_when_the_absent_member_comes_or_its_bearer_goes_or_has_an_interest() -> None:
    making = Making()
    proxy(making)
    four = making.item("4")
    ann, bob, _ = making.record.attendances
    bob.status = Presence.PRESENT
    assert reasons(making)["Ann for Bob"] == "The member whose proxy this is, or a deputy, is here."
    bob.status = Presence.APOLOGIES
    making.stay(ann, left_item_id=four.id)
    assert reasons(making, Moment(item_id=four.id))["Ann for Bob"] == (
        "A proxy must be a sitting member who is here and takes part."
    )
    making.record.stays.clear()
    making.declare(bob, four)
    assert reasons(making, Moment(item_id=four.id))["Ann for Bob"] == (
        "The member whose proxy this is has declared an interest."
    )


def test_a_proxy_of_an_outsider_or_for_nobody_is_none() -> None:
    making = Making()
    proxy(making)
    making.record.attendances[2].person_id = uuid4()
    assert reasons(making)["Ann for Bob"] == "A proxy must be a sitting member who is here and takes part."
    making.record.attendances[2].deputy_for_id = uuid4()
    assert reasons(making)["Ann for Bob"] == "It is not known for which seat the proxy is."


def test_those_with_a_vote_are_counted_by_their_seats() -> None:
    making = Making()
    four = making.item("4")
    making.declare(making.member("Ann"), four)
    making.member("Bob")
    making.line("Cat", making.seat("Away"), status=Presence.APOLOGIES)
    making.line("Adviser", making.seat("Adviser", voting=False))
    assert members_at(making.record, Moment(item_id=four.id)) == Members(present=1, entitled=3)
    assert members_at(making.record) == Members(present=2, entitled=3)


def test_without_seats_those_present_are_counted_as_they_stand() -> None:
    making = Making()
    making.seat("A seat that no line names")
    assert members_at(making.record) == Members()
    making.line("Ann")
    making.line("Bob", voting=False)
    making.line("Guest", status=Presence.IN_ATTENDANCE)
    making.line(role="Councillor", counted=True, headcount=60)
    assert members_at(making.record) == Members(present=61)
    making.line(role="Young people", counted=True)
    assert members_at(making.record) == Members()
