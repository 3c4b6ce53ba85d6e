"""Files of every wrong kind dropped on the window, and pastes that are too much for any field."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.recent import recent_steps
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.links import Link
from boardroom.ui.pages import PAGES
from boardroom.ui.pages.arrivals import ArrivalsPage
from tests.exchange.make_papers import a_bomb, a_pdf, locked
from tests.journeys.every_page import links_of, settle
from tests.journeys.test_bad_files import POSIX
from tests.store.test_opening import newer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.program import Running

LONGEST = 5
"""Seconds of the processor that a paste may take on the GUI thread."""


def drop(one: Running, *paths: Path) -> None:
    """Drop files on the middle of the window, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop_mime(one, mime)


def drop_mime(one: Running, mime: QMimeData) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = one.shell.rect().center()
    entered = QDragEnterEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, left, none)
    # Qt gives the drop to whom it was dragged over before.
    QApplication.sendEvent(one.shell, entered)
    dropped = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(one.shell, dropped)
    QApplication.processEvents()


def arrived(one: Running, count: int) -> ArrivalsPage:
    """Wait until so many files were looked at; papers are looked at in a process of their own.

    No settling before that: who waits for jobs cancels them.
    """
    one.qtbot.waitUntil(lambda: isinstance(one.window.current_page(), ArrivalsPage), timeout=10_000)
    page = one.page
    assert isinstance(page, ArrivalsPage)
    one.qtbot.waitUntil(lambda: len(page.arrivals) == count and not page.bar.is_busy, timeout=120_000)
    settle()
    return page


def sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    return path


def holding(content: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def a_folder(path: Path) -> Path:
    path.mkdir()
    (path / "inside.pdf").write_bytes(a_pdf())
    return path


def a_pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def closed(path: Path) -> Path:
    path.write_bytes(b"x")
    path.unlink()
    path.symlink_to(path)
    return path


DEEP = b"[" * 50_000_000 + b"]" * 50_000_000
WRONG: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "a folder": ("Papers", a_folder),
    "nothing in it": ("Empty.pdf", holding(b"")),
    "2 GB": ("Large.pdf", sparse),
    "2 GB of record": ("Large.json", sparse),
    "a pipe": ("Pipe.pdf", a_pipe),
    "a device": ("Zero", lambda _: Path("/dev/zero")),
    "a link to itself": ("Link.pdf", closed),
    "gone": ("Gone.pdf", lambda path: path),
    "a program": ("Setup.exe", holding(b"MZ\x90\0" + b"\0" * 2000)),
    "a script": ("Run.pdf", holding(b"#!/bin/sh\nrm -rf ~\n")),
    "a program named as a paper": ("Minutes.pdf", holding(b"\x7fELF" + b"\0" * 2000)),
    "a broken PDF": ("Broken.pdf", holding(a_pdf()[:200])),
    "a locked PDF": ("Locked.pdf", holding(locked(user="u", owner="o"))),
    "a bomb": ("Bomb.pdf", holding(a_bomb())),
    "JSON 50 million deep": ("Deep.json", holding(DEEP)),
    "JSON of another kind": ("Other.json", holding(b'{"a": 1, "a": 2, "b": NaN}')),
    "half of a record": ("Half.json", holding(b'{"format": "boardroom.board-record/1", "person": [')),
    "no text at all": ("Noise.json", holding(bytes(range(256)) * 4)),
}
"""What each wrong kind of file is called, and how it is made."""


@POSIX
@pytest.mark.parametrize("kind", WRONG)
def test_a_file_that_can_not_be_taken_says_why(
    kind: str, at: Callable[[Path], Running], sample: Path, tmp_path: Path
) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, "meeting")[2])
    settle()
    name, make = WRONG[kind]
    before = one.desk.read(recent_steps)[0]
    drop(one, make(tmp_path / name))
    page = arrived(one, 1)
    (arrival,) = page.arrivals
    assert arrival.wrong.endswith((".", "!")), f"{kind}: {arrival}"
    assert len(arrival.wrong) < 600
    for unkind in ("Traceback", "Error", "Errno", "NoneType", "<class"):
        assert unkind not in arrival.wrong
    assert page.why_not("arrivals.take")
    assert one.desk.read(recent_steps)[0] == before, "something was written"
    works_on(one)


def works_on(one: Running) -> None:
    """See that the window still shows pages and takes keys."""
    one.window.go(Link("decisions"))
    settle()
    assert one.page.id == "decisions"
    one.press("Ctrl+K")
    one.press("Escape")


@POSIX
def test_all_wrong_files_at_once_leave_the_right_one(
    at: Callable[[Path], Running], sample: Path, tmp_path: Path
) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, "meeting")[2])
    settle()
    made = [make(tmp_path / f"{number} {name}") for number, (name, make) in enumerate(WRONG.values())]
    right = tmp_path / "Right.pdf"
    right.write_bytes(a_pdf())
    drop(one, *made, right)
    page = arrived(one, len(made) + 1)
    assert sum(not arrival.wrong for arrival in page.arrivals) == 1
    assert not page.why_not("arrivals.take")
    works_on(one)


