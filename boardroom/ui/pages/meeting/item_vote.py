"""A vote, taken in figures or member by member, with the sentence that it comes to; no dialog."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import VoteBasis, VoteMethod, VoteOption
from boardroom.services.votes import Ballot, Cast, as_it_stands, change_vote, vote_on_decision, vote_on_motion
from boardroom.store.queries.voters import vote_terms_at, voters_at
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, LineField, NumberField
from boardroom.ui.kit.form import Form
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.refusals import refusals
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, label, wrapped
from boardroom.ui.pages.meeting.item_form import TWO_FROM, Below
from boardroom.ui.pages.meeting.item_tree import votes_in, wording_of
from boardroom.ui.pages.meeting.vote_grid import VoteGrid
from boardroom.ui.pages.meeting.vote_recorded import by_sector, cast_elsewhere, left_since, marks_of
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from boardroom.domain.words import Sector
    from boardroom.store.change import Change
    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.item_votes import VoteView
    from boardroom.store.queries.voters import VoterView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field
    from boardroom.ui.pages.meeting.item_section import Key

_IN_THE_ROOM = ("attendance", "attendance_item", "stay", "declaration", "declaration_item")
_THRESHOLDS = (None, Fraction(2, 3), Fraction(3, 4), Fraction(3, 5), Fraction(4, 5), Fraction(1))


class VoteForm(Below):
    """One vote. Nothing is in the record before it is recorded; until then the sentence says how it stands."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the fields, the grid and the sentence."""
        super().__init__(desk, parent)
        self.setAccessibleName(self.tr("Vote"))
        self.item: ItemView | None = None
        self._on: Key | None = None
        self._extra: tuple[Cast, ...] = ()
        self._sectors: dict[Sector, dict[VoteOption, int]] = {}
        self._touched = False
        self._nagged = False
        self._may_cast = True
        self._hint.setText("")
        self.wording = wrapped("", "strong")
        self.method = ChoiceField(self.tr("Method"), [(one, _method_words(one)) for one in _METHODS])
        self.threshold = ChoiceField(self.tr("Needed"), [(one, self._threshold_words(one)) for one in _THRESHOLDS])
        self.basis = ChoiceField(self.tr("Of"), [(one, one.value.capitalize()) for one in VoteBasis])
        self.casting = ChoiceField[Any](
            self.tr("Casting vote"),
            [(None, self.tr("None")), (VoteOption.YES, self.tr("For")), (VoteOption.NO, self.tr("Against"))],
        )
        self.casting_by = LineField(self.tr("Cast by"), placeholder=self.tr("the Chair"))
        self.figures = {one: NumberField(one.value.capitalize()) for one in VoteOption}
        self.grid = VoteGrid()
        self.sentence, self.warning = wrapped("", "strong"), hint()
        self.rest = CommandButton(self.tr("The rest yes"), self.tr("Shift+Y"), role="small")
        self.rest.clicked.connect(self.grid.vote_the_rest)
        self.recording = CommandButton(self.tr("Record the vote"), COMMANDS["words.take_over"].key, "check")
        self.recording.clicked.connect(self.record)
        self._lay_out()
        fields: tuple[Field[Any], ...] = (
            self.method,
            self.threshold,
            self.basis,
            self.casting,
            self.casting_by,
            *self.figures.values(),
        )
        for field in fields:
            field.committed.connect(self._on_change)
        self.grid.changed.connect(self._on_change)
        desk.changed.connect(self._follow_room)

    def _lay_out(self) -> None:
        self._form, self._counts = Form(TWO_FROM), Form(TWO_FROM)
        self._form.add(self.method, self.threshold, self.basis, self.casting, self.casting_by)
        self._counts.add(*self.figures.values())
        head, keys = QHBoxLayout(), QHBoxLayout()
        self._may = label("", "muted")
        head.addWidget(label(self.tr("Named vote"), "section"))
        head.addWidget(self._may)
        head.addStretch(1)
        head.addWidget(self.rest)
        for key, does in (
            ("Y", self.tr("yes")), ("N", self.tr("no")), ("A", self.tr("abstain")), ("X", self.tr("not voting")),
        ):  # fmt: skip
            keys.addWidget(KeyHint(key))
            keys.addWidget(label(does, "hint"))
        keys.addStretch(1)
        self._named = QWidget()
        named = QVBoxLayout(self._named)
        named.setContentsMargins(0, 0, 0, 0)
        named.addLayout(head)
        named.addLayout(keys)
        named.addWidget(self.grid)
        outcome = QFrame()
        outcome.setProperty("role", "surface")
        line = QHBoxLayout(outcome)
        words = QVBoxLayout()
        words.addWidget(self.sentence)
        words.addWidget(self.warning)
        line.addLayout(words, 1)
        line.addWidget(self.recording)
        px = theme().px
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        for place, part in enumerate((self.wording, self._form, self._named, self._counts, outcome)):
            self.column.insertWidget(place, part)

    @property
    def about(self) -> Key | None:
        """What is voted on: a motion or a decision."""
        return self._on

    # What sections use

    def begin(self, item: ItemView, on: Key) -> None:
        """Open the blank form of a vote on a motion or a decision; marks not recorded yet are still there."""
        if self._on == on and self.record_id is None and self._touched and self.item is not None:
            self.show()
            return
        self._open(item, on, None)

    def open_vote(self, item: ItemView, vote_id: UUID) -> bool:
        """Open a recorded vote; returns whether it is there."""
        view = next((one for one in votes_in(item) if one.id == vote_id), None)
        if view is None:
            return False
        on: Key = (
            ("motion", view.motion_id) if view.motion_id is not None else ("decision", view.decision_id or vote_id)
        )
        self._open(item, on, view)
        return True

    def _open(self, item: ItemView, on: Key, view: VoteView | None) -> None:
        self.item, self._on, self.record_id = item, on, view.id if view is not None else None
        self._touched = self._nagged = False
        self.wording.setText(wording_of(item, on))
        terms = self.desk.read(vote_terms_at, item.meeting_id)
        self._may_cast = terms.casting_vote
        threshold = terms.majority
        if view is not None:
            threshold = Fraction(*view.threshold) if view.threshold is not None else None
        parts = _THRESHOLDS if threshold in _THRESHOLDS else (*_THRESHOLDS, threshold)
        self.threshold.set_choices([(one, self._threshold_words(one)) for one in parts])
        named = VoteMethod.NAMED if view is None else view.method
        self.method.open(named)
        self.threshold.open(threshold)
        self.basis.open(view.basis if view is not None else VoteBasis.CAST)
        self.casting.open(view.casting if view is not None else None)
        self.casting_by.open(view.casting_by if view is not None else "")
        voters = list(self.desk.read(voters_at, item.meeting_id, item.id, self.desk.now))
        if view is not None:
            voters += left_since(view, voters)
        cast = marks_of(view) if view is not None else {}
        self._extra = cast_elsewhere(view) if view is not None else ()
        self._sectors = by_sector(view) if view is not None else {}
        self._show_voters(voters, cast)
        for option, field in self.figures.items():
            field.open(view.tally.count(option) if view is not None and not view.votes else None)
        self._show_how()
        self._say()
        self.show()

    def _show_voters(self, voters: list[VoterView], marks: Mapping[UUID, VoteOption]) -> None:
        self.grid.show_voters(voters, marks)
        self._may.setText(self.tr("{} may vote").format(sum(one.may for one in voters)))

    @Slot(object)
    def _follow_room(self, change: Change) -> None:
        """Leave out at once whoever goes, or takes no part, while the vote is taken; their mark goes with them."""
        item = self.item
        if item is None or self._on is None or self.record_id is not None or not change.touches(*_IN_THE_ROOM):
            return
        # A file that has vanished is told by the page.
        with suppress(Refusal):
            voters = list(self.desk.read(voters_at, item.meeting_id, item.id, self.desk.now))
            may = {one.attendance_id for one in voters if one.may}
            self._show_voters(voters, {line: mark for line, mark in self.grid.votes().items() if line in may})
            self._say()

    @override
    def show_item(self, item: ItemView) -> None:
        self.item = item
        if self.record_id is not None and all(one.id != self.record_id for one in votes_in(item)):
            self.hide()
            self.closed.emit()
        elif self.record_id is not None and not self._touched:
            self.open_vote(item, self.record_id)

    @override
    def put_focus(self) -> None:
        if not self._by_member():
            self.figures[VoteOption.YES].setFocus()
        elif any(row.voter.may for row in self.grid.rows):
            self.grid.put_focus()
        else:
            # Nobody may vote by name; figures can still be taken.
            self.method.setFocus()

    @override
    def set_locked(self, why: str) -> None:
        for form in (self._form, self._counts):
            form.set_read_only(why)
        self.grid.set_locked(locked=bool(why))
        for button in (self.rest, self.recording):
            button.explain(why)

    @override
    def close_below(self) -> bool:
        for form in (self._form, self._counts):
            form.commit()
        if self._touched and not self._nagged:
            self._nagged = True
            self.desk.refuse(self.tr("The vote is not recorded yet. Ctrl+Enter records it, Esc again lets it go."))
            return False
        self._touched = False
        return super().close_below()

    @Slot()
    @override
    def commit(self) -> bool:
        # The window isn't left over marks that aren't recorded yet.
        refusals().note(self, holds=self._touched)
        return True

    @override
    def put_away(self) -> None:
        for form in (self._form, self._counts):
            form.commit()
        if self._touched:
            self.desk.refuse(self.tr("The vote is not recorded yet. It waits where it was begun."))
        super().put_away()

    @Slot()
    def record(self) -> bool:
        """Record the vote as it stands; returns whether it is recorded."""
        for form in (self._form, self._counts):
            if not form.commit():
                return False
        if self._on is None or self.item is None:
            return False
        name = self.tr("Record a vote: {}").format(short_name(wording_of(self.item, self._on)))
        if self.record_id is not None:
            done = self.desk.attempt(name, change_vote, self.record_id, self.ballot())
        else:
            service = vote_on_motion if self._on[0] == "motion" else vote_on_decision
            done = self.desk.attempt(name, service, self._on[1], self.ballot())
        if done is None:
            return False
        self.record_id = done.value.id
        self._touched = False
        self.recorded.emit(("vote_event", self.record_id))
        return super().close_below()

    def ballot(self) -> Ballot:
        """Return the vote as it stands in the form."""
        counts = {option: field.value for option, field in self.figures.items() if field.value is not None}
        casts = [Cast(option=option, attendance_id=line) for line, option in self.grid.votes().items()]
        by_member = self._by_member()
        return Ballot(
            method=self.method.value,
            counts=None if by_member else counts,
            casts=[*self._proxied(casts), *self._extra] if by_member else (),
            sectors=self._sectors or None,
            threshold=self.threshold.value,
            basis=self.basis.value,
            casting=self.casting.value,
            casting_by=self.casting_by.value,
        )

    def _proxied(self, casts: list[Cast]) -> Iterator[Cast]:
        proxies = {row.voter.attendance_id: row.voter.proxy_for for row in self.grid.rows}
        for cast in casts:
            proxy_for = proxies.get(cast.attendance_id, "") if cast.attendance_id is not None else ""
            yield Cast(option=cast.option, attendance_id=cast.attendance_id, proxy_for=proxy_for)

    # Inside

    def _by_member(self) -> bool:
        return self.method.value is VoteMethod.NAMED

    def _show_how(self) -> None:
        self._named.setVisible(self._by_member())
        self._counts.setVisible(not self._by_member())
        # A part of the votes is of something, and only a tie is broken.
        self.basis.setVisible(self.threshold.value is not None)
        simple = self.threshold.value is None
        tied = (self._may_cast and simple and self._tied()) or self.casting.value is not None
        self.casting.setVisible(tied)
        self.casting_by.setVisible(tied)

    def _tied(self) -> bool:
        if self._by_member():
            votes = list(self.grid.votes().values())
            return bool(votes) and votes.count(VoteOption.YES) == votes.count(VoteOption.NO)
        yes, no = self.figures[VoteOption.YES].value, self.figures[VoteOption.NO].value
        return yes is not None and yes == no

    @Slot()
    def _on_change(self) -> None:
        self._touched, self._nagged = True, False
        self._show_how()
        self._say()

    def _say(self) -> None:
        """Say how the vote stands."""
        if self.item is None:
            return
        left = self.grid.left() if self._by_member() else 0
        begun = (
            bool(self.grid.votes())
            if self._by_member()
            else any(field.value is not None for field in self.figures.values())
        )
        if not begun:
            self.sentence.setText(self.tr("No vote yet."))
            self.warning.setText("")
            return
        try:
            stands = self.desk.read(as_it_stands, self.item.meeting_id, self.item.id, self.ballot())
        except Refusal as refusal:
            self.sentence.setText(str(refusal))
            self.warning.setText("")
            return
        words = stands.sentence
        if self.record_id is None or self._touched:
            words = self.tr("As it stands: {}").format(words[:1].lower() + words[1:])
        self.sentence.setText(words)
        waiting = [self.tr("{} still to vote.").format(left)] if left else []
        self.warning.setText(" ".join([*waiting, *self._too_many(stands.tally.here), *stands.warnings]))

    def _too_many(self, counted: int) -> list[str]:
        """Say that more votes are counted than people have one; of a vote of the past nobody knows who was there."""
        may = sum(row.voter.may for row in self.grid.rows)
        if self.record_id is not None or not 0 < may < counted:
            return []
        return [self.tr("{} votes are counted, but only {} may vote.").format(counted, may)]

    def _threshold_words(self, part: Fraction | None) -> str:
        words = {
            None: self.tr("Simple majority"), Fraction(2, 3): self.tr("Two thirds"),
            Fraction(3, 4): self.tr("Three quarters"), Fraction(1): self.tr("All"),
        }  # fmt: skip
        if part is None or part in words:
            return words[part]
        return self.tr("{} in {}").format(part.numerator, part.denominator)


_METHODS = (VoteMethod.NAMED, VoteMethod.HANDS, VoteMethod.BALLOT, VoteMethod.SECTORS, VoteMethod.NOT_STATED)


def _method_words(method: VoteMethod) -> str:
    words = "named vote" if method is VoteMethod.NAMED else method.value
    return words[:1].upper() + words[1:]
