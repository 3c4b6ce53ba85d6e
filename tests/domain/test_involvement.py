"""First involvement and the warning in time."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.involvement import (
    Occasion,
    Part,
    first_of_each,
    gap_of,
    invitation_words,
    never_involved,
    sectors_asked,
)
from boardroom.domain.stages import stage_on
from boardroom.domain.words import Sector, Stage
from tests.domain.test_stages import Row, days, strands

STRAND = uuid4()
SEATS = (Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY, Sector.COMMUNITY)
TODAY = date(2026, 12, 1)


def part(sector: Sector, on: date) -> Part:
    return Part(
        strand_id=STRAND, organisation_id=None, organisation="", sector=sector, on=on, occasion=Occasion.ATTENDED
    )


parts = st.lists(st.builds(part, st.sampled_from(SEATS), days))


@given(parts, strands())
def test_the_first_part_of_a_sector_is_its_earliest(taken: list[Part], rows: list[Row]) -> None:
    firsts = first_of_each(taken, rows)
    assert set(firsts) == {one.sector for one in taken}
    for sector, first in firsts.items():
        assert first.part.on == min(one.on for one in taken if one.sector is sector)
        assert first.stage == stage_on(rows, first.part.on)


@given(parts, strands(), days)
def test_one_more_part_never_makes_a_first_later_or_a_gap_larger(taken: list[Part], rows: list[Row], day: date) -> None:
    more = [*taken, part(Sector.VOLUNTARY, day)]
    before = first_of_each(taken, rows)
    assert all(first_of_each(more, rows)[sector].part.on <= first.part.on for sector, first in before.items())
    assert set(never_involved(SEATS, more, TODAY)) <= set(never_involved(SEATS, taken, TODAY))


@given(parts, strands())
def test_no_gap_is_told_where_everybody_took_part(taken: list[Part], rows: list[Row]) -> None:
    everybody = [*taken, *(part(sector, TODAY) for sector in SEATS)]
    assert gap_of(SEATS, everybody, rows, TODAY) is None


@pytest.mark.parametrize(
    ("weeks", "told"), [(13, False), (12, True), (1, True), (0, True), (-4, True)], ids="{0} weeks before".format
)
def test_a_gap_is_told_twelve_weeks_before_specification(weeks: int, told: bool) -> None:  # noqa: FBT001 - a case
    rows = [Row(Stage.STRATEGY, began=date(2026, 8, 1)), Row(Stage.SPECIFICATION, planned=TODAY + timedelta(weeks * 7))]
    gap = gap_of(SEATS, [part(Sector.LOCAL_AUTHORITY, TODAY)], rows, TODAY)
    assert (gap is not None) == told
    if gap is not None:
        assert gap.stage is Stage.SPECIFICATION
        assert not gap.entered
        assert gap.sectors == (Sector.VOLUNTARY, Sector.COMMUNITY)


def test_a_gap_is_told_after_the_stage_was_entered_too() -> None:
    rows = [Row(Stage.NEEDS, began=date(2026, 4, 1)), Row(Stage.PROCUREMENT, began=date(2026, 11, 1))]
    gap = gap_of(SEATS, [], rows, TODAY)
    assert gap is not None
    assert (gap.stage, gap.entered, gap.on) == (Stage.PROCUREMENT, True, date(2026, 11, 1))


def test_what_is_delivered_is_no_longer_warned_of() -> None:
    assert gap_of(SEATS, [], [Row(Stage.DELIVERY, began=date(2026, 11, 1))], TODAY) is None


def test_a_stage_between_does_not_hide_what_is_to_come() -> None:
    rows = [
        Row(Stage.STRATEGY, planned=TODAY + timedelta(5)),
        Row(Stage.SPECIFICATION, planned=TODAY + timedelta(20)),
    ]
    assert gap_of(SEATS, [], rows, TODAY) is not None


@given(st.lists(st.lists(st.sampled_from(list(Sector)), min_size=1, unique=True)), st.text(alphabet="abc ,.\n"))
def test_whom_an_agenda_note_asks_is_read_from_it_again(asked: list[list[Sector]], before: str) -> None:
    note = "\n".join([before, *map(invitation_words, asked)])
    assert sectors_asked(note) == {sector for each in asked for sector in each}
