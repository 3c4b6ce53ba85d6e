"""One paragraph in two versions: words that came in are underlined, words that went are struck through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.compared import Fate
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

    from boardroom.domain.compared import Compared, Piece
    from boardroom.store.queries.versions import ItemText

_GAP = "\u2009"
"""A thin space: words that went don't run into those that came in their place."""


class ComparedView(QFrame):
    """A paragraph that differs, and the button that brings it back."""

    restored = Signal(object)
    """Asks to bring this paragraph back."""
    entered = Signal(object)
    """The focus has come here."""

    def __init__(self, text: ItemText, compared: Compared, called: str, why_not: str) -> None:
        """Show it.

        Args:
            text: that which it is a part of.
            compared: the paragraph.
            called: the text in words, for the ear.
            why_not: why nothing can be brought back; empty where it can.
        """
        super().__init__()
        self.item_id, self.kind, self.compared = text.item_id, text.kind, compared
        self.setProperty("role", "card")
        fates = {
            Fate.CHANGED: (self.tr("changed"), "tint"),
            Fate.INSERTED: (self.tr("came in"), "tint"),
            Fate.REMOVED: (self.tr("taken out"), "danger"),
            Fate.SAME: ("", "outline"),
        }
        words, tone = fates[compared.fate]
        self.words = _Words(compared.pieces)
        name = self.tr("{}: paragraph {}").format(called, words)
        self.words.setAccessibleName(name)
        self.words.setAccessibleDescription(self._told(compared))
        self.words.installEventFilter(self)
        does = self.tr("Take it out again") if compared.before is None else self.tr("Bring it back")
        self.button = CommandButton(does, COMMANDS["versions.restore"].key, "arrow-counter-clockwise", role="small")
        self.button.setAccessibleName(f"{does}, {name}")
        self.button.explain(why_not)
        self.button.clicked.connect(self._restore)
        self._row = QHBoxLayout()
        self._row.addWidget(Chip(words, tone))
        if compared.only_setting:
            self._row.addWidget(hint(self.tr("The words are the same; how they are set differs.")), 1)
        self._row.addStretch(1)
        self._row.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addLayout(self._row)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _told(self, compared: Compared) -> str:
        """Return for the ear what the eye sees by lines."""
        told = {Fate.INSERTED: self.tr("came in: {}"), Fate.REMOVED: self.tr("taken out: {}")}
        return "; ".join(
            told[piece.fate].format(piece.text.strip())
            for piece in compared.pieces
            if piece.fate in told and piece.text.strip()
        )

    @Slot()
    def _restore(self) -> None:
        self.restored.emit(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is event.Type.FocusIn:
            self.entered.emit(self)
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
        self._column.setSpacing(px(4))
        self._row.setSpacing(px(8))


class _Words(QTextEdit):
    """The words of both versions, as high as they are."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        super().__init__()
        self._pieces = pieces
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "sheet words")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        wardrobe().changed.connect(self._write)
        self._write()

    @Slot()
    def _write(self) -> None:
        document = self.document()
        document.clear()
        document.setDocumentMargin(theme().px(4))
        document.setDefaultFont(theme().font(16))
        cursor = QTextCursor(document)
        form = QTextBlockFormat()
        form.setLineHeight(110, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(form)
        before = Fate.SAME
        for piece in self._pieces:
            if before is Fate.REMOVED and piece.fate is Fate.INSERTED:
                cursor.insertText(_GAP, _ink(Fate.SAME))
            cursor.insertText(piece.text, _ink(piece.fate))
            before = piece.fate
        self._grow()

    @Slot()
    def _grow(self) -> None:
        height = round(self.document().size().height()) + theme().px(4)
        if height != self.maximumHeight():
            self.setFixedHeight(height)


def _ink(fate: Fate) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(theme().font(16, 600 if fate is Fate.INSERTED else 400))
    tokens = {Fate.INSERTED: "accent", Fate.REMOVED: "danger"}
    form.setForeground(theme().colour(tokens.get(fate, "text")))
    # Never by colour alone.
    form.setFontUnderline(fate is Fate.INSERTED)
    form.setFontStrikeOut(fate is Fate.REMOVED)
    return form


class Unchanged(QWidget):
    """How many paragraphs between two that differ are the same."""

    def __init__(self, count: int) -> None:
        """Say their number."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(12), 0, 0, 0)
        words = self.tr("1 paragraph is the same") if count == 1 else self.tr("{} paragraphs are the same")
        row.addWidget(hint(words.format(count)))
