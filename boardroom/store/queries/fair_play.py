"""What a conflicts assessment of a strand rests on: interests, who took part, who had which paper, who may bid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import CTE, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Declaration, DeclarationItem
from boardroom.domain.bidders import Why, likely_bidders
from boardroom.domain.board import Board
from boardroom.domain.interests import Interest
from boardroom.domain.involvement import Occasion, Part
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, Person
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.stages import stage_on
from boardroom.domain.words import Sector, Stage
from boardroom.store.queries.calls import TellingRow, told_about
from boardroom.store.queries.involvement import parts
from boardroom.store.queries.on_strand import on_strands
from boardroom.store.queries.sectors import statuses_on

N = TypeVar("N", Person, Organisation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """An interest in the strand: registered, or declared at a meeting."""

    who: str
    organisation: str
    nature: str
    starts: date | None
    ends: date | None
    declared_on: date | None
    recused: bool | None
    """Whether whoever declared it took no part; None for an entry of the register."""
    dispensation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGiven:
    """A paper of an item on the strand, and the organisations that were there when it was taken."""

    label: str
    title: str
    meeting: str
    on: date | None
    restricted: bool
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bidder:
    """An organisation that may bid: why it is listed, when it first took part, and at which stage."""

    id: UUID
    name: str
    sector: Sector | None
    why: tuple[Why, ...]
    first: Part | None
    stage: Stage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FairPlay:
    """Everything that the extract says; for members and procurement officers, never for the public."""

    board: str
    strand: str
    today: date
    stage: Stage | None
    reserved_to: str
    connections: tuple[Connection, ...]
    bidders: tuple[Bidder, ...]
    parts: tuple[tuple[Part, Stage | None], ...]
    papers: tuple[PaperGiven, ...]
    tellings: tuple[TellingRow, ...]


def fair_play(session: Session, strand_id: UUID, today: date) -> FairPlay | None:
    """Return what a conflicts assessment of a strand rests on; None if the strand is gone.

    Args:
        session: a reading one.
        strand_id: which strand.
        today: the day of the extract.
    """
    strand = session.get(Strand, strand_id)
    if strand is None:
        return None
    stages = session.scalars(select(StrandStage).where(StrandStage.strand_id == strand_id)).all()
    took_part = parts(session, strand.board_id, strand_id=strand_id, until=today)
    registered = session.scalars(
        select(Interest).where(Interest.strand_id == strand_id).order_by(Interest.starts.nulls_first(), Interest.id)
    ).all()
    return FairPlay(
        board=session.get_one(Board, strand.board_id).name,
        strand=strand.name,
        today=today,
        stage=stage_on(stages, today),
        reserved_to=strand.reserved_to,
        connections=(*_registered(session, registered), *_declared(session, on_strands(strand.board_id, (strand_id,)))),
        bidders=_bidders(session, registered, took_part, stages, today),
        parts=tuple((part, stage_on(stages, part.on)) for part in took_part),
        papers=_papers(session, on_strands(strand.board_id, (strand_id,)), took_part),
        tellings=tuple(reversed(told_about(session, strand_id, today))),
    )


def _registered(session: Session, rows: Sequence[Interest]) -> list[Connection]:
    people = {one.id: one.name for one in _named(session, Person, [row.person_id for row in rows])}
    bodies = {one.id: one.name for one in _named(session, Organisation, [row.organisation_id for row in rows])}
    return [
        Connection(
            who=people.get(row.person_id, "") if row.person_id else "",
            organisation=bodies.get(row.organisation_id, "") if row.organisation_id else "",
            nature=row.nature,
            starts=row.starts,
            ends=row.ends,
            declared_on=row.declared_on,
            recused=None,
        )
        for row in rows
    ]


def _declared(session: Session, items: CTE) -> list[Connection]:
    wanted = (
        select(Declaration, MeetingDay.held_on)
        .join(DeclarationItem, DeclarationItem.declaration_id == Declaration.id)
        .join(items, items.c.item == DeclarationItem.item_id)
        .outerjoin(MeetingDay, (MeetingDay.meeting_id == Declaration.meeting_id) & (MeetingDay.position == 0))
        .order_by(MeetingDay.held_on, Declaration.position, Declaration.id)
        .distinct()
    )
    return [
        Connection(
            who=one.by,
            organisation="",
            nature=one.nature,
            starts=None,
            ends=None,
            declared_on=held_on,
            recused=one.recused,
            dispensation=one.dispensation,
        )
        for one, held_on in session.execute(wanted)
    ]


def _bidders(
    session: Session,
    registered: Sequence[Interest],
    took_part: Sequence[Part],
    stages: Sequence[StrandStage],
    today: date,
) -> tuple[Bidder, ...]:
    holding = {one.organisation_id for one in registered if one.organisation_id and (not one.ends or one.ends >= today)}
    put = {Occasion.PROPOSED, Occasion.ANSWERED_CALL}
    proposed = {one.organisation_id for one in took_part if one.organisation_id and one.occasion in put}
    statuses = statuses_on(session, holding | proposed, today)
    sectors: dict[UUID, Sector | None] = {one: row.sector for one, row in statuses.items()}
    found = likely_bidders(sorted(holding), sorted(proposed), sectors)
    firsts: dict[UUID, Part] = {}
    for part in took_part:
        if part.organisation_id is not None:
            firsts.setdefault(part.organisation_id, part)
    rows = [
        Bidder(
            id=one.id,
            name=one.name,
            sector=sectors.get(one.id),
            why=found[one.id],
            first=(first := firsts.get(one.id)),
            stage=stage_on(stages, first.on) if first is not None else None,
        )
        for one in _named(session, Organisation, list(found))
    ]
    return tuple(sorted(rows, key=lambda one: one.name.casefold()))


def _papers(session: Session, items: CTE, took_part: Sequence[Part]) -> tuple[PaperGiven, ...]:
    """Return the papers of the strand's items; whoever attended the item had them before it."""
    there: dict[UUID | None, list[str]] = {}
    for part in took_part:
        if part.entity == "agenda_item" and part.organisation:
            there.setdefault(part.id, []).append(part.organisation)
    wanted = (
        select(Paper, AgendaItem.restricted, Meeting.name, MeetingDay.held_on)
        .join(items, items.c.item == Paper.item_id)
        .join(AgendaItem, AgendaItem.id == Paper.item_id)
        .join(Meeting, Meeting.id == Paper.meeting_id)
        .outerjoin(MeetingDay, (MeetingDay.meeting_id == Meeting.id) & (MeetingDay.position == 0))
        .order_by(MeetingDay.held_on, AgendaItem.position, Paper.position, Paper.id)
    )
    return tuple(
        PaperGiven(
            label=paper.label,
            title=paper.title,
            meeting=meeting,
            on=held_on,
            restricted=paper.restricted or restricted,
            organisations=tuple(sorted(dict.fromkeys(there.get(paper.item_id, ())), key=str.casefold)),
        )
        for paper, restricted, meeting, held_on in session.execute(wanted)
    )


def _named(session: Session, entity: type[N], ids: Sequence[UUID | None]) -> Sequence[N]:
    return session.scalars(select(entity).where(entity.id.in_([one for one in ids if one is not None]))).all()
