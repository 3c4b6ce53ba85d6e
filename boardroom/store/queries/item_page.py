"""What the Meeting page shows of one item: its fields, notes and minute text, points, proposals, what was settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.refusal import Gone
from boardroom.domain.text import ParagraphState
from boardroom.domain.words import (
    ItemKind,
    ItemState,
    PointKind,
    Restriction,
    Sector,
    TextKind,
)
from boardroom.store.queries.agenda import actions_at, decisions_at, paragraphs_of, points_at, translations_of
from boardroom.store.queries.item_actions import ActionView, actions_shown
from boardroom.store.queries.item_decisions import DecisionView, decisions_shown
from boardroom.store.queries.item_proposals import ProposalView, proposals_at_item
from boardroom.store.queries.item_votes import MotionView, VoteView, motion_tree, motions_at, votes_at
from boardroom.store.queries.names import organisations_called, people_called
from boardroom.store.queries.papers import papers_under
from boardroom.store.queries.quick_entry import Became, became_in


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """A contribution, its speaker as printed or as called today."""

    id: UUID
    kind: PointKind | None
    person_id: UUID | None
    name: str
    role: str
    organisation: str
    sector: Sector | None
    text: str
    proposal_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A paper of the item, attached or to follow."""

    id: UUID
    label: str
    title: str
    to_follow: bool
    name: str
    size: int
    pages: int | None
    restricted: bool
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item of an agenda with all that stands under it; `translations` are language, field and text.

    `votes` are those that belong neither to one of the motions nor to one of the decisions.
    """

    id: UUID
    meeting_id: UUID
    parent_id: UUID | None
    strand_id: UUID | None
    number: str
    minute_number: str
    title: str
    public_title: str
    kind: ItemKind | None
    standing: bool
    state: ItemState
    deferred_to: str
    late_reason: str
    urgent: bool
    taken_after: str
    parent_words: str
    minutes_planned: int | None
    lead: str
    paper: str
    papers: tuple[PaperView, ...]
    agenda_note: str
    restricted: bool
    restriction: Restriction | None
    ground: str
    restriction_reason: str
    review_on: date | None
    translations: tuple[tuple[str, str, str], ...]
    notes: tuple[ParagraphState, ...]
    minute_text: tuple[ParagraphState, ...]
    taken_over: frozenset[UUID]
    """Ids of the notes that minute text was taken from."""
    became: Mapping[UUID, Became]
    """What was recorded from lines of the notes, by the line."""
    points: tuple[PointView, ...]
    proposals: tuple[ProposalView, ...]
    motions: tuple[MotionView, ...]
    votes: tuple[VoteView, ...]
    decisions: tuple[DecisionView, ...]
    actions: tuple[ActionView, ...]


def item_of(session: Session, item_id: UUID) -> ItemView:
    """Return one item with all that stands under it.

    Raises:
        Gone: the item is gone.
    """
    item = session.get(AgendaItem, item_id)
    if item is None:
        message = "That item isn't on the agenda any more."
        raise Gone(message)
    notes = paragraphs_of(session, item.meeting_id, item_id, TextKind.NOTE)
    minute_text = paragraphs_of(session, item.meeting_id, item_id, TextKind.MINUTE)
    motions, decisions = motions_at(session, item_id), decisions_at(session, item_id)
    motion_ids, decision_ids = [one.id for one in motions], [one.id for one in decisions]
    votes = votes_at(session, item.meeting_id, item_id, motion_ids, decision_ids)
    return ItemView(
        id=item.id,
        meeting_id=item.meeting_id,
        parent_id=item.parent_id,
        strand_id=item.strand_id,
        number=item.number,
        minute_number=item.minute_number,
        title=item.title,
        public_title=item.public_title,
        kind=item.kind,
        standing=item.standing,
        state=item.state,
        deferred_to=item.deferred_to,
        late_reason=item.late_reason,
        urgent=item.urgent,
        taken_after=item.taken_after,
        parent_words=item.parent_words,
        minutes_planned=item.minutes_planned,
        lead=item.lead,
        paper=item.paper,
        papers=_papers(session, item_id),
        agenda_note=item.agenda_note,
        restricted=item.restricted,
        restriction=item.restriction,
        ground=item.ground,
        restriction_reason=item.restriction_reason,
        review_on=item.review_on,
        translations=tuple((one.language, one.field, one.text) for one in translations_of(session, item_id)),
        notes=states_of(notes),
        minute_text=states_of(minute_text),
        taken_over=frozenset(one.taken_from_id for one in minute_text if one.taken_from_id is not None),
        became=became_in(session, item.meeting_id, item_id),
        points=_points(session, item_id),
        proposals=proposals_at_item(session, item.meeting_id, item_id),
        motions=motion_tree(motions, votes),
        votes=tuple(one for one in votes if one.motion_id not in motion_ids and one.decision_id not in decision_ids),
        decisions=decisions_shown(session, decisions, votes),
        actions=actions_shown(session, actions_at(session, item_id)),
    )


def states_of(paragraphs: Sequence[Paragraph]) -> tuple[ParagraphState, ...]:
    """Return what paragraphs say and how they are set, as an editor takes it."""
    return tuple(
        ParagraphState(
            id=one.id,
            form=one.form,
            level=one.level,
            runs=one.runs,
            language=one.language,
            restricted=one.restricted,
        )
        for one in paragraphs
    )


def text_of(
    session: Session, meeting_id: UUID, item_id: UUID | None, text_kind: TextKind
) -> tuple[ParagraphState, ...]:
    """Return the notes or the minute text of an item (of the meeting itself without one), as an editor takes it."""
    return states_of(paragraphs_of(session, meeting_id, item_id, text_kind))


def _papers(session: Session, item_id: UUID) -> tuple[PaperView, ...]:
    return tuple(
        PaperView(
            id=one.id,
            label=one.label,
            title=one.title,
            to_follow=one.to_follow,
            name=one.name,
            size=one.size,
            pages=one.pages,
            restricted=one.restricted,
            ground=one.ground,
        )
        for one in papers_under(session, item_id)
    )


def _points(session: Session, item_id: UUID) -> tuple[PointView, ...]:
    points = points_at(session, item_id)
    people = people_called(session, (one.person_id for one in points))
    bodies = organisations_called(session, (one.organisation_id for one in points))
    return tuple(
        PointView(
            id=one.id,
            kind=one.kind,
            person_id=one.person_id,
            name=one.by_name or _called(people, None if one.by_role else one.person_id),
            role=one.by_role,
            organisation=one.by_organisation or _called(bodies, one.organisation_id),
            sector=one.sector,
            text=one.text,
            proposal_id=one.proposal_id,
        )
        for one in points
    )


def _called(names: Mapping[UUID, str], one: UUID | None) -> str:
    return names.get(one, "") if one is not None else ""
