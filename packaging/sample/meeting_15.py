"""The 15th meeting, planned for January 2027: an agenda and nothing more."""

from datetime import date

from boardroom.domain.words import ItemKind, MeetingStatus, Restriction
from sample.board import SampleBoard
from sample.meeting import MeetingDesk
from sample.papers import attach, pdf, promise

ON = date(2027, 1, 28)


def tell(sample: SampleBoard) -> None:
    """Put the agenda together."""
    meeting = MeetingDesk(sample, 15, ON, "14:00", status=MeetingStatus.PLANNED)
    item = meeting.item
    item("Welcome and apologies", ItemKind.PROCEDURAL, 5, minute_number="")
    item("Declarations of interest", ItemKind.PROCEDURAL, 5, minute_number="")
    item("Minutes of 3 December", ItemKind.DECISION, 5, minute_number="", paper="3A")
    item("Matters arising", ItemKind.DISCUSSION, 10, minute_number="", paper="4A")
    answers = item(
        "Answers since December",
        ItemKind.INFORMATION,
        10,
        minute_number="",
        standing=True,
        paper="5A",
        agenda_note="Proposals 18, 39, 40 and 45 have no answer yet.",
    )
    attach(
        answers,
        "Proposals that wait for an answer",
        pdf(
            "Proposals that wait for an answer",
            "18: drivers learn enough signing to greet deaf pupils.",
            "45: the school field at Harbour Lane is open to children on Saturdays.",
            "39 and 40: their proposers were asked for more.",
        ),
        "Answers since December.pdf",
    )
    breaks = item(
        "Short breaks for disabled children: police, and drivers’ insurance",
        ItemKind.DECISION,
        25,
        minute_number="",
        lead="Priya Raman",
        paper="6A to follow",
        agenda_note="The last meeting before specification begins on 1 February. Proposal 43 is due.",
    )
    promise(breaks, "Police checks and drivers’ insurance")
    play = item(
        "Play on the Canalside estate",
        ItemKind.DECISION,
        20,
        minute_number="",
        lead="Joseph Adeyemi",
        paper="7A",
        agenda_note="After the visit on 16 January. Proposals 29 and 36 are due.",
    )
    meeting.sub_item(play, "What was seen on the visit", ItemKind.INFORMATION, lead="Cllr Llŷr Bowen")
    meeting.sub_item(play, "What to try first", ItemKind.DECISION, lead="Joseph Adeyemi")
    attach(
        play,
        "Sites to see on 16 January",
        pdf(
            "Sites to see on 16 January",
            "Members see the basin, the old tram yard and the pitch behind the flats.",
            "Residents ask for light at the pitch before anything else.",
        ),
        "Sites at Canalside.pdf",
    )
    attach(
        play,
        "Rent that Alderquay Holdings asks for the tram yard",
        pdf("Rent asked for the tram yard", "Alderquay Holdings asks for 9,400 pounds a year, for ten years."),
        "Tram yard rent.pdf",
        ground="paragraph 3",
        reason="Financial or business affairs of an owner, before an offer is made (Schedule 12A, paragraph 3).",
    )
    places = item(
        "Places for faith communities, probation and secondary schools",
        ItemKind.DECISION,
        15,
        minute_number="",
        lead="Siân Treharne",
        paper="8A",
    )
    attach(
        places,
        "Who sits for whom",
        b"Sector,Seats,Vacant\nfaith,1,0\nprobation,0,1\neducation,3,1\n",
        "Seats by sector.csv",
    )
    placements = item(
        "Placement costs: reply of Alderquay Holdings",
        ItemKind.DECISION,
        15,
        minute_number="",
        lead="Priya Raman",
        paper="9A",
    ).restrict(
        Restriction.EXEMPT,
        "paragraph 3",
        public_title="Placement costs",
        reason="Financial or business affairs of a provider, during a negotiation (Schedule 12A, paragraph 3).",
        review_on=date(2027, 6, 30),
    )
    attach(
        placements,
        "Reply of Alderquay Holdings",
        pdf("Reply of Alderquay Holdings", "The owner keeps to its price and will not say what part of it is rent."),
        "Reply.pdf",
    )
    item("Forward plan and next meeting", ItemKind.INFORMATION, 5, minute_number="", standing=True)
