"""The forms of a call written from its page: into the folder that was chosen, one for each who is invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from boardroom.exchange.form_reading import read_form
from boardroom.ui.links import Link
from boardroom.ui.pages.calls import CallsPage
from tests.make_forms import a_call

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window


def test_the_forms_of_a_call_are_written_for_everybody_invited(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot,
    desk: Desk,
    show: Callable[..., Window],
    told: list[Said],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with desk.file.writing("Open a call") as session:
        call_id = a_call(
            session, board_id=desk.board_id, organisations=("Cŵn a Phlant", "Harbour Trust"), number="Q/7"
        ).id
    window = show(desk, Link("calls", "call", call_id))
    page = window.current_page()
    assert isinstance(page, CallsPage)
    out = tmp_path / "outbox"
    out.mkdir()
    # What the system's own dialog would answer.
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    page.slots()["calls.forms"]()
    qtbot.waitUntil(lambda: any("4 files written" in one.text for one in told), timeout=20_000)
    assert sorted(one.suffix for one in out.iterdir()) == [".docx", ".docx", ".pdf", ".pdf"]
    for one in out.glob("*.pdf"):
        assert "nothing is filled in" in read_form(one).wrong
    assert "Q-7" in next(out.glob("*.pdf")).name
