from datetime import date
from functools import partial

import pytest
from uuid_utils.compat import uuid7

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Sector
from boardroom.services import boards
from boardroom.services.organisations import change_status
from boardroom.store.file import BoardFile
from boardroom.store.queries.boards import deputies_of, memberships_of, statuses_of


def test_a_board_needs_a_name_of_its_own(board: BoardFile) -> None:
    with board.writing("Set up") as session:
        boards.create_board(session, "  Arrowmere \n Partnership ")
    for name in (" ", "Arrowmere Partnership"):
        with pytest.raises(Refusal), board.writing("Set up") as session:
            boards.create_board(session, name)


def test_an_organisation_changes_sector_from_a_day_on(board: BoardFile) -> None:
    with board.writing("Add") as session:
        forum = boards.add_organisation(session, "Parent Carer Forum", Sector.COMMUNITY, statutory=True)
    with board.writing("Change sector") as session:
        change_status(session, forum.id, sector=Sector.VOLUNTARY, on=date(2026, 4, 1))
    with pytest.raises(Refusal, match="later"), board.writing("Change sector") as session:
        change_status(session, forum.id, sector=Sector.PRIVATE, on=date(2026, 4, 1))
    with board.reading() as session:
        before, after = statuses_of(session, forum.id)
    assert (before.sector, before.ends) == (Sector.COMMUNITY, date(2026, 3, 31))
    assert (after.sector, after.starts, after.statutory) == (Sector.VOLUNTARY, date(2026, 4, 1), True)


def test_a_seat_passes_from_one_person_to_the_next(board: BoardFile) -> None:
    with board.writing("Set up") as session:
        ours = boards.create_board(session, "Arrowmere Partnership")
        seat = boards.add_seat(session, ours.id, "Headteachers", sector=Sector.EDUCATION)
        boards.seat_person(session, seat.id, "Ruth Okonjo")
    with board.writing("Seat") as session:
        boards.seat_person(session, seat.id, "Tom Brackley", starts=date(2026, 9, 1))
    with pytest.raises(Refusal, match="later day"), board.writing("Seat") as session:
        boards.seat_person(session, seat.id, "Amina Yusuf", starts=date(2026, 9, 1))
    with board.reading() as session:
        assert [m.ends for m in memberships_of(session, seat.id)] == [date(2026, 8, 31), None]


def test_a_seat_has_deputies_in_order(board: BoardFile) -> None:
    with board.writing("Set up") as session:
        ours = boards.create_board(session, "Arrowmere Partnership")
        seat = boards.add_seat(session, ours.id, "Health", sector=Sector.HEALTH)
        people = [
            boards.seat_person(session, seat.id, n, starts=date(2026, 1, d)).person_id for d, n in ((1, "A"), (2, "B"))
        ]
    for person_id in people:
        with board.writing("Add deputy") as session:
            boards.add_deputy(session, seat.id, person_id)
    with board.reading() as session:
        assert [d.person_id for d in deputies_of(session, seat.id)] == people


def test_a_person_in_small_letters_is_nobody_new_and_a_seat_that_is_gone_takes_nobody(board: BoardFile) -> None:
    with board.writing("Set up") as session:
        ours = boards.create_board(session, "Arrowmere Partnership")
        seats = [boards.add_seat(session, ours.id, one, sector=Sector.HEALTH).id for one in ("Health", "Trust")]
        first, second = (
            boards.seat_person(session, seat, name)
            for seat, name in zip(seats, ("Owain Meredith", "owain meredith"), strict=True)
        )
    assert first.person_id == second.person_id
    for service in (
        partial(boards.seat_person, seat_id=uuid7(), name="Ann Price"),
        partial(boards.add_deputy, seat_id=uuid7(), person_id=first.person_id),
        partial(boards.add_seat, board_id=uuid7(), name="Police", sector=Sector.POLICE),
    ):
        with pytest.raises(Refusal, match="isn't there any more"), board.writing("Set up") as session:
            service(session)
