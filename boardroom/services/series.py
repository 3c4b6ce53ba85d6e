"""Series of meetings: begun by a rule, its next meetings planned in one step, changed, and let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.meeting import Meeting
from boardroom.domain.refusal import Refusal
from boardroom.domain.series import days_of
from boardroom.domain.templates import AgendaTemplate, Series
from boardroom.domain.text import clean_line
from boardroom.services.meetings import plan_meeting
from boardroom.services.standing_rows import standing
from boardroom.services.templates import put_template
from boardroom.store.queries import templates as find

MOST_AT_ONCE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesParts:
    """What a series says of its meetings; the rule as RFC 5545 writes it."""

    name: str
    rule: str
    starts: time | None = None
    venue: str = ""
    template_id: UUID | None = None


def plan_series(
    session: Session,
    board_id: UUID,
    parts: SeriesParts,
    meetings: Sequence[tuple[date, str]],
    *,
    series_id: UUID | None = None,
) -> list[Meeting]:
    """Plan meetings of a series, each with the agenda of its template; the series is begun, or changed to the parts.

    Args:
        session: of the unit of work.
        board_id: whose series it is.
        parts: what the series says of them.
        meetings: day and name of each, in order; a day that isn't among them is left out.
        series_id: the series that they belong to; None begins a new one.

    Raises:
        Refusal: there is no day, or too many; the rule is none, the series has no name; series or template is gone.
    """
    name = clean_line(parts.name)
    if not name:
        message = "Give the series a name."
        raise Refusal(message)
    if not meetings:
        message = "Leave at least one day ticked."
        raise Refusal(message)
    if len(meetings) > MOST_AT_ONCE:
        message = f"No more than {MOST_AT_ONCE} meetings are planned at once."
        raise Refusal(message)
    days_of(parts.rule, meetings[0][0], 0)
    if parts.template_id is not None:
        standing(session, AgendaTemplate, parts.template_id, "That template")
    if series_id is None:
        others = find.series_of(session, board_id)
        series = Series(board_id=board_id, position=others[-1].position + 1 if others else 0, name=name, rule="")
        session.add(series)
    else:
        series = standing(session, Series, series_id, "That series")
    series.name, series.rule, series.starts = name, parts.rule, parts.starts
    series.venue, series.template_id = clean_line(parts.venue), parts.template_id
    session.flush()
    planned = []
    for held_on, called in meetings:
        meeting = plan_meeting(session, board_id, held_on, name=called, starts=parts.starts, venue=parts.venue)
        meeting.series_id = series.id
        session.flush()
        if parts.template_id is not None:
            put_template(session, meeting.id, parts.template_id)
        planned.append(meeting)
    return planned


def end_series(session: Session, series_id: UUID) -> None:
    """Let a series go; its meetings stay.

    Raises:
        Refusal: it is gone.
    """
    series = standing(session, Series, series_id, "That series")
    for meeting in find.meetings_of_series(session, series_id):
        meeting.series_id = None
    session.delete(series)
