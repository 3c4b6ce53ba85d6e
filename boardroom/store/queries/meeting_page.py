"""What the Meeting page shows of a meeting itself and of its agenda: few SELECTs, whatever the file holds."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, literal, select, union_all
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, Paragraph, Point
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, Seal
from boardroom.domain.outline import outline
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.refusal import Gone
from boardroom.domain.timing import planned_in_all, starting_times
from boardroom.domain.words import ItemKind, ItemState, MeetingKind, MeetingStatus, Restriction, TextKind
from boardroom.store.queries.papers import papers_of
from boardroom.store.queries.running import is_adjourned

# A paragraph that an editor has begun and nobody has written yet says nothing.
_SAID = Paragraph.runs != ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One day of a meeting."""

    id: UUID
    held_on: date | None
    starts: time | None
    ends: time | None
    venue: str
    adjourned_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """What stands above everything on the Meeting page.

    `boards` are pairs of id and name, the host first; further ones make the meeting joint. `sealed` is empty,
    or says who signed and when.
    """

    id: UUID
    name: str
    kind: MeetingKind | None
    status: MeetingStatus | None
    status_reason: str
    venue: str
    language: str
    boards: tuple[tuple[UUID, str], ...]
    days: tuple[DayView, ...]
    notice_given_on: date | None
    next_date: date | None
    next_date_words: str
    next_words: str
    sealed: str

    @property
    def joint(self) -> bool:
        """Whether several boards meet together."""
        return len(self.boards) > 1

    @property
    def held_on(self) -> date | None:
        """The first day that has a date."""
        return next((day.held_on for day in self.days if day.held_on is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item as the agenda lists it.

    `depth` is how many items it stands under; `restricted` its own mark, `secret` also that of an item above.
    `unanswered` counts those of the `proposals` that have no answer. `paper` is words of the agenda, `papers` the
    labels of those that are attached or promised.
    """

    id: UUID
    parent_id: UUID | None
    position: int
    depth: int
    number: str
    minute_number: str
    title: str
    public_title: str
    kind: ItemKind | None
    standing: bool
    lead: str
    minutes_planned: int | None
    begins: time | None
    state: ItemState
    deferred_to: str
    taken_after: str
    restricted: bool
    secret: bool
    restriction: Restriction | None
    ground: str
    urgent: bool
    late_reason: str
    paper: str
    papers: tuple[str, ...]
    agenda_note: str
    points: int
    proposals: int
    unanswered: int
    decisions: int
    actions: int
    has_notes: bool
    has_minute_text: bool

    @property
    def late(self) -> bool:
        """Whether it came on the agenda after notice was given."""
        return bool(self.late_reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """A meeting's head and its items in running order; `minutes_planned` is their sum.

    `adjourned`: it sat before and can be reconvened.
    """

    head: HeadView
    items: tuple[AgendaRow, ...]
    minutes_planned: int
    adjourned: bool
    has_notes: bool
    has_minute_text: bool

    @property
    def texts(self) -> frozenset[tuple[TextKind, UUID | None]]:
        """Which items (None: the meeting itself) have notes, and which have minute text."""
        of_items = {(TextKind.NOTE, row.id) for row in self.items if row.has_notes}
        of_items |= {(TextKind.MINUTE, row.id) for row in self.items if row.has_minute_text}
        own = ((TextKind.NOTE, self.has_notes), (TextKind.MINUTE, self.has_minute_text))
        return frozenset(of_items | {(kind, None) for kind, there in own if there})


def head_of(session: Session, meeting_id: UUID) -> HeadView:
    """Return what stands above everything on the Meeting page.

    Raises:
        Gone: the meeting is gone.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        message = "That meeting isn't in the board file any more."
        raise Gone(message)
    boards = session.execute(
        select(Board.id, Board.name, MeetingBoard.name.label("printed"))
        .join(MeetingBoard, MeetingBoard.board_id == Board.id)
        .where(MeetingBoard.meeting_id == meeting_id)
        .order_by(MeetingBoard.position, MeetingBoard.id)
    ).all()
    days = session.scalars(
        select(MeetingDay).where(MeetingDay.meeting_id == meeting_id).order_by(MeetingDay.position, MeetingDay.id)
    ).all()
    seal = session.execute(select(Seal.signed_by, Seal.signed_on).where(Seal.meeting_id == meeting_id)).first()
    return HeadView(
        id=meeting.id,
        name=meeting.name,
        kind=meeting.kind,
        status=meeting.status,
        status_reason=meeting.status_reason,
        venue=meeting.venue,
        language=meeting.language,
        boards=tuple((row.id, row.printed or row.name) for row in boards),
        days=tuple(_day(day) for day in days),
        notice_given_on=meeting.notice_given_on,
        next_date=meeting.next_date,
        next_date_words=meeting.next_date_words,
        next_words=meeting.next_words,
        sealed="" if seal is None else f"Signed by {seal.signed_by} on {seal.signed_on.day} {seal.signed_on:%B %Y}",
    )


def agenda_of(session: Session, meeting_id: UUID) -> AgendaView:
    """Return a meeting's head and agenda, each item with what stands under it counted.

    Raises:
        Gone: the meeting is gone.
    """
    head = head_of(session, meeting_id)
    found = session.scalars(
        select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
    ).all()
    by_id = {item.id: item for item in found}
    order = outline(found)
    items = [by_id[place.id] for place in order]
    counts = _counts(session, meeting_id)
    labels: dict[UUID, list[str]] = {}
    for paper in papers_of(session, meeting_id):
        labels.setdefault(paper.item_id, []).append(paper.label or paper.title)
    begins = starting_times(items, head.days[0].starts if head.days else None)
    depth: dict[UUID | None, int] = {None: -1}
    secret: dict[UUID | None, bool] = {None: False}
    rows = []
    for place in order:
        item = by_id[place.id]
        depth[item.id] = depth[place.parent_id] + 1
        secret[item.id] = item.restricted or secret[place.parent_id]
        rows.append(
            _row(
                item,
                place.parent_id,
                depth[item.id],
                counts,
                secret=secret[item.id],
                begins=begins.get(item.id),
                papers=labels.get(item.id, ()),
            )
        )
    return AgendaView(
        head=head,
        items=tuple(rows),
        minutes_planned=planned_in_all(items),
        adjourned=is_adjourned(session, meeting_id),
        has_notes=counts["notes", None] > 0,
        has_minute_text=counts["minute text", None] > 0,
    )


def agenda_after(session: Session, view: AgendaView, changed: Collection[UUID]) -> AgendaView:
    """Return an agenda again of which nothing has changed but these items, at the price of those.

    Where one of them came, went, or now stands or lasts otherwise, the others move with it, and all are read.

    Raises:
        Gone: the meeting is gone.
    """
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == view.head.id, AgendaItem.id.in_(changed))
    found = {item.id: item for item in session.scalars(wanted)}
    before = {row.id: row for row in view.items if row.id in changed}
    if found.keys() != before.keys() or any(_moved(before[one], item) for one, item in found.items()):
        return agenda_of(session, view.head.id)
    items = tuple(_again(row, found[row.id]) if row.id in found else row for row in view.items)
    return replace(view, items=items)


def _moved(row: AgendaRow, item: AgendaItem) -> bool:
    """Whether rows of other items say something else by what has changed of this one."""
    before = (row.position, row.parent_id, row.minutes_planned, row.restricted)
    return before != (item.position, item.parent_id, item.minutes_planned, item.restricted)


def _again(row: AgendaRow, item: AgendaItem) -> AgendaRow:
    """Return a row as its item is now; what stands under the item is as it was."""
    under = {
        "points": row.points,
        "proposals": row.proposals,
        "unanswered": row.unanswered,
        "decisions": row.decisions,
        "actions": row.actions,
        "notes": int(row.has_notes),
        "minute text": int(row.has_minute_text),
    }
    counts = Counter[tuple[str, UUID | None]]({(what, item.id): count for what, count in under.items()})
    return _row(item, row.parent_id, row.depth, counts, secret=row.secret, begins=row.begins, papers=row.papers)


def texts_under(session: Session, meeting_id: UUID) -> frozenset[tuple[TextKind, UUID | None]]:
    """Return `AgendaView.texts` as the board file has it now, at a tenth of the price of the whole agenda."""
    wanted = select(Paragraph.text_kind, Paragraph.item_id).where(Paragraph.meeting_id == meeting_id, _SAID).distinct()
    return frozenset((row.text_kind, row.item_id) for row in session.execute(wanted))


def _row(  # noqa: PLR0913 - what is known of one item
    item: AgendaItem,
    parent_id: UUID | None,
    depth: int,
    counts: Counter[tuple[str, UUID | None]],
    *,
    secret: bool,
    begins: time | None,
    papers: Iterable[str],
) -> AgendaRow:
    return AgendaRow(
        id=item.id,
        parent_id=parent_id,
        position=item.position,
        depth=depth,
        number=item.number,
        minute_number=item.minute_number,
        title=item.title,
        public_title=item.public_title,
        kind=item.kind,
        standing=item.standing,
        lead=item.lead,
        minutes_planned=item.minutes_planned,
        begins=begins,
        state=item.state,
        deferred_to=item.deferred_to,
        taken_after=item.taken_after,
        restricted=item.restricted,
        secret=secret,
        restriction=item.restriction,
        ground=item.ground,
        urgent=item.urgent,
        late_reason=item.late_reason,
        paper=item.paper,
        papers=tuple(papers),
        agenda_note=item.agenda_note,
        points=counts["points", item.id],
        proposals=counts["proposals", item.id],
        unanswered=counts["unanswered", item.id],
        decisions=counts["decisions", item.id],
        actions=counts["actions", item.id],
        has_notes=counts["notes", item.id] > 0,
        has_minute_text=counts["minute text", item.id] > 0,
    )


def _day(day: MeetingDay) -> DayView:
    return DayView(
        id=day.id,
        held_on=day.held_on,
        starts=day.starts,
        ends=day.ends,
        venue=day.venue,
        adjourned_because=day.adjourned_because,
    )


def _counts(session: Session, meeting_id: UUID) -> Counter[tuple[str, UUID | None]]:
    """Count what stands under each item (under None: under the meeting itself), all in one SELECT."""

    def counted(
        what: str, entity: type[Point | Proposal | Decision | Action | Paragraph], *conditions: ColumnElement[bool]
    ) -> Select[str, UUID | None, int]:
        wanted = select(literal(what).label("what"), entity.item_id.label("item_id"), func.count().label("count_"))
        return wanted.where(entity.meeting_id == meeting_id, *conditions).group_by(entity.item_id)

    counts = union_all(
        counted("points", Point),
        counted("proposals", Proposal),
        counted("unanswered", Proposal, ~exists().where(Answer.proposal_id == Proposal.id)),
        counted("decisions", Decision),
        counted("actions", Action),
        counted("notes", Paragraph, Paragraph.text_kind == TextKind.NOTE, _SAID),
        counted("minute text", Paragraph, Paragraph.text_kind == TextKind.MINUTE, _SAID),
    )
    return Counter({(row.what, row.item_id): row.count_ for row in session.execute(counts)})
