"""What a board plans its meetings by: agenda templates, series of meetings, and phrases that its minutes use."""

from datetime import time
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import ItemKind


class AgendaTemplate(Base):
    """An agenda to begin from, kept by its name."""

    __tablename__ = "agenda_template"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]


class TemplateItem(Base):
    """One item of a template; `level` 1 stands under the last one of level 0 before it, and so on."""

    __tablename__ = "template_item"

    template_id: Mapped[UUID] = mapped_column(points_to("agenda_template.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    level: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    kind: Mapped[ItemKind | None] = mapped_column(default=None)
    standing: Mapped[bool] = mapped_column(default=False)
    minutes_planned: Mapped[int | None] = mapped_column(default=None)
    lead: Mapped[str] = mapped_column(default="")


class Series(Base):
    """Meetings that come again by a rule, an iCalendar RRULE (RFC 5545 section 3.3.10) without its start."""

    __tablename__ = "series"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    rule: Mapped[str]
    starts: Mapped[time | None] = mapped_column(default=None)
    venue: Mapped[str] = mapped_column(default="")
    template_id: Mapped[UUID | None] = mapped_column(points_to("agenda_template.id"), default=None)


class StockPhrase(Base):
    """A phrase that the board's minutes use often."""

    __tablename__ = "stock_phrase"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
