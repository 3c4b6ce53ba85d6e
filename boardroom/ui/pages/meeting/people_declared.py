"""The form of a declaration of interest: whose, what, which items, and what followed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.services.at_the_door import change_declared, declare_now
from boardroom.services.declarations import change_declaration
from boardroom.store.queries.interests import items_of_interest
from boardroom.ui.kit.field import Field
from boardroom.ui.kit.fields import CheckField, LineField, TimeField
from boardroom.ui.kit.name_field import Named, PersonField
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.meeting.people_panel import Panel, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.attendance_page import DeclarationView
    from boardroom.store.queries.meeting_page import AgendaRow
    from boardroom.ui.desk import Desk

_T = QCoreApplication.translate

_MOVES = frozenset({"recused", "item_ids", "dispensation"})
"""What of a declaration keeps somebody from an item, or lets them take part."""


class DeclarationPanel(Panel):
    """A new declaration, or one that is there: then each field saves as it is left."""

    def __init__(
        self,
        desk: Desk,
        meeting_id: UUID,
        items: Mapping[UUID, AgendaRow],
        declared: DeclarationView | None = None,
    ) -> None:
        """Build the form.

        Args:
            desk: where it is written.
            meeting_id: the meeting.
            items: its agenda.
            declared: the declaration that is changed; None for a new one.
        """
        heading = _T("People", "Declaration of interest")
        super().__init__(desk, heading, "" if declared is not None else _T("People", "Declare"))
        self._meeting_id, self._items = meeting_id, items
        self.declaration_id = None if declared is None else declared.id
        self.by = PersonField(self.tr("Who declares it"), self.people)
        self.nature = TextField(
            self.tr("What the interest is"), placeholder=self.tr("Her brother works for Llanfair CIC")
        )
        self.about = LineField(self.tr("Items"), hint=self.tr("Their numbers, parted by commas; empty for all items."))
        self.recused = CheckField(
            self.tr("Recused"), hint=self.tr("Takes no part in these items, and counts for no quorum.")
        )
        self.effect = TextField(self.tr("What followed"), lines=1, placeholder=self.tr("left the room for the item"))
        self.dispensation = TextField(
            self.tr("Dispensation"), lines=1, hint=self.tr("Leave to take part despite the interest, and by whom.")
        )
        self.left_at, self.returned_at = TimeField(self.tr("Left at")), TimeField(self.tr("Returned at"))
        self.add(self.by, self.nature, self.about, goes_on=True)
        self.add(self.recused, self.effect, self.dispensation)
        if declared is not None:
            self.add(self.left_at, self.returned_at)
            self._open(declared)
            desk.flush_wanted.connect(self.commit)
        else:
            self.by.committed.connect(self._name_items)

    def begin(self, by: str, item_ids: Sequence[UUID], *, recused: bool) -> None:
        """Fill in what is known of a new declaration; the caret goes to what isn't."""
        self.by.open(Named(by))
        self.about.open(self._numbers(item_ids))
        self.recused.open(recused)
        self._name_items()
        (self.nature if by else self.by).setFocus()

    @Slot()
    def _name_items(self) -> None:
        """Name the items too that are on the strands of their registered interests; whoever knows better edits them."""
        try:
            meant = self._meant(self.about.typed())
        except Refusal:
            return
        found = self.desk.read(items_of_interest, self._meeting_id, self.by.value.text)
        new = [one for one in found if one not in meant and one in self._items]
        if new:
            self.about.open(self._numbers([one for one in self._items if one in {*meant, *new}]))

    def show_declaration(self, declared: DeclarationView) -> None:
        """Show what is stored now; what is being typed stays."""
        for field, value in self._values(declared):
            field.set_value(value)

    @override
    def do(self) -> None:
        """Record the declaration."""
        # Said below the field, it goes as soon as the field is put right.
        missing = (
            (self.by, self.by.value.text, self.tr("Say who declares the interest.")),
            (self.nature, self.nature.value, self.tr("Say what the interest is.")),
        )
        for field, said, sentence in missing:
            if not said:
                field.refuse(sentence)
                field.setFocus()
                return
        try:
            item_ids = self._meant(self.about.value)
        except Refusal as refusal:
            self.about.refuse(str(refusal))
            self.about.setFocus()
            return
        done = self.desk.attempt(
            self.tr("Declare an interest of {}").format(self.by.value.text),
            declare_now,
            self._meeting_id,
            self.desk.now,
            self.by.value.text,
            self.nature.value,
            item_ids=item_ids,
            recused=self.recused.value,
            effect=self.effect.value,
            dispensation=self.dispensation.value,
        )
        if done is None:
            self.nature.setFocus()
            return
        self.done.emit(("declaration", done.value.id))
        self.left.emit()

    def _open(self, declared: DeclarationView) -> None:
        name = self.tr("Change the declaration of {}").format(declared.by)
        parts = ("by", "nature", "", "recused", "effect", "dispensation", "left_at", "returned_at")
        for (field, value), part in zip(self._values(declared), parts, strict=True):
            save = self._part(name, declared.id, part) if part else self._save_items
            field.open(value, save)

    def _values(self, declared: DeclarationView) -> list[tuple[Field[object], object]]:
        items = ", ".join(number for _, number in declared.items if number)
        pairs: list[tuple[object, object]] = [
            (self.by, Named(declared.by, declared.person_id)),
            (self.nature, declared.nature),
            (self.about, items),
            (self.recused, declared.recused),
            (self.effect, declared.effect),
            (self.dispensation, declared.dispensation),
            (self.left_at, declared.left_at),
            (self.returned_at, declared.returned_at),
        ]
        return [(field, value) for field, value in pairs if isinstance(field, Field)]

    def _save_items(self, words: object) -> str:
        """Save the items; returns the sentence that refuses them."""
        try:
            item_ids = self._meant(str(words))
        except Refusal as refusal:
            return str(refusal)
        name = self.tr("Change the declaration of {}").format(self.by.value.text)
        if self.declaration_id is None:
            return ""
        return self._part(name, self.declaration_id, "item_ids")(item_ids)

    def _part(self, name: str, declaration_id: UUID, part: str) -> Callable[[object], str]:
        """Return what saves one part; by some of them somebody leaves or comes back at once."""
        if part not in _MOVES:
            return Part(self.desk, name, change_declaration, declaration_id, part=part)

        def save(value: object) -> str:
            return self.desk.refused(name, change_declared, declaration_id, self.desk.now, **{part: value})

        return save

    def _numbers(self, item_ids: Sequence[UUID]) -> str:
        return ", ".join(self._items[one].number for one in item_ids if one in self._items)

    def _meant(self, words: str) -> list[UUID]:
        """Return the items whose numbers were written.

        Raises:
            Refusal: no item has such a number.
        """
        by_number = {one.number.casefold(): one.id for one in self._items.values() if one.number}
        meant = []
        for part in filter(None, (one.strip() for one in words.split(","))):
            number = part.casefold().removeprefix("item").strip()
            if number not in by_number:
                raise Refusal(self.tr("No item of this agenda has the number {}.").format(part))
            meant.append(by_number[number])
        return meant
