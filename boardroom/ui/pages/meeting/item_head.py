"""What stands above an item's texts: number, title, what kind it is, who leads it, its papers, and why it is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import ItemKind, ItemState
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, label, plain_tooltip, wrapped

if TYPE_CHECKING:
    from boardroom.store.queries.item_page import ItemView, PaperView


class ItemHead(QWidget):
    """One item in its heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._number, self._title = label("", "number"), wrapped("", "title")
        self._chips = [Chip() for _ in range(4)]
        self._lead, self._papers = Elided("", "hint"), Elided("", "hint")
        self._sign = _Sign("file")
        self._more = wrapped("", "hint")
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self._title, 1)
        for chip in self._chips:
            self._second.addWidget(chip)
        self._second.addWidget(self._lead, 1)
        self._second.addWidget(self._sign)
        self._second.addWidget(self._papers)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)
        self._column.addWidget(self._more)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_item(self, view: ItemView) -> None:
        """Show an item."""
        self._number.setText(view.number)
        self._number.setVisible(bool(view.number))
        self._title.setText(view.title)
        self.setAccessibleName(f"{view.number} {view.title}".strip())
        said = [*self._states(view), *[("", "outline")] * len(self._chips)]
        for chip, (words, tone) in zip(self._chips, said, strict=False):
            chip.say(words, tone)
            chip.setVisible(bool(words))
        self._lead.set_full(self.tr("Led by {}").format(view.lead) if view.lead else "")
        # What the agenda says in words names the same papers.
        papers = ", ".join(self._paper(one) for one in view.papers) or view.paper
        self._papers.set_full(papers)
        self._papers.setAccessibleName(self.tr("Papers: {}").format(papers) if papers else "")
        told = [f"{one.label} {one.title}".strip() or one.name for one in view.papers]
        self._sign.setToolTip(plain_tooltip("\n".join(told)))
        self._sign.setVisible(bool(papers))
        more = " ".join(self._reasons(view))
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def _states(self, view: ItemView) -> list[tuple[str, str]]:
        """Return what the item is, as chips: words and tone."""
        kinds = {
            ItemKind.PROCEDURAL: self.tr("Procedural"),
            ItemKind.DECISION: self.tr("For decision"),
            ItemKind.DISCUSSION: self.tr("For discussion"),
            ItemKind.INFORMATION: self.tr("For information"),
            ItemKind.HEADING: self.tr("Heading"),
        }
        said = [(kinds[view.kind], "tint")] if view.kind is not None else []
        if view.restricted:
            word = str(view.restriction).capitalize() if view.restriction is not None else ""
            said.append((self.tr("Restricted: {}").format(word.lower()) if word else self.tr("Restricted"), "caution"))
        if view.late_reason or view.urgent:
            said.append((self.tr("Urgent") if view.urgent else self.tr("Late"), "caution"))
        states = {
            ItemState.TAKEN: self.tr("Taken"),
            ItemState.DEFERRED: self.tr("Deferred"),
            ItemState.WITHDRAWN: self.tr("Withdrawn"),
        }
        if view.state in states:
            said.append((states[view.state], "outline"))
        return said

    def _reasons(self, view: ItemView) -> list[str]:
        """Return why it is late or restricted, and where it was put off to, a sentence each."""
        return [
            *([self.tr("Deferred to {}.").format(view.deferred_to)] if view.deferred_to else []),
            *([self.tr("Late: {}").format(_stopped(view.late_reason))] if view.late_reason else []),
            *([self.tr("Ground: {}").format(_stopped(view.ground))] if view.restricted and view.ground else []),
        ]

    def _paper(self, paper: PaperView) -> str:
        words = paper.label or paper.title or paper.name
        return self.tr("{} (to follow)").format(words) if paper.to_follow else words

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setSpacing(px(8))
        self._first.setSpacing(px(12))
        self._second.setSpacing(px(8))


class Locked(QFrame):
    """Why nothing can be written here: a lock and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it hidden."""
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._words = wrapped()
        self._row = QHBoxLayout(self)
        self._row.addWidget(_Sign("lock"), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.say("")

    def say(self, why: str) -> None:
        """Say why, or nothing."""
        self._words.setText(why)
        self.setVisible(bool(why))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(12), px(8), px(12), px(8))
        self._row.setSpacing(px(8))


class _Sign(QWidget):
    """An icon of 16 pixels that says nothing by itself."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(16), theme().px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(16)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, self._name, theme().colour("muted"))
        painter.end()


def _stopped(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
