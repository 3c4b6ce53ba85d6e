"""Board settings: a new board begins here, terms hold from day to day, and the whole file is looked over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from boardroom.domain.board import QuorumNeed, TermsOfReference
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MinuteNumbers, QuorumBase, Sector
from boardroom.store.queries.settings import SettingsView, settings_of
from boardroom.ui.links import Link
from boardroom.ui.memory import Memory
from boardroom.ui.pages.settings import SettingsPage
from boardroom.ui.pages.settings_words import quorum_sentence, read_fraction
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

SETTINGS = Link("settings")


def settings(window: Window) -> SettingsPage:
    page = window.current_page()
    assert isinstance(page, SettingsPage)
    return page


def stored(desk: Desk) -> SettingsView:
    assert desk.board_id is not None
    return desk.read(settings_of, desk.board_id, TODAY)


def terms_of_today(desk: Desk) -> TermsOfReference:
    view = stored(desk).in_force
    assert view is not None
    return view.terms


def type_into(line: QLineEdit | QPlainTextEdit, words: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_a_new_board_is_told_to_begin_with_its_members(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(bare_desk, SETTINGS))
    assert page.beginning.paste.hasFocus()
    assert page.beginning.plan.isVisible()
    asked: list[Link] = []
    bare_desk.asked.disconnect()
    bare_desk.asked.connect(asked.append)
    QTest.keyClick(page.beginning.paste, Qt.Key.Key_Space)
    QTest.keyClick(page.beginning.by_hand, Qt.Key.Key_Space)
    QTest.keyClick(page.beginning.plan, Qt.Key.Key_Space)
    assert asked == [Link("paste"), Link("partners", "seat"), Link("meetings")]


def test_a_board_that_meets_is_not_told_how_to_begin(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    assert not page.beginning.isVisible()
    assert page.board.name.control.hasFocus()


def test_a_file_without_a_board_asks_for_its_name(bare_desk: Desk, show: Callable[..., Window]) -> None:
    bare_desk.choose_board(None)
    page = settings(show(bare_desk, SETTINGS))
    assert page.none.name.control.hasFocus()
    QTest.keyClicks(page.none.name.line, "Border Partnership")
    QTest.keyClick(page.none.name.line, Qt.Key.Key_Return)
    assert stored(bare_desk).name == "Border Partnership"
    assert page.board.name.value == "Border Partnership"


def test_each_field_of_the_board_saves_when_it_is_left(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    type_into(page.board.area.line, "Arrowmere alone")
    type_into(page.board.kind.line, "partnership board")
    type_into(page.board.body.line, "Thornybrook Nowhere")
    view = stored(desk)
    assert (view.area, view.kind, view.accountable_body) == (
        "Arrowmere alone",
        "partnership board",
        "Arrowmere Council",
    )
    assert "No organisation" in page.board.body.wrong


def test_a_language_that_is_none_is_refused_where_it_was_typed(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    type_into(page.board.language.line, "plain English")
    assert "language tag" in page.board.language.wrong
    assert stored(desk).language == "en-GB"


def test_the_quorum_is_said_with_the_seats_of_today(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    assert page.terms.sentence.text() == (
        "With 15 seats filled that needs 8 members of 5 sectors, among them 1 of local authority, 1 of service users."
    )
    type_into(page.terms.fraction.line, "two thirds")
    assert (terms_of_today(desk).quorum_numerator, terms_of_today(desk).quorum_denominator) == (2, 3)
    assert page.terms.fraction.line.text() == "2/3"
    assert "needs 10 members" in page.terms.sentence.text()
    type_into(page.terms.number.line, "40")
    assert "no meeting could have a quorum" in page.terms.sentence.text()


def test_a_fraction_can_be_taken_away_and_a_wrong_one_is_said(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    type_into(page.terms.fraction.line, "most")
    assert "fraction" in page.terms.fraction.wrong
    page.terms.fraction.line.setFocus()
    page.terms.fraction.line.selectAll()
    QTest.keyClick(page.terms.fraction.line, Qt.Key.Key_Delete)
    QTest.keyClick(page.terms.fraction.line, Qt.Key.Key_Tab)
    assert terms_of_today(desk).quorum_numerator is None
    assert not page.terms.fraction.wrong


def test_days_of_notice_cannot_be_left_empty(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    page.terms.notice.line.setFocus()
    page.terms.notice.line.clear()
    type_into(page.terms.notice.line, " ")
    assert page.terms.notice.wrong == "Write a number."
    assert terms_of_today(desk).notice_days == 5
    type_into(page.terms.notice.line, "7")
    assert terms_of_today(desk).notice_days == 7
    assert page.terms.notice.line.text() == "7 clear days"


def test_new_terms_begin_on_a_day_and_the_old_ones_stay(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    QTest.keyClick(page.board.name.control, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    day = QApplication.focusWidget()
    assert isinstance(day, QLineEdit)
    assert day is page.terms.asking.fields[0].control
    day.selectAll()
    QTest.keyClicks(day, "1 Apr 2027")
    QTest.keyClick(day, Qt.Key.Key_Return)
    view = stored(desk)
    assert [one.terms.starts for one in view.terms] == [date(2027, 4, 1), date(2026, 4, 1), date(2024, 6, 1)]
    assert page.terms.which.value == view.terms[0].terms.id
    type_into(page.terms.number.line, "9")
    after = stored(desk)
    assert after.terms[0].terms.quorum_number == 9
    assert after.terms[1].terms.quorum_number is None
    QTest.mouseClick(page.terms.remove, Qt.MouseButton.LeftButton)
    assert len(stored(desk).terms) == 2
    assert page.terms.which.value == view.terms[1].terms.id


def test_earlier_terms_can_be_looked_at_and_put_right(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    page.terms.which.box.setFocus()
    QTest.keyClick(page.terms.which.box, Qt.Key.Key_Down)
    assert page.terms.base.value is QuorumBase.ALL_SEATS
    assert not page.terms.remove.isVisible()
    type_into(page.terms.answer.line, "40")
    assert [one.terms.answer_days for one in stored(desk).terms] == [56, 40]


def test_a_link_leads_to_earlier_terms(desk: Desk, show: Callable[..., Window]) -> None:
    earlier = stored(desk).terms[-1].terms.id
    page = settings(show(desk, Link("settings", "terms_of_reference", earlier)))
    assert page.terms.which.value == earlier
    assert page.terms.base.value is QuorumBase.ALL_SEATS


def test_the_quorum_names_a_role(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    page.terms.needs.another.setFocus()
    QTest.keyClick(page.terms.needs.another, Qt.Key.Key_Space)
    role = QApplication.focusWidget()
    assert role is not None
    QTest.keyClicks(role, "chair")
    page.terms.needs.asking.answer()
    assert "the chair" in page.terms.sentence.text()
    needs = stored(desk).terms[0].needs
    assert [(need.role, need.least) for need in needs][-1] == ("chair", 1)
    page.terms.needs.rows.choose(needs[-1].id)
    QTest.keyClick(page.terms.needs.remove, Qt.Key.Key_Space)
    assert len(stored(desk).terms[0].needs) == 2


def test_the_sectors_are_those_of_the_seats(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    rows = page.at_table.listed.rows.loaded()
    assert rows[0].mark is Sector.LOCAL_AUTHORITY
    assert rows[0].figure == "5 seats"
    assert any(row.chip == "1 vacant" for row in rows)


def test_the_file_is_looked_over_and_backed_up(
    desk: Desk, show: Callable[..., Window], qtbot: QtBot, tmp_path: Path
) -> None:
    page = settings(show(desk, SETTINGS))
    page.file.look_over()
    qtbot.waitUntil(page.file.result.isVisible, timeout=20_000)
    assert page.file.result.text().startswith("The file is whole")
    folder = tmp_path / "stick"
    folder.mkdir()
    Memory().backups = folder
    page.file.write_backup()
    qtbot.waitUntil(lambda: page.file.result.isVisible() and "verified" in page.file.result.text(), timeout=20_000)
    assert list(folder.glob("*.boardroom"))


def test_a_damaged_file_is_told_of_in_sentences(desk: Desk, show: Callable[..., Window], qtbot: QtBot) -> None:
    page = settings(show(desk, SETTINGS))
    whole = desk.file.path.read_bytes()
    at = whole.index(b"Arrowmere Council")
    desk.file.path.write_bytes(whole[:at] + b"X" + whole[at + 1 :])
    QTest.keyClick(page.file.check, Qt.Key.Key_Space)
    qtbot.waitUntil(page.file.result.isVisible, timeout=20_000)
    assert page.file.result.property("role") == "danger"
    desk.file.path.write_bytes(whole)


def test_your_name_stands_beside_changes_from_now_on(desk: Desk, show: Callable[..., Window], told: list[Said]) -> None:
    page = settings(show(desk, SETTINGS))
    type_into(page.file.name.line, "Beth")
    assert desk.file.who == "Beth"
    assert Memory().who == "Beth"
    assert told[-1].text == "Changes are now noted as Beth’s."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/4", (1, 4)),
        ("a quarter", (1, 4)),
        ("One third", (1, 3)),
        ("two-thirds", (2, 3)),
        ("1 in 2", (1, 2)),
        ("", None),
    ],
)
def test_fractions_as_people_write_them(typed: str, meant: tuple[int, int] | None) -> None:
    assert read_fraction(typed) == meant


@pytest.mark.parametrize("typed", ["1/0", "some", "25%", "1/", "-1/4"])
def test_what_is_no_fraction(typed: str) -> None:
    with pytest.raises(Refusal):
        read_fraction(typed)


def test_terms_that_say_nothing_of_a_quorum_are_amiss(desk: Desk) -> None:
    assert desk.board_id is not None
    sentence, amiss = quorum_sentence(TermsOfReference(board_id=desk.board_id), [], [])
    assert amiss
    assert "don’t say" in sentence
    terms = TermsOfReference(board_id=desk.board_id, quorum_number=3)
    sentence, amiss = quorum_sentence(terms, [QuorumNeed(terms_id=terms.id, role="chair")], [])
    assert not amiss
    assert "no voting seats yet" in sentence


def test_the_settings_by_ear(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    assert unnamed(page) == []
    page.board.name.setFocus()
    names = [stop.name for stop in tab_stops(page)]
    assert names == [
        "Name",
        "Kind",
        "Area",
        "Country",
        "Language of the minutes",
        "Accountable body",
        "Terms that are shown",
        "Terms from a day on",
        "Take these terms out",
        "Remit",
        "At least so many members",
        "Of at least so many sectors",
        "At least this part of the seats",
        "That part is taken of",
        "But never fewer than",
        "Who must be among them",
        "Name a role or a sector",
        "Do without the chosen one",
        "Consensus first",
        "The chair has a casting vote",
        "A vote is carried by",
        "Notice of a meeting",
        "Counted in",
        "A call for proposals stays open",
        "A proposal is answered within",
        "Sectors at the table",
        "Seats and who holds them",
        "The plan: outcomes and priorities",
        "New outcome",
        "New priority",
        "Word it anew",
        "Move it down in the plan",
        "Take it out of the plan",
        "Minute numbers",
        "New stock phrase",
        "Your name",
        "Back up now",
        "Choose the folder",
        "Check the board file",
    ]


def test_minutes_are_numbered_by_a_rule_whose_next_number_is_said(desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(desk, SETTINGS))
    assert page.numbering.rule.value is MinuteNumbers.FOR_EVER
    assert page.numbering.sentence.text() == "The next minutes, those of 28 January 2027, begin at minute 144."
    page.numbering.rule.box.setFocus()
    QTest.keyClick(page.numbering.rule.box, Qt.Key.Key_Up)
    assert stored(desk).minute_numbers is MinuteNumbers.EACH_YEAR
    assert page.numbering.sentence.text() == "The next minutes, those of 28 January 2027, begin at minute 1."
    QTest.keyClick(page.numbering.rule.box, Qt.Key.Key_Home)
    assert page.numbering.sentence.text() == "Minutes are drafted without numbers."
    desk.undo()
    assert page.numbering.rule.box.currentText() == "Run on all year"


def test_a_board_without_a_meeting_is_told_its_first_number(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = settings(show(bare_desk, SETTINGS))
    assert page.numbering.rule.value is MinuteNumbers.NONE
    page.numbering.rule.box.setFocus()
    QTest.keyClick(page.numbering.rule.box, Qt.Key.Key_End)
    assert page.numbering.sentence.text() == "The next minutes begin at minute 1."
