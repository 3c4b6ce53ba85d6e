"""The form of a call as a table to be filled in: XLSX with a word of help at each column, and CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any

from boardroom.documents.compose.form_words import clarifications, heading, title_of
from boardroom.domain.call_form import FORM, MOST_ROWS, QUESTIONS, Asked

if TYPE_CHECKING:
    from boardroom.domain.call_form import CallForm

_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")  # noqa: RUF001 - the full-width forms as well (hazard 19)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDTH, _WIDE = 18, 40
_HEAD_ROW = 2


def render_csv(form: CallForm) -> bytes:
    """Return the form as CSV in UTF-8; the first row says which form it is, the second holds the headings."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([[guarded(one) for one in _own_row(form)], [QUESTIONS[asked].label for asked in Asked]])
    # Excel takes UTF-8 for what it is only behind this mark.
    return out.getvalue().encode("utf-8-sig")


def render_xlsx(form: CallForm) -> bytes:
    """Return the form as a workbook; the same form gives the same bytes."""
    from openpyxl import Workbook  # noqa: PLC0415 - 0.2 s to import, for few documents

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Proposals"
    for place, one in enumerate(_own_row(form), start=1):
        _put(sheet, 1, place, one)
    _head(sheet, form)
    book.properties.title, book.properties.creator = title_of(form), form.board
    buffer = io.BytesIO()
    book.save(buffer)
    return _dateless(buffer.getvalue())


def guarded(cell: str) -> str:
    """Return a cell of a CSV that no spreadsheet takes for a formula (hazard 19)."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _own_row(form: CallForm) -> list[str]:
    scale = f"Estimates on the scale: {form.stated_scale}"
    return [
        FORM,
        str(form.call_id),
        str(form.organisation_id),
        f"{heading(form)}: {form.question}",
        form.organisation,
        scale,
        f"Outcomes, parted by “;”: {'; '.join(form.outcomes.values())}",
        *clarifications(form),
    ]


def _put(sheet: Any, row: int, column: int, text: str) -> Any:  # noqa: ANN401 - openpyxl has no types
    cell = sheet.cell(row=row, column=column)
    # The type is set, or a text that begins with “=” would be a formula (hazard 19).
    cell.value, cell.data_type = text, "s"
    return cell


def _head(sheet: Any, form: CallForm) -> None:  # noqa: ANN401 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for place, asked in enumerate(Asked, start=1):
        question = QUESTIONS[asked]
        cell = _put(sheet, _HEAD_ROW, place, question.label)
        cell.font, cell.alignment = bold, wrapped
        letters = get_column_letter(place)
        sheet.column_dimensions[letters].width = _WIDE if question.lines > 1 else _WIDTH
        help_ = DataValidation(showInputMessage=True, promptTitle=question.label, prompt=_help(asked, form))
        help_.add(f"{letters}{_HEAD_ROW + 1}:{letters}{_HEAD_ROW + MOST_ROWS}")
        sheet.add_data_validation(help_)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"


def _help(asked: Asked, form: CallForm) -> str:
    if asked in {Asked.LOWEST, Asked.TYPICAL, Asked.HIGHEST}:
        return f"On the scale of this call: {form.stated_scale}."[:255]
    if asked is Asked.OUTCOMES:
        return f"Those that it serves, parted by “;”: {'; '.join(form.outcomes.values())}"[:255]
    return QUESTIONS[asked].hint or "One proposal on each row."


def _dateless(content: bytes) -> bytes:
    """Return a workbook with the same date on every part, and none in its properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                start, end = part.find(b"<dcterms:created"), part.rfind(b"</cp:coreProperties>")
                modified = part.rfind(b"</dcterms:modified>")
                if 0 < start < modified < end:
                    part = part[:start] + part[modified + len(b"</dcterms:modified>") :]
            new.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
