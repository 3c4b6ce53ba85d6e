from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import SeatRole, Sector
from boardroom.store.file import BoardFile
from boardroom.store.queries import partners
from boardroom.store.queries.partner_page import organisation_view, person_view
from boardroom.store.queries.partners import organisations_page, people_page
from boardroom.store.queries.seats import holders_of, seats_on, sectors_in_use
from tests.store.sample import board_id_of, sample_file

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with sample_file(tmp_path_factory.mktemp("partners") / "Sample.boardroom") as board:
        yield board


@pytest.fixture(scope="module")
def board_id(sample: BoardFile) -> UUID:
    return board_id_of(sample)


@pytest.mark.parametrize("page_of", [organisations_page, people_page])
@pytest.mark.parametrize("wanted", [partners.Wanted(), partners.Wanted(words="a")])
def test_pages_of_names_put_together_are_the_whole_list(
    sample: BoardFile, page_of: Callable[..., list[Any]], wanted: partners.Wanted
) -> None:
    with sample.reading() as session:
        whole = page_of(session, wanted, TODAY, limit=1000)
        rows: list[Any] = []
        while page := page_of(session, wanted, TODAY, after=rows[-1].key if rows else None, limit=3):
            rows += page
    assert [row.id for row in rows] == [row.id for row in whole]
    assert [row.name for row in whole] == sorted(row.name for row in whole)
    assert len(whole) > 10


def test_an_organisation_is_of_the_sector_of_the_day(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        rows = {row.name: row for row in organisations_page(session, partners.Wanted(), TODAY)}
        health = organisations_page(session, partners.Wanted(sector=Sector.HEALTH), TODAY)
        sitting = organisations_page(session, partners.Wanted(board_id=board_id), TODAY)
        (then,) = organisations_page(session, partners.Wanted(words="brightwater"), date(2025, 3, 31))
        assert organisations_page(session, partners.Wanted(words="brightwater", sector=Sector.VOLUNTARY), TODAY) == []
    assert (then.sector, rows["Brightwater Care Ltd"].sector) == (Sector.VOLUNTARY, Sector.PRIVATE)
    council = rows["Arrowmere Council"]
    assert (council.sector, council.statutory, council.seats > 2, council.people > 2) == (
        Sector.LOCAL_AUTHORITY,
        True,
        True,
        True,
    )
    assert {row.sector for row in health} == {Sector.HEALTH}
    assert 0 < len(sitting) < len(rows)


def test_people_are_found_by_name_and_by_who_sits(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        (one,) = people_page(session, partners.Wanted(words="okonjo"), TODAY)
        police = people_page(session, partners.Wanted(sector=Sector.POLICE), TODAY)
        sitting = people_page(session, partners.Wanted(board_id=board_id), TODAY)
        seats = seats_on(session, board_id, TODAY)
    assert (one.sector, one.seats, one.organisation) == (
        Sector.EDUCATION,
        ("Primary schools",),
        "Harbour Lane Primary",
    )
    assert {row.sector for row in police} == {Sector.POLICE}
    assert {row.id for row in sitting} == {seat.holder.person_id for seat in seats if seat.holder}


def test_a_seat_shows_who_holds_it_on_the_day(sample: BoardFile, board_id: UUID) -> None:
    with sample.reading() as session:
        then = {seat.name: seat for seat in seats_on(session, board_id, date(2025, 1, 1))}
        now = {seat.name: seat for seat in seats_on(session, board_id, TODAY)}
        every = seats_on(session, board_id, TODAY, ended=True)
        holders = holders_of(session, now["Police"].id)
        sectors = sectors_in_use(session, board_id, TODAY)
        sectors_then = sectors_in_use(session, board_id, date(2025, 6, 1))
    assert then["Police"].holder is not None
    assert now["Police"].holder is not None
    assert then["Police"].holder.person_id != now["Police"].holder.person_id
    assert [one.person_id for one in holders] == [now["Police"].holder.person_id, then["Police"].holder.person_id]
    assert "Probation" in then
    assert "Probation" not in now
    assert len(every) == 22
    assert now["Chair"].role is SeatRole.CHAIR
    assert any(seat.deputies for seat in now.values())
    assert sectors[0] is Sector.LOCAL_AUTHORITY
    assert Sector.FAITH in sectors_then
    assert Sector.FAITH not in sectors


def test_an_organisations_page_tells_all_that_is_known(sample: BoardFile) -> None:
    with sample.reading() as session:
        (row,) = organisations_page(session, partners.Wanted(words="Arrowmere Care Board"), TODAY)
        view = organisation_view(session, row.id, TODAY)
    assert [one.person for one in view.sittings if one.stands(TODAY)] == ["Dr Helen Fairweather"]
    assert view.statuses[0].sector is Sector.HEALTH
    assert view.turnout.held >= view.turnout.attended + view.turnout.apologies > 0
    with sample.reading() as session:
        (put,) = organisations_page(session, partners.Wanted(words="Youth Voice"), TODAY)
        assert "39" in {one.number for one in organisation_view(session, put.id, TODAY).proposals}


def test_a_persons_page_tells_seats_declarations_and_actions(sample: BoardFile) -> None:
    with sample.reading() as session:
        views = [person_view(session, one.id, TODAY) for one in people_page(session, partners.Wanted(), TODAY)]
    by_name = {view.name: view for view in views}
    raman = by_name["Priya Raman"]
    assert any(one.overdue for one in raman.actions)
    assert all("Priya Raman" in one.owner for one in raman.actions)
    assert any(view.declarations for view in views)
    assert any(view.stands_in_for for view in views)
    assert max(view.turnout.attended for view in views) > 3


def test_a_partner_who_is_gone_is_told_in_a_sentence(sample: BoardFile, board_id: UUID) -> None:
    for view in (organisation_view, person_view):
        with sample.reading() as session, pytest.raises(Refusal, match="any more"):
            view(session, board_id, TODAY)
