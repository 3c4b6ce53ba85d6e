"""The 4th meeting, March 2025: every proposal on transport falls to the specification or to the timetable."""

from datetime import date

from boardroom.domain.words import ActionStatus, AnswerKind, ItemKind, Method, ReasonCategory, Restriction, Result
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2025, 3, 13)
TOLD = date(2025, 3, 19)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        4,
        ON,
        "14:00",
        "16:05",
        notice_given_on=date(2025, 3, 5),
        next_date=date(2025, 5, 15),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(
        apologies=("Cllr Llŷr Bowen",),
        deputies={"Supt Judith Elcock": "Ch Insp Dilys Marsh", "Heulwen Price": "Emyr Vaughan"},
    )
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    meeting.arrives("Gareth Wynne", "14:12", meeting.items[3])
    _transport(meeting)
    _mentoring(meeting)
    _childcare(meeting)
    _respite(meeting)
    meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True).text(
        "The award of the transport contracts and the strategy for mentoring would come to the next meeting."
    )


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text("The Chair welcomed Emyr Vaughan, who attended for the first time.")
    item.decide(
        "That the public be excluded for item 8, because exempt information within paragraph 3 of Schedule 12A to the "
        "Local Government Act 1972 was likely to be disclosed.",
        registered=False,
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text(
        "One interest was declared, in item 7, and is recorded there."
    )
    item = meeting.item("Minutes of 23 January", ItemKind.DECISION, 5)
    decision = item.confirms(sample.meetings[3], date(2025, 1, 23))
    sample.seal(3, decision.row, "Cllr Margaret Ashdown", ON)
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10)
    item.text(
        "Marcus Bright reported that the list of joint agreements had been sent to all members. One of the two missing "
        "agreements, on speech therapy, had been found.",
    )
    item.action("Find the agreement on the night team", role="Legal services", body="Arrowmere Council").update(
        date(2025, 9, 10), ActionStatus.DROPPED, "It was never signed; the night team works without one."
    )


def _transport(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Home-to-school transport: answers to proposals", ItemKind.DECISION, 35, lead="Marcus Bright", paper="5A"
    )
    item.text(
        "Marcus Bright reported that, on legal advice, nothing of substance in the specification could be changed once "
        "the tender had been published. Bids would be opened the next day. To begin again would take 14 weeks and "
        "leave 620 pupils without transport in September.",
        "Jordan Ellis said that none of the five proposals had been found to be a bad one. They had come from parents, "
        "young carers, villages, a charity and a coach operator, and every one of them had come too late, because "
        "nobody had been asked while there was still time.",
        "Alun Prosser accepted this. He said that the council would bring its next specification to the board before "
        "it was written, and not after.",
        "Emyr Vaughan asked that pick-up points at the least be looked at again when the routes were driven. Marcus "
        "Bright said that a contractor might agree to it but could not be made to.",
        "Ch Insp Dilys Marsh reported two collisions in the past year on the lane to the upland farms, both with "
        "children on foot.",
        "Gareth Wynne asked that the answers say plainly what had stopped each proposal, so that the board could count "
        "them.",
    )
    item.note("jotting: AP visibly uncomfortable. JE had the petition in her bag, did not table it.")
    item.takes(3, 4, 5)
    decline = AnswerKind.DECLINED
    item.answer(
        1,
        decline,
        "The tender was published on 13 January; a new escort clause would mean beginning again.",
        ReasonCategory.TIMETABLE,
        told=TOLD,
    )
    item.answer(
        2, decline, "The specification names school gates as the only stops.", ReasonCategory.SPECIFICATION, told=TOLD
    )
    item.answer(
        3,
        decline,
        "Bids close on 14 March, and a lot for the midday runs would delay them by eight weeks.",
        ReasonCategory.TIMETABLE,
        told=TOLD,
    )
    item.answer(
        4,
        decline,
        "The specification sets pick-up points on classified roads only.",
        ReasonCategory.SPECIFICATION,
        told=TOLD,
    )
    item.answer(
        5,
        decline,
        "A bidder’s question must be put through the tender, so that every bidder has the same answer.",
        ReasonCategory.OTHER,
        told=TOLD,
    )
    motion = item.moves(
        "That the council be asked to stop the tender and to begin again with families.",
        "Jordan Ellis",
        "Daniel Firth",
        Result.LOST,
    )
    lost = item.decide(
        "That the council be asked to stop the tender and to begin again with families.",
        result=Result.LOST,
        method=Method.SHOW_OF_HANDS,
        motion=motion,
        mover="Jordan Ellis",
        seconder="Daniel Firth",
    )
    lost.tally(5, 8, 1)
    lost.dissent(
        "Jordan Ellis", "a child who is frightened of strangers will meet five of them a week, and we knew it in time"
    )
    decision = item.decide(
        "That no specification be written for a service to children before this board has seen the needs and heard "
        "every sector on them.",
        result=Result.RECOMMENDED,
        recommended_to="Arrowmere Council",
        tag="no specification",
    )
    item.action(
        "Ask each partner to adopt the same rule", "Cllr Margaret Ashdown", due="by the summer", decision=decision
    ).done(date(2025, 7, 1), "The council, the health commissioners and the police have adopted it.")


