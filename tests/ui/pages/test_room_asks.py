"""What the room asks stands whole in the agenda column, its buttons too, however small the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from tests.ui.pages.in_room import enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.program import Running


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (640, 360)])
def test_a_start_on_another_day_is_asked_about_with_the_buttons_in_sight(
    run: Callable[..., Running], sample: Path, tmp_path: Path, width: int, height: int
) -> None:
    room = enter_room(run, sample, tmp_path)
    room.one.clock.go_on(days=-3)
    room.one.shell.resize(width, height)
    QApplication.processEvents()
    room.one.press("Ctrl+Shift+H")
    for _ in range(5):
        QApplication.processEvents()
    asking = room.page.agenda.asking
    assert asking.is_asking
    for button in (asking.go, asking.no):
        whole = QRect(QPoint(0, 0), button.size())
        assert whole.isValid()
        assert button.visibleRegion().boundingRect() == whole
