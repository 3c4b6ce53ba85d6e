"""The fields of a form: a line, a number, a day, a time, a choice, a tick."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy
from typing_extensions import override

from boardroom.domain.days import day_shown
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.ui.kit.field import Field
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.moments import read_day, read_time, time_shown
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum

T = TypeVar("T")

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ENDLESS = 16777215


class _TypedField(Field[T]):
    """A field that is one line of typed words."""

    def __init__(self, label: str, empty: T, *, hint: str = "", placeholder: str = "", widest: int = 0) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(label, self.line, empty, hint=hint, widest=widest)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.try_again)

    @override
    def _lock(self, *, locked: bool) -> None:
        self.line.setReadOnly(locked)

    @override
    def typed(self) -> str:
        return self.line.text()

    def _put(self, text: str) -> None:
        # Setting the same text anew would move the caret.
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)


class LineField(_TypedField[str]):
    """A name, a title: one line of clean text."""

    def __init__(self, label: str, *, hint: str = "", placeholder: str = "", needed: str = "") -> None:
        """Lay out a field.

        Args:
            label: as in `Field`.
            hint: as in `Field`.
            placeholder: an example, shown while the line is empty.
            needed: the sentence that refuses an empty line; without it the line may be empty.
        """
        super().__init__(label, "", hint=hint, placeholder=placeholder)
        self._needed = needed

    @override
    def _show(self, value: str) -> None:
        self._put(value)

    @override
    def _said(self) -> str:
        said = clean_line(self.line.text())
        if not said and self._needed:
            raise Refusal(self._needed)
        return said


class NumberField(_TypedField[int | None]):
    """A whole number, or nothing."""

    def __init__(self, label: str, *, least: int = 0, most: int = 9999, unit: str = "", hint: str = "") -> None:
        """Lay out a field.

        Args:
            label: as in `Field`.
            least: the smallest number that is taken.
            most: the largest.
            unit: what is counted, shown behind the number (“min”).
            hint: as in `Field`.
        """
        super().__init__(label, None, hint=hint, widest=120)
        self._least, self._most, self._unit = least, most, unit

    @override
    def _show(self, value: int | None) -> None:
        self._put("" if value is None else f"{value} {self._unit}".rstrip())

    @override
    def _said(self) -> int | None:
        said = clean_line(self.line.text()).removesuffix(self._unit).strip().replace(",", "").replace(" ", "")
        if not said:
            return None
        sentence = self.tr("That isn't a whole number from {} to {}.").format(self._least, self._most)
        # Figures of other scripts, and endless ones, are no numbers here.
        if not (said.removeprefix("-").isdecimal() and said.isascii() and len(said) < len(str(self._most)) + 3):
            raise Refusal(sentence)
        if not self._least <= int(said) <= self._most:
            raise Refusal(sentence)
        return int(said)


class DateField(_TypedField[date | None]):
    """A day, typed in words or figures; it may be empty."""

    def __init__(self, label: str, today: Callable[[], date], *, hint: str = "") -> None:
        """Lay out a field.

        Args:
            label: as in `Field`.
            today: tells the day from which a day without a year is the next such day.
            hint: as in `Field`.
        """
        super().__init__(label, None, hint=hint, placeholder=self.tr("12 Jan 2027"), widest=200)
        self._today = today

    @override
    def _show(self, value: date | None) -> None:
        self._put("" if value is None else day_shown(value))

    @override
    def _said(self) -> date | None:
        return read_day(self.line.text(), self._today())


class TimeField(_TypedField[time | None]):
    """A time of day; it may be empty."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        """Lay out a field; `label` and `hint` as in `Field`."""
        super().__init__(label, None, hint=hint, placeholder=self.tr("18:30"), widest=120)

    @override
    def _show(self, value: time | None) -> None:
        self._put("" if value is None else time_shown(value))

    @override
    def _said(self) -> time | None:
        return read_time(self.line.text())


class ChoiceField(Field[T]):
    """One of several values, each with its words; choosing saves."""

    def __init__(self, label: str, choices: Sequence[tuple[T, str]], *, hint: str = "") -> None:
        """Lay out a field.

        Args:
            label: as in `Field`.
            choices: values and their words, at least one; a value that isn't among them is shown as nothing chosen.
            hint: as in `Field`.
        """
        self.box = ComboBox()
        super().__init__(label, self.box, choices[0][0], hint=hint)
        self._choices: list[T] = []
        self.set_choices(choices)
        self.box.activated.connect(self._on_chosen)

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Offer other values."""
        self._choices = [value for value, _ in choices]
        self.box.clear()
        for _, words in choices:
            self.box.addItem(words)
        self._show(self._value)

    @override
    def _show(self, value: T) -> None:
        self.box.setCurrentIndex(self._choices.index(value) if value in self._choices else -1)

    @override
    def _said(self) -> T:
        at = self.box.currentIndex()
        return self._choices[at] if at >= 0 else self._value

    @override
    def typed(self) -> str:
        return self.box.currentText()

    @Slot()
    def _on_chosen(self) -> None:
        self._on_edited()
        self.commit()


