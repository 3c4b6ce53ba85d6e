"""Who is in the room at a meeting of the sample board: attendance, arrivals, interests declared, who may vote."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Stay,
)
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.words import Presence, SeatRole, Sector
from sample.board import SampleBoard

if TYPE_CHECKING:
    from sample.item import ItemDesk

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


class Room:
    """The people at one meeting."""

    def __init__(self, sample: SampleBoard, on: date, row: Meeting) -> None:
        """Open an empty room for a meeting."""
        self.sample = sample
        self.on = on
        self.row = row
        self.key = row.name
        self.days: list[MeetingDay] = []
        self.voters: dict[str, Voter] = {}
        self.proxies: dict[str, str] = {}
        self.recused: list[tuple[str, frozenset[str]]] = []

    def add(self, entity: type[Any], key: str, **fields: Any) -> Any:  # noqa: ANN401 - any entity
        """Put a row under this meeting, in the next position of its kind under the key."""
        place = f"{self.key}/{key}"
        position = self.sample.next_position(f"{entity.__tablename__}/{place}")
        if hasattr(entity, "position"):
            fields.setdefault("position", position)
        return self.sample.add(entity, f"{place}/{position}", self.on, meeting_id=self.row.id, **fields)

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
            self.add(AttendanceItem, "for", attendance_id=row.id, item_id=item.row.id, number=item.row.number)

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

    def declares(  # noqa: PLR0913 - the thing has these parts
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
            self.add(DeclarationItem, "concerns", declaration_id=row.id, item_id=item.row.id, number=item.row.number)
        if welsh:
            self.add(DeclarationTranslation, "cy", declaration_id=row.id, language="cy", field="nature", text=welsh)
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
