"""Every command of every page, run on the sample board: no fault, and Ctrl+Z takes it back to the last byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import text

from boardroom.domain.entities import ENTITIES
from boardroom.exchange.board_format import table_name
from boardroom.services.meetings import plan_meeting
from boardroom.store.check import check
from boardroom.store.undo import peek_undo
from boardroom.ui.commands import COMMANDS
from boardroom.ui.links import Link
from tests.journeys.every_page import links_of, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tests.ui.program import Running

_ELSEWHERE = {"quit", "file.close", "file.new", "file.open", "file.sample", "screen.full", "undo", "redo"}
"""Commands that leave the file, or are what this test itself uses."""
_TRIED = ("home", "meetings", "arrivals", "paste", "keys", "history")
"""Pages whose commands are run here; the others are still to come."""


@pytest.fixture
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system's own dialogs, which are no part of ours, be closed without a choice."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QPrintDialog, "exec", lambda *_: 0)


def content(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that people fill."""
    names = [table_name(entity) for entity in ENTITIES]
    return {name: [tuple(row) for row in session.execute(text(f"SELECT * FROM {name} ORDER BY id"))] for name in names}  # noqa: S608 - our own names


@pytest.mark.usefixtures("nothing_chosen")
@pytest.mark.parametrize("page_id", _TRIED)
def test_every_command_runs_and_is_undone(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    before = one.desk.read(content)
    ran = 0
    for link in links_of(one.desk, page_id):
        for command in COMMANDS.values():
            if command.id in _ELSEWHERE or (command.pages and page_id not in command.pages):
                continue
            show(one, link)
            if one.window.actions_of.why_not(command.id):
                continue
            run_and_undo(one, command.id, before)
            ran += 1
    assert ran > 10
    path = one.desk.file.path
    one.close()
    assert check(path) == []


@pytest.mark.parametrize("page_id", ["meeting", "versions"])
def test_a_meeting_that_is_undone_is_left_quietly(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    show(one, Link("meetings"))
    chosen = one.desk.write("Plan a meeting", plan_meeting, one.desk.board_id, None).id
    show(one, Link(page_id, "meeting", chosen, chosen))
    assert one.page.id == page_id
    one.press("Ctrl+Z")
    one.qtbot.waitUntil(lambda: one.page.id == "meetings")
    assert one.message.startswith("Undone: ")
    assert one.page.link().meeting_id != chosen
    # Nor does Back lead to it.
    one.window.back()
    QApplication.processEvents()
    assert one.page.id != page_id


def show(one: Running, link: Link) -> None:
    one.window.go(link)
    QApplication.processEvents()


def run_and_undo(one: Running, command_id: str, before: dict[str, list[tuple[object, ...]]]) -> None:
    steps = peek_undo(one.desk.file).label
    one.window.run(command_id)
    settle(1)
    one.desk.flush()
    ask = one.program._ask
    if ask is not None and ask.isVisible():
        ask.close_sheet()
    if one.program._palette is not None and one.program._palette.isVisible():
        one.program._palette.close_sheet()
    for _ in range(5):
        if one.desk.read(content) == before:
            break
        ahead = peek_undo(one.desk.file)
        if ahead.why_not:
            # A barrier, such as giving notice, can't be taken back: the rest goes on from there.
            before.clear()
            before.update(one.desk.read(content))
            break
        one.desk.undo()
        settle(1)
    assert one.desk.read(content) == before, f"{command_id} was not undone: {steps}, {one.message}"
