"""What minutes say, sentence by sentence."""

from datetime import date, time

import pytest

from boardroom.documents.blocks import Document, Heading, Paragraph, plain_text
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.meeting import MeetingDay, MinutesConfirmation
from boardroom.domain.votes import Motion
from boardroom.domain.words import (
    MeetingKind,
    MeetingStatus,
    ParagraphForm,
    PointKind,
    Result,
    Sector,
    TextKind,
)
from tests.documents.reading import said
from tests.made_up import arrowmere
from tests.make import MeetingMaker, a_meeting

LA, VO, SU = Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY, Sector.SERVICE_USERS


def document(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> Document:
    return compose_minutes(maker.record, audience)


def minutes(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> str:
    return said(document(maker, audience))


def heading(maker: MeetingMaker) -> str:
    first = document(maker).blocks[0]
    assert isinstance(first, Heading)
    return first.text


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("14th meeting", None, "Minutes of the 14th meeting"),
        ("Annual general meeting", None, "Minutes of the annual general meeting"),
        ("Schools Forum, autumn", None, "Minutes: Schools Forum, autumn"),
        ("", MeetingKind.ORDINARY, "Minutes of the meeting"),
        ("", MeetingKind.EXTRAORDINARY, "Minutes of the extraordinary meeting"),
        ("", MeetingKind.INFORMAL, "Notes of the informal meeting"),
        ("", None, "Minutes of the meeting"),
    ],
)
def test_the_heading_names_the_meeting(name: str, kind: MeetingKind | None, expected: str) -> None:
    assert heading(a_meeting(name=name, kind=kind)) == expected


def test_a_joint_meeting_names_its_boards() -> None:
    maker = a_meeting("North Board", "South Board")
    assert heading(maker) == "Minutes of the joint meeting"
    assert document(maker).running_head == "North Board and South Board"


def test_the_board_is_named_as_it_was_printed_on_the_day() -> None:
    maker = a_meeting("New Name")
    maker.record.meeting_boards[0].name = "Old Name"
    assert document(maker).running_head == "Old Name"


def test_when_and_where_it_was_held() -> None:
    maker = a_meeting(starts=time(14), ends=time(15, 52), venue="Tŷ Haul", status=MeetingStatus.HELD)
    assert "Held on Thursday 3 December 2026 at Tŷ Haul, from 14:00 to 15:52\n" in minutes(maker)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (MeetingStatus.HELD, "Held at Tŷ Haul. Date not recorded"),
        (MeetingStatus.PLANNED, "To be held at Tŷ Haul. Date not yet set"),
    ],
)
def test_a_meeting_without_a_date_says_so(status: MeetingStatus, expected: str) -> None:
    assert expected in minutes(a_meeting(on=None, venue="Tŷ Haul", status=status))


def test_minutes_of_a_planned_meeting_do_not_say_that_it_was_held() -> None:
    maker = a_meeting(starts=time(14), status=MeetingStatus.PLANNED)
    assert "To be held on Thursday 3 December 2026, from 14:00\n" in minutes(maker)
    maker.write(maker.item("1", "Play"), "It was discussed.")
    assert "subtitle: Held on Thursday 3 December 2026" in minutes(maker)


def test_an_adjourned_meeting_gives_both_days() -> None:
    maker = a_meeting(on=date(2016, 11, 17))
    maker.record.days[0].adjourned_because = "it had grown late"
    maker.row(MeetingDay, held_on=date(2016, 11, 21))
    text = minutes(maker)
    assert "Held on Thursday 17 November 2016\n" in text
    assert "Adjourned: it had grown late.\n" in text
    assert "Reconvened on Monday 21 November 2016\n" in text


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (MeetingStatus.DRAFT_MINUTES, "Draft, not yet confirmed"),
        (MeetingStatus.HELD, "Draft, not yet confirmed"),
        (MeetingStatus.CONFIRMED, "Confirmed"),
        (MeetingStatus.CANCELLED, "Cancelled"),
        (None, ""),
    ],
)
def test_the_state_stands_on_every_page(status: MeetingStatus | None, expected: str) -> None:
    assert document(a_meeting(status=status)).state == expected


def test_a_cancelled_meeting_gives_the_reason_and_no_place_to_sign() -> None:
    text = minutes(a_meeting(status=MeetingStatus.CANCELLED, status_reason="snow"))
    assert "subtitle: Was to be held on Thursday 3 December 2026\n" in text
    assert "*Cancelled: snow.*" in text
    assert "signature" not in text


