"""The rows of the forward plan: under their meetings, or under their strands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.days import days_long, short_day, weekday_and_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.domain.words import Stage
    from boardroom.store.queries.forward import ForwardItem, ForwardMeeting, ForwardPlan, StageToCome


@dataclass(frozen=True, slots=True)
class Line:
    """What a row stands for: an item on a strand, a stage that no meeting takes yet, or a meeting with neither."""

    strand_id: UUID | None = None
    item_id: UUID | None = None
    meeting_id: UUID | None = None
    stage: Stage | None = None

    @property
    def link(self) -> Link:
        """Where it is worked on."""
        if self.item_id is not None:
            return Link("meeting", "agenda_item", self.item_id, self.meeting_id, self.item_id)
        if self.strand_id is not None:
            return Link("strands", "strand", self.strand_id)
        return Link("meeting", "meeting", self.meeting_id, self.meeting_id)


def rows_by_meeting(plan: ForwardPlan) -> list[RowData]:
    """Return each meeting with its items on strands, then the stages that no meeting takes yet."""
    rows: list[RowData] = []
    for meeting in plan.meetings:
        items = [_item(one, meeting, one.title, one.strand) for one in meeting.items]
        if not items:
            words = _tr("Nothing on a strand") if meeting.others else _tr("Nothing on its agenda")
            items = [RowData(id=Line(meeting_id=meeting.id), key=meeting.id, title=words, icon="calendar", muted=True)]
        rows += _under(meeting_named(meeting), items, _others(meeting), count=len(meeting.items))
    return rows + _under(_tr("No meeting yet"), [_stage(one, plan.today) for one in plan.without], _tr("begins in"))


def rows_by_strand(plan: ForwardPlan) -> list[RowData]:
    """Return each strand with the meetings at which it comes and the stages that have none, in order of their days."""
    found: dict[str, list[tuple[date, RowData]]] = {}
    for one in plan.without:
        found.setdefault(one.strand, []).append((one.planned, _stage(one, plan.today, named=False)))
    for meeting in plan.meetings:
        for item in meeting.items:
            row = _item(item, meeting, meeting_named(meeting), item.title)
            found.setdefault(item.strand, []).append((meeting.day or plan.today, row))
    rows: list[RowData] = []
    for strand in sorted(found):
        dated = sorted(found[strand], key=lambda pair: pair[0])
        rows += _under(strand, [row for _, row in dated], "")
    return rows


def meeting_named(meeting: ForwardMeeting) -> str:
    """Return a meeting as a heading names it: `15th meeting, Thu 28 January`."""
    day = weekday_and_day(meeting.day) if meeting.day is not None else _tr("no day yet")
    return _tr("{}, {}").format(meeting.name or _tr("Meeting"), day)


def _under(heading: str, rows: list[RowData], note: str, *, count: int | None = None) -> list[RowData]:
    said = str(len(rows) if count is None else count)
    return [replace(row, group=heading, group_count=said, group_note=note) for row in rows]


def _others(meeting: ForwardMeeting) -> str:
    if meeting.others == 1:
        return _tr("1 other item")
    return _tr("{} other items").format(meeting.others) if meeting.others else ""


def _item(item: ForwardItem, meeting: ForwardMeeting, title: str, below: str) -> RowData:
    secret = _tr("Restricted") if item.restricted else ""
    return RowData(
        id=Line(item.strand_id, item.id, meeting.id, item.stage),
        key=item.id,
        title=" ".join(title.split()),
        number=item.number,
        second_line=" · ".join(filter(None, (secret, " ".join(below.split())))),
        chip=item.stage.value if item.stage is not None else "",
        chip_tone="tint",
        icon="eye-slash" if item.restricted else "list-bullets",
        icon_tone="caution" if item.restricted else "",
    )


def _stage(one: StageToCome, today: date, *, named: bool = True) -> RowData:
    words = _tr("{} is to begin on {}") if not one.late else _tr("{} was to begin on {}")
    begins = words.format(one.stage.value.capitalize(), short_day(one.planned, today))
    return RowData(
        id=Line(one.strand_id, None, one.by, one.stage),
        key=(one.strand_id, one.stage),
        title=one.strand if named else begins,
        second_line=" · ".join(filter(None, (begins if named else "", _last(one, today)))),
        figure=_tr("late") if one.late else days_long((one.planned - today).days),
        figure_tone="danger" if one.late else "caution",
        chip=one.stage.value,
        chip_tone="tint",
        icon="calendar-x",
        icon_tone="caution",
    )


def _last(one: StageToCome, today: date) -> str:
    if one.by_day is None:
        return _tr("no meeting is planned in time")
    return _tr("the last meeting in time is on {}").format(short_day(one.by_day, today))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Forward", text)
