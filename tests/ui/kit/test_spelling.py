"""Words spelt wrong are underlined as one types, and nothing of it becomes text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPaintEvent, QRegion, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.text import ParagraphState, Run, plain, runs_of
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.kit.spelling import Spelling, own_words_path
from boardroom.ui.kit.spelling_menu import SpellingMenu
from boardroom.ui.kit.spelling_process import LookUp
from boardroom.ui.kit.theme import dress, theme
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.kit.underlines import Underlines, _in_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardroom.ui.kit.editor_text import Draft

LONG_WAIT = 20_000


@pytest.fixture(autouse=True)
def _settings_of_its_own(tmp_path: Path, qapp: QApplication) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    dress(qapp, Appearance.LIGHT)


@pytest.fixture
def spelling(qapp: QApplication) -> Iterator[Spelling]:
    one = Spelling(qapp)
    yield one
    one.rest()
    one.deleteLater()


class Typed:
    def __init__(self, qtbot: QtBot, spelling: Spelling, language: str = "en-GB") -> None:
        self.qtbot, self.spelling, self.language = qtbot, spelling, language
        self.drafts: list[Draft] = []
        self.said: list[str] = []
        self.window = QWidget()
        self.editor = ParagraphEditor("Notes")
        self.underlines = Underlines(self.editor, spelling, self._language)
        self.menus = SpellingMenu(self.underlines)
        self.editor.said.connect(self.said.append)
        QVBoxLayout(self.window).addWidget(self.editor)
        qtbot.addWidget(self.window)
        self.window.resize(900, 400)
        self.window.show()
        self.window.activateWindow()
        self.editor.setFocus()

    def _language(self) -> str:
        return self.language

    def _store(self, draft: Draft, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        del done, failed
        self.drafts.append(draft)

    def open(self, *said: str | ParagraphState) -> None:
        states = [one if isinstance(one, ParagraphState) else ParagraphState(runs=runs_of(one)) for one in said]
        self.editor.open(states, self._store)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def type(self, said: str) -> None:
        QTest.keyClicks(self.editor, said)

    def settle(self) -> None:
        """Wait until every word that is painted has been looked up."""
        QApplication.processEvents()
        self.editor.grab()

        def done() -> bool:
            self.editor.grab()
            return not self.underlines.unsure()

        self.qtbot.waitUntil(done, timeout=LONG_WAIT)

    def marked(self, paragraph: int = 0) -> list[str]:
        """Return the words below which red stands, found on the screen."""
        self.settle()
        image = self.editor.viewport().grab().toImage()
        block = self.editor.document().findBlockByNumber(paragraph)
        found = []
        for word in _in_units(block.text()):
            cursor = Underlines.select(block, word)
            cursor.setPosition(cursor.selectionStart())
            left = self.editor.cursorRect(cursor)
            cursor.setPosition(block.position() + word.end)
            right = self.editor.cursorRect(cursor)
            if _red(image, left.left() + 3, right.left() - 3, left.bottom() - 10, left.bottom() + 4):
                found.append(word.text)
        return found

    @property
    def words(self) -> list[str]:
        return [plain(state.runs) for state in self.editor.paragraphs()]


def _red(image: QImage, left: int, right: int, top: int, bottom: int) -> bool:
    danger = QColor(theme().colour("danger"))
    ratio = image.devicePixelRatio()
    for x in range(round(left * ratio), round(right * ratio)):
        for y in range(round(top * ratio), min(round(bottom * ratio), image.height())):
            one = image.pixelColor(x, y)
            if one.red() - one.green() > (danger.red() - danger.green()) // 2:
                return True
    return False


@pytest.fixture
def typed(qtbot: QtBot, spelling: Spelling) -> Typed:
    return Typed(qtbot, spelling)


def test_nothing_is_started_before_the_first_edit(typed: Typed) -> None:
    typed.open("We recieved it.")
    typed.editor.grab()
    QTest.qWait(120)
    assert not typed.spelling.awake
    assert not typed.spelling.look_up.running
    typed.type(" x")
    typed.settle()
    assert typed.spelling.look_up.running


def test_a_wrong_word_is_underlined_and_a_right_one_is_not(typed: Typed) -> None:
    typed.open()
    typed.type("The comittee recieved the minutes ")
    assert typed.marked() == ["comittee", "recieved"]


def test_the_word_that_is_being_typed_is_left_alone(typed: Typed) -> None:
    typed.open()
    typed.type("A recieved comitte")
    assert typed.marked() == ["recieved"]
    QTest.keyClick(typed.editor, Qt.Key.Key_Left)
    QTest.keyClick(typed.editor, Qt.Key.Key_Right)
    assert typed.marked() == ["recieved", "comitte"]


def test_each_paragraph_is_looked_up_in_its_language(typed: Typed) -> None:
    typed.open(
        ParagraphState(runs=runs_of("cyfarfod meeting cyfarfodd")),
        ParagraphState(runs=runs_of("cyfarfod meeting cyfarfodd"), language="cy"),
        ParagraphState(runs=runs_of("réunion recieved"), language="fr"),
        "end",
    )
    typed.type(" ")
    assert [typed.marked(at) for at in range(3)] == [["cyfarfod", "cyfarfodd"], ["meeting", "cyfarfodd"], []]


def test_the_board_s_language_is_that_of_paragraphs_that_name_none(qtbot: QtBot, spelling: Spelling) -> None:
    typed = Typed(qtbot, spelling, "cy")
    typed.open("Mae’r cyfarfod a meeting.")
    typed.type(" ")
    assert typed.marked() == ["meeting"]


def test_names_that_the_board_knows_are_right(typed: Typed) -> None:
    typed.open("Siân Adeyemi's Wrekenfield recieved")
    typed.spelling.know(["Siân Adeyemi", "Wrekenfield Trust"])
    typed.type(" ")
    assert typed.marked() == ["recieved"]
    typed.spelling.know([])
    assert typed.marked() == ["Siân", "Adeyemi's", "Wrekenfield", "recieved"]


def test_underlines_are_no_part_of_the_text(typed: Typed) -> None:
    typed.open(ParagraphState(runs=(Run("We "), Run("recieved", bold=True), Run(" it"))))
    typed.type(".")
    typed.editor.autosave.flush()
    told: list[str] = []
    document = typed.editor.document()
    document.contentsChanged.connect(_Note(told, "contents"))
    typed.editor.edited.connect(_Note(told, "edited"))
    typed.editor.cursorPositionChanged.connect(_Note(told, "caret"))
    before = typed.editor.paragraphs()
    assert typed.marked() == ["recieved"]
    assert told == []
    assert typed.editor.paragraphs() == before
    assert not document.begin().layout().formats()
    assert len(typed.drafts) == 1


def test_text_that_is_only_read_is_not_marked(typed: Typed) -> None:
    typed.spelling.wake()
    typed.editor.open([ParagraphState(runs=runs_of("We recieved it."))], None)
    typed.editor.grab()
    QTest.qWait(120)
    assert not typed.spelling.look_up.running


def test_only_what_is_seen_of_a_long_text_is_looked_up(typed: Typed) -> None:
    letters = "abcdefghij"
    typed.open(*[f"word{letters[at % 10]}{letters[at // 10 % 10]}{letters[at // 100]}" for at in range(900)])
    typed.editor.moveCursor(QTextCursor.MoveOperation.Start)
    typed.type("x")
    QApplication.processEvents()
    typed.editor.grab()
    typed.qtbot.waitUntil(lambda: bool(typed.spelling._verdicts), timeout=LONG_WAIT)
    assert 3 < len(typed.spelling._verdicts) < 60


def test_a_long_paragraph_is_looked_at_by_lines(typed: Typed) -> None:
    typed.open("good words stand here and recieve more " * 2_000 + "🙂 at the comittee end")
    typed.type(" ")
    QApplication.processEvents()
    asked: list[int] = []
    marked = typed.underlines._marked

    def counted(language: str, text: str) -> Any:  # noqa: ANN401 - as the original
        asked.append(len(text))
        return marked(language, text)

    typed.underlines._marked = counted  # type: ignore[method-assign] # only listens
    typed.settle()
    assert asked
    assert max(asked) < 6_000
    image = typed.editor.viewport().grab().toImage()
    rect = typed.editor.cursorRect()
    assert _red(image, rect.left() - 120, rect.left() - 20, rect.bottom() - 10, rect.bottom() + 4)


def test_letters_beyond_the_basic_plane_do_not_shift_the_line(typed: Typed) -> None:
    typed.open("🙂🙂 the comittee 🙂 agreed to recieve")
    typed.type(" ")
    assert typed.marked() == ["comittee", "recieve"]


# What is painted


def test_a_key_paints_its_paragraph_and_no_other(typed: Typed) -> None:
    typed.open(*["We recieved it from the comittee."] * 40)
    typed.editor.setTextCursor(QTextCursor(typed.editor.document().findBlockByNumber(4)))
    typed.type("Seen ")
    typed.settle()
    painted = _Painted(typed.editor.viewport())
    for letter in "and recieved ":
        QTest.qWait(5)
        painted.heights.clear()
        typed.type(letter)
        typed.qtbot.waitUntil(lambda: bool(painted.heights))
        assert max(painted.heights) < 3 * theme().px(24), letter


def test_a_verdict_paints_the_paragraph_that_it_is_about(typed: Typed) -> None:
    typed.open(*["We met."] * 12)
    typed.type(" x")
    typed.settle()
    painted = _Painted(typed.editor.viewport())
    typed.type(" comitte ")
    QApplication.processEvents()
    painted.heights.clear()
    typed.qtbot.waitUntil(lambda: typed.spelling.is_wrong("en", "comitte") is True, timeout=LONG_WAIT)
    typed.qtbot.waitUntil(lambda: bool(painted.heights))
    assert max(painted.heights) < 3 * theme().px(24)
    assert typed.marked(11) == ["comitte"]


def test_a_line_of_a_word_left_behind_is_painted_again(typed: Typed) -> None:
    typed.open("one", "two")
    typed.type(" comitte")
    typed.settle()
    painted = _Painted(typed.editor.viewport())
    QTest.keyClick(typed.editor, Qt.Key.Key_Up)
    QApplication.processEvents()
    word = QTextCursor(typed.editor.document().lastBlock())
    left = typed.editor.cursorRect(word)
    word.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    assert (QRegion(left.united(typed.editor.cursorRect(word))) - painted.region).isEmpty()


def test_waves_stay_below_their_words_whatever_happens_around_them(typed: Typed, qtbot: QtBot) -> None:
    typed.open("We recieved it and the comittee agreed", "We recieved it", "The comittee met")
    typed.type(" ")
    typed.settle()
    start = QTextCursor(typed.editor.document())
    start.setPosition(2)
    typed.editor.setTextCursor(start)
    typed.editor.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    typed.editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    typed.editor.toggle_bold()
    assert _reds(typed) == _reds_of_another(typed, qtbot)
    typed.editor.moveCursor(QTextCursor.MoveOperation.Start)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Delete, Qt.Key.Key_End):
        QTest.keyClick(typed.editor, key)
        typed.settle()
    # Lines of another length come with other margins at first, then without.
    for width in (600, 400):
        typed.window.resize(width, 400)
        typed.settle()
    assert _reds(typed) == _reds_of_another(typed, qtbot)


def _reds_of_another(typed: Typed, qtbot: QtBot) -> set[tuple[int, int]]:
    """Return the same for an editor that shows the same text and knows nothing of what was before."""
    another = Typed(qtbot, typed.spelling)
    another.window.resize(typed.window.size())
    another.open(*typed.editor.paragraphs())
    found = _reds(another)
    assert found
    return found


def _reds(typed: Typed) -> set[tuple[int, int]]:
    typed.settle()
    image = typed.editor.viewport().grab().toImage()
    danger = QColor(theme().colour("danger"))
    least = (danger.red() - danger.green()) // 2
    found = ((x, y, image.pixelColor(x, y)) for y in range(min(200, image.height())) for x in range(image.width()))
    return {(x, y) for x, y, one in found if one.red() - one.green() > least}


class _Painted(QObject):
    """Notes which parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        self.heights: list[int] = []
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched  # the one widget
        if isinstance(event, QPaintEvent):
            self.region += event.region()
            self.heights.append(event.rect().height())
        return False


