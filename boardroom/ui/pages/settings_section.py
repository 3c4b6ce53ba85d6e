"""A section of Board settings: what all of them share."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.theme import theme, wardrobe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class Section(QWidget):
    """Fields under a heading; subclasses show a board in them and save what is typed."""

    def __init__(self, desk: Desk) -> None:
        """Make it empty."""
        super().__init__()
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        wardrobe().changed.connect(self._space)
        self._space()

    @abstractmethod
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        """Show what is stored of a board; what is being typed into the same one stays."""

    def fields(self) -> Sequence[Field[Any]]:
        """Return the fields in reading order."""
        return ()

    def commit(self) -> None:
        """Save what was typed and not left yet."""
        for field in self.fields():
            field.commit()

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        for field in self.fields():
            field.setFocus()
            return

    def keep(self, said: str, service: Callable[..., object], *args: object, **parts: Any) -> str:  # noqa: ANN401 - the service's own
        """Save a value; returns the sentence that refuses it, or nothing.

        Args:
            said: what was done, as the message bar names it.
            service: as in `Desk.write`.
            *args: as in `Desk.write`.
            **parts: the parts that the service changes.
        """
        try:
            self.desk.write(said, service, *args, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    @Slot()
    def _space(self) -> None:
        self.column.setSpacing(theme().px(16))
