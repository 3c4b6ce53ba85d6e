"""The 12th meeting, June 2026, the annual one: early help by named vote, two members voting by proxy."""

from datetime import date

from boardroom.domain.words import (
    AnswerKind,
    ItemKind,
    MeetingKind,
    Method,
    PointKind,
    ReasonCategory,
    Restriction,
    Result,
    VoteOption,
)
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2026, 6, 18)
TOLD = date(2026, 6, 24)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        12,
        ON,
        "14:00",
        "16:12",
        kind=MeetingKind.ANNUAL,
        notice_given_on=date(2026, 6, 10),
        next_date=date(2026, 9, 17),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(
        deputies={"Ruth Okonjo": "Simon Thackeray"},
        proxies={"Cllr Llŷr Bowen": "Cllr Margaret Ashdown", "Jordan Ellis": "Ffion Davies"},
    )
    meeting.presides("Cllr Margaret Ashdown")
    meeting.between(
        "That £2,400 of the money for trying out proposals pay for drivers’ first-aid courses.",
        date(2026, 5, 29),
        remark="decided by the Chair and the vice-chair, as the budget allows",
    )
    _opening(sample, meeting)
    _year(meeting)
    _early_help(meeting)
    _short_breaks(meeting)
    _equipment(meeting)
    _play(meeting)
    _complaint(meeting)
    meeting.leaves("Tom Brackley", "15:20", meeting.items[7])
    meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True).text(
        "The draft strategy for short breaks would come to the next meeting."
    )


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "Cllr Llŷr Bowen and Jordan Ellis had sent apologies. They had read the papers and, as the terms of reference "
        "allow, had given their proxies to Cllr Margaret Ashdown and to Ffion Davies.",
    )
    item.decide(
        "That the public be excluded for item 9, because exempt information within paragraph 1 of Schedule 12A to the "
        "Local Government Act 1972 was likely to be disclosed.",
        registered=False,
    )
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text(
        "One interest was declared, in item 7, and is recorded there."
    )
    item = meeting.item("Minutes of 23 April", ItemKind.DECISION, 5)
    item.confirms(
        sample.meetings[11],
        date(2026, 4, 23),
        "In the Welsh text of item 8, “dau weithwyr” was changed to “dau weithiwr”.",
    )


def _year(meeting: MeetingDesk) -> None:
    item = meeting.item("Annual report", ItemKind.DECISION, 20, lead="Siân Treharne", paper="4A")
    item.text(
        "Siân Treharne presented the report for 2025 to 2026. Of 29 proposals since the register was opened, 25 had "
        "been answered. Six had been declined because they did not fit a specification or came too late for a "
        "timetable; all six were made when a tender was out or a contract let.",
        "The Chair said that one proposal of September 2025, on signing for bus drivers, was still unanswered.",
        "The ten declined proposals fell to:",
    )
    item.note("jotting: nobody took up Mountford’s signing proposal. Chase MB.")
    item.bullets("what had been written before partners were asked:")
    item.bullets("the specification, three;", "the timetable, three;", level=1)
    item.bullets("other reasons:")
    item.bullets(
        "cost, one;", "the board’s powers, one;", "already provided, one;", "a bidder’s question, one.", level=1
    )
    item.action("Send the report to the partners’ governing bodies", "Siân Treharne", due=date(2026, 7, 31)).done(
        date(2026, 7, 21)
    )
    item.decide("That the annual report be approved and sent to every partner’s governing body.")


def _early_help(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Early help: draft strategy", ItemKind.DECISION, 35, lead="Dr Helen Fairweather", paper="5A and 5B"
    )
    item.text(
        "Dr Helen Fairweather presented the draft, which 19 organisations had helped to write. It kept one promise "
        "above the others: that a family tells its story once.",
        "Amina Yusuf moved the strategy. Supt Colin Hartnell could not support one record that could be read by all, "
        "because the police would have to disclose what they had not given. Gareth Wynne shared the concern.",
        "Tom Brackley asked that the strategy say what happens on a young person’s eighteenth birthday. Dr Helen "
        "Fairweather said that this was for the adult board, which had been asked.",
        "Daniel Firth asked that young carers be named in the strategy. Dr Helen Fairweather agreed to name them.",
    )
    item.point(
        PointKind.STATEMENT,
        "Revd Gwenllian Pryce",
        "The people in the food bank’s queue would recognise their own words.",
    )
    decision = item.decide(
        "That the draft strategy for early help be taken to a last round of comment, with one record for each family, "
        "read only by those whom the family allows.",
        method=Method.RECORDED_VOTE,
        mover="Amina Yusuf",
        seconder="Daniel Firth",
    )
    decision.named(
        no=("Supt Colin Hartnell", "Gareth Wynne", "Karen Whitlock"),
        abstain=("Tom Brackley",),
        proxies={"Cllr Llŷr Bowen": VoteOption.YES, "Jordan Ellis": VoteOption.YES},
    )
    decision.dissent("Supt Colin Hartnell", "a record that a family can close is a record that protects nobody")
    item.action(
        "Work out with the police and probation what the one record may hold",
        "Dr Helen Fairweather",
        "Supt Colin Hartnell",
        "Gareth Wynne",
        due=date(2026, 9, 4),
        decision=decision,
    ).done(date(2026, 9, 3), "Agreed; reported to the 13th meeting.")


