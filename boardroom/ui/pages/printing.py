"""Pages of a PDF that we made, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from boardroom.domain.refusal import Refusal

if TYPE_CHECKING:
    from boardroom.ui.kit.jobs import Progress

_FINEST = 300
"""Dots per inch: an A4 page at 600 would take 140 MB of memory, and no reader sees the difference."""
_POINTS = 72


def print_pages(printer: QPrinter, content: bytes, progress: Progress) -> int:
    """Print the pages that the printer was asked for; returns how many.

    Args:
        printer: set up by the dialog; paper in the size of the pages prints them at their own size.
        content: a PDF that we made.
        progress: called with pages printed and pages in all; what it raises stops the printing.

    Raises:
        Refusal: the printer takes nothing.
    """
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    first = max(printer.fromPage() - 1, 0)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    printer.setFullPage(True)
    painter = QPainter()
    if first >= last or not painter.begin(printer):
        raise Refusal(QCoreApplication.translate("printing", "The printer took nothing: look whether it is ready."))
    try:
        for number in range(first, last):
            progress(number - first, last - first)
            if number > first:
                printer.newPage()
            _paint(painter, printer, document, number)
    finally:
        painter.end()
    progress(last - first, last - first)
    return last - first


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    size = document.pagePointSize(number)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    per_point = min(printer.resolution() / _POINTS, paper.width() / size.width(), paper.height() / size.height())
    place = QRectF(0, 0, size.width() * per_point, size.height() * per_point)
    fineness = min(1.0, _FINEST / printer.resolution())
    pixels = QSize(round(place.width() * fineness), round(place.height() * fineness))
    painter.drawImage(place, document.render(number, pixels))
