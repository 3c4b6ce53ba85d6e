"""The 3rd meeting, January 2025: the register of proposals opens; transport comes to the board as a tender."""

from datetime import date

from boardroom.domain.words import (
    ActionStatus,
    ItemKind,
    Method,
    PointKind,
    Sector,
    VoteOption,
)
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2025, 1, 23)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        3,
        ON,
        "14:00",
        "15:48",
        notice_given_on=date(2025, 1, 15),
        next_date=date(2025, 3, 13),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(apologies=("Gareth Wynne",), deputies={"Ruth Okonjo": "Simon Thackeray"}, remote=("Jordan Ellis",))
    meeting.presides("Cllr Margaret Ashdown")
    _opening(meeting)
    _register(meeting)
    _transport(meeting)
    _mentoring(meeting)
    _closing(meeting)


def _opening(meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "The Chair welcomed the Revd Gwenllian Pryce, who had been co-opted from 1 January for faith communities, "
        "without a vote.",
    )
    item = meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5)
    item.text("No interests were declared.")
    item = meeting.item("Minutes of 14 November 2024", ItemKind.DECISION, 5)
    item.confirms_earlier(date(2024, 11, 14), "2nd meeting")
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10)
    item.text(
        "Marcus Bright reported that the list of everything the partners jointly commission was complete, but for "
        "two agreements that the council had inherited and whose papers had not been found.",
    )
    item.action(
        "Circulate the list of joint agreements",
        role="Commissioning team",
        body="Arrowmere Council",
        due="before the next meeting",
    ).done(date(2025, 3, 5), "Sent to all members.")


def _register(meeting: MeetingDesk) -> None:
    item = meeting.item("A register of proposals", ItemKind.DECISION, 20, lead="Cllr Margaret Ashdown", paper="5A")
    item.text(
        "The Chair said that partners had told her that their ideas were heard politely and then not heard of again. "
        "She proposed that every proposal be written down, answered with a reason, and the answer sent to whoever "
        "made it.",
        "Amina Yusuf welcomed the register. She asked that the reason be given in a category as well as in words, so "
        "that the board could see after a year what had stopped proposals.",
        "Dr Helen Fairweather asked whether eight weeks was realistic for a health answer that needed a clinical "
        "opinion. Marcus Bright said that an answer could be to defer, if it said until when and why.",
        "Sandra Tranter asked whether a private company might use the register. The Chair said that it might, and that "
        "what it put forward would be open to its competitors like everything else.",
        "Tom Brackley asked who would answer. Members agreed that the lead officer would propose the answer and that "
        "the board would give it.",
    )
    item.note("jotting: MA said privately she means the transport tender. Do not minute.")
    decision = item.decide(
        "That a register of proposals be opened, and that every proposal be answered within eight weeks with a "
        "reason and a reason category.",
        method=Method.CONSENSUS,
        tag="register",
    )
    decision.condition("that the register be reviewed after a year")
    item.action(
        "Open the register and send members the form", "Siân Treharne", due=date(2025, 1, 31), decision=decision
    ).done(date(2025, 1, 30), "The form went to all members.")


def _transport(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Home-to-school transport: progress of the tender", ItemKind.INFORMATION, 25, lead="Marcus Bright", paper="6A"
    )
    item.text(
        "Marcus Bright reported that the council had published the tender for 31 home-to-school routes on 13 January. "
        "Bids were due by 14 March and the contracts were to begin on 1 September for three years. He apologised that "
        "the specification had not come to the board first: the present contracts would end in July, and it had been "
        "written in December to keep to that date.",
        "Heulwen Price asked where the stops would be. Marcus Bright said that they would be on classified roads; four "
        "upland farms with seven pupils between them lay more than a mile from one.",
        "Dr Helen Fairweather asked whether the routes had been checked with the pupils’ health plans. They had not.",
        "Members who spoke had not seen the specification before. The Chair asked that their proposals be taken down "
        "and answered in March, so that it would at least be known what could still be changed.",
    )
    item.point(PointKind.CONCERN, "Jordan Ellis", "Children who cannot bear change would meet a new escort each day.")
    item.point(
        PointKind.QUESTION, "Daniel Firth", "Had anybody asked pupils who care for a parent when they could leave home?"
    )
    item.point(
        PointKind.ANSWER,
        "Marcus Bright",
        "The timetable had been built on school opening hours; families had not been asked.",
    )
    item.point(
        PointKind.CHALLENGE,
        "Callum Reece",
        "Young people were being asked about a bus that had already been ordered.",
    )
    item.proposal(1, "The same escort travels with a child all week", "Jordan Ellis")
    item.proposal(2, "Buses stop at breakfast clubs for pupils who look after a parent before school", "Daniel Firth")
    item.notes_that("The progress of the tender was noted.")
    item.action(
        "Say in writing which parts of the specification can still be changed", "Marcus Bright", due=date(2025, 2, 14)
    ).update(date(2025, 2, 14), ActionStatus.IN_PROGRESS, "Legal advice was asked for.").done(
        date(2025, 3, 4), "Advice reported to the 4th meeting: nothing of substance can be changed."
    )


def _mentoring(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Mentoring for care leavers: what is needed", ItemKind.DISCUSSION, 20, lead="Alun Prosser", paper="7A"
    )
    item.text(
        "Alun Prosser presented what 46 care leavers had said in the autumn. Two in three had nobody to ring about a "
        "tenancy. They wanted one person who stayed, rather than a programme.",
        "Supt Judith Elcock said that the police met the same young people after midnight and would rather meet a "
        "mentor with them. Owain Meredith offered a mental health worker for the training of mentors.",
        "Daniel Firth asked that a mentor be somebody who had not been paid to be kind. Alun Prosser said that "
        "volunteers and paid mentors would both be looked at.",
        "The board agreed that the strategy should be written with young people who had left care, and that probation "
        "should be asked although it had sent apologies.",
    )
    decision = item.decide(
        "That a strategy for mentoring be drafted by a group of at least three care leavers, the council, the police, "
        "probation and the voluntary organisations.",
        method=Method.SHOW_OF_HANDS,
    )
    decision.partly(11, VoteOption.ABSTAIN)
    item.action(
        "Bring the group together and draft the strategy",
        "Alun Prosser",
        "Amina Yusuf",
        due=date(2025, 3, 3),
        decision=decision,
    ).done(date(2025, 3, 3), "Draft sent with the papers of the 4th meeting.")


def _closing(meeting: MeetingDesk) -> None:
    item = meeting.item("Pooled fund: third quarter", ItemKind.INFORMATION, 10, lead="Dr Helen Fairweather", paper="8A")
    item.text(
        "Dr Helen Fairweather reported that £412,000 of the pooled fund of £1.3 million was not yet spent, most of it "
        "for posts that could not be filled. She expected £120,000 to be left at the end of March.",
    )
    item.notes_that("The report was noted.")
    item.action(
        "Say what the posts that could not be filled have in common", "Dr Helen Fairweather", due=date(2025, 5, 1)
    ).done(date(2025, 4, 29), "All of them are in the evening and on short contracts.")
    item = meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.text(
        "The Chair read out the forward plan. Transport, mentoring and childcare places would come to the next "
        "meeting.",
    )
    meeting.leaves("Supt Judith Elcock", "15:30", meeting.items[7])
    meeting.group("Members of the public", "", Sector.UNKNOWN, 4, remark="in the public seats")
