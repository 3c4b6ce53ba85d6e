"""What stands above and below the proposals: what they are narrowed to, the keys, and why some were declined."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

_HINTS_FROM = 1000
_YEARS = 3


class ProposalFilters(QWidget):
    """A sector, since when, some words; the keys of the board, where there is room for them."""

    narrowed = Signal()
    left = Signal()
    """The proposals are wanted again."""

    def __init__(self, today: date) -> None:
        """Build it; nothing is narrowed.

        Args:
            today: the last of the years that are offered is its own.
        """
        super().__init__()
        sectors: list[tuple[Sector | None, str]] = [(None, self.tr("All sectors"))]
        since: list[tuple[date | None, str]] = [(None, self.tr("Since the beginning"))]
        years = (date(today.year - back, 1, 1) for back in range(_YEARS))
        self.sector = FilterButton(
            self.tr("Sector"),
            sectors + [(one, sector_name(one)) for one in Sector if one is not Sector.UNKNOWN],
            COMMANDS["proposals.sector"].key,
        )
        self.since = FilterButton(
            self.tr("Time"),
            since + [(one, self.tr("Since January {}").format(one.year)) for one in years],
            COMMANDS["proposals.since"].key,
        )
        self.strand = FilterButton(
            self.tr("Strand"), [(None, self.tr("All strands"))], COMMANDS["proposals.strand"].key
        )
        self.words = FilterLine(self.tr("Words"), COMMANDS["proposals.words"].key)
        self._across = QHBoxLayout(self)
        for filter_ in (self.sector, self.strand, self.since):
            filter_.chosen.connect(self._on_narrowed)
            self._across.addWidget(filter_)
        self.words.narrowed.connect(self._on_narrowed)
        self.words.left.connect(self.left)
        self._across.addWidget(self.words, 1)
        self._keys = QWidget()
        self._hints = QHBoxLayout(self._keys)
        self._hints.setContentsMargins(0, 0, 0, 0)
        for keys, words in (
            (("←", "→", "↑", "↓"), self.tr("move")),
            ((COMMANDS["proposals.answer"].key,), self.tr("answer")),
            ((self.tr("Enter"),), self.tr("open")),
        ):
            for key in keys:
                self._hints.addWidget(KeyHint(key))
            self._hints.addWidget(label(words, "hint"))
        self._across.addWidget(self._keys)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def offer_strands(self, strands: Sequence[tuple[UUID, str]]) -> None:
        """Offer the board's strands; without one there is nothing to narrow to."""
        self.strand.set_choices([(None, self.tr("All strands")), *strands])
        self.strand.setVisible(bool(strands))

    def show_all(self) -> None:
        """Narrow to nothing."""
        self.sector.choose(None)
        self.strand.choose(None)
        self.since.choose(None)
        self.words.empty()

    @property
    def narrow(self) -> bool:
        """Whether anything is narrowed."""
        buttons = (self.sector, self.strand, self.since)
        return any(one.value is not None for one in buttons) or bool(self.words.words)

    @Slot()
    def _on_narrowed(self) -> None:
        self.narrowed.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        # The keys go where there is no room; they never hold the page open.
        least, keys = super().minimumSizeHint(), self._keys.minimumSizeHint().width()
        return QSize(least.width() - keys, least.height()) if self._keys.isVisibleTo(self) else least

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys.setVisible(self.width() >= theme().px(_HINTS_FROM))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._across.setContentsMargins(px(24), px(12), px(24), px(12))
        self._across.setSpacing(px(8))
        self._hints.setSpacing(px(4))
        self._keys.setVisible(self.width() >= px(_HINTS_FROM))


class ProposalFoot(QFrame):
    """Why proposals were declined, in one sentence; the table of it is one key away."""

    def __init__(self) -> None:
        """Build it, hidden."""
        super().__init__()
        self.setProperty("role", "bar")
        command = COMMANDS["proposals.reasons"]
        self._words = Elided("")
        self._roomy = True
        self.reasons = CommandButton(command.said, command.key, role="link")
        self._across = QHBoxLayout(self)
        self._across.addWidget(label(self.tr("Declined"), "strong"))
        self._across.addWidget(self._words, 1)
        self._across.addWidget(self.reasons)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.hide()

    def fold(self, *, roomy: bool) -> None:
        """Go away where the window is so low that the proposals need the room."""
        self._roomy = roomy
        self.setVisible(roomy and bool(self._words.full()))

    def say(self, words: str, other_way: str) -> None:
        """Say a sentence, or hide without one.

        Args:
            words: the sentence.
            other_way: what the button does now.
        """
        self._words.set_full(words)
        self.reasons.say(other_way)
        self.fold(roomy=self._roomy)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._across.setContentsMargins(px(24), px(2), px(16), px(2))
        self._across.setSpacing(px(8))
