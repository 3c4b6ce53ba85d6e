"""Hostile text through the window: shown as what it is, on every page, and nothing that it names is loaded."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QWidget,
)

from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from boardroom.ui.pages import PAGES
from tests.journeys.every_page import links_of, settle, spoken, walk_rows
from tests.journeys.hostile_board import MARK, make_hostile
from tests.journeys.watch_files import Audit, Lure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.program import Running

LONGEST = 5
"""Seconds of the processor a page or a row may take; what freezes takes minutes."""
_WITHOUT_TEXTS = {"keys", "paste", "arrivals", "search"}
"""Pages that show nothing of the board until they are asked."""


@pytest.fixture(scope="module")
def lure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lure]:
    laid = Lure(tmp_path_factory.mktemp("lure"))
    yield laid
    laid.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, lure: Lure) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "Hostile.boardroom"
    make_hostile(path, lure.path, lure.port)
    return path


@pytest.fixture
def one(at: Callable[[Path], Running], hostile: Path, lure: Lure) -> Iterator[Running]:
    """The program at the hostile board; at its end nobody has come to the lure."""
    with Audit("lure.png") as audit:
        running = at(hostile)
        settle()
        yield running
        settle()
    assert not lure.taken()
    assert not audit.heard


def test_the_lure_hears_of_what_reads_a_text_as_markup(qapp: QApplication, lure: Lure) -> None:
    label = QLabel(f'<img src="{lure.path.as_uri()}">')
    label.show()
    qapp.processEvents()
    assert lure.taken()
    assert not lure.taken()


@pytest.mark.parametrize("page_id", PAGES)
def test_every_text_of_a_page_is_shown_as_text(page_id: str, one: Running) -> None:
    heard = 0
    for link in links_of(one.desk, page_id):
        began = time.thread_time()
        one.window.go(link)
        settle()
        assert time.thread_time() - began < LONGEST, f"{link} froze"
        heard += texts_are_plain(one.shell)
        began = time.thread_time()
        for view, _ in walk_rows(one.page):
            assert time.thread_time() - began < LONGEST, f"a row of {view.accessibleName()} froze"
            heard += texts_are_plain(one.shell)
            began = time.thread_time()
        one.page.grab()
        began = time.thread_time()
        for widget in one.page.findChildren(QWidget):
            if widget.isVisibleTo(one.page):
                ask_for_tooltip(widget)
        assert time.thread_time() - began < 2 * LONGEST
    assert heard or page_id in _WITHOUT_TEXTS, "nothing hostile was met: the test looks past it"


def texts_are_plain(shell: QWidget) -> int:
    """Hold every text of the window against markup; returns how many hostile ones were met."""
    met = 0
    assert not shell.findChildren(QMessageBox)
    for widget in [shell, *shell.findChildren(QWidget)]:
        if widget.toolTip():
            # A tooltip guesses: it is either escaped markup of ours, or has nothing that looks like any.
            assert not looks_rich(widget.toolTip()), f"{widget} tooltip {widget.toolTip()[:300]}"
        met += MARK in spoken(widget) if widget.isVisibleTo(shell) else 0
        match widget:
            case QLabel() if widget.objectName() == "qtooltip_label":
                assert not looks_rich(widget.text())
            case QLabel():
                assert widget.textFormat() is Qt.TextFormat.PlainText or not widget.text(), f"guesses: {widget.text()}"
                met += MARK in widget.text()
            case QAbstractButton():
                assert not mnemonics(widget.text()), f"binds a key: {widget.text()[:200]}"
            case QTextBrowser():
                assert not widget.openLinks()
            case QTextEdit():
                document_is_plain(widget.document())
                met += MARK in widget.toPlainText()
            case QLineEdit() | QPlainTextEdit():
                met += MARK in (widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())
            case _:
                pass
        if isinstance(widget, Rows):
            met += sum(MARK in row.title for row in widget.loaded())
    return met


def looks_rich(tooltip: str) -> bool:
    """Return whether a tooltip holds any tag but the frame and the line ends that are ours."""
    # A tooltip guesses: either it is escaped by us, or it has nothing that looks like markup.
    return "<" in tooltip.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")


def mnemonics(text: str) -> str:
    """Return the ampersands that bind a key."""
    left = text.replace("&&", "")
    return "" if "&" not in left else left


def document_is_plain(document: QTextDocument) -> None:
    """Hold a document against what markup would have made of it: pictures, links, tables."""
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            form = walk.fragment().charFormat()
            # Pictures of ours, such as the marks of sectors, have names of ours.
            assert not form.isImageFormat() or "/" not in form.toImageFormat().name()
            assert not form.isAnchor()
            walk += 1
        block = block.next()


def ask_for_tooltip(widget: QWidget) -> None:
    """Rest the pointer on a widget, as long as it takes to be told."""
    middle = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle)))
    shown = QToolTip.text()
    assert not shown or not looks_rich(shown), shown[:300]
    QToolTip.hideText()


def test_menus_say_the_step_to_undo_as_it_is_called(one: Running) -> None:
    one.window.actions_of.say_what_runs()
    texts = [action.text() for action in one.shell.findChildren(QAction) if "Undo" in action.text()]
    assert any(MARK in text for text in texts), texts
    for action in one.shell.findChildren(QAction):
        assert not mnemonics(action.text().removeprefix("&")), action.text()
        assert not looks_rich(action.toolTip()), action.toolTip()


def test_undo_and_redo_say_what_they_did(one: Running) -> None:
    one.press("Ctrl+Z")
    settle()
    assert MARK in one.message
    assert texts_are_plain(one.shell)
    one.press("Ctrl+Y")
    settle()
    assert MARK in one.message


def test_the_message_bar_says_any_text(one: Running, lure: Lure) -> None:
    sentence = f'<img src="{lure.path.as_uri()}">' + "y" * 300_000 + " {0} %1 &x"
    for say in (one.desk.tell, one.desk.refuse):
        say(sentence)
        settle()
        assert one.message == sentence
        assert texts_are_plain(one.shell)
        ask_for_tooltip(one.window.bar)


def test_the_window_is_titled_with_the_text_itself(one: Running) -> None:
    for link in links_of(one.desk, "meeting"):
        one.window.go(link)
        settle()
        assert one.shell.windowTitle()
        assert len(one.shell.windowTitle()) < 2_000


@pytest.mark.parametrize(
    "typed", ["bold", "@bold", "!bold", "=bold", "?bold", "<b>", "&Undo", "{0}", "xxxxx", "@", "?"]
)
def test_the_palette_shows_what_it_finds_as_text(typed: str, one: Running) -> None:
    one.press("Ctrl+K")
    one.type(typed)
    one.qtbot.wait(200)
    settle()
    texts_are_plain(one.shell)
    palette = one.program._palette
    assert palette is not None
    if typed == "@bold":
        assert any(MARK in row.title for row in palette.rows.loaded()), "nobody was found"
    for _ in range(5):
        one.press("Down")
    one.press("Escape")
    assert not palette.isVisible()


@pytest.mark.parametrize("typed", ["bold", '"bold', "bold NEAR(", "Undo &", "{0}", "%", "Endlessxxx", "🧨", "\u202e"])
def test_search_shows_what_it_finds_as_text(typed: str, one: Running) -> None:
    one.window.go(Link("search"))
    settle()
    one.type(typed)
    one.qtbot.wait(400)
    settle()
    found = texts_are_plain(one.shell)
    if typed == "bold":
        assert found, "nothing was found"
    for _ in walk_rows(one.page):
        texts_are_plain(one.shell)


def test_what_is_typed_as_a_name_stands_as_it_is(one: Running, lure: Lure) -> None:
    name = f"<img src='{lure.path.as_uri()}'> {{0}} %1 & Co"
    one.program._name_given(name)
    settle()
    assert name in one.message
    texts_are_plain(one.shell)
