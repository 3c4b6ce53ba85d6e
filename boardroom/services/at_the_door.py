"""Coming and going while a meeting is in session: one key turns somebody here or not here, and the time is stamped."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.running import Sitting
from boardroom.domain.words import Presence
from boardroom.services.attendance import line_standing, set_presence
from boardroom.services.comings import When, arrive, has_left, leave
from boardroom.store.queries.running import sitting_open, takings_of


def turn_here(session: Session, attendance_id: UUID, presence: Presence, now: datetime) -> Attendance:
    """Let somebody who is in the room leave it, and somebody who isn't come.

    Out of session, and while the first item is being taken, no time is noted of who is here: they were there from the
    opening. Afterwards whoever comes or goes has the time and the item beside the name.

    Args:
        session: of the unit of work.
        attendance_id: whose line it is.
        presence: how they are here, if they come.
        now: the present moment, local.

    Raises:
        Refusal: the line is gone.
    """
    line = line_standing(session, attendance_id)
    sitting = sitting_open(session, line.meeting_id)
    here = line.status in IN_THE_ROOM and not has_left(session, attendance_id)
    takings = takings_of(session, line.meeting_id) if sitting is not None else ()
    if sitting is None or (len(takings) <= 1 and not has_left(session, attendance_id)):
        return set_presence(session, attendance_id, Presence.ABSENT if here else presence)
    when = _now(sitting, takings[-1].item_id if takings else None, now)
    if here:
        leave(session, attendance_id, when)
        return line
    if line.status not in IN_THE_ROOM:
        line.status = presence
    arrive(session, attendance_id, when)
    return line


def _now(sitting: Sitting, item_id: UUID | None, now: datetime) -> When:
    return When(at=now.time().replace(second=0, microsecond=0), item_id=item_id, day_id=sitting.day_id)
