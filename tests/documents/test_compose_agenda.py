"""What an agenda says."""

from datetime import date, time

import pytest

from boardroom.documents.blocks import Heading
from boardroom.documents.compose.agenda import compose_agenda
from boardroom.domain.audience import Audience
from boardroom.domain.words import ItemKind, MeetingStatus
from tests.documents.reading import said
from tests.make import MeetingMaker, a_meeting


def agenda(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> str:
    return said(compose_agenda(maker.record, audience))


def times(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> dict[str, str]:
    blocks = compose_agenda(maker.record, audience).blocks
    return {block.number: block.margin for block in blocks if isinstance(block, Heading) and block.number}


def test_the_agenda_gives_day_time_and_venue() -> None:
    maker = a_meeting(starts=time(14), venue="Tŷ Haul", notice_given_on=date(2026, 11, 24))
    text = agenda(maker)
    assert "Agenda for the meeting\n" in text
    assert "Thursday 3 December 2026 at 14:00, Tŷ Haul\n" in text
    assert "Notice given on Tuesday 24 November 2026." in text


def test_a_meeting_without_a_date_says_so() -> None:
    assert "Date not yet set" in agenda(a_meeting(on=None))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ItemKind.DECISION, "For decision."),
        (ItemKind.DISCUSSION, "For discussion."),
        (ItemKind.INFORMATION, "For information."),
    ],
)
def test_an_item_says_what_it_asks_of_the_board(kind: ItemKind, expected: str) -> None:
    maker = a_meeting()
    maker.item("1", "Play", kind=kind)
    assert f"# 1 Play\nsmall: {expected}" in agenda(maker)


def test_lead_minutes_paper_and_note_stand_under_the_title() -> None:
    maker = a_meeting()
    maker.item("1", "Play", lead="Ann Ward", minutes_planned=20, paper="to follow", agenda_note="see the play plan")
    text = agenda(maker)
    assert "small: Led by Ann Ward. 20 minutes. Paper: to follow.\nbody: See the play plan." in text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("6A and 6B", "Papers: 6A and 6B."),
        ("6A", "Paper: 6A."),
        ("6A to follow", "Paper: 6A to follow."),
        ("Report of the Director with appendices 1 and 2", "Paper: Report of the Director with appendices 1 and 2."),
    ],
)
def test_labels_of_several_papers_are_papers(said: str, expected: str) -> None:
    maker = a_meeting()
    maker.item("1", "Play", paper=said)
    assert expected in agenda(maker)


def test_a_late_item_gives_the_chairs_reason() -> None:
    maker = a_meeting()
    maker.item("1", "Play", late_reason="the grant closes on Friday")
    maker.item("2", "Fares", urgent=True, late_reason="the operator gave notice")
    text = agenda(maker)
    assert "Late item: the grant closes on Friday." in text
    assert "Urgent item: the operator gave notice." in text


def test_times_run_on_from_the_start() -> None:
    maker = a_meeting(starts=time(14))
    for number, minutes in (("1", 5), ("2", None), ("3", 50), ("4", 10)):
        maker.item(number, "Play", minutes_planned=minutes)
    assert times(maker) == {"1": "14:00", "2": "", "3": "14:05", "4": "14:55"}


def test_sub_items_take_the_time_of_the_item_above() -> None:
    maker = a_meeting(starts=time(14))
    top = maker.item("1", "Play", minutes_planned=30)
    maker.item("1.1", "Fields", parent_id=top.id, minutes_planned=10)
    maker.item("1.2", "Rangers", parent_id=top.id, minutes_planned=20)
    maker.item("2", "Close", minutes_planned=5)
    assert times(maker) == {"1": "14:00", "1.1": "14:00", "1.2": "14:10", "2": "14:30"}


def test_without_a_start_there_are_no_times() -> None:
    maker = a_meeting()
    maker.item("1", "Play", minutes_planned=5)
    assert times(maker) == {"1": ""}


def test_a_joint_meeting_names_all_boards() -> None:
    assert "Joint meeting of North, South and East\n" in agenda(a_meeting("North", "South", "East"))


def test_a_cancelled_meeting_says_why() -> None:
    maker = a_meeting(status=MeetingStatus.CANCELLED, status_reason="snow")
    assert "*This meeting is cancelled: snow.*" in agenda(maker)


def test_the_next_meeting_ends_the_agenda() -> None:
    text = agenda(a_meeting(next_date=date(2027, 1, 28), next_words="in the afternoon"))
    assert text.endswith("## Next meeting\nbody: Thursday 28 January 2027 (in the afternoon).\n")


def test_members_see_a_clear_mark_at_restricted_items() -> None:
    maker = a_meeting()
    maker.item("1", "Contract", restricted=True, ground="paragraph 3")
    assert "# 1 Contract\nsmall: *Not for the public:* paragraph 3." in agenda(maker)


def test_the_public_gets_no_times_after_a_restricted_item() -> None:
    maker = a_meeting(starts=time(14))
    maker.item("1", "Play", minutes_planned=5)
    maker.item("2", "", public_title="A contract", restricted=True)
    maker.item("3", "Close", minutes_planned=5)
    assert times(maker, Audience.PUBLIC) == {"1": "14:00", "2": "", "3": ""}
