"""Documents read back by programs that are not ours, as plain words to look for things in."""

import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from typing_extensions import override

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_WORDS = re.compile(r"[\W_]+")


def squeezed(text: str) -> str:
    """Return letters and figures only, so that line ends, hyphens and markup don't matter."""
    return _NOT_WORDS.sub("", text).casefold()


def words_in(path: Path) -> str:
    """Return all that a reader finds in a document, squeezed."""
    match path.suffix:
        case ".pdf":
            return squeezed(_pdf(path))
        case ".docx":
            return squeezed(_docx(path))
        case ".html":
            return squeezed(_html(path))
        case _:
            return squeezed(path.read_text(encoding="utf-8").replace("<br>", " ").replace("\\", ""))


def _pdf(path: Path) -> str:
    """Read a PDF by two programs, in the order of its lines and of its columns: each breaks words elsewhere.

    Only the body of each page: its head and foot would stand in the middle of what runs over a page.
    """
    body = ["-enc", "UTF-8", "-x", "0", "-y", "60", "-W", "595", "-H", "720", "-r", "72", str(path), "-"]
    readings = [
        subprocess.run(["pdftotext", *how, *body], check=True, capture_output=True, text=True).stdout
        for how in ([], ["-raw"])
    ]
    readings.append("\n".join(page.extract_text() for page in PdfReader(path).pages))
    return "\n".join(readings)


def _docx(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        parts = [name for name in packed.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
        return "\n".join(
            "".join(element.itertext())
            for name in parts
            for element in ET.fromstring(packed.read(name)).iter(f"{_WORD}p")  # noqa: S314 - our own file
        )


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._quiet = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet += tag in {"style", "title", "script"}

    @override
    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in {"style", "title", "script"}

    @override
    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)


def _html(path: Path) -> str:
    parser = _Words()
    parser.feed(path.read_text(encoding="utf-8"))
    return " ".join(parser.words)
