# ruff: noqa: S608 - the statements are our own words
"""The figures of each report against bare SQL for them: 1,000 meetings, 20,000 proposals, 300 organisations.

Bare SQL is what somebody at a SQLite shell would write, by the same driver, with nothing of ours between; its figures
are compared with ours before anything is measured.
"""

import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.audience import Audience
from boardroom.domain.board import Board
from boardroom.domain.period import Period
from boardroom.store.bulk import insert
from boardroom.store.file import BoardFile
from boardroom.store.queries.reports import Asked, asked_of
from boardroom.store.queries.reports_answered import answered
from boardroom.store.queries.reports_balance import balance
from boardroom.store.queries.reports_duty import duty
from boardroom.store.queries.reports_early import early
from boardroom.store.queries.reports_year import review
from tests.benchmarks.ratio import Row, compare
from tests.store.dice import rows_by_dice

BOUND = 2.0
MEETINGS, PROPOSALS, ORGANISATIONS = 1_000, 20_000, 300
_TURNS = 5
_UNTIL = date(2030, 12, 31)
_PERIOD = Period(until=_UNTIL)

_DAY = """day(meeting_id, day) AS MATERIALIZED (
    SELECT meeting_id, held_on FROM meeting_day d WHERE held_on IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM meeting_day e WHERE e.meeting_id = d.meeting_id AND e.held_on IS NOT NULL
        AND (e.position, e.id) < (d.position, d.id)))"""
_HELD = """held(id, day) AS MATERIALIZED (
    SELECT m.id, day.day FROM meeting m JOIN meeting_board b ON b.meeting_id = m.id AND b.board_id = :board
    LEFT JOIN day ON day.meeting_id = m.id
    WHERE coalesce(m.status, 'held') NOT IN ('planned', 'cancelled', 'postponed')
    AND (day.day IS NULL OR day.day <= :until))"""
_STRAND = """on_strand(item, meeting_id, strand) AS MATERIALIZED (
    SELECT id, meeting_id, strand_id FROM agenda_item WHERE strand_id IS NOT NULL
    UNION SELECT i.id, i.meeting_id, o.strand FROM agenda_item i
        JOIN on_strand o ON i.meeting_id = o.meeting_id AND i.parent_id = o.item WHERE i.strand_id IS NULL)"""
_PUT = """put(id, day, strand) AS MATERIALIZED (
    SELECT p.id, coalesce(p.received_on, day.day), coalesce(p.strand_id, c.strand_id, o.strand) FROM proposal p
    LEFT JOIN day ON day.meeting_id = p.meeting_id LEFT JOIN call c ON c.id = p.call_id
    LEFT JOIN on_strand o ON o.item = p.item_id
    WHERE p.board_id = :board
    AND (coalesce(p.received_on, day.day) IS NULL OR coalesce(p.received_on, day.day) <= :until))"""
_LAST = """last(proposal_id, answer, category, told, day) AS MATERIALIZED (
    SELECT proposal_id, answer, category, told_on IS NOT NULL, day FROM (
        SELECT a.*, coalesce(a.answered_on, day.day) AS day,
            row_number() OVER (PARTITION BY a.proposal_id ORDER BY a.position DESC, a.id DESC) AS nth
        FROM answer a LEFT JOIN day ON day.meeting_id = a.meeting_id
        WHERE coalesce(a.answered_on, day.day) IS NULL OR coalesce(a.answered_on, day.day) <= :until) WHERE nth = 1)"""
_BODY = """nullif((SELECT s.sector FROM organisation_status s WHERE s.organisation_id = {0}
    AND (s.starts IS NULL OR s.starts <= {1}) AND (s.ends IS NULL OR s.ends >= {1})
    ORDER BY s.starts DESC, s.id DESC LIMIT 1), 'unknown')"""
_PLACE = """coalesce((SELECT max(CASE s.stage WHEN 'needs' THEN 0 WHEN 'strategy' THEN 1 WHEN 'specification' THEN 2
    WHEN 'procurement' THEN 3 WHEN 'delivery' THEN 4 ELSE 5 END) FROM strand_stage s
    WHERE s.strand_id = put.strand AND s.began <= put.day), -1)"""
