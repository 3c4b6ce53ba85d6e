"""The history of a thing with its parts: a proposal with its answers, an action with its owners, a person's seats."""

from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from boardroom.store.history import Entry, history_of
from boardroom.store.journal import STEP_ROW
from boardroom.store.queries.targets import parts_of


def whole_history(session: Session, entity_id: UUID) -> list[Entry]:
    """Return all that was done to one thing and to its parts, oldest first; also to parts that are gone."""
    own = select(STEP_ROW.c.entity, STEP_ROW.c.step).where(STEP_ROW.c.entity_id == str(entity_id))
    added = session.execute(own.order_by(STEP_ROW.c.step).limit(1)).first()
    if added is None:
        return []
    parts = parts_of(added.entity)
    # The journal knows the parts that are gone; an image of an addition or a deletion is whole.
    image = func.coalesce(STEP_ROW.c.after, STEP_ROW.c.before)
    leads_here = [
        and_(STEP_ROW.c.entity == part, func.json_extract(image, f"$.{column}") == str(entity_id))
        for part, column in parts.items()
    ]
    found: set[str] = set()
    if leads_here:
        # Nothing leads to a thing before it is there.
        since = select(STEP_ROW.c.entity_id).where(STEP_ROW.c.step >= added.step, or_(*leads_here))
        found = set(session.scalars(since))
    return history_of(session, entity_id, *map(UUID, found))
