"""A vote is taken in the item column, member by member or in figures, and recorded by one key."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from boardroom.domain.words import Presence, Result, VoteMethod, VoteOption, VoteResult
from boardroom.services.attendance import set_presence
from boardroom.services.declarations import declare
from boardroom.services.deputies import give_proxy
from boardroom.services.motions import amend_motion
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.ui.pages.meeting.vote_row import MemberRow
from tests.ui.pages.at_item import CONTROL, SHIFT, SHORT_BREAKS, Place, focused, go_to_item
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.meeting.item_vote import VoteForm
    from boardroom.ui.window import Window


@pytest.fixture
def place(desk: Desk, show: Callable[..., Window]) -> Place:
    """Short breaks, with a motion that is put to the vote."""
    at = go_to_item(desk, show, SHORT_BREAKS)
    at.press(Qt.Key.Key_M, CONTROL | SHIFT)
    at.type("That we open two halls.")
    at.press(Qt.Key.Key_Return, CONTROL)
    at.press(Qt.Key.Key_F9)
    return at


def form_of(place: Place) -> VoteForm:
    form = place.column.motions.voting
    assert form.isVisible()
    return form


def test_letters_set_votes_and_go_on_and_the_sentence_says_how_it_stands(place: Place) -> None:
    form = form_of(place)
    assert form.sentence.text() == "No vote yet."
    for letter in "YYYN":
        place.type(letter)
    assert form.sentence.text() == "As it stands: carried by named vote, 3 to 1."
    assert form.warning.text() == "8 still to vote."
    assert place.view.motions[0].votes == ()
    row = focused()
    assert row is [one for one in form.grid.rows if one.voter.may][4]
    heard = QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)
    assert heard.endswith(": no vote yet")


def test_one_key_records_the_vote_which_carries_the_motion_and_undo_takes_it_back(
    place: Place, told: list[Said]
) -> None:
    place.type("N")
    place.press(Qt.Key.Key_Y, SHIFT)
    place.press(Qt.Key.Key_Return, CONTROL)
    motion = place.view.motions[0]
    (vote,) = motion.votes
    assert (vote.method, vote.result) == (VoteMethod.NAMED, VoteResult.CARRIED)
    assert sum(one.option is VoteOption.YES for one in vote.votes) == len(vote.votes) - 1
    assert motion.result is Result.CARRIED
    assert told[-1].undo
    assert place.column.chosen() == ("vote_event", vote.id)
    place.desk.undo()
    assert place.view.motions[0].votes == ()


def test_whoever_is_recused_while_a_vote_is_open_is_left_out_of_it(place: Place) -> None:
    place.press(Qt.Key.Key_Y, SHIFT)
    form = form_of(place)
    voted = form.grid.votes()
    name = next(row.voter.name for row in form.grid.rows if row.voter.may)
    meeting_id = place.view.meeting_id
    place.desk.write("Declare", declare, meeting_id, name, "May bid", recused=True, item_ids=[place.item_id])
    assert not next(row.voter.may for row in form.grid.rows if row.voter.name == name)
    assert len(form.grid.votes()) == len(voted) - 1
    assert form.sentence.text().startswith(f"As it stands: carried unanimously by named vote, {len(voted) - 1} to 0")


def test_the_focus_stays_in_the_vote_when_somebody_goes_or_is_recused(place: Place) -> None:
    form = form_of(place)
    for letter in "YY":
        place.type(letter)
    able = [row.voter.name for row in form.grid.rows if row.voter.may]
    meeting_id = place.view.meeting_id
    for recused, stands_at in ((able[5], able[2]), (able[2], able[3])):
        place.desk.write("Declare", declare, meeting_id, recused, "May bid", recused=True, item_ids=[place.item_id])
        QApplication.processEvents()
        row = focused()
        assert isinstance(row, MemberRow)
        assert row.voter.name == stands_at
    place.type("N")
    assert form.sentence.text() == "As it stands: carried by named vote, 2 to 1."


def test_a_proxy_s_two_votes_are_told_apart_by_ear(place: Place) -> None:
    rows = [row for row in form_of(place).grid.rows if row.voter.may]
    absent, holder = rows[0].voter, rows[1].voter
    place.desk.write("Apologies", set_presence, absent.attendance_id, Presence.APOLOGIES)
    place.desk.write("Proxy", give_proxy, absent.attendance_id, holder.name)
    heard = [row.accessibleName() for row in form_of(place).grid.rows if row.voter.name == holder.name]
    assert len(heard) == len(set(heard)) == 2
    assert any(one.startswith(f"{holder.name} for {absent.name}, ") for one in heard)


def test_recused_and_absent_members_have_no_cells_and_say_so(place: Place) -> None:
    rows = {row.voter.name: row for row in form_of(place).grid.rows}
    assert not rows["Karen Whitlock"].voter.may
    assert rows["Karen Whitlock"].accessibleName().endswith("recused, not counted")
    assert rows["Supt Colin Hartnell"].accessibleName().endswith("absent")


def test_a_vote_that_is_not_recorded_is_kept_until_escape_is_pressed_twice(place: Place, told: list[Said]) -> None:
    place.type("Y")
    place.press(Qt.Key.Key_Escape)
    assert told[-1].text.startswith("The vote is not recorded yet.")
    place.press(Qt.Key.Key_Escape)
    assert place.column.motions.form is None
    assert place.view.motions[0].votes == ()


def test_a_vote_that_is_not_recorded_waits_while_another_item_is_shown(place: Place, told: list[Said]) -> None:
    form, motion = form_of(place), place.view.motions[0]
    place.type("Y")
    votes = form.grid.votes()
    assert votes
    other = next(row.id for row in place.desk.read(agenda_of, place.view.meeting_id).items if row.depth == 0)
    place.page.agenda.rows.choose(other)
    assert told[-1].text.startswith("The vote is not recorded yet.")
    place.page.agenda.rows.choose(place.item_id)
    place.column.motions.vote_on(("motion", motion.id))
    assert form.isVisible()
    assert form.grid.votes() == votes


def test_figures_stand_in_place_of_members_where_hands_are_shown(place: Place) -> None:
    form = form_of(place)
    form.method.setFocus()
    place.type("S")
    place.press(Qt.Key.Key_Return)
    assert not form.grid.isVisible()
    for option, count in ((VoteOption.YES, "7"), (VoteOption.NO, "7")):
        form.figures[option].setFocus()
        place.type(count)
        place.tab()
    assert form.casting.isVisible()
    place.press(Qt.Key.Key_Return, CONTROL)
    (vote,) = place.view.motions[0].votes
    assert (vote.tally.yes, vote.tally.no, vote.result) == (7, 7, VoteResult.TIED)


def test_more_ballots_than_people_are_told_and_only_a_simple_tie_is_broken(place: Place) -> None:
    form = form_of(place)
    may = sum(row.voter.may for row in form.grid.rows)

    def count(yes: int, no: int, threshold: Fraction | None = None) -> str:
        form.method.open(VoteMethod.BALLOT)
        form.threshold.open(threshold)
        for option, figure in ((VoteOption.YES, yes), (VoteOption.NO, no)):
            form.figures[option].open(figure)
        form.figures[VoteOption.NO].committed.emit()
        return form.warning.text()

    assert count(may - 1, 1) == ""
    assert count(may - 1, 2) == f"{may + 1} votes are counted, but only {may} may vote."
    assert count(2, 2) == ""
    assert form.casting.isVisible()
    assert count(2, 2, Fraction(2, 3)) == ""
    assert not form.casting.isVisible()


def test_a_motion_waits_for_its_amendments(place: Place, told: list[Said]) -> None:
    place.press(Qt.Key.Key_Escape)
    motion = place.view.motions[0]
    amendment = place.desk.write("Amend", amend_motion, motion.id, "That we open three halls.")
    place.column.motions.vote_on(("motion", motion.id))
    assert not place.column.motions.voting.isVisible()
    assert told[-1].text == "An amendment to that motion is not settled; settle or withdraw it first."
    place.column.motions.vote_on(("motion", amendment.id))
    assert form_of(place).wording.text() == "That we open three halls."


def test_letters_of_a_vote_do_not_mark_people(place: Place, told: list[Said]) -> None:
    told.clear()
    for letter in "AX":
        place.type(letter)
    assert told == []
    assert list(form_of(place).grid.votes().values()) == [VoteOption.ABSTAIN, VoteOption.NOT_VOTING]
    assert unnamed(place.column) == []
