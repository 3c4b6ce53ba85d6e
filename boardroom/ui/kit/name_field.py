"""A line that completes names from the board file: a person, an organisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.ui.kit.field import Field
from boardroom.ui.kit.icons import icon

if TYPE_CHECKING:
    from uuid import UUID

_SHOWN = 12
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in a field, and whose it is; `id` None: nobody that the board file knows."""

    text: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name to choose from, and a few words that tell it from others."""

    text: str
    id: UUID
    context: str = ""


Complete = Callable[[str], Sequence[Suggestion]]
"""Returns the likeliest names for what was typed so far, best first."""


class NameField(Field[Named]):
    """A line that completes names; a name that nobody has stays as words."""

    entered = Signal()
    """Enter was pressed, and took no name of those offered."""

    def __init__(
        self, label: str, complete: Complete, *, hint: str = "", placeholder: str = "", needed: str = ""
    ) -> None:
        """Lay out a field.

        Args:
            label: as in `Field`.
            complete: gives the names for what was typed.
            hint: as in `Field`.
            placeholder: as in `LineField`.
            needed: the sentence that refuses an empty line; without it the line may be empty.
        """
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(label, self.line, Named(), hint=hint)
        self._complete = complete
        self._needed = needed
        self._chosen: Suggestion | None = None
        self._model = _Suggestions(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        completer.setMaxVisibleItems(_SHOWN)
        # Enter reaches the line before the completer tells what was chosen.
        completer.highlighted[QModelIndex].connect(self._on_highlighted)  # type: ignore[index] # the stubs know no overloads
        completer.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index] # the stubs know no overloads
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self.try_again)

    def offered(self, typed: str) -> Sequence[Suggestion]:
        """Return the names that are offered for what was typed."""
        return self._complete(typed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QFocusEvent) and event.reason() in _BY_TAB and event.lostFocus():
            self._take_the_only_one()
        return super().eventFilter(watched, event)

    @Slot()
    @override
    def try_again(self) -> None:
        popup = self.line.completer().popup()
        offered = popup is not None and popup.isVisible()
        took = (offered and self._chosen is not None) or self._take_the_only_one()
        if popup is not None:
            popup.hide()
        super().try_again()
        if not took:
            self.entered.emit()

    def _take_the_only_one(self) -> bool:
        """Take the only name that is offered; after Escape none is, and the words stay as they were typed.

        Returns:
            whether it says more than what was typed.
        """
        popup = self.line.completer().popup()
        if self._chosen is not None or popup is None or not popup.isVisible() or self._model.rowCount() != 1:
            return False
        typed, self._chosen = clean_line(self.line.text()), self._model.index(0).data(Qt.ItemDataRole.UserRole)
        self.line.setText(self._chosen.text)
        return typed.casefold() != self._chosen.text.casefold()

    @override
    def _show(self, value: Named) -> None:
        self._chosen = None
        if self.line.text() != value.text:
            self.line.setText(value.text)
            self.line.setCursorPosition(0)

    @override
    def _said(self) -> Named:
        said = clean_line(self.line.text())
        if not said and self._needed:
            raise Refusal(self._needed)
        if self._chosen is not None and self._chosen.text == said:
            return Named(said, self._chosen.id)
        if said == self._value.text:
            return self._value
        same = [one for one in self._complete(said) if one.text.casefold() == said.casefold()] if said else []
        # Two people of one name: the words stay words until one is chosen.
        return Named(same[0].text, same[0].id) if len(same) == 1 else Named(said)

    @override
    def _lock(self, *, locked: bool) -> None:
        self.line.setReadOnly(locked)

    @override
    def typed(self) -> str:
        return self.line.text()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._on_edited()
        self._chosen = None
        said = clean_line(text)
        self._model.fill(self._complete(said)[:_SHOWN] if said else ())

    @Slot(QModelIndex)
    def _on_highlighted(self, index: QModelIndex) -> None:
        self._chosen = index.data(Qt.ItemDataRole.UserRole)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._on_highlighted(index)
        self._on_edited()
        self.commit()


class PersonField(NameField):
    """A line that completes people's names."""

    def __init__(self, label: str, complete: Complete, *, hint: str = "", needed: str = "") -> None:
        """Lay out a field; arguments as in `NameField`."""
        super().__init__(label, complete, hint=hint, needed=needed)
        self.line.addAction(icon("user", "muted"), QLineEdit.ActionPosition.LeadingPosition)


class OrganisationField(NameField):
    """A line that completes organisations' names."""

    def __init__(self, label: str, complete: Complete, *, hint: str = "", needed: str = "") -> None:
        """Lay out a field; arguments as in `NameField`."""
        super().__init__(label, complete, hint=hint, needed=needed)
        self.line.addAction(icon("buildings", "muted"), QLineEdit.ActionPosition.LeadingPosition)


class _Suggestions(QAbstractListModel):
    """The names under the line, each with its context; what is put into the line is the name alone."""

    def __init__(self, parent: NameField) -> None:
        super().__init__(parent)
        self._rows: Sequence[Suggestion] = ()

    def fill(self, rows: Sequence[Suggestion]) -> None:
        """Offer other names."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.text} · {row.context}" if row.context else row.text
        return {Qt.ItemDataRole.EditRole: row.text, Qt.ItemDataRole.UserRole: row}.get(Qt.ItemDataRole(role))
