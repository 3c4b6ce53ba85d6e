"""The particulars of one item: title, kind, lead, minutes, note, who may read it, what became of it, its papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, ItemState
from boardroom.services.agenda import change_item, number_item, rename_item
from boardroom.services.on_strand import put_item_on
from boardroom.store.queries.agenda import is_numbered_by_hand
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.strands import strands_of_meeting
from boardroom.ui.kit.fields import CheckField, ChoiceField, LineField, NumberField, words_of
from boardroom.ui.kit.form import Form, put
from boardroom.ui.kit.name_field import Named, NameField, Suggestion
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided
from boardroom.ui.pages.agenda_papers import Papers
from boardroom.ui.pages.agenda_public import PublicPart
from boardroom.ui.pages.completing import people_meant

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

_MOST_MINUTES = 24 * 60


class ItemPanel(QScrollArea):
    """What an item says of itself; each field saves when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._item: ItemView | None = None
        self._heading = Elided("", "section")
        self.title = LineField(self.tr("Title"), needed=self.tr("Give the item a title."))
        self.kind = ChoiceField(self.tr("Kind"), words_of(ItemKind))
        self.minutes = NumberField(self.tr("Minutes planned"), most=_MOST_MINUTES, unit=self.tr("min"))
        self.lead = NameField(self.tr("Lead"), self._people, placeholder=self.tr("Priya Raman"))
        self.standing = CheckField(self.tr("Stands on every agenda"))
        self.urgent = CheckField(self.tr("Urgent"))
        self.late = LineField(self.tr("Why the chair takes it late"))
        self.number = LineField(
            self.tr("Number"), hint=self.tr("As printed, such as 7A; the order changes it no more.")
        )
        self.minute = LineField(self.tr("Minute number"), hint=self.tr("Permanent: the next ones run on from it."))
        self.strand: ChoiceField[UUID | None] = ChoiceField(self.tr("Strand"), [(None, self.tr("None"))])
        self.note = TextField(self.tr("Note on the agenda"), hint=self.tr("Printed below the title."))
        self.public = PublicPart(desk)
        self.papers = Papers(desk)
        self.form = Form()
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.form.add(self.title, wide=True)
        self.form.add(self.kind, self.minutes, self.lead, self.strand, self.number, self.minute)
        self.form.add(self.note, self.late, wide=True)
        self.form.add(self.standing, self.urgent)
        self._parts: list[tuple[Field[Any], str]] = [
            (self.title, "title"),
            (self.kind, "kind"),
            (self.minutes, "minutes_planned"),
            (self.lead, "lead"),
            (self.strand, "strand_id"),
            (self.number, "number"),
            (self.minute, "minute_number"),
            (self.standing, "standing"),
            (self.urgent, "urgent"),
            (self.late, "late_reason"),
            (self.note, "agenda_note"),
        ]
        body = QWidget()
        body.setProperty("role", "surface")
        self._column = QVBoxLayout(body)
        for widget in (self._heading, self.form, _rule(), self.papers, _rule(), self.public):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def item_id(self) -> UUID | None:
        """The item that is shown."""
        return self._item.id if self._item is not None else None

    def show_item(self, item_id: UUID, *, locked: str) -> None:
        """Show an item; what is being typed into the same one stays.

        Args:
            item_id: the item.
            locked: why nothing can be changed; empty where it can.
        """
        if self.item_id != item_id:
            self.commit()
        view = self._desk.read(item_of, item_id)
        same, self._item = self.item_id == item_id, view
        why = self._desk.read_only or locked
        self._heading.set_full(f"{view.number} {view.title}".strip())
        strands = self._desk.read(strands_of_meeting, view.meeting_id)
        self.strand.set_choices([(None, self.tr("None")), *strands])
        self.strand.setVisible(bool(strands))
        for field, part in self._parts:
            value = Named(view.lead) if part == "lead" else getattr(view, part)
            put(field, value, partial(self._save, item_id, part), same=same)
            field.set_read_only(why)
        self.late.setVisible(bool(view.late_reason))
        self.number.setVisible(self._desk.read(is_numbered_by_hand, view.meeting_id))
        # Minute numbers come with the draft; before an item is dealt with there is nothing to number.
        self.minute.setVisible(bool(view.minute_number) or view.state is not ItemState.OPEN)
        self.papers.show_item(view, locked=why)
        self.public.show_item(view, locked=why)
        if not same:
            self.verticalScrollBar().setValue(0)

    @Slot()
    def commit(self) -> None:
        """Save what was typed and not left yet."""
        self.form.commit()
        self.papers.commit()

    def leave(self) -> None:
        """Save what was typed; the next item is shown afresh."""
        self.commit()
        self.public.leave()
        self._item = None

    def step_out(self) -> bool:
        """Go one step out on Escape; returns whether there was one inside the panel."""
        return self.papers.step_out()

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _people(self, typed: str) -> list[Suggestion]:
        meeting_id = self._item.meeting_id if self._item is not None else None
        return people_meant(self._desk, typed, meeting_id)

    def _save(self, item_id: UUID, part: str, value: object) -> str:
        view = self._item
        called = self.tr("item {}").format(view.number) if view is not None and view.number else self.tr("the item")
        parts: dict[str, Any] = {part: value.text if isinstance(value, Named) else value}
        try:
            if part == "title":
                self._desk.write(self.tr("Name {}").format(called), rename_item, item_id, value)
            elif part == "number":
                self._desk.write(self.tr("Number {}").format(called), number_item, item_id, value)
            elif part == "strand_id":
                self._desk.write(self.tr("Choose the strand of {}").format(called), put_item_on, item_id, value)
            else:
                label = self.tr("Change the {} of {}").format(_WORDS[part], called)
                self._desk.write(label, change_item, item_id, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(16), px(12), px(16), px(16))
        self._column.setSpacing(px(12))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule


_WORDS = {
    "kind": "kind",
    "minutes_planned": "planned minutes",
    "lead": "lead",
    "minute_number": "minute number",
    "standing": "standing",
    "urgent": "urgency",
    "late_reason": "chair's reason",
    "agenda_note": "note",
}