@pytest.mark.parametrize("kind", ["damaged", "newer", "no board file", "open elsewhere", "gone"])
def test_a_board_file_that_can_not_be_opened_says_why(
    kind: str, at: Callable[[Path], Running], sample: Path, tmp_path: Path
) -> None:
    one = at(sample)
    path, other = tmp_path / "Other.boardroom", None
    match kind:
        case "damaged":
            content = bytearray(sample.read_bytes())
            content[2 * 4096 : 3 * 4096] = b"\xff" * 4096
            path.write_bytes(content)
        case "newer":
            path.write_bytes(sample.read_bytes())
            newer(path)
        case "no board file":
            path.write_text("Dear all", encoding="utf-8")
        case "open elsewhere":
            path.write_bytes(sample.read_bytes())
            other = BoardFile.open(path, who="Somebody")
        case _:
            pass
    drop(one, path)
    one.qtbot.waitUntil(
        lambda: bool(one.message) or (one.window.desk is not None and bool(one.desk.read_only)), timeout=30_000
    )
    settle()
    if other is not None:
        assert one.desk.read_only
        other.close()
    elif kind == "newer":
        assert one.desk.file.path == path
        assert "newer version" in one.desk.read_only
    else:
        assert one.message.endswith(".")
        assert "Other" in one.message
    one.press("Ctrl+K")
    one.press("Escape")
    assert one.shell.isVisible()


def test_what_is_no_file_is_refused(at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    mime = QMimeData()
    mime.setUrls([QUrl("http://example.org/minutes.pdf")])
    drop_mime(one, mime)
    assert one.message == "Only files of this computer can be dropped here."
    mime = QMimeData()
    mime.setText("words")
    drop_mime(one, mime)
    works_on(one)


HUGE = {
    "10 MB": ("The Board noted the report. " * 40 + "\n") * 9_000,
    "300 kB without a space": "x" * 300_000,
    "300,000 lines": "x\n" * 300_000,
    "controls": "a\0b\x1b[31mc\u202ed\ufeff\ud800e\r\nf\x0bg" * 1000,
}


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_paste_into_the_paragraphs_neither_freezes_nor_is_lost(
    kind: str, at: Callable[[Path], Running], sample: Path
) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, "meeting")[2])
    settle()
    editor = next(each for each in one.page.findChildren(ParagraphEditor) if each.isVisibleTo(one.page))
    editor.setFocus()
    before = len(editor.toPlainText())
    spent = paste(one, HUGE[kind])
    assert spent < LONGEST, f"it held the window for {spent:.1f} s"
    assert len(editor.toPlainText()) > before
    began = time.thread_time()
    one.type("abc")
    assert time.thread_time() - began < LONGEST
    assert one.desk.flush(), one.message
    settle()
    assert "Not saved" not in one.window.bar._saved.text()
    one.press("Ctrl+Z")
    settle()
    works_on(one)


FORMS: dict[str, tuple[str, ...]] = {
    "decisions": (),
    "actions": (),
    "proposals": ("proposals.answer",),
    "partners": (),
    "settings": (),
    "meeting": ("item.details", "record.proposal", "record.decision"),
}
"""Pages with fields, and the commands that open them where they aren't there at once."""


@pytest.mark.parametrize("kind", HUGE)
@pytest.mark.parametrize("page_id", FORMS)
def test_a_huge_paste_into_a_field_neither_freezes_nor_kills(
    page_id: str, kind: str, at: Callable[[Path], Running], sample: Path
) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, page_id)[1 if page_id == "partners" else -1])
    settle()
    for command_id in FORMS[page_id]:
        one.window.run(command_id)
        settle(1)
        paste_into_some(one, HUGE[kind])
    if not FORMS[page_id]:
        paste_into_some(one, HUGE[kind])
    assert one.shell.isVisible()
    one.desk.flush()
    assert one.shell.windowTitle()


def paste_into_some(one: Running, text: str) -> None:
    """Paste into the last fields of the page and the first one, which may narrow a list; leave each as a user does."""
    fields = fields_of(one.page)
    assert fields, "there is nothing to paste into"
    for field in dict.fromkeys(fields[-3:] + fields[:1]):
        field.setFocus()
        settle(1)
        spent = paste(one, text)
        assert spent < LONGEST, f"{field.accessibleName()} held the window for {spent:.1f} s"
        began = time.thread_time()
        one.press("Tab")
        settle(1)
        assert time.thread_time() - began < LONGEST, f"leaving {field.accessibleName()} held the window"


def fields_of(page: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Return the fields of a page that can be typed into."""
    found: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisibleTo(page) and one.isEnabled() and not one.isReadOnly()]


def paste(one: Running, text: str) -> float:
    """Paste by keyboard; returns the seconds of the processor that it took."""
    clean = text.encode("utf-8", "replace").decode("utf-8") if sys.platform != "win32" else text
    QGuiApplication.clipboard().setText(clean)
    began = time.thread_time()
    one.press("Ctrl+V")
    QApplication.processEvents()
    return time.thread_time() - began


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_paste_as_a_table_neither_freezes_nor_kills(
    kind: str, at: Callable[[Path], Running], sample: Path
) -> None:
    one = at(sample)
    QGuiApplication.clipboard().setText(HUGE[kind].encode("utf-8", "replace").decode())
    began = time.thread_time()
    one.press("Ctrl+Shift+V")
    settle()
    assert time.thread_time() - began < 2 * LONGEST
    assert one.page.id == "paste"
    assert PAGES["paste"]
    works_on(one)


def test_the_file_is_sound_after_all_this(at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    one.window.go(links_of(one.desk, "meeting")[2])
    settle()
    editor = next(each for each in one.page.findChildren(ParagraphEditor) if each.isVisibleTo(one.page))
    editor.setFocus()
    paste(one, HUGE["controls"])
    path = one.desk.file.path
    assert one.desk.flush()
    one.close()
    assert check(path) == []
