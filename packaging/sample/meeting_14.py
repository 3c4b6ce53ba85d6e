"""The 14th meeting, December 2026: short breaks goes to the council; its minutes are still a draft."""

from datetime import date

from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemKind,
    MeetingStatus,
    Method,
    PointKind,
    ReasonCategory,
    Restriction,
    Result,
)
from sample import cast
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2026, 12, 3)
JANUARY = "28 January 2027"


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        14,
        ON,
        "14:00",
        "15:52",
        status=MeetingStatus.DRAFT_MINUTES,
        notice_given_on=date(2026, 11, 25),
        next_date=date(2027, 1, 28),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(
        apologies=("Supt Colin Hartnell",),
        absent=("Joseph Adeyemi",),
        deputies={"Dr Helen Fairweather": "Beth Caradog"},
        remote=("Jordan Ellis",),
    )
    meeting.presides("Cllr Margaret Ashdown")
    meeting.between(
        "That two parents sit on the panel that reads the bids for short breaks, and be trained for it.",
        date(2026, 10, 9),
        remark="all members were asked by e-mail and none objected; this answers proposal 38",
    )
    meeting.between(
        "That comments on the draft strategy for short breaks be taken until 20 November.",
        date(2026, 11, 6),
        remark="decided by the Chair, at the request of the college",
        amends=sample.tags["draft short breaks"],
    )
    _opening(sample, meeting)
    _answers(meeting)
    _short_breaks(meeting)
    _schools(meeting)
    _play(meeting)
    _placements(meeting)
    _stoppage(meeting)
    _closing(meeting)


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5)
    item.text(
        "The Chair opened the meeting. Beth Caradog sat for Dr Helen Fairweather, and Jordan Ellis joined by video. "
        "Probation had taken a place without a vote from 1 October, and had promised to name somebody for January.",
    )
    item.decide(
        "That the public be excluded for item 9, because exempt information within paragraph 3 of Schedule 12A to the "
        "Local Government Act 1972 was likely to be disclosed and the public interest in keeping it private outweighed "
        "the public interest in disclosing it.",
        registered=False,
    )
    item.note("jotting: room cold again, ask caretaker. Ffion has exam Friday, let her go by four.")
    meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).text(
        "One interest was declared, in item 6, and is recorded there."
    )
    item = meeting.item("Minutes of 17 September", ItemKind.DECISION, 5, paper="3A")
    item.confirms(
        sample.meetings[13],
        date(2026, 9, 17),
        "In minute 126, “40 families” was changed to “38 families”.",
        "In minute 127, “Llan-y-dwr” was changed to “Llan-y-dŵr”.",
    )
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10)
    item.text(
        "Owain Meredith reported that the waiting-time figures by ward were three weeks late, because two wards had "
        "been counted under one code. He would send them before Christmas.",
        "Ruth Okonjo said that her governors had met the day before and had named Non Pritchard as lead for "
        "attendance.",
        "Priya Raman apologised that the protocol on sharing budgets had not gone round again. A legal question on "
        "VAT was still open.",
    )


def _answers(meeting: MeetingDesk) -> None:
    item = meeting.item("Answers since September", ItemKind.INFORMATION, 5, standing=True, paper="5A")
    meeting.arrives("Tom Brackley", "14:18", item)
    item.text(
        "Siân Treharne reported that three proposals had been answered since the last meeting, in a median of 24 days. "
        "Proposals 39 and 40 had waited 70 and 63 days, and would be answered in January. Proposal 18, on "
        "signing for bus drivers, had been overlooked since September 2025; the Chair apologised to Mountford Coaches "
        "Ltd.",
    )
    item.takes(38, 42)
    item.answer(
        37,
        AnswerKind.ADOPTED,
        "Room 2 is kept free on the last Friday; the clinic begins in February.",
        ReasonCategory.FITS_PLAN,
        on=date(2026, 11, 12),
        told=date(2026, 11, 13),
    )
    item.answer(
        38,
        AnswerKind.ADOPTED,
        "Two places, with training paid for.",
        ReasonCategory.USERS,
        on=date(2026, 10, 9),
        told=date(2026, 10, 12),
    )
    item.answer(
        42,
        AnswerKind.ADAPTED,
        "Tried on two evenings a week until June.",
        ReasonCategory.COST,
        on=date(2026, 11, 20),
        told=date(2026, 11, 23),
    )
    item.notes_that("The answers were noted.")


