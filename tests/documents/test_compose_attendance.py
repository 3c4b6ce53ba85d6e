"""Who was there, as minutes print it: people, deputies, proxies, the chair, the quorum, interests."""

from datetime import time
from typing import Any

import pytest

from boardroom.documents.blocks import Document, Paragraph, Tone
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.meeting import Presiding
from boardroom.domain.words import (
    MeetingStatus,
    Presence,
    Sector,
)
from tests.documents.reading import said
from tests.made_up import arrowmere
from tests.make import MeetingMaker, a_meeting, with_terms

LA, VO = Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY


def document(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> Document:
    return compose_minutes(maker.record, audience)


def minutes(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> str:
    return said(document(maker, audience))


def test_people_stand_by_sector_with_their_organisations_beside_them() -> None:
    maker = a_meeting()
    maker.attend("Ruth", "School", Sector.EDUCATION)
    maker.attend("Ann", "Council", LA, role="chair")
    maker.attend("Ben", "Council", LA)
    text = minutes(maker)
    assert "[LA] Local authority | Ann (chair), Ben | Council" in text
    assert text.index("[LA]") < text.index("[ED]")


def test_people_of_several_organisations_stand_line_by_line() -> None:
    maker = a_meeting()
    maker.attend("Ann", "", VO)
    maker.attend("Ben", "Carers", VO)
    maker.attend("Cai", "Youth Link", VO)
    assert "Ben; / Cai; / Ann | Carers; / Youth Link" in minutes(maker)


def test_without_organisations_the_last_column_is_left_out() -> None:
    maker = a_meeting()
    maker.attend("Ann", "", VO)
    assert "Sector | Members\n" in minutes(maker)


def test_a_deputy_names_the_member() -> None:
    maker = a_meeting()
    maker.attend("Beth", "Care Board", Sector.HEALTH, Presence.SUBSTITUTE, deputy_for="Dr Helen Fairweather")
    assert "Beth, deputy for Dr Helen Fairweather | Care Board" in minutes(maker)


def test_a_deputys_own_notes_stand_before_the_members_name() -> None:
    maker = a_meeting()
    maker.attend("Beth", "Care Board", LA, Presence.SUBSTITUTE, deputy_for="Ann", remote=True)
    maker.attend("Cai", "Care Board", LA)
    assert "Beth (remote), deputy for Ann; Cai | Care Board" in minutes(maker)


def test_a_proxy_is_a_note_on_the_absent_member_and_no_second_chair() -> None:
    maker = a_meeting()
    chair = maker.attend("Beth", "Care Board", LA)
    maker.row(Presiding, person_id=chair.person_id, name="Beth")
    maker.attend("Ann", "Council", LA, Presence.APOLOGIES)
    maker.attend("Beth", "Council", LA, Presence.SUBSTITUTE, proxy=True, deputy_for="Ann")
    text = minutes(maker)
    assert "[LA] Local authority | Beth (chair) | Care Board" in text
    assert "*Apologies* Ann (proxy: Beth), Council." in text


def test_a_proxy_for_somebody_of_whom_nothing_else_is_said_is_a_note_on_its_holder() -> None:
    maker = a_meeting()
    maker.attend("Beth", "Care Board", LA)
    maker.attend("Beth", "Council", LA, Presence.SUBSTITUTE, proxy=True, deputy_for="Ann")
    assert "[LA] Local authority | Beth (proxy for Ann) | Care Board" in minutes(maker)


def test_a_proxy_whose_holder_has_no_line_of_their_own_keeps_its_line() -> None:
    maker = a_meeting()
    maker.attend("Ann", "Council", LA, Presence.APOLOGIES)
    maker.attend("Beth", "Council", LA, Presence.SUBSTITUTE, proxy=True, deputy_for="Ann")
    assert "[LA] Local authority | Beth (proxy for Ann) | Council" in minutes(maker)


@pytest.mark.parametrize(
    ("headcount", "expected"),
    [(60, "Councillor (60)"), (None, "Councillor (several, not counted)"), (1, "Councillor |")],
)
def test_groups_stand_by_their_number(headcount: int | None, expected: str) -> None:
    maker = a_meeting()
    maker.attend("", "Council", LA, role="Councillor", counted=True, headcount=headcount)
    assert expected in minutes(maker)


def test_arrivals_and_departures_stand_beside_the_name() -> None:
    maker = a_meeting()
    item = maker.item("4", "Play", minute_number="137")
    maker.stay(maker.attend("Tom", "College", LA), arrived_at=time(14, 18), arrived_item_id=item.id)
    maker.stay(maker.attend("Una", "College", LA), left_item_id=item.id)
    maker.stay(maker.attend("Vic", "College", LA), left_words="during item 3")
    text = minutes(maker)
    assert "Tom (from 14:18, minute 137)" in text
    assert "Una (left before minute 137)" in text
    assert "Vic (left during item 3)" in text


def test_people_who_came_for_one_item_say_so() -> None:
    maker = a_meeting()
    items = [maker.item("5", "Play"), maker.item("6", "Fares")]
    maker.attend("Cai", "Play Wales", VO, Presence.IN_ATTENDANCE, for_items=items)
    assert "*In attendance* Cai (for item 5 and item 6), Play Wales." in minutes(maker)


def test_who_took_no_part_is_marked_in_the_attendance() -> None:
    assert "Karen Whitlock (not for minute 138)" in minutes(arrowmere())


def test_apologies_without_an_organisation_give_the_sector() -> None:
    maker = a_meeting()
    maker.attend("", "", Sector.EDUCATION, Presence.APOLOGIES, role="Forum member", counted=True, headcount=8)
    assert "*Apologies* Forum member (8), education." in minutes(maker)


def test_a_change_in_the_chair_is_told() -> None:
    maker = a_meeting()
    item = maker.item("3", "Fares")
    maker.row(Presiding, name="Ann")
    maker.row(Presiding, name="Ben", from_item_id=item.id, reason="an interest of the chair")
    assert "*In the chair* Ann; from item 3 Ben (an interest of the chair)." in minutes(maker)


def test_the_quorum_is_counted_against_the_terms() -> None:
    text = minutes(arrowmere())
    assert "13 of 15 voting members from 7 of 8 sectors; 8 members from 5 sectors were needed." in text


def test_what_the_record_states_of_the_quorum_is_said_where_nothing_can_be_counted() -> None:
    assert "*Quorum* The meeting was quorate." in minutes(a_meeting(quorate=True))
    assert "Quorum" not in minutes(a_meeting(status=MeetingStatus.HELD))


def test_a_declaration_stands_under_its_item_in_italics() -> None:
    blocks = document(arrowmere()).blocks
    (aside,) = [block for block in blocks if isinstance(block, Paragraph) and block.tone is Tone.ASIDE]
    assert aside.spans[0].text == (  # type: ignore[union-attr]  # a run
        "Karen Whitlock declared an interest (Brightwater Care Ltd may bid for this service), left the room at 14:20, "
        "and took no part. The meeting remained quorate with 12 voting members."
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"nature": "owns shares", "recused": True, "left_at": time(14, 20), "returned_at": time(14, 46)},
            "(owns shares), left the room at 14:20, took no part, and returned at 14:46.",
        ),
        (
            {"nature": "owns shares", "effect": "left the room", "left_at": time(14, 20), "returned_at": time(14, 46)},
            "(owns shares) and left the room, from 14:20 to 14:46.",
        ),
        (
            {"nature": "owns shares", "effect": "left the room", "left_at": time(14, 20)},
            "(owns shares) and left the room, at 14:20.",
        ),
        ({"nature": "owns shares"}, ": owns shares."),
        ({"nature": "owns shares", "effect": "stayed and took part"}, "(owns shares), stayed and took part."),
        ({"nature": "a trust (a charity)", "effect": "left"}, ": a trust (a charity). Left."),
        ({"nature": "owns shares", "effect": "She left."}, ": owns shares. She left."),
    ],
)
def test_a_declaration_reads_as_a_sentence(values: dict[str, Any], expected: str) -> None:
    maker = a_meeting()
    maker.declare("Ann", values.pop("nature"), maker.item("1", "Field"), **values)
    assert f"Ann declared an interest {expected}".replace("interest :", "interest:") in minutes(maker)


def test_a_recusal_that_breaks_the_quorum_is_told() -> None:
    maker = a_meeting()
    with_terms(maker, quorum_number=2)
    maker.attend("Ann", "Council", LA, seat=True)
    maker.attend("Ben", "Council", LA, seat=True)
    maker.declare("Ben", "owns the field", maker.item("1", "Field"), recused=True)
    assert "There was no quorum for this item: 1 short." in minutes(maker)


def test_a_declaration_on_an_item_that_is_not_in_the_record_stands_by_itself() -> None:
    maker = a_meeting()
    maker.declare("Councillor", "pension scheme", maker.item("11", "Pensions"), effect="took no part in debate or vote")
    maker.record.items.clear()
    for row in maker.record.declaration_items:
        row.item_id = None
    expected = "Councillor declared an interest in item 11 (pension scheme) and took no part in debate or vote."
    assert expected in minutes(maker)
