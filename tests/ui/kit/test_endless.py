"""Texts that are longer than a screen, where they are only shown."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from boardroom.ui.kit.endless import line_shown, text_shown
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
