"""The 9th meeting, January 2026: snow, six members, no quorum; what is decided waits to be ratified."""

from datetime import date

from boardroom.domain.words import (
    AnswerKind,
    ItemKind,
    ItemState,
    MeetingKind,
    MeetingStatus,
    ReasonCategory,
    Result,
)
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2026, 1, 22)
TOLD = date(2026, 1, 27)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting, and the extraordinary one after it that had to be cancelled."""
    meeting = MeetingDesk(
        sample,
        9,
        ON,
        "14:20",
        "15:15",
        notice_given_on=date(2026, 1, 14),
        next_date=date(2026, 3, 12),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=False,
    )
    meeting.attend(
        apologies=(
            "Cllr Llŷr Bowen",
            "Dr Helen Fairweather",
            "Owain Meredith",
            "Supt Colin Hartnell",
            "Gareth Wynne",
            "Tom Brackley",
            "Daniel Firth",
            "Karen Whitlock",
            "Neil Hodnet",
            "Revd Gwenllian Pryce",
        ),
        absent=("Ffion Davies",),
        remote=("Jordan Ellis", "Heulwen Price"),
    )
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _equipment(meeting)
    _rest(meeting)
    _cancelled(sample)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome, apologies and quorum", ItemKind.PROCEDURAL, 5)
    item.text(
        "Snow had closed the Llan road and the railway. The Chair waited until 14:20. Six voting members were present "
        "or had joined by video; eight were needed.",
        "Those present agreed to go on, to decide only what could not wait, and to put every decision to the next "
        "meeting to be ratified.",
    )
    item.decide("That a meeting go over to video whenever the Llan road is closed.", provisional=True, tag="video")
    item.note("jotting: only Siân and Marcus from the office. Heating off at three.")
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text("No interests were declared.")
    item = meeting.item("Minutes of 20 November", ItemKind.DECISION, 5)
    decision = item.confirms(sample.meetings[8], date(2025, 11, 20), provisional=True)
    sample.tags["minutes of November"] = decision.row
    meeting.item("Matters arising", ItemKind.DISCUSSION, 5).text(
        "Marcus Bright reported that Hana Kovář had spoken with 14 families and 9 partners for her review of the "
        "transport contracts. Her report was expected in March."
    )


def _equipment(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Equipment for disabled children: before the tender", ItemKind.DECISION, 20, lead="Priya Raman", paper="5A"
    )
    item.text(
        "Priya Raman presented the commissioners’ paper on what could still be changed before 2 March: colours, "
        "delivery times and the form on which equipment is asked for.",
        "Jordan Ellis said that the form was at least worth having. A family now filled in four.",
    )
    item.takes(19)
    decision = item.decide(
        "That one form for equipment, whoever pays, be written into the tender.", provisional=True, tag="one form"
    )
    item.answer(
        19,
        AnswerKind.ADOPTED,
        "One form goes into the tender, subject to being ratified.",
        ReasonCategory.FITS_PLAN,
        told=TOLD,
        decision=decision,
    )
    item.action(
        "Draft the form and try it with four families",
        "Jordan Ellis",
        "Marcus Bright",
        due=date(2026, 2, 20),
        decision=decision,
    ).done(date(2026, 2, 19), "Tried with five.")


def _rest(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Children who can’t face school: what is known", ItemKind.DISCUSSION, 15, lead="Ruth Okonjo", paper="6A"
    )
    item.text(
        "Ruth Okonjo reported 73 pupils in the area who had not been in school since half-term. She asked that nothing "
        "be planned until they and their parents had been heard.",
        "Heulwen Price knew of three more in the villages who were taught at home and stood on no list.",
        "Amina Yusuf offered rooms at Tŷ Cwtsh for the conversations.",
    )
    item.takes(20)
    item.answer(
        20,
        AnswerKind.DEFERRED,
        "The families are to be asked first.",
        ReasonCategory.EVIDENCE,
        deferred_to="12 March 2026",
        told=TOLD,
    )
    decision = item.decide(
        "That 20 of the 73 families be asked before the next meeting, at a cost of up to £1,500.",
        provisional=True,
        tag="families asked",
    )
    item.action("Ask the families", "Ruth Okonjo", "Amina Yusuf", due=date(2026, 3, 4), decision=decision).done(
        date(2026, 3, 5), "Eighteen families were asked."
    )
    item = meeting.item(
        "Pooled fund: budget for 2026 to 2027",
        ItemKind.DECISION,
        20,
        lead="Dr Helen Fairweather",
        paper="7A",
        state=ItemState.DEFERRED,
        deferred_to="the meeting on 12 March 2026",
    )
    item.decide(
        "That the budget be deferred, as it should not be set without a quorum.",
        result=Result.DEFERRED,
        registered=False,
        provisional=True,
    )
    item = meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.text(
        "The Chair said that she would call an extraordinary meeting on 5 February if the health commissioners could "
        "not wait for the budget."
    )


def _cancelled(sample: SampleBoard) -> None:
    meeting = MeetingDesk(
        sample,
        90,
        date(2026, 2, 5),
        "14:00",
        name="Extraordinary meeting",
        kind=MeetingKind.EXTRAORDINARY,
        status=MeetingStatus.CANCELLED,
        notice_given_on=date(2026, 1, 28),
        status_reason="The health commissioners can wait for the budget until 12 March, so there is nothing to decide.",
    )
    meeting.item(
        "Pooled fund: budget for 2026 to 2027",
        ItemKind.DECISION,
        30,
        lead="Dr Helen Fairweather",
        minute_number="",
        paper="1A",
    )
    sample.minute_number -= 1
