"""What Home offers beside a strand that a sector was never involved in: a call, or an invitation to the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.services.inviting import invite_to_item
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.domain.warned import StrandWarning
    from boardroom.ui.desk import Desk


def why_not_warned(command: str, warning: StrandWarning | None, coming: UUID | None) -> str:
    """Return why a command can't run on the warning that is chosen; empty where it can.

    Args:
        command: home.call or home.invite.
        warning: None: none is chosen.
        coming: the next meeting.
    """
    if warning is None:
        return _tr("no strand is chosen under “Needs you”")
    if command == "home.invite":
        if warning.item is not None and warning.item.asked:
            return _tr("the agenda asks them already")
        if warning.item is None and coming is None:
            return _tr("no meeting is planned")
    return ""


def open_call(desk: Desk, warning: StrandWarning) -> None:
    """Open a call on a strand, or show the one that is open."""
    if warning.call_id is not None:
        desk.show(Link("calls", "call", warning.call_id))
    else:
        desk.show(Link("calls", "strand", warning.strand_id))


def invite(desk: Desk, warning: StrandWarning, coming: UUID | None) -> None:
    """Ask the sectors that are missing to the item on the strand, at the next meeting where none has it yet."""
    meeting_id = warning.item.meeting_id if warning.item is not None else coming
    if meeting_id is not None:
        label = _tr("Ask sectors to the item on {}").format(warning.strand)
        desk.attempt(label, invite_to_item, warning.strand_id, meeting_id, warning.gap.sectors)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
