"""Made-up meetings: the page that the design shows, and one in which everything happens."""

from datetime import UTC, date, datetime, time

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import DeclarationTranslation
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.meeting import (
    Correction,
    MeetingDay,
    MinutesAmendment,
    MinutesConfirmation,
    Presiding,
    Seal,
)
from boardroom.domain.papers import Paper
from boardroom.domain.proposals import Answer, Proposer
from boardroom.domain.votes import Motion, VoteEvent
from boardroom.domain.words import (
    AnswerKind,
    ItemKind,
    ItemState,
    LinkKind,
    MeetingStatus,
    Method,
    ParagraphForm,
    PointKind,
    Presence,
    ReasonCategory,
    Restriction,
    Result,
    Sector,
    TextKind,
    VoteMethod,
    VoteOption,
    VoteResult,
)
from tests.make import MeetingMaker, a_meeting, with_terms

LA, HE, ED, VO = Sector.LOCAL_AUTHORITY, Sector.HEALTH, Sector.EDUCATION, Sector.VOLUNTARY
CO, PV, SU = Sector.COMMUNITY, Sector.PRIVATE, Sector.SERVICE_USERS
YES, NO, ABSTAIN = VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN

HIDDEN = "Zebrafinch"
"""A word that stands in every field of restricted matter and nowhere else."""


def arrowmere() -> MeetingMaker:
    """Make the meeting of the design's page of minutes."""
    maker = a_meeting(
        starts=time(14),
        ends=time(15, 52),
        name="14th meeting",
        venue="Tŷ Haul, Room 2",
        status=MeetingStatus.DRAFT_MINUTES,
        next_date=date(2027, 1, 28),
    )
    with_terms(maker, quorum_number=8, quorum_sectors=5)
    ashdown = maker.attend("Cllr Margaret Ashdown", "Arrowmere Council", LA, role="chair", seat=True)
    for name, body, sector in (
        ("Cllr Llŷr Bowen", "Arrowmere Council", LA),
        ("Priya Raman", "Arrowmere Council", LA),
        ("Owain Meredith", "Border Community Health", HE),
        ("Ruth Okonjo", "Harbour Lane Primary", ED),
        ("Amina Yusuf", "Tŷ Cwtsh Families", VO),
        ("Daniel Firth", "Arrowmere Young Carers", VO),
        ("Heulwen Price", "Llan-y-dŵr Community Association", CO),
        ("Karen Whitlock", "Brightwater Care Ltd", PV),
        ("Ffion Davies", "Youth Voice Arrowmere", SU),
    ):
        maker.attend(name, body, sector, seat=True)
    maker.attend("Jordan Ellis", "Parent Carer Forum", SU, seat=True, remote=True)
    brackley = maker.attend("Tom Brackley", "Sixth Form College", ED, seat=True)
    maker.attend(
        "Beth Caradog",
        "Arrowmere Care Board",
        HE,
        Presence.SUBSTITUTE,
        seat=True,
        deputy_for="Dr Helen Fairweather",
    )
    maker.attend("Supt Colin Hartnell", "West Border Police", Sector.POLICE, Presence.APOLOGIES, seat=True)
    maker.attend("Joseph Adeyemi", "Canalside Residents' Forum", CO, Presence.ABSENT, seat=True)
    maker.row(Presiding, person_id=ashdown.person_id, name=ashdown.name)
    finance = maker.item("5", "Joint budget", minute_number="137", kind=ItemKind.INFORMATION)
    maker.write(finance, "The board noted the budget to the end of October (paper 5A).")
    maker.stay(brackley, arrived_at=time(14, 18), arrived_item_id=finance.id)
    _short_breaks(maker)
    return maker


