"""What minutes say of earlier minutes: said once, by the decision or by themselves."""

from datetime import date

import pytest

from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.meeting import MinutesAmendment, MinutesConfirmation
from boardroom.domain.words import MeetingStatus, Result
from tests.documents.reading import said
from tests.make import MeetingMaker, a_meeting

APPROVED = "approved as a correct record"
SAID = "The minutes of 17 September 2026: approved as a correct record"


def minutes(maker: MeetingMaker) -> str:
    return said(compose_minutes(maker.record, Audience.MEMBERS))


def confirming(
    title: str = "Minutes of 17 September", wording: str = "That the minutes be signed as a correct record."
) -> tuple[MeetingMaker, MinutesConfirmation, AgendaItem]:
    """Make a meeting that confirms the minutes of 17 September by a decision at an item."""
    maker = a_meeting(status=MeetingStatus.DRAFT_MINUTES)
    item = maker.item("3", title)
    maker.decide(item, wording, result=Result.CARRIED)
    row = maker.row(MinutesConfirmation, item_id=item.id, of_date=date(2026, 9, 17), result=APPROVED)
    return maker, row, item


@pytest.mark.parametrize("at_item", [True, False])
@pytest.mark.parametrize(
    "title",
    [
        "Minutes of 17 September",
        "MINUTES: 17th September 2026",
        "Minutes of 17 and 24 September",
        "Minutes - 10, 17 September",
    ],
)
def test_what_the_decision_says_is_not_said_again(title: str, at_item: bool) -> None:  # noqa: FBT001 - a parameter
    maker, row, _ = confirming(title)
    row.item_id = row.item_id if at_item else None
    text = minutes(maker)
    assert "That the minutes be signed as a correct record." in text
    assert SAID not in text
    assert "Earlier minutes" not in text


@pytest.mark.parametrize(
    ("title", "wording"),
    [
        ("Minutes", "That the minutes be signed as a correct record."),
        ("Minutes of 17 September 2025", "That the minutes be signed as a correct record."),
        ("Minutes of 7 September", "That the minutes be signed as a correct record."),
        ("Minutes of 17 September", "That the minutes be put off."),
        ("Play on 17 September", "That the price be accepted as a correct record."),
    ],
)
def test_what_the_decision_leaves_out_is_said(title: str, wording: str) -> None:
    assert f"{SAID}." in minutes(confirming(title, wording)[0])


def test_without_a_decision_it_is_said_in_a_section_of_its_own() -> None:
    maker = a_meeting(status=MeetingStatus.DRAFT_MINUTES)
    maker.row(MinutesConfirmation, of_date=date(2026, 9, 17), result=APPROVED)
    assert f"## Earlier minutes\nbody: {SAID}." in minutes(maker)


def test_a_decision_under_another_item_does_not_stand_for_it() -> None:
    maker, row, _ = confirming()
    row.item_id = maker.item("4", "Minutes").id
    assert f"{SAID}." in minutes(maker)


def test_changes_are_always_told_and_the_result_once() -> None:
    maker, row, item = confirming()
    maker.row(MinutesAmendment, confirmation_id=row.id, text="for 40 read 38")
    assert "body: In the minutes of 17 September 2026 these corrections were made:\n- For 40 read 38." in minutes(maker)
    maker.record.decisions.clear()
    assert f"body: {SAID}, with these corrections:\n- For 40 read 38." in minutes(maker)
    assert item.title in minutes(maker)