_BY = f"""by_sector(proposal_id, sector) AS MATERIALIZED (
    SELECT DISTINCT put.id, coalesce(nullif(r.sector, 'unknown'), {_BODY.format("r.organisation_id", "put.day")},
        'unknown')
    FROM put LEFT JOIN proposer r ON r.proposal_id = put.id)"""
_WITH = f"WITH RECURSIVE {_DAY}, {_HELD}, {_STRAND}, {_PUT}, {_LAST}, {_BY} "
_TAKEN = (
    "CAST(julianday(coalesce(last.day, CASE WHEN last.answer IS NULL THEN :until END)) - julianday(put.day) AS INTEGER)"
)

ANSWERED = f"""{_WITH} SELECT sector, CASE WHEN put.strand IS NULL THEN -2 ELSE {_PLACE} END, answer, category, told,
    {_TAKEN}, count(*), sum(first) FROM (
        SELECT proposal_id, sector, row_number() OVER (PARTITION BY proposal_id ORDER BY sector) = 1 AS first
        FROM by_sector) b
    JOIN put ON put.id = b.proposal_id LEFT JOIN last ON last.proposal_id = put.id GROUP BY 1, 2, 3, 4, 5, 6"""
_OWNER = f"""coalesce({_BODY.format("o.organisation_id", "held.day")}, (
    SELECT seat.sector FROM seat JOIN membership m ON m.seat_id = seat.id WHERE m.person_id = o.person_id
    AND seat.board_id = :board LIMIT 1), 'unknown')"""
BALANCE = f"""{_WITH}, points(id, item_id, sector) AS MATERIALIZED (
    SELECT p.id, p.item_id, coalesce(nullif(p.sector, 'unknown'), {_BODY.format("p.organisation_id", "held.day")},
        'unknown')
    FROM point p JOIN held ON held.id = p.meeting_id)
    SELECT 'meetings', sector, count(*) FROM (SELECT DISTINCT held.id, coalesce(nullif(a.sector, 'unknown'),
        (SELECT seat.sector FROM seat WHERE seat.id = a.seat_id),
        {_BODY.format("a.organisation_id", "held.day")}, 'unknown') AS sector FROM attendance a
        JOIN held ON held.id = a.meeting_id WHERE a.status IN ('present', 'substitute', 'in attendance')
        AND NOT a.proxy) GROUP BY 2
    UNION ALL SELECT 'points', sector, count(*) FROM points GROUP BY 2
    UNION ALL SELECT 'spoke', sector, count(*) FROM (
        SELECT item_id, sector FROM points
        UNION SELECT h.item_id, h.sector FROM heard h JOIN held ON held.id = h.meeting_id
        UNION SELECT p.item_id, coalesce(nullif(r.sector, 'unknown'), {_BODY.format("r.organisation_id", "put.day")},
            'unknown') FROM put JOIN proposal p ON p.id = put.id JOIN proposer r ON r.proposal_id = p.id
            WHERE p.item_id IS NOT NULL) GROUP BY 2
    UNION ALL SELECT 'actions', sector, count(*) FROM (SELECT DISTINCT a.id, {_OWNER} AS sector FROM action a
        JOIN held ON held.id = a.meeting_id LEFT JOIN action_owner o ON o.action_id = a.id) GROUP BY 2"""
DUTY = f"""{_WITH}, came(meeting_id, body, there, away) AS MATERIALIZED (
        SELECT a.meeting_id, coalesce(a.organisation_id, (SELECT organisation_id FROM seat WHERE seat.id = a.seat_id)),
            max(a.status IN ('present', 'substitute', 'in attendance') AND NOT a.proxy),
            max(a.status IN ('apologies', 'absent'))
        FROM attendance a JOIN held ON held.id = a.meeting_id GROUP BY 1, 2),
    due(body, meeting_id, day) AS (
        SELECT DISTINCT s.organisation_id, held.id, held.day FROM organisation_status s JOIN held
        ON held.day IS NOT NULL AND (s.starts IS NULL OR s.starts <= held.day)
        AND (s.ends IS NULL OR s.ends >= held.day) WHERE s.statutory)
    SELECT due.body, substr(due.day, 1, 4), count(*), sum(coalesce(there, 0)), sum(there = 0 AND away) FROM due
    LEFT JOIN came ON came.meeting_id = due.meeting_id AND came.body = due.body GROUP BY 1, 2"""
