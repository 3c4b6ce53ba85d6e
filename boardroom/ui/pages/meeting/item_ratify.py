"""What was decided without a quorum, listed at an item of a meeting that has one: Enter ratifies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from boardroom.services.settling import ratify
from boardroom.store.queries.decision_list import Wanted, decisions_page
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.meeting.item_form import Below
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.decision_list import DecisionRow
    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk

_SHOWN = 5
_MOST = 100


class Ratifying(Below):
    """The board's provisional decisions, oldest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(desk, parent)
        self.setAccessibleName(self.tr("Ratify an earlier decision"))
        self._item: ItemView | None = None
        self._waiting: tuple[DecisionRow, ...] = ()
        self._why_not = ""
        self._hint.setText(self.tr("Enter ratifies the chosen one, without objection."))
        self.rows = Rows(self.tr("Decisions to ratify"))
        self.rows.feed(self._fetch)
        self.rows.opened.connect(self._ratify)
        self.column.insertWidget(0, label(self.tr("Taken without a quorum"), "section"))
        self.column.insertWidget(1, self.rows)
        wardrobe().changed.connect(self._fit_rows)

    def begin(self, item: ItemView) -> bool:
        """Read what waits to be ratified; returns whether anything does."""
        self._item = item
        wanted = Wanted(board_id=self.desk.board_id, provisional=True, oldest_first=True)
        self._waiting = tuple(self.desk.read(decisions_page, wanted, limit=_MOST))
        self.rows.reload()
        self.rows.choose_first()
        self._fit_rows()
        return bool(self._waiting)

    @override
    def show_item(self, item: ItemView) -> None:
        self._item = item

    @override
    def put_focus(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def set_locked(self, why: str) -> None:
        self._why_not = why

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a row: its place
        if after is not None:
            return []
        return [
            RowData(
                id=one.id,
                key=at,
                number=one.reference or one.number,
                title=" ".join(one.wording.split()),
                figure=short_day(one.day, self.desk.today) if one.day is not None else "",
                figure_tone="muted",
                icon="scales",
            )
            for at, one in enumerate(self._waiting)
        ]

    @Slot(object)
    def _ratify(self, decision_id: UUID) -> None:
        one = next((one for one in self._waiting if one.id == decision_id), None)
        if one is None or self._item is None:
            return
        if self._why_not:
            self.desk.refuse(self._why_not)
            return
        words = self.tr("Ratify: {}").format(short_name(one.wording))
        done = self.desk.attempt(words, ratify, self._item.id, decision_id, self.desk.now)
        if done is not None:
            self.recorded.emit(("decision", done.value.id))
            self.close_below()

    @Slot()
    def _fit_rows(self) -> None:
        count = min(self.rows.model().rowCount(), _SHOWN)
        self.rows.setFixedHeight(sum(self.rows.sizeHintForRow(place) for place in range(count)) + theme().px(4))
