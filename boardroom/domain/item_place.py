"""What of an item its place in the running order, and its time, are told from: no word of it."""

from typing import Protocol
from uuid import UUID

from boardroom.domain.words import ItemKind, ItemState


class ItemPlace(Protocol):
    """An item, or a row with as much of it."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def parent_id(self) -> UUID | None:
        """The item that it stands under."""

    @property
    def position(self) -> int:
        """Its position in the running order."""

    @property
    def number(self) -> str:
        """As printed on the agenda."""

    @property
    def minute_number(self) -> str:
        """As printed in the minutes."""

    @property
    def taken_after(self) -> str:
        """The number of the item after which it was taken, where that isn't the one before it."""

    @property
    def minutes_planned(self) -> int | None:
        """Its time; None where none was planned."""

    @property
    def kind(self) -> ItemKind | None:
        """Its kind; None where it isn't stated."""

    @property
    def state(self) -> ItemState:
        """Whether it was taken."""
