"""The 13th meeting, September 2026: the draft strategy for short breaks, and many answers."""

from datetime import date

from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    Method,
    PointKind,
    ReasonCategory,
    Sector,
)
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2026, 9, 17)
TOLD = date(2026, 9, 23)
DECEMBER = "3 December 2026"


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        13,
        ON,
        "14:00",
        "16:25",
        notice_given_on=date(2026, 9, 9),
        next_date=date(2026, 12, 3),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(apologies=("Daniel Firth",), remote=("Jordan Ellis",))
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _short_breaks(meeting)
    _equipment(meeting)
    _schools(meeting)
    _play(meeting)
    _answers(meeting)
    _budgets(meeting)
    _closing(meeting)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "The Chair thanked Gareth Wynne and the Revd Gwenllian Pryce, whose terms would end on 30 September. The "
        "secondary schools had still named nobody.",
    )
    item.decide(
        "That probation have a co-opted place without a vote from 1 October, at its own request, in place of its seat.",
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text(
        "One interest was declared, in item 5, and is recorded there."
    )
    item = meeting.item("Minutes of 18 June", ItemKind.DECISION, 5)
    item.confirms(sample.meetings[12], date(2026, 6, 18))
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10)
    item.text(
        "Dr Helen Fairweather reported that the police, probation and the care board had agreed what the one record of "
        "a family may hold. Supt Colin Hartnell thanked her and withdrew his objection.",
    )


def _short_breaks(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Short breaks for disabled children: draft strategy",
        ItemKind.DECISION,
        40,
        lead="Priya Raman",
        paper="5A, 5B to follow",
    )
    meeting.declares(
        "Karen Whitlock",
        "Brightwater Care Ltd runs a booking system that might be used",
        item,
        effect="took part in the discussion and voted",
        dispensation=(
            "granted by the Chair on 14 September, because no supplier is chosen at this stage and the private sector "
            "would otherwise not be heard"
        ),
    )
    item.text(
        "Priya Raman presented the draft. It had four aims: weekends, nearness, a nurse where one is needed, and "
        "breaks that are worth having. Specification would begin on 1 February 2027, so that every sector had more "
        "than four months.",
        "Karen Whitlock spoke for online booking. Jordan Ellis replied that, of the 63 families asked, most wished to "
        "speak to a person who knew the child, and that a booking made in ten seconds was refused in ten.",
        "Joseph Adeyemi asked that the strategy say how a family without a car gets to a session. Priya Raman said "
        "that it did not, and that it should.",
        "Gareth Wynne supported the draft. Tom Brackley could not, as it ended at 16 for those who went on to college.",
        "Owain Meredith reported 38 families waiting for sessions with a nurse. Heulwen Price asked that the halls of "
        "two villages at the least be looked at.",
    )
    item.secret(
        "Priya Raman said in confidence that the present provider, Silverhythe Breaks, had asked to leave its "
        "agreement six months early."
    )
    item.point(
        PointKind.CHALLENGE,
        "Ffion Davies",
        "The timetable of sessions had been drawn up before anybody young was asked.",
    )
    item.takes(32)
    item.answer(
        32,
        AnswerKind.DECLINED,
        "Families asked to speak to somebody who knows the child.",
        ReasonCategory.USERS,
        told=TOLD,
    )
    decision = item.decide(
        "That the draft strategy go out to every sector until 13 November and come back for decision in December.",
        method=Method.VOTE,
        tag="draft short breaks",
    )
    decision.by_sector(
        {
            Sector.LOCAL_AUTHORITY: (3, 0, 0),
            Sector.HEALTH: (2, 0, 0),
            Sector.POLICE: (0, 0, 1),
            Sector.PROBATION: (1, 0, 0),
            Sector.EDUCATION: (1, 1, 0),
            Sector.VOLUNTARY: (1, 0, 0),
            Sector.COMMUNITY: (2, 0, 0),
            Sector.PRIVATE: (0, 0, 1),
            Sector.SERVICE_USERS: (2, 0, 0),
        }
    )
    item.action(
        "Send waiting-time figures by ward", "Owain Meredith", due=date(2026, 11, 12), decision=decision
    ).update(date(2026, 12, 3), ActionStatus.IN_PROGRESS, "Two wards had been counted under one code.")


def _equipment(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Equipment for disabled children: the hoist", ItemKind.DECISION, 15, lead="Dr Helen Fairweather", paper="6A"
    )
    item.text(
        "Dr Helen Fairweather reported that Llan-y-dŵr Community Association had asked that the one hoist in the "
        "villages be booked by the hour. The contract had been let by the day.",
        "Heulwen Price said that a family needed it for twenty minutes. It would stand unused for the rest of the day.",
    )
    item.takes(30)
    item.answer(
        30,
        AnswerKind.DECLINED,
        "The hours were fixed before the group was asked.",
        ReasonCategory.SPECIFICATION,
        told=TOLD,
    )
    item.decide(
        "That the supplier be asked whether the hoist can be lent by the hour outside the contract, at no charge.",
        method=Method.MAJORITY,
    )
    item.action("Ask the supplier about the hoist", "Dr Helen Fairweather", due=date(2026, 10, 9)).update(
        date(2026, 10, 12), ActionStatus.DROPPED, "The supplier refused."
    )


