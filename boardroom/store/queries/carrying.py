"""What a board's meetings leave to a later one: minutes to confirm, deferred items, how much is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting, MeetingBoard, MinutesConfirmation
from boardroom.domain.words import ActionStatus, ItemState, MeetingStatus
from boardroom.store.queries.action_list import status_of
from boardroom.store.queries.find import CALLED_OFF
from boardroom.store.queries.walk import EVER, FIRST_DAY

_TO_DO = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
_UNCONFIRMED = (MeetingStatus.HELD, MeetingStatus.DRAFT_MINUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A meeting before another one; `to_confirm`: its minutes are still to be confirmed."""

    id: UUID
    held_on: date
    status: MeetingStatus | None
    to_confirm: bool

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come."""
        return self.status is MeetingStatus.PLANNED


def previous_of(session: Session, board_id: UUID, meeting_id: UUID, before: date | None) -> Earlier | None:
    """Return the last meeting of a board before a day (the last of all where that is open) that wasn't called off."""
    wanted = _earlier(board_id, meeting_id, before).where(
        func.coalesce(Meeting.status, "").not_in([one.value for one in CALLED_OFF])
    )
    found = session.execute(wanted.order_by(FIRST_DAY.held_on.desc(), Meeting.id).limit(1)).first()
    return _told(session, board_id, found) if found is not None else None


def unconfirmed_before(session: Session, board_id: UUID, meeting_id: UUID, before: date | None) -> list[Earlier]:
    """Return the meetings of a board that were held before a day and whose minutes aren't confirmed, oldest first."""
    wanted = _earlier(board_id, meeting_id, before).where(Meeting.status.in_(_UNCONFIRMED))
    found = session.execute(wanted.order_by(FIRST_DAY.held_on, Meeting.id)).all()
    return [one for one in (_told(session, board_id, row) for row in found) if one.to_confirm]


def deferred_to(
    session: Session, board_id: UUID, meeting_id: UUID, on: date | None, previous: Earlier | None
) -> Sequence[AgendaItem]:
    """Return the items deferred to a meeting, and those that the previous one deferred to none by its id.

    What was deferred to a meeting that was called off waits for the next one. They come in the order of their
    meetings and agendas.
    """
    not_held = _earlier(board_id, meeting_id, on).where(Meeting.status.in_(CALLED_OFF))
    if previous is not None:
        not_held = not_held.where(FIRST_DAY.held_on > previous.held_on)
    here = or_(
        AgendaItem.deferred_to_id == meeting_id, AgendaItem.deferred_to_id.in_(not_held.with_only_columns(Meeting.id))
    )
    if previous is not None:
        here = or_(here, (AgendaItem.meeting_id == previous.id) & AgendaItem.deferred_to_id.is_(None))
    wanted = (
        select(AgendaItem)
        .outerjoin(FIRST_DAY, (FIRST_DAY.meeting_id == AgendaItem.meeting_id) & (FIRST_DAY.position == 0))
        .where(AgendaItem.state == ItemState.DEFERRED, AgendaItem.meeting_id != meeting_id, here)
    )
    return session.scalars(wanted.order_by(FIRST_DAY.held_on, AgendaItem.meeting_id, AgendaItem.position)).all()


def count_open_actions(session: Session, board_id: UUID) -> int:
    """Return how many of a board's actions are still to be done."""
    wanted = select(func.count(Action.id)).where(Action.board_id == board_id, status_of.in_(_TO_DO))
    return session.scalar(wanted) or 0


def _earlier(board_id: UUID, meeting_id: UUID, before: date | None) -> Select[UUID, date | None, MeetingStatus | None]:
    last = EVER[1] if before is None else before
    return (
        select(Meeting.id, FIRST_DAY.held_on, Meeting.status)
        .join(MeetingBoard, MeetingBoard.meeting_id == Meeting.id)
        .join(FIRST_DAY, (FIRST_DAY.meeting_id == Meeting.id) & (FIRST_DAY.position == 0))
        .where(
            MeetingBoard.board_id == board_id,
            Meeting.id != meeting_id,
            FIRST_DAY.held_on >= EVER[0],
            FIRST_DAY.held_on <= last if before is None else FIRST_DAY.held_on < last,
        )
    )


def _told(session: Session, board_id: UUID, found: Any) -> Earlier:  # noqa: ANN401 - a row
    ident, held_on, status = found
    # An imported record names the day of the minutes that it confirmed, not their meeting.
    same = or_(MinutesConfirmation.of_meeting_id == ident, MinutesConfirmation.of_date == held_on)
    said = (
        exists()
        .where(same, ~MinutesConfirmation.result.icontains("defer"), MinutesConfirmation.meeting_id != ident)
        .where(MeetingBoard.meeting_id == MinutesConfirmation.meeting_id, MeetingBoard.board_id == board_id)
    )
    to_confirm = status is not MeetingStatus.CONFIRMED and not session.scalar(select(said))
    return Earlier(id=ident, held_on=held_on, status=status, to_confirm=to_confirm)
