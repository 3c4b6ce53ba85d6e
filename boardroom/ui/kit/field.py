"""What every field of a form shares: label above, control, hint, and the sentence that says why a value was refused."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.refusals import refusals
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label as plain_label
from boardroom.ui.kit.words import mark_wrong, plain_tooltip

T = TypeVar("T")

Save = Callable[[T], str]
"""Saves a value; returns the sentence that refuses it, or nothing."""

_LEAVING = {QEvent.Type.FocusOut, QEvent.Type.Hide}


class Field(QWidget, Generic[T]):
    """A labelled control that saves its value when it is left or Enter is pressed.

    A refused value stays where it was typed, with the sentence below it; Escape brings the stored one back.
    Subclasses give the control, how a value is shown, and what was said.
    """

    committed = Signal()
    """A value was saved."""

    def __init__(self, label: str, control: QWidget, empty: T, *, hint: str = "", widest: int = 0) -> None:
        """Lay out a field.

        Args:
            label: what stands above the control, and what a screen reader calls it.
            control: what is typed into or chosen from.
            empty: the value before one is shown.
            hint: a few words below, for what a newcomer can't guess.
            widest: how wide the control grows, in pixels at 100 %; 0 for as wide as the field.
        """
        super().__init__()
        self.control = control
        self._widest = widest
        self._value = empty
        self._save: Save[T] | None = None
        self._edited = False
        self._refused = False
        self._saving = False
        self._why_not = ""
        self._hint = hint
        self._label = plain_label(label, "field")
        self._label.setBuddy(control)
        self._note = plain_label(hint, "hint")
        self._note.setWordWrap(True)
        if not hint:
            self._note.hide()
        self._error = _Refused()
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        control.installEventFilter(self)
        self.setFocusProxy(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, control, self._error, self._note):
            layout.addWidget(part)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme().px(4))
        if self._widest:
            self.control.setMaximumWidth(theme().px(self._widest))

    # What subclasses say

    @abstractmethod
    def _show(self, value: T) -> None:
        """Put a value into the control."""

    @abstractmethod
    def _said(self) -> T:
        """Return what the control says.

        Raises:
            Refusal: it is no value of this kind.
        """

    def _lock(self, *, locked: bool) -> None:
        """Let the control be changed, or not."""
        self.control.setEnabled(not locked)

    @abstractmethod
    def typed(self) -> str:
        """Return what stands in the control, in its own words."""

    # What pages use

    @property
    def label(self) -> str:
        """What stands above the control."""
        return self._label.text()

    @property
    def value(self) -> T:
        """The value that is stored, whatever is being typed."""
        return self._value

    @property
    def wrong(self) -> str:
        """The sentence that refuses what stands in the control; empty if nothing does."""
        return self._error.sentence if self._refused else ""

    @property
    def dirty(self) -> bool:
        """Whether the control says something that isn't stored."""
        return self._edited or self._refused

    @property
    def holds_refused(self) -> bool:
        """Whether a value that was to be stored, and isn't, stands here only."""
        return self._refused and self._save is not None

    def open(self, value: T, save: Save[T] | None = None) -> None:
        """Show a value of another record; what was typed for the one before is saved there first.

        What can't be saved there gives way, and that is said: nowhere else would it be seen.

        Args:
            value: the stored value.
            save: stores what is typed from now on; without it the field only holds its value.
        """
        self.commit()
        if self.holds_refused and self.typed().strip():
            sentence = self.tr("{}: “{}” was not kept. {}")
            refusals().given_way.emit(sentence.format(self.label, self.typed(), self.wrong))
        self._save = save
        self._edited = False
        self.refuse("")
        self.set_value(value)

    def set_value(self, value: T) -> None:
        """Show what is stored now; text that is being typed stays."""
        self._value = value
        if not self.dirty or self._saving:
            self._show(value)

    @Slot()
    def commit(self) -> bool:
        """Save what was typed, if anything was; returns whether the field is as it should be."""
        if not self._edited or self._saving or self._why_not:
            return not self._refused
        return self._try()

    def refuse(self, sentence: str) -> None:
        """Say below the control why its value isn't taken; an empty sentence takes that back."""
        self._refused = bool(sentence)
        refusals().note(self, holds=self.holds_refused)
        self._error.say(sentence)
        mark_wrong(self.control, wrong=self._refused)
        self.control.setAccessibleDescription(sentence or self._hint)

    @Slot()
    def restore(self) -> None:
        """Bring back the stored value."""
        self._edited = False
        self.refuse("")
        self._show(self._value)

    def teach(self, hint: str) -> None:
        """Say other words below the control; none where they are empty."""
        self._hint = hint
        self._note.setText(hint)
        self._note.setVisible(bool(hint))
        self.control.setAccessibleDescription(self.wrong or self._why_not or hint)

    def set_read_only(self, why: str) -> None:
        """Let the value be read only, and say why; an empty sentence lets it be changed again."""
        self._why_not = why
        self._lock(locked=bool(why))
        self.setToolTip(plain_tooltip(why))
        self.control.setAccessibleDescription(why or self._hint)

    # How it happens

    @Slot()
    def _on_edited(self) -> None:
        self._edited = True

    @Slot()
    def try_again(self) -> None:
        """Save what stands here, even what was refused as it stands: Enter does."""
        if self.dirty and not self._saving and not self._why_not:
            self._try()

    def _try(self) -> bool:
        self._edited = False
        try:
            value = self._said()
        except Refusal as refusal:
            self.refuse(str(refusal))
            return False
        self._saving = True
        try:
            # Whoever saves may have the page read again, which shows the value as the board file keeps it.
            before = self._value
            sentence = self._save(value) if self._save is not None and value != before else ""
            if not sentence and self._value == before:
                self._value = value
        finally:
            self._saving = False
        self.refuse(sentence)
        if sentence:
            return False
        if not self._edited:
            self._show(self._value)
        if value != before:
            self.committed.emit()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.control:
            if event.type() in _LEAVING:
                self.commit()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._on_key(event)
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
                return self._on_override(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.dirty:
            self.restore()
            return True
        return False

    def _on_override(self, event: QKeyEvent) -> bool:
        """Leave undo to the window, except for letters that aren't stored yet; keep Escape while it restores."""
        if event.key() == Qt.Key.Key_Escape and self.dirty:
            event.accept()
            return True
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            if self.dirty:
                return False
            event.ignore()
            return True
        return False


class _Refused(QWidget):
    """An icon and a sentence in red; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._words = plain_label("", "danger")
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(4))
        layout.addWidget(_Sign(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say a sentence, or nothing."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class _Sign(QWidget):
    """The sign of a refusal, beside its sentence."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(16), theme().px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(16)
        paint_icon(painter, QRectF(0, theme().px(2), side, side), "warning-circle", theme().colour("danger"))
        painter.end()
