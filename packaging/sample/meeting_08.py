"""The 8th meeting, November 2025: an amendment to an amendment, and equipment goes out to tender all the same."""

from datetime import date

from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    ItemState,
    Method,
    PointKind,
    ReasonCategory,
    Restriction,
    Result,
    VoteOption,
)
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2025, 11, 20)
TOLD = date(2025, 11, 26)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        8,
        ON,
        "14:00",
        "16:10",
        notice_given_on=date(2025, 11, 12),
        next_date=date(2026, 1, 22),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(
        apologies=("Cllr Llŷr Bowen", "Gareth Wynne"),
        deputies={"Owain Meredith": "Gwen Tudor"},
        remote=("Ffion Davies",),
    )
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _transport(meeting)
    _equipment(meeting)
    _early_help(meeting)
    _withdrawn(meeting)
    _placements(meeting)
    item = meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.text(
        "The Chair asked that the budget for 2026 to 2027 be on the agenda in January, and that papers come a full "
        "week before."
    )
    meeting.leaves("Dr Helen Fairweather", "16:00", item)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text("The Chair welcomed Gwen Tudor, who sat for Owain Meredith. Ffion Davies joined by video.")
    item.decide(
        "That the public be excluded for item 9, because exempt information within paragraph 3 of Schedule 12A to the "
        "Local Government Act 1972 was likely to be disclosed.",
        registered=False,
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text("No interests were declared.")
    item = meeting.item("Minutes of 18 September", ItemKind.DECISION, 5)
    item.confirms(sample.meetings[7], date(2025, 9, 18))
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10)
    item.text(
        "The Chair reported that Hana Kovář had agreed to review how the transport contracts came to be specified. She "
        "had no connection with any partner.",
    )


def _transport(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "School transport: answers to proposals", ItemKind.DECISION, 20, lead="Marcus Bright", paper="5A"
    )
    item.text(
        "Marcus Bright reported that no child had missed school for want of a bus since half-term. He regretted that "
        "proposal 16, however sensible, could not be fitted into contracts that had three years to run.",
        "Heulwen Price said that the neighbours would go on driving, and that the board should know it.",
    )
    item.answer(
        16,
        AnswerKind.DECLINED,
        "The specification allows licensed vehicles only; the village may insure its own scheme.",
        ReasonCategory.SPECIFICATION,
        told=TOLD,
    )
    item.answer(
        17, AnswerKind.ADAPTED, "At the four schools whose clubs have staff enough.", ReasonCategory.COST, told=TOLD
    )
    decision = item.decide(
        "That the council be asked to use its right to end the contracts after one year if the review finds that "
        "families’ proposals would have prevented the failures.",
        result=Result.RECOMMENDED,
        method=Method.SHOW_OF_HANDS,
        recommended_to="Arrowmere Council",
        tag="end contracts",
    )
    decision.partly(9, VoteOption.NO)


def _equipment(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Equipment for disabled children: specification",
        ItemKind.DECISION,
        40,
        lead="Dr Helen Fairweather",
        paper="6A and 6B",
    )
    item.text(
        "Dr Helen Fairweather presented a specification for the loan and repair of equipment, written by the "
        "commissioners and the council with the present supplier’s figures. The contract would end in September 2026 "
        "and the tender had to open by 2 March.",
        "Jordan Ellis reminded members of their own rule of March, that needs come to the board before a "
        "specification. Dr Helen Fairweather said that the work had begun before the rule was made.",
        "Ruth Okonjo asked who would mend equipment that was kept at school. The specification did not say. Gwen Tudor "
        "said that her nurses now did it, without being asked to.",
        "Priya Raman said that to begin again would leave no supplier between September and Christmas. She undertook "
        "that this would be the last specification to come to the board complete.",
        "Ffion Davies said that a wheelchair was not furniture. She asked how many of the people who wrote the "
        "specification had ever sat in one. None had.",
    )
    item.point(PointKind.CONCERN, "Amina Yusuf", "A charity that mends chairs could not bid for the whole area.")
    item.point(PointKind.CHALLENGE, "Daniel Firth", "The board was about to do again what it had done with transport.")
    item.note("jotting: HF offered a month in the corridor, then took it back.")
    motion = item.moves(
        "That the specification for equipment be approved, the tender to open on 2 March 2026.",
        "Dr Helen Fairweather",
        "Priya Raman",
        Result.CARRIED,
    )
    amendment = item.moves(
        "To replace “on 2 March 2026” by “when families have had a month to try the equipment that it describes”.",
        "Jordan Ellis",
        "Ffion Davies",
        Result.LOST,
        amends=motion,
    )
    further = item.moves(
        "In the amendment, to replace “a month” by “the half-term week”.",
        "Heulwen Price",
        "Daniel Firth",
        Result.CARRIED,
        amends=amendment,
    )
    further.tally(7, 5, 1)
    amendment.tally(6, 7, 0)
    decision = item.decide(
        "That the specification for equipment be approved, the tender to open on 2 March 2026.",
        method=Method.SHOW_OF_HANDS,
        motion=motion,
        tag="equipment",
    )
    decision.tally(8, 5, 0)
    decision.dissent("Ffion Davies", "nobody who uses the equipment has been asked what it is for")
    item.decide(
        "That a further amendment by Daniel Firth, to put off the tender by a year, was out of order because it would "
        "negate the motion.",
        method=Method.CHAIRS_RULING,
        registered=False,
    )
    item.action(
        "Set out what could still be changed before 2 March",
        "Dr Helen Fairweather",
        due=date(2026, 1, 9),
        decision=decision,
    ).done(date(2026, 1, 15), "Colours, delivery times and the form.")