def _mentoring(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Mentoring for care leavers: draft strategy", ItemKind.DISCUSSION, 20, lead="Amina Yusuf", paper="6A"
    )
    item.text(
        "Amina Yusuf presented the draft, which four care leavers had written with the group. A mentor would be "
        "matched with one young person for two years and would keep the same telephone number.",
        "Callum Reece asked what would happen when a mentor moved away. Amina Yusuf said that the young person would "
        "choose the next one from three.",
        "Tom Brackley asked that care leavers at the college who lived outside the area be included. The group would "
        "find out how many there were.",
        "Dr Helen Fairweather offered places for 12 mentors on a course in mental health first aid.",
    )
    item.takes(6)
    item.answer(
        6, AnswerKind.ADOPTED, "One course for both; the first is in June.", ReasonCategory.FITS_PLAN, told=TOLD
    )
    decision = item.decide("That the draft strategy be sent to every sector for comment and come back in May.")
    item.action("Send out the draft and collect comments", "Amina Yusuf", due=date(2025, 5, 1), decision=decision).done(
        date(2025, 5, 2), "Eleven organisations replied."
    )


def _childcare(meeting: MeetingDesk) -> None:
    item = meeting.item("Childcare places: what is needed", ItemKind.DECISION, 15, lead="Alun Prosser", paper="7A")
    meeting.declares(
        "Sandra Tranter",
        "Sunny Bank Nurseries Ltd offers childcare places in the town",
        item,
        recused=True,
        left="15:22",
        returned="15:37",
    )
    item.text(
        "Alun Prosser reported that 180 children under three had no place within four miles. The gap was widest in the "
        "three upland wards, where no provider had opened since 2019.",
        "Jordan Ellis asked how many places were open to a disabled child. Alun Prosser did not know; the question "
        "would be put to every provider.",
        "Owain Meredith said that health visitors met parents who had given up work for want of a place. Ruth Okonjo "
        "offered two empty classrooms at Harbour Lane.",
    )
    item.decide(
        "That a call for proposals on childcare places be opened from Monday 24 March to Monday 16 June 2025.",
        method=Method.UNANIMOUS,
    )
    item.action("Tell every provider and every playgroup of the call", "Alun Prosser", due=date(2025, 3, 24)).done(
        date(2025, 3, 24)
    )
    item.action("Show the two classrooms to providers", "Ruth Okonjo", due="after Easter").done(
        date(2025, 5, 6), "Three providers came."
    )


def _respite(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Residential respite: price asked by Thornybrook", ItemKind.DECISION, 10, lead="Alun Prosser", paper="8A"
    )
    item.restrict(
        Restriction.EXEMPT,
        "paragraph 3",
        public_title="Residential respite: price",
        reason="Financial or business affairs of a provider, during a negotiation (Schedule 12A, paragraph 3).",
        review_on=date(2025, 9, 30),
    )
    item.text(
        "Alun Prosser reported that Thornybrook had asked for £1,940 a night, against £1,710 in the year before, and "
        "had given no account of its costs.",
    )
    item.note("jotting: two other councils pay Thornybrook less, names withheld.")
    decision = item.decide("That Thornybrook be offered £1,780 a night for one year.")
    item.action("Put the offer to Thornybrook", "Alun Prosser", due=date(2025, 3, 21), decision=decision).done(
        date(2025, 4, 11), "Thornybrook accepted £1,795."
    )
