"""The 7th meeting, September 2025: the buses fail, the Chair breaks a tie, and hands the chair over for one item."""

from datetime import date

from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    Method,
    PointKind,
    ReasonCategory,
    Sector,
    VoteOption,
)
from sample import cast
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2025, 9, 18)
TOLD = date(2025, 9, 24)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        7,
        ON,
        "14:00",
        "16:20",
        notice_given_on=date(2025, 9, 10),
        next_date=date(2025, 11, 20),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(apologies=("Supt Judith Elcock",), remote=("Karen Whitlock",))
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _transport(meeting)
    _creche(meeting)
    _host(meeting)
    _correction(sample, meeting)
    _early_help(meeting)
    _closing(meeting)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "The Chair welcomed Priya Raman, Director of Children’s Services since 1 September, and Ffion Davies, the new "
        "member for Youth Voice Arrowmere. Karen Whitlock joined by video.",
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text(
        "Two interests were declared, in item 7, and are recorded there."
    )
    item = meeting.item("Minutes of 10 and 17 July", ItemKind.DECISION, 5)
    item.confirms(
        sample.meetings[6], date(2025, 7, 10), "In the vote on the vice-chair, “8 to 5” was changed to “9 to 4”."
    )
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10)
    item.text(
        "Heulwen Price reported that the first new nursery in the upland wards would open in Llan-y-dŵr in January, "
        "with 16 places, in the old schoolhouse.",
    )


def _transport(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "School transport: the first two weeks",
        ItemKind.DECISION,
        40,
        lead="Marcus Bright",
        paper="5A, tabled",
        urgent=True,
        late_reason=(
            "The figures for the second week were ready on 16 September only, and children were still without "
            "transport."
        ),
    )
    item.text(
        "Marcus Bright reported that, of 620 pupils, 58 had missed at least one day of school in the first two weeks "
        "because no bus came. Nine routes had had more than one escort in a week. Families in the upland lanes walked "
        "up to two miles to the classified road.",
        "Jordan Ellis read out, with their leave, what three parents had written. Heulwen Price said that neighbours "
        "were already driving children and would do so openly if they were insured.",
        "Ruth Okonjo reported that eleven of her pupils had come late every day of the second week. Tom Brackley said "
        "that two students had given up their course.",
        "Karen Whitlock said that a contractor could not be blamed for not doing what it had not been asked to do.",
        "Priya Raman apologised to the families. She said that what had gone wrong was, almost word for word, what "
        "partners had put forward in January and had been told was too late.",
        "Marcus Bright advised that an independent review would cost some £18,000. Several members thought that the "
        "money was better spent on escorts.",
    )
    item.note("jotting: PR went further than her brief. Legal nervous.")
    item.takes(16)
    item.proposal(17, "Breakfast club staff meet the buses at the gate", "Ruth Okonjo")
    item.proposal(18, "Drivers learn enough signing to greet deaf pupils", cast.COACHES)
    decision = item.decide(
        "That an independent person be asked to review how the transport contracts came to be specified, and to report "
        "within six months.",
        method=Method.SHOW_OF_HANDS,
        mover="Jordan Ellis",
        seconder="Gareth Wynne",
        tag="review",
    )
    decision.tally(7, 7, 0, casting=VoteOption.YES, casting_by="Cllr Margaret Ashdown")
    item.action(
        "Find a reviewer from outside the area", "Cllr Margaret Ashdown", due=date(2025, 10, 31), decision=decision
    ).done(date(2025, 11, 14), "Hana Kovář, formerly of a school inspectorate, has accepted.")
    item.action("Give families the name of their escort a week ahead", "Marcus Bright", due=date(2025, 10, 6)).update(
        date(2025, 11, 20), ActionStatus.IN_PROGRESS, "Done on 24 of 31 routes."
    ).done(date(2026, 3, 2), "Done on all but the three routes with agency staff.")


def _creche(meeting: MeetingDesk) -> None:
    item = meeting.item("Childcare places: the college crèche", ItemKind.DECISION, 10, lead="Tom Brackley", paper="6A")
    item.text(
        "Tom Brackley reported that 23 student parents had left the college in the past year, 17 of them in their "
        "first term. A crèche of twelve places would fill a room that stood empty.",
    )
    item.answer(
        9,
        AnswerKind.ADOPTED,
        "Twelve places from January, paid for by the grant for new places.",
        ReasonCategory.EVIDENCE,
        told=TOLD,
    )
    item.decide("That the grant for new places pay for twelve places at the college.")
    item.action("Open the crèche", "Tom Brackley", due="January 2026").done(date(2026, 1, 12), "Nine places are taken.")


