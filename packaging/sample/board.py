"""The rows of the sample board, with ids that stay the same however often it is made."""

import hashlib
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

from boardroom.domain.base import Base
from boardroom.domain.board import Board, Deputy, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.decisions import Decision
from boardroom.domain.entities import ENTITIES
from boardroom.domain.interests import Interest
from boardroom.domain.meeting import Correction, Meeting, Seal
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.words import SeatRole, Sector

E = TypeVar("E", bound=Base)

_VERSION = 0x7 << 76
_VARIANT = 0x2 << 62

FIRST_MINUTE = 25
FIRST_ACTION = 36
"""The first two meetings came before this file; their minutes and actions had the numbers below these."""


def stable_id(key: str, on: date) -> UUID:
    """Return an id shaped like UUIDv7: the day's milliseconds, then bits that only the key decides."""
    bits = int.from_bytes(hashlib.sha256(key.encode()).digest()[:10])
    stamp = int(datetime.combine(on, time(9), UTC).timestamp() * 1000)
    return UUID(int=stamp << 80 | _VERSION | (bits & 0xFFF) << 64 | _VARIANT | bits >> 12 & (1 << 62) - 1)


def falls_between(on: date, starts: date | None, ends: date | None) -> bool:
    """Whether a day lies between two days, both counted, an open end being no end."""
    return (starts is None or starts <= on) and (ends is None or on <= ends)


