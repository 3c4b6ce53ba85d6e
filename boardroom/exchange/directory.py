"""Names in meeting records, matched with the boards, people, organisations and meetings of the board file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import Sector
from boardroom.exchange.doubts import Doubt
from boardroom.exchange.json_reading import Json
from boardroom.exchange.meeting_format import RecordFile, iso_date
from boardroom.exchange.row_making import Row, Surroundings
from boardroom.store.queries.records import boards_by_id, ids_by_name, meetings_by_day, meetings_by_record

_DETAILS = {"type": "kind", "area": "area", "country": "country"}
"""What a record says of its body, and where a board keeps it."""


class Directory:
    """Finds what records name; makes people and organisations that the file lacks, and boards where it may.

    `rows` holds what it made, by entity; `doubts` what could have been matched otherwise.
    """

    def __init__(self, session: Session, records: Sequence[RecordFile], *, new_board: bool) -> None:
        """Read all names at once.

        Args:
            session: one that reads.
            records: those that will be made.
            new_board: that a board which the file lacks is made.

        Raises:
            Refusal: a board is lacking, and it may not be made.
        """
        self.rows: dict[type[Base], list[Row]] = defaultdict(list)
        self.doubts: list[Doubt] = []
        data = [record.data for record in records]
        self._people = ids_by_name(session, Person, {clean_line(name) for name in _people(data)})
        self._sectors = _organisations(data)
        self._organisations = ids_by_name(session, Organisation, self._sectors)
        self._boards = self._matched_boards(session, records, new_board=new_board)
        self._by_record = meetings_by_record(session, set(_links(data)))
        self._by_day = meetings_by_day(session, self._boards.values())

    def add_meeting(self, record: RecordFile, known_as: str, meeting_id: UUID) -> None:
        """Let the other records find a meeting that is about to be made."""
        self._by_record.setdefault(known_as, meeting_id)
        held_on = iso_date((record.data.get("meeting") or {}).get("date") or "")
        if held_on:
            day = (self._board_of(record), held_on)
            if self._by_day.setdefault(day, meeting_id) != meeting_id:
                sentence = f"the board has a meeting on {held_on.isoformat()} already; this came in as another one."
                self.doubts.append(Doubt(record.name, "meeting, date", sentence))

    def around(self, record: RecordFile, meeting_id: UUID) -> Surroundings:
        """Return what the rows of one record point to."""
        board_id = self._board_of(record)

        def on_day(day: date) -> UUID | None:
            found = self._by_day.get((board_id, day))
            return None if found == meeting_id else found

        return Surroundings(
            board_id=board_id,
            person=lambda name: self._person(name, record.name),
            organisation=lambda name: self._organisation(name, record.name),
            meeting_by_record=self._by_record.get,
            meeting_on=on_day,
        )

    def _board_of(self, record: RecordFile) -> UUID:
        return self._boards[clean_line(record.data["body"]["name"])]

    def _matched_boards(self, session: Session, records: Sequence[RecordFile], *, new_board: bool) -> dict[str, UUID]:
        bodies = {clean_line(record.data["body"]["name"]): record for record in reversed(records)}
        found = ids_by_name(session, Board, bodies)
        lacking = [name for name in bodies if name not in found]
        if lacking and not new_board:
            names = ", ".join(f"“{name}”" for name in lacking)
            message = (
                f"The board file has no board named {names} ({bodies[lacking[0]].name}). Add --new-board to make it, "
                "or put the board's name in the record as the file has it. Nothing was changed."
            )
            raise Refusal(message)
        boards = {name: ids[0] for name, ids in found.items()}
        for name, ids in found.items():
            self._tell_several("boards", name, ids, bodies[name].name)
        known = boards_by_id(session, boards.values())
        for name, record in bodies.items():
            if name in boards:
                self._tell_details(known[boards[name]], record)
            else:
                details = {_DETAILS[key]: detail for key, detail in _details(record).items()}
                boards[name] = self._made(Board, name=name, **details)
        return boards

    def _tell_details(self, board: Board, record: RecordFile) -> None:
        for key, detail in _details(record).items():
            ours = getattr(board, _DETAILS[key])
            if detail and ours and detail != ours:
                sentence = f"“{detail}” is “{ours}” on the board; the record's own word is kept with its meeting."
                self.doubts.append(Doubt(record.name, f"body, {key}", sentence))

    def _person(self, name: str, file: str) -> UUID:
        line = clean_line(name)
        if line not in self._people:
            self._people[line] = [self._made(Person, name=line)]
        self._tell_several("people", line, self._people[line], file)
        return self._people[line][0]

    def _organisation(self, name: str, file: str) -> UUID:
        if name not in self._organisations:
            made = self._made(Organisation, name=name)
            sector = self._sectors.get(name)
            if sector is not None:
                self._made(OrganisationStatus, organisation_id=made, sector=sector)
            self._organisations[name] = [made]
        self._tell_several("organisations", name, self._organisations[name], file)
        return self._organisations[name][0]

    def _tell_several(self, kind: str, name: str, ids: Sequence[UUID], file: str) -> None:
        if len(ids) > 1:
            doubt = Doubt(file, "", f"{len(ids)} {kind} are named “{name}”; the first was taken.")
            if doubt not in self.doubts:
                self.doubts.append(doubt)

    def _made(self, entity: type[Base], **values: object) -> UUID:
        row_id = uuid7()
        self.rows[entity].append({"id": row_id, **values})
        return row_id


def _details(record: RecordFile) -> dict[str, str]:
    body = record.data["body"]
    return {key: clean_line(body.get(key) or "") for key in _DETAILS}


def _people(data: Iterable[Mapping[str, Json]]) -> Iterator[str]:
    return (line.get("name") or "" for record in data for line in record.get("attendance") or [])


def _organisations(data: Iterable[Mapping[str, Json]]) -> dict[str, Sector | None]:
    """Return the organisations that records name, each with the first known sector that is stated of it."""
    stated: dict[str, Sector | None] = {}
    for by in _speakers(data):
        name = clean_line(by.get("organisation") or "")
        sector = Sector(by["sector"]) if by.get("sector") else None
        if name and stated.get(name) in (None, Sector.UNKNOWN):
            stated[name] = sector if sector is not None else stated.get(name)
    return stated


def _speakers(data: Iterable[Mapping[str, Json]]) -> Iterator[Mapping[str, Json]]:
    for record in data:
        yield from record.get("attendance") or []
        for item in record.get("agenda") or []:
            yield from (point["by"] for point in item.get("points") or [] if point.get("by"))


def _links(data: Iterable[Mapping[str, Json]]) -> Iterator[str]:
    for record in data:
        for item in record.get("agenda") or []:
            for decision in item.get("decisions") or []:
                yield from (decision[key] for key in ("ratifies", "amends") if decision.get(key))
