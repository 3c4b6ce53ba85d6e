"""The 6th meeting, July 2025, the annual one: adjourned when the power failed, and reconvened a week later."""

from datetime import date

from boardroom.domain.words import AnswerKind, ItemKind, MeetingKind, Method, ReasonCategory, Result, VoteMethod
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2025, 7, 10)
RECONVENED = date(2025, 7, 17)
TOLD = date(2025, 7, 22)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        6,
        ON,
        "14:00",
        "15:32",
        kind=MeetingKind.ANNUAL,
        notice_given_on=date(2025, 7, 2),
        next_date=date(2025, 9, 18),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.reconvenes(
        RECONVENED, "09:30", "10:40", because="the power failed and the hearing loop with it", venue="Tŷ Haul, Room 1"
    )
    meeting.attend(apologies=("Ruth Okonjo",), deputies={"Owain Meredith": "Gwen Tudor"}, remote=("Jordan Ellis",))
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _year(meeting)
    _homes(meeting)
    _childcare(meeting)
    _second_day(meeting)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "The Chair welcomed Karen Whitlock of Brightwater Care Ltd, who had taken the seat of the private providers on "
        "1 July, and thanked Sandra Tranter for her service.",
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text("No interests were declared.")
    item = meeting.item("Minutes of 15 May", ItemKind.DECISION, 5)
    item.confirms(sample.meetings[5], date(2025, 5, 15))
    item = meeting.item("Election of vice-chair", ItemKind.DECISION, 10)
    item.text(
        "Dr Helen Fairweather was the only candidate. Daniel Firth asked for a ballot, because a health body and the "
        "council would then hold both offices.",
    )
    decision = item.decide(
        "That Dr Helen Fairweather be elected vice-chair until the annual meeting of 2027.",
        method=Method.BALLOT,
        mover="Cllr Llŷr Bowen",
        seconder="Supt Judith Elcock",
    )
    decision.tally(9, 4, 1, method=VoteMethod.BALLOT)


def _year(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "The first half-year of the register of proposals", ItemKind.INFORMATION, 15, lead="Siân Treharne", paper="5A"
    )
    item.text(
        "Siân Treharne reported that twelve proposals had come in since January and that ten had been answered:",
    )
    item.bullets(
        "of the five on transport, made when the tender was out, none was adopted: two did not fit the specification "
        "and two met a timetable that was too tight;",
        "of the five on mentoring and childcare, made while needs or strategy were before the board, three were "
        "adopted or adapted, one was deferred and one was already provided.",
    )
    item.text(
        "Amina Yusuf said that this was the whole case for asking early, and on one page. The Chair asked that the "
        "page be sent to every councillor.",
    )
    item.notes_that("The report was noted.")
    item.action("Send the page to every councillor", "Siân Treharne", due=date(2025, 7, 31)).done(date(2025, 7, 25))


def _homes(meeting: MeetingDesk) -> None:
    item = meeting.item("Children’s homes and the police", ItemKind.DECISION, 15, lead="Supt Judith Elcock", paper="6A")
    item.text(
        "Supt Judith Elcock reported 96 calls to the five homes in the area in the past year, most of them for a child "
        "who had come home late. She proposed that each home have one officer whom the children know by name.",
        "Callum Reece said that children in homes were reported to the police for what other children were told off "
        "for.",
        "Gwen Tudor asked that the home’s own nurse be told whenever an officer came. Supt Judith Elcock agreed.",
    )
    item.takes(11)
    item.answer(
        11,
        AnswerKind.ADOPTED,
        "One officer for each home from October, who calls without being called.",
        ReasonCategory.FITS_PLAN,
        told=TOLD,
    )
    item.action("Write down what a home’s nurse is told, and when", "Owain Meredith", due=date(2025, 9, 30)).done(
        date(2025, 10, 3)
    )
    item.decide("That each children’s home have a named officer from 1 October 2025.")
    item.action("Name the officers and tell the homes", "Supt Judith Elcock", due=date(2025, 9, 15)).done(
        date(2025, 9, 12), "Four named; the fifth home is closing."
    )


