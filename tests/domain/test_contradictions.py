"""What contradicts itself in a record is told in a sentence."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import Point
from boardroom.domain.contradictions import warnings
from boardroom.domain.contradictions.said import dates_in, day_words
from boardroom.domain.decisions import DecisionLink, Dissent
from boardroom.domain.meeting import MeetingDay, MinutesConfirmation, Presiding
from boardroom.domain.papers import Paper
from boardroom.domain.proposals import Answer
from boardroom.domain.votes import Motion, SectorTally
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    ItemState,
    LinkKind,
    Method,
    Presence,
    Result,
    Sector,
    VoteMethod,
    VoteOption,
    VoteResult,
)
from tests.domain.make_record import HELD_ON, Making

YES, NO, ABSTAIN = VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN


class Sound(Making):
    """A meeting that contradicts itself nowhere: Ann, Bob and Cat carry item 3 by named vote; Dai is away."""

    def __init__(self) -> None:
        super().__init__(quorum_number=3)
        self.record.meeting.quorate = True
        self.record.meeting.notice_given_on = date(2026, 3, 4)
        self.record.meeting.next_date = date(2026, 6, 11)
        self.record.meeting.next_words = "Thursday 11 June 2026, 6.30 pm"
        self.opening = self.item("1", "Welcome", minute_number="41")
        self.minutes = self.item("2", "Minutes of 11 December 2025", minute_number="42")
        self.grants = self.item("3", "Grants", minute_number="43")
        self.sub = self.item("3.1", "Play schemes", parent_id=self.grants.id)
        self.ann, self.bob, self.cat = (self.member(name) for name in ("Ann", "Bob", "Cat"))
        self.dai = self.member("Dai", status=Presence.APOLOGIES, role="Director", organisation="Police")
        self.confirmed = MinutesConfirmation(
            meeting_id=self.meeting_id, item_id=self.minutes.id, of_date=date(2025, 12, 11)
        )
        self.record.confirmations.append(self.confirmed)
        self.decide(self.minutes, wording="The minutes of 11 December 2025 were approved.", result=Result.CARRIED)
        self.decision = self.decide(self.grants, number="1", result=Result.CARRIED, method=Method.RECORDED_VOTE)
        self.event = self.vote(
            item_id=self.grants.id,
            decision_id=self.decision.id,
            method=VoteMethod.NAMED,
            yes=2,
            no=1,
            abstain=0,
            result=VoteResult.CARRIED,
        )
        self.votes(self.event, [(self.ann, YES), (self.bob, YES), (self.cat, NO)])
        self.action = Action(
            board_id=self.board.board.id,
            meeting_id=self.meeting_id,
            item_id=self.grants.id,
            text="Tell the applicants",
            due_on=date(2026, 4, 1),
            status=ActionStatus.OPEN,
        )
        self.record.actions.append(self.action)
        self.owner = ActionOwner(action_id=self.action.id, meeting_id=self.meeting_id, person_id=self.ann.person_id)
        self.record.action_owners.append(self.owner)

    @property
    def day(self) -> MeetingDay:
        return self.record.days[0]

    def motion(self, **fields: object) -> Motion:
        motion = Motion(meeting_id=self.meeting_id, item_id=self.grants.id, wording="That it be done")
        for name, value in fields.items():
            setattr(motion, name, value)
        self.record.motions.append(motion)
        return motion

    def link(self, **fields: object) -> None:
        link = DecisionLink(decision_id=self.decision.id, kind=LinkKind.RATIFIES, words="the October meeting")
        for name, value in fields.items():
            setattr(link, name, value)
        self.record.decision_links.append(link)

    def told(self) -> list[tuple[str, str]]:
        return [(one.place, one.sentence) for one in warnings(self.record)]


def test_a_sound_record_has_no_contradictions() -> None:
    assert Sound().told() == []


def doubles_a_label(making: Sound) -> None:
    items = making.record.items
    for item, title in zip(items, ("Costs", "Needs"), strict=False):
        making.record.papers.append(Paper(meeting_id=item.meeting_id, item_id=item.id, label="1A", title=title))


def sets(name: str, **fields: object) -> Callable[[Sound], None]:
    """Return a change that sets fields of one thing of the sound record."""

    def change(making: Sound) -> None:
        thing: object = making
        for part in name.split("."):
            thing = getattr(thing, part)
        for field, value in fields.items():
            assert hasattr(thing, field)
            setattr(thing, field, value)

    return change


def present_and_away(making: Sound) -> None:
    making.line("Dai", person_id=making.dai.person_id)


def present_and_away_by_name(making: Sound) -> None:
    making.line("Eve", person_id=None, status=Presence.IN_ATTENDANCE, organisation="Council")
    making.line("eve", person_id=None, status=Presence.ABSENT, organisation="Council")


def twice_away(making: Sound) -> None:
    making.line("Dai", person_id=making.dai.person_id, status=Presence.APOLOGIES)


def for_a_missing_item(making: Sound) -> None:
    making.for_item(making.line("Fay", status=Presence.IN_ATTENDANCE), None, "9")


def interest_in_missing_items(making: Sound) -> None:
    making.declare(making.ann, making.grants, making.opening, recused=False)
    for row, number in zip(making.record.declaration_items, ("7", "8.1"), strict=True):
        row.item_id, row.number = None, number


def stays_and_left_before_coming(making: Sound) -> None:
    making.stay(making.ann, arrived_item_id=making.grants.id, left_item_id=making.minutes.id)
    making.stay(making.ann)


def votes_twice(making: Sound) -> None:
    making.record.votes[2].attendance_id = making.ann.id
    making.record.votes[2].person_id = making.ann.person_id
    making.record.votes[2].name = "Ann"


def an_outsider_votes(making: Sound) -> None:
    making.record.votes[2].person_id, making.record.votes[2].attendance_id = uuid4(), None
    making.record.votes[2].name = "Zoe"


def an_adviser_votes(making: Sound) -> None:
    making.cat.voting = False
    making.board.terms = None


def sectors_differ(making: Sound) -> None:
    making.record.sector_tallies.append(
        SectorTally(
            meeting_id=making.meeting_id, vote_event_id=making.event.id, sector=Sector.HEALTH, yes=2, no=0, abstain=0
        )
    )


def reconvened_earlier(making: Sound) -> None:
    making.record.meeting.notice_given_on = None
    making.record.days.append(MeetingDay(meeting_id=making.meeting_id, position=1, held_on=date(2026, 3, 11)))


def by_the_absent(making: Sound) -> None:
    making.record.points.append(
        Point(meeting_id=making.meeting_id, item_id=making.grants.id, person_id=making.dai.person_id, text="…")
    )
    making.record.presidings.append(Presiding(meeting_id=making.meeting_id, person_id=making.dai.person_id))


def presiding_by_name(making: Sound) -> None:
    making.record.presidings.append(Presiding(meeting_id=making.meeting_id, name="Dai"))


def stands_in_for_somebody_present(making: Sound) -> None:
    making.line("Gil", status=Presence.SUBSTITUTE, deputy_for="Ann")


def inquorate_at_the_item(making: Sound) -> None:
    making.declare(making.cat, making.sub)
    making.decide(making.sub, result=Result.CARRIED, number="4")


def dissent(making: Sound) -> None:
    making.decision.method = Method.UNANIMOUS
    making.record.vote_events.clear()
    making.record.dissents.append(Dissent(decision_id=making.decision.id, name="Cat"))


def ratifies_a_later_one(making: Sound) -> None:
    later = uuid4()
    making.record.other_days[later] = date(2026, 6, 11)
    making.link(of_meeting_id=later)


def minutes_of_another_day(making: Sound) -> None:
    making.confirmed.of_meeting_id = uuid4()
    making.record.other_days[making.confirmed.of_meeting_id] = date(2025, 12, 10)


def agenda_and_resolution_differ(making: Sound) -> None:
    making.record.confirmations.clear()
    making.record.decisions[0].wording = "Minutes of 11 December 2024 approved."


def adopted_though_lost(making: Sound) -> None:
    making.decision.result = Result.LOST
    making.record.vote_events.clear()
    making.record.answers.append(
        Answer(
            proposal_id=uuid4(),
            item_id=making.grants.id,
            decision_id=making.decision.id,
            answer=AnswerKind.ADOPTED,
            reason="",
            told_on=date(2026, 3, 1),
            answered_on=HELD_ON,
        )
    )


def an_action_for_an_absent_role(making: Sound) -> None:
    making.action.owner_role, making.action.owner_organisation = "Director", "Police"


def motion_by_one_person(making: Sound) -> None:
    making.motion(mover="Ann", mover_id=making.ann.person_id, seconder_id=making.ann.person_id)


def amendment_elsewhere(making: Sound) -> None:
    making.motion(item_id=making.opening.id, amends_id=making.motion().id)


def lost_motion(making: Sound) -> None:
    making.event.motion_id = making.motion(result=Result.LOST).id


ROWS: list[tuple[Callable[[Sound], object], list[tuple[str, str]]]] = [
    (
        sets("day", ends=time(18)),
        [("Meeting, 12 March 2026", "It ends at 18:00, before it starts at 18:30.")],
    ),
    (
        reconvened_earlier,
        [("Meeting, 11 March 2026", "It is reconvened on 11 March 2026, before the day it follows.")],
    ),
    (
        sets("record.meeting", notice_given_on=date(2026, 3, 5)),
        [("Notice", "Children's Trust Board gives 5 clear working days of notice; there were 4.")],
    ),
    (
        sets("record.meeting", notice_given_on=HELD_ON),
        [("Notice", "Notice is dated 12 March 2026, which is not before the meeting on 12 March 2026.")],
    ),
    (
        sets("board.terms", quorum_number=5),
        [
            (
                "Quorum",
                "The record says that there was a quorum, but by the terms of Children's Trust Board: 2 short.",
            ),
            (
                "Item 2, decision “The minutes of 11 December 2025 were approved.”",
                "It was carried without a quorum, but is not marked as provisional.",
            ),
            ("Item 3, decision 1", "It was carried without a quorum, but is not marked as provisional."),
        ],
    ),
    (
        sets("record.meeting", quorate=False),
        [
            (
                "Quorum",
                (
                    "The record says that there was no quorum, but the terms of Children's Trust Board are met "
                    "by the 3 voting members present."
                ),
            )
        ],
    ),
    (
        sets("decision", provisional=True),
        [("Item 3, decision 1", "It is marked as provisional, but there was a quorum.")],
    ),
    (
        inquorate_at_the_item,
        [("Item 3.1, decision 4", "It was carried without a quorum, but is not marked as provisional.")],
    ),
    (
        sets("record.meeting", next_date=date(2026, 3, 12), next_words=""),
        [("Next meeting", "It is dated 12 March 2026, which is not after this meeting on 12 March 2026.")],
    ),
    (
        # Haringey, 20 November 2006.
        sets("record.meeting", next_date=None, next_words="26 January 2006"),
        [("Next meeting", "The words give 26 January 2006, which is not after this meeting.")],
    ),
    (
        sets("record.meeting", next_words="Friday 11 June 2026"),
        [("Next meeting", "11 June 2026 is called a Friday, but it is a Thursday.")],
    ),
    (
        sets("record.meeting", next_words="18 June 2026"),
        [("Next meeting", "The words give 18 June 2026, the date is 11 June 2026.")],
    ),
    (present_and_away, [("Attendance", "Dai is marked present and also sent apologies.")]),
    (present_and_away_by_name, [("Attendance", "Eve is marked present and also is marked absent.")]),
    (twice_away, [("Attendance", "Dai stands there twice (apologies).")]),
    (for_a_missing_item, [("Attendance", "Fay is said to be there for item 9, which is not on the agenda.")]),
    (
        interest_in_missing_items,
        [("Declarations of interest", "Ann declares an interest in items 7 and 8.1, not on the agenda.")],
    ),
    (
        lambda making: making.declare(making.dai, making.grants),
        [("Declarations of interest", "Dai declares an interest, but sent apologies.")],
    ),
    (
        lambda making: making.declare(making.ann, making.opening, left_at=time(19), returned_at=time(18, 45)),
        [("Declarations of interest", "Ann is said to be back at 18:45, before leaving at 19:00.")],
    ),
    (stays_and_left_before_coming, [("Attendance", "Ann left at Item 2, before arriving at Item 3.")]),
    (
        lambda making: making.stay(making.ann, arrived_at=time(19), left_at=time(18, 45)),
        [("Attendance", "Ann left at 18:45, before arriving at 19:00.")],
    ),
    (
        lambda making: making.stay(making.ann, left_at=time(18, 15)),
        [("Attendance", "Ann left at 18:15, before the meeting began at 18:30.")],
    ),
    (
        lambda making: making.stay(making.ann, arrived_at=time(20, 45)),
        [("Attendance", "Ann arrived at 20:45, when the meeting was over (20:30).")],
    ),
    (
        lambda making: making.stay(making.dai, arrived_at=time(19)),
        [("Attendance", "Dai sent apologies, but came or left.")],
    ),
    (stands_in_for_somebody_present, [("Attendance", "Gil stands in for Ann, who is present throughout.")]),
    (
        by_the_absent,
        [
            ("Presiding", "Dai is in the chair, but sent apologies."),
            ("Item 3", "A point (statement) is by Dai, who sent apologies."),
        ],
    ),
    (presiding_by_name, [("Presiding", "Dai is in the chair, but sent apologies.")]),
    (
        # Wrexham has two items numbered 1.
        sets("minutes", number="1"),
        [("Item 1", "2 items have the number 1: “Welcome” and “Minutes of 11 December 2025”.")],
    ),
    (doubles_a_label, [("Item 2", "2 papers have the label 1A: “Costs” and “Needs”.")]),
    (
        sets("minutes", minute_number="41"),
        [("Item 1", "2 items have the minute number 41: “Welcome” and “Minutes of 11 December 2025”.")],
    ),
    (
        sets("sub", parent_id=uuid4()),
        [("Item 3.1", "It stands under an item that is not on the agenda.")],
    ),
    (
        lambda making: setattr(making.grants, "parent_id", making.sub.id),
        [("Item 3", "It stands under itself.")],
    ),
    (
        sets("opening", parent_words="9"),
        [("Item 1", "It is said to stand under item 9, which is not on the agenda.")],
    ),
    (
        sets("grants", taken_after="6"),
        [("Item 3", "It is said to be taken after item 6, which is not on the agenda.")],
    ),
    (
        sets("grants", state=ItemState.WITHDRAWN),
        [("Item 3", "The item is withdrawn, but has a decision that was carried.")],
    ),
    (
        sets("event", yes=3, no=1),
        [
            ("Item 3, vote", "4 votes are counted, but 3 voting members were present."),
            ("Item 3, vote", "3 for is stated, but the members' own votes give 2."),
        ],
    ),
    (
        sets("event", yes=1, no=0),
        [
            ("Item 3, vote", "1 vote is counted, but 3 voting members were present: 2 fewer."),
            ("Item 3, vote", "1 for is stated, but the members' own votes give 2."),
            ("Item 3, vote", "0 against is stated, but the members' own votes give 1."),
        ],
    ),
    (sectors_differ, [("Item 3, vote", "1 against is stated, but the sectors' votes give 0.")]),
    (
        sets("event", result=VoteResult.LOST),
        [
            ("Item 3, vote", "The result is stated as lost, but by the figures it is carried."),
            ("Item 3, decision 1", "The decision is carried, but the vote on it is lost."),
        ],
    ),
    (
        sets("decision", result=Result.LOST),
        [("Item 3, decision 1", "The decision is lost, but the vote on it is carried.")],
    ),
    (
        sets("decision", method=Method.CONSENSUS),
        [("Item 3, decision 1", "The decision is called consensus, but 1 vote was against.")],
    ),
    (lost_motion, [("Item 3, motion", "The motion is lost, but the vote on it is carried.")]),
    (
        sets("event", casting=NO),
        [("Item 3, vote", "A casting vote is recorded, but the votes were not equal.")],
    ),
    (
        sets("event", abstain=None, no=None, rest=NO),
        [("Item 3, vote", "The rest (1) is worked out from the 3 voting members present.")],
    ),
    (votes_twice, [("Item 3, vote", "Ann voted twice.")]),
    (an_outsider_votes, [("Item 3, vote", "Zoe voted, but does not stand in the attendance.")]),
    (
        lambda making: making.stay(making.cat, left_item_id=making.grants.id),
        [
            ("Item 3, vote", "3 votes are counted, but 2 voting members were present."),
            ("Item 3, vote", "Cat voted, but was not in the room."),
            ("Item 3, decision 1", "It was carried without a quorum, but is not marked as provisional."),
        ],
    ),
    (
        an_adviser_votes,
        [
            ("Item 3, vote", "3 votes are counted, but 2 voting members were present."),
            ("Item 3, vote", "Cat voted, but may not: Has no vote."),
        ],
    ),
    (
        lambda making: making.link(),
        [("Item 3, decision 1", "It ratifies “the October meeting”, which is not found in this board file.")],
    ),
    (
        lambda making: making.link(of_decision_id=making.decision.id),
        [("Item 3, decision 1", "It ratifies itself.")],
    ),
    (
        ratifies_a_later_one,
        [("Item 3, decision 1", "It ratifies what was decided later, on 11 June 2026.")],
    ),
    (
        sets("decision", decided_on=date(2026, 3, 13)),
        [("Item 3, decision 1", "It is dated 13 March 2026, which is no day of this meeting.")],
    ),
    (dissent, [("Item 3, decision 1", "It is called unanimous, but dissent is recorded.")]),
    (motion_by_one_person, [("Item 3, motion", "Ann both moved and seconded it.")]),
    (amendment_elsewhere, [("Item 1, motion", "It amends a motion under Item 3.")]),
    (
        adopted_though_lost,
        [
            ("Item 3", "A proposal is adopted, but the decision on it is lost."),
            ("Item 3", "The proposer was told on 1 March 2026, before the proposal was answered."),
        ],
    ),
    (
        lambda making: setattr(making.owner, "person_id", making.dai.person_id),
        [("Item 3, action", "“Tell the applicants” is given to Dai, who sent apologies.")],
    ),
    (
        an_action_for_an_absent_role,
        [("Item 3, action", "“Tell the applicants” is given to Dai, who sent apologies.")],
    ),
    (
        sets("action", owner_role="dai"),
        [("Item 3, action", "“Tell the applicants” is given to Dai, who sent apologies.")],
    ),
    (
        sets("action", due_on=date(2026, 3, 1)),
        [("Item 3, action", "“Tell the applicants” is due on 1 March 2026, before this meeting.")],
    ),
    (
        minutes_of_another_day,
        [
            (
                "Item 2",
                "The minutes confirmed are dated 11 December 2025, but that meeting was on 10 December 2025.",
            )
        ],
    ),
    (
        sets("confirmed", of_date=HELD_ON),
        [
            ("Item 2", "The minutes confirmed are dated 12 March 2026, which is not before this meeting."),
            ("Item 2", "It speaks of the minutes of 11 December 2025, but elsewhere they are those of 12 March 2026."),
        ],
    ),
    (
        # Brighton: the agenda says 2011, the resolution 2012.
        agenda_and_resolution_differ,
        [
            (
                "Item 2",
                "It speaks of the minutes of 11 December 2024, but elsewhere they are those of 11 December 2025.",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("change", "told"), ROWS, ids=[told[0][1][:60] for _, told in ROWS])
def test_a_contradiction_is_told(change: Callable[[Sound], object], told: list[tuple[str, str]]) -> None:
    making = Sound()
    change(making)
    assert making.told() == told


@pytest.mark.parametrize(
    "title", ["A correction to the minutes of 23 January", "Matters arising from the minutes of 23 January 2025"]
)
def test_an_item_about_minutes_confirmed_long_ago_confirms_none(title: str) -> None:
    making = Sound()
    making.grants.title = title
    making.decision.wording = "That a correction to the minutes of 23 January 2025 be recorded."
    assert making.told() == []


def test_a_meeting_may_run_past_midnight() -> None:
    making = Sound()
    making.day.ends = time(0, 15)
    assert making.told() == []


def test_a_proxys_second_line_and_a_second_seat_are_no_contradiction() -> None:
    making = Sound()
    making.line("Ann", person_id=making.ann.person_id, status=Presence.SUBSTITUTE, proxy=True, deputy_for="Dai")
    making.line("Bob", making.seat("Second seat", voting=False), person_id=making.bob.person_id)
    assert making.told() == [
        # The proxy for Dai is a vote that nobody cast.
        ("Item 3, vote", "3 votes are counted, but 4 voting members were present: 1 fewer.")
    ]


def test_a_deputy_who_takes_over_during_the_meeting_is_no_contradiction() -> None:
    making = Sound()
    making.line("Gil", status=Presence.SUBSTITUTE, deputy_for="Ann", seat_id=making.ann.seat_id)
    making.stay(making.ann, left_item_id=making.sub.id)
    assert making.told() == []


def test_an_action_for_a_role_that_somebody_present_has_too_is_no_contradiction() -> None:
    making = Sound()
    an_action_for_an_absent_role(making)
    making.line("Eve", status=Presence.IN_ATTENDANCE, role="Director", organisation="Police")
    assert making.told() == []


def test_lines_without_a_name_are_not_taken_for_one_another() -> None:
    making = Sound()
    making.record.meeting.quorate = None
    making.line(status=Presence.APOLOGIES, counted=True, headcount=1)
    making.line(status=Presence.PRESENT, voting=False)
    making.line(status=Presence.SUBSTITUTE, voting=False)
    making.record.presidings.append(Presiding(meeting_id=making.meeting_id))
    making.record.action_owners.clear()
    making.record.votes[2].person_id = making.record.votes[2].attendance_id = None
    making.record.votes[1].person_id = making.record.votes[1].attendance_id = None
    assert making.told() == []


def test_a_decision_between_meetings_has_its_own_day_and_needs_no_quorum() -> None:
    making = Sound()
    making.decide(None, method=Method.BETWEEN_MEETINGS, decided_on=date(2026, 2, 2), provisional=True)
    making.decide(None, meeting_id=None, decided_on=date(2026, 2, 2), provisional=True)
    assert making.told() == []


def test_a_vote_is_on_the_item_of_its_motion_or_its_decision() -> None:
    making = Sound()
    making.event.item_id = None
    making.event.casting = NO
    assert [place for place, _ in making.told()] == ["Item 3, vote"]
    making.event.decision_id = None
    making.motion(item_id=making.opening.id)
    making.event.motion_id = making.motion().id
    assert [place for place, _ in making.told()] == ["Item 3, vote"]


def test_a_number_of_people_is_told_and_neither_makes_nor_breaks_a_quorum() -> None:
    making = Making(quorum_number=20)
    making.record.meeting.quorate = True
    making.line(role="Councillor", counted=True, headcount=60)
    item = making.item("10")
    making.vote(item_id=item.id, yes=18, no=41, abstain=1, result=VoteResult.LOST)
    making.decide(item, result=Result.LOST)
    found = warnings(making.record)
    assert [one.sentence for one in found] == [
        "Those present stand as a number (60 people), so no quorum can be worked out from them."
    ]
    making.line(role="Young people", counted=True, headcount=None)
    assert "several people" in warnings(making.record)[0].sentence


def test_each_contradiction_says_which_row_it_is_about() -> None:
    making = Sound()
    making.event.casting = NO
    assert [one.about for one in warnings(making.record)] == [making.event.id]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["", "st", "nd", "rd", "th"]))
def test_dates_are_found_in_words(day: date, ending: str) -> None:
    number, month, year = day_words(day).split(" ")
    text = f"The minutes of {number}{ending} {month} {year}, and 31 February 2020."
    assert [one.day for one in dates_in(text)] == [day]


@given(st.data())
def test_no_record_however_broken_makes_the_rules_fail(data: st.DataObject) -> None:
    """Dangling ids, circles and odd figures are told about, not raised about."""
    making = Sound()
    ids = st.sampled_from([None, uuid4(), making.grants.id, making.sub.id, making.ann.id, making.ann.person_id])
    figures = st.none() | st.integers(0, 9)
    record = making.record
    making.for_item(making.ann, making.sub)
    making.stay(making.bob, arrived_item_id=making.grants.id)
    making.declare(making.cat, making.grants)
    making.motion(amends_id=making.motion().id)
    rows = [
        *record.items,
        *record.attendances,
        *record.stays,
        *record.declaration_items,
        *record.decisions,
        *record.vote_events,
        *record.votes,
        *record.motions,
        *record.confirmations,
        *record.days,
    ]
    for row in rows:
        for name in ("parent_id", "item_id", "person_id", "seat_id", "motion_id", "amends_id", "attendance_id"):
            if hasattr(row, name) and data.draw(st.integers(0, 3)) == 0:
                setattr(row, name, data.draw(ids))
        for name in ("yes", "no", "abstain", "headcount"):
            if hasattr(row, name):
                setattr(row, name, data.draw(figures))
        for name in ("held_on", "starts", "ends", "name", "number", "taken_after"):
            if hasattr(row, name) and data.draw(st.integers(0, 5)) == 0:
                value = getattr(row, name)
                setattr(row, name, "" if isinstance(value, str) else None)
    record.meeting.next_date = HELD_ON - timedelta(days=data.draw(st.integers(-9, 9)))
    for one in warnings(record):
        assert one.sentence.endswith(".")
        assert one.place
        assert "None" not in one.place + one.sentence
