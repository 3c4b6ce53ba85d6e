"""Partners: organisations, people and seats are found, added, changed and ended by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from boardroom.domain.words import SeatRole, Sector
from boardroom.store.file import BoardFile
from boardroom.store.queries.interests import interests_of_person
from boardroom.store.queries.partner_page import OrganisationView, PersonView, organisation_view, person_view
from boardroom.store.queries.partners import count_partners
from boardroom.store.queries.seats import SeatRow, holders_of, seats_on
from boardroom.store.queries.strands import strands_to_choose
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.links import Link
from boardroom.ui.pages.partners import PartnersPage
from tests.ui.conftest import TODAY, DeskOfThatDay
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.asking import Asking
    from boardroom.ui.pages.partners_view import PartnersView
    from boardroom.ui.window import Window

PARTNERS = Link("partners")
ENTITY = {"organisations": "organisation", "people": "person", "seats": "seat"}
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def partners(window: Window) -> PartnersPage:
    page = window.current_page()
    assert isinstance(page, PartnersPage)
    return page


def organisation(desk: Desk, organisation_id: UUID) -> OrganisationView:
    return desk.read(organisation_view, organisation_id, TODAY)


def person(desk: Desk, person_id: UUID) -> PersonView:
    return desk.read(person_view, person_id, TODAY)


def seats(desk: Desk, *, ended: bool = False) -> list[SeatRow]:
    assert desk.board_id is not None
    return desk.read(seats_on, desk.board_id, TODAY, ended=ended)


def choose(view: PartnersView, title: str) -> UUID:
    row = next(row for row in view.rows.loaded() if row.title == title)
    view.rows.choose(row.id)
    chosen: UUID = view.rows.chosen_id()
    return chosen


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_over(words: str) -> None:
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, words)


def fill(asking: Asking, *answers: str) -> None:
    """Write the answers into the first fields of a question, then give it."""
    for field, words in zip(asking.fields, answers, strict=False):
        field.control.setFocus()
        if words:
            type_over(words)
    asking.answer()


def test_keys_go_from_view_to_view(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, PARTNERS)
    page = partners(window)
    assert page.organisations.rows.hasFocus()
    assert page.head().context == "20 organisations"
    QTest.keyClick(focused(), Qt.Key.Key_2, ALT)
    assert page.people.rows.hasFocus()
    assert page.head().context == "35 people"
    assert page.new.words() == "New person"
    QTest.keyClick(focused(), Qt.Key.Key_3, ALT)
    assert page.seats.rows.hasFocus()
    assert page.head().context == "22 seats, 2 vacant"
    QTest.keyClick(focused(), Qt.Key.Key_1, ALT)
    assert page.organisations.rows.hasFocus()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_new_one_is_there_chosen_and_its_name_is_typed_over(desk: Desk, show: Callable[..., Window], at: int) -> None:
    page = partners(show(desk, PARTNERS))
    page.tabs.setCurrentIndex(at)
    page.view.focus()
    page.view.sector.choose(Sector.FAITH)
    QTest.keyClick(focused(), Qt.Key.Key_N, CONTROL)
    new = page.view.rows.chosen_id()
    assert page.view.detail.shown_id == new
    QTest.keyClicks(focused(), "Elin Vaughan-Pryce")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    row = page.view.rows.chosen_row()
    assert row is not None
    assert (row.id, row.title) == (new, "Elin Vaughan-Pryce")
    desk.undo()
    desk.undo()
    assert not page.view.rows.holds(new)


def test_words_and_a_sector_narrow_the_list(desk: Desk, show: Callable[..., Window], qtbot: QtBot) -> None:
    page = partners(show(desk, PARTNERS))
    QTest.keyClick(focused(), Qt.Key.Key_Slash)
    QTest.keyClicks(page.organisations.words, "arrowmere")
    qtbot.waitUntil(lambda: all("Arrowmere" in row.title for row in page.organisations.rows.loaded()))
    QTest.keyClick(page.organisations.words, Qt.Key.Key_Down)
    assert page.organisations.rows.hasFocus()
    page.organisations.sector.choose(Sector.LOCAL_AUTHORITY)
    assert [row.title for row in page.organisations.rows.loaded()] == ["Arrowmere Council"]
    page.organisations.show_all()
    QTest.keyClick(focused(), Qt.Key.Key_B)
    assert 0 < len(page.organisations.rows.loaded()) < desk.read(count_partners)[0]


def test_seats_are_narrowed_by_name_holder_and_sector(desk: Desk, show: Callable[..., Window], qtbot: QtBot) -> None:
    page = partners(show(desk, Link("partners", "seat")))
    page.seats.words.setText("hartnell")
    qtbot.waitUntil(lambda: [row.title for row in page.seats.rows.loaded()] == ["Police"])
    page.seats.words.empty()
    page.seats.sector.choose(Sector.PROBATION)
    assert [row.title for row in page.seats.rows.loaded()] == ["Probation", "Probation, co-opted"]


def test_an_organisation_shows_what_it_was_and_what_it_is(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, PARTNERS))
    chosen = choose(page.organisations, "Arrowmere Care Board")
    detail = page.organisations.detail
    assert detail.sector.value is Sector.HEALTH
    assert detail.statutory.value
    past = detail.past.rows.loaded()
    assert [row.second_line for row in past] == [
        "since 1 April 2026",
        "until 31 March 2026 · Arrowmere Health Commissioners",
    ]
    assert "of 6 meetings" in detail.turnout.text()
    assert [row.title for row in detail.sittings.rows.loaded()][:1] == ["Dr Helen Fairweather"]
    assert len(detail.proposals.rows.loaded()) == len(organisation(desk, chosen).proposals)


def test_a_change_from_a_day_on_keeps_what_was_before(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, PARTNERS))
    chosen = choose(page.organisations, "Brightwater Care Ltd")
    QTest.keyClick(page.organisations.rows, Qt.Key.Key_C)
    detail = page.organisations.detail
    assert focused() is detail.asking.fields[0].control
    fill(detail.asking, "1 Jan 2027", "Brightwater Trust")
    view = organisation(desk, chosen)
    assert view.name == "Brightwater Trust"
    assert (view.statuses[0].starts, view.statuses[1].ends) == (date(2027, 1, 1), date(2026, 12, 31))
    assert view.statuses[1].name == "Brightwater Care Ltd"
    assert not detail.asking.is_asking


def test_a_sector_is_put_right_where_it_stands(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, PARTNERS))
    chosen = choose(page.organisations, "Brightwater Care Ltd")
    before = len(organisation(desk, chosen).statuses)
    page.organisations.detail.sector.box.setFocus()
    QTest.keyClick(page.organisations.detail.sector.box, Qt.Key.Key_Up)
    after = organisation(desk, chosen)
    assert len(after.statuses) == before
    assert after.statuses[0].sector is Sector.COMMUNITY
    row = page.organisations.rows.chosen_row()
    assert row is not None
    assert row.mark is Sector.COMMUNITY


def test_what_is_used_stays_and_what_is_not_goes(desk: Desk, show: Callable[..., Window], told: list[Said]) -> None:
    page = partners(show(desk, PARTNERS))
    used = choose(page.organisations, "Arrowmere Council")
    QTest.keyClick(page.organisations.rows, Qt.Key.Key_Delete)
    assert "so stays" in told[-1].text
    assert page.organisations.rows.chosen_id() == used
    page.organisations.add_new()
    new = page.organisations.rows.chosen_id()
    page.organisations.rows.setFocus()
    QTest.keyClick(page.organisations.rows, Qt.Key.Key_Delete)
    assert not page.organisations.rows.holds(new)
    assert told[-1].undo


def test_a_person_is_put_right_and_a_wrong_address_is_said(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "person")))
    chosen = choose(page.people, "Priya Raman")
    detail = page.people.detail
    detail.email.setFocus()
    type_over("priya at arrowmere")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert "no e-mail address" in detail.email.wrong
    detail.email.setFocus()
    type_over("priya@arrowmere.example")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert person(desk, chosen).email == "priya@arrowmere.example"
    assert [row.title for row in detail.sittings.rows.loaded()] == ["Director of children’s services"]
    assert detail.owned.rows.loaded()


def test_an_interest_is_registered_put_right_ended_and_removed(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "person")))
    chosen = choose(page.people, "Priya Raman")
    before = len(desk.read(interests_of_person, chosen))
    QTest.keyClick(page.people.rows, Qt.Key.Key_I)
    detail = page.people.detail
    fill(detail.asking, "Governor, unpaid", "Places at Harbour Lane Primary", "1 Sept 2025")
    kept = desk.read(interests_of_person, chosen)
    assert len(kept) == before + 1
    mine = next(one for one in kept if one.nature == "Governor, unpaid")
    assert (mine.matter, mine.starts, mine.declared_on) == ("Places at Harbour Lane Primary", date(2025, 9, 1), TODAY)
    detail.interests.rows.setFocus()
    detail.interests.rows.choose(mine.id)
    QTest.keyClick(detail.interests.rows, Qt.Key.Key_Return)
    fill(detail.asking, "", "", "", "30 Nov 2026")
    ended = next(one for one in desk.read(interests_of_person, chosen) if one.id == mine.id)
    assert (ended.ends, ended.nature) == (date(2026, 11, 30), "Governor, unpaid")
    detail.interests.rows.setFocus()
    detail.interests.rows.choose(mine.id)
    QTest.keyClick(detail.interests.rows, Qt.Key.Key_Delete)
    assert len(desk.read(interests_of_person, chosen)) == before
    assert person(desk, chosen).name == "Priya Raman"


def test_an_interest_is_in_a_strand(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "person")))
    chosen = choose(page.people, "Priya Raman")
    page.people.register_interest()
    asking = page.people.detail.asking
    strand = asking.fields[-1]
    assert isinstance(strand, ChoiceField)
    strand.box.setCurrentText("Early help")
    strand.box.activated.emit(strand.box.currentIndex())
    fill(asking, "Trustee")
    interests = {one.nature: one for one in desk.read(interests_of_person, chosen)}
    assert desk.board_id is not None
    names = dict(desk.read(strands_to_choose, desk.board_id))
    assert [name for one, name in names.items() if one == interests["Trustee"].strand_id] == ["Early help"]


def test_an_interest_that_ends_before_it_starts_is_refused_in_the_question(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = partners(show(desk, Link("partners", "person")))
    chosen = choose(page.people, "Priya Raman")
    before = len(desk.read(interests_of_person, chosen))
    page.people.register_interest()
    asking = page.people.detail.asking
    fill(asking, "Trustee", "", "1 May 2026", "1 Apr 2026")
    assert asking.is_asking
    assert len(desk.read(interests_of_person, chosen)) == before
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not asking.is_asking


def test_a_seat_changes_hands_on_a_day(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "seat")))
    chosen = choose(page.seats, "Police")
    QTest.keyClick(page.seats.rows, Qt.Key.Key_H)
    detail = page.seats.detail
    fill(detail.asking, "Ch Supt Rhian Ellis", "", "1 Dec 2026")
    held = desk.read(holders_of, chosen)
    assert (held[0].name, held[0].starts) == ("Ch Supt Rhian Ellis", date(2026, 12, 1))
    assert held[1].ends == date(2026, 11, 30)
    assert detail.holder.text().startswith("Ch Supt Rhian Ellis sits here for West Border Police since 1 December 2026")
    QTest.keyClick(page.seats.rows, Qt.Key.Key_V)
    fill(detail.asking, "10 Dec 2026")
    assert detail.holder.text() == "Vacant."
    row = page.seats.rows.chosen_row()
    assert row is not None
    assert row.chip == "vacant"


def test_a_membership_is_put_right_and_taken_out(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "seat")))
    chosen = choose(page.seats, "Colleges")
    detail = page.seats.detail
    (now,) = desk.read(holders_of, chosen)
    QTest.keyClick(page.seats.rows, Qt.Key.Key_E)
    voting = detail.asking.fields[1]
    assert isinstance(voting, ChoiceField)
    voting.box.setCurrentText("Has no vote")
    voting.box.activated.emit(voting.box.currentIndex())
    fill(detail.asking, "Border Community Health", "", "1 Dec 2025", "1 Nov 2025")
    assert "can't end before it starts" in detail.asking._wrong.text()
    fill(detail.asking, "", "", "", "30 Nov 2026")
    (right,) = desk.read(holders_of, chosen)
    assert (right.membership_id, right.voting) == (now.membership_id, False)
    assert (right.starts, right.ends) == (date(2025, 12, 1), date(2026, 11, 30))
    assert right.organisation == "Border Community Health"
    # Of the chosen one, not of whoever sits there.
    QTest.keyClick(page.seats.rows, Qt.Key.Key_H)
    fill(detail.asking, "Ch Supt Rhian Ellis", "", "1 Dec 2026")
    detail.holders.rows.setFocus()
    detail.holders.rows.choose(now.membership_id)
    detail.holders.change.click()
    fill(detail.asking, "", "", "", "1 Dec 2026")
    assert "Somebody else sits in this seat" in detail.asking._wrong.text()
    page.seats.rows.setFocus()
    assert detail.withdraw()
    detail.holders.rows.setFocus()
    QTest.keyClick(detail.holders.rows, Qt.Key.Key_Delete)
    (left,) = desk.read(holders_of, chosen)
    assert left.name == "Ch Supt Rhian Ellis"


def test_a_deputy_is_named_and_let_go(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "seat")))
    chosen = choose(page.seats, "Secondary schools")
    QTest.keyClick(page.seats.rows, Qt.Key.Key_D)
    detail = page.seats.detail
    fill(detail.asking, "Nia Hopkins")
    seat = next(one for one in seats(desk) if one.id == chosen)
    assert [one.name for one in seat.deputies][-1] == "Nia Hopkins"
    detail.deputies.rows.setFocus()
    detail.deputies.rows.choose(seat.deputies[-1].id)
    QTest.keyClick(detail.deputies.rows, Qt.Key.Key_Delete)
    after = next(one for one in seats(desk) if one.id == chosen)
    assert "Nia Hopkins" not in [one.name for one in after.deputies]


def test_seats_move_and_change(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "seat")))
    chosen = choose(page.seats, "Police")
    QTest.keyClick(page.seats.rows, Qt.Key.Key_Up, ALT)
    names = [seat.name for seat in seats(desk)]
    assert names.index("Police") == names.index("Community health provider") - 1
    assert page.seats.rows.chosen_id() == chosen
    detail = page.seats.detail
    detail.voting.box.setFocus()
    QTest.keyClick(detail.voting.box, Qt.Key.Key_Space)
    detail.role.box.setFocus()
    QTest.keyClick(detail.role.box, Qt.Key.Key_Down)
    seat = next(one for one in seats(desk) if one.id == chosen)
    assert (seat.voting, seat.role) == (False, SeatRole.CO_OPTED)


def test_a_seat_ends_and_stays_in_the_list(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, Link("partners", "seat")))
    chosen = choose(page.seats, "Police")
    page.seats.detail.ask_end()
    fill(page.seats.detail.asking, "1 Dec 2026")
    assert chosen not in [seat.id for seat in seats(desk)]
    assert chosen in [seat.id for seat in seats(desk, ended=True)]
    row = page.seats.rows.chosen_row()
    assert row is not None
    assert row.muted


def test_links_lead_to_each_kind(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, PARTNERS)
    page = partners(window)
    chair = seats(desk)[0]
    assert chair.holder is not None
    window.go(Link("partners", "person", chair.holder.person_id))
    assert page.link().entity == ENTITY["people"]
    assert page.link() == Link("partners", "person", chair.holder.person_id)
    QTest.keyClick(page.people.detail.sittings.rows, Qt.Key.Key_Home)
    page.people.detail.sittings.rows.choose_first()
    QTest.keyClick(page.people.detail.sittings.rows, Qt.Key.Key_Return)
    assert page.link().entity == ENTITY["seats"]
    assert page.seats.rows.chosen_id() == chair.id
    interest = next(
        one
        for row in page.people.rows.loaded()
        for one in desk.read(interests_of_person, row.id)  # type: ignore[arg-type] # an id
    )
    window.go(Link("partners", "interest", interest.id))
    assert page.link().entity == ENTITY["people"]
    assert page.people.rows.chosen_id() == interest.person_id


def test_commands_of_another_view_say_why_they_rest(desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(desk, PARTNERS))
    assert page.why_not("partners.holder") == "no seat is chosen"
    assert page.why_not("partners.interest") == ""
    page.tabs.setCurrentIndex(2)
    assert page.why_not("partners.change") == "no organisation is chosen"
    assert page.why_not("partners.holder") == ""


@pytest.mark.parametrize("at", [0, 1, 2])
def test_empty_views_teach_and_begin(bare_desk: Desk, show: Callable[..., Window], at: int) -> None:
    page = partners(show(bare_desk, PARTNERS))
    page.tabs.setCurrentIndex(at)
    page.view.focus()
    assert page.view.first.hasFocus()
    assert (page.paste.isVisible(), page.new.isVisible()) == (True, False)
    QTest.keyClick(page.view.first, Qt.Key.Key_Space)
    assert len(page.view.rows.loaded()) == 1
    assert (page.paste.isVisible(), page.new.isVisible()) == (False, True)


def test_members_can_be_pasted_where_there_are_none(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = partners(show(bare_desk, PARTNERS))
    asked: list[Link] = []
    bare_desk.asked.disconnect()
    bare_desk.asked.connect(asked.append)
    QTest.keyClick(page.paste, Qt.Key.Key_Space)
    assert asked == [Link("paste")]


@pytest.mark.parametrize(
    ("at", "names"),
    [
        (
            0,
            [
                "Whose: All in this file",
                "Sector: All sectors",
                "Words",
                "Organisations",
                "Name",
                "Short name",
                "Sector",
                "Statutory partner",
                "Succeeded by",
                "From day to day",
                "Change of name or sector",
                "Seats and people",
                "Register an interest",
                "What it proposed",
                "History of this",
            ],
        ),
        (
            1,
            [
                "Whose: All in this file",
                "Sector: All sectors",
                "Words",
                "People",
                "Name",
                "E-mail",
                "Language",
                "Seats",
                "Register an interest",
                "Actions",
                "History of this",
            ],
        ),
        (
            2,
            [
                "Sector: All sectors",
                "Words",
                "Seats",
                "New holder of the seat",
                "Vacate the seat",
                "Name of the seat",
                "Capacity",
                "Sector",
                "Organisation that fills it",
                "Has a vote",
                "Stands since",
                "Who holds it, and held it",
                "Put a membership right",
                "Name a deputy",
                "End the seat",
                "History of this",
            ],
        ),
    ],
)
def test_the_partners_by_ear(desk: Desk, show: Callable[..., Window], at: int, names: list[str]) -> None:
    page = partners(show(desk, PARTNERS))
    page.tabs.setCurrentIndex(at)
    assert unnamed(page) == []
    page.tabs.setFocus()
    stops = [stop.name for stop in tab_stops(page)]
    assert stops[0] == page.tabs.tabText(at)
    assert stops[1] == page.new.words()
    assert stops[2:] == names


def test_a_file_that_is_only_read_shows_all_and_changes_nothing(desk: Desk, show: Callable[..., Window]) -> None:
    with BoardFile.open(desk.file.path, who="Beth") as second:
        reading = DeskOfThatDay(second, desk.board_id)
        page = partners(show(reading, PARTNERS))
        assert page.new.isEnabled() is False
        for view in page.views:
            page.tabs.setCurrentIndex(page.views.index(view))
            assert view.rows.loaded()
            name = view.detail.fields[0]
            QTest.keyClicks(name.control, "X")
            assert not name.dirty
