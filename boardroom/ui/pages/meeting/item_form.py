"""What every form under an item shares: it stands below its row, saves each field, and closes on Escape."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.form import Form
from boardroom.ui.kit.refusals import refusals
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint
from boardroom.ui.pages.completing import organisations_meant, people_meant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field
    from boardroom.ui.kit.name_field import Suggestion


TWO_FROM = 400
"""The width from which the fields of a form below a row stand in two columns."""


class Below(QFrame):
    """What opens below a row: it is closed from inside, and may be locked."""

    closed = Signal()
    recorded = Signal(object)
    """Entity and id of what was recorded anew."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the frame with its last line."""
        super().__init__(parent)
        self.desk = desk
        self.record_id: UUID | None = None
        self.setProperty("role", "sunken")
        # A column that is too low scrolls; its forms are never squeezed.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._hint = hint(self.tr("Each field is saved when you leave it."))
        self.closing = CommandButton(self.tr("Close"), self.tr("Esc"), role="small")
        self.closing.clicked.connect(self.close_below)
        self.column = QVBoxLayout(self)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self._hint, 1)
        self.foot.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(self.foot)
        desk.flush_wanted.connect(self._commit_wanted)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.hide()

    @abstractmethod
    def show_item(self, item: ItemView) -> None:
        """Show what the board file says now; what is being typed stays."""

    @abstractmethod
    def put_focus(self) -> None:
        """Put the caret where typing begins."""

    @abstractmethod
    def set_locked(self, why: str) -> None:
        """Let it only be read, and say why."""

    @Slot()
    def _commit_wanted(self) -> None:
        # Subclasses override `commit`, and PySide would go on calling it when the form is gone.
        self.commit()

    @Slot()
    def commit(self) -> bool:
        """Save what was typed and not left yet; returns whether nothing is wrong."""
        return True

    @Slot()
    def close_below(self) -> bool:
        """Save and close; where something isn't recorded, say so, once."""
        self.hide()
        self.closed.emit()
        return True

    def put_away(self) -> None:
        """Save and be hidden, because something else is shown; say what isn't recorded."""
        self.commit()
        self.hide()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self.column.setContentsMargins(px(16), px(12), px(16), px(12))
        self.column.setSpacing(px(12))
        self.foot.setSpacing(px(8))