# The menu


def suggestions(typed: Typed) -> list[str]:
    def there() -> bool:
        return typed.menus.menu is not None and typed.menus._waiting is None

    typed.qtbot.waitUntil(there, timeout=LONG_WAIT)
    assert typed.menus.menu is not None
    return [action.text() for action in typed.menus.menu.actions()]


def test_the_key_offers_suggestions_and_one_takes_the_word_s_place(typed: Typed) -> None:
    typed.open(ParagraphState(runs=(Run("We "), Run("recieved", bold=True), Run(" it"))))
    typed.menus.offer()
    offered = suggestions(typed)
    assert offered[0] == "received"
    assert len(offered) <= 5 + 2
    assert offered[-1] == "Add “recieved” to your dictionary"
    menu = typed.menus.menu
    assert menu is not None
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert typed.editor.paragraphs()[0].runs == (Run("We "), Run("received", bold=True), Run(" it"))
    assert typed.editor.textCursor().position() == len("We received")


def test_the_key_goes_on_to_the_next_wrong_word_and_round(typed: Typed) -> None:
    typed.open("A comittee. It", "was recieved well.")
    typed.menus.offer()
    suggestions(typed)
    assert typed.editor.textCursor().selectedText() == "comittee"
    assert typed.menus.menu is not None
    QTest.keyClick(typed.menus.menu, Qt.Key.Key_Escape)
    QTest.keyClick(typed.editor, Qt.Key.Key_Right)
    QTest.keyClick(typed.editor, Qt.Key.Key_Right)
    typed.qtbot.waitUntil(lambda: typed.menus.menu is None)
    typed.menus.offer()
    suggestions(typed)
    assert typed.editor.textCursor().selectedText() == "recieved"


