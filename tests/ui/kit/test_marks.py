"""Marks, chips, keys and meters: the colours that are meant, and a name for everything that is only seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from boardroom.domain.sectors import SECTOR_LETTERS
from boardroom.domain.words import Sector
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.keys import KeyHint, show_key_hints
from boardroom.ui.kit.marks import MARKS, SectorMark, paint_mark, sector_name
from boardroom.ui.kit.meters import QuorumMeter, TimeBar, Track
from boardroom.ui.kit.theme import dress, theme
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LARGE = 10


def painted(sector: Sector) -> QImage:
    image = QImage(28 * LARGE, 20 * LARGE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, image.width(), image.height()), sector)
    painter.end()
    return image


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("sector", list(MARKS))
def test_a_mark_has_its_fill_and_its_edge(qapp: QApplication, appearance: Appearance, sector: Sector) -> None:
    dress(qapp, appearance)
    side = int(appearance is Appearance.DARK)
    mark, image = MARKS[sector], painted(sector)
    fill = theme().colour("surface") if mark.hollow else QColor(mark.fill[side])
    assert image.pixelColor(14 * LARGE, 3 * LARGE + LARGE // 2) == fill
    assert image.pixelColor(14 * LARGE, LARGE // 2) == QColor(mark.edge[side])


def test_shapes_tell_the_families_apart(qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)
    corner = {sector: painted(sector).pixelColor(2 * LARGE, 2 * LARGE).alpha() for sector in MARKS}
    assert {sector for sector in MARKS if corner[sector] == 255} == {
        sector for sector in MARKS if MARKS[sector].shape == "square"
    }
    assert painted(Sector.SERVICE_USERS).pixelColor(4 * LARGE, 3 * LARGE).alpha() == 0
    assert painted(Sector.PRIVATE).pixelColor(4 * LARGE, 3 * LARGE).alpha() == 255
    assert {mark.shape for mark in MARKS.values()} == {"square", "pill", "cut", "hexagon"}


def test_every_sector_that_has_letters_has_a_mark() -> None:
    assert set(MARKS) == set(SECTOR_LETTERS)


def test_in_high_contrast_shape_and_letters_remain_in_the_system_colours(qapp: QApplication) -> None:
    dress(qapp, Appearance.CONTRAST)
    image = painted(Sector.COMMUNITY)
    assert image.pixelColor(14 * LARGE, 3 * LARGE + LARGE // 2) == theme().colour("surface")
    assert image.pixelColor(14 * LARGE, LARGE) == theme().colour("text")


@pytest.mark.parametrize("sector", list(Sector))
def test_a_mark_is_named_for_ears_and_pointer(qtbot: QtBot, qapp: QApplication, sector: Sector) -> None:
    dress(qapp, Appearance.LIGHT)
    mark = SectorMark(sector)
    qtbot.addWidget(mark)
    assert QAccessible.queryAccessibleInterface(mark).text(QAccessible.Text.Name) == sector_name(sector)
    assert sector_name(sector).lower() == sector.value
    assert sector_name(sector) in mark.toolTip()
    assert (mark.sizeHint().width(), mark.sizeHint().height()) == (28, 20)


def test_a_chip_is_twenty_high_and_speaks_its_state(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)
    chip = Chip("Unanswered", "caution")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.height() == 20
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "Unanswered"
    assert chip.grab().toImage().pixelColor(10, 4) == theme().colour("caution_tint")
    chip.say("Late", "danger")
    assert chip.grab().toImage().pixelColor(10, 4) == theme().colour("danger_tint")


def test_one_setting_hides_every_key_hint(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    hint = KeyHint("Ctrl+N", place)
    assert not hint.isHidden()
    show_key_hints(shown=False)
    try:
        assert hint.isHidden()
    finally:
        show_key_hints(shown=True)
    assert not hint.isHidden()


def test_a_key_hint_that_stands_nowhere_yet_opens_no_window(qtbot: QtBot) -> None:
    hint = KeyHint("Ctrl+N")
    qtbot.addWidget(hint)
    assert not hint.isVisible()


def test_the_quorum_meter_fills_what_counts_and_says_it(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)
    meter = QuorumMeter()
    qtbot.addWidget(meter)
    meter.resize(300, 80)
    meter.show_quorum("Quorate for this item", [Track("3 of 5 voting members", "needs 2", 3, 5, 2)])
    middle = 24 + 16 + 5 + 4
    cells = [meter.grab().toImage().pixelColor(60 * number + 30, middle) for number in range(5)]
    assert [cell == theme().colour("accent") for cell in cells] == [True, True, True, False, False]
    spoken = QAccessible.queryAccessibleInterface(meter)
    assert spoken.text(QAccessible.Text.Name) == "Quorate for this item"
    assert spoken.text(QAccessible.Text.Description) == "3 of 5 voting members, needs 2"


def test_the_quorum_meter_turns_to_danger_below_the_need(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)
    meter = QuorumMeter()
    qtbot.addWidget(meter)
    meter.resize(300, 80)
    meter.show_quorum("Inquorate, 1 short", [Track("3 of 5 voting members", "needs 4", 3, 5, 4)])
    assert meter.is_short()
    assert meter.grab().toImage().pixelColor(30, 24 + 16 + 5 + 4) == theme().colour("danger")


def test_a_meter_of_nobody_and_of_thousands_is_painted(qtbot: QtBot) -> None:
    meter = QuorumMeter()
    qtbot.addWidget(meter)
    meter.resize(200, 80)
    for whole in (0, 1, 5000):
        meter.show_quorum("Quorum", [Track("members", "", whole // 2, whole, whole)])
        assert not meter.grab().isNull()


def test_past_the_plan_the_time_bar_is_full_and_says_by_how_much(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.resize(200, 26)
    bar.show_time("Item 6", 701, 1500)
    assert bar.words() == "11:41 of 25:00"
    assert bar.grab().toImage().pixelColor(190, 23) == theme().colour("sunken")
    bar.show_time("Item 6", 1630, 1500)
    assert bar.words() == "+2:10"
    assert bar.grab().toImage().pixelColor(190, 23) == theme().colour("danger")
    assert bar.accessibleDescription() == "+2:10"
