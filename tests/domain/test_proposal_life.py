"""How far a proposal has come and how old it is, whatever its answers were."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.proposal_life import (
    LifeEvent,
    LifeStep,
    age_in_days,
    deferred_until,
    in_order,
    is_due_again,
    is_late,
    leads_back_to,
    state_of,
    step_of,
)
from boardroom.domain.words import AnswerKind

TODAY = date(2026, 11, 22)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))


@dataclass(frozen=True)
class Said:
    answer: AnswerKind
    told_on: date | None = None


ANSWERS = st.lists(st.builds(Said, st.sampled_from(AnswerKind), st.none() | DAYS), max_size=5)


@given(ANSWERS)
def test_the_last_answer_is_the_state(answers: list[Said]) -> None:
    assert state_of(answers) is (answers[-1].answer if answers else None)


@given(ANSWERS, st.booleans(), st.booleans())
def test_a_proposal_is_as_far_as_its_furthest_step(answers: list[Said], tabled: bool, considered: bool) -> None:  # noqa: FBT001 - drawn
    step = step_of(tabled=tabled, considered=considered, answers=answers)
    assert (step in {LifeStep.ANSWERED, LifeStep.TOLD}) is bool(answers)
    assert (step is LifeStep.TOLD) is (bool(answers) and answers[-1].told_on is not None)
    if not answers:
        assert step is (LifeStep.CONSIDERED if considered else LifeStep.TABLED if tabled else LifeStep.RECEIVED)


@given(DAYS, DAYS, DAYS)
def test_an_unanswered_one_grows_a_day_older_each_day_and_an_answered_one_no_more(
    asked: date, today: date, answered_on: date
) -> None:
    age = age_in_days(asked, today, answered=False, answered_on=None)
    tomorrow = age_in_days(asked, today + timedelta(days=1), answered=False, answered_on=None)
    assert age is not None
    assert tomorrow is not None
    assert tomorrow - age == (1 if today >= asked else 0)
    assert age >= 0
    took = age_in_days(asked, today, answered=True, answered_on=answered_on)
    assert took == age_in_days(asked, today + timedelta(days=400), answered=True, answered_on=answered_on)
    assert took == max(0, (answered_on - asked).days)


def test_an_age_is_not_known_where_a_day_is_missing() -> None:
    assert age_in_days(None, TODAY, answered=False, answered_on=None) is None
    assert age_in_days(TODAY, TODAY, answered=True, answered_on=None) is None


@given(st.none() | st.integers(0, 400), st.none() | st.integers(0, 400))
def test_only_what_waits_longer_than_promised_is_late(age: int | None, promised: int | None) -> None:
    late = is_late(age, promised, answered=False)
    assert late is (age is not None and promised is not None and age > promised)
    assert not is_late(age, promised, answered=True)


def test_the_last_promised_day_is_in_time() -> None:
    assert not is_late(56, 56, answered=False)
    assert is_late(57, 56, answered=False)


@given(DAYS, DAYS)
def test_what_was_deferred_is_due_again_after_its_day(day: date, today: date) -> None:
    words = f"{day.day} {day:%B} {day.year}"
    assert deferred_until(AnswerKind.DEFERRED, words) == day
    assert is_due_again(AnswerKind.DEFERRED, words, today) is (day < today)
    assert not is_due_again(AnswerKind.DECLINED, words, today)
    assert not is_due_again(None, words, today)


def test_words_that_write_no_day_out_are_never_due() -> None:
    assert not is_due_again(AnswerKind.DEFERRED, "the next meeting", TODAY)
    assert not is_due_again(AnswerKind.DEFERRED, "in two weeks", TODAY)


@given(st.lists(st.builds(LifeEvent, step=st.sampled_from(LifeStep), on=st.none() | DAYS)))
def test_a_life_is_told_by_the_day_and_what_has_none_comes_last(events: list[LifeEvent]) -> None:
    told = in_order(events)
    assert sorted(map(str, told)) == sorted(map(str, events))
    dated = [one.on for one in told if one.on is not None]
    assert dated == sorted(dated)
    assert all(one.on is None for one in told[len(dated) :])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12), st.integers(0, 9), st.integers(0, 9))
def test_a_chain_of_earlier_proposals_is_followed_to_its_end_also_in_a_circle(
    pairs: list[tuple[int, int]], start: int, wanted: int
) -> None:
    before = dict(pairs)
    met, at = set[int](), start
    while at not in met:
        met.add(at)
        at = before.get(at, at)
    chain = [(UUID(int=one), UUID(int=other)) for one, other in before.items()]
    assert leads_back_to(UUID(int=wanted), chain, UUID(int=start)) is (wanted in met)
