"""A meeting record as rows of the board file: what its words mean here, and where they can be read two ways."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from uuid_utils.compat import uuid7

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Point
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
from boardroom.domain.text import clean_line
from boardroom.domain.votes import VoteEvent
from boardroom.domain.words import (
    ActionStatus,
    ItemKind,
    LinkKind,
    MeetingKind,
    MeetingStatus,
    Method,
    PointKind,
    Presence,
    Result,
    Sector,
    VoteMethod,
    VoteResult,
)
from boardroom.exchange.doubts import Doubt
from boardroom.exchange.json_reading import Json, place_in_words
from boardroom.exchange.meeting_format import WORDS, clock_time, identity, iso_date, parents
from boardroom.exchange.recusal import took_no_part

Row: TypeAlias = dict[str, object]
_Place: TypeAlias = tuple[str | int, ...]

_VOTE_METHODS: Mapping[Method, VoteMethod] = {
    Method.SHOW_OF_HANDS: VoteMethod.HANDS,
    Method.RECORDED_VOTE: VoteMethod.NAMED,
    Method.BALLOT: VoteMethod.BALLOT,
}
_VOTE_RESULTS: Mapping[Result, VoteResult] = {
    Result.CARRIED: VoteResult.CARRIED,
    Result.CARRIED_AS_AMENDED: VoteResult.CARRIED,
    Result.CARRIED_IN_PART: VoteResult.CARRIED,
    Result.LOST: VoteResult.LOST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What of the board file a record's rows point to."""

    board_id: UUID
    person: Callable[[str], UUID]
    organisation: Callable[[str], UUID]
    meeting_by_record: Callable[[str], UUID | None]
    meeting_on: Callable[[date], UUID | None]


def vote_method(method: Method | None) -> VoteMethod:
    """Return how the vote behind a decision was held, as far as its method says."""
    return _VOTE_METHODS.get(method, VoteMethod.NOT_STATED) if method else VoteMethod.NOT_STATED


def vote_result(result: Result | None) -> VoteResult:
    """Return what the vote behind a decision gave, as far as its result says."""
    return _VOTE_RESULTS.get(result, VoteResult.UNCLEAR) if result else VoteResult.UNCLEAR


