"""One meeting of the sample board: its days, who came and went, who presided, and what was declared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Stay,
)
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, Presiding
from boardroom.domain.words import (
    ItemKind,
    ItemState,
    LinkKind,
    MeetingKind,
    MeetingStatus,
    Method,
    Presence,
    Result,
    SeatRole,
    Sector,
    TextKind,
)
from sample.board import SampleBoard
from sample.item import ItemDesk, runs

TY_HAUL = "Tŷ Haul, Room 2"
_HERE = (Presence.PRESENT, Presence.SUBSTITUTE)
_ROLES = {SeatRole.CHAIR: "chair", SeatRole.VICE_CHAIR: "vice-chair", SeatRole.CO_OPTED: "co-opted"}


def clock(words: str) -> time:
    """Return the time that "14:05" says."""
    return time.fromisoformat(words)


@dataclass
class Voter:
    """A voting member's line in the attendance, and from which item up to which (not included) they were there."""

    row: Attendance
    arrives: int = 0
    leaves: int = 1_000
    stay: Stay | None = None


class MeetingDesk:
    """Takes down one meeting; its items take down what happens under them."""

    def __init__(
        self,
        sample: SampleBoard,
        number: int,
        on: date,
        starts: str,
        ends: str = "",
        *,
        venue: str = TY_HAUL,
        name: str = "",
        status: MeetingStatus = MeetingStatus.CONFIRMED,
        kind: MeetingKind = MeetingKind.ORDINARY,
        **fields: Any,  # noqa: ANN401 - any field of a meeting
    ) -> None:
        self.sample = sample
        self.on = on
        self.number = number
        name = name or ("3rd meeting" if number == 3 else f"{number}th meeting")  # noqa: PLR2004
        self.row = sample.add(
            Meeting, name, on, name=name, status=status, kind=kind, venue=venue, language=fields.pop("language", "en"),
            **fields,
        )
        self.key = name
        self.voters: dict[str, Voter] = {}
        self.proxies: dict[str, str] = {}
        self.items: list[ItemDesk] = []
        self.recused: list[tuple[str, frozenset[str]]] = []
        sample.meetings[number] = self.row
        sample.add(MeetingBoard, name, on, meeting_id=self.row.id, board_id=sample.board.id)
        self.days = [self._day(on, starts, ends)]

    def add(self, entity: type[Any], key: str, **fields: Any) -> Any:  # noqa: ANN401 - any entity
        """Put a row under this meeting, in the next position of its kind under the key."""
        place = f"{self.key}/{key}"
        position = self.sample.next_position(f"{entity.__tablename__}/{place}")
        if hasattr(entity, "position"):
            fields.setdefault("position", position)
        return self.sample.add(entity, f"{place}/{position}", self.on, meeting_id=self.row.id, **fields)

    def _day(self, on: date, starts: str, ends: str, **fields: str) -> MeetingDay:
        row: MeetingDay = self.add(
            MeetingDay,
            "day",
            held_on=on,
            starts=clock(starts),
            ends=clock(ends) if ends else None,
            **fields,
        )
        return row

    def reconvenes(self, on: date, starts: str, ends: str, *, because: str, venue: str = "") -> None:
        """Tell why the meeting was adjourned, and on which day it went on."""
        self.days[-1].adjourned_because = because
        self.days.append(self._day(on, starts, ends, venue=venue))

    def presides(self, name: str, *, reason: str = "", item: "ItemDesk | None" = None) -> None:
        """Say who is in the chair from an item on, or from the opening."""
        self.add(
            Presiding,
            "presiding",
            from_item_id=item.row.id if item else None,
            person_id=self.sample.people[name].id,
            name=name,
            reason=reason,
        )

    def attend(
        self,
        *,
        apologies: Iterable[str] = (),
        absent: Iterable[str] = (),
        deputies: dict[str, str] | None = None,
        remote: Iterable[str] = (),
        proxies: dict[str, str] | None = None,
    ) -> None:
        """Take the attendance: everybody who holds a seat is present, but for those named.

        Args:
            apologies: members who sent apologies.
            absent: members who sent none.
            deputies: stand-ins by the name of the member.
            remote: those who took part from elsewhere.
            proxies: who acted also for a member, by the name of that member, who sent apologies.
        """
        for seat, membership in self.sample.memberships_on(self.on):
            name = next(name for name, row in self.sample.people.items() if row.id == membership.person_id)
            organisation = next(
                row for row in self.sample.organisations.values() if row.id == membership.organisation_id
            )
            status, deputy_for = Presence.PRESENT, ""
            if seat.role in {SeatRole.IN_ATTENDANCE, SeatRole.OBSERVER}:
                status = Presence.IN_ATTENDANCE
            if name in apologies or name in (proxies or {}):
                status = Presence.APOLOGIES
            elif name in absent:
                status = Presence.ABSENT
            elif name in (deputies or {}):
                status, deputy_for, name = Presence.SUBSTITUTE, name, (deputies or {})[name]
            row: Attendance = self.add(
                Attendance,
                "attendance",
                status=status,
                person_id=self.sample.people[name].id,
                organisation_id=organisation.id,
                seat_id=seat.id,
                name=name,
                role=self._printed_role(seat.role, seat.name, deputy_for),
                organisation=self.sample.printed_name(organisation, self.on),
                sector=self.sample.status_on(organisation, self.on).sector,
                voting=seat.voting,
                remote=name in remote,
                deputy_for=deputy_for,
                deputy_for_id=self.sample.people[deputy_for].id if deputy_for else None,
            )
            if status in _HERE and seat.voting:
                self.voters[name] = Voter(row)
        self.proxies = proxies or {}
        for member, holder in self.proxies.items():
            self._proxy(member, holder)

    def _proxy(self, member: str, holder: str) -> None:
        """Record that a sitting member acts also for an absent one."""
        absent = next(
            row
            for row in self.sample.rows[Attendance]
            if isinstance(row, Attendance) and row.meeting_id == self.row.id and row.name == member
        )
        self.add(
            Attendance,
            "attendance",
            status=Presence.SUBSTITUTE,
            person_id=self.sample.people[holder].id,
            organisation_id=absent.organisation_id,
            seat_id=absent.seat_id,
            name=holder,
            organisation=absent.organisation,
            sector=absent.sector,
            voting=absent.voting,
            proxy=True,
            deputy_for=member,
            deputy_for_id=absent.person_id,
        )

    @staticmethod
    def _printed_role(role: SeatRole, seat: str, deputy_for: str) -> str:
        if role in {SeatRole.IN_ATTENDANCE, SeatRole.OBSERVER}:
            return seat
        return "" if deputy_for else _ROLES.get(role, "")

    def guest(
        self,
        name: str,
        role: str,
        organisation: str,
        sector: Sector,
        *items: "ItemDesk",
        status: Presence = Presence.IN_ATTENDANCE,
    ) -> None:
        """Record somebody without a seat, for some items or for the whole meeting."""
        known = self.sample.organisations.get(organisation)
        row = self.add(
            Attendance,
            "attendance",
            status=status,
            person_id=self.sample.people[name].id if name in self.sample.people else None,
            organisation_id=known.id if known else None,
            name=name,
            role=role,
            organisation=organisation,
            sector=sector,
            voting=False,
        )
        self._only_for(row, items)

    def group(
        self, role: str, organisation: str, sector: Sector, headcount: int | None, *items: "ItemDesk", remark: str = ""
    ) -> None:
        """Record people by their number."""
        row = self.add(
            Attendance,
            "attendance",
            status=Presence.IN_ATTENDANCE,
            role=role,
            organisation=organisation,
            sector=sector,
            counted=True,
            headcount=headcount,
            voting=False,
            remark=remark,
        )
        self._only_for(row, items)

    def _only_for(self, row: Attendance, items: Iterable["ItemDesk"]) -> None:
        for item in items:
            self.add(
                AttendanceItem, "for", attendance_id=row.id, item_id=item.row.id, number=item.row.number
            )

    def arrives(self, name: str, at: str, item: "ItemDesk") -> None:
        """Record that a member came in time for an item and was there from then on."""
        self.voters[name].arrives = item.row.position
        stay = self._stay(name)
        stay.arrived_at, stay.arrived_item_id = clock(at), item.row.id

    def leaves(self, name: str, at: str, item: "ItemDesk") -> None:
        """Record that a member left before an item was over and was not there for it, nor later."""
        self.voters[name].leaves = item.row.position
        stay = self._stay(name)
        stay.left_at, stay.left_item_id = clock(at), item.row.id

    def stays_away(self, name: str, item: "ItemDesk") -> None:
        """Record that a member was there on the first day only, up to the item that opened the second."""
        self.voters[name].leaves = item.row.position
        self._stay(name).left_item_id = item.row.id

    def _stay(self, name: str) -> Stay:
        voter = self.voters[name]
        if voter.stay is None:
            voter.stay = self.add(Stay, "stay", attendance_id=voter.row.id, day_id=self.days[0].id)
        return voter.stay

    def declares(
        self,
        name: str,
        nature: str,
        *items: "ItemDesk",
        recused: bool = False,
        effect: str = "",
        dispensation: str = "",
        left: str = "",
        returned: str = "",
        welsh: str = "",
    ) -> None:
        """Record an interest and what followed from it; whoever is recused does not vote on those items."""
        row: Declaration = self.add(
            Declaration,
            "declaration",
            person_id=self.sample.people[name].id,
            by=name,
            sector=self.voters[name].row.sector,
            nature=nature,
            effect=effect,
            recused=recused,
            dispensation=dispensation,
            left_at=clock(left) if left else None,
            returned_at=clock(returned) if returned else None,
        )
        for item in items:
            self.add(
                DeclarationItem, "concerns", declaration_id=row.id, item_id=item.row.id, number=item.row.number
            )
        if welsh:
            self.add(
                DeclarationTranslation, "cy", declaration_id=row.id, language="cy", field="nature", text=welsh
            )
        if recused:
            self.recused.append((name, frozenset(item.row.number for item in items)))

    def may_vote(self, item: "ItemDesk") -> list[str]:
        """Return who may vote on an item: voting members here for it who are not recused from it."""
        return [
            name
            for name, voter in self.voters.items()
            if voter.arrives <= item.row.position < voter.leaves
            and not any(name == who and item.row.number in numbers for who, numbers in self.recused)
        ]

    def item(self, title: str, kind: ItemKind, planned: int | None = None, **fields: Any) -> "ItemDesk":  # noqa: ANN401
        """Take up the next item; it has the next number and the next minute number."""
        number = fields.pop("number", "") or str(sum(item.row.parent_id is None for item in self.items) + 1)
        fields.setdefault("minute_number", str(self.sample.minute_number))
        self.sample.minute_number += 1
        return self._take_up(title, kind, planned, number=number, **fields)

    def sub_item(self, parent: "ItemDesk", title: str, kind: ItemKind, **fields: Any) -> "ItemDesk":  # noqa: ANN401
        """Take up an item under another; its minute is the parent's."""
        place = sum(item.row.parent_id == parent.row.id for item in self.items) + 1
        return self._take_up(title, kind, None, number=f"{parent.row.number}.{place}", parent_id=parent.row.id, **fields)

    def _take_up(self, title: str, kind: ItemKind, planned: int | None, **fields: Any) -> "ItemDesk":  # noqa: ANN401
        held = self.row.status not in {MeetingStatus.PLANNED, MeetingStatus.CANCELLED}
        fields.setdefault("state", ItemState.TAKEN if held else ItemState.OPEN)
        row: AgendaItem = self.sample.add(
            AgendaItem,
            f"{self.key}/{fields['number']}",
            self.on,
            meeting_id=self.row.id,
            title=title,
            kind=kind,
            minutes_planned=planned,
            position=len(self.items),
            **fields,
        )
        self.items.append(ItemDesk(self, row))
        return self.items[-1]

    def note(self, text: str) -> None:
        """Jot down something about the meeting as a whole."""
        self.add(Paragraph, "notes", text_kind=TextKind.NOTE, runs=runs(text))

    def between(self, wording: str, on: date, *, remark: str = "", amends: Decision | None = None) -> Decision:
        """Record a decision that was taken before this meeting and is minuted at it."""
        reference = self.sample.reference(on)
        row = self.sample.add(
            Decision,
            f"between/{reference}",
            on,
            board_id=self.sample.board.id,
            minuted_at_id=self.row.id,
            reference=reference,
            wording=wording,
            method=Method.BETWEEN_MEETINGS,
            result=Result.CARRIED,
            decided_on=on,
            remark=remark,
        )
        if amends is not None:
            self.sample.add(
                DecisionLink, reference, on, decision_id=row.id, kind=LinkKind.AMENDS, of_decision_id=amends.id
            )
        return row