def _short_breaks(maker: MeetingMaker) -> None:
    item = maker.item("6", "Short breaks for disabled children", minute_number="138", kind=ItemKind.DECISION)
    maker.declare(
        "Karen Whitlock",
        "Brightwater Care Ltd may bid for this service",
        item,
        recused=True,
        left_at=time(14, 20),
    )
    maker.write(
        item,
        "Priya Raman presented the draft strategy (papers 6A and 6B). Of 214 families asked, three in five wanted "
        "weekends. Ffion Davies said that young people had been asked after the timetable was drawn up, and asked "
        "for that to change. Owain Meredith reported 38 families waiting for sessions with a nurse.",
    )
    maker.propose(
        item,
        "weekend sessions in two village halls, not only in town",
        "Tŷ Cwtsh Families",
        VO,
        number="41",
        answer=AnswerKind.ADAPTED,
        reason="Two villages from the first year; the halls to be costed first.",
    )
    maker.propose(
        item,
        "community minibus on Saturdays",
        "Llan-y-dŵr Community Association",
        CO,
        number="43",
        answer=AnswerKind.DEFERRED,
        deferred_to="28 January 2027",
        reason="Drivers' insurance to be checked.",
    )
    maker.propose(
        item,
        "young people choose each term's activities, with a budget",
        "Youth Voice Arrowmere",
        SU,
        number="44",
        answer=AnswerKind.ADOPTED,
        reason="Written into the strategy as its fourth aim.",
    )
    decision = maker.decide(
        item,
        "That the board recommends to the council the short breaks strategy 2027 to 2030, with weekend sessions in at "
        "least two villages from the first year and activities chosen each term by the young people who come.",
        reference="2026/31",
        result=Result.CARRIED,
        method=Method.RECORDED_VOTE,
        mover="Amina Yusuf",
        seconder="Cllr Llŷr Bowen",
        reserved_to="the council",
    )
    event = maker.named_vote(
        decision,
        [
            ("Cllr Ashdown", LA, YES),
            ("Cllr Bowen", LA, YES),
            ("Priya Raman", LA, YES),
            ("Beth Caradog", HE, YES),
            ("Owain Meredith", HE, YES),
            ("Ruth Okonjo", ED, ABSTAIN),
            ("Tom Brackley", ED, NO),
            ("Amina Yusuf", VO, YES),
            ("Daniel Firth", VO, YES),
            ("Heulwen Price", CO, YES),
            ("Ffion Davies", SU, YES),
            ("Jordan Ellis", SU, YES),
        ],
    )
    event.result = VoteResult.CARRIED
    maker.add(
        Dissent(
            decision_id=decision.id,
            meeting_id=maker.meeting_id,
            name="Tom Brackley",
            words="the strategy says nothing of those aged 16 to 19 in college",
        )
    )
    maker.act(
        item,
        "Cost two village halls with Llan-y-dŵr Community Association",
        ("Priya Raman", "Arrowmere Council"),
        number="88",
        due_on=date(2027, 1, 15),
    )
    maker.act(
        item,
        "Invite West Border Police to comment before specification",
        number="89",
        owner_role="Cllr Margaret Ashdown, chair",
        due_words="next meeting",
    )


def everything() -> MeetingMaker:
    """Make a joint meeting on two days in which everything happens that a record can hold."""
    maker = a_meeting(
        "Arrowmere Children's Board",
        "Llan-y-dŵr Schools Forum",
        on=date(2026, 11, 17),
        starts=time(10),
        ends=time(12, 30),
        venue="Neuadd y Dref",
        language="en+cy",
        quorate=True,
        status=MeetingStatus.CONFIRMED,
        notice_given_on=date(2026, 11, 6),
        next_date=date(2027, 1, 28),
        next_words="in the afternoon",
    )
    maker.record.days[0].adjourned_because = "the fire alarm rang"
    maker.row(MeetingDay, held_on=date(2026, 11, 21), starts=time(9, 30), venue="Ysgol Bro Dŵr")
    with_terms(maker, quorum_number=2)
    _opening_items(maker)
    _motions(maker)
    _restricted(maker)
    _around(maker)
    return maker


