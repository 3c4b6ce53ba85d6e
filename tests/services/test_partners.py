from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.board import Board, Seat
from boardroom.domain.people import Organisation, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import SeatRole, Sector
from boardroom.services import boards, organisations, people, seats
from boardroom.store.file import BoardFile
from boardroom.store.queries.boards import deputies_of, memberships_of, seats_of, statuses_of
from boardroom.store.undo import undo


@dataclass
class Ours:
    file: BoardFile
    board: UUID
    council: UUID
    seat: UUID
    empty_seat: UUID
    person: UUID
    membership: UUID


@pytest.fixture
def ours(board: BoardFile) -> Ours:
    with board.writing("Set up") as session:
        made = boards.create_board(session, "Arrowmere Partnership")
        council = boards.add_organisation(session, "Council", Sector.LOCAL_AUTHORITY, statutory=True)
        seat = boards.add_seat(session, made.id, "Chair", sector=Sector.LOCAL_AUTHORITY, organisation_id=council.id)
        empty = boards.add_seat(session, made.id, "Police", sector=Sector.POLICE)
        membership = boards.seat_person(session, seat.id, "Ruth Okonjo", starts=date(2025, 1, 1))
    return Ours(board, made.id, council.id, seat.id, empty.id, membership.person_id, membership.id)


def test_a_person_is_put_right(ours: Ours) -> None:
    with ours.file.writing("Change") as session:
        people.change_person(session, ours.person, name=" Dr Ruth  Okonjo", email="ruth@example.org")
    with ours.file.writing("Change") as session:
        people.change_person(session, ours.person, language="cy")
    with ours.file.reading() as session:
        person = session.get_one(Person, ours.person)
    assert (person.name, person.email, person.language) == ("Dr Ruth Okonjo", "ruth@example.org", "cy")


@pytest.mark.parametrize("email", ["ruth", "@b.org", "a@b", "a b@c.org", "a@b@c.org"])
def test_an_address_that_is_none_is_refused(ours: Ours, email: str) -> None:
    with pytest.raises(Refusal, match="no e-mail address"), ours.file.writing("Change") as session:
        people.change_person(session, ours.person, email=email)


def test_who_holds_a_seat_stays_and_who_is_unused_goes(ours: Ours) -> None:
    with pytest.raises(Refusal, match="Ruth Okonjo"), ours.file.writing("Remove") as session:
        people.remove_person(session, ours.person)
    with ours.file.writing("Add") as session:
        other = people.add_person(session, "Tom")
    with ours.file.writing("Remove") as session:
        people.remove_person(session, other.id)
    with ours.file.reading() as session:
        assert session.get(Person, other.id) is None
    with pytest.raises(Refusal, match="taken it out"), ours.file.writing("Remove") as session:
        people.remove_person(session, other.id)


def test_an_earlier_name_stays_with_the_earlier_days(ours: Ours) -> None:
    with ours.file.writing("Rename") as session:
        organisations.name_from(session, ours.council, "Unitary Council", on=date(2026, 4, 1))
    with ours.file.writing("Rename") as session:
        organisations.name_from(session, ours.council, "Joint Council", on=date(2026, 9, 1))
    with ours.file.reading() as session:
        names = [(one.name, one.ends, one.statutory) for one in statuses_of(session, ours.council)]
        assert session.get_one(Organisation, ours.council).name == "Joint Council"
    assert names == [
        ("Council", date(2026, 3, 31), True),
        ("Unitary Council", date(2026, 8, 31), True),
        ("", None, True),
    ]


def test_a_misspelt_name_is_put_right_without_a_change_in_life(ours: Ours) -> None:
    with ours.file.writing("Rename") as session:
        organisations.rename_organisation(session, ours.council, name="Arrowmere Council", short_name="AC")
    with ours.file.reading() as session:
        assert [one.name for one in statuses_of(session, ours.council)] == [""]
        assert session.get_one(Organisation, ours.council).short_name == "AC"


