"""Labels of plain text: nothing that people typed is ever read as markup, and nothing named in it is loaded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from boardroom.ui.kit.endless import line_shown, text_shown

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows the text as it is: Qt would guess rich text, and load what it names."""
    if not text:
        return ""
    return "<qt>" + escape(text_shown(text)).replace("\n", "<br>") + "</qt>"


class PlainLabel(QLabel):
    """A label that never reads markup, and that a word without an end neither widens nor holds up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._named = False
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def setText(self, text: str) -> None:
        shown = text_shown(text)
        super().setText(shown)
        if self._named or shown != text:
            # A screen reader says the words as they are, without the places where a line may end.
            self._named = shown != text
            self.setAccessibleName(line_shown(text) if self._named else "")


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of plain text.

    Args:
        text: what it says.
        role: how it looks: hint, field, strong, section, title, display, muted, accent, danger or caution.
        parent: where it stands.
    """
    made = PlainLabel(parent)
    if role:
        made.setProperty("role", role)
    made.setText(text)
    return made


def title(text: str = "") -> QLabel:
    """Return the title of a page, 20 px."""
    return label(text, "title")


def section(text: str = "") -> QLabel:
    """Return the heading of a section, 16 px."""
    return label(text, "section")


def hint(text: str = "") -> QLabel:
    """Return a quiet line of 12 px that wraps."""
    made = label(text, "hint")
    made.setWordWrap(True)
    return made


def strong(text: str = "") -> QLabel:
    """Return a semibold line."""
    return label(text, "strong")


def wrapped(text: str = "", role: str = "") -> QLabel:
    """Return text that wraps and that can be selected and copied, by keyboard too."""
    made = label(text, role)
    made.setWordWrap(True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    # It can be copied from, but it is no stop on the way of the Tab key.
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made


def dye(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet while it is shown."""
    _say_to_the_sheet(widget, "role", role)


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Let the edge of a control say that what stands in it was refused, or no more."""
    _say_to_the_sheet(widget, "wrong", "true" if wrong else "false")


def _say_to_the_sheet(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Elided(QLabel):
    """One line of plain text that gives way at its end; what is cut stands in the tooltip and is spoken in full."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        """Make the line.

        Args:
            text: what it says.
            role: how it looks, as for `label`.
            parent: where it stands.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._full = ""
        self.set_full(text)

    def full(self) -> str:
        """Return the whole text."""
        return self._full

    def set_full(self, text: str) -> None:
        """Say another text; line ends become spaces."""
        text = " ".join(text.splitlines())
        if text == self._full:
            return
        self._full = text
        self.setAccessibleName(self._full)
        self.updateGeometry()
        self._cut()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(line_shown(self._full)) + 2, metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(
            min(metrics.horizontalAdvance(line_shown(self._full)) + 2, metrics.averageCharWidth() * 6), metrics.height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._cut()

    def _cut(self) -> None:
        self.ensurePolished()
        metrics, room = QFontMetrics(self.font()), max(self.width(), 0)
        shown = metrics.elidedText(line_shown(self._full), Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(plain_tooltip(self._full) if shown != self._full else "")