def _opening_items(maker: MeetingMaker) -> None:
    one = maker.item("1", "Welcome", kind=ItemKind.PROCEDURAL, minute_number="9", minutes_planned=5)
    maker.translate(one, "cy", "Croeso")
    two = maker.item(
        "2", "Minutes", kind=ItemKind.DECISION, lead="Chair", minutes_planned=10, paper="to follow", minute_number="10"
    )
    confirmed = maker.row(
        MinutesConfirmation, item_id=two.id, of_date=date(2026, 9, 3), result="approved as a correct record"
    )
    maker.row(MinutesAmendment, confirmation_id=confirmed.id, text="in item 4, for 'Cabin' read 'Carbon'")
    three = maker.item(
        "3",
        "Bus passes",
        kind=ItemKind.DISCUSSION,
        urgent=True,
        late_reason="the operator gave notice on Monday",
        taken_after="4",
    )
    four = maker.item("4", "Play", state=ItemState.DEFERRED, deferred_to="the January meeting", standing=True)
    maker.item("4.1", "Play rangers", parent_id=four.id, state=ItemState.WITHDRAWN, agenda_note="see the play plan")
    maker.attend("Ann Ward", "Arrowmere Council", LA, role="Chair", seat=True)
    late = maker.attend("Ben Ode", "Tŷ Cwtsh Families", VO, seat=True)
    maker.stay(late, arrived_at=time(10, 20), left_at=time(11, 45), left_item_id=four.id)
    maker.attend("", "Arrowmere Council", LA, role="Officer", counted=True, headcount=10)
    maker.attend("", "Youth Forum", SU, role="Young people", counted=True)
    maker.attend("Cai Rhys", "Play Wales", CO, Presence.IN_ATTENDANCE, for_items=[four])
    maker.attend("", "", ED, Presence.APOLOGIES, role="Headteacher", counted=True, headcount=2)
    maker.attend("Dai Poe", "Faith Link", Sector.FAITH, Presence.COPIED_IN, proxy=True)
    maker.row(Presiding, name="Ann Ward")
    maker.row(Presiding, from_item_id=three.id, name="Ben Ode", reason="the chair had to leave")
    paragraphs = ((ParagraphForm.BULLET, 0), (ParagraphForm.BULLET, 1), (ParagraphForm.NUMBERED, 0))
    maker.row(Paper, item_id=three.id, label="3A", title="Fares since 2020")
    maker.row(Paper, item_id=three.id, label="3B", title="Timetable", to_follow=True)
    _keep_back(maker, three)
    maker.write(three, "The operator's letter was read out.")
    for form, level in paragraphs:
        maker.write(three, f"A {form} line at level {level}.", form=form, level=level)
    maker.write(three, "Darllenwyd y llythyr.", language="cy")
    maker.write(three, f"{HIDDEN} paragraph.", restricted=True)
    maker.write(three, f"{HIDDEN} note", text_kind=TextKind.NOTE)
    maker.write(None, "The chair welcomed everybody.")
    for kind in PointKind:
        maker.say(three, f"A {kind} by a role.", kind=kind, by_role="Driver", by_organisation="Border Buses")
    maker.say(three, "What of the young?", kind=PointKind.QUESTION, sector=SU)
    maker.say(three, "Nobody knew.", kind=PointKind.ANSWER)
    declaration = maker.declare("Ben Ode", "holds a bus pass", three, sector=VO, dispensation="granted on 1 May")
    maker.row(
        DeclarationTranslation,
        declaration_id=declaration.id,
        language="cy",
        field="nature",
        text="mae ganddo docyn bws",
    )
    maker.declare("Ann Ward", "knows the operator", effect="stayed")
    proposal = maker.propose(three, "a later last bus", "Youth Forum", SU, number="7")
    maker.row(Proposer, proposal_id=proposal.id, name="Cai Rhys", organisation="Play Wales", sector=CO)
    maker.say(three, "A later last bus.", kind=PointKind.PROPOSAL, proposal_id=proposal.id)
    other = maker.propose(None, "free fares", number="3")
    maker.row(
        Answer,
        proposal_id=other.id,
        answer=AnswerKind.DECLINED,
        reason="The tender is out.",
        category=ReasonCategory.SPECIFICATION,
    )