def words_of(words: type[StrEnum]) -> list[tuple[StrEnum, str]]:
    """Return the members of an enumeration of domain/words.py with their words, as a choice offers them."""
    return [(member, member.value[:1].upper() + member.value[1:]) for member in words]


class CheckField(Field[bool]):
    """Yes or no; ticking saves."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        """Lay out a field; its label stands beside the box."""
        self.box = _Tick(label)
        super().__init__(label, self.box, empty=False, hint=hint)
        self._label.hide()
        self.box.clicked.connect(self._on_ticked)

    @override
    def _show(self, value: bool) -> None:
        self.box.setChecked(value)

    @override
    def _said(self) -> bool:
        return self.box.isChecked()

    @override
    def typed(self) -> str:
        return self.tr("yes") if self.box.isChecked() else self.tr("no")

    @Slot()
    def _on_ticked(self) -> None:
        self._on_edited()
        self.commit()


class _Tick(QCheckBox):
    """A check box of the window's own edges and colours; the text is shown as it is, `&` too."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._shown = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._shown) + theme().px(36), self._line())

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, self._shown.split()), default=0)
        return QSize(longest + theme().px(36), self._line())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - theme().px(32), _ENDLESS)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self._shown)
        return self._line() + max(0, words.height() - self.fontMetrics().height())

    def _line(self) -> int:
        """Return how high the first line is, beside which the box stands."""
        return max(theme().px(28), self.fontMetrics().height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = now.px(18)
        box = QRectF(now.px(4), (self._line() - side) / 2, side, side)
        edge = "edge" if self.isEnabled() else "line"
        painter.setPen(QPen(now.colour("accent" if self.isChecked() and self.isEnabled() else edge), now.edge_width))
        painter.setBrush(now.colour("accent" if self.isChecked() and self.isEnabled() else "surface"))
        painter.drawRoundedRect(box, now.px(3), now.px(3))
        if self.isChecked():
            paint_icon(painter, box, "check-bold", now.colour("on_accent" if self.isEnabled() else "muted"))
        painter.setPen(now.colour("text" if self.isEnabled() else "muted"))
        above = (self._line() - self.fontMetrics().height()) // 2
        painter.drawText(self.rect().adjusted(now.px(32), above, 0, 0), _WRAPPED, self._shown)
        if self.hasFocus():
            painter.setPen(QPen(now.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), now.px(4), now.px(4))
        painter.end()


def _is_letter(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and event.text().isalpha()


class ComboBox(QComboBox):
    """A combo box that the wheel passes by, with an arrow of the icons' set."""

    def __init__(self) -> None:
        """Make it without values."""
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def event(self, event: QEvent) -> bool:
        # A letter goes to the first value that begins with it; a command of that letter waits.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a page must not change what it shows.
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(16)
        painter = QPainter(self)
        rect = QRectF(self.width() - side - theme().px(8), (self.height() - side) / 2, side, side)
        paint_icon(painter, rect, "caret-down", theme().colour("muted" if not self.isEnabled() else "text"))
        painter.end()