class SampleBoard:
    """Everything that has been put on the sample board so far, found again by name, number or tag."""

    def __init__(self, name: str, founded: date) -> None:
        """Found the board on a day."""
        self.founded = founded
        self.rows: dict[type[Base], list[Base]] = {entity: [] for entity in ENTITIES}
        self.contents: dict[str, bytes] = {}
        self.people: dict[str, Person] = {}
        self.organisations: dict[str, Organisation] = {}
        self.seats: dict[str, Seat] = {}
        self.meetings: dict[int, Meeting] = {}
        self.proposals: dict[int, Proposal] = {}
        self.works_for: dict[str, str] = {}
        self.tags: dict[str, Decision] = {}
        self.minute_number = FIRST_MINUTE
        self.action_number = FIRST_ACTION
        self.decision_numbers: Counter[int] = Counter()
        self._positions: defaultdict[str, int] = defaultdict(int)
        self.board = self.add(Board, "arrowmere", founded, name=name)

    def add(self, entity: type[E], key: str, on: date, **fields: Any) -> E:  # noqa: ANN401 - any field of any entity
        """Put a row on the board; its id comes from its key and the day."""
        row = entity(id=stable_id(f"{entity.__tablename__}/{key}", on), **fields)
        self.rows[entity].append(row)
        return row

    def next_position(self, key: str) -> int:
        """Count from 0 under a key."""
        position = self._positions[key]
        self._positions[key] += 1
        return position

    def reference(self, on: date) -> str:
        """Return the next number of the decision register in the year of that day."""
        self.decision_numbers[on.year] += 1
        return f"{on.year}/{self.decision_numbers[on.year]}"

    def person(self, name: str, email: str = "", language: str = "") -> Person:
        """Add somebody who takes part."""
        self.people[name] = self.add(Person, name, self.founded, name=name, email=email, language=language)
        return self.people[name]

    def organisation(self, name: str, *, short_name: str = "", successor: str = "") -> Organisation:
        """Add a body; what it was on which days is told by `status`."""
        row = self.add(Organisation, name, self.founded, name=name, short_name=short_name)
        if successor:
            row.successor_id = self.organisations[successor].id
        self.organisations[name] = row
        return row

    def status(  # noqa: PLR0913 - the thing has these parts
        self,
        organisation: str,
        sector: Sector,
        *,
        statutory: bool = False,
        name: str = "",
        starts: date | None = None,
        ends: date | None = None,
    ) -> None:
        """Say what an organisation was between two days."""
        self.add(
            OrganisationStatus,
            f"{organisation}/{self.next_position(f'status/{organisation}')}",
            self.founded,
            organisation_id=self.organisations[organisation].id,
            sector=sector,
            statutory=statutory,
            name=name,
            starts=starts,
            ends=ends,
        )

    def status_on(self, organisation: Organisation, on: date) -> OrganisationStatus:
        """Return what an organisation was on a day."""
        for row in self.rows[OrganisationStatus]:
            assert isinstance(row, OrganisationStatus)  # noqa: S101 - for the type checker
            if row.organisation_id == organisation.id and falls_between(on, row.starts, row.ends):
                return row
        message = f"{organisation.name} has no status on {on}"
        raise LookupError(message)

    def printed_name(self, organisation: Organisation, on: date) -> str:
        """Return what an organisation was called on a day."""
        return self.status_on(organisation, on).name or organisation.name

    def terms(self, key: str, *needs: tuple[str, Sector | None, int], **fields: Any) -> None:  # noqa: ANN401
        """Add terms of reference and the named needs of their quorum."""
        row = self.add(TermsOfReference, key, fields["starts"], board_id=self.board.id, **fields)
        for position, (role, sector, least) in enumerate(needs):
            self.add(
                QuorumNeed,
                f"{key}/{position}",
                fields["starts"],
                terms_id=row.id,
                position=position,
                role=role,
                sector=sector,
                least=least,
            )

    def seat(  # noqa: PLR0913 - the thing has these parts
        self,
        name: str,
        sector: Sector,
        organisation: str,
        *,
        role: SeatRole = SeatRole.MEMBER,
        starts: date | None = None,
        ends: date | None = None,
    ) -> None:
        """Add a place on the board; members, chair and vice-chair vote."""
        self.seats[name] = self.add(
            Seat,
            name,
            starts or self.founded,
            board_id=self.board.id,
            name=name,
            role=role,
            sector=sector,
            organisation_id=self.organisations[organisation].id if organisation else None,
            voting=role in {SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER},
            position=self.next_position("seat"),
            starts=starts or self.founded,
            ends=ends,
        )

    def holds(
        self, person: str, seat: str, organisation: str, starts: date | None = None, ends: date | None = None
    ) -> None:
        """Put a person in a seat, on behalf of an organisation, between two days."""
        self.add(
            Membership,
            f"{seat}/{person}/{starts}",
            starts or self.founded,
            seat_id=self.seats[seat].id,
            person_id=self.people[person].id,
            organisation_id=self.organisations[organisation].id,
            starts=starts or self.founded,
            ends=ends,
        )

    def deputies(self, seat: str, *people: str) -> None:
        """Name the stand-ins for the holder of a seat, in order."""
        for position, person in enumerate(people):
            self.add(
                Deputy,
                f"{seat}/{person}",
                self.founded,
                seat_id=self.seats[seat].id,
                person_id=self.people[person].id,
                position=position,
                starts=self.founded,
            )

    def interest(
        self, nature: str, matter: str, declared: date, *, person: str = "", organisation: str = "", **days: date
    ) -> None:
        """Put an interest into the register; `starts` and `ends` are its first and last day."""
        self.add(
            Interest,
            f"{person}/{organisation}/{nature}",
            declared,
            person_id=self.people[person].id if person else None,
            organisation_id=self.organisations[organisation].id if organisation else None,
            nature=nature,
            matter=matter,
            declared_on=declared,
            **days,
        )

    def memberships_on(self, on: date) -> list[tuple[Seat, Membership]]:
        """Return who held which seat on a day, in the order of the seats."""
        held = []
        for row in self.rows[Membership]:
            assert isinstance(row, Membership)  # noqa: S101 - for the type checker
            if falls_between(on, row.starts, row.ends):
                seat = next(seat for seat in self.seats.values() if seat.id == row.seat_id)
                held.append((seat, row))
        return sorted(held, key=lambda pair: pair[0].position)

    def proposal(self, number: int, text: str, *proposers: str, received: date) -> Proposal:
        """Put a proposal in the register; proposers are organisations, or members speaking for theirs."""
        row = self.add(
            Proposal, str(number), received, board_id=self.board.id, number=str(number), text=text, received_on=received
        )
        self.proposals[number] = row
        for position, name in enumerate(proposers):
            self._propose(row, position, name, received)
        return row

    def _propose(self, proposal: Proposal, position: int, name: str, on: date) -> None:
        person = self.people.get(name)
        organisation = self.organisation_of(name, on) if person else self.organisations[name]
        self.add(
            Proposer,
            f"{proposal.number}/{position}",
            on,
            proposal_id=proposal.id,
            position=position,
            organisation_id=organisation.id,
            person_id=person.id if person else None,
            name=name if person else "",
            organisation=self.printed_name(organisation, on),
            sector=self.status_on(organisation, on).sector,
        )

    def seal(self, number: int, decision: Decision, signed_by: str, signed_on: date) -> None:
        """Freeze the minutes of a meeting; `seals.py` works out their hash when the whole board is told."""
        meeting = self.meetings[number]
        self.add(
            Seal,
            f"{meeting.name}/seal",
            signed_on,
            meeting_id=meeting.id,
            decision_id=decision.id,
            signed_by=signed_by,
            signed_on=signed_on,
            sealed_at=datetime.combine(signed_on, time(17), UTC),
            record_hash="",
        )

    def correct(self, number: int, decision: Decision, on: date, text: str) -> None:
        """Record a later, dated change to the minutes of a meeting, which themselves stay as they are."""
        meeting = self.meetings[number]
        self.add(
            Correction,
            f"{meeting.name}/{on}",
            on,
            meeting_id=meeting.id,
            decision_id=decision.id,
            corrected_on=on,
            text=text,
        )

    def organisation_of(self, person: str, on: date) -> Organisation:
        """Return the organisation that a person sat for on a day, as holder of a seat or as deputy, or works for."""
        if person in self.works_for:
            return self.organisations[self.works_for[person]]
        person_id = self.people[person].id
        seat_ids = {row.seat_id for row in self.rows[Deputy] if isinstance(row, Deputy) and row.person_id == person_id}
        for _seat, membership in self.memberships_on(on):
            if membership.person_id == person_id or membership.seat_id in seat_ids:
                return next(row for row in self.organisations.values() if row.id == membership.organisation_id)
        message = f"{person} sat for nobody on {on}"
        raise LookupError(message)