def _schools(meeting: MeetingDesk) -> None:
    item = meeting.item("Wellbeing in schools: a nurture room", ItemKind.DISCUSSION, 15, lead="Ruth Okonjo", paper="7A")
    item.text(
        "Ruth Okonjo presented the idea of three primary schools, to share one room and one teacher. She could not yet "
        "say for how many children, since the attendance figures would be ready in November only.",
        "Tom Brackley asked that the room be open to 16-year-olds in their first term at the college. Ruth Okonjo said "
        "that it was meant for children up to the age of eleven.",
    )
    item.takes(33)
    item.answer(
        33,
        AnswerKind.DEFERRED,
        "Attendance figures are due in November.",
        ReasonCategory.EVIDENCE,
        deferred_to=DECEMBER,
        told=TOLD,
    )
    item.action("Name a lead governor for attendance", "Ruth Okonjo", due=date(2026, 11, 17)).update(
        date(2026, 12, 3), ActionStatus.DONE, "Non Pritchard was named on 2 December."
    )


def _play(meeting: MeetingDesk) -> None:
    item = meeting.item("Play on the Canalside estate", ItemKind.DECISION, 20, lead="Joseph Adeyemi", paper="8A")
    item.text(
        "Joseph Adeyemi reported that the call was open until 19 November and that six proposals had come in. The "
        "children were counting the days on which the pitch was free: it had been two in the holidays.",
        "Supt Colin Hartnell offered cadets for the summer play days. Ffion Davies said that they would be welcome "
        "without their uniform.",
    )
    item.takes(35)
    item.answer(
        29,
        AnswerKind.DEFERRED,
        "The hall’s insurance covers worship and meetings only.",
        ReasonCategory.EVIDENCE,
        deferred_to="28 January 2027",
        told=TOLD,
    )
    item.answer(
        35,
        AnswerKind.ADAPTED,
        "As helpers in their own clothes, at three of the five days.",
        ReasonCategory.USERS,
        told=TOLD,
    )
    item.action("Put up a board on which children count the free days", "Joseph Adeyemi", due=date(2026, 9, 30)).done(
        date(2026, 9, 24)
    )
    item.decide("That the council keep £9,000 for whatever the residents choose to try first.")


def _answers(meeting: MeetingDesk) -> None:
    item = meeting.item("Answers since June", ItemKind.INFORMATION, 10, standing=True, paper="9A")
    item.text(
        "Siân Treharne reported the answers that had been given. Proposal 36 had come in on 3 September and would be "
        "answered when the call on play had closed."
    )
    item.takes(31, 34, 37)
    item.answer(
        31,
        AnswerKind.ADOPTED,
        "Nurseries post on the council’s page; begun on 7 September.",
        ReasonCategory.FITS_PLAN,
        told=TOLD,
    )
    item.answer(
        34, AnswerKind.ADOPTED, "One adviser from November, two days for each.", ReasonCategory.FITS_PLAN, told=TOLD
    )
    item.answer(
        37,
        AnswerKind.DEFERRED,
        "Room 2 is let on Fridays until November.",
        ReasonCategory.OTHER,
        deferred_to=DECEMBER,
        told=TOLD,
    )
    item.notes_that("The answers were noted.")
    item.action("Tell those who wait how long it will be", "Siân Treharne", due="each month").update(
        date(2026, 11, 2), ActionStatus.IN_PROGRESS, "Done for October."
    )


def _budgets(meeting: MeetingDesk) -> None:
    item = meeting.item("A protocol on sharing budgets", ItemKind.DECISION, 15, lead="Priya Raman", paper="10A")
    meeting.leaves("Ruth Okonjo", "16:05", item)
    item.text(
        "Priya Raman presented a protocol by which a partner who saves by another’s work pays a part of the saving to "
        "it. Amina Yusuf asked that charities be able to receive as well as to give.",
    )
    decision = item.decide("That the protocol be agreed in principle.", method=Method.SHOW_OF_HANDS)
    decision.tally(12, 0, 2)
    decision.condition("that each partner’s treasurer agrees", "that it covers registered charities")
    item.action(
        "Re-circulate the protocol on sharing budgets", "Priya Raman", due=date(2026, 11, 20), decision=decision
    )


def _closing(meeting: MeetingDesk) -> None:
    item = meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.text(
        "Short breaks would come for decision in December. The Chair asked members to send the draft also to those "
        "who might disagree with it."
    )
