"""The templates of a board and its series: what is chosen when a meeting is planned, and listed in Board settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.templates import AgendaTemplate, Series, TemplateItem
from boardroom.store.queries.find import CALLED_OFF
from boardroom.store.queries.walk import FIRST_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """One template with the titles of its items, in order."""

    id: UUID
    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """One series; `last` is the latest day that is planned of it, `meetings` are all that belong to it."""

    id: UUID
    name: str
    rule: str
    starts: time | None
    venue: str
    template_id: UUID | None
    meetings: int
    last: date | None


def templates_of(session: Session, board_id: UUID) -> Sequence[AgendaTemplate]:
    """Return a board's templates, in order."""
    wanted = select(AgendaTemplate).where(AgendaTemplate.board_id == board_id)
    return session.scalars(wanted.order_by(AgendaTemplate.position, AgendaTemplate.id)).all()


def template_items_of(session: Session, template_id: UUID) -> Sequence[TemplateItem]:
    """Return the items of a template, in order."""
    wanted = select(TemplateItem).where(TemplateItem.template_id == template_id)
    return session.scalars(wanted.order_by(TemplateItem.position, TemplateItem.id)).all()


def template_rows(session: Session, board_id: UUID) -> list[TemplateRow]:
    """Return a board's templates as a list shows them."""
    of_board = select(AgendaTemplate.id).where(AgendaTemplate.board_id == board_id)
    wanted = select(TemplateItem.template_id, TemplateItem.title).where(TemplateItem.template_id.in_(of_board))
    titles: dict[UUID, list[str]] = {}
    for template_id, title in session.execute(wanted.order_by(TemplateItem.position, TemplateItem.id)):
        titles.setdefault(template_id, []).append(title)
    return [
        TemplateRow(id=one.id, name=one.name, titles=tuple(titles.get(one.id, ())))
        for one in templates_of(session, board_id)
    ]


def series_of(session: Session, board_id: UUID) -> Sequence[Series]:
    """Return a board's series, in order."""
    wanted = select(Series).where(Series.board_id == board_id)
    return session.scalars(wanted.order_by(Series.position, Series.id)).all()


def series_rows(session: Session, board_id: UUID) -> list[SeriesRow]:
    """Return a board's series as a list shows them."""
    counted = (
        select(Meeting.series_id, func.count(Meeting.id), func.max(FIRST_DAY.held_on))
        .outerjoin(FIRST_DAY, (FIRST_DAY.meeting_id == Meeting.id) & (FIRST_DAY.position == 0))
        .where(Meeting.series_id.in_(select(Series.id).where(Series.board_id == board_id)))
        .group_by(Meeting.series_id)
    )
    found = {series_id: (count, last) for series_id, count, last in session.execute(counted)}
    return [
        SeriesRow(
            id=one.id,
            name=one.name,
            rule=one.rule,
            starts=one.starts,
            venue=one.venue,
            template_id=one.template_id,
            meetings=found.get(one.id, (0, None))[0],
            last=found.get(one.id, (0, None))[1],
        )
        for one in series_of(session, board_id)
    ]


def series_with_template(session: Session, template_id: UUID) -> Sequence[Series]:
    """Return the series whose agendas begin from a template."""
    return session.scalars(select(Series).where(Series.template_id == template_id)).all()


def meetings_of_series(session: Session, series_id: UUID) -> Sequence[Meeting]:
    """Return the meetings that belong to a series."""
    return session.scalars(select(Meeting).where(Meeting.series_id == series_id)).all()


def meetings_on(session: Session, board_id: UUID, days: Sequence[date]) -> dict[date, Meeting]:
    """Return which meetings of a board already are on some days, one for each day; those called off aren't."""
    wanted = (
        select(MeetingDay.held_on, Meeting)
        .join(Meeting, Meeting.id == MeetingDay.meeting_id)
        .join(MeetingBoard, MeetingBoard.meeting_id == Meeting.id)
        .where(MeetingBoard.board_id == board_id, MeetingDay.held_on.in_(days))
        .where(Meeting.status.is_(None) | Meeting.status.not_in(CALLED_OFF))
        .order_by(MeetingDay.position.desc(), MeetingDay.id)
    )
    return {held_on: meeting for held_on, meeting in session.execute(wanted) if held_on is not None}
