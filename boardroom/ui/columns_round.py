"""Going round the columns of the window by F6: the rail, then what the page has side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from boardroom.ui.pages.page import Page
    from boardroom.ui.rail import Rail


def go_round(rail: Rail, page: Page, *, backwards: bool) -> None:
    """Put the focus on the next column that takes it.

    Args:
        rail: the rail, which may be out of sight.
        page: the page that is shown.
        backwards: whether the column before is wanted.
    """
    # What an empty page shows in place of its columns counts as one.
    here = [one for one in page.columns() if one.isVisible()] or [page]
    columns = [*([rail] if rail.isVisible() else []), *here]
    focused = QApplication.focusWidget()
    at = next((n for n, one in enumerate(columns) if focused is not None and one.isAncestorOf(focused)), 0)
    for step in range(1, len(columns) + 1):
        wanted = columns[(at + (-step if backwards else step)) % len(columns)]
        if wanted is rail:
            rail.focus_current()
        elif wanted is page:
            page.focus()
        else:
            page.focus_column(wanted)
        # A column with nothing in it takes no focus.
        if QApplication.focusWidget() is not focused:
            return