def test_a_meeting_without_a_quorum_says_so_at_the_top() -> None:
    maker = a_meeting(quorate=False)
    maker.decide(maker.item("1", "Chair"), "Election put off.", provisional=True, result=Result.DEFERRED)
    text = minutes(maker)
    top = text.index("The meeting had no quorum. What was decided is provisional until a quorate meeting ratifies it.")
    assert top < text.index("Present")
    assert "Provisional: taken without a quorum." in text


def test_minute_numbers_stand_in_the_margin() -> None:
    headings = [block for block in document(arrowmere()).blocks if isinstance(block, Heading)]
    found = [(one.margin, one.number, one.text) for one in headings if one.number]
    assert ("138", "6", "Short breaks for disabled children") in found


def test_sub_items_stand_one_level_deeper() -> None:
    maker = a_meeting()
    top = maker.item("3", "Agreement")
    below = maker.item("3.1", "Role", parent_id=top.id)
    maker.item("3.1.1", "Words", parent_id=below.id)
    headings = [block for block in document(maker).blocks if isinstance(block, Heading) and block.number]
    assert [(one.number, one.level) for one in headings] == [("3", 2), ("3.1", 3), ("3.1.1", 4)]


def test_a_title_in_another_language_stands_on_the_next_line_in_that_language() -> None:
    maker = a_meeting(language="en+cy")
    maker.translate(maker.item("1", "Apologies"), "cy", "Ymddiheuriadau")
    blocks = document(maker).blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.number == "1")
    following = blocks[at + 1]
    assert isinstance(following, Paragraph)
    assert following.language == "cy"


def test_a_record_in_welsh_is_marked_as_welsh() -> None:
    maker = a_meeting(language="cy")
    maker.write(maker.item("1", "Croeso"), "Croesawyd pawb.")
    tagged = [block for block in document(maker).blocks if getattr(block, "language", "") == "cy"]
    assert len(tagged) == 2


def test_notes_are_never_printed() -> None:
    maker = a_meeting()
    maker.write(maker.item("1", "Play"), "what a bore", text_kind=TextKind.NOTE)
    assert "bore" not in minutes(maker)


def test_lists_of_the_minute_text_nest() -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    for text, form, level in (
        ("a", ParagraphForm.NUMBERED, 0),
        ("b", ParagraphForm.BULLET, 1),
        ("c", ParagraphForm.NUMBERED, 0),
    ):
        maker.write(item, text, form=form, level=level)
    assert "1. a\n  - b\n2. c\n" in minutes(maker)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ({"by_role": "Treasurer"}, "The Treasurer asked: Why?"),
        ({"by_role": "Officer", "by_organisation": "Council"}, "An officer, Council, asked: Why?"),
        ({"by_role": "Two directors"}, "Two directors asked: Why?"),
        ({"by_role": "Councillor A"}, "Councillor A asked: Why?"),
        ({"by_organisation": "Youth Link"}, "Youth Link asked: Why?"),
        ({"sector": SU}, "A speaker for the service users asked: Why?"),
        ({"sector": Sector.UNKNOWN}, "A question was asked: Why?"),
        ({}, "A question was asked: Why?"),
    ],
)
def test_points_are_told_with_who_made_them(by: dict[str, object], expected: str) -> None:
    maker = a_meeting()
    maker.say(maker.item("1", "Play"), "Why?", kind=PointKind.QUESTION, **by)
    assert expected in minutes(maker)


def test_a_point_by_a_person_names_the_person() -> None:
    maker = a_meeting()
    person = maker.person("Ffion Davies")
    maker.say(maker.item("1", "Play"), "Why?", kind=PointKind.QUESTION, person_id=person.id)
    assert "Ffion Davies asked: Why?" in minutes(maker)


def test_a_proposal_stands_in_the_table_and_not_again_among_the_points() -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    proposal = maker.propose(item, "A later bus.", "Youth Link", VO, number="7")
    maker.say(item, "A later bus.", kind=PointKind.PROPOSAL, proposal_id=proposal.id)
    text = minutes(maker)
    assert text.count("A later bus") == 1
    assert "7 | [VO] Youth Link: A later bus. | Not answered yet." in text