class MeetingRows:
    """The rows that one meeting record makes, by entity; `doubts` tells what could be read otherwise."""

    def __init__(self, record: Mapping[str, Json], file: str, meeting_id: UUID, around: Surroundings) -> None:
        """Make the rows.

        Args:
            record: fits the schema and was checked by `read_record`.
            file: what its file is called in sentences.
            meeting_id: the id that the meeting gets.
            around: what of the board file the rows point to.
        """
        self.rows: dict[type[Base], list[Row]] = defaultdict(list)
        self.doubts: list[Doubt] = []
        self._record, self._file, self._around = record, file, around
        self.meeting_id = meeting_id
        self._items: list[Mapping[str, Json]] = record.get("agenda") or []
        self._item_ids = [uuid7() for _ in self._items]
        self._by_number = _places_by(self._items, "number")
        self._by_minute_number = _places_by(self._items, "minute_number")
        self._meeting()
        self._attendance()
        self._declarations()
        self._agenda()
        self._previous_minutes()

    def _add(self, entity: type[Base], **values: object) -> UUID:
        """Add a row of the meeting, next in order, and return its id."""
        row_id = uuid7()
        self.rows[entity].append({"id": row_id, "meeting_id": self.meeting_id, **values})
        return row_id

    def _next(self, entity: type[Base]) -> int:
        return len(self.rows[entity])

    def _doubt(self, place: _Place, sentence: str) -> None:
        self.doubts.append(Doubt(self._file, place_in_words(place, WORDS), sentence))

    def _meeting(self) -> None:
        stated, body = self._record.get("meeting") or {}, self._record["body"]
        following = self._record.get("next_meeting") or {}
        following_on = iso_date(following.get("date") or "")
        self.rows[Meeting].append(
            {
                "id": self.meeting_id,
                "name": _text(stated, "name"),
                "kind": _word(MeetingKind, stated.get("kind")),
                "status": _word(MeetingStatus, stated.get("status")),
                "venue": _text(stated, "venue"),
                "language": _text(stated, "language"),
                "quorate": stated.get("quorate"),
                "next_date": following_on,
                "next_date_words": "" if following_on else _text(following, "date"),
                "next_words": _text(following, "as_stated"),
                "record_id": identity(self._record),
            }
        )
        self._add(
            MeetingBoard,
            board_id=self._around.board_id,
            name=body["name"],
            kind=_text(body, "type"),
            area=_text(body, "area"),
            country=_text(body, "country"),
        )
        self._add(
            MeetingDay,
            held_on=iso_date(stated.get("date") or ""),
            starts=clock_time(stated.get("start") or ""),
            ends=clock_time(stated.get("end") or ""),
        )

    def _attendance(self) -> None:
        for at, line in enumerate(self._record.get("attendance") or []):
            name, sector = _text(line, "name"), _word(Sector, line.get("sector"))
            # A line that states a number of people is nobody in particular, unless it names one.
            is_person = clean_line(name) != "" and line.get("count", 1) == 1
            attendance_id = self._add(
                Attendance,
                position=at,
                status=Presence(line["status"]),
                person_id=self._around.person(name) if is_person else None,
                organisation_id=self._organisation(line),
                name=name,
                role=_text(line, "role"),
                organisation=_text(line, "organisation"),
                sector=sector,
                counted="count" in line,
                headcount=line.get("count"),
                proxy=bool(line.get("proxy")),
                remark=_text(line, "note"),
            )
            self._stay(attendance_id, _text(line, "arrived"), _text(line, "left"))
            self._named_items(
                AttendanceItem, line.get("for_items"), ("attendance", at, "for_items"), attendance_id=attendance_id
            )

    def _stay(self, attendance_id: UUID, arrived: str, left: str) -> None:
        if arrived or left:
            arrived_at, left_at = clock_time(arrived), clock_time(left)
            self._add(
                Stay,
                attendance_id=attendance_id,
                arrived_at=arrived_at,
                left_at=left_at,
                arrived_words="" if arrived_at else arrived,
                left_words="" if left_at else left,
            )

    def _declarations(self) -> None:
        present = {
            row["name"]: row["person_id"] for row in reversed(self.rows[Attendance]) if row["person_id"] is not None
        }
        for at, declared in enumerate(self._record.get("declarations") or []):
            effect = _text(declared, "effect")
            declaration_id = self._add(
                Declaration,
                position=at,
                person_id=present.get(declared["by"]),
                by=declared["by"],
                sector=_word(Sector, declared.get("sector")),
                nature=declared["nature"],
                effect=effect,
                recused=took_no_part(effect),
            )
            self._named_items(
                DeclarationItem, declared.get("items"), ("declarations", at, "items"), declaration_id=declaration_id
            )
            self._translations(DeclarationTranslation, declared, declaration_id=declaration_id)

    def _agenda(self) -> None:
        above = parents(self._items)
        for at, item in enumerate(self._items):
            place: _Place = ("agenda", at)
            self._add_item(at, item, above.get(at), place)
            self._translations(ItemTranslation, item, item_id=self._item_ids[at])
            for point in item.get("points") or []:
                self._point(self._item_ids[at], point)
            for number, decision in enumerate(item.get("decisions") or []):
                self._decision(self._item_ids[at], decision, (*place, "decisions", number))
            for action in item.get("actions") or []:
                self._action(self._item_ids[at], action)

    def _add_item(self, at: int, item: Mapping[str, Json], above: int | None, place: _Place) -> None:
        named, taken_after = _text(item, "parent"), _text(item, "taken_after")
        if named:
            self._find(named, (*place, "parent"), self._by_number)
        if taken_after:
            self._find(taken_after, (*place, "taken_after"), self._by_number)
        kept = above is not None and self._items[above].get("number") == named
        self.rows[AgendaItem].append(
            {
                "id": self._item_ids[at],
                "meeting_id": self.meeting_id,
                "parent_id": None if above is None else self._item_ids[above],
                # The parent's own number says it, unless the words are written otherwise or lead nowhere.
                "parent_words": "" if kept else named,
                "position": at,
                "number": _text(item, "number"),
                "minute_number": _text(item, "minute_number"),
                "title": item["title"],
                "kind": _word(ItemKind, item.get("kind")),
                "taken_after": taken_after,
                "paper": _text(item, "paper"),
                "agenda_note": _text(item, "note"),
                "restricted": bool(item.get("restricted")),
                "ground": _text(item, "restriction"),
            }
        )

    def _point(self, item_id: UUID, point: Mapping[str, Json]) -> None:
        by = point.get("by") or {}
        kind, sector = _word(PointKind, point.get("kind")), _word(Sector, by.get("sector"))
        organisation_id = self._organisation(by)
        proposal_id = None
        if kind is PointKind.PROPOSAL:
            proposal_id = self._add(
                Proposal,
                board_id=self._around.board_id,
                item_id=item_id,
                position=self._next(Proposal),
                text=point["text"],
            )
            self._add(
                Proposer,
                proposal_id=proposal_id,
                organisation_id=organisation_id,
                role=_text(by, "role"),
                organisation=_text(by, "organisation"),
                sector=sector,
            )
        self._add(
            Point,
            item_id=item_id,
            position=self._next(Point),
            kind=kind,
            organisation_id=organisation_id,
            by_role=_text(by, "role"),
            by_organisation=_text(by, "organisation"),
            sector=sector,
            text=point["text"],
            proposal_id=proposal_id,
        )

    def _decision(self, item_id: UUID, decision: Mapping[str, Json], place: _Place) -> None:
        method, result = _word(Method, decision.get("method")), _word(Result, decision.get("result"))
        decision_id = self._add(
            Decision,
            board_id=self._around.board_id,
            item_id=item_id,
            position=self._next(Decision),
            number=_text(decision, "number"),
            wording=decision["text"],
            method=method,
            result=result,
            mover=_text(decision, "mover"),
            seconder=_text(decision, "seconder"),
            provisional=bool(decision.get("provisional")),
            recommended_to=_text(decision, "recommended_to"),
            remark=_text(decision, "note"),
        )
        for at, text in enumerate(decision.get("conditions") or []):
            self._add(DecisionCondition, decision_id=decision_id, position=at, text=text)
        votes = {key: count for key, count in (decision.get("votes") or {}).items() if count is not None}
        if votes:
            self._add(
                VoteEvent,
                item_id=item_id,
                decision_id=decision_id,
                position=self._next(VoteEvent),
                method=vote_method(method),
                yes=votes.get("for"),
                no=votes.get("against"),
                abstain=votes.get("abstain"),
                result=vote_result(result),
            )
        for kind in (LinkKind.RATIFIES, LinkKind.AMENDS):
            words = _text(decision, kind.value)
            if words:
                meeting_id = self._around.meeting_by_record(words)
                if meeting_id is None:
                    self._doubt((*place, kind.value), f"no meeting in the board file has the record “{words}” yet.")
                self._add(DecisionLink, decision_id=decision_id, kind=kind, of_meeting_id=meeting_id, words=words)

    def _action(self, item_id: UUID, action: Mapping[str, Json]) -> None:
        due = _text(action, "due")
        due_on = iso_date(due)
        self._add(
            Action,
            board_id=self._around.board_id,
            item_id=item_id,
            position=self._next(Action),
            text=action["text"],
            owner_role=_text(action, "owner_role"),
            owner_organisation=_text(action, "owner_organisation"),
            due_on=due_on,
            due_words="" if due_on else due,
            status=_word(ActionStatus, action.get("status")),
        )

    def _previous_minutes(self) -> None:
        for at, minutes in enumerate(self._record.get("previous_minutes") or []):
            words = _text(minutes, "meeting_date")
            of_date = iso_date(words)
            confirmation_id = self._add(
                MinutesConfirmation,
                position=at,
                of_meeting_id=self._around.meeting_on(of_date) if of_date else None,
                of_date=of_date,
                of_words="" if of_date else words,
                result=_text(minutes, "result"),
            )
            for number, text in enumerate(minutes.get("corrections") or []):
                self._add(MinutesAmendment, confirmation_id=confirmation_id, position=number, text=text)

    def _organisation(self, by: Mapping[str, Json]) -> UUID | None:
        name = clean_line(_text(by, "organisation"))
        return self._around.organisation(name) if name else None

    def _translations(self, entity: type[Base], thing: Mapping[str, Json], **owner: UUID) -> None:
        for language, texts in (thing.get("translations") or {}).items():
            for field, text in texts.items():
                if text:
                    self._add(entity, **owner, language=language, field=field, text=text)

    def _named_items(self, entity: type[Base], numbers: Sequence[str] | None, place: _Place, **owner: UUID) -> None:
        for at, number in enumerate(numbers or []):
            found = self._find(number, (*place, at), self._by_number, self._by_minute_number)
            item_id = None if found is None else self._item_ids[found]
            self._add(entity, **owner, item_id=item_id, position=at, number=number)

    def _find(self, number: str, place: _Place, *numberings: Mapping[str, Sequence[int]]) -> int | None:
        """Return the place of the first item with a number, and tell where there is more than one.

        Where there is none, the words are kept, and `domain.contradictions` tells.
        """
        for numbering in numberings:
            found = numbering.get(clean_line(number))
            if found:
                if len(found) > 1:
                    self._doubt(place, f"{len(found)} items are numbered “{number}”; the first was taken.")
                return found[0]
        return None


def _places_by(items: Sequence[Mapping[str, Json]], numbering: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        number = clean_line(item.get(numbering) or "")
        if number:
            places.setdefault(number, []).append(at)
    return places


def _text(thing: Mapping[str, Json], key: str) -> str:
    text: str = thing.get(key) or ""
    return text


def _word(kind: Callable[[str], Any], value: str | None) -> Any:  # noqa: ANN401 - the enumeration that was asked for
    return None if value is None else kind(value)
