"""What kind of file some bytes are, told by the bytes themselves, and which kinds may be opened.

A name says what somebody called a file, not what a system will do with it (hazard 26). So a kind is known by
its content, and only kinds that hold no program have the ending under which they are written out.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

PDF = "application/pdf"
TEXT = "text/plain"
TABLE = "text/csv"
UNKNOWN = "application/octet-stream"

_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        PDF: ".pdf",
        "image/png": ".png",
        "image/jpeg": ".jpg",
        TEXT: ".txt",
        TABLE: ".csv",
        f"{_OOXML}.wordprocessingml.document": ".docx",
        f"{_OOXML}.spreadsheetml.sheet": ".xlsx",
        f"{_OOXML}.presentationml.presentation": ".pptx",
        f"{_ODF}.text": ".odt",
        f"{_ODF}.spreadsheet": ".ods",
        f"{_ODF}.presentation": ".odp",
    }
)
"""Media types of what can be attached and opened, each with its ending."""

_FIRST_BYTES = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_OOXML_PARTS = {
    "word/document.xml": f"{_OOXML}.wordprocessingml.document",
    "xl/workbook.xml": f"{_OOXML}.spreadsheetml.sheet",
    "ppt/presentation.xml": f"{_OOXML}.presentationml.presentation",
}
# Word's, Excel's and PowerPoint's macros and embedded programs; LibreOffice's macros and scripts.
_PROGRAM = re.compile(r"vbaproject|/activex/|/macrosheets/|/embeddings/.*\.bin$|^/basic/|^/scripts/", re.IGNORECASE)
# The types that Office itself goes by: a .docx may be a document with macros that was given another name.
_MACRO_TYPE = re.compile(rb"macroenabled|vbaproject", re.IGNORECASE)
_TYPES_PART = "[Content_Types].xml"
_MOST_PARTS = 20_000
_MOST_TYPES = 4_000_000
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OFFERED = "PDF, PNG, JPEG, plain text, CSV, and Word, Excel, PowerPoint and OpenDocument files without macros"

NOT_TAKEN = (
    f"“{{name}}” is not a kind of file that can be a paper: {_OFFERED} can. Save it as a PDF and attach that instead."
)
"""The sentence for a file of another kind."""


def media_type_of(content: bytes, name: str = "") -> str:
    """Return the media type of a file; `UNKNOWN` for whatever is not in `ENDINGS`, macros and all.

    Args:
        content: the whole file.
        name: what it is called: of text alone it tells whether it is a table.
    """
    for start, media_type in _FIRST_BYTES:
        if content.startswith(start):
            return media_type
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if _is_text(content):
        return TABLE if name.casefold().endswith(".csv") else TEXT
    return UNKNOWN


def _packed(content: bytes) -> str:
    """Return what a ZIP file is: an Office or OpenDocument file without a program in it, or unknown."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            if len(names) < len(parts) or len(parts) > _MOST_PARTS or any(_PROGRAM.search(f"/{one}") for one in names):
                return UNKNOWN
            if _TYPES_PART in names:
                if _MACRO_TYPE.search(_read(packed, _TYPES_PART)):
                    return UNKNOWN
                return next((kind for part, kind in _OOXML_PARTS.items() if part in names), UNKNOWN)
            if "mimetype" in names:
                stated = _read(packed, "mimetype").decode("ascii", errors="replace").strip()
                return stated if stated.startswith(_ODF) and stated in ENDINGS else UNKNOWN
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        # What zipfile raises at a file that is broken, encrypted, or packed in a way that it doesn't know.
        return UNKNOWN
    return UNKNOWN


def _read(packed: zipfile.ZipFile, part: str) -> bytes:
    """Return the beginning of a part; one that is longer than it can need is refused as broken."""
    with packed.open(part) as file:
        content = file.read(_MOST_TYPES + 1)
    if len(content) > _MOST_TYPES:
        message = f"{part} is too long"
        raise zipfile.BadZipFile(message)
    return content


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and not _CONTROLS.search(text)
