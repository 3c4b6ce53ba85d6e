from datetime import date

import pytest

from boardroom.domain.attendance import Attendance
from boardroom.domain.people import OrganisationStatus, Person
from boardroom.domain.words import Sector
from boardroom.services import boards
from boardroom.services.named import body_meant, person_added, person_meant
from boardroom.services.organisations import change_status
from boardroom.store.file import BoardFile
from tests.services.item import Item


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


def test_of_two_people_of_one_name_the_one_at_the_meeting_is_meant(item: Item) -> None:
    with item.board.writing("Add") as session:
        session.add(Person(name="Amina Yusuf"))
    with item.board.writing("Look") as session:
        assert person_meant(session, "Amina Yusuf") is None
        assert person_added(session, "Amina Yusuf") is None
        assert (
            person_meant(session, "AMINA  yusuf", item.meeting_id)
            == session.get_one(Attendance, item.lines["Amina Yusuf"]).person_id
        )


def test_a_name_that_the_file_does_not_know_is_nobody_until_it_is_added(item: Item) -> None:
    with item.board.writing("Add") as session:
        assert person_meant(session, "Tom Brackley") is None
        added = person_added(session, "Tom Brackley")
        assert person_meant(session, "Tom Brackley") == added is not None
        assert person_added(session, " ") is None


def test_an_organisation_is_known_by_what_it_was_called_and_brings_its_sector_of_the_day(item: Item) -> None:
    with item.board.writing("Add") as session:
        body = boards.add_organisation(session, "Careers Marches", Sector.PRIVATE)
        change_status(session, body.id, sector=Sector.OTHER_PUBLIC, on=date(2027, 1, 1))
        session.add(
            OrganisationStatus(
                organisation_id=body.id, name="Connexions Marches", sector=Sector.PRIVATE, ends=date(2020, 1, 1)
            )
        )
    with item.board.writing("Look") as session:
        assert body_meant(session, "connexions marches", None, None).id == body.id
        assert body_meant(session, "Careers Marches", None, date(2026, 5, 1)).sector is Sector.PRIVATE
        assert body_meant(session, "Careers Marches", None, date(2027, 5, 1)).sector is Sector.OTHER_PUBLIC
        assert body_meant(session, "Careers Marches", Sector.EDUCATION, None).sector is Sector.EDUCATION
