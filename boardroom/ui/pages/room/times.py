"""When each item was taken, to be corrected: a beginning and an end, each saved when it is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardroom.services.takings import correct_taking
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import TimeField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint, section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import time
    from uuid import UUID

    from boardroom.store.queries.running import TakingView
    from boardroom.ui.desk import Desk


class TimesPanel(QWidget):
    """Stands in place of the agenda."""

    back_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._why_not = ""
        self.lines: list[TakingLine] = []
        self.setAccessibleName(self.tr("Times of the items"))
        self.back = CommandButton(self.tr("Back to the agenda"), self.tr("Esc"), "arrow-left", role="link")
        self.back.clicked.connect(self.back_asked)
        inside = QWidget()
        inside.setProperty("role", "ground")
        self._column = QVBoxLayout(inside)
        self._column.addWidget(section(self.tr("Times of the items")))
        self._column.addWidget(hint(self.tr("Where one item followed another, both change together.")))
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setProperty("role", "ground")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._area, 1)
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_takings(self, takings: Sequence[TakingView], titles: Mapping[UUID, str], why_not: str) -> None:
        """Show when items were taken; what is being typed stays.

        Args:
            takings: in their order.
            titles: numbers and titles of the items.
            why_not: why nothing can be changed; empty where it can.
        """
        self._why_not = why_not
        if [line.taking_id for line in self.lines] != [one.id for one in takings]:
            self.commit()
            for line in self.lines:
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
            self.lines = [TakingLine(self._desk, one.id) for one in takings]
            for at, line in enumerate(self.lines):
                self._column.insertWidget(at + 2, line)
                line.show()
        for line, one in zip(self.lines, takings, strict=True):
            line.show_taking(one, titles.get(one.item_id, ""), why_not)

    @Slot()
    def commit(self) -> None:
        """Save what was typed and not left yet."""
        for line in self.lines:
            line.began.commit()
            line.ended.commit()

    def focus(self) -> None:
        """Put the caret where the last item that is over was begun: it is the likeliest to be wrong."""
        if not self.lines:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        over = [line for line in self.lines if line.ended.value is not None]
        line = over[-1] if over else self.lines[-1]
        line.began.setFocus(Qt.FocusReason.OtherFocusReason)
        line.began.line.selectAll()
        self._area.ensureWidgetVisible(line)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(16), px(4), px(12), px(12))
        self._column.setSpacing(px(12))


class TakingLine(QWidget):
    """One time of an item."""

    def __init__(self, desk: Desk, taking_id: UUID) -> None:
        """Build it empty."""
        super().__init__()
        self._desk = desk
        self.taking_id = taking_id
        self._called = Elided("", "strong")
        self.began, self.ended = TimeField(self.tr("Began")), TimeField(self.tr("Ended"))
        self.began.open(None, partial(self._save, "began"))
        self.ended.open(None, partial(self._save, "ended"))
        self._pair = QHBoxLayout()
        for field in (self.began, self.ended):
            self._pair.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(4))
        whole.addWidget(self._called)
        whole.addLayout(self._pair)
        self._pair.setSpacing(theme().px(12))

    def show_taking(self, one: TakingView, called: str, why_not: str) -> None:
        """Show when the item was taken; what is being typed stays."""
        self._called.set_full(called)
        self.began.set_value(one.began)
        self.ended.set_value(one.ended)
        self.began.set_read_only(why_not)
        self.ended.line.setPlaceholderText(self.tr("being taken"))
        self.ended.set_read_only(why_not or (self.tr("It is being taken.") if one.ended is None else ""))
        # Said one after the other, the fields would all be called the same.
        self.began.control.setAccessibleName(self.tr("{} began").format(called))
        self.ended.control.setAccessibleName(self.tr("{} ended").format(called))

    def _save(self, part: str, value: time | None) -> str:
        words = self.tr("Correct the time of {}").format(self._called.full())
        return self._desk.refused(words, correct_taking, self.taking_id, **{part: value})
