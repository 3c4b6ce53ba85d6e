"""The 10th meeting, March 2026: January is ratified, and two thirds adopt new terms of reference."""

from datetime import date

from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    ItemState,
    LinkKind,
    Method,
    PointKind,
    ReasonCategory,
    Result,
    Sector,
    VoteBasis,
)
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2026, 3, 12)
TOLD = date(2026, 3, 18)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        10,
        ON,
        "14:00",
        "16:15",
        notice_given_on=date(2026, 3, 4),
        next_date=date(2026, 4, 23),
        next_words="at 13:30 in Neuadd Llan-y-dŵr",
        quorate=True,
    )
    meeting.attend(apologies=("Tom Brackley",), remote=("Ffion Davies",))
    meeting.presides("Cllr Margaret Ashdown")
    meeting.between(
        "That the response to the government’s consultation on attendance be sent as drafted.",
        date(2026, 2, 20),
        remark="all members were asked by e-mail and none objected",
    )
    _opening(sample, meeting)
    _ratification(sample, meeting)
    _review(sample, meeting)
    _terms(meeting)
    _equipment(meeting)
    _school(meeting)
    _budget(meeting)
    _closing(meeting)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text("The Chair welcomed Supt Colin Hartnell, who had succeeded Supt Judith Elcock on 1 January.")
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text("No interests were declared.")
    item = meeting.item("Minutes of 22 January", ItemKind.DECISION, 5)
    item.confirms(sample.meetings[9], date(2026, 1, 22), "Under Equipment, “three forms” was changed to “four”.")


def _ratification(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Decisions taken without a quorum, and between meetings",
        ItemKind.DECISION,
        15,
        lead="Siân Treharne",
        paper="4A",
    )
    item.text(
        "Siân Treharne reported that the decisions of 22 January on equipment and on families had been carried out in "
        "the meantime, the second at a cost of £1,240.",
        "She reported also that, after all members had been asked by e-mail and none had objected, the Chair had "
        "answered the government’s consultation on attendance on 20 February.",
    )
    item.decide("That the decision of 22 January on one form for equipment be ratified.", method=Method.UNANIMOUS).link(
        LinkKind.RATIFIES, sample.tags["one form"]
    )
    item.decide(
        "That the decision of 22 January on asking families whose children can’t face school be ratified.",
        method=Method.UNANIMOUS,
    ).link(LinkKind.RATIFIES, sample.tags["families asked"])
    item.decide("That the decision of 22 January on meeting by video be ratified.", method=Method.UNANIMOUS).link(
        LinkKind.RATIFIES, sample.tags["video"]
    )
    item.decide(
        "That the approval on 22 January of the minutes of 20 November be ratified.",
        method=Method.UNANIMOUS,
        registered=False,
    ).link(LinkKind.RATIFIES, sample.tags["minutes of November"])


