"""What an agenda says."""

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest

from boardroom.documents.blocks import Callout, Heading, plain_text
from boardroom.documents.compose.agenda import compose_agenda
from boardroom.domain.audience import Audience
from boardroom.domain.involvement import Gap
from boardroom.domain.warned import CallWarning, ItemAhead, StrandWarning, Waiting, Warned
from boardroom.domain.words import ItemKind, MeetingStatus, Sector, Stage
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


def a_warning(**parts: Any) -> StrandWarning:  # noqa: ANN401 - the warning's own
    gap = Gap(stage=Stage.SPECIFICATION, on=date(2027, 2, 1), entered=False, sectors=(Sector.POLICE, Sector.VOLUNTARY))
    return StrandWarning(strand_id=uuid4(), strand="Short breaks", **{"gap": gap, **parts})


def callouts(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> list[tuple[str, list[str]]]:
    blocks = compose_agenda(maker.record, audience).blocks
    return [
        (plain_text(one.lead), [plain_text(line) for line in one.lines]) for one in blocks if isinstance(one, Callout)
    ]


@pytest.mark.parametrize("audience", Audience)
def test_the_agenda_names_a_strand_that_lacks_a_sector_to_members_and_public_alike(audience: Audience) -> None:
    maker = a_meeting()
    maker.record.warned = Warned(strands=(a_warning(),))
    assert callouts(maker, audience) == [
        (
            "Not yet involved in planning “Short breaks”: police and voluntary.",
            ["Its specification is planned from 1 February 2027.", "It is on no agenda yet."],
        )
    ]


def test_it_says_at_which_item_it_is_taken_or_when_and_which_call_is_open() -> None:
    maker = a_meeting()
    item = maker.item("4", "Short breaks")
    ahead = ItemAhead(
        item_id=item.id,
        meeting_id=maker.meeting_id,
        number="4",
        title="Short breaks",
        day=date(2026, 12, 3),
        asked=True,
    )
    entered = Gap(stage=Stage.PROCUREMENT, on=date(2026, 11, 1), entered=True, sectors=(Sector.SERVICE_USERS,))
    maker.record.warned = Warned(
        strands=(
            a_warning(item=ahead, call_closes=date(2027, 1, 3)),
            a_warning(gap=entered, item=replace(ahead, item_id=uuid4(), day=date(2027, 1, 28))),
        )
    )
    (_, first), (lead, second) = callouts(maker)
    assert first[1:] == ["A call for proposals closes on 3 January 2027.", "It is taken at item 4."]
    assert lead == "Not yet involved in planning “Short breaks”: service users."
    assert second == ["Its procurement began on 1 November 2026.", "It comes to the meeting of 28 January 2027."]


def test_it_says_how_long_proposals_wait_and_which_call_is_too_short() -> None:
    maker = a_meeting()
    call = CallWarning(
        call_id=uuid4(),
        number="4",
        strand_id=uuid4(),
        strand="Play",
        question="What helps?",
        closes=date(2027, 1, 3),
        weeks=6,
        agreed=12,
    )
    maker.record.warned = Warned(waiting=(Waiting(count=1, longest=81, promised=56),), calls=(call,))
    assert [lead for lead, _ in callouts(maker)] == [
        "One proposal waits for an answer for longer than the 56 days agreed: the oldest for 81 days.",
        "Call 4 on “Play” is open for six weeks; 12 are agreed, and no reason is given.",
    ]
    maker.record.warned = Warned(calls=(replace(call, weeks=0),))
    ((lead, _),) = callouts(maker)
    assert lead == "Call 4 on “Play” is open for less than a week; 12 are agreed, and no reason is given."
