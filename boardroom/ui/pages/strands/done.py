"""What is done to a strand at one key: its next stage begun, ended, moved, taken out, brought to a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.stages import ORDER, place_of, stage_on
from boardroom.services.on_strand import bring_to_meeting
from boardroom.services.strand_stages import begin_stage
from boardroom.services.strands import end_strand, move_strand, remove_strand
from boardroom.store.queries.strands import strands_to_choose
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.domain.words import Stage
    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.strands import StrandPage
    from boardroom.ui.desk import Desk


def stage_to_begin(page: StrandPage, today: date) -> Stage | None:
    """Return the stage that comes next: of those planned the first, else the one behind the present one."""
    now = place_of(stage_on(page.stages, today))
    planned = (one.stage for one in page.stages if one.planned is not None and place_of(one.stage) > now)
    return next(planned, ORDER[now + 1] if now + 1 < len(ORDER) else None)


def begin_next(desk: Desk, page: StrandPage) -> None:
    """Let a strand enter its next stage today."""
    stage = stage_to_begin(page, desk.today)
    if stage is not None:
        said = _tr("Begin the {stage} stage of {strand}").format(stage=stage, strand=page.name)
        desk.attempt(said, begin_stage, page.id, stage, desk.today)


def end_or_go_on(desk: Desk, page: StrandPage) -> None:
    """Let the work on a strand be over today; or go on, where it was."""
    if page.ended is not None:
        desk.attempt(_tr("Let {} go on").format(page.name), end_strand, page.id, None)
    else:
        desk.attempt(_tr("End {}").format(page.name), end_strand, page.id, desk.today)


def move(desk: Desk, page: StrandPage, to: UUID) -> None:
    """Move a strand to where another one stands in the plan; the step goes past those that ended between them."""
    order = [strand_id for strand_id, _ in desk.read(strands_to_choose, page.board_id)]
    by = order.index(to) - order.index(page.id)
    said = _tr("Move {} up") if by < 0 else _tr("Move {} down")
    desk.attempt(said.format(page.name), move_strand, page.id, by=by)


def remove(desk: Desk, page: StrandPage) -> None:
    """Take a strand out of the plan."""
    desk.attempt(_tr("Remove the strand {}").format(page.name), remove_strand, page.id)


def bring(desk: Desk, page: StrandPage, coming: MeetingRow) -> None:
    """Put an item on a strand on the agenda of a meeting, and show it there."""
    said = _tr("Put {strand} on the agenda of the {meeting}").format(
        strand=page.name, meeting=coming.name or _tr("next meeting")
    )
    done = desk.attempt(said, bring_to_meeting, page.id, coming.id)
    if done is not None:
        desk.show(Link("meeting", "agenda_item", done.value.id, coming.id, done.value.id))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Strands", text)
