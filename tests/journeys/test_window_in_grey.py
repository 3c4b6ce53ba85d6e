"""Colour is never alone: on every page of the sample, seen in grey, each state keeps a word or a shape of its own."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.marks import MARKS, SectorMark, letters_of
from boardroom.ui.kit.rows import Rows
from boardroom.ui.pages import PAGES
from tests.journeys.every_page import links_of, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from boardroom.ui.kit.row_data import RowData
    from tests.ui.program import Running

W = TypeVar("W", bound=QWidget)
TONES = {"accent", "caution", "danger"}
LEGIBLE = 60
"""Steps of 256 between letters and their ground, or between an edge and what lies beside it."""


@pytest.mark.parametrize("page_id", PAGES)
def test_what_a_colour_says_is_said_without_it(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    for link in links_of(one.desk, page_id):
        one.window.go(link)
        settle()
        grey = one.shell.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        for widget in shown(one.page, QLabel):
            if TONES & set(str(widget.property("role")).split()) and widget.text():
                assert any(letter.isalpha() for letter in widget.text()), widget.text()
        chips = [chip for chip in shown(one.page, Chip) if chip.text()]
        for sign in (*chips, *shown(one.page, SectorMark)):
            assert contrast(grey, box_in(one.shell, sign)) >= LEGIBLE, sign
        for rows in shown(one.page, Rows):
            assert list(by_colour_alone(rows.loaded())) == [], rows.accessibleName()
            for row in rows.loaded():
                seen = rows.viewport().visibleRegion().boundingRect()
                box = rows.rect_of(row.id).intersected(seen)
                if box.height() > rows.rect_of(row.id).height() // 2:
                    where = rows.viewport().mapTo(one.shell, box.topLeft())
                    assert contrast(grey, QRect(where, box.size())) >= LEGIBLE, row.title


def by_colour_alone(rows: list[RowData]) -> Iterator[str]:
    """Tell what two rows of a list say in the same words and shapes, and in two colours."""
    tones: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:
        beside = (row.icon, row.chip, row.group)
        tones["icon", row.icon].add(row.icon_tone)
        tones["chip", row.chip].add(row.chip_tone)
        tones["figure", bare(row.figure), *beside].add(row.figure_tone)
        for number, cell in enumerate(row.cells):
            tones["cell", str(number), bare(cell.text), *beside].add(cell.tone)
        if row.mark in MARKS:
            assert letters_of(row.mark).isalpha()
    for what, used in tones.items():
        if len(used) > 1 and used & TONES and what[1]:
            yield f"{what}: {sorted(used)}"


def bare(words: str) -> str:
    """Return words without their figures: how many days doesn't say that they are too many."""
    return "".join(letter for letter in words if not letter.isdigit()).strip()


def shown(page: QWidget, kind: type[W]) -> list[W]:
    return [one for one in page.findChildren(kind) if one.isVisible() and not one.visibleRegion().isEmpty()]


def box_in(shell: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size()).intersected(
        QRect(widget.visibleRegion().boundingRect().translated(widget.mapTo(shell, QPoint(0, 0))))
    )


def contrast(grey: QImage, box: QRect) -> int:
    """Return how far the lightest and the darkest dot of a part of a picture are apart."""
    part = grey.copy(box)
    dots = bytes(part.constBits())
    lines = [dots[line * part.bytesPerLine() :][: part.width()] for line in range(part.height())]
    return max(map(max, lines)) - min(map(min, lines))