def test_a_proposal_minuted_in_other_words_keeps_them() -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    proposal = maker.propose(item, "A later bus.", "Youth Link", VO)
    maker.say(item, "Buses should run later.", kind=PointKind.PROPOSAL, proposal_id=proposal.id)
    assert "It was proposed: Buses should run later." in minutes(maker)


def test_an_owner_stands_for_the_organisation_as_it_was_called_that_day() -> None:
    maker = a_meeting()
    body = maker.organisation("Arrowmere Care Board")
    maker.attend("Ann", "Arrowmere Health Commissioners", Sector.HEALTH, organisation_id=body.id)
    maker.act(maker.item("1", "Play"), "Write", ("Ann", "Arrowmere Care Board"))
    assert "Write | Ann, Arrowmere Health Commissioners |" in minutes(maker)


def test_actions_without_owner_or_date_say_so() -> None:
    maker = a_meeting()
    maker.act(maker.item("1", "Play"), "Write a plan")
    assert "Write a plan | Not stated | Not stated" in minutes(maker)


def test_owners_are_people_for_their_organisations() -> None:
    maker = a_meeting()
    maker.act(maker.item("1", "Play"), "Write", ("Ann", "Council"), ("", "Youth Link"), due_words="in due course")
    assert "Write | Ann, Council; Youth Link | In due course" in minutes(maker)


def test_earlier_minutes_are_told_under_their_item_with_their_corrections() -> None:
    maker = a_meeting()
    item = maker.item("2", "Minutes")
    maker.row(MinutesConfirmation, item_id=item.id, of_date=date(2012, 10, 17), result="approved")
    assert "## 2 Minutes\nbody: The minutes of 17 October 2012: approved." in minutes(maker)


def test_members_see_what_is_restricted_marked_as_such() -> None:
    maker = a_meeting()
    item = maker.item("1", "Contract", restricted=True, ground="paragraph 3", restriction_reason="prices")
    maker.item("1.1", "Price", parent_id=item.id)
    maker.write(maker.item("2", "Play"), "names", restricted=True)
    text = minutes(maker)
    assert "# 1 Contract\nsmall: *Not for the public:* paragraph 3. Prices." in text
    assert "# 1.1 Price\nsmall: *Not for the public:* paragraph 3." in text
    assert "*Not for the public: *names" in text
    assert document(maker).footnote == "For members only: holds restricted matter."


def test_the_record_is_named_by_its_hash() -> None:
    maker = arrowmere()
    first = document(maker).reference
    assert first == document(maker).reference
    maker.record.decisions[0].wording += "!"
    assert document(maker).reference != first
    assert len(first) == len("Record 7f3a 91c4 e0d2")


def test_amendments_that_amend_each_other_are_each_printed_once() -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    one, two = (maker.row(Motion, item_id=item.id, wording=wording) for wording in ("Swings.", "Slides."))
    one.amends_id, two.amends_id = two.id, one.id
    text = minutes(maker)
    assert (text.count("*Amendment* Swings."), text.count("*Amendment* Slides.")) == (1, 1)


def test_what_stands_between_a_heading_and_its_text_stays_with_the_text() -> None:
    maker = a_meeting()
    bare = maker.item("6", "Short breaks", paper="6A")
    assert [block.keep_with_next for block in small(maker)] == [False]
    maker.write(bare, "Priya Raman presented the strategy.")
    assert [block.keep_with_next for block in small(maker)] == [True]


def small(maker: MeetingMaker) -> list[Paragraph]:
    paragraphs = [block for block in document(maker).blocks if isinstance(block, Paragraph)]
    return [block for block in paragraphs if "6A" in plain_text(block.spans)]


def test_the_place_to_sign_does_not_stand_alone_on_a_page() -> None:
    maker = a_meeting()
    maker.record.meeting.status = MeetingStatus.DRAFT_MINUTES
    maker.record.meeting.next_words = "to be arranged"
    said_last = [block for block in document(maker).blocks if isinstance(block, Paragraph)][-2:]
    assert [block.keep_with_next for block in said_last] == [True, True]


def test_a_person_put_where_a_role_belongs_gets_no_article() -> None:
    maker = a_meeting()
    maker.say(maker.item("1", "Reports"), "Waiting times fell.", by_role="Dr Peter Lamb", kind=PointKind.REPORT)
    assert "Dr Peter Lamb reported: Waiting times fell." in minutes(maker)
    assert "The Dr" not in minutes(maker)
