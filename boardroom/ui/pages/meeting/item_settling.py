"""One key settles without a vote: "does anyone object?"; another ratifies what was decided without a quorum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from boardroom.domain.amending import CARRIED
from boardroom.domain.words import Method, Result
from boardroom.services.settling import agree_decision, agree_motion, decide_as_voted
from boardroom.store.queries.quorate import would_be_provisional
from boardroom.ui.pages.meeting.item_tree import motions_in, votes_in
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.item_votes import MotionView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_decisions import Decisions
    from boardroom.ui.pages.meeting.item_motions import Motions
    from boardroom.ui.pages.meeting.item_section import Key


class Settling(QObject):
    """Turns the motion or decision that is meant into one that was agreed."""

    def __init__(self, desk: Desk, motions: Motions, decisions: Decisions) -> None:
        """Act on the rows of these two sections."""
        super().__init__(decisions)
        self._desk, self._motions, self._decisions = desk, motions, decisions

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command."""
        return {
            "record.agree": self.agree,
            "record.dissent": self.dissent,
            "record.ratify": self._decisions.ratify,
        }

    def why_not(self, command: str) -> str:
        """Return what has to be chosen first for a command."""
        if command == "record.dissent":
            return "" if self._dissented_from() is not None else self.tr("choose a decision first")
        if command != "record.agree" or self._decisions.is_editing or self._motions.editing.is_typed:
            return ""
        if self._meant() is not None:
            return ""
        return self.tr("choose a motion or a decision first")

    def agree(self) -> None:
        """Record that nobody objected: to what is typed in the form of a decision, or to what is chosen."""
        if self._decisions.is_editing:
            self._decisions.agree_typed()
            return
        if self._motions.editing.is_typed and self._motions.editing.record_typed() is None:
            return
        key, item = self._meant(), self._decisions.item
        if key is None or item is None:
            return
        if key[0] == "decision":
            self._agree_decision(item, key[1])
            return
        motion = next((one for one, _ in motions_in(item) if one.id == key[1]), None)
        if motion is not None:
            self._agree_motion(item, motion)

    def dissent(self) -> None:
        """Write down who dissents from the decision that is meant, in their own words."""
        decision_id = self._dissented_from()
        if decision_id is not None:
            self._decisions.dissent(decision_id)

    def _dissented_from(self) -> UUID | None:
        """Return the decision that is chosen, else the one that was recorded last."""
        item, chosen = self._decisions.item, self._decisions.chosen()
        if chosen is not None and chosen[0] == "decision":
            return chosen[1]
        return item.decisions[-1].id if item is not None and item.decisions else None

    def _agree_decision(self, item: ItemView, decision_id: UUID) -> None:
        wording = next((one.wording for one in item.decisions if one.id == decision_id), "")
        words = self.tr("Agreed without objection: {}").format(short_name(wording))
        self._desk.attempt(words, agree_decision, decision_id, self._desk.now)

    def _agree_motion(self, item: ItemView, motion: MotionView) -> None:
        voted = motion.result in CARRIED and motion.amends_id is None and bool(motion.votes)
        agreed = (Method.CONSENSUS, Result.CARRIED, self._desk.now)
        if motion.amends_id is not None:
            words = self.tr("Amendment agreed without objection: {}")
        elif self._desk.read(would_be_provisional, item.id, *agreed):
            words = self.tr("Agreed, but provisional without a quorum: {}")
        elif voted:
            words = self.tr("Record the decision: {}")
        else:
            words = self.tr("Agreed without objection: {}")
        service = decide_as_voted if voted else agree_motion
        done = self._desk.attempt(words.format(short_name(motion.stands)), service, motion.id, self._desk.now)
        if done is not None and done.value is not None:
            at_rows = self._motions.rows.hasFocus() or self._motions.rest.hasFocus()
            self._decisions.choose(("decision", done.value.id))
            if at_rows:
                self._decisions.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meant(self) -> Key | None:
        """Return the motion or decision that is chosen, else the only one on which the meeting waits."""
        item = self._decisions.item
        chosen = self._motions.chosen() or self._decisions.chosen()
        if item is None:
            return None
        if chosen is not None and chosen[0] == "vote_event":
            vote = next((one for one in votes_in(item) if one.id == chosen[1]), None)
            if vote is None or vote.motion_id is None:
                return None if vote is None or vote.decision_id is None else ("decision", vote.decision_id)
            return "motion", vote.motion_id
        if chosen is not None:
            return chosen
        waiting = list(_waiting(item))
        return ("motion", waiting[0]) if len(waiting) == 1 else None


def _waiting(item: ItemView) -> Iterator[UUID]:
    """Give the motions that are not settled, and those that a vote carried without a decision that says so."""
    decided = {one.motion_id for one in item.decisions}
    for motion, depth in motions_in(item):
        carried = motion.result in CARRIED and not depth and bool(motion.votes)
        if motion.id not in decided and (carried or motion.result is Result.NOT_STATED):
            yield motion.id
