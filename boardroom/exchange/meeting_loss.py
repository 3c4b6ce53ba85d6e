"""What of a meeting `boardroom.meeting-record/1` can't carry, in words.

A field is carried when it is named here; any other one, of today or of a later version, is a loss as soon as
it holds more than its default. So a new field is never lost in silence.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Stay,
)
from boardroom.domain.base import Base
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, MinutesAmendment, MinutesConfirmation
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.record import MeetingRecord
from boardroom.domain.text import clean_line
from boardroom.domain.votes import VoteEvent
from boardroom.domain.words import LinkKind, PointKind, TextKind
from boardroom.exchange.board_format import fields_of
from boardroom.exchange.meeting_rows import vote_method, vote_result
from boardroom.exchange.recusal import took_no_part

# Fields that the format carries, that follow from what it carries, or that say where a row stands.
CARRIED: Mapping[type[Base], str] = MappingProxyType(
    {
        Meeting: "name kind status venue language quorate next_date next_date_words next_words record_id",
        MeetingBoard: "board_id name kind area country",
        MeetingDay: "held_on starts ends",
        AgendaItem: "parent_id parent_words number minute_number title kind taken_after paper agenda_note restricted"
        " ground",
        ItemTranslation: "item_id language field text",
        Attendance: "status person_id organisation_id name role organisation sector counted headcount proxy remark",
        Stay: "attendance_id arrived_at left_at arrived_words left_words",
        AttendanceItem: "attendance_id item_id number",
        Declaration: "person_id by sector nature effect recused",
        DeclarationItem: "declaration_id item_id number",
        DeclarationTranslation: "declaration_id language field text",
        Point: "item_id kind organisation_id by_role by_organisation sector text proposal_id",
        Proposal: "board_id item_id text",
        Proposer: "proposal_id organisation_id role organisation sector",
        Decision: "board_id item_id number wording method result mover seconder provisional recommended_to remark",
        DecisionCondition: "decision_id text",
        DecisionLink: "decision_id kind of_meeting_id words",
        VoteEvent: "item_id decision_id method yes no abstain result",
        Action: "board_id item_id text owner_role owner_organisation due_on due_words status",
        MinutesConfirmation: "of_meeting_id of_date of_words result",
        MinutesAmendment: "confirmation_id text",
    }
)
_PLACE = frozenset({"id", "meeting_id", "position"})

_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "meeting_board": ("board", "boards"),
        "meeting_day": ("day", "days"),
        "attendance": ("line of attendance", "lines of attendance"),
        "stay": ("arrival or departure", "arrivals or departures"),
        "attendance_item": ("item that somebody came for", "items that somebody came for"),
        "declaration_item": ("item of a declaration", "items of declarations"),
        "presiding": ("change in the chair", "changes in the chair"),
        "motion": ("motion or amendment", "motions or amendments"),
        "vote_event": ("vote", "votes"),
        "vote": ("named vote", "named votes"),
        "sector_tally": ("tally of a sector", "tallies of sectors"),
        "decision_link": ("link to an earlier decision", "links to earlier decisions"),
        "dissent": ("recorded dissent", "recorded dissents"),
        "answer": ("answer to a proposal", "answers to proposals"),
        "action_owner": ("owner of an action who is known by name", "owners of actions who are known by name"),
        "minutes_confirmation": ("confirmation of earlier minutes", "confirmations of earlier minutes"),
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "adjourned_because": "an adjournment",
        "by_name": "the name of who spoke",
        "agenda_item.state": "a state",
        "casting": "a casting vote",
        "casting_by": "a casting vote",
        "deputy_for": "a member that they stand in for",
        "deputy_for_id": "a member that they stand in for",
        "late_reason": "a reason for being late",
        "lead": "somebody who leads",
        "minutes_planned": "planned minutes",
        "public_title": "a public title",
        "remote": "remote attendance",
        "seat_id": "a seat",
        "standing": "standing matter",
        "status_reason": "a reason for its status",
        "notice_given_on": "a day of notice",
        "zone": "a time zone of its own",
    }
)


def losses(record: MeetingRecord, *, updates: int = 0) -> list[str]:
    """Return what a meeting record would lose of a meeting, each with its number: "2 named votes".

    Args:
        record: the whole meeting, notes included.
        updates: how many times its actions were brought up to date.
    """
    counted = Counter([*_whole_rows(record), *_fields(record), *_shapes(record)])
    if updates:
        counted["update of an action", "updates of actions"] = updates
    return [f"{number} {one if number == 1 else several}" for (one, several), number in counted.items()]


_Words: TypeAlias = tuple[str, str]
"""What is lost, as a sentence names one of it and several."""


def _rows(record: MeetingRecord) -> Iterator[Base]:
    yield record.meeting
    for rows in vars(record).values():
        if isinstance(rows, list):
            yield from (row for row in rows if isinstance(row, Base))


def _whole_rows(record: MeetingRecord) -> Iterator[_Words]:
    """Name the rows of which the format knows nothing."""
    for row in _rows(record):
        if isinstance(row, Paragraph):
            if row.text_kind is TextKind.NOTE:
                yield "paragraph of notes", "paragraphs of notes"
            else:
                yield "paragraph of minute text", "paragraphs of minute text"
        elif type(row) not in CARRIED:
            yield _name(type(row))


def _fields(record: MeetingRecord) -> Iterator[_Words]:
    """Name the fields of which the format knows nothing, where they hold more than their default."""
    for row in _rows(record):
        entity = type(row)
        if entity not in CARRIED:
            continue
        for field, default in _uncarried(entity):
            if getattr(row, field) != default:
                one, several = _name(entity)
                table = str(entity.__tablename__)
                words = _FIELDS.get(f"{table}.{field}") or _FIELDS.get(field) or f"“{field.replace('_', ' ')}”"
                yield f"{one} with {words}", f"{several} with {words}"


def _shapes(record: MeetingRecord) -> Iterator[_Words]:
    """Name what the format could carry but for the way it hangs together."""
    for entity, rows in (("meeting_board", record.meeting_boards[1:]), ("meeting_day", record.days[1:])):
        one, several = _NAMES[entity]
        yield from [(f"further {one}", f"further {several}")] * len(rows)
    if record.meeting.next_date and record.meeting.next_date_words:
        yield "second date of the next meeting", "second dates of the next meeting"
    for name, lost, words in _CHECKS:
        yield from (words for row in getattr(record, name) if lost(row, record))
    for name, owner, words in _ONE_EACH:
        kept = Counter(
            (getattr(row, owner), getattr(row, "kind", None)) for row in getattr(record, name) if getattr(row, owner)
        )
        yield from [words] * sum(number - 1 for number in kept.values())
    yield from _proposals(record)


def _proposals(record: MeetingRecord) -> Iterator[_Words]:
    """Name proposals that are more than what their point says."""
    points = {point.proposal_id: point for point in record.points if point.proposal_id}
    proposers = Counter(proposer.proposal_id for proposer in record.proposers)
    for proposal in record.proposals:
        point = points.get(proposal.id)
        if (
            point is None
            or point.kind is not PointKind.PROPOSAL
            or (proposal.item_id, proposal.text) != (point.item_id, point.text)
            or proposers[proposal.id] != 1
        ):
            yield "proposal that no point tells of", "proposals that no point tells of"
    for proposer in record.proposers:
        point = points.get(proposer.proposal_id)
        if point is not None and (proposer.role, proposer.organisation, proposer.sector) != (
            point.by_role,
            point.by_organisation,
            point.sector,
        ):
            yield "proposer who is named otherwise", "proposers who are named otherwise"


def _wrong_parent(item: AgendaItem, record: MeetingRecord) -> bool:
    """Whether an item stands under one that its number doesn't lead to."""
    if item.parent_id is None:
        return False
    above = record.item_by_id.get(item.parent_id)
    words = clean_line(item.parent_words or (above.number if above else ""))
    first = next((one.id for one in record.items if words and clean_line(one.number) == words), None)
    return first != item.parent_id