def test_a_menu_that_follows_on_another_one_gets_its_suggestions(typed: Typed) -> None:
    typed.open("A comittee. It was recieved.")
    typed.menus.offer()
    suggestions(typed)
    assert typed.menus.menu is not None
    typed.menus.menu.close()
    typed.editor.moveCursor(QTextCursor.MoveOperation.End)
    typed.menus.offer()
    assert suggestions(typed)[0] == "committee"


def test_the_key_says_that_nothing_is_wrong(typed: Typed) -> None:
    typed.open("The committee agreed.")
    typed.menus.offer()
    typed.qtbot.waitUntil(lambda: bool(typed.said), timeout=LONG_WAIT)
    assert typed.said == ["No spelling mistakes found."]


def test_the_menu_of_the_mouse_has_suggestions_above_cut_and_paste(typed: Typed) -> None:
    typed.open("recieved letters")
    typed.type(" ")
    typed.settle()
    cursor = QTextCursor(typed.editor.document())
    cursor.setPosition(3)
    at = typed.editor.cursorRect(cursor).center()
    QApplication.sendEvent(typed.editor.viewport(), _menu_at(typed, at))
    offered = suggestions(typed)
    assert offered[0] == "received"
    assert any("Paste" in one for one in offered)
    assert typed.menus.menu is not None
    typed.menus.menu.close()


