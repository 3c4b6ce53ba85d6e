"""The desk: writes tell of themselves, typing is saved in the background, refusals keep the text, others are heard."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.services.boards import create_board
from boardroom.services.meetings import plan_meeting
from boardroom.services.planning import change_meeting
from boardroom.store.file import BoardFile
from boardroom.store.queries.meeting_page import head_of
from boardroom.ui.desk import Desk, Said, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from sqlalchemy.orm import Session

    from boardroom.store.change import Change


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path / "board.boardroom", who="Ruth") as board:
        yield board


@pytest.fixture
def own_desk(qapp: QApplication, file: BoardFile) -> Desk:
    return Desk(file, None, qapp)


def planned(desk: Desk) -> UUID:
    board = desk.write("Start the board", create_board, "Rivermouth")
    return desk.write("Plan the meeting", plan_meeting, board.id, None, name="First").id


def heard(desk: Desk) -> list[Said]:
    said: list[Said] = []
    desk.said.connect(said.append)
    return said


def test_a_write_says_its_label_with_undo(own_desk: Desk) -> None:
    said = heard(own_desk)
    changes: list[Change] = []
    own_desk.changed.connect(changes.append)
    planned(own_desk)
    assert said[-1] == Said("Plan the meeting", undo=True)
    assert changes[-1].touches("meeting")


def test_a_refusal_is_said_and_nothing_comes_back(own_desk: Desk) -> None:
    said = heard(own_desk)
    assert own_desk.attempt("Start the board", create_board, "  ") is None
    assert said == [Said("Give a board a name.", Tone.REFUSED)]


def test_typing_is_saved_in_the_background_and_told_on_the_gui_thread(own_desk: Desk, qtbot: QtBot) -> None:
    meeting_id = planned(own_desk)
    done: list[object] = []
    with qtbot.waitSignal(own_desk.changed, timeout=5000):
        own_desk.save("Rename", change_meeting, meeting_id, name="Second", merge="meeting:name", done=done.append)
        assert not done
    assert done
    assert own_desk.read(head_of, meeting_id).name == "Second"


def test_a_write_comes_after_what_was_typed_before_it(own_desk: Desk) -> None:
    meeting_id = planned(own_desk)
    own_desk.save("Rename", change_meeting, meeting_id, name="Typed", merge="meeting:name")
    own_desk.write("Rename", change_meeting, meeting_id, name="Written")
    assert own_desk.read(head_of, meeting_id).name == "Written"
    own_desk.undo()
    assert own_desk.read(head_of, meeting_id).name == "Typed"


def refuse(_session: Session) -> None:
    message = "The disk is full."
    raise Refusal(message)


def test_a_save_that_fails_is_told_until_the_same_one_succeeds(own_desk: Desk) -> None:
    meeting_id = planned(own_desk)
    failed: list[str] = []
    own_desk.save("Write", refuse, merge="paragraph:1", failed=failed.append)
    assert not own_desk.flush()
    assert failed == ["The disk is full."]
    # Another one that succeeds doesn't make it good.
    own_desk.save("Rename", change_meeting, meeting_id, name="Third", merge="meeting:name")
    assert not own_desk.flush()
    own_desk.save("Write", change_meeting, meeting_id, name="Fourth", merge="paragraph:1")
    assert own_desk.flush()


def test_a_fault_in_a_save_is_raised_where_faults_are_reported(own_desk: Desk) -> None:
    planned(own_desk)

    def break_down(_session: Session) -> None:
        raise ZeroDivisionError

    own_desk.save("Write", break_down, merge="x")
    with pytest.raises(ZeroDivisionError):
        own_desk.flush()


def test_undo_says_what_was_undone_or_why_not(own_desk: Desk) -> None:
    planned(own_desk)
    said = heard(own_desk)
    own_desk.undo()
    own_desk.undo()
    own_desk.undo()
    assert [one.text for one in said] == [
        "Undone: Plan the meeting",
        "Undone: Start the board",
        "There is nothing of yours that can be undone.",
    ]
    assert said[-1].tone is Tone.REFUSED


def test_a_change_made_by_another_program_appears(own_desk: Desk, qtbot: QtBot, file: BoardFile) -> None:
    meeting_id = planned(own_desk)
    second = BoardFile.open(file.path, who="Second")
    assert second.read_only
    other = Desk(second, None)
    changes: list[Change] = []
    other.changed.connect(changes.append)
    other.watch()
    own_desk.write("Rename", change_meeting, meeting_id, name="Elsewhere")
    qtbot.waitUntil(lambda: bool(changes), timeout=5000)
    assert changes[0].touches("meeting")
    assert other.read(head_of, meeting_id).name == "Elsewhere"
    assert other.attempt("Rename", change_meeting, meeting_id, name="No") is None
    other.close()


class Words:
    """What is saved, to be seen going."""


def test_what_was_saved_is_let_go_of(own_desk: Desk, qtbot: QtBot) -> None:
    gone: list[weakref.ref[Words]] = []
    for number in range(20):
        words = Words()
        gone.append(weakref.ref(words))
        own_desk.save("Type", keep, words, merge=f"text:{number}")
        del words
    own_desk.flush()
    # The writer's thread may still be leaving the last of them.
    qtbot.waitUntil(lambda: not any(one() for one in gone))


def keep(_session: Session, _words: Words) -> None:
    """Save nothing."""