def _is_person(line: Attendance) -> bool:
    return clean_line(line.name) != "" and (not line.counted or line.headcount == 1)


def _seconds(stay: Stay) -> bool:
    moments = (moment for moment in (stay.arrived_at, stay.left_at) if moment)
    return any(moment.second or moment.microsecond for moment in moments)


def _vote_differs(event: VoteEvent, record: MeetingRecord) -> bool:
    decision = next((one for one in record.decisions if one.id == event.decision_id), None)
    return decision is not None and (
        event.method is not vote_method(decision.method)
        or event.result is not vote_result(decision.result)
        or (event.yes, event.no, event.abstain) == (None, None, None)
    )


_CHECKS: tuple[tuple[str, Callable[[Any, MeetingRecord], bool], _Words], ...] = (
    (
        "days",
        lambda day, _: any(moment and (moment.second or moment.microsecond) for moment in (day.starts, day.ends)),
        ("time with seconds", "times with seconds"),
    ),
    ("items", _wrong_parent, ("item under one without a number of its own", "items under one without a number")),
    (
        "attendances",
        lambda line, _: line.person_id is not None and not _is_person(line),
        ("person without a printed name", "people without a printed name"),
    ),
    (
        "attendances",
        lambda line, _: line.organisation_id is not None and not line.organisation,
        ("organisation without a printed name", "organisations without a printed name"),
    ),
    (
        "attendances",
        lambda line, _: not line.counted and line.headcount is not None,
        ("number of people that is not stated", "numbers of people that are not stated"),
    ),
    ("stays", lambda stay, _: _seconds(stay), ("time with seconds", "times with seconds")),
    (
        "stays",
        lambda stay, _: bool((stay.arrived_at and stay.arrived_words) or (stay.left_at and stay.left_words)),
        ("time with words beside it", "times with words beside them"),
    ),
    (
        "attendance_items",
        lambda one, _: one.item_id is not None and not one.number,
        ("item that somebody came for, without a number", "items that somebody came for, without a number"),
    ),
    (
        "declaration_items",
        lambda one, _: one.item_id is not None and not one.number,
        ("declaration on an item without a number", "declarations on items without a number"),
    ),
    (
        "declarations",
        lambda declared, _: declared.recused != took_no_part(declared.effect),
        ("recusal that the words don't tell", "recusals that the words don't tell"),
    ),
    (
        "points",
        lambda point, _: point.organisation_id is not None and not point.by_organisation,
        ("organisation without a printed name", "organisations without a printed name"),
    ),
    (
        "points",
        lambda point, _: point.proposal_id is not None and point.kind is not PointKind.PROPOSAL,
        ("proposal that no point tells of", "proposals that no point tells of"),
    ),
    ("decisions", lambda one, _: one.item_id is None, ("decision under no item", "decisions under no item")),
    ("actions", lambda one, _: one.item_id is None, ("action under no item", "actions under no item")),
    (
        "actions",
        lambda one, _: bool(one.due_on and one.due_words),
        ("due date with words beside it", "due dates with words beside them"),
    ),
    (
        "vote_events",
        lambda one, _: one.decision_id is None,
        ("vote that settled nothing", "votes that settled nothing"),
    ),
    (
        "vote_events",
        _vote_differs,
        ("vote that says more than its decision", "votes that say more than their decision"),
    ),
    (
        "decision_links",
        lambda link, _: link.kind is LinkKind.SUPERSEDES or not link.words,
        _NAMES["decision_link"],
    ),
    (
        "confirmations",
        lambda one, _: bool(one.of_date and one.of_words),
        ("second date of earlier minutes", "second dates of earlier minutes"),
    ),
    (
        "confirmations",
        lambda one, _: one.of_meeting_id is not None and one.of_date is None,
        ("earlier minutes without a date", "earlier minutes without a date"),
    ),
)
"""List, when a row of it holds more than the format can say, and what that is."""

_ONE_EACH: tuple[tuple[str, str, _Words], ...] = (
    ("stays", "attendance_id", ("further arrival or departure", "further arrivals or departures")),
    ("vote_events", "decision_id", ("further vote on a decision", "further votes on decisions")),
    ("decision_links", "decision_id", _NAMES["decision_link"]),
)
"""List, its owner, and what a second row for the same owner is."""


def _uncarried(entity: type[Base]) -> Iterator[tuple[str, object]]:
    carried = {*CARRIED[entity].split(), *_PLACE}
    return ((field.name, field.default) for field in fields_of(entity) if field.name not in carried)


def _name(entity: type[Base]) -> _Words:
    table = str(entity.__tablename__)
    words = table.replace("_", " ")
    return _NAMES.get(table, (words, f"{words}s"))
