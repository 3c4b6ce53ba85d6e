"""A meeting going out as `boardroom.meeting-record/1`, equal to the record that it came from."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance
from boardroom.domain.base import Base
from boardroom.domain.decisions import Decision
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Refusal
from boardroom.exchange.json_reading import Json
from boardroom.exchange.meeting_format import FORMAT, HASHED, content_hash
from boardroom.exchange.meeting_loss import losses
from boardroom.store.queries.records import updates_by_meeting, whole_meetings

_Data = dict[str, Json]


def export_meeting(session: Session, meeting_id: UUID) -> _Data:
    """Return a meeting's record, read with its notes and all that came later, so that nothing is lost unsaid.

    Raises:
        Refusal: there is no such meeting, or it holds more than the format can carry.
    """
    found = whole_meetings(session, [meeting_id])
    if meeting_id not in found:
        message = "This board file has no such meeting."
        raise Refusal(message)
    return export_record(found[meeting_id], updates=updates_by_meeting(session, [meeting_id]).get(meeting_id, 0))


def export_record(record: MeetingRecord, *, updates: int = 0) -> _Data:
    """Return a meeting as a meeting record.

    Args:
        record: the whole meeting, as its members see it.
        updates: how many times its actions were brought up to date.

    Raises:
        Refusal: it holds more than the format can carry; what would be lost is named.
    """
    lost = losses(record, updates=updates)
    if lost:
        listed = " and ".join([", ".join(lost[:-1]), lost[-1]] if len(lost) > 1 else lost)
        message = f"This meeting holds {listed}, which a meeting record can't carry; export the board instead."
        raise Refusal(message)
    return carried(record)


def carried(record: MeetingRecord) -> _Data:
    """Return what of a meeting a meeting record can carry."""
    meeting, children = record.meeting, _Children(record)
    day = record.days[0] if record.days else None
    data: _Data = {
        "format": FORMAT,
        "body": _body(record),
        "meeting": _said(
            name=meeting.name,
            date=_date(day.held_on if day else None),
            start=_time(day.starts if day else None),
            end=_time(day.ends if day else None),
            venue=meeting.venue,
            kind=meeting.kind,
            status=meeting.status,
            language=meeting.language,
        ),
        "attendance": [_attendance(line, children) for line in record.attendances],
        "declarations": [
            _said(
                by=declared.by,
                sector=declared.sector,
                items=[one.number for one in children.of("declaration_items", declared)],
                nature=declared.nature,
                effect=declared.effect,
                translations=_translations(children.of("declaration_translations", declared)),
                keep=("by", "nature"),
            )
            for declared in record.declarations
        ],
        "agenda": [_item(item, record, children) for item in record.items],
        "previous_minutes": [
            _said(
                meeting_date=_date(one.of_date) or one.of_words,
                result=one.result,
                corrections=[change.text for change in children.of("amendments", one)],
            )
            for one in record.confirmations
        ],
        "next_meeting": _said(date=_date(meeting.next_date) or meeting.next_date_words, as_stated=meeting.next_words),
    }
    if meeting.quorate is not None:
        data["meeting"]["quorate"] = meeting.quorate
    data = {key: value for key, value in data.items() if value not in ([], {}) or key == "meeting"}
    known_as = meeting.record_id or str(meeting.id)
    if not (known_as.startswith(HASHED) and known_as == content_hash(data)):
        data = {"format": FORMAT, "id": known_as, **data}
    return data


class _Children:
    """The rows of a meeting by the row that they hang on, each list read once."""

    _OWNERS: tuple[tuple[str, str], ...] = (
        ("stays", "attendance_id"),
        ("attendance_items", "attendance_id"),
        ("declaration_items", "declaration_id"),
        ("declaration_translations", "declaration_id"),
        ("item_translations", "item_id"),
        ("points", "item_id"),
        ("decisions", "item_id"),
        ("actions", "item_id"),
        ("vote_events", "decision_id"),
        ("conditions", "decision_id"),
        ("decision_links", "decision_id"),
        ("amendments", "confirmation_id"),
    )

    def __init__(self, record: MeetingRecord) -> None:
        self._rows: dict[tuple[str, UUID], list[Any]] = defaultdict(list)
        for name, owner in self._OWNERS:
            for row in getattr(record, name):
                self._rows[name, getattr(row, owner)].append(row)

    def of(self, name: str, owner: Base) -> Sequence[Any]:
        """Return the rows of one list that hang on a row, in order."""
        return self._rows.get((name, owner.id), ())


def _body(record: MeetingRecord) -> _Data:
    host = record.meeting_boards[0]
    if host.name:
        return _said(name=host.name, type=host.kind, area=host.area, country=host.country, keep=("name",))
    board = next(at.board for at in record.boards if at.board.id == host.board_id)
    return _said(name=board.name, type=board.kind, area=board.area, country=board.country, keep=("name",))


def _attendance(line: Attendance, children: _Children) -> _Data:
    stays = children.of("stays", line)
    data = _said(
        name=line.name,
        role=line.role,
        organisation=line.organisation,
        sector=line.sector,
        status=line.status,
        for_items=[one.number for one in children.of("attendance_items", line)],
        arrived=_time(stays[0].arrived_at) or stays[0].arrived_words if stays else "",
        left=_time(stays[0].left_at) or stays[0].left_words if stays else "",
        proxy=line.proxy or None,
        note=line.remark,
    )
    if line.counted:
        data["count"] = line.headcount
    return data


def _item(item: AgendaItem, record: MeetingRecord, children: _Children) -> _Data:
    above = record.item_by_id.get(item.parent_id) if item.parent_id else None
    return _said(
        number=item.number,
        minute_number=item.minute_number,
        title=item.title,
        kind=item.kind,
        parent=item.parent_words or (above.number if above else ""),
        taken_after=item.taken_after,
        restricted=item.restricted,
        restriction=item.ground,
        paper=item.paper,
        note=item.agenda_note,
        points=[
            _said(
                kind=point.kind,
                by=_said(role=point.by_role, organisation=point.by_organisation, sector=point.sector),
                text=point.text,
                keep=("text",),
            )
            for point in children.of("points", item)
        ],
        decisions=[_decision(decision, children) for decision in children.of("decisions", item)],
        actions=[
            _said(
                text=action.text,
                owner_role=action.owner_role,
                owner_organisation=action.owner_organisation,
                due=_date(action.due_on) or action.due_words,
                status=action.status,
                keep=("text",),
            )
            for action in children.of("actions", item)
        ],
        translations=_translations(children.of("item_translations", item)),
        keep=("title",),
    )


def _decision(decision: Decision, children: _Children) -> _Data:
    events = children.of("vote_events", decision)
    votes = {"for": events[0].yes, "against": events[0].no, "abstain": events[0].abstain} if events else {}
    return _said(
        number=decision.number,
        text=decision.wording,
        method=decision.method,
        votes={key: count for key, count in votes.items() if count is not None},
        mover=decision.mover,
        seconder=decision.seconder,
        conditions=[one.text for one in children.of("conditions", decision)],
        provisional=decision.provisional or None,
        recommended_to=decision.recommended_to,
        **{link.kind.value: link.words for link in children.of("decision_links", decision)},
        note=decision.remark,
        result=decision.result,
        keep=("text",),
    )


def _translations(rows: Sequence[Any]) -> dict[str, dict[str, str]]:
    translations: dict[str, dict[str, str]] = {}
    for row in rows:
        translations.setdefault(row.language, {})[row.field] = row.text
    return translations


def _said(*, keep: Sequence[str] = (), **values: Any) -> _Data:  # noqa: ANN401 - what JSON can hold
    """Return what is said: no empty texts, lists or objects, and no nulls, but for the keys to keep."""
    return {
        key: value.value if isinstance(value, StrEnum) else value
        for key, value in values.items()
        if key in keep or (value is not None and value not in ("", [], {}))
    }


def _date(day: date | None) -> str:
    return day.isoformat() if day else ""


def _time(moment: time | None) -> str:
    return moment.isoformat("minutes") if moment else ""
