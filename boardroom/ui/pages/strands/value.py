"""The proposals on a strand, side by side: what users estimate of each, and what it costs; never one score of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.domain.money import money_shown
from boardroom.domain.value import Estimated, ValueColumn, figure_shown, in_order, scale_ends
from boardroom.store.queries.value import value_rows
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.row_data import Cell, RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label, section, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.proposals_words import state_words
from boardroom.ui.pages.strands.value_paint import ValueDelegate

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.domain.value import ValueRow
    from boardroom.ui.desk import Desk

_ROW, _HEADS = 48, 34
_MOST_ROWS = 9


class Value(QWidget):
    """Stands below the timeline of a strand; in order by any one column."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._strand_id: UUID | None = None
        self._values: list[ValueRow] = []
        self._scales = 0
        self._by, self._falling = ValueColumn.NUMBER, False
        self.rows = Rows(self.tr("Proposals and value"))
        self._delegate = ValueDelegate(self.rows)
        self.rows.paint_with(self._delegate)
        self.rows.set_columns(
            (
                Column(self.tr("Proposal and answer"), sort=ValueColumn.NUMBER),
                Column(self.tr("Benefit as users estimate it"), 220, sort=ValueColumn.TYPICAL),
                Column(self.tr("Asked"), 64, right=True, sort=ValueColumn.ASKED),
                Column(self.tr("Cost per person a year"), 168, sort=ValueColumn.COST),
            )
        )
        self.rows.feed(self._fetch)
        self.rows.sort_wanted.connect(self._on_sort)
        self.rows.chosen.connect(self._say_words)
        self.rows.opened.connect(self._open)
        self._key = hint("")
        self._whose, self._words = label("", "field"), wrapped()
        self._none = hint(self.tr("Nothing is proposed on this strand yet. A call asks every sector for proposals."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (
            section(self.tr("Proposals and value")),
            self._key,
            self._none,
            self.rows,
            self._whose,
            self._words,
        ):
            column.addWidget(part)
        wardrobe().changed.connect(self._fit)

    def show_strand(self, strand_id: UUID) -> None:
        """Show the proposals on a strand, read anew."""
        self._strand_id = strand_id
        self._values = self._desk.read(value_rows, strand_id)
        dearest: dict[tuple[bool, str], int] = {}
        for cost in (one.cost for one in self._values):
            dearest[cost.unit] = max(dearest.get(cost.unit, 0), cost.per_person or 0)
        self._delegate.show({one.id: one for one in self._values}, scale_ends(self._values), dearest)
        there = bool(self._values)
        for part in (self._key, self.rows):
            part.setVisible(there)
        self._none.setVisible(not there)
        self._show()

    def ask_order(self) -> None:
        """Let the column be picked by which the rows stand in order."""
        rows = [RowData(id=one, key=one, title=one.value.capitalize()) for one in ValueColumn]
        pick_over(self.window()).offer(self.tr("In order by"), self.tr("put in order"), rows, self._on_sort)

    @Slot(object)
    def _on_sort(self, wanted: Any) -> None:  # noqa: ANN401 - the word of a column
        column = ValueColumn(wanted)
        # The same heading once more turns the order round; figures begin with the greatest, cost with the least.
        first = column not in {ValueColumn.NUMBER, ValueColumn.TITLE, ValueColumn.ANSWER, ValueColumn.COST}
        self._falling = not self._falling if column is self._by else first
        self._by = column
        self._show()

    def _show(self) -> None:
        scales = {one.estimate.scale for one in self._values if one.estimate.scale}
        self._scales = len(scales)
        on = self.tr("each on its own scale") if len(scales) > 1 else next(iter(scales), "")
        order = self.tr("In order by {}").format(self._by.value)
        turn = self.tr("greatest first") if self._falling else ""
        parts = (self.tr("Bar: range; tick: typical; ring: measured later"), on, ", ".join(filter(None, (order, turn))))
        self._key.setText(" · ".join(filter(None, parts)))
        self.rows.reload()
        if self._values and self.rows.chosen_id() is None:
            self.rows.choose_first()
        self._say_words()
        self._fit()

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a row
        if after is not None:
            return []
        return [self._row(one) for one in in_order(self._values, self._by, falling=self._falling)]

    def _row(self, one: ValueRow) -> RowData:
        estimate, cost = one.estimate, one.cost
        benefit = _range_said(estimate)
        # A scale that is the same for all stands above the rows.
        if benefit and self._scales > 1:
            benefit = f"{benefit} · {estimate.scale}"
        person = cost.per_person
        money = money_shown(person, cost.currency) if person is not None else self.tr("not stated")
        costs = self.tr("cost per person a year: {}")
        if person is not None and cost.months is None:
            money, costs = self.tr("{} once").format(money), self.tr("cost per person: {}")
        asked = str(estimate.asked) if estimate.asked is not None else "–"
        measured = self.tr("measured later: {}").format(_range_said(one.later)) if one.later is not None else ""
        outcomes = ", ".join(one.outcomes)
        return RowData(
            id=one.id,
            key=one.id,
            title=" ".join(one.title.split()),
            number=one.number,
            mark=one.sectors[0] if one.sectors else None,
            chip=state_words(one.answer),
            chip_tone="outline" if one.answer is not None else "caution",
            second_line=outcomes or one.proposers,
            cells=(Cell(benefit or self.tr("not estimated")), Cell(asked), Cell(money)),
            spoken=". ".join(
                filter(
                    None,
                    (
                        f"{one.number} {' '.join(one.title.split())}, {one.proposers}, {state_words(one.answer)}",
                        self.tr("benefit: {}").format(benefit or self.tr("not estimated")),
                        self.tr("{} asked, {}").format(asked, estimate.confidence.value),
                        costs.format(money),
                        self.tr("serves {}").format(outcomes) if outcomes else "",
                        measured,
                    ),
                )
            ),
        )

    @Slot()
    def _say_words(self) -> None:
        """Show users' own words on the chosen proposal, and who they are."""
        chosen = self.rows.chosen_id()
        one = next((row for row in self._values if row.id == chosen), None)
        for part in (self._whose, self._words):
            part.setVisible(one is not None)
        if one is None:
            return
        estimate = one.estimate
        who = self.tr("{}, {} asked").format(estimate.who or self.tr("users"), estimate.asked or 0)
        rests = estimate.confidence.value
        self._whose.setText(self.tr("Their words on {}: {}; {}").format(one.number or self.tr("it"), who, rests))
        later = self.tr("Measured later: {}").format(_range_said(one.later)) if one.later is not None else ""
        self._words.setText("\n".join(filter(None, (estimate.words or self.tr("None were given."), later))))

    @Slot(object)
    def _open(self, proposal_id: object) -> None:
        self._desk.show(Link("proposals", "proposal", proposal_id))  # type: ignore[arg-type]

    @Slot()
    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme().px(8))
        rows = min(max(len(self._values), 1), _MOST_ROWS)
        self.rows.setFixedHeight(theme().px(rows * _ROW + _HEADS) + 2)


def _range_said(one: Estimated) -> str:
    """Return an estimate in figures: `5 to 9, typical 7.5`."""
    parts = []
    if one.lowest is not None and one.highest is not None:
        parts.append(f"{figure_shown(one.lowest)} to {figure_shown(one.highest)}")
    elif one.lowest is not None or one.highest is not None:
        only = one.lowest if one.lowest is not None else one.highest
        parts.append(("at least " if one.lowest is not None else "at most ") + figure_shown(only or 0))
    if one.typical is not None:
        parts.append(f"typical {figure_shown(one.typical)}")
    return ", ".join(parts)
