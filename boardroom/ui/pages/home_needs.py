"""What needs the secretary, as rows under headings: the oldest few of each kind, and what each one leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.days import days_long, days_waited, short_day
from boardroom.ui.kit.marks import letters_of, sector_name
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.domain.warned import CallWarning, StrandWarning
    from boardroom.domain.words import Stage
    from boardroom.store.queries.action_list import ActionRow
    from boardroom.store.queries.decision_list import DecisionRow
    from boardroom.store.queries.home import HomeView
    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.proposal_list import ProposalRow

_MANY = 3


@dataclass(frozen=True, slots=True)
class Need:
    """What a row stands for: a proposal, an action, a meeting, a decision, a strand or a call, by its id."""

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
            case "strand":
                return Link("strands", "strand", self.id)
            case "call":
                return Link("calls", "call", self.id)
        return Link("minutes", "meeting", self.id, self.id)


def needs_rows(view: HomeView, today: date) -> list[RowData]:
    """Return the rows of everything that needs the secretary."""
    oldest, latest = _tr("oldest {} shown"), _tr("latest {} shown")
    groups = (
        (_tr("Proposals unanswered"), view.proposals_unanswered, _tr("waiting"), oldest, _proposals(view.proposals)),
        *(
            (_stage_heading(stage, entered=entered), len(found), _since(entered=entered), "", _strands(found, today))
            for (stage, entered), found in _by_stage(view.strands).items()
        ),
        (_tr("Calls shorter than agreed"), len(view.calls), _tr("open until"), "", _calls(view.calls, today)),
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


def _by_stage(found: Sequence[StrandWarning]) -> dict[tuple[Stage, bool], list[StrandWarning]]:
    groups: dict[tuple[Stage, bool], list[StrandWarning]] = {}
    for one in found:
        groups.setdefault((one.gap.stage, one.gap.entered), []).append(one)
    return groups


def _stage_heading(stage: Stage, *, entered: bool) -> str:
    if entered:
        return _tr("Strands in {}, not every sector involved").format(stage.value)
    return _tr("Strands about to enter {}").format(stage.value)


def _since(*, entered: bool) -> str:
    """Return what the days are, after the keys of what can be done about it."""
    when = _tr("since") if entered else _tr("begins in")
    call, asked = COMMANDS["home.call"].key, COMMANDS["home.invite"].key
    return " · ".join(filter(None, (_tr("{} open a call").format(call), _tr("{} invite").format(asked), when)))


def _strands(found: Sequence[StrandWarning], today: date) -> Iterator[RowData]:
    for one in found:
        away = (one.gap.on - today).days
        said, named = _tr("{}: {} not yet involved"), [sector_name(sector).lower() for sector in one.gap.sectors]
        # More than two names don't fit into a row; their marks' letters do, and the ear gets the names.
        short = named if len(named) < _MANY else [letters_of(sector) for sector in one.gap.sectors]
        where = _where_next(one, today)
        figure = short_day(one.gap.on, today) if one.gap.entered or away < 0 else days_long(away)
        yield RowData(
            id=Need("strand", one.strand_id),
            key=one.strand_id,
            title=said.format(_line(one.strand), ", ".join(short)),
            context=where,
            spoken=", ".join((said.format(_line(one.strand), ", ".join(named)), where, figure)),
            # A day that was planned and has gone by is late; until then there is time to do something.
            figure=figure,
            figure_tone="danger" if one.gap.entered or away < 0 else "caution",
            icon="warning",
            icon_tone="caution",
        )


def _where_next(one: StrandWarning, today: date) -> str:
    """Return what is under way already: a call that is open, sectors asked to an item, else the item ahead."""
    if one.call_closes is not None:
        return _tr("call until {}").format(short_day(one.call_closes, today))
    if one.item is None:
        return _tr("on no agenda")
    words = _tr("asked to item {} on {}") if one.item.asked else _tr("item {} on {}")
    return words.format(one.item.number, short_day(one.item.day, today))


def _calls(found: Sequence[CallWarning], today: date) -> Iterator[RowData]:
    for one in found:
        yield RowData(
            id=Need("call", one.call_id),
            key=one.call_id,
            title=_numbered(one.number, one.question),
            context=_tr("{} of {} weeks, no reason given").format(one.weeks, one.agreed),
            figure=short_day(one.closes, today),
            figure_tone="caution",
            icon="megaphone",
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
