"""The 5th meeting, May 2025: mentoring goes to the council; two items are kept from the public."""

from datetime import date

from boardroom.domain.words import AnswerKind, ItemKind, Method, PointKind, ReasonCategory, Restriction, Result, Sector
from sample import cast
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2025, 5, 15)
TOLD = date(2025, 5, 20)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        5,
        ON,
        "14:00",
        "15:57",
        notice_given_on=date(2025, 5, 7),
        next_date=date(2025, 7, 10),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(
        apologies=("Callum Reece",),
        deputies={"Dr Helen Fairweather": "Dr Ifan Rees"},
        remote=("Heulwen Price",),
    )
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _mentoring(meeting)
    _childcare(meeting)
    _award(meeting)
    _case(meeting)
    _closing(meeting)
    meeting.leaves("Tom Brackley", "15:20", meeting.items[7])


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "The Chair welcomed Border Community Health, which had taken over children’s nursing from Marches Children’s "
        "Nursing on 1 April. Owain Meredith continued as its member.",
    )
    item.decide(
        "That the public be excluded for items 7 and 8: for item 7 because exempt information within paragraph 3 of "
        "Schedule 12A to the Local Government Act 1972 was likely to be disclosed, and for item 8 by order of the "
        "court.",
        registered=False,
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text("No interests were declared.")
    item = meeting.item("Minutes of 13 March", ItemKind.DECISION, 5)
    decision = item.confirms(
        sample.meetings[4], date(2025, 3, 13), "Under Childcare places, “130 children” was changed to “180 children”."
    )
    sample.seal(4, decision.row, "Cllr Margaret Ashdown", ON)
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 5)
    item.text("There were no matters arising that were not on the agenda.")


def _mentoring(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Mentoring for care leavers: strategy", ItemKind.DECISION, 25, lead="Amina Yusuf", paper="5A and 5B"
    )
    item.text(
        "Amina Yusuf reported that eleven organisations had commented on the draft and that nine of their comments had "
        "been taken up (paper 5B). The longest had come from probation and the shortest, which she had found the most "
        "useful, from a care leaver: that a mentor should never be late.",
        "Alun Prosser said that the service would cost £86,000 a year for 40 young people. The pooled fund could bear "
        "it for two years.",
        "Dr Ifan Rees asked how it would be known whether mentoring worked. Amina Yusuf said that the young people "
        "would be asked every six months, in their own words, whether there was somebody to ring.",
        "Heulwen Price asked for mentors who spoke Welsh. Two of those who had come forward did.",
        "Gareth Wynne supported the strategy and asked that young people in custody be offered a mentor too. Amina "
        "Yusuf agreed to add them.",
    )
    item.takes(7)
    item.answer(
        7,
        AnswerKind.ADAPTED,
        "Care leavers asked for a kitchen in which they cook themselves; the hall has one.",
        ReasonCategory.USERS,
        told=TOLD,
    )
    decision = item.decide(
        "That the board recommends to the council the mentoring strategy 2025 to 2028, to include young people in "
        "custody.",
        result=Result.RECOMMENDED,
        method=Method.UNANIMOUS,
        recommended_to="Arrowmere Council",
        reserved_to="Arrowmere Council",
        mover="Gareth Wynne",
        seconder="Daniel Firth",
    )
    decision.condition("that the cost stays within £86,000 a year", "that it is reviewed by care leavers after a year")
    item.action(
        "Take the strategy to the council’s cabinet", "Alun Prosser", due=date(2025, 6, 24), decision=decision
    ).done(date(2025, 6, 24), "Approved by the cabinet without change.")


