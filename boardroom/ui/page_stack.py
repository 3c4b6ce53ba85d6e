"""The pages of the window: built when first wanted, kept while they serve, let go of when they are in the way."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from boardroom.ui.pages import PAGES
from boardroom.ui.pages.page import Page

if TYPE_CHECKING:
    from boardroom.ui.desk import Desk


class PageStack(QStackedWidget):
    """One of them is seen; its signals alone go on, for a page out of sight may read anew too."""

    head_changed = Signal()
    commands_changed = Signal()
    lost = Signal()
    """The one thing that the page shows is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self._pages: dict[str, Page] = {}
        # A page lays itself out anew once it is narrow; what it needs while it is wide must not keep it wide.
        self.setMinimumSize(1, 1)

    def page(self, page_id: str, desk: Desk) -> Page:
        """Return a page, built when it is first wanted.

        Raises:
            Refusal: it can't be built, for the board file is gone or damaged.
        """
        if page_id not in self._pages:
            module, name = PAGES[page_id]
            page: Page = getattr(import_module(module), name)(desk)
            page.head_changed.connect(self._on_head_changed)
            page.commands_changed.connect(self.commands_changed)
            # It may be found while the page is being shown, or a change is still being told.
            page.gone.connect(self._on_gone, Qt.ConnectionType.QueuedConnection)
            self._pages[page_id] = page
            self.addWidget(page)
        return self._pages[page_id]

    def current_page(self) -> Page | None:
        """Return what is shown, if it is a page."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_alone(self, widget: QWidget) -> None:
        """Show something that is no page."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        self.setCurrentWidget(widget)

    def remove_alone(self, widget: QWidget) -> None:
        """Take it away again."""
        self.removeWidget(widget)
        widget.deleteLater()

    def drop_hidden(self) -> None:
        """Let go of the pages that are out of sight; what was typed on them is on the disk."""
        shown = self.current_page()
        for page in [one for one in self._pages.values() if one is not shown]:
            self._drop(page)
            # Dressing pages that nobody sees holds the window for seconds, so they go now, not later.
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def drop_all(self) -> None:
        """Let go of every page: the board file is left."""
        for page in list(self._pages.values()):
            self._drop(page)

    def _drop(self, page: Page) -> None:
        del self._pages[page.id]
        self.removeWidget(page)
        page.deleteLater()

    @Slot()
    def _on_head_changed(self) -> None:
        if self.sender() is self.current_page():
            self.head_changed.emit()

    @Slot()
    def _on_gone(self) -> None:
        page = self.current_page()
        if page is not None and page is self.sender() and page.is_stale:
            self.lost.emit()