def _motions(maker: MeetingMaker) -> None:
    item = maker.item("5", "Fares", kind=ItemKind.DECISION, minutes_planned=30)
    motion = maker.row(Motion, item_id=item.id, wording="That fares be halved.", mover="Ann Ward", seconder="Ben Ode")
    amendment = maker.row(
        Motion,
        item_id=item.id,
        amends_id=motion.id,
        wording="For 'halved' read 'frozen'.",
        mover="Dai Poe",
        result=Result.LOST,
    )
    maker.row(VoteEvent, item_id=item.id, motion_id=amendment.id, method=VoteMethod.HANDS, yes=5, no=60, abstain=2)
    decision = maker.decide(
        item,
        "That fares be halved, from May.",
        number="(i)",
        reference="2026/40",
        motion_id=motion.id,
        result=Result.CARRIED_AS_AMENDED,
        method=Method.SHOW_OF_HANDS,
        recommended_to="the Cabinet",
        provisional=True,
        remark="the officers will cost it",
    )
    event = maker.vote(
        decision, method=VoteMethod.HANDS, yes=4, no=4, casting=YES, casting_by="Ann Ward", result=VoteResult.CARRIED
    )
    maker.tally(event, LA, yes=2, no=1)
    maker.vote(decision, yes=16, rest=NO)
    maker.row(DecisionCondition, decision_id=decision.id, text="the grant is paid")
    earlier = Decision(board_id=maker.board.id, wording="That fares be kept.", reference="2025/4")
    earlier.decided_on = date(2025, 5, 2)
    maker.record.other_decisions[earlier.id] = earlier
    maker.row(DecisionLink, decision_id=decision.id, kind=LinkKind.SUPERSEDES, of_decision_id=earlier.id)
    maker.row(DecisionLink, decision_id=decision.id, kind=LinkKind.RATIFIES, words="what was agreed in May")
    maker.row(Motion, item_id=item.id, wording="That fares be published.", result=Result.WITHDRAWN)
    maker.row(VoteEvent, item_id=item.id, method=VoteMethod.BALLOT, yes=3, no=1)
    maker.decide(None, "That the day was well spent.", result=Result.NOTED)
    between = Decision(
        board_id=maker.board.id,
        minuted_at_id=maker.meeting_id,
        decided_on=date(2026, 10, 5),
        wording="That the van be bought.",
        method=Method.BETWEEN_MEETINGS,
        result=Result.CARRIED,
        reference="2026/38",
    )
    maker.add(between)
    maker.act(item, "Cost it", ("Ann Ward", ""), ("Ben Ode", "Tŷ Cwtsh Families"), number="4")
    maker.act(None, "Thank the hosts")


