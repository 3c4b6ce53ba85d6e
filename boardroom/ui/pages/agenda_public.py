"""Whether the public may read an item, and if not: on which ground, under which title, why, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Restriction
from boardroom.services.agenda import open_item, restrict_item
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField
from boardroom.ui.kit.form import Form
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label, wrapped

if TYPE_CHECKING:
    from datetime import date

    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk


class PublicPart(QWidget):
    """Restricts an item or opens it; as one step, since the law wants ground and public title together."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._item: ItemView | None = None
        self._said = hint()
        choices: list[tuple[Restriction | None, str]] = [
            (None, self.tr("Anybody")),
            (Restriction.EXEMPT, self.tr("Members only: exempt by resolution")),
            (Restriction.CONFIDENTIAL, self.tr("Members only: confidential by law")),
        ]
        self.restriction = ChoiceField(self.tr("Who may read it"), choices)
        self.ground = LineField(
            self.tr("Ground"),
            placeholder=self.tr("Schedule 12A paragraph 3"),
            needed=self.tr("A restricted item needs its ground."),
        )
        self.public_title = LineField(
            self.tr("Title that the public reads"),
            placeholder=self.tr("Placement costs"),
            needed=self.tr("A restricted item needs a title that the public may read."),
        )
        self.reason = TextField(self.tr("Why it is kept back"), hint=self.tr("Where the public interest lies in that."))
        self.review = DateField(self.tr("Looked at again on"), self._today)
        self.form = Form()
        self.form.add(self.ground, self.public_title, wide=True)
        self.form.add(self.reason, wide=True)
        self.form.add(self.review)
        self.go = CommandButton(self.tr("Restrict the item"), "", "lock")
        self.go.clicked.connect(self.restrict)
        self.undone = wrapped("", "danger")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        self._column.addWidget(label(self.tr("The public"), "section"))
        self._column.addWidget(self._said)
        self._column.addWidget(self.restriction)
        # Beside the choice: below the fields nobody looks for what makes it true.
        self._column.addWidget(self.undone)
        self._column.addLayout(row)
        self._column.addWidget(self.form)
        for field in (self.ground, self.public_title, self.reason, self.review):
            field.committed.connect(self._fold)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_item(self, view: ItemView, *, locked: str) -> None:
        """Show how it stands with an item; what is being typed for the same one stays.

        Args:
            view: the item.
            locked: why nothing can be changed; empty where it can.
        """
        if self._item is not None and self._item.id != view.id:
            self.leave()
        before, self._item = self._item, view
        if before is None or before.id != view.id or _stated(before) != _stated(view):
            # A choice that was made saves only together with ground and title.
            self.restriction.open(view.restriction, self._chosen)
            self.ground.open(view.ground)
            self.public_title.open(view.public_title)
            self.reason.open(view.restriction_reason)
            self.review.open(view.review_on)
        for field in (self.restriction, self.ground, self.public_title, self.reason, self.review):
            field.set_read_only(locked)
        self.go.explain(locked)
        self._said.setText(
            self.tr("The public reads its number, the public title and the ground; nothing under it goes out.")
            if view.restricted
            else self.tr("It goes into every document for the public.")
        )
        self._fold()

    def leave(self) -> None:
        """Say in the message bar what was chosen and not done; the next item is shown afresh."""
        view = self._item
        if view is not None and self._is_undone(self.restriction.value):
            sentence = (
                self.tr("{} keeps its restriction as it was: the change was not saved.")
                if view.restricted
                else self.tr("{} is not restricted: the choice was left before “Restrict the item” was pressed.")
            )
            called = _called(view)
            self._desk.refuse(sentence.format(called[:1].upper() + called[1:]))
        self._item = None

    @Slot()
    def restrict(self) -> None:
        """Restrict the item as stated, or change what is stated."""
        view, restriction = self._item, self.restriction.value
        if view is None or restriction is None:
            return
        for field in (self.ground, self.public_title, self.reason, self.review):
            field.commit()
        if self._lacks(self.ground) or self._lacks(self.public_title) or self.review.wrong:
            return
        name = self.tr("Restrict {}").format(_called(view))
        try:
            self._desk.write(
                name,
                restrict_item,
                view.id,
                restriction,
                ground=self.ground.value,
                public_title=self.public_title.value,
                reason=self.reason.value,
                review_on=self.review.value,
            )
        except Refusal as refusal:
            self.ground.refuse(str(refusal))

    def _lacks(self, field: LineField) -> bool:
        if field.wrong or field.value:
            return bool(field.wrong)
        field.refuse(self.tr("The law wants this stated."))
        field.setFocus()
        return True

    def _chosen(self, restriction: Restriction | None) -> str:
        """Open the item at once; restricting it waits for its ground."""
        view = self._item
        self._fold(restriction)
        if view is None or restriction is not None or not view.restricted:
            return ""
        try:
            self._desk.write(self.tr("Let the public read {}").format(_called(view)), open_item, view.id)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def _is_undone(self, wanted: Restriction | None) -> bool:
        view = self._item
        if view is None or wanted is None:
            return False
        stated = wanted, self.ground.value, self.public_title.value, self.reason.value, self.review.value
        return stated != _stated(view)

    @Slot()
    def _fold(self, restriction: Restriction | None = None) -> None:
        wanted = restriction or self.restriction.value
        shown = wanted is not None
        self.form.setVisible(shown)
        self.go.setVisible(shown)
        restricted = self._item is not None and self._item.restricted
        self.go.say(self.tr("Save the restriction") if restricted else self.tr("Restrict the item"))
        undone = self._is_undone(wanted)
        words = self.tr("Not saved yet") if restricted else self.tr("Not restricted yet")
        self.undone.setText(words if undone else "")
        self.undone.setVisible(undone)

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(8))


def _stated(view: ItemView) -> tuple[object, ...]:
    return view.restriction, view.ground, view.public_title, view.restriction_reason, view.review_on


def _called(view: ItemView) -> str:
    return f"item {view.number}" if view.number else f"“{view.title}”"
