"""How ready the next meeting is, line by line, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import DayKind, MeetingStatus
from boardroom.store.queries.home import NextMeeting
from boardroom.store.queries.readiness import readiness_of
from boardroom.ui.kit.days import weekday_and_day

if TYPE_CHECKING:
    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.store.queries.readiness import AgendaReady, Notice, PapersIn, QuorumExpected
    from boardroom.ui.desk import Desk

_AWAITED_SHOWN = 3
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line of readiness: its name, how it stands (ready, due, waiting, wrong or open), and that in words."""

    name: str
    state: str
    words: str


def readiness_lines(coming: NextMeeting) -> list[Line]:
    """Return how ready a meeting is, line by line."""
    ready = coming.readiness
    lines = [_notice(ready.notice), _papers(ready.papers), _quorum(ready.quorum), _agenda(ready.agenda)]
    count = ready.agenda.restricted
    if count:
        words = _tr("1 item stays out of what the public gets")
        if count > 1:
            words = _tr("{} items stay out of what the public gets").format(count)
        lines.append(Line(_tr("Restricted"), "open", words))
    return lines


def readiness_in(desk: Desk, head: HeadView, row: MeetingRow | None) -> list[Line]:
    """Return how ready a meeting is; nothing for one without a day, and for one that is not planned any more.

    Args:
        desk: where it is read.
        head: the meeting.
        row: the same in the list of meetings, if it stands there.
    """
    if row is None or row.day is None or head.status is not MeetingStatus.PLANNED or desk.board_id is None:
        return []
    ready = desk.read(
        readiness_of,
        head.id,
        desk.board_id,
        held_on=row.day,
        notice_given_on=head.notice_given_on,
        today=desk.today,
    )
    return readiness_lines(NextMeeting(row=row, in_days=(row.day - desk.today).days, readiness=ready))


def notice_today(desk: Desk, head: HeadView) -> str:
    """Return what notice comes to if it is given today: its clear days, and that it is short; empty where unknown."""
    if head.held_on is None or desk.board_id is None:
        return ""
    notice = desk.read(
        readiness_of,
        head.id,
        desk.board_id,
        held_on=head.held_on,
        notice_given_on=desk.today,
        today=desk.today,
    ).notice
    if notice.given_clear_days is None:
        return ""
    words = _clear_days(notice.given_clear_days, notice.kind)
    if notice.late:
        return _tr("That is {}, and the terms of reference ask for {}: short notice.").format(words, notice.days)
    said = _tr("That is {}; the terms of reference ask for {}.").format(words, notice.days)
    return said if notice.holidays_known else _tr("{} Bank holidays are not known.").format(said)


def _notice(notice: Notice) -> Line:
    name = _tr("Notice")
    asked = _clear_days(notice.days or 0, notice.kind)
    if notice.given_on is not None:
        on = weekday_and_day(notice.given_on)
        if notice.given_clear_days is None:
            return Line(name, "ready", _tr("Given on {}").format(on))
        words = _tr("Given on {}, {}").format(on, _clear_days(notice.given_clear_days, notice.kind))
        if notice.late:
            return Line(name, "wrong", _tr("{}, needs {}").format(words, notice.days))
        return Line(name, "ready", words)
    if notice.last_day is None:
        return Line(name, "open", _tr("Not given; the terms of reference name no days"))
    last = weekday_and_day(notice.last_day)
    if notice.late:
        return Line(name, "wrong", _tr("Was due by {} for {}").format(last, asked))
    words = _tr("Out by {} for {}").format(last, asked)
    if not notice.holidays_known:
        words = _tr("{}, bank holidays not known").format(words)
    return Line(name, "due", words)


def _clear_days(days: int, kind: DayKind | None) -> str:
    if kind is DayKind.WORKING:
        return _tr("1 clear working day") if days == 1 else _tr("{} clear working days").format(days)
    return _tr("1 clear day") if days == 1 else _tr("{} clear days").format(days)


def _papers(papers: PapersIn) -> Line:
    name = _tr("Papers")
    if not papers.total:
        return Line(name, "open", _tr("None yet"))
    if not papers.to_follow:
        words = _tr("The one paper is in") if papers.total == 1 else _tr("All {} are in").format(papers.total)
        return Line(name, "ready", words)
    awaited = [f"{one.label} {one.lead}".strip() for one in papers.to_follow[:_AWAITED_SHOWN]]
    further = len(papers.to_follow) - len(awaited)
    if further:
        awaited.append(_tr("{} more").format(further))
    said = _tr("{} of {} in. To follow: {}").format(papers.there, papers.total, ", ".join(awaited))
    return Line(name, "waiting", said)


def _quorum(expected: QuorumExpected | None) -> Line:
    name = _tr("Quorum expected")
    if expected is None:
        return Line(name, "open", _tr("The board has no seats on that day"))
    quorum = expected.quorum
    words = _tr("{} of {}").format(quorum.counted, expected.seats)
    if quorum.needed is not None:
        words = _tr("{}, needs {}").format(words, quorum.needed)
    if quorum.sectors_needed is not None:
        sectors = _tr("{} of {} sectors, needs {}")
        words += "; " + sectors.format(len(quorum.sectors), len(expected.sectors), quorum.sectors_needed)
    if quorum.quorate is None:
        return Line(name, "open", words)
    return Line(name, "ready" if quorum.quorate else "wrong", words)


def _agenda(agenda: AgendaReady) -> Line:
    name = _tr("Agenda")
    if not agenda.items:
        return Line(name, "open", _tr("No items yet"))
    words = _tr("1 item") if agenda.items == 1 else _tr("{} items").format(agenda.items)
    hours, minutes = divmod(agenda.minutes, _HOUR)
    if hours and minutes:
        words = _tr("{}, {} h {}").format(words, hours, f"{minutes:02d}")
    elif agenda.minutes:
        words = _tr("{}, {} h").format(words, hours) if hours else _tr("{}, {} min").format(words, minutes)
    if not agenda.without_lead:
        return Line(name, "ready", _tr("{}; every item has a lead").format(words))
    lacking = _tr("1 has no lead") if agenda.without_lead == 1 else _tr("{} have no lead").format(agenda.without_lead)
    return Line(name, "waiting", f"{words}; {lacking}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