class RecordForm(Below):
    """Fields of one thing recorded under an item. A new thing is recorded as soon as enough of it is said."""

    entity: ClassVar[str]
    """Table name of what the form shows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it without fields."""
        super().__init__(desk, parent)
        self.item: ItemView | None = None
        self.fields: dict[str, Field[Any]] = {}
        self._form = Form(TWO_FROM)
        self.column.insertWidget(0, self._form)
        self.about: UUID | None = None
        """What a new thing hangs on, such as the motion that it amends."""
        self._blank: dict[str, Any] = {}
        self._kept: dict[tuple[UUID, UUID | None], dict[str, Any]] = {}
        self._pending: list[str] | None = None
        self._waiting: frozenset[str] = frozenset()
        self._nagged = False

    # What subclasses say

    @abstractmethod
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        """Return the values of the fields by their names; None where the thing is gone."""

    @abstractmethod
    def missing(self, values: Mapping[str, Any]) -> str:
        """Return what is still to be said before it can be recorded; empty where that is enough."""

    @abstractmethod
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        """Record it, as one step.

        Raises:
            Refusal: it can't be recorded like that.
        """

    def later(self, _values: Mapping[str, Any]) -> list[str]:
        """Return the fields that a new thing takes only when it is recorded already."""
        return []

    def apart(self, names: Sequence[str]) -> list[list[str]]:
        """Return fields in groups, each of which is written, or refused, as one."""
        return [list(names)] if names else []

    @abstractmethod
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        """Write the fields that were changed.

        Raises:
            Refusal: it can't be changed like that.
        """

    # What sections use

    def add(self, *, wide: bool = False, **fields: Field[Any]) -> None:
        """Add fields by their names, in reading order; `wide` as in `Form.add`."""
        self.fields.update(fields)
        self._form.add(*fields.values(), wide=wide)

    def open(
        self, item: ItemView, record_id: UUID | None, values: Mapping[str, Any], about: UUID | None = None
    ) -> None:
        """Show a thing, or the form of a new one: blank, or with what was begun of it before something else was shown.

        Args:
            item: the item under which it stands.
            record_id: the thing; None for a new one.
            values: of its fields, by their names.
            about: what a new thing hangs on.
        """
        # What was typed belongs to the thing that was shown until now.
        self._keep()
        self.item, self.record_id, self.about, self._blank = item, record_id, about, dict(values)
        self._nagged = False
        began = self._kept.pop((item.id, about), None) if record_id is None else None
        for name, field in self.fields.items():
            field.open((began or values)[name], partial(self._save, name))
        self.show()

    @override
    def put_away(self) -> None:
        """Save and be hidden, because something else is shown; what isn't recorded yet is kept, and said."""
        unsaid = self._keep()
        wrong = next((field for field in self.fields.values() if field.wrong), None)
        if unsaid:
            self.desk.refuse(self.tr("Not recorded yet. {} What you wrote waits in its form.").format(unsaid))
        elif wrong is not None:
            self.desk.refuse(self.tr("“{}” was not saved. {}").format(wrong.label, wrong.wrong))
        self.hide()

    def _keep(self) -> str:
        """Save what is typed; keep what can't be recorded yet, and return what it lacks."""
        if self.isHidden() or self.item is None:
            return ""
        self._form.commit()
        if not self._is_begun():
            return ""
        self._kept[self.item.id, self.about] = values = self._values()
        return self.missing(values)

    @override
    def show_item(self, item: ItemView) -> None:
        """Show what the board file says now; what is being typed stays. What is gone closes its form."""
        self.item = item
        if self.record_id is None:
            return
        values = self.values_of(item, self.record_id)
        if values is None:
            self.hide()
            self.closed.emit()
            return
        for name, field in self.fields.items():
            if name not in self._waiting:
                field.set_value(values[name])

    @override
    def put_focus(self) -> None:
        """Put the caret into the first field."""
        next(iter(self.fields.values())).control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def set_locked(self, why: str) -> None:
        """Let it only be read, and say why."""
        self._form.set_read_only(why)
        self._hint.setText(why or self.tr("Each field is saved when you leave it."))

    @Slot()
    @override
    def commit(self) -> bool:
        """Save what was typed and not left yet; returns whether nothing is wrong."""
        right = self._form.commit() if self.isVisible() else True
        # The window isn't left over what is begun and can't be recorded yet.
        refusals().note(self, holds=bool(self._kept) or self._is_begun())
        return right

    @property
    def is_typed(self) -> bool:
        """Whether a new thing is being written here, recorded or not as yet."""
        if self.isHidden() or self.record_id is not None:
            return False
        return self._is_begun() or any(field.dirty for field in self.fields.values())

    def record_typed(self) -> UUID | None:
        """Record the new thing that is being written, and say what it lacks; returns its id once it is recorded."""
        if self.commit() and self.record_id is None:
            self.desk.refuse(self.missing(self._values()))
        return self.record_id

    def _is_begun(self) -> bool:
        """Whether something stands here that isn't recorded yet."""
        return not self.isHidden() and self.record_id is None and self._values() != self._blank

    @Slot()
    @override
    def close_below(self) -> bool:
        """Save and close; what can't be recorded as it stands is said once, the second time it is let go."""
        right = self.commit()
        if self.item is None:
            return super().close_below()
        values = self._values()
        unsaid = "" if self.record_id is not None or values == self._blank else self.missing(values)
        if (unsaid or not right) and not self._nagged:
            self._nagged = True
            if unsaid:
                self.desk.refuse(self.tr("Not recorded yet. {} Esc again lets it go.").format(unsaid))
            self._form.focus_wrong()
            return False
        return super().close_below()

    def _values(self) -> dict[str, Any]:
        return {name: field.value for name, field in self.fields.items()}

    def _save(self, name: str, value: object) -> str:
        if self._pending is not None:
            # Another field is being saved; this one goes with it.
            self._pending.append(name)
            return ""
        self._pending = []
        try:
            self._form.commit()
            wrong = self._write([*self._pending, name], {**self._values(), name: value})
        finally:
            self._pending = None
        stored = self.values_of(self.item, self.record_id) if wrong and self.item and self.record_id else None
        for other, sentence in wrong.items():
            if other != name:
                self.fields[other].refuse(sentence)
                # The words stay; so that they are saved when they are tried again, they don't count as stored.
                self.fields[other].set_value((stored or self._blank)[other])
        return wrong.get(name, "")

    def _write(self, names: list[str], values: dict[str, Any]) -> dict[str, str]:
        """Record it, or write the fields that were changed; returns the sentences that refuse some of them."""
        if self.item is None:
            return {}
        if self.record_id is None:
            if self.missing(values):
                return {}
            try:
                self.record_id = self.record_new(self.item, values)
            except Refusal as refusal:
                return dict.fromkeys(names, str(refusal))
            self.recorded.emit((self.entity, self.record_id))
            names = self.later(values)
        wrong: dict[str, str] = {}
        groups = self.apart(names)
        for at, group in enumerate(groups, 1):
            # What isn't written yet stays in its fields, whatever the board file says of it now.
            self._waiting = frozenset((*wrong, *(one for rest in groups[at:] for one in rest)))
            try:
                self.change(self.item, self.record_id, group, values)
            except Refusal as refusal:
                wrong |= dict.fromkeys(group, str(refusal))
        self._waiting = frozenset()
        return wrong

    # Names that complete

    def people(self, typed: str) -> list[Suggestion]:
        """Return people for what was typed, those at the meeting first."""
        meeting_id = self.item.meeting_id if self.item is not None else None
        return people_meant(self.desk, typed, meeting_id)

    def organisations(self, typed: str) -> list[Suggestion]:
        """Return organisations for what was typed."""
        return organisations_meant(self.desk, typed)
