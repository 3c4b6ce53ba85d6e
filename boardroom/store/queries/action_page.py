"""One action with everything that the Actions page shows beside the list."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.decisions import Decision
from boardroom.store.queries.item_actions import ActionView, actions_shown
from boardroom.store.queries.origin import Origin, origin_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPage:
    """An action, where it came from, and the wording of the decision that it follows from, if any."""

    action: ActionView
    origin: Origin | None
    decision: str

    @property
    def owner_lines(self) -> tuple[str, ...]:
        """Who is to do it, one owner a line: `Name, Organisation`."""
        lines = [", ".join(filter(None, (one.name, one.organisation))) for one in self.action.owners]
        lines.append(", ".join(filter(None, (self.action.owner_role, self.action.owner_organisation))))
        return tuple(filter(None, lines))


def action_page(session: Session, action_id: UUID) -> ActionPage | None:
    """Return one action; None where it isn't in the board file any more."""
    action = session.get(Action, action_id)
    if action is None:
        return None
    decision = session.get(Decision, action.decision_id) if action.decision_id is not None else None
    (view,) = actions_shown(session, [action])
    return ActionPage(
        action=view,
        origin=origin_of(session, action.meeting_id, action.item_id),
        decision=decision.wording if decision is not None else "",
    )