def _short_breaks(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Short breaks for disabled children", ItemKind.DECISION, 25, lead="Priya Raman", paper="6A and 6B"
    )
    meeting.declares(
        "Karen Whitlock",
        "Brightwater Care Ltd may bid for this service",
        item,
        recused=True,
        left="14:20",
        returned="14:46",
    )
    item.text(
        "Priya Raman presented the draft strategy (papers 6A and 6B). Of 214 families asked, three in five wanted "
        "weekends. Ffion Davies said that young people had been asked after the timetable was drawn up, and asked for "
        "that to change. Owain Meredith reported 38 families waiting for sessions with a nurse.",
    )
    item.note(
        "jotting: TB cross about 16 to 19s, will want dissent. Karen out 14:20.",
        "jotting: Heulwen says the Llan hall hoist is broken, find out before costing.",
    )
    item.takes(41, 43)
    item.proposal(44, "Young people choose each term’s activities, with a budget", cast.YOUTH_VOICE)
    decision = item.decide(
        "That the board recommends to the council the short breaks strategy 2027 to 2030, with weekend sessions in at "
        "least two villages from the first year and activities chosen each term by the young people who come.",
        result=Result.RECOMMENDED,
        method=Method.RECORDED_VOTE,
        mover="Amina Yusuf",
        seconder="Cllr Llŷr Bowen",
        recommended_to="Arrowmere Council",
        reserved_to="Arrowmere Council",
        tag="short breaks",
    )
    decision.named(no=("Tom Brackley",), abstain=("Ruth Okonjo",))
    decision.dissent("Tom Brackley", "the strategy says nothing of those aged 16 to 19 in college")
    item.answer(
        41,
        AnswerKind.ADAPTED,
        "Two villages from the first year; the halls to be costed first.",
        ReasonCategory.COST,
        decision=decision,
    )
    item.answer(
        43, AnswerKind.DEFERRED, "Drivers’ insurance to be checked.", ReasonCategory.EVIDENCE, deferred_to=JANUARY
    )
    item.answer(
        44, AnswerKind.ADOPTED, "Written into the strategy as its fourth aim.", ReasonCategory.USERS, decision=decision
    )
    item.action(
        "Cost two village halls with Llan-y-dŵr Community Association",
        "Priya Raman",
        due=date(2027, 1, 15),
        decision=decision,
    )
    item.action(
        "Invite West Border Police to comment before specification", "Cllr Margaret Ashdown", due="Next meeting"
    )


def _schools(meeting: MeetingDesk) -> None:
    item = meeting.item("Wellbeing in schools: open the call", ItemKind.DECISION, 20, lead="Ruth Okonjo", paper="7A")
    item.text(
        "Ruth Okonjo presented the attendance figures that had been awaited since September. At Harbour Lane, 31 "
        "pupils had missed more than a tenth of the term; 19 of them had no plan of any kind.",
        "Daniel Firth asked that the school survey be held back until young carers had been asked how to word it, as "
        "proposal 39 suggested. Ruth Okonjo said that the survey would not go out before the call had closed.",
        "Members agreed to open the call to every sector for the full 12 weeks, and to write to probation and to the "
        "faith communities, who have no member at present.",
    )
    decision = item.decide(
        "That a call for proposals on wellbeing in schools be opened from Monday 7 December 2026 to Monday 1 March "
        "2027.",
    )
    item.answer(
        33,
        AnswerKind.ADAPTED,
        "One nurture room is tried at Harbour Lane from Easter; the three primaries share it from September if "
        "attendance rises.",
        ReasonCategory.EVIDENCE,
    )
    item.action(
        "Send the call to every organisation in the register", "Siân Treharne", due=date(2026, 12, 7), decision=decision
    )


