"""Round the table: one tile for each sector with a seat, saying whether it was heard on the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.services.running import mark_heard
from boardroom.store.queries.round_table import Hearing, round_among
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, label
from boardroom.ui.pages.room.tile import SectorTile

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from boardroom.domain.words import Sector
    from boardroom.store.queries.attendance_page import AttendanceView
    from boardroom.store.queries.round_table import SectorAtItem
    from boardroom.ui.desk import Desk

_TILE, _LOW_TILE = 62, 40
_LOW_BELOW = 36
_EM, _BAR = 14, 24
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class RoundStrip(QWidget):
    """The sectors in the order of the seats. One tile at a time is a stop of the Tab key; arrows go on."""

    point_asked = Signal(object)
    """The sector of which a point is to be recorded."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it without sectors."""
        super().__init__(parent)
        self._desk = desk
        self._item_id: UUID | None = None
        self._shown: tuple[SectorAtItem, ...] = ()
        self.tiles: list[SectorTile] = []
        self._columns = self._broke_at = 0
        self.setAccessibleName(self.tr("Round the table"))
        self._missing = Elided("", "caution")
        self._head = QHBoxLayout()
        self._head.addWidget(label(self.tr("Round the table"), "section"))
        self._head.addWidget(self._missing, 1)
        self._head.addWidget(KeyHint(COMMANDS["room.round"].key))
        self._head.addWidget(label(self.tr("then 1 to 9: heard"), "hint"))
        self._grid = QGridLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head)
        whole.addLayout(self._grid)
        self._whole = whole
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_item(self, item_id: UUID | None, there: AttendanceView | None) -> None:
        """Show who was heard on an item; nothing without one.

        Args:
            item_id: the item.
            there: who is there for it, as the people column has read it.

        Raises:
            Refusal: the board file is gone.
        """
        self._item_id = item_id
        shown = () if item_id is None or there is None else self._desk.read(round_among, item_id, there)
        if [one.sector for one in shown] != [one.sector for one in self._shown]:
            self._build(shown)
        self._shown = shown
        for tile, one in zip(self.tiles, shown, strict=True):
            tile.show_sector(one)
        self.setVisible(bool(shown))
        missing = [sector_name(one.sector) for one in shown if one.hearing is Hearing.NOT_HEARD]
        self._missing.set_full(_not_heard(self, missing))

    def call_next(self) -> None:
        """Choose the first sector that was not heard, and say so."""
        for tile, one in zip(self.tiles, self._shown, strict=True):
            if one.hearing is Hearing.NOT_HEARD:
                tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._desk.tell(self.tr("Not heard yet: {}.").format(sector_name(one.sector)))
                return
        self._desk.tell(self.tr("Every sector that is here was heard on this item."))

    def enter(self) -> None:
        """Put the focus on the sector where it was last, else on the first."""
        stop = next((tile for tile in self.tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((at for at, tile in enumerate(self.tiles) if tile.hasFocus()), 0)
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        if key in _DIGITS and key - Qt.Key.Key_1 < len(self.tiles):
            self._turn(self._shown[key - Qt.Key.Key_1].sector)
        elif key in step and 0 <= focused + step[Qt.Key(key)] < len(self.tiles):
            self.tiles[focused + step[Qt.Key(key)]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.tiles:
            self.point_asked.emit(self._shown[focused].sector)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, SectorTile):
            self._turn(self._shown[self.tiles.index(tile)].sector)

    def _turn(self, sector: Sector) -> None:
        words = self.tr("Mark whether {} was heard").format(sector_name(sector))
        self._desk.attempt(words, mark_heard, self._item_id, sector, self._desk.now)

    @Slot()
    def _on_focus(self) -> None:
        for tile in self.tiles:
            stop = tile is self.sender()
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _build(self, shown: tuple[SectorAtItem, ...]) -> None:
        clear(self._grid)
        self.tiles = []
        for at, _one in enumerate(shown):
            tile = SectorTile(at + 1)
            tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus if at else Qt.FocusPolicy.StrongFocus)
            tile.clicked.connect(self._on_clicked)
            tile.focused.connect(self._on_focus)
            self.tiles.append(tile)
        self._columns = 0
        self._place()

    def _place(self) -> None:
        """Put the tiles side by side, in as many lines as they need."""
        px = theme().px
        low = self.window().height() < px(_LOW_BELOW * _EM)
        wide = px((_LOW_TILE if low else _TILE) + 8)
        columns = max(1, min(len(self.tiles), (self.width() + px(8)) // wide))
        for tile in self.tiles:
            if tile.low is not low:
                tile.low = low
                tile.updateGeometry()
        # A second line may bring a scroll bar, and that the second line: only more room than a bar's undoes it.
        grown = self.width() - self._broke_at
        if columns == self._columns or (0 < self._columns < columns and grown < px(_BAR)):
            return
        self._columns, self._broke_at = columns, self.width()
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
            tile.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._whole.setSpacing(px(6))
        self._head.setSpacing(px(8))
        self._grid.setSpacing(px(8))
        self._place()


def _not_heard(strip: RoundStrip, names: list[str]) -> str:
    if not names:
        return ""
    if len(names) == 1:
        return strip.tr("{} not heard yet").format(names[0])
    return strip.tr("{} sectors not heard yet").format(len(names))
