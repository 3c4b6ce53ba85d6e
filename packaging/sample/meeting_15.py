"""The 15th meeting, planned for January 2027: an agenda and nothing more."""

from datetime import date

from boardroom.domain.words import ItemKind, MeetingStatus, Restriction
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2027, 1, 28)


def tell(sample: SampleBoard) -> None:
    """Put the agenda together."""
    meeting = MeetingDesk(sample, 15, ON, "14:00", status=MeetingStatus.PLANNED)
    item = meeting.item
    item("Welcome and apologies", ItemKind.PROCEDURAL, 5, minute_number="")
    item("Declarations of interest", ItemKind.PROCEDURAL, 5, minute_number="")
    item("Minutes of 3 December", ItemKind.DECISION, 5, minute_number="", paper="3A")
    item("Matters arising", ItemKind.DISCUSSION, 10, minute_number="", paper="4A")
    item(
        "Answers since December",
        ItemKind.INFORMATION,
        10,
        minute_number="",
        standing=True,
        paper="5A",
        agenda_note="Proposals 18, 39, 40 and 45 have no answer yet.",
    )
    item(
        "Short breaks for disabled children: police, and drivers’ insurance",
        ItemKind.DECISION,
        25,
        minute_number="",
        lead="Priya Raman",
        paper="6A to follow",
        agenda_note="The last meeting before specification begins on 1 February. Proposal 43 is due.",
    )
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
    item(
        "Places for faith communities, probation and secondary schools",
        ItemKind.DECISION,
        15,
        minute_number="",
        lead="Siân Treharne",
        paper="8A",
    )
    item(
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
    item("Forward plan and next meeting", ItemKind.INFORMATION, 5, minute_number="", standing=True)