def _short_breaks(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Short breaks for disabled children: what families said",
        ItemKind.DISCUSSION,
        20,
        lead="Priya Raman",
        paper="6A",
    )
    item.text(
        "Priya Raman reported that 214 families had answered. Three in five wanted weekends; the present service "
        "closed on Fridays. Ffion Davies said that 41 young people had answered too, and that the commonest word was "
        "“boring”.",
        "Heulwen Price noted that families in the villages had answered as often as those in the town. Amina Yusuf "
        "said that eleven organisations had answered the call in its first six weeks, and that it was open until 27 "
        "July.",
        "Owain Meredith explained the proposal for a nurse at every second session. It would open sessions to 38 "
        "children who could go to none.",
    )
    item.takes(28)
    item.answer(
        28,
        AnswerKind.ADOPTED,
        "Taken into the draft strategy; 38 families are waiting for it.",
        ReasonCategory.USERS,
        told=TOLD,
    )
    item.decide("That the draft strategy rest on what families and young people said, and come back in September.")
    item.action("Draft the strategy with two parents and two young people", "Priya Raman", due=date(2026, 9, 4)).done(
        date(2026, 9, 7), "Three days late, for a good reason: the young people rewrote the first page."
    )


def _equipment(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Equipment for disabled children: small charities",
        ItemKind.DECISION,
        15,
        lead="Dr Helen Fairweather",
        paper="7A",
    )
    meeting.declares(
        "Karen Whitlock",
        "Brightwater Care Ltd is a bidder in the tender",
        item,
        recused=True,
        left="15:04",
        returned="15:17",
    )
    item.text(
        "Dr Helen Fairweather reported that small charities could not bid for the whole area. To divide the contract "
        "now would delay the tender by ten weeks, and the present supplier would not stay beyond September.",
        "Amina Yusuf said that she had asked in November. She wished it to be minuted that the answer had then been to "
        "wait for the tender.",
    )
    item.takes(27)
    item.answer(
        27, AnswerKind.DECLINED, "Lots would delay the tender by ten weeks.", ReasonCategory.TIMETABLE, told=TOLD
    )
    decision = item.decide(
        "That the next contract for equipment be planned in lots from the start.", method=Method.SHOW_OF_HANDS
    )
    decision.tally(14, 0, 1)


def _play(meeting: MeetingDesk) -> None:
    item = meeting.item("Play on the Canalside estate: what is needed", ItemKind.DISCUSSION, 15, lead="Joseph Adeyemi")
    item.text("Joseph Adeyemi had walked the estate with eleven children, who had taken the photographs on the wall.")
    item.decide("That a call for proposals on play be opened from Thursday 27 August to Thursday 19 November 2026.")
    places = meeting.sub_item(item, "What the children showed", ItemKind.INFORMATION, lead="Joseph Adeyemi")
    places.text(
        "The children had photographed broken glass eleven times and the pitch nine times, always with the gate "
        "locked. The last photograph was of the canal: that was where they swam."
    )
    halls = meeting.sub_item(item, "Indoor places for the holidays", ItemKind.DISCUSSION, lead="Cllr Margaret Ashdown")
    halls.text(
        "The Revd Gwenllian Pryce explained the offer of St Tysilio’s hall for half-term. Its floor was to be relaid "
        "over the summer.",
    )
    halls.takes(29)
    halls.answer(
        29,
        AnswerKind.DEFERRED,
        "The floor is being relaid.",
        ReasonCategory.TIMETABLE,
        deferred_to="17 September 2026",
        told=TOLD,
    )
    halls.action(
        "Mend the fence at the basin", role="Estates", body="Arrowmere Council", due="before the holidays"
    ).done(date(2026, 7, 17))


def _complaint(meeting: MeetingDesk) -> None:
    item = meeting.item("A complaint by the mother of O. Merrivane", ItemKind.DECISION, 15, lead="Priya Raman")
    item.restrict(
        Restriction.EXEMPT,
        "paragraph 1",
        public_title="A complaint",
        reason="Information about an individual (Schedule 12A, paragraph 1); no public interest in naming a child.",
        review_on=date(2032, 6, 18),
    )
    item.text(
        "Priya Raman reported that O. Merrivane, aged 11, had waited 14 months for a chair, because two bodies had "
        "each held that the other was to pay. Both apologised.",
    )
    item.note("jotting: mother may go to the Ombudsman, Merrivane file with legal.")
    decision = item.decide(
        "That the mother of O. Merrivane be paid £600 and be shown what has changed.", result=Result.CARRIED
    )
    item.action(
        "Write to Ms Merrivane and visit her",
        "Priya Raman",
        "Dr Helen Fairweather",
        due=date(2026, 6, 30),
        decision=decision,
    ).done(date(2026, 6, 29))
