"""What is said of an item and of an agenda's times, in a few words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import ItemState, MeetingStatus
from boardroom.ui.kit.moments import time_shown

if TYPE_CHECKING:
    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView

_HOUR = 60
_OVER = {MeetingStatus.HELD, MeetingStatus.DRAFT_MINUTES, MeetingStatus.CONFIRMED}


def called(item: AgendaRow) -> str:
    """Return how a step names an item: by its number, else by its title."""
    return _tr("item {}").format(item.number) if item.number else f"“{item.title}”"


def state_words(item: AgendaRow) -> str:
    """Return what became of an item, and whether it came late."""
    said = []
    if item.state is ItemState.WITHDRAWN:
        said.append(_tr("Withdrawn"))
    elif item.state is ItemState.DEFERRED:
        said.append(_tr("Deferred to {}").format(item.deferred_to) if item.deferred_to else _tr("Deferred"))
    if item.late:
        said.append(_tr("Late; chair’s reason given"))
    elif item.urgent:
        said.append(_tr("Urgent"))
    return " · ".join(said)


def standing_words(item: AgendaRow) -> str:
    """Return what is to be known of an item in a list: its state, whether it is restricted, and what hangs on it."""
    said = [state_words(item)]
    if item.restricted:
        said.append(restricted_words(item))
    elif item.secret:
        said.append(_tr("Restricted with the item above"))
    counted = [_count(item.proposals, _tr("1 proposal"), _tr("{} proposals"))]
    if item.unanswered:
        counted[0] += _tr(", {} unanswered").format(item.unanswered)
    counted.append(_count(item.decisions, _tr("1 decision"), _tr("{} decisions")))
    counted.append(_count(item.actions, _tr("1 action"), _tr("{} actions")))
    return " · ".join(one for one in (*said, *counted) if one)


def restricted_words(item: AgendaRow) -> str:
    """Return why the public doesn't get an item: `Restricted: exempt, para 3`."""
    why = ", ".join(part for part in (str(item.restriction or ""), item.ground) if part)
    return _tr("Restricted: {}").format(why) if why else _tr("Restricted")


def planned_words(minutes: int) -> str:
    """Return the minutes planned in all: `1 h 45 planned`."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return _tr("{} min planned").format(rest)
    return _tr("{} h {} planned").format(hours, f"{rest:02d}") if rest else _tr("{} h planned").format(hours)


def ends_about(view: AgendaView) -> str:
    """Return when the agenda is likely to be through, or was; empty where that can't be known."""
    if view.head.status in _OVER:
        ended = view.head.days[-1].ends if view.head.days else None
        words = _tr("adjourned {}") if view.adjourned else _tr("ended {}")
        return words.format(time_shown(ended)) if ended is not None else ""
    starts = view.head.days[0].starts if view.head.days else None
    if starts is None or not view.minutes_planned:
        return ""
    # On a day far from either end of the calendar, for an agenda may go past midnight.
    end = datetime.combine(date(2000, 1, 1), starts) + timedelta(minutes=view.minutes_planned)
    return _tr("ends about {}").format(time_shown(end.time()))


def _count(count: int, one: str, several: str) -> str:
    return "" if not count else one if count == 1 else several.format(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("agenda", text)
