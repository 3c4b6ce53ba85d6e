"""What minutes say, sentence by sentence."""

from datetime import date, time
from typing import Any

import pytest

from boardroom.documents.blocks import Callout, Document, Heading, Paragraph, Tone, plain_text
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.decisions import DecisionCondition, DecisionLink, Dissent
from boardroom.domain.meeting import MeetingDay, MinutesConfirmation, Presiding
from boardroom.domain.votes import Motion
from boardroom.domain.words import (
    AnswerKind,
    LinkKind,
    MeetingKind,
    MeetingStatus,
    Method,
    ParagraphForm,
    PointKind,
    Presence,
    ReasonCategory,
    Result,
    Sector,
    TextKind,
    VoteMethod,
    VoteOption,
)
from tests.documents.reading import said
from tests.made_up import arrowmere
from tests.make import MeetingMaker, a_meeting, with_terms

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


def test_an_answer_gives_reason_and_category() -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    maker.propose(item, "Free fares", "Youth Link", VO, answer=AnswerKind.DECLINED, reason="The tender is out")
    maker.record.answers[0].category = ReasonCategory.TIMETABLE
    assert "*Declined* as the timetable was too tight. The tender is out." in minutes(maker)


@pytest.mark.parametrize("category", ReasonCategory)
def test_every_category_of_reason_is_said_or_passed_over_for_a_reason(category: ReasonCategory) -> None:
    maker = a_meeting()
    maker.propose(maker.item("1", "Play"), "Free fares", "Youth Link", VO, answer=AnswerKind.ADAPTED, reason="Why")
    maker.record.answers[0].category = category
    assert ("*Adapted.* Why." in minutes(maker)) is (category is ReasonCategory.OTHER)


def test_a_decision_stands_out_with_its_reference_method_and_figures() -> None:
    (decision,) = [block for block in document(arrowmere()).blocks if isinstance(block, Callout)]
    assert (decision.label, decision.number) == ("Decision", "2026/31")
    text = minutes(arrowmere())
    assert (
        "Moved by Amina Yusuf, seconded by Cllr Llŷr Bowen. *Carried by named vote, 10 to 1, with 1 abstention.*"
        in text
    )
    assert (
        "For: Cllr Ashdown, Cllr Bowen, Priya Raman; Beth Caradog, Owain Meredith; Amina Yusuf, Daniel Firth; "
        "Heulwen Price; Ffion Davies, Jordan Ellis. Against: Tom Brackley. Abstained: Ruth Okonjo."
    ) in text
    assert "The decision is reserved to the council." in text


@pytest.mark.parametrize(
    ("result", "method", "expected"),
    [
        (Result.CARRIED, Method.CONSENSUS, "Carried by consensus."),
        (Result.CARRIED, Method.UNANIMOUS, "Carried unanimously."),
        (Result.CARRIED, Method.NOT_STATED, "Carried."),
        (Result.CARRIED, Method.CHAIRS_RULING, "By the chair's ruling."),
        (Result.NOTED, None, "Noted."),
        (Result.REFERRED_BACK, Method.CONSENSUS, "Referred back by consensus."),
        (Result.NOT_STATED, Method.NOT_STATED, "The result is not stated."),
        (None, Method.BALLOT, "Decided by ballot."),
    ],
)
def test_result_and_method_make_a_sentence(result: Result | None, method: Method | None, expected: str) -> None:
    maker = a_meeting()
    maker.decide(maker.item("1", "Play"), "That we play.", result=result, method=method)
    assert f"  *{expected}*\n" in minutes(maker)


def test_a_decision_that_says_neither_result_nor_method_has_no_such_line() -> None:
    maker = a_meeting()
    maker.decide(maker.item("1", "Play"), "That we play.")
    (decision,) = [block for block in document(maker).blocks if isinstance(block, Callout)]
    assert decision.lines == ()


def test_a_recommendation_names_the_body() -> None:
    maker = a_meeting()
    maker.decide(
        maker.item("1", "Grants"),
        "Recommend.",
        result=Result.RECOMMENDED,
        method=Method.CONSENSUS,
        recommended_to="Cabinet, 18 March 2013",
    )
    assert "*Recommended by consensus to Cabinet, 18 March 2013.*" in minutes(maker)