def _restricted(maker: MeetingMaker) -> None:
    """Add a restricted item, a sub-item, and everything that may mention them elsewhere."""
    item = maker.item(
        "6",
        f"{HIDDEN} contract",
        minute_number="14",
        public_title="A contract",
        restricted=True,
        restriction=Restriction.EXEMPT,
        ground="Schedule 12A paragraph 3",
        restriction_reason=f"{HIDDEN} reason",
        paper=f"{HIDDEN} paper",
        lead=f"{HIDDEN} lead",
        agenda_note=f"{HIDDEN} note",
        kind=ItemKind.DECISION,
    )
    maker.translate(item, "cy", f"{HIDDEN} Cymraeg")
    below = maker.item("6.1", f"{HIDDEN} price", parent_id=item.id)
    _fill_restricted(maker, item)
    _fill_restricted(maker, below)
    maker.attend(f"{HIDDEN} Adviser", f"{HIDDEN} Ltd", PV, Presence.IN_ATTENDANCE, for_items=[item])
    visitor = maker.attend(f"{HIDDEN} Visitor", f"{HIDDEN} plc", PV, Presence.IN_ATTENDANCE)
    for line in maker.record.attendances[:1]:
        maker.stay(line, left_item_id=item.id, left_words=f"{HIDDEN} left", left_at=time(12, 1))
    maker.row(Presiding, from_item_id=item.id, name=f"{HIDDEN} Chair", reason=f"{HIDDEN} cause")
    maker.declare(f"{HIDDEN} Member", f"{HIDDEN} shares", item, recused=True)
    seven = maker.item("7", "Any other business", minute_number="15")
    maker.row(Presiding, from_item_id=seven.id, name="Ann Ward")
    maker.stay(visitor, arrived_item_id=item.id, arrived_words=f"{HIDDEN} came", left_item_id=seven.id)
    old = Decision(board_id=maker.board.id, meeting_id=maker.meeting_id, item_id=item.id, wording=f"{HIDDEN} was")
    maker.add(old)
    open_decision = maker.decide(seven, "That the meeting close.", result=Result.CARRIED, method=Method.CONSENSUS)
    maker.row(
        DecisionLink,
        decision_id=open_decision.id,
        kind=LinkKind.AMENDS,
        of_decision_id=old.id,
        words=f"{HIDDEN} decision",
    )


def _keep_back(maker: MeetingMaker, item: AgendaItem) -> None:
    maker.row(
        Paper,
        item_id=item.id,
        label=f"{HIDDEN} label",
        title=f"{HIDDEN} prices",
        name=f"{HIDDEN}.pdf",
        restricted=True,
        ground=f"{HIDDEN} ground",
        restriction_reason=HIDDEN,
    )


def _fill_restricted(maker: MeetingMaker, item: AgendaItem) -> None:
    _keep_back(maker, item)
    maker.write(item, f"{HIDDEN} minute text")
    maker.say(item, f"{HIDDEN} point", by_role=f"{HIDDEN} role", by_organisation=f"{HIDDEN} body")
    maker.propose(item, f"{HIDDEN} proposal", f"{HIDDEN} proposer", PV, answer=AnswerKind.DECLINED, reason=HIDDEN)
    motion = maker.row(Motion, item_id=item.id, wording=f"{HIDDEN} motion", mover=f"{HIDDEN} mover")
    decision = maker.decide(item, f"{HIDDEN} decision", mover=f"{HIDDEN} mover", motion_id=motion.id)
    event = maker.named_vote(decision, [(f"{HIDDEN} voter", PV, YES)])
    event.casting_by = f"{HIDDEN} chair"
    maker.row(DecisionCondition, decision_id=decision.id, text=f"{HIDDEN} condition")
    maker.row(Dissent, decision_id=decision.id, name=f"{HIDDEN} dissenter", words=HIDDEN)
    maker.act(item, f"{HIDDEN} action", (f"{HIDDEN} Owner", f"{HIDDEN} Owners Ltd"), owner_role=f"{HIDDEN} role")
    confirmed = maker.row(MinutesConfirmation, item_id=item.id, result=f"{HIDDEN} result")
    maker.row(MinutesAmendment, confirmation_id=confirmed.id, text=f"{HIDDEN} change")
    maker.row(
        Correction, item_id=item.id, decision_id=decision.id, corrected_on=date(2027, 2, 2), text=f"{HIDDEN} mended"
    )


def _around(maker: MeetingMaker) -> None:
    sealing = maker.decide(None, "That these minutes be confirmed.", result=Result.CARRIED)
    maker.row(
        Seal,
        decision_id=sealing.id,
        signed_by="Ann Ward",
        signed_on=date(2027, 1, 28),
        sealed_at=datetime(2027, 1, 28, 15, tzinfo=UTC),
        record_hash="7f3a91c4e0d2" + "0" * 52,
    )
    maker.row(
        Correction,
        item_id=maker.record.items[2].id,
        corrected_on=date(2027, 2, 1),
        text="the operator's letter is dated 16 November",
    )
