"""Whether a board has a quorum."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.attendance import Attendance
from boardroom.domain.board import Seat, TermsOfReference
from boardroom.domain.presence import Moment
from boardroom.domain.quorum import least_present, quorum_at
from boardroom.domain.words import Presence, QuorumBase, SeatRole, Sector
from tests.domain.make_record import Making


def members(making: Making, count: int) -> list[Attendance]:
    return [making.member(f"Member {number}") for number in range(count)]


def test_a_number_is_met_by_as_many_members() -> None:
    making = Making(quorum_number=3)
    members(making, 3)
    found = quorum_at(making.record, making.board)
    assert (found.quorate, found.counted, found.needed, found.short) == (True, 3, 3, 0)
    assert found.words == "Quorate (3 of 3)"


def test_a_missing_number_is_said() -> None:
    making = Making(quorum_number=5)
    members(making, 3)
    found = quorum_at(making.record, making.board)
    assert (found.quorate, found.short, found.words) == (False, 2, "Not quorate: 2 short")


@pytest.mark.parametrize(("base", "needed"), [(QuorumBase.ALL_SEATS, 3), (QuorumBase.FILLED_SEATS, 2)])
def test_a_fraction_is_taken_of_all_or_of_filled_voting_seats_and_rounded_up(base: QuorumBase, needed: int) -> None:
    making = Making(quorum_numerator=1, quorum_denominator=4, quorum_base=base)
    seats = [making.seat(f"Seat {number}") for number in range(9)]
    making.seat("Adviser", voting=False)
    making.board.filled_seat_ids = frozenset(seat.id for seat in seats[:8])
    assert quorum_at(making.record, making.board).needed == needed


def test_a_fraction_does_not_fall_below_its_floor() -> None:
    making = Making(quorum_numerator=1, quorum_denominator=4, quorum_floor=3)
    members(making, 4)
    assert quorum_at(making.record, making.board).needed == 3


@given(st.integers(0, 500), st.fractions(0, 1, max_denominator=12), st.integers(0, 9))
def test_the_least_present_is_a_part_of_those_entitled_rounded_up_but_no_fewer_than_the_floor(
    entitled: int, fraction: Fraction, floor: int
) -> None:
    terms = TermsOfReference(
        board_id=Seat(board_id=Making().meeting_id, name="").id,
        quorum_numerator=fraction.numerator,
        quorum_denominator=fraction.denominator,
        quorum_floor=floor,
    )
    assert least_present(terms, all_seats=0, filled=entitled) == max(floor, ceil(fraction * entitled))


def test_every_form_that_is_set_must_be_met() -> None:
    making = Making(quorum_number=2, quorum_sectors=2)
    members(making, 2)
    found = quorum_at(making.record, making.board)
    assert found.quorate is False
    assert found.unmet == ("1 more sector needed",)
    making.member("Vera", Sector.VOLUNTARY)
    assert quorum_at(making.record, making.board).quorate is True


def test_an_unknown_sector_is_none() -> None:
    making = Making(quorum_sectors=1)
    making.member("Ann", Sector.UNKNOWN)
    assert quorum_at(making.record, making.board).quorate is False
    making.line("Bob", making.seat("Open seat", Sector.UNKNOWN), sector=Sector.FAITH)
    assert quorum_at(making.record, making.board).sectors == {Sector.FAITH}


def test_named_roles_and_sectors_must_be_there() -> None:
    # Bournemouth, Christchurch and Poole: one councillor, one NHS representative, the Director of Public Health.
    making = Making(quorum_number=2)
    making.need(role="Director of Public Health")
    making.need(sector=Sector.HEALTH, least=2)
    making.member("Cllr Ann", Sector.LOCAL_AUTHORITY)
    making.member("Bob")
    found = quorum_at(making.record, making.board)
    assert found.unmet == ("missing: Director of Public Health", "1 more needed: member (health)")
    making.line("Dr Cole", making.seat("Director of Public Health"))
    assert quorum_at(making.record, making.board).quorate is True


def test_a_role_may_be_a_capacity_such_as_chair_and_needs_no_vote() -> None:
    making = Making()
    making.need(role="Chair")
    making.line("Ann", making.seat("Independent person", role=SeatRole.CHAIR, voting=False))
    found = quorum_at(making.record, making.board)
    assert (found.quorate, found.counted, found.short, found.words) == (True, 0, 0, "Quorate")


def test_a_sectors_people_must_have_a_vote() -> None:
    making = Making()
    making.need(sector=Sector.HEALTH)
    making.line("Ann", making.seat("Adviser", voting=False))
    assert quorum_at(making.record, making.board).unmet == ("missing: member (health)",)


def test_a_member_with_an_interest_does_not_count_for_quorum() -> None:
    making = Making(quorum_number=3)
    four, five = making.item("4"), making.item("5")
    ann, *_ = members(making, 3)
    making.declare(ann, four)
    found = quorum_at(making.record, making.board, Moment(item_id=four.id))
    assert (found.quorate, found.counted, found.recused) == (False, 2, (ann.name,))
    assert quorum_at(making.record, making.board, Moment(item_id=five.id)).quorate is True


def test_a_member_who_has_left_does_not_count() -> None:
    making = Making(quorum_number=3)
    four = making.item("4")
    ann, *_ = members(making, 3)
    making.stay(ann, left_item_id=four.id)
    assert quorum_at(making.record, making.board, Moment(item_id=four.id)).short == 1


def test_a_deputy_counts_for_the_seat() -> None:
    making = Making(quorum_number=1)
    seat = making.seat("Health")
    holder = making.line("Holder", seat, status=Presence.APOLOGIES)
    making.line("Deputy", status=Presence.SUBSTITUTE, deputy_for="Holder", deputy_for_id=holder.person_id)
    assert quorum_at(making.record, making.board).counted == 1


def test_a_seat_counts_once_with_its_holder_and_its_deputies_in_the_room() -> None:
    making = Making(quorum_number=2)
    seat = making.seat("Health")
    making.line("First deputy", seat, status=Presence.SUBSTITUTE)
    making.line("Holder", seat)
    making.line("Second deputy", seat, status=Presence.SUBSTITUTE)
    found = quorum_at(making.record, making.board)
    assert (found.counted, found.quorate) == (1, False)


def test_a_deputy_does_not_sit_for_a_holder_who_steps_out_for_an_interest() -> None:
    making = Making(quorum_number=1)
    seat, four = making.seat("Health"), making.item("4")
    holder = making.line("Holder", seat)
    making.line("Deputy", seat, status=Presence.SUBSTITUTE)
    making.declare(holder, four)
    assert quorum_at(making.record, making.board, Moment(item_id=four.id)).counted == 0


def test_a_proxy_adds_nobody() -> None:
    making = Making(quorum_number=2)
    ann = making.member("Ann")
    away = making.line("Bob", making.seat("Police"), status=Presence.APOLOGIES)
    making.line(
        "Ann",
        person_id=ann.person_id,
        status=Presence.SUBSTITUTE,
        proxy=True,
        deputy_for="Bob",
        deputy_for_id=away.person_id,
    )
    assert quorum_at(making.record, making.board).counted == 1


def test_people_without_a_vote_do_not_count() -> None:
    making = Making(quorum_number=2)
    making.line("Adviser", making.seat("Adviser", voting=False))
    making.line("Guest", status=Presence.IN_ATTENDANCE)
    making.member("Ann", voting=False)
    assert quorum_at(making.record, making.board).counted == 0


def test_a_count_of_people_never_makes_a_quorum_and_is_told() -> None:
    making = Making(quorum_number=20)
    making.line(role="Councillor", organisation="Kent County Council", counted=True, headcount=60)
    found = quorum_at(making.record, making.board)
    assert (found.quorate, found.counted) == (False, 0)
    assert found.warnings == (
        (
            "Councillor, Kent County Council (60) stand in the attendance as a number of people, "
            "so they count for no quorum."
        ),
    )


def test_terms_that_say_nothing_give_no_answer() -> None:
    making = Making()
    members(making, 3)
    found = quorum_at(making.record, making.board)
    assert found.quorate is None
    assert found.words == "Quorum not known"
    making.board.terms = None
    assert quorum_at(making.record, making.board).quorate is None


def test_a_board_without_seats_is_counted_by_its_named_members() -> None:
    making = Making(quorum_number=2)
    ann = making.line("Ann")
    making.line("Ann", person_id=ann.person_id)
    making.line("Bob", status=Presence.SUBSTITUTE, sector=Sector.POLICE)
    making.line("Guest", status=Presence.IN_ATTENDANCE, sector=Sector.FAITH)
    found = quorum_at(making.record, making.board)
    assert (found.counted, found.quorate, found.warnings) == (2, True, ())
    assert found.sectors == {Sector.POLICE}


def test_a_fraction_of_no_seats_gives_no_answer() -> None:
    making = Making(quorum_numerator=1, quorum_denominator=4)
    making.line("Ann")
    found = quorum_at(making.record, making.board)
    assert found.quorate is None
    assert found.warnings == ("The quorum is a fraction of the seats, but the board has no seats yet.",)


def test_a_member_who_sits_in_no_seat_is_told() -> None:
    making = Making(quorum_number=1)
    making.member("Ann")
    making.line("Stranger")
    assert quorum_at(making.record, making.board).warnings == (
        "Stranger is marked present but sits in no seat, so does not count for the quorum.",
    )


@given(st.lists(st.sampled_from(["here", "away", "recused", "deputy", "both", "proxy", "count"]), max_size=12))
def test_more_people_never_unmake_a_quorum_and_nobody_counts_twice(kinds: list[str]) -> None:
    making = Making(quorum_number=4)
    counted = 0
    for number, kind in enumerate(kinds):
        seat = making.seat(f"Seat {number}")
        before = quorum_at(making.record, making.board).counted
        if kind in ("here", "recused", "both"):
            line = making.line(f"Holder {number}", seat)
            if kind == "recused":
                making.declare(line)
        if kind in ("deputy", "both"):
            making.line(f"Deputy {number}", seat, status=Presence.SUBSTITUTE)
        if kind == "proxy":
            making.line(f"Proxy {number}", seat, status=Presence.SUBSTITUTE, proxy=True)
        if kind == "count":
            making.line("", seat, counted=True, headcount=60)
        counted += kind in ("here", "deputy", "both")
        assert quorum_at(making.record, making.board).counted >= before
    found = quorum_at(making.record, making.board)
    assert found.counted == counted
    assert found.quorate == (counted >= 4)
