"""The board of proposals: walked, answered, recorded and narrowed by keyboard."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.services.proposal_life import take_up_again
from boardroom.store.queries.decision_list import Wanted as DecisionsWanted
from boardroom.store.queries.decision_list import decisions_page
from boardroom.store.queries.proposal_list import ProposalRow, Wanted, count_proposals, proposals_page
from boardroom.store.queries.proposal_page import ProposalPage, proposal_page
from boardroom.ui.kit.name_field import Named
from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from boardroom.ui.pages.proposals import ProposalsPage
from boardroom.ui.pages.proposals_words import reasons_for
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

PROPOSALS = Link("proposals")
CTRL = Qt.KeyboardModifier.ControlModifier


def proposals(window: Window) -> ProposalsPage:
    page = window.current_page()
    assert isinstance(page, ProposalsPage)
    return page


def proposal_of(desk: Desk, proposal_id: UUID | None) -> ProposalPage:
    assert proposal_id is not None
    page = desk.read(proposal_page, proposal_id, TODAY)
    assert page is not None
    return page


def every(desk: Desk, *states: AnswerKind | None) -> list[ProposalRow]:
    return desk.read(proposals_page, Wanted(board_id=desk.board_id, states=states), TODAY, limit=1000)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key, ctrl: bool = False) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()


def column(page: ProposalsPage, name: str) -> Rows:
    return next(one for one in page.views.board.findChildren(Rows) if one.accessibleName() == name)


def is_answering(page: ProposalsPage) -> bool:
    return page.detail.form.is_open


def words_on(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_the_board_counts_the_days_and_who_has_waited_longest_stands_first(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = proposals(show(desk, PROPOSALS))
    counts = desk.read(count_proposals, Wanted(board_id=desk.board_id), TODAY)
    waiting = column(page, "Unanswered").loaded()
    assert len(waiting) == counts.unanswered
    days = [int(row.figure.split()[0]) for row in waiting]
    assert days == sorted(days, reverse=True)
    assert counts.promised is not None
    assert [row.figure_tone for row in waiting] == ["danger" if day > counts.promised else "" for day in days]
    assert column(page, "Unanswered").accessibleDescription() == f"{len(waiting)}, {counts.late} late"
    declined = column(page, "Declined").loaded()
    assert len(declined) == counts.by_state[AnswerKind.DECLINED]
    assert ("Timetable too tight", "Lots would delay the tender by ten weeks.") in [row.reason for row in declined]
    assert page.head().context == (
        f"{counts.total - 2 - counts.unanswered} of {counts.total - 2} answered, in a median of "
        f"{counts.median_days} days; promised within {counts.promised}; 2 withdrawn"
    )


def test_a_proposal_is_answered_by_keyboard_alone(desk: Desk, show: Callable[..., Window], told: list[Said]) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_Down)
    chosen = page.views.chosen_id
    number = proposal_of(desk, chosen).proposal.number
    press(Qt.Key.Key_A)
    form = page.detail.form
    assert focused() is form.answer.box
    # A letter chooses, though commands have it too.
    QTest.keyClicks(focused(), "decl")
    press(Qt.Key.Key_Tab)
    assert focused() is form.category.box
    QTest.keyClicks(focused(), "ti")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "The tender has opened.")
    press(Qt.Key.Key_Return, ctrl=True)
    assert told[-1].text == f"Answer proposal {number}: declined"
    assert told[-1].undo
    given = proposal_of(desk, chosen).standing
    assert given is not None
    assert (given.answer.answer, given.answer.category) == (AnswerKind.DECLINED, ReasonCategory.TIMETABLE)
    assert (given.answer.reason, given.on) == ("The tender has opened.", TODAY)
    assert not is_answering(page)
    assert chosen in {row.id for row in column(page, "Declined").loaded()}
    assert page.views.chosen_id == chosen
    desk.undo()
    assert chosen in {row.id for row in column(page, "Unanswered").loaded()}


def test_what_is_missing_from_an_answer_is_said_where_it_is_missing(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    chosen = page.views.chosen_id
    press(Qt.Key.Key_A)
    form = page.detail.form
    press(Qt.Key.Key_Return, ctrl=True)
    assert focused() is form.answer.box
    assert form.answer.wrong == "Choose the answer."
    QTest.keyClicks(focused(), "def")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "evi")
    press(Qt.Key.Key_Tab)
    assert focused() is form.deferred_to.line
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "Figures are due.")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "no decision has such words")
    press(Qt.Key.Key_Return, ctrl=True)
    assert form.deferred_to.wrong == "Say to which meeting or date the proposal is deferred."
    assert form.decision.wrong.startswith("No decision has these words")
    assert not proposal_of(desk, chosen).answers
    assert focused() is form.deferred_to.line
    QTest.keyClicks(focused(), "28 January 2027")
    form.decision.line.clear()
    form.decision.line.textEdited.emit("")
    press(Qt.Key.Key_Return, ctrl=True)
    (given,) = proposal_of(desk, chosen).answers
    assert given.answer.deferred_to == "28 January 2027"
    card = next(row for row in column(page, "Deferred").loaded() if row.id == chosen)
    assert card.figure == "to 28 Jan"


def test_an_answer_rests_on_a_decision_that_its_words_find(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    chosen = page.views.chosen_id
    (decision, *_) = desk.read(decisions_page, DecisionsWanted(board_id=desk.board_id), limit=1)
    press(Qt.Key.Key_A)
    form = page.detail.form
    form.answer.open(AnswerKind.ADOPTED)
    form.category.open(ReasonCategory.FITS_PLAN)
    form.reason.open("As put.")
    offered = form._complete(decision.wording)
    chosen_one = next(one for one in offered if one.id == decision.id)
    form.decision.open(Named(chosen_one.text, chosen_one.id))
    press(Qt.Key.Key_Return, ctrl=True)
    (given,) = proposal_of(desk, chosen).answers
    assert given.answer.decision_id == decision.id
    assert f"By decision {decision.reference or decision.number}" in [
        one.accessibleName()[: len(f"By decision {decision.reference or decision.number}")]
        for one in page.detail.given.findChildren(QWidget)
    ]


@pytest.mark.parametrize(
    ("answer", "against"), [(AnswerKind.ADOPTED, False), (AnswerKind.ADAPTED, True), (AnswerKind.DECLINED, True)]
)
def test_what_speaks_against_a_proposal_is_no_reason_to_adopt_it(answer: AnswerKind, *, against: bool) -> None:
    offered = dict(reasons_for(answer))
    assert (ReasonCategory.SPECIFICATION in offered, ReasonCategory.TIMETABLE in offered) == (against, against)
    assert ReasonCategory.FITS_PLAN in offered
    assert ReasonCategory.TIMETABLE in dict(reasons_for(answer, ReasonCategory.TIMETABLE)), "what stands is shown"


def test_what_was_begun_is_there_again_when_one_comes_back(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    first = page.views.chosen_id
    press(Qt.Key.Key_A)
    QTest.keyClicks(page.detail.form.reason.edit, "Half a reason")
    page.views.focus()
    press(Qt.Key.Key_Down)
    assert page.views.chosen_id != first
    assert not is_answering(page)
    press(Qt.Key.Key_A)
    assert page.detail.form.reason.value == ""
    page.views.focus()
    press(Qt.Key.Key_Up, Qt.Key.Key_A)
    assert page.detail.form.reason.value == "Half a reason"


def test_answers_over_time_stay_and_only_the_last_one_is_put_right(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    twice = next(one for one in every(desk, AnswerKind.ADAPTED) if len(proposal_of(desk, one.id).answers) > 1)
    page.views.show_one(twice.id)
    page.beside.open_detail()
    said = words_on(page.detail.given)
    assert said.index("One nurture room is tried") < said.index("Attendance figures are due in November.")
    assert "to 3 December 2026" in said
    assert "They were told on 23 September 2026." in said
    page.detail._put_right()
    form = page.detail.form
    assert form.reason.value.startswith("One nurture room is tried")
    form.reason.open("Tried at one school.")
    press(Qt.Key.Key_Return, ctrl=True)
    answers = proposal_of(desk, twice.id).answers
    assert [one.answer.reason for one in answers] == [
        "Attendance figures are due in November.",
        "Tried at one school.",
    ]


def test_that_they_were_told_is_recorded_once_and_for_good(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = proposals(show(desk, PROPOSALS))
    untold = next(one for one in every(desk, AnswerKind.ADAPTED) if one.told_on is None)
    page.views.show_one(untold.id)
    press(Qt.Key.Key_T)
    standing = proposal_of(desk, untold.id).standing
    assert standing is not None
    assert standing.answer.told_on == TODAY
    assert not told[-1].undo
    desk.undo()
    standing = proposal_of(desk, untold.id).standing
    assert standing is not None
    assert standing.answer.told_on == TODAY


def test_a_new_proposal_is_worded_and_its_organisation_brings_the_sector(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_N, ctrl=True)
    new = page.views.chosen_id
    assert new is not None
    assert told[-1].text == "Record a proposal"
    assert focused() is page.detail.text.edit
    QTest.keyClicks(focused(), "A bus to the pool on Sundays")
    press(Qt.Key.Key_Tab)
    assert focused() is page.detail.by.organisation.line
    QTest.keyClicks(focused(), "Youth Voice Arrowmere")
    press(Qt.Key.Key_Return)
    # Offscreen, a list of names that closes doesn't give the window back by itself.
    page.window().activateWindow()
    QApplication.processEvents()
    found = proposal_of(desk, new).proposal
    (by,) = found.proposers
    assert (found.text, found.received_on) == ("A bus to the pool on Sundays", TODAY)
    assert (by.organisation, by.sector, by.organisation_id is not None) == (
        "Youth Voice Arrowmere",
        Sector.SERVICE_USERS,
        True,
    )
    assert page.detail.by.sector.value is Sector.SERVICE_USERS
    card = next(row for row in column(page, "Unanswered").loaded() if row.id == new)
    assert (card.mark, card.context, card.figure) == (Sector.SERVICE_USERS, "Youth Voice Arrowmere", "0 days")
    page.detail.by.others.setFocus()
    QTest.keyClicks(focused(), "Arrowmere Young Carers")
    press(Qt.Key.Key_Tab)
    assert [one.organisation for one in proposal_of(desk, new).proposal.proposers] == [
        "Youth Voice Arrowmere",
        "Arrowmere Young Carers",
    ]
    page.views.focus()
    press(Qt.Key.Key_Delete)
    assert desk.read(proposal_page, new, TODAY) is None
    desk.undo()
    assert proposal_of(desk, new).proposal.text == "A bus to the pool on Sundays"


def test_nobody_is_left_who_puts_it_is_refused_where_it_is_typed(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    chosen = page.views.chosen_id
    before = proposal_of(desk, chosen).proposal.proposers
    press(Qt.Key.Key_Return)
    page.detail.by.organisation.setFocus()
    press(Qt.Key.Key_A, ctrl=True)
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    assert page.detail.by.organisation.wrong.startswith("Say who puts the proposal")
    assert [one.organisation for one in proposal_of(desk, chosen).proposal.proposers] == [
        one.organisation for one in before
    ]


def test_an_answered_proposal_is_not_removed(desk: Desk, show: Callable[..., Window], told: list[Said]) -> None:
    page = proposals(show(desk, PROPOSALS))
    answered = every(desk, AnswerKind.DECLINED)[0]
    page.views.show_one(answered.id)
    press(Qt.Key.Key_Delete)
    assert told[-1].text.startswith("That proposal was answered, so it stays")
    assert proposal_of(desk, answered.id).answers


def test_the_list_has_the_withdrawn_too_and_keeps_what_is_chosen(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    chosen = page.views.chosen_id
    press(Qt.Key.Key_L, ctrl=True)
    assert focused() is page.views.rows
    assert page.views.rows.chosen_id() == page.views.chosen_id == chosen
    assert {row.chip for row in page.views.rows.loaded()} == {
        "Unanswered", "Deferred", "Adapted", "Adopted", "Declined", "Withdrawn",
    }  # fmt: skip
    press(Qt.Key.Key_Down)
    below = page.views.chosen_id
    press(Qt.Key.Key_L, ctrl=True)
    assert page.views.board.chosen_id() == page.views.chosen_id == below


def test_a_link_leads_to_a_proposal_that_no_column_holds(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, PROPOSALS)
    page = proposals(window)
    page.views.filters.sector.choose(Sector.HEALTH)
    withdrawn = next(one for one in every(desk, AnswerKind.WITHDRAWN) if one.sector is Sector.FAITH)
    window.go(Link("proposals", "proposal", withdrawn.id))
    assert page.views.chosen_id == withdrawn.id
    assert page.views.view is page.views.rows
    assert page.detail.proposal_id == withdrawn.id
    assert page.link() == Link("proposals", "proposal", withdrawn.id)


def test_a_sector_a_year_and_words_narrow_what_is_shown_and_counted(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    page.views.filters.sector.choose(Sector.COMMUNITY)
    shown = [row for one in page.views.board.findChildren(Rows) for row in one.loaded()]
    assert shown
    assert {row.mark for row in shown} == {Sector.COMMUNITY}
    community = [one for one in every(desk) if one.sector is Sector.COMMUNITY]
    assert page.head().context.startswith(f"{len(community)} of {len(community)} answered")
    page.views.filters.sector.choose(None)
    page.views.filters.since.choose(TODAY.replace(month=1, day=1))
    later = [one for one in every(desk) if one.asked_on is not None and one.asked_on.year == TODAY.year]
    assert page.views.counts.total == len(later)
    page.views.filters.since.choose(None)
    press(Qt.Key.Key_Slash)
    QTest.keyClicks(focused(), "canalside")
    press(Qt.Key.Key_Return)
    assert page.views.counts.total == 1
    assert isinstance(focused(), Rows)


def test_why_proposals_were_declined_by_sector(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    declined = every(desk, AnswerKind.DECLINED)
    late = {ReasonCategory.SPECIFICATION, ReasonCategory.TIMETABLE}
    fell = [one for one in declined if one.category in late]
    third = [one for one in fell if one.sector in {Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH}]
    assert (
        f"{len(fell)} of {len(declined)} fell to the specification or the timetable; {len(third)} came from"
        in page.views.foot._words.full()
    )
    press(Qt.Key.Key_R)
    assert focused() is page.views.reasons
    rows = page.views.reasons.loaded()
    assert sum(int(row.cells[0].text) for row in rows) == len(every(desk))
    (community,) = [row for row in rows if row.id is Sector.COMMUNITY]
    of = [one for one in declined if one.sector is Sector.COMMUNITY]
    assert int(community.cells[1].text) == len(of)
    page.views.reasons.choose(Sector.COMMUNITY)
    press(Qt.Key.Key_Return)
    assert page.views.filters.sector.value is Sector.COMMUNITY
    assert not page.views.shows_reasons
    press(Qt.Key.Key_R, Qt.Key.Key_Escape)
    assert not page.views.shows_reasons


def test_escape_goes_out_step_by_step(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_A)
    assert is_answering(page)
    assert not page.head().filled
    press(Qt.Key.Key_Escape)
    assert not is_answering(page)
    assert page.detail.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert isinstance(focused(), Rows)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 480)])
def test_no_part_holds_the_window_open(desk: Desk, show: Callable[..., Window], width: int, height: int) -> None:
    window = show(desk, PROPOSALS, width, height)
    press(Qt.Key.Key_A)
    assert (window.shell.width(), window.shell.height()) == (width, height)
    assert proposals(window).detail.form.isVisible()


def test_hostile_words_are_shown_as_they_are(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    hostile = '<img src="file:///etc/passwd"><b>{0} bold</b>'
    press(Qt.Key.Key_N, ctrl=True)
    assert page.detail._save_text(hostile) == ""
    card = next(row for row in column(page, "Unanswered").loaded() if row.id == page.views.chosen_id)
    assert card.title == hostile
    press(Qt.Key.Key_Escape, Qt.Key.Key_A)
    page.detail.form.answer.open(AnswerKind.DECLINED)
    page.detail.form.category.open(ReasonCategory.COST)
    page.detail.form.reason.open(hostile)
    press(Qt.Key.Key_Return, ctrl=True)
    labels = page.detail.findChildren(QLabel)
    assert hostile in [one.text() for one in labels]
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels if one.text())


def test_an_empty_page_teaches_and_begins(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(bare_desk, PROPOSALS))
    assert page.head().context == "None yet"
    assert page.head().commands == ()
    assert page.first.hasFocus()
    assert "Taken up as it was put." in words_on(page)
    press(Qt.Key.Key_Space)
    assert [row.title for row in column(page, "Unanswered").loaded()] == ["New proposal"]
    assert focused() is page.detail.text.edit
    bare_desk.undo()
    assert page.first.isVisible()


def test_the_board_and_what_stands_beside_it_by_ear(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_A)
    assert unnamed(page) == []
    page.views.filters.sector.setFocus()
    stops = tab_stops(page)
    names = [stop.name for stop in stops]
    narrowing = [name.partition(":")[0] for name in names[:4]]
    assert narrowing == ["Sector", "Strand", "Time", "Words"]
    assert names[4] == "Unanswered"
    begin = names.index("What is proposed")
    fields = [
        "What is proposed", "Put by which organisation", "Sector", "Through whom", "Together with", "Received on",
        "Number", "Short title", names[begin + 8], "Answer", "Reason", "The reason in words", "By which decision",
        "Answered on", "Record the answer", "Leave it",
    ]  # fmt: skip
    assert names[begin : begin + len(fields)] == fields
    assert "item" in names[begin + 8]
    assert "Choose its strand" in names[begin + len(fields) :]
    assert names[-1] == "History of this"
    body = page.detail.widget()
    assert body is not None
    inside = [stop.widget.mapTo(body, QPoint(0, 0)).y() for stop in stops[begin:]]
    assert all(later - earlier > -12 for earlier, later in pairwise(inside))


def test_a_proposal_that_came_in_between_meetings_is_brought_to_an_item_of_the_next(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_N, ctrl=True)
    QTest.keyClicks(focused(), "A quiet room")
    page.views.focus()
    chosen = page.views.chosen_id
    press(Qt.Key.Key_B)
    question = page.detail.bringing.asking
    assert focused() is question.fields[0].control
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    found = proposal_of(desk, chosen)
    assert found.origin is not None
    assert (found.origin.held_on, found.origin.item_number) == (date(2027, 1, 28), "3")
    assert told[-1].text == f"Bring proposal {found.proposal.number} to item 3"
    assert not page.detail.bringing.isVisible()
    assert page.why_not("proposals.bring") == "it came up at a meeting already"
    desk.undo()
    assert proposal_of(desk, chosen).origin is None
    assert page.detail.bringing.isVisible()


def test_bringing_a_proposal_is_left_by_escape(desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(desk, PROPOSALS))
    press(Qt.Key.Key_N, ctrl=True)
    QTest.keyClicks(focused(), "A quiet room")
    page.views.focus()
    chosen = page.views.chosen_id
    press(Qt.Key.Key_B, Qt.Key.Key_Escape)
    assert not page.detail.bringing.asking.is_asking
    assert proposal_of(desk, chosen).origin is None


def test_without_a_meeting_to_come_a_proposal_is_brought_nowhere(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = proposals(show(bare_desk, PROPOSALS))
    told: list[Said] = []
    bare_desk.said.connect(told.append)
    press(Qt.Key.Key_N, ctrl=True)
    page.detail.bringing.ask()
    assert told[-1].text == "No meeting is planned; plan one, then bring the proposal to it."


def test_a_card_is_moved_to_another_column_by_keyboard_and_its_reason_is_asked_for(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = proposals(show(desk, PROPOSALS))
    chosen = page.views.chosen_id
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(focused(), Qt.Key.Key_Right, shift)
    QApplication.processEvents()
    form = page.detail.form
    assert is_answering(page)
    assert form.answer.value == "deferred"
    assert focused() is form.category.box
    press(Qt.Key.Key_Return, ctrl=True)
    assert form.category.wrong
    assert not proposal_of(desk, chosen).answers
    form.category.set_value(ReasonCategory.EVIDENCE)
    form.deferred_to.set_value("28 January 2027")
    form.reason.set_value("Figures are due.")
    press(Qt.Key.Key_Return, ctrl=True)
    assert chosen in {row.id for row in column(page, "Deferred").loaded()}
    # An answer can be another one, but never none again.
    assert page.why_not("proposals.left")
    assert not page.why_not("proposals.right")
    page._move_right()
    assert form.answer.value == "adapted"
    page.step_out()
    assert chosen in {row.id for row in column(page, "Deferred").loaded()}


def test_a_card_says_its_title_strand_and_stage_and_the_list_is_narrowed_to_a_strand(
    desk: Desk, show: Callable[..., Window]
) -> None:
    tied = [one for one in every(desk) if one.strand]
    page = proposals(show(desk, PROPOSALS))
    chosen = page.views.chosen_id
    if not tied:
        pytest.skip("the sample board ties no proposal to a strand yet")
    one = tied[0]
    page.views.filters.strand.choose(
        next(key for key, words in page.views.filters.strand._choices if words == one.strand)
    )
    page.views.toggle_view()
    assert {row.id for row in page.views.rows.loaded()} == {row.id for row in tied if row.strand == one.strand}
    assert chosen is not None


def test_a_proposal_is_tied_and_tabled_from_beside_the_board(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = proposals(show(desk, PROPOSALS))
    other = every(desk, AnswerKind.DECLINED)[0]
    page._new()
    chosen = page.views.chosen_id
    page.detail.ties._do("Tie", take_up_again, chosen, other.id)  # type: ignore[arg-type] # it is chosen
    assert f"Takes up proposal {other.number} again" in words_of_buttons(page.detail.ties)
    for on in (TODAY, None):
        page.detail.ties.table()
        assert proposal_of(desk, chosen).links.tabled_on == on
    assert told[-1].text.startswith("Take back that proposal")
    assert page.detail._save_title("A short title") == ""
    card = next(row for row in column(page, "Unanswered").loaded() if row.id == chosen)
    assert card.title == "A short title"
    came_up = next(one for one in every(desk) if one.meeting_id is not None)
    page.views.show_one(came_up.id)
    assert page.why_not("proposals.tabled") == "it came up at a meeting, and was tabled by that"


def words_of_buttons(widget: QWidget) -> str:
    return "\n".join(one.accessibleName() for one in widget.findChildren(QWidget))