def test_a_statutory_partner_is_one_until_the_law_says_otherwise(ours: Ours) -> None:
    with ours.file.writing("Change") as session:
        organisations.change_status(session, ours.council, on=date(2026, 4, 1), statutory=False)
    with ours.file.reading() as session:
        before, after = statuses_of(session, ours.council)
    assert (before.statutory, after.statutory, after.sector) == (True, False, Sector.LOCAL_AUTHORITY)
    with ours.file.writing("Correct") as session:
        organisations.correct_status(session, after.id, sector=Sector.OTHER_PUBLIC)
    with ours.file.reading() as session:
        assert statuses_of(session, ours.council)[-1].sector is Sector.OTHER_PUBLIC


def test_successors_never_lead_in_a_circle(ours: Ours) -> None:
    with ours.file.writing("Add") as session:
        later = boards.add_organisation(session, "Later Council", Sector.LOCAL_AUTHORITY)
        organisations.succeed(session, ours.council, later.id)
    with pytest.raises(Refusal, match="follow upon itself"), ours.file.writing("Succeed") as session:
        organisations.succeed(session, later.id, ours.council)


def test_an_organisation_goes_only_while_nothing_leads_to_it(ours: Ours) -> None:
    with pytest.raises(Refusal, match="Council"), ours.file.writing("Remove") as session:
        organisations.remove_organisation(session, ours.council)
    with ours.file.writing("Add") as session:
        unused = boards.add_organisation(session, "Mistyped", Sector.HEALTH)
    with ours.file.writing("Remove") as session:
        organisations.remove_organisation(session, unused.id)
    with ours.file.reading() as session:
        assert session.get(Organisation, unused.id) is None
        assert statuses_of(session, unused.id) == []


def test_a_seat_is_changed_and_moved_in_one_undone_step(ours: Ours) -> None:
    with ours.file.writing("Change the seat") as session:
        seats.change_seat(session, ours.empty_seat, name="Police", role=SeatRole.VICE_CHAIR, voting=False)
    with ours.file.writing("Move the seat") as session:
        seats.move_seat(session, ours.empty_seat, by=-1)
    with ours.file.reading() as session:
        assert [seat.name for seat in seats_of(session, ours.board)] == ["Police", "Chair"]
        assert session.get_one(Seat, ours.empty_seat).role is SeatRole.VICE_CHAIR
    undo(ours.file)
    with ours.file.reading() as session:
        assert [seat.name for seat in seats_of(session, ours.board)] == ["Chair", "Police"]
    with pytest.raises(Refusal, match="name"), ours.file.writing("Change") as session:
        seats.change_seat(session, ours.seat, name=" ")


def test_ending_a_seat_ends_who_sits_there(ours: Ours) -> None:
    with ours.file.writing("End") as session:
        seats.end_seat(session, ours.seat, date(2026, 9, 30))
    with ours.file.reading() as session:
        assert [one.ends for one in memberships_of(session, ours.seat)] == [date(2026, 9, 30)]
    with pytest.raises(Refusal, match="before it starts"), ours.file.writing("End") as session:
        seats.end_seat(session, ours.seat, date(2024, 9, 30))


def test_a_seat_that_somebody_held_stays(ours: Ours) -> None:
    with pytest.raises(Refusal, match="end it instead"), ours.file.writing("Remove") as session:
        seats.remove_seat(session, ours.seat)
    with ours.file.writing("Remove") as session:
        boards.add_deputy(session, ours.empty_seat, ours.person)
    with ours.file.writing("Remove") as session:
        seats.remove_seat(session, ours.empty_seat)
    with ours.file.reading() as session:
        assert [seat.name for seat in seats_of(session, ours.board)] == ["Chair"]


def test_a_seat_is_vacated_once(ours: Ours) -> None:
    with ours.file.writing("Vacate") as session:
        seats.vacate(session, ours.seat, date(2026, 6, 30))
    with pytest.raises(Refusal, match="Nobody holds"), ours.file.writing("Vacate") as session:
        seats.vacate(session, ours.seat, date(2026, 6, 30))
    with pytest.raises(Refusal, match="ended on 30 June 2026"), ours.file.writing("End") as session:
        seats.end_membership(session, ours.membership, date(2026, 7, 1))