def _play(meeting: MeetingDesk) -> None:
    item = meeting.item("Play on the Canalside estate", ItemKind.DISCUSSION, 15, lead="Cllr Llŷr Bowen")
    survey = meeting.sub_item(
        item, "What the needs survey says", ItemKind.INFORMATION, lead="Marcus Bright", paper="8A"
    )
    survey.text(
        "Marcus Bright reported that 127 of 310 households had answered. Children under eight had nowhere to play that "
        "did not cross the towpath road. Lighting mattered more to parents than equipment did.",
    )
    survey.point(PointKind.QUESTION, "Heulwen Price", "Had the households been asked in any language but English?")
    survey.point(PointKind.ANSWER, "Marcus Bright", "In Welsh and Polish; eleven had answered in one of these.")
    survey.notes_that("The survey was noted.")
    sites = meeting.sub_item(item, "Sites to visit in January", ItemKind.DECISION, lead="Cllr Llŷr Bowen")
    sites.text(
        "Cllr Llŷr Bowen named three sites: the basin, the old tram yard and the pitch behind the flats. As nobody "
        "from Canalside Residents’ Forum was present, members did not wish to settle proposal 36 without them.",
    )
    sites.takes(36)
    sites.answer(
        36,
        AnswerKind.DEFERRED,
        "The Forum is to be heard first, at the visit to the pitch.",
        ReasonCategory.OTHER,
        deferred_to=JANUARY,
    )
    sites.proposal(45, "The school field at Harbour Lane is open to children on Saturdays", "Ruth Okonjo")
    sites.decide("That members visit the three sites on Saturday 16 January 2027, with the residents.")
    sites.action(
        "Fix the hour of the visit with the residents",
        "Cllr Llŷr Bowen",
        "Canalside Residents’ Forum",
        due=date(2026, 12, 18),
    )


def _placements(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Placement costs: terms offered by Thistledown Court", ItemKind.DECISION, 10, lead="Priya Raman", paper="9A"
    )
    item.restrict(
        Restriction.EXEMPT,
        "paragraph 3",
        public_title="Placement costs",
        reason=(
            "Financial or business affairs of a provider (Schedule 12A, paragraph 3). Disclosure during the "
            "negotiation would weaken the partners’ position."
        ),
        review_on=date(2027, 6, 30),
    )
    item.text(
        "Priya Raman reported that Thistledown Court asked for £4,860 a week for each of two places, 11% above the "
        "present price. Its owner, Alderquay Holdings, had refused to say what part of this was rent.",
        "Beth Caradog said that the care board would not meet a share of the rise without Alderquay’s accounts.",
    )
    item.point(
        PointKind.CONCERN, "Karen Whitlock", "A public row with Alderquay would close other doors to the partners."
    )
    item.note("jotting: Alderquay also owns the Salop homes, check with Marcus.")
    decision = item.decide(
        "That no more than £4,500 a week be offered to Thistledown Court, and that the accounts of Alderquay Holdings "
        "be asked for first.",
        method=Method.CONSENSUS,
    )
    item.action(
        "Write to Alderquay Holdings for its accounts", "Priya Raman", due=date(2026, 12, 11), decision=decision
    )


def _stoppage(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "School transport stoppage",
        ItemKind.DECISION,
        5,
        lead="Marcus Bright",
        paper="10A, tabled",
        late_reason=(
            "The operator gave notice on 30 November that three routes will stop on 18 December; to wait until January "
            "would leave 41 pupils without transport."
        ),
    )
    item.text(
        "Marcus Bright reported that the operator of routes 7, 12 and 19 would stop on 18 December. The reasons it "
        "gave, escorts who changed daily and no stops at the lane ends, were those that partners had raised in "
        "proposals 1 and 4 when the contracts were out to tender.",
        "Jordan Ellis asked that families be told before they read it in the newspaper.",
    )
    decision = item.decide(
        "That the council be asked to cover the three routes from 4 January for one term, and that the new contracts "
        "be planned with families and villages before a specification is written.",
        result=Result.RECOMMENDED,
        recommended_to="Arrowmere Council",
    )
    item.action(
        "Write to the 41 families", "Marcus Bright", "Jordan Ellis", due=date(2026, 12, 8), decision=decision
    ).update(date(2026, 12, 8), ActionStatus.IN_PROGRESS, "Letters printed; 35 sent.")


def _closing(meeting: MeetingDesk) -> None:
    item = meeting.item("Forward plan, next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.text(
        "Short breaks would enter specification on 1 February. The police were the one sector that had not yet spoken "
        "on it; the January meeting was the last before that date.",
        "The Chair closed the meeting at 15:52.",
    )
