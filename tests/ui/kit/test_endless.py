"""Texts that are longer than a screen, where they are only shown."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from boardroom.domain.text import ParagraphState, Run, plain
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.kit.endless import breakable, is_endless, line_shown, text_shown
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.words import Elided, label, plain_tooltip, wrapped

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ENDLESS = "x" * 300_000


def test_what_people_write_is_shown_as_it_is() -> None:
    ordinary = "The Board resolved that Llan-y-dŵr’s minibuses take the midday runs.\n" * 20
    assert text_shown(ordinary) == ordinary
    assert line_shown("Chair’s welcome") == "Chair’s welcome"
    assert text_shown("w" * 60) == "w" * 60


def test_a_word_without_an_end_can_be_broken_and_an_endless_text_is_cut() -> None:
    assert text_shown("w" * 61) == "w" * 60 + "\u200bw"
    assert len(text_shown(ENDLESS)) < 5_000
    assert line_shown(ENDLESS) == "x" * 1_000 + "…"


@pytest.mark.usefixtures("qapp")
def test_a_label_says_to_the_ear_what_it_was_given() -> None:
    one = label("w" * 70)
    assert one.accessibleName() == "w" * 70
    one.setText("Chair")
    assert not one.accessibleName()
    one.setAccessibleName("Chair of the meeting")
    one.setText("Vice-chair")
    assert one.accessibleName() == "Chair of the meeting"


def test_endless_texts_neither_widen_nor_hold_up_a_window(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    rows = Rows("Rows")
    rows.feed(lambda after, _: [] if after else [RowData(id=1, key=1, title=ENDLESS, context=ENDLESS, number=ENDLESS)])
    elided = Elided(ENDLESS)
    for widget in (wrapped(ENDLESS), elided, rows):
        layout.addWidget(widget)
    began = time.thread_time()
    page.resize(600, 400)
    page.show()
    QApplication.processEvents()
    page.resize(500, 400)
    QApplication.processEvents()
    assert time.thread_time() - began < 1
    assert page.minimumSizeHint().width() < 600
    assert elided.full() == ENDLESS
    assert len(plain_tooltip(ENDLESS)) < 5_000


def test_a_word_is_endless_from_some_length_on() -> None:
    assert not is_endless("w" * 2_000 + " " + "w" * 2_000)
    assert is_endless("before " + "w" * 2_001 + " after")
    # A space that holds words together doesn't let a line end.
    assert is_endless("w\u00a0" * 1_001)


def test_what_is_read_whole_has_places_to_break_only_where_it_is_endless() -> None:
    address = "https://www.arrowmere.example/" + "a" * 200
    assert breakable(address) == address
    broken = breakable(ENDLESS)
    assert max(map(len, broken.split("\u200b"))) <= 60
    assert broken.replace("\u200b", "") == ENDLESS


def test_an_endless_word_neither_holds_up_an_editor_nor_is_changed_by_it(qtbot: QtBot) -> None:
    editor = ParagraphEditor("Notes")
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    began = time.thread_time()
    editor.open([ParagraphState(runs=(Run("Endless", bold=True), Run(ENDLESS)))], None)
    QApplication.processEvents()
    editor.resize(500, 400)
    QApplication.processEvents()
    assert time.thread_time() - began < 2
    assert [plain(state.runs) for state in editor.paragraphs()] == ["Endless" + ENDLESS]
    editor.open([ParagraphState(runs=(Run("Words"),))], None)
    assert editor.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
