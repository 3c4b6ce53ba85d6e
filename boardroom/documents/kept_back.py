"""What an audience will not see of a document, found by comparing its record with the whole one (product A3)."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from boardroom.domain.base import Base
from boardroom.domain.record import MeetingRecord

_IN_THE_MINUTES_ALONE = ("declarations", "attendances", "proposals", "decisions", "actions")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """A restricted item as the audience reads it."""

    id: UUID
    number: str
    public_title: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptParts:
    """Restricted parts of one open item (`item_id` None: of the meeting itself)."""

    item_id: UUID | None
    number: str
    title: str
    paragraphs: int = 0
    papers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """What stays out of a document: restricted items, parts of open ones, and what leads to restricted matter.

    `others` counts by the record's own names what is left out although no item it stands under is restricted:
    people who came for a restricted item only, declarations about one.
    """

    items: tuple[KeptItem, ...] = ()
    parts: tuple[KeptParts, ...] = ()
    others: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything stays out."""
        return bool(self.items or self.parts or self.others)


def kept_back(whole: MeetingRecord, seen: MeetingRecord, *, minutes: bool) -> KeptBack:
    """Return what the readers of a record do not get of the whole one.

    Args:
        whole: the meeting as members have it.
        seen: the meeting as the audience has it.
        minutes: that the document is the minutes; an agenda holds no minute text and nobody's attendance.
    """
    told = {item.id: item for item in seen.items if item.restricted}
    secret = told.keys()
    paragraphs = _missing(whole.paragraphs, seen.paragraphs, secret) if minutes else Counter[UUID | None]()
    papers = _missing(whole.papers, seen.papers, secret)
    others: list[tuple[str, int]] = []
    for name in _IN_THE_MINUTES_ALONE if minutes else ():
        gone = {one.id for one in getattr(whole, name)} - {one.id for one in getattr(seen, name)}
        under = {one.id for one in getattr(whole, name) if getattr(one, "item_id", None) in secret}
        if gone - under:
            others.append((name, len(gone - under)))
    return KeptBack(
        items=tuple(
            KeptItem(id=one.id, number=one.number, public_title=one.public_title, ground=one.ground)
            for one in told.values()
        ),
        parts=tuple(
            KeptParts(
                item_id=one.id if one else None,
                number=one.number if one else "",
                title=one.title if one else "",
                paragraphs=paragraphs[one.id if one else None],
                papers=papers[one.id if one else None],
            )
            for one in (None, *whole.items)
            if paragraphs[one.id if one else None] or papers[one.id if one else None]
        ),
        others=tuple(others),
    )


def _missing(whole: Iterable[Base], seen: Iterable[Base], secret: Collection[UUID]) -> Counter[UUID | None]:
    """Return by item how many rows are missing from those that are seen, restricted items aside."""
    known = {one.id for one in seen}
    owners = (getattr(one, "item_id", None) for one in whole if one.id not in known)
    return Counter(owner for owner in owners if owner not in secret)
