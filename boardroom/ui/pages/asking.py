"""A question where it comes up: a sentence, the fields that it needs, and a button that names what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.form import Form
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import dye, label, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardroom.ui.kit.field import Field

    Answer = Callable[[], str]

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Asking(QFrame):
    """Stands above what it asks about, hidden while there is nothing to ask; no dialog, nothing is locked."""

    asked = Signal()
    """A question stands; whoever hides it shows it now."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, hidden."""
        super().__init__(parent)
        self.setProperty("role", "question")
        self._sentence = wrapped()
        self._wrong = label("", "danger")
        self._wrong.setWordWrap(True)
        self._form: Form | None = None
        self._fields: list[Field[Any]] = []
        self._answer: Answer | None = None
        self._came_from: QWidget | None = None
        self.go = CommandButton("")
        self.go.clicked.connect(self.answer)
        self.no = CommandButton(self.tr("Leave it"), "Esc", role="link")
        self.no.clicked.connect(self.withdraw)
        self._box = QVBoxLayout()
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._sentence)
        self._whole.addLayout(self._box)
        self._whole.addWidget(self._wrong)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        self._whole.addLayout(buttons)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether there is a question."""
        return self._answer is not None

    @property
    def fields(self) -> list[Field[Any]]:
        """The fields of the question that is asked."""
        return list(self._fields)

    def ask(
        self, sentence: str, button: str, answer: Answer, fields: Sequence[Field[Any]] = (), *, grave: bool = False
    ) -> None:
        """Ask, and put the focus where the answer begins.

        Args:
            sentence: what is asked, or said before something is done.
            button: what is done then, in words.
            answer: does it; returns the sentence that refuses it, or nothing.
            fields: what it needs, in reading order; their values are read by `answer`.
            grave: that it can't be undone, or that others are told of it.
        """
        self._clear()
        self._answer, self._fields = answer, list(fields)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._refuse("")
        self.go.say(button)
        self.go.setAccessibleDescription(sentence)
        dye(self, "warning" if grave else "question")
        if self._fields:
            self._form = Form()
            self._form.add(*self._fields)
            self._box.addWidget(self._form)
            # A layout shows what is put into it only later; the focus goes there now.
            self._form.show()
            for field in self._fields:
                field.control.installEventFilter(self)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._came_from = focused
        self.show()
        self.asked.emit()
        (self._fields[0].control if self._fields else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def answer(self) -> None:
        """Do what was asked about; where that is refused, the question stands, with the reason."""
        if self._answer is None:
            return
        for field in self._fields:
            field.commit()
        wrong = next((field for field in self._fields if field.wrong), None)
        if wrong is not None:
            wrong.setFocus()
            return
        asked = self._answer
        sentence = asked()
        if self._answer is not asked:
            return
        if sentence:
            self._refuse(sentence)
            return
        self.withdraw()

    @Slot()
    def withdraw(self) -> bool:
        """Ask no more, and put the focus back; returns whether there was a question."""
        if self._answer is None:
            return False
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._clear()
        self.hide()
        back, self._came_from = self._came_from, None
        if inside and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return True

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let Enter in the last field, and Ctrl+Enter in each, give the answer; Enter in another line goes on."""
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER or not self._fields:
            return False
        at_once = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.type() is QEvent.Type.ShortcutOverride and at_once:
            # The page has a command of its own on that key, and the question would be lost with it.
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if at_once or watched is self._fields[-1].control:
            self.answer()
            return True
        if isinstance(watched, QLineEdit):
            self._go_on(watched)
            return True
        return False

    def _go_on(self, line: QLineEdit) -> None:
        """Go to the field behind a line, unless what stands in it is refused."""
        at = next(at for at, field in enumerate(self._fields) if field.control is line)
        if not self._fields[at].commit():
            return
        behind = next((field for field in self._fields[at + 1 :] if field.isVisible() and field.isEnabled()), self.go)
        behind.setFocus(Qt.FocusReason.TabFocusReason)

    def _refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _clear(self) -> None:
        self._answer = None
        for field in self._fields:
            field.control.removeEventFilter(self)
        if self._form is not None:
            self._box.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form, self._fields = None, []

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._whole.setContentsMargins(px(16), px(12), px(16), px(12))
        self._whole.setSpacing(px(8))
        self._box.setSpacing(px(12))
