"""Trouble in the room: a clock that jumps, a computer that sleeps, pastes without end, a disk that is full."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from boardroom.domain.agenda import Paragraph
from boardroom.domain.text import plain
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.running import running_of
from boardroom.ui.kit import autosave
from tests.store.test_backup import file_size_limit
from tests.ui.pages.test_room import Room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.ui.kit.editor import ParagraphEditor
    from tests.ui.program import Running

WORDS = "The carers would rather come on a Saturday"
SOON = 200
"""Milliseconds after which a failed save is tried again here, where the program waits some seconds."""


@pytest.fixture
def begun(run: Callable[..., Running], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """The sample board's planned meeting, just started, with the caret in the notes of its first item."""
    monkeypatch.setattr(autosave, "AGAIN", SOON)
    path = tmp_path / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()
    room = Room(one)
    one.press("Ctrl+Shift+H")
    notes_of(room).setFocus()
    room.page._on_tick()
    return room


def notes_of(room: Room) -> ParagraphEditor:
    return room.page.item.texts.notes.editor


def texts_of(room: Room) -> str:
    """Return all text of the file, once the window is closed; it is sound."""
    path = room.one.desk.file.path
    assert room.one.desk.flush()
    room.one.close()
    assert check(path) == []
    with BoardFile.open(path, who="Ann Reed") as file, file.reading() as session:
        return "\n".join(plain(one.runs) for one in session.query(Paragraph))


def test_a_clock_that_goes_back_is_told_and_no_item_takes_less_than_nothing(begun: Room) -> None:
    begun.one.type(WORDS)
    begun.one.clock.go_on(minutes=-20)
    begun.page._on_tick()
    assert begun.one.message.startswith("The computer’s clock went back from 14:00 to 13:40.")
    assert begun.page.clock.bar.words().startswith("0:00")
    begun.one.press("Ctrl+PgDown")
    begun.one.clock.go_on(minutes=3)
    begun.page._on_tick()
    view = begun.one.desk.read(running_of, begun.id)
    assert [view.used_by(one, begun.one.clock.now) for one in begun.items[:2]] == [0, 180]
    assert WORDS in texts_of(begun)


def test_a_minute_more_or_less_is_not_talked_of(begun: Room) -> None:
    said = begun.one.message
    for minutes in (-1, 1, 59):
        begun.one.clock.go_on(minutes=minutes)
        begun.page._on_tick()
    assert begun.one.message == said


def test_a_computer_that_sleeps_in_the_middle_of_a_sentence_wakes_with_it(begun: Room) -> None:
    begun.one.type(WORDS)
    current = begun.current
    begun.one.clock.go_on(hours=8)
    begun.page._on_tick()
    assert begun.one.message.startswith("The computer slept, or its clock was set, from 14:00 to 22:00.")
    begun.one.type(", and by bus")
    assert begun.current == current
    assert begun.page.link().item_id == current
    assert f"{WORDS}, and by bus" in texts_of(begun)


@pytest.mark.parametrize("pasted", ["x" * 300_000, f"{'A word said twice. ' * 40}\n" * 13_000], ids=["word", "10 MB"])
def test_a_paste_without_end_is_kept_or_cut_and_said(begun: Room, pasted: str) -> None:
    begun.one.type(WORDS)
    mime = QMimeData()
    mime.setText(pasted)
    QGuiApplication.clipboard().setMimeData(mime)
    begun.one.press("Ctrl+V")
    QApplication.processEvents()
    begun.one.type("and so on")
    kept = notes_of(begun).toPlainText()
    assert kept.startswith(WORDS)
    if len(kept) < len(pasted):
        assert begun.one.message, "something was left out, and nobody says so"
    texts = texts_of(begun)
    assert WORDS in texts
    assert len(texts) >= len(kept)
    assert "and so on" in texts


def test_the_bar_of_the_item_keeps_its_place_where_nothing_is_to_be_scrolled(begun: Room) -> None:
    """Where it came and went, width and height chased each other until Qt's stack was full and the program died."""
    bar = begun.page.item.area.verticalScrollBar()
    begun.one.shell.resize(1280, 2400)
    QApplication.processEvents()
    assert bar.maximum() == 0
    assert bar.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_words_and_times_on_a_full_disk_are_told_and_the_words_kept(begun: Room) -> None:
    bar = begun.one.window.bar
    second = begun.items[1]
    with file_size_limit(0):
        begun.one.type(WORDS)
        begun.one.qtbot.waitUntil(lambda: bar._saved.text().startswith("Not saved"), timeout=10_000)
        begun.one.press("Ctrl+PgDown")
        assert begun.current == begun.items[0], "what can't be written isn't shown as done"
        assert begun.one.message
        assert WORDS in notes_of(begun).toPlainText()
        begun.one.type(" twice")
    begun.one.qtbot.waitUntil(lambda: bar._saved.text().startswith("Saved "), timeout=10_000)
    begun.one.press("Ctrl+PgDown")
    assert begun.current == second
    assert f"{WORDS} twice" in texts_of(begun)
