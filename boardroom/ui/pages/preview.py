"""A PDF that we made, shown page by page (hazard 27a: never one of somebody else's)."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint

_WIDEST = 960


class Preview(QWidget):
    """The pages under a line that says what they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it without pages."""
        super().__init__(parent)
        self.said = hint()
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A bar that came and went would make the page wider and narrower without an end.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view.setDocument(self._document)
        self.view.setAccessibleName(self.tr("Preview"))
        # Wider than this, a page is larger than paper and its lines too long to be read.
        self.view.setMaximumWidth(theme().px(_WIDEST))
        wardrobe().changed.connect(self._dye)
        self._dye()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.said)
        column.addWidget(self.view, 1)

    @Slot()
    def _dye(self) -> None:
        """Lay the pages on a quiet ground; where contrast is asked for, on one that shows their edges, if any."""
        palette = self.view.palette()
        token = "edge" if theme().contrast and self.pages else "sunken"
        palette.setColor(QPalette.ColorRole.Dark, theme().colour(token))
        self.view.setPalette(palette)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return max(self._document.pageCount(), 0)

    def show_pages(self, content: bytes, what: str, said: str) -> None:
        """Show another file.

        Args:
            content: a PDF that we made; empty for none.
            what: the document, for screen readers.
            said: the line above the pages.
        """
        self.said.setText(said)
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        if content:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
        self._dye()
        self.view.setAccessibleName(self.tr("Preview: {}").format(what) if what else self.tr("Preview"))
        self.view.setAccessibleDescription(
            self.tr("1 page") if self.pages == 1 else self.tr("{} pages").format(self.pages)
        )