def test_a_word_is_added_and_taken_out_again(typed: Typed) -> None:
    typed.open("The gwelth stands. Gwelth’s end.")
    typed.type(" ")
    assert typed.marked() == ["gwelth", "Gwelth’s"]
    assert typed.spelling.add("gwelth") == ""
    assert typed.marked() == []
    assert own_words_path().read_text("utf-8") == "gwelth\n"
    again = Spelling()
    again.wake()
    assert again.is_own("Gwelth’s")
    assert typed.spelling.take_out("Gwelth’s") == ""
    assert typed.marked() == ["gwelth", "Gwelth’s"]


def test_a_list_that_can_t_be_written_is_told(typed: Typed) -> None:
    own_words_path().parent.parent.mkdir(parents=True)
    own_words_path().parent.write_text("in the way")
    assert "can't be written" in typed.spelling.add("gwelth")
    assert typed.spelling.is_own("gwelth")


def _menu_at(typed: Typed, at: QPoint) -> QContextMenuEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, typed.editor.viewport().mapToGlobal(at))


# The process


def test_the_process_ends_when_nobody_asks_and_begins_again(qtbot: QtBot) -> None:
    look_up = LookUp(idle=200)
    answers: list[Any] = []
    look_up.answered.connect(_Answers(answers))
    look_up.ask({"language": "en", "check": ["ring"]})
    qtbot.waitUntil(lambda: len(answers) == 1 and not look_up.running, timeout=LONG_WAIT)
    look_up.ask({"language": "en", "check": ["rign"]})
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=LONG_WAIT)
    assert [answer["wrong"] for _, answer in answers] == [[], ["rign"]]
    look_up.end()


