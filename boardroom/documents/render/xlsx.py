"""Writes tables as a workbook: one sheet for each, every cell plain text, so that nothing in it is ever a formula."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from boardroom.documents.blocks import Cell, Table, plain_text
from boardroom.domain.refusal import Refusal

_MOST = 32_767
_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))
_WIDTH = 1.2


def render_tables(title: str, tables: Sequence[tuple[str, Table]]) -> bytes:
    """Return a workbook.

    Args:
        title: what it is called, in its properties.
        tables: each with the name of its sheet.

    Raises:
        Refusal: a text is longer than a cell can hold (32,767 characters).
    """
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and not needed before the first workbook
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    # A workbook that was begun must be ended: what doesn't fit is found before.
    texts = [[[_fitting(text) for text in row] for row in _rows(table)] for _, table in tables]
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = title, "Boardroom"
    for (name, table), rows in zip(tables, texts, strict=True):
        sheet = book.create_sheet(name.translate(_FORBIDDEN)[:_NAME])
        sheet.freeze_panes = "A2"
        for number, column in enumerate(table.columns):
            sheet.column_dimensions[chr(ord("A") + number)].width = max(column.share * _WIDTH, 12)
        for at, row in enumerate(rows):
            cells = []
            for text in row:
                cell = WriteOnlyCell(sheet, value=text)
                # A text that begins like a formula stays a text (hazards.md, 19).
                cell.data_type = "s"
                cell.font, cell.alignment = Font(bold=at == 0), Alignment(wrap_text=True, vertical="top")
                cells.append(cell)
            sheet.append(cells)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(table: Table) -> Iterator[list[str]]:
    yield [column.header for column in table.columns]
    for row in table.rows:
        yield [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    return "\n".join(" ".join(plain_text(line).split()) for line in cell.lines)


def _fitting(text: str) -> str:
    if len(text) > _MOST:
        message = f"A text of {len(text):,} characters doesn’t fit into a cell of a workbook: “{text[:40]}…”."
        raise Refusal(message)
    return text
