"""Pages are built inside the window: none shows a window of its own meanwhile, which would take the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from boardroom.ui.links import Link
from tests.ui.pages.by_ear import WindowsShown

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window


@pytest.mark.parametrize("page", ["home", "proposals", "actions", "decisions"])
def test_no_page_shows_a_window_of_its_own(desk: Desk, show: Callable[..., Window], page: str) -> None:
    app = QApplication.instance()
    assert app is not None
    shown = WindowsShown()
    app.installEventFilter(shown)
    try:
        show(desk, Link(page))
    finally:
        app.removeEventFilter(shown)
    assert shown.seen == ["QMainWindow"]
