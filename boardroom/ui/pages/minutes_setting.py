"""Setting a document's blocks into the text of a widget: by cursor, so that people's text is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from boardroom.documents.blocks import (
    Badge,
    Block,
    BulletList,
    Callout,
    Chart,
    Heading,
    PageBreak,
    Paragraph,
    SignatureLines,
    Table,
    Tone,
    words,
)
from boardroom.domain.sectors import SECTOR_OF_LETTERS
from boardroom.domain.text import Run
from boardroom.ui.kit.endless import breakable
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.documents.blocks import Span

_SIZES = {1: 28, 2: 20}
_LEAST_HEADING, _SMALL = 16, 14


class Typesetter:
    """Writes blocks into a document by its cursor: people's text is never read as markup."""

    def __init__(self, document: QTextDocument) -> None:
        """Write at the beginning of an empty document."""
        self._document = document
        self._cursor = QTextCursor(document)
        self._first = True

    def write(self, blocks: Sequence[Block]) -> None:
        """Write some blocks."""
        self._cursor.beginEditBlock()
        for block in blocks:
            self._write(block)
        self._cursor.endEditBlock()

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case BulletList():
                self._list(block, 1)
            case Table():
                self._table(block)
            case Chart():
                self._paragraph(Paragraph(words(block.text), Tone.SMALL))
                self._table(block.table)
            case Callout():
                self._callout(block)
            case SignatureLines(labels):
                self._line(12, 16)
                self._put("      ".join(f"{one}: ______________________" for one in labels), _ink("muted", 14))
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> None:
        size = _SIZES.get(block.level, _LEAST_HEADING)
        self._line(24 if block.level > 1 else 8, 4, heading=block.level)
        if block.number:
            self._put(f"{block.number}  ", _ink("muted", size, 600))
        self._put(block.text, _ink("text", size, 600))
        if block.margin:
            self._put(f"   {block.margin}", _ink("muted", 12))

    def _paragraph(self, block: Paragraph) -> None:
        sizes = {Tone.SUBTITLE: ("text", 16), Tone.SMALL: ("text", _SMALL), Tone.ASIDE: ("text", 16)}
        token, size = sizes.get(block.tone, ("text", 16))
        self._line(0, 8, loose=size > _SMALL)
        self._spans(block.spans, token, size, italic=block.tone is Tone.ASIDE)

    def _list(self, block: BulletList, level: int) -> None:
        for number, item in enumerate(block.items, 1):
            self._line(0, 4, indent=level, loose=True)
            self._put(f"{number}.  " if block.numbered else "•  ", _ink("muted", 16))
            self._spans(item.spans, "text", 16)
            for child in item.children:
                self._list(child, level + 1)

    def _table(self, block: Table) -> None:
        px = theme().px
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setTopMargin(px(4))
        form.setBottomMargin(px(12))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        whole = sum(column.share for column in block.columns) or 1
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * one.share / whole) for one in block.columns]
        )
        form.setHeaderRowCount(1)
        self._leave()
        table = self._cursor.insertTable(len(block.rows) + 1, len(block.columns), form)
        for at, column in enumerate(block.columns):
            cell = table.cellAt(0, at)
            cell.setFormat(_cell("edge", 1))
            self._in(cell.firstCursorPosition(), ((Run(column.header, bold=True),),), "muted", 12)
        for row, cells in enumerate(block.rows, 1):
            for at, one in enumerate(cells):
                cell = table.cellAt(row, at)
                cell.setFormat(_cell("line", 1))
                self._in(cell.firstCursorPosition(), one.lines, "text", 14)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._first = True

    def _callout(self, block: Callout) -> None:
        px = theme().px
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setTopMargin(px(8))
        form.setBottomMargin(px(12))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._leave()
        table = self._cursor.insertTable(1, 1, form)
        cell = table.cellAt(0, 0)
        bar = QTextTableCellFormat()
        bar.setLeftBorder(px(4))
        bar.setLeftBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        bar.setLeftBorderBrush(theme().colour("text"))
        bar.setLeftPadding(px(12))
        cell.setFormat(bar)
        inside = Typesetter(self._document)
        inside._cursor = cell.firstCursorPosition()
        said = " ".join(part for part in (block.label, block.number) if part)
        if said:
            inside._line(0, 2)
            inside._put(said, _ink("muted", 12, 600))
        inside._line(0, 4, loose=True)
        inside._spans(block.lead, "text", 16, weight=600)
        for line in block.lines:
            inside._line(0, 2)
            inside._spans(line, "text", 14)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._first = True

    def _in(self, cursor: QTextCursor, lines: Sequence[Sequence[Span]], token: str, size: int) -> None:
        """Write lines into a cell."""
        inside = Typesetter(self._document)
        inside._cursor = cursor
        for line in lines:
            inside._line(0, 0)
            inside._spans(line, token, size)

    # Words

    def _leave(self) -> None:
        """Begin a line for a table, which can't be the first thing of a document by itself."""
        if not self._first:
            self._line(0, 0)
            self._first = False

    def _line(self, above: int, below: int, *, indent: int = 0, heading: int = 0, loose: bool = False) -> None:
        px = theme().px
        form = QTextBlockFormat()
        # A table or a document has an empty line already.
        form.setTopMargin(0 if self._first else px(above))
        form.setBottomMargin(px(below))
        form.setLeftMargin(px(24 * indent))
        form.setHeadingLevel(heading)
        form.setLineHeight(110 if loose else 104, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._first:
            self._cursor.setBlockFormat(form)
            self._first = False
        else:
            self._cursor.insertBlock(form)

    def _put(self, text: str, form: QTextCharFormat) -> None:
        self._cursor.insertText(breakable(text), form)

    def _spans(self, spans: Sequence[Span], token: str, size: int, *, italic: bool = False, weight: int = 400) -> None:
        for span in spans:
            if isinstance(span, Badge):
                self._badge(span)
                continue
            bold = isinstance(span, Run) and span.bold
            slanted = italic or (isinstance(span, Run) and span.italic)
            self._put(span.text, _ink(token, size, 600 if bold else weight, italic=slanted))

    def _badge(self, badge: Badge) -> None:
        sector = SECTOR_OF_LETTERS.get(badge.letters)
        if sector is None:
            self._put(f"{badge.letters} ", _ink("muted", 12, 700))
            return
        px, ratio = theme().px, 2
        size = QSize(px(MARK_WIDTH), px(MARK_HEIGHT))
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_mark(painter, QRectF(0, 0, size.width(), size.height()), sector)
        painter.end()
        name = QUrl(f"mark:{badge.letters}")
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
        form = QTextImageFormat()
        form.setName(name.toString())
        form.setWidth(size.width())
        form.setHeight(size.height())
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self._cursor.insertImage(form)
        self._put("  ", _ink("text", 14))


def _ink(token: str, size: int, weight: int = 400, *, italic: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    font: QFont = theme().font(size, weight, italic=italic)
    form.setFont(font)
    form.setForeground(theme().colour(token))
    return form


def _cell(token: str, edge: int) -> QTextTableCellFormat:
    px = theme().px
    form = QTextTableCellFormat()
    form.setBottomBorder(edge)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(theme().colour(token))
    form.setTopPadding(px(4))
    form.setBottomPadding(px(4))
    form.setRightPadding(px(8))
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
    return form
