"""What a board is warned of in time: strands without a sector, proposals without an answer, calls that are too short.

Source: product.md X6 (named before it happens, on the agenda), S3 and B5. Read by store/queries/warned.py.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from boardroom.domain.involvement import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAhead:
    """The item of a planned meeting at which a strand comes next; `asked`: it asks the sectors that are missing."""

    item_id: UUID
    meeting_id: UUID
    number: str
    title: str
    day: date
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandWarning:
    """That a strand is about to be specified or procured, or is, with sectors never involved.

    `item` is where it comes next, `call_id` a call on it that is open or to come, until `call_closes`.
    """

    strand_id: UUID
    strand: str
    gap: Gap
    item: ItemAhead | None = None
    call_id: UUID | None = None
    call_closes: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many proposals wait for an answer longer than the terms allow, for how many days the oldest of them.

    `board` is whose they are, where several meet.
    """

    count: int
    longest: int
    promised: int
    board: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWarning:
    """That a call is open for fewer weeks than the terms agree, without a reason; `weeks` are whole ones."""

    call_id: UUID
    number: str
    strand_id: UUID
    strand: str
    question: str
    closes: date
    weeks: int
    agreed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """All that a board, or each of several, is warned of on a day, each kind the most pressing first."""

    strands: tuple[StrandWarning, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    calls: tuple[CallWarning, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to be warned of."""
        return bool(self.strands or self.waiting or self.calls)
