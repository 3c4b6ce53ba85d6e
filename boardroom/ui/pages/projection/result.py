"""The result on the second screen: one line to be read at once, its sentence, and how each sector voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import Method, Result
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.large import LargeLabel, scale_all
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark, sector_name
from boardroom.ui.pages.decision_words import capital, method_words, result_words

if TYPE_CHECKING:
    from boardroom.domain.words import Sector
    from boardroom.store.queries.projected_wording import ResultShown, SectorShown

_COLUMN, _MARK, _LINE = 150, 68, 40
_BELOW = 1.65
"""How much higher the band is with the sectors below the result."""
_BESIDE = 6
"""More sectors than this stand below the result, not beside it."""


class LargeMark(QWidget):
    """A sector's mark in the scale of its window."""

    def __init__(self, sector: Sector) -> None:
        """Make the mark of a sector."""
        super().__init__()
        self._sector = sector
        self.setAccessibleName(sector_name(sector))

    def set_width(self, width: int) -> None:
        """Take another size."""
        self.setFixedSize(width, round(width * MARK_HEIGHT / MARK_WIDTH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._sector)
        painter.end()


class SectorColumn(QWidget):
    """One sector: its mark, its name in full, and its votes."""

    def __init__(self, one: SectorShown) -> None:
        """Show how a sector voted."""
        super().__init__()
        self.mark = LargeMark(one.sector)
        self.name = LargeLabel(24, 400, "muted", least=18)
        self.name.say(sector_name(one.sector))
        self.votes = LargeLabel(28, 600)
        self.votes.say(_votes(one))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self.name, self.votes):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(words)
        column.addStretch(1)

    @property
    def lines(self) -> int:
        """How many lines its votes take."""
        return self.votes.said.count("\n") + 1

    def set_scale(self, scale: float) -> None:
        """Take the scale of the window."""
        self.setFixedWidth(round(_COLUMN * scale))
        self.mark.set_width(round(_MARK * scale))
        self.name.setFixedHeight(round(62 * scale))
        self.votes.setFixedHeight(self.lines * self.votes.fontMetrics().lineSpacing())


class ResultBand(QFrame):
    """What came of the wording; hidden while nothing did."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self.setProperty("role", "result")
        self.headline = LargeLabel(74, 700, least=36)
        self.sentence = LargeLabel(32, least=22)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.headline, 5)
        words.addWidget(self.sentence, 3)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._sectors = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addLayout(self._sectors)
        self.columns: list[SectorColumn] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_result(self, result: ResultShown | None) -> None:
        """Show a result, or none."""
        self.setVisible(result is not None)
        clear(self._sectors)
        self.columns = []
        if result is None:
            self.headline.say("")
            self.sentence.say("")
            return
        self.headline.say(result.headline or result_words(result.result))
        self.sentence.say(" ".join(_sentences(result)))
        for one in result.sectors:
            column = SectorColumn(one)
            self.columns.append(column)
            self._sectors.addWidget(column)
            column.show()
        below = len(self.columns) > _BESIDE
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def set_scale(self, scale: float, side: int, height: int) -> None:
        """Take the scale of the window, its margin, and the height for one line of sectors."""
        scale_all(self, scale)
        for one in self.columns:
            one.set_scale(scale)
        self._sectors.setSpacing(0)
        self._row.setContentsMargins(side, round(24 * scale), side, round(20 * scale))
        self._row.setSpacing(round(24 * scale))
        # Two lines of votes are drawn; a sector that voted in three ways needs one more.
        more = max(0, max((one.lines for one in self.columns), default=0) - 2) * round(_LINE * scale)
        self.setFixedHeight(round(height * (_BELOW if len(self.columns) > _BESIDE else 1)) + more)


def _votes(one: SectorShown) -> str:
    parts = ((one.yes, _tr("{} yes")), (one.no, _tr("{} no")), (one.abstain, _tr("{} abstain")))
    return "\n".join(words.format(count) for count, words in parts if count) or _tr("no votes")


def _sentences(result: ResultShown) -> list[str]:
    said = [result.sentence]
    if not result.headline and result.method not in {None, Method.NOT_STATED}:
        said.append(_tr("{}.").format(_by_method(result.method)))
    if result.recommended_to:
        said.append(_tr("Recommended to {}.").format(result.recommended_to.rstrip(".")))
    elif result.headline and result.result not in {None, Result.CARRIED, Result.LOST}:
        said.append(f"{capital(result_words(result.result))}.")
    if result.provisional:
        said.append(_tr("Provisional: taken without a quorum."))
    return [one for one in said if one]


def _by_method(method: Method | None) -> str:
    if method is Method.CONSENSUS:
        return _tr("By consensus")
    return method_words(method)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Projection", text)
