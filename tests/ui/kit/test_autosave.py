"""Typed words reach the disk in time, in order, and under the id that they were typed for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boardroom.ui.kit.autosave import Autosave, AutosaveState

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Disk:
    """Takes contents as the desk does: the answer comes when the test lets it."""

    def __init__(self) -> None:
        self.came: list[tuple[str, str]] = []
        self.waiting: list[tuple[Callable[[Any], None], Callable[[str], None]]] = []

    def store(self, key: str, content: str, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        self.came.append((key, content))
        self.waiting.append((done, failed))

    def under(self, key: str) -> Callable[..., None]:
        return partial(self.store, key)

    def answer(self, *, trouble: str = "") -> None:
        done, failed = self.waiting.pop(0)
        if trouble:
            failed(trouble)
        else:
            done(None)


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        window = QWidget()
        self.line, self.other = QLineEdit(window), QLineEdit(window)
        layout = QVBoxLayout(window)
        layout.addWidget(self.line)
        layout.addWidget(self.other)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self.window = window
        self.disk = Disk()
        self.autosave = Autosave(self.line, self.line.text)
        self.line.textEdited.connect(self.autosave.touch)
        self.autosave.bind(self.disk.under("a"))

    @property
    def state(self) -> AutosaveState:
        return self.autosave.state


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_what_was_typed_is_saved_a_moment_after_the_last_key(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.line, "tea")
    assert desk.state.name == "WAITING"
    assert not desk.disk.came
    qtbot.waitUntil(lambda: bool(desk.disk.came), timeout=2000)
    assert desk.state.name == "SAVING"
    desk.disk.answer()
    assert desk.disk.came == [("a", "tea")]
    assert desk.state.name == "CLEAN"


def test_typing_without_a_pause_is_saved_within_a_second_all_the_same(desk: Desk) -> None:
    for _ in range(9):
        QTest.keyClicks(desk.line, "x")
        QTest.qWait(150)
    assert desk.disk.came, "1.35 s of typing with 150 ms between the keys"


def test_shortly_before_a_save_is_due_the_next_key_brings_it_along(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("boardroom.ui.kit.autosave.monotonic", lambda: now[0])
    late = QTimer()
    late.setSingleShot(True)
    for moment, before in ((0.7, False), (0.76, True)):
        now[0] = 0.0
        QTest.keyClicks(desk.line, "x")
        now[0] = moment
        QTest.keyClicks(desk.line, "x")
        # Well before the save would be due, by timers alone: a busy machine fires both late, in this order.
        late.start(100)
        qtbot.waitUntil(lambda: not late.isActive())
        assert bool(desk.disk.came) is before
        desk.autosave.flush()
        desk.disk.answer()
        desk.disk.came.clear()


def test_leaving_the_widget_saves_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.line.setFocus()
    qtbot.waitUntil(desk.line.hasFocus)
    QTest.keyClicks(desk.line, "tea")
    desk.other.setFocus()
    assert desk.disk.came == [("a", "tea")]


def test_hiding_the_widget_saves_at_once(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "tea")
    desk.line.hide()
    assert desk.disk.came == [("a", "tea")]


def test_old_words_go_under_the_old_id_when_the_widget_is_opened_for_another(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "tea")
    desk.autosave.bind(desk.disk.under("b"))
    desk.line.setText("")
    QTest.keyClicks(desk.line, "cake")
    desk.disk.answer()
    desk.autosave.flush()
    desk.disk.answer()
    assert desk.disk.came == [("a", "tea"), ("b", "cake")]
    assert desk.state.name == "CLEAN"


def test_words_typed_while_a_save_is_under_way_are_saved_after_it(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "te")
    desk.autosave.flush()
    QTest.keyClicks(desk.line, "a")
    desk.autosave.flush()
    assert desk.disk.came == [("a", "te")], "one at a time, in order"
    desk.disk.answer()
    assert desk.line.text() == "tea"
    assert desk.disk.came[1:] == [("a", "tea")]


def test_words_still_on_their_way_keep_the_old_id_when_others_wait_behind_a_save(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "te")
    desk.autosave.flush()
    QTest.keyClicks(desk.line, "a")
    desk.autosave.bind(desk.disk.under("b"))
    desk.line.setText("of b")
    desk.disk.answer()
    desk.disk.answer()
    assert desk.disk.came == [("a", "te"), ("a", "tea")]


def test_a_failed_save_keeps_its_words_and_is_tried_again(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "tea")
    desk.autosave.flush()
    desk.disk.answer(trouble="The disk is full.")
    assert desk.state.name == "FAILED"
    assert desk.autosave.trouble == "The disk is full."
    desk.autosave.flush()
    desk.disk.answer()
    assert desk.disk.came == [("a", "tea"), ("a", "tea")]
    assert desk.state.name == "CLEAN"


def test_a_failed_save_is_tried_again_without_anybody_asking(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.ui.kit.autosave.AGAIN", 50)
    QTest.keyClicks(desk.line, "tea")
    desk.autosave.flush()
    desk.disk.answer(trouble="The disk is full.")
    qtbot.waitUntil(lambda: len(desk.disk.came) == 2, timeout=1000)


def test_words_of_an_item_that_is_gone_do_not_hold_up_those_of_the_next(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "tea")
    desk.autosave.bind(desk.disk.under("b"))
    desk.line.setText("")
    desk.disk.answer(trouble="That item isn't on the agenda any more.")
    QTest.keyClicks(desk.line, "cake")
    desk.autosave.flush()
    desk.disk.answer()
    desk.disk.answer(trouble="That item isn't on the agenda any more.")
    assert ("b", "cake") in desk.disk.came
    assert desk.disk.came.count(("a", "tea")) == 2
    assert desk.state.name == "FAILED"


def test_a_widget_that_is_gone_hears_no_answer(qtbot: QtBot) -> None:
    disk = Disk()
    line = QLineEdit()
    autosave = Autosave(line, line.text)
    autosave.bind(disk.under("a"))
    autosave.touch()
    autosave.flush()
    with qtbot.waitSignal(line.destroyed, timeout=1000):
        line.deleteLater()
    disk.answer()
    assert disk.came == [("a", "")]


def test_a_fault_in_the_save_itself_marks_the_editor_and_keeps_the_words(desk: Desk) -> None:
    def broken(_content: str, _done: Callable[[Any], None], _failed: Callable[[str], None]) -> None:
        raise ZeroDivisionError

    desk.autosave.bind(broken)
    desk.line.setText("tea")
    desk.autosave.touch()
    with pytest.raises(ZeroDivisionError):
        desk.autosave.flush()
    assert desk.state.name == "FAILED"
    assert "stays in the editor" in desk.autosave.trouble
    assert desk.autosave.edited
    # Whoever leaves it would save it again.
    desk.line.removeEventFilter(desk.autosave)