def _host(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Mentoring: who employs the co-ordinator", ItemKind.DECISION, 15, lead="Priya Raman", paper="7A"
    )
    meeting.declares(
        "Cllr Margaret Ashdown",
        "her sister is treasurer of Tŷ Cwtsh Families, which had offered to employ the co-ordinator",
        item,
        recused=True,
        left="15:18",
        returned="15:34",
    )
    meeting.declares(
        "Amina Yusuf",
        "she is director of Tŷ Cwtsh Families",
        item,
        recused=True,
        left="15:18",
        returned="15:34",
    )
    meeting.presides("Dr Helen Fairweather", reason="as vice-chair, the Chair having declared an interest", item=item)
    item.text(
        "Priya Raman reported that two organisations had offered to employ the co-ordinator. An officer panel with two "
        "care leavers had preferred Tŷ Cwtsh Families, whose office was open in the evening.",
    )
    item.text(
        "Ffion Davies asked whether the co-ordinator could be telephoned at the weekend. Priya Raman said that this "
        "would be in the agreement."
    )
    item.secret(
        "The other offer had come from Quillwater Housing, which withdrew it on 12 September for reasons given in "
        "confidence.",
    )
    decision = item.decide("That Tŷ Cwtsh Families employ the co-ordinator for two years.", method=Method.SHOW_OF_HANDS)
    decision.tally(11, 0, 1)
    decision.condition("that the agreement can be ended at six months’ notice by either side")
    item.action("Sign the agreement", "Priya Raman", due=date(2025, 10, 1), decision=decision).done(date(2025, 9, 30))


def _correction(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("A correction to the record of 23 January", ItemKind.DECISION, 5, lead="Siân Treharne")
    meeting.presides("Cllr Margaret Ashdown", reason="on her return", item=item)
    item.text(
        "Siân Treharne reported that the sealed minutes of 23 January gave the number of routes as 31 and the term as "
        "three years, but not that the council could end the contracts after one. The minutes themselves stay as "
        "signed.",
    )
    decision = item.decide(
        "That it be recorded as a correction to the minutes of 23 January 2025 that the contracts could be ended by "
        "the council after one year.",
    )
    sample.correct(
        3,
        decision.row,
        date(2025, 9, 18),
        "Home-to-school transport: the contracts, for three years, could be ended by the council after one year.",
    )


def _early_help(meeting: MeetingDesk) -> None:
    item = meeting.item("Early help: what is needed", ItemKind.DISCUSSION, 20, lead="Dr Helen Fairweather", paper="9A")
    item.text(
        "Dr Helen Fairweather presented the first figures. A family with a need met on average six workers before one "
        "of them stayed.",
    )
    item.point(PointKind.REPORT, "Gareth Wynne", "A third of the young people on licence had been known to early help.")
    item.point(
        PointKind.CONCERN, "Daniel Firth", "Young carers hid what they did, for fear of being parted from a parent."
    )
    item.point(PointKind.STATEMENT, "Revd Gwenllian Pryce", "The food bank saw families a year before any service did.")
    item.proposal(14, "One key worker for each family, whom the family chooses", cast.TY_CWTSH)
    item.proposal(15, "Health visitors use rooms in the village halls", cast.BORDER_HEALTH)
    item.point(
        PointKind.PROPOSAL, "Amina Yusuf", "One key worker for each family, whom the family chooses.", proposal=14
    )
    item.action("Count how many workers a family meets, by ward", "Owain Meredith", due="in due course").update(
        date(2026, 1, 14), ActionStatus.IN_PROGRESS, "Counted in five of nine wards."
    )
    item.decide("That a strategy for early help be written during 2026 with all sectors.")
    item.action("Ask the food bank for figures by month", "Revd Gwenllian Pryce", due=date(2025, 11, 1)).done(
        date(2025, 10, 28)
    )


def _closing(meeting: MeetingDesk) -> None:
    item = meeting.item("Pooled fund: first quarter", ItemKind.INFORMATION, 5, lead="Dr Helen Fairweather", paper="10A")
    item.text("Dr Helen Fairweather reported spending in line with the plan.")
    item.notes_that("The report was noted.")
    meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True).text(
        "Equipment for disabled children and the answers on transport would come to the next meeting."
    )
    meeting.group("Parents", "", Sector.SERVICE_USERS, None, meeting.items[4], remark="in the public seats")
