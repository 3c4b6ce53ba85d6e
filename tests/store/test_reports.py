"""Every number of a report, counted again by plain SQL: on the sample board, and on boards made by dice."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from boardroom.domain.audience import Audience
from boardroom.domain.period import Period, Span, span_of, spans
from boardroom.domain.words import ActionStatus, AnswerKind, ReasonCategory, Result, Sector
from boardroom.store.file import BoardFile
from boardroom.store.queries.reports import Asked, asked_of
from boardroom.store.queries.reports_answered import ON_NO_STRAND, Answered, answered
from boardroom.store.queries.reports_balance import balance
from boardroom.store.queries.reports_duty import duty
from boardroom.store.queries.reports_early import early
from boardroom.store.queries.reports_year import review
from tests.store.dice import board_by_dice
from tests.store.sample import board_id_of, sample_file

ALL = Period(until=date(2027, 12, 31))
LAST_YEAR = Period(since=date(2025, 1, 1), until=date(2025, 12, 31))
THIS_YEAR = Period(since=date(2026, 1, 1), until=date(2026, 11, 22))
periods = pytest.mark.parametrize("period", [ALL, LAST_YEAR, THIS_YEAR], ids=["all", "2025", "2026"])
audiences = pytest.mark.parametrize("audience", Audience, ids=str)

# What the tables below are made of, in the plainest words there are.
_HIDDEN = """hidden(id) AS (
    SELECT id FROM agenda_item WHERE restricted AND :public
    UNION SELECT below.id FROM agenda_item below JOIN hidden ON below.parent_id = hidden.id)"""
_DAY = """day(meeting_id, day) AS (
    SELECT meeting_id, held_on FROM meeting_day d WHERE held_on IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM meeting_day e WHERE e.meeting_id = d.meeting_id AND e.held_on IS NOT NULL
        AND (e.position, e.id) < (d.position, d.id)))"""
_HELD = """held(id, day) AS (
    SELECT m.id, day.day FROM meeting m LEFT JOIN day ON day.meeting_id = m.id
    WHERE coalesce(m.status, 'held') NOT IN ('planned', 'cancelled', 'postponed')
    AND (:since IS NULL OR day.day >= :since) AND (day.day IS NULL OR day.day <= :until))"""
_PUT = """put(id, day, strand) AS (
    SELECT p.id, coalesce(p.received_on, day.day),
        coalesce(p.strand_id, (SELECT strand_id FROM call WHERE call.id = p.call_id),
            (SELECT i.strand_id FROM agenda_item i WHERE i.id = p.item_id),
            (SELECT up.strand_id FROM agenda_item i JOIN agenda_item up ON up.id = i.parent_id WHERE i.id = p.item_id))
    FROM proposal p LEFT JOIN day ON day.meeting_id = p.meeting_id
    WHERE (p.item_id IS NULL OR p.item_id NOT IN (SELECT id FROM hidden)) AND p.id NOT IN (SELECT id FROM withheld)
    AND (:since IS NULL OR coalesce(p.received_on, day.day) >= :since)
    AND (coalesce(p.received_on, day.day) IS NULL OR coalesce(p.received_on, day.day) <= :until))"""
_UNSEEN = """secret(id) AS (
    SELECT d.id FROM decision d LEFT JOIN motion m ON m.id = d.motion_id
    WHERE d.item_id IN (SELECT id FROM hidden) OR m.item_id IN (SELECT id FROM hidden))"""
_WITHHELD = """given(id, proposal_id, secret, position) AS (
    SELECT a.id, a.proposal_id, coalesce(a.item_id IN (SELECT id FROM hidden), false)
        OR coalesce(a.decision_id IN (SELECT id FROM secret), false), a.position
    FROM answer a LEFT JOIN day ON day.meeting_id = a.meeting_id
    WHERE coalesce(a.answered_on, day.day) IS NULL OR coalesce(a.answered_on, day.day) <= :until),
  withheld(id) AS (
    SELECT proposal_id FROM given g WHERE secret AND NOT EXISTS (
        SELECT 1 FROM given l WHERE l.proposal_id = g.proposal_id AND (l.position, l.id) > (g.position, g.id)))"""
_ANSWER = """known(id, proposal_id, answer, category, told_on, day, position) AS (
    SELECT a.id, a.proposal_id, a.answer, a.category, a.told_on, coalesce(a.answered_on, day.day), a.position
    FROM answer a LEFT JOIN day ON day.meeting_id = a.meeting_id
    WHERE (a.item_id IS NULL OR a.item_id NOT IN (SELECT id FROM hidden))
    AND (a.decision_id IS NULL OR a.decision_id NOT IN (SELECT id FROM secret))
    AND (coalesce(a.answered_on, day.day) IS NULL OR coalesce(a.answered_on, day.day) <= :until)),
  last(proposal_id, answer, category, told_on, day) AS (
    SELECT proposal_id, answer, category, told_on, day FROM known k WHERE NOT EXISTS (
        SELECT 1 FROM known l WHERE l.proposal_id = k.proposal_id AND (l.position, l.id) > (k.position, k.id)))"""
_BY = """sector_by(proposal_id, sector) AS (
    SELECT DISTINCT put.id, coalesce(nullif(r.sector, 'unknown'), nullif((
        SELECT s.sector FROM organisation_status s WHERE s.organisation_id = r.organisation_id
        AND (s.starts IS NULL OR s.starts <= put.day) AND (s.ends IS NULL OR s.ends >= put.day)
        ORDER BY s.starts DESC LIMIT 1), 'unknown'), 'unknown')
    FROM put LEFT JOIN proposer r ON r.proposal_id = put.id)"""
_WITH = f"WITH RECURSIVE {_HIDDEN}, {_DAY}, {_HELD}, {_UNSEEN}, {_WITHHELD}, {_PUT}, {_ANSWER}, {_BY} "


class Plain:
    """Asks by plain SQL."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._session = session
        self._names = {
            "public": asked.audience is Audience.PUBLIC,
            "since": asked.period.since and asked.period.since.isoformat(),
            "until": asked.period.until.isoformat(),
        }

    def rows(self, statement: str, **names: object) -> list[tuple[Any, ...]]:
        used = {**self._names, **names}
        return [tuple(row) for row in self._session.execute(text(_WITH + statement), used)]

    def one(self, statement: str, **names: object) -> Any:  # noqa: ANN401 - whatever is asked
        return self.rows(statement, **names)[0][0]


