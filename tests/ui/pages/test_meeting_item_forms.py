"""What is recorded under an item: by keyboard, below its row, and taken back by Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.domain.words import ActionStatus, AnswerKind, LinkKind, Method, PointKind, Result, Sector
from boardroom.services.motions import put_motion
from boardroom.store.queries.meeting_page import agenda_of
from tests.ui.pages.at_item import CONTROL, SHIFT, SHORT_BREAKS, Place, focused, go_to_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.meeting.item_section import Section
    from boardroom.ui.window import Window


@pytest.fixture
def place(desk: Desk, show: Callable[..., Window]) -> Place:
    """Short breaks, at the 14th meeting, in a wide window."""
    return go_to_item(desk, show, SHORT_BREAKS)


def go(section: Section, place: int = 0) -> None:
    """Choose a row and put the focus on the list."""
    section.rows.setFocus()
    section.rows.choose(section.row_keys()[place])


def test_a_point_takes_organisation_and_sector_from_the_attendance(place: Place) -> None:
    place.press(Qt.Key.Key_F5)
    place.type("Ffion Davies")
    place.tab(2)
    place.type("Young people want to choose.")
    place.press(Qt.Key.Key_Return, CONTROL)
    (point,) = place.view.points
    assert (point.name, point.organisation, point.sector) == (
        "Ffion Davies",
        "Youth Voice Arrowmere",
        Sector.SERVICE_USERS,
    )
    assert (point.text, point.kind) == ("Young people want to choose.", PointKind.STATEMENT)
    assert place.column.chosen() == ("point", point.id)
    assert place.column.points.rows.hasFocus()
    place.desk.undo()
    assert place.view.points == ()


def test_names_complete_with_those_at_the_meeting_first(place: Place) -> None:
    place.press(Qt.Key.Key_F5)
    found = place.column.points.editing.people("r")
    here = [bool(one.context) for one in found]
    assert "Priya Raman" in [one.text for one in found]
    assert here == sorted(here, reverse=True)
    assert place.column.points.editing.people("%") == []


def test_a_new_proposal_gets_its_number_and_its_partners_sector(place: Place, told: list[Said]) -> None:
    before = [one.number for one in place.view.proposals]
    place.press(Qt.Key.Key_F8)
    place.type("A quiet hour in each session")
    place.tab()
    place.type("Youth Voice Arrowmere")
    place.tab()
    new = place.view.proposals[-1]
    assert new.number not in before
    assert (new.text, new.proposers[0].sector) == ("A quiet hour in each session", Sector.SERVICE_USERS)
    assert told[-1].text == "Record a proposal: A quiet hour in each session"
    assert place.column.chosen() == ("proposal", new.id)
    # The form stands below the new row and goes on with it.
    place.type("Ffion Davies")
    place.press(Qt.Key.Key_Return)
    assert place.view.proposals[-1].proposers[0].name == "Ffion Davies"
    place.press(Qt.Key.Key_Escape)
    assert place.column.proposals.form is None
    assert place.column.proposals.rows.hasFocus()


def test_escape_from_a_form_that_is_not_recorded_says_so_once(place: Place, told: list[Said]) -> None:
    count = len(place.view.proposals)
    place.press(Qt.Key.Key_F8)
    place.type("A quiet hour")
    place.tab()
    place.press(Qt.Key.Key_Escape)
    assert place.column.proposals.editing.isVisible()
    assert told[-1].text.startswith("Not recorded yet. Say who puts the proposal")
    place.press(Qt.Key.Key_Escape)
    assert place.column.proposals.form is None
    assert len(place.view.proposals) == count


def test_a_answers_the_chosen_proposal_with_its_reason(place: Place, told: list[Said]) -> None:
    place.press(Qt.Key.Key_F8)
    place.type("A quiet hour")
    place.tab()
    place.type("Youth Voice Arrowmere")
    place.press(Qt.Key.Key_Return, CONTROL)
    place.press(Qt.Key.Key_A)
    form = place.column.proposals.answering
    assert form.isVisible()
    place.type("decl")
    place.tab()
    place.type("time")
    place.tab()
    place.type("Staff are hired already.")
    place.press(Qt.Key.Key_Return, CONTROL)
    proposal = place.view.proposals[-1]
    assert proposal.answer is not None
    assert (proposal.answer.answer, proposal.answer.reason) == (AnswerKind.DECLINED, "Staff are hired already.")
    assert told[-1].text == f"Answer proposal {proposal.number}: declined"
    row = place.column.proposals.rows.chosen_row()
    assert row is not None
    assert row.chip == "Declined"


def test_an_answer_needs_its_reason(place: Place) -> None:
    go(place.column.proposals)
    place.column.proposals.answering.open_answer(place.view, place.view.proposals[0].id)
    answering = place.column.proposals.answering
    answering.record_id = None
    values = {"answer": AnswerKind.DECLINED, "reason": "", "deferred_to": ""}
    assert answering.missing(values).startswith("An answer needs its reason")


def test_delete_removes_a_row_without_a_question_and_undo_brings_it_back(place: Place, told: list[Said]) -> None:
    actions = place.view.actions
    go(place.column.actions_here)
    place.press(Qt.Key.Key_Delete)
    assert [one.id for one in place.view.actions] == [one.id for one in actions[1:]]
    assert told[-1].undo
    assert place.column.chosen() == ("action", actions[1].id)
    place.desk.undo()
    assert [one.id for one in place.view.actions] == [one.id for one in actions]


def test_an_answered_proposal_loses_its_answer_first(place: Place) -> None:
    go(place.column.proposals)
    # Its answer, given at this item, goes first.
    place.press(Qt.Key.Key_Delete)
    assert place.view.proposals[0].answer is None
    place.desk.undo()
    assert place.view.proposals[0].answer is not None


def test_enter_opens_the_form_below_the_row_and_the_rows_behind_stay_below_it(place: Place) -> None:
    section = place.column.proposals
    go(section)
    place.press(Qt.Key.Key_Return)
    assert section.editing.isVisible()
    assert len(section.rows.loaded()) == 1
    assert len(section.rest.loaded()) == len(place.view.proposals) - 1
    assert section.rows.y() < section.editing.y() < section.rest.y()
    assert focused() is section.editing.fields["text"].control


def test_a_field_is_saved_when_it_is_left_and_undo_is_shown_in_the_open_form(place: Place) -> None:
    section = place.column.actions_here
    go(section)
    old = place.view.actions[0].text
    place.press(Qt.Key.Key_Return)
    place.press(Qt.Key.Key_A, CONTROL)
    place.type("Cost three halls")
    place.tab()
    assert place.view.actions[0].text == "Cost three halls"
    place.desk.undo()
    assert section.editing.fields["text"].value == old
    assert place.view.actions[0].text == old


def test_an_action_is_given_to_people_and_organisations_by_a_day_or_words(place: Place) -> None:
    place.press(Qt.Key.Key_G, CONTROL)
    place.type("Book a hall")
    place.tab()
    place.type("Priya Raman")
    place.tab()
    place.type("Ty Cwtsh, a partner")
    place.tab()
    place.type("15 Jan 2027")
    place.tab()
    place.type("before term")
    place.press(Qt.Key.Key_Return, CONTROL)
    action = place.view.actions[-1]
    assert (action.text, str(action.due_on), action.due_words) == ("Book a hall", "2027-01-15", "before term")
    assert action.owners[0].name == "Priya Raman"
    assert action.number, "it gets the board's next"
    assert (action.owner_role, action.owner_organisation) == ("Ty Cwtsh", "a partner")
    assert action.status is ActionStatus.OPEN


def test_a_decision_keeps_conditions_dissents_and_links_line_by_line(place: Place) -> None:
    place.press(Qt.Key.Key_J, CONTROL)
    form = place.column.decisions.editing
    place.type("That two halls be costed.")
    place.tab()
    decision = place.view.decisions[-1]
    assert (decision.wording, decision.method, decision.result) == (
        "That two halls be costed.", Method.CONSENSUS, Result.CARRIED,
    )  # fmt: skip
    lines = {
        "conditions": "By June\nWithin budget",
        "dissents": "Tom Brackley: Not for 16 to 19s.",
        "links": f"amends {place.view.decisions[0].reference}",
    }
    for name, text in lines.items():
        form.fields[name].setFocus()
        place.press(Qt.Key.Key_A, CONTROL)
        for line in text.splitlines():
            place.type(line)
            place.press(Qt.Key.Key_Return)
        place.tab()
    decision = place.view.decisions[-1]
    assert [text for _, text in decision.conditions] == ["By June", "Within budget"]
    assert [(name, words) for _, name, words in decision.dissents] == [("Tom Brackley", "Not for 16 to 19s.")]
    (link,) = decision.links
    assert (link.kind, link.of_decision_id) == (LinkKind.AMENDS, place.view.decisions[0].id)
    assert form.fields["links"].value == f"amends {place.view.decisions[0].reference}"


def test_a_link_that_says_nothing_is_refused_below_its_field(place: Place) -> None:
    go(place.column.decisions)
    place.press(Qt.Key.Key_Return)
    links = place.column.decisions.editing.fields["links"]
    links.setFocus()
    place.type("follows 2026/1")
    place.tab()
    assert links.wrong.startswith("Begin each line with “ratifies”")
    assert place.view.decisions[0].links == ()


def test_an_amendment_stands_below_its_motion_and_the_wording_that_stands_is_said(place: Place) -> None:
    place.press(Qt.Key.Key_M, CONTROL | SHIFT)
    place.type("That we open two halls.")
    place.press(Qt.Key.Key_Return, CONTROL)
    place.press(Qt.Key.Key_F9, SHIFT)
    form = place.column.motions.editing
    assert form.fields["wording"].value == "That we open two halls."
    place.press(Qt.Key.Key_A, CONTROL)
    place.type("That we open three halls.")
    place.tab()
    (motion,) = place.view.motions
    assert [one.wording for one in motion.amendments] == ["That we open three halls."]
    form.fields["result"].setFocus()
    place.type("Carried")
    place.press(Qt.Key.Key_Return)
    assert place.view.motions[0].stands == "That we open three halls."
    rows = place.column.motions.rows.loaded()
    assert [row.indent for row in rows] == [0, 1]
    assert rows[0].second_line == "Stands as: That we open three halls."


def test_only_the_form_of_an_amendment_asks_for_the_whole_wording(place: Place) -> None:
    wording = place.column.motions.editing.fields["wording"]
    asked = "An amendment: write the whole wording as it would then stand."
    place.press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert wording.control.accessibleDescription() == ""
    place.type("That we open two halls.")
    place.press(Qt.Key.Key_F9, SHIFT)
    assert wording.control.accessibleDescription() == asked
    go(place.column.motions)
    place.press(Qt.Key.Key_Return)
    assert wording.control.accessibleDescription() == ""


def test_a_motion_that_is_still_being_written_is_put_to_the_vote(place: Place) -> None:
    place.desk.write("Put", put_motion, place.view.id, "That we close a hall.")
    go(place.column.motions)
    place.press(Qt.Key.Key_M, CONTROL | SHIFT)
    place.type("That we open two halls.")
    assert place.column.why_not("record.vote") == ""
    place.press(Qt.Key.Key_F9)
    assert place.view.motions[1].wording == "That we open two halls."
    assert place.column.motions.voting.wording.text() == "That we open two halls."


def test_a_motion_that_is_still_being_written_is_amended_or_agreed(place: Place) -> None:
    place.press(Qt.Key.Key_M, CONTROL | SHIFT)
    place.type("That we open two halls.")
    place.press(Qt.Key.Key_F9, SHIFT)
    place.press(Qt.Key.Key_A, CONTROL)
    place.type("That we open three halls.")
    place.press(Qt.Key.Key_F9, CONTROL)
    (motion,) = place.view.motions
    assert motion.stands == "That we open three halls."
    assert [one.result for one in motion.amendments] == [Result.CARRIED]


def test_a_motion_without_words_is_not_put_to_the_vote(place: Place, told: list[Said]) -> None:
    place.press(Qt.Key.Key_M, CONTROL | SHIFT)
    place.column.motions.editing.fields["mover"].setFocus()
    place.type("Priya Raman")
    place.press(Qt.Key.Key_F9)
    assert told[-1].text == "Write the wording that is put to the meeting."
    assert not place.column.motions.voting.isVisible()
    assert place.view.motions == ()


def test_the_form_closes_when_what_it_shows_is_undone(place: Place) -> None:
    place.press(Qt.Key.Key_J, CONTROL)
    place.type("That two halls be costed.")
    place.tab()
    assert place.column.decisions.form is not None
    place.desk.undo()
    assert place.column.decisions.form is None


def test_one_thing_at_a_time_is_chosen_in_the_whole_column(place: Place) -> None:
    go(place.column.proposals)
    go(place.column.decisions)
    assert place.column.proposals.chosen() is None
    assert place.column.chosen() == place.column.decisions.row_keys()[0]
    link = place.page.link()
    assert (link.entity, link.id) == place.column.decisions.row_keys()[0]


def test_typing_in_a_form_is_kept_when_the_next_item_is_shown(place: Place) -> None:
    place.press(Qt.Key.Key_J, CONTROL)
    place.type("That two halls be costed.")
    place.window.run("item.next")
    QApplication.processEvents()
    assert place.page.link().item_id != place.item_id
    assert place.view.decisions[-1].wording == "That two halls be costed."


def test_a_decision_is_recorded_once_where_a_line_of_it_is_refused(place: Place) -> None:
    before = len(place.view.decisions)
    place.column.decisions.begin()
    form = place.column.decisions.editing
    form.fields["links"].setFocus()
    place.type("nonsense 2026/14")
    form.fields["wording"].setFocus()
    place.type("Open the hall on Saturdays")
    place.tab()
    assert form.fields["links"].wrong
    place.type("carried")
    form.fields["remark"].setFocus()
    place.type("At once.")
    place.tab()
    assert [one.wording for one in place.view.decisions[before:]] == ["Open the hall on Saturdays"]
    assert place.view.decisions[-1].remark == "At once."
    # What was refused waits in its line to be put right.
    assert form.fields["links"].wrong
    form.fields["links"].setFocus()
    edit = focused()
    QTest.keyClick(edit, Qt.Key.Key_A, CONTROL)
    place.type("supersedes the old rota")
    place.tab()
    assert [one.words for one in place.view.decisions[-1].links] == ["the old rota"]


def test_what_is_begun_waits_while_another_item_is_shown(place: Place, told: list[Said]) -> None:
    count = len(place.view.proposals)
    place.press(Qt.Key.Key_F8)
    place.type("A quiet hour")
    place.tab()
    other = next(row.id for row in place.column.desk.read(agenda_of, place.view.meeting_id).items if row.depth == 0)
    place.page.agenda.rows.choose(other)
    assert told[-1].text.startswith("Not recorded yet. Say who puts the proposal")
    place.page.agenda.rows.choose(place.item_id)
    place.press(Qt.Key.Key_F8)
    form = place.column.proposals.editing
    assert form.fields["text"].value == "A quiet hour"
    place.tab()
    place.type("Youth Voice Arrowmere")
    place.tab()
    assert [one.text for one in place.view.proposals[count:]] == ["A quiet hour"]


def test_what_is_typed_is_saved_where_it_stood_when_a_new_form_opens(place: Place) -> None:
    before = [one.wording for one in place.view.decisions]
    go(place.column.decisions)
    place.press(Qt.Key.Key_Return)
    place.press(Qt.Key.Key_End, CONTROL)
    place.type(" Indeed.")
    place.press(Qt.Key.Key_J, CONTROL)
    assert [one.wording for one in place.view.decisions] == [f"{before[0]} Indeed.", *before[1:]]
    assert place.column.decisions.editing.fields["wording"].value == ""


def test_the_window_is_not_left_over_what_is_begun_without_a_word(place: Place) -> None:
    assert place.window.may_leave()
    place.press(Qt.Key.Key_F8)
    assert place.window.may_leave()
    place.type("A quiet hour")
    assert not place.window.may_leave()
    assert place.window.may_leave()
    place.press(Qt.Key.Key_Escape)
    place.press(Qt.Key.Key_Escape)
    place.press(Qt.Key.Key_Escape)
    assert place.column.proposals.form is None
    place.window._leaving.forget()
    assert place.window.may_leave()
