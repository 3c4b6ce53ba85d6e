"""A meeting record as rows of the board file: what its words mean here, and where they can be read two ways."""

from collections.abc import Mapping
from uuid import UUID

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
from boardroom.exchange.json_reading import Json
from boardroom.exchange.meeting_format import clock_time, identity, iso_date, parents
from boardroom.exchange.recusal import took_no_part
from boardroom.exchange.row_making import Place, RowMaking, Surroundings, text_of, word_of

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


def vote_method(method: Method | None) -> VoteMethod:
    """Return how the vote behind a decision was held, as far as its method says."""
    return _VOTE_METHODS.get(method, VoteMethod.NOT_STATED) if method else VoteMethod.NOT_STATED


def vote_result(result: Result | None) -> VoteResult:
    """Return what the vote behind a decision gave, as far as its result says."""
    return _VOTE_RESULTS.get(result, VoteResult.UNCLEAR) if result else VoteResult.UNCLEAR


class MeetingRows(RowMaking):
    """The rows that one meeting record makes, by entity; `doubts` tells what could be read otherwise."""

    def __init__(self, record: Mapping[str, Json], file: str, meeting_id: UUID, around: Surroundings) -> None:
        """Make the rows.

        Args:
            record: fits the schema and was checked by `read_record`.
            file: what its file is called in sentences.
            meeting_id: the id that the meeting gets.
            around: what of the board file the rows point to.
        """
        super().__init__(record, file, meeting_id, around)
        self._meeting()
        self._attendance()
        self._declarations()
        self._agenda()
        self._previous_minutes()

    def _meeting(self) -> None:
        stated, body = self.record.get("meeting") or {}, self.record["body"]
        following = self.record.get("next_meeting") or {}
        following_on = iso_date(following.get("date") or "")
        self.rows[Meeting].append(
            {
                "id": self.meeting_id,
                "name": text_of(stated, "name"),
                "kind": word_of(MeetingKind, stated.get("kind")),
                "status": word_of(MeetingStatus, stated.get("status")),
                "venue": text_of(stated, "venue"),
                "language": text_of(stated, "language"),
                "quorate": stated.get("quorate"),
                "next_date": following_on,
                "next_date_words": "" if following_on else text_of(following, "date"),
                "next_words": text_of(following, "as_stated"),
                "record_id": identity(self.record),
            }
        )
        self.add(
            MeetingBoard,
            board_id=self.around.board_id,
            name=body["name"],
            kind=text_of(body, "type"),
            area=text_of(body, "area"),
            country=text_of(body, "country"),
        )
        self.add(
            MeetingDay,
            held_on=iso_date(stated.get("date") or ""),
            starts=clock_time(stated.get("start") or ""),
            ends=clock_time(stated.get("end") or ""),
        )

    def _attendance(self) -> None:
        for at, line in enumerate(self.record.get("attendance") or []):
            name, sector = text_of(line, "name"), word_of(Sector, line.get("sector"))
            # A line that states a number of people is nobody in particular, unless it names one.
            is_person = clean_line(name) != "" and line.get("count", 1) == 1
            attendance_id = self.add(
                Attendance,
                position=at,
                status=Presence(line["status"]),
                person_id=self.around.person(name) if is_person else None,
                organisation_id=self.organisation_of(line),
                name=name,
                role=text_of(line, "role"),
                organisation=text_of(line, "organisation"),
                sector=sector,
                counted="count" in line,
                headcount=line.get("count"),
                proxy=bool(line.get("proxy")),
                remark=text_of(line, "note"),
            )
            self._stay(attendance_id, text_of(line, "arrived"), text_of(line, "left"))
            self.named_items(
                AttendanceItem, line.get("for_items"), ("attendance", at, "for_items"), attendance_id=attendance_id
            )

    def _stay(self, attendance_id: UUID, arrived: str, left: str) -> None:
        if arrived or left:
            arrived_at, left_at = clock_time(arrived), clock_time(left)
            self.add(
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
        for at, declared in enumerate(self.record.get("declarations") or []):
            effect = text_of(declared, "effect")
            declaration_id = self.add(
                Declaration,
                position=at,
                person_id=present.get(declared["by"]),
                by=declared["by"],
                sector=word_of(Sector, declared.get("sector")),
                nature=declared["nature"],
                effect=effect,
                recused=took_no_part(effect),
            )
            self.named_items(
                DeclarationItem, declared.get("items"), ("declarations", at, "items"), declaration_id=declaration_id
            )
            self.translations(DeclarationTranslation, declared, declaration_id=declaration_id)

    def _agenda(self) -> None:
        above = parents(self.items)
        for at, item in enumerate(self.items):
            place: Place = ("agenda", at)
            self._add_item(at, item, above.get(at), place)
            self.translations(ItemTranslation, item, item_id=self.item_ids[at])
            for point in item.get("points") or []:
                self._point(self.item_ids[at], point)
            for number, decision in enumerate(item.get("decisions") or []):
                self._decision(self.item_ids[at], decision, (*place, "decisions", number))
            for action in item.get("actions") or []:
                self._action(self.item_ids[at], action)

    def _add_item(self, at: int, item: Mapping[str, Json], above: int | None, place: Place) -> None:
        named, taken_after = text_of(item, "parent"), text_of(item, "taken_after")
        if named:
            self.find(named, (*place, "parent"), self.by_number)
        if taken_after:
            self.find(taken_after, (*place, "taken_after"), self.by_number)
        kept = above is not None and self.items[above].get("number") == named
        self.rows[AgendaItem].append(
            {
                "id": self.item_ids[at],
                "meeting_id": self.meeting_id,
                "parent_id": None if above is None else self.item_ids[above],
                # The parent's own number says it, unless the words are written otherwise or lead nowhere.
                "parent_words": "" if kept else named,
                "position": at,
                "number": text_of(item, "number"),
                "minute_number": text_of(item, "minute_number"),
                "title": item["title"],
                "kind": word_of(ItemKind, item.get("kind")),
                "taken_after": taken_after,
                "paper": text_of(item, "paper"),
                "agenda_note": text_of(item, "note"),
                "restricted": bool(item.get("restricted")),
                "ground": text_of(item, "restriction"),
            }
        )

    def _point(self, item_id: UUID, point: Mapping[str, Json]) -> None:
        by = point.get("by") or {}
        kind, sector = word_of(PointKind, point.get("kind")), word_of(Sector, by.get("sector"))
        organisation_id = self.organisation_of(by)
        proposal_id = None
        if kind is PointKind.PROPOSAL:
            proposal_id = self.add(
                Proposal,
                board_id=self.around.board_id,
                item_id=item_id,
                position=self.next_of(Proposal),
                text=point["text"],
            )
            self.add(
                Proposer,
                proposal_id=proposal_id,
                organisation_id=organisation_id,
                role=text_of(by, "role"),
                organisation=text_of(by, "organisation"),
                sector=sector,
            )
        self.add(
            Point,
            item_id=item_id,
            position=self.next_of(Point),
            kind=kind,
            organisation_id=organisation_id,
            by_role=text_of(by, "role"),
            by_organisation=text_of(by, "organisation"),
            sector=sector,
            text=point["text"],
            proposal_id=proposal_id,
        )

    def _decision(self, item_id: UUID, decision: Mapping[str, Json], place: Place) -> None:
        method, result = word_of(Method, decision.get("method")), word_of(Result, decision.get("result"))
        decision_id = self.add(
            Decision,
            board_id=self.around.board_id,
            item_id=item_id,
            position=self.next_of(Decision),
            number=text_of(decision, "number"),
            wording=decision["text"],
            method=method,
            result=result,
            mover=text_of(decision, "mover"),
            seconder=text_of(decision, "seconder"),
            provisional=bool(decision.get("provisional")),
            recommended_to=text_of(decision, "recommended_to"),
            remark=text_of(decision, "note"),
        )
        for at, text in enumerate(decision.get("conditions") or []):
            self.add(DecisionCondition, decision_id=decision_id, position=at, text=text)
        votes = {key: count for key, count in (decision.get("votes") or {}).items() if count is not None}
        if votes:
            self.add(
                VoteEvent,
                item_id=item_id,
                decision_id=decision_id,
                position=self.next_of(VoteEvent),
                method=vote_method(method),
                yes=votes.get("for"),
                no=votes.get("against"),
                abstain=votes.get("abstain"),
                result=vote_result(result),
            )
        for kind in (LinkKind.RATIFIES, LinkKind.AMENDS):
            words = text_of(decision, kind.value)
            if words:
                meeting_id = self.around.meeting_by_record(words)
                if meeting_id is None:
                    self.doubt((*place, kind.value), f"no meeting in the board file has the record “{words}” yet.")
                self.add(DecisionLink, decision_id=decision_id, kind=kind, of_meeting_id=meeting_id, words=words)

    def _action(self, item_id: UUID, action: Mapping[str, Json]) -> None:
        due = text_of(action, "due")
        due_on = iso_date(due)
        self.add(
            Action,
            board_id=self.around.board_id,
            item_id=item_id,
            position=self.next_of(Action),
            text=action["text"],
            owner_role=text_of(action, "owner_role"),
            owner_organisation=text_of(action, "owner_organisation"),
            due_on=due_on,
            due_words="" if due_on else due,
            status=word_of(ActionStatus, action.get("status")),
        )

    def _previous_minutes(self) -> None:
        for at, minutes in enumerate(self.record.get("previous_minutes") or []):
            words = text_of(minutes, "meeting_date")
            of_date = iso_date(words)
            confirmation_id = self.add(
                MinutesConfirmation,
                position=at,
                of_meeting_id=self.around.meeting_on(of_date) if of_date else None,
                of_date=of_date,
                of_words="" if of_date else words,
                result=text_of(minutes, "result"),
            )
            for number, text in enumerate(minutes.get("corrections") or []):
                self.add(MinutesAmendment, confirmation_id=confirmation_id, position=number, text=text)
