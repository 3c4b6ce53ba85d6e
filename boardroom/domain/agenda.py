"""The agenda: items, what is written under them, and the points made."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.text import Run
from boardroom.domain.words import ItemKind, ItemState, ParagraphForm, PointKind, Restriction, Sector, TextKind


class AgendaItem(Base):
    """One item of a meeting's agenda [OParl AgendaItem].

    `number` and `minute_number` are strings as printed (3.10 follows 3.9). `position` orders siblings'
    whole list: one running order over the meeting, a parent before its sub-items. A restricted item
    prints its number, `public_title` and `ground` for the public, nothing else. `strand_id` is the strand it is on.
    """

    __tablename__ = "agenda_item"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    parent_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    strand_id: Mapped[UUID | None] = mapped_column(points_to("strand.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    minute_number: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    public_title: Mapped[str] = mapped_column(default="")
    kind: Mapped[ItemKind | None] = mapped_column(default=None)
    standing: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ItemState] = mapped_column(default=ItemState.OPEN)
    deferred_to: Mapped[str] = mapped_column(default="")
    deferred_to_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None)
    late_reason: Mapped[str] = mapped_column(default="")
    urgent: Mapped[bool] = mapped_column(default=False)
    taken_after: Mapped[str] = mapped_column(default="")
    parent_words: Mapped[str] = mapped_column(default="")
    minutes_planned: Mapped[int | None] = mapped_column(default=None)
    lead: Mapped[str] = mapped_column(default="")
    paper: Mapped[str] = mapped_column(default="")
    agenda_note: Mapped[str] = mapped_column(default="")
    restricted: Mapped[bool] = mapped_column(default=False)
    restriction: Mapped[Restriction | None] = mapped_column(default=None)
    ground: Mapped[str] = mapped_column(default="")
    restriction_reason: Mapped[str] = mapped_column(default="")
    review_on: Mapped[date | None] = mapped_column(default=None)


class ItemTranslation(Base):
    """One field of an item in another language (BCP 47 tag)."""

    __tablename__ = "item_translation"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)
    language: Mapped[str]
    field: Mapped[str]
    text: Mapped[str]


class Paragraph(Base):
    """A paragraph of notes or of minute text, under an item or (without one) under the meeting.

    A note is in no document. `taken_from_id` is the note paragraph that minute text was taken from;
    it is a plain id, because the note may go when its keeping time is over. `became` and `became_id` are the table
    and the plain id of what was recorded from a note's line: a point, a proposal, a decision, an action.
    """

    __tablename__ = "paragraph"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None, index=True)
    text_kind: Mapped[TextKind]
    position: Mapped[int] = mapped_column(default=0)
    form: Mapped[ParagraphForm] = mapped_column(default=ParagraphForm.BODY)
    level: Mapped[int] = mapped_column(default=0)
    runs: Mapped[tuple[Run, ...]] = mapped_column(default=())
    language: Mapped[str] = mapped_column(default="")
    restricted: Mapped[bool] = mapped_column(default=False)
    taken_from_id: Mapped[UUID | None] = mapped_column(default=None)
    became: Mapped[str] = mapped_column(default="")
    became_id: Mapped[UUID | None] = mapped_column(default=None)


class Point(Base):
    """A contribution to an item, recorded by role and sector; one of kind proposal links to its proposal.

    `by_name`, `by_role` and `by_organisation` are as printed on the day; without a name and a role it is
    what the person is called today.
    """

    __tablename__ = "point"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[PointKind | None] = mapped_column(default=None)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None)
    by_name: Mapped[str] = mapped_column(default="")
    by_role: Mapped[str] = mapped_column(default="")
    by_organisation: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector | None] = mapped_column(default=None)
    text: Mapped[str]
    proposal_id: Mapped[UUID | None] = mapped_column(points_to("proposal.id"), default=None)