@pytest.mark.parametrize(
    ("result", "method", "counts", "expected"),
    [
        (Result.LOST, Method.RECORDED_VOTE, {"yes": 18, "no": 41}, "Lost by named vote, 18 to 41."),
        (Result.CARRIED, Method.MAJORITY, {"yes": 9, "no": 2}, "Carried by a majority, 9 to 2."),
        (Result.CARRIED_AS_AMENDED, None, {"yes": 9, "no": 2}, "Carried as amended, 9 to 2."),
        (Result.RECOMMENDED, None, {"yes": 9, "no": 2}, "Recommended, carried 9 to 2."),
        (Result.CARRIED, None, {"yes": 16, "rest": VoteOption.NO}, "Carried, 16 in favour, the rest against."),
        (Result.LOST, None, {"no": 60}, "Lost, 60 against."),
    ],
)
def test_figures_join_the_sentence(
    result: Result, method: Method | None, counts: dict[str, object], expected: str
) -> None:
    maker = a_meeting()
    decision = maker.decide(maker.item("1", "Play"), "That we play.", result=result, method=method)
    maker.vote(decision, **counts)
    assert expected in minutes(maker)


def test_a_recommendation_by_vote_says_the_method_once() -> None:
    maker = a_meeting()
    decision = maker.decide(
        maker.item("1", "Play"),
        "That we play.",
        result=Result.RECOMMENDED,
        method=Method.RECORDED_VOTE,
        recommended_to="the council",
    )
    maker.vote(decision, method=VoteMethod.NAMED, yes=9, no=2)
    assert "*Recommended to the council by named vote, carried 9 to 2.*" in minutes(maker)


def test_an_owner_stands_for_the_organisation_as_it_was_called_that_day() -> None:
    maker = a_meeting()
    body = maker.organisation("Arrowmere Care Board")
    maker.attend("Ann", "Arrowmere Health Commissioners", Sector.HEALTH, organisation_id=body.id)
    maker.act(maker.item("1", "Play"), "Write", ("Ann", "Arrowmere Care Board"))
    assert "Write | Ann, Arrowmere Health Commissioners |" in minutes(maker)


def test_sectors_and_a_casting_vote_are_told() -> None:
    maker = a_meeting()
    decision = maker.decide(maker.item("1", "Play"), "That we play.", result=Result.CARRIED)
    event = maker.vote(decision, method=VoteMethod.HANDS, yes=4, no=4, casting=VoteOption.YES, casting_by="Ann Ward")
    maker.tally(event, LA, yes=3, no=1)
    maker.tally(event, VO, yes=1, no=3)
    text = minutes(maker)
    assert "on the casting vote of Ann Ward" in text
    assert "Local authority: 3 to 1; voluntary: 1 to 3." in text


def test_conditions_links_and_dissent_follow_the_decision() -> None:
    maker = a_meeting()
    decision = maker.decide(maker.item("1", "Play"), "That we play.", result=Result.CARRIED)
    maker.row(DecisionCondition, decision_id=decision.id, text="the grant is paid")
    maker.row(DecisionLink, decision_id=decision.id, kind=LinkKind.AMENDS, words="minute 12 of May")
    maker.row(Dissent, decision_id=decision.id, name="Tom", words="it is too early")
    text = minutes(maker)
    assert "Condition: the grant is paid." in text
    assert "Amends: minute 12 of May." in text
    assert "body: Tom asked that this dissent be recorded: it is too early." in text


def test_a_link_to_an_earlier_meeting_gives_its_day() -> None:
    maker, earlier = a_meeting(), a_meeting()
    decision = maker.decide(maker.item("1", "Play"), "Ratified.")
    maker.row(DecisionLink, decision_id=decision.id, kind=LinkKind.RATIFIES, of_meeting_id=earlier.meeting_id)
    maker.record.other_days[earlier.meeting_id] = date(2023, 10, 5)
    assert "Ratifies the decisions of the meeting of 5 October 2023." in minutes(maker)


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
