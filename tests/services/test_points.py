from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import PointKind, Sector
from boardroom.services import points
from boardroom.store.file import BoardFile
from tests.services.item import Item


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


def add(item: Item, *texts: str) -> list[UUID]:
    return [item.do(points.add_point, item.id, text).id for text in texts]


def test_a_speaker_at_the_table_brings_organisation_and_sector(item: Item) -> None:
    item.do(points.add_point, item.id, "Weekends are wanted.", kind=PointKind.REPORT, name="amina yusuf")
    (seen,) = item.seen.points
    assert (seen.name, seen.organisation, seen.sector) == ("amina yusuf", "Families body", Sector.VOLUNTARY)
    assert seen.person_id is not None


def test_a_sector_may_be_heard_without_a_name_and_an_organisation_brings_its_own(item: Item) -> None:
    item.do(points.add_point, item.id, "They waited.", sector=Sector.SERVICE_USERS, role="a parent")
    item.do(points.add_point, item.id, "So did we.", organisation="health BODY")
    assert [(one.role, one.sector) for one in item.seen.points] == [
        ("a parent", Sector.SERVICE_USERS),
        ("", Sector.HEALTH),
    ]


def test_a_point_is_changed_part_by_part(item: Item) -> None:
    point = item.do(points.add_point, item.id, "Weekends are wanted.", name="Amina Yusuf").id
    item.do(points.change_point, point, kind=PointKind.QUESTION, text="Are weekends wanted?")
    item.do(points.change_point, point, name="Owain Meredith")
    (seen,) = item.seen.points
    assert (seen.kind, seen.text) == (PointKind.QUESTION, "Are weekends wanted?")
    assert (seen.name, seen.organisation, seen.sector) == ("Owain Meredith", "Health body", Sector.HEALTH)
    with pytest.raises(Refusal, match="Write what was said"):
        item.do(points.change_point, point, text=" ")


def test_points_are_removed(item: Item) -> None:
    one, two, three = add(item, "one", "two", "three")
    item.do(points.remove_point, one)
    assert [point.id for point in item.seen.points] == [two, three]
    with pytest.raises(Refusal, match="That point isn't there any more"):
        item.do(points.remove_point, one)
