"""What needs the secretary, as rows under headings: the oldest few of each kind, and what each one leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.days import days_long, days_waited, short_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.action_list import ActionRow
    from boardroom.store.queries.decision_list import DecisionRow
    from boardroom.store.queries.home import HomeView
    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.proposal_list import ProposalRow


@dataclass(frozen=True, slots=True)
class Need:
    """What a row stands for: a proposal, an action, a meeting or a decision, by its id."""

    entity: str
    id: UUID

    @property
    def link(self) -> Link:
        """Where it is dealt with."""
        match self.entity:
            case "proposal":
                return Link("proposals", "proposal", self.id)
            case "action":
                return Link("actions", "action", self.id)
            case "decision":
                return Link("decisions", "decision", self.id)
        return Link("minutes", "meeting", self.id, self.id)


def needs_rows(view: HomeView, today: date) -> list[RowData]:
    """Return the rows of everything that needs the secretary."""
    oldest, latest = _tr("oldest {} shown"), _tr("latest {} shown")
    groups = (
        (_tr("Proposals unanswered"), view.proposals_unanswered, _tr("waiting"), oldest, _proposals(view.proposals)),
        (_tr("Actions overdue"), view.actions_overdue, _tr("late by"), oldest, _actions(view.actions)),
        (_tr("Minutes to confirm"), view.minutes_to_confirm, _tr("held"), latest, _minutes(view.minutes, today)),
        (_tr("Decisions to ratify"), view.decisions_to_ratify, _tr("taken"), oldest, _decisions(view.decisions, today)),
    )
    rows: list[RowData] = []
    for heading, count, figures, some, found in groups:
        shown = list(found)
        note = some.format(len(shown)) if len(shown) < count else figures
        rows += [replace(row, group=heading, group_count=str(count), group_note=note) for row in shown]
    return rows


def _proposals(found: Sequence[ProposalRow]) -> Iterator[RowData]:
    for one in found:
        yield RowData(
            id=Need("proposal", one.id),
            key=one.id,
            title=_numbered(one.number, one.text),
            context=one.organisation,
            figure="" if one.days is None else days_waited(one.days, late=one.late),
            figure_tone="danger" if one.late else "",
            mark=one.sector,
            icon="" if one.sector else "chat-centered-text",
        )


def _actions(found: Sequence[ActionRow]) -> Iterator[RowData]:
    for one in found:
        yield RowData(
            id=Need("action", one.id),
            key=one.id,
            title=_line(one.text),
            context=one.owner,
            figure=days_long(one.days_late or 0),
            figure_tone="danger",
            mark=one.sector,
            icon="" if one.sector else "check-square",
        )


def _minutes(found: Sequence[MeetingRow], today: date) -> Iterator[RowData]:
    for one in found:
        yield RowData(
            id=Need("meeting", one.id),
            key=one.id,
            title=one.name or _tr("Meeting"),
            context=_tr("draft minutes"),
            figure=short_day(one.day, today) if one.day else "",
            icon="file-text",
        )


def _decisions(found: Sequence[DecisionRow], today: date) -> Iterator[RowData]:
    for one in found:
        yield RowData(
            id=Need("decision", one.id),
            key=one.id,
            title=_numbered(one.reference or one.number, one.wording),
            context=_tr("without a quorum"),
            figure=short_day(one.day, today) if one.day else "",
            icon="scales",
        )


def _numbered(number: str, text: str) -> str:
    return f"{number}  {_line(text)}" if number else _line(text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