def test_what_it_falls_over_stays_without_an_answer_and_the_rest_is_answered(qtbot: QtBot) -> None:
    look_up = LookUp()
    answers: list[Any] = []
    look_up.answered.connect(_Answers(answers))
    # No language that there is: the process falls.
    look_up.ask({"language": "xx", "check": ["one"]})
    look_up.ask({"language": "en", "check": ["ring"]})
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=LONG_WAIT)
    assert [answer for _, answer in answers] == [{}, {"language": "en", "right": ["ring"], "wrong": []}]
    assert not look_up.given_up
    look_up.end()


def test_a_fall_now_and_then_is_no_reason_to_give_up(qtbot: QtBot) -> None:
    look_up = LookUp()
    answers: list[Any] = []
    look_up.answered.connect(_Answers(answers))
    for _ in range(4):
        look_up.ask({"language": "xx", "check": ["one"]})
        look_up.ask({"language": "en", "check": ["ring"]})
    qtbot.waitUntil(lambda: len(answers) == 8, timeout=LONG_WAIT)
    assert [answer.get("right") for _, answer in answers] == [None, ["ring"]] * 4
    look_up.end()


def test_words_that_could_not_be_looked_up_are_not_called_right(typed: Typed) -> None:
    typed.open("We met.")
    typed.spelling.wake()
    typed.spelling.look_up.answered.emit({"language": "en", "check": ["We", "met"]}, {"failed": True})
    typed.menus.offer()
    assert typed.said == ["Not every word could be looked up; among the others there are no spelling mistakes."]


def test_it_gives_up_after_some_falls_and_nothing_is_wrong_then(qtbot: QtBot, spelling: Spelling) -> None:
    spelling.wake()
    for _ in range(3):
        spelling.look_up.ask({"language": "xx", "check": ["one"]})
    qtbot.waitUntil(lambda: spelling.look_up.given_up, timeout=LONG_WAIT)
    spelling.want("en", ["recieved"])
    QTest.qWait(100)
    assert not spelling.look_up.running
    typed = Typed(qtbot, spelling)
    typed.open("We recieved it.")
    typed.menus.offer()
    assert typed.said == ["Spelling can't be checked: the program that looks words up doesn't start."]


class _Note:
    def __init__(self, told: list[str], what: str) -> None:
        self._told, self._what = told, what

    def __call__(self) -> None:
        self._told.append(self._what)


class _Answers:
    def __init__(self, into: list[Any]) -> None:
        self._into = into

    def __call__(self, question: Any, answer: Any) -> None:  # noqa: ANN401 - as they come
        self._into.append((question, answer))
