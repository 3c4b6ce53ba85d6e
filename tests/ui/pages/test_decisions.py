"""The decision register: found, read, recorded between meetings, linked and ratified by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from boardroom.domain.words import LinkKind, Method, Result
from boardroom.store.queries.decision_list import Wanted, count_decisions, decisions_page
from boardroom.store.queries.decision_page import DecisionPage, decision_page
from boardroom.ui.kit.name_field import Named
from boardroom.ui.links import Link
from boardroom.ui.pages.decisions import DecisionsPage
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.store.queries.decision_list import DecisionRow
    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

DECISIONS = Link("decisions")


def decisions(window: Window) -> DecisionsPage:
    page = window.current_page()
    assert isinstance(page, DecisionsPage)
    return page


def decision_of(desk: Desk, decision_id: UUID) -> DecisionPage:
    page = desk.read(decision_page, decision_id)
    assert page is not None
    return page


def every(desk: Desk) -> list[DecisionRow]:
    return desk.read(decisions_page, Wanted(board_id=desk.board_id), limit=1000)


def words_on(page: DecisionsPage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.detail.findChildren(QLabel) if one.isVisibleTo(page.detail))


def test_the_register_says_what_was_settled_and_how(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    counts = desk.read(count_decisions, Wanted(board_id=desk.board_id))
    page.rows.fetch_more()
    assert len(page.rows.loaded()) == counts.total
    named = next(row for row in every(desk) if row.method is Method.RECORDED_VOTE)
    row = next(row for row in page.rows.loaded() if row.id == named.id)
    assert row.second_line.startswith("Recommended · named vote · item ")
    page.rows.choose(named.id)
    (sentence, *_) = decision_of(desk, named.id).sentences
    assert sentence in words_on(page)


def test_only_what_is_to_be_ratified_by_one_key_and_all_again(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, DECISIONS)
    page = decisions(window)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    rows = page.rows.loaded()
    assert [row.chip for row in rows] == ["to ratify"]
    assert page.detail.ratify.isVisible()
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    assert len(page.rows.loaded()) > 1


def test_what_is_to_be_ratified_goes_on_the_next_agenda(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    links: list[Link] = []
    desk.asked.disconnect()
    desk.asked.connect(links.append)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    page.detail.ratify.setFocus()
    QTest.keyClick(page.detail.ratify, Qt.Key.Key_Space)
    assert [(link.page, link.entity) for link in links] == [("meeting", "agenda_item")]


def test_a_decision_between_meetings_is_recorded_and_worded(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = decisions(show(desk, DECISIONS))
    QTest.keyClick(page.rows, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    new = page.rows.chosen_id()
    assert told[-1].undo
    edit = page.detail.wording.edit
    assert QApplication.focusWidget() is edit
    QTest.keyClicks(edit, "That the hall be booked.")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    found = decision_of(desk, new)
    assert found.decision.wording == "That the hall be booked."
    assert (found.decision.method, found.decision.result) == (Method.BETWEEN_MEETINGS, Result.CARRIED)
    assert found.day == TODAY
    assert found.origin is None
    page.detail.conditions.setFocus()
    QTest.keyClicks(page.detail.conditions.edit, "it is free")
    QTest.keyClick(page.detail.conditions.edit, Qt.Key.Key_Return)
    QTest.keyClicks(page.detail.conditions.edit, "it is warm")
    QTest.keyClick(page.detail.conditions.edit, Qt.Key.Key_Tab)
    assert [text for _, text in decision_of(desk, new).decision.conditions] == ["it is free", "it is warm"]
    page.rows.setFocus()
    QTest.keyClick(page.rows, Qt.Key.Key_Delete)
    assert desk.read(decision_page, new) is None
    desk.undo()
    assert decision_of(desk, new).decision.wording == "That the hall be booked."


def test_a_decision_without_wording_is_refused_where_it_is_typed(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    page._new()
    new = page.rows.chosen_id()
    QTest.keyClick(page.detail.wording.edit, Qt.Key.Key_Delete)
    QTest.keyClick(page.detail.wording.edit, Qt.Key.Key_Tab)
    assert page.detail.wording.wrong == "Write the wording of the decision."
    assert decision_of(desk, new).decision.wording == "New decision"


def test_a_later_decision_ratifies_an_earlier_one(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    provisional = next(row for row in every(desk) if row.to_ratify)
    page._new()
    new = page.rows.chosen_id()
    links = page.detail.links
    assert links.kind.value is LinkKind.RATIFIES
    links.earlier.setFocus()
    offered = links._complete("budget deferred quorum")
    assert [one.id for one in offered] == [provisional.id]
    links.earlier.set_value(Named(offered[0].text, offered[0].id))
    links.link_them()
    assert [link.of_decision_id for link in decision_of(desk, new).decision.links] == [provisional.id]
    assert not decision_of(desk, provisional.id).to_ratify
    row = next(row for row in page.rows.loaded() if row.id == provisional.id)
    assert row.chip == "ratified"


def test_words_and_a_result_narrow_the_register(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    page.result.choose(Result.LOST)
    assert page.rows.loaded()
    assert all(row.second_line.startswith("Lost") for row in page.rows.loaded())
    QTest.keyClick(page.rows, Qt.Key.Key_Slash)
    QTest.keyClicks(page.words, "nothing holds these words")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert page.rows.is_empty()
    QTest.keyClick(page.words, Qt.Key.Key_Escape)


def test_a_link_shows_its_decision_whatever_the_register_is_narrowed_to(
    desk: Desk, show: Callable[..., Window]
) -> None:
    window = show(desk, DECISIONS)
    page = decisions(window)
    last = every(desk)[-1]
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    window.go(Link("decisions", "decision", last.id))
    assert page.rows.chosen_id() == last.id
    assert page.detail.decision_id == last.id


def test_hostile_words_are_shown_as_they_are(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    page._new()
    new = page.rows.chosen_id()
    assert isinstance(new, UUID)
    hostile = '<img src="file:///etc/passwd"><b>bold</b>'
    assert page.detail.save_part("wording", hostile) == ""
    row = page.rows.chosen_row()
    assert row is not None
    assert row.title == hostile
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in page.detail.findChildren(QLabel) if one.text())


def test_an_empty_register_teaches_and_begins(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(bare_desk, DECISIONS))
    assert page.first.hasFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Space)
    assert [row.title for row in page.rows.loaded()] == ["New decision"]


def test_the_register_by_ear(desk: Desk, show: Callable[..., Window]) -> None:
    page = decisions(show(desk, DECISIONS))
    assert unnamed(page) == []
    page.result.setFocus()
    stops = tab_stops(page)
    assert [stop.name for stop in stops[:6]] == [
        "Result: All results",
        "Standing: All",
        "Words",
        "Decision register",
        "What was decided",
        "Result",
    ]
    assert stops[-1].name == "History of this"
    body = page.detail.widget()
    assert body is not None
    inside = [stop.widget.mapTo(body, QPoint(0, 0)).y() for stop in stops[4:]]
    assert inside == sorted(inside)


def test_what_is_restricted_says_so_in_the_register_and_beside_it(desk: Desk, show: Callable[..., Window]) -> None:
    secret = next(row for row in every(desk) if row.restricted)
    page = decisions(show(desk, Link("decisions", "decision", secret.id)))
    row = next(row for row in page.rows.loaded() if row.id == secret.id)
    assert (row.icon, row.second_line.split(" · ")[0]) == ("eye-slash", "Restricted")
    assert "Restricted" in words_on(page).splitlines()
    page.rows.choose(next(row for row in every(desk) if not row.restricted).id)
    assert "Restricted" not in words_on(page).splitlines()


def test_a_change_says_which_part_of_the_decision_it_was(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    one = next(row for row in every(desk) if row.item_id is None)
    page = decisions(show(desk, Link("decisions", "decision", one.id)))
    assert page.detail.save_part("reference", "2026/99") == ""
    assert told[-1].text.startswith("Change “Reference” of the decision: ")