def _childcare(meeting: MeetingDesk) -> None:
    item = meeting.item("Childcare places: proposals so far", ItemKind.DISCUSSION, 20, lead="Alun Prosser", paper="6A")
    item.text(
        "Alun Prosser reported that the call had been open for seven weeks and that four proposals had come in. It "
        "would stay open until 16 June.",
        "Neil Hodnet said that parents in training lost their places when a course broke for the holidays.",
    )
    item.point(
        PointKind.STATEMENT,
        "Sandra Tranter",
        "A family might stand on five lists, so that the length of the lists told nobody how many places were wanted.",
    )
    item.point(
        PointKind.QUESTION, "Tom Brackley", "How many of the students who left the college last year had a small child?"
    )
    item.point(PointKind.ANSWER, "Alun Prosser", "It was not known; the college and the council would count them.")
    item.takes(8, 9)
    item.proposal(10, "Childcare in the holidays for parents in training", cast.CAREERS)
    item.answer(
        8,
        AnswerKind.ADOPTED,
        "One list from September, kept by the council for all nurseries that join.",
        ReasonCategory.FITS_PLAN,
        told=TOLD,
    )
    item.answer(
        9,
        AnswerKind.DEFERRED,
        "Student parents are to be counted first.",
        ReasonCategory.EVIDENCE,
        deferred_to="18 September 2025",
        told=TOLD,
    )
    item.answer(
        10,
        AnswerKind.DECLINED,
        "The college’s hardship fund already pays for holiday places.",
        ReasonCategory.DUPLICATE,
        told=TOLD,
    )
    item.action(
        "Count the student parents who left last year", "Tom Brackley", "Alun Prosser", due=date(2025, 9, 1)
    ).done(date(2025, 9, 9), "Twenty-three were counted.")


def _award(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Home-to-school transport: award to Pentrevane Travel",
        ItemKind.INFORMATION,
        15,
        lead="Marcus Bright",
        paper="7A",
    )
    item.restrict(
        Restriction.EXEMPT,
        "paragraph 3",
        public_title="Home-to-school transport: award of contracts",
        reason="Financial or business affairs of the bidders, until signature (Schedule 12A, paragraph 3).",
        review_on=date(2025, 8, 31),
    )
    item.text(
        "Marcus Bright reported four bids. Pentrevane Travel had bid lowest for 22 of the 31 routes; Culverhay Cars "
        "for nine. Neither had been asked how it would keep escorts, because the specification had no question about "
        "it.",
    )
    item.point(PointKind.CONCERN, "Jordan Ellis", "Culverhay was known to parents for cars that did not come.")
    item.note("jotting: JE asked twice whether Culverhay have escorts. No answer.")
    item.decide("That the intended award to Pentrevane Travel and Culverhay Cars be noted.", result=Result.NOTED)


def _case(meeting: MeetingDesk) -> None:
    item = meeting.item("Learning from the Wrenfield case", ItemKind.DISCUSSION, 15, lead="Supt Judith Elcock")
    item.restrict(
        Restriction.CONFIDENTIAL,
        "order of the family court",
        public_title="Learning from a case",
        reason="The family court has forbidden publication of anything that might identify the children.",
        review_on=date(2027, 5, 15),
    )
    item.text(
        "Supt Judith Elcock told members what the police had known of the Wrenfield family, and when. Three services "
        "had each held a part of it.",
        "Ruth Okonjo said that the school had rung twice about the Wrenfield children and had not been rung back.",
    )
    item.action("Draw up one list of telephone numbers for the Wrenfield review", "Owain Meredith", due="in June").done(
        date(2025, 6, 20)
    )
    meeting.group("Officers of the safeguarding team", cast.COUNCIL, Sector.LOCAL_AUTHORITY, 2, item)


def _closing(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Pooled fund: end of year", ItemKind.INFORMATION, 10, lead="Dr Ifan Rees", paper="9A", taken_after="4"
    )
    item.text(
        "Dr Ifan Rees reported that £104,000 had been left at the end of March. The partners had agreed to carry it "
        "forward for mentoring.",
    )
    item.notes_that("The report was noted.")
    item.action("Show the spending by sector of provider next time", "Dr Helen Fairweather", due="next report").done(
        date(2025, 9, 18), "In the report for the first quarter."
    )
    meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True).text(
        "The next meeting would be the annual meeting, at which a vice-chair is elected."
    )