@pytest.fixture(scope="module", params=["sample", 1, 2], ids=["sample", "dice 1", "dice 2"])
def board(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    path = tmp_path_factory.mktemp("reports") / "Board.boardroom"
    made = sample_file(path) if request.param == "sample" else board_by_dice(path, request.param)
    with made:
        yield made


@pytest.fixture
def session(board: BoardFile) -> Iterator[Session]:
    with board.reading() as one:
        yield one


@pytest.fixture
def asked(board: BoardFile, session: Session, period: Period, audience: Audience) -> Asked:
    return asked_of(session, board_id_of(board), period, audience)


@periods
@audiences
def test_proposals_by_answer_are_as_many_as_plain_sql_counts(session: Session, asked: Asked) -> None:
    figures, plain = answered(session, asked), Plain(session, asked)
    states = "SELECT last.answer, count(*) FROM put LEFT JOIN last ON last.proposal_id = put.id GROUP BY 1"
    assert {state and state.value: number for state, number in figures.whole.states.items() if number} == dict(
        plain.rows(states)
    )
    late = """SELECT count(*) FROM put LEFT JOIN last ON last.proposal_id = put.id
        WHERE last.proposal_id IS NULL AND julianday(:until) - julianday(put.day) > :most"""
    assert figures.whole.late == plain.one(late, most=10**9 if figures.promised is None else figures.promised)
    told = "SELECT count(*) FROM put JOIN last ON last.proposal_id = put.id WHERE last.told_on <= :until"
    assert figures.whole.told == plain.one(told)


@periods
@audiences
def test_sectors_stages_reasons_and_days_are_as_plain_sql_counts_them(session: Session, asked: Asked) -> None:
    figures, plain = answered(session, asked), Plain(session, asked)
    for sector, tally in figures.by_sector.items():
        mine = "JOIN sector_by b ON b.proposal_id = put.id AND b.sector = :sector"
        counted = plain.rows(
            f"""SELECT count(*), sum(last.answer IN ('adopted', 'adapted')), sum(last.answer IS NULL),
            sum(last.answer = 'declined' AND last.category IN ('does not fit the specification', 'timetable too tight'))
            FROM put {mine} LEFT JOIN last ON last.proposal_id = put.id""",  # noqa: S608 - our own words
            sector=sector.value,
        )
        assert (tally.put, tally.agreed, tally.waiting, tally.too_late) == tuple(x or 0 for x in counted[0])
    assert sum(one.put for one in figures.by_sector.values()) == plain.one("SELECT count(*) FROM sector_by")
    reasons = (
        "SELECT category, count(*) FROM put JOIN last ON proposal_id = put.id WHERE answer = 'declined' GROUP BY 1"
    )
    assert {one.value: number for one, number in figures.whole.reasons.items()} == dict(plain.rows(reasons))
    days = """SELECT max(0, julianday(last.day) - julianday(put.day)) FROM put JOIN last ON last.proposal_id = put.id
        WHERE last.answer <> 'withdrawn' AND last.day IS NOT NULL AND put.day IS NOT NULL"""
    taken = [number for (number,) in plain.rows(days)]
    assert figures.whole.median_days == (median(taken) if taken else None)
    _stages_agree(figures, plain)


def _stages_agree(figures: Answered, plain: Plain) -> None:
    order = ("needs", "strategy", "specification", "procurement", "delivery", "review")
    reached = {
        (proposal, order.index(stage))
        for proposal, stage in plain.rows(
            "SELECT put.id, s.stage FROM put JOIN strand_stage s ON s.strand_id = put.strand AND s.began <= put.day"
        )
    }
    counted: dict[int, int] = {}
    for proposal, strand in plain.rows("SELECT id, strand FROM put"):
        places = [place for one, place in reached if one == proposal]
        place = ON_NO_STRAND if strand is None else max(places, default=-1)
        counted[place] = counted.get(place, 0) + 1
    assert {place: tally.put for place, tally in figures.by_stage.items()} == counted


@periods
@audiences
def test_the_balance_is_as_plain_sql_counts_it(session: Session, asked: Asked) -> None:
    figures, plain = balance(session, asked), Plain(session, asked)
    points = """SELECT coalesce(nullif(p.sector, 'unknown'), (SELECT s.sector FROM organisation_status s
            WHERE s.organisation_id = p.organisation_id AND (s.starts IS NULL OR s.starts <= held.day)
            AND (s.ends IS NULL OR s.ends >= held.day) ORDER BY s.starts DESC LIMIT 1), 'unknown'), count(*)
        FROM point p JOIN held ON held.id = p.meeting_id WHERE p.item_id NOT IN (SELECT id FROM hidden) GROUP BY 1"""
    assert {one.value: share.points for one, share in figures.shares.items() if share.points} == dict(
        plain.rows(points)
    )
    assert figures.meetings == plain.one("SELECT count(*) FROM held")
    owned = """SELECT count(DISTINCT a.id) FROM action a JOIN held ON held.id = a.meeting_id
        WHERE (a.item_id IS NULL OR a.item_id NOT IN (SELECT id FROM hidden))
        AND (a.decision_id IS NULL OR a.decision_id NOT IN (SELECT id FROM secret))"""
    several = owned.replace(
        "count(DISTINCT a.id) FROM action a",
        "count(*) FROM (SELECT DISTINCT id, meeting_id, item_id, decision_id FROM action) a",
    )
    assert plain.one(owned) == plain.one(several) <= sum(share.actions for share in figures.shares.values())
    for sector, share in figures.shares.items():
        seats = """SELECT count(*) FROM seat WHERE voting AND sector = :sector
            AND (starts IS NULL OR starts <= :until) AND (ends IS NULL OR ends >= :until)"""
        assert share.seats == plain.one(seats, sector=sector.value)


@periods
@audiences
def test_the_duty_is_as_plain_sql_counts_it(session: Session, asked: Asked) -> None:
    figures, plain = duty(session, asked), Plain(session, asked)
    due = """SELECT DISTINCT s.organisation_id, held.id FROM organisation_status s JOIN held ON held.day IS NOT NULL
        AND (s.starts IS NULL OR s.starts <= held.day) AND (s.ends IS NULL OR s.ends >= held.day) WHERE s.statutory"""
    pairs = set(plain.rows(due))
    came = """SELECT DISTINCT coalesce(a.organisation_id, (SELECT organisation_id FROM seat WHERE seat.id = a.seat_id)),
        a.meeting_id FROM attendance a WHERE a.status IN ('present', 'substitute', 'in attendance') AND NOT a.proxy"""
    there = set(plain.rows(came))
    assert sum(one.whole.due for one in figures.partners) == len(pairs)
    if not asked.hidden_lines:
        assert sum(one.whole.there for one in figures.partners) == len(pairs & there)
    for one in figures.partners:
        assert one.whole.due == sum(owner == str(one.id) for owner, _ in pairs)
        assert one.whole.due == sum(each.due for each in one.by_span.values())
        assert one.whole.there == sum(each.there for each in one.by_span.values())
        names = {"id": str(one.id)}
        assert one.proposals == plain.one(
            "SELECT count(DISTINCT put.id) FROM put JOIN proposer r ON r.proposal_id = put.id "
            "WHERE r.organisation_id = :id",
            **names,
        )
        assert one.actions == plain.one(
            """SELECT count(DISTINCT a.id) FROM action a JOIN held ON held.id = a.meeting_id
            JOIN action_owner o ON o.action_id = a.id WHERE coalesce(o.organisation_id, (
                SELECT coalesce(t.organisation_id, s.organisation_id) FROM attendance t
                LEFT JOIN seat s ON s.id = t.seat_id WHERE t.meeting_id = held.id AND t.person_id = o.person_id
                ORDER BY t.position, t.id LIMIT 1)) = :id
            AND (a.item_id IS NULL OR a.item_id NOT IN (SELECT id FROM hidden))
            AND (a.decision_id IS NULL OR a.decision_id NOT IN (SELECT id FROM secret))""",
            **names,
        )
    assert sum(figures.meetings.values()) == plain.one("SELECT count(*) FROM held WHERE day IS NOT NULL")


@periods
@audiences
def test_the_review_is_as_plain_sql_counts_it(session: Session, asked: Asked) -> None:
    figures, plain = review(session, asked), Plain(session, asked)
    seen = """WHERE (x.item_id IS NULL OR x.item_id NOT IN (SELECT id FROM hidden))
        AND (x.{0} IS NULL OR x.{0} NOT IN (SELECT id FROM secret))"""
    in_time = "(:since IS NULL OR x.decided_on >= :since) AND (x.decided_on IS NULL OR x.decided_on <= :until)"
    decisions = f"""SELECT x.result, count(*) FROM decision x LEFT JOIN held ON held.id = x.meeting_id
        {seen.format("id")} AND (held.id IS NOT NULL OR (x.meeting_id IS NULL AND {in_time})) GROUP BY 1"""  # noqa: S608
    assert {one and one.value: number for one, number in figures.results.items()} == dict(plain.rows(decisions))
    assert figures.whole("decisions") == sum(number for _, number in plain.rows(decisions))
    assert figures.whole("meetings") == plain.one("SELECT count(*) FROM held")
    assert figures.whole("proposals") == plain.one("SELECT count(*) FROM put")
    status = """coalesce((SELECT u.status FROM action_update u WHERE u.action_id = x.id AND u.updated_on <= :until
        ORDER BY u.updated_on DESC, u.position DESC, u.id DESC LIMIT 1), x.status)"""
    at = f"FROM action x JOIN held ON held.id = x.meeting_id {seen.format('decision_id')}"
    actions = dict(plain.rows(f"SELECT {status}, count(*) {at} GROUP BY 1"))
    assert {one and one.value: number for one, number in figures.actions.items()} == actions
    late = f"SELECT count(*) {at} AND x.due_on < :until AND {status} IN ('open', 'in progress')"
    assert figures.overdue == plain.one(late)
    begun = """SELECT count(*) FROM strand_stage WHERE began IS NOT NULL AND began <= :until
        AND (:since IS NULL OR began >= :since)"""
    assert len(figures.entered) == plain.one(begun)
    for span, counts in figures.by_span.items():
        if span.year:
            held = "SELECT day FROM held"
            days = [date.fromisoformat(day) for (day,) in plain.rows(held) if day is not None]
            assert counts.get("meetings", 0) == sum(span_of(day, tuple(figures.by_span)) == span for day in days)


@periods
@audiences
def test_first_involvements_are_the_earliest_that_anybody_recorded(session: Session, asked: Asked) -> None:
    figures = early(session, asked)
    names = {"until": asked.period.until.isoformat()}
    for strand in figures.strands:
        stages = [
            (date.fromisoformat(began), stage)
            for stage, began in session.execute(
                text("SELECT stage, began FROM strand_stage WHERE strand_id = :id AND began <= :until"),
                {"id": str(strand.id), **names},
            )
        ]
        for first in strand.firsts.values():
            assert first.part.on <= asked.period.until
            order = ("needs", "strategy", "specification", "procurement", "delivery", "review")
            reached = [order.index(stage) for began, stage in stages if began <= first.part.on]
            assert (None if first.stage is None else order.index(first.stage)) == max(reached, default=None)
            assert first.early == (max(reached, default=0) < 2)
        direct = session.execute(
            text(
                """SELECT r.sector, min(p.received_on) FROM proposal p JOIN proposer r ON r.proposal_id = p.id
                WHERE p.strand_id = :id AND p.received_on <= :until AND r.sector IS NOT NULL
                AND r.sector <> 'unknown' AND p.item_id IS NULL GROUP BY 1"""
            ),
            {"id": str(strand.id), **names},
        )
        for sector, on in direct:
            assert strand.firsts[Sector(sector)].part.on <= date.fromisoformat(on)
    within = [one for strand in figures.strands for one in strand.firsts.values() if asked.period.holds(one.part.on)]
    assert sum(one.early for one in figures.years.values()) == sum(one.early for one in within)
    assert sum(one.early + one.at_specification + one.later for one in figures.years.values()) == len(within)


def test_the_sample_board_says_what_its_minutes_say(tmp_path: Path) -> None:
    with sample_file(tmp_path / "S.boardroom") as made, made.reading() as session:
        asked = asked_of(session, board_id_of(made), ALL, Audience.MEMBERS)
        figures, year, law = answered(session, asked), review(session, asked), duty(session, asked)
    whole = figures.whole
    assert whole.states[AnswerKind.DECLINED] == whole.reasons.total()
    assert whole.too_late == whole.reasons[ReasonCategory.SPECIFICATION] + whole.reasons[ReasonCategory.TIMETABLE] > 0
    assert year.inquorate == 1
    assert year.results[Result.CARRIED] > year.results[Result.NOTED]
    assert year.actions[ActionStatus.DONE] > year.overdue > 0
    assert next(one.name for one in law.partners) == "Arrowmere Council"


def test_the_public_is_told_less_and_nothing_of_restricted_items(tmp_path: Path) -> None:
    with sample_file(tmp_path / "S.boardroom") as made, made.reading() as session:
        whole, seen = (review(session, asked_of(session, board_id_of(made), ALL, audience)) for audience in Audience)
    assert seen.whole("decisions") < whole.whole("decisions")
    assert seen.whole("actions") < whole.whole("actions")
    assert seen.whole("meetings") == whole.whole("meetings")


def test_an_empty_board_has_no_figures_and_no_faults(tmp_path: Path) -> None:
    from boardroom.services.boards import create_board  # noqa: PLC0415

    with BoardFile.create(tmp_path / "E.boardroom", who="S") as made:
        with made.writing("Begin") as session:
            create_board(session, "Empty")
        with made.reading() as session:
            asked = asked_of(session, board_id_of(made), ALL, Audience.PUBLIC)
            assert answered(session, asked).whole.put == 0
            assert not balance(session, asked).meetings
            assert not duty(session, asked).partners
            assert not early(session, asked).strands
            assert not any(review(session, asked).whole(kind) for kind in ("meetings", "actions"))


def test_a_time_is_divided_into_quarters_or_where_it_is_long_into_years() -> None:
    assert [one.name for one in spans(date(2025, 11, 2), date(2026, 4, 1))] == [
        "Oct–Dec 2025",
        "Jan–Mar 2026",
        "Apr–Jun 2026",
    ]
    assert spans(date(2020, 1, 1), date(2026, 1, 1)) == tuple(Span(year) for year in range(2020, 2027))
    assert span_of(date(2026, 4, 1), spans(date(2025, 11, 2), date(2026, 4, 1))) == Span(2026, 2)
    assert span_of(date(2024, 4, 1), spans(date(2025, 11, 2), date(2026, 4, 1))) is None
