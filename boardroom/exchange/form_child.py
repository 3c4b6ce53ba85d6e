"""The process that reads a form from outside: `python -m boardroom.exchange.form_child pdf`, the file on stdin.

It keeps to the limits of `paper_child`, and answers with one line of JSON: what a PDF holds, as `paper_child` tells
it, with `"fields"` (name and text of each field), `"ticked"` (names of boxes that are ticked), `"mark"` (what its
properties say that it is), `"joined"` (two fields of one name say different things) and `"beside"` (something is
written on a page outside the fields); or the cells of a table (`xlsx`, `csv`), row by row; or `{"refused": ...}`.
Whoever started it believes nothing else (hazards 23, 24). Scripts and actions are found and told, never run; formulas
aren't worked out. It imports nothing of Boardroom but that other process.
"""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from boardroom.exchange.paper_child import give_up_rights, look

MOST_FIELDS = 2_000
MOST_LETTERS = 100_000
"""Of one field; a longer text is cut, and told by its length as too long."""
MOST_ROWS, MOST_COLUMNS = 1_000, 60
_DEPTH = 20
_WRITTEN = frozenset({"/FreeText", "/Text", "/Ink", "/Stamp"})
"""What people write on a page with whatever shows it."""
_BROKEN = {"refused": "broken"}
_SYMBOLS = "€$¥₹"
_LOCALE_SYMBOL = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_POUNDS = frozenset({"", "£", "GBP"})
_LANGUAGE = re.compile("\x1b[^\x1b]{2,8}\x1b")
"""In a text of a PDF what says of which language the rest is (ISO 32000-2, 7.9.2.2)."""
_EXACT = ".15g"
"""As many figures as a spreadsheet shows; behind them a sum worked out there holds noise."""


def main() -> None:
    """Read the file on stdin, of the kind that is named, and answer."""
    content = sys.stdin.buffer.read()
    reader = {"pdf": read_pdf, "xlsx": read_xlsx, "csv": read_csv}[sys.argv[1]]
    if reader is read_xlsx:
        # Before the limits: it opens many files of its own.
        import openpyxl  # noqa: F401, PLC0415
    give_up_rights()
    sys.stdout.write(json.dumps(reader(content)))


def read_pdf(content: bytes) -> dict[str, Any]:
    """Return what a PDF holds, with the fields of its form."""
    import pikepdf  # noqa: PLC0415 - tables need none of it

    told = look(content)
    if "refused" in told:
        return told
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            form = pdf.Root.get("/AcroForm")
            roots = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
            # Programs that join files leave fields out of the form which still stand on its pages.
            on_pages = list(islice(_on_pages(pdf), MOST_FIELDS))
            widgets = [one for one in on_pages if one.get("/Subtype") == "/Widget" and "/Parent" not in one]
            whole = [*(list(roots)[:MOST_FIELDS] if isinstance(roots, pikepdf.Array) else ()), *widgets]
            beside = any(str(one.get("/Subtype")) in _WRITTEN for one in on_pages)
            fields: dict[str, str] = {}
            ticked: list[str] = []
            joined = False
            for name, value, named in _fields(whole):
                if isinstance(value, pikepdf.Name):
                    if str(value) != "/Off":
                        ticked.append(name)
                else:
                    text, before = _text(value), fields.get(name, "") if named else ""
                    joined = joined or bool(text and before and text != before)
                    fields[name] = text or before
            mark = str(pdf.docinfo.get("/Keywords", ""))[:MOST_LETTERS]
    except MemoryError:
        return {"refused": "too much"}
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError, IndexError, AttributeError):
        return _BROKEN
    return {**told, "fields": fields, "ticked": ticked, "mark": mark, "joined": joined, "beside": beside}


def _on_pages(pdf: Any) -> Iterator[Any]:  # noqa: ANN401 - an object of pikepdf, which has no types here
    """Give what stands on the pages apart from what is drawn: fields, and what was written there by hand."""
    import pikepdf  # noqa: PLC0415 - as above

    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        if isinstance(annotations, pikepdf.Array):
            yield from (one for one in annotations if isinstance(one, pikepdf.Dictionary))