def _review(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("The review of school transport", ItemKind.DECISION, 30, lead="Hana Kovář", paper="5A")
    meeting.guest("Hana Kovář", "Independent reviewer", "", Sector.UNKNOWN, item)
    item.text(
        "Hana Kovář presented her report, _Asked too late_. She had found no bad faith. The specification had been "
        "written in three weeks by two people, who had met nobody that used a bus. Five proposals came within seven "
        "weeks of the tender; two of them would have prevented most of what went wrong, and could have been met at no "
        "cost in the summer before.",
        "She recommended that the council end the contracts after one year, and that the new ones be planned from "
        "families’ needs. She had been struck that the people who proposed and the people who refused agreed about "
        "almost everything but the date.",
        "Jordan Ellis thanked the reviewer for having written down what families had said as they had said it. Heulwen "
        "Price asked that the report be read by whoever wrote the next specification, whatever it was for.",
        "Marcus Bright accepted the report. He said that notice for August 2026 would have had to be given by the end "
        "of February, so that the contracts could now be ended in August 2027 at the earliest.",
    )
    item.secret(
        "Hana Kovář told members in confidence that one of the two authors had been off sick for most of the three "
        "weeks, and named the line manager, M. Dunnockshaw, who had not found a replacement.",
    )
    item.note("jotting: applause, first time ever. MB pale.")
    decision = item.decide(
        "That the report be accepted and published, and that the council be asked to end the transport contracts as "
        "soon as they allow.",
        result=Result.RECOMMENDED,
        method=Method.UNANIMOUS,
        recommended_to="Arrowmere Council",
    )
    decision.link(LinkKind.SUPERSEDES, sample.tags["end contracts"])
    item.action(
        "Publish the report without what was said in confidence",
        "Siân Treharne",
        due=date(2026, 3, 31),
        decision=decision,
    ).done(date(2026, 3, 27))


def _terms(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "New terms of reference", ItemKind.DECISION, 30, lead="Cllr Margaret Ashdown", paper="6A and 6B"
    )
    item.text(
        "The Chair proposed new terms from 1 April 2026. They made the rule on early involvement the board’s own; "
        "required five sectors, and a voice of those who use the services, for a quorum; added seats for the town’s "
        "residents and for the secondary schools; and counted the quorum on filled seats, so that a vacant one could "
        "not stop the board again.",
        "Gareth Wynne asked whether a deputy would count for a sector. The Chair said that a deputy counted for the "
        "seat and therefore for the sector.",
        "Karen Whitlock said that a quorum that needed a young person or a parent put a burden on two people. Jordan "
        "Ellis said that it was one which they would rather carry than be left out.",
    )
    item.text("The present terms could be changed only by two thirds of all voting members, that is by ten of 15.")
    decision = item.decide(
        "That the terms of reference in paper 6B be adopted from 1 April 2026.",
        method=Method.RECORDED_VOTE,
        mover="Cllr Margaret Ashdown",
        seconder="Heulwen Price",
    )
    decision.named(
        no=("Karen Whitlock",),
        abstain=("Supt Colin Hartnell",),
        threshold_numerator=2,
        threshold_denominator=3,
        basis=VoteBasis.ENTITLED,
    )
    decision.dissent("Karen Whitlock", "a quorum should not depend on whether a family had a bad night")
    item.action(
        "Invite Canalside residents and the secondary schools to name members",
        "Siân Treharne",
        due=date(2026, 4, 10),
        decision=decision,
    ).update(date(2026, 4, 10), ActionStatus.IN_PROGRESS, "Canalside has named Joseph Adeyemi; the schools no one yet.")


def _equipment(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Equipment for disabled children: the tender", ItemKind.INFORMATION, 20, lead="Dr Helen Fairweather", paper="7A"
    )
    item.text(
        "Dr Helen Fairweather reported that the tender had opened on 2 March and would close on 30 June. One form was "
        "in it. She gave the answers to three proposals that had come in time.",
    )
    item.point(
        PointKind.CONCERN, "Heulwen Price", "The Repair Café had written two days before, and had found the door shut."
    )
    item.takes(21, 22, 23)
    item.answer(
        21,
        AnswerKind.ADAPTED,
        "For two weeks, from the store, for chairs and hoists only.",
        ReasonCategory.COST,
        told=TOLD,
    )
    item.answer(
        22,
        AnswerKind.DECLINED,
        "Cleaning to hospital standard at six libraries would cost more than the equipment.",
        ReasonCategory.COST,
        told=TOLD,
    )
    item.answer(
        23,
        AnswerKind.ADOPTED,
        "The supplier marks every chair before it goes out.",
        ReasonCategory.FITS_PLAN,
        told=TOLD,
    )
    item.notes_that("The report and the answers were noted.")


def _school(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Wellbeing in schools: what families said", ItemKind.DISCUSSION, 20, lead="Ruth Okonjo", paper="8A"
    )
    item.text(
        "Ruth Okonjo reported on 18 conversations. Parents spoke of corridors, of one teacher who had left, and of "
        "letters about fines. No family had asked for the church; three had asked for a way in that did not lead "
        "through the playground.",
        "The Revd Gwenllian Pryce withdrew the proposal and offered the church’s side gate.",
    )
    item.answer(
        20,
        AnswerKind.WITHDRAWN,
        "Withdrawn by St Tysilio’s Church after hearing what families said.",
        ReasonCategory.USERS,
    )
    decision = item.decide("That needs in wellbeing in schools be studied for a year before a strategy is drafted.")
    item.action(
        "Walk to school with five pupils who find it hard",
        role="Heads of the three primaries",
        due="by the end of term",
        decision=decision,
    ).done(date(2026, 7, 10), "Four pupils took their heads along.")


def _budget(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Pooled fund: budget for 2026 to 2027", ItemKind.DECISION, 15, lead="Dr Helen Fairweather", paper="9A"
    )
    item.text(
        "Dr Helen Fairweather presented the budget of £1.36 million that had been deferred in January. Each partner "
        "paid the share of the year before and 2% more, but for the police, whose grant had been cut.",
        "Supt Colin Hartnell said that the cut was not of his making, and that he would give hours in place of pounds.",
        "Amina Yusuf asked that £15,000 be kept for trying out what partners proposed, so that a small idea need not "
        "wait for a year. Cllr Llŷr Bowen supported her.",
    )
    item.decide("That the budget of the pooled fund for 2026 to 2027 be agreed.", method=Method.SHOW_OF_HANDS).tally(
        13, 0, 1
    )
    decision = item.decide("That £15,000 of it be kept for trying out proposals, and reported on each half-year.")
    item.action(
        "Write down how to ask for it, on one page",
        "Marcus Bright",
        "Amina Yusuf",
        due=date(2026, 4, 17),
        decision=decision,
    ).done(date(2026, 4, 16))


def _closing(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Joint training for new members",
        ItemKind.DISCUSSION,
        10,
        lead="Gareth Wynne",
        state=ItemState.DEFERRED,
        deferred_to="the meeting on 23 April 2026",
    )
    item.text("There was no time for the item.")
    item = meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.text(
        "The Chair announced that the next meeting would be held in Welsh and English at Llan-y-dŵr, with an "
        "interpreter.",
    )
    meeting.arrives("Karen Whitlock", "14:25", meeting.items[2])
    meeting.group("Members of the public and one reporter", "", Sector.UNKNOWN, 12, remark="in the public seats")
