"""A disk that fills and a board file that goes away while somebody types: nothing is lost, and the bar says so."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from boardroom.store.check import check
from boardroom.ui.faults import Faults
from boardroom.ui.kit import autosave
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.links import Link
from boardroom.ui.pages import PAGES
from tests.journeys.every_page import links_of, settle
from tests.store.test_backup import file_size_limit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.program import Running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, and renaming what is open, are POSIX's")

WORDS = "The Board heard from the carers"
SOON = 200
"""Milliseconds after which a failed save is tried again here, where the program waits some seconds."""


@pytest.fixture
def typing(at: Callable[[Path], Running], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The program with the caret in a note, and its own catcher of faults."""
    monkeypatch.setattr(autosave, "AGAIN", SOON)
    one = at(sample)
    faults = Faults(tmp_path / "log", one.program)
    faults.told.connect(one.window.refuse)
    one.window.go(links_of(one.desk, "meeting")[2])
    settle()
    editor_of(one).setFocus()
    assert one.desk.flush()
    return one


def editor_of(one: Running) -> ParagraphEditor:
    return next(each for each in one.page.findChildren(ParagraphEditor) if each.isVisibleTo(one.page))


def saved_says(one: Running) -> str:
    return one.window.bar._saved.text()


def no_fault(one: Running) -> None:
    """See that whatever went wrong was told as a refusal, not met as a bug."""
    log = one.folder / "log" / "boardroom.log"
    assert not log.exists(), log.read_text(encoding="utf-8")[-3000:]
    assert one.shell.isVisible()


def wait_until_not_saved(one: Running) -> None:
    one.qtbot.waitUntil(lambda: saved_says(one).startswith("Not saved"), timeout=10_000)


def test_words_typed_on_a_full_disk_are_saved_when_there_is_room_again(typing: Running) -> None:
    with file_size_limit(0):
        typing.type(WORDS)
        wait_until_not_saved(typing)
        assert typing.message.endswith(".")
        assert "saved" in typing.message
        typing.type(" twice")
        assert f"{WORDS} twice" in editor_of(typing).toPlainText()
        typing.qtbot.wait(3 * SOON)
        assert saved_says(typing).startswith("Not saved")
    typing.qtbot.waitUntil(lambda: saved_says(typing).startswith("Saved "), timeout=10_000)
    no_fault(typing)
    path = typing.desk.file.path
    typing.close()
    assert check(path) == []
    assert f"{WORDS} twice".encode() in path.read_bytes() or f"{WORDS} twice" in _texts_in(path)


def _texts_in(path: Path) -> str:
    from boardroom.domain.agenda import Paragraph  # noqa: PLC0415 - only this looks into the file
    from boardroom.domain.text import plain  # noqa: PLC0415
    from boardroom.store.file import BoardFile  # noqa: PLC0415

    with BoardFile.open(path, who="Ann Reed") as file, file.reading() as session:
        return "\n".join(plain(one.runs) for one in session.query(Paragraph))


def test_closing_with_words_that_can_not_be_saved_asks_once(typing: Running) -> None:
    with file_size_limit(0):
        typing.type(WORDS)
        wait_until_not_saved(typing)
        typing.shell.close()
        assert typing.shell.isVisible()
        assert "again to leave without it" in typing.message
        assert WORDS in editor_of(typing).toPlainText()
        typing.shell.close()
        assert not typing.shell.isVisible()


def test_other_pages_are_shown_while_words_wait_and_the_words_are_there_again(typing: Running) -> None:
    here = typing.page.link()
    with file_size_limit(0):
        typing.type(WORDS)
        wait_until_not_saved(typing)
        for page_id in PAGES:
            typing.window.go(Link(page_id))
            settle()
            assert typing.page.id == page_id
        assert saved_says(typing).startswith("Not saved")
        typing.window.go(here)
        settle()
    typing.qtbot.waitUntil(lambda: saved_says(typing).startswith("Saved "), timeout=10_000)
    no_fault(typing)
    assert WORDS in _note_texts(typing)


def _note_texts(one: Running) -> str:
    one.desk.flush()
    path = one.folder / "copy.boardroom"
    source = one.desk.file.path
    one.close()
    shutil.copyfile(source, path)
    return _texts_in(path)


def test_a_file_that_was_renamed_is_told_and_the_words_stay(typing: Running) -> None:
    path = typing.desk.file.path
    aside = path.with_name("Aside.boardroom")
    move(path, aside)
    typing.type(WORDS)
    typing.qtbot.wait(1_500)
    typing.desk.flush()
    settle()
    # Either it is still written where it lies now, or the bar says that it isn't saved; never neither.
    assert WORDS in editor_of(typing).toPlainText()
    said = saved_says(typing)
    move(aside, path)
    typing.qtbot.wait(4 * SOON)
    typing.desk.flush()
    settle()
    no_fault(typing)
    assert said, "the bar says nothing"
    typing.close()
    assert check(path) == []
    assert WORDS in _texts_in(path), said


def move(path: Path, to: Path) -> None:
    """Rename a board file as a file manager does: what lies beside it stays."""
    path.rename(to)


def test_a_folder_that_goes_away_is_told_and_pages_still_answer(typing: Running) -> None:
    folder = typing.desk.file.path.parent
    shutil.rmtree(folder)
    typing.type(WORDS)
    typing.qtbot.wait(1_500)
    typing.desk.flush()
    settle()
    assert WORDS in editor_of(typing).toPlainText()
    assert saved_says(typing).startswith("Not saved"), f"{saved_says(typing)}: {typing.message}"
    assert typing.message.endswith(".")
    for page_id in PAGES:
        typing.window.go(Link(page_id))
        settle()
        assert typing.page.id == page_id
    no_fault(typing)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the root may write everything")
def test_a_file_that_may_only_be_read_now_is_told(typing: Running) -> None:
    path = typing.desk.file.path
    path.chmod(0o444)
    typing.type(WORDS)
    typing.qtbot.wait(1_500)
    assert WORDS in editor_of(typing).toPlainText()
    no_fault(typing)


@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_whose_reading_fails_says_so_and_the_window_lives(page_id: str, typing: Running) -> None:
    links = links_of(typing.desk, page_id)
    path = typing.desk.file.path
    spoil(path)
    for link in links:
        typing.window.go(link)
        settle()
        assert typing.page.id == page_id
    typing.press("Ctrl+K")
    typing.type("the")
    settle()
    typing.press("Escape")
    no_fault(typing)


def spoil(path: Path) -> None:
    """Write noise over every page of a board file but the first, as a failing disk does."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
