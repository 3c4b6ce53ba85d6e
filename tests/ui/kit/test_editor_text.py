"""What the editor says, and what it says has changed, against a plain model: any paragraphs, any keys."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from boardroom.domain.text import ParagraphState, Run, clean_runs
from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.editor import ParagraphEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.kit.editor_text import Draft

WORDS = st.text(st.sampled_from("ab é\u00a0ŵ😀\n&<"), max_size=8)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=4).map(clean_runs)
STATES = st.lists(
    st.builds(
        ParagraphState,
        id=st.uuids(version=4),
        form=st.sampled_from(ParagraphForm),
        level=st.integers(0, 6),
        runs=RUNS.filter(bool),
        language=st.sampled_from(["", "cy", "en-GB"]),
        restricted=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda state: state.id,
)
KEYS = st.lists(
    st.one_of(
        st.sampled_from(["type", "enter", "backspace", "delete", "up", "down", "home", "end", "save", "paste", "bold"]),
        st.sampled_from(["indent", "list", "restrict", "select", "undo elsewhere"]),
        st.tuples(st.just("go"), st.integers(0, 60), st.integers(0, 60)),
    ),
    max_size=25,
)
PLAIN_KEYS = {
    "type": Qt.Key.Key_X,
    "enter": Qt.Key.Key_Return,
    "backspace": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End,
}


class Model:
    """A board file that is written by what changed alone: wrong changes show as a wrong text."""

    def __init__(self, states: list[ParagraphState]) -> None:
        self.rows = states

    def store(self, draft: Draft, done: Callable[[list[UUID]], None], failed: Callable[[str], None]) -> None:
        del failed
        changes = draft.changes
        ids = [row.id for row in self.rows]
        assert set(changes.removed) <= set(ids)
        for state in changes.changed:
            self.rows[ids.index(state.id)] = state
        new: list[UUID] = []
        for after, states in changes.added:
            at = 0 if after is None else [row.id for row in self.rows].index(after) + 1
            named = [_with_id(state) for state in states]
            new += [state.id for state in named if state.id is not None]
            self.rows[at:at] = named
        self.rows = [row for row in self.rows if row.id not in changes.removed]
        assert [_without_id(row) for row in self.rows] == [_without_id(state) for state in draft.paragraphs]
        added = iter(new)
        done([next(added) if entry.id is None else entry.id for entry, _ in draft.rows])


def _with_id(state: ParagraphState) -> ParagraphState:
    return ParagraphState(
        id=uuid4(),
        form=state.form,
        level=state.level,
        runs=state.runs,
        language=state.language,
        restricted=state.restricted,
    )


def _read(editor: ParagraphEditor) -> list[ParagraphState]:
    """What the blocks themselves say, nothing remembered."""
    for entry in editor._text.entries:
        entry.state = None
    return editor.paragraphs()


def _without_id(state: ParagraphState) -> tuple[object, ...]:
    return state.form, state.level, state.runs, state.language, state.restricted


@pytest.fixture(scope="module")
def editor(qapp: object) -> ParagraphEditor:
    del qapp
    editor = ParagraphEditor("Notes")
    editor.resize(500, 300)
    return editor


@given(states=STATES)
def test_what_is_shown_is_what_is_read_back(editor: ParagraphEditor, states: list[ParagraphState]) -> None:
    editor.open(states, None)
    assert _read(editor) == states


@given(before=STATES, after=STATES, data=st.data())
def test_reading_again_gives_what_the_file_says(
    editor: ParagraphEditor, before: list[ParagraphState], after: list[ParagraphState], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(before), unique_by=lambda state: state.id)) if before else []
    wanted = data.draw(st.permutations([*kept, *(one for one in after if one.id not in {row.id for row in kept})]))
    editor.open(before, Model(before).store)
    editor.refresh(wanted)
    assert _read(editor) == wanted
    assert not editor.autosave.edited


@given(states=STATES, keys=KEYS)
def test_the_file_says_what_the_editor_says_after_any_keys(
    editor: ParagraphEditor, states: list[ParagraphState], keys: list[str | tuple[str, int, int]]
) -> None:
    model = Model(list(states))
    editor.open(states, model.store)
    for key in keys:
        _press(editor, key, model)
    editor.autosave.flush()
    assert model.rows == _read(editor)
    assert len({row.id for row in model.rows}) == len(model.rows)
    editor.refresh(model.rows)
    assert _read(editor) == model.rows


def _press(editor: ParagraphEditor, key: str | tuple[str, int, int], model: Model) -> None:
    if isinstance(key, tuple):
        cursor, last = editor.textCursor(), editor.document().characterCount() - 1
        cursor.setPosition(min(key[1], last))
        cursor.setPosition(min(key[2], last), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
    elif key in PLAIN_KEYS:
        QTest.keyClick(editor, PLAIN_KEYS[key])
    elif key == "paste":
        mime = QMimeData()
        mime.setText("one\n\ntwo\nthree")
        editor.insertFromMimeData(mime)
    elif key == "undo elsewhere":
        editor.autosave.flush()
        model.rows = model.rows[1:]
        editor.refresh(model.rows)
    else:
        commands = {
            "save": editor.autosave.flush,
            "bold": editor.toggle_bold,
            "indent": editor.indent,
            "restrict": editor.toggle_restricted,
            "select": editor.selectAll,
        }
        if key == "list":
            editor.make_list("numbered")
        else:
            commands[key]()