def _early_help(meeting: MeetingDesk) -> None:
    item = meeting.item("Early help: who is asked, and how", ItemKind.DECISION, 20, lead="Priya Raman", paper="7A")
    item.text(
        "Priya Raman proposed a call of the full 12 weeks, to every sector, before anything was written. The Revd "
        "Gwenllian Pryce offered the food bank’s Saturday queue as a place to ask.",
        "Supt Judith Elcock asked that the call name the police as a partner to be asked and not only as one who asks. "
        "Members agreed.",
    )
    item.answer(
        14,
        AnswerKind.ADAPTED,
        "A key worker from the second visit on; there is not money for the first.",
        ReasonCategory.COST,
        told=TOLD,
    )
    item.answer(
        15,
        AnswerKind.WITHDRAWN,
        "Withdrawn by Border Community Health, which has booked three halls already.",
        ReasonCategory.DUPLICATE,
    )
    item.action(
        "Translate the call into Welsh and Polish",
        role="Commissioning team",
        body="Arrowmere Council",
        due=date(2025, 12, 1),
    ).done(date(2025, 12, 3))
    item.decide(
        "That a call for proposals on early help be opened from Monday 1 December 2025 to Monday 23 February 2026."
    )
    item.action(
        "Ask in the food bank’s queue on two Saturdays", "Revd Gwenllian Pryce", "Amina Yusuf", due=date(2025, 12, 20)
    ).update(date(2026, 1, 12), ActionStatus.DONE, "Sixty-one people were asked; a summary went to members.")


def _withdrawn(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Opening hours of the youth centre", ItemKind.DISCUSSION, 10, lead="Cllr Llŷr Bowen", state=ItemState.WITHDRAWN
    )
    item.text("Cllr Llŷr Bowen had withdrawn the item before the meeting; the hours had been settled.")


def _placements(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Placement costs: the offer of Hazelmarsh Lodge", ItemKind.DECISION, 10, lead="Priya Raman", paper="9A"
    )
    item.restrict(
        Restriction.EXEMPT,
        "paragraph 3",
        public_title="Placement costs",
        reason="Financial or business affairs of a provider, during a negotiation (Schedule 12A, paragraph 3).",
        review_on=date(2026, 5, 31),
    )
    item.text(
        "Priya Raman reported that Hazelmarsh Lodge offered four places at £3,990 a week each if all four were taken "
        "for two years.",
        "Jordan Ellis asked whether a child would be sent to Hazelmarsh Lodge because a place was paid for. Priya "
        "Raman said that this was her doubt too.",
    )
    decision = item.decide("That two places at Hazelmarsh Lodge be taken for one year.", method=Method.SHOW_OF_HANDS)
    decision.tally(10, 1, 2)
    item.action("Sign with Hazelmarsh Lodge for two places", "Priya Raman", due=date(2025, 12, 5)).done(
        date(2025, 12, 4)
    )