GIVEN = f"""{_WITH} SELECT 'points', coalesce(p.organisation_id, (SELECT a.organisation_id FROM attendance a
        WHERE a.meeting_id = p.meeting_id AND a.person_id = p.person_id LIMIT 1)) AS body, count(*)
        FROM point p JOIN held ON held.id = p.meeting_id GROUP BY 2
    UNION ALL SELECT 'proposals', body, count(*) FROM (SELECT DISTINCT r.organisation_id AS body, put.id FROM put
        JOIN proposer r ON r.proposal_id = put.id WHERE r.organisation_id IS NOT NULL) GROUP BY 2
    UNION ALL SELECT 'actions', body, count(*) FROM (SELECT DISTINCT o.organisation_id AS body, a.id FROM action a
        JOIN action_owner o ON o.action_id = a.id JOIN held ON held.id = a.meeting_id
        WHERE o.organisation_id IS NOT NULL) GROUP BY 2"""
_QUARTER = "substr({0}, 1, 4), (substr({0}, 6, 2) + 2) / 3"
YEAR = f"""{_WITH}, decided(result, day) AS MATERIALIZED (
        SELECT d.result, coalesce(held.day, d.decided_on) FROM decision d LEFT JOIN held ON held.id = d.meeting_id
        WHERE d.board_id = :board AND (held.id IS NOT NULL OR d.meeting_id IS NULL)
        AND (coalesce(held.day, d.decided_on) IS NULL OR coalesce(held.day, d.decided_on) <= :until))
    SELECT 'meetings', {_QUARTER.format("day")}, count(*) FROM held GROUP BY 2, 3
    UNION ALL SELECT 'decisions', {_QUARTER.format("day")}, count(*) FROM decided GROUP BY 2, 3
    UNION ALL SELECT 'proposals', {_QUARTER.format("day")}, count(*) FROM put GROUP BY 2, 3
    UNION ALL SELECT 'actions', {_QUARTER.format("held.day")}, count(*) FROM action a
        JOIN held ON held.id = a.meeting_id GROUP BY 2, 3
    UNION ALL SELECT 'results', result, NULL, count(*) FROM decided GROUP BY 2
    UNION ALL SELECT status, NULL, sum(due), count(*) FROM (SELECT coalesce((SELECT u.status FROM action_update u
        WHERE u.action_id = a.id AND u.updated_on <= :until ORDER BY u.updated_on DESC, u.position DESC, u.id DESC
        LIMIT 1), a.status) AS status, a.due_on < :until AS due FROM action a JOIN held ON held.id = a.meeting_id)
        GROUP BY 1"""
# Who took part in what for the first time: those in the room while an item on the strand was taken, those who spoke,
# were heard, or proposed.
EARLY = f"""{_WITH}, parts(strand, sector, day) AS (
    SELECT o.strand, coalesce(nullif(a.sector, 'unknown'), {_BODY.format("a.organisation_id", "held.day")},
            (SELECT seat.sector FROM seat WHERE seat.id = a.seat_id)), held.day
        FROM on_strand o JOIN held ON held.id = o.meeting_id JOIN agenda_item i ON i.id = o.item
        JOIN attendance a ON a.meeting_id = o.meeting_id
        WHERE i.state NOT IN ('withdrawn', 'deferred') AND a.status IN ('present', 'substitute', 'in attendance')
        AND NOT a.proxy
    UNION ALL SELECT o.strand, coalesce(nullif(p.sector, 'unknown'), {_BODY.format("p.organisation_id", "held.day")}),
        held.day FROM on_strand o JOIN held ON held.id = o.meeting_id JOIN point p ON p.item_id = o.item
    UNION ALL SELECT o.strand, h.sector, held.day FROM on_strand o JOIN held ON held.id = o.meeting_id
        JOIN heard h ON h.item_id = o.item
    UNION ALL SELECT put.strand, b.sector, put.day FROM put JOIN by_sector b ON b.proposal_id = put.id
        WHERE put.strand IS NOT NULL)
    SELECT strand, coalesce(sector, 'unknown') AS sector, min(day) FROM parts
    WHERE day IS NOT NULL AND day <= :until GROUP BY 1, 2"""


