"""Home tells what comes next and what waits, and lets it be dealt with by keyboard."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.domain.calls import Call
from boardroom.domain.meeting import Meeting
from boardroom.domain.words import ActionStatus
from boardroom.services.actions import update_action
from boardroom.services.strands import add_strand
from boardroom.store.queries.home import home_of
from boardroom.ui.links import Link
from boardroom.ui.pages.home import HomePage
from boardroom.ui.pages.home_needs import Need
from boardroom.ui.pages.home_readiness import readiness_lines
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.orm import Session

    from boardroom.store.queries.home import HomeView
    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

HOME = Link("home")


def home(window: Window) -> HomePage:
    page = window.current_page()
    assert isinstance(page, HomePage)
    return page


def view_of(desk: Desk) -> HomeView:
    assert desk.board_id is not None
    return desk.read(home_of, desk.board_id, TODAY)


def asked_of(desk: Desk) -> list[Link]:
    links: list[Link] = []
    desk.asked.disconnect()
    desk.asked.connect(links.append)
    return links


def notice_of(desk: Desk, row: MeetingRow) -> date | None:
    def read(session: Session) -> date | None:
        meeting = session.get(Meeting, row.id)
        return None if meeting is None else meeting.notice_given_on

    return desk.read(read)


def test_the_next_meeting_stands_there_with_how_ready_it_is(desk: Desk, show: Callable[..., Window]) -> None:
    show(desk, HOME)
    coming = view_of(desk).next
    assert coming is not None
    lines = {line.name: (line.state, line.words) for line in readiness_lines(coming)}
    assert lines["Notice"] == ("due", "Out by Wed 20 January for 5 clear working days")
    assert lines["Papers"] == ("waiting", "7 of 8 in. To follow: 6A Priya Raman")
    assert lines["Quorum expected"] == ("ready", "15 of 15, needs 8; 8 of 8 sectors, needs 5")


def test_what_waits_stands_under_headings_with_how_much_there_is(desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(desk, HOME))
    rows, view = page.needs.loaded(), view_of(desk)
    groups = dict.fromkeys((row.group, row.group_count) for row in rows)
    assert ("Proposals unanswered", str(view.proposals_unanswered)) in groups
    assert ("Actions overdue", str(view.actions_overdue)) in groups
    assert page.needs.chosen_id() == rows[0].id
    assert page.needs.hasFocus()


def test_space_marks_an_overdue_action_as_done_and_undo_brings_it_back(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = home(show(desk, HOME))
    before = view_of(desk).actions_overdue
    late = Need("action", view_of(desk).actions[0].id)
    page.needs.choose(late)
    QTest.keyClick(page.needs, Qt.Key.Key_Space)
    assert view_of(desk).actions_overdue == before - 1
    assert late not in [row.id for row in page.needs.loaded()]
    assert told[-1].text.startswith("Mark as done: ")
    assert told[-1].undo
    desk.undo()
    assert view_of(desk).actions_overdue == before
    assert late in [row.id for row in page.needs.loaded()]


def test_enter_leads_to_where_a_thing_is_dealt_with(desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(desk, HOME))
    links = asked_of(desk)
    for row in page.needs.loaded():
        page.needs.choose(row.id)
        QTest.keyClick(page.needs, Qt.Key.Key_Return)
    kinds = {(link.page, link.entity) for link in links}
    assert kinds == {
        ("proposals", "proposal"),
        ("actions", "action"),
        ("minutes", "meeting"),
        ("decisions", "decision"),
        ("strands", "strand"),
    }


def test_notice_is_given_only_after_a_yes_and_undo_does_not_reach_behind_it(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    window = show(desk, HOME)
    page, coming = home(window), view_of(desk).next
    assert coming is not None
    QTest.keyClick(page.needs, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.card.is_asking()
    assert notice_of(desk, coming.row) is None
    answer = QApplication.focusWidget()
    assert answer is not None
    assert page.card.isAncestorOf(answer)
    QTest.keyClick(answer, Qt.Key.Key_Space)
    assert notice_of(desk, coming.row) == TODAY
    assert not page.card.is_asking()
    assert not told[-1].undo
    desk.undo()
    assert notice_of(desk, coming.row) == TODAY
    assert window.actions_of.why_not("home.notice") == "notice was given already"
    assert window.actions_of.why_not("home.item").startswith("notice was given; a late item")


def test_escape_takes_the_question_about_notice_back(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, HOME)
    page, coming = home(window), view_of(desk).next
    assert coming is not None
    window.run("home.notice")
    answer = QApplication.focusWidget()
    assert answer is not None
    QTest.keyClick(answer, Qt.Key.Key_Escape)
    assert not page.card.is_asking()
    assert page.card.button.isEnabled()
    assert notice_of(desk, coming.row) is None


def test_a_new_item_stands_last_on_the_next_agenda(desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(desk, HOME))
    links, before = asked_of(desk), view_of(desk).next
    QTest.keyClick(page.needs, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    after = view_of(desk).next
    assert before is not None
    assert after is not None
    assert after.readiness.agenda.items == before.readiness.agenda.items + 1
    assert [(link.page, link.entity, link.meeting_id) for link in links] == [("meeting", "agenda_item", after.row.id)]


def test_what_was_changed_last_stands_beside_and_opens(desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(desk, HOME))
    action = view_of(desk).actions[0]
    desk.write("Note progress", update_action, action.id, ActionStatus.IN_PROGRESS, on=TODAY)
    assert page.recent.entries()[0].words == "You: Note progress"
    links = asked_of(desk)
    page.recent.setFocus()
    page.recent.setCurrentIndex(page.recent.model().index(0, 0))
    QTest.keyClick(page.recent, Qt.Key.Key_Return)
    assert links == [Link("actions", "action", action.id, action.meeting_id, action.item_id)]


def test_a_new_board_is_told_how_to_begin(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(bare_desk, HOME))
    assert page.plan_first.isVisible()
    assert page.plan_first.hasFocus()
    links = asked_of(bare_desk)
    QTest.keyClick(page.plan_first, Qt.Key.Key_Space)
    assert [(link.page, link.entity) for link in links] == [("meeting", "meeting")]
    assert not page.plan_first.isVisible()
    assert page.head().commands == ()


def test_a_narrow_window_has_one_column(desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(desk, HOME, 800, 700))
    assert (
        page.recent.mapTo(page, page.recent.rect().topLeft()).y()
        > page.needs.mapTo(page, page.needs.rect().bottomLeft()).y()
    )


def test_home_by_ear(desk: Desk, show: Callable[..., Window]) -> None:
    page = home(show(desk, HOME))
    assert unnamed(page) == []
    page.card.button.setFocus()
    names = [stop.name for stop in tab_stops(page)]
    assert names == ["Give notice", "Needs you", "Recent changes", "All changes"]
    heard = page.needs.model().data(page.needs.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "days" in str(heard)


def test_a_strand_without_a_sector_is_named_with_what_can_be_done_about_it(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page, (warning, *_) = home(show(desk, HOME)), view_of(desk).strands
    need = Need("strand", warning.strand_id)
    row = next(row for row in page.needs.loaded() if row.id == need)
    assert row.title.startswith(f"{warning.strand}: ")
    assert all(sector.value in row.spoken for sector in warning.gap.sectors)
    assert row.group == "Strands about to enter specification"
    page.needs.choose(need)
    links = asked_of(desk)
    QTest.keyClick(page.needs, Qt.Key.Key_C)
    QTest.keyClick(page.needs, Qt.Key.Key_Return)
    assert links == [Link("calls", "strand", warning.strand_id), Link("strands", "strand", warning.strand_id)]


def test_the_sectors_that_are_missing_are_asked_to_the_item_once(desk: Desk, show: Callable[..., Window]) -> None:
    page, (warning, *_) = home(show(desk, HOME)), view_of(desk).strands
    assert warning.item is None
    page.needs.choose(Need("strand", warning.strand_id))
    QTest.keyClick(page.needs, Qt.Key.Key_I)
    QApplication.processEvents()
    (after, *_) = view_of(desk).strands
    assert after.item is not None
    assert after.item.asked
    assert page.why_not("home.invite") == "the agenda asks them already"
    row = next(row for row in page.needs.loaded() if row.id == Need("strand", warning.strand_id))
    assert row.context == f"asked to item {after.item.number} on 28 Jan 2027"
    page.needs.choose(next(row.id for row in page.needs.loaded() if row.id != Need("strand", warning.strand_id)))
    assert page.why_not("home.call") == "no strand is chosen under “Needs you”"


def test_of_many_things_that_need_the_secretary_the_last_is_there_too(desk: Desk, show: Callable[..., Window]) -> None:
    board_id = desk.board_id
    assert board_id is not None
    with desk.file.writing("Open seventy short calls") as session:
        strand = add_strand(session, board_id, "Play")
        for _ in range(70):
            closes = TODAY + timedelta(days=7)
            session.add(Call(board_id=board_id, strand_id=strand.id, question="What?", opens=TODAY, closes=closes))
    page = home(show(desk, HOME))
    calls = [row for row in page.needs.loaded() if isinstance(row.id, Need) and row.id.entity == "call"]
    assert len(calls) == 70
    assert calls[-1].context == "1 of 12 weeks, no reason given"
