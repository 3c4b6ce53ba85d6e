"""What differs between two versions, item by item, each paragraph on a card of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from boardroom.domain.compared import Fate
from boardroom.domain.words import TextKind
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import section
from boardroom.ui.pages.versions_compared import ComparedView, Unchanged
from boardroom.ui.pages.versions_reading import item_by_item

if TYPE_CHECKING:
    from boardroom.store.queries.versions import ItemText
    from boardroom.ui.pages.versions_reading import TwoVersions

_WIDTH = 832


class Differences(QScrollArea):
    """The paragraphs that differ, and between them how many are the same."""

    restored = Signal(object)
    """The card whose paragraph is to be brought back."""
    moved = Signal()
    """Another card has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.views: list[ComparedView] = []
        self.here: ComparedView | None = None
        self._body = QWidget()
        self._body.setProperty("role", "surface")
        self._column = QVBoxLayout(self._body)
        self._column.addStretch(1)
        self.setProperty("role", "surface")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._body)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def focused(self) -> bool:
        """Whether the focus is on one of the cards."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_versions(self, read: TwoVersions, why_not: str) -> int:
        """Show what differs; returns how many paragraphs do.

        Args:
            read: both versions.
            why_not: why nothing can be brought back; empty where it can.
        """
        at = self.views.index(self.here) if self.here in self.views else 0
        focused = self.focused
        self._clear()
        for text, compared in item_by_item(read.before, read.after):
            if all(one.fate is Fate.SAME for one in compared):
                continue
            called = self._called(text, of_one_item=read.item_id is not None)
            self._put(section(called))
            same = 0
            for one in compared:
                if one.fate is Fate.SAME:
                    same += 1
                    continue
                self._put_unchanged(same)
                same = 0
                view = ComparedView(text, one, called, why_not)
                view.restored.connect(self.restored)
                view.entered.connect(self._on_entered)
                self.views.append(view)
                self._put(view)
            self._put_unchanged(same)
        self.here = self.views[min(at, len(self.views) - 1)] if self.views else None
        if focused:
            # What was brought back is gone from here; the next one follows.
            self.enter()
        return len(self.views)

    def _called(self, text: ItemText, *, of_one_item: bool) -> str:
        """Return what stands above what differs in a text: its item, or which of an item's two texts it is."""
        if of_one_item:
            return self.tr("Notes") if text.kind is TextKind.NOTE else self.tr("Minute text")
        return f"{text.number} {text.title}".strip() or self.tr("The meeting")

    def enter(self) -> bool:
        """Put the focus on the card that had it last; returns whether there is one."""
        if self.here is None:
            return False
        self.here.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @Slot()
    def go_on(self) -> None:
        """Go to the next paragraph that differs."""
        if not self.views:
            return
        at = self.views.index(self.here) + 1 if self.focused and self.here in self.views else 0
        self.here = self.views[at % len(self.views)]
        self.enter()

    def _put(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _put_unchanged(self, count: int) -> None:
        if count:
            self._put(Unchanged(count))

    def _clear(self) -> None:
        self.views, self.here = [], None
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @Slot(object)
    def _on_entered(self, view: ComparedView) -> None:
        self.here = view
        self.ensureWidgetVisible(view)
        self.moved.emit()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(0, px(8), 0, px(24))
        self._column.setSpacing(px(8))
        self._body.setMaximumWidth(px(_WIDTH))
