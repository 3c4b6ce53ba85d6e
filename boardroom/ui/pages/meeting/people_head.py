"""What stands above the people: each board's quorum for the item, and who is in the chair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.ui.kit.meters import QuorumMeter
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, label, plain_tooltip
from boardroom.ui.pages.meeting.quorum_words import quorum_sentence, quorum_tracks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.store.queries.attendance_page import PresidingView, QuorumView


class PeopleHead(QWidget):
    """A meter for each board of the meeting, what is missing, and the chair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._boards: list[tuple[Elided, QuorumMeter]] = []
        self._missing = label("", "danger hint")
        self._missing.setWordWrap(True)
        self._warnings = label("", "caution hint")
        self._warnings.setWordWrap(True)
        self._chair = Elided("", "hint")
        self._meters = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._meters)
        for line in (self._missing, self._warnings, self._chair):
            self._column.addWidget(line)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_quorums(
        self,
        quorums: Sequence[QuorumView],
        chair: PresidingView | None,
        *,
        of_item: bool,
        planned: bool = False,
    ) -> None:
        """Show how each board stands, and who presides.

        Args:
            quorums: one for each board.
            chair: who is in the chair; None where nobody is said to be.
            of_item: whether it is asked of an item, not of the whole meeting.
            planned: whether the meeting is yet to come: whoever has not sent apologies is expected.
        """
        while len(self._boards) < len(quorums):
            self._add_board()
        missing, warnings = [], []
        for number, (name, meter) in enumerate(self._boards):
            shown = number < len(quorums)
            meter.setVisible(shown)
            name.setVisible(shown and len(quorums) > 1)
            if not shown:
                continue
            one = _as_expected(quorums[number]) if planned else quorums[number]
            name.set_full(one.board)
            sentence = self._expected(one) if planned else quorum_sentence(one, of_item=of_item)
            meter.show_quorum(sentence, quorum_tracks(one))
            # Numbers stand in the meter; roles that are missing have no cells, and before the meeting may yet come.
            if not (planned and one.to_come):
                missing += [words for words in one.quorum.unmet if words.startswith("missing") or "needed:" in words]
            warnings += [words for words in one.quorum.warnings if words not in warnings]
        self._missing.setText(_sentences(missing))
        self._missing.setVisible(bool(missing))
        few = warnings[:1] if len(warnings) > 1 else warnings
        more = self.tr("And {} more.").format(len(warnings) - 1) if len(warnings) > 1 else ""
        self._warnings.setText(" ".join(filter(None, (*few, more))))
        self._warnings.setToolTip(plain_tooltip("\n".join(warnings)))
        self._warnings.setVisible(bool(warnings))
        self._chair.set_full(self.tr("In the chair: {}").format(chair.name) if chair is not None else "")
        self._chair.setVisible(chair is not None)

    def _expected(self, one: QuorumView) -> str:
        quorum, whole = one.quorum, one.voting_seats
        if quorum.quorate is None:
            return self.tr("Quorum not known")
        words = self.tr("Expected: {} of {}").format(min(quorum.counted, whole), whole)
        if not whole:
            words = self.tr("Expected: {}").format(quorum.counted)
        return ", ".join(filter(None, (words, self.tr("{} short").format(quorum.short) if quorum.short else "")))

    def _add_board(self) -> None:
        name, meter = Elided("", "strong"), QuorumMeter()
        self._boards.append((name, meter))
        self._meters.addWidget(name)
        self._meters.addWidget(meter)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(16), px(8), px(12), px(8))
        self._column.setSpacing(px(4))
        self._meters.setSpacing(px(4))


def _as_expected(one: QuorumView) -> QuorumView:
    """Return how a board will stand if everybody comes who has not said otherwise."""
    quorum = one.quorum
    sectors = quorum.sectors | set(one.to_come)
    return replace(one, quorum=replace(quorum, counted=quorum.counted + len(one.to_come), sectors=sectors))


def _sentences(phrases: Sequence[str]) -> str:
    return " ".join(f"{one[:1].upper()}{one[1:]}." for one in phrases)
