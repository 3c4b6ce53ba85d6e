"""Motions of an item as a tree: each with its amendments and votes below it, and the wording that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.words import Result
from boardroom.services.amending import UNSETTLED
from boardroom.services.motions import amend_motion, change_motion, put_motion, remove_motion
from boardroom.services.votes import remove_vote
from boardroom.ui.kit.fields import ChoiceField, words_of
from boardroom.ui.kit.name_field import Named, PersonField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.meeting.item_section import Section
from boardroom.ui.pages.meeting.item_tree import motions_in, vote_row
from boardroom.ui.pages.meeting.item_vote import VoteForm
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.item_votes import MotionView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_section import Key

_TONES = {Result.NOT_STATED: "caution"}


class MotionForm(RecordForm):
    """One motion or amendment."""

    entity = "motion"

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__(desk)
        self.setAccessibleName(self.tr("Motion"))
        self.add(
            wide=True,
            wording=TextField(
                self.tr("Wording"),
                lines=3,
                needed=self.tr("Write the wording that is put to the meeting."),
            ),
        )
        self.add(
            mover=PersonField(self.tr("Moved by"), self.people),
            seconder=PersonField(self.tr("Seconded by"), self.people),
            result=ChoiceField(
                self.tr("What became of it"), words_of(Result), hint=self.tr("A vote says it by itself.")
            ),
        )

    @override
    def open(
        self, item: ItemView, record_id: UUID | None, values: Mapping[str, Any], about: UUID | None = None
    ) -> None:
        super().open(item, record_id, values, about)
        view = _motion(item, record_id) if record_id is not None else None
        amends = about if view is None else view.amends_id
        self.fields["wording"].teach(
            self.tr("An amendment: write the whole wording as it would then stand.") if amends is not None else ""
        )

    @override
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        view = _motion(item, record_id)
        if view is None:
            return None
        return {
            "wording": view.wording,
            "mover": Named(view.mover),
            "seconder": Named(view.seconder),
            "result": view.result,
        }

    @override
    def missing(self, values: Mapping[str, Any]) -> str:
        return "" if values["wording"] else self.tr("Write the wording that is put to the meeting.")

    @override
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        names = {"mover": values["mover"].text, "seconder": values["seconder"].text}
        said = short_name(values["wording"])
        if self.about is not None:
            name = self.tr("Record an amendment: {}").format(said)
            motion = self.desk.write(name, amend_motion, self.about, values["wording"], **names)
        else:
            name = self.tr("Record a motion: {}").format(said)
            motion = self.desk.write(name, put_motion, item.id, values["wording"], **names)
        return motion.id

    @override
    def later(self, values: Mapping[str, Any]) -> list[str]:
        return ["result"] if values["result"] is not Result.NOT_STATED else []

    @override
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        parts = {name: getattr(values[name], "text", values[name]) for name in names}
        self.desk.write(
            self.tr("Change the motion: {}").format(short_name(values["wording"])), change_motion, record_id, **parts
        )


class Motions(Section):
    """What was put to the meeting at the item."""

    def __init__(self, desk: Desk) -> None:
        """Build the rows and the forms."""
        super().__init__(desk, "record.motion")
        self.call(self.tr("Motions"))
        self.editing, self.voting = MotionForm(desk), VoteForm(desk)
        self.take(self.editing)
        self.take(self.voting)

    @override
    def count_words(self, item: ItemView, rows: Sequence[RowData]) -> str:
        count = sum(1 for _ in motions_in(item))
        return str(count) if count else ""

    @override
    def row_data(self, item: ItemView) -> list[RowData]:
        rows: list[RowData] = []
        for motion, depth in motions_in(item):
            rows.append(self._row(len(rows), motion, depth))
            for vote in motion.votes:
                rows.append(vote_row(len(rows), vote, depth + 1))
        return rows

    def _row(self, place: int, one: MotionView, depth: int) -> RowData:
        named = [
            self.tr("moved by {}").format(one.mover) if one.mover else "",
            self.tr("seconded by {}").format(one.seconder) if one.seconder else "",
        ]
        said = ", ".join(filter(None, named))
        stands = self.tr("Stands as: {}").format(" ".join(one.stands.split())) if one.stands != one.wording else ""
        waiting = one.result is Result.NOT_STATED
        return RowData(
            id=("motion", one.id),
            key=place,
            title=" ".join(one.wording.split()),
            icon="arrow-bend-down-right" if depth else "megaphone",
            indent=depth,
            second_line=". ".join(filter(None, (stands, said[:1].upper() + said[1:]))),
            chip=self.tr("Not settled") if waiting else one.result.value.capitalize(),
            chip_tone=_TONES.get(one.result, "outline"),
        )

    @override
    def open_row(self, key: Key) -> None:
        if self.item is None:
            return
        if key[0] == "vote_event":
            if self.voting.open_vote(self.item, key[1]):
                self.open_below(self.voting, key)
            return
        values = self.editing.values_of(self.item, key[1])
        if values is not None:
            self.editing.open(self.item, key[1], values)
            self.open_below(self.editing, key)

    def begin(self) -> None:
        """Open the form of a new motion."""
        if self.item is not None:
            blank = {"wording": "", "mover": Named(), "seconder": Named(), "result": Result.NOT_STATED}
            self.editing.open(self.item, None, blank)
            self.open_below(self.editing, None)

    def amend(self, key: Key) -> None:
        """Open the form of a new amendment, which begins as what it amends is worded."""
        view = _motion(self.item, key[1])
        if self.item is not None and view is not None:
            blank = {"wording": view.stands, "mover": Named(), "seconder": Named(), "result": Result.NOT_STATED}
            self.editing.open(self.item, None, blank, view.id)
            self.open_below(self.editing, key)

    def vote_on(self, key: Key) -> None:
        """Open the form of a new vote on a motion; its amendments are settled first."""
        view = _motion(self.item, key[1])
        if view is not None and any(one.result is Result.NOT_STATED for one in view.amendments):
            self.desk.refuse(UNSETTLED)
            return
        if self.item is not None:
            self.voting.begin(self.item, key)
            self.open_below(self.voting, key)

    @override
    def remove(self, key: Key) -> None:
        if key[0] == "vote_event":
            self.desk.attempt(self.tr("Remove a vote"), remove_vote, key[1])
            return
        view = _motion(self.item, key[1])
        said = short_name(view.wording) if view is not None else ""
        self.desk.attempt(self.tr("Remove the motion: {}").format(said), remove_motion, key[1])


def _motion(item: ItemView | None, motion_id: UUID) -> MotionView | None:
    if item is None:
        return None
    return next((one for one, _ in motions_in(item) if one.id == motion_id), None)
