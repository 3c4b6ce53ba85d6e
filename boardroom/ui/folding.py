"""How the frame gives way to its page: a thin rail or none, and a lower head that offers the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from boardroom.ui.kit.theme import theme, wardrobe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from boardroom.ui.head import HeadBar
    from boardroom.ui.memory import Memory
    from boardroom.ui.page_stack import PageStack
    from boardroom.ui.rail import Rail

_EM = 14
_THIN_BELOW = 72
_GONE_BELOW = 50
_LOW_BELOW = 36


class Folding(QObject):
    """Asked at each change of size, page or theme; widths are in ems of body text, so larger text folds as well."""

    def __init__(self, frame: QWidget, rail: Rail, head: HeadBar, stack: PageStack, memory: Memory) -> None:
        """Fold rail and head of a frame for the page in its stack."""
        super().__init__(frame)
        self._frame, self._rail, self._head, self._stack, self._memory = frame, rail, head, stack, memory
        self._wants_thin = memory.flag("rail.thin", otherwise=False)
        wardrobe().changed.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Give the page as much room as it needs."""
        em = max(theme().px(_EM), 1)
        wide, high = self._frame.width() / em, self._frame.height() / em
        page = self._stack.current_page()
        self._rail.setVisible(wide >= _GONE_BELOW)
        self._head.fold(roomy=high >= _LOW_BELOW, rail=wide >= _GONE_BELOW)
        wanted = self._wants_thin or (page is not None and page.thin_rail)
        self._rail.set_thin(thin=wanted or wide < _THIN_BELOW)

    def toggle_rail(self) -> None:
        """Let the rail show words, or icons alone, and remember it."""
        self._wants_thin = not self._wants_thin
        self._memory.keep_flag("rail.thin", value=self._wants_thin)
        self.fit()
