"""What was settled, as minutes print it: answers, results, methods, figures, links."""

from datetime import date

import pytest

from boardroom.documents.blocks import Callout, Document
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.decisions import DecisionCondition, DecisionLink, Dissent
from boardroom.domain.words import (
    AnswerKind,
    LinkKind,
    Method,
    ReasonCategory,
    Result,
    Sector,
    VoteMethod,
    VoteOption,
)
from tests.documents.reading import said
from tests.made_up import arrowmere
from tests.make import MeetingMaker, a_meeting

LA, VO = Sector.LOCAL_AUTHORITY, Sector.VOLUNTARY


def document(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> Document:
    return compose_minutes(maker.record, audience)


def minutes(maker: MeetingMaker, audience: Audience = Audience.MEMBERS) -> str:
    return said(document(maker, audience))


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
