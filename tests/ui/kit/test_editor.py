"""Typing into the paragraph editor with real keys: what it says, what is saved, and under which ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.domain.text import ParagraphState, Run, plain
from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.editor import ParagraphEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from boardroom.ui.kit.editor_text import Draft

BODY, BULLET, NUMBERED = ParagraphForm.BODY, ParagraphForm.BULLET, ParagraphForm.NUMBERED


class File:
    """Keeps paragraphs as `services.texts.write_text` does; answers at once, unless it is told to hold."""

    def __init__(self) -> None:
        self.rows: list[ParagraphState] = []
        self.merges: list[str] = []
        self.steps: list[list[str]] = []
        self.holding: list[tuple[Draft, Callable[[Any], None]]] | None = None

    def store(self, draft: Draft, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        del failed
        if self.holding is not None:
            self.holding.append((draft, done))
            return
        self._write(draft, done)

    def _write(self, draft: Draft, done: Callable[[Any], None]) -> None:
        known = {row.id for row in self.rows}
        self.rows = [
            state if state.id in known else ParagraphState(**{**_parts(state), "id": uuid4()})
            for state in draft.paragraphs
        ]
        self.merges.append(draft.merge)
        self.steps.append([plain(row.runs) for row in self.rows])
        done([row.id for row in self.rows])

    def let_go(self) -> None:
        held, self.holding = self.holding or [], None
        for draft, done in held:
            self._write(draft, done)


class Room:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.editor = ParagraphEditor("Notes")
        QVBoxLayout(self.window).addWidget(self.editor)
        self.file = File()
        qtbot.addWidget(self.window)
        self.window.resize(700, 400)
        self.window.show()
        self.window.activateWindow()
        self.editor.setFocus()

    def open(self, *paragraphs: str | ParagraphState) -> None:
        self.file.rows = [_stored(one) for one in paragraphs]
        self.editor.open(self.file.rows, self.file.store)

    def caret(self, paragraph: int, offset: int, *, to: tuple[int, int] | None = None) -> None:
        document = self.editor.document()
        cursor = self.editor.textCursor()
        cursor.setPosition(document.findBlockByNumber(paragraph).position() + offset)
        if to is not None:
            end = document.findBlockByNumber(to[0]).position() + to[1]
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def keys(self, text: str) -> None:
        QTest.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor, key, modifier)

    @property
    def words(self) -> list[str]:
        return [plain(state.runs) for state in self.editor.paragraphs()]

    @property
    def ids(self) -> list[UUID | None]:
        return [state.id for state in self.editor.paragraphs()]

    def paste(self, text: str = "", html: str = "") -> None:
        mime = QMimeData()
        if text:
            mime.setText(text)
        if html:
            mime.setHtml(html)
        self.editor.insertFromMimeData(mime)


def _parts(state: ParagraphState) -> dict[str, Any]:
    return {name: getattr(state, name) for name in ("id", "form", "level", "runs", "language", "restricted")}


def _stored(one: str | ParagraphState) -> ParagraphState:
    state = ParagraphState(runs=(Run(one),) if one else ()) if isinstance(one, str) else one
    return ParagraphState(**{**_parts(state), "id": state.id or uuid4()})


def _says(text: str, **parts: Any) -> ParagraphState:  # noqa: ANN401 - the fields of a ParagraphState
    return ParagraphState(runs=(Run(text),), **parts)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_typed_words_are_a_paragraph_that_gets_its_id_when_it_is_stored(room: Room) -> None:
    room.open()
    room.keys("Tea was served.")
    assert room.ids == [None]
    room.editor.autosave.flush()
    assert [plain(row.runs) for row in room.file.rows] == ["Tea was served."]
    assert room.ids == [room.file.rows[0].id]
    assert room.editor.textCursor().position() == 15, "the caret stays behind the last letter"


def test_enter_in_the_middle_leaves_the_row_with_the_first_half(room: Room) -> None:
    room.open("one two", "three")
    first, second = room.ids
    room.caret(0, 3)
    room.press(Qt.Key.Key_Return)
    assert room.words == ["one", " two", "three"]
    room.editor.autosave.flush()
    assert room.ids[0] == first
    assert room.ids[2] == second
    assert room.ids[1] not in {None, first, second}


def test_enter_before_the_first_letter_leaves_the_row_with_its_words(room: Room) -> None:
    room.open("one", "two")
    rows = room.ids
    room.caret(1, 0)
    room.press(Qt.Key.Key_Return)
    assert room.words == ["one", "two"], "a blank line that was never stored is no paragraph"
    assert room.ids == rows


def test_backspace_joins_two_paragraphs_into_the_first_row(room: Room) -> None:
    room.open("one", "two", "three")
    first, _, third = room.ids
    room.caret(1, 0)
    room.press(Qt.Key.Key_Backspace)
    room.editor.autosave.flush()
    assert [plain(row.runs) for row in room.file.rows] == ["onetwo", "three"]
    assert room.ids == [first, third]


def test_a_row_that_is_deleted_and_whose_neighbour_is_typed_in_keeps_the_neighbours_id(room: Room) -> None:
    room.open("one", "two", "three")
    first, _, third = room.ids
    room.caret(1, 0, to=(2, 0))
    room.press(Qt.Key.Key_Delete)
    room.keys("x")
    room.editor.autosave.flush()
    assert [plain(row.runs) for row in room.file.rows] == ["one", "xthree"]
    assert room.ids == [first, third]


def test_joining_restricted_words_with_open_ones_keeps_them_from_the_public(room: Room) -> None:
    room.open("open", _says("restricted", restricted=True))
    room.caret(1, 0)
    room.press(Qt.Key.Key_Backspace)
    (joined,) = room.editor.paragraphs()
    assert plain(joined.runs) == "openrestricted"
    assert joined.restricted


def test_taking_out_a_restricted_paragraph_leaves_its_neighbours_open(room: Room) -> None:
    room.open("one", _says("restricted", restricted=True), "two")
    room.caret(1, 0, to=(2, 0))
    room.press(Qt.Key.Key_Delete)
    assert room.words == ["one", "two"]
    assert not any(state.restricted for state in room.editor.paragraphs())


def test_restricted_words_stay_so_when_they_are_cut_and_pasted(room: Room) -> None:
    room.open("open", _says("restricted words", restricted=True))
    room.caret(1, 0, to=(1, 10))
    mime = room.editor.createMimeDataFromSelection()
    room.caret(0, 4)
    room.editor.insertFromMimeData(mime)
    first = room.editor.paragraphs()[0]
    assert plain(first.runs) == "openrestricted"
    assert first.restricted


def test_bold_and_italic_are_set_by_keys(room: Room) -> None:
    room.open()
    room.keys("a ")
    room.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    room.keys("b")
    room.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    room.keys("c")
    room.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    room.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    room.keys(" d")
    assert room.editor.paragraphs()[0].runs == (
        Run("a "),
        Run("b", bold=True),
        Run("c", bold=True, italic=True),
        Run(" d"),
    )


def test_lists_and_levels(room: Room) -> None:
    room.open("one", "two", "three")
    room.caret(0, 0, to=(1, 1))
    room.editor.make_list("numbered")
    room.caret(1, 3)
    room.press(Qt.Key.Key_Tab)
    assert [(state.form, state.level) for state in room.editor.paragraphs()] == [
        (NUMBERED, 0),
        (NUMBERED, 1),
        (BODY, 0),
    ]
    room.press(Qt.Key.Key_Return)
    room.keys("more")
    assert (room.editor.mode.form, room.editor.mode.level) == (NUMBERED, 1), "Enter goes on with the list"
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Return)
    assert (room.editor.mode.form, room.editor.mode.level) == (NUMBERED, 0), "Enter in an empty line goes a level out"
    room.press(Qt.Key.Key_Return)
    assert room.editor.mode.form is BODY, "… and out of the list"
    room.caret(0, 0)
    room.editor.make_list(NUMBERED)
    assert room.editor.mode.form is BODY, "the same command again takes the numbers off"


def test_language_and_restriction_are_of_the_paragraph(room: Room) -> None:
    room.open("un", "two", "tri")
    room.caret(0, 1, to=(2, 0))
    room.editor.set_language("cy")
    room.editor.toggle_restricted()
    states = room.editor.paragraphs()
    assert [state.language for state in states] == ["cy", "cy", ""], "a selection that ends before a letter isn't in it"
    assert [state.restricted for state in states] == [True, True, False]
    room.editor.toggle_restricted()
    assert not any(state.restricted for state in room.editor.paragraphs())


def test_undo_is_the_windows(room: Room) -> None:
    heard = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), room.window)
    shortcut.activated.connect(lambda: heard.append("undo"))
    room.open("one")
    room.keys("x")
    room.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"]
    assert room.words == ["xone"], "the editor itself takes nothing back"


def test_a_step_ends_with_the_paragraph_and_when_typing_turns_to_deleting(room: Room) -> None:
    room.open()
    room.keys("one")
    room.press(Qt.Key.Key_Backspace)
    room.press(Qt.Key.Key_Return)
    room.keys("two")
    room.editor.autosave.flush()
    assert room.file.steps == [["one"], ["on"], ["on", "two"]]
    assert len(set(room.file.merges)) == 3


def test_typing_on_in_a_paragraph_stays_one_step(room: Room) -> None:
    room.open()
    room.keys("one ")
    room.editor.autosave.flush()
    room.keys("two")
    room.editor.autosave.flush()
    assert room.file.steps == [["one "], ["one two"]]
    assert len(set(room.file.merges)) == 1


def test_another_text_is_opened_and_the_old_words_go_under_their_own_ids(room: Room) -> None:
    room.open("of the old item")
    old = room.ids[0]
    room.keys("x")
    other = File()
    other.rows = [_stored("of the new item")]
    room.editor.open(other.rows, other.store)
    assert [(row.id, plain(row.runs)) for row in room.file.rows] == [(old, "xof the old item")]
    room.keys("y")
    room.editor.autosave.flush()
    assert [plain(row.runs) for row in other.rows] == ["yof the new item"]
    assert len(room.file.steps) == 1


def test_what_is_new_while_a_save_is_under_way_is_stored_once(room: Room) -> None:
    room.open()
    room.file.holding = []
    room.keys("one")
    room.editor.autosave.flush()
    room.keys(" two")
    room.press(Qt.Key.Key_Return)
    room.keys("three")
    room.editor.autosave.flush()
    room.file.let_go()
    assert room.file.steps[-1] == ["one two", "three"]
    assert len({row.id for row in room.file.rows}) == 2
    assert room.ids == [row.id for row in room.file.rows]


def test_a_paragraph_taken_out_while_it_was_being_stored_goes_from_the_file_too(room: Room) -> None:
    room.open("stays")
    room.caret(0, 5)
    room.press(Qt.Key.Key_Return)
    room.keys("goes")
    room.file.holding = []
    room.editor.autosave.flush()
    for _ in range(5):
        room.press(Qt.Key.Key_Backspace)
    room.file.let_go()
    room.editor.autosave.flush()
    assert [plain(row.runs) for row in room.file.rows] == ["stays"]


def test_a_save_that_failed_is_tried_again_under_its_own_key(room: Room) -> None:
    """The desk says “not saved” until the key that failed has succeeded."""
    room.open()
    keys: list[str] = []
    ends: list[Callable[[str], None]] = []

    def store(draft: Draft, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        del done
        keys.append(draft.merge)
        ends.append(failed)

    room.editor.open([], store)
    room.keys("one")
    room.editor.autosave.flush()
    room.press(Qt.Key.Key_Return)
    room.keys("two")
    ends[0]("The disk is full.")
    assert room.words == ["one", "two"]
    room.editor.autosave.flush()
    assert keys[0] == keys[1]


def test_a_screen_reader_hears_what_the_margins_show(room: Room) -> None:
    room.open("open", _says("restricted", restricted=True, language="cy"))
    assert not room.editor.accessibleDescription()
    room.press(Qt.Key.Key_Down)
    assert room.editor.accessibleDescription() == "Restricted paragraph. Language: cy."


def test_emptying_a_text_leaves_no_row(room: Room) -> None:
    room.open("one", "two")
    room.editor.selectAll()
    room.press(Qt.Key.Key_Delete)
    room.editor.autosave.flush()
    assert room.file.rows == []
    room.keys("new")
    room.editor.autosave.flush()
    assert room.words == ["new"]
    assert room.ids == [room.file.rows[0].id]


def test_a_no_break_space_is_kept(room: Room) -> None:
    room.open("paper\u00a06A")
    room.caret(0, 8)
    room.keys("!")
    assert room.words == ["paper\u00a06A!"]


def test_letters_outside_the_basic_plane_do_not_shift_what_is_bold(room: Room) -> None:
    state = ParagraphState(id=uuid4(), runs=(Run("😀 a "), Run("😀b", bold=True), Run(" c")))
    room.open(state)
    assert room.editor.paragraphs() == [state]
    room.editor.refresh([ParagraphState(id=state.id, runs=(Run("😀 a 😀 "), Run("😀b", bold=True), Run(" c")))])
    assert room.editor.paragraphs()[0].runs == (Run("😀 a 😀 "), Run("😀b", bold=True), Run(" c"))


def test_read_only_text_takes_no_letter_and_no_command(room: Room) -> None:
    room.file.rows = [_stored("sealed")]
    room.editor.open(room.file.rows, None)
    room.keys("x")
    room.press(Qt.Key.Key_Backspace)
    room.paste("y")
    room.editor.toggle_restricted()
    room.editor.make_list("bullet")
    room.press(Qt.Key.Key_Tab)
    assert room.editor.paragraphs() == room.file.rows


def test_the_caret_tells_where_it_has_come_to(room: Room) -> None:
    room.open("one", "two")
    came: list[object] = []
    room.editor.caret_moved.connect(came.append)
    room.press(Qt.Key.Key_Down)
    assert came == [room.ids[1]]
    assert room.editor.current_paragraph_id() == room.ids[1]
    room.editor.selectAll()
    assert room.editor.selected_paragraph_ids() == room.ids
    assert room.editor.go_to(room.file.rows[0].id or uuid4())
    assert not room.editor.go_to(uuid4())


# What comes from the file while somebody types


def test_a_change_from_elsewhere_moves_neither_caret_nor_selection(room: Room) -> None:
    room.open("one", "two", "three")
    room.caret(1, 1, to=(1, 3))
    one, two, three = room.file.rows
    room.editor.refresh([_says("ONE and more", id=one.id), _stored("new"), two, _says("3", id=three.id)])
    assert room.words == ["ONE and more", "new", "two", "3"]
    assert room.editor.textCursor().selectedText() == "wo"
    assert not room.editor.autosave.edited, "what the file says isn't saved back"


def test_the_caret_stays_at_its_letter_when_its_own_paragraph_is_changed_elsewhere(room: Room) -> None:
    room.open("one two three")
    room.caret(0, 8, to=(0, 11))
    room.editor.refresh([_says("one and two three", id=room.ids[0])])
    assert room.editor.textCursor().selectedText() == "thr"


def test_reading_again_while_a_save_is_under_way_shows_nothing_twice(room: Room) -> None:
    room.open()
    room.file.holding = []
    room.keys("one")
    room.editor.autosave.flush()
    room.editor.refresh([_stored("one")])
    assert room.words == ["one"]


def test_words_that_are_not_stored_yet_stay_when_the_text_is_read_again(room: Room) -> None:
    room.open("one", "two", "three")
    one, _, three = room.file.rows
    room.caret(1, 3)
    room.keys(" typed")
    room.press(Qt.Key.Key_Return)
    room.file.holding = []
    room.keys("new line")
    assert room.file.rows[1].runs == (Run("two typed"),), "Enter stored the paragraph before"
    room.editor.refresh([_says("ONE", id=one.id), room.file.rows[1], three])
    assert room.words == ["ONE", "two typed", "new line", "three"]
    assert room.editor.textCursor().block().text() == "new line"


def test_a_paragraph_taken_out_elsewhere_goes_unless_it_is_being_typed_in(room: Room) -> None:
    room.open("one", "two", "three")
    one, _, three = room.file.rows
    room.editor.refresh([one, three])
    assert room.words == ["one", "three"]
    room.caret(0, 3)
    room.keys("!")
    room.editor.refresh([three])
    assert room.words == ["one!", "three"]
    room.editor.autosave.flush()
    assert room.words == ["one!", "three"]
    assert room.ids == [row.id for row in room.file.rows]


def test_paragraphs_in_another_order_are_shown_in_it(room: Room) -> None:
    room.open("one", _says("two", form=BULLET), "three", "four")
    one, two, three, four = room.file.rows
    room.editor.refresh([four, two, one, three])
    assert room.editor.paragraphs() == [four, two, one, three]


def test_an_undo_of_everything_leaves_an_empty_text_that_can_be_typed_in(room: Room) -> None:
    room.open(_says("one", form=BULLET))
    room.editor.refresh([])
    assert room.words == []
    assert room.editor.mode.form is BODY
    room.keys("new")
    room.editor.autosave.flush()
    assert room.words == ["new"]
    assert len(room.file.rows) == 1


def test_the_words_under_the_eyes_stay_where_they_are(room: Room) -> None:
    room.open(*(f"paragraph {number}" for number in range(100)))
    room.caret(60, 0)
    QTest.qWait(20)
    top = room.editor.cursorRect().top()
    rows = room.file.rows
    room.editor.refresh([_says("a line of words " * 60, id=rows[0].id), *(_stored("new") for _ in range(5)), *rows[1:]])
    assert abs(room.editor.cursorRect().top() - top) <= 1


# Pasting


def test_every_pasted_line_is_a_paragraph(room: Room) -> None:
    room.open("start end")
    room.caret(0, 6)
    room.paste("one\r\ntwo\n\nthree ")
    assert room.words == ["start one", "two", "three end"]


def test_a_file_is_left_to_the_window(room: Room) -> None:
    room.open("one")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/board/x.pdf")])
    mime.setText("file:///board/x.pdf")
    assert not room.editor.canInsertFromMimeData(mime)
    room.editor.insertFromMimeData(mime)
    assert room.words == ["one"]


def test_a_paste_of_ten_megabytes_is_cut_and_the_bar_says_so(room: Room) -> None:
    room.open()
    sentences: list[str] = []
    room.editor.said.connect(sentences.append)
    room.paste("all the words of a long report\n" * 330_000)
    assert sum(map(len, room.words)) <= 200_000
    assert "rest was left out" in sentences[0]


def test_a_word_without_an_end_is_broken(room: Room) -> None:
    room.open()
    room.paste("x" * 300_000)
    assert max(map(len, " ".join(room.words).split(" "))) == 2000
    assert max(map(len, room.words)) <= 10_000, "a longer paragraph is slow to type in"
    assert len("".join(room.words).replace(" ", "")) > 190_000, "only what is over the cap is lost"


def test_controls_and_surrogates_do_not_come_in(room: Room) -> None:
    room.open()
    room.paste("a\x00b\x07c\u202ed\x7f")
    assert room.words == ["abc\u202ed"]


def states_of(paragraphs: Sequence[ParagraphState]) -> list[tuple[ParagraphForm, int, str]]:
    return [(state.form, state.level, plain(state.runs)) for state in paragraphs]


def test_a_list_from_another_program_stays_a_list(room: Room) -> None:
    room.open()
    room.paste(
        "x", "<p>Agreed:</p><ul><li><p>one <b>bold</b></p></li><li>two<ol><li>deep</li></ol></li></ul><p>end</p>"
    )
    assert states_of(room.editor.paragraphs()) == [
        (BODY, 0, "Agreed:"),
        (BULLET, 0, "one bold"),
        (BULLET, 0, "two"),
        (NUMBERED, 1, "deep"),
        (BODY, 0, "end"),
    ]
    assert room.editor.paragraphs()[1].runs == (Run("one "), Run("bold", bold=True))


def test_a_list_from_word_stays_a_list(room: Room) -> None:
    room.open()
    sign = "<![if !supportLists]><span>{}<span>&nbsp;&nbsp; </span></span><![endif]>"
    item = "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'>" + sign + "{}</p>"
    room.paste("x", item.format(1, "·", "a") + item.format(2, "o", "b") + item.format(1, "1.", "c"))
    assert states_of(room.editor.paragraphs()) == [(BULLET, 0, "a"), (BULLET, 1, "b"), (NUMBERED, 0, "c")]


def test_nothing_of_a_page_but_its_words_comes_in(room: Room) -> None:
    room.open()
    room.paste(
        "x", "<style>p{}</style><script>alert(1)</script><p>Tea<img src='file:///etc/passwd'></p><title>t</title>"
    )
    assert room.words == ["Tea"]
    assert "passwd" not in room.editor.toHtml()


def test_our_own_format_from_a_stranger_is_read_with_care(room: Room) -> None:
    room.open("one")
    for data in (b"", b"[[1]]", b'[["bullet", 99999, "x\\u0000y", 1, [["a\\u0007"]]]]', b"[" * 100_000, b'{"a": 1}'):
        mime = QMimeData()
        mime.setData("application/x-boardroom-paragraphs", data)
        room.editor.insertFromMimeData(mime)
    assert all("\x07" not in words for words in room.words)
    assert max(state.level for state in room.editor.paragraphs()) <= 6


def test_a_letter_leaves_the_mode_as_it_is_and_another_paragraph_does_not(qtbot: QtBot) -> None:
    editor = ParagraphEditor("Notes")
    qtbot.addWidget(editor)
    editor.open([], _keep_nothing)
    # Whoever shows commands asks all of them for their reasons then: at each key that would be felt.
    with qtbot.assertNotEmitted(editor.mode_changed):
        QTest.keyClicks(editor, "ab")
    with qtbot.waitSignal(editor.mode_changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)


def _keep_nothing(*_: object) -> None:
    """Store nothing."""


def test_laying_out_asks_no_widget_for_its_resolution(qtbot: QtBot) -> None:
    editor = ParagraphEditor("Notes")
    qtbot.addWidget(editor)
    editor.open([ParagraphState(runs=(Run(text="Tea"),))], _keep_nothing)
    editor.show()
    # A widget deep in a page climbs to its window each time, and is asked a dozen times a key.
    device = editor.document().documentLayout().paintDevice()
    assert isinstance(device, QImage)
    assert device.logicalDpiY() == editor.viewport().logicalDpiY()