def test_two_people_never_sit_in_one_seat(ours: Ours) -> None:
    with ours.file.writing("Seat") as session:
        later = boards.seat_person(session, ours.seat, "Tom Brackley", starts=date(2026, 9, 1))
    with pytest.raises(Refusal, match="Somebody else"), ours.file.writing("Change") as session:
        seats.change_membership(session, later.id, starts=date(2026, 8, 31))
    with ours.file.writing("Change") as session:
        seats.change_membership(session, later.id, starts=date(2026, 9, 2), voting=False)
    with ours.file.writing("Remove") as session:
        seats.remove_membership(session, later.id)
    with ours.file.reading() as session:
        assert [one.id for one in memberships_of(session, ours.seat)] == [ours.membership]


def test_a_deputy_is_taken_back(ours: Ours) -> None:
    with ours.file.writing("Add") as session:
        deputy = boards.add_deputy(session, ours.seat, ours.person)
    with ours.file.writing("Remove") as session:
        seats.remove_deputy(session, deputy.id)
    with ours.file.reading() as session:
        assert deputies_of(session, ours.seat) == []


def test_a_board_is_put_right(ours: Ours) -> None:
    with ours.file.writing("Change") as session:
        boards.change_board(session, ours.board, area="Arrowmere", language="cy", accountable_body_id=ours.council)
    with ours.file.reading() as session:
        board = session.get_one(Board, ours.board)
    assert (board.area, board.language, board.accountable_body_id) == ("Arrowmere", "cy", ours.council)
    with ours.file.writing("Add") as session:
        boards.create_board(session, "Other")
    for fields, says in (
        ({"name": "Other"}, "already"),
        ({"language": "Welsh!"}, "language tag"),
        ({"name": ""}, "name"),
    ):
        with pytest.raises(Refusal, match=says), ours.file.writing("Change") as session:
            boards.change_board(session, ours.board, **fields)  # type: ignore[arg-type]


def test_a_deputy_by_name_is_known_new_or_one_of_several(ours: Ours) -> None:
    with ours.file.writing("Name deputies") as session:
        boards.name_deputy(session, ours.empty_seat, " Ruth  Okonjo")
        boards.name_deputy(session, ours.empty_seat, "Nia Hopkins")
        second = people.add_person(session, "Nia Hopkins").id
        with pytest.raises(Refusal, match="Several people are called Nia Hopkins"):
            boards.name_deputy(session, ours.empty_seat, "Nia Hopkins")
        with pytest.raises(Refusal, match="Say who may stand in"):
            boards.name_deputy(session, ours.empty_seat, " ")
        boards.name_deputy(session, ours.empty_seat, "Nia Hopkins", second)
    with ours.file.reading() as session:
        named = [one.person_id for one in deputies_of(session, ours.empty_seat)]
        known = session.get_one(Person, named[1]).name
    assert (named[0], known, named[2]) == (ours.person, "Nia Hopkins", second)


def test_name_sector_and_standing_change_together_from_a_day_on(ours: Ours) -> None:
    on = date(2026, 4, 1)
    with ours.file.writing("Change") as session:
        organisations.change_from(
            session, ours.council, on=on, name="Arrowmere Trust", sector=Sector.VOLUNTARY, statutory=False
        )
    with ours.file.reading() as session:
        name = session.get_one(Organisation, ours.council).name
        before, after = statuses_of(session, ours.council)
    assert (name, before.name, after.name) == ("Arrowmere Trust", "Council", "")
    assert (before.sector, before.statutory, before.ends) == (Sector.LOCAL_AUTHORITY, True, date(2026, 3, 31))
    assert (after.sector, after.statutory, after.starts) == (Sector.VOLUNTARY, False, on)


def test_a_change_that_keeps_the_name_leaves_no_former_one(ours: Ours) -> None:
    with ours.file.writing("Change") as session:
        organisations.change_from(
            session, ours.council, on=date(2026, 4, 1), name="Council", sector=Sector.OTHER_PUBLIC, statutory=True
        )
    with ours.file.reading() as session:
        assert [one.name for one in statuses_of(session, ours.council)] == ["", ""]
