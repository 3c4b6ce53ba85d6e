"""Files that arrive at the window: what each is, by its content, and why it can't be taken (hazards 23, 24, 26)."""

import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from boardroom.domain.paper_types import PDF, TEXT, UNKNOWN, media_type_of
from boardroom.domain.papers import LARGEST
from boardroom.domain.refusal import Refusal
from boardroom.exchange.board_in import MEGABYTES as RECORD_MEGABYTES
from boardroom.exchange.form_reading import FormFile, form_in
from boardroom.exchange.incoming import BoardRecordFile, Incoming, read_incoming
from boardroom.exchange.paper_check import PaperCheck, check_paper
from boardroom.store.opening import check_header
from boardroom.store.trouble import shortened, why_not

_START = 16
_DATABASE = b"SQLite format 3\0"
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf")
_MEGABYTE = 1_000_000


class ArrivalKind(StrEnum):
    """What a file is to a board."""

    MEETING_RECORD = "meeting record"
    BOARD_RECORD = "board record"
    BOARD_FILE = "board file"
    FORM = "proposal form"
    PAPER = "paper"
    NOTHING = "nothing that can be taken in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that arrived.

    Attributes:
        path: where it lies.
        kind: what it is.
        about: a few words on what is in it.
        wrong: the sentence why it can't be taken; empty where it can.
        incoming: the record in it, read and checked.
        content: the bytes of a paper.
        check: what was found in a paper.
        form: what a form of a call says that came back.
    """

    path: Path
    kind: ArrivalKind
    about: str = ""
    wrong: str = ""
    incoming: Incoming | None = None
    content: bytes = b""
    check: PaperCheck | None = None
    form: FormFile | None = None


def look_at(path: Path) -> Arrival:
    """Return what a file is; whatever is wrong with it is a sentence in the answer, never raised."""
    try:
        return _look_at(path)
    except Refusal as refusal:
        return Arrival(path=path, kind=ArrivalKind.NOTHING, wrong=str(refusal))
    except OSError as error:
        name = shortened(path.name)
        return Arrival(path=path, kind=ArrivalKind.NOTHING, wrong=f"“{name}” can't be read: {why_not(error)}.")


def _look_at(path: Path) -> Arrival:
    about = path.stat()
    wrong = _no_file(path, about)
    if wrong:
        return _nothing(path, wrong)
    with path.open("rb") as file:
        start = file.read(_START)
    if start == _DATABASE:
        check_header(path)
        return Arrival(path=path, kind=ArrivalKind.BOARD_FILE, about="It holds boards of its own.")
    if start.startswith(_PROGRAMS):
        return _nothing(path, f"“{shortened(path.name)}” is a program: no program is taken into a board file.")
    if path.suffix.casefold() == ".json" or start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _record(path, about.st_size)
    return _paper(path, about.st_size)


def _no_file(path: Path, about: os.stat_result) -> str:
    """Return why what stands there is no file that can be read; empty where it is."""
    name = shortened(path.name or str(path))
    if stat.S_ISDIR(about.st_mode):
        return f"“{name}” is a folder: choose the files in it."
    if not stat.S_ISREG(about.st_mode):
        # A pipe would wait for ever.
        return f"“{name}” is a device or a pipe, not a file."
    if not about.st_size:
        return f"“{name}” is empty: it may not have been sent or saved whole."
    return ""


def _record(path: Path, size: int) -> Arrival:
    if size > RECORD_MEGABYTES * _MEGABYTE:
        name = shortened(path.name)
        return _nothing(path, f"“{name}” holds {size // _MEGABYTE:,} MB; a record may hold {RECORD_MEGABYTES}.")
    incoming = read_incoming(path)
    if isinstance(incoming, BoardRecordFile):
        meetings, boards = len(incoming.data.get("meeting", ())), incoming.data.get("board", ())
        names = ", ".join(str(one.get("name", "")) for one in boards[:3])
        return Arrival(
            path=path, kind=ArrivalKind.BOARD_RECORD, about=f"{names}: {meetings} meetings", incoming=incoming
        )
    body, meeting = incoming.data["body"]["name"], incoming.data["meeting"]
    return Arrival(
        path=path,
        kind=ArrivalKind.MEETING_RECORD,
        about=", ".join(filter(None, (str(body), str(meeting.get("date") or "")))),
        incoming=incoming,
    )


def _paper(path: Path, size: int) -> Arrival:
    if size > LARGEST:
        name, most = shortened(path.name), LARGEST // _MEGABYTE
        return _nothing(path, f"“{name}” holds {size // _MEGABYTE:,} MB; a paper may hold {most}. Save it smaller.")
    content = path.read_bytes()
    form, check = form_in(content, path.name)
    if form is not None:
        return _form(path, form)
    media_type, no_table = media_type_of(content, path.name), check.refusal
    if media_type != PDF:
        # A PDF was looked at together with its form.
        check = check_paper(content, name=shortened(path.name))
    if media_type == UNKNOWN:
        return _nothing(path, no_table or check.refusal)
    pages = f"{check.pages} pages" if check.pages and check.pages > 1 else "1 page" if check.pages else ""
    what = "plain text" if media_type == TEXT else path.suffix.lstrip(".").upper()
    return Arrival(
        path=path,
        kind=ArrivalKind.PAPER,
        about=", ".join(filter(None, (what, pages, *check.warnings))),
        wrong=check.refusal,
        content=content,
        check=check,
    )


def _form(path: Path, form: FormFile) -> Arrival:
    count = len(form.forms)
    what = (form.forms[0].title or form.forms[0].text) if count == 1 else f"{count} proposals" if count else ""
    blank = sum(len(one.missing) for one in form.forms)
    blanks = "1 question left blank" if blank == 1 else f"{blank} questions left blank" if blank else ""
    return Arrival(
        path=path,
        kind=ArrivalKind.FORM,
        about=", ".join(filter(None, (shortened(what), blanks, *form.warnings))),
        wrong=form.wrong,
        form=form,
    )


def _nothing(path: Path, wrong: str) -> Arrival:
    return Arrival(path=path, kind=ArrivalKind.NOTHING, wrong=wrong)
