"""Meeting records coming in: matched with what the board file holds, and inserted all or none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.contradictions import warnings
from boardroom.domain.entities import ENTITIES
from boardroom.domain.refusal import Refusal
from boardroom.exchange.directory import Directory
from boardroom.exchange.doubts import Doubt
from boardroom.exchange.json_reading import Json
from boardroom.exchange.meeting_format import RecordFile, canonical, differences, identity
from boardroom.exchange.meeting_loss import losses
from boardroom.exchange.meeting_out import carried
from boardroom.exchange.meeting_rows import MeetingRows
from boardroom.exchange.read_back import BoardsOnDays, record_of
from boardroom.store.bulk import insert
from boardroom.store.queries.records import meetings_by_record, updates_by_meeting, waiting_links, whole_meetings

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordImport:
    """What an import does: the meetings it makes, those that are there already, and what it isn't sure of."""

    made: Mapping[str, UUID] = field(default_factory=dict)
    """By the identity of the record."""
    unchanged: Mapping[str, UUID] = field(default_factory=dict)
    boards: Sequence[str] = ()
    """Names of the boards that are new to the file."""
    doubts: Sequence[Doubt] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows that an import will insert, by entity, and what it will then have done."""

    rows: Mapping[type[Base], Sequence[Mapping[str, object]]]
    result: RecordImport


def import_records(session: Session, records: Sequence[RecordFile], *, new_board: bool = False) -> RecordImport:
    """Insert meetings from their records; one that is there already and equal stays as it is.

    Args:
        session: of `BoardFile.writing`; the caller's transaction makes it whole or nothing.
        records: what `read_record` returned.
        new_board: that a board which the file lacks is made.

    Raises:
        Refusal: a board is lacking, or a meeting is there already and differs.
    """
    plan = plan_import(session, records, new_board=new_board)
    for entity in ENTITIES:
        if plan.rows.get(entity):
            insert(session, entity, plan.rows[entity])
    for link in list(waiting_links(session, plan.result.made)):
        link.of_meeting_id = plan.result.made[link.words]
    return plan.result


def plan_import(session: Session, records: Sequence[RecordFile], *, new_board: bool = False) -> Plan:
    """Return what an import would do, changing nothing.

    Args:
        session: one that reads.
        records: what `read_record` returned.
        new_board: that a board which the file lacks is made.

    Raises:
        Refusal: as `import_records`.
    """
    fresh, unchanged = _sorted_out(session, records)
    directory = Directory(session, list(fresh.values()), new_board=new_board)
    identities = {known_as: uuid7() for known_as in fresh}
    for known_as, record in fresh.items():
        directory.add_meeting(record, known_as, identities[known_as])
    boards = BoardsOnDays(session, directory.rows[Board])
    rows: dict[type[Base], list[Mapping[str, object]]] = defaultdict(list)
    doubts: list[Doubt] = []
    for known_as, record in fresh.items():
        meeting_id = identities[known_as]
        made = MeetingRows(record.data, record.name, meeting_id, directory.around(record, meeting_id))
        for entity, added in made.rows.items():
            rows[entity].extend(added)
        doubts.extend(made.doubts)
        doubts.extend(Doubt(record.name, told.place, told.sentence) for told in warnings(record_of(made.rows, boards)))
    for entity, added in directory.rows.items():
        rows[entity].extend(added)
    result = RecordImport(
        made=identities,
        unchanged=unchanged,
        boards=[str(row["name"]) for row in directory.rows[Board]],
        doubts=[*directory.doubts, *doubts],
    )
    return Plan(rows=rows, result=result)


def _sorted_out(session: Session, records: Sequence[RecordFile]) -> tuple[dict[str, RecordFile], dict[str, UUID]]:
    """Return the records that are new, by identity, and the meetings of those that are there.

    Raises:
        Refusal: two records of one identity differ, or one differs from the meeting that it became.
    """
    fresh: dict[str, RecordFile] = {}
    known = meetings_by_record(session, {identity(record.data) for record in records})
    here = whole_meetings(session, known.values())
    updates = updates_by_meeting(session, known.values())
    unchanged: dict[str, UUID] = {}
    for record in records:
        known_as = identity(record.data)
        if known_as in known:
            meeting = here[known[known_as]]
            lost = losses(meeting, updates=updates.get(meeting.meeting.id, 0))
            different = _first_few(differences(_content(carried(meeting)), _content(record.data)))
            if different or lost:
                raise Refusal(_already_here(record.name, different, lost))
            unchanged[known_as] = meeting.meeting.id
        elif known_as not in fresh:
            fresh[known_as] = record
        else:
            first = fresh[known_as]
            different = _first_few(differences(_content(first.data), _content(record.data)))
            if different:
                message = (
                    f"{first.name} and {record.name} are records of the same meeting and differ "
                    f"(“on the board” is {first.name}): {'; '.join(different)}. Nothing was changed."
                )
                raise Refusal(message)
    return fresh, unchanged


def _first_few(different: Iterable[str]) -> list[str]:
    """Return the first differences, and how many more there are."""
    told = list(different)
    more = len(told) - _SHOWN
    return [*told[:_SHOWN], f"and {more} more"] if more > 0 else told


def _content(data: Mapping[str, Json]) -> dict[str, Json]:
    """Return a record's canonical form without the id: both are known to be of one meeting."""
    return canonical({key: value for key, value in data.items() if key != "id"})


def _already_here(name: str, different: Sequence[str], lost: Sequence[str]) -> str:
    parts = []
    if different:
        parts.append(f"it differs from the record: {'; '.join(different)}")
    if lost:
        parts.append(f"it holds what a record can't carry: {', '.join(lost)}")
    return (
        f"The meeting of {name} is in the board file already, and {'; and '.join(parts)}. "
        "Nothing was changed: undo the earlier import and import again, or change the meeting on the board."
    )