def _childcare(meeting: MeetingDesk) -> None:
    item = meeting.item("Childcare places: strategy", ItemKind.DECISION, 35, lead="Alun Prosser", paper="7A to 7C")
    item.text(
        "Alun Prosser presented the strategy. The call had brought seven proposals from five sectors. He proposed that "
        "a grant help new places to open where there were none, first in the upland wards.",
        "Karen Whitlock feared that a grant for new providers would close those that had managed without one. Heulwen "
        "Price said that there was nobody in the upland wards to close.",
        "Dr Helen Fairweather said that a place a mother could reach only by car was, for a third of families, no "
        "place. Jordan Ellis asked that each grant require one place in ten to be open to a disabled child; Alun "
        "Prosser agreed to write it into the conditions.",
        "Cllr Llŷr Bowen asked that childcare be free for the children of foster carers, 34 families in all. Alun "
        "Prosser said that a charge, and an exemption from it, could be set by the council alone.",
    )
    item.takes(12)
    item.answer(
        12,
        AnswerKind.DECLINED,
        "Charges are for the council to set; the proposal has been passed to its cabinet.",
        ReasonCategory.POWERS,
        told=TOLD,
    )
    item.decide(
        "That proposal 12 be referred to the council’s cabinet, with the board’s support for its purpose.",
        result=Result.REFERRED,
        recommended_to="the council’s cabinet",
    )
    motion = item.moves(
        "That the childcare strategy be adopted, with a grant for new places.",
        "Cllr Llŷr Bowen",
        "Jordan Ellis",
        Result.CARRIED_AS_AMENDED,
    )
    first = item.moves(
        "To add: “and that no provider who receives a grant may raise its fees for three years”.",
        "Tom Brackley",
        "Callum Reece",
        Result.LOST,
        amends=motion,
    )
    first.tally(4, 9, 1)
    second = item.moves(
        "To add: “of which at least half is kept for the three upland wards”.",
        "Heulwen Price",
        "Amina Yusuf",
        Result.CARRIED,
        amends=motion,
    )
    second.tally(10, 3, 1)
    decision = item.decide(
        "That the childcare strategy be adopted, with a grant for new places, of which at least half is kept for the "
        "three upland wards.",
        result=Result.CARRIED_AS_AMENDED,
        method=Method.SHOW_OF_HANDS,
        motion=motion,
    )
    decision.tally(12, 1, 1)
    decision.dissent("Karen Whitlock", "public money should not pay one nursery to compete with another")
    item.action(
        "Publish how to ask for the grant, in plain words",
        role="Early years team",
        body="Arrowmere Council",
        due="before the schools go back",
        decision=decision,
    ).done(date(2025, 9, 2))


def _second_day(meeting: MeetingDesk) -> None:
    item = meeting.item("Mentoring: how mentors are chosen", ItemKind.DECISION, 15, lead="Amina Yusuf", paper="8A")
    meeting.stays_away("Supt Judith Elcock", item)
    meeting.stays_away("Tom Brackley", item)
    item.text(
        "The power failed as this item was reached, and the Chair adjourned the meeting at 15:32. It was reconvened on "
        "17 July at 09:30, with a quorum.",
        "Amina Yusuf said that 27 people had offered to be mentors. Callum Reece asked that no mentor be appointed "
        "whom a young person had not met.",
    )
    item.proposal(13, "Young people sit on the panels that choose mentors", "Callum Reece")
    item.answer(
        13,
        AnswerKind.ADOPTED,
        "Two on every panel, trained, and paid for their time.",
        ReasonCategory.USERS,
        on=RECONVENED,
        told=TOLD,
    )
    item.decide("That two care leavers sit on every panel that chooses mentors.", decided_on=RECONVENED)
    item.action("Train eight care leavers for the panels", "Amina Yusuf", due=date(2025, 9, 12)).done(date(2025, 9, 11))
    item = meeting.item(
        "School transport: getting ready for September", ItemKind.INFORMATION, 15, lead="Marcus Bright", paper="9A"
    )
    item.text(
        "Marcus Bright reported that all 31 contracts had been signed. Families would have their times by 15 August.",
        "Tom Brackley’s written question, whether students on two sites would be carried between them, was answered: "
        "they would not, as the specification had only schools in it.",
        "Jordan Ellis asked for a telephone number that was answered before eight in the morning.",
    )
    item.action("Have the transport line answered from 07:00 in September", "Marcus Bright", due=date(2025, 9, 1)).done(
        date(2025, 9, 18), "Answered from 07:00, but by one person."
    )
    meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True).text(
        "Early help would come to the next meeting. The Chair thanked Alun Prosser, who "
        "would retire in August, and Callum Reece, whose term as a young member would end.",
    )
