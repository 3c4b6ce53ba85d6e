"""Which motion is the substantive one."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.amending import CARRIED, substantive
from boardroom.domain.votes import Motion
from boardroom.domain.words import Result

MEETING, ITEM = uuid4(), uuid4()


def motion(wording: str, amends: Motion | None = None, result: Result = Result.NOT_STATED, position: int = 0) -> Motion:
    return Motion(
        meeting_id=MEETING,
        item_id=ITEM,
        wording=wording,
        amends_id=amends.id if amends else None,
        result=result,
        position=position,
    )


def wordings(*motions: Motion) -> dict[str, str]:
    by_id: dict[UUID, str] = {one.id: one.wording for one in motions}
    return {by_id[one]: stands.wording for one, stands in substantive(motions).items()}


def test_a_motion_without_amendments_stands() -> None:
    assert wordings(motion("first"), motion("second")) == {"first": "first", "second": "second"}


def test_a_carried_amendment_takes_the_motions_place_and_a_lost_one_does_not() -> None:
    root = motion("root", position=0)
    lost = motion("lost", root, Result.LOST, 1)
    won = motion("won", root, Result.CARRIED, 2)
    assert wordings(root, lost, won) == {"root": "won"}
    assert wordings(root, lost) == {"root": "root"}


def test_later_amendments_are_to_the_substantive_motion() -> None:
    root = motion("root", position=0)
    first = motion("first", root, Result.CARRIED, 1)
    to_root = motion("second", root, Result.CARRIED, 2)
    to_first = motion("second", first, Result.CARRIED, 2)
    assert wordings(root, first, to_root) == wordings(root, first, to_first) == {"root": "second"}


def test_an_amendment_of_a_lost_amendment_changes_nothing() -> None:
    root = motion("root")
    lost = motion("lost", root, Result.LOST, 1)
    assert wordings(root, lost, motion("deeper", lost, Result.CARRIED, 2)) == {"root": "root"}


def test_an_amendment_of_an_unknown_motion_stands_for_itself_and_a_circle_for_nothing() -> None:
    orphan = motion("orphan", motion("elsewhere"))
    one, two = motion("one"), motion("two")
    one.amends_id, two.amends_id = two.id, one.id
    assert wordings(orphan, one, two) == {"orphan": "orphan"}


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(Result)), max_size=15))
def test_what_stands_is_the_motion_or_a_carried_amendment(rows: list[tuple[int, Result]]) -> None:
    motions: list[Motion] = []
    for position, (amends, result) in enumerate(rows):
        motions.append(motion(str(position), motions[amends] if amends < position else None, result, position))
    found = substantive(motions)
    assert set(found) == {one.id for one in motions if one.amends_id is None}
    for root_id, stands in found.items():
        assert stands.id == root_id or stands.result in CARRIED