def _fields(roots: list[Any]) -> Iterator[tuple[str, Any, bool]]:
    """Give name and value of every field that is filled in, and whether the name ends with it.

    What inherits from above is filled in too (ISO 32000-2, 12.7.4).
    """
    import pikepdf  # noqa: PLC0415 - as above

    waiting: list[tuple[Any, str, Any, int]] = [(one, "", None, 0) for one in reversed(roots)]
    known: set[tuple[int, int]] = set()
    seen = 0
    while waiting and seen < MOST_FIELDS:
        one, above, inherited, depth = waiting.pop()
        if not isinstance(one, pikepdf.Dictionary) or depth > _DEPTH or one.objgen in known:
            continue
        seen += 1
        if one.is_indirect:
            known.add(one.objgen)
        part = str(one["/T"]) if isinstance(one.get("/T"), pikepdf.String) else ""
        name = ".".join(filter(None, (above, part)))[:MOST_LETTERS]
        value = one.get("/V", inherited)
        kids = one.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            waiting.extend((kid, name, value, depth + 1) for kid in list(kids)[:MOST_FIELDS])
        if value is not None and name:
            yield name, value, bool(part)


def _text(value: Any) -> str:  # noqa: ANN401 - as above
    import pikepdf  # noqa: PLC0415 - as above

    if isinstance(value, pikepdf.Stream):
        # A long text may be a stream.
        raw = value.read_bytes()[: 4 * MOST_LETTERS]
        value = pikepdf.String(raw)
    return _LANGUAGE.sub("", str(value)[: MOST_LETTERS + 1]) if isinstance(value, pikepdf.String) else ""


def read_xlsx(content: bytes) -> dict[str, Any]:
    """Return the cells of a workbook's first sheet as text; a formula gives what it gave when it was saved."""
    import openpyxl  # noqa: PLC0415 - as above

    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False, keep_vba=False
        )
        sheet = book.worksheets[0]
        # What the file claims of its size may be wrong.
        sheet.reset_dimensions()
        rows = [[_cell(one) for one in row] for row in islice(sheet.iter_rows(max_col=MOST_COLUMNS), MOST_ROWS + 1)]
    except MemoryError:
        return {"refused": "too much"}
    except Exception:  # noqa: BLE001 - whatever openpyxl makes of a file that is not what it claims to be
        return _BROKEN
    return {"cells": rows}


def _cell(one: Any) -> str:  # noqa: ANN401 - a cell of openpyxl, which has no types here
    value = one.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if not isinstance(value, int | float):
        # Excel writes the first half of a Windows line end so.
        return str(value).replace("_x000D_", "")[: MOST_LETTERS + 1]
    # A sum in euros and a share in hundredths are bare numbers that are shown with the sign of their format.
    shown = str(one.number_format)
    if "%" in shown:
        return f"{value * 100:{_EXACT}}%"
    named = next((sign for sign in _LOCALE_SYMBOL.findall(shown) if sign.strip() not in _POUNDS), "")
    bare = _LOCALE_SYMBOL.sub(r"\1", shown)
    sign = next((symbol for symbol in _SYMBOLS if symbol in bare), "") or f"{named} ".lstrip()
    whole = isinstance(value, int) or value.is_integer()
    return sign + (str(int(value)) if whole else f"{value:{_EXACT}}")[: MOST_LETTERS + 1]


def read_csv(content: bytes) -> dict[str, Any]:
    """Return the cells of a table in text; commas, semicolons or tabs part them."""
    coding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(coding)
    except UnicodeDecodeError:
        return {"refused": "coding"}
    if "\0" in text:
        return {"refused": "coding"}
    # A form's first cell holds none of them; what stands behind it may hold any of them more often than the table.
    first = re.search("[,;\t]", text)
    separator = first[0] if first else ","
    csv.field_size_limit(2 * MOST_LETTERS)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        rows = [[one[: MOST_LETTERS + 1] for one in row[:MOST_COLUMNS]] for row in islice(reader, MOST_ROWS + 1)]
    except csv.Error:
        return _BROKEN
    return {"cells": rows}


if __name__ == "__main__":
    main()