def measure() -> list[Row]:
    """Compare each report's figures with bare SQL for them, and the whole report with its figures."""
    with tempfile.TemporaryDirectory() as folder, _file(Path(folder) / "Many.boardroom") as file:
        with file.reading() as session:
            board_id = session.scalars(select(Board.id)).one()
        _compare_figures(file, board_id)
        ours: dict[str, tuple[Callable[[Session, Asked], object], tuple[str, ...]]] = {
            "answered": (answered, (ANSWERED,)),
            "balance": (balance, (BALANCE, ANSWERED)),
            "duty": (duty, (DUTY, GIVEN)),
            "early involvement": (early, (EARLY,)),
            "year in review": (review, (YEAR, ANSWERED, EARLY)),
        }
        return [
            compare(
                name,
                partial(_ours, file, board_id, count),
                partial(_bare, file, board_id, statements),
                bound=BOUND,
                turns=_TURNS,
            )
            for name, (count, statements) in ours.items()
        ]


def _file(path: Path) -> BoardFile:
    by_entity: dict[type[Any], list[dict[str, Any]]] = {}
    for row in rows_by_dice(1, meetings=MEETINGS, proposals=PROPOSALS, organisations=ORGANISATIONS, days_between=2):
        kind = type(row)
        by_entity.setdefault(kind, []).append(
            {column.key: getattr(row, column.key) for column in kind.__table__.columns}
        )
    with BoardFile.create(path, who="S") as made, made.writing("Throw the dice") as session:
        for kind, rows in by_entity.items():
            insert(session, kind, rows)
    return BoardFile.open(path, who="S")


def _ours(file: BoardFile, board_id: UUID, count: Callable[[Session, Asked], object]) -> object:
    with file.reading() as session:
        return count(session, asked_of(session, board_id, _PERIOD, Audience.MEMBERS))


def _bare(file: BoardFile, board_id: UUID, statements: tuple[str, ...]) -> list[list[Any]]:
    with file.reading() as session:
        driver: Any = session.connection().connection.dbapi_connection
        names = {"board": str(board_id), "until": _UNTIL.isoformat()}
        return [driver.execute(statement, names).fetchall() for statement in statements]


def _compare_figures(file: BoardFile, board_id: UUID) -> None:
    """Refuse to measure what counts something else."""
    with file.reading() as session:
        asked = asked_of(session, board_id, _PERIOD, Audience.MEMBERS)
        told, whole, law = answered(session, asked), balance(session, asked), duty(session, asked)
        first, year = early(session, asked), review(session, asked)
    bare = [_bare(file, board_id, (one,))[0] for one in (ANSWERED, BALANCE, DUTY, EARLY, YEAR)]
    ours = (
        told.whole.put,
        sum(one.points for one in whole.shares.values()),
        sum(one.whole.there for one in law.partners),
        year.whole("decisions"),
        sum(len(one.firsts) for one in first.strands),
    )
    theirs = (
        sum(row[7] for row in bare[0]),
        sum(row[2] for row in bare[1] if row[0] == "points"),
        sum(row[3] for row in bare[2]),
        sum(row[3] for row in bare[4] if row[0] == "decisions"),
        len(bare[3]),
    )
    if ours != theirs:
        message = f"the figures differ: {ours} and {theirs}"
        raise AssertionError(message)
