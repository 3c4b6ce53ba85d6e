"""Who took part where nothing else tells it: said, refused, put right and taken out, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boardroom.domain.involvement import Occasion
from boardroom.ui.kit.fields import CheckField
from boardroom.ui.links import Link
from tests.ui.conftest import TODAY
from tests.ui.pages.test_strands import stored, strands, words_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.domain.involvement import Part
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.strands import StrandsPage
    from boardroom.ui.window import Window

EARLY_HELP = "Early help"


def by_hand(desk: Desk) -> list[Part]:
    return [one for one in stored(desk, EARLY_HELP).parts if one.occasion is Occasion.BY_HAND]


def answer(page: StrandsPage, *values: str) -> None:
    """Type into the fields of the question, of which the last may be a box, and answer it."""
    lines = [one for one in page.detail.asking.fields if not isinstance(one, CheckField)]
    for field, value in zip(lines, values, strict=True):
        line = field.line  # type: ignore[attr-defined] # they are lines here
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, value)
    page.detail.asking.answer()


def chosen(desk: Desk, show: Callable[..., Window]) -> StrandsPage:
    page = strands(show(desk, Link("strands")))
    page.rows.choose(stored(desk, EARLY_HELP).id)
    return page


def test_it_is_said_with_evidence_and_stands_in_the_timeline(desk: Desk, show: Callable[..., Window]) -> None:
    page, before = chosen(desk, show), len(by_hand(desk))
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    answer(page, "Youth Voice Arrowmere", "2 Nov 2026", "Walk round the estate", "Notes, page 2")
    assert not page.detail.asking.is_asking
    assert len(by_hand(desk)) == before + 1
    part = next(one for one in by_hand(desk) if one.words == "Walk round the estate")
    assert (part.organisation, part.on.isoformat()) == ("Youth Voice Arrowmere", "2026-11-02")


def test_a_day_to_come_an_unknown_body_and_no_how_are_refused_where_it_is_asked(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = chosen(desk, show)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    answer(page, "Youth Voice Arrowmere", "1 Jan 2030", "Visit", "")
    assert "That day is still to come." in words_on(page)
    answer(page, "Nobody we know", "2 Nov 2026", "Visit", "")
    assert "No organisation in this file has that name" in words_on(page)
    answer(page, "Youth Voice Arrowmere", "", "Visit", "")
    assert "Say on which day it took part." in words_on(page)
    answer(page, "Youth Voice Arrowmere", "2 Nov 2026", "", "")
    assert "Say how" in words_on(page)
    assert page.detail.asking.is_asking
    assert all(one.on <= TODAY for one in by_hand(desk))


def test_enter_on_it_lets_it_be_put_right_and_taken_out(desk: Desk, show: Callable[..., Window]) -> None:
    page = chosen(desk, show)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    answer(page, "Youth Voice Arrowmere", "2 Nov 2026", "Visit", "")
    part = next(one for one in by_hand(desk) if one.words == "Visit")
    page.detail.timeline.opened.emit(part)
    answer(page, "Youth Voice Arrowmere", "3 Nov 2026", "Two visits", "Diary")
    changed = next(one for one in by_hand(desk) if one.id == part.id)
    assert (changed.words, changed.on.day) == ("Two visits", 3)
    page.detail.timeline.opened.emit(changed)
    out = next(one for one in page.detail.asking.fields if isinstance(one, CheckField))
    out.box.click()
    page.detail.asking.answer()
    assert part.id not in {one.id for one in by_hand(desk)}


def test_the_key_that_leads_to_where_it_is_recorded_asks_about_it(desk: Desk, show: Callable[..., Window]) -> None:
    page = chosen(desk, show)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    answer(page, "Youth Voice Arrowmere", "2 Nov 2026", "Visit", "")
    QTest.keyClick(page.rows, Qt.Key.Key_T)
    page.detail.table.fetch_more()
    line = next(row for row in page.detail.table.loaded() if row.title == "Youth Voice Arrowmere: Visit")
    page.detail.table.choose(line.id)
    QTest.keyClick(page.detail.table, Qt.Key.Key_G)
    assert "This was said by hand." in words_on(page)
