"""The sentence that minutes print about a vote."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.tally import Members, result_of_event
from boardroom.domain.vote_sentence import result_lines, sentence
from boardroom.domain.votes import SectorTally, VoteEvent
from boardroom.domain.words import Sector, VoteBasis, VoteMethod, VoteOption, VoteResult


def said(present: int | None = None, **fields: Any) -> str:  # noqa: ANN401 - the fields of a vote event
    event = VoteEvent(meeting_id=uuid4(), **fields)
    return sentence(event, result_of_event(event, members=Members(present=present)))


NAMED, HANDS, BALLOT = VoteMethod.NAMED, VoteMethod.HANDS, VoteMethod.BALLOT


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"method": NAMED, "yes": 10, "no": 1, "abstain": 1}, "Carried by named vote, 10 to 1, with 1 abstention."),
        ({"method": NAMED, "yes": 18, "no": 41, "abstain": 2}, "Lost by named vote, 18 to 41, with 2 abstentions."),
        ({"method": HANDS, "yes": 7, "no": 0, "abstain": 0}, "Carried unanimously on a show of hands, 7 to 0."),
        ({"yes": 7, "no": 0, "abstain": 2}, "Carried nem. con., 7 to 0, with 2 abstentions."),
        ({"method": BALLOT, "yes": 7, "no": 0}, "Carried nem. con. by ballot, 7 to 0."),
        ({"yes": 5, "no": 5}, "Lost, the votes being equal, 5 to 5."),
        (
            {"method": HANDS, "yes": 5, "no": 5, "casting": VoteOption.YES},
            "Carried on a show of hands, on the casting vote of the Chair, the votes being equal, 5 to 5.",
        ),
        (
            {"yes": 5, "no": 5, "casting": VoteOption.NO, "casting_by": "Cllr Hughes"},
            "Lost, on the casting vote of Cllr Hughes, the votes being equal, 5 to 5.",
        ),
        (
            {"method": HANDS, "yes": 16, "rest": VoteOption.NO},
            "Lost on a show of hands, 16 in favour, the rest against.",
        ),
        (
            {"yes": 8, "no": 4, "threshold_numerator": 2, "threshold_denominator": 3},
            "Carried, 8 to 4 (at least two thirds of the votes cast needed).",
        ),
        (
            {"yes": 40, "threshold_numerator": 5, "threshold_denominator": 7, "basis": VoteBasis.PRESENT},
            "Carried, 40 in favour (at least 5 in 7 of the voting members present needed).",
        ),
        ({"method": HANDS, "result": VoteResult.CARRIED}, "Carried on a show of hands."),
        ({"method": BALLOT}, "Voted on by ballot, the result not being stated."),
        ({"yes": 3, "no": 2, "not_voting": 1, "absent": 4}, "Carried, 3 to 2, 1 not voting, 4 absent."),
        ({"no": 2, "result": VoteResult.CARRIED}, "Carried, 2 against."),
    ],
)
def test_a_vote_is_said_in_one_sentence(fields: dict[str, Any], expected: str) -> None:
    assert said(present=48, **fields) == expected


def test_what_the_record_states_is_said_whatever_the_figures_give() -> None:
    assert said(yes=3, no=9, result=VoteResult.CARRIED) == "Carried, 3 to 9."


def test_a_vote_by_sector_names_each() -> None:
    event = VoteEvent(meeting_id=uuid4(), method=VoteMethod.SECTORS)
    tallies = [
        SectorTally(meeting_id=event.meeting_id, vote_event_id=event.id, sector=Sector.HEALTH, yes=6, no=1, abstain=1),
        SectorTally(meeting_id=event.meeting_id, vote_event_id=event.id, sector=Sector.FAITH, yes=1, no=0, abstain=0),
        SectorTally(meeting_id=event.meeting_id, vote_event_id=event.id, sector=Sector.POLICE),
    ]
    assert sentence(event, result_of_event(event, sectors=tallies[:2]), tallies[:2]) == (
        "Carried by sector vote, 7 to 1, with 1 abstention. Health: 6 to 1, with 1 abstention; faith: 1 to 0."
    )
    assert sentence(event, result_of_event(event, sectors=tallies), tallies).endswith("police: not stated.")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"yes": 0, "no": 0, "abstain": 1}, "Police: 1 abstention."),
        ({"yes": 0, "no": 0, "abstain": 0}, "Police: no votes."),
        ({"yes": 0, "no": 0}, "Police: no votes."),
    ],
)
def test_a_sector_that_only_abstained_is_told_without_noughts(counts: dict[str, Any], expected: str) -> None:
    event = VoteEvent(meeting_id=uuid4(), method=VoteMethod.SECTORS, yes=3, no=1, result=VoteResult.CARRIED)
    tally = SectorTally(meeting_id=event.meeting_id, vote_event_id=event.id, sector=Sector.POLICE, **counts)
    assert sentence(event, result_of_event(event), [tally]).endswith(expected)


maybe = st.none() | st.integers(0, 70)


@given(
    st.fixed_dictionaries(
        {
            "method": st.sampled_from(VoteMethod),
            "yes": maybe,
            "no": maybe,
            "abstain": maybe,
            "rest": st.none() | st.sampled_from(VoteOption),
            "casting": st.none() | st.sampled_from(VoteOption),
            "result": st.sampled_from(VoteResult),
            "basis": st.sampled_from(VoteBasis),
            "threshold_numerator": st.none() | st.integers(1, 3),
            "threshold_denominator": st.sampled_from([None, 3, 4]),
        }
    ),
    maybe,
)
def test_every_vote_makes_one_sentence_with_all_its_stated_figures(fields: dict[str, Any], present: int | None) -> None:
    text = said(present=present, **fields)
    assert text[0].isupper()
    assert text.endswith(".")
    assert "None" not in text
    for option in ("yes", "no", "abstain"):
        assert not fields[option] or str(fields[option]) in text


@pytest.mark.parametrize(
    ("fields", "headline", "rest"),
    [
        ({"method": NAMED, "yes": 10, "no": 1, "abstain": 1}, "Carried, 10 to 1", "By named vote, with 1 abstention."),
        ({"yes": 7, "no": 0, "abstain": 0}, "Carried, 7 to 0", "Unanimously."),
        ({"yes": 5, "no": 5}, "Lost, 5 to 5", "The votes being equal."),
        ({"result": VoteResult.CARRIED}, "Carried", ""),
        ({"result": VoteResult.CARRIED, "abstain": 2}, "Carried", "With 2 abstentions."),
        ({"method": HANDS}, "Result not stated", "On a show of hands."),
        (
            {"yes": 9, "no": 3, "threshold_numerator": 2, "threshold_denominator": 3},
            "Carried, 9 to 3",
            "At least two thirds of the votes cast needed.",
        ),
    ],
)
def test_a_room_reads_the_result_first_and_then_the_rest(fields: dict[str, Any], headline: str, rest: str) -> None:
    event = VoteEvent(meeting_id=uuid4(), **fields)
    assert result_lines(event, result_of_event(event)) == (headline, rest)
