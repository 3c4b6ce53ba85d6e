"""A choice of a few: radio buttons under their question, all to be seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping


class Choice(QWidget):
    """One of a few answers to a question; arrow keys go from one to the next."""

    chosen = Signal(str)
    """The key of the answer that the user chose."""

    def __init__(self, question: str, answers: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Build the question with its answers, the first one chosen.

        Args:
            question: a word or two.
            answers: what each is called, by its key.
            parent: where it stands.
        """
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(label(question, "field"))
        self.setAccessibleName(question)
        self._group = QButtonGroup(self)
        self._keys: dict[str, QRadioButton] = {}
        for key, said in answers.items():
            button = QRadioButton(said)
            button.setAccessibleName(f"{question}: {said}")
            self._group.addButton(button)
            self._keys[key] = button
            column.addWidget(button)
            button.setChecked(len(self._keys) == 1)
        self._group.buttonClicked.connect(self._tell)

    @property
    def key(self) -> str:
        """The key of the answer that is chosen."""
        return next(key for key, button in self._keys.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose an answer, as a user would."""
        self._keys[key].click()

    def propose(self, key: str) -> None:
        """Let an answer be chosen before the user has said anything."""
        self._keys[key].setChecked(True)

    def put_focus(self) -> None:
        """Put the focus on the answer that is chosen."""
        self._keys[self.key].setFocus()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.key)
