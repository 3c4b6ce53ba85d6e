"""Lines of a pasted table: what each row says of a member, an agenda item or an action, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardroom.domain.words import ItemKind, SeatRole, Sector


class PastedKind(StrEnum):
    """What a pasted table lists."""

    MEMBERS = "members"
    AGENDA = "agenda lines"
    ACTIONS = "open actions"


class Field(StrEnum):
    """What a column of a pasted table holds."""

    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    SEAT = "seat"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    NUMBER = "number"
    TITLE = "title"
    TIME = "time"
    LEAD = "lead"
    ITEM_KIND = "kind"
    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    STATUS = "status"


FIELDS: dict[PastedKind, tuple[Field, ...]] = {
    PastedKind.MEMBERS: (
        Field.NAME,
        Field.FIRST_NAME,
        Field.LAST_NAME,
        Field.SEAT,
        Field.ORGANISATION,
        Field.SECTOR,
    ),
    PastedKind.AGENDA: (Field.NUMBER, Field.TITLE, Field.TIME, Field.LEAD, Field.ITEM_KIND),
    PastedKind.ACTIONS: (Field.ACTION, Field.OWNER, Field.ORGANISATION, Field.DUE, Field.STATUS),
}
"""Which columns each kind of table may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedLine:
    """One row that came in.

    Attributes:
        row: its place in the table, from 1, the header counted.
        wrong: why it can't be taken, with the column's name; empty where it can.
    """

    row: int
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine(PastedLine):
    """A person in a seat. `sector` is None where the table does not say."""

    name: str = ""
    seat: str = ""
    role: SeatRole = SeatRole.MEMBER
    organisation: str = ""
    sector: Sector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine(PastedLine):
    """An agenda item; `depth` 1 stands under the item of depth 0 before it."""

    title: str = ""
    depth: int = 0
    minutes: int | None = None
    lead: str = ""
    kind: ItemKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine(PastedLine):
    """An action that is still open; what is no date stays in words."""

    text: str = ""
    owner: str = ""
    organisation: str = ""
    due_on: date | None = None
    due_words: str = ""


Line = MemberLine | AgendaLine | ActionLine


class Fate(StrEnum):
    """What will become of a row."""

    NEW = "new"
    THERE = "there already"
    WRONG = "can’t be taken"


@dataclass(frozen=True, slots=True)
class LineFate:
    """What will become of a row, and why."""

    line: Line
    fate: Fate
    why: str = ""
