"""One meeting of the sample board: its days, who presided, its items, and what was settled before it."""

from datetime import date
from typing import Any

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, Presiding
from boardroom.domain.words import (
    ItemKind,
    ItemState,
    LinkKind,
    MeetingKind,
    MeetingStatus,
    Method,
    Result,
    TextKind,
)
from sample.board import SampleBoard
from sample.item import ItemDesk, runs
from sample.room import Room, clock

TY_HAUL = "Tŷ Haul, Room 2"


class MeetingDesk(Room):
    """Takes down one meeting; its items take down what happens under them."""

    def __init__(  # noqa: PLR0913 - the thing has these parts
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
        """Open the meeting on its first day."""
        name = name or ("3rd meeting" if number == 3 else f"{number}th meeting")  # noqa: PLR2004
        row = sample.add(
            Meeting,
            name,
            on,
            name=name,
            status=status,
            kind=kind,
            venue=venue,
            language=fields.pop("language", "en"),
            **fields,
        )
        super().__init__(sample, on, row)
        self.items: list[ItemDesk] = []
        sample.meetings[number] = self.row
        sample.add(MeetingBoard, name, on, meeting_id=self.row.id, board_id=sample.board.id)
        self.days = [self._day(on, starts, ends)]

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

    def item(self, title: str, kind: ItemKind, planned: int | None = None, **fields: Any) -> "ItemDesk":  # noqa: ANN401
        """Take up the next item; it has the next number and the next minute number."""
        number = fields.pop("number", "") or str(sum(item.row.parent_id is None for item in self.items) + 1)
        fields.setdefault("minute_number", str(self.sample.minute_number))
        self.sample.minute_number += 1
        return self._take_up(title, kind, planned, number=number, **fields)

    def sub_item(self, parent: "ItemDesk", title: str, kind: ItemKind, **fields: Any) -> "ItemDesk":  # noqa: ANN401
        """Take up an item under another; its minute is the parent's."""
        place = sum(item.row.parent_id == parent.row.id for item in self.items) + 1
        return self._take_up(
            title, kind, None, number=f"{parent.row.number}.{place}", parent_id=parent.row.id, **fields
        )

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
